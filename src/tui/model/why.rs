//! Why a link stands.

use super::{Model, Overlay};

impl Model {
    /// Opens the reason of the link at the cursor.
    pub(super) fn explain(&mut self) {
        if self.band().is_some_and(|band| band.link.is_some()) {
            self.overlay = Some(Overlay::Why);
        } else {
            self.notice = Some("no link here".to_owned());
        }
    }
}
