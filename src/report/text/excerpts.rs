//! The first words of blocks, and their marked runs in brackets, which are set instead of their texts.

use super::TextPrinter;
use crate::layout::{Band, Marked};
use crate::pair::Side;
use crate::present::{BandPresenter, Line, Markings, Marks, Role, brackets};

impl TextPrinter<'_> {
    /// Returns what is set of the blocks of a band's side.
    pub(super) fn excerpts(&self, band: &Band, side: Side) -> Vec<Marked> {
        let Self { articles, comparison, bands, .. } = *self;
        // As in whole texts, what is shared is not marked in columns.
        let marks = if self.markings.marks == Marks::Differences { Marks::Differences } else { Marks::Nothing };
        let markings = Markings { marks, ..self.markings };
        let presenter = BandPresenter { articles, comparison, bands, markings };
        let excerpt = |cell| {
            let block = presenter.block(side, cell);
            Marked { block: cell.block, text: self.bracketed_line(&block.spans, block.is_echo) }
        };
        let mut marked: Vec<Marked> = band.placed[side].iter().copied().map(excerpt).collect();
        marked.sort_by_key(|marked| marked.block);
        marked
    }

    /// Joins spans, each with its brackets; an echo does not repeat where wording stands elsewhere.
    fn bracketed_line(&self, spans: &Line<'_>, is_echo: bool) -> String {
        let mut text = String::new();
        for span in spans {
            if span.at.is_none() {
                text.push_str(&self.setup.signs(&*span.text));
                continue;
            }
            let [open, close] = brackets::of_role(span.role).unwrap_or_default();
            let (before, bare, after) = brackets::trimmed(&span.text);
            text.extend([before, open, bare]);
            match (&span.at, span.role) {
                (Some(at), Role::Elsewhere(side)) if !is_echo => {
                    text.push_str(&self.notation().closing(&self.comparison.elsewhere, side, at.block, &at.bytes));
                }
                _ => text.push_str(close),
            }
            text.push_str(after);
        }
        text
    }
}
