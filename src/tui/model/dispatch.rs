//! From keys to what they do.

use super::{Model, Overlay};
use crate::pair::Side;
use crate::tui::keys::{self, Action, Code, Key};

impl Model {
    pub(super) fn press(&mut self, key: Key) {
        self.is_greeting = false;
        self.notice = None;
        match self.overlay {
            Some(Overlay::Help(_)) => self.press_in_help(key),
            Some(Overlay::Picker(_)) => self.press_in_picker(key),
            None => {
                if let Some(action) = keys::action(key) {
                    self.act(action);
                }
            }
        }
    }

    fn press_in_help(&mut self, key: Key) {
        let Some(Overlay::Help(first)) = &mut self.overlay else { return };
        match keys::action(key) {
            Some(Action::RowDown) => *first += 1,
            Some(Action::RowUp) => *first = first.saturating_sub(1),
            Some(Action::PageDown | Action::HalfDown) => *first += 10,
            Some(Action::PageUp | Action::HalfUp) => *first = first.saturating_sub(10),
            Some(Action::Start) => *first = 0,
            Some(Action::Quit) if key.ctrl => self.has_quit = true,
            _ => self.overlay = None,
        }
    }

    fn press_in_picker(&mut self, key: Key) {
        let Some(Overlay::Picker(chosen)) = &mut self.overlay else { return };
        let last = self.story.articles().len() + self.shelf.names().len() - 1;
        match keys::action(key) {
            Some(Action::RowDown) => *chosen = (*chosen + 1).min(last),
            Some(Action::RowUp) => *chosen = chosen.saturating_sub(1),
            Some(Action::Start) => *chosen = 0,
            Some(Action::End) => *chosen = last,
            Some(Action::Quit) if key.ctrl => self.has_quit = true,
            _ if key.code == Code::Enter => {
                let chosen = *chosen;
                self.overlay = None;
                self.choose(chosen);
            }
            Some(Action::Close | Action::Quit | Action::Picker) => self.overlay = None,
            _ => {}
        }
    }

    fn act(&mut self, action: Action) {
        match action {
            Action::NextDifference => self.next_stop(),
            Action::PreviousDifference => self.previous_stop(),
            Action::NextBlock => self.next_block(),
            Action::PreviousBlock => self.previous_block(),
            Action::Follow => self.follow(),
            Action::Back => self.back(),
            Action::Outlet(place) => self.show_outlet(place),
            Action::NextOutlet => self.show_next_outlet(1),
            Action::PreviousOutlet => self.show_next_outlet(-1),
            Action::Picker => self.overlay = Some(Overlay::Picker(self.shown[self.focus])),
            Action::Swap => self.swap(),
            Action::Theme => {
                self.theme = self.theme.next();
                self.notice = Some(format!("theme: {}", self.theme.name));
            }
            Action::Help => self.overlay = Some(Overlay::Help(0)),
            Action::Close => self.stop = None,
            Action::Redraw => self.redraw = true,
            Action::Quit => self.has_quit = true,
            _ => self.act_on_panes(action),
        }
    }

    /// Moving, and how the panes are set.
    fn act_on_panes(&mut self, action: Action) {
        let page = isize::from(self.screen.body_height().max(2).cast_signed());
        match action {
            Action::RowDown => self.scroll(1),
            Action::RowUp => self.scroll(-1),
            Action::HalfDown => self.scroll(page / 2),
            Action::HalfUp => self.scroll(-page / 2),
            Action::PageDown => self.scroll(page - 1),
            Action::PageUp => self.scroll(1 - page),
            Action::Start => self.to_row(0),
            Action::End => self.to_row(usize::MAX),
            Action::OtherDown => self.scroll_other(1),
            Action::OtherUp => self.scroll_other(-1),
            Action::OtherPane => self.focus_on(self.focus.other()),
            Action::LeftPane => self.focus_on(Side::Left),
            Action::RightPane => self.focus_on(Side::Right),
            Action::Arrange => self.arrange(),
            Action::Single => self.toggle_single(),
            Action::Narrower => self.shift(-4),
            Action::Wider => self.shift(4),
            Action::Lock => self.toggle_lock(),
            Action::Fold => self.fold(),
            Action::Marks => self.next_marks(),
            Action::Small => self.toggle_small(),
            _ => {}
        }
    }
}
