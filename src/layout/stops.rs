//! Where "next difference" halts.
//!
//! In the order of the bands: for a link, at its left home, that it moved, then each changed run; for blocks alone,
//! each stretch of them on one side, the left's first, and each run that stands elsewhere. Furniture, bylines and captions are no
//! stops, but what of them stands elsewhere is one as any. Where what is shared is marked, the shared runs are the stops instead.

use super::bands::{Band, Bands, Home};
use super::block_status::BlockStatus;
use crate::article::Article;
use crate::comparison::{Comparison, Link};
use crate::diff::{Change, Difference, Mark, Segment, Spot};
use crate::elsewhere::ElsewhereRun;
use crate::pair::{Pair, Side};
use crate::sharing::SharedRun;
use crate::words;

/// How many words of a stretch must remain beside what stands elsewhere to be a stop of their own.
const REMAINING: usize = 10;

/// Holds a difference, and where it is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The band in which the reader halts.
    pub band: usize,
    /// The side that has it, which gets the focus; of both, the left one.
    pub side: Side,
    /// The block and the byte in it where the reader halts, on that side.
    pub at: (usize, usize),
    /// What it is.
    pub what: What,
}

impl Stop {
    /// Returns the block and the byte in it that a side has of it, where that stands in its band; `None` if the side has
    /// nothing of it.
    #[must_use]
    pub fn place(&self, side: Side, comparison: &Comparison, bands: &Bands) -> Option<(usize, usize)> {
        match &self.what {
            _ if side == self.side => Some(self.at),
            What::Changed(at) => Some(at[side].start).filter(|_| !at[side].is_empty()),
            What::Moved => {
                let link = bands.bands.get(self.band)?.link?;
                comparison.links.get(link)?.blocks[side].first().map(|&block| (block, 0))
            }
            What::Alone(_) | What::Shared(..) | What::Elsewhere(..) => None,
        }
    }
}

/// Says what a stop is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A link that moved.
    Moved,
    /// A changed run: what stands there on each side.
    Changed(Pair<Spot>),
    /// Blocks that stand on this side alone and of which nothing was found on the other one, one after the other: between
    /// them stands at most what counts for nothing.
    Alone(Vec<usize>),
    /// A run of wording that the other side has too: where it stands, and its words.
    Shared(Spot, usize),
    /// A run of wording that stands elsewhere in the other article: where it stands, and in which blocks there.
    Elsewhere(Spot, Vec<usize>),
}

/// Lists the runs of shared wording, at their left homes. Cost: linear in the runs.
#[must_use]
pub fn shared(comparison: &Comparison, bands: &Bands) -> Vec<Stop> {
    let stop = |run: &SharedRun| Stop {
        band: bands.home.left[run.block],
        side: Side::Left,
        at: (run.block, run.range.start),
        what: What::Shared(Spot { start: (run.block, run.range.start), end: (run.block, run.range.end) }, run.words),
    };
    comparison.sharing.runs.left.iter().map(stop).collect()
}

/// Lists the marked runs of a side, at their homes in its order. Cost: linear in the segments, and in the differences
/// of each link for each of its runs.
#[must_use]
pub fn runs(comparison: &Comparison, bands: &Bands, side: Side, small: bool) -> Vec<Stop> {
    let is_marked = |segment: &Segment| match segment.mark {
        Mark::Shared => false,
        Mark::Only(change) => small || change == Change::Wording,
        Mark::Moved | Mark::Elsewhere => true,
    };
    let of_link = |link: &Link| {
        let marked = link.wording.segments[side].iter().filter(|segment| is_marked(segment));
        let stop = |segment: &Segment| {
            let (block, range) = (segment.block, &segment.range);
            if segment.mark == Mark::Elsewhere
                && let Some(run) = comparison.elsewhere.run_in(side, block, range)
            {
                return elsewhere_stop(bands.home[side][block], side, run);
            }
            let own = Spot { start: (block, range.start), end: (block, range.end) };
            let opposite = link.wording.opposite(side, &own);
            let mut at = Pair::new(own.clone(), own);
            at[side.other()] = opposite;
            Stop { band: bands.home[side][block], side, at: (block, range.start), what: What::Changed(at) }
        };
        marked.map(stop).collect::<Vec<_>>()
    };
    let alone = comparison.elsewhere.runs[side].iter().filter(|run| comparison.link_of(side, run.block).is_none());
    let alone = alone.map(|run| elsewhere_stop(bands.home[side][run.block], side, run));
    let mut runs: Vec<Stop> = comparison.links.iter().flat_map(of_link).chain(alone).collect();
    runs.sort_by_key(|run| run.at);
    runs
}

/// Lists the stops of a pair in the order of the rows. Cost: linear in blocks and changes.
///
/// Differences of spelling, case and punctuation are stops only if `small` ones are asked for.
#[must_use]
pub fn stops(articles: Pair<&Article>, comparison: &Comparison, bands: &Bands, small: bool) -> Vec<Stop> {
    let mut stops = Vec::new();
    for (index, band) in bands.bands.iter().enumerate() {
        if let Some(link) = band.link
            && bands.home.left[comparison.links[link].blocks.left[0]] == index
        {
            stops.extend(of_link(index, comparison, link, small));
        }
        stops.extend(Side::BOTH.into_iter().flat_map(|side| alone(articles, comparison, index, band, side)));
    }
    stops
}

