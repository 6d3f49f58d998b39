//! The box around what opens over the text.
//!
//! ```text
//!     ┌─ title ──────┐     in the middle of the screen, as large as what it holds
//!     │              │     and no larger than the screen
//!     └──────────────┘
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::model::Model;
use crate::tui::paint::{cut_at, fill, put, put_within};
use crate::wrap;

/// What is to have room in a box in the middle of the screen.
pub(super) struct Room {
    pub columns: usize,
    pub lines: usize,
    pub title: String,
}

impl Room {
    /// The box with its border.
    pub(super) fn outer(&self, model: &Model) -> Rect {
        let screen = model.screen;
        let columns = u16::try_from(self.columns.max(wrap::width(&self.title))).unwrap_or(u16::MAX);
        let width = columns.saturating_add(4).min(screen.width);
        let height = u16::try_from(self.lines).unwrap_or(u16::MAX).saturating_add(2).min(screen.height);
        Rect::new((screen.width - width) / 2, (screen.height - height) / 2, width, height)
    }

    /// Draws an empty box, and returns its inside.
    pub(super) fn draw(&self, model: &Model, buffer: &mut Buffer) -> Rect {
        let outer = self.outer(model);
        let Rect { x, y, width, height } = outer;
        for row in outer.top()..outer.bottom() {
            cut_at(buffer, x, row);
        }
        fill(buffer, outer, " ", model.theme.text);
        for row in outer.top()..outer.bottom() {
            put(buffer, x, row, "│", model.theme.frame);
            put(buffer, x + width - 1, row, "│", model.theme.frame);
        }
        for (row, left, right) in [(y, "┌", "┐"), (y + height - 1, "└", "┘")] {
            fill(buffer, Rect::new(x, row, width, 1), "─", model.theme.frame);
            put(buffer, x, row, left, model.theme.frame);
            put(buffer, x + width - 1, row, right, model.theme.frame);
        }
        put_within(buffer, x + 2, y, width.saturating_sub(4), &self.title, model.theme.sign);
        Rect::new(x + 2, y + 1, width.saturating_sub(4), height.saturating_sub(2))
    }
}
