//! Moving through the rows, and keeping the place.

use crate::layout::{Arrangement, RowCell};
use crate::pair::{Pair, Side};
use crate::tui::state::{Anchor, Bookmark, Reader, Viewport};

/// What is said to keys of the other pane where there is none.
pub(super) const ONE_PANE: &str = "there is one pane: the other one cannot be moved";

impl Reader {
    fn height(&self) -> usize {
        usize::from(self.rows.screen.body_height()).max(1)
    }

    /// Returns the first row of the last screen.
    fn last_top(&self) -> usize {
        self.rows.layout.rows.len().saturating_sub(self.height())
    }

    fn last_row(&self) -> usize {
        self.rows.layout.rows.len().saturating_sub(1)
    }

    /// Looks elsewhere in the focused pane, and in the other one if they are locked.
    pub(in crate::tui) fn set_viewport(&mut self, side: Side, viewport: Viewport) {
        let height = self.height();
        let top = viewport.top.min(self.last_top());
        let viewport = Viewport { top, cursor: viewport.cursor.clamp(top, top + height - 1).min(self.last_row()) };
        self.position.viewports[side] = viewport;
        if self.is_in_step() {
            self.position.viewports[side.other()] = viewport;
        }
    }

    /// Leaves the difference or the match that the reader halted at.
    pub(in crate::tui) fn clear_stop(&mut self) {
        self.position.stop = None;
        self.position.run = None;
        self.position.has_crossed = false;
        self.search.at = None;
    }

    /// Moves the text, and the cursor with it; at the ends of the text the cursor alone.
    pub(in crate::tui) fn scroll(&mut self, rows: isize) {
        self.clear_stop();
        let before = self.viewport();
        self.scroll_pane(self.position.focus, rows);
        if self.viewport() == before {
            let message = if rows < 0 { "this is the start" } else { "this is the end" };
            // Whoever holds the key down knows by then.
            if self.pressed.is_news(message) {
                self.status.notice = Some(message.to_owned());
            }
        }
    }

    /// Moves the text of the other pane, and frees the panes for it; where there is no second pane, says so.
    pub(in crate::tui) fn scroll_other(&mut self, rows: isize) {
        if self.rows.screen.columns.arrangement != Arrangement::Facing {
            self.status.notice = Some(ONE_PANE.to_owned());
            return;
        }
        if self.settings.is_locked {
            self.toggle_lock();
        }
        self.scroll_pane(self.position.focus.other(), rows);
    }

    pub(in crate::tui) fn scroll_pane(&mut self, side: Side, rows: isize) {
        let Viewport { top, cursor } = self.position.viewports[side];
        let top = top.saturating_add_signed(rows).min(self.last_top());
        let cursor = cursor.saturating_add_signed(rows).min(self.last_row());
        self.set_viewport(side, Viewport { top, cursor });
    }

    /// Moves the text so that the cursor's row stands so many rows below the first one on the screen, as far as there is text.
    pub(in crate::tui) fn set_depth(&mut self, depth: usize) {
        let cursor = self.viewport().cursor;
        self.set_viewport(self.position.focus, Viewport { top: cursor.saturating_sub(depth), cursor });
    }

    /// Moves the cursor to a row, and the text only if the row is not well in sight.
    pub(in crate::tui) fn to_row(&mut self, row: usize) {
        self.clear_stop();
        let cursor = row.min(self.last_row());
        let (height, mut top) = (self.height(), self.viewport().top);
        let margin = (height / 6).min(3);
        if cursor < top + margin || cursor + margin >= top + height {
            top = cursor.saturating_sub(height / 3).min(self.last_top());
        }
        self.set_viewport(self.position.focus, Viewport { top, cursor });
    }

    /// Moves the text so that all of the cursor's band is in sight, if it fits on the screen.
    pub(in crate::tui) fn bring_band_in_sight(&mut self) {
        let Viewport { top, cursor } = self.viewport();
        let Some(row) = self.rows.layout.rows.get(cursor) else { return };
        let (band, height) = (self.rows.layout.rows_of(row.band), self.height());
        if band.len() <= height {
            let top = top.clamp(band.end.saturating_sub(height), band.start);
            self.set_viewport(self.position.focus, Viewport { top, cursor });
        }
    }

