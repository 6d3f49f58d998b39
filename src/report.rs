//! The comparison without a screen.

pub mod json;
pub mod story;
pub mod text;
