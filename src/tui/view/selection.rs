//! What is selected with the mouse, reversed.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::layout::Arrangement;
use crate::tui::geometry::text;
use crate::tui::screen::columns;
use crate::tui::state::Reader;

/// Reverses what is selected and in sight.
pub(super) fn draw(reader: &Reader, buffer: &mut Buffer) {
    let Some(selection) = &reader.pointer.selection else { return };
    let (side, screen) = (selection.side, reader.rows.screen);
    let is_single = matches!(screen.columns.arrangement, Arrangement::Single(shown) if shown != side);
    if is_single {
        return;
    }
    let reversed = Style::new().add_modifier(Modifier::REVERSED);
    let widths = reader.settings.setup.ambiguous;
    let measure = columns(screen.columns.measures[side]);
    for line in 0..screen.body_height() {
        let row = text::top(reader, side) + usize::from(line);
        let (Some(range), Some((text, whole))) = (reader.selected_on(row), text::text(reader, side, row)) else {
            continue;
        };
        let left = text::text_left(reader, side, row);
        let start = columns(widths.width(&text[whole.start..range.start]));
        let width = columns(widths.width(&text[range])).min(measure.saturating_sub(start));
        let area = Rect::new(left + start, screen.body_top() + line, width, 1);
        buffer.set_style(area.intersection(buffer.area), reversed);
    }
}
