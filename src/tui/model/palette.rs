//! All actions by name, and blocks by number.
//!
//! ```text
//!     :fold       the actions that have it in their names
//!     :12         block 12 of the focused pane
//!     :B12  :b¶12 block 12 of B, in whichever pane it is
//! ```

use super::{Model, Overlay};
use crate::keys::{Action, BINDINGS, Binding, Key};
use crate::letters::index_of_letter;
use crate::pair::Side;
use crate::tui::list::{self, List, Pressed};

/// The list of actions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    /// What each does, and its keys.
    pub list: List,
    actions: Vec<Action>,
}

impl Model {
    /// Opens the palette.
    pub(super) fn open_palette(&mut self) {
        let bindings = BINDINGS.iter().filter(|binding| !matches!(binding.action, Action::Palette | Action::Close));
        let named = bindings.filter_map(|binding| Some((self.named(binding)?, binding.action)));
        let (entries, actions) = named.unzip();
        self.overlay = Some(Overlay::Palette(Palette { list: List::of(entries, 0), actions }));
    }

    /// What an action does and its keys; `None` for an outlet that there is not.
    fn named(&self, binding: &Binding) -> Option<Vec<String>> {
        if let Action::Outlet(place) = binding.action {
            let outlet = self.pair.story.articles().get(place)?.label();
            return Some(vec![format!("{outlet} into this pane"), self.keymap.shown(binding.action)]);
        }
        Some(vec![binding.help.to_owned(), self.keymap.shown(binding.action)])
    }

    pub(super) fn press_in_palette(&mut self, key: Key) {
        let height = self.screen.height;
        let Some(Overlay::Palette(Palette { list, .. })) = &mut self.overlay else { return };
        let pressed = list.press(key, list::rows(height, list.entries().len()));
        self.after_palette(pressed);
    }

    /// Does what a key or a click in the palette came to.
    pub(super) fn after_palette(&mut self, pressed: Pressed) {
        let Some(Overlay::Palette(Palette { list, actions })) = &self.overlay else { return };
        match pressed {
            Pressed::Stayed => {}
            Pressed::Closed => self.overlay = None,
            Pressed::Took(entry) => {
                let action = entry.and_then(|entry| actions.get(entry).copied());
                let typed = list.field().text().to_owned();
                // A number is never meant for an action that happens to have it in its name.
                match (self.block_named(&typed), action) {
                    (Some(Ok((side, block))), _) => self.go_to_block(side, block),
                    (Some(Err(unknown)), _) => {
                        self.overlay = None;
                        self.notice = Some(unknown);
                    }
                    (None, Some(action)) => {
                        self.overlay = None;
                        self.act(action);
                    }
                    (None, None) => self.notice = Some("no action has what is typed".to_owned()),
                }
            }
        }
    }

    /// The block that a number means: its side and its index in the article, or why there is none; `None` if what is typed
    /// is no number of a block, such as `Channel 4`.
    #[must_use]
    pub fn block_named(&self, typed: &str) -> Option<Result<(Side, usize), String>> {
        let (name, number) = read_block(typed)?;
        let letters = self.pair.letters();
        let side = match Side::BOTH.into_iter().find(|&side| letters[side].eq_ignore_ascii_case(name)) {
            Some(side) => side,
            None if name.is_empty() => self.focus,
            None => {
                let is_outlet = index_of_letter(name).is_some_and(|place| place < self.pair.story.articles().len());
                let is_letter = is_outlet || name.len() == 1;
                return is_letter.then(|| Err(format!("{} is in neither pane", name.to_ascii_uppercase())));
            }
        };
        let count = self.pair.articles()[side].blocks.len();
        let block = number.checked_sub(1).filter(|&block| block < count);
        let blocks = if count == 1 { "block" } else { "blocks" };
        Some(block.map(|block| (side, block)).ok_or_else(|| format!("{} has {count} {blocks}", letters[side])))
    }

    fn go_to_block(&mut self, side: Side, block: usize) {
        self.overlay = None;
        self.note_jump();
        self.focus_on(side);
        self.to_row(self.home_rows[side][block]);
    }
}

/// Reads `12`, `B12` or `b¶12` as a letter, perhaps empty, and a number.
fn read_block(typed: &str) -> Option<(&str, usize)> {
    let typed = typed.trim();
    let (name, digits) = typed.split_at(typed.find(|c: char| c.is_ascii_digit())?);
    let name = name.strip_suffix('¶').unwrap_or(name).trim();
    let is_number = digits.bytes().all(|b| b.is_ascii_digit()) && name.bytes().all(|b| b.is_ascii_alphabetic());
    is_number.then(|| (name, digits.parse().unwrap_or(usize::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_as_typed() {
        for (typed, block) in [
            ("12", Some(("", 12))),
            (" ¶3 ", Some(("", 3))),
            ("B12", Some(("B", 12))),
            ("b¶7", Some(("b", 7))),
            ("AB 1", Some(("AB", 1))),
            ("99999999999999999999999", Some(("", usize::MAX))),
            ("", None),
            ("fold", None),
            ("12a", None),
            ("é1", None),
            ("1 2", None),
        ] {
            assert_eq!(read_block(typed), block, "{typed}");
        }
    }
}
