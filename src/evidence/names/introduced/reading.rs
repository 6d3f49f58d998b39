//! What is asked of a sentence again and again while introductions are looked for in it.

use std::ops::Range;

use super::super::super::cues::is_participle;
use super::super::super::grammar::{
    AUXILIARIES, CLAUSES, PAST, PREPOSITIONS, among, is_adverb, is_day, is_of_name, is_pronoun,
};
use super::super::super::outer::is_quotation;
use super::super::super::phrases::Phrases;
use super::super::super::tokens::{Token, is_abbreviation};
use super::language::Language;

/// Reads one sentence of a block.
pub(in crate::evidence::names) struct Reading<'a, 't> {
    /// The tokens of the block, and the lists of its language.
    pub phrases: &'a Phrases<'a, 't>,
    /// The small words of its language.
    pub language: &'static Language,
    /// The tokens of the sentence.
    pub sentence: Range<usize>,
}

/// Tells whether a quotation is a word or two that go on with the words around them: a self-styled “king of tides”.
pub(super) fn is_short(quotation: &Token<'_>) -> bool {
    quotation.text.split_whitespace().count() <= SHORT
}

/// Conjunctions before a sentence of its own.
const COORDINATING: &str = "and but or nor so yet plus";

/// How many words such a quotation has at the most.
const SHORT: usize = 4;

impl<'t> Reading<'_, 't> {
    /// Returns a token of the sentence.
    pub fn token(&self, at: usize) -> Option<&Token<'t>> {
        self.phrases.tokens.get(at).filter(|_| self.sentence.contains(&at))
    }

    /// Tells whether a token is this mark.
    pub fn is_mark(&self, at: usize, mark: &str) -> bool {
        self.token(at).is_some_and(|token| token.text == mark)
    }

    /// Tells whether a mark ends a description, or a quotation does; so does the end of the sentence.
    pub fn is_close(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return true };
        matches!(token.text, "," | ";" | ":" | "!" | "?" | "…" | "(" | ")" | "[" | "]" | "--")
            || self.is_spaced_hyphen(at)
            || is_quotation(token) && !is_short(token)
            || token.is_dash()
            || token.text == "." && !self.is_of_abbreviation(at)
    }

    /// Tells whether a hyphen stands for a dash: with spaces around it.
    pub fn is_spaced_hyphen(&self, at: usize) -> bool {
        let tokens = self.phrases.tokens;
        tokens[at].text == "-"
            && at.checked_sub(1).is_none_or(|k| tokens[k].end() < tokens[at].start)
            && tokens.get(at + 1).is_none_or(|next| tokens[at].end() < next.start)
    }

    /// Tells whether a full stop is that of a short form, with words behind it.
    fn is_of_abbreviation(&self, at: usize) -> bool {
        at > self.sentence.start
            && is_abbreviation(self.phrases.tokens[at - 1].text)
            && self.token(at + 1).is_some_and(|next| next.is_word)
    }

    /// Tells whether the sentence ends at a token: at its stop, or behind the last one.
    pub fn is_end(&self, at: usize) -> bool {
        self.token(at).is_none_or(|token| {
            matches!(token.text, "." | "!" | "?" | "…")
                || self.phrases.tokens[at..self.sentence.end].iter().all(|t| !t.is_word)
        })
    }

    /// Tells whether no word of the sentence stands before a token.
    pub fn is_first(&self, at: usize) -> bool {
        self.phrases.tokens[self.sentence.start..at].iter().all(|token| !token.is_word)
    }

    /// Tells whether a token is a verb for sure, or a word by which a description ends.
    pub fn is_verb(&self, at: usize) -> bool {
        let token = &self.phrases.tokens[at];
        if !self.language.is_english() {
            return token.is_among(self.language.verbs) || self.phrases.is_reporting(at);
        }
        self.phrases.is_reporting(at) && !self.is_attributive(at) || among(token, &AUXILIARIES) || self.is_past(at)
    }

    /// Tells whether a participle or another form stands before a noun as an adjective does: a named partner.
    fn is_attributive(&self, at: usize) -> bool {
        let tokens = self.phrases.tokens;
        (tokens[at].folded.ends_with("ed") || is_participle(&tokens[at]))
            && at > 0
            && (self.language.is_determiner(&tokens[at - 1]) || tokens[at - 1].is_genitive())
    }

    /// Tells whether a form is the past of a verb, and no participle: "a firm led by …" is one.
    fn is_past(&self, at: usize) -> bool {
        let tokens = self.phrases.tokens;
        let next = self.token(at + 1);
        let is_passive =
            next.is_none_or(|next| !next.is_word || among(next, &PREPOSITIONS) || among(next, "up off out"));
        if among(&tokens[at], &PAST) {
            return !is_passive;
        }
        let has_object =
            || next.is_some_and(|next| self.language.is_determiner(next) || is_pronoun(next) || next.is_capital());
        tokens[at].is_small() && tokens[at].folded.ends_with("ed") && has_object() && !self.is_attributive(at)
    }

    /// Tells whether a word opens a phrase that is no noun: a preposition, a conjunction, an adverb, a pronoun, a day.
    pub fn is_no_noun(&self, at: usize) -> bool {
        let token = &self.phrases.tokens[at];
        if !token.is_word || token.is_among(self.language.no_nouns) || token.is_among(self.language.prepositions) {
            return true;
        }
        if !self.language.is_english() {
            return self.is_verb(at);
        }
        among(token, &CLAUSES)
            || among(token, &PREPOSITIONS)
            || is_adverb(token)
            || is_pronoun(token)
            || is_day(token)
            || among(token, &AUXILIARIES)
            || among(token, &PAST)
    }

    /// Tells whether a token is a preposition.
    pub fn is_preposition(&self, at: usize) -> bool {
        let token = &self.phrases.tokens[at];
        if self.language.is_english() {
            among(token, &PREPOSITIONS)
        } else {
            token.is_among(self.language.prepositions) || self.language.is_of(token)
        }
    }

    /// Tells whether the sentence opens with a preposition, a participle or a conjunction and goes on from there to a token, so that
    /// a comma behind it may end this.
    pub fn is_opening(&self, at: usize) -> bool {
        let own = &self.phrases.tokens[self.sentence.start..at.max(self.sentence.start)];
        // Back in Ostrey, …
        let leads = |token: &&Token<'_>| {
            token.is_word && !token.is("back") && (!self.language.is_english() || !is_adverb(token))
        };
        let Some(first) = own.iter().find(leads) else { return false };
        let opens = if self.language.is_english() {
            among(first, &PREPOSITIONS) && !first.is("according")
                || among(first, &CLAUSES) && !among(first, COORDINATING)
                || is_participle(first)
        } else {
            first.is_among(self.language.prepositions)
        };
        opens
            && !own.iter().any(|token| matches!(token.text, "," | ";" | ":") || is_quotation(token) || token.is_dash())
    }

    /// Tells whether a name begins at a token.
    pub fn is_name(&self, at: usize) -> bool {
        self.token(at).is_some_and(is_of_name)
    }
}
