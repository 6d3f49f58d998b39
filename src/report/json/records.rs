//! The records that JSON is written from, in the order in which they stand in it.

use serde::Serialize;

/// Names the schema; what it describes is added to and never renamed.
pub(super) const SCHEMA: &str = "diptych/1";

#[derive(Serialize)]
pub(super) struct Document<'s, C, S> {
    pub(super) schema: &'static str,
    pub(super) articles: Vec<ArticleRecord<'s>>,
    pub(super) comparisons: C,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) story: Option<S>,
}

#[derive(Serialize)]
pub(super) struct ArticleRecord<'s> {
    pub(super) id: String,
    pub(super) source: &'s str,
    pub(super) outlet: Option<&'s str>,
    pub(super) headline: Option<&'s str>,
    pub(super) byline: Option<&'s str>,
    pub(super) date: Option<&'s str>,
    pub(super) words: usize,
    pub(super) blocks: Vec<BlockRecord<'s>>,
}

#[derive(Serialize)]
pub(super) struct BlockRecord<'s> {
    pub(super) number: usize,
    pub(super) kind: &'static str,
    pub(super) text: &'s str,
}

#[derive(Serialize)]
pub(super) struct ComparisonRecord<'s> {
    pub(super) left: String,
    pub(super) right: String,
    pub(super) shared: SharedRecord,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) coarse: bool,
    pub(super) links: Vec<LinkRecord<'s>>,
}

#[derive(Serialize)]
pub(super) struct SharedRecord {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) longest_run: usize,
}

#[derive(Serialize)]
pub(super) struct LinkRecord<'s> {
    pub(super) left: Vec<usize>,
    pub(super) right: Vec<usize>,
    pub(super) relation: &'static str,
    pub(super) moved: bool,
    pub(super) similarity: f64,
    pub(super) because: BecauseRecord,
    pub(super) segments: Sides<Vec<SegmentRecord<'s>>>,
}

#[derive(Serialize)]
pub(super) struct BecauseRecord {
    pub(super) score: f64,
    pub(super) words: Vec<String>,
    pub(super) pass: &'static str,
}

#[derive(Serialize)]
pub(super) struct Sides<T> {
    pub(super) left: T,
    pub(super) right: T,
}

#[derive(Serialize)]
pub(super) struct SegmentRecord<'s> {
    pub(super) block: usize,
    pub(super) kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) change: Option<&'static str>,
    pub(super) text: &'s str,
}
