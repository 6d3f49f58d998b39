//! The comparison as Markdown: one table, for a page or a mail.
//!
//! ```text
//!     | A Coast Wire                    |          | B Harbour Ledger          |
//!     |---|---|---|
//!     | A¶4 The contract, worth [41] …  | ~ edited | B¶5 The contract, worth {47} … |
//!     | A¶5 The yard is …               | = same, moved | ↓ see B¶9             |
//! ```
//!
//! Each block stands once, at home; an echo is a reference to it. Cells have no width, and so no lines.

mod escape;

use std::io;

use crate::article::Kind;
use crate::layout::{Bands, BlockNotation, PageSetup};
use crate::letters::letter;
use crate::pair::{Pair, Side};
use crate::present::summary::{self, Summary};
use crate::present::{BandPresenter, Markings, PresentedBand, PresentedBlock, Role, Sign, Span, brackets, labels};
use crate::story::Story;
use escape::{escaped, push_escaped};

/// The signs that the legend explains.
const SIGNS: [Sign; 7] =
    [Sign::Verbatim, Sign::Edited, Sign::Reworded, Sign::OnlyLeft, Sign::Partly, Sign::Again, Sign::Above];

/// Parts two blocks in a cell.
const BREAK: &str = "<br>";

/// Writes two articles of a story, and what came of comparing them, as a table.
///
/// Cost: that of comparing them, and linear in their texts.
///
/// # Errors
///
/// If what it is written to takes no more.
///
/// # Panics
///
/// If an index is beyond the last article.
pub fn write(
    out: &mut dyn io::Write,
    story: &Story,
    shown: Pair<usize>,
    setup: PageSetup,
    markings: Markings,
) -> io::Result<()> {
    let (articles, letters, comparison) = (story.pair(shown), shown.map(letter), story.compare(shown));
    let bands = Bands::new(&comparison, articles.map(|article| article.blocks.len()));
    let summary = Summary { articles, comparison: &comparison, letters: &letters };
    let printer = MarkdownPrinter { summary, setup, markings };
    out.write_all(printer.head().as_bytes())?;
    let presenter = BandPresenter { articles, comparison: &comparison, bands: &bands, markings };
    for index in 0..bands.bands.len() {
        out.write_all(printer.row(&presenter.band(index)).as_bytes())?;
    }
    writeln!(out, "\n{}", setup.signs(summary.moves()))?;
    printer.related().map_or(Ok(()), |related| writeln!(out, "\n{}", setup.signs(related)))
}

/// Prints what is presented of two articles.
struct MarkdownPrinter<'p> {
    summary: Summary<'p>,
    setup: PageSetup,
    markings: Markings,
}

impl MarkdownPrinter<'_> {
    /// Returns the title, who the two are, what the signs mean, and the head of the table.
    fn head(&self) -> String {
        let Summary { articles, letters, .. } = self.summary;
        let names = articles.map(|article| escaped(article.label()));
        let mut out = format!("# {} and {}\n\n", names.left, names.right);
        for side in Side::BOTH {
            let headline = articles[side].headline.as_deref().map(|headline| format!(": {}", escaped(headline)));
            let head = escaped(&self.setup.signs(self.summary.head(side)));
            out.extend(["- ", &head, headline.as_deref().unwrap_or_default(), "\n"]);
        }
        out.extend(self.summary.languages().map(|line| format!("- {}\n", escaped(&self.setup.signs(line)))));
        let marks = summary::brackets(self.markings).iter();
        let marks: String =
            marks.map(|([open, close], meaning)| format!("{}{meaning}{} ", bracket(open), bracket(close))).collect();
        out.extend([
            "- ",
            &self.setup.signs(marks),
            &self.setup.signs(summary::signs(&SIGNS, self.related().is_some())),
            "\n\n",
        ]);
        out.extend(["| ", &letters.left, " ", &names.left, " | | ", &letters.right, " ", &names.right, " |\n"]);
        out.push_str("|---|---|---|\n");
        out
    }

    /// Names what is related, if that is wanted and anything is.
    fn related(&self) -> Option<String> {
        self.summary.related().filter(|_| self.markings.related)
    }

    /// Returns what stands level, as a row.
    fn row(&self, band: &PresentedBand<'_>) -> String {
        let cell = |side| {
            let blocks = band.blocks[side].iter().map(|block| self.block(side, block));
            blocks.collect::<Vec<_>>().join(BREAK)
        };
        let relation = self.setup.signs(band.described());
        format!("| {} | {relation} | {} |\n", cell(Side::Left), cell(Side::Right))
    }

    /// Writes a block: `A¶4 The contract, worth [41] million …`, or where it is at home.
    fn block(&self, side: Side, block: &PresentedBlock<'_>) -> String {
        let letter = &self.summary.letters[side];
        if block.is_echo {
            return self.setup.signs(labels::see(letter, block.label));
        }
        let mut own = labels::blocks(letter, &[block.label.number - 1], "");
        for sign in [block.label.sign, block.label.place].into_iter().filter(|sign| *sign != " ") {
            own.extend([" ", sign]);
        }
        if block.kind != Kind::Paragraph {
            own.extend([" (", block.kind.name(), ")"]);
        }
        let mut out = self.setup.signs(own) + " ";
        for span in &block.spans {
            self.push_span(&mut out, span);
        }
        out
    }

    /// Adds a stretch of a block's text, with its mark as brackets.
    fn push_span(&self, out: &mut String, span: &Span<'_>) {
        let Some([open, close]) = brackets::of_role(span.role) else { return push_escaped(out, &span.text) };
        let (before, bare, after) = brackets::trimmed(&span.text);
        push_escaped(out, before);
        // Two marks that touch are no link: `[only](=elsewhere)`.
        out.push_str(if open.starts_with('(') && out.ends_with(']') { r"\" } else { "" });
        out.push_str(bracket(open));
        push_escaped(out, bare);
        match (&span.at, span.role) {
            (Some(at), Role::Elsewhere(side)) => {
                let Summary { comparison, letters, .. } = self.summary;
                let notation = BlockNotation { letters, sign: &self.setup.signs("¶") };
                out.push_str(&notation.closing(&comparison.elsewhere, side, at.block, &at.bytes));
            }
            _ => out.push_str(bracket(close)),
        }
        push_escaped(out, after);
    }
}

/// Returns a bracket as it is to be read: of all brackets only these would begin something else.
fn bracket(bracket: &str) -> &str {
    match bracket {
        "<" => r"\<",
        "_" => r"\_",
        _ => bracket,
    }
}

#[cfg(test)]
mod tests;
