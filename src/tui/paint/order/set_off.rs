//! Cells whose text is set off from what stands around it, and runs its own way (isolates, UAX #9).
//!
//! ```text
//!     drawn       ¶3 THE FERRY.  12      capitals stand for letters that run from right to left
//!     marked         [[[[[[[[[]          each cell says so, so that one stays marked whatever is drawn over others
//! ```
//!
//! The marks stand behind the text of a cell, have no columns, and go before anybody sees the screen.

use std::ops::Range;

use ratatui::buffer::{Buffer, CellWidth};

use crate::wrap::Direction;
use crate::wrap::isolates::END;

/// Marks the cells of a row that have a text which runs one way; whether it ends there, or goes on in the next cell.
pub(in crate::tui) fn mark(buffer: &mut Buffer, (cells, y): (Range<u16>, u16), direction: Direction, is_whole: bool) {
    let mut x = cells.start;
    while x < cells.end
        && let Some(cell) = buffer.cell_mut((x, y))
    {
        let next = x + cell.cell_width().max(1);
        let end = (is_whole && next >= cells.end).then_some(END);
        let marked: String = cell.symbol().chars().chain([direction.mark()]).chain(end).collect();
        cell.set_symbol(&marked);
        x = next;
    }
}

/// Marks a cell as the cell before it is, if the text there goes on: an ellipsis.
pub(in crate::tui) fn go_on(buffer: &mut Buffer, (x, y): (u16, u16)) {
    let before = x.checked_sub(1).and_then(|x| buffer.cell((x, y)));
    let direction = before.and_then(|cell| Direction::of_mark(cell.symbol().chars().next_back()?));
    if let Some(direction) = direction {
        mark(buffer, (x..x + 1, y), direction, true);
    }
}

/// Takes the marks from a row, and returns the cells that had them, each stretch with its direction.
///
/// Cost: a look at each cell.
pub(in crate::tui) fn take(buffer: &mut Buffer, y: u16) -> Vec<(Range<u16>, Direction)> {
    let mut stretches: Vec<(Range<u16>, Direction)> = Vec::new();
    let mut goes_on = false;
    for x in buffer.area.left()..buffer.area.right() {
        // A mark has three bytes.
        let Some(cell) = buffer.cell_mut((x, y)).filter(|cell| cell.symbol().len() > 3) else { continue };
        let next = x + cell.cell_width().max(1);
        let text = cell.symbol().trim_end_matches(END);
        let direction = text.chars().next_back().and_then(Direction::of_mark);
        if let Some(direction) = direction {
            match stretches.last_mut().filter(|last| goes_on && last.0.end == x && last.1 == direction) {
                Some(last) => last.0.end = next,
                None => stretches.push((x..next, direction)),
            }
            goes_on = text.len() == cell.symbol().len();
            let own = text.trim_end_matches(direction.mark()).to_owned();
            cell.set_symbol(&own);
        }
    }
    stretches
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    const RIGHT: Direction = Direction::RightToLeft;

    #[test]
    fn what_is_marked_is_taken_back() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        buffer.set_string(0, 0, "12אב灯גad", Style::new());
        let plain = buffer.clone();
        mark(&mut buffer, (2..6, 0), RIGHT, true);
        mark(&mut buffer, (6..7, 0), RIGHT, false);
        go_on(&mut buffer, (7, 0));
        // Nothing goes on behind what is whole, nor behind what was not set off.
        go_on(&mut buffer, (8, 0));
        go_on(&mut buffer, (1, 0));
        assert_eq!(take(&mut buffer, 0), [(2..6, RIGHT), (6..8, RIGHT)]);
        assert_eq!(buffer, plain);
        assert_eq!(take(&mut buffer, 0), []);
    }

    #[test]
    fn what_is_drawn_over_has_no_part_in_it() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        buffer.set_string(0, 0, "אבגדהו", Style::new());
        mark(&mut buffer, (0..6, 0), RIGHT, true);
        buffer.set_string(2, 0, "||", Style::new());
        assert_eq!(take(&mut buffer, 0), [(0..2, RIGHT), (4..6, RIGHT)]);
    }
}
