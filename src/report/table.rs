//! Tables for spreadsheets and scripts: a row for each link, each shared run or each passage.
//!
//! ```text
//!     links, runs, passages  ─►  Sheet: names of columns, rows of values  ─►  csv    A,B,4,5,edited,…
//!                                                                             tsv    the same between tabs, unquoted
//!                                                                             jsonl  {"left":"A","right":"B",…}
//! ```
//!
//! What a row holds is said once, whatever it is written as. Blocks are numbered from 1. A cell of text that a spreadsheet would
//! take for a formula begins with an apostrophe, which shows it as text; in JSON it stands as it is.

mod columns;
mod links;
mod passages;
mod runs;
mod sheet;
mod value;

use std::io::{self, Write};

use crate::pair::Pair;
use crate::story::{Story, parallel_pairs};
use sheet::{JsonSheet, SeparatedSheet, Sheet};

/// Says what the rows of a table are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TableKind {
    /// Blocks that answer each other, of every two articles.
    #[default]
    Links,
    /// Runs of five words and more that two articles share.
    Runs,
    /// Passages of the story: the blocks of all articles that answer each other.
    Passages,
}

/// Says how a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// Comma-separated values, as RFC 4180 has them but for line ends, which are line feeds; the first row names the columns.
    Csv,
    /// Values between tabs, of which no text has one; a line end in a text is a space. The first row names the columns.
    Tsv,
    /// A JSON object a line, by the names of the columns.
    JsonLines,
}

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

/// The pairs that are compared before the first of them is written.
const AT_ONCE: usize = 256;

/// Does something for every two of some articles, and hands what came of it on, pair by pair.
fn for_every_pair<T: Send>(
    articles: &[usize],
    find: impl Fn(Pair<usize>) -> T + Sync,
    mut write: impl FnMut(Pair<usize>, T) -> io::Result<()>,
) -> io::Result<()> {
    let pairs = parallel_pairs::every_pair(articles.len());
    let pairs: Vec<Pair<usize>> = pairs.into_iter().map(|pair| pair.map(|article| articles[article])).collect();
    for pairs in pairs.chunks(AT_ONCE) {
        let found = parallel_pairs::each(pairs, &parallel_pairs::unwatched, &find).unwrap_or_default();
        for (pair, found) in found {
            write(pair, found)?;
        }
    }
    Ok(())
}

/// Joins the texts of some blocks of an article, a line for each.
fn texts(story: &Story, article: usize, blocks: &[usize]) -> String {
    let blocks: Vec<&str> = blocks.iter().map(|&block| &*story.articles()[article].blocks[block].text).collect();
    blocks.join("\n")
}

#[cfg(test)]
mod tests;
