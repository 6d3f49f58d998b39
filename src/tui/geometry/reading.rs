//! What stands level with the cursor: the rows that are set off, and where the terminal's own cursor rests.
//!
//! ```text
//!      The ministry said on Tuesday     ┐  2 ~  3 ┌  The ministry promised on    ┐
//!      that three ferries would be      ◀         │  Tuesday that three ferries  │ the band: a link's rows
//!      renewed.                         ┘         └  would be renewed.           ┘
//!
//!      Tickets will not rise before     ◀  3<│> 4 │  Nobody at the quay …          of what one side has alone
//!      spring.                          ▌    │    │                                the rows of its block
//! ```

use std::ops::Range;

use ratatui::layout::Position;

use super::text;
use crate::layout::{Arrangement, RowCell};
use crate::pair::{Pair, Side};
use crate::tui::state::Reader;

/// The rows that stand level with the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CursorBand {
    /// The rows, by index; empty where nothing of the focused side stands at the cursor, and where there is none.
    pub rows: Range<usize>,
    /// Which sides have a part in them.
    pub sides: Pair<bool>,
}

/// Returns what stands level with the cursor: the rows of a link's band, of a stretch those of the block alone.
///
/// Cost: linear in the space after the band.
#[must_use]
pub fn cursor_band(reader: &Reader) -> CursorBand {
    let (layout, cursor) = (&reader.rows.layout, reader.viewport().cursor);
    let nothing = CursorBand { rows: cursor..cursor, sides: Pair::new(false, false) };
    let Some(row) = layout.rows.get(cursor).filter(|_| !reader.settings.is_page) else { return nothing };
    let is_linked = reader.pair.bands.bands.get(row.band).is_some_and(|band| band.link.is_some());
    if is_linked {
        let rows = layout.rows_of(row.band);
        let is_text = |&row: &usize| layout.rows[row].cells.iter().any(|cell| cell.is_text());
        let end = rows.clone().rfind(is_text).map_or(rows.start, |last| last + 1);
        let rows = rows.start..end;
        return if rows.contains(&cursor) { CursorBand { rows, sides: Pair::new(true, true) } } else { nothing };
    }
    let side = reading_side(reader, cursor);
    let mut sides = Pair::new(false, false);
    sides[side] = true;
    match row.cells[side] {
        RowCell::Text { .. } => block_rows(reader, side, cursor).map_or(nothing, |rows| CursorBand { rows, sides }),
        RowCell::Fold { .. } => CursorBand { rows: cursor..cursor + 1, sides: Pair::new(true, true) },
        _ => nothing,
    }
}

/// Returns which rows of the screen the block at the cursor has, and which the [band](cursor_band) that it stands in. Cost: as that.
pub fn rows_on_screen(reader: &Reader) -> [Range<u16>; 2] {
    let (screen, viewport) = (&reader.rows.screen, reader.viewport());
    let cursor = viewport.cursor;
    let row = cursor..cursor + 1;
    let block = block_rows(reader, reading_side(reader, cursor), cursor).unwrap_or_else(|| row.clone());
    let band = Some(cursor_band(reader).rows).filter(|band| !band.is_empty()).unwrap_or(row);
    let on_screen = |row: usize| {
        let row = u16::try_from(row.saturating_sub(viewport.top)).unwrap_or(u16::MAX);
        screen.body_top() + row.min(screen.body_height())
    };
    [block, band].map(|rows| on_screen(rows.start)..on_screen(rows.end))
}

/// Returns the rows of the block of one side that stands at a row, if its text does.
fn block_rows(reader: &Reader, side: Side, row: usize) -> Option<Range<usize>> {
    let layout = &reader.rows.layout;
    let RowCell::Text { line, .. } = layout.rows.get(row)?.cells[side] else { return None };
    let lines = text::cell(reader, side, row).map_or(1, |(cell, _)| layout.lines(side, cell).len());
    let start = row.saturating_sub(line);
    Some(start..start + lines)
}

/// Returns the side whose text is read at a row: in one column that which stands there, else the focused one.
fn reading_side(reader: &Reader, row: usize) -> Side {
    let focus = reader.position.focus;
    let Some(row) = reader.rows.layout.rows.get(row) else { return focus };
    let is_facing = reader.rows.screen.columns.arrangement == Arrangement::Facing;
    if !is_facing && row.cells[focus] == RowCell::Other { focus.other() } else { focus }
}

/// Returns where the terminal's own cursor rests while nothing is typed: where the text of the reading row begins, for
/// screen readers and braille displays, which follow it.
#[must_use]
pub fn reading_place(reader: &Reader) -> Position {
    let (screen, row) = (reader.rows.screen, reader.viewport().cursor);
    let line = row.saturating_sub(reader.viewport().top);
    let line = u16::try_from(line).unwrap_or(u16::MAX).min(screen.body_height().saturating_sub(1));
    let x = text::text_start(reader, reading_side(reader, row), row);
    Position::new(x.min(screen.width.saturating_sub(1)), screen.body_top() + line)
}
