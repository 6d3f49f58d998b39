//! Evidence: what can be pointed at in the outlets' own words.
mod cues;
mod outer;
mod pronouns;
pub mod quotations;
pub mod rules;
pub mod speakers;
mod subjects;
mod tokens;
pub mod word_lists;
