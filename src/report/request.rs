//! What is to be written of a story, and by which printer: the one way for the command line and for the reader.
//!
//! ```text
//!     scope        two, one with each of the others, all      which articles
//!     passages, table, folds, markings                        what of them
//!     printer      html, markdown, json, a table, text        as what
//! ```

use std::io;

use super::json::JsonChoice;
use super::pair_setup::PairSetup;
use super::table::TableChoice;
use super::{html, json, markdown, plain, story_text, table, text};
use crate::layout::{Folds, PageSetup};
use crate::pair::Pair;
use crate::present::Markings;
use crate::present::tables::{Notation, TableKind};
use crate::story::presence::Filter;
use crate::story::{Story, StoryScope};

/// Says as what something is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printer {
    /// A page for a browser.
    Html,
    /// Tables for a page or a mail.
    Markdown,
    /// The comparisons for scripts.
    Json,
    /// Rows of one table.
    Table(Notation),
    /// Two columns of two articles, the marks as signs.
    Text,
    /// The pages of a story as text.
    Pages,
    /// Two articles in sentences.
    Plain,
    /// The pages of a story in sentences.
    PlainPages,
}

/// Holds what is to be written.
#[derive(Clone, Copy, Debug)]
pub struct ReportRequest<'r> {
    /// The story.
    pub story: &'r Story,
    /// The two articles that text is of, by index.
    pub shown: Pair<usize>,
    /// Of which articles all else is.
    pub scope: StoryScope,
    /// Which passages are listed.
    pub passages: Filter,
    /// What the rows of a table are.
    pub table: TableKind,
    /// How a page of text is set.
    pub setup: PageSetup,
    /// What is marked, hinted at and kept.
    pub markings: Markings,
    /// What is folded of two articles.
    pub folds: &'r Folds,
}

impl ReportRequest<'_> {
    /// Writes it.
    ///
    /// Cost: that of the printer.
    ///
    /// # Errors
    ///
    /// If what it is written to takes no more.
    ///
    /// # Panics
    ///
    /// If an index is beyond the last article.
    pub fn write(&self, printer: Printer, out: &mut dyn io::Write) -> io::Result<()> {
        let &Self { story, shown, scope, passages, table, setup, markings, folds } = self;
        let compared = || story.compare(shown);
        let pair_setup = PairSetup { page: setup, markings, folds };
        match (printer, scope) {
            (Printer::Html, StoryScope::Two(pair)) => html::write(out, story, pair, pair_setup),
            (Printer::Html, _) => html::write_story(out, story, scope, passages, setup, markings),
            (Printer::Markdown, StoryScope::Two(pair)) => markdown::write(out, story, pair, pair_setup),
            (Printer::Markdown, _) => markdown::write_story(out, story, scope, passages, setup, markings),
            (Printer::Json, _) => {
                let choice = JsonChoice { related: markings.related, excerpts: markings.excerpts };
                json::write(out, story, &scope.articles(story.articles().len()), choice)
            }
            (Printer::Table(notation), _) => {
                let choice = TableChoice { kind: table, scope, passages, is_excerpt: markings.excerpts };
                table::write(out, story, choice, notation)
            }
            (Printer::Text, _) => text::write(out, story, shown, &compared(), pair_setup),
            (Printer::Pages, _) => {
                let pages = if markings.excerpts { story_text::write_excerpts } else { story_text::write };
                out.write_all(pages(story, scope.base(), passages, setup).as_bytes())
            }
            (Printer::Plain, _) => plain::write(out, story, shown, &compared(), pair_setup),
            (Printer::PlainPages, _) => plain::write_story(out, story, scope, passages, setup, markings.excerpts),
        }
    }
}
