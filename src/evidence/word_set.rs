//! Lists of words that are written to be read, and looked up at the cost of one word.
//!
//! ```text
//!     "january jan enero"  "february feb febrero"      enero: 0     feb: 1
//! ```

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

/// What can tell whether it has a word, in small letters.
pub(super) trait WordList {
    /// Tells whether it has this word.
    fn has(self, word: &str) -> bool;
}

/// A few words with white space between them. Cost: linear in these, at the speed of a search.
impl WordList for &str {
    fn has(self, word: &str) -> bool {
        let is_bound = |b: Option<&u8>| b.is_none_or(u8::is_ascii_whitespace);
        let bytes = self.as_bytes();
        let stands =
            |at: usize| is_bound(at.checked_sub(1).and_then(|k| bytes.get(k))) && is_bound(bytes.get(at + word.len()));
        !word.is_empty() && memchr::memmem::find_iter(bytes, word.as_bytes()).any(stands)
    }
}

/// The same, as a table of lists hands it out. Cost: the same.
impl WordList for &&str {
    fn has(self, word: &str) -> bool {
        (*self).has(word)
    }
}

/// Many words with white space between them, or such as are asked for at every word of a text: a set, made once.
pub(super) struct WordSet {
    words: &'static str,
    set: OnceLock<FxHashSet<&'static str>>,
}

impl WordSet {
    /// Takes words with white space between them. Cost: constant; the first question is linear in them.
    pub const fn new(words: &'static str) -> Self {
        Self { words, set: OnceLock::new() }
    }
}

/// Cost: constant.
impl WordList for &WordSet {
    fn has(self, word: &str) -> bool {
        self.set.get_or_init(|| self.words.split_ascii_whitespace().collect()).contains(word)
    }
}

/// Lists of words, of which it is asked in which one a word stands: a map, made once.
pub(super) struct WordPlaces {
    lists: Lists,
    places: OnceLock<FxHashMap<&'static str, usize>>,
}

/// How lists are written, with white space between the words.
enum Lists {
    Of(&'static [&'static str]),
    /// Each word is a list of its own.
    Row(&'static str),
}

impl WordPlaces {
    /// Takes lists. Cost: constant; the first question is linear in them.
    pub const fn new(lists: &'static [&'static str]) -> Self {
        Self { lists: Lists::Of(lists), places: OnceLock::new() }
    }

    /// Takes words of which each is a list of its own. Cost: the same.
    pub const fn in_row(words: &'static str) -> Self {
        Self { lists: Lists::Row(words), places: OnceLock::new() }
    }

    /// Returns the place of the first list that has a word, from nought. Cost: constant.
    pub fn place(&self, word: &str) -> Option<usize> {
        let places = self.places.get_or_init(|| {
            let lists: Vec<&'static str> = match self.lists {
                Lists::Of(lists) => lists.to_vec(),
                Lists::Row(words) => words.split_ascii_whitespace().collect(),
            };
            let mut places = FxHashMap::default();
            for (place, list) in lists.into_iter().enumerate() {
                for word in list.split_ascii_whitespace() {
                    places.entry(word).or_insert(place);
                }
            }
            places
        });
        places.get(word).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole_in_every_form_of_list() {
        const WRITTEN: &str = "quay harbour \
            día u.s";
        static SET: WordSet = WordSet::new(WRITTEN);
        static PLACES: WordPlaces = WordPlaces::new(&["quay pier", "día", "pier u.s"]);
        static ROW: WordPlaces = WordPlaces::in_row("dos tres");
        for word in ["quay", "harbour", "día", "u.s"] {
            assert!(WRITTEN.has(word) && SET.has(word), "{word}");
        }
        for word in ["", "qua", "uay", "harbours", "dí", "s", " "] {
            assert!(!WRITTEN.has(word) && !SET.has(word) && PLACES.place(word).is_none(), "{word}");
        }
        assert_eq!(["quay", "pier", "día", "u.s"].map(|word| PLACES.place(word)), [Some(0), Some(0), Some(1), Some(2)]);
        assert_eq!(["dos", "tres", "dos tres"].map(|word| ROW.place(word)), [Some(0), Some(1), None]);
    }
}
