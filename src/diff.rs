//! Which wording of a link each side has alone.
//!
//! ```text
//!     left     Three boats were [withdrawn in] March. <No one was hurt.> Fares will not rise.
//!     right    Three boats were {taken out of service last} March. Fares will not rise. <No one was hurt.>
//!              └── shared ───┘ └─────── only ────────┘ └───── shared ─────────────────┘ └─── moved ──────┘
//! ```
//!
//! The rooms, in the order in which they are passed: `verbatim` lets pass what is the same; `stream` lays a side's blocks end to end; `runs` finds what
//! both have, word by word (and `anchors` where they are too long for that); `phrases`, `quotes` and `bounds`
//! make of it the phrases a reader would name, and `bridges` keeps a sentence from reaching into the next one for a
//! word; `moves` looks for `sentences` and runs (`repeats`) that stand elsewhere, and `matches` puts all of it together;
//! `changes` tells a change of wording from one of spelling.
//!
//! A [`Segment`] is a stretch of one side with one mark, and the segments of a block join to its text; a
//! [`Difference`] is a place where the sides differ, and where the reader stops.

mod anchors;
mod bounds;
mod bridges;
mod changes;
mod compare;
mod equals;
mod inflection;
mod matches;
mod moves;
mod phrases;
mod quotes;
mod repeats;
mod runs;
mod segments;
mod sentences;
mod stops;
mod stream;
mod telling;
mod verbatim;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::article::Article;
use crate::pair::{Pair, Side};
use crate::words::{Lexicon, Reading};
use compare::compare;
use runs::Run;
use stops::Stretch;
use stream::{Stream, Unit};
pub(crate) use stream::{closed_at, opened_at};

/// A link's wording: what is shared, and what one side has alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// The segments of the link's blocks on each side, in order; those of a block join to its text.
    pub segments: Pair<Vec<Segment>>,
    /// Where the sides differ, in the order of the left text.
    pub differences: Vec<Difference>,
    /// The words of each side, and how many of them are shared.
    pub words: Pair<Count>,
    /// What both sides have in the same order, run by run. What lies between two runs stands on one side only, differs in
    /// spelling or case, or moved.
    pub shared: Vec<Pair<Spot>>,
    /// Whether a side was too long to be compared as a whole, so that more is marked than need be.
    pub coarse: bool,
}

impl Wording {
    /// Returns what stands on the other side of a stretch of one side: for what moved its other place, else what lies
    /// between the same shared runs; empty where there is nothing. Cost: linear in the differences.
    #[must_use]
    pub fn opposite(&self, side: Side, spot: &Spot) -> Spot {
        let other = side.other();
        let overlaps = |at: &Spot| at.start < spot.end && spot.start < at.end;
        let moved = self.differences.iter().find(|difference| difference.moved && overlaps(&difference.at[side]));
        if let Some(difference) = moved {
            return difference.at[other].clone();
        }
        let before = self.shared.iter().rfind(|shared| shared[side].end <= spot.start);
        let after = self.shared.iter().find(|shared| shared[side].start >= spot.end);
        let bounds = self.bounds();
        let start = before.map_or(bounds[other].start, |shared| shared[other].end);
        let end = after.map_or(bounds[other].end, |shared| shared[other].start);
        Spot { start, end: end.max(start) }
    }

    /// Exchanges the sides.
    #[must_use]
    pub fn swap(self) -> Self {
        let differences =
            self.differences.into_iter().map(|difference| Difference { at: difference.at.swap(), ..difference });
        Self {
            segments: self.segments.swap(),
            differences: differences.collect(),
            words: self.words.swap(),
            shared: self.shared.into_iter().map(Pair::swap).collect(),
            coarse: self.coarse,
        }
    }

    /// What lies between the shared runs, and before and after them: on one side, or something else on each.
    pub fn gaps(&self) -> impl Iterator<Item = Pair<Spot>> {
        let bounds = self.bounds();
        let starts = std::iter::once(bounds.as_ref().map(|spot| spot.start));
        let starts = starts.chain(self.shared.iter().map(|shared| shared.as_ref().map(|spot| spot.end)));
        let ends = self.shared.iter().map(|shared| shared.as_ref().map(|spot| spot.start));
        let ends = ends.chain(std::iter::once(bounds.as_ref().map(|spot| spot.end)));
        let gap =
            |start: Pair<_>, end| start.zip(end).map(|(start, end)| Spot { start, end: std::cmp::max(end, start) });
        starts.zip(ends).map(|(start, end)| gap(start, end)).collect::<Vec<_>>().into_iter()
    }

