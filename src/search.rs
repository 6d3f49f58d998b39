//! Finding a wording in an article.
//!
//! What is typed is found whatever the accents and the typography are, and in any case unless a capital asks for its
//! own:
//!
//! ```text
//!     typed          finds
//!     lodz           Łódź, lodz, LODZ                accents and case
//!     it's "so"      It’s “so”                       quotation marks, dashes, spaces
//!     134 to 63      134-to-63, and the other way    a hyphen between words, or a space
//!     Ministry       Ministry, but not ministry      a capital makes it exact
//! ```
//!
//! Only plain wording is found and never a pattern, so that no search is slow. An article is folded once; a search is
//! then one pass over its bytes. Folding changes lengths, so [`Folded`] knows where each folded byte comes from:
//!
//! ```text
//!     original   T h e   n a ï v e   — —   o n e s ,   ﬁ n e       a match begins and ends between units:
//!     folded     t h e   n a i v e   -     o n e s ,   f i n e     “fi” is one here, and “f” alone is not found in it
//! ```

mod fold;
mod folded;

use std::ops::Range;

pub use fold::{Case, sign};
pub use folded::{Folded, MOST};

/// The longest wording that is searched for, in folded bytes; a longer one is cut.
const LONGEST: usize = 200;

/// Holds a match: where the wording stands; small, since a letter stands at hundreds of thousands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SearchMatch {
    block: u32,
    start: u32,
    end: u32,
}

impl SearchMatch {
    fn new(block: usize, range: &Range<usize>) -> Self {
        let [block, start, end] = [block, range.start, range.end].map(|at| u32::try_from(at).unwrap_or(u32::MAX));
        Self { block, start, end }
    }

    /// Returns the block, by its index in the article.
    #[must_use]
    pub const fn block(&self) -> usize {
        self.block as usize
    }

    /// Returns where in the block's text, in bytes; never within a character or what belongs to it.
    #[must_use]
    pub const fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Holds what is searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle {
    folded: String,
    case: Case,
    /// The longest part without a mark between words: it is looked for, and what stands around it is compared.
    fixed: Range<usize>,
}

impl Needle {
    /// Takes what was typed. A capital in it makes the case count; `None` if nothing is left to search for.
    #[must_use]
    pub fn new(typed: &str) -> Option<Self> {
        let case = if typed.chars().any(char::is_uppercase) { Case::Kept } else { Case::Aside };
        let mut folded = Folded::of([typed], case).into_text();
        if folded.len() > LONGEST {
            folded.truncate((0..=LONGEST).rev().find(|&end| folded.is_char_boundary(end)).unwrap_or(0));
        }
        let fixed = longest_fixed(&folded);
        (!folded.is_empty()).then_some(Self { folded, case, fixed })
    }

    /// Tells whether it stands at a place of a folded text where its fixed part does. Cost: linear in it.
    fn is_at(&self, text: &[u8], at: usize) -> bool {
        let is_whole = self.fixed.len() == self.folded.len();
        is_whole
            || text.get(at..at + self.folded.len()).is_some_and(|there| {
                let mut bytes = self.folded.bytes().zip(there).enumerate();
                bytes.all(|(k, (b, &there))| b == there || is_either(there) && is_between_words(&self.folded, k))
            })
    }

