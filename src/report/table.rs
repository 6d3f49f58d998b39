//! Tables for spreadsheets and scripts: a row for each link, each shared run, each passage, or each place of a quotation, a figure, a name
//! or a word.
//!
//! ```text
//!     links, runs, passages               ─►  Sheet: names of columns, rows of values  ─►  csv    A,B,4,5,edited,…
//!     quotations, figures, people, words                                                tsv    the same between tabs, unquoted
//!                                                                                       jsonl  {"left":"A","right":"B",…}
//! ```
//!
//! What a row holds is said once, whatever it is written as. Blocks are numbered from 1. A cell of text that a spreadsheet would
//! take for a formula begins with an apostrophe, which shows it as text, and so does one between tabs that begins with a quotation
//! mark; in JSON it stands as it is.

mod figures;
mod links;
mod passages;
mod people;
mod quotations;
mod runs;
mod sheet;
mod value;
mod words;

use std::io::{self, Write};

use crate::evidence::Evidence;
use crate::evidence::links::Answers;
use crate::present::tables::{Notation, TableKind};
use crate::story::presence::Filter;
use crate::story::{Story, StoryScope, parallel_pairs};
use sheet::{JsonSheet, SeparatedSheet, Sheet};

/// Says what a table is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TableChoice {
    /// What its rows are.
    pub kind: TableKind,
    /// The articles: links and runs are those of its pairs; passages have a column for each, and are seen from the one that is named,
    /// else the first.
    pub scope: StoryScope,
    /// Which passages have a row.
    pub passages: Filter,
    /// Whether texts are kept to the first words of each block, and runs to theirs.
    pub is_excerpt: bool,
}

/// Writes a table of a story.
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
pub fn write(out: &mut dyn Write, story: &Story, choice: TableChoice, notation: Notation) -> io::Result<()> {
    let mut sheet: Box<dyn Sheet + '_> = match notation {
        Notation::Csv => Box::new(SeparatedSheet::csv(out)?),
        Notation::Tsv => Box::new(SeparatedSheet::tsv(out)),
        Notation::JsonLines => Box::new(JsonSheet::new(out)),
    };
    let TableChoice { kind, scope, is_excerpt, .. } = choice;
    let pairs = || scope.pairs(story.articles().len());
    let evidence = || {
        let answers = Answers::of_story(story, story.pins(), &parallel_pairs::unwatched).unwrap_or_default();
        Evidence::of(story, &scope.articles(story.articles().len()), &answers)
    };
    match kind {
        TableKind::Links => links::write(&mut *sheet, story, &pairs(), is_excerpt)?,
        TableKind::Runs => runs::write(&mut *sheet, story, &pairs(), is_excerpt)?,
        TableKind::Passages => passages::write(&mut *sheet, story, choice)?,
        TableKind::Quotations => quotations::write(&mut *sheet, story, &evidence())?,
        TableKind::Figures => figures::write(&mut *sheet, story, &evidence())?,
        TableKind::People => people::write(&mut *sheet, story, &evidence())?,
        TableKind::Words => words::write(&mut *sheet, story, &evidence())?,
    }
    sheet.finish()
}

#[cfg(test)]
mod tests;
