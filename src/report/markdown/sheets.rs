//! A page of the story as tables.

use std::io;

use super::escape::escaped;
use crate::letters::letter;
use crate::pages::{Sheet, SheetCell};
use crate::wrap::without_isolates;

/// Parts what a row lists.
const LISTED: &str = ", ";

/// Writes a sheet; what follows the first one of its page stands a level deeper. A table has a head in Markdown: where a sheet has
/// none it is empty, and what a row lists is one cell.
///
/// Cost: linear in its cells.
///
/// # Errors
///
/// If what it is written to takes no more.
pub(super) fn write(out: &mut dyn io::Write, sheet: &Sheet<'_>, is_first: bool) -> io::Result<()> {
    writeln!(out, "\n{} {}\n", if is_first { "##" } else { "###" }, plain(&sheet.title))?;
    for note in &sheet.notes {
        writeln!(out, "- {}", plain(note))?;
    }
    if !sheet.notes.is_empty() {
        writeln!(out)?;
    }
    let rows = || (0..sheet.count).map(|index| sheet.row(index));
    let columns = sheet.head.len();
    if columns == 0 {
        writeln!(out, "|  |  |\n|---|---|")?;
        return rows().try_for_each(|cells| match cells.split_first() {
            Some((name, listed)) => {
                let listed: Vec<String> = listed.iter().map(cell).collect();
                writeln!(out, "| {} | {} |", cell(name), listed.join(LISTED))
            }
            None => Ok(()),
        });
    }
    let row = |cells: &[SheetCell]| {
        let cells = (0..columns).map(|column| cells.get(column).map_or_else(String::new, cell));
        format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
    };
    out.write_all(row(&sheet.head).as_bytes())?;
    writeln!(out, "|{}", "---|".repeat(columns))?;
    rows().try_for_each(|cells| out.write_all(row(&cells).as_bytes()))
}

/// Returns the text of a cell.
fn cell(cell: &SheetCell) -> String {
    let text = plain(&cell.text);
    cell.letter.map_or(text.clone(), |article| format!("{} {text}", letter(article)))
}

/// Returns text of ours, in which words of articles may be set off by marks.
fn plain(text: &str) -> String {
    escaped(&without_isolates(text))
}
