//! The source and what stands in it, for scripts.

use serde::Serialize;

use crate::pages::records::{numbers, rounded};
use crate::story::credit::Credit;
use crate::story::lineage::{Parts, Proposal, Trace};
use crate::story::{Lineage, Perspective, letter};

/// The source and what stands in it, for scripts.
#[derive(Serialize)]
pub(crate) struct SourceRecord {
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

/// Records the proposed source, the story being seen from it.
pub(crate) fn record(proposal: &Proposal, perspective: Perspective) -> SourceRecord {
    let trace = |trace: Trace| TraceRecord {
        block: trace.block + 1,
        source: trace.source,
        others: trace.others,
        articles: trace.articles.into_iter().map(letter).collect(),
    };
    SourceRecord {
        proposed: letter(proposal.article),
        because: proposal.because(),
        articles: perspective.lineages.into_iter().map(parts_record).collect(),
        traces: perspective.traces.into_iter().map(trace).collect(),
    }
}

fn parts_record(lineage: Lineage) -> PartsRecord {
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
