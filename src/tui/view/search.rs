//! The line in which a search is typed, and every other such line.
//!
//! ```text
//!      /ferry tend▏            match 3 of 12 · B¶7   ↑ earlier   Enter keep   Esc back
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::field::Field;
use crate::tui::model::{Line, Model};
use crate::tui::paint::{fill, put};
use crate::tui::screen::columns;
use crate::wrap;

/// The columns that are kept for what is typed.
const TYPED: usize = 16;

/// Draws the search on the last line, with what came of it and the keys that fit beside it.
pub(super) fn line(model: &Model, line: &Line, keys: &[String], buffer: &mut Buffer) {
    let screen = model.screen;
    let row = Rect::new(0, screen.height - 1, screen.width, 1);
    fill(buffer, row, " ", model.theme.head);
    let result = model.match_place().or_else(|| model.nothing_found()).unwrap_or_default();
    let result = if model.match_count() == 0 && !result.is_empty() { "nothing found".to_owned() } else { result };
    let free = usize::from(screen.width).saturating_sub(3);
    let typed = wrap::width(line.field.text()).clamp(TYPED, free.max(TYPED)) + 1;
    let beside = |first: usize| {
        let parts = [result.as_str()]
            .into_iter()
            .filter(|result| !result.is_empty())
            .chain(keys[first..].iter().map(String::as_str));
        parts.collect::<Vec<_>>().join("   ")
    };
    let fits = |text: &String| wrap::width(text) + typed + 2 <= free;
    let shown = (0..=keys.len()).map(beside).find(fits).unwrap_or_else(|| beside(keys.len()));
    let shown = if wrap::width(&shown) + TYPED <= free { shown } else { String::new() };
    let x = screen.width.saturating_sub(columns(wrap::width(&shown)) + 1);
    put(buffer, x, row.y, &shown, model.theme.quiet);
    let start = put(buffer, 1, row.y, "/", model.theme.focus);
    field(model, &line.field, Rect { x: start, width: x.saturating_sub(start + 1), ..row }, buffer);
}

/// Draws what is typed, the cursor in sight.
pub(super) fn field(model: &Model, field: &Field, area: Rect, buffer: &mut Buffer) {
    let style = buffer.cell((area.x, area.y)).map(ratatui::buffer::Cell::style).unwrap_or_default();
    let [before, at, after] = field.seen(usize::from(area.width));
    let x = put(buffer, area.x, area.y, before, style);
    let x = put(buffer, x, area.y, at, style.patch(model.theme.chosen));
    put(buffer, x, area.y, after, style);
}
