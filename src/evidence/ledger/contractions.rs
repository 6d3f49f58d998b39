//! Contractions of English as the words that they stand for: the same words in altered spelling.
//!
//! ```text
//!     won’t             will not
//!     can’t, cannot     can not
//!     we’re             we are
//!     she’d, it’s       as they stand: she had or would, it is or has
//! ```

use crate::evidence::tokens::folded;

/// What stands before `n't` in another form.
const BEFORE_NOT: [(&str, &str); 3] = [("wo", "will"), ("ca", "can"), ("sha", "shall")];

/// Endings that stand for one word alone.
const ENDINGS: [(&str, &str); 4] = [("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'m", "am")];

/// Returns the two words that a contraction stands for, in small letters; `None` of other words, and where it may stand for several.
/// Cost: linear in the word.
pub(super) fn parts(word: &str) -> Option<(String, &'static str)> {
    let word = folded(word);
    if word == "cannot" {
        return Some(("can".to_owned(), "not"));
    }
    if let Some(verb) = word.strip_suffix("n't").filter(|verb| !verb.is_empty() && *verb != "ai") {
        let whole = BEFORE_NOT.iter().find(|(short, _)| *short == verb).map_or(verb, |(_, whole)| whole);
        return Some((whole.to_owned(), "not"));
    }
    let (first, whole) = ENDINGS.iter().find_map(|(short, whole)| Some((word.strip_suffix(short)?, *whole)))?;
    (!first.is_empty()).then(|| (first.to_owned(), whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_that_a_contraction_stands_for() {
        let drawn = |word: &str| parts(word).map(|(first, second)| format!("{first} {second}"));
        for (word, whole) in [
            ("won’t", "will not"),
            ("Can't", "can not"),
            ("cannot", "can not"),
            ("don’t", "do not"),
            ("We’re", "we are"),
            ("they'll", "they will"),
        ] {
            assert_eq!(drawn(word).as_deref(), Some(whole), "{word}");
        }
        for word in ["it’s", "she’d", "ain’t", "Quill’s", "boat", "n’t"] {
            assert_eq!(drawn(word), None, "{word}");
        }
    }
}
