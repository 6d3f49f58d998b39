//! The comparison as it is shown, whatever shows it: what is marked, in which words, with which signs.

pub mod ascii;
pub(crate) mod brackets;
pub mod labels;
pub mod markings;
pub mod reasons;
mod rows;
pub mod signs;
mod span;
mod spans;
mod typeset;

pub use markings::{Markings, Marks};
pub(crate) use rows::{PresentedCell, Presenter};
pub use signs::Sign;
pub use span::{Line, Role, Span, TextRange};
