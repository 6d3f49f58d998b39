//! The comparison as text: the facing arrangement, its marks as signs.
//!
//! ```text
//!     A  Coast Wire · 2026-06-16 · 352 words, 69 % in B
//!     B  Harbour Ledger · 2026-06-17 · 354 words, 69 % in A
//!
//!     The contract, worth [41]       │  4 ~  5 │ The contract, worth {47}
//!     million crowns, …              │         │ million crowns, …
//! ```

use std::fmt::Write;

use crate::article::Article;
use crate::comparison::Comparison;
use crate::diff::Mark;
use crate::layout::labels::{self, Label};
use crate::layout::{Arrangement, Bands, Cell, Columns, ECHO_INDENT, Folds, Half, Home, Layout, Row, Setting};
use crate::pair::{Pair, Side};
use crate::story::{Story, letter};
use crate::wrap;

/// What stands around wording that one side has alone, and around what moved within its link.
const BRACKETS: Pair<[&str; 2]> = Pair::new(["[", "]"], ["{", "}"]);
const MOVED: [&str; 2] = ["<", ">"];

const LEGEND: &str = "[only left] {only right} <moved within its link> = same words ~ edited ≈ reworded \
                      < > only on that side ↑ ↓ its own place is there ┊ set again here";

/// Writes two articles of a story beside each other, at most so many columns wide; below each other where they do not
/// fit.
///
/// # Panics
///
/// If a place is beyond the last article.
#[must_use]
pub fn write(story: &Story, shown: Pair<usize>, arrangement: Arrangement, width: usize) -> String {
    let articles = story.pair(shown);
    let comparison = story.compare(shown);
    let blocks = articles.map(|article| article.blocks.len());
    let bands = Bands::of(&comparison, blocks);
    let columns = Columns::of(width, arrangement, blocks.left.max(blocks.right), 0);
    let marked = Pair::from_fn(|side| marked(articles, &comparison, side));
    let texts = marked.as_ref().map(|texts| texts.iter().map(String::as_str).collect::<Vec<_>>());
    let folds = Folds::default();
    let setting = Setting {
        arrangement: columns.arrangement,
        measures: columns.measures,
        folds: &folds,
        ambiguous: wrap::Ambiguous::Narrow,
    };
    let layout = Layout::of(&bands, &comparison, texts.as_ref().map(Vec::as_slice), setting);
    let letters = shown.map(letter);
    let page =
        Page { articles, comparison: &comparison, bands: &bands, texts: &marked, layout: &layout, columns, letters };
    page.write(width)
}

/// The texts of a side's blocks with their marks as brackets.
fn marked(articles: Pair<&Article>, comparison: &Comparison, side: Side) -> Vec<String> {
    let mut texts: Vec<String> = articles[side].blocks.iter().map(|block| block.text.clone()).collect();
    for link in comparison.links.iter().filter(|link| link.wording.words[side].shared > 0) {
        for &block in &link.blocks[side] {
            texts[block].clear();
        }
        for segment in &link.wording.segments[side] {
            let text = &articles[side].blocks[segment.block].text[segment.range.clone()];
            let [open, close] = match segment.mark {
                Mark::Shared => ["", ""],
                Mark::Only(_) => BRACKETS[side],
                Mark::Moved => MOVED,
            };
            let bare = text.trim_end();
            let _ = write!(texts[segment.block], "{open}{bare}{close}{}", &text[bare.len()..]);
        }
    }
    texts
}

/// All that is needed to write the rows.
struct Page<'p> {
    articles: Pair<&'p Article>,
    comparison: &'p Comparison,
    bands: &'p Bands,
    texts: &'p Pair<Vec<String>>,
    layout: &'p Layout,
    columns: Columns,
    letters: Pair<String>,
}

