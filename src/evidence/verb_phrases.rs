//! The whole phrase of a verb of saying, as it is shown: with its auxiliaries, and with what belongs to it.
//!
//! ```text
//!     the ministry │ was cited as saying │ that
//!     the minister │ was reported to have earlier written │
//!     the mayor │ called for │ “a new quay”
//! ```

use std::ops::Range;

use super::abroad::SmallWords;
use super::grammar::{AUXILIARIES, among, is_adverb};
use super::phrases::Phrases;
use super::tokens::Token;
use crate::list_choice::ListName;

/// Of whom what is said is told by others: was reported to have, is said to have.
const TOLD: &str = "reported said alleged believed thought understood known heard quoted cited";

/// Verbs whose sense a preposition makes, each with it.
const WITH_PREPOSITIONS: [(&str, &str); 4] =
    [("refer", "to"), ("speak", "of about"), ("talk", "of about"), ("warn", "of against about")];

impl Phrases<'_, '_> {
    /// Returns the phrase of a verb that stands at some tokens; others as they are. Cost: linear in the phrase.
    pub fn whole_verb(&self, verb: Range<usize>) -> Range<usize> {
        if !self.is_reporting(verb.start) {
            return verb;
        }
        self.first_of_verb(verb.start)..self.end_of_verb(verb)
    }

    fn first_of_verb(&self, verb: usize) -> usize {
        let tokens = self.tokens;
        let is_told = |k: usize| k > 0 && among(&tokens[k], TOLD) && self.is_auxiliary(k - 1);
        let mut first = verb;
        let mut at = verb;
        while let Some(before) = at.checked_sub(1) {
            let token = &tokens[before];
            let leads_on = among(token, "to as") && before > 0 && is_told(before - 1);
            if self.is_auxiliary(before) || leads_on || is_told(before) && at < verb {
                first = before;
            } else if !is_adverb(token) {
                break;
            }
            at = before;
        }
        first
    }

    fn is_auxiliary(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let abroad = SmallWords::of(self.lists.language());
        among(token, &AUXILIARIES) || token.is("having") || abroad.is_some_and(|small| small.is_perfect(token))
    }

    fn end_of_verb(&self, verb: Range<usize>) -> usize {
        let tokens = self.tokens;
        let listed = self.lists.at(&tokens[verb.start..], ListName::Intent).map_or(0, super::word_lists::Entry::length);
        let lemma = super::cues::verb_at(self.lists, tokens, verb.start).map(|entry| entry.lemma.as_str());
        let next = |words: &str| tokens.get(verb.end).is_some_and(|next: &Token<'_>| next.is_among(words));
        let has_own = WITH_PREPOSITIONS.iter().any(|(own, words)| lemma == Some(own) && next(words));
        (verb.end + usize::from(has_own)).max(verb.start + listed)
    }
}
