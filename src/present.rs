//! The comparison as it is shown, whatever shows it: what is marked, in which words, with which signs.

pub mod ascii;
pub mod labels;
mod markings;

pub use markings::{Markings, Marks};
