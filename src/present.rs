//! The comparison as it is shown, whatever shows it: what is marked, in which words, with which signs.
//!
//! ```text
//!     layout ─► present ─┬─► report/text     spans as characters, marks as brackets
//!      rows     spans    ├─► report/markdown bands of whole blocks, html too
//!               by role  ├─► tui/view        spans with the looks of their roles, highlights over them
//!                        └─► …               every other format
//! ```
//!
//! A [`Span`] says what it is by its [`Role`]; [`signs`] is the one table of signs, [`labels`] and [`reasons`] are what
//! is said of blocks and links. Printers add nothing to that but places and looks.

pub mod ascii;
mod blocks;
pub mod brackets;
mod evidence_marks;
pub mod excerpts;
pub mod glossary;
pub mod labels;
pub mod markings;
pub mod names;
pub mod reasons;
mod rows;
pub mod sentences;
pub mod signs;
mod span;
mod spans;
pub mod spoken;
pub mod summary;
pub mod tables;
mod typeset;

pub use blocks::{BandPresenter, PresentedBand, PresentedBlock};
pub use evidence_marks::EvidenceMarks;
pub use markings::{Markings, Marks};
pub use rows::{PresentedCell, Presenter};
pub use signs::Sign;
pub use span::{EvidenceKind, Line, Role, Shade, Span, TextRange};
