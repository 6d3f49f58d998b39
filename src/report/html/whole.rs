//! The whole story: its pages, then its pairs.

use std::io;

use maud::html;

use super::anchors::Anchors;
use super::pair::PairPrinter;
use super::sections::Sections;
use super::sheets::{SheetPrinter, tongues};
use crate::layout::PageSetup;
use crate::letters::letter;
use crate::pages::{Facts, PAGES, PageChoice, pairs_of_one};
use crate::pair::Pair;
use crate::present::Markings;
use crate::story::presence::Filter;
use crate::story::{Perspective, Story, StoryAnalysis};

/// Prints a story.
pub(super) struct StoryPrinter<'s> {
    pub story: &'s Story,
    /// The article that the pages are seen from and whose pairs are on the page, by index, if one is named.
    pub named: Option<usize>,
    /// Which passages are listed.
    pub filter: Filter,
    pub setup: PageSetup,
    pub markings: Markings,
}

impl StoryPrinter<'_> {
    /// Analyses the story and writes it. Cost: that of comparing every two articles, and linear in the pairs that are written.
    ///
    /// # Errors
    ///
    /// If what it is written to takes no more.
    pub(super) fn write(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let Self { story, named, filter, setup, markings } = *self;
        let count = story.articles().len();
        let analysis = StoryAnalysis::new(story);
        let base = named.unwrap_or_else(|| analysis.first_base());
        let perspective = Perspective::new(story, &analysis, base);
        let shown = Pair::new(base, usize::from(base == 0));
        let (analysis, perspective) = (Some(&analysis), Some(&perspective));
        let facts = Facts { story, analysis, perspective, shown, screen: None };
        let choice = PageChoice { filter, ..PageChoice::default() };
        let (sections, tongues) = (Sections::new(count, named, base), tongues(story.articles()));
        let printer = SheetPrinter { tongues: &tongues, sections: &sections };
        out.write_all(html! { h1 { (story.name) } }.0.as_bytes())?;
        for page in PAGES {
            for (index, sheet) in page.sheets(&facts, &choice, setup).iter().enumerate() {
                printer.write(out, sheet, index == 0)?;
            }
        }
        if !sections.are_all(count) {
            out.write_all(html! { p.note { (pairs_of_one(&letter(base))) } }.0.as_bytes())?;
        }
        for &shown in &sections.pairs {
            let anchors = Anchors::of_pair(shown.map(letter));
            PairPrinter { story, shown, setup, markings, anchors, is_alone: false }.write(out)?;
        }
        Ok(())
    }
}
