//! Sequences that steer a terminal, in a text (ECMA-48; ISO 2022).
//!
//! ```text
//!     ESC [ 1 ; 31 m          control sequence: parameters, intermediates, a final character
//!     ESC ] 0 ; title BEL     string, up to BEL or ESC \ on the same line
//!     ESC ( B                 other sequence: intermediates, a final character
//! ```
//!
//! What has no end is no sequence, so that no more of the text goes than what opens it.

use std::str::Chars;

/// Skips what belongs to an ESC that was read; whether it was a whole sequence.
///
/// Cost: linear in what is looked at, which is no more than up to the next ESC or line end.
pub(super) fn skip(rest: &mut Chars<'_>) -> bool {
    let text = rest.as_str();
    let (length, is_whole) = match text.as_bytes() {
        [b'[', after @ ..] => ended(1, control_sequence(after)),
        [b']' | b'P' | b'X' | b'^' | b'_', after @ ..] => ended(1, string(after)),
        other => ended(0, escape(other)),
    };
    *rest = text[length..].chars();
    is_whole
}

/// Returns the bytes to skip: what opens a sequence, and what follows if it is ended.
fn ended(opening: usize, length: Option<usize>) -> (usize, bool) {
    (opening + length.unwrap_or(0), length.is_some())
}

/// Returns the length of the parameters, the intermediates and the final character of a control sequence.
fn control_sequence(text: &[u8]) -> Option<usize> {
    let parameters = leading(text, |b| matches!(b, b'0'..=b'?'));
    let intermediates = parameters + leading(&text[parameters..], |b| matches!(b, b' '..=b'/'));
    matches!(text.get(intermediates), Some(b'@'..=b'~')).then_some(intermediates + 1)
}

/// Returns the length of the intermediates and the final character of another sequence.
fn escape(text: &[u8]) -> Option<usize> {
    let intermediates = leading(text, |b| matches!(b, b' '..=b'/'));
    matches!(text.get(intermediates), Some(b'0'..=b'~')).then_some(intermediates + 1)
}

/// Returns the length of a string with its terminator.
fn string(text: &[u8]) -> Option<usize> {
    let end = leading(text, |b| !matches!(b, b'\x07' | b'\x1b' | b'\n' | b'\r'));
    match &text[end..] {
        [b'\x07', ..] => Some(end + 1),
        [b'\x1b', b'\\', ..] => Some(end + 2),
        _ => None,
    }
}

fn leading(text: &[u8], is: impl Fn(u8) -> bool) -> usize {
    text.iter().take_while(|&&b| is(b)).count()
}

#[cfg(test)]
mod tests {
    use super::super::{Removed, counted, text};

    #[track_caller]
    fn check(raw: &str, expected: &str, taken_out: Removed) {
        let (clean, removed) = counted(raw);
        assert_eq!((&*clean, removed), (expected, taken_out), "{raw:?}");
    }

    #[test]
    fn whole_sequences_go_whole() {
        for (raw, clean, sequences) in [
            ("a\x1b[1;31mb\x1b[0mc", "abc", 2),
            ("a\x1b]8;;http://x\x1b\\link\x1b]8;;\x07b", "alinkb", 2),
            ("a\x1bPpayload\x1b\\b\x1b[?25lc\x1b[0 qd", "abcd", 3),
            ("a\x1b(Bb\x1bcd", "abd", 2),
        ] {
            check(raw, clean, Removed { sequences, ..Removed::default() });
        }
    }

    #[test]
    fn what_has_no_end_costs_what_opens_it() {
        for (raw, clean, controls) in [
            ("a\x1b]0;never ended\nb", "a0;never ended\nb", 1),
            ("a\x1bPto the end", "ato the end", 1),
            ("a\x1b[12\u{E9}", "a12\u{E9}", 1),
            ("a\x1b[", "a", 1),
            ("a\x1b\nb\x1b\u{E9}\x1b", "a\nb\u{E9}", 3),
        ] {
            check(raw, clean, Removed { controls, ..Removed::default() });
        }
        let both = Removed { controls: 2, sequences: 1, ..Removed::default() };
        check("a\x1b]0;not ended\x1b[31m here\x07", "a0;not ended here", both);
    }

    #[test]
    fn a_string_is_no_longer_than_its_line() {
        for end in ["\n", "\r", "\r\n"] {
            assert_eq!(text(&format!("\x1b]{end}The boats\x07 left.")), "\nThe boats left.", "{end:?}");
        }
    }
}
