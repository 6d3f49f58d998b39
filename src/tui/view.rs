//! The model, drawn: a function of the model and nothing else.
//!
//! ```text
//!      ferry                                    1 A Coast Wire   2 B Harbour Ledger   …   chrome: tabs
//!      A  Coast Wire  16 Jun · 352 words      │       │ B  Harbour Ledger                 heads
//!     ────────────────────────────────────────┼───────┼──────────────────────────────
//!      Plans for new ferries were first …     │13 ~  3│ Plans for new ferries …         body: panes
//!                                             │       │                                 and gutter
//!     ────────────────────────────────────────┴───────┴──────────────────────────────
//!      ¶ 2 of 14 · difference 3 of 22               ] next  . other outlet  ? help        chrome: status
//! ```

mod aside;
mod body;
mod chrome;
mod dots;
mod help;
mod highlights;
mod list;
mod map;
mod overlay;
mod ruler;
mod search;
mod selection;
mod signs;
mod whole;
mod why;

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::model::{Help, Model, Overlay};
use super::screen::SMALLEST;
use crate::wrap;

/// Draws the model on the whole of a buffer.
///
/// Cost: linear in what is visible, whatever the length of the articles.
pub fn view(model: &Model, buffer: &mut Buffer) {
    draw(model, buffer);
    signs::exchange(model.settings.setup, buffer);
}

fn draw(model: &Model, buffer: &mut Buffer) {
    let area = buffer.area;
    buffer.set_style(area, model.theme.text);
    if model.screen.is_too_small() {
        let (width, height) = SMALLEST;
        put(buffer, area.x, area.y, &format!("too small: {width}×{height} needed"), model.theme.text);
        return;
    }
    chrome::tabs(model, buffer);
    if let Some(Overlay::Map(chosen) | Overlay::Help(Help { map: Some(chosen), .. })) = model.overlay {
        map::draw(model, chosen, buffer);
        if let Some(Overlay::Help(help)) = model.overlay {
            help::draw(model, help, buffer);
        }
        return;
    }
    chrome::heads(model, buffer);
    chrome::rules(model, buffer);
    body::draw(model, buffer);
    selection::draw(model, buffer);
    ruler::draw(model, buffer);
    chrome::status(model, buffer);
    match &model.overlay {
        Some(Overlay::Help(help)) => help::draw(model, *help, buffer),
        Some(Overlay::Picker(picker)) => list::picker(model, picker, buffer),
        Some(Overlay::Palette(palette)) => list::palette(model, palette, buffer),
        Some(Overlay::Story) => whole::draw(model, buffer),
        Some(Overlay::Aside(list)) => aside::draw(model, list, buffer),
        Some(Overlay::Why) => why::draw(model, buffer),
        Some(Overlay::Search(_) | Overlay::Map(_)) | None => {}
    }
}

/// Where on the screen a box stands that is open over the text, its border included; `None` if there is none.
#[must_use]
pub fn overlay_area(model: &Model) -> Option<Rect> {
    let room = match model.overlay.as_ref()? {
        Overlay::Help(help) => help::room(model, *help),
        Overlay::Picker(picker) => list::picker_room(model, picker),
        Overlay::Palette(palette) => list::palette_room(model, palette),
        Overlay::Why => why::room(model)?,
        Overlay::Search(_) | Overlay::Map(_) | Overlay::Story | Overlay::Aside(_) => return None,
    };
    Some(room.outer(model))
}

/// Puts text on a row, cut at the buffer's edge, and returns the column after it.
fn put(buffer: &mut Buffer, x: u16, y: u16, text: &str, style: Style) -> u16 {
    let area = buffer.area;
    if y >= area.bottom() || x >= area.right() {
        return x;
    }
    buffer.set_stringn(x, y, text, usize::from(area.right() - x), style).0
}

/// Puts text on a row within so many columns, with an ellipsis if it is cut, and returns the column after it.
fn put_within(buffer: &mut Buffer, x: u16, y: u16, columns: u16, text: &str, style: Style) -> u16 {
    let columns = usize::from(columns.min(buffer.area.right().saturating_sub(x)));
    if columns == 0 || y >= buffer.area.bottom() {
        return x;
    }
    if wrap::width(text) <= columns {
        return buffer.set_stringn(x, y, text, columns, style).0;
    }
    let end = buffer.set_stringn(x, y, text, columns - 1, style).0;
    buffer.set_stringn(end, y, "…", 1, style).0
}

/// Fills an area with a sign, and leaves nothing of what stood there.
fn fill(buffer: &mut Buffer, area: Rect, sign: &str, style: Style) {
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            if let Some(cell) = buffer.cell_mut((x, y)) {
                cell.reset();
                cell.set_symbol(sign).set_style(style);
            }
        }
    }
}

/// Blanks the character of a row that begins before a column and ends behind it: where a box or an ellipsis begins, what is
/// left of one would shift the row. Most have two columns, but a cluster may have many.
fn cut_at(buffer: &mut Buffer, column: u16, row: u16) {
    let mut x = buffer.area.x;
    while x < column {
        let Some(cell) = buffer.cell_mut((x, row)) else { return };
        let end = x.saturating_add(cell.cell_width().max(1));
        if end > column {
            let style = cell.style();
            cell.reset();
            cell.set_style(style);
        }
        x = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_is_blanked() {
        let row = |text: &str, column: u16| {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
            buffer.set_string(0, 0, text, Style::new());
            cut_at(&mut buffer, column, 0);
            (0..12).map(|x| buffer[(x, 0)].symbol().to_owned()).collect::<String>().trim_end().to_owned()
        };
        let jamo = "\u{1100}".repeat(4);
        assert_eq!([3, 2].map(|column| row("a\u{706F}b", column)), ["a\u{706F} b", "a  b"]);
        assert_eq!(
            [1, 2, 8].map(|column| row(&format!("a{jamo}b"), column)),
            [format!("a{jamo}       b"), "a        b".to_owned(), "a        b".to_owned()]
        );
    }
}
