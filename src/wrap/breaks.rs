//! Where a line may break.
//!
//! UAX #14 knows some forty classes of characters, but between plain words all of it comes to this: a line may break after
//! the spaces. Only what stands between two such places and is not plain is put before the full rules:
//!
//! ```text
//!     The ferries, it said, (as counter-espionage goes) may be late.
//!     └──┘└───────┘└─┘└────┘└─┘ └─ full rules ──┘ └───┘ └─┘└─┘└───┘
//! ```

use std::cell::LazyCell;

use icu_segmenter::options::{LineBreakOptions, LineBreakWordOption};
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};

/// What stands between two places where a line may break.
pub(super) struct Piece {
    /// Where it begins in the text, in bytes.
    pub start: usize,
    /// Where the white space at its end begins.
    pub bare: usize,
    /// Where it ends.
    pub end: usize,
    /// Whether it is all of ASCII, so that a byte is a column.
    pub is_ascii: bool,
}

/// Takes the pieces between the places where a line of the text may break; they join to the text.
///
/// Cost: linear in the text.
pub(super) fn pieces(text: &str, mut take: impl FnMut(Piece)) {
    let rules = LazyCell::new(|| rules(text));
    let mut next = 0;
    while next < text.len() {
        let part = first_part(text.as_bytes(), next);
        next = part.end;
        if let Some(bare) = part.bare {
            let is_ascii = text.as_bytes()[part.start..bare].is_ascii();
            take(Piece { start: part.start, bare, end: part.end, is_ascii });
            continue;
        }
        let mut start = part.start;
        let breaks = rules.segment_str(&text[part.start..part.end]).map(|at| part.start + at);
        for end in breaks.filter(|&end| end < part.end).chain([part.end]) {
            if end > start {
                let bare = start + text[start..end].trim_end().len();
                take(Piece { start, bare, end, is_ascii: false });
                start = end;
            }
        }
    }
}

/// The rules for the script: Korean breaks between words, not within them.
fn rules(text: &str) -> LineSegmenterBorrowed<'static> {
    let is_hangul = |c: char| ('\u{AC00}'..='\u{D7A3}').contains(&c);
    let mut options = LineBreakOptions::default();
    if !text.is_ascii() && text.chars().any(is_hangul) {
        options.word_option = Some(LineBreakWordOption::KeepAll);
    }
    LineSegmenter::new_for_non_complex_scripts(options)
}

/// What stands between two places where a line may break whatever else there is.
struct Part {
    start: usize,
    /// Where its spaces begin, if it has no place to break inside, whatever the rules.
    bare: Option<usize>,
    end: usize,
}

/// The part from a byte on to where spaces stand between plain text and what begins a word.
fn first_part(text: &[u8], start: usize) -> Part {
    let mut at = start;
    loop {
        let bare = plain_end(text, at);
        let end = bare + text[bare..].iter().take_while(|&&b| b == b' ').count();
        let is_plain = bare > at && at == start;
        if end == text.len() {
            return Part { start, bare: is_plain.then_some(bare), end };
        }
        let begins = matches!(class(text, end).0, Class::Core | Class::Open);
        if bare > at && end > bare && text[bare - 1] != b'\'' && begins {
            return Part { start, bare: is_plain.then_some(bare), end };
        }
        at = end + 1;
    }
}

/// Where plain text ends that begins here: what opens, then letters and points, then what closes.
fn plain_end(text: &[u8], start: usize) -> usize {
    let mut at = start;
    let mut reached = Class::Open;
    while at < text.len() {
        let letters = text[at..].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
        if letters > 0 {
            if reached == Class::Close {
                break;
            }
            reached = Class::Core;
            at += letters;
            continue;
        }
        let (class, length) = class(text, at);
        match class {
            Class::Open if reached == Class::Open => {}
            Class::Point if reached == Class::Open => reached = Class::Core,
            Class::Point => {}
            Class::Close if reached != Class::Open => reached = Class::Close,
            _ => break,
        }
        at += length;
    }
    if reached == Class::Open { start } else { at }
}

/// What a character is where lines break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// OP, and quotation marks that open: never a break after it.
    Open,
    /// Letters and digits: AL and NU.
    Core,
    /// IS, and quotation marks of one shape or that close: never a break beside it but after a space.
    Point,
    /// CL and CP: never a break before it.
    Close,
    /// Whatever the full rules are for.
    Other,
}

/// The class of the character that begins here, and its length in bytes.
fn class(text: &[u8], at: usize) -> (Class, usize) {
    let class = CLASSES[usize::from(text[at])];
    if class != Class::Other || text[at] != 0xE2 {
        return (class, 1);
    }
    match text[at..] {
        [_, 0x80, 0x98 | 0x9C, ..] => (Class::Open, 3),  // ‘ “
        [_, 0x80, 0x99 | 0x9D, ..] => (Class::Point, 3), // ’ ”
        _ => (Class::Other, 1),
    }
}

/// The classes of ASCII characters.
const CLASSES: [Class; 256] = {
    let mut classes = [Class::Other; 256];
    let mut b = 0_u8;
    while b < 128 {
        classes[b as usize] = match b {
            b'(' | b'[' | b'{' => Class::Open,
            b'.' | b',' | b';' | b':' | b'\'' => Class::Point,
            b')' | b']' | b'}' => Class::Close,
            b if b.is_ascii_alphanumeric() => Class::Core,
            _ => Class::Other,
        };
        b += 1;
    }
    classes
};

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use proptest::prelude::*;

    use super::*;

    fn by_full_rules(text: &str) -> Vec<usize> {
        rules(text).segment_str(text).filter(|&to| to > 0).collect()
    }

    fn gathered(text: &str) -> Vec<Range<usize>> {
        let mut gathered = Vec::new();
        pieces(text, |piece| gathered.push(piece.start..piece.end));
        gathered
    }

    #[test]
    fn pieces_keep_their_spaces() {
        let text = "The ferries, it  said";
        let drawn: Vec<&str> = gathered(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(drawn, ["The ", "ferries, ", "it  ", "said"]);
    }

    proptest! {
        #[test]
        fn as_by_the_full_rules(text in "([a-cA1 '‘’.,;:!?()\\[\\]{}%$/“”–é灯。\u{A0}\u{301}-]|[a-z]{1,3}|등대| ){0,40}") {
            prop_assert_eq!(gathered(&text).iter().map(|range| range.end).collect::<Vec<_>>(), by_full_rules(&text));
        }

        #[test]
        fn they_join_to_the_text(text in "\\PC*") {
            let joined: String = gathered(&text).into_iter().map(|range| &text[range]).collect();
            prop_assert_eq!(joined, text);
        }
    }
}
