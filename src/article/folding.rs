//! Text as patterns are compared: case, accents and the shapes of marks aside.
//!
//! ```text
//!     À lire aussi :      a lire aussi :        folded
//!     Comments (12)       comments #            bare: words and numbers alone
//! ```

use std::iter;

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::unicode::scripts;

/// Returns what a character is compared as: none or more characters.
pub(super) fn folded(c: char) -> impl Iterator<Item = char> {
    /// A small letter decomposes into four characters at most, and a capital becomes two of them.
    const MOST: usize = 8;
    let (mut chars, mut count) = (['\0'; MOST], 0);
    let mut push = |c: char| {
        if count < MOST && !is_accent(c) {
            chars[count] = usual(c);
            count += 1;
        }
    };
    if c.is_ascii() {
        push(c.to_ascii_lowercase());
    } else if is_of_asia(c) {
        push(c);
    } else {
        c.to_lowercase().for_each(|c| decompose_canonical(c, &mut push));
    }
    chars.into_iter().take(count)
}

/// Folds a text.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut fold = String::with_capacity(text.len());
    fold.extend(text.chars().flat_map(folded));
    fold
}

/// Folds a text to its words, with a space between them; a number is a `#`.
pub(super) fn bare(text: &str) -> String {
    let mut words = Words { bare: String::with_capacity(text.len()), ..Words::default() };
    for c in text.chars() {
        if c.is_ascii() {
            words.add(c.to_ascii_lowercase());
        } else {
            folded(c).for_each(|c| words.add(c));
        }
    }
    words.bare
}

/// Returns the words of what is folded already, with a space between them; a number is a `#`.
pub(super) fn words_of(folded: impl Iterator<Item = char>) -> String {
    let mut words = Words::default();
    folded.for_each(|c| words.add(c));
    words.bare
}

/// The words of a text as far as it was read.
#[derive(Default)]
struct Words {
    bare: String,
    /// Whether what was added last is a number.
    is_number: bool,
    /// Whether something stood after it that is of no word.
    is_apart: bool,
}

impl Words {
    /// Adds a folded character.
    fn add(&mut self, c: char) {
        let is_digit = digit(c).is_some();
        if !is_digit && !is_of_word(c) {
            self.is_apart = true;
            return;
        }
        if is_digit && self.is_number && !self.is_apart {
            return;
        }
        if (self.is_apart || is_digit != self.is_number) && !self.bare.is_empty() {
            self.bare.push(' ');
        }
        self.bare.push(if is_digit { '#' } else { c });
        (self.is_number, self.is_apart) = (is_digit, false);
    }
}

/// Returns what follows a folded beginning in a text, none if the text begins otherwise.
pub(super) fn strip<'t>(text: &'t str, beginning: &str) -> Option<&'t str> {
    // Most texts differ from most beginnings in their first letters.
    let same =
        beginning.bytes().zip(text.bytes()).take_while(|(b, t)| t.is_ascii_graphic() && t.to_ascii_lowercase() == *b);
    let same = same.count();
    match (beginning.as_bytes().get(same), text.as_bytes().get(same)) {
        (Some(wanted), Some(next)) if wanted.is_ascii_graphic() && next.is_ascii_graphic() => return None,
        _ => {}
    }
    let mut wanted = beginning[same..].chars();
    for (at, c) in text[same..].char_indices().map(|(at, c)| (same + at, c)) {
        let is_whole = wanted.as_str().is_empty();
        for c in folded(c) {
            if is_whole {
                return Some(&text[at..]);
            }
            if wanted.next() != Some(c) {
                return None;
            }
        }
    }
    wanted.as_str().is_empty().then_some("")
}

/// Returns the value of a digit of any script that reports are written in.
pub(super) fn digit(c: char) -> Option<u32> {
    /// The zeros of Arabic, Persian, Devanagari, Bengali and full-width digits.
    const ZEROS: [u32; 5] = [0x660, 0x6F0, 0x966, 0x9E6, 0xFF10];
    let of_other_script = || ZEROS.iter().find_map(|zero| u32::from(c).checked_sub(*zero).filter(|value| *value <= 9));
    c.to_digit(10).or_else(|| if c.is_ascii() { None } else { of_other_script() })
}

/// Tells whether a character is of a word.
pub(super) fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || !c.is_ascii() && is_combining_mark(c)
}

