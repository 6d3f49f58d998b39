//! The `story` object: what can be seen of all articles at once.

use std::collections::BTreeMap;

use serde::Serialize;

use super::rounded;
use crate::comparison::Comparison;
use crate::pair::Pair;
use crate::story::credit::Credit;
use crate::story::lineage::{Parts, Proposal, Trace};
use crate::story::{AnalysisBuilder, Lineage, Passage, Perspective, Story, StoryAnalysis, letter};

#[derive(Serialize)]
pub(super) struct StoryRecord {
    sharing: Vec<SharingRecord>,
    order: Vec<String>,
    passages: Vec<PassageRecord>,
    source: Option<SourceRecord>,
}

#[derive(Serialize)]
struct SharingRecord {
    of: String,
    #[serde(rename = "in")]
    within: String,
    share: f64,
    longest_run: usize,
}

#[derive(Serialize)]
struct PassageRecord {
    blocks: BTreeMap<String, Vec<usize>>,
}

#[derive(Serialize)]
struct SourceRecord {
    proposed: String,
    because: String,
    articles: Vec<PartsRecord>,
    traces: Vec<TraceRecord>,
}

#[derive(Serialize)]
struct PartsRecord {
    id: String,
    words: usize,
    verbatim: usize,
    edited: usize,
    moved: usize,
    elsewhere: usize,
    own: usize,
    profile: Vec<f64>,
    credits: Vec<CreditRecord>,
}

#[derive(Serialize)]
struct CreditRecord {
    block: usize,
    words: usize,
    class: &'static str,
    named: Vec<usize>,
    quoted: bool,
}

#[derive(Serialize)]
struct TraceRecord {
    block: usize,
    source: String,
    others: String,
    articles: Vec<String>,
}

/// What is kept of pairs until all of them are written.
#[derive(Default)]
pub(super) struct Gathered {
    builder: AnalysisBuilder,
    longest_runs: Vec<(Pair<usize>, usize)>,
}

impl Gathered {
    pub(super) fn add(&mut self, pair: Pair<usize>, comparison: &Comparison) {
        self.builder.add(pair, comparison);
        self.longest_runs.push((pair, comparison.sharing.longest_run));
    }
}

/// What can be seen of all articles of a story at once, every two of them being compared.
pub(super) fn record(story: &Story, gathered: Gathered) -> StoryRecord {
    let analysis = gathered.builder.build(story);
    let matrix = &analysis.matrix;
    let count = story.articles().len();
    // Scripts are told also how long the longest run is where it is too short to count.
    let mut longest = vec![0; count * count];
    for (pair, words) in gathered.longest_runs {
        for pair in [pair, pair.swap()] {
            longest[pair.left * count + pair.right] = words;
        }
    }
    let pairs =
        (0..count).flat_map(|of| (0..count).filter(move |&within| within != of).map(move |within| (of, within)));
    let sharing = pairs.map(|(of, within)| SharingRecord {
        of: letter(of),
        within: letter(within),
        share: rounded(matrix.share(of, within)),
        longest_run: longest[of * count + within],
    });
    StoryRecord {
        sharing: sharing.collect(),
        order: analysis.order.iter().copied().map(letter).collect(),
        passages: analysis.passages.passages.iter().map(passage).collect(),
        source: analysis.proposal.as_ref().map(|proposal| source(story, &analysis, proposal)),
    }
}

fn passage(passage: &Passage) -> PassageRecord {
    let blocks = passage.blocks.iter().map(|(article, blocks)| (letter(*article), numbers(blocks)));
    PassageRecord { blocks: blocks.collect() }
}

fn numbers(blocks: &[usize]) -> Vec<usize> {
    blocks.iter().map(|block| block + 1).collect()
}

fn source(story: &Story, analysis: &StoryAnalysis, proposal: &Proposal) -> SourceRecord {
    let perspective = Perspective::new(story, analysis, proposal.article);
    let trace = |trace: Trace| TraceRecord {
        block: trace.block + 1,
        source: trace.source,
        others: trace.others,
        articles: trace.articles.into_iter().map(letter).collect(),
    };
    SourceRecord {
        proposed: letter(proposal.article),
        because: proposal.because(),
        articles: perspective.lineages.into_iter().map(parts).collect(),
        traces: perspective.traces.into_iter().map(trace).collect(),
    }
}

fn parts(lineage: Lineage) -> PartsRecord {
    let Parts { verbatim, edited, moved, elsewhere, own } = lineage.parts;
    let credit = |credit: Credit| CreditRecord {
        block: credit.run.block + 1,
        words: credit.run.words,
        class: credit.class.name(),
        named: numbers(&credit.named),
        quoted: credit.is_quoted,
    };
    PartsRecord {
        id: letter(lineage.article),
        words: lineage.parts.total(),
        verbatim,
        edited,
        moved,
        elsewhere,
        own,
        profile: lineage.profile.into_iter().map(rounded).collect(),
        credits: lineage.credits.into_iter().map(credit).collect(),
    }
}
