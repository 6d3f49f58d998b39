//! Searching in both panes.

use super::{Model, Overlay};
use crate::tui::keys::Key;

impl Model {
    /// Opens the line for what to search.
    pub(super) fn open_search(&mut self) {
        self.overlay = Some(Overlay::Search);
    }

    pub(super) fn press_in_search(&mut self, _key: Key) {
        self.overlay = None;
    }
}
