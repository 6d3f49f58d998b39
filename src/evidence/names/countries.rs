//! Countries, what is theirs, and their capitals: by these a name is told from an adjective before it.
//!
//! ```text
//!     the Soviet KGB · in Danish Osk           KGB, Osk: an adjective of a country is no part of them
//!     the Danish Fog Party · Danish Airways    a part of the name
//!     Tokyo is late. Bread is late.            a place that opens a sentence
//! ```

use std::ops::Range;
use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::common_words::{commonest, is_common};

use super::super::bodies::is_of_body;
use super::super::person_nouns::sex_of_first_name;
use super::super::tokens::{Token, has_word};
use super::super::word_set::WordSet;
use super::nouns::BODIES;

const COUNTRIES: &str = include_str!("../lists/countries.txt");

/// What is known of countries.
struct Countries {
    /// The country of an adjective.
    of_adjective: FxHashMap<&'static str, &'static str>,
    /// Countries and capitals.
    places: FxHashSet<&'static str>,
}

/// Reads the list. Once.
fn countries() -> &'static Countries {
    static KNOWN: OnceLock<Countries> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let mut known = Countries { of_adjective: FxHashMap::default(), places: FxHashSet::default() };
        for line in COUNTRIES.lines().filter(|line| !line.starts_with('#')) {
            let mut fields = line.split(':').map(str::trim);
            let (Some(country), Some(adjectives)) = (fields.next(), fields.next()) else { continue };
            known.places.insert(country);
            let words = |field: &'static str| field.split(',').map(str::trim).filter(|word| !word.is_empty());
            known.of_adjective.extend(words(adjectives).map(|word| (word, country)));
            known.places.extend(fields.next().into_iter().flat_map(words));
        }
        known
    })
}

/// Returns the country of an adjective, in small letters. Cost: constant.
pub(super) fn of_adjective(word: &str) -> Option<&'static str> {
    countries().of_adjective.get(word).copied()
}

/// Returns the country whose adjective a name begins with, in small letters, and how many words that has. Cost: constant.
pub(super) fn beginning(words: &[&str]) -> Option<(&'static str, usize)> {
    let two = words.get(..2).and_then(|two| of_adjective(&two.join(" ")));
    let one = || words.first().and_then(|word| of_adjective(word)).map(|country| (country, 1));
    two.map(|country| (country, 2)).or_else(one)
}

/// Tells whether words in small letters are a country or a capital. Cost: constant.
pub(super) fn is_place(words: &str) -> bool {
    countries().places.contains(words)
}

/// Words that stand before an adjective of a country and belong to it.
static PARTS: WordSet = WordSet::new("east west north south northern southern");

/// What goes on with an adjective of a country to the name of a place or an event.
static PLACES: WordSet = WordSet::new(
    "ocean sea gulf channel columbia guiana polynesia isles islands island virgin samoa antarctic riviera alps peninsula \
    quarter open cup league derby orthodox navy army military marines embassy airways history war revolution",
);

/// Leaves out an adjective of a country that a name begins with, if what remains is a name by itself; `alone` tells whether words
/// stand alone as a name elsewhere in the story. Cost: linear in the name.
pub(super) fn without_adjective(
    tokens: &[Token<'_>],
    name: Range<usize>,
    alone: impl Fn(&str) -> bool,
) -> Range<usize> {
    let all: Vec<&str> = tokens[name.clone()].iter().map(Token::bare).collect();
    if is_place(&all.join(" ")) {
        return name;
    }
    let part = usize::from(all.len() > 2 && has_word(&PARTS, all[0]) && of_adjective(&all[..2].join(" ")).is_none());
    let Some((_, count)) = beginning(&all[part..]).filter(|(_, count)| part + count < all.len()) else { return name };
    let is_of_part = part > 0 || count > 1;
    let rest = name.start + part + count..name.end;
    let words = &tokens[rest.clone()];
    if words.iter().any(|word| has_word(&BODIES, word.bare()) || is_of_body(word.bare()) || !word.is_word) {
        return name;
    }
    let joined = words.iter().map(Token::bare).collect::<Vec<_>>().join(" ");
    let first = &words[0];
    let is_language = name.start > 0 && tokens[name.start - 1].is("in");
    let is_person = words.len() > 1 && sex_of_first_name(first.bare()).is_some();
    let is_own = words.len() == 1 && (is_short_form(first) || is_of_part && !is_noun(first));
    if is_language || is_person || is_own || alone(&joined) { rest } else { name }
}

/// Tells whether a word is a short form, in capitals throughout.
fn is_short_form(token: &Token<'_>) -> bool {
    let own = token.text.strip_suffix("’s").or_else(|| token.text.strip_suffix("'s")).unwrap_or(token.text);
    own.chars().count() > 1 && own.chars().all(char::is_uppercase)
}

/// Tells whether a word is a noun as much as a name: several, an everyday word, a part of a country.
fn is_noun(token: &Token<'_>) -> bool {
    static COMMON: OnceLock<FxHashSet<&'static str>> = OnceLock::new();
    let stems = || COMMON.get_or_init(|| commonest("en", usize::MAX).into_iter().collect());
    token.bare().ends_with('s') || has_word(&PLACES, token.bare()) || is_common(token.bare(), stems())
}
