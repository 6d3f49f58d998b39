//! Putting text and signs on the cells of a screen.
//!
//! ```text
//!     put           Harbour Ledger      cut at the edge of the screen
//!     put_within    Harbour L…          within so many columns
//!     fill          ───────────         an area of one sign
//! ```

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::order::set_off;
use crate::wrap::isolates::parts;
use crate::wrap::{self, Ambiguous};

/// Puts text on a row, cut at the buffer's edge, and returns the column after it.
pub(in crate::tui) fn put(buffer: &mut Buffer, x: u16, y: u16, text: &str, style: Style) -> u16 {
    let area = buffer.area;
    if y >= area.bottom() || x >= area.right() {
        return x;
    }
    set(buffer, (x, y), usize::from(area.right() - x), text, style)
}

/// Puts text on a row within so many columns, and marks the cells of what is [set off](wrap::isolated) in it.
fn set(buffer: &mut Buffer, at: (u16, u16), columns: usize, text: &str, style: Style) -> u16 {
    let end = usize::from(at.0) + columns;
    each_part(buffer, at, text, Ambiguous::Narrow, |buffer, (x, y), part| {
        write(buffer, (x, y), part, end.saturating_sub(usize::from(x)), style)
    })
}

/// Writes text over what stands there within so many columns, and returns the column after it. A style is laid over that of a cell;
/// but what is written is as faint as its own style says, whatever stood there.
pub(super) fn write(buffer: &mut Buffer, (x, y): (u16, u16), text: &str, columns: usize, style: Style) -> u16 {
    let end = buffer.set_stringn(x, y, text, columns, style).0;
    if !style.add_modifier.contains(Modifier::DIM) {
        buffer.set_style(Rect::new(x, y, end - x, 1), Style::new().remove_modifier(Modifier::DIM));
    }
    end
}

/// Puts the parts of a text one behind another, marks the cells of those that are set off, and returns the column after the
/// last one.
pub(super) fn each_part(
    buffer: &mut Buffer,
    (mut x, y): (u16, u16),
    text: &str,
    widths: Ambiguous,
    mut put: impl FnMut(&mut Buffer, (u16, u16), &str) -> u16,
) -> u16 {
    for (direction, part) in parts(text) {
        let end = put(buffer, (x, y), part);
        if let Some(direction) = direction {
            let is_whole = widths.width(part) <= usize::from(end - x);
            set_off::mark(buffer, (x..end, y), direction, is_whole);
        }
        x = end;
    }
    x
}

/// Puts text on a row within so many columns, with an ellipsis if it is cut, and returns the column after it. The ellipsis belongs
/// to what is set off if that is cut.
pub(in crate::tui) fn put_within(buffer: &mut Buffer, x: u16, y: u16, columns: u16, text: &str, style: Style) -> u16 {
    let columns = usize::from(columns.min(buffer.area.right().saturating_sub(x)));
    if columns == 0 || y >= buffer.area.bottom() {
        return x;
    }
    if wrap::width(text) <= columns {
        return set(buffer, (x, y), columns, text, style);
    }
    let end = set(buffer, (x, y), columns - 1, text, style);
    let after = write(buffer, (end, y), "…", 1, style);
    set_off::go_on(buffer, (end, y));
    after
}

/// Fills an area with a sign, and leaves nothing of what stood there.
pub(in crate::tui) fn fill(buffer: &mut Buffer, area: Rect, sign: &str, style: Style) {
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
pub(in crate::tui) fn cut_at(buffer: &mut Buffer, column: u16, row: u16) {
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

    /// A title over the line of a frame is not as faint as the line.
    #[test]
    fn what_is_written_is_no_fainter_than_its_own_style() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 1));
        let faint = Style::new().add_modifier(Modifier::DIM);
        let faint_columns =
            |buffer: &Buffer| (0..8).filter(|&x| buffer[(x, 0)].modifier.contains(Modifier::DIM)).collect::<Vec<u16>>();
        fill(&mut buffer, Rect::new(0, 0, 8, 1), "─", faint);
        put_within(&mut buffer, 1, 0, 4, "Harbour", Style::new().add_modifier(Modifier::BOLD));
        assert_eq!(faint_columns(&buffer), [0, 5, 6, 7]);
        put(&mut buffer, 1, 0, "quay", faint);
        assert_eq!(faint_columns(&buffer).len(), 8);
    }
}
