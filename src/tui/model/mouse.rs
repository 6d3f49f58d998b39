//! From the mouse to what it does.
//!
//! ```text
//!     wheel on a pane     three rows             click on an echo     to its home
//!     click on a tab      that outlet, here      click on a fold      opens it
//!     … with Shift        in the other pane      click on a block     cursor and focus
//!     on the scrollbar    there                  … on a word          lights it up, and what answers it
//!                                                dragging             selects, and copies
//!
//!     in a list, on the map: a click chooses, a click on what is chosen takes it; beside a box: closes it
//! ```

use super::selection::Selection;
use super::{Chosen, Effect, Eye, Model, Overlay, Palette, Picker};
use crate::keys::{Action, Code, Key};
use crate::layout::{Arrangement, Home, RowCell};
use crate::pair::Side;
use crate::tui::hit::{self, Hit, Spot};
use crate::tui::mouse::{Kind, Mouse};
use crate::tui::screen::columns;

/// The rows of one notch of the wheel.
const NOTCH: isize = 3;

/// What the reader and the mouse are at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pointer {
    /// Whether the mouse is the reader's; else it is the terminal's.
    pub is_ours: bool,
    /// What is selected.
    pub selection: Option<Selection>,
    press: Option<Press>,
}

impl Default for Pointer {
    fn default() -> Self {
        Self { is_ours: true, selection: None, press: None }
    }
}

/// What the button went down on.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Press {
    Text(Side, Spot),
    Scrollbar,
}

impl Pointer {
    /// Forgets what is selected, and what the button went down on: the rows are others now.
    pub(super) fn let_go(&mut self) {
        self.selection = None;
        self.press = None;
    }
}

impl Model {
    /// Does what the mouse asks for.
    pub(super) fn point(&mut self, mouse: Mouse) {
        let wheel = match mouse.kind {
            Kind::WheelDown => NOTCH,
            Kind::WheelUp => -NOTCH,
            _ => 0,
        };
        match mouse.kind {
            // Terminals and libraries err, and name a place that the screen does not have.
            _ if mouse.column >= self.screen.full().0 || mouse.row >= self.screen.height => {}
            _ if self.has_aside() => self.point_in_aside(mouse),
            _ if self.overlay == Some(Overlay::Story) => self.point_in_story(mouse),
            _ if self.overlay.is_some() => self.point_at_overlay(mouse, wheel),
            Kind::WheelDown | Kind::WheelUp => self.wheel(mouse, wheel),
            Kind::Press => self.press_button(mouse),
            Kind::PressOther => {
                if let Hit::Tab(place) = hit::hit(self, mouse.column, mouse.row) {
                    self.begin();
                    self.show_outlet_in(self.focus.other(), place);
                }
            }
            Kind::Drag => self.drag(mouse),
            Kind::Release => self.release(),
        }
    }

    /// What is open over the text takes the wheel as it takes the arrows, and clicks on its lines.
    fn point_at_overlay(&mut self, mouse: Mouse, wheel: isize) {
        if mouse.kind == Kind::Press {
            return self.click_on_overlay(mouse.column, mouse.row);
        }
        let code = match wheel {
            0 => return,
            1.. => Code::Down,
            _ => Code::Up,
        };
        let rows = if matches!(self.overlay, Some(Overlay::Help(_))) { NOTCH } else { 1 };
        for _ in 0..rows {
            self.press(Key { code, ctrl: false });
        }
    }

    fn click_on_overlay(&mut self, column: u16, row: u16) {
        self.notice = None;
        let line = match &self.overlay {
            Some(Overlay::Map(chosen)) => return self.click_on_map(*chosen, column, row),
            _ if hit::is_beside(self, column, row) => return self.close_overlay(),
            Some(Overlay::Picker(Picker { list, .. }) | Overlay::Palette(Palette { list, .. })) => {
                hit::line(self, list, column, row)
            }
            _ => None,
        };
        let Some(line) = line else { return };
        match &mut self.overlay {
            Some(Overlay::Picker(picker)) => {
                let pressed = picker.list.point(line);
                self.after_picker(pressed);
            }
            Some(Overlay::Palette(palette)) => {
                let pressed = palette.list.point(line);
                self.after_palette(pressed);
            }
            _ => {}
        }
    }

    /// A click on a block chooses it, one on the chosen block goes there; one on a tab brings another pair.
    fn click_on_map(&mut self, chosen: Chosen, column: u16, row: u16) {
        match hit::on_map(self, column, row) {
            Some(block) if block == chosen => self.go_from_map(chosen),
            Some(block) => self.overlay = Some(Overlay::Map(block)),
            None => {
                if let Hit::Tab(place) = hit::hit(self, column, row) {
                    self.act(Action::Outlet(place));
                    self.open_map();
                }
            }
        }
    }

