//! The comparison as Markdown: a table of two articles, or the pages of a story and a table for each of its pairs, for a page or a mail.
//!
//! ```text
//!     | A Coast Wire                    |          | B Harbour Ledger          |
//!     |---|---|---|
//!     | A¶4 The contract, worth [41] …  | ~ edited | B¶5 The contract, worth {47} … |
//!     | A¶5 The yard is …               | = same, moved | ↓ see B¶9             |
//! ```
//!
//! Each block stands once, at home; an echo is a reference to it. Cells have no width, and so no lines.

mod escape;
mod pair;
mod sheets;

use std::io;

use super::pair_setup::PairSetup;
use super::told::ToldStory;
use crate::layout::PageSetup;
use crate::letters::letter;
use crate::pages::PageChoice;
use crate::pair::Pair;
use crate::present::Markings;
use crate::story::presence::Filter;
use crate::story::{Story, StoryScope};
use escape::escaped;
use pair::PairPrinter;

/// Writes two articles of a story, and what came of comparing them, as a table. What is folded stands there by its first words.
///
/// Cost: that of comparing them, and linear in their texts.
///
/// # Errors
///
/// If what it is written to takes no more.
///
/// # Panics
///
/// If an index is beyond the last article.
pub fn write(out: &mut dyn io::Write, story: &Story, shown: Pair<usize>, setup: PairSetup<'_>) -> io::Result<()> {
    PairPrinter { story, shown, comparison: &story.compare(shown), setup, is_alone: true }.write(out)
}

/// Writes a story: the pages of all articles as tables; then a table for every two articles, or for the one that is named with each of
/// the others, from which the story is seen then. Of more than a dozen articles the one that it is seen from is set beside each of
/// the others.
///
/// Cost: that of aligning every two articles and of comparing those that are written, shared out among the processors, and linear in
/// the text that is written.
///
/// # Errors
///
/// If what it is written to takes no more.
///
/// # Panics
///
/// If an index is beyond the last article, or there are fewer than two.
pub fn write_story(
    out: &mut dyn io::Write,
    story: &Story,
    scope: StoryScope,
    filter: Filter,
    setup: PageSetup,
    markings: Markings,
) -> io::Result<()> {
    let told = ToldStory::new(story, scope);
    writeln!(out, "# {}", escaped(&story.name))?;
    let choice = PageChoice { filter, is_excerpt: markings.excerpts, ..PageChoice::default() };
    told.for_each_sheet(&choice, setup, |sheet, is_first| sheets::write(out, sheet, is_first))?;
    if markings.excerpts {
        writeln!(out)?;
        for (index, article) in story.articles().iter().enumerate() {
            writeln!(out, "- {}", pair::source(&letter(index), article, setup))?;
        }
    }
    if let Some(note) = &told.of_one {
        writeln!(out, "\n{note}")?;
    }
    writeln!(out, "\n{}", pair::legend(setup, markings, markings.related))?;
    told.for_each_pair(|shown, comparison| {
        writeln!(out)?;
        let setup = PairSetup::unfolded(setup, markings);
        PairPrinter { story, shown, comparison: &comparison, setup, is_alone: false }.write(out)
    })
}

#[cfg(test)]
mod tests;
