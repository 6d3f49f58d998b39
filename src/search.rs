//! Finding a wording in an article.
//!
//! What is typed is found whatever the accents and the typography are, and in any case unless a capital asks for its own:
//!
//! ```text
//!     typed          finds
//!     lodz           Łódź, lodz, LODZ                accents and case
//!     it's "so"      It’s “so”                       quotation marks, dashes, spaces
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

use std::ops::Range;

use memchr::memmem::Finder;

pub use fold::{Case, sign};
use fold::{plain_length, push_plain, push_unit, unit_length};

/// The longest wording that is searched for, in folded bytes; a longer one is cut.
const LONGEST: usize = 200;

/// A place where the wording stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The block, by its place in the article.
    pub block: usize,
    /// Where in the block's text, in bytes; never within a character or what belongs to it.
    pub range: Range<usize>,
}

/// What is searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle {
    folded: String,
    case: Case,
}

impl Needle {
    /// Takes what was typed. A capital in it makes the case count; `None` if nothing is left to search for.
    #[must_use]
    pub fn of(typed: &str) -> Option<Self> {
        let case = if typed.chars().any(char::is_uppercase) { Case::Kept } else { Case::Aside };
        let mut folded = Folded::of([typed], case).text;
        if folded.len() > LONGEST {
            folded.truncate((0..=LONGEST).rev().find(|&end| folded.is_char_boundary(end)).unwrap_or(0));
        }
        (!folded.is_empty()).then_some(Self { folded, case })
    }

    /// Whether case counts.
    #[must_use]
    pub const fn case(&self) -> Case {
        self.case
    }
}

/// An article's texts, folded for searching.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    /// The folded blocks, a line break between them.
    text: String,
    /// How many bytes of the original were read.
    read: usize,
    /// For each block where it begins, folded and original.
    blocks: Vec<(usize, usize)>,
    /// The units whose folded form is no single character of the same length, from first to last.
    units: Vec<Unit>,
}

/// A piece of text that is found as a whole or not at all.
#[derive(Clone, Debug)]
struct Unit {
    folded: Range<usize>,
    original: Range<usize>,
}

