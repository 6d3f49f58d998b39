//! The words of a name, and whether they may be those of a person.

use super::super::tokens::{Token, has_word};
use super::nouns::{BODIES, INSIDE};
use super::runs::LONGEST_PERSON;

/// The words of a name, in small letters.
pub(super) fn words_of(tokens: &[Token<'_>]) -> Vec<String> {
    tokens.iter().filter(|token| token.is_word).map(|token| token.bare().to_owned()).collect()
}

/// Tells whether words look like those of a person: two to four, and none of a body.
pub(super) fn is_of_person(words: &[String]) -> bool {
    (2..=LONGEST_PERSON).contains(&words.len())
        && !words.iter().any(|word| INSIDE.contains(&word.as_str()) || has_word(&BODIES, word))
}
