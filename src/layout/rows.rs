//! Bands to rows of a width.

use std::ops::Range;

use super::{Arrangement, Band, Bands, Cell, ECHO_INDENT, Home};
use crate::pair::{Pair, Side};
use crate::wrap::{self, Line};

/// One screen line of both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The band that it is part of; the row between two bands is part of the upper one.
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
    /// The space after a block.
    Gap,
    /// The other side is longer here.
    Filler,
    /// The end of the article.
    End,
    /// The row belongs to the other side (stacked).
    Other,
}

/// The rows of a pair at one width.
#[derive(Clone, Debug)]
pub struct Layout {
    /// How the articles are set.
    pub arrangement: Arrangement,
    /// The columns that each side was wrapped to.
    pub measure: usize,
    /// All rows from top to bottom.
    pub rows: Vec<Row>,
    /// Where the rows of each band begin; one more entry for the end.
    starts: Vec<usize>,
    /// The lines of each block at home, and of those that also stand as echoes.
    homes: Pair<Vec<Vec<Line>>>,
    echoes: Pair<Vec<Vec<Line>>>,
}

impl Layout {
    /// Wraps the blocks' texts to a measure (in columns, at least one) and sets them in rows.
    ///
    /// Cost: linear in the text.
    #[must_use]
    pub fn of(bands: &Bands, texts: Pair<&[&str]>, arrangement: Arrangement, measure: usize) -> Self {
        let measure = measure.max(1);
        let homes = texts.map(|texts| texts.iter().map(|text| wrap::wrap(text, measure)).collect());
        let mut echoes = texts.map(|texts| vec![Vec::new(); texts.len()]);
        for (side, cell) in bands.bands.iter().flat_map(echoes_of) {
            if echoes[side][cell.block].is_empty() {
                let columns = measure.saturating_sub(ECHO_INDENT);
                echoes[side][cell.block] = wrap::wrap(texts[side][cell.block], columns);
            }
        }
        let mut layout = Self { arrangement, measure, rows: Vec::new(), starts: Vec::new(), homes, echoes };
        let last = bands.home.as_ref().map(|home| home.last().copied());
        for (place, band) in bands.bands.iter().enumerate() {
            layout.starts.push(layout.rows.len());
            let ends = last.map(|last| last == Some(place));
            match arrangement {
                Arrangement::Facing => layout.set_facing(place, band, ends),
                Arrangement::Stacked => layout.set_stacked(place, band, ends),
            }
        }
        layout.starts.push(layout.rows.len());
        layout
    }

    /// The lines of a block, at home or as an echo.
    #[must_use]
    pub fn lines(&self, side: Side, cell: Cell) -> &[Line] {
        let of = if cell.home == Home::Here { &self.homes } else { &self.echoes };
        &of[side][cell.block]
    }

    /// The rows of a band, with the space after it.
    #[must_use]
    pub fn rows_of(&self, band: usize) -> Range<usize> {
        match (self.starts.get(band), self.starts.get(band + 1)) {
            (Some(&start), Some(&end)) => start..end,
            _ => self.rows.len()..self.rows.len(),
        }
    }

    /// The row in a band where a byte of a block stands: that of the block's line which holds it, or of its last line.
    #[must_use]
    pub fn row_at(&self, bands: &Bands, band: usize, side: Side, block: usize, byte: usize) -> Option<usize> {
        let cells = &bands.bands.get(band)?.cells[side];
        let cell = cells.iter().position(|cell| cell.block == block)?;
        let lines = self.lines(side, cells[cell]);
        let line = lines.iter().position(|line| byte < line.range.end).unwrap_or(lines.len().saturating_sub(1));
        let wanted = Half::Text { cell, line };
        self.rows_of(band).find(|&row| self.rows[row].halves[side] == wanted)
    }

    fn halves(&self, side: Side, band: &Band) -> Vec<Half> {
        let mut halves = Vec::new();
        for (cell, &shown) in band.cells[side].iter().enumerate() {
            if cell > 0 {
                halves.push(Half::Gap);
            }
            halves.extend((0..self.lines(side, shown).len()).map(|line| Half::Text { cell, line }));
        }
        halves
    }

    fn set_facing(&mut self, place: usize, band: &Band, ends: Pair<bool>) {
        let halves = Pair::from_fn(|side| {
            let mut halves = self.halves(side, band);
            if ends[side] {
                halves.extend([Half::Gap, Half::End]);
            }
            halves
        });
        let height = halves.iter().map(Vec::len).max().unwrap_or(0);
        for at in 0..height {
            let half = halves.as_ref().map(|halves| halves.get(at).copied().unwrap_or(Half::Filler));
            self.rows.push(Row { band: place, halves: half });
        }
        self.rows.push(Row { band: place, halves: Pair::new(Half::Gap, Half::Gap) });
    }

    fn set_stacked(&mut self, place: usize, band: &Band, ends: Pair<bool>) {
        for side in Side::BOTH {
            let mut halves = self.halves(side, band);
            if ends[side] {
                halves.extend([Half::Gap, Half::End]);
            }
            if halves.is_empty() {
                continue;
            }
            halves.push(Half::Gap);
            for half in halves {
                let mut both = Pair::new(Half::Other, Half::Other);
                both[side] = half;
                self.rows.push(Row { band: place, halves: both });
            }
        }
    }
}

fn echoes_of(band: &Band) -> impl Iterator<Item = (Side, Cell)> {
    let cells = band.cells.sides().flat_map(|(side, cells)| cells.iter().map(move |&cell| (side, cell)));
    cells.filter(|(_, cell)| cell.home != Home::Here)
}
