//! The words and marks of a block, with where its sentences end.
//!
//! ```text
//!     “ We waited , ” said Mr . Quill . │ He left .
//! ```
//!
//! What stands in quotation marks has sentences of its own; who speaks is looked for in those around it ([`super::outer`]).

use std::borrow::Cow;

use super::word_set::{WordList, WordSet};
use crate::unicode::{dashes, quotes};
use crate::words::{self, Class};

/// A word or a mark.
#[derive(Clone, Debug)]
pub(super) struct Token<'t> {
    /// It, as it stands.
    pub text: &'t str,
    /// Where it begins, in bytes.
    pub start: usize,
    /// It in small letters, with typewriter apostrophes.
    pub folded: Cow<'t, str>,
    /// Whether it is a word rather than a mark.
    pub is_word: bool,
}

impl Token<'_> {
    /// Returns where it ends.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Tells whether it is this, in small letters.
    pub fn is(&self, folded: &str) -> bool {
        self.folded == folded
    }

    /// Tells whether it is one of these, in small letters.
    pub fn is_one_of(&self, folded: &[&str]) -> bool {
        folded.iter().any(|one| self.is(one))
    }

    /// Tells whether it is a word of a list, in small letters. Cost: that of the list.
    pub fn is_among(&self, words: impl WordList) -> bool {
        self.is_word && words.has(&self.folded)
    }

    /// Tells whether it begins with a capital, in a script that has these.
    pub fn is_capital(&self) -> bool {
        self.is_word && self.text.starts_with(char::is_uppercase)
    }

    /// Tells whether it begins with a small letter.
    pub fn is_small(&self) -> bool {
        self.is_word && self.text.starts_with(char::is_lowercase)
    }

    /// Tells whether it has a digit.
    pub fn is_figure(&self) -> bool {
        self.is_word && self.text.contains(|c: char| c.is_numeric())
    }

    /// Tells whether it is a dash between clauses.
    pub fn is_dash(&self) -> bool {
        !self.is_word && (self.text.starts_with(dashes::parts_clauses) || self.text == "--")
    }

    /// Returns it in small letters and without the ending of a genitive: `council` of `Council’s`.
    pub fn bare(&self) -> &str {
        self.folded.strip_suffix("'s").or_else(|| self.folded.strip_suffix('\'')).unwrap_or(&self.folded)
    }

    /// Tells whether it has the ending of a genitive.
    pub fn is_genitive(&self) -> bool {
        self.is_word && (self.folded.ends_with("'s") || self.folded.ends_with("s'"))
    }
}

/// Tells whether a word is one of a list, in small letters. Cost: that of the list.
pub(super) fn has_word(words: impl WordList, word: &str) -> bool {
    words.has(word)
}

/// Cuts a text into words and marks. Cost: linear.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut at = 0;
    let mut tokens = Vec::new();
    for piece in words::tokens(text) {
        let start = at;
        at += piece.text.len();
        if piece.class != Class::Space {
            let folded = folded(piece.text);
            tokens.push(Token { text: piece.text, start, folded, is_word: piece.class == Class::Word });
        }
    }
    tokens
}

/// Returns a text in small letters, with typewriter apostrophes.
pub(super) fn folded(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        return Cow::Borrowed(text);
    }
    let plain = |c: char| if quotes::is_apostrophe(c) { '\'' } else { c };
    Cow::Owned(text.chars().map(plain).flat_map(char::to_lowercase).collect())
}

/// Words with a full stop behind them that end no sentence, in small letters.
static ABBREVIATIONS: WordSet = WordSet::new(
    "mr mrs ms mx dr prof sen sens rep reps gov gen col lt sgt cpl capt cmdr maj adm pvt st rev hon pres \
    jr sr inc corp co ltd vs no nos etc approx dept est jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun \
    ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash \
    wis wyo d r u.s u.k u.n e.g i.e a.m p.m hr fr dipl bzw ca abs nr mme mlle sra srta dra ud",
);

/// Tells whether a full stop behind a word belongs to the word.
pub(super) fn is_abbreviation(word: &str) -> bool {
    let folded = folded(word);
    let letters = folded.chars().count();
    letters == 1 && word.starts_with(char::is_uppercase) && word != "I"
        || has_word(&ABBREVIATIONS, &folded)
        || letters <= 8 && folded.contains('.') && folded.split('.').all(|part| part.chars().count() <= 2)
}

/// Tells whether a mark ends a sentence wherever it stands.
pub(super) fn is_stop(text: &str) -> bool {
    text.starts_with(['.', '!', '?', '…', '。', '！', '？', '؟', '।'])
}

/// Tells whether a sentence ends behind a mark, by what stands around it; quotation marks and brackets that close behind it
/// have to be passed over before. Cost: constant.
pub(super) fn ends_sentence(mark: &str, before: Option<&Token<'_>>, after: Option<&Token<'_>>) -> bool {
    let Some(next) = after else { return is_stop(mark) };
    if !is_stop(mark) || next.is_small() || next.is(",") || next.is(";") {
        return false;
    }
    mark != "." || before.is_none_or(|word| !is_abbreviation(word.text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_end_no_sentence() {
        for word in ["Mr", "U.S", "J", "Calif", "p.m", "Sen"] {
            assert!(is_abbreviation(word), "{word}");
        }
        for word in ["boat", "I", "harbour", "NASA"] {
            assert!(!is_abbreviation(word), "{word}");
        }
        let tokens = tokens("Mr. Quill’s boat. It sank.");
        let stops: Vec<bool> = (0..tokens.len())
            .filter(|&k| tokens[k].text == ".")
            .map(|k| ends_sentence(".", k.checked_sub(1).map(|k| &tokens[k]), tokens.get(k + 1)))
            .collect();
        assert_eq!(stops, [false, true, true]);
        assert_eq!((tokens[2].bare(), tokens[2].is_genitive()), ("quill", true));
    }
}
