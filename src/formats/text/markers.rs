//! What lines begin with that makes them blocks of their own.
//!
//! ```text
//!     - an item     • an item     – an item     1. an item     (b) an item     Q: a question     HALLORAN: what is said
//!     [1] a note    ¹ a note      1 A note, if a word above has the figure: "in March.1"
//! ```
//!
//! A dash, a figure or a name with a colon may also come to the beginning of a line where running text is wrapped. So the mark
//! counts where the line before ends a sentence or is not full, or where a line of the same stretch begins so already.

use unicode_width::UnicodeWidthStr;

use super::line::{End, Line};
use super::measure::Measure;

/// Says what a line begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marker<'t> {
    Bullet(char),
    /// A figure or a letter, and the mark behind it.
    Count(&'t str, char),
    /// The number of a note.
    Note(&'t str),
    Speaker(&'t str),
}

/// The longest name of a speaker, in words and in bytes.
const NAME: (usize, usize) = (4, 40);

/// Returns which lines of a stretch begin with a marker that counts.
pub(super) fn counting(lines: &[Line<'_>], measure: &Measure) -> Vec<bool> {
    let markers: Vec<Option<Marker<'_>>> = lines.iter().map(|line| marker(line.text)).collect();
    let mut last: Option<Marker<'_>> = None;
    let mut speakers = markers.iter().flatten().filter(|marker| matches!(marker, Marker::Speaker(_))).count();
    if let [Some(Marker::Speaker(name)), ..] = markers[..] {
        // A single name in a stretch may be a sentence: "Remember: …".
        speakers += usize::from(is_in_capitals(name));
    }
    let mut counting = Vec::with_capacity(lines.len());
    for (k, marker) in markers.iter().enumerate() {
        let before = k.checked_sub(1).map(|before| &lines[before]);
        let is_after_end =
            before.is_none_or(|before| before.end == End::Sentence || !measure.is_full(before, &lines[k]));
        let counts = marker.is_some_and(|marker| match marker {
            Marker::Note(number) => is_after_end && is_referred_to(number, &lines[..k]),
            Marker::Speaker(name) => is_after_end && (speakers > 1 || is_in_capitals(name)),
            _ => is_after_end || last.is_some_and(|last| follows(last, marker)),
        });
        if counts {
            last = *marker;
        }
        counting.push(counts);
    }
    counting
}

/// Tells whether a line has the number of a note behind a mark: `in March.1`, `in March.[1]`, `in March.¹`
fn is_referred_to(number: &str, lines: &[Line<'_>]) -> bool {
    let refers = |line: &Line<'_>| {
        line.text.match_indices(number).any(|(at, _)| {
            let (before, after) = (&line.text[..at], &line.text[at + number.len()..]);
            before.trim_end_matches('[').ends_with(['.', ',', ';', '”', '"', '’'])
                && !before.trim_end_matches('.').ends_with(char::is_numeric)
                && !after.starts_with(char::is_alphanumeric)
        })
    };
    lines.iter().rev().take(NOTES).any(refers)
}

/// How many lines above its note a reference may stand.
const NOTES: usize = 60;

/// Returns the column at which the text of an item of a list begins, if a line is one.
pub(super) fn item_column(line: &Line<'_>) -> Option<usize> {
    let is_item = matches!(marker(line.text), Some(Marker::Bullet(_) | Marker::Count(..)));
    let mark = line.text.split(char::is_whitespace).next()?;
    let rest = line.text[mark.len()..].trim_start();
    is_item.then(|| line.indent + mark.width() + (line.text.len() - mark.len() - rest.len()))
}

/// Tells whether a line begins with the mark of an item of a list.
pub(super) fn is_item(text: &str) -> bool {
    bullet(text).or_else(|| count(text)).is_some()
}

/// Tells whether a line begins with who says it.
pub(super) fn is_spoken(text: &str) -> bool {
    matches!(marker(text), Some(Marker::Speaker(_)))
}

/// Tells whether a marker goes on with the list of another one.
fn follows(last: Marker<'_>, marker: Marker<'_>) -> bool {
    match (last, marker) {
        (Marker::Bullet(last), Marker::Bullet(bullet)) => last == bullet,
        (Marker::Count(last, mark), Marker::Count(count, same)) => mark == same && is_next(last, count),
        _ => false,
    }
}

fn is_next(last: &str, count: &str) -> bool {
    match (last.parse::<u32>(), count.parse::<u32>()) {
        (Ok(last), Ok(count)) => last + 1 == count,
        (Err(_), Err(_)) => matches!((last.as_bytes(), count.as_bytes()), ([last], [count]) if last + 1 == *count),
        _ => false,
    }
}

fn marker(text: &str) -> Option<Marker<'_>> {
    bullet(text).or_else(|| count(text)).or_else(|| note(text)).or_else(|| speaker(text))
}

/// `•`, `-`, before a space.
fn bullet(text: &str) -> Option<Marker<'_>> {
    let mut chars = text.chars();
    let is_mark = |c: &char| {
        matches!(c, '-' | '*' | '+' | '•' | '–' | '—' | '·' | '‣' | '◦' | '▪' | '■' | '●' | '○' | '→' | '・')
    };
    let mark = chars.next().filter(is_mark)?;
    chars.next().is_some_and(char::is_whitespace).then_some(Marker::Bullet(mark))
}

/// `[1]`, `¹`, `1`, before a capital.
fn note(text: &str) -> Option<Marker<'_>> {
    let (word, rest) = text.split_once(char::is_whitespace)?;
    let number = word.strip_prefix('[').and_then(|word| word.strip_suffix(']')).unwrap_or(word);
    let is_raised = |c: char| matches!(c, '\u{B9}' | '\u{B2}' | '\u{B3}' | '\u{2070}' | '\u{2074}'..='\u{2079}');
    let is_number = (1..=3).contains(&number.chars().count())
        && (number.bytes().all(|b| b.is_ascii_digit()) || number.chars().all(is_raised));
    (is_number && rest.starts_with(char::is_uppercase)).then_some(Marker::Note(number))
}

