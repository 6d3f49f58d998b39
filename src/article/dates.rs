//! Lines that are a date and nothing else, in many languages and ways to write it.
//!
//! ```text
//!     Published: 18 March 2026                      2026-03-18
//!     Stand: 18.03.2026, 14:32 Uhr                  2026-03-18   a change
//!     Mercredi 18 mars 2026 à 14h32                 2026-03-18
//!     2026年3月18日(水) 14時32分                     2026-03-18
//!     03/04/2026                                    as it stands: nothing says which is the month
//!     Updated 19 March 2026 | Published 18 March 2026    2026-03-18
//!     The ferry sank on 18 March 2026               no line of this kind
//! ```
//!
//! Every word must be one of dates, and every number must be of the date or of a time of day.

use std::ops::Range;

use jiff::civil::Date;

use super::date_reader::{Certainty, Reader};
use super::date_tokens::{Token, TokenKind, leading_tokens, tokens};
use super::date_words::DateWord;
use super::folding::{digit, word_starts};
use super::lines::is_of_at_most;
use super::pattern_kind::PatternKind;
use super::patterns::Patterns;
use crate::unicode::dashes;

/// Holds what a line says that is a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DateLine {
    /// The date: ISO 8601, else as it stands.
    pub date: String,
    /// Whether it is the date of a change.
    pub is_update: bool,
    /// Whether a word says what the date is of.
    pub is_labelled: bool,
    /// Whether it is a date wherever it stands: a day and a month alone are one only where dates are looked for.
    pub is_full: bool,
}

/// The longest line that is read as a date, in bytes, and in words.
const LONGEST: usize = 240;
const MOST_WORDS: usize = 24;

/// Reads a line that is a date, perhaps with a label, a time of day and the minutes that it takes to read. Of several dates
/// the one of the publication counts.
pub(super) fn date_line(line: &str, patterns: &Patterns, language: Option<&str>) -> Option<DateLine> {
    if !is_candidate(line) {
        return None;
    }
    if let Some(line) = with_figures(line) {
        return date_line(&line, patterns, language);
    }
    read(line, patterns, language).or_else(|| {
        let parts = || line.split(['|', '·', '•', '∙']).map(str::trim).filter(|part| !part.is_empty());
        let read = |part: &str| read(part, patterns, language);
        let is_other = |part: &str| read(part).is_none() && !patterns.has(PatternKind::Furniture, part);
        if parts().nth(1).is_none() || parts().any(is_other) { None } else { of_publication(parts().filter_map(read)) }
    })
}

/// Reads the date that a line begins with, and returns what may follow it, from each word on: the longest date first.
pub(super) fn leading_dates<'t>(
    line: &'t str,
    patterns: &Patterns,
    language: Option<&str>,
) -> Vec<(DateLine, &'t str)> {
    if !is_candidate(line) {
        return Vec::new();
    }
    let (tokens, end) = leading_tokens(line, patterns);
    let figures = tokens.iter().find(|token| matches!(token.kind, TokenKind::Number(..)));
    let Some(least) = figures.map(|token| token.bytes.end) else { return Vec::new() };
    // Short words of dates in one language begin a byline in another, and figures behind a date may be the minutes that it takes to read.
    let mut cuts: Vec<usize> = word_starts(line).filter(|at| (least..=end).contains(at)).collect();
    cuts.reverse();
    let cut = |at| Some((date_line(line[..at].trim_end_matches(is_bar_or_space), patterns, language)?, &line[at..]));
    cuts.into_iter().filter_map(cut).collect()
}

pub(super) fn is_bar_or_space(c: char) -> bool {
    c.is_whitespace() || dashes::is_dash(c) || matches!(c, '|' | '·' | '•' | '∙' | '/' | ',')
}

/// Tells whether a line may be a date: it has a figure, and is short.
pub(super) fn is_candidate(line: &str) -> bool {
    let has_digit = || {
        if line.is_ascii() {
            line.bytes().any(|b| b.is_ascii_digit())
        } else {
            line.chars().any(|c| digit(c).is_some()) || is_written_out(line)
        }
    };
    line.len() <= LONGEST && has_digit() && is_of_at_most(line, MOST_WORDS)
}

/// The longest line whose numbers are written out, in bytes.
const WRITTEN_OUT: usize = 96;

/// Tells whether a line may be a date whose numbers are Chinese: `二〇二六年六月十七日`.
fn is_written_out(line: &str) -> bool {
    line.len() <= WRITTEN_OUT && line.match_indices('年').any(|(at, _)| line[..at].ends_with(|c| numeral(c).is_some()))
}

/// Returns what a Chinese numeral counts.
fn numeral(c: char) -> Option<u32> {
    const NUMERALS: &str = "〇一二三四五六七八九十";
    let c = if matches!(c, '零' | '○') { '〇' } else { c };
    NUMERALS.chars().zip(0..).find(|(numeral, _)| *numeral == c).map(|(_, value)| value)
}

