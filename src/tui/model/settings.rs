//! What the reader can set.

use crate::layout::{Folds, PageSetup};
use crate::present::Markings;

/// Holds what the reader can set by key, and how the terminal draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// How the screen is set; its arrangement is the one of both panes.
    pub setup: PageSetup,
    /// What is marked.
    pub markings: Markings,
    /// What is folded.
    pub folds: Folds,
    /// Whether the focused pane stands alone.
    pub is_single: bool,
    /// Whether the panes scroll together.
    pub is_locked: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            setup: PageSetup::default(),
            markings: Markings::default(),
            folds: Folds::default(),
            is_single: false,
            is_locked: true,
        }
    }
}
