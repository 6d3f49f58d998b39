//! Tables for spreadsheets and scripts: a row for each link, each shared run or each passage.
//!
//! ```text
//!     links, runs, passages  ─►  Sheet: names of columns, rows of values  ─►  csv    A,B,4,5,edited,…
//!                                                                             tsv    the same between tabs, unquoted
//!                                                                             jsonl  {"left":"A","right":"B",…}
//! ```
//!
//! What a row holds is said once, whatever it is written as. Blocks are numbered from 1. A cell of text that a spreadsheet would
//! take for a formula begins with an apostrophe, which shows it as text, and so does one between tabs that begins with a quotation
//! mark; in JSON it stands as it is.

mod links;
mod passages;
mod runs;
mod sheet;
mod value;

use std::io::{self, Write};

use crate::present::tables::{Notation, TableKind};
use crate::story::Story;
use sheet::{JsonSheet, SeparatedSheet, Sheet};

/// Writes a table of some articles of a story, by their indices. Links and runs are those of every two of them, in their order;
/// passages are seen from the first one.
///
/// What is written is forgotten, so that a table takes the room of the text and of a few pairs.
///
/// Cost: that of comparing every two articles, shared out among the processors; for runs that of finding them, for passages that of
/// aligning.
///
/// # Errors
///
/// What `out` says.
///
/// # Panics
///
/// If an index is beyond the last article.
pub fn write(
    out: &mut dyn Write,
    story: &Story,
    articles: &[usize],
    kind: TableKind,
    notation: Notation,
) -> io::Result<()> {
    let mut sheet: Box<dyn Sheet + '_> = match notation {
        Notation::Csv => Box::new(SeparatedSheet::csv(out)),
        Notation::Tsv => Box::new(SeparatedSheet::tsv(out)),
        Notation::JsonLines => Box::new(JsonSheet::new(out)),
    };
    match kind {
        TableKind::Links => links::write(&mut *sheet, story, articles)?,
        TableKind::Runs => runs::write(&mut *sheet, story, articles)?,
        TableKind::Passages => passages::write(&mut *sheet, story, articles)?,
    }
    sheet.finish()
}

#[cfg(test)]
mod tests;
