//! Bands to rows of a width.

use std::ops::Range;

use super::wrapped::{Paragraph, Wrapped};
use super::{Band, Bands, Home, PlacedBlock, Row, RowCell, RowSetup, Texts, Work};
use crate::comparison::Comparison;
use crate::pair::{Pair, Side};
use crate::wrap::LineRange;

/// Holds the rows of a pair at one width.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// All rows from top to bottom.
    pub rows: Vec<Row>,
    /// The rows of each band, the space after it included; bands of one fold share theirs.
    row_ranges: Vec<Range<usize>>,
    folded: Vec<bool>,
    wrapped: Wrapped,
    /// The first row of each block at home; 0 of one that is not on a row.
    tops: Pair<Vec<usize>>,
}

impl Layout {
    /// Wraps the blocks' texts and sets them in rows.
    ///
    /// Cost: linear in the text.
    #[must_use]
    pub fn new(bands: &Bands, comparison: &Comparison, texts: Texts<'_>, setup: RowSetup<'_>) -> Self {
        let work = Work { bands, comparison, texts, setup };
        let mut layout = Self {
            rows: Vec::new(),
            row_ranges: Vec::with_capacity(bands.bands.len()),
            folded: setup.folds.folded(bands, comparison),
            wrapped: Wrapped::new(bands, comparison),
            tops: bands.home.as_ref().map(|home| vec![0; home.len()]),
        };
        while layout.row_ranges.len() < bands.bands.len() {
            layout.set(work, layout.row_ranges.len());
        }
        layout.find_tops(bands);
        layout
    }

    fn find_tops(&mut self, bands: &Bands) {
        for (row_index, row) in self.rows.iter().enumerate() {
            for (side, cell) in row.cells.sides() {
                if let RowCell::Text { index, line: 0 } = *cell
                    && let PlacedBlock { block, home: Home::Here } = bands.bands[row.band].placed[side][index]
                {
                    self.tops[side][block] = row_index;
                }
            }
        }
    }

    /// Returns the lines of all bands.
    #[must_use]
    pub const fn wrapped(&self) -> &Wrapped {
        &self.wrapped
    }

    /// Returns the lines of a block, at home or as an echo.
    #[must_use]
    pub fn lines(&self, side: Side, cell: PlacedBlock) -> &[LineRange] {
        self.wrapped.lines(side, cell)
    }

    /// Returns a paragraph of a woven link.
    #[must_use]
    pub fn paragraph(&self, link: usize, paragraph: usize) -> Option<&Paragraph> {
        self.wrapped.paragraphs(link).get(paragraph)
    }

    /// Returns the rows of a band, with the space after it; of a folded one those of its fold.
    #[must_use]
    pub fn rows_of(&self, band: usize) -> Range<usize> {
        self.row_ranges.get(band).cloned().unwrap_or(self.rows.len()..self.rows.len())
    }

    /// Tells whether a row of one column is the other side's alone: it is of that of the text there, or above the space there.
    #[must_use]
    pub fn is_others(&self, row: usize, side: Side) -> bool {
        let Some(at) = self.rows.get(row) else { return false };
        let above = (self.rows_of(at.band).start..=row).rev().map(|row| &self.rows[row]);
        let mut with_text = above.filter(|row| row.cells.iter().any(|cell| cell.is_text()));
        with_text.next().unwrap_or(at).part(side) == RowCell::Other
    }

    /// Returns, where a row is the other side's in one column, the row of a side that would stand level with it in two; `None` if
    /// it is this side's as well, or the band has none of it.
    #[must_use]
    pub fn level_in_column(&self, row: usize, side: Side) -> Option<usize> {
        let at @ Row { band, .. } = self.rows.get(row)?;
        if at.part(side) != RowCell::Other {
            return None;
        }
        let has = |side: Side| self.rows_of(*band).filter(move |&row| self.rows[row].cells[side].is_text());
        let below = row - has(side.other()).next()?.min(row);
        let (first, last) = (has(side).next()?, has(side).next_back()?);
        Some((first + below).min(last))
    }

    /// Counts the blocks of both sides whose own place is folded away. Cost: linear in the bands.
    #[must_use]
    pub fn folded_blocks(&self, bands: &Bands) -> usize {
        let homes = |band: &Band| {
            let placed = Side::BOTH.into_iter().flat_map(|side| &band.placed[side]);
            placed.filter(|placed| placed.home == Home::Here).count()
        };
        bands.bands.iter().zip(&self.folded).filter(|(_, is_folded)| **is_folded).map(|(band, _)| homes(band)).sum()
    }

    /// Returns the bands that are folded to a row; `None` if none are.
    #[must_use]
    pub fn fold_at(&self, row: usize) -> Option<Range<usize>> {
        let band = self.rows.get(row)?.band;
        let of_fold = |&other: &usize| self.folded[other] && self.row_ranges[other] == self.row_ranges[band];
        self.folded[band].then(|| band..(band..self.row_ranges.len()).take_while(of_fold).last().unwrap_or(band) + 1)
    }

    /// Returns the row in a band where a byte of a block stands: that of the block's line which holds it, or of its
    /// last line; of a folded band, its fold.
    #[must_use]
    pub fn row_at(&self, bands: &Bands, band: usize, side: Side, block: usize, byte: usize) -> Option<usize> {
        let blocks = &bands.bands.get(band)?.placed[side];
        let index = blocks.binary_search_by_key(&block, |placed| placed.block).ok()?;
        let mut rows = self.rows_of(band);
        if self.folded[band] {
            return (!rows.is_empty()).then_some(rows.start);
        }
        if blocks[index].home == Home::Here {
            rows.start = rows.start.max(self.tops[side][block]); // a stretch alone may have thousands of rows
        }
        let text = self.line_at(side, blocks[index], byte).map(|line| RowCell::Text { index, line });
        let woven = bands.bands[band].link.and_then(|link| self.woven_at(link, side, block, byte));
        let is_other = |cell: &RowCell| Some(*cell) == woven || *cell == RowCell::Named { block };
        let wanted = |row: &Row| Some(row.cells[side]) == text || row.cells.iter().any(is_other);
        let found = rows.clone().find(|&row| wanted(&self.rows[row]));
        // An echo may be folded to its first line.
        found.or_else(|| rows.into_iter().find(|&row| self.rows[row].cells[side] == RowCell::Text { index, line: 0 }))
    }

    /// Returns the line of a block that holds a byte, or its last one.
    fn line_at(&self, side: Side, placed: PlacedBlock, byte: usize) -> Option<usize> {
        let lines = self.lines(side, placed);
        lines.iter().position(|line| byte < line.range().end).or_else(|| lines.len().checked_sub(1))
    }

    /// Returns the line of a woven link that holds a byte of a side's block.
    fn woven_at(&self, link: usize, side: Side, block: usize, byte: usize) -> Option<RowCell> {
        self.wrapped.paragraphs(link).iter().enumerate().find_map(|(paragraph, shown)| {
            let at = shown.woven.find(side, (block, byte))?;
            let line = shown.lines.iter().position(|line| at < line.range().end)?;
            Some(RowCell::Woven { paragraph, line })
        })
    }

    /// Sets a band, or the fold that begins with it.
    fn set(&mut self, work: Work<'_>, band: usize) {
        let is_folded = self.folded[band];
        let together = work.setup.folds.together(&self.folded, band);
        for band in together.clone() {
            self.wrapped.add(work, band);
        }
        let start = self.rows.len();
        work.set(&self.wrapped, together.clone(), is_folded, &mut self.rows);
        self.row_ranges.extend(std::iter::repeat_n(start..self.rows.len(), together.len()));
    }
}