    /// Where each side begins and ends.
    fn bounds(&self) -> Pair<Spot> {
        self.segments.as_ref().map(|segments| Spot {
            start: segments.first().map_or((0, 0), |segment| (segment.block, segment.range.start)),
            end: segments.last().map_or((0, 0), |segment| (segment.block, segment.range.end)),
        })
    }
}

/// How many words there are, and how many of them the other side has too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// All words.
    pub all: usize,
    /// Those that are shared or moved, spelling and case aside.
    pub shared: usize,
}

/// A stretch of a block's text with one mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The block's place in its article, from 0.
    pub block: usize,
    /// Where it stands in the block's text, in bytes.
    pub range: Range<usize>,
    /// What it is.
    pub mark: Mark,
}

/// What a segment is to the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// It stands there too.
    Shared,
    /// It stands on this side only, and this is what differs.
    Only(Change),
    /// It stands there too, at another place of the link.
    Moved,
    /// It stands elsewhere in the other article, see [`elsewhere`](crate::elsewhere).
    Elsewhere,
}

/// What differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "lowercase"))]
pub enum Change {
    /// Capital letters only.
    Case,
    /// Punctuation only.
    Punctuation,
    /// The spelling of the same word.
    Spelling,
    /// The words.
    Wording,
}

/// A changed run, which parts two stretches of more than three shared words, or a stretch that moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What stands there on each side; an empty range is the place where the other side has more.
    pub at: Pair<Spot>,
    /// The most telling of its changes.
    pub change: Change,
    /// Whether it is a stretch that both sides have, each at another place. What differs within it comes after it.
    pub moved: bool,
}

/// A stretch of one side, perhaps over several blocks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// Block and byte where it begins.
    pub start: (usize, usize),
    /// Block and byte where it ends.
    pub end: (usize, usize),
}

impl Spot {
    /// Whether the side has nothing there.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }
}

/// Compares the wording of a link's blocks, which are named by their places in the articles.
///
/// Cost: near linear in the words; that of a Myers diff where sides of up to 30,000 words have little in common.
#[must_use]
pub fn diff(articles: Pair<&Article>, readings: Pair<&Reading>, lexicon: &Lexicon, blocks: Pair<&[usize]>) -> Wording {
    if let Some(wording) = verbatim::wording(articles, readings, lexicon, blocks) {
        return wording;
    }
    let streams = Pair::from_fn(|side| Stream::of(articles[side], blocks[side], readings[side], lexicon));
    let streams = streams.as_ref();
    let stretches = stretches(streams, articles);
    let marks = Pair::from_fn(|side| marks(&stretches, side, streams[side].len()));
    let first = blocks.map(|blocks| blocks.first().copied().unwrap_or(0));
    Wording {
        segments: Pair::from_fn(|side| {
            segments::segments(articles[side], blocks[side], &streams[side].units, &marks[side])
        }),
        differences: stops::differences(&stretches, streams, first),
        shared: stops::shared(&stretches, streams, first),
        words: Pair::from_fn(|side| count(&stretches, side, streams[side])),
        coarse: runs::is_coarse(streams.map(Stream::len)),
    }
}

/// What keeps the order, and then what moved.
fn stretches(streams: Pair<&Stream<'_>>, articles: Pair<&Article>) -> Vec<Stretch> {
    let runs = compare(streams);
    if runs.iter().all(Run::is_shared) {
        return vec![Stretch { runs: changes::tell(&runs, streams), moved: None }];
    }
    let matches = moves::find(streams, articles, &runs);
    let in_order = Stretch { runs: changes::tell(&matches.in_order(), streams), moved: None };
    let moved = matches
        .pieces
        .iter()
        .map(|piece| Stretch { runs: changes::tell(&matches.within(piece), streams), moved: Some(piece.clone()) });
    std::iter::once(in_order).chain(moved).collect()
}

/// The mark of each unit of a side.
fn marks(stretches: &[Stretch], side: Side, units: usize) -> Vec<Mark> {
    let mut marks = vec![Mark::Shared; units];
    for Stretch { runs, moved } in stretches {
        let alike = if moved.is_some() { Mark::Moved } else { Mark::Shared };
        for run in runs {
            marks[run.range[side].clone()].fill(run.change.map_or(alike, Mark::Only));
        }
    }
    marks
}

fn count(stretches: &[Stretch], side: Side, stream: &Stream<'_>) -> Count {
    let words = |units: &[Unit<'_>]| units.iter().filter(|unit| unit.is_word()).count();
    let alike = |run: &&Run| matches!(run.change, None | Some(Change::Case | Change::Spelling));
    let runs = stretches.iter().flat_map(|stretch| &stretch.runs).filter(alike);
    let shared = runs.map(|run| words(&stream.units[run.range[side].clone()])).sum();
    Count { all: words(&stream.units), shared }
}
