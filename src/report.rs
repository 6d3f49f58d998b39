//! The comparison without a screen.

pub mod html;
pub mod json;
pub mod markdown;
mod numbers;
pub mod pair_setup;
pub mod passim;
pub mod plain;
pub mod request;
pub mod story_text;
pub mod table;
pub mod text;
mod told;
