//! The whole story: its pages, then its pairs.

use std::io;

use maud::html;

use super::anchors::Anchors;
use super::heads;
use super::pair::PairPrinter;
use super::sections::Sections;
use super::sheets::{SheetPrinter, tongues};
use crate::layout::PageSetup;
use crate::letters::letter;
use crate::pages::PageChoice;
use crate::present::Markings;
use crate::report::pair_setup::PairSetup;
use crate::report::told::ToldStory;
use crate::story::presence::Filter;
use crate::story::{Story, StoryScope};

/// Prints a story.
pub(super) struct StoryPrinter<'s> {
    pub story: &'s Story,
    /// Which pairs are on the page, and from where the pages are seen.
    pub scope: StoryScope,
    /// Which passages are listed.
    pub filter: Filter,
    pub setup: PageSetup,
    pub markings: Markings,
}

impl StoryPrinter<'_> {
    /// Analyses the story and writes it. Cost: that of aligning every two articles and of comparing the pairs that are written, and linear
    /// in these.
    ///
    /// # Errors
    ///
    /// If what it is written to takes no more.
    pub(super) fn write(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let Self { story, scope, filter, setup, markings } = *self;
        let told = ToldStory::new(story, scope);
        let (sections, tongues) = (Sections::new(&told.pairs), tongues(story.articles()));
        let printer = SheetPrinter { tongues: &tongues, sections: &sections };
        out.write_all(html! { h1 { (story.name) } }.0.as_bytes())?;
        let choice = PageChoice { filter, is_excerpt: markings.excerpts, ..PageChoice::default() };
        told.for_each_sheet(&choice, setup, |sheet, is_first| printer.write(out, sheet, is_first))?;
        if markings.excerpts {
            let sources = html! {
                @for (index, article) in story.articles().iter().enumerate() {
                    (heads::source(&letter(index), article, &tongues[index], setup))
                }
            };
            out.write_all(sources.0.as_bytes())?;
        }
        if let Some(note) = &told.of_one {
            out.write_all(html! { p.note { (note) } }.0.as_bytes())?;
        }
        told.for_each_pair(|shown, comparison| {
            let anchors = Anchors::of_pair(shown.map(letter));
            PairPrinter {
                story,
                shown,
                comparison: &comparison,
                setup: PairSetup::unfolded(setup, markings),
                anchors,
                is_alone: false,
            }
            .write(out)
        })
    }
}
