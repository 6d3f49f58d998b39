//! How a page is set: how wide and how high, in how many columns, with which signs.
//!
//! ```text
//!     ├────────────────────── width ──────────────────────┤      height: the rows, where a page has an end
//!      ├──── measure ────┤│         │├──── measure ────┤         arrangement: facing
//!                    shift ─►                                    ascii, ambiguous: what signs look like, and how wide
//! ```

use crate::pair::Side;
use crate::wrap::Ambiguous;

/// Gives the columns that a pane of the facing arrangement needs at least.
pub const NARROWEST: usize = 34;

/// Gives the widest line that reads well, unless another one is asked for.
pub const MEASURE: usize = 80;

/// Gives the columns by which an echo is set back.
pub const ECHO_INDENT: usize = 2;

/// Says how a page is set, whatever is on it: two articles, the whole story, a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageSetup {
    /// The columns of a line at most.
    pub width: usize,
    /// The rows, where a page has an end.
    pub height: usize,
    /// The columns of running text at most.
    pub measure: usize,
    /// How both articles are set, where there is room for it.
    pub arrangement: Arrangement,
    /// The columns by which the gutter is moved to the right (to the left, if negative), as far as both panes stay wide
    /// enough.
    pub shift: isize,
    /// Whether lines and signs are of ASCII.
    pub ascii: bool,
    /// How wide the terminal draws what can be narrow or wide.
    pub ambiguous: Ambiguous,
}

impl Default for PageSetup {
    fn default() -> Self {
        Self {
            width: 80,
            height: 24,
            measure: MEASURE,
            arrangement: Arrangement::Facing,
            shift: 0,
            ascii: false,
            ambiguous: Ambiguous::Narrow,
        }
    }
}

impl PageSetup {
    /// Returns the same with so many columns and rows.
    #[must_use]
    pub const fn sized(self, width: usize, height: usize) -> Self {
        Self { width, height, ..self }
    }
}

/// Says how the two articles are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Arrangement {
    /// Two columns, linked blocks level.
    Facing,
    /// One column: each link woven once, at its left home.
    Inline,
    /// One column: of each band the left, then the right.
    Stacked,
    /// One column: this side's homes alone.
    Single(Side),
}

impl Arrangement {
    /// Lists those that show both articles, in the order of the key that goes through them.
    pub const ALL: [Self; 3] = [Self::Facing, Self::Inline, Self::Stacked];

    /// Returns what to call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Facing => "facing",
            Self::Inline => "inline",
            Self::Stacked => "stacked",
            Self::Single(_) => "one pane",
        }
    }
}
