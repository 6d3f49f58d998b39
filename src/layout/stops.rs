//! Where "next difference" halts.
//!
//! In the order of the bands: for a link, at its left home, that it moved, then each changed run; for blocks alone, each
//! stretch of them on one side, the left's first. Furniture, bylines and captions are no stops.

use super::bands::{Band, Bands, Cell, Home};
use crate::article::Article;
use crate::comparison::Comparison;
use crate::diff::{Change, Spot};
use crate::pair::{Pair, Side};

/// A difference, and where it is looked at.
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

/// What a stop is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A link that moved.
    Moved,
    /// A changed run: what stands there on each side.
    Changed(Pair<Spot>),
    /// Blocks that stand on this side alone, from the first to the last.
    Alone(usize, usize),
}

/// Lists the stops of a pair in the order of the rows. Cost: linear in blocks and changes.
///
/// Differences of spelling, case and punctuation are stops only if `small` ones are asked for.
#[must_use]
pub fn stops(articles: Pair<&Article>, comparison: &Comparison, bands: &Bands, small: bool) -> Vec<Stop> {
    let mut stops = Vec::new();
    for (place, band) in bands.bands.iter().enumerate() {
        if let Some(link) = band.link
            && bands.home.left[comparison.links[link].blocks.left[0]] == place
        {
            stops.extend(of_link(place, comparison, link, small));
        }
        stops.extend(Side::BOTH.into_iter().filter_map(|side| alone(articles, comparison, place, band, side)));
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

/// The blocks alone of a band's side, as one stop.
fn alone(articles: Pair<&Article>, comparison: &Comparison, place: usize, band: &Band, side: Side) -> Option<Stop> {
    let counts = |cell: &&Cell| {
        cell.home == Home::Here
            && comparison.link_of(side, cell.block).is_none()
            && !articles[side].blocks[cell.block].kind.is_aside()
    };
    let mut blocks = band.cells[side].iter().filter(counts).map(|cell| cell.block);
    let first = blocks.next()?;
    let last = blocks.next_back().unwrap_or(first);
    Some(Stop { band: place, side, at: (first, 0), what: What::Alone(first, last) })
}
