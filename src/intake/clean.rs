//! Nothing from outside may steer the terminal.
//!
//! A report, a file name or an error message may hold escape sequences, control characters, marks that turn the
//! direction of the text, or a hundred accents on one letter. All of it is taken out when it is read, so that no
//! later room has to think of it:
//!
//! ```
//! use diptych::intake::clean;
//!
//! assert_eq!(clean::text("one\x1b[31m red\x1b]0;title\x07 word\r\nnext"), "one red word\nnext");
//! assert_eq!(clean::line("two\nlines\u{202E}"), "two lines");
//! ```

use std::borrow::Cow;
use std::str::Chars;

use unicode_normalization::char::is_combining_mark;

use crate::unicode::ascii_scan;

/// Marks that may stand on one letter; no written language needs more.
const MARKS: usize = 8;

/// Cleans a text: lines end with `\n`, tabs are spaces, and control characters, terminal sequences, invisible
/// and direction-turning characters are gone. What is clean is not copied.
///
/// Cost: linear in the text.
#[must_use]
pub fn text(raw: &str) -> Cow<'_, str> {
    let mut clean: Option<String> = None;
    let mut rest = raw.chars();
    let mut marks = 0;
    loop {
        let plain = plain(rest.as_str());
        if let Some(clean) = &mut clean {
            clean.push_str(plain);
        }
        rest = rest.as_str()[plain.len()..].chars();
        let at = raw.len() - rest.as_str().len();
        let Some(c) = rest.next() else { return clean.map_or(Cow::Borrowed(raw), Cow::Owned) };
        if !plain.is_empty() {
            marks = 0;
        }
        let mut shown = seen(c, &mut rest);
        if let Some(c) = shown {
            marks = if is_combining_mark(c) { marks + 1 } else { 0 };
            shown = shown.filter(|_| marks <= MARKS);
        }
        if shown != Some(c) && clean.is_none() {
            let mut begun = String::with_capacity(raw.len());
            begun.push_str(&raw[..at]);
            clean = Some(begun);
        }
        if let Some(clean) = &mut clean {
            clean.extend(shown);
        }
    }
}

/// The plain ASCII text that comes first, its lines included: all that is read but a few characters.
fn plain(text: &str) -> &str {
    let mut length = 0;
    loop {
        length += ascii_scan::printable(&text.as_bytes()[length..]);
        if text.as_bytes().get(length) != Some(&b'\n') {
            return &text[..length];
        }
        length += 1;
    }
}

/// What is to be seen of a character that is not plain; `None` for one that goes, with what belongs to it.
fn seen(c: char, rest: &mut Chars<'_>) -> Option<char> {
    match c {
        '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => return Some('\n'),
        '\r' => {
            next_if(rest, |c| c == '\n');
            return Some('\n');
        }
        '\t' => return Some(' '),
        '\x1b' => skip_escape(rest),
        '\u{9B}' => skip_control_sequence(rest),
        '\u{90}' | '\u{98}' | '\u{9D}' | '\u{9E}' | '\u{9F}' => skip_string(rest),
        _ => return Some(c).filter(|&c| !c.is_control() && !is_unseen(c)),
    }
    None
}

/// Takes the next character if it is of a kind.
fn next_if(chars: &mut Chars<'_>, is: impl Fn(char) -> bool) -> Option<char> {
    let mut ahead = chars.clone();
    let next = ahead.next().filter(|&c| is(c));
    if next.is_some() {
        *chars = ahead;
    }
    next
}

/// Cleans what must stay on one line: a name, a message.
///
/// Other than in a text, nothing is taken out whole, so that the rest of a name can be recognised and the cause after it
/// read: each control character leaves a `\u{FFFD}`.
#[must_use]
pub fn line(raw: &str) -> String {
    let shown = |c: char| match c {
        '\u{2028}' | '\u{2029}' => ' ',
        c if c.is_control() && c.is_whitespace() => ' ',
        c if c.is_control() => char::REPLACEMENT_CHARACTER,
        c => c,
    };
    text(&raw.chars().map(shown).collect::<String>()).into_owned()
}

/// Characters that show nothing and change how others show: byte order marks, direction and variation
/// selectors, soft hyphens, zero-width spaces, tags.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Skips what follows an ESC: a control sequence, a string with its payload, or a single character.
fn skip_escape(chars: &mut Chars<'_>) {
    if next_if(chars, |c| c == '[').is_some() {
        skip_control_sequence(chars);
    } else if next_if(chars, |c| matches!(c, ']' | 'P' | 'X' | '^' | '_')).is_some() {
        skip_string(chars);
    } else {
        while next_if(chars, |c| (' '..='/').contains(&c)).is_some() {}
        next_if(chars, |c| ('0'..='~').contains(&c));
    }
}

/// Skips the parameters and the final character of a control sequence (ECMA-48, 5.4).
fn skip_control_sequence(chars: &mut Chars<'_>) {
    while next_if(chars, |c| (' '..='?').contains(&c)).is_some() {}
    next_if(chars, |c| ('@'..='~').contains(&c));
}

/// Skips a string such as a window title. One that is never ended costs its line, not the rest of the text.
fn skip_string(chars: &mut Chars<'_>) {
    while let Some(c) = next_if(chars, |c| c != '\n') {
        match c {
            '\x07' | '\u{9C}' => return,
            '\x1b' => {
                next_if(chars, |c| c == '\\');
                return;
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn sequences_go_whole() {
        assert_eq!(text("a\x1b[1;31mb\x1b[0mc"), "abc");
        assert_eq!(text("a\x1b]8;;http://x\x1b\\link\x1b]8;;\x07b"), "alinkb");
        assert_eq!(text("a\x1bPpayload\x1b\\b\u{9B}2Jc\u{9D}0;t\u{9C}d"), "abcd");
        assert_eq!(text("a\x1b(Bb\x1bcd"), "abd");
        assert_eq!(text("a\x1b]0;never ended\nb"), "a\nb");
        assert_eq!(text("a\x1b"), "a");
    }

    #[test]
    fn unseen_characters_go() {
        assert_eq!(text("\u{FEFF}a\u{202E}b\u{2066}c\u{AD}d\u{200B}e❤\u{FE0F}"), "abcde❤");
        assert_eq!(text("a\tb\r\nc\rd\u{2028}e"), "a b\nc\nd\ne");
    }

    #[test]
    fn piled_marks_are_capped() {
        let piled = format!("e{}x\u{301}", "\u{301}".repeat(100));
        assert_eq!(text(&piled), format!("e{}x\u{301}", "\u{301}".repeat(MARKS)));
        let parted = "\u{301}\u{200B}\u{301}\u{FE0F}".repeat(50);
        assert_eq!(text(&format!("e{parted}")), format!("e{}", "\u{301}".repeat(MARKS)));
    }

    #[test]
    fn a_line_loses_nothing_that_can_be_read() {
        assert_eq!(line("a\x1b]0;b\u{9B}c: no such\r\n\u{85}file\u{202E}"), "a�]0;b�c: no such   file");
    }

    proptest! {
        #[test]
        fn no_control_character_is_left(raw in "(\\PC|[\\x00-\\x1f\\x7f\u{80}-\u{9f}])*") {
            prop_assert!(text(&raw).chars().all(|c| c == '\n' || !c.is_control()));
            prop_assert!(!line(&raw).contains(char::is_control));
        }

        #[test]
        fn what_is_clean_stays(raw in "\\PC*") {
            let once = text(&raw);
            prop_assert!(matches!(text(&once), Cow::Borrowed(same) if same == once));
        }
    }
}
