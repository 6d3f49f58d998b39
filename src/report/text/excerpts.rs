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
            self.bracketed_line(cell.block, &block.spans, block.is_echo)
        };
        let mut marked: Vec<Marked> = band.placed[side].iter().copied().map(excerpt).collect();
        marked.sort_by_key(|marked| marked.block);
        marked
    }

    /// Joins spans, each with its brackets; an echo does not repeat where wording stands elsewhere.
    fn bracketed_line(&self, block: usize, spans: &Line<'_>, is_echo: bool) -> Marked {
        let mut marked = Marked::new(block);
        for span in spans {
            if span.at.is_none() {
                marked.text.push_str(&self.setup.signs(&*span.text));
                continue;
            }
            let [open, close] = brackets::of_role(span.role).unwrap_or_default();
            let (before, bare, after) = brackets::trimmed(&span.text);
            marked.text.push_str(before);
            match (&span.at, span.role) {
                (Some(at), Role::Elsewhere(side)) if !is_echo => {
                    let named = self.notation().closing(&self.comparison.elsewhere, side, at.block, &at.bytes);
                    marked.push([open, bare, &named], close);
                }
                _ => marked.push([open, bare, close], close),
            }
            marked.text.push_str(after);
        }
        marked
    }
}
