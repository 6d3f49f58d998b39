//! What an article states of itself inside its text: datelines, and dates that stand as the article's own.
//!
//! ```text
//!     HARBOUR TOWN (Coast Wire) – The ministry said …        dateline, credit, body
//!     date 2026-03-18 (ledger.example) – The council …       a scraper's prefix with a date, body
//!     Published: 18 March 2026                               a line that is a date and nothing else
//! ```
//!
//! A date inside a sentence, or under a picture, is not the article's date.

use std::ops::Range;

use jiff::civil::Date;

use super::{Block, Kind};
use crate::unicode::dashes;

/// How far into a text a dateline may reach, in characters, and how many words it may have.
const DATELINE_CHARS: usize = 90;
const DATELINE_WORDS: usize = 12;

/// Labels that may stand before a date which is the article's.
const LABELS: [&str; 8] =
    ["published on", "published", "first published", "updated", "last updated", "posted on", "posted", "date"];

/// Notes where the first paragraph's body begins, and returns what stands before it.
pub(super) fn mark_dateline(blocks: &mut [Block]) -> Option<String> {
    let first = blocks.iter_mut().find(|block| block.kind == Kind::Paragraph)?;
    first.dateline = dateline(&first.text)?;
    Some(first.text[..first.dateline].to_owned())
}

/// Returns the length of the dateline in bytes, its dash and spaces counted.
fn dateline(text: &str) -> Option<usize> {
    bracketed(text).or_else(|| {
        let reach = text.char_indices().nth(DATELINE_CHARS).map_or(text.len(), |(at, _)| at);
        let Range { start, end } = spaced_dash(&text[..reach])?;
        // A second dash closes an insertion: "MPs – all of them – said" has no dateline.
        let inserted = text[end..].chars().take(DATELINE_CHARS).collect::<String>().contains(&text[start..end]);
        (!inserted && is_dateline(&text[..start])).then_some(end)
    })
}

/// Returns the first dash between spaces, these included.
fn spaced_dash(text: &str) -> Option<Range<usize>> {
    let is_spaced_dash = |&at: &usize| {
        let word = text[at + 1..].split_once(' ').map_or("", |(word, _)| word);
        let mut chars = word.chars();
        word == "--" || chars.next().is_some_and(dashes::is_dash) && chars.next().is_none()
    };
    let start = memchr::memchr_iter(b' ', text.as_bytes()).find(is_spaced_dash)?;
    Some(start..start + 2 + text[start + 1..].find(' ')?)
}

/// `【東京共同】…`
fn bracketed(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('【')?;
    let (place, _) = inside.split_once('】')?;
    (place.chars().count() <= 20).then_some(place.len() + '【'.len_utf8() + '】'.len_utf8())
}

/// Tells whether words look like place, date and credit: each begins with a capital, a digit or a bracket, and one
/// of them is all capitals or bracketed.
fn is_dateline(prefix: &str) -> bool {
    let words: Vec<&str> = prefix.split_whitespace().collect();
    let stands_out = |word: &&str| {
        let letters = word.chars().filter(|c| c.is_alphabetic());
        word.starts_with('(') || (letters.clone().count() > 1 && letters.clone().all(char::is_uppercase))
    };
    let begins = |word: &&str| {
        word.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || c == '(') || *word == "date"
    };
    words.len() <= DATELINE_WORDS && words.iter().all(begins) && words.iter().any(stands_out)
}

/// Returns the date that stands as the article's own: labelled in the prefix of its first paragraph, or on a
/// line of its own above it.
pub(super) fn date(blocks: &[Block], prefix: Option<&str>) -> Option<String> {
    let head = blocks.iter().take_while(|block| block.kind != Kind::Paragraph);
    let alone = head.filter(|block| block.kind == Kind::Furniture).find_map(|block| date_line(&block.text));
    alone.or_else(|| {
        let (label, rest) = prefix?.split_once(' ')?;
        (label == "date").then(|| iso(rest.split_whitespace().next()?))?
    })
}

/// Returns the date of a line that is a date, perhaps labelled, and nothing else.
pub(super) fn date_line(line: &str) -> Option<String> {
    if line.len() > LONGEST_DATE {
        return None;
    }
    let lower = line.to_lowercase();
    let ends = |label: &str| lower.strip_prefix(label).is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
    let label = LABELS.into_iter().filter(|label| ends(label)).map(str::len).max().unwrap_or(0);
    iso(line.get(label..)?.trim_start_matches([':', ' ']))
}