/// Writes the Chinese numbers of a date in figures: `2026年6月17日`; `None` where a line has none.
fn with_figures(line: &str) -> Option<String> {
    if !is_written_out(line) {
        return None;
    }
    let mut written = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let end = rest.find(|c| numeral(c).is_none()).unwrap_or(rest.len());
        let counts = rest[end..].starts_with(['年', '月', '日', '号', '號']);
        if end > 0 && counts {
            written.push_str(&number(&rest[..end])?.to_string());
            rest = &rest[end..];
        } else {
            written.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    Some(written)
}

/// Reads a Chinese number: figures in their places, `二〇二六`, or tens and ones, `三十一`; up to four of them.
fn number(numerals: &str) -> Option<u32> {
    let values: Option<Vec<u32>> = numerals.chars().take(5).map(numeral).collect();
    match values?.as_slice() {
        [10] => Some(10),
        [10, one] if *one < 10 => Some(10 + one),
        [tens, 10] if *tens < 10 => Some(tens * 10),
        [tens, 10, one] if tens.max(one) < &10 => Some(tens * 10 + one),
        figures if figures.len() <= 4 && !figures.contains(&10) => {
            Some(figures.iter().fold(0, |value, figure| value * 10 + figure))
        }
        _ => None,
    }
}

/// Returns the first date that is none of a change, else the first one.
fn of_publication(mut dates: impl Iterator<Item = DateLine>) -> Option<DateLine> {
    let first = dates.next()?;
    if first.is_update { Some(dates.find(|date| !date.is_update).unwrap_or(first)) } else { Some(first) }
}

/// Reads a date as ISO 8601, `None` if it can't be read as one day.
pub(super) fn iso(text: &str, patterns: &Patterns, language: Option<&str>) -> Option<String> {
    let line = date_line(text, patterns, language)?;
    line.date.parse::<Date>().is_ok().then_some(line.date)
}

/// Tells whether a text that is no date says at least of which year or day it is: "spring 2026", not "3 hours ago".
pub(super) fn names_time(text: &str, patterns: &Patterns, language: Option<&str>) -> bool {
    let is_year = |figures: &str| figures.len() == 4 && figures.starts_with(['1', '2']);
    text.split(|c: char| !c.is_ascii_digit()).any(is_year) || date_line(text, patterns, language).is_some()
}

fn read(line: &str, patterns: &Patterns, language: Option<&str>) -> Option<DateLine> {
    let tokens = tokens(line, patterns)?;
    let mut reader = Reader::new(line, &tokens, language);
    let (mut dates, mut has_time) = (Vec::new(), false);
    while reader.at < tokens.len() {
        let start = reader.at;
        if let Some((date, certainty)) = reader.date() {
            dates.push((start..reader.at, date, certainty));
        } else if reader.time() {
            has_time = true;
        } else if !reader.word() {
            return None;
        }
    }
    let is_certain = dates.iter().any(|(.., certainty)| *certainty == Certainty::Full);
    let is_labelled = tokens.iter().filter_map(Token::word).any(|word| word.is_label);
    let spans: Vec<Range<usize>> = dates.iter().map(|(span, ..)| span.clone()).collect();
    let updates = are_updates(&tokens, &spans);
    let lines = dates.into_iter().zip(updates).map(|((_, date, certainty), is_update)| DateLine {
        date,
        is_update,
        is_labelled,
        is_full: certainty == Certainty::Full || is_labelled || has_time,
    });
    let found = of_publication(lines)?;
    // "3 hours ago": the last word is a month in Italian.
    let is_relative = !is_certain && patterns.is(PatternKind::Furniture, line);
    (!is_relative).then_some(found)
}

/// Tells of each date in a line whether it is that of a change, by the labels before it; by those behind where none stands
/// before the first and one behind the last: `2026年3月18日公開　2026年3月19日更新`.
fn are_updates(tokens: &[Token], dates: &[Range<usize>]) -> Vec<bool> {
    let label = |tokens: &[Token]| tokens.iter().filter_map(Token::word).filter_map(DateWord::tells_update).max();
    let starts = std::iter::once(0).chain(dates.iter().map(|date| date.end));
    let ends = dates.iter().map(|date| date.start).chain([tokens.len()]);
    let labels: Vec<Option<bool>> = starts.zip(ends).map(|(start, end)| label(&tokens[start..end])).collect();
    let are_behind = labels[0].is_none() && labels[dates.len()].is_some();
    let own = if are_behind { &labels[1..] } else { &labels[..dates.len()] };
    let mut last = false;
    let carry = |label: &Option<bool>| {
        last = label.unwrap_or(last);
        last
    };
    own.iter().map(carry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_may_be_written_out() {
        let date = |line| date_line(line, Patterns::known(), None).map(|read| read.date);
        for line in
            ["二〇二六年六月十七日", "二零二六年六月十七日", "二○二六年六月一七日", "发布时间：二〇二六年六月十七日"]
        {
            assert_eq!(date(line).as_deref(), Some("2026-06-17"), "{line}");
        }
        assert_eq!(date("二〇二六年十二月三十一日").as_deref(), Some("2026-12-31"));
        assert_eq!(date("令和八年三月二十日").as_deref(), Some("2026-03-20"));
        for line in ["二〇二六年渡轮停航", "一十二十年", "十月", "三人"] {
            assert_eq!(date(line), None, "{line}");
        }
    }
}
