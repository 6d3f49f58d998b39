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
mod block_status;
mod block_texts;
mod brackets;
mod columns;
pub mod folds;
pub mod linear;
pub mod map;
mod page_setup;
mod row_cells;
mod rows;
pub mod ruler;
pub mod stops;
pub mod weave;
mod wrapped;

pub use bands::{Band, Bands, Home, PlacedBlock};
pub use block_status::BlockStatus;
pub(crate) use block_texts::Work;
pub use block_texts::{Bracketed, Marked, RowSetup, Texts};
pub use brackets::{BRACKETS, BlockNotation, ELSEWHERE, MOVED, SMALL};
pub use columns::Columns;
pub use folds::{Folding, Folds};
pub use page_setup::{Arrangement, ECHO_INDENT, MEASURE, NARROWEST, PageSetup};
pub use row_cells::{Row, RowCell};
pub use rows::Layout;
pub use wrapped::{Paragraph, Wrapped};
