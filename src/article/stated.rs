//! The date that an article states of itself inside its text.
//!
//! ```text
//!     Published: 18 March 2026                               a line that is a date and nothing else
//!     By Ann Example | 18 March 2026                         a byline with a date
//!     THE HARBOUR LEDGER 18 March 2026                       a running head: the date of the issue
//!     date 2026-03-18 (ledger.example) – The council …       a scraper's prefix with a date, body
//! ```
//!
//! A date inside a sentence, between paragraphs or under a picture is not the article's date.

use super::bylines;
use super::dates::{self, DateLine};
use super::head_lines::trailing_date;
use super::known::Known;
use super::{Block, Kind, running_heads};

/// The most words of paragraphs that stand above a date of the article's own: of a standfirst.
const STANDFIRST: usize = 45;

/// Returns the date that a source gives: ISO 8601, else as it stands; `None` if it says of no day and no year, as "3 hours
/// ago" does.
pub(super) fn given_date(date: &str, known: Known<'_>) -> Option<String> {
    let iso = dates::iso(date, known.patterns, known.language);
    iso.or_else(|| dates::names_time(date, known.patterns, known.language).then(|| date.to_owned()))
}

/// Returns who wrote the report, as its byline says it; a date beside it, and an address or the name in a network behind it, are left out.
pub(super) fn byline(blocks: &[Block], known: Known<'_>) -> Option<String> {
    let text = &blocks.iter().find(|block| block.kind == Kind::Byline)?.text;
    let beside_date = known.head_line(text).and_then(|line| line.byline);
    let before_date = || trailing_date(text, known.patterns, known.language).map(|(before, _)| before);
    let before_mark = || {
        let date = bylines::date_in(text, known.patterns)?;
        let before = text[..date.as_ptr().addr() - text.as_ptr().addr()].trim_end_matches(bylines::is_mark);
        (!before.is_empty()).then_some(before)
    };
    let names = beside_date.or_else(before_date).or_else(before_mark).unwrap_or(text);
    Some(bylines::without_handle(bylines::without_address(names)).to_owned())
}

/// Returns the date that stands as the article's own: on a line of its own above it, in its byline, on its last line, or
/// labelled in the prefix of its first paragraph. That of the publication counts before that of a change.
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
        Kind::Furniture => Some(known.head_line(&block.text)?.date),
        Kind::Byline => {
            let inside = || known.date_line(bylines::date_in(&block.text, known.patterns)?);
            let behind = || Some(trailing_date(&block.text, known.patterns, known.language)?.1);
            known.head_line(&block.text).map(|line| line.date).or_else(inside).or_else(behind)
        }
        _ => None,
    });
    let mut change = None;
    for line in lines {
        if !line.is_update {
            return Some(line.date);
        }
        change.get_or_insert(line.date);
    }
    change
        .or_else(|| in_prefix(prefix?, known))
        .or_else(|| in_foot(blocks, known))
        .or_else(|| running_heads::date(blocks, known))
}

/// `date 2026-03-18 (ledger.example) – …`
fn in_prefix(prefix: &str, known: Known<'_>) -> Option<String> {
    let (label, rest) = prefix.split_once(' ')?;
    (label == "date").then(|| dates::iso(rest.split_whitespace().next()?, known.patterns, known.language))?
}

/// Returns the only date below the last paragraph, if it has a label or is the last line of all.
fn in_foot(blocks: &[Block], known: Known<'_>) -> Option<String> {
    let foot = blocks.iter().rposition(|block| block.kind == Kind::Paragraph)? + 1;
    let read = |at: usize| {
        let line = (blocks[at].kind == Kind::Furniture).then(|| known.head_line(&blocks[at].text))?;
        Some((at, line?.date))
    };
    let dates: Vec<(usize, DateLine)> = (foot..blocks.len()).filter_map(read).collect();
    let [(at, date)] = dates.as_slice() else { return None };
    (date.is_full && (date.is_labelled || at + 1 == blocks.len())).then(|| date.date.clone())
}