/// The longest way to write a date, label included, in bytes.
const LONGEST_DATE: usize = 80;

/// Reads a date as ISO 8601, `None` if it can't be read as one day.
pub(super) fn iso(text: &str) -> Option<String> {
    const FORMATS: [&str; 12] = [
        "%Y-%m-%d",
        "%Y/%m/%d",
        "%d %B %Y",
        "%d %b %Y",
        "%B %d %Y",
        "%b %d %Y",
        "%A %d %B %Y",
        "%A %B %d %Y",
        "%a %d %b %Y",
        "%a %b %d %Y",
        "%d. %B %Y",
        "%Y年%m月%d日",
    ];
    let text = text.trim();
    if text.len() > LONGEST_DATE {
        return None;
    }
    if let Some(day) = text.get(..10)
        && text[10..].starts_with(['T', ' '])
        && text[11..].bytes().all(|b| b.is_ascii_digit() || b":.+-TZ ".contains(&b))
        && let Some(date) = read("%Y-%m-%d", day)
    {
        return Some(date.to_string());
    }
    let plain =
        text.replace(',', " ").replace("Sept.", "Sep").split_whitespace().map(bare).collect::<Vec<_>>().join(" ");
    FORMATS.iter().find_map(|format| read(format, &plain)).map(|date| date.to_string())
}

/// Reads a date of the newspaper age: "Aug 2023" is no 20th of August in the year 23.
fn read(format: &str, text: &str) -> Option<Date> {
    Date::strptime(format, text).ok().filter(|date| date.year() >= 1600)
}

/// `1st` as `1`, `Aug.` as `Aug`.
fn bare(word: &str) -> &str {
    let digits = word.trim_end_matches(char::is_alphabetic);
    let ordinal = matches!(&word[digits.len()..], "st" | "nd" | "rd" | "th") && !digits.is_empty();
    if ordinal && digits.bytes().all(|b| b.is_ascii_digit()) {
        return digits;
    }
    word.strip_suffix('.').filter(|month| month.bytes().all(|b| b.is_ascii_alphabetic())).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_dateline(text: &str, prefix: Option<&str>) {
        assert_eq!(dateline(text).map(|end| &text[..end]), prefix);
    }

    #[test]
    fn datelines() {
        check_dateline("HARBOUR TOWN (Wire) – The ministry said", Some("HARBOUR TOWN (Wire) – "));
        check_dateline("OSLO, March 3 (AB) - Boats", Some("OSLO, March 3 (AB) - "));
        check_dateline("New Port NTN — Boats", Some("New Port NTN — "));
        check_dateline("New Port NTN -- Boats", Some("New Port NTN -- "));
        check_dateline("New Port NTN \u{2015} Boats", Some("New Port NTN \u{2015} "));
        check_dateline("New-Port NTN --- Boats", None);
        check_dateline("date 2026-03-18 (ledger.example) – The council", Some("date 2026-03-18 (ledger.example) – "));
        check_dateline("【港町共同】船は", Some("【港町共同】"));
    }

    #[test]
    fn insertions_are_no_datelines() {
        check_dateline("MPs – all of them – said so.", None);
        check_dateline("The Ministry – so it said – has boats.", None);
        check_dateline("Peter – who else.", None);
        check_dateline("Boats.", None);
        check_dateline("", None);
    }

    #[test]
    fn dates_in_many_forms() {
        for text in [
            "2023-08-01",
            "2023-08-01T10:00:00Z",
            "1 August 2023",
            "Aug. 1, 2023",
            "August 1st, 2023",
            "Tuesday, August 1, 2023",
            "Tue 1 Aug 2023",
            "2023年8月1日",
            "2023/08/01",
        ] {
            assert_eq!(iso(text).as_deref(), Some("2023-08-01"), "{text}");
        }
        for text in ["", "August", "1 August", "31 February 2023", "Aug 2023", "2023"] {
            assert_eq!(iso(text), None, "{text}");
        }
    }

    #[test]
    fn labelled_lines() {
        assert_eq!(date_line("Published: 1 August 2023").as_deref(), Some("2023-08-01"));
        assert_eq!(date_line("Last updated August 1, 2023").as_deref(), Some("2023-08-01"));
        assert_eq!(date_line("date 2026-03-18 (ledger.example) – The council"), None);
        assert_eq!(date_line("The ferry sank on August 1, 2023"), None);
    }
}
