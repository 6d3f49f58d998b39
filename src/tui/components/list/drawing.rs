//! A list in its box: what every list has.
//!
//! ```text
//!     ┌─ Into the left pane ───────────────────────────────────────────┐
//!     │ ›ledg▏                                                  1 of 8 │   what is typed
//!     │      outlet           in B    words  date        headline      │   a heading
//!     │▸ (B) Harbour Ledger            349 w  2026-06-17  Ferries agre…│   the chosen line
//!     └────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::{FilteredLine, List};
use crate::tui::components::field;
use crate::tui::geometry::boxes::BoxSize;
use crate::tui::paint::frame;
use crate::tui::paint::order::set_off;
use crate::tui::paint::put::{put, put_within};
use crate::tui::screen::columns;
use crate::tui::state::Reader;
use crate::wrap::{self, Direction};

/// The columns between two fields.
pub(in crate::tui) const GAP: usize = 2;

/// Around the lines: the border above and below, what is typed, a heading, and the last line of the screen.
const AROUND: u16 = 5;

/// Returns how many lines are in sight of so many, on a screen of a height.
#[must_use]
pub fn rows(height: u16, entries: usize) -> usize {
    usize::from(height.saturating_sub(AROUND)).min(entries).max(1)
}

/// The lines of a list's box above its first line: the border, what is typed, and the heading.
const ABOVE: u16 = 3;

/// Returns the line of a list that stands at a place of its box, by its index among those that pass the filter.
#[must_use]
pub fn line_at(list: &List, area: Rect, at: Position) -> Option<usize> {
    let rows = area.height.saturating_sub(ABOVE + 1);
    let line = at.y.checked_sub(area.y + ABOVE).filter(|&line| line < rows && area.contains(at))?;
    list.in_sight(usize::from(rows)).nth(usize::from(line))
}

/// Returns the room for a list below a line that is typed in and a heading.
pub(in crate::tui) fn size(reader: &Reader, list: &List, columns: usize, title: String) -> BoxSize {
    BoxSize { columns, lines: rows(reader.rows.screen.height, list.entries().len()) + 2, title }
}

/// Opens a box with the line that is typed in, and how many lines pass if that filters, and returns its inside.
pub(in crate::tui) fn open(reader: &Reader, list: &List, filters: bool, size: &BoxSize, buffer: &mut Buffer) -> Rect {
    let area = frame::draw(size, reader, buffer);
    if let Some(count) = counted(list, filters, area) {
        put(buffer, area.right() - columns(wrap::width(&count)), area.y, &count, reader.theme.hint);
    }
    put(buffer, area.x, area.y, "›", reader.theme.sign);
    field::draw(list.field(), reader.theme.chosen, typed_area(list, filters, area), buffer);
    area
}

/// Returns where the cursor of a list's line stands that is typed in.
pub(in crate::tui) fn cursor(reader: &Reader, list: &List, filters: bool, size: &BoxSize) -> Position {
    field::cursor(list.field(), typed_area(list, filters, size.inner(&reader.rows.screen)), reader.settings.reordering)
}

/// Says how many lines pass, if that is to be said and has room.
fn counted(list: &List, filters: bool, area: Rect) -> Option<String> {
    let count = format!("{} of {}", list.hits().len(), list.entries().len());
    let has_room = columns(wrap::width(&count)) + 12 <= area.width;
    (filters && !list.field().text().is_empty() && has_room).then_some(count)
}

/// Returns the part of a box's inside in which is typed: behind the sign, before the count.
fn typed_area(list: &List, filters: bool, area: Rect) -> Rect {
    let count = counted(list, filters, area).map_or(0, |count| columns(wrap::width(&count)) + 2);
    Rect { x: area.x + 1, width: area.width.saturating_sub(count + 1), ..area }
}

/// What draws a line of a list, in its style.
pub(in crate::tui) type DrawLine<'f> = dyn FnMut(&FilteredLine, Rect, Style, &mut Buffer) + 'f;

/// Draws the lines in sight.
pub(in crate::tui) fn each_line(
    reader: &Reader,
    list: &List,
    area: Rect,
    buffer: &mut Buffer,
    draw: &mut DrawLine<'_>,
) {
    let rows = usize::from(area.height.saturating_sub(2));
    for (index, y) in list.in_sight(rows).zip(area.top() + 2..area.bottom()) {
        let style = if index == list.chosen() { reader.theme.chosen } else { reader.theme.text };
        let line = Rect { y, height: 1, ..area };
        buffer.set_style(line, style);
        if index == list.chosen() {
            put(buffer, line.x.saturating_sub(1), y, "▸", reader.theme.sign);
        }
        draw(&list.hits()[index], line, style, buffer);
    }
    if list.hits().is_empty() && area.height > 2 {
        put_within(buffer, area.x, area.y + 2, area.width, "no line has what is typed", reader.theme.hint);
    }
}

/// Puts a text with its matched characters set off, cut with an ellipsis. It runs as its language does, else as its first letter.
pub(in crate::tui) fn marked(
    reader: &Reader,
    (text, language): (&str, Direction),
    marks: &[u32],
    area: Rect,
    style: Style,
    buffer: &mut Buffer,
) {
    let is_cut = wrap::width(text) > usize::from(area.width);
    let end = area.right().saturating_sub(u16::from(is_cut));
    let (mut x, mut marks) = (area.x, marks.iter().peekable());
    for (index, cluster) in text.graphemes(true).enumerate() {
        let is_marked = marks.next_if(|&&mark| mark as usize == index).is_some();
        let style = if is_marked { style.patch(reader.theme.matched) } else { style };
        if x + columns(wrap::cluster_width(cluster)) > end {
            break;
        }
        x = put(buffer, x, area.y, cluster, style);
    }
    if is_cut && area.width > 0 {
        x = put(buffer, x, area.y, "…", style);
    }
    if let Some(direction) = Direction::of_text(text, language) {
        set_off::mark(buffer, (area.x..x, area.y), direction, true);
    }
}
