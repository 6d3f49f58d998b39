//! What the reader can set.

use crate::layout::{Folds, PageSetup};
use crate::options::Options;
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

impl From<&Options> for Settings {
    fn from(options: &Options) -> Self {
        Self {
            setup: PageSetup {
                measure: options.measure,
                arrangement: options.arrangement,
                shift: options.shift,
                ascii: options.ascii,
                ambiguous: options.ambiguous,
                ..PageSetup::default()
            },
            markings: Markings { marks: options.marks, small: options.small, related: options.related },
            folds: Folds::new(options.fold),
            is_single: false,
            is_locked: true,
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self::from(&Options::default())
    }
}
