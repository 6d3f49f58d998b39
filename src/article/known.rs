//! What is known of a report before its blocks are looked at.

use super::dates::{DateLine, date_line};
use super::head_lines::{HeadLine, head_line};
use super::patterns::Patterns;

/// Holds what is known of a report before its blocks are looked at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known<'k> {
    /// The words that kinds are told by.
    pub patterns: &'k Patterns,
    /// Who published it.
    pub outlet: Option<&'k str>,
    /// Who wrote it.
    pub byline: Option<&'k str>,
    /// Its language.
    pub language: Option<&'k str>,
}

impl Known<'_> {
    /// Reads a line that is a date.
    pub fn date_line(self, text: &str) -> Option<DateLine> {
        date_line(text, self.patterns, self.language)
    }

    /// Reads a line that is a date, or begins with one and goes on with who wrote the report.
    pub fn head_line(self, text: &str) -> Option<HeadLine<'_>> {
        head_line(text, self.patterns, self.language)
    }
}
