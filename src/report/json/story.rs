//! The `story` object: what can be seen of all articles at once.

use std::collections::BTreeMap;

use serde::Serialize;

use super::rounded;
use crate::pair::Pair;
use crate::story::lineage::{self, Parts};
use crate::story::{Matrix, Passages, Story, credit, letter};

/// The parts of equal length that an article is cut into for the profile of its shared wording.
const PROFILE: usize = 10;

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

pub(super) fn record(story: &Story) -> StoryRecord {
    let matrix = Matrix::of(story);
    let count = story.articles().len();
    let pairs =
        (0..count).flat_map(|of| (0..count).filter(move |&within| within != of).map(move |within| (of, within)));
    let sharing = pairs.map(|(of, within)| SharingRecord {
        of: letter(of),
        within: letter(within),
        share: rounded(matrix.share(of, within)),
        longest_run: matrix.cell(of, within).longest_run,
    });
    StoryRecord {
        sharing: sharing.collect(),
        order: matrix.order().into_iter().map(letter).collect(),
        passages: passages(story),
        source: source(story, &matrix),
    }
}

fn passages(story: &Story) -> Vec<PassageRecord> {
    let numbers = |blocks: &[usize]| blocks.iter().map(|block| block + 1).collect();
    let record = |passage: crate::story::Passage| {
        let blocks = passage.blocks.iter().map(|(article, blocks)| (letter(*article), numbers(blocks)));
        PassageRecord { blocks: blocks.collect() }
    };
    Passages::of(story).passages.into_iter().map(record).collect()
}

fn source(story: &Story, matrix: &Matrix) -> Option<SourceRecord> {
    let proposal = lineage::propose(matrix)?;
    let source = proposal.article;
    let others = (0..story.articles().len()).filter(|&article| article != source);
    let trace = |trace: lineage::Trace| TraceRecord {
        block: trace.block + 1,
        source: trace.source,
        others: trace.others,
        articles: trace.articles.into_iter().map(letter).collect(),
    };
    Some(SourceRecord {
        proposed: letter(source),
        because: proposal.because(),
        articles: others.map(|article| parts(story, source, article)).collect(),
        traces: lineage::traces(story, source).into_iter().map(trace).collect(),
    })
}

fn parts(story: &Story, source: usize, article: usize) -> PartsRecord {
    let Parts { verbatim, edited, moved, elsewhere, own } = lineage::parts(story, source, article);
    let runs = story.compare(Pair::new(source, article)).sharing.runs.right;
    let profile = lineage::profile(story, article, &runs, PROFILE).into_iter().map(rounded).collect();
    let credit = |credit: credit::Credit| CreditRecord {
        block: credit.run.block + 1,
        words: credit.run.words,
        class: credit.class.name(),
        named: credit.named.iter().map(|block| block + 1).collect(),
        quoted: credit.is_quoted,
    };
    PartsRecord {
        id: letter(article),
        words: verbatim + edited + moved + elsewhere + own,
        verbatim,
        edited,
        moved,
        elsewhere,
        own,
        profile,
        credits: credit::credits(story, source, article).into_iter().map(credit).collect(),
    }
}
