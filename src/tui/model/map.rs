//! The pair as a picture.

use super::{Model, Overlay};
use crate::tui::keys::Key;

impl Model {
    /// Opens the map at the place where the reader is.
    pub(super) fn open_map(&mut self) {
        self.overlay = Some(Overlay::Map);
    }

    pub(super) fn press_in_map(&mut self, _key: Key) {
        self.overlay = None;
    }
}
