//! What is printed of a whole story: its pages, as sheets, and then its pairs.
//!
//! ```text
//!     StoryScope::With(Left, C)  ─►  pages seen from C,  pairs CA CB CD
//!     All, of forty articles     ─►  pages seen from the proposed one, A,  pairs AB AC AD …
//! ```

use std::io;

use crate::comparison::Comparison;
use crate::evidence::Evidence;
use crate::evidence::links::Answers;
use crate::layout::PageSetup;
use crate::letters::letter;
use crate::pages::{Facts, PAGES, PageChoice, Sheet, pairs_of_one};
use crate::pair::Pair;
use crate::story::parallel_pairs::{self, unwatched};
use crate::story::{Perspective, Story, StoryAnalysis, StoryScope};

/// Holds what is known of a story, and which of its pairs are printed.
pub(super) struct ToldStory<'s> {
    story: &'s Story,
    analysis: StoryAnalysis,
    perspective: Perspective,
    evidence: Evidence,
    /// The article that the pages are seen from, by index.
    pub base: usize,
    /// The pairs, ascending.
    pub pairs: Vec<Pair<usize>>,
    /// Says which pairs these are, if they are not all.
    pub of_one: Option<String>,
}

impl<'s> ToldStory<'s> {
    /// Analyses a story, seen from the article that is named, else from the one that is proposed.
    ///
    /// Cost: that of comparing every two articles, shared out among the processors.
    pub(super) fn new(story: &'s Story, scope: StoryScope) -> Self {
        let count = story.articles().len();
        let (analysis, answers) = Answers::with_analysis(story, story.pins(), &unwatched).unwrap_or_default();
        let evidence = Evidence::of_all(story, &answers);
        let base = scope.base().unwrap_or_else(|| analysis.first_base());
        let perspective = Perspective::new(story, &analysis, base);
        let scope = scope.readable(count, base);
        let of_one = (scope != StoryScope::All).then(|| pairs_of_one(&letter(base)));
        Self { story, analysis, perspective, evidence, base, pairs: scope.pairs(count), of_one }
    }

    /// Hands on the sheets of all pages, one after the other, each with whether it is the first one of its page. Of the choice
    /// counts what counts for a sheet.
    ///
    /// # Errors
    ///
    /// What taking one says.
    pub(super) fn for_each_sheet(
        &self,
        choice: &PageChoice,
        setup: PageSetup,
        mut take: impl FnMut(&Sheet<'_>, bool) -> io::Result<()>,
    ) -> io::Result<()> {
        let facts = self.facts();
        for page in PAGES {
            for (index, sheet) in page.sheets(&facts, choice, setup).iter().enumerate() {
                take(sheet, index == 0)?;
            }
        }
        Ok(())
    }

    /// Compares the pairs and hands them on, one after the other.
    ///
    /// Cost: that of comparing them, shared out among the processors; some hundred comparisons are held at once.
    ///
    /// # Errors
    ///
    /// What taking one says.
    pub(super) fn for_each_pair(&self, take: impl FnMut(Pair<usize>, Comparison) -> io::Result<()>) -> io::Result<()> {
        parallel_pairs::for_each_in_order(&self.pairs, |pair| self.story.compare(pair), take)
    }

    /// Returns what the pages are made of.
    pub(super) fn facts(&self) -> Facts<'_> {
        let Self { story, analysis, perspective, evidence, base, .. } = self;
        let (analysis, perspective, evidence) = (Some(analysis), Some(perspective), Some(evidence));
        let shown = Pair::new(*base, usize::from(*base == 0));
        Facts { story, analysis, perspective, evidence, shown, screen: None }
    }
}