impl Page<'_> {
    fn write(&self, width: usize) -> String {
        let mut out = String::new();
        for side in Side::BOTH {
            push_line(&mut out, &self.head(side));
        }
        push_wrapped(&mut out, LEGEND, width);
        out.push('\n');
        for (place, row) in self.layout.rows.iter().enumerate() {
            match self.columns.arrangement {
                Arrangement::Facing => push_line(&mut out, &self.facing(place, row)),
                Arrangement::Stacked | Arrangement::Single(_) => push_line(&mut out, &self.stacked(place, row)),
            }
        }
        push_wrapped(&mut out, &self.moves(), width);
        out
    }

    fn head(&self, side: Side) -> String {
        let article = self.articles[side];
        let sharing = &self.comparison.sharing;
        let date = article.date.iter().map(|date| format!(" · {date}")).collect::<String>();
        format!(
            "{}  {}{date} · {} words, {:.0} % in {}",
            self.letters[side],
            article.label(),
            sharing.words[side],
            sharing.shares()[side] * 100.0,
            self.letters[side.other()],
        )
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

    fn facing(&self, place: usize, row: &Row) -> String {
        let digits = self.columns.digits;
        let margins = self.columns.margins().map(|margin| " ".repeat(margin));
        let text = |side: Side| format!("{}{}", margins[side], self.text(row, side));
        let (left, right) = (padded(&text(Side::Left), self.columns.panes.left), text(Side::Right));
        let label = |side: Side| self.label(row, side);
        let number = |label: Option<Label>| label.map_or(String::new(), |label| label.number.to_string());
        let part = |label: Option<Label>, part: fn(Label) -> &'static str| label.map_or(" ", part);
        let (l, r) = (label(Side::Left), label(Side::Right));
        let is_first = self.layout.rows_of(row.band).start == place;
        let sign = if is_first { labels::sign(self.comparison, &self.bands.bands[row.band]) } else { " " };
        format!(
            "{left}│{}{:>digits$}{}{sign}{}{:>digits$}{}│{right}",
            part(l, |label| label.arrow),
            number(l),
            part(l, |label| label.sign),
            part(r, |label| label.sign),
            number(r),
            part(r, |label| label.arrow),
        )
    }

    fn stacked(&self, _place: usize, row: &Row) -> String {
        let Some(side) = Side::BOTH.into_iter().find(|&side| row.halves[side] != Half::Other) else {
            return String::new();
        };
        let text = self.text(row, side);
        let digits = self.columns.digits;
        match self.label(row, side) {
            Some(label) => {
                let relation = labels::sign(self.comparison, &self.bands.bands[row.band]);
                let sign = if label.sign == " " { relation } else { label.sign };
                format!(" {} {}{:>digits$} {sign}  {text}", self.letters[side], label.arrow, label.number)
            }
            None => format!("{}{text}", " ".repeat(self.columns.gutter)),
        }
    }

    fn text(&self, row: &Row, side: Side) -> String {
        match row.halves[side] {
            Half::Text { cell, line } => {
                let cell = self.cell(row, side, cell);
                let range = self.layout.lines(side, cell).get(line).map_or(0..0, |line| line.range.clone());
                let indent = if cell.home == Home::Here { String::new() } else { format!("{:ECHO_INDENT$}", "┊") };
                format!("{indent}{}", &self.texts[side][cell.block][range])
            }
            Half::End => format!("■ end of {}", self.letters[side]),
            Half::Fold { .. } | Half::Gap | Half::Filler | Half::Other => String::new(),
        }
    }

    fn label(&self, row: &Row, side: Side) -> Option<Label> {
        let Half::Text { cell, line: 0 } = row.halves[side] else { return None };
        Some(labels::label(self.articles, self.comparison, side, self.cell(row, side, cell)))
    }

    fn cell(&self, row: &Row, side: Side, cell: usize) -> Cell {
        self.bands.bands[row.band].cells[side][cell]
    }
}

fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(wrap::width(text))))
}

fn push_line(out: &mut String, line: &str) {
    out.push_str(line.trim_end());
    out.push('\n');
}

fn push_wrapped(out: &mut String, text: &str, width: usize) {
    for line in wrap::wrap(text, width) {
        push_line(out, &text[line.range]);
    }
}
