//! The box around what is open over the text.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::put::{cut_at, fill, put, put_within};
use crate::tui::geometry::boxes::{BoxSize, inside};
use crate::tui::state::Reader;

/// Draws an empty box, and returns its inside.
pub(in crate::tui) fn draw(size: &BoxSize, reader: &Reader, buffer: &mut Buffer) -> Rect {
    draw_at(size.outer(&reader.rows.screen), &size.title, reader, buffer)
}

/// Draws an empty box at a place, and returns its inside.
pub(in crate::tui) fn draw_at(outer: Rect, title: &str, reader: &Reader, buffer: &mut Buffer) -> Rect {
    let theme = &reader.theme;
    let Rect { x, y, width, height } = outer;
    for row in outer.top()..outer.bottom() {
        cut_at(buffer, x, row);
    }
    fill(buffer, outer, " ", theme.text);
    for row in outer.top()..outer.bottom() {
        put(buffer, x, row, "│", theme.frame);
        put(buffer, x + width - 1, row, "│", theme.frame);
    }
    for (row, left, right) in [(y, "┌", "┐"), (y + height - 1, "└", "┘")] {
        fill(buffer, Rect::new(x, row, width, 1), "─", theme.frame);
        put(buffer, x, row, left, theme.frame);
        put(buffer, x + width - 1, row, right, theme.frame);
    }
    put_within(buffer, x + 2, y, width.saturating_sub(4), title, theme.sign);
    inside(outer)
}