    /// Scrolls: the pane under the mouse if the panes are free, else both.
    fn wheel(&mut self, mouse: Mouse, rows: isize) {
        let is_free = !self.settings.is_locked && self.screen.columns.arrangement == Arrangement::Facing;
        self.notice = None;
        match hit::hit(self, mouse.column, mouse.row) {
            Hit::Pane(side, _) | Hit::Gutter(side, _) if is_free && side != self.focus => self.scroll_other(rows),
            _ => self.scroll(rows),
        }
    }

    /// Begins something new.
    fn begin(&mut self) {
        self.is_greeting = false;
        self.notice = None;
        self.pointer.let_go();
    }

    fn press_button(&mut self, mouse: Mouse) {
        let hit = hit::hit(self, mouse.column, mouse.row);
        if hit != Hit::Nothing {
            self.begin();
        }
        match hit {
            Hit::Tab(place) => self.show_outlet(place),
            Hit::Head(side) => self.focus_on(side),
            Hit::Scrollbar(line) => {
                self.pointer.press = Some(Press::Scrollbar);
                self.scroll_to_line(line);
            }
            Hit::Pane(side, spot) => self.pointer.press = Some(Press::Text(side, spot)),
            Hit::Gutter(side, spot) => self.set_cursor(side, spot.row),
            Hit::Nothing => {}
        }
    }

    fn drag(&mut self, mouse: Mouse) {
        let screen = self.screen;
        let last = screen.body_height().saturating_sub(1);
        let line = mouse.row.saturating_sub(screen.body_top()).min(last);
        match self.pointer.press.clone() {
            Some(Press::Scrollbar) => self.scroll_to_line(line),
            Some(Press::Text(side, anchor)) => {
                self.scroll_at_edge(side, mouse.row);
                let line = usize::from(line).min((self.layout.rows.len() - 1).saturating_sub(hit::top(self, side)));
                let Some(head) = hit::spot(self, side, mouse.column, columns(line)) else { return };
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
        let screen = self.screen;
        let rows = match row {
            row if row < screen.body_top() => -1,
            row if row >= screen.body_top() + screen.body_height() => 1,
            _ => return,
        };
        self.move_on();
        self.scroll_pane(if self.settings.is_locked { self.focus } else { side }, rows);
    }

    fn release(&mut self) {
        match (self.pointer.press.take(), self.selected_text()) {
            (Some(Press::Text(..)), Some(text)) => self.copy_text(text),
            (Some(Press::Text(side, spot)), None) if self.pointer.selection.is_none() => self.click(side, &spot),
            _ => {}
        }
    }

    /// Puts cursor and focus on a row; opens a fold there, goes on to the home of an echo, and lights up a word.
    fn click(&mut self, side: Side, spot: &Spot) {
        let row = spot.row;
        self.set_cursor(side, row);
        if matches!(self.layout.rows.get(row).map(|row| row.cells[side]), Some(RowCell::Fold { .. })) {
            self.unfold();
            return;
        }
        let Some((cell, _)) = hit::cell(self, side, row) else { return };
        if cell.home == Home::Here {
            if !spot.bytes.is_empty() {
                self.light_up(side, cell.block, spot.bytes.start);
            }
            return;
        }
        let band = self.pair.bands.home[side][cell.block];
        if let Some(home) = self.layout.row_at(&self.pair.bands, band, side, cell.block, 0) {
            self.note_jump();
            self.to_row(home);
        }
    }

    /// Puts cursor and focus on a row in sight; nothing scrolls.
    fn set_cursor(&mut self, side: Side, row: usize) {
        let top = hit::top(self, side);
        self.move_on();
        self.focus = side;
        self.look(side, Eye { top, cursor: row });
    }

    /// Scrolls so that the middle of the thumb stands on a line of the scrollbar.
    fn scroll_to_line(&mut self, line: u16) {
        let (rows, height) = (self.layout.rows.len(), usize::from(self.screen.body_height()));
        let length = (height * height / rows.max(1)).max(1);
        let (start, room) = (usize::from(line).saturating_sub(length / 2), height.saturating_sub(length).max(1));
        let top = (start.min(room) * rows.saturating_sub(height)).div_ceil(room);
        self.move_on();
        self.look(self.focus, Eye { top, cursor: self.eye().cursor });
    }

    /// Gives the mouse to the terminal, or takes it back.
    pub(super) fn toggle_mouse(&mut self) {
        self.pointer.is_ours = !self.pointer.is_ours;
        self.pointer.let_go();
        self.effects.push(Effect::Mouse(self.pointer.is_ours));
        let back = self.keymap.hint(Action::Mouse, "takes it back");
        self.notice = Some(match back {
            _ if self.pointer.is_ours => "the mouse is the reader's".to_owned(),
            Some(back) => format!("the mouse is the terminal's: {back}"),
            None => "the mouse is the terminal's".to_owned(),
        });
    }
}
