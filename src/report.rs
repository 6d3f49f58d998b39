//! The comparison without a screen.

pub mod json;
pub mod text;
