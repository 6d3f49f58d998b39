//! The `story` object: what can be seen of all articles at once, a part for each page of the story.

use serde::Serialize;

use crate::comparison::Comparison;
use crate::letters::letter;
use crate::pages::passages::{self, PassageRecord};
use crate::pages::sharing::{self, SharingRecord};
use crate::pages::source::{self, SourceRecord};
use crate::pair::Pair;
use crate::story::{AnalysisBuilder, Perspective, Story};

/// What can be seen of all articles at once.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Story"))]
pub(super) struct StoryRecord {
    /// How much of each article's wording each other one has.
    sharing: Vec<SharingRecord>,
    /// The letters of the articles, in an order that brings relatives together.
    order: Vec<String>,
    /// The blocks of all articles that answer each other.
    passages: Vec<PassageRecord>,
    /// The article in which most words of the others stand outside quotation marks, if one stands out, and what stands in
    /// it.
    source: SourceRecord,
}

/// Holds what is kept of pairs until all of them are written.
#[derive(Default)]
pub(super) struct GatheredPairs {
    builder: AnalysisBuilder,
    longest_runs: Vec<(Pair<usize>, usize)>,
}

impl GatheredPairs {
    pub(super) fn add(&mut self, story: &Story, pair: Pair<usize>, comparison: &Comparison) {
        self.builder.add(story, pair, comparison);
        self.longest_runs.push((pair, comparison.sharing.longest_run));
    }
}

/// Returns what can be seen of all articles of a story at once, every two of them being compared.
pub(super) fn record(story: &Story, gathered: GatheredPairs) -> StoryRecord {
    let analysis = gathered.builder.build(story);
    let proposed = analysis.proposal.as_ref();
    let source = proposed.map(|proposal| (proposal, Perspective::new(story, &analysis, proposal.article)));
    StoryRecord {
        sharing: sharing::records(&analysis, story.articles().len(), &gathered.longest_runs),
        order: analysis.order.iter().copied().map(letter).collect(),
        passages: passages::records(story, &analysis),
        source: source::record(source),
    }
}
