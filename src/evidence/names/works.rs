//! Titles of works that stand without marks: their words name neither people nor places.
//!
//! ```text
//!     his novel The Silence of the Harbour       a title, by the noun before it
//!     he read The Silence of the Harbour         a title, by its article and its length
//!     the Ministry of the Sea · The Hague        none
//! ```

use std::ops::Range;

use super::super::bodies::is_of_body;
use super::super::outer::OuterText;
use super::super::tokens::{Token, has_word};
use super::super::word_set::WordSet;
use super::countries;
use super::nouns::BODIES;

/// Nouns of works that their titles stand behind.
static WORKS: WordSet = WordSet::new(
    "novel book film movie play song album series memoir poem musical opera ballet thriller documentary bestseller hit single sequel sitcom podcast painting essay",
);

/// Small words inside titles.
static INSIDE: WordSet = WordSet::new("of the and");

/// Returns the titles of a text, by tokens. Cost: linear in the text.
pub(super) fn titles(text: &OuterText<'_>) -> Vec<Range<usize>> {
    let tokens = &text.tokens;
    let mut found: Vec<Range<usize>> = Vec::new();
    for (start, token) in tokens.iter().enumerate() {
        let is_article = token.is_capital() && token.is_one_of(&["the", "a", "an"]);
        let before = start.checked_sub(1).map(|k| &tokens[k]).filter(|before| before.is_word);
        let Some(before) = before.filter(|_| is_article && !text.is_first(start)) else { continue };
        let end = end(tokens, start);
        let words = &tokens[start + 1..end];
        let is_work = has_word(&WORKS, before.bare()) && !words.is_empty();
        let is_long = words.windows(2).any(|two| !two[0].is_capital() && two[1].is("the"));
        let is_named = |word: &Token<'_>| {
            is_of_body(word.bare()) || has_word(&BODIES, word.bare()) || countries::is_place(word.bare())
        };
        if is_work || is_long && !words.iter().any(is_named) {
            found.push(start..end);
        }
    }
    found
}

/// Returns where a title ends that begins at a token: behind its last capital.
fn end(tokens: &[Token<'_>], start: usize) -> usize {
    let goes_on = |token: &&Token<'_>| token.is_word && (token.is_capital() || has_word(&INSIDE, &token.folded));
    let own = tokens[start + 1..].iter().take_while(goes_on).count();
    let words = &tokens[start + 1..start + 1 + own];
    start + 1 + words.iter().rposition(Token::is_capital).map_or(0, |last| last + 1)
}