    /// Tells whether case counts.
    #[must_use]
    pub const fn case(&self) -> Case {
        self.case
    }
}

/// Tells whether a folded byte is a space or a dash.
const fn is_either(byte: u8) -> bool {
    matches!(byte, b' ' | b'-')
}

/// Tells whether a byte is a space or a dash between two words, of which either may be written.
fn is_between_words(text: &str, at: usize) -> bool {
    is_either(text.as_bytes()[at])
        && text[..at].ends_with(char::is_alphanumeric)
        && text[at + 1..].starts_with(char::is_alphanumeric)
}

/// Returns the longest part of a folded text between such bytes, the first of equal ones.
fn longest_fixed(text: &str) -> Range<usize> {
    let (mut longest, mut start) = (0..0, 0);
    for end in (0..text.len()).filter(|&at| is_between_words(text, at)).chain([text.len()]) {
        if end - start > longest.len() {
            longest = start..end;
        }
        start = end + 1;
    }
    longest
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn matches_of(needle: &Needle, texts: &[&str]) -> Vec<SearchMatch> {
        let mut found = Vec::new();
        let is_all = Folded::of(texts.iter().copied(), needle.case).find(needle, (0, 0), &mut found);
        assert!(is_all);
        found
    }

    /// Returns the texts with what is found in brackets.
    fn found(typed: &str, texts: &[&str]) -> Vec<String> {
        let Some(needle) = Needle::new(typed) else { return Vec::new() };
        let mut drawn: Vec<String> = texts.iter().map(|&text| text.to_owned()).collect();
        for (block, range) in matches_of(&needle, texts).iter().rev().map(|found| (found.block(), found.range())) {
            drawn[block].insert(range.end, ']');
            drawn[block].insert(range.start, '[');
        }
        drawn
    }

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        let text = expected.replace(['[', ']'], "");
        assert_eq!(found(typed, &[&text]), [expected], "{typed}");
    }

    #[test]
    fn plain_words_in_any_case() {
        check("ferr", "[Ferr]ies and a [ferr]y: [FERR]Y");
        check("boat", "no ship");
        check("a.*b", "aab, [a.*b]");
    }

    #[test]
    fn a_capital_makes_it_exact() {
        check("Ferr", "[Ferr]ies and a ferry: FERRY");
        check("É", "É becomes [E], as é does".replace("É becomes", "[É] becomes").as_str());
    }

    #[test]
    fn accents_are_folded_either_way() {
        check("lodz", "[Łódź], [lodz]");
        check("łódź", "[Łódź], [lodz]");
        check("naive", "[nai\u{308}ve] and [naïve]");
        check("tromso", "[Tromsø]");
        check("strasse", "[Straße]");
        check("αθηνα", "[Αθήνα]");
        check("か", "が[か]");
    }

    #[test]
    fn typography_is_folded_either_way() {
        check("it's \"so\"", "[It’s “so”], [it's «so»]");
        check("\"so\"", "[『so』], [｢so｣], [〝so〞], 《so》");
        check("a—b", "[a-b], [a–b], [a--b], [a-–b]");
        check("one two", "[one\u{A0}two], [one  two], [one\u{2009}two], onetwo");
        check("...", "so[…] so[...]");
    }

    #[test]
    fn a_space_and_a_hyphen_between_words_find_each_other() {
        for typed in ["134 to 63", "134-to-63", "134–to 63"] {
            check(typed, "[134-to-63], [134 to 63], [134–to–63], 134 - to 63, 134to63");
        }
        check("well known", "a [well-known] place, [well known]");
        check("e-mail", "[e-mail], [e mail], email");
        // While it is typed, and where no word stands beside it, each is what it is.
        check("134-", "[134-]to-63, 134 to 63");
        check("134 ", "134-to-63, [134 ]to 63");
        check("-to", "134[-to]-63, 134 to 63");
        check(" - ", "one[ - ]two, one-two, one two");
        assert_eq!(found("one-two", &["one", "two"]), ["one", "two"]);
    }

    #[test]
    fn marks_within_words_of_hebrew_find_each_other() {
        for typed in ["צה\"ל", "צה״ל", "צה”ל"] {
            check(typed, "[צה״ל], [צה\"ל], [צה”ל]");
        }
        for typed in ["ג'ורג'", "ג׳ורג׳"] {
            check(typed, "[ג׳ורג׳], [ג'ורג'], [ג’ורג’]");
        }
        for typed in ["בית־ספר", "בית-ספר", "בית ספר"] {
            check(typed, "[בית־ספר], [בית-ספר], [בית ספר]");
        }
    }

