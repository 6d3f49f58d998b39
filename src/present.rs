//! The comparison as it is shown, whatever shows it: what is marked, in which words, with which signs.

mod markings;

pub use markings::{Markings, Marks};
