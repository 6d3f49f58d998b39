//! Where "next difference" halts.
//!
//! In the order of the bands: for a link, at its left home, that it moved, then each changed run; for blocks alone,
//! each stretch of them on one side, the left's first. Furniture, bylines and captions are no stops. Where what is
//! shared is marked, the shared runs are the stops instead.

use super::bands::{Band, Bands, Home, PlacedBlock};
use crate::article::Article;
use crate::comparison::{Comparison, Link};
use crate::diff::{Change, Mark, Segment, Spot};
use crate::pair::{Pair, Side};
use crate::sharing::SharedRun;

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

/// Says what a stop is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A link that moved.
    Moved,
    /// A changed run: what stands there on each side.
    Changed(Pair<Spot>),
    /// Blocks that stand on this side alone, from the first to the last.
    Alone(usize, usize),
    /// A run of wording that the other side has too: where it stands, and its words.
    Shared(Spot, usize),
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
        Mark::Moved => true,
    };
    let of_link = |link: &Link| {
        let marked = link.wording.segments[side].iter().filter(|segment| is_marked(segment));
        let stop = |segment: &Segment| {
            let (block, range) = (segment.block, &segment.range);
            let own = Spot { start: (block, range.start), end: (block, range.end) };
            let opposite = link.wording.opposite(side, &own);
            let mut at = Pair::new(own.clone(), own);
            at[side.other()] = opposite;
            Stop { band: bands.home[side][block], side, at: (block, range.start), what: What::Changed(at) }
        };
        marked.map(stop).collect::<Vec<_>>()
    };
    let mut runs: Vec<Stop> = comparison.links.iter().flat_map(of_link).collect();
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
        stops.extend(Side::BOTH.into_iter().filter_map(|side| alone(articles, comparison, index, band, side)));
    }
    stops
}

fn of_link(band: usize, comparison: &Comparison, link: usize, small: bool) -> impl Iterator<Item = Stop> {
    let link = &comparison.links[link];
    let moved = link.moved.then(|| Stop { band, side: Side::Left, at: (link.blocks.left[0], 0), what: What::Moved });
    let changed = link.wording.differences.iter();
    let changed =
        changed.filter(move |difference| small || difference.change == Change::Wording).map(move |difference| {
            let side =
                if difference.at.left.is_empty() && !difference.at.right.is_empty() { Side::Right } else { Side::Left };
            Stop { band, side, at: difference.at[side].start, what: What::Changed(difference.at.clone()) }
        });
    moved.into_iter().chain(changed)
}

/// Returns the blocks alone of a band's side, as one stop.
fn alone(articles: Pair<&Article>, comparison: &Comparison, index: usize, band: &Band, side: Side) -> Option<Stop> {
    let counts = |cell: &&PlacedBlock| {
        cell.home == Home::Here
            && comparison.link_of(side, cell.block).is_none()
            && !articles[side].blocks[cell.block].kind.is_aside()
    };
    let mut blocks = band.placed[side].iter().filter(counts).map(|cell| cell.block);
    let first = blocks.next()?;
    let last = blocks.next_back().unwrap_or(first);
    Some(Stop { band: index, side, at: (first, 0), what: What::Alone(first, last) })
}