    /// Goes to the start of the text; where both sides stand in one column, to the first row there of the one in focus, if that
    /// is on the first screen.
    pub(in crate::tui) fn go_to_start(&mut self) {
        let own = self.own_row(0..self.height());
        self.jump_to_edge(0, own);
    }

    /// Goes to the end of the text, in the same way.
    pub(in crate::tui) fn go_to_end(&mut self) {
        let last = self.last_top()..self.rows.layout.rows.len();
        let own = self.own_row(last.rev());
        self.jump_to_edge(usize::MAX, own);
    }

    /// Returns the first of some rows that has text of the side in focus, if the very first one is the other side's: both stand
    /// in one column.
    fn own_row(&self, rows: impl Iterator<Item = usize>) -> Option<usize> {
        let cell = |row: usize| self.rows.layout.rows.get(row).map(|row| row.part(self.position.focus));
        let mut rows = rows.skip_while(|&row| cell(row).is_none()).peekable();
        rows.next_if(|&row| cell(row) == Some(RowCell::Other))?;
        rows.find(|&row| cell(row).is_some_and(RowCell::is_text))
    }

    /// Changes the rows, and finds the places again that the panes were at.
    pub(in crate::tui) fn keeping_place(&mut self, change: impl FnOnce(&mut Self)) {
        let anchors = Pair::from_fn(|side| self.anchor(side));
        let (stop, run) = (self.position.stop, self.position.run.clone());
        change(self);
        for side in [self.position.focus.other(), self.position.focus] {
            self.return_to(side, anchors[side]);
        }
        self.position.stop = stop.filter(|&stop| stop < self.pair.stops.len());
        self.position.run = run;
    }

    /// Goes back to a place of the same bands in a pane, as deep on the screen as it was.
    pub(in crate::tui) fn return_to(&mut self, side: Side, anchor: Option<Anchor>) {
        let row = anchor.and_then(|anchor| {
            let row = self.rows.layout.row_at(&self.pair.bands, anchor.band, anchor.side, anchor.block, anchor.byte);
            row.or_else(|| Some(self.rows.layout.rows_of(anchor.band).start))
        });
        let depth = anchor.map_or(0, |anchor| anchor.depth).min(self.height() - 1);
        let cursor = row.unwrap_or(self.position.viewports[side].cursor).min(self.last_row());
        self.set_viewport(side, Viewport { top: cursor.saturating_sub(depth), cursor });
    }

    /// Goes back to where the reader was.
    pub(in crate::tui) fn return_to_bookmark(&mut self, bookmark: &Bookmark) {
        self.position.focus = bookmark.focus;
        self.position.has_crossed = false;
        if bookmark.size == self.rows.screen.full() {
            self.position.viewports = bookmark.viewports;
        } else {
            for side in [bookmark.focus.other(), bookmark.focus] {
                self.return_to(side, bookmark.anchors[side]);
            }
        }
        self.position.stop = bookmark.stop;
    }

    /// Moves to the next home in the focused pane.
    pub(in crate::tui) fn next_block(&mut self) {
        let (rows, cursor) = (&self.rows.home_rows[self.position.focus], self.viewport().cursor);
        match rows.get(rows.partition_point(|&row| row <= cursor)) {
            Some(&row) => self.to_row(row),
            None => self.status.notice = Some("this is the last block".to_owned()),
        }
    }

    /// Moves to the previous home in the focused pane.
    pub(in crate::tui) fn previous_block(&mut self) {
        let (rows, cursor) = (&self.rows.home_rows[self.position.focus], self.viewport().cursor);
        match rows.partition_point(|&row| row < cursor).checked_sub(1) {
            Some(before) => self.to_row(rows[before]),
            None => self.status.notice = Some("this is the first block".to_owned()),
        }
    }
}