/// Tells whether a character is of Chinese, Japanese or Korean, which has no case and no accents.
fn is_of_asia(c: char) -> bool {
    scripts::joins_lines(c) || matches!(c, '\u{AC00}'..='\u{D7A3}')
}

/// Tells whether a mark is often left out: accents of Europe, vowel marks of Hebrew and Arabic, the hamza and madda of
/// Arabic letters, the nukta of Devanagari.
fn is_accent(c: char) -> bool {
    scripts::is_accent(c) || scripts::is_vowel_mark(c) || matches!(c, '\u{653}'..='\u{655}' | '\u{93C}')
}

/// Returns the usual one of the characters that mean the same.
fn usual(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' | '׳' => '\'',
        'ς' => 'σ',
        '：' => ':',
        '／' => '/',
        '＝' => '=',
        '｜' => '|',
        c if c.is_ascii() && c != '\t' && c != '\n' => c,
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// Parts a line at its spaces, and gives where each word begins.
pub(super) fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let is_ascii = text.is_ascii();
    let mut at = 0;
    iter::from_fn(move || {
        // Most words stand after one space.
        let rest = text[at..].strip_prefix(' ').unwrap_or(&text[at..]);
        let is_plain = rest.as_bytes().first().is_some_and(u8::is_ascii_graphic);
        let start = text.len() - if is_plain { rest.len() } else { rest.trim_start().len() };
        let word = &text[start..];
        let length =
            if is_ascii { memchr::memchr2(b' ', b'\t', word.as_bytes()) } else { word.find(char::is_whitespace) };
        at = start + length.unwrap_or(word.len());
        (!word.is_empty()).then_some(start)
    })
}

/// Returns where the words of a text begin but its first, without those that begin with a small letter.
pub(super) fn large_word_starts(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let is_plain = text.is_ascii()
        && !text.starts_with(' ')
        && !bytes.iter().any(|b| matches!(b, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C));
    // Nearly all texts have nothing but single spaces, and nearly all words a small letter first.
    let plain = memchr::memchr_iter(b' ', if is_plain { bytes } else { &[] }).map(|at| at + 1);
    let plain = plain.filter(|&at| bytes.get(at).is_some_and(|b| *b != b' ' && !b.is_ascii_lowercase()));
    let others = word_starts(if is_plain { "" } else { text }).skip(1);
    plain.chain(others.filter(|&at| !text[at..].starts_with(char::is_lowercase)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_shapes_are_folded() {
        assert_eq!(fold("À LIRE\u{A0}Aussi : l’eau"), "a lire aussi : l'eau");
        assert_eq!(fold("ΔΙΑΒΑΣΤΕ ΕΠΊΣΗΣ"), fold("Διαβάστε επίσης"));
        assert_eq!(fold("İstanbul"), "istanbul");
        assert_eq!(fold("أبريل نُشر"), fold("ابريل نشر"));
    }

    #[test]
    fn words_and_numbers_alone() {
        assert_eq!(bare("Comments (12)"), "comments #");
        assert_eq!(bare("» Share this: "), "share this");
        assert_eq!(bare("3分鐘 ٣"), "# 分鐘 #");
        assert_eq!(bare("4,000 Kommentare"), "# # kommentare");
        assert_eq!(bare("यह भी पढ़ें"), "यह भी पढें");
        assert_eq!(bare("…"), "");
    }

    #[test]
    fn a_beginning_is_stripped() {
        assert_eq!(strip("À lire aussi : Le port", "a lire aussi"), Some(" : Le port"));
        assert_eq!(strip("By Ann", "by "), Some("Ann"));
        assert_eq!(strip("By", "by"), Some(""));
        assert_eq!(strip("B", "by"), None);
        assert_eq!(strip("Cafe\u{301} x", "cafe"), Some(" x"));
    }

    #[test]
    fn words_begin_after_spaces() {
        assert_eq!(word_starts(" a bc\u{A0}d").collect::<Vec<_>>(), [1, 3, 7]);
        for (text, starts) in
            [("A b C  D", &[4, 7][..]), ("A b\u{A0}Ç é D", &[5, 11]), ("A", &[]), ("a\tB 1", &[2, 4]), (" A B", &[3])]
        {
            assert_eq!(large_word_starts(text).collect::<Vec<_>>(), starts, "{text}");
        }
    }
}