impl Folded {
    /// Folds the texts of an article's blocks.
    ///
    /// Cost: linear in the text.
    #[must_use]
    pub fn of<'t>(blocks: impl IntoIterator<Item = &'t str>, case: Case) -> Self {
        let mut folded = Self::default();
        for block in blocks {
            if !folded.blocks.is_empty() {
                folded.text.push('\n');
                folded.read += 1;
            }
            folded.blocks.push((folded.text.len(), folded.read));
            folded.add(block, case);
        }
        folded
    }

    fn add(&mut self, block: &str, case: Case) {
        let mut rest = block;
        while !rest.is_empty() {
            let (plain, after) = rest.split_at(plain_length(rest.as_bytes()));
            push_plain(plain, case, &mut self.text);
            self.read += plain.len();
            let (unit, after) = after.split_at(unit_length(after));
            rest = after;
            if unit.is_empty() {
                break;
            }
            let start = self.text.len();
            push_unit(unit, case, &mut self.text);
            self.note(start, unit.len());
            self.read += unit.len();
        }
    }

    /// Notes a unit of so many original bytes that was folded from a place on, unless it keeps its length.
    fn note(&mut self, start: usize, length: usize) {
        let folded = start..self.text.len();
        let mut chars = self.text[folded.clone()].chars();
        let is_one = chars.next().is_some() && chars.next().is_none();
        if !(is_one && folded.len() == length) {
            self.units.push(Unit { folded, original: self.read..self.read + length });
        }
    }

    /// Finds all places of a wording, none overlapping the one before, in the order of the text.
    ///
    /// The texts must have been folded with the needle's case. Cost: linear in the text.
    #[must_use]
    pub fn find(&self, needle: &Needle) -> Vec<Found> {
        let (finder, bytes) = (Finder::new(&needle.folded), self.text.as_bytes());
        let (mut found, mut from, mut block, mut units) = (Vec::new(), 0, 0, 0);
        while let Some(at) = finder.find(&bytes[from..]).map(|at| at + from) {
            let folded = at..at + needle.folded.len();
            units += self.units[units..].iter().take_while(|unit| unit.folded.start <= at).count();
            let Some(range) = self.original(units, &folded) else {
                from = at + 1;
                continue;
            };
            from = folded.end;
            block += self.blocks[block + 1..].iter().take_while(|(start, _)| *start <= at).count();
            let start = self.blocks[block].1;
            found.push(Found { block, range: range.start - start..range.end - start });
        }
        found
    }

    /// The original of a folded range that so many units begin at or before; `None` if it cuts a unit. What is folded to
    /// nothing at its ends is left out.
    fn original(&self, units: usize, folded: &Range<usize>) -> Option<Range<usize>> {
        let start = self.after(units, folded.start)?;
        let within = self.units[units..].iter().take_while(|unit| unit.folded.start < folded.end).count();
        Some(start..self.after(units + within, folded.end)?)
    }

    /// The original of a folded place that so many units begin at or before; `None` if it is within the last of them.
    fn after(&self, units: usize, place: usize) -> Option<usize> {
        let Some(unit) = units.checked_sub(1).map(|last| &self.units[last]) else { return Some(place) };
        if place >= unit.folded.end {
            Some(unit.original.end + place - unit.folded.end)
        } else {
            (place == unit.folded.start).then_some(unit.original.start)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The texts with what is found in brackets.
    fn found(typed: &str, texts: &[&str]) -> Vec<String> {
        let Some(needle) = Needle::of(typed) else { return Vec::new() };
        let mut drawn: Vec<String> = texts.iter().map(|&text| text.to_owned()).collect();
        for Found { block, range } in Folded::of(texts.iter().copied(), needle.case).find(&needle).into_iter().rev() {
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
        check("a—b", "[a-b], [a–b], [a--b]");
        check("one two", "[one\u{A0}two], [one  two], [one\u{2009}two], onetwo");
        check("...", "so[…] so[...]");
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
            assert_eq!(Needle::of(typed), None);
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
    fn a_long_wording_is_cut() {
        let long = "é".repeat(1000);
        assert_eq!(Needle::of(&long).map(|needle| needle.folded.len()), Some(LONGEST));
        assert_eq!(Needle::of(&"灯".repeat(1000)).map(|needle| needle.folded.len()), Some(198));
    }

    const SIGNS: &str = "[a-cA-Cé“”’'–— \u{A0}\u{301}\u{AD}ﬁfiß灯が👩‍🇩Şﬀ…-]{0,24}";

    proptest! {
        #[test]
        fn what_is_found_folds_to_what_was_searched(typed in SIGNS, texts in prop::collection::vec(SIGNS, 0..4)) {
            if let Some(needle) = Needle::of(&typed) {
                let found = Folded::of(texts.iter().map(String::as_str), needle.case).find(&needle);
                for Found { block, range } in &found {
                    let text = texts[*block].get(range.clone());
                    prop_assert!(text.is_some(), "within a character");
                    prop_assert_eq!(&Folded::of(text, needle.case).text, &needle.folded);
                }
                let places: Vec<_> = found.iter().map(|found| (found.block, found.range.start, found.range.end)).collect();
                prop_assert!(places.windows(2).all(|two| (two[0].0, two[0].2) <= (two[1].0, two[1].1)));
            }
        }

        #[test]
        fn any_words_of_a_text_are_found(words in prop::collection::vec("[a-cé灯ﬁß’]{1,4}", 1..8), from in 0_usize..8) {
            let from = from.min(words.len() - 1);
            let needle = Needle::of(&words[from..].join("\u{A0}")).expect("there are letters");
            let found = Folded::of([words.join(" ").as_str()], needle.case).find(&needle);
            prop_assert!(!found.is_empty());
        }
    }
}
