//! What is selected with the mouse, reversed.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::layout::Arrangement;
use crate::tui::hit;
use crate::tui::model::Model;
use crate::tui::screen::columns;

/// Reverses what is selected and in sight.
pub(super) fn draw(model: &Model, buffer: &mut Buffer) {
    let Some(selection) = &model.pointer.selection else { return };
    let (side, screen) = (selection.side, model.screen);
    let is_single = matches!(screen.columns.arrangement, Arrangement::Single(shown) if shown != side);
    if is_single {
        return;
    }
    let reversed = Style::new().add_modifier(Modifier::REVERSED);
    let widths = model.settings.setup.ambiguous;
    let measure = columns(screen.columns.measures[side]);
    for line in 0..screen.body_height() {
        let row = hit::top(model, side) + usize::from(line);
        let (Some(range), Some((text, whole))) = (model.selected_on(row), hit::text(model, side, row)) else {
            continue;
        };
        let left = hit::text_left(model, side, row);
        let start = columns(widths.width(&text[whole.start..range.start]));
        let width = columns(widths.width(&text[range])).min(measure.saturating_sub(start));
        let area = Rect::new(left + start, screen.body_top() + line, width, 1);
        buffer.set_style(area.intersection(buffer.area), reversed);
    }
}
