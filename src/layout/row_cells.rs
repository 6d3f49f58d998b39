//! A band to rows.
//!
//! ```text
//!     cells of the left      cells of the right
//!     line 0 of block 0      line 0 of block 0
//!     line 1                 gap
//!     line 2                 line 0 of block 1
//!     filler                 line 1
//!     gap                    gap                       the space after the band
//! ```

use std::ops::Range;

use super::wrapped::Wrapped;
use super::{Arrangement, Band, Home, Work};
use crate::pair::{Pair, Side};

/// Holds one screen line of both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The band that it is part of, the first one of a fold; the row between two bands is part of the upper one.
    pub band: usize,
    /// The cell of each side.
    pub cells: Pair<RowCell>,
}

/// Says what one side of a row shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowCell {
    /// A line of a block.
    Text {
        /// The block's index in [`Band::placed`] of the side.
        index: usize,
        /// The line's index among the block's lines.
        line: usize,
    },
    /// A line of a woven link (inline).
    Woven {
        /// The paragraph's index in the link.
        paragraph: usize,
        /// The line's index among the paragraph's lines.
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

impl Row {
    /// Returns what a side has a part in: its own cell, or the line into which both are woven, which stands in the other one's.
    #[must_use]
    pub fn part(&self, side: Side) -> RowCell {
        let other = self.cells[side.other()];
        if matches!(other, RowCell::Woven { .. }) { other } else { self.cells[side] }
    }
}

impl RowCell {
    /// Returns whether something of an article stands there.
    #[must_use]
    pub const fn is_text(self) -> bool {
        !matches!(self, Self::Gap | Self::Filler | Self::End | Self::Other)
    }
}

impl Work<'_> {
    /// Sets a band, or the bands of a fold, in rows, and adds them to others. Its lines have to be there.
    ///
    /// Cost: linear in the rows.
    pub fn set(self, wrapped: &Wrapped, of: Range<usize>, is_folded: bool, rows: &mut Vec<Row>) {
        let Self { bands, setup, .. } = self;
        let (band, shown) = (of.start, &bands.bands[of.clone()]);
        let woven = shown[0].link.filter(|_| setup.arrangement == Arrangement::Inline);
        let cells = Pair::from_fn(|side| {
            let mut cells = match woven {
                _ if is_folded => fold(shown, side),
                Some(link) => self.woven_cells(wrapped, side, band, link),
                None => self.cells(wrapped, side, band),
            };
            if bands.home[side].last().is_some_and(|last| of.contains(last)) {
                cells.extend([RowCell::Gap, RowCell::End]);
            }
            cells
        });
        match setup.arrangement {
            Arrangement::Facing => set_facing(band, &cells, rows),
            Arrangement::Inline | Arrangement::Stacked => set_below(band, &cells, &Side::BOTH, rows),
            Arrangement::Single(side) => set_below(band, &cells, &[side], rows),
        }
    }

    fn cells(self, wrapped: &Wrapped, side: Side, band: usize) -> Vec<RowCell> {
        let folds_echo = self.setup.folds.folds_echo(band);
        let mut cells = Vec::new();
        for (index, &shown) in self.bands.bands[band].placed[side].iter().enumerate() {
            if matches!(self.setup.arrangement, Arrangement::Single(_)) && shown.home != Home::Here {
                continue;
            }
            if !cells.is_empty() {
                cells.push(RowCell::Gap);
            }
            let lines = wrapped.lines(side, shown).len();
            let lines = if folds_echo && shown.home != Home::Here { lines.min(1) } else { lines };
            cells.extend((0..lines).map(|line| RowCell::Text { index, line }));
        }
        cells
    }

    /// Returns a side of a link's band, inline: at its left home the woven paragraphs, on the left, each in the place
    /// of its block; elsewhere a line for each block at home there. Blocks alone stand in their place.
    fn woven_cells(self, wrapped: &Wrapped, side: Side, band: usize, index_of_link: usize) -> Vec<RowCell> {
        let link = &self.comparison.links[index_of_link];
        let is_left_home = self.bands.home.left[link.blocks.left[0]] == band;
        let mut cells = Vec::new();
        for (index, shown) in self.bands.bands[band].placed[side].iter().enumerate() {
            let lines = match link.blocks[side].iter().position(|&block| block == shown.block) {
                None => (0..wrapped.lines(side, *shown).len()).map(|line| RowCell::Text { index, line }).collect(),
                Some(paragraph) if is_left_home && side == Side::Left => {
                    // Elsewhere than at its left home a link may have no paragraphs any more.
                    let paragraphs = wrapped.paragraphs(index_of_link);
                    let lines = paragraphs.get(paragraph).map_or(0, |paragraph| paragraph.lines.len());
                    (0..lines).map(|line| RowCell::Woven { paragraph, line }).collect()
                }
                Some(_) if !is_left_home && shown.home == Home::Here => vec![RowCell::Named { block: shown.block }],
                Some(_) => Vec::new(),
            };
            if !cells.is_empty() && !lines.is_empty() {
                cells.push(RowCell::Gap);
            }
            cells.extend(lines);
        }
        cells
    }
}

fn set_facing(band: usize, cells: &Pair<Vec<RowCell>>, rows: &mut Vec<Row>) {
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    for at in 0..height {
        let cells = cells.as_ref().map(|cells| cells.get(at).copied().unwrap_or(RowCell::Filler));
        rows.push(Row { band, cells });
    }
    rows.push(Row { band, cells: Pair::new(RowCell::Gap, RowCell::Gap) });
}

fn set_below(band: usize, cells: &Pair<Vec<RowCell>>, sides: &[Side], rows: &mut Vec<Row>) {
    for &side in sides.iter().filter(|&&side| !cells[side].is_empty()) {
        for &cell in cells[side].iter().chain(&[RowCell::Gap]) {
            let mut both = Pair::new(RowCell::Other, RowCell::Other);
            both[side] = cell;
            rows.push(Row { band, cells: both });
        }
    }
}

/// Returns the line of a fold on one side: its blocks at home there, or none.
fn fold(bands: &[Band], side: Side) -> Vec<RowCell> {
    let placed = || bands.iter().flat_map(|band| &band.placed[side]);
    let homes = || placed().filter(|placed| placed.home == Home::Here).map(|placed| placed.block);
    let first = || placed().next().map(|placed| (placed.block, placed.block));
    let shown = homes().min().zip(homes().max()).or_else(first);
    shown.map(|(first, last)| RowCell::Fold { first, last }).into_iter().collect()
}
