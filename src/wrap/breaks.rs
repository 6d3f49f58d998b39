//! Where a line may break.
//!
//! UAX #14 knows some forty classes of characters, but between plain words all of it comes to this: a line may break after
//! the spaces. Only what stands between two such places and is not plain is put before the full rules:
//!
//! ```text
//!     The ferries, it said, (as counter-espionage goes) may be late.
//!     └──┘└───────┘└─┘└───┘ └────── full rules ──────┘ └──┘└─┘└───┘
//! ```

use std::ops::Range;

use icu_segmenter::options::{LineBreakOptions, LineBreakWordOption};
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};

/// Takes the pieces between the places where a line of the text may break, each with the spaces after it; they join to
/// the text.
///
/// Cost: linear in the text.
pub(super) fn pieces(text: &str, mut take: impl FnMut(Piece)) {
    let rules = rules(text);
    for part in parts(text) {
        let Range { mut start, end } = part.range;
        if part.is_plain {
            take(Piece { range: start..end, spaces: Some(part.spaces) });
            continue;
        }
        for to in rules.segment_str(&text[start..end]).map(|to| part.range.start + to).filter(|&to| to < end) {
            if to > start {
                take(Piece { range: start..to, spaces: None });
                start = to;
            }
        }
        take(Piece { range: start..end, spaces: None });
    }
}

/// What stands between two places where a line may break.
pub(super) struct Piece {
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// How many spaces end it, if it is of ASCII alone and that is known.
    pub spaces: Option<usize>,
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
    range: Range<usize>,
    /// The spaces at its end.
    spaces: usize,
    /// Whether it has no place to break inside, whatever the rules.
    is_plain: bool,
}

fn parts(text: &str) -> impl Iterator<Item = Part> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let part = (start < text.len()).then(|| first_part(text.as_bytes(), start))?;
        start = part.range.end;
        Some(part)
    })
}

/// The part from a byte on to where spaces stand between a plain character and a letter or digit.
fn first_part(bytes: &[u8], start: usize) -> Part {
    let mut is_plain = true;
    let mut at = start;
    loop {
        let word = at;
        at += bytes[at..].iter().take_while(|&&b| PLAIN[usize::from(b)]).count();
        let spaces = at;
        at += bytes[at..].iter().take_while(|&&b| b == b' ').count();
        let part = Part { range: start..at, spaces: at - spaces, is_plain };
        match bytes.get(at) {
            None => return Part { is_plain: is_plain && spaces > word, ..part },
            Some(next) => {
                let can_break = spaces > word && at > spaces && bytes[spaces - 1] != b'\'';
                if can_break && next.is_ascii_alphanumeric() {
                    return part;
                }
                is_plain = false;
                // What is neither plain nor a space.
                at += usize::from(!PLAIN[usize::from(*next)]);
            }
        }
    }
}

/// Letters, digits, and the marks that never let a line break beside them but after a space: AL, NU, IS and QU.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut b = 0_u8;
    while b < 128 {
        plain[b as usize] = b.is_ascii_alphanumeric() || matches!(b, b'.' | b',' | b';' | b':' | b'\'');
        b += 1;
    }
    plain
};

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn by_full_rules(text: &str) -> Vec<usize> {
        rules(text).segment_str(text).filter(|&to| to > 0).collect()
    }

    fn gathered(text: &str) -> Vec<Range<usize>> {
        let mut gathered = Vec::new();
        pieces(text, |piece| gathered.push(piece.range));
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
        fn as_by_the_full_rules(text in "([a-cA1 '’.,;:!?()%$/“”–é灯。\u{A0}\u{301}-]|[a-z]{1,3}|등대| ){0,40}") {
            prop_assert_eq!(gathered(&text).iter().map(|range| range.end).collect::<Vec<_>>(), by_full_rules(&text));
        }

        #[test]
        fn they_join_to_the_text(text in "\\PC*") {
            let joined: String = gathered(&text).into_iter().map(|range| &text[range]).collect();
            prop_assert_eq!(joined, text);
        }
    }
}
