//! Where the list beside the text stands: beside it where there is room, else over the other pane, of one column below it, and over
//! all of it where there are few rows.
//!
//! ```text
//!     │ text │gutter│ text ││ list │      │ text │gutter│ list │      │ text        │
//!                                                                     │ list        │
//!        114 columns and more              two panes fit alone         one column
//! ```
//!
//! The view draws it and the mouse hits it, so both ask here.

use ratatui::layout::{Position, Rect};

use super::{SideList, SideListLine};
use crate::layout::Arrangement;
use crate::pair::Side;
use crate::tui::state::Reader;

/// The columns of the list where it stands beside the text, with the border before it.
pub const WIDTH: u16 = 34;

/// Returns the part of the screen that the list has, its border left out.
#[must_use]
pub fn area(reader: &Reader) -> Rect {
    let screen = reader.rows.screen;
    let (full, height) = screen.full();
    if screen.panel_rows > 0 {
        return Rect::new(0, screen.body_top() + screen.body_height(), full, screen.panel_rows);
    }
    let (left, right) = match (screen.panel, screen.columns.arrangement) {
        (1.., _) => (full - screen.panel + 1, full),
        (0, Arrangement::Facing) if reader.position.focus == Side::Left => (screen.right_pane(), full),
        (0, Arrangement::Facing) => (0, screen.gutter_left()),
        (0, _) => (0, full),
    };
    let top = if screen.panel > 0 { 0 } else { 2 };
    // The last line, and the line of signs above it, are whole.
    let below = 1 + u16::from(reader.shows_greeting());
    let bottom = if screen.panel > 0 { height } else { height.saturating_sub(below) };
    Rect::new(left, top, right.saturating_sub(left), bottom.saturating_sub(top))
}

/// Returns the entries in sight: the chosen passage in the middle, but at the ends of the list.
#[must_use]
pub fn in_sight(list: &SideList, room: usize) -> Vec<SideListLine> {
    let entries = list.entries();
    let first = first_in_sight(list, &entries, room);
    entries.into_iter().skip(first).take(room).collect()
}

fn first_in_sight(list: &SideList, entries: &[SideListLine], room: usize) -> usize {
    let chosen = entries.iter().position(|&entry| entry == SideListLine::Passage(list.line)).unwrap_or(0);
    chosen.saturating_sub(room / 2).min(entries.len().saturating_sub(room))
}

/// Says which lines of the list are in sight, if not all are: `4–12 of 27`.
#[must_use]
pub fn sight_said(list: &SideList, room: usize) -> Option<String> {
    let entries = list.entries();
    let first = first_in_sight(list, &entries, room);
    let last = (first + room).min(entries.len());
    (last - first < entries.len()).then(|| format!("{}–{last} of {}", first + 1, entries.len()))
}

/// Returns the entry that stands at a place of the screen.
#[must_use]
pub fn hit(reader: &Reader, list: &SideList, at: Position) -> Option<SideListLine> {
    let area = area(reader);
    let line = at.y.checked_sub(area.y + 1)?;
    let is_inside = at.x >= area.x && at.x < area.right() && at.y < area.bottom();
    is_inside.then(|| in_sight(list, rows(area)).get(usize::from(line)).copied())?
}

/// Returns the rows for entries, under the title.
#[must_use]
pub fn rows(area: Rect) -> usize {
    usize::from(area.height.saturating_sub(1))
}
