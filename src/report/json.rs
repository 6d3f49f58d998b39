//! The comparison for scripts: the schema `diptych/1`.
//!
//! Two articles give one comparison; three and more give every pair and the [story](crate::story) of all of them.
//! Blocks are numbered from 1, and the segments of a block join to its text. Fields may be added; none is renamed.

mod evidence;
mod excerpts;
mod records;
mod story;

use std::borrow::Cow;
use std::cell::RefCell;
use std::io::{self, Write};

use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};

use crate::article::{Article, Block};
use crate::comparison::{Comparison, Link};
use crate::diff::{Change, Mark, Segment};
use crate::elsewhere::Elsewhere;
use crate::evidence::Evidence;
use crate::evidence::links::Answers;
use crate::letters::letter;
use crate::pages::records::{numbers, rounded, similarity};
use crate::pair::{Pair, Side};
use crate::story::{Story, parallel_pairs};
use records::{
    AloneRecord, ArticleRecord, BecauseRecord, BlockRecord, ComparisonRecord, Document, LinkRecord, QuotedRecord,
    RelatedRecord, SCHEMA, SegmentKind, SegmentRecord, SharedRecord, Sides, SomeBlocks,
};
use story::GatheredPairs;

/// Says what is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonChoice {
    /// Whether hints at what is related are.
    pub related: bool,
    /// Whether texts are kept to the first words of each block and the marked runs, which do not join to it then.
    pub excerpts: bool,
}

impl Default for JsonChoice {
    fn default() -> Self {
        Self { related: true, excerpts: false }
    }
}

/// Compares every two of some articles of a story, by their indices, and writes them and what came of it as JSON that
/// ends with a line feed.
///
/// What is written is forgotten, so that a story takes the room of its text, not that of all its pairs.
///
/// Cost: that of the comparisons, shared out among the processors.
///
/// # Errors
///
/// What `out` says.
///
/// # Panics
///
/// If an index is beyond the last article.
pub fn write(out: &mut dyn Write, story: &Story, articles: &[usize], choice: JsonChoice) -> io::Result<()> {
    let (gathered, answers) = (RefCell::default(), RefCell::default());
    let document = Document {
        schema: SCHEMA,
        excerpts: choice.excerpts,
        articles: articles.iter().map(|&article| article_record(story, article, choice.excerpts)).collect(),
        comparisons: Comparisons { story, articles, choice, gathered: &gathered, answers: &answers },
        story: (articles.len() > 2).then_some(StoryOf { story, gathered: &gathered }),
        evidence: EvidenceOf { story, articles, answers: &answers, is_excerpt: choice.excerpts },
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    out.write_all(b"\n")
}

/// Returns the JSON Schema of what [`write`](fn@write) writes, as JSON that ends with a line feed.
///
/// It is made of the records that are written; what is written later may have more fields.
///
/// Source: [JSON Schema 2020-12](https://json-schema.org/draft/2020-12).
///
/// # Panics
///
/// Never: a schema is JSON.
#[cfg(feature = "schema")]
#[must_use]
pub fn schema() -> String {
    type Written =
        Document<'static, Vec<ComparisonRecord<'static>>, story::StoryRecord, evidence::EvidenceRecord<'static>>;
    let generator = schemars::generate::SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<Written>();
    schema.insert("title".to_owned(), SCHEMA.into());
    serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n"
}

/// Every two articles, compared while they are written.
struct Comparisons<'s> {
    story: &'s Story,
    articles: &'s [usize],
    choice: JsonChoice,
    gathered: &'s RefCell<GatheredPairs>,
    answers: &'s RefCell<Answers>,
}

impl Serialize for Comparisons<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let count = self.articles.len();
        let mut written = serializer.serialize_seq(Some(count * count.saturating_sub(1) / 2))?;
        let compare = |pair| self.story.compare(pair);
        let pairs = parallel_pairs::every_pair(count).into_iter();
        let pairs: Vec<Pair<usize>> = pairs.map(|pair| pair.map(|index| self.articles[index])).collect();
        parallel_pairs::for_each_in_order(&pairs, compare, |pair, comparison| {
            let mut record = comparison_record(self.story, pair, &comparison);
            if self.choice.excerpts {
                excerpts::shorten(&mut record, &comparison);
            }
            record.related = self.choice.related.then(|| related_records(self.story, pair, &comparison));
            written.serialize_element(&record)?;
            self.gathered.borrow_mut().add(self.story, pair, &comparison);
            self.answers.borrow_mut().add(self.story, pair, &comparison);
            Ok(())
        })?;
        written.end()
    }
}

/// The story of all of them; it is written after the pairs, which it is made of.
struct StoryOf<'s> {
    story: &'s Story,
    gathered: &'s RefCell<GatheredPairs>,
}

impl Serialize for StoryOf<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        story::record(self.story, self.gathered.take()).serialize(serializer)
    }
}

/// The evidence of all of them; it is written after the pairs, since some of it rests on their links.
struct EvidenceOf<'s> {
    story: &'s Story,
    articles: &'s [usize],
    answers: &'s RefCell<Answers>,
    is_excerpt: bool,
}

impl Serialize for EvidenceOf<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let evidence = Evidence::of(self.story, self.articles, &self.answers.take());
        let mut record = evidence::record(self.story, &evidence);
        if self.is_excerpt {
            evidence::shorten(&mut record);
        }
        record.serialize(serializer)
    }
}

