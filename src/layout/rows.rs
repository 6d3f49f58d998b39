//! Bands to rows of a width.

use std::ops::Range;

use super::weave::{self, Woven};
use super::{Arrangement, Band, Bands, Cell, ECHO_INDENT, Folding, Folds, Home};
use crate::comparison::{Comparison, Link};
use crate::pair::{Pair, Side};
use crate::wrap::{Ambiguous, Line, Parted};

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

/// The texts of a side's blocks, and where their lines may break.
#[derive(Clone, Copy, Debug)]
pub struct Texts<'t> {
    /// The text of each block.
    pub blocks: &'t [&'t str],
    /// The same, parted; nothing where they are wrapped once.
    pub parted: &'t [Parted],
}

impl Texts<'_> {
    /// Wraps a block.
    fn wrap(&self, block: usize, columns: usize, ambiguous: Ambiguous) -> Vec<Line> {
        let text = self.blocks[block];
        let mut lines = Vec::new();
        match self.parted.get(block) {
            Some(parted) => parted.wrap(text, columns, &mut lines),
            None => ambiguous.wrap_onto(text, columns, &mut lines),
        }
        lines
    }
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
    /// Whether differences of spelling, case and punctuation are woven in (inline).
    pub small: bool,
    /// Whether woven text has its marks as brackets (inline).
    pub brackets: bool,
    /// How wide the terminal draws what can be narrow or wide.
    pub ambiguous: Ambiguous,
}

/// A woven paragraph with its lines.
#[derive(Clone, Debug, Default)]
pub struct Paragraph {
    /// What was woven, without its text.
    pub woven: Woven,
    /// Its text, with brackets if they were asked for.
    pub text: String,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// What stands around wording that one side has alone, and around what moved within its link, where marks are signs.
pub const BRACKETS: Pair<[&str; 2]> = Pair::new(["[", "]"], ["{", "}"]);
/// See [`BRACKETS`].
pub const MOVED: [&str; 2] = ["<", ">"];

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
    /// The woven paragraphs of each link (inline).
    woven: Vec<Vec<Paragraph>>,
    /// The first row of each block at home; 0 of one that is not on a row.
    tops: Pair<Vec<usize>>,
}

impl Layout {
    /// Wraps the blocks' texts and sets them in rows.
    ///
    /// Cost: linear in the text.
    #[must_use]
    pub fn of(bands: &Bands, comparison: &Comparison, texts: Pair<Texts<'_>>, setting: Setting<'_>) -> Self {
        // Inline, what is linked is woven, and nothing stands twice.
        let is_inline = setting.arrangement == Arrangement::Inline;
        let homes = Pair::from_fn(|side| {
            let is_set = |block: usize| !(is_inline && comparison.link_of(side, block).is_some());
            let lines = |block: usize| {
                if is_set(block) {
                    texts[side].wrap(block, setting.measures[side], setting.ambiguous)
                } else {
                    Vec::new()
                }
            };
            (0..texts[side].blocks.len()).map(lines).collect::<Vec<_>>()
        });
        let echoes = if is_inline { Pair::default() } else { echoes(bands, texts, setting) };
        let folded = setting.folds.folded(bands, comparison);
        let woven = match setting.arrangement {
            Arrangement::Inline => {
                let texts = texts.map(|texts| texts.blocks);
                comparison.links.iter().map(|link| woven(link, texts, setting)).collect()
            }
            _ => Vec::new(),
        };
        let tops = texts.map(|texts| vec![0; texts.blocks.len()]);
        // Room at once: growing by doubling copies all rows several times. What is not used of it costs nothing.
        let texts = homes.iter().chain(echoes.iter()).flatten().map(Vec::len).sum::<usize>();
        let paragraphs = woven.iter().flatten().map(|paragraph: &Paragraph| paragraph.lines.len()).sum::<usize>();
        let rows = Vec::with_capacity(texts + paragraphs + 4 * bands.bands.len());
        let places = Vec::with_capacity(bands.bands.len());
        let mut layout = Self { rows, places, folded, homes, echoes, woven, tops };
        let mut next = 0;
        while next < bands.bands.len() {
            next = layout.set(bands, comparison, next, setting);
        }
        layout.find_tops(bands);
        layout
    }

    fn find_tops(&mut self, bands: &Bands) {
        for (place, row) in self.rows.iter().enumerate() {
            for (side, half) in row.halves.sides() {
                if let Half::Text { cell, line: 0 } = *half
                    && let Cell { block, home: Home::Here } = bands.bands[row.band].cells[side][cell]
                {
                    self.tops[side][block] = place;
                }
            }
        }
    }

    /// The lines of a block, at home or as an echo.
    #[must_use]
    pub fn lines(&self, side: Side, cell: Cell) -> &[Line] {
        let of = if cell.home == Home::Here { &self.homes } else { &self.echoes };
        of[side].get(cell.block).map_or(&[], Vec::as_slice)
    }