fn of_link(band: usize, comparison: &Comparison, index: usize, small: bool) -> impl Iterator<Item = Stop> {
    let link = &comparison.links[index];
    let moved = link.moved.then(|| Stop { band, side: Side::Left, at: (link.blocks.left[0], 0), what: What::Moved });
    let is_asked_for = |difference: &&Difference| small || difference.change == Change::Wording;
    let changed = link.wording.differences.iter().filter(is_asked_for).map(|difference| {
        let side =
            if difference.at.left.is_empty() && !difference.at.right.is_empty() { Side::Right } else { Side::Left };
        let stop = Stop { band, side, at: difference.at[side].start, what: What::Changed(difference.at.clone()) };
        (difference.at.left.start, stop)
    });
    // What stands elsewhere comes where it stands on the left, or where it would.
    let elsewhere = Side::BOTH.into_iter().flat_map(|side| {
        let stops = link.blocks[side].iter().flat_map(move |&block| elsewhere_stops(comparison, band, side, block));
        stops.map(move |(spot, stop)| {
            let left = if side == Side::Left { spot.start } else { link.wording.opposite(side, &spot).start };
            (left, stop)
        })
    });
    let mut stops: Vec<((usize, usize), Stop)> = changed.chain(elsewhere).collect();
    stops.sort_by_key(|(left, _)| *left);
    moved.into_iter().chain(stops.into_iter().map(|(_, stop)| stop))
}

/// Returns the stops at what of a block stands elsewhere, one for each run, also where parts of that are matched; with each goes
/// from where to where it stands.
fn elsewhere_stops(
    comparison: &Comparison,
    band: usize,
    side: Side,
    block: usize,
) -> impl Iterator<Item = (Spot, Stop)> {
    ElsewhereRun::by_run(comparison.elsewhere.in_block(side, block)).filter_map(move |parts| {
        let (first, last) = (parts.first()?, parts.last()?);
        let spot = Spot { start: (block, first.range.start), end: (block, last.range.end) };
        let what = What::Elsewhere(spot.clone(), first.at.clone());
        Some((spot.clone(), Stop { band, side, at: spot.start, what }))
    })
}

fn elsewhere_stop(band: usize, side: Side, run: &ElsewhereRun) -> Stop {
    let spot = Spot { start: (run.block, run.range.start), end: (run.block, run.range.end) };
    Stop { band, side, at: spot.start, what: What::Elsewhere(spot, run.at.clone()) }
}

/// Returns what remains of a block in no link, stretch by stretch, if it is enough to be told; nothing of what is said again.
fn remaining<'c>(
    article: &Article,
    comparison: &'c Comparison,
    side: Side,
    block: usize,
) -> impl Iterator<Item = Spot> + use<'c> {
    let text = &article.blocks[block].text;
    let is_told = comparison.elsewhere.is_again(side, block);
    let segments = comparison.elsewhere.segments_alone(article, side, block);
    let words = |segment: &Segment| words::count(&text[segment.range.clone()]);
    let only = segments.into_iter().filter(|segment| !is_told && segment.mark != Mark::Elsewhere);
    let only: Vec<Segment> = only.filter(|segment| words(segment) >= REMAINING).collect();
    only.into_iter().map(move |Segment { range, .. }| Spot { start: (block, range.start), end: (block, range.end) })
}

fn only_stop(band: usize, side: Side, spot: Spot) -> Stop {
    let start = spot.start;
    let mut at = Pair::new(Spot { start: (0, 0), end: (0, 0) }, Spot { start: (0, 0), end: (0, 0) });
    at[side] = spot;
    Stop { band, side, at: start, what: What::Changed(at) }
}

/// Returns the stops of a band's side at blocks in no link: each stretch of blocks of which nothing stands elsewhere, and
/// each run that does.
fn alone(
    articles: Pair<&Article>,
    comparison: &Comparison,
    index: usize,
    band: &Band,
    side: Side,
) -> impl Iterator<Item = Stop> {
    let mut stops: Vec<Stop> = Vec::new();
    let mut is_open = false;
    for block in band.placed[side].iter().filter(|cell| cell.home == Home::Here).map(|cell| cell.block) {
        match BlockStatus::new(articles, comparison, side, block) {
            BlockStatus::Alone => {
                if let Some(Stop { what: What::Alone(blocks), .. }) = stops.last_mut().filter(|_| is_open) {
                    blocks.push(block);
                    continue;
                }
                stops.push(Stop { band: index, side, at: (block, 0), what: What::Alone(vec![block]) });
                is_open = true;
            }
            // What counts for nothing parts nothing, but for what of it stands on the other side.
            BlockStatus::Aside if comparison.elsewhere.in_block(side, block).is_empty() => {}
            status @ (BlockStatus::Aside | BlockStatus::Partly | BlockStatus::Again) => {
                stops.extend(elsewhere_stops(comparison, index, side, block).map(|(_, stop)| stop));
                if status != BlockStatus::Aside {
                    let remaining = remaining(articles[side], comparison, side, block);
                    stops.extend(remaining.map(|at| only_stop(index, side, at)));
                }
                let from = stops.iter().rposition(|stop| stop.at.0 != block).map_or(0, |last| last + 1);
                stops[from..].sort_by_key(|stop| stop.at);
                is_open = false;
            }
            BlockStatus::Alike | BlockStatus::Differs | BlockStatus::Moved => is_open = false,
        }
    }
    stops.into_iter()
}
