//! The comparison for scripts: the schema `diptych/1`.
//!
//! Two articles give one comparison; three and more give every pair and the [story](crate::story) of all of them. Blocks are numbered from 1, and the segments of a block join to its text. Fields may be added; none is renamed.

mod story;

use serde::Serialize;

use crate::align::Because;
use crate::article::{Article, Block};
use crate::comparison::{Comparison, Link};
use crate::diff::{Change, Mark, Segment};
use crate::pair::{Pair, Side};
use crate::story::{Story, letter, pairs};
use story::StoryRecord;

const SCHEMA: &str = "diptych/1";

#[derive(Serialize)]
struct Document<'s> {
    schema: &'static str,
    articles: Vec<ArticleRecord<'s>>,
    comparisons: Vec<ComparisonRecord<'s>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    story: Option<StoryRecord>,
}

#[derive(Serialize)]
struct ArticleRecord<'s> {
    id: String,
    source: &'s str,
    outlet: Option<&'s str>,
    headline: Option<&'s str>,
    byline: Option<&'s str>,
    date: Option<&'s str>,
    words: usize,
    blocks: Vec<BlockRecord<'s>>,
}

#[derive(Serialize)]
struct BlockRecord<'s> {
    number: usize,
    kind: &'static str,
    text: &'s str,
}

#[derive(Serialize)]
struct ComparisonRecord<'s> {
    left: String,
    right: String,
    shared: SharedRecord,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    coarse: bool,
    links: Vec<LinkRecord<'s>>,
}

#[derive(Serialize)]
struct SharedRecord {
    left: f64,
    right: f64,
    longest_run: usize,
}

#[derive(Serialize)]
struct LinkRecord<'s> {
    left: Vec<usize>,
    right: Vec<usize>,
    relation: &'static str,
    moved: bool,
    similarity: f64,
    because: BecauseRecord<'s>,
    segments: Sides<Vec<SegmentRecord<'s>>>,
}

#[derive(Serialize)]
struct BecauseRecord<'s> {
    score: f64,
    words: &'s [String],
    pass: &'static str,
}

#[derive(Serialize)]
struct Sides<T> {
    left: T,
    right: T,
}

#[derive(Serialize)]
struct SegmentRecord<'s> {
    block: usize,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<&'static str>,
    text: &'s str,
}

/// Compares every two of some articles of a story, named by their places.
///
/// Cost: that of the comparisons, shared out among the processors.
///
/// # Panics
///
/// If a place is beyond the last article.
#[must_use]
pub fn compare(story: &Story, places: &[usize]) -> Vec<(Pair<usize>, Comparison)> {
    let pairs: Vec<Pair<usize>> =
        pairs::every_pair(places.len()).into_iter().map(|pair| pair.map(|place| places[place])).collect();
    pairs::each(&pairs, &pairs::unwatched, |pair| story.compare(pair)).unwrap_or_default()
}

/// Writes articles of a story, named by their places, and what came of comparing them, as JSON that ends with a line feed.
///
/// # Panics
///
/// If a place is beyond the last article.
#[must_use]
pub fn write(story: &Story, places: &[usize], compared: &[(Pair<usize>, Comparison)]) -> String {
    let whole = (places.len() > 2).then(|| story::record(story, compared));
    let document = Document {
        schema: SCHEMA,
        articles: places.iter().map(|&place| article_record(place, &story.articles()[place])).collect(),
        story: whole,
        comparisons: compared.iter().map(|(pair, comparison)| comparison_record(story, *pair, comparison)).collect(),
    };
    let mut text = serde_json::to_string_pretty(&document).expect("records hold nothing that JSON can't");
    text.push('\n');
    text
}

fn article_record(place: usize, article: &Article) -> ArticleRecord<'_> {
    ArticleRecord {
        id: letter(place),
        source: &article.source,
        outlet: article.outlet.as_deref(),
        headline: article.headline.as_deref(),
        byline: article.byline.as_deref(),
        date: article.date.as_deref(),
        words: article.words(),
        blocks: article.blocks.iter().enumerate().map(block_record).collect(),
    }
}

fn block_record((place, block): (usize, &Block)) -> BlockRecord<'_> {
    BlockRecord { number: place + 1, kind: block.kind.name(), text: &block.text }
}

fn comparison_record<'s>(story: &'s Story, pair: Pair<usize>, comparison: &'s Comparison) -> ComparisonRecord<'s> {
    let shares = comparison.sharing.shares().map(rounded);
    let articles = story.pair(pair);
    ComparisonRecord {
        left: letter(pair.left),
        right: letter(pair.right),
        shared: SharedRecord { left: shares.left, right: shares.right, longest_run: comparison.sharing.longest_run },
        coarse: comparison.coarse,
        links: comparison.links.iter().map(|link| link_record(articles, link)).collect(),
    }
}

fn link_record<'s>(articles: Pair<&'s Article>, link: &'s Link) -> LinkRecord<'s> {
    let numbers = |side: Side| link.blocks[side].iter().map(|block| block + 1).collect();
    let segments = |side: Side| {
        link.wording.segments[side].iter().map(|segment| segment_record(articles[side], segment)).collect()
    };
    LinkRecord {
        left: numbers(Side::Left),
        right: numbers(Side::Right),
        relation: link.relation.name(),
        moved: link.moved,
        similarity: rounded(link.similarity),
        because: because_record(&link.because),
        segments: Sides { left: segments(Side::Left), right: segments(Side::Right) },
    }
}

fn because_record(because: &Because) -> BecauseRecord<'_> {
    BecauseRecord { score: rounded(because.score), words: &because.words, pass: because.pass.name() }
}

fn segment_record<'s>(article: &'s Article, segment: &Segment) -> SegmentRecord<'s> {
    let (kind, change) = match segment.mark {
        Mark::Shared => ("shared", None),
        Mark::Moved => ("moved", None),
        Mark::Only(change) => ("only", Some(change_name(change))),
    };
    SegmentRecord {
        block: segment.block + 1,
        kind,
        change,
        text: &article.blocks[segment.block].text[segment.range.clone()],
    }
}

const fn change_name(change: Change) -> &'static str {
    match change {
        Change::Wording => "wording",
        Change::Spelling => "spelling",
        Change::Case => "case",
        Change::Punctuation => "punctuation",
    }
}

/// Four digits after the point.
fn rounded(number: f64) -> f64 {
    (number * 10_000.0).round() / 10_000.0
}
