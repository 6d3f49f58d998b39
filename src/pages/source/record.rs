//! The source and what stands in it, for scripts.

use serde::Serialize;

use crate::letters::letter;
use crate::pages::records::{numbers, rounded};
use crate::story::credit::{Credit, Quoted};
use crate::story::lineage::{Trace, WordParts};
#[cfg(feature = "schema")]
use crate::story::naming::Finding;
use crate::story::naming::Naming;
use crate::story::proposal::{NONE_STANDS_OUT, Proposal};
use crate::story::{Lineage, Perspective};

/// The article that is proposed as the source, and what of the others stands in it.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Source"))]
pub(crate) struct SourceRecord {
    /// Its letter; null if none stands out.
    proposed: Option<String>,
    /// Why it is proposed, or that none stands out.
    because: String,
    /// What of each other article stands in it; nothing if none is proposed.
    articles: Vec<PartsRecord>,
    /// What other articles have alike against it.
    traces: Vec<TraceRecord>,
}

/// Where the words of an article's body stand besides; the counts from `verbatim` to `own` add up to all words.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Parts"))]
struct PartsRecord {
    /// The letter of the article.
    id: String,
    /// All words of its body: those of its paragraphs, without datelines.
    words: usize,
    /// Words in a verbatim link with the source, in its order.
    verbatim: usize,
    /// Words in runs of five and more that the source has too, in linked blocks that were edited.
    edited: usize,
    /// Words in runs of five and more that the source has too, in linked blocks that moved.
    moved: usize,
    /// Words in runs of five and more that stand elsewhere in the source than where a link looks for them.
    elsewhere: usize,
    /// Words in none of these, but in runs of five words and more that another article has.
    others: usize,
    /// Words in no such run: only here.
    own: usize,
    /// Of the words that the source has too, how many stand inside quotation marks.
    in_quotations: usize,
    /// What share of the words of each tenth of the article stands in the source, 0 to 1.
    #[cfg_attr(feature = "schema", schemars(inner(range(min = 0.0, max = 1.0))))]
    profile: Vec<f64>,
    /// Long runs that the source has too, and whether the article names it.
    credits: Vec<CreditRecord>,
}

/// What can be pointed at about a long run of shared wording.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Credit"))]
struct CreditRecord {
    /// The number of the block that it stands in, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    block: usize,
    /// How many words it has.
    words: usize,
    /// Whether the article names the source.
    #[cfg_attr(feature = "schema", schemars(with = "Finding"))]
    class: &'static str,
    /// The numbers of the blocks in which the source is named, from 1.
    #[cfg_attr(feature = "schema", schemars(inner(range(min = 1))))]
    named: Vec<usize>,
    /// Whether the run stands inside quotation marks as a whole, but for the speaker between two parts.
    quoted: bool,
}

/// What other articles have alike where the source has something else.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Trace"))]
struct TraceRecord {
    /// The number of the block of the source, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    block: usize,
    /// What the source has.
    source: String,
    /// What the others have.
    others: String,
    /// The letters of the others.
    articles: Vec<String>,
}

/// Records the proposed source, the story being seen from it; if none is proposed, that none stands out.
pub(crate) fn record(proposed: Option<(&Proposal, Perspective)>) -> SourceRecord {
    let trace = |trace: Trace| TraceRecord {
        block: trace.block + 1,
        source: trace.source,
        others: trace.others,
        articles: trace.articles.into_iter().map(letter).collect(),
    };
    let Some((proposal, perspective)) = proposed else {
        return SourceRecord {
            proposed: None,
            because: NONE_STANDS_OUT.to_owned(),
            articles: Vec::new(),
            traces: Vec::new(),
        };
    };
    SourceRecord {
        proposed: Some(letter(proposal.article)),
        because: proposal.because(),
        articles: perspective.lineages.into_iter().map(parts_record).collect(),
        traces: perspective.traces.into_iter().map(trace).collect(),
    }
}

fn parts_record(lineage: Lineage) -> PartsRecord {
    let WordParts { verbatim, edited, moved, elsewhere, others, own, quoted } = lineage.parts;
    let Naming { blocks: named, .. } = &lineage.naming;
    let class = lineage.naming.finding().name();
    let credit = |credit: Credit| CreditRecord {
        block: credit.run.block + 1,
        words: credit.run.words,
        class,
        named: numbers(named),
        quoted: credit.quoted == Quoted::Whole,
    };
    PartsRecord {
        id: letter(lineage.article),
        words: lineage.parts.total(),
        verbatim,
        edited,
        moved,
        elsewhere,
        others,
        own,
        in_quotations: quoted,
        profile: lineage.profile.into_iter().map(rounded).collect(),
        credits: lineage.credits.into_iter().map(credit).collect(),
    }
}
