//! Where a line may break.
//!
//! UAX #14 knows some forty classes of characters and rules that look far about. But between characters of ordinary
//! prose all of it comes to a table of pairs, one for characters that stand together and one for those with spaces
//! between. Only what stands between two such breaks and has another character is put before the full rules:
//!
//! ```text
//!     The ferries, it said – (10 % of counter-espionage, at ירושלים) may be late.
//!     └──┘└───────┘└─┘└────┘└┘└──┘└┘└─┘└──────┘└────────┘└─┘└── ? ───┘└──┘└─┘└───┘
//! ```

use icu_segmenter::options::{LineBreakOptions, LineBreakWordOption};
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};

use super::classes::{LineBreakClass, class};
use super::pairs::{self, Verdict};

/// Holds what stands between two places where a line may break.
pub(super) struct BreakUnit {
    /// Where it begins in the text, in bytes.
    pub start: usize,
    /// Where the white space at its end begins.
    pub bare: usize,
    /// Where it ends.
    pub end: usize,
}

/// Holds a text whose lines are to break.
#[derive(Clone, Copy)]
pub(super) struct Breaks<'t> {
    text: &'t str,
    /// Korean breaks between words, not within them.
    is_korean: bool,
}

impl<'t> Breaks<'t> {
    /// Cost: linear in the text.
    pub fn new(text: &'t str) -> Self {
        let is_hangul = |c: char| ('\u{AC00}'..='\u{D7A3}').contains(&c);
        // The bytes they begin with are found far sooner than the text is decoded.
        let bytes = text.as_bytes();
        let may_be = memchr::memchr(0xEA, bytes).is_some() || memchr::memchr3(0xEB, 0xEC, 0xED, bytes).is_some();
        let is_korean = may_be && text.chars().any(is_hangul);
        Self { text, is_korean }
    }

    /// Takes the pieces from a break on to the next one that stands whatever else there is, and returns where that is.
    /// They join to the text.
    ///
    /// Cost: linear in what stands there.
    pub fn part(self, start: usize, mut take: impl FnMut(BreakUnit)) -> usize {
        let (end, is_known) = self.next_break(start);
        let mut piece = |start: usize, end: usize| {
            let bare = start + self.text[start..end].trim_end().len();
            take(BreakUnit { start, bare, end });
        };
        if is_known {
            piece(start, end);
            return end;
        }
        let mut from = start;
        let breaks = self.rules().segment_str(&self.text[start..end]).map(|at| start + at);
        for to in breaks.filter(|&to| start < to && to < end).chain([end]) {
            piece(from, to);
            from = to;
        }
        end
    }

    /// Returns the next break after a place that stands whatever else there is, and whether there is surely none
    /// between.
    fn next_break(self, start: usize) -> (usize, bool) {
        let bytes = self.text.as_bytes();
        let (first, mut length) = class(bytes, start);
        let mut is_known = first != LineBreakClass::Other;
        let mut at = start;
        loop {
            at += length;
            if at >= bytes.len() {
                return (bytes.len(), is_known);
            }
            match pairs::verdict(bytes, at, self.is_korean) {
                Verdict::Break => return (at, is_known),
                Verdict::Join => {}
                Verdict::Ask => is_known = false,
            }
            length = pairs::run(bytes, at);
        }
    }

    /// Returns the last break in a range of the text that stands whatever else there is, and whether there is surely
    /// none between it and the end of the range.
    pub fn last_break(self, after: usize, until: usize) -> Option<(usize, bool)> {
        let bytes = self.text.as_bytes();
        let mut is_known = true;
        let mut at = until;
        while at > after {
            match pairs::verdict(bytes, at, self.is_korean) {
                Verdict::Break => return Some((at, is_known)),
                Verdict::Join => {}
                Verdict::Ask => is_known = false,
            }
            at -= pairs::run_before(bytes, at);
        }
        None
    }

    /// Returns the full rules for the script: Thai, Lao, Khmer and Burmese write no spaces between words, and break where a
    /// dictionary finds their ends.
    fn rules(self) -> LineSegmenterBorrowed<'static> {
        let mut options = LineBreakOptions::default();
        options.word_option = self.is_korean.then_some(LineBreakWordOption::KeepAll);
        #[cfg(feature = "cjk")]
        let rules = LineSegmenter::new_dictionary(options);
        #[cfg(not(feature = "cjk"))]
        let rules = LineSegmenter::new_for_non_complex_scripts(options);
        rules
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    impl Breaks<'_> {
        /// Compares the pieces of a text with what the full rules say.
        #[track_caller]
        pub fn check(text: &str) {
            assert_eq!(ends(text), by_full_rules(text), "{text}");
        }
    }

    fn by_full_rules(text: &str) -> Vec<usize> {
        Breaks::new(text).rules().segment_str(text).filter(|&to| to > 0).collect()
    }

    fn gathered(text: &str) -> Vec<&str> {
        let mut gathered = Vec::new();
        let mut next = 0;
        while next < text.len() {
            next = Breaks::new(text).part(next, |piece| gathered.push(&text[piece.start..piece.end]));
        }
        gathered
    }

    fn ends(text: &str) -> Vec<usize> {
        let mut end = 0;
        let end = |piece: &str| {
            end += piece.len();
            end
        };
        gathered(text).into_iter().map(end).collect()
    }

    #[test]
    fn pieces_keep_their_spaces() {
        assert_eq!(gathered("The ferries, it  said"), ["The ", "ferries, ", "it  ", "said"]);
    }

    #[test]
    fn ordinary_prose_is_known() {
        let text = "“Three (or more) of the ferries’ counter-parts, it said – 10 % – may be late—or not…”";
        let breaks = Breaks::new(text);
        let mut at = 0;
        while at < text.len() {
            let (next, is_known) = breaks.next_break(at);
            assert!(is_known, "{}", &text[at..next]);
            at = next;
        }
    }

    #[test]
    fn one_character_has_no_breaks() {
        for text in ["。", "\u{202F}"] {
            assert_eq!(ends(text), by_full_rules(text), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn as_by_the_full_rules(
            text in "([a-cA1éΩяج٣،«»\u{483} '‘’.,;:!?()\\[\\]{}%$+/\"“”„–—…&<>灯あッー。、「」！：１\u{A0}\u{301}א|-]|[a-z]{1,3}|등대|등| |[a-z] [–“('-][a-z]){0,40}"
        ) {
            prop_assert_eq!(ends(&text), by_full_rules(&text));
        }

        #[test]
        fn the_last_break_is_one_of_them(text in "([a-c1 .,–-]|[a-z]{1,3}|灯){0,40}", share in 0.0..1.0) {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let until = places[(places.len() as f64 * share) as usize].min(text.len());
            if let Some((at, is_last)) = Breaks::new(&text).last_break(0, until).filter(|_| until < text.len()) {
                let breaks = by_full_rules(&text);
                prop_assert!(breaks.contains(&at));
                prop_assert!(!is_last || !breaks.iter().any(|other| (at + 1..=until).contains(other)));
            }
        }

        #[test]
        fn they_join_to_the_text(text in "\\PC*") {
            prop_assert_eq!(gathered(&text).concat(), text);
        }
    }
}