fn article_record(story: &Story, index: usize, is_excerpt: bool) -> ArticleRecord<'_> {
    let article = &story.articles()[index];
    ArticleRecord {
        id: letter(index),
        source: &article.source,
        outlet: article.outlet.as_deref(),
        headline: article.headline.as_deref(),
        byline: article.byline.as_deref(),
        date: article.date.as_deref(),
        words: story.words(index),
        blocks: article.blocks.iter().enumerate().map(|block| block_record(block, is_excerpt)).collect(),
    }
}

fn block_record((index, block): (usize, &Block), is_excerpt: bool) -> BlockRecord<'_> {
    let text = if is_excerpt { excerpts::first_words(&block.text) } else { Cow::Borrowed(&*block.text) };
    BlockRecord { number: index + 1, kind: block.kind.name(), text }
}

fn comparison_record<'s>(story: &'s Story, pair: Pair<usize>, comparison: &'s Comparison) -> ComparisonRecord<'s> {
    let shares = comparison.sharing.shares().map(rounded);
    let quoted = comparison.sharing.quoted_shares().map(rounded);
    ComparisonRecord {
        left: letter(pair.left),
        right: letter(pair.right),
        shared: SharedRecord {
            left: shares.left,
            right: shares.right,
            longest_run: comparison.sharing.longest_run,
            in_quotations: QuotedRecord { left: quoted.left, right: quoted.right },
        },
        coarse: comparison.coarse,
        links: link_records(story, pair, comparison),
        alone: Sides {
            left: alone_records(story, pair, comparison, Side::Left),
            right: alone_records(story, pair, comparison, Side::Right),
        },
        related: None,
    }
}

/// Records the blocks of a side in no link that are not wholly only here.
fn alone_records<'s>(
    story: &'s Story,
    pair: Pair<usize>,
    comparison: &'s Comparison,
    side: Side,
) -> Vec<AloneRecord<'s>> {
    let article = story.pair(pair)[side];
    let elsewhere = &comparison.elsewhere;
    let is_told = |&block: &usize| {
        let has_any = || elsewhere.is_again(side, block) || !elsewhere.in_block(side, block).is_empty();
        comparison.link_of(side, block).is_none() && has_any()
    };
    let record = |block: usize| {
        let segments = elsewhere.segments_alone(article, side, block);
        AloneRecord {
            block: block + 1,
            again: elsewhere.is_again(side, block),
            segments: segments.iter().map(|segment| segment_record(article, elsewhere, side, segment)).collect(),
        }
    };
    (0..article.blocks.len()).filter(is_told).map(record).collect()
}

fn related_records(story: &Story, pair: Pair<usize>, comparison: &Comparison) -> Vec<RelatedRecord> {
    let evidence = story.evidence(pair);
    let record = |blocks: Pair<usize>| {
        let blocks = blocks.map(|block| vec![block]);
        let words = evidence(&blocks);
        RelatedRecord { left: numbers(&blocks.left), right: numbers(&blocks.right), words }
    };
    comparison.related.iter().map(record).collect()
}

fn link_records<'s>(story: &'s Story, pair: Pair<usize>, comparison: &'s Comparison) -> Vec<LinkRecord<'s>> {
    let evidence = story.evidence(pair);
    let record = |link: &'s Link| link_record(story, pair, comparison, (link, evidence(&link.blocks)));
    comparison.links.iter().map(record).collect()
}

fn link_record<'s>(
    story: &'s Story,
    pair: Pair<usize>,
    comparison: &'s Comparison,
    (link, words): (&'s Link, Vec<String>),
) -> LinkRecord<'s> {
    let articles = story.pair(pair);
    let segments = |side: Side| {
        let record = |segment| segment_record(articles[side], &comparison.elsewhere, side, segment);
        link.wording.segments[side].iter().map(record).collect()
    };
    let again = Pair::from_fn(|side| {
        let blocks = link.blocks[side].iter().copied();
        numbers(&blocks.filter(|&block| comparison.elsewhere.is_again(side, block)).collect::<Vec<_>>())
    });
    let has_any = !again.left.is_empty() || !again.right.is_empty();
    LinkRecord {
        left: numbers(&link.blocks.left),
        right: numbers(&link.blocks.right),
        relation: link.relation.name(),
        moved: link.moved,
        similarity: similarity(link),
        again: has_any.then_some(SomeBlocks { left: again.left, right: again.right }),
        because: BecauseRecord { score: rounded(link.score), words, pass: link.pass.name() },
        segments: Sides { left: segments(Side::Left), right: segments(Side::Right) },
    }
}

fn segment_record<'s>(article: &'s Article, elsewhere: &Elsewhere, side: Side, segment: &Segment) -> SegmentRecord<'s> {
    let (kind, change) = match segment.mark {
        Mark::Shared => (SegmentKind::Shared, None),
        Mark::Moved => (SegmentKind::Moved, None),
        Mark::Elsewhere => (SegmentKind::Elsewhere, None),
        Mark::Only(change) => (SegmentKind::Only, Some(change_name(change))),
    };
    let run = elsewhere.run_in(side, segment.block, &segment.range);
    SegmentRecord {
        block: segment.block + 1,
        kind,
        change,
        at: run.filter(|_| segment.mark == Mark::Elsewhere).map_or_else(Vec::new, |run| numbers(&run.at)),
        text: Cow::Borrowed(&article.blocks[segment.block].text[segment.range.clone()]),
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
