//! Contractions of English as the words that they stand for: the same words in altered spelling.
//!
//! ```text
//!     won’t             will not
//!     can’t, cannot     can not
//!     we’re             we are
//!     it’s late         it is late; it’s been: it has been
//!     she’d go          she would go; she’d gone, she’d waited: she had
//!     Quill’s boat      as it stands
//! ```

use crate::evidence::tokens::{folded, has_word};

/// What stands before `n't` in another form.
const BEFORE_NOT: [(&str, &str); 3] = [("wo", "will"), ("ca", "can"), ("sha", "shall")];

/// Endings that stand for one word alone.
const ENDINGS: [(&str, &str); 4] = [("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'m", "am")];

/// Behind these an `'s` is a verb; behind a noun it may be a genitive.
const BEFORE_IS: &str = "it he she that this there here what who where how when";

/// Participles without an ending that shows it, behind "has" and "had".
const DONE: &str = "been had got become gone done seen known taken given come made said told lost left won found kept held begun shown fallen";

/// Returns the two words that a contraction stands for before another word, in small letters; `None` of other words. Cost: linear in the word.
pub(super) fn parts(word: &str, next: Option<&str>) -> Option<(String, &'static str)> {
    let word = folded(word);
    if word == "cannot" {
        return Some(("can".to_owned(), "not"));
    }
    if let Some(verb) = word.strip_suffix("n't").filter(|verb| !verb.is_empty() && *verb != "ai") {
        let whole = BEFORE_NOT.iter().find(|(short, _)| *short == verb).map_or(verb, |(_, whole)| whole);
        return Some((whole.to_owned(), "not"));
    }
    let next = next.map(folded);
    let is_done = |ending: bool| {
        next.as_deref().is_some_and(|next| has_word(DONE, next) || ending && next.len() > 4 && next.ends_with("ed"))
    };
    if let Some(first) = word.strip_suffix("'s") {
        let whole = if is_done(false) { "has" } else { "is" };
        let is_verb = has_word(BEFORE_IS, first);
        return if first == "let" {
            Some(("let".to_owned(), "us"))
        } else {
            is_verb.then(|| (first.to_owned(), whole))
        };
    }
    if let Some(first) = word.strip_suffix("'d").filter(|first| !first.is_empty()) {
        return Some((
            first.to_owned(),
            if is_done(true) || next.as_deref() == Some("better") { "had" } else { "would" },
        ));
    }
    let (first, whole) = ENDINGS.iter().find_map(|(short, whole)| Some((word.strip_suffix(short)?, *whole)))?;
    (!first.is_empty()).then(|| (first.to_owned(), whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_that_a_contraction_stands_for() {
        let drawn = |drawn: &str| {
            let mut words = drawn.split(' ');
            let parts = parts(words.next().unwrap_or_default(), words.next());
            parts.map(|(first, second)| format!("{first} {second}"))
        };
        for (word, whole) in [
            ("won’t", "will not"),
            ("Can't", "can not"),
            ("cannot", "can not"),
            ("don’t", "do not"),
            ("We’re", "we are"),
            ("they'll", "they will"),
            ("It’s late", "it is"),
            ("it’s been", "it has"),
            ("she’d go", "she would"),
            ("she’d waited", "she had"),
            ("let’s go", "let us"),
        ] {
            assert_eq!(drawn(word).as_deref(), Some(whole), "{word}");
        }
        for word in ["ain’t", "Quill’s boat", "boat", "n’t", "’d", "its"] {
            assert_eq!(drawn(word), None, "{word}");
        }
    }
}
