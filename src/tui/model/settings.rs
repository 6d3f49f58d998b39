//! What the reader can set.

use crate::layout::{Arrangement, Folds};
use crate::options::Options;
use crate::present::markings::Marks;
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

impl From<&Options> for Settings {
    fn from(options: &Options) -> Self {
        Self {
            arrangement: options.arrangement,
            is_single: false,
            shift: options.shift,
            measure: options.measure,
            folds: Folds::of(options.fold),
            marks: options.marks,
            small: options.small,
            is_locked: true,
            ascii: options.ascii,
            ambiguous: options.ambiguous,
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self::from(&Options::default())
    }
}
