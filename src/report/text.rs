//! The comparison as text: the facing arrangement, its marks as signs.
//!
//! ```text
//!     A  Coast Wire · 2026-06-16 · 352 words, 69 % in B
//!     B  Harbour Ledger · 2026-06-17 · 354 words, 69 % in A
//!
//!     The contract, worth [41]       │  4 ~  5 │ The contract, worth {47}
//!     million crowns, …              │         │ million crowns, …
//! ```

use std::fmt::{Arguments, Write};
use std::io;

use crate::article::Article;
use crate::comparison::Comparison;
use crate::diff::{Change, Mark};
use crate::layout::labels::{self, Label};
use crate::layout::{
    Arrangement, BRACKETS, Band, Bands, Columns, ECHO_INDENT, Folds, Half, Home, MEASURE, MOVED, Marked, Row, Setting,
    Texts, Wanted, Work, Wrapped,
};
use crate::pair::{Pair, Side};
use crate::signs;
use crate::story::{Story, letter};
use crate::wrap::Ambiguous;

const MARKS: &str = "[only left] {only right} <moved within its link> ";
const LEGEND: &str =
    "= same words ~ edited ≈ reworded < > only on that side ↑ ↓ its own place is there ┊ set again here";

/// How a comparison is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manner {
    /// In how many columns of text, where they fit.
    pub arrangement: Arrangement,
    /// The columns of a line at most.
    pub width: usize,
    /// The columns of the widest line of an article.
    pub measure: usize,
    /// Whether what differs is marked.
    pub is_marked: bool,
    /// Whether differences of spelling, case and punctuation are.
    pub small: bool,
    /// Whether lines and signs are of ASCII.
    pub ascii: bool,
    /// How wide the terminal draws what can be narrow or wide.
    pub ambiguous: Ambiguous,
}

impl Default for Manner {
    fn default() -> Self {
        Self {
            arrangement: Arrangement::Facing,
            width: 80,
            measure: MEASURE,
            is_marked: true,
            small: true,
            ascii: false,
            ambiguous: Ambiguous::Narrow,
        }
    }
}

/// Writes two articles of a story, and what came of comparing them, beside each other; below each other where they do not
/// fit.
///
/// # Errors
///
/// If what it is written to takes no more.
///
/// # Panics
///
/// If a place is beyond the last article.
pub fn write(
    out: &mut dyn io::Write,
    story: &Story,
    shown: Pair<usize>,
    comparison: &Comparison,
    manner: Manner,
) -> io::Result<()> {
    let articles = story.pair(shown);
    let blocks = articles.map(|article| article.blocks.len());
    let bands = Bands::of(comparison, blocks);
    let wanted = Wanted { arrangement: manner.arrangement, measure: manner.measure, ..Wanted::default() };
    let columns = Columns::of(manner.width, blocks.left.max(blocks.right), wanted);
    Page { articles, comparison, bands: &bands, columns, letters: shown.map(letter), manner }.write(out)
}

/// All that is needed to write the rows.
struct Page<'p> {
    articles: Pair<&'p Article>,
    comparison: &'p Comparison,
    bands: &'p Bands,
    columns: Columns,
    letters: Pair<String>,
    manner: Manner,
}

/// A band that is set.
struct Strip<'s> {
    band: &'s Band,
    texts: Texts<'s>,
    wrapped: &'s Wrapped,
}

