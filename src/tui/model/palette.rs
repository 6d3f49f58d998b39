//! All actions by name.

use super::{Model, Overlay};
use crate::tui::keys::Key;

impl Model {
    /// Opens the palette.
    pub(super) fn open_palette(&mut self) {
        self.overlay = Some(Overlay::Palette);
    }

    pub(super) fn press_in_palette(&mut self, _key: Key) {
        self.overlay = None;
    }
}
