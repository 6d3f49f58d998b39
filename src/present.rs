//! What a reader sees of a comparison, whatever it is printed to.

pub mod markings;
