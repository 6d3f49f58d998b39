//! Bands to rows of a width.

use std::ops::Range;

use super::{Arrangement, Band, Bands, Cell, ECHO_INDENT, Folding, Folds, Home};
use crate::comparison::Comparison;
use crate::pair::{Pair, Side};
use crate::wrap::{Ambiguous, Line};

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

/// How a pair is to be set.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'s> {
    /// In how many columns.
    pub arrangement: Arrangement,
    /// How many columns each side's text is wrapped to.
    pub measures: Pair<usize>,
    /// What is folded.
    pub folds: &'s Folds,
    /// How wide the terminal draws what can be narrow or wide.
    pub ambiguous: Ambiguous,
}

/// The rows of a pair at one width.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// All rows from top to bottom.
    pub rows: Vec<Row>,
    /// The rows of each band, the space after it included; bands of one fold share theirs.
    places: Vec<Range<usize>>,
    folded: Vec<bool>,
    /// The lines of each block at home, and of those that also stand as echoes.
    homes: Pair<Vec<Vec<Line>>>,
    echoes: Pair<Vec<Vec<Line>>>,
}

impl Layout {
    /// Wraps the blocks' texts and sets them in rows.
    ///
    /// Cost: linear in the text.
    #[must_use]
    pub fn of(bands: &Bands, comparison: &Comparison, texts: Pair<&[&str]>, setting: Setting<'_>) -> Self {
        let wrap = |text: &&str, columns: usize| setting.ambiguous.wrap(text, columns);
        let lines = |columns: usize, texts: &[&str]| texts.iter().map(|text| wrap(text, columns)).collect();
        let homes = texts.zip(setting.measures).map(|(texts, measure)| lines(measure, texts));
        let echoes = echoes(bands, texts, setting);
        let folded = setting.folds.folded(bands, comparison);
        let mut layout = Self { rows: Vec::new(), places: Vec::new(), folded, homes, echoes };
        let mut next = 0;
        while next < bands.bands.len() {
            next = layout.set(bands, next, setting);
        }
        layout
    }

    /// The lines of a block, at home or as an echo.
    #[must_use]
    pub fn lines(&self, side: Side, cell: Cell) -> &[Line] {
        let of = if cell.home == Home::Here { &self.homes } else { &self.echoes };
        &of[side][cell.block]
    }

    /// The rows of a band, with the space after it; of a folded one those of its fold.
    #[must_use]
    pub fn rows_of(&self, band: usize) -> Range<usize> {
        self.places.get(band).cloned().unwrap_or(self.rows.len()..self.rows.len())
    }

    /// The bands that are folded to a row; `None` if none are.
    #[must_use]
    pub fn fold_at(&self, row: usize) -> Option<Range<usize>> {
        let band = self.rows.get(row)?.band;
        let of_fold = |&other: &usize| self.folded[other] && self.places[other] == self.places[band];
        self.folded[band].then(|| band..(band..self.places.len()).take_while(of_fold).last().unwrap_or(band) + 1)
    }

    /// The row in a band where a byte of a block stands: that of the block's line which holds it, or of its last line; of a
    /// folded band, its fold.
    #[must_use]
    pub fn row_at(&self, bands: &Bands, band: usize, side: Side, block: usize, byte: usize) -> Option<usize> {
        let cells = &bands.bands.get(band)?.cells[side];
        let cell = cells.iter().position(|cell| cell.block == block)?;
        let rows = self.rows_of(band);
        if self.folded[band] {
            return (!rows.is_empty()).then_some(rows.start);
        }
        let lines = self.lines(side, cells[cell]);
        let line = lines.iter().position(|line| byte < line.range.end).unwrap_or(lines.len().saturating_sub(1));
        let mut found = None;
        for row in rows {
            if let Half::Text { cell: shown, line: at } = self.rows[row].halves[side]
                && shown == cell
                && at <= line
            {
                found = Some(row);
            }
        }
        found
    }

