//! From the mouse to what it does.
//!
//! ```text
//!     wheel on a pane     three rows             click on an echo     to its home
//!     click on a tab      that outlet, here      click on a fold      opens it
//!     … with Shift        in the other pane      click on a block     cursor and focus
//!     on the scrollbar    there                  … on a word          lights it up, and what answers it
//!     … on a link's sign  what Enter does there  dragging             selects, and copies
//! ```
//!
//! Lists, the map and boxes handle their clicks themselves: they are components (`tui/component`).

use crate::keys::Action;
use crate::layout::{Home, RowCell};
use crate::pair::Side;
use crate::tui::geometry::text::{self, HitTarget};
use crate::tui::mouse::{Mouse, MouseKind};
use crate::tui::screen::columns;
use crate::tui::state::{CellSpot, Effect, Press, Reader, Selection, Viewport};

/// The rows of one notch of the wheel.
const NOTCH: isize = 3;

impl Reader {
    /// Does what the mouse asks for in the text.
    pub(in crate::tui) fn point(&mut self, mouse: Mouse) {
        match mouse.kind {
            MouseKind::WheelDown => self.wheel(mouse, NOTCH),
            MouseKind::WheelUp => self.wheel(mouse, -NOTCH),
            MouseKind::Press => self.press_button(mouse),
            MouseKind::PressOther => {
                if let HitTarget::Tab(article) = text::hit(self, mouse.column, mouse.row) {
                    self.begin();
                    self.show_outlet_in(self.position.focus.other(), article);
                }
            }
            MouseKind::Drag => self.drag(mouse),
            MouseKind::Release => self.release(),
        }
    }

    /// Scrolls: the pane under the mouse if the panes are free, else both.
    fn wheel(&mut self, mouse: Mouse, rows: isize) {
        let is_free = !self.is_in_step();
        self.status.notice = None;
        match text::hit(self, mouse.column, mouse.row) {
            HitTarget::Pane(side, _) | HitTarget::Gutter(side, _) | HitTarget::Sign(side, _)
                if is_free && side != self.position.focus =>
            {
                self.scroll_other(rows);
            }
            _ => self.scroll(rows),
        }
    }

    fn press_button(&mut self, mouse: Mouse) {
        let hit = text::hit(self, mouse.column, mouse.row);
        if hit != HitTarget::Nothing {
            self.begin();
            self.status.jump = None;
        }
        match hit {
            HitTarget::Tab(article) => self.show_outlet(article),
            HitTarget::Head(side) => self.focus_on(side),
            HitTarget::Scrollbar(line) => {
                self.pointer.press = Some(Press::Scrollbar);
                self.scroll_to_line(line);
            }
            HitTarget::Pane(side, spot) => self.pointer.press = Some(Press::Text(side, spot)),
            HitTarget::Gutter(side, spot) => self.set_cursor(side, spot.row),
            HitTarget::Sign(side, spot) => {
                self.set_cursor(side, spot.row);
                self.find_related();
                self.follow();
            }
            HitTarget::Greeting => self.dismiss_greeting(),
            HitTarget::Nothing => {}
        }
    }

    fn drag(&mut self, mouse: Mouse) {
        let screen = self.rows.screen;
        let last = screen.body_height().saturating_sub(1);
        let line = mouse.row.saturating_sub(screen.body_top()).min(last);
        match self.pointer.press.clone() {
            Some(Press::Scrollbar) => self.scroll_to_line(line),
            Some(Press::Text(side, anchor)) => {
                self.scroll_at_edge(side, mouse.row);
                let line =
                    usize::from(line).min((self.rows.layout.rows.len() - 1).saturating_sub(text::top(self, side)));
                let Some(head) = text::spot(self, side, mouse.column, columns(line)) else { return };
                // Within the first character it may still be a click.
                if head != anchor || self.pointer.selection.is_some() {
                    self.pointer.selection = Some(Selection { side, anchor, head });
                }
            }
            None => {}
        }
    }

    /// Goes on to what lies beyond the edge that the mouse is dragged over.
    fn scroll_at_edge(&mut self, side: Side, row: u16) {
        let screen = self.rows.screen;
        let rows = match row {
            row if row < screen.body_top() => -1,
            row if row >= screen.body_top() + screen.body_height() => 1,
            _ => return,
        };
        self.clear_stop();
        self.scroll_pane(if self.is_in_step() { self.position.focus } else { side }, rows);
    }

    fn release(&mut self) {
        match (self.pointer.press.take(), self.selected_text()) {
            (Some(Press::Text(..)), Some(text)) => self.copy_text(text),
            (Some(Press::Text(side, spot)), None) if self.pointer.selection.is_none() => self.click(side, &spot),
            _ => {}
        }
    }

    /// Puts cursor and focus on a row; opens a fold there, goes on to the home of an echo, and lights up a word.
    fn click(&mut self, side: Side, spot: &CellSpot) {
        let row = spot.row;
        self.set_cursor(side, row);
        if matches!(self.rows.layout.rows.get(row).map(|row| row.cells[side]), Some(RowCell::Fold { .. })) {
            self.unfold();
            return;
        }
        let Some((cell, _)) = text::cell(self, side, row) else { return };
        if cell.home == Home::Here {
            if !spot.bytes.is_empty() {
                self.highlight_at(side, cell.block, spot.bytes.start);
            }
            return;
        }
        self.go_to_band(self.pair.bands.home[side][cell.block]);
    }

    /// Puts cursor and focus on a row in sight; nothing scrolls.
    fn set_cursor(&mut self, side: Side, row: usize) {
        let top = text::top(self, side);
        self.clear_stop();
        self.position.focus = side;
        self.set_viewport(side, Viewport { top, cursor: row });
    }

    /// Scrolls so that the middle of the thumb stands on a line of the scrollbar.
    fn scroll_to_line(&mut self, line: u16) {
        let (rows, height) = (self.rows.layout.rows.len(), usize::from(self.rows.screen.body_height()));
        let length = (height * height / rows.max(1)).max(1);
        let (start, room) = (usize::from(line).saturating_sub(length / 2), height.saturating_sub(length).max(1));
        let top = (start.min(room) * rows.saturating_sub(height)).div_ceil(room);
        self.clear_stop();
        self.set_viewport(self.position.focus, Viewport { top, cursor: self.viewport().cursor });
    }

    /// Gives the mouse to the terminal, or takes it back.
    pub(in crate::tui) fn toggle_mouse(&mut self) {
        self.pointer.is_ours = !self.pointer.is_ours;
        self.pointer.release();
        self.outbox.effects.push(Effect::Mouse(self.pointer.is_ours));
        let back = self.keymap.hint(Action::Mouse, "takes it back");
        self.status.notice = Some(match back {
            _ if self.pointer.is_ours => "the mouse is the reader's".to_owned(),
            Some(back) => format!("the mouse is the terminal's: {back}"),
            None => "the mouse is the terminal's".to_owned(),
        });
    }
}
