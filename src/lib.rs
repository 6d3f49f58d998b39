//! Two reports of one event, side by side.
pub mod align;
pub mod article;
pub mod comparison;
pub mod diff;
pub mod intake;
pub mod layout;
pub mod pair;
pub mod report;
pub mod sharing;
pub mod story;
#[cfg(feature = "tui")]
pub mod tui;
pub mod words;
pub mod wrap;
