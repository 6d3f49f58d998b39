//! Taking text out, and giving the mouse away.

use super::Model;

impl Model {
    /// Copies the block at the cursor, with where it stands if it is to be cited.
    pub(super) fn copy(&mut self, _cited: bool) {}

    /// Gives the mouse to the terminal, or takes it back.
    pub(super) fn toggle_mouse(&mut self) {}
}
