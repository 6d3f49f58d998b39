//! Moving through the rows, and keeping the place.

use super::{Eye, Model, Place};
use crate::layout::RowCell;
use crate::pair::{Pair, Side};

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

    /// Looks elsewhere in the focused pane, and in the other one if they are locked.
    pub(super) fn look(&mut self, side: Side, eye: Eye) {
        let height = self.height();
        let top = eye.top.min(self.last_top());
        let eye = Eye { top, cursor: eye.cursor.clamp(top, top + height - 1).min(self.last_row()) };
        self.eyes[side] = eye;
        if self.settings.is_locked {
            self.eyes[side.other()] = eye;
        }
    }

    /// Leaves the difference or the match that the reader halted at.
    pub(super) fn move_on(&mut self) {
        self.stop = None;
        self.run = None;
        self.search.at = None;
    }

    /// Moves the text, and the cursor with it; at the ends of the text the cursor alone.
    pub(super) fn scroll(&mut self, rows: isize) {
        self.move_on();
        self.scroll_pane(self.focus, rows);
    }

    /// Moves the text of the other pane, and frees the panes for it.
    pub(super) fn scroll_other(&mut self, rows: isize) {
        if self.settings.is_locked {
            self.toggle_lock();
        }
        self.scroll_pane(self.focus.other(), rows);
    }

    pub(super) fn scroll_pane(&mut self, side: Side, rows: isize) {
        let Eye { top, cursor } = self.eyes[side];
        let top = top.saturating_add_signed(rows).min(self.last_top());
        let cursor = cursor.saturating_add_signed(rows).min(self.last_row());
        self.look(side, Eye { top, cursor });
    }

    /// Moves the cursor to a row, and the text only if the row is not well in sight.
    pub(super) fn to_row(&mut self, row: usize) {
        self.move_on();
        let cursor = row.min(self.last_row());
        let (height, mut top) = (self.height(), self.eye().top);
        let margin = (height / 6).min(3);
        if cursor < top + margin || cursor + margin >= top + height {
            top = cursor.saturating_sub(height / 3).min(self.last_top());
        }
        self.look(self.focus, Eye { top, cursor });
    }

    /// Changes the rows, and finds the places again that the panes were at.
    pub(super) fn keeping_place(&mut self, change: impl FnOnce(&mut Self)) {
        let places = Pair::from_fn(|side| self.place_of(side));
        let (stop, run) = (self.stop, self.run.clone());
        change(self);
        for side in [self.focus.other(), self.focus] {
            self.return_to(side, places[side]);
        }
        self.stop = stop.filter(|&stop| stop < self.pair.stops.len());
        self.run = run;
    }

    /// The place that a pane is at: in its own text, if that stands in the band, else in the other's.
    pub(super) fn place_of(&self, side: Side) -> Option<Place> {
        let text = if self.settings.is_locked { self.focus } else { side };
        let eye = self.eyes[side];
        self.place_in(eye, text).or_else(|| self.place_in(eye, text.other()))
    }

    /// The place at or next above the cursor in its band on a side, or the first one below.
    pub(super) fn place_on(&self, side: Side) -> Option<Place> {
        self.place_in(self.eye(), side)
    }

    fn place_in(&self, eye: Eye, side: Side) -> Option<Place> {
        let band = self.layout.rows.get(eye.cursor)?.band;
        let rows = self.layout.rows_of(band);
        let above = (rows.start..=eye.cursor).rev();
        let row = above.chain(eye.cursor + 1..rows.end).find(|&row| self.is_text(row, side))?;
        let depth = row.saturating_sub(eye.top);
        match self.layout.rows[row].cells[side] {
            RowCell::Text { index, line } => {
                let cell = self.pair.bands.bands[band].placed[side][index];
                let byte = self.layout.lines(side, cell).get(line)?.range().start;
                Some(Place { side, band, block: cell.block, byte, depth })
            }
            RowCell::Woven { paragraph, line } => {
                let shown = self.layout.paragraph(self.pair.bands.bands[band].link?, paragraph)?;
                let part = shown.woven.part_at(shown.lines.get(line)?.range().start)?;
                Some(Place { side: part.side, band, block: part.from.0, byte: part.from.1, depth })
            }
            RowCell::Named { block } => Some(Place { side, band, block, byte: 0, depth }),
            RowCell::Fold { first, .. } => Some(Place { side, band, block: first, byte: 0, depth }),
            _ => None,
        }
    }

    fn is_text(&self, row: usize, side: Side) -> bool {
        !matches!(self.layout.rows[row].cells[side], RowCell::Gap | RowCell::Filler | RowCell::End | RowCell::Other)
    }

    /// Goes back to a place of the same bands in a pane, as deep on the screen as it was.
    pub(super) fn return_to(&mut self, side: Side, place: Option<Place>) {
        let row = place.and_then(|place| {
            let row = self.layout.row_at(&self.pair.bands, place.band, place.side, place.block, place.byte);
            row.or_else(|| Some(self.layout.rows_of(place.band).start))
        });
        let depth = place.map_or(0, |place| place.depth).min(self.height() - 1);
        let cursor = row.unwrap_or(self.eyes[side].cursor).min(self.last_row());
        self.look(side, Eye { top: cursor.saturating_sub(depth), cursor });
    }

    /// Moves to the next home in the focused pane.
    pub(super) fn next_block(&mut self) {
        let (rows, cursor) = (&self.home_rows[self.focus], self.eye().cursor);
        match rows.get(rows.partition_point(|&row| row <= cursor)) {
            Some(&row) => self.to_row(row),
            None => self.notice = Some("this is the last block".to_owned()),
        }
    }

    /// Moves to the previous home in the focused pane.
    pub(super) fn previous_block(&mut self) {
        let (rows, cursor) = (&self.home_rows[self.focus], self.eye().cursor);
        match rows.partition_point(|&row| row < cursor).checked_sub(1) {
            Some(before) => self.to_row(rows[before]),
            None => self.notice = Some("this is the first block".to_owned()),
        }
    }
}
