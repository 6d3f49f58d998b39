//! From a comparison to rows: what stands level, and what stands on every screen line.
//!
//! Every block has one *home*: the homes down a side are that article, whole and in its own order. Opposite a linked
//! home stands its partner: at home too if the order allows, else as an *echo*, set back, with the number and the
//! direction of its home. What stands level is a [`Band`]:
//!
//! ```text
//!     homes of the left          homes of the right
//!     1                     ═    1                        band of an in-order link
//!     2   (alone)                                         stretch of blocks alone
//!     3                     ~  ┊ 5 ↓                      the left home of a moved link, with an echo
//!     4                     ═    2
//!   ↑ 3 ┊                   ~    5                        the right home of the moved link
//! ```
//!
//! [`bands`] do not depend on the width; [`Layout`] wraps them once a width into one list of [`Row`]s that hold both
//! sides, so that panes cannot drift apart. [`stops`] are where the reader's "next difference" halts; [`map`] and
//! [`ruler`] are the whole pair at the height of a screen.

pub mod bands;
mod columns;
pub mod folds;
mod halves;
pub mod labels;
pub mod map;
mod rows;
pub mod ruler;
mod standing;
pub mod stops;
mod texts;
pub mod weave;
mod wrapped;

pub use bands::{Band, Bands, Cell, Home};
pub use columns::{Columns, Wanted};
pub use folds::{Folding, Folds};
pub use halves::{Half, Row};
pub use rows::Layout;
pub use standing::Standing;
pub(crate) use texts::Work;
pub use texts::{Marked, Setting, Texts};
pub(crate) use wrapped::Wrapped;
pub use wrapped::{BRACKETS, MOVED, Paragraph};

use crate::pair::Side;

/// How the two articles are set.
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
    /// Those that show both articles, in the order of the key that goes through them.
    pub const ALL: [Self; 3] = [Self::Facing, Self::Inline, Self::Stacked];

    /// What to call it.
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

/// The columns that a pane of the facing arrangement needs at least.
pub const NARROWEST: usize = 34;

/// The widest line that reads well, unless another one is asked for.
pub const MEASURE: usize = 80;

/// The columns by which an echo is set back.
pub const ECHO_INDENT: usize = 2;
