//! The rows of a page, band by band.

use std::fmt::Write as _;
use std::io;

use super::{Page, end_line, exchange};
use crate::layout::{Arrangement, Band, ECHO_INDENT, Folds, Half, Home, Marked, Row, RowSetup, Texts, Work, Wrapped};
use crate::pair::{Pair, Side};
use crate::present::labels::{self, Label};
use crate::present::{Marks, Sign, brackets};

/// The bytes that are handed on at once.
const AT_ONCE: usize = 1 << 16;

/// A band that is set.
struct Strip<'s> {
    band: &'s Band,
    texts: Texts<'s>,
    wrapped: &'s Wrapped,
}

impl Page<'_> {
    /// Sets and writes one band after another, so that no more than one of them has to be held.
    pub(super) fn write_bands(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let Self { bands, comparison, columns, .. } = *self;
        let setup = RowSetup {
            arrangement: columns.arrangement,
            measures: columns.measures,
            folds: &Folds::default(),
            small: self.markings.small,
            brackets: self.markings.marks != Marks::Nothing,
            ambiguous: self.setup.ambiguous,
        };
        let mut wrapped = Wrapped::of(bands, comparison);
        let (mut rows, mut lines) = (Vec::new(), String::new());
        for (place, band) in bands.bands.iter().enumerate() {
            let marked = Pair::from_fn(|side| self.bracketed(band, side));
            let marked = marked.as_ref().map(Vec::as_slice);
            let texts = Texts { articles: self.articles, marked };
            let work = Work { bands, comparison, texts, setup };
            wrapped.add(work, place);
            work.set(&wrapped, place..place + 1, false, &mut rows);
            let strip = Strip { band, texts, wrapped: &wrapped };
            for (place, row) in rows.iter().enumerate() {
                self.push_row(&mut lines, &strip, row, place == 0);
                if lines.len() >= AT_ONCE {
                    out.write_all(lines.as_bytes())?;
                    lines.clear();
                }
            }
            wrapped.clear();
            rows.clear();
        }
        out.write_all(lines.as_bytes())
    }

    /// The texts of a band's side with their marks as brackets.
    fn bracketed(&self, band: &Band, side: Side) -> Vec<Marked> {
        let has_marks = self.markings.marks != Marks::Nothing && self.columns.arrangement != Arrangement::Inline;
        let link = band.link.filter(|_| has_marks).map(|link| &self.comparison.links[link]);
        link.map_or_else(Vec::new, |link| brackets::bracketed(self.articles[side], link, side, self.markings.small))
    }

    fn push_row(&self, out: &mut String, strip: &Strip<'_>, row: &Row, is_first: bool) {
        match self.columns.arrangement {
            Arrangement::Facing => self.push_facing(out, strip, row, is_first),
            Arrangement::Inline | Arrangement::Stacked | Arrangement::Single(_) => self.push_stacked(out, strip, row),
        }
        end_line(out);
    }

    fn push_facing(&self, out: &mut String, strip: &Strip<'_>, row: &Row, is_first: bool) {
        let margins = self.columns.margins();
        push_spaces(out, margins.left);
        let used = margins.left + self.push_text(out, strip, row, Side::Left);
        push_spaces(out, self.columns.panes.left.saturating_sub(used));
        self.push_gutter(out, strip, row, is_first);
        push_spaces(out, margins.right);
        self.push_text(out, strip, row, Side::Right);
    }

    /// `│↓15 ~  3 │`
    fn push_gutter(&self, out: &mut String, strip: &Strip<'_>, row: &Row, is_first: bool) {
        let from = out.len();
        let relation = if is_first { labels::sign(self.comparison, strip.band) } else { " " };
        let labels = Pair::from_fn(|side| self.label(strip, row, side));
        if !is_first && labels == Pair::default() {
            return out.push_str(&self.blank);
        }
        let part = |label: Option<Label>, part: fn(Label) -> &'static str| label.map_or(" ", part);
        out.extend(["│", part(labels.left, |label| label.arrow)]);
        self.push_number(out, labels.left);
        let signs = labels.map(|label| part(label, |label| label.sign));
        out.extend([signs.left, relation, signs.right]);
        self.push_number(out, labels.right);
        out.extend([part(labels.right, |label| label.arrow), "│"]);
        exchange(self.setup, out, from);
    }

    fn push_number(&self, out: &mut String, label: Option<Label>) {
        let digits = self.columns.digits;
        match label {
            Some(label) => {
                write!(out, "{:>digits$}", label.number).expect("writing to a string does not fail");
            }
            None => push_spaces(out, digits),
        }
    }

    fn push_stacked(&self, out: &mut String, strip: &Strip<'_>, row: &Row) {
        let Some(side) = Side::BOTH.into_iter().find(|&side| row.halves[side] != Half::Other) else { return };
        match self.label(strip, row, side) {
            Some(label) => {
                let from = out.len();
                let relation = labels::sign(self.comparison, strip.band);
                let sign = if label.sign == " " { relation } else { label.sign };
                out.extend([" ", self.letters[side].as_str(), " ", label.arrow]);
                self.push_number(out, Some(label));
                out.extend([" ", sign, "  "]);
                exchange(self.setup, out, from);
            }
            None => push_spaces(out, self.columns.gutter),
        }
        self.push_text(out, strip, row, side);
    }

    /// Writes a side's half of a row, and returns its columns.
    fn push_text(&self, out: &mut String, strip: &Strip<'_>, row: &Row, side: Side) -> usize {
        match row.halves[side] {
            Half::Text { cell, line } => {
                let cell = strip.band.cells[side][cell];
                let Some(line) = strip.wrapped.lines(side, cell).get(line) else { return 0 };
                let indent = if cell.home == Home::Here { 0 } else { ECHO_INDENT };
                if indent > 0 {
                    let from = out.len();
                    out.push_str(Sign::Echo.sign());
                    push_spaces(out, ECHO_INDENT - 1);
                    exchange(self.setup, out, from);
                }
                out.push_str(&strip.texts.text(side, cell.block)[line.range()]);
                indent + line.width()
            }
            Half::Woven { paragraph, line } => push_woven(out, strip, paragraph, line),
            Half::Named { block } => {
                let letters = self.letters.as_ref().map(String::as_str);
                self.push_measured(out, &labels::woven_at(self.comparison, self.bands, letters, side, block))
            }
            Half::End => self.push_measured(out, &labels::end_of(&self.letters[side])),
            Half::Fold { .. } | Half::Gap | Half::Filler | Half::Other => 0,
        }
    }

    /// Writes signs, and returns their columns.
    fn push_measured(&self, out: &mut String, signs: &str) -> usize {
        let from = out.len();
        out.push_str(signs);
        exchange(self.setup, out, from);
        self.setup.ambiguous.width(&out[from..])
    }

    fn label(&self, strip: &Strip<'_>, row: &Row, side: Side) -> Option<Label> {
        let Band { link, cells } = strip.band;
        let cell = labels::cell_of(row.halves[side], &cells[side], self.comparison, *link)?;
        Some(labels::label(self.articles, self.comparison, side, cell))
    }
}

fn push_woven(out: &mut String, strip: &Strip<'_>, paragraph: usize, line: usize) -> usize {
    let woven = strip.band.link.and_then(|link| strip.wrapped.paragraphs(link).get(paragraph));
    let Some(shown) = woven else { return 0 };
    let Some(line) = shown.lines.get(line) else { return 0 };
    out.push_str(&shown.text[line.range()]);
    line.width()
}

fn push_spaces(out: &mut String, columns: usize) {
    const SPACES: &str = "                                                                ";
    let mut left = columns;
    while left > 0 {
        let some = left.min(SPACES.len());
        out.push_str(&SPACES[..some]);
        left -= some;
    }
}