    #[test]
    fn parts_of_words_that_arabic_keeps_apart_are_words() {
        check("می روند", "[می\u{200C}روند], [می روند], میروند");
        check("می\u{200C}روند", "[می\u{200C}روند], [می روند], میروند");
        check("می", "[می]\u{200C}روند");
        check("क्ष", "[क्\u{200C}ष]");
        check("official", "[of\u{200C}ficial]");
    }

    #[test]
    fn what_belongs_together_is_not_cut() {
        check("f", "ﬁne [f]ine");
        check("fi", "[ﬁ]ne [fi]ne");
        check("e", "[e\u{301}] [e]");
        check("👩", "👩‍👧 [👩]");
        check("🇩", "🇩🇪");
        check("s", "a ß[s][s]");
    }

    #[test]
    fn nothing_to_search_for() {
        for typed in ["", "\u{301}", "\u{301}\u{302}"] {
            assert_eq!(Needle::new(typed), None);
        }
    }

    #[test]
    fn nothing_reaches_over_the_end_of_a_block() {
        assert_eq!(found("one two", &["one", "two", "one two"]), ["one", "two", "[one two]"]);
        assert_eq!(found("n", &["ein", "", "n"]), ["ei[n]", "", "[n]"]);
        assert_eq!(found("one\ntwo", &["one", "two"]), ["one", "two"]);
    }

    #[test]
    fn matches_do_not_overlap() {
        check("aa", "[aa]a [aa][aa]");
    }

    #[test]
    fn of_too_many_those_around_a_block_are_found() {
        let texts = vec!["a".repeat(MOST / 4); 100];
        let needle = Needle::new("a").expect("a letter");
        let folded = Folded::of(texts.iter().map(String::as_str), needle.case);
        for (from, expected) in [(0, 0..4), (50, 47..52), (99, 96..100)] {
            let mut found = Vec::new();
            assert!(!folded.find(&needle, (from, 0), &mut found));
            assert!(found.len() <= MOST && found.is_sorted_by_key(|found| (found.block(), found.range().start)));
            let blocks: Vec<usize> =
                found.chunk_by(|a, b| a.block() == b.block()).map(|found| found[0].block()).collect();
            assert_eq!(blocks, expected.collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_long_wording_is_cut() {
        let long = "é".repeat(1000);
        assert_eq!(Needle::new(&long).map(|needle| needle.folded.len()), Some(LONGEST));
        assert_eq!(Needle::new(&"灯".repeat(1000)).map(|needle| needle.folded.len()), Some(198));
    }

    const SIGNS: &str = "[a-cA-Cé“”’'–— \u{A0}\u{301}\u{AD}ﬁfiß灯が👩‍🇩Şﬀ…άςЙйאב\u{5B8}سآ\u{64E}-]{0,24}";

    proptest! {
        #[test]
        fn what_is_found_folds_to_what_was_searched(typed in SIGNS, texts in prop::collection::vec(SIGNS, 0..4)) {
            if let Some(needle) = Needle::new(&typed) {
                let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
                let found = matches_of(&needle, &texts);
                for found in &found {
                    let text = texts[found.block()].get(found.range());
                    prop_assert!(text.is_some(), "within a character");
                    let loosely = |text: &str| text.replace('-', " ");
                    prop_assert_eq!(loosely(&Folded::of(text, needle.case).into_text()), loosely(&needle.folded));
                }
                let matches: Vec<_> = found.iter().map(|found| (found.block(), found.start, found.end)).collect();
                prop_assert!(matches.windows(2).all(|two| (two[0].0, two[0].2) <= (two[1].0, two[1].1)));
            }
        }

        #[test]
        fn any_words_of_a_text_are_found(words in prop::collection::vec("[a-cé灯ﬁß’άςЙאבس]{1,4}", 1..8), from in 0_usize..8) {
            let from = from.min(words.len() - 1);
            let needle = Needle::new(&words[from..].join("\u{A0}")).expect("there are letters");
            prop_assert!(!matches_of(&needle, &[words.join(" ").as_str()]).is_empty());
        }
    }
}
