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

use std::iter::Peekable;
use std::str::Chars;

use unicode_normalization::char::is_combining_mark;

/// Marks that may stand on one letter; no written language needs more.
const MARKS: usize = 8;

/// Cleans a text: lines end with `\n`, tabs are spaces, and control characters, terminal sequences, invisible
/// and direction-turning characters are gone.
///
/// Cost: linear in the text.
#[must_use]
pub fn text(raw: &str) -> String {
    let mut clean = String::with_capacity(raw.len());
    let mut chars = raw.chars().peekable();
    let mut marks = 0;
    while let Some(c) = chars.next() {
        match c {
            ' '..='~' => clean.push(c),
            '\n' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            '\r' => {
                chars.next_if_eq(&'\n');
                clean.push('\n');
            }
            '\t' => clean.push(' '),
            '\x1b' => skip_escape(&mut chars),
            '\u{9B}' => skip_control_sequence(&mut chars),
            '\u{90}' | '\u{98}' | '\u{9D}' | '\u{9E}' | '\u{9F}' => skip_string(&mut chars),
            _ if c.is_control() || is_unseen(c) => {}
            _ if is_combining_mark(c) => {
                marks += 1;
                if marks <= MARKS {
                    clean.push(c);
                }
                continue;
            }
            _ => clean.push(c),
        }
        marks = 0;
    }
    clean
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
    text(&raw.chars().map(shown).collect::<String>())
}

/// Characters that show nothing and change how others show: byte order marks, direction and variation
/// selectors, soft hyphens, zero-width spaces, tags.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Skips what follows an ESC: a control sequence, a string with its payload, or a single character.
fn skip_escape(chars: &mut Peekable<Chars<'_>>) {
    match chars.peek() {
        Some('[') => {
            chars.next();
            skip_control_sequence(chars);
        }
        Some(']' | 'P' | 'X' | '^' | '_') => {
            chars.next();
            skip_string(chars);
        }
        Some(' '..='~') => {
            while chars.next_if(|c| (' '..='/').contains(c)).is_some() {}
            chars.next_if(|c| ('0'..='~').contains(c));
        }
        _ => {}
    }
}

/// Skips the parameters and the final character of a control sequence (ECMA-48, 5.4).
fn skip_control_sequence(chars: &mut Peekable<Chars<'_>>) {
    while chars.next_if(|c| (' '..='?').contains(c)).is_some() {}
    chars.next_if(|c| ('@'..='~').contains(c));
}

/// Skips a string such as a window title. One that is never ended costs its line, not the rest of the text.
fn skip_string(chars: &mut Peekable<Chars<'_>>) {
    while let Some(c) = chars.next_if(|c| *c != '\n') {
        match c {
            '\x07' | '\u{9C}' => return,
            '\x1b' => {
                chars.next_if_eq(&'\\');
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
            prop_assert_eq!(text(&once), once);
        }
    }
}
