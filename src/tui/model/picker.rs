//! The list of outlets and stories.

use super::{Model, Overlay};
use crate::tui::keys::{Action, Code, Key};

impl Model {
    pub(super) fn press_in_picker(&mut self, key: Key) {
        let action = self.keymap.action(key);
        let Some(Overlay::Picker(chosen)) = &mut self.overlay else { return };
        let last = self.story.articles().len() + self.shelf.names().len() - 1;
        match action {
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
}
