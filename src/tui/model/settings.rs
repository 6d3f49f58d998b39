//! What the reader can set.

use crate::layout::{Arrangement, Folds, MEASURE};
use crate::wrap::Ambiguous;

/// What the reader can set by key, and how the terminal draws.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Settings {
    /// How both articles are set.
    pub arrangement: Arrangement,
    /// Whether the focused pane stands alone.
    pub is_single: bool,
    /// How far the gutter is shifted to the right, in columns.
    pub shift: isize,
    /// The columns of the widest line.
    pub measure: usize,
    /// What is folded.
    pub folds: Folds,
    /// What is marked.
    pub marks: Marks,
    /// Whether differences of spelling, case and punctuation are shown.
    pub small: bool,
    /// Whether the panes scroll together.
    pub is_locked: bool,
    /// Whether lines and signs are of ASCII.
    pub ascii: bool,
    /// How wide the terminal draws what can be narrow or wide.
    pub ambiguous: Ambiguous,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            arrangement: Arrangement::Facing,
            is_single: false,
            shift: 0,
            measure: MEASURE,
            folds: Folds::default(),
            marks: Marks::default(),
            small: true,
            is_locked: true,
            ascii: false,
            ambiguous: Ambiguous::Narrow,
        }
    }
}

/// What is marked in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Marks {
    /// What differs.
    #[default]
    Differences,
    /// What is shared.
    Shared,
    /// Nothing.
    Nothing,
}

impl Marks {
    /// What a stop is called.
    #[must_use]
    pub const fn stop(self) -> &'static str {
        match self {
            Self::Shared => "shared run",
            Self::Differences | Self::Nothing => "difference",
        }
    }
}
