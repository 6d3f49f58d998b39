//! The comparison as text: the facing arrangement, its marks as signs.
//!
//! ```text
//!     A  Coast Wire · 2026-06-16 · 352 words, 69 % in B
//!     B  Harbour Ledger · 2026-06-17 · 354 words, 69 % in A
//!
//!     The contract, worth [41]       │  4 ~  5 │ The contract, worth {47}
//!     million crowns, …              │         │ million crowns, …
//! ```

mod band_printer;
mod lines;

use std::io;

use crate::article::Article;
use crate::comparison::Comparison;
use crate::layout::{BRACKETS, Bands, Columns, MOVED, PageSetup};
use crate::pair::{Pair, Side};
use crate::present::signs::{self, Form};
use crate::present::{Markings, Marks, Sign, labels};
use crate::story::{Story, letter};
use lines::{end_line, exchange};

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
    setup: PageSetup,
    markings: Markings,
) -> io::Result<()> {
    let articles = story.pair(shown);
    let blocks = articles.map(|article| article.blocks.len());
    let bands = Bands::of(comparison, blocks);
    let columns = Columns::new(PageSetup { shift: 0, ..setup }, blocks.left.max(blocks.right));
    let letters = shown.map(letter);
    let mut blank = format!("│{:columns$}│", "", columns = columns.gutter.saturating_sub(2));
    exchange(setup, &mut blank, 0);
    TextPrinter { articles, comparison, bands: &bands, columns, letters, blank, setup, markings }.write(out)
}

/// Prints two articles and what came of comparing them.
struct TextPrinter<'p> {
    articles: Pair<&'p Article>,
    comparison: &'p Comparison,
    bands: &'p Bands,
    columns: Columns,
    letters: Pair<String>,
    /// The gutter beside a line that begins nothing.
    blank: String,
    setup: PageSetup,
    markings: Markings,
}

impl TextPrinter<'_> {
    fn write(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let mut lines = String::new();
        for side in Side::BOTH {
            self.push_wrapped(&mut lines, self.head(side));
        }
        self.push_wrapped(&mut lines, legend(self.markings));
        lines.push('\n');
        out.write_all(lines.as_bytes())?;
        lines.clear();
        self.write_bands(out)?;
        self.push_wrapped(&mut lines, self.moves());
        out.write_all(lines.as_bytes())
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
        let moved = self.comparison.links.iter().filter(|link| link.moved);
        let named = moved.map(|link| {
            let blocks = Pair::from_fn(|side| labels::blocks(&self.letters[side], &link.blocks[side], ","));
            format!("{} {}", blocks.left, blocks.right)
        });
        let named: Vec<String> = named.collect();
        if named.is_empty() { "moved: none".to_owned() } else { format!("moved: {}", named.join(", ")) }
    }

    fn push_wrapped(&self, out: &mut String, mut signs: String) {
        exchange(self.setup, &mut signs, 0);
        for line in self.setup.ambiguous.wrap(&signs, self.setup.width) {
            out.push_str(&signs[line.range()]);
            end_line(out);
        }
    }
}

/// Says what brackets and signs mean: `[only left] {only right} … = same words …`.
fn legend(markings: Markings) -> String {
    let bracketed = |[open, close]: [&str; 2], meaning: &str| format!("{open}{meaning}{close} ");
    let marks = [
        bracketed(BRACKETS.left, "only left"),
        bracketed(BRACKETS.right, "only right"),
        bracketed(MOVED, "moved within its link"),
    ];
    let marks = if markings.marks == Marks::Nothing { String::new() } else { marks.concat() };
    let signs = [Sign::Verbatim, Sign::Edited, Sign::Reworded, Sign::OnlyLeft, Sign::Above, Sign::Echo];
    marks + &signs::legend(&signs.map(|sign| (sign, Form::Short)), " ")
}
