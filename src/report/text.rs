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
use crate::diff::{Change, Mark};
use crate::layout::labels::{self, Label};
use crate::layout::{
    Arrangement, BRACKETS, Bands, Cell, Columns, ECHO_INDENT, Folds, Half, Home, Layout, MOVED, Row, Setting,
};
use crate::pair::{Pair, Side};
use crate::signs;
use crate::story::{Story, letter};
use crate::wrap::{self, Ambiguous};

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
            is_marked: true,
            small: true,
            ascii: false,
            ambiguous: Ambiguous::Narrow,
        }
    }
}

/// Writes two articles of a story beside each other; below each other where they do not fit.
///
/// # Panics
///
/// If a place is beyond the last article.
#[must_use]
pub fn write(story: &Story, shown: Pair<usize>, manner: Manner) -> String {
    let articles = story.pair(shown);
    let comparison = story.compare(shown);
    let blocks = articles.map(|article| article.blocks.len());
    let bands = Bands::of(&comparison, blocks);
    let columns = Columns::of(manner.width, manner.arrangement, blocks.left.max(blocks.right), 0);
    // Woven text gets its marks when it is woven.
    let is_plain = columns.arrangement == Arrangement::Inline || !manner.is_marked;
    let marked =
        Pair::from_fn(
            |side| {
                if is_plain { plain(articles[side]) } else { marked(articles, &comparison, side, manner.small) }
            },
        );
    let texts = marked.as_ref().map(|texts| texts.iter().map(String::as_str).collect::<Vec<_>>());
    let folds = Folds::default();
    let setting = Setting {
        arrangement: columns.arrangement,
        measures: columns.measures,
        folds: &folds,
        small: manner.small,
        brackets: manner.is_marked,
        ambiguous: manner.ambiguous,
    };
    let layout = Layout::of(&bands, &comparison, texts.as_ref().map(Vec::as_slice), setting);
    let letters = shown.map(letter);
    let page = Page {
        articles,
        comparison: &comparison,
        bands: &bands,
        texts: &marked,
        layout: &layout,
        columns,
        letters,
        manner,
    };
    page.write()
}

fn plain(article: &Article) -> Vec<String> {
    article.blocks.iter().map(|block| block.text.clone()).collect()
}

