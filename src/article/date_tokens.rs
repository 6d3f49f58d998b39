//! A line that may be a date, piece by piece.
//!
//! ```text
//!     2026年3月18日 14:32     number 2026 · year · number 3 · month · number 18 · day · number 14 · mark : · number 32
//!     The ferry sank          none: a word is none of dates
//! ```

use std::ops::Range;

use super::date_words::DateWord;
use super::folding::{digit, fold, is_of_word};
use super::patterns::Patterns;

/// A piece of a line that may be a date.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands in the line.
    pub bytes: Range<usize>,
}

/// What a piece is.
#[derive(Clone, Copy, Debug)]
pub(super) enum TokenKind {
    /// A number, and how many figures it has.
    Number(u32, usize),
    /// A word of dates.
    Word(DateWord),
    /// What is neither letter nor figure.
    Mark(char),
    /// 年, 月 or 日, and the same in Korean.
    Unit(Unit),
    /// The name of an era, and its first year.
    Era(u32),
}

/// The eras of Japan since its calendar is that of the West, and their first years.
pub(super) const ERAS: [(&str, u16); 5] =
    [("令和", 2019), ("平成", 1989), ("昭和", 1926), ("大正", 1912), ("明治", 1868)];

/// What a number before it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Year,
    Month,
    Day,
}

impl Token {
    /// Returns the word that it is.
    pub const fn word(&self) -> Option<DateWord> {
        if let TokenKind::Word(word) = self.kind { Some(word) } else { None }
    }
}

/// Parts a line into tokens; `None` if a word is none of dates.
pub(super) fn tokens(line: &str, patterns: &Patterns) -> Option<Vec<Token>> {
    let (tokens, end) = leading_tokens(line, patterns);
    (end == line.len()).then_some(tokens)
}

/// Parts the beginning of a line into tokens, and returns where the first word is that is none of dates.
pub(super) fn leading_tokens(line: &str, patterns: &Patterns) -> (Vec<Token>, usize) {
    let mut tokens: Vec<Token> = Vec::new();
    let mut last: Option<(usize, String)> = None;
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let start = line.len() - rest.len();
        let is_part = |other: char| {
            if digit(c).is_some() {
                digit(other).is_some()
            } else {
                (is_of_word(other) || matches!(other, '\'' | '’')) && digit(other).is_none()
            }
        };
        let is_mark = digit(c).is_none() && !is_of_word(c);
        let end = if is_mark { c.len_utf8() } else { rest.find(|c| !is_part(c)).unwrap_or(rest.len()) };
        let (text, bytes) = (&rest[..end], start..start + end);
        rest = &rest[end..];
        if c.is_whitespace() || c == '\u{200F}' || c == '\u{200E}' {
            continue;
        }
        if digit(c).is_some() {
            let value = text.chars().filter_map(digit).take(9).fold(0, |value, digit| value * 10 + digit);
            tokens.push(Token { kind: TokenKind::Number(value, text.chars().count()), bytes });
            last = None;
        } else if is_mark {
            // A semicolon may stand before the time of day; at the end it asks, in Greek.
            if matches!(c, '?' | '!' | '？' | '！' | '؟') || c == ';' && rest.trim().is_empty() {
                return (tokens, start);
            }
            tokens.push(Token { kind: TokenKind::Mark(c), bytes });
            last = None;
        } else {
            let word = fold(text);
            let after_number = matches!(tokens.last(), Some(Token { kind: TokenKind::Number(..), .. }));
            // A month of two words, as in the Levant.
            let joined = last.as_ref().and_then(|(at, before)| {
                let joined = patterns.dates().get(&format!("{before} {word}"))?;
                Some((*at, joined))
            });
            if let Some((at, joined)) = joined {
                tokens.truncate(at);
                tokens.push(Token { kind: TokenKind::Word(joined), bytes });
                last = None;
            } else if push_word(&word, &bytes, after_number, patterns, &mut tokens) {
                last = Some((tokens.len() - 1, word));
            } else {
                // It may be the first half of such a month.
                let next = rest.trim_start();
                let next = &next[..next.find(|c| !is_of_word(c)).unwrap_or(next.len())];
                if patterns.dates().get(&format!("{word} {}", fold(next))).is_none() {
                    return (tokens, start);
                }
                tokens.push(Token { kind: TokenKind::Word(DateWord::default()), bytes });
                last = Some((tokens.len() - 1, word));
            }
        }
    }
    (tokens, line.len())
}

/// Adds the tokens of a word, and tells whether it is one of dates.
fn push_word(
    word: &str,
    bytes: &Range<usize>,
    after_number: bool,
    patterns: &Patterns,
    tokens: &mut Vec<Token>,
) -> bool {
    const UNITS: [(&str, Unit); 6] = [
        ("年", Unit::Year),
        ("月", Unit::Month),
        ("日", Unit::Day),
        ("년", Unit::Year),
        ("월", Unit::Month),
        ("일", Unit::Day),
    ];
    let mut rest = word;
    let era = ERAS.iter().find_map(|(name, first)| Some((rest.strip_prefix(name)?, *first)));
    if let Some((after, first)) = era {
        tokens.push(Token { kind: TokenKind::Era(first.into()), bytes: bytes.clone() });
        if after.is_empty() {
            return true;
        }
        // Its first year has a name.
        if after == "元年" {
            tokens.push(Token { kind: TokenKind::Number(1, 1), bytes: bytes.clone() });
            tokens.push(Token { kind: TokenKind::Unit(Unit::Year), bytes: bytes.clone() });
            return true;
        }
        return false;
    }
    if after_number {
        for (name, unit) in UNITS {
            if let Some(after) = rest.strip_prefix(name) {
                tokens.push(Token { kind: TokenKind::Unit(unit), bytes: bytes.clone() });
                rest = after;
                break;
            }
        }
        if rest.is_empty() {
            return true;
        }
    }
    let words = patterns.dates().get(rest).map(|word| vec![word]).or_else(|| patterns.dates().segment(rest));
    let Some(words) = words else { return false };
    tokens.extend(words.into_iter().map(|word| Token { kind: TokenKind::Word(word), bytes: bytes.clone() }));
    true
}
