//! The comparison as text: the facing arrangement, its marks as signs; for those who hear it there is [`plain`](super::plain).
//!
//! ```text
//!     A  Coast Wire · 2026-06-16 · 352 words, 69 % in B
//!     B  Harbour Ledger · 2026-06-17 · 354 words, 69 % in A
//!
//!     The contract, worth [41]       │  4 ~  5 │ The contract, worth {47}
//!     million crowns, …              │         │ million crowns, …
//! ```

mod band_printer;
mod excerpts;
mod lines;

use std::io;

use super::pair_setup::PairSetup;
use crate::article::Article;
use crate::comparison::Comparison;
use crate::layout::{Arrangement, Bands, Columns, Folds, PageSetup};
use crate::letters::letter;
use crate::pair::{Pair, Side};
use crate::present::summary::{self, Summary};
use crate::present::{Markings, Marks, Sign};
use crate::story::Story;
use lines::{end_line, exchange};

/// The signs that the legend explains.
const SIGNS: [Sign; 8] =
    [Sign::Verbatim, Sign::Edited, Sign::Reworded, Sign::OnlyLeft, Sign::Partly, Sign::Again, Sign::Above, Sign::Echo];

/// Writes two articles of a story, and what came of comparing them, beside each other; below each other where they do
/// not fit. What is folded stands there on a line, by its first words.
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
    PairSetup { page: setup, markings, folds }: PairSetup<'_>,
) -> io::Result<()> {
    let articles = story.pair(shown);
    let blocks = articles.map(|article| article.blocks.len());
    let bands = Bands::new(comparison, blocks);
    // Woven text is whole: of excerpts one stands below the other.
    let arrangement = match setup.arrangement {
        Arrangement::Inline if markings.excerpts => Arrangement::Stacked,
        arrangement => arrangement,
    };
    let columns = Columns::new(PageSetup { shift: 0, arrangement, ..setup }, blocks.left.max(blocks.right));
    let letters = shown.map(letter);
    let mut blank = format!("│{:columns$}│", "", columns = columns.gutter.saturating_sub(2));
    exchange(setup, &mut blank, 0);
    let block_sign = setup.signs("¶");
    TextPrinter { articles, comparison, bands: &bands, columns, letters, blank, block_sign, setup, markings, folds }
        .write(out)
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
    /// The sign before the number of a block.
    block_sign: String,
    setup: PageSetup,
    markings: Markings,
    folds: &'p Folds,
}

impl TextPrinter<'_> {
    fn write(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let mut lines = String::new();
        let Self { articles, comparison, letters, .. } = self;
        let summary = Summary { articles: *articles, comparison, letters };
        for side in Side::BOTH {
            self.push_wrapped(&mut lines, summary.head(side));
        }
        if let Some(languages) = summary.languages() {
            self.push_wrapped(&mut lines, languages);
        }
        let related = summary.related().filter(|_| self.markings.related);
        let legend = legend(self.markings, related.is_some()) + &summary::folded(self.folds.folding);
        self.push_wrapped(&mut lines, legend);
        lines.push('\n');
        out.write_all(lines.as_bytes())?;
        lines.clear();
        self.write_bands(out)?;
        if self.markings.excerpts {
            for side in Side::BOTH {
                let address = articles[side].web_address().map_or_else(String::new, |address| format!(" {address}"));
                self.push_wrapped(&mut lines, summary.source(side) + &address);
            }
        }
        self.push_wrapped(&mut lines, summary.moves());
        if let Some(related) = related {
            self.push_wrapped(&mut lines, related);
        }
        out.write_all(lines.as_bytes())
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
fn legend(markings: Markings, has_related: bool) -> String {
    // What is shared is not marked in columns: what differs is.
    let shown =
        if markings.marks == Marks::Shared { Markings { marks: Marks::Differences, ..markings } } else { markings };
    let bracketed = summary::brackets(shown).iter().map(|([open, close], meaning)| format!("{open}{meaning}{close} "));
    bracketed.collect::<String>() + &summary::signs(&SIGNS, has_related)
}