impl Page<'_> {
    fn write(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let mut lines = String::new();
        for side in Side::BOTH {
            self.push_wrapped(&mut lines, self.head(side));
        }
        let marks = if self.manner.is_marked { MARKS } else { "" };
        self.push_wrapped(&mut lines, format!("{marks}{LEGEND}"));
        lines.push('\n');
        out.write_all(lines.as_bytes())?;
        self.write_bands(out)?;
        lines.clear();
        self.push_wrapped(&mut lines, self.moves());
        out.write_all(lines.as_bytes())
    }

    /// Sets and writes one band after another, so that no more than one of them has to be held.
    fn write_bands(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let Self { bands, comparison, columns, manner, .. } = *self;
        let setting = Setting {
            arrangement: columns.arrangement,
            measures: columns.measures,
            folds: &Folds::default(),
            small: manner.small,
            brackets: manner.is_marked,
            ambiguous: manner.ambiguous,
        };
        let mut wrapped = Wrapped::of(bands, comparison);
        let (mut rows, mut lines) = (Vec::new(), String::new());
        for (place, band) in bands.bands.iter().enumerate() {
            let marked = Pair::from_fn(|side| self.marked(band, side));
            let marked = marked.as_ref().map(Vec::as_slice);
            let texts = Texts { articles: self.articles, marked };
            let work = Work { bands, comparison, texts, setting };
            wrapped.add(work, place);
            work.set(&wrapped, place..place + 1, false, &mut rows);
            self.push_rows(&mut lines, &Strip { band, texts, wrapped: &wrapped }, &rows);
            out.write_all(lines.as_bytes())?;
            wrapped.clear();
            rows.clear();
            lines.clear();
        }
        Ok(())
    }

    /// The texts of a side's linked blocks with their marks as brackets. Woven text gets its marks when it is woven.
    fn marked(&self, band: &Band, side: Side) -> Vec<Marked> {
        let Manner { is_marked, small, .. } = self.manner;
        let link = band.link.map(|link| &self.comparison.links[link]);
        let has_marks = is_marked && self.columns.arrangement != Arrangement::Inline;
        let Some(link) = link.filter(|link| has_marks && link.wording.words[side].shared > 0) else {
            return Vec::new();
        };
        let signs = |mark| match mark {
            Mark::Only(change) if small || change == Change::Wording => Some(BRACKETS[side]),
            Mark::Only(_) | Mark::Shared => None,
            Mark::Moved => Some(MOVED),
        };
        let of_block = link.wording.segments[side].chunk_by(|a, b| a.block == b.block);
        let differ = of_block.filter(|segments| segments.iter().any(|segment| signs(segment.mark).is_some()));
        let marked = differ.map(|segments| {
            let block = segments[0].block;
            let own = &self.articles[side].blocks[block].text;
            let mut text = String::with_capacity(own.len() + 2 * segments.len());
            for segment in segments {
                let own = &own[segment.range.clone()];
                let [open, close] = signs(segment.mark).unwrap_or([""; 2]);
                let bare = own.trim_end();
                text.extend([open, bare, close, &own[bare.len()..]]);
            }
            Marked { block, text }
        });
        marked.collect()
    }

    fn push_rows(&self, out: &mut String, strip: &Strip<'_>, rows: &[Row]) {
        for (place, row) in rows.iter().enumerate() {
            match self.columns.arrangement {
                Arrangement::Facing => self.push_facing(out, strip, row, place == 0),
                Arrangement::Inline | Arrangement::Stacked | Arrangement::Single(_) => {
                    self.push_stacked(out, strip, row);
                }
            }
            end_line(out);
        }
    }

    fn head(&self, side: Side) -> String {
        let article = self.articles[side];
        let sharing = &self.comparison.sharing;
        let date = article.date.as_ref().map_or_else(String::new, |date| format!(" · {date}"));
        format!(
            "{}  {}{date} · {} words, {:.0} % in {}",
            self.letters[side],
            article.label(),
            sharing.words[side],
            sharing.shares()[side] * 100.0,
            self.letters[side.other()],
        )
    }

    /// Exchanges the signs that were written from a byte on, if they are to be.
    fn exchange(&self, out: &mut String, from: usize) {
        let Manner { ascii, ambiguous, .. } = self.manner;
        if signs::are_exchanged(ascii, ambiguous) {
            let plain = signs::plain_text(ambiguous, &out[from..]);
            out.truncate(from);
            out.push_str(&plain);
        }
    }

    /// The moved links, named.
    fn moves(&self) -> String {
        let numbers =
            |blocks: &[usize]| blocks.iter().map(|block| (block + 1).to_string()).collect::<Vec<_>>().join(",");
        let moved = self.comparison.links.iter().filter(|link| link.moved);
        let named = moved.map(|link| {
            let blocks = link.blocks.as_ref().map(|blocks| numbers(blocks));
            format!("{}¶{} {}¶{}", self.letters.left, blocks.left, self.letters.right, blocks.right)
        });
        let named: Vec<String> = named.collect();
        if named.is_empty() { "moved: none".to_owned() } else { format!("moved: {}", named.join(", ")) }
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
        let part = |label: Option<Label>, part: fn(Label) -> &'static str| label.map_or(" ", part);
        out.extend(["│", part(labels.left, |label| label.arrow)]);
        self.push_number(out, labels.left);
        let signs = labels.map(|label| part(label, |label| label.sign));
        out.extend([signs.left, relation, signs.right]);
        self.push_number(out, labels.right);
        out.extend([part(labels.right, |label| label.arrow), "│"]);
        self.exchange(out, from);
    }

    fn push_number(&self, out: &mut String, label: Option<Label>) {
        let digits = self.columns.digits;
        match label {
            Some(label) => push_format(out, format_args!("{:>digits$}", label.number)),
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
                self.exchange(out, from);
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
                    push_format(out, format_args!("{:ECHO_INDENT$}", "┊"));
                    self.exchange(out, from);
                }
                out.push_str(&strip.texts.text(side, cell.block)[line.range()]);
                indent + line.width()
            }
            Half::Woven { paragraph, line } => push_woven(out, strip, paragraph, line),
            Half::Named { block } => {
                let letters = self.letters.as_ref().map(String::as_str);
                self.push_measured(out, &labels::woven_at(self.comparison, self.bands, letters, side, block))
            }
            Half::End => self.push_measured(out, &format!("■ end of {}", self.letters[side])),
            Half::Fold { .. } | Half::Gap | Half::Filler | Half::Other => 0,
        }
    }

    /// Writes signs, and returns their columns.
    fn push_measured(&self, out: &mut String, signs: &str) -> usize {
        let from = out.len();
        out.push_str(signs);
        self.exchange(out, from);
        self.manner.ambiguous.width(&out[from..])
    }

    fn push_wrapped(&self, out: &mut String, mut signs: String) {
        self.exchange(&mut signs, 0);
        for line in self.manner.ambiguous.wrap(&signs, self.manner.width) {
            out.push_str(&signs[line.range()]);
            end_line(out);
        }
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

fn push_format(out: &mut String, arguments: Arguments<'_>) {
    out.write_fmt(arguments).expect("writing to a string does not fail");
}

/// Ends a line, without the spaces at its end.
fn end_line(out: &mut String) {
    let spaces = out.bytes().rev().take_while(|&b| b == b' ').count();
    out.truncate(out.len() - spaces);
    out.push('\n');
}
