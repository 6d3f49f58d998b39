//! From keys to what they do.

use super::{Effect, Help, Model, Overlay};
use crate::keys::{Action, Key};
use crate::pages::{HeadlinesPage, SharingPage};
use crate::pair::Side;

impl Model {
    pub(super) fn press(&mut self, key: Key) {
        self.is_greeting = false;
        self.notice = None;
        self.pointer.let_go();
        match self.overlay {
            Some(Overlay::Search(_) | Overlay::Picker(_) | Overlay::Palette(_)) if self.leaves(key) => {
                self.has_quit = true;
            }
            Some(Overlay::Help(_)) => self.press_in_help(key),
            Some(Overlay::Picker(_)) => self.press_in_picker(key),
            Some(Overlay::Search(_)) => self.press_in_search(key),
            Some(Overlay::Palette(_)) => self.press_in_palette(key),
            Some(Overlay::Map(chosen)) => self.press_in_map(chosen, key),
            Some(Overlay::Story) => self.press_in_story(key),
            Some(Overlay::Aside(_)) => self.press_in_aside(key),
            Some(Overlay::Why) => self.overlay = None,
            None => {
                if let Some(action) = self.keymap.action(key) {
                    self.act(action);
                }
            }
        }
    }

    fn press_in_help(&mut self, key: Key) {
        let action = self.keymap.action(key);
        let Some(Overlay::Help(Help { first, .. })) = &mut self.overlay else { return };
        match action {
            Some(Action::RowDown) => *first += 1,
            Some(Action::RowUp) => *first = first.saturating_sub(1),
            Some(Action::PageDown | Action::HalfDown) => *first += 10,
            Some(Action::PageUp | Action::HalfUp) => *first = first.saturating_sub(10),
            Some(Action::Start) => *first = 0,
            Some(Action::Quit) if key.ctrl => self.has_quit = true,
            _ => self.close_overlay(),
        }
    }

    /// Closes what is open over the text; the help of the map leads back to the map.
    pub(super) fn close_overlay(&mut self) {
        self.overlay = match self.overlay.take() {
            Some(Overlay::Help(Help { map: Some(chosen), .. })) => Some(Overlay::Map(chosen)),
            _ => None,
        };
    }

    /// Whether a key leaves the program also where letters are typed.
    fn leaves(&self, key: Key) -> bool {
        key.ctrl && self.keymap.action(key) == Some(Action::Quit)
    }

    /// Takes pasted text where something is typed; elsewhere it is no command.
    pub(super) fn paste(&mut self, text: &str) {
        match &mut self.overlay {
            Some(Overlay::Search(_)) => self.edit_search(|line| {
                line.field.insert(text);
                true
            }),
            Some(Overlay::Picker(picker)) => {
                picker.list.paste(text);
                self.reckon_shares();
            }
            Some(Overlay::Palette(palette)) => palette.list.paste(text),
            _ => {}
        }
    }

    pub(super) fn act(&mut self, action: Action) {
        match action {
            Action::NextMatch if self.search.typed().is_some() => self.next_match(true),
            Action::PreviousMatch if self.search.typed().is_some() => self.next_match(false),
            Action::NextMatch | Action::NextDifference => self.next_stop(),
            Action::PreviousMatch | Action::PreviousDifference => self.previous_stop(),
            Action::NextRun => self.next_run(),
            Action::PreviousRun => self.previous_run(),
            Action::NextBlock => self.next_block(),
            Action::PreviousBlock => self.previous_block(),
            Action::Follow => self.follow(),
            Action::Back => self.back(),
            Action::Outlet(place) => self.show_outlet(place),
            Action::NextOutlet => self.show_next_outlet(1),
            Action::PreviousOutlet => self.show_next_outlet(-1),
            Action::Picker => self.open_picker(),
            Action::Swap => {
                self.note_jump();
                self.swap();
            }
            Action::Theme => {
                self.theme = self.theme.next();
                self.notice = Some(format!("theme: {}", self.theme.name));
            }
            Action::Help => self.overlay = Some(Overlay::Help(Help::default())),
            Action::Close => self.close(),
            Action::Why => self.explain(),
            Action::Search => self.open_search(),
            Action::Palette => self.open_palette(),
            Action::Map => self.open_map(),
            Action::Story => self.open_story_view(&SharingPage, None),
            Action::Headlines => self.open_story_view(&HeadlinesPage, None),
            Action::List => self.open_aside(),
            Action::Copy => self.copy(false),
            Action::CopyCited => self.copy(true),
            Action::Reload => self.effects.push(Effect::Reload),
            Action::Mouse => self.toggle_mouse(),
            Action::Suspend => self.effects.push(Effect::Suspend),
            Action::Redraw => self.effects.push(Effect::Redraw),
            Action::Quit => self.has_quit = true,
            _ => self.act_on_panes(action),
        }
    }

    /// Ends what the reader halted at, else the search.
    fn close(&mut self) {
        if self.stop.take().is_some() {
            return;
        }
        if self.end_search() {
            self.notice = Some("search ended".to_owned());
        } else if self.known.stop() {
            self.notice = Some("stopped reading all pairs".to_owned());
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
