//! Whether two ways to write a name may be of one bearer.
//!
//! ```text
//!     José Rune, Jose Rune          accents        Ann B. Quill, Ann Quill      initials
//!     Defence Ministry, Defense …   spelling       García Márquez               a part of Gabriel García Márquez
//!     the U.S. State Department     full stops     BBC                          British Broadcasting Corporation
//! ```

use super::tokens::{Token, tokens};
use crate::words;

/// Small words that an abbreviation has no letter for, or has one.
const SMALL: &str = "the of and for a an de la du des der die das und";

/// The letters of an abbreviation, at least and at most.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=6;

/// Tells whether two names may be one, however they are written. Cost: linear in the names, and quadratic in their words.
pub(super) fn may_be(one: &str, other: &str) -> bool {
    let [own, there] = [one, other].map(spelt);
    let is_within = |less: &[String], more: &[String]| !less.is_empty() && less.iter().all(|word| more.contains(word));
    is_within(&own, &there) || is_within(&there, &own) || is_short_for(one, other) || is_short_for(other, one)
}

/// Returns the words of a name without full stops, accents, variants of spelling, single letters and small words; Joerg is Jörg.
fn spelt(name: &str) -> Vec<String> {
    let words = tokens(name).into_iter().filter(|token| token.is_word && !token.is_among(SMALL));
    let plain = |word: &str| word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    let folded = words.map(|token| plain(&words::spelt(&token.bare().replace('.', ""))));
    folded.filter(|word| word.chars().nth(1).is_some()).collect()
}

/// Tells whether a name of one word in capitals has the first letters of another one's words: with its small words, or without.
fn is_short_for(short: &str, long: &str) -> bool {
    let name: Vec<Token<'_>> =
        tokens(short).into_iter().filter(|token| token.is_word && !token.is_among("the")).collect();
    let [only] = name.as_slice() else { return false };
    let letters: String = only.text.chars().filter(|c| c.is_alphabetic()).collect();
    if !LETTERS.contains(&letters.chars().count()) || letters.chars().any(|c| !c.is_uppercase()) {
        return false;
    }
    let long = tokens(long);
    let first = |keeps_small: bool| -> String {
        let words = long.iter().filter(|token| token.is_word && !token.is("the"));
        let words = words.filter(|token| keeps_small || !token.is_among(SMALL));
        words.filter_map(|token| token.text.chars().next()).flat_map(char::to_uppercase).collect()
    };
    first(true) == letters || first(false) == letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_may_be_one_and_others() {
        for (one, other) in [
            ("José Rune", "Jose Rune"),
            ("Jörg Müller", "Joerg Mueller"),
            ("Ann B. Quill", "Ann Quill"),
            ("J.D. Quill", "JD Quill"),
            ("Gabriel García Márquez", "García Márquez"),
            ("the Defence Ministry", "the Defense Ministry"),
            ("The U.S. State Department", "The US State Department"),
            ("the BBC", "the British Broadcasting Corporation"),
            ("the Department of Justice", "the DOJ"),
        ] {
            assert!(may_be(one, other) && may_be(other, one), "{one} / {other}");
        }
        for (one, other) in [
            ("Ann Quill", "Bo Quill"),
            ("Chen Osk", "Chen Rune"),
            ("the Ministry of Ports", "Minister Ann Quill"),
            ("the BBC", "the Bureau of Boats"),
            ("the board", "the union"),
        ] {
            assert!(!may_be(one, other) && !may_be(other, one), "{one} / {other}");
        }
    }
}