    /// A paragraph of a woven link.
    #[must_use]
    pub fn paragraph(&self, link: usize, paragraph: usize) -> Option<&Paragraph> {
        self.woven.get(link)?.get(paragraph)
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
        let cell = cells.binary_search_by_key(&block, |cell| cell.block).ok()?;
        let mut rows = self.rows_of(band);
        if self.folded[band] {
            return (!rows.is_empty()).then_some(rows.start);
        }
        if cells[cell].home == Home::Here {
            rows.start = rows.start.max(self.tops[side][block]); // a stretch alone may have thousands of rows
        }
        let text = self.line_at(side, cells[cell], byte).map(|line| Half::Text { cell, line });
        let woven = bands.bands[band].link.and_then(|link| self.woven_at(link, side, block, byte));
        let is_other = |half: &Half| Some(*half) == woven || *half == Half::Named { block };
        let wanted = |row: &Row| Some(row.halves[side]) == text || row.halves.iter().any(is_other);
        let found = rows.clone().find(|&row| wanted(&self.rows[row]));
        // An echo may be folded to its first line.
        found.or_else(|| rows.into_iter().find(|&row| self.rows[row].halves[side] == Half::Text { cell, line: 0 }))
    }

    /// The line of a cell's block that holds a byte, or its last one.
    fn line_at(&self, side: Side, cell: Cell, byte: usize) -> Option<usize> {
        let lines = self.lines(side, cell);
        lines.iter().position(|line| byte < line.range().end).or_else(|| lines.len().checked_sub(1))
    }

    /// The line of a woven link that holds a byte of a side's block.
    fn woven_at(&self, link: usize, side: Side, block: usize, byte: usize) -> Option<Half> {
        self.woven.get(link)?.iter().enumerate().find_map(|(paragraph, shown)| {
            let at = shown.woven.find(side, (block, byte))?;
            let place = shown.lines.iter().position(|line| at < line.range().end)?;
            Some(Half::Woven { paragraph, line: place })
        })
    }

    /// Sets the band, or the fold that begins with it, and returns the next band to set.
    fn set(&mut self, bands: &Bands, comparison: &Comparison, band: usize, setting: Setting<'_>) -> usize {
        let start = self.rows.len();
        let next = if self.folded[band] { self.end_of_fold(bands, band, setting.folds.folding) } else { band + 1 };
        let is_woven = setting.arrangement == Arrangement::Inline && !self.folded[band];
        let ends = bands.home.as_ref().map(|home| home.last().is_some_and(|last| (band..next).contains(last)));
        let halves = Pair::from_fn(|side| {
            let mut halves = if self.folded[band] {
                fold(&bands.bands[band..next], side)
            } else if let Some(link) = bands.bands[band].link.filter(|_| is_woven) {
                self.woven_halves(side, bands, band, link, &comparison.links[link])
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
            Arrangement::Inline | Arrangement::Stacked => self.set_below(band, &halves, &Side::BOTH),
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

    /// A side of a link's band, inline: at its left home the woven paragraphs, on the left, each in the place of its block;
    /// elsewhere a line for each block at home there. Blocks alone stand in their place.
    fn woven_halves(&self, side: Side, bands: &Bands, band: usize, place: usize, link: &Link) -> Vec<Half> {
        let is_left_home = bands.home.left[link.blocks.left[0]] == band;
        let mut halves = Vec::new();
        for (cell, shown) in bands.bands[band].cells[side].iter().enumerate() {
            let lines = match link.blocks[side].iter().position(|&block| block == shown.block) {
                None => (0..self.lines(side, *shown).len()).map(|line| Half::Text { cell, line }).collect(),
                Some(paragraph) if is_left_home && side == Side::Left => {
                    let lines = self.paragraph(place, paragraph).map_or(0, |paragraph| paragraph.lines.len());
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
fn echoes(bands: &Bands, texts: Pair<Texts<'_>>, setting: Setting<'_>) -> Pair<Vec<Vec<Line>>> {
    let mut echoes = texts.map(|texts| vec![Vec::new(); texts.blocks.len()]);
    let cells = bands.bands.iter().flat_map(|band| band.cells.sides());
    for (side, cell) in cells.flat_map(|(side, cells)| cells.iter().map(move |cell| (side, cell))) {
        if cell.home != Home::Here && echoes[side][cell.block].is_empty() {
            let columns = setting.measures[side].saturating_sub(ECHO_INDENT);
            echoes[side][cell.block] = texts[side].wrap(cell.block, columns, setting.ambiguous);
        }
    }
    echoes
}

/// Weaves a link and wraps its paragraphs.
fn woven(link: &Link, texts: Pair<&[&str]>, setting: Setting<'_>) -> Vec<Paragraph> {
    let paragraph = |mut woven: Woven| {
        let bracketed = setting.brackets.then(|| woven.bracketed(BRACKETS, MOVED));
        let text = bracketed.unwrap_or_else(|| std::mem::take(&mut woven.text));
        let lines = setting.ambiguous.wrap(&text, setting.measures.left);
        Paragraph { woven, text, lines }
    };
    weave::weave(link, texts, setting.small).into_iter().map(paragraph).collect()
}

/// The line of a fold on one side: its blocks at home there, or none.
fn fold(bands: &[Band], side: Side) -> Vec<Half> {
    let cells = || bands.iter().flat_map(|band| &band.cells[side]);
    let homes = || cells().filter(|cell| cell.home == Home::Here).map(|cell| cell.block);
    let shown = homes().min().zip(homes().max()).or_else(|| cells().next().map(|cell| (cell.block, cell.block)));
    shown.map(|(first, last)| Half::Fold { first, last }).into_iter().collect()
}
