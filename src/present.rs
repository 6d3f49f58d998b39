//! The comparison as it is shown, whatever shows it: what is marked, in which words, with which signs.
//!
//! ```text
//!     layout ─► present ─┬─► report/text     spans as characters, marks as brackets
//!      rows     spans    ├─► tui/view        spans with the looks of their roles, highlights over them
//!               by role  └─► …               every other format
//! ```
//!
//! A [`Span`] says what it is by its [`Role`]; [`signs`] is the one table of signs, [`labels`] and [`reasons`] are what is
//! said of blocks and links. Printers add nothing to that but places and looks.

pub mod ascii;
mod blocks;
pub(crate) mod brackets;
pub mod labels;
pub mod markings;
pub mod reasons;
mod rows;
pub mod signs;
mod span;
mod spans;
mod typeset;

pub use blocks::{BandPresenter, PresentedBand, PresentedBlock};
pub use markings::{Markings, Marks};
pub use rows::{PresentedCell, Presenter};
pub use signs::Sign;
pub use span::{Line, Role, Span, TextRange};
