//! Two reports of one event, side by side.
#![warn(missing_docs)]
pub mod article;
pub mod intake;
pub mod pair;
pub mod words;
