//! The date that an article states of itself inside its text.
//!
//! ```text
//!     Published: 18 March 2026                               a line that is a date and nothing else
//!     By Ann Example | 18 March 2026                         a byline with a date
//!     date 2026-03-18 (ledger.example) – The council …       a scraper's prefix with a date, body
//! ```
//!
//! A date inside a sentence, or under a picture, is not the article's date.

use super::bylines;
use super::dates;
use super::kinds::Known;
use super::{Block, Kind};

/// The most words of paragraphs that stand above a date of the article's own: of a standfirst.
const STANDFIRST: usize = 45;

/// Returns the date that stands as the article's own: on a line of its own above it, in its byline, or labelled in the
/// prefix of its first paragraph. That of the publication counts before that of a change.
pub(super) fn date(blocks: &[Block], prefix: Option<&str>, known: Known<'_>) -> Option<String> {
    let mut words = 0;
    let mut paragraphs = 0;
    let head = blocks.iter().take_while(|block| {
        if block.kind == Kind::Paragraph {
            words += block.text.split_whitespace().take(STANDFIRST + 1).count();
            paragraphs += 1;
        }
        words <= STANDFIRST && paragraphs <= 1
    });
    let lines = head.filter_map(|block| match block.kind {
        Kind::Furniture => known.date_line(&block.text),
        Kind::Byline => known.date_line(bylines::date_in(&block.text, known.patterns)?),
        _ => None,
    });
    let mut change = None;
    for line in lines {
        if !line.is_update {
            return Some(line.date);
        }
        change.get_or_insert(line.date);
    }
    change.or_else(|| {
        let (label, rest) = prefix?.split_once(' ')?;
        (label == "date").then(|| dates::iso(rest.split_whitespace().next()?, known.patterns, known.language))?
    })
}