/// The texts of a side's blocks with their marks as brackets.
fn marked(articles: Pair<&Article>, comparison: &Comparison, side: Side, small: bool) -> Vec<String> {
    let mut texts = plain(articles[side]);
    for link in comparison.links.iter().filter(|link| link.wording.words[side].shared > 0) {
        for &block in &link.blocks[side] {
            texts[block].clear();
        }
        for segment in &link.wording.segments[side] {
            let text = &articles[side].blocks[segment.block].text[segment.range.clone()];
            let [open, close] = match segment.mark {
                Mark::Shared => ["", ""],
                Mark::Only(change) if !small && change != Change::Wording => ["", ""],
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
    manner: Manner,
}

impl Page<'_> {
    fn write(&self) -> String {
        let mut out = String::new();
        for side in Side::BOTH {
            self.push_wrapped(&mut out, &self.head(side));
        }
        let marks = if self.manner.is_marked { MARKS } else { "" };
        self.push_wrapped(&mut out, &format!("{marks}{LEGEND}"));
        out.push('\n');
        for (place, row) in self.layout.rows.iter().enumerate() {
            match self.columns.arrangement {
                Arrangement::Facing => push_line(&mut out, &self.facing(place, row)),
                Arrangement::Inline | Arrangement::Stacked | Arrangement::Single(_) => {
                    push_line(&mut out, &self.stacked(row));
                }
            }
        }
        self.push_wrapped(&mut out, &self.moves());
        out
    }

    /// Signs as they are drawn here; the articles' own text stays as it is.
    fn drawn(&self, signs: &str) -> String {
        let Manner { ascii, ambiguous, .. } = self.manner;
        if signs::are_exchanged(ascii, ambiguous) { signs::plain_line(ambiguous, signs) } else { signs.to_owned() }
    }

    fn push_wrapped(&self, out: &mut String, line: &str) {
        let line = self.drawn(line);
        for part in wrap::wrap(&line, self.manner.width) {
            push_line(out, &line[part.range]);
        }
    }

    fn padded(&self, text: &str, columns: usize) -> String {
        format!("{text}{}", " ".repeat(columns.saturating_sub(self.manner.ambiguous.width(text))))
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
        let (left, right) = (self.padded(&text(Side::Left), self.columns.panes.left), text(Side::Right));
        let label = |side: Side| self.label(row, side);
        let number = |label: Option<Label>| label.map_or(String::new(), |label| label.number.to_string());
        let part = |label: Option<Label>, part: fn(Label) -> &'static str| label.map_or(" ", part);
        let (l, r) = (label(Side::Left), label(Side::Right));
        let is_first = self.layout.rows_of(row.band).start == place;
        let sign = if is_first { labels::sign(self.comparison, &self.bands.bands[row.band]) } else { " " };
        let gutter = format!(
            "│{}{:>digits$}{}{sign}{}{:>digits$}{}│",
            part(l, |label| label.arrow),
            number(l),
            part(l, |label| label.sign),
            part(r, |label| label.sign),
            number(r),
            part(r, |label| label.arrow),
        );
        format!("{left}{}{right}", self.drawn(&gutter))
    }

    fn stacked(&self, row: &Row) -> String {
        let Some(side) = Side::BOTH.into_iter().find(|&side| row.halves[side] != Half::Other) else {
            return String::new();
        };
        let text = self.text(row, side);
        let digits = self.columns.digits;
        match self.label(row, side) {
            Some(label) => {
                let relation = labels::sign(self.comparison, &self.bands.bands[row.band]);
                let sign = if label.sign == " " { relation } else { label.sign };
                let signs = format!(" {} {}{:>digits$} {sign}  ", self.letters[side], label.arrow, label.number);
                self.drawn(&signs) + &text
            }
            None => format!("{}{text}", " ".repeat(self.columns.gutter)),
        }
    }

    fn text(&self, row: &Row, side: Side) -> String {
        match row.halves[side] {
            Half::Text { cell, line } => {
                let cell = self.cell(row, side, cell);
                let range = self.layout.lines(side, cell).get(line).map_or(0..0, |line| line.range.clone());
                let indent = if cell.home == Home::Here {
                    String::new()
                } else {
                    self.drawn(&format!("{:ECHO_INDENT$}", "┊"))
                };
                format!("{indent}{}", &self.texts[side][cell.block][range])
            }
            Half::End => self.drawn(&format!("■ end of {}", self.letters[side])),
            Half::Woven { paragraph, line } => {
                let link = self.bands.bands[row.band].link.unwrap_or(0);
                let shown = self.layout.paragraph(link, paragraph);
                shown
                    .and_then(|shown| Some(shown.text[shown.lines.get(line)?.range.clone()].to_owned()))
                    .unwrap_or_default()
            }
            Half::Named { block } => {
                let letters = self.letters.as_ref().map(String::as_str);
                self.drawn(&labels::woven_at(self.comparison, self.bands, letters, side, block))
            }
            Half::Fold { .. } | Half::Gap | Half::Filler | Half::Other => String::new(),
        }
    }

    fn label(&self, row: &Row, side: Side) -> Option<Label> {
        let cells = &self.bands.bands[row.band].cells[side];
        let cell = labels::cell_of(row.halves[side], cells, self.comparison, self.bands.bands[row.band].link)?;
        Some(labels::label(self.articles, self.comparison, side, cell))
    }

    fn cell(&self, row: &Row, side: Side, cell: usize) -> Cell {
        self.bands.bands[row.band].cells[side][cell]
    }
}

fn push_line(out: &mut String, line: &str) {
    out.push_str(line.trim_end());
    out.push('\n');
}
