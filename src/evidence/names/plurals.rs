//! Nouns in the plural that open a sentence, and so have a capital: no names.
//!
//! ```text
//!     Ferries call at the slip. · Boats were late.      nobody
//!     Shares of Corvin fell.                            Corvin
//!     Adams said so. · Fogworks was late.               names
//! ```

use std::ops::Range;

use super::super::grammar::PAST;
use super::super::tokens::{Token, has_word};
use super::super::word_set::WordSet;
use super::countries;

/// Nouns that are never the first word of a name with "of".
static NOUNS: WordSet = WordSet::new(
    "shares residents people officials members leaders workers employees parts supporters critics thousands hundreds dozens scores pictures photos \
    images videos copies prices sales exports imports fans tenants customers passengers victims relatives opponents users owners inhabitants \
    natives students pupils parents neighbours neighbors colleagues investors readers viewers voters visitors ministers bosses chiefs spokesmen \
    units bonds stocks tickets reports news rumours rumors accusations allegations hopes fears talks crowds rows queues groups",
);

/// Words of one: behind a plural none of them stands.
static OF_ONE: WordSet = WordSet::new("is was has does isn't wasn't hasn't doesn't");

/// Tells whether a word that opens a sentence is a plural, as far as the word behind it is no verb of one. Cost: constant.
pub(super) fn is_noun(tokens: &[Token<'_>], at: usize) -> bool {
    let word = &tokens[at];
    let is_plural =
        word.folded.ends_with('s') && !["ss", "us", "is", "'s"].iter().any(|end| word.folded.ends_with(end));
    if !is_plural || word.text.chars().skip(1).any(char::is_uppercase) || countries::is_place(word.bare()) {
        return false;
    }
    let Some(next) = tokens.get(at + 1).filter(|next| next.is_small()) else { return false };
    let is_of_one = has_word(&OF_ONE, &next.folded) || next.folded.ends_with('s');
    // Adams said, fell, agreed: one or several.
    let is_past = has_word(&PAST, &next.folded) || next.folded.ends_with("ed") || is_told(next);
    !is_of_one && !is_past
}

/// Tells whether a verb tells of a past that has no ending.
fn is_told(verb: &Token<'_>) -> bool {
    verb.is_one_of(&["said", "told", "wrote", "spoke", "fell", "rose", "thought", "sold", "bought", "lent", "chose"])
}

/// Leaves out a plural that a run begins with at the beginning of a sentence: Corvin of Shares of Corvin. Cost: constant.
pub(super) fn without_plural(tokens: &[Token<'_>], run: Range<usize>, is_first: bool) -> Range<usize> {
    let goes_on =
        run.len() > 2 && is_first && tokens[run.start + 1].is("of") && has_word(&NOUNS, &tokens[run.start].folded);
    if goes_on { run.start + 2..run.end } else { run }
}
