//! Text of one pane, selected with the mouse.
//!
//! ```text
//!      The ministry said on Tues│day that   │  2 ~  3 │ The ministry promised
//!      ┊ three ferries would be re│newed    │         │ on Tuesday that
//!
//!      "day that\nthree ferries would be re": no gutter, no sign of an echo, wrapped lines joined
//! ```

use std::ops::Range;

use crate::tui::geometry::text;
use crate::tui::state::Reader;

impl Reader {
    /// Returns what of a row is selected, in bytes of the block that stands there; `None` if nothing is.
    #[must_use]
    pub fn selected_on(&self, row: usize) -> Option<Range<usize>> {
        let selection = self.pointer.selection.as_ref()?;
        let (first, last) = selection.ends();
        if !selection.rows().contains(&row) {
            return None;
        }
        let (_, mut range) = text::text(self, selection.side, row)?;
        if row == first.row {
            range.start = range.start.max(first.bytes.start);
        }
        if row == last.row {
            range.end = range.end.min(last.bytes.end);
        }
        (!range.is_empty()).then_some(range)
    }

    /// Returns the selected text: a line for each block, with what a wrapped line leaves out between its words.
    #[must_use]
    pub fn selected_text(&self) -> Option<String> {
        let selection = self.pointer.selection.as_ref()?;
        let mut parts: Vec<((usize, usize), Range<usize>)> = Vec::new();
        for row in selection.rows() {
            let Some(range) = self.selected_on(row) else { continue };
            let Some((cell, _)) = text::cell(self, selection.side, row) else { continue };
            let of = (self.rows.layout.rows[row].band, cell.block);
            match parts.last_mut() {
                Some((last, joined)) if *last == of => joined.end = range.end,
                _ => parts.push((of, range)),
            }
        }
        let blocks = &self.pair.articles()[selection.side].blocks;
        let lines: Vec<&str> = parts.into_iter().map(|((_, block), range)| &blocks[block].text[range]).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }
}
