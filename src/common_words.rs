//! The stems of the commonest words of thirteen languages, the commonest first, a line each, without accents.
//!
//! `background` says how common a word is in the language of a text; a reader of a format, which knows no language, only asks
//! whether a piece of a word is a common one ([`is_common`]) in the one
//! that the words of the text show ([`stems_of`]).

use rustc_hash::FxHashSet;

/// Holds the code of a language (ISO 639-1) and its stems.
pub(crate) type Stems = (&'static str, &'static str);

macro_rules! stems {
    ($($code:literal),+) => { [$(($code, include_str!(concat!("common_words/", $code, ".txt")))),+] };
}

/// The stems of all languages, by their codes.
pub(crate) const STEMS: [Stems; 13] =
    stems!["ar", "da", "de", "el", "en", "es", "fr", "he", "hi", "it", "no", "pt", "sv"];

/// How many of the commonest stems of a language tell that a text is in it.
const TELLING: usize = 40;

/// Endings that a stem may be without.
const ENDINGS: [&str; 8] = ["", "s", "e", "d", "ed", "es", "ing", "er"];

/// Returns the stems of the language that a text is in, as far as its words show: of which it has the most of the commonest.
///
/// Cost: constant but for `has`.
pub(crate) fn stems_of(has: impl Fn(&str) -> bool) -> FxHashSet<&'static str> {
    let count = |stems: &str| stems.lines().take(TELLING).filter(|stem| has(stem)).count();
    STEMS.iter().map(|(_, stems)| *stems).max_by_key(|stems| count(stems)).unwrap_or_default().lines().collect()
}

/// Returns so many of the commonest stems of a language (ISO 639-1); none of one that is not known.
///
/// Cost: linear in the count.
pub(crate) fn commonest(code: &str, count: usize) -> Vec<&'static str> {
    let stems = STEMS.iter().find(|(own, _)| *own == code);
    stems.map_or_else(Vec::new, |(_, stems)| stems.lines().take(count).collect())
}

/// Tells whether a word in small letters, with one of a few endings or without, is among some stems.
///
/// Cost: constant.
pub(crate) fn is_common(word: &str, stems: &FxHashSet<&str>) -> bool {
    let bare = ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending));
    bare.filter(|stem| stem.len() >= 3).any(|stem| stems.contains(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(text: &str) -> FxHashSet<&'static str> {
        stems_of(|word| text.split(' ').any(|own| own == word))
    }

    #[test]
    fn words_of_several_languages() {
        let [english, german] =
            ["the boats of the town and a quay in it", "die boote und das wasser der stadt"].map(stems);
        for (word, stems) in [("check", &english), ("checked", &english), ("water", &english), ("wasser", &german)] {
            assert!(is_common(word, stems), "{word}");
        }
        for (word, stems) in
            [("perf", &english), ("inesses", &english), ("com", &english), ("tung", &german), ("", &english)]
        {
            assert!(!is_common(word, stems), "{word}");
        }
    }
}
