//! A page of the story as tables.

use std::io;

use maud::{Markup, PreEscaped, html};

use super::marks;
use super::sections::Sections;
use super::tongue::{Tongue, mixed};
use crate::article::Article;
use crate::letters::letter;
use crate::pages::{Sheet, SheetCell};
use crate::present::{Role, Shade};

/// Prints sheets of a story, whose articles' languages are known.
#[derive(Clone, Copy)]
pub(super) struct SheetPrinter<'p> {
    pub tongues: &'p [Tongue],
    pub sections: &'p Sections,
}

/// Returns the languages of articles. Cost: linear in them.
pub(super) fn tongues(articles: &[Article]) -> Vec<Tongue> {
    articles.iter().map(Tongue::of).collect()
}

impl SheetPrinter<'_> {
    /// Writes a sheet, a row after the other; what follows the first one of its page stands a level deeper.
    ///
    /// # Errors
    ///
    /// If what it is written to takes no more.
    pub(super) fn write(self, out: &mut dyn io::Write, sheet: &Sheet<'_>, is_first: bool) -> io::Result<()> {
        let columns = sheet.head.iter().rposition(|cell| !cell.text.is_empty()).map_or(0, |last| last + 1);
        let (open, close) = if sheet.is_folded {
            ("<details class=\"sheet\">", "</details>")
        } else {
            ("<section class=\"sheet\">", "</section>")
        };
        let title = html! {
            @if is_first { h2 { (mixed(&sheet.title)) } } @else { h3 { (mixed(&sheet.title)) } }
        };
        let head = html! {
            (PreEscaped(open))
            @if sheet.is_folded { summary { (title) } } @else { (title) }
            @for note in &sheet.notes { p.note { (mixed(note)) } }
            (PreEscaped("<div class=\"scroll\"><table>"))
            @if columns > 0 { thead { tr { @for cell in &sheet.head[..columns] { th scope="col" { (cell.text) } } } } }
            (PreEscaped("<tbody>"))
        };
        out.write_all(head.0.as_bytes())?;
        for row in (0..sheet.count).map(|index| sheet.row(index)) {
            let row = match row.split_first() {
                // Where a row lists what there is, it is one cell, which has lines: columns would need a page as wide as they are many.
                Some((name, listed)) if columns == 0 => html! {
                    tr {
                        (self.cell(name, true))
                        td.list { @for cell in listed { (self.listed(cell)) " " } }
                    }
                    "\n"
                },
                // What no column is named for is a remark on the row, and stands below it.
                _ => {
                    let (cells, remarks) = row.split_at(row.len().min(columns));
                    let remarks: Vec<&SheetCell> = remarks.iter().filter(|remark| !remark.text.is_empty()).collect();
                    html! {
                        tr { @for (index, cell) in cells.iter().enumerate() { (self.cell(cell, index == 0)) } }
                        @if !remarks.is_empty() {
                            tr.remark {
                                td {}
                                td colspan=(columns.saturating_sub(1).max(1)) { @for remark in &remarks { (self.listed(remark)) " " } }
                            }
                        }
                        "\n"
                    }
                }
            };
            out.write_all(row.0.as_bytes())?;
        }
        writeln!(out, "</tbody></table></div>{close}")
    }

    fn cell(self, cell: &SheetCell, names_row: bool) -> Markup {
        let (class, (lang, dir)) = (class(cell.role), self.tongue(cell));
        let text = self.text(cell);
        // A name stands behind a letter of ours, which the cell runs with.
        let (lang, dir) = if cell.letter.is_some() { (None, None) } else { (lang, dir) };
        html! {
            @if names_row { th scope="row" class=[class] lang=[lang] dir=[dir] { (text) } }
            @else { td class=[class] lang=[lang] dir=[dir] { (text) } }
        }
    }

    /// Prints what a row lists.
    fn listed(self, cell: &SheetCell) -> Markup {
        let (lang, dir) = self.tongue(cell);
        html! { span class=[class(cell.role)] lang=[lang] dir=[dir] { (self.text(cell)) } }
    }

    /// Returns the language of a cell whose words are all of one article, and how they run.
    fn tongue(&self, cell: &SheetCell) -> (Option<&str>, Option<&'static str>) {
        let tongue = cell.of.and_then(|article| self.tongues.get(article));
        (tongue.and_then(|tongue| tongue.lang.as_deref()), tongue.map(|tongue| tongue.dir))
    }

    /// Prints what a cell says, as a link if it opens anything.
    fn text(self, cell: &SheetCell) -> Markup {
        let lang = self.tongue(cell).0;
        let link = cell.target.and_then(|target| self.sections.link(target));
        let text = html! {
            @if let Some(article) = cell.letter {
                b { (letter(article)) } " " bdi lang=[lang] { (cell.text) }
            } @else { (mixed(&cell.text)) }
        };
        html! { @if let Some(href) = link { a href=(href) { (text) } } @else { (text) } }
    }
}

/// Returns the class of a role, if it has one.
fn class(role: Role) -> Option<&'static str> {
    let class = match role {
        Role::Carried(Shade::Full) => "full",
        Role::Carried(Shade::Dark) => "dark",
        Role::Carried(Shade::Medium) => "medium",
        Role::Carried(Shade::Light) => "light",
        Role::Carried(Shade::Plain) => "plain",
        role => marks::class(role),
    };
    Some(class).filter(|class| !class.is_empty())
}
