//! Two articles: who they are, and the table of what stands level.

use std::io;

use super::escape::{self, escaped, push_escaped};
use crate::article::{Article, Kind};
use crate::comparison::Comparison;
use crate::layout::{Bands, BlockNotation, Folding, PageSetup};
use crate::letters::letter;
use crate::pair::{Pair, Side};
use crate::present::summary::{self, Summary};
use crate::present::{
    BandPresenter, Markings, PresentedBand, PresentedBlock, Role, Sign, Span, brackets, excerpts, labels,
};
use crate::report::pair_setup::PairSetup;
use crate::story::Story;

/// The signs that the legend explains.
const SIGNS: [Sign; 7] =
    [Sign::Verbatim, Sign::Edited, Sign::Reworded, Sign::OnlyLeft, Sign::Partly, Sign::Again, Sign::Above];

/// Parts two blocks in a cell.
pub(super) const BREAK: &str = "<br>";

/// Prints two articles of a story.
pub(super) struct PairPrinter<'s> {
    pub story: &'s Story,
    pub shown: Pair<usize>,
    pub comparison: &'s Comparison,
    pub setup: PairSetup<'s>,
    /// Whether nothing else is written.
    pub is_alone: bool,
}

impl PairPrinter<'_> {
    /// Writes what came of comparing the two. Cost: linear in the texts.
    ///
    /// # Errors
    ///
    /// If what it is written to takes no more.
    pub(super) fn write(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let Self { story, shown, comparison, setup: PairSetup { page: setup, markings, folds }, .. } = *self;
        let (articles, letters) = (story.pair(shown), shown.map(letter));
        let bands = Bands::new(comparison, articles.map(|article| article.blocks.len()));
        let summary = Summary { articles, comparison, letters: &letters };
        let printer = TablePrinter { summary, setup, markings, folding: folds.folding };
        out.write_all(printer.head(self.is_alone).as_bytes())?;
        let presenter = BandPresenter { articles, comparison, bands: &bands, markings };
        for (index, is_folded) in folds.folded(&bands, comparison).into_iter().enumerate() {
            out.write_all(printer.row(&presenter.band(index), is_folded).as_bytes())?;
        }
        if markings.excerpts {
            writeln!(out)?;
            for side in Side::BOTH {
                writeln!(out, "- {}", source(&letters[side], articles[side], setup))?;
            }
        }
        writeln!(out, "\n{}", setup.signs(summary.moves()))?;
        printer.related().map_or(Ok(()), |related| writeln!(out, "\n{}", setup.signs(related)))
    }
}

/// Prints what is presented of two articles.
struct TablePrinter<'p> {
    summary: Summary<'p>,
    setup: PageSetup,
    markings: Markings,
    folding: Folding,
}

impl TablePrinter<'_> {
    /// Returns the title, who the two are, and the head of the table; and what the signs mean if nothing else is written, which would
    /// have said it.
    fn head(&self, is_alone: bool) -> String {
        let Summary { articles, letters, .. } = self.summary;
        let names = articles.map(|article| escaped(article.label()));
        let mut out = if is_alone {
            format!("# {} and {}\n\n", names.left, names.right)
        } else {
            format!("## {} {} and {} {}\n\n", letters.left, names.left, letters.right, names.right)
        };
        for side in Side::BOTH {
            let headline = articles[side].headline.as_deref().map(|headline| format!(": {}", escaped(headline)));
            let head = escaped(&self.setup.signs(self.summary.head(side)));
            let address = articles[side].web_address().map(|address| format!(" {}", escape::address(address)));
            out.extend(["- ", &head].into_iter().chain(headline.as_deref()).chain(address.as_deref()).chain(["\n"]));
        }
        out.extend(self.summary.languages().map(|line| format!("- {}\n", escaped(&self.setup.signs(line)))));
        if is_alone {
            let folded = self.setup.signs(summary::folded(self.folding));
            out.extend(["- ", &legend(self.setup, self.markings, self.related().is_some()), &folded, "\n"]);
        }
        out.push('\n');
        out.extend(["| ", &letters.left, " ", &names.left, " | | ", &letters.right, " ", &names.right, " |\n"]);
        out.push_str("|---|---|---|\n");
        out
    }

    /// Names what is related, if that is wanted and anything is.
    fn related(&self) -> Option<String> {
        self.summary.related().filter(|_| self.markings.related)
    }

    /// Returns what stands level, as a row.
    fn row(&self, band: &PresentedBand<'_>, is_folded: bool) -> String {
        let cell = |side| {
            let blocks = band.blocks[side].iter().map(|block| self.block(side, block, is_folded));
            blocks.collect::<Vec<_>>().join(BREAK)
        };
        let relation = self.setup.signs(band.described());
        format!("| {} | {relation} | {} |\n", cell(Side::Left), cell(Side::Right))
    }

    /// Writes a block: `A¶4 The contract, worth [41] million …`, or where it is at home; of a folded one the first words.
    fn block(&self, side: Side, block: &PresentedBlock<'_>, is_folded: bool) -> String {
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
        if is_folded {
            let text: String = block.spans.iter().map(|span| span.text.as_ref()).collect();
            out.push_str(&self.setup.signs("▸ "));
            push_escaped(&mut out, &excerpts::first_words(&text, self.setup));
            return out;
        }
        for span in &block.spans {
            self.push_span(&mut out, span);
        }
        out
    }

    /// Adds a stretch of a block's text, with its mark as brackets.
    fn push_span(&self, out: &mut String, span: &Span<'_>) {
        let Some([open, close]) = brackets::of_role(span.role) else {
            if span.at.is_some() {
                push_escaped(out, &span.text);
            } else {
                // A sign of ours.
                out.push_str(&self.setup.signs(&*span.text));
            }
            return;
        };
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

/// Says where an article was published, as far as that is stated.
pub(super) fn source(letter: &str, article: &Article, setup: PageSetup) -> String {
    let address = article.web_address().map(|address| format!(" {}", escape::address(address)));
    escaped(&setup.signs(summary::source(letter, article))) + &address.unwrap_or_default()
}

/// Says what marks and signs mean, those of what is related only if they are used.
pub(super) fn legend(setup: PageSetup, markings: Markings, has_related: bool) -> String {
    let marks = summary::brackets(markings).iter();
    let marks: String =
        marks.map(|([open, close], meaning)| format!("{}{meaning}{} ", bracket(open), bracket(close))).collect();
    setup.signs(marks + &summary::signs(&SIGNS, has_related))
}

/// Returns a bracket as it is to be read: of all brackets only these would begin something else.
fn bracket(bracket: &str) -> &str {
    match bracket {
        "<" => r"\<",
        "_" => r"\_",
        _ => bracket,
    }
}