    /// Sets the band, or the fold that begins with it, and returns the next band to set.
    fn set(&mut self, bands: &Bands, band: usize, setting: Setting<'_>) -> usize {
        let start = self.rows.len();
        let next = if self.folded[band] { self.end_of_fold(bands, band, setting.folds.folding) } else { band + 1 };
        let ends = bands.home.as_ref().map(|home| home.last().is_some_and(|last| (band..next).contains(last)));
        let halves = Pair::from_fn(|side| {
            let mut halves = if self.folded[band] {
                fold(&bands.bands[band..next], side)
            } else {
                self.halves(side, &bands.bands[band], setting, setting.folds.folds_echo(band))
            };
            if ends[side] {
                halves.extend([Half::Gap, Half::End]);
            }
            halves
        });
        match setting.arrangement {
            Arrangement::Facing => self.set_facing(band, &halves),
            Arrangement::Stacked => self.set_below(band, &halves, &Side::BOTH),
            Arrangement::Single(side) => self.set_below(band, &halves, &[side]),
        }
        self.places.extend(std::iter::repeat_n(start..self.rows.len(), next - band));
        next
    }

    /// The band after the last one of a fold. Everything folded keeps a line for each band.
    fn end_of_fold(&self, bands: &Bands, band: usize, folding: Folding) -> usize {
        if folding == Folding::All {
            return band + 1;
        }
        (band..bands.bands.len()).find(|&other| !self.folded[other]).unwrap_or(bands.bands.len())
    }

    fn halves(&self, side: Side, band: &Band, setting: Setting<'_>, folds_echo: bool) -> Vec<Half> {
        let mut halves = Vec::new();
        for (cell, &shown) in band.cells[side].iter().enumerate() {
            if matches!(setting.arrangement, Arrangement::Single(_)) && shown.home != Home::Here {
                continue;
            }
            if !halves.is_empty() {
                halves.push(Half::Gap);
            }
            let lines = self.lines(side, shown).len();
            let lines = if folds_echo && shown.home != Home::Here { lines.min(1) } else { lines };
            halves.extend((0..lines).map(|line| Half::Text { cell, line }));
        }
        halves
    }

    fn set_facing(&mut self, band: usize, halves: &Pair<Vec<Half>>) {
        let height = halves.iter().map(Vec::len).max().unwrap_or(0);
        for at in 0..height {
            let halves = halves.as_ref().map(|halves| halves.get(at).copied().unwrap_or(Half::Filler));
            self.rows.push(Row { band, halves });
        }
        self.rows.push(Row { band, halves: Pair::new(Half::Gap, Half::Gap) });
    }

    fn set_below(&mut self, band: usize, halves: &Pair<Vec<Half>>, sides: &[Side]) {
        for &side in sides.iter().filter(|&&side| !halves[side].is_empty()) {
            for &half in halves[side].iter().chain(&[Half::Gap]) {
                let mut both = Pair::new(Half::Other, Half::Other);
                both[side] = half;
                self.rows.push(Row { band, halves: both });
            }
        }
    }
}

/// Wraps the blocks that stand as echoes, narrower by their indent.
fn echoes(bands: &Bands, texts: Pair<&[&str]>, setting: Setting<'_>) -> Pair<Vec<Vec<Line>>> {
    let mut echoes = texts.map(|texts| vec![Vec::new(); texts.len()]);
    let cells = bands.bands.iter().flat_map(|band| band.cells.sides());
    for (side, cell) in cells.flat_map(|(side, cells)| cells.iter().map(move |cell| (side, cell))) {
        if cell.home != Home::Here && echoes[side][cell.block].is_empty() {
            let columns = setting.measures[side].saturating_sub(ECHO_INDENT);
            echoes[side][cell.block] = setting.ambiguous.wrap(texts[side][cell.block], columns);
        }
    }
    echoes
}

/// The line of a fold on one side: its blocks at home there, or none.
fn fold(bands: &[Band], side: Side) -> Vec<Half> {
    let cells = || bands.iter().flat_map(|band| &band.cells[side]);
    let homes = || cells().filter(|cell| cell.home == Home::Here).map(|cell| cell.block);
    let shown = homes().min().zip(homes().max()).or_else(|| cells().next().map(|cell| (cell.block, cell.block)));
    shown.map(|(first, last)| Half::Fold { first, last }).into_iter().collect()
}
