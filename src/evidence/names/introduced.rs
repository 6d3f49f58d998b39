//! The words by which a name is introduced: titles before it, descriptions behind a comma, or before one.
//!
//! ```text
//!     Bo Osk, a baker in town, …        The harbour master, Edda Munro, …        Bo Osk, who has run the mill since 2019, …
//!     Bo Osk, Ada Quill and Edda Munro  a list of names, which says nothing of the first
//! ```

use std::ops::Range;

use super::super::grammar::{among, is_of_name};
use super::super::phrases::Phrases;
use super::super::tokens::Token;
use super::super::word_set::WordSet;
use super::runs::{BODIES, TITLES};

/// How many tokens a clause that tells who somebody is may have.
const CLAUSE: usize = 16;

/// Verbs by which such a clause tells who somebody is, and not what they did.
static IS: WordSet = WordSet::new(
    "is was has had heads headed leads led runs ran chairs chaired owns owned serves served works worked represents represented",
);

/// Returns where the description ends that stands behind a name, by the token behind that; the same where there is none.
pub(super) fn end(phrases: &Phrases<'_, '_>, name: &Range<usize>, sentence_end: usize) -> usize {
    let end = phrases.description_end(name.end, sentence_end);
    if end > name.end {
        return if is_list(&phrases.tokens[name.end + 1..end], phrases.tokens.get(end)) { name.end } else { end };
    }
    clause(phrases.tokens, name.end, sentence_end).unwrap_or(end)
}

/// Tells whether words behind a comma are other names: those of a list have capitals but for what joins them.
fn is_list(words: &[Token<'_>], next: Option<&Token<'_>>) -> bool {
    let joins = |token: &Token<'_>| token.is_one_of(&["and", "or", "und", "et", "y", "the", "&"]);
    let is_title = |token: &Token<'_>| among(token, &TITLES) || among(token, &BODIES);
    let are_names = words.iter().all(|token| joins(token) || is_of_name(token) || !token.is_word && token.text == ".");
    let goes_on = next.is_some_and(|next| next.text == "," || joins(next));
    let has_and = words.iter().any(|token| token.is_one_of(&["and", "or", "und", "et", "y"]));
    are_names && !words.iter().any(Token::is_genitive) && (has_and || goes_on && !words.iter().any(is_title))
}

fn clause(tokens: &[Token<'_>], name_end: usize, sentence_end: usize) -> Option<usize> {
    let [comma, who, verb, ..] = tokens.get(name_end..sentence_end)? else { return None };
    if comma.text != "," || !who.is("who") || !among(verb, &IS) {
        return None;
    }
    let close = (name_end + 3..sentence_end.min(name_end + CLAUSE))
        .find(|k| matches!(tokens[*k].text, "," | "." | ";" | "!" | "?"))?;
    Some(close)
}

/// Returns where a description begins that stands before a name and a comma, if the sentence begins with it and another comma ends the name.
pub(super) fn start_before(phrases: &Phrases<'_, '_>, run: &Range<usize>, sentence_start: usize) -> Option<usize> {
    let tokens = phrases.tokens;
    let comma = run.start.checked_sub(1).filter(|comma| tokens[*comma].text == "," && *comma > sentence_start)?;
    let closes = tokens.get(run.end).is_some_and(|next| next.text == ",");
    let found = phrases.ending(comma, sentence_start).filter(|found| closes && found.end == comma)?;
    let first = &tokens[found.start];
    let is_description = found.start == sentence_start
        && first.is_one_of(&["the", "a", "an", "its", "his", "her", "their"])
        && found.len() > 1
        && tokens[found.start + 1..found.end].iter().any(Token::is_small)
        && !phrases.has_preposition(found.start..found.start + 1);
    is_description.then_some(found.start)
}
