//! The records that JSON is written from, in the order in which they stand in it.

use std::borrow::Cow;

use serde::Serialize;

#[cfg(feature = "schema")]
use crate::{align::Pass, comparison::Relation, diff::Change, draft::Kind};

/// Names the schema; what it describes is added to and never renamed.
pub(super) const SCHEMA: &str = "diptych/1";

/// What is compared, and what came of it.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Document<'s, C, S, E> {
    /// Names this schema. Fields are added to it; none is renamed.
    #[cfg_attr(feature = "schema", schemars(extend("const" = SCHEMA)))]
    pub(super) schema: &'static str,
    /// Whether texts are kept to the first words of each block and the marked runs: the segments of a block do not join to it, and `…`
    /// stands for what is left out. Left out if not.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) excerpts: bool,
    /// The articles, in the order of their letters.
    pub(super) articles: Vec<ArticleRecord<'s>>,
    /// Every two of the articles, compared.
    pub(super) comparisons: C,
    /// What can be seen of all articles at once; there are three at least.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "S"))]
    pub(super) story: Option<S>,
    /// What can be pointed at, in the outlets' own words.
    pub(super) evidence: E,
}

/// A report.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Article"))]
pub(super) struct ArticleRecord<'s> {
    /// The letter that the rest names it by.
    pub(super) id: String,
    /// Where it was read from.
    pub(super) source: &'s str,
    /// Who published it, where that is known.
    pub(super) outlet: Option<&'s str>,
    /// Its headline, where it has one.
    pub(super) headline: Option<&'s str>,
    /// Who wrote it, where that is known.
    pub(super) byline: Option<&'s str>,
    /// When it was published, where that is known: as in ISO 8601 if it can be read as such, else as it stands.
    pub(super) date: Option<&'s str>,
    /// How many words its body has: those of its paragraphs, without datelines.
    pub(super) words: usize,
    /// What it consists of, in its order.
    pub(super) blocks: Vec<BlockRecord<'s>>,
}

/// A paragraph of an article, or what stands in its place.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Block"))]
pub(super) struct BlockRecord<'s> {
    /// Its number in the article, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub(super) number: usize,
    /// What it is.
    #[cfg_attr(feature = "schema", schemars(with = "Kind"))]
    pub(super) kind: &'static str,
    /// Its text.
    pub(super) text: Cow<'s, str>,
}

/// Two articles, compared.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Comparison"))]
pub(super) struct ComparisonRecord<'s> {
    /// The letter of the left article.
    pub(super) left: String,
    /// The letter of the right article.
    pub(super) right: String,
    /// How much of their wording they share.
    pub(super) shared: SharedRecord,
    /// Whether the texts were too large or too repetitive to try everything; left out if not.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) coarse: bool,
    /// The blocks that answer each other, in the order of the left article.
    pub(super) links: Vec<LinkRecord<'s>>,
    /// Of the blocks in no link those that are not wholly only here: what of them stands elsewhere in the other article,
    /// and which are said again.
    pub(super) alone: Sides<Vec<AloneRecord<'s>>>,
    /// Blocks that report the same beyond the one link that a block can be in, or below the certainty of one: hints, which count
    /// for nothing. Left out if they are not wanted.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<RelatedRecord>"))]
    pub(super) related: Option<Vec<RelatedRecord>>,
}

/// Blocks that are related.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Related"))]
pub(super) struct RelatedRecord {
    /// The numbers of the blocks of the left, from 1.
    #[cfg_attr(feature = "schema", schemars(inner(range(min = 1))))]
    pub(super) left: Vec<usize>,
    /// The numbers of the blocks of the right, from 1.
    #[cfg_attr(feature = "schema", schemars(inner(range(min = 1))))]
    pub(super) right: Vec<usize>,
    /// The rarest words that they have in common, or runs of them.
    pub(super) words: Vec<String>,
}

/// A block in no link that is not wholly only here.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Alone"))]
pub(super) struct AloneRecord<'s> {
    /// Its number in the article, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub(super) block: usize,
    /// Whether it is said again: an earlier block of its article says it already, or nearly all of it stands elsewhere.
    pub(super) again: bool,
    /// Its text, cut by what stands elsewhere.
    pub(super) segments: Vec<SegmentRecord<'s>>,
}