/// `1.`, `12)`, `a)`, `(b)`, before a space.
fn count(text: &str) -> Option<Marker<'_>> {
    let word = text.split(char::is_whitespace).next()?;
    let is_bracketed = word.starts_with('(');
    let inner = word.strip_prefix('(').unwrap_or(word);
    let mark = inner.chars().next_back().filter(|c| matches!(c, '.' | ')'))?;
    let number = &inner[..inner.len() - 1];
    let is_figure = (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    // "A. Example" is a name.
    let is_letter = number.len() == 1 && number.bytes().all(|b| b.is_ascii_lowercase());
    let is_marked = mark == ')' || (!is_bracketed && is_figure);
    (is_marked && (is_figure || is_letter) && word.len() < text.len()).then_some(Marker::Count(number, mark))
}

/// `Q:`, `HALLORAN:`, `Ruth Halloran:`, before a space.
fn speaker(text: &str) -> Option<Marker<'_>> {
    let colon = text.as_bytes().iter().take(NAME.1).position(|&b| b == b':')?;
    let name = text.get(..colon)?;
    let begins = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c == '(');
    let is_name = !name.is_empty() && name.split_whitespace().all(begins) && name.split_whitespace().count() <= NAME.0;
    (is_name && text[colon + 1..].starts_with(char::is_whitespace)).then_some(Marker::Speaker(name))
}

fn is_in_capitals(name: &str) -> bool {
    !name.contains(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_of_lines() {
        for (text, expected) in [
            ("- so", Some(Marker::Bullet('-'))),
            ("• so", Some(Marker::Bullet('•'))),
            ("1. so", Some(Marker::Count("1", '.'))),
            ("12) so", Some(Marker::Count("12", ')'))),
            ("(b) so", Some(Marker::Count("b", ')'))),
            ("Q: so?", Some(Marker::Speaker("Q"))),
            ("Ruth Halloran: so", Some(Marker::Speaker("Ruth Halloran"))),
            ("[12] So", Some(Marker::Note("12"))),
            ("¹ So", Some(Marker::Note("¹"))),
            ("1 So", Some(Marker::Note("1"))),
            ("1 so", None),
            ("-so", None),
            ("1.5 m", None),
            ("1989. so", None),
            ("A. Example", None),
            ("a. so", None),
            ("12:30 so", None),
            ("The council said: so", None),
            ("-", None),
        ] {
            assert_eq!(marker(text), expected, "{text}");
        }
    }
}
