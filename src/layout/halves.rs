//! A band to rows.
//!
//! ```text
//!     halves of the left     halves of the right
//!     line 0 of cell 0       line 0 of cell 0
//!     line 1                 gap
//!     line 2                 line 0 of cell 1
//!     filler                 line 1
//!     gap                    gap                       the space after the band
//! ```

use std::ops::Range;

use super::wrapped::Wrapped;
use super::{Arrangement, Band, Home, Work};
use crate::pair::{Pair, Side};

/// One screen line of both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The band that it is part of, the first one of a fold; the row between two bands is part of the upper one.
    pub band: usize,
    /// What stands on each side.
    pub halves: Pair<Half>,
}

/// What stands on one side of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// A line of a cell's block.
    Text {
        /// The cell's place in its band and side.
        cell: usize,
        /// The line's place among the block's lines.
        line: usize,
    },
    /// A line of a woven link (inline).
    Woven {
        /// The paragraph's place in the link.
        paragraph: usize,
        /// The line's place among the paragraph's lines.
        line: usize,
    },
    /// A block whose link is woven elsewhere, named on one line (inline).
    Named {
        /// The block, from 0.
        block: usize,
    },
    /// Blocks folded to one line, from the first to the last.
    Fold {
        /// The first block, from 0.
        first: usize,
        /// The last one.
        last: usize,
    },
    /// The space after a block.
    Gap,
    /// The other side is longer here.
    Filler,
    /// The end of the article.
    End,
    /// The row belongs to the other side.
    Other,
}

impl Work<'_> {
    /// Sets a band, or the bands of a fold, in rows, and adds them to others. Its lines have to be there.
    ///
    /// Cost: linear in the rows.
    pub fn set(self, wrapped: &Wrapped, of: Range<usize>, is_folded: bool, rows: &mut Vec<Row>) {
        let Self { bands, setup, .. } = self;
        let (band, shown) = (of.start, &bands.bands[of.clone()]);
        let woven = shown[0].link.filter(|_| setup.arrangement == Arrangement::Inline);
        let halves = Pair::from_fn(|side| {
            let mut halves = match woven {
                _ if is_folded => fold(shown, side),
                Some(link) => self.woven_halves(wrapped, side, band, link),
                None => self.halves(wrapped, side, band),
            };
            if bands.home[side].last().is_some_and(|last| of.contains(last)) {
                halves.extend([Half::Gap, Half::End]);
            }
            halves
        });
        match setup.arrangement {
            Arrangement::Facing => set_facing(band, &halves, rows),
            Arrangement::Inline | Arrangement::Stacked => set_below(band, &halves, &Side::BOTH, rows),
            Arrangement::Single(side) => set_below(band, &halves, &[side], rows),
        }
    }

    fn halves(self, wrapped: &Wrapped, side: Side, band: usize) -> Vec<Half> {
        let folds_echo = self.setup.folds.folds_echo(band);
        let mut halves = Vec::new();
        for (cell, &shown) in self.bands.bands[band].cells[side].iter().enumerate() {
            if matches!(self.setup.arrangement, Arrangement::Single(_)) && shown.home != Home::Here {
                continue;
            }
            if !halves.is_empty() {
                halves.push(Half::Gap);
            }
            let lines = wrapped.lines(side, shown).len();
            let lines = if folds_echo && shown.home != Home::Here { lines.min(1) } else { lines };
            halves.extend((0..lines).map(|line| Half::Text { cell, line }));
        }
        halves
    }

    /// A side of a link's band, inline: at its left home the woven paragraphs, on the left, each in the place of its block;
    /// elsewhere a line for each block at home there. Blocks alone stand in their place.
    fn woven_halves(self, wrapped: &Wrapped, side: Side, band: usize, place: usize) -> Vec<Half> {
        let link = &self.comparison.links[place];
        let is_left_home = self.bands.home.left[link.blocks.left[0]] == band;
        let mut halves = Vec::new();
        for (cell, shown) in self.bands.bands[band].cells[side].iter().enumerate() {
            let lines = match link.blocks[side].iter().position(|&block| block == shown.block) {
                None => (0..wrapped.lines(side, *shown).len()).map(|line| Half::Text { cell, line }).collect(),
                Some(paragraph) if is_left_home && side == Side::Left => {
                    let lines = wrapped.paragraphs(place).get(paragraph).map_or(0, |paragraph| paragraph.lines.len());
                    (0..lines).map(|line| Half::Woven { paragraph, line }).collect()
                }
                Some(_) if !is_left_home && shown.home == Home::Here => vec![Half::Named { block: shown.block }],
                Some(_) => Vec::new(),
            };
            if !halves.is_empty() && !lines.is_empty() {
                halves.push(Half::Gap);
            }
            halves.extend(lines);
        }
        halves
    }
}

fn set_facing(band: usize, halves: &Pair<Vec<Half>>, rows: &mut Vec<Row>) {
    let height = halves.iter().map(Vec::len).max().unwrap_or(0);
    for at in 0..height {
        let halves = halves.as_ref().map(|halves| halves.get(at).copied().unwrap_or(Half::Filler));
        rows.push(Row { band, halves });
    }
    rows.push(Row { band, halves: Pair::new(Half::Gap, Half::Gap) });
}

fn set_below(band: usize, halves: &Pair<Vec<Half>>, sides: &[Side], rows: &mut Vec<Row>) {
    for &side in sides.iter().filter(|&&side| !halves[side].is_empty()) {
        for &half in halves[side].iter().chain(&[Half::Gap]) {
            let mut both = Pair::new(Half::Other, Half::Other);
            both[side] = half;
            rows.push(Row { band, halves: both });
        }
    }
}

/// The line of a fold on one side: its blocks at home there, or none.
fn fold(bands: &[Band], side: Side) -> Vec<Half> {
    let cells = || bands.iter().flat_map(|band| &band.cells[side]);
    let homes = || cells().filter(|cell| cell.home == Home::Here).map(|cell| cell.block);
    let shown = homes().min().zip(homes().max()).or_else(|| cells().next().map(|cell| (cell.block, cell.block)));
    shown.map(|(first, last)| Half::Fold { first, last }).into_iter().collect()
}
