//! Moving through the rows, and keeping the place.

use super::{Model, Place};
use crate::layout::Half;
use crate::pair::Side;

impl Model {
    fn height(&self) -> usize {
        usize::from(self.screen.body_height()).max(1)
    }

    /// The first row of the last screen.
    fn last_top(&self) -> usize {
        self.layout.rows.len().saturating_sub(self.height())
    }

    fn last_row(&self) -> usize {
        self.layout.rows.len().saturating_sub(1)
    }

    /// Moves the text, and the cursor with it; at the ends of the text the cursor alone.
    pub(super) fn scroll(&mut self, rows: isize) {
        self.stop = None;
        self.top = self.top.saturating_add_signed(rows).min(self.last_top());
        self.cursor = self.cursor.saturating_add_signed(rows).min(self.last_row());
        self.keep_cursor_in_sight();
    }

    /// Moves the cursor to a row, and the text only if the row is not well in sight.
    pub(super) fn to_row(&mut self, row: usize) {
        self.stop = None;
        self.cursor = row.min(self.last_row());
        let height = self.height();
        let margin = (height / 6).min(3);
        if self.cursor < self.top + margin || self.cursor + margin >= self.top + height {
            self.top = self.cursor.saturating_sub(height / 3).min(self.last_top());
        }
        self.keep_cursor_in_sight();
    }

    fn keep_cursor_in_sight(&mut self) {
        let height = self.height();
        self.cursor = self.cursor.clamp(self.top, self.top + height - 1).min(self.last_row());
    }

    /// The place at the cursor: in the focused pane if it has text in this band, else in the other one.
    pub(super) fn place(&self) -> Option<Place> {
        self.place_on(self.focus).or_else(|| self.place_on(self.focus.other()))
    }

    /// The place at or next above the cursor in its band on a side, or the first one below.
    pub(super) fn place_on(&self, side: Side) -> Option<Place> {
        let band = self.layout.rows.get(self.cursor)?.band;
        let rows = self.layout.rows_of(band);
        let above = (rows.start..=self.cursor).rev();
        let row = above.chain(self.cursor + 1..rows.end).find(|&row| self.is_text(row, side))?;
        let Half::Text { cell, line } = self.layout.rows[row].halves[side] else { return None };
        let cell = self.bands.bands[band].cells[side][cell];
        let byte = self.layout.lines(side, cell).get(line)?.range.start;
        Some(Place { side, band, block: cell.block, byte, depth: row.saturating_sub(self.top) })
    }

    fn is_text(&self, row: usize, side: Side) -> bool {
        matches!(self.layout.rows[row].halves[side], Half::Text { .. })
    }

    /// Goes back to a place of the same bands, as deep on the screen as it was.
    pub(super) fn return_to(&mut self, place: Option<Place>) {
        let row =
            place.and_then(|place| self.layout.row_at(&self.bands, place.band, place.side, place.block, place.byte));
        let depth = place.map_or(0, |place| place.depth).min(self.height() - 1);
        self.cursor = row.unwrap_or(self.cursor).min(self.last_row());
        self.top = self.cursor.saturating_sub(depth).min(self.last_top());
        self.keep_cursor_in_sight();
    }

    /// Moves to the next home in the focused pane.
    pub(super) fn next_block(&mut self) {
        let rows = &self.home_rows[self.focus];
        match rows.get(rows.partition_point(|&row| row <= self.cursor)) {
            Some(&row) => self.to_row(row),
            None => self.notice = Some("this is the last block".to_owned()),
        }
    }

    /// Moves to the previous home in the focused pane.
    pub(super) fn previous_block(&mut self) {
        let rows = &self.home_rows[self.focus];
        match rows.partition_point(|&row| row < self.cursor).checked_sub(1) {
            Some(before) => self.to_row(rows[before]),
            None => self.notice = Some("this is the first block".to_owned()),
        }
    }
}
