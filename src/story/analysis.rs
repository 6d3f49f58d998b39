//! Analyses a whole story: compares every two of its articles, and keeps what is wanted of all pairs.
//!
//! ```text
//!     A–B ┐                     matrix       who shares how much with whom
//!     A–C ├─► StoryAnalysis ──► passages     which blocks answer each other
//!     B–C ┘                     proposal     the article that is proposed as the source
//!                               order        relatives side by side
//! ```
//!
//! [`Perspective`](super::Perspective) is the story seen from one article.

use super::matrix::{self, SharedWords};
use super::proposal::{self, Proposal};
use super::{Matrix, PassageLinks, Passages, Story, StoryPins, Watch, parallel_pairs};
use crate::comparison::Comparison;
use crate::pair::Pair;

/// Holds what is known of all pairs of a story.
#[derive(Clone, Debug, Default)]
pub struct StoryAnalysis {
    /// Who shares how much with whom.
    pub matrix: Matrix,
    /// Which blocks answer each other.
    pub passages: Passages,
    /// The article that is proposed as the source.
    pub proposal: Option<Proposal>,
    /// The articles in an order that brings relatives together.
    pub order: Vec<usize>,
}

impl StoryAnalysis {
    /// Compares every two articles of a story.
    ///
    /// Cost: that of aligning every two articles, shared out among the processors.
    #[must_use]
    #[expect(clippy::missing_panics_doc, reason = "nobody stops it")]
    pub fn new(story: &Story) -> Self {
        Self::new_watched(story, story.pins(), &parallel_pairs::unwatched).expect("nobody stops it")
    }

    /// Does the same where some blocks are pinned, watched; `None` if it was stopped.
    #[must_use]
    pub fn new_watched(story: &Story, pins: &StoryPins, watch: Watch<'_>) -> Option<Self> {
        type Aligned = (Vec<(Pair<usize>, Pair<SharedWords>)>, PassageLinks);
        let align = |(cells, links): &mut Aligned, pair: Pair<usize>| {
            cells.push((pair, Matrix::met(story, pair)));
            links.add_links(pair, &story.aligned_pinned(pair, pins));
        };
        let (mut cells, mut links) = Aligned::default();
        for hand in parallel_pairs::gathered(&parallel_pairs::every_pair(story.articles().len()), watch, align)? {
            cells.extend(hand.0);
            links.append(hand.1);
        }
        Some(Self::from_parts(story, cells, links))
    }

    fn from_parts(
        story: &Story,
        cells: impl IntoIterator<Item = (Pair<usize>, Pair<SharedWords>)>,
        links: PassageLinks,
    ) -> Self {
        let matrix = Matrix::from_pairs(story, cells);
        let proposal = proposal::propose(story, &matrix);
        Self { passages: Passages::from_links(story, links), proposal, order: matrix.order(), matrix }
    }

    /// Returns the article to begin with as base and source, by index: the proposed one, else the first.
    #[must_use]
    pub fn first_base(&self) -> usize {
        self.proposal.as_ref().map_or(0, |proposal| proposal.article)
    }
}

/// Collects what an analysis needs of pairs that are compared one after the other.
#[derive(Debug, Default)]
pub struct AnalysisBuilder {
    cells: Vec<(Pair<usize>, Pair<SharedWords>)>,
    links: PassageLinks,
}

impl AnalysisBuilder {
    /// Keeps what is needed of two articles.
    pub fn add(&mut self, story: &Story, pair: Pair<usize>, comparison: &Comparison) {
        let texts = pair.map(|article| &story.runs[article]);
        self.cells.push((pair, matrix::shared_words(texts, &comparison.sharing)));
        self.links.add_compared(pair, comparison);
    }

    /// Adds what another builder has kept of other pairs. Cost: linear in that.
    pub fn append(&mut self, other: Self) {
        self.cells.extend(other.cells);
        self.links.append(other.links);
    }

    /// Builds the analysis, once every pair is added. Cost: near linear in the links.
    #[must_use]
    pub fn build(self, story: &Story) -> StoryAnalysis {
        StoryAnalysis::from_parts(story, self.cells, self.links)
    }
}