/// Numbers of blocks of either side; a side without any is left out.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Blocks"))]
pub(super) struct SomeBlocks {
    /// Those of the left, from 1.
    #[cfg_attr(feature = "schema", schemars(inner(range(min = 1))))]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) left: Vec<usize>,
    /// Those of the right, from 1.
    #[cfg_attr(feature = "schema", schemars(inner(range(min = 1))))]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) right: Vec<usize>,
}

/// How much wording two articles share, in runs of five words and more.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Shared"))]
pub(super) struct SharedRecord {
    /// The share of the left article's body words that the right one has too, 0 to 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 0.0, max = 1.0)))]
    pub(super) left: f64,
    /// The share of the right article's body words that the left one has too, 0 to 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 0.0, max = 1.0)))]
    pub(super) right: f64,
    /// How many words the longest run has that both have; 0 if they have none in common.
    pub(super) longest_run: usize,
    /// What of these shares stands inside quotation marks.
    pub(super) in_quotations: QuotedRecord,
}

/// What of the words that two articles share stands inside quotation marks.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Quoted"))]
pub(super) struct QuotedRecord {
    /// The share of the left article's body words, 0 to 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 0.0, max = 1.0)))]
    pub(super) left: f64,
    /// The share of the right article's body words, 0 to 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 0.0, max = 1.0)))]
    pub(super) right: f64,
}

/// Blocks of the left article, and those of the right one that answer them.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Link"))]
pub(super) struct LinkRecord<'s> {
    /// The numbers of the left blocks, from 1.
    #[cfg_attr(feature = "schema", schemars(inner(range(min = 1))))]
    pub(super) left: Vec<usize>,
    /// The numbers of the right blocks, from 1.
    #[cfg_attr(feature = "schema", schemars(inner(range(min = 1))))]
    pub(super) right: Vec<usize>,
    /// How alike their wording is.
    #[cfg_attr(feature = "schema", schemars(with = "Relation"))]
    pub(super) relation: &'static str,
    /// Whether it stands outside the order that most words keep.
    pub(super) moved: bool,
    /// How alike they are, 0 to 1: the same either way round, and 1 for the same words alone.
    #[cfg_attr(feature = "schema", schemars(range(min = 0.0, max = 1.0)))]
    pub(super) similarity: f64,
    /// Those of its blocks that are said again; left out if none is.
    #[cfg_attr(feature = "schema", schemars(with = "SomeBlocks"))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) again: Option<SomeBlocks>,
    /// Why it is there.
    pub(super) because: BecauseRecord,
    /// The texts of its blocks, cut by what the other side has of them.
    pub(super) segments: Sides<Vec<SegmentRecord<'s>>>,
}

/// Why a link is there.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Because"))]
pub(super) struct BecauseRecord {
    /// How probable the pass that made it took it to be, 0 to 1; 0 for headlines that face each other whatever they
    /// say.
    #[cfg_attr(feature = "schema", schemars(range(min = 0.0, max = 1.0)))]
    pub(super) score: f64,
    /// The words that it rests on most, as one of the texts spells them.
    pub(super) words: Vec<String>,
    /// The step that made it.
    #[cfg_attr(feature = "schema", schemars(with = "Pass"))]
    pub(super) pass: &'static str,
}

/// The same of the left and of the right.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Sides"))]
pub(super) struct Sides<T> {
    /// That of the left.
    pub(super) left: T,
    /// That of the right.
    pub(super) right: T,
}

/// A stretch of a block; those of a block join to its text.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Segment"))]
pub(super) struct SegmentRecord<'s> {
    /// The number of the block, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub(super) block: usize,
    /// What the other side has of it.
    pub(super) kind: SegmentKind,
    /// What sets it apart from the other side; there if its kind is `only`.
    #[cfg_attr(feature = "schema", schemars(with = "Change"))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) change: Option<&'static str>,
    /// The numbers of the other side's blocks that have it, from 1; there if its kind is `elsewhere`.
    #[cfg_attr(feature = "schema", schemars(inner(range(min = 1))))]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) at: Vec<usize>,
    /// Its text.
    pub(super) text: Cow<'s, str>,
}

/// What the other side has of a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) enum SegmentKind {
    /// The same words.
    Shared,
    /// The same words at another place.
    Moved,
    /// The same words in another block, or once more in a block of the link.
    Elsewhere,
    /// Nothing that is the same.
    Only,
}
