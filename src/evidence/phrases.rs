//! Noun phrases: who or what is named by some words before a verb or behind it, without a parser.
//!
//! ```text
//!     In Ostrey on Monday the treasurer │ said      read back from the verb: the treasurer
//!     said │ Ada Quill, a skipper on the old boats, │ on Monday
//! ```
//!
//! Names are capitals; other phrases end before a word that none has.

use std::ops::Range;

use super::cues::{is_participle, verb_at};
use super::grammar::{
    AUXILIARIES, CLAUSES, DETERMINERS, INSIDE, LONGEST, PAST, PREPOSITIONS, among, is_adverb, is_day, is_of_name,
    is_pronoun,
};
use super::outer::is_quotation;
use super::tokens::{Token, is_abbreviation};
use super::word_lists::WordLists;

/// Reads noun phrases from the tokens of a sentence.
pub(super) struct Phrases<'a, 't> {
    /// The tokens of the block outside its quotations.
    pub tokens: &'a [Token<'t>],
    /// The word lists of its language.
    pub lists: &'a WordLists,
}

impl Phrases<'_, '_> {
    pub fn is_verb(&self, at: usize) -> bool {
        verb_at(self.lists, self.tokens, at).is_some() || among(&self.tokens[at], &AUXILIARIES)
    }

    pub fn is_reporting(&self, at: usize) -> bool {
        verb_at(self.lists, self.tokens, at).is_some()
    }

    pub fn is_noun_phrase(&self, found: &Range<usize>) -> bool {
        let first = &self.tokens[found.start];
        let last = &self.tokens[found.end - 1];
        !found.is_empty()
            && !is_day(last)
            && !among(first, &PREPOSITIONS)
            && (self.tokens[found.clone()].iter().any(is_of_name)
                || among(first, &DETERMINERS)
                || is_pronoun(first)
                || first.folded.ends_with('s'))
    }

    /// Tells whether some tokens name anything: more than words that stand before a noun.
    pub fn has_noun(&self, found: &Range<usize>) -> bool {
        let is_before_noun = |token: &Token<'_>| {
            !token.is_word
                || is_adverb(token)
                || among(token, "a an the this that these those his her their its our my your")
        };
        // That were hacked │ suggested: a participle alone is none.
        let own = &self.tokens[found.clone()];
        let is_participle =
            matches!(own, [only] if only.is_small() && only.folded.len() > 4 && only.folded.ends_with("ed"));
        !is_participle && own.iter().any(|token| is_quotation(token) || !is_before_noun(token) || token.text == "@")
    }

    /// Tells whether some tokens say who somebody is.
    pub fn describes(&self, inner: Range<usize>) -> bool {
        let Some(first) = self.tokens[inner.clone()].first() else { return false };
        let is_clause =
            among(first, &CLAUSES) || among(first, &PREPOSITIONS) || is_participle(first) || is_adverb(first);
        // A relative clause may have verbs; what is told of somebody is no description.
        let has_verb = || {
            let is_relative = |k: usize| self.tokens[inner.start..k].iter().any(|token| among(token, "who that which"));
            inner.clone().any(|k| among(&self.tokens[k], &AUXILIARIES) && !is_relative(k))
        };
        let is_of_something = || self.tokens[inner.clone()].iter().skip(1).take(3).any(|token| among(token, &INSIDE));
        first.is_word
            && (among(first, &DETERMINERS) || first.is_capital() || is_of_something())
            && !self.is_reporting(inner.start)
            && !has_verb()
            && !is_clause
            && !is_day(first)
            && !is_pronoun(first)
            && !among(first, &AUXILIARIES)
            && !among(first, &PAST)
            && !first.folded.ends_with("ed")
            && inner.clone().skip(1).all(|k| {
                !self.is_reporting(k) || self.tokens[..k].iter().rev().take(6).any(|t| among(t, "who that which"))
            })
            && !self.tokens[inner].iter().any(is_quotation)
    }

    /// Tells whether a preposition stands before a token.
    pub fn is_behind_preposition(&self, at: usize) -> bool {
        at > 0 && among(&self.tokens[at - 1], &PREPOSITIONS)
    }

    /// Tells whether a noun phrase cannot go on with a token: it is no small word, or one that no noun phrase has.
    pub fn ends_phrase(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return true };
        !token.is_small()
            || among(token, &PREPOSITIONS)
            || among(token, &CLAUSES)
            || is_adverb(token)
            || self.is_verb(at)
            || among(token, &PAST)
            || token.folded.ends_with("ed")
    }

    /// Returns the noun phrase that ends before a token.
    pub fn ending(&self, end: usize, from: usize) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let mut start = end;
        while start > from && end - start < LONGEST {
            let before = &tokens[start - 1];
            let goes_on = if before.is_word {
                !(among(before, &CLAUSES) && !self.joins_names(start - 1)
                    || self.is_verb(start - 1)
                    || among(before, &PAST)
                    || start < end
                        && among(&tokens[start], "a an the")
                        && !among(before, &PREPOSITIONS)
                        && !among(before, "all both such only"))
            } else if is_quotation(before) {
                start < end
                    && before.text.split_whitespace().count() <= 2
                    && start >= 2
                    && tokens[start - 2].is_capital()
            } else {
                match before.text {
                    "." => start >= 2 && is_abbreviation(tokens[start - 2].text),
                    ")" => {
                        let open = (from..start - 1).rev().take(8).find(|k| tokens[*k].text == "(");
                        start = open.map_or(start, |open| open + 1);
                        open.is_some()
                    }
                    "&" | "'" | "’" | "/" | "-" | "#" | "@" | "$" => true,
                    _ => false,
                }
            };
            if !goes_on {
                break;
            }
            start -= 1;
        }
        let mut end = end;
        while end > start + 1 && (is_day(&tokens[end - 1]) || tokens[end - 1].is_figure()) {
            end -= 1;
        }
        while start < end && (is_adverb(&tokens[start]) || !tokens[start].is_word && tokens[start].text != "@") {
            start += 1;
        }
        let range = self.without_opening(start, end);
        (!range.is_empty() && tokens[range.clone()].iter().any(|token| token.is_word)).then_some(range)
    }

    /// Tells whether "and" stands between two names.
    fn joins_names(&self, at: usize) -> bool {
        let is_name = |k: Option<usize>| k.and_then(|k| self.tokens.get(k)).is_some_and(is_of_name);
        self.tokens[at].is("and") && is_name(at.checked_sub(1)) && is_name(Some(at + 1))
    }

    /// Leaves out a phrase that opens the sentence: `In Ostrey on Monday │ the treasurer`.
    pub fn without_opening(&self, start: usize, end: usize) -> Range<usize> {
        let tokens = self.tokens;
        let Some(first) = tokens.get(start).filter(|_| start < end) else { return start..end };
        if !among(first, &PREPOSITIONS) && !is_participle(first) && !is_day(first) {
            // A name behind the day that a sentence opens with, or behind a time.
            return start..end;
        }
        let starts = |k: &usize| {
            let before = &tokens[*k - 1];
            let free = !among(before, &PREPOSITIONS) && !before.is_genitive();
            let begins_name =
                is_of_name(&tokens[*k]) && (!is_of_name(before)) && !among(before, &DETERMINERS) && !before.is("&");
            let is_title = before.text == "." || before.is_small() && !is_day(before) && !before.is_figure();
            free && (among(&tokens[*k], &DETERMINERS) || is_pronoun(&tokens[*k]) || begins_name && !is_title)
        };
        let found = (start + 1..end).rev().find(starts);
        let run = || {
            let first = (start..end).rev().take_while(|k| is_of_name(&tokens[*k]) || tokens[*k].text == ".").last();
            first.map(|first| if tokens[first].text == "." { first + 1 } else { first })
        };
        found.or_else(run).unwrap_or(end)..end
    }

    /// Returns the noun phrase that begins at a token, with the description behind its comma.
    pub fn starting(&self, start: usize, to: usize) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let first = tokens.get(start).filter(|token| start < to && (token.is_word || token.text == "@"))?;
        if is_pronoun(first) {
            return Some(start..start + 1);
        }
        if among(first, &PREPOSITIONS)
            || among(first, &CLAUSES) && !first.is("that")
            || is_day(first)
            || among(first, &AUXILIARIES)
        {
            return None;
        }
        let end = self.joined_end(&(start..self.phrase_end(start, to)), to);
        let described = self.description_end(end, to);
        Some(start..if described > end { self.joined_behind_description(described, to) } else { end })
    }

    /// Returns where the noun phrase ends that begins at a token.
    pub fn phrase_end(&self, start: usize, to: usize) -> usize {
        let tokens = self.tokens;
        let mut end = start + 1;
        while end < to && end - start < LONGEST {
            let is_named = is_of_name(&tokens[start]) && !tokens[start..end].iter().any(Token::is_genitive);
            let token = &tokens[end];
            let next = tokens.get(end + 1).filter(|_| end + 1 < to);
            let next_is_name = next.is_some_and(|next| is_of_name(next) || among(next, "the"));
            let goes_on = if token.is_word {
                if is_day(token) || self.is_verb(end) || is_pronoun(token) {
                    false
                } else if token.is_capital() || token.is_figure() {
                    true
                } else if among(token, &INSIDE) {
                    if token.is("of") {
                        true
                    } else {
                        next.is_some_and(|next| next.is_word && !is_day(next))
                            && !is_named
                            && (next_is_name || !among(token, "to at with from"))
                    }
                } else if among(token, "and &") {
                    next.is_some_and(is_of_name) && tokens[end - 1].is_capital()
                } else if among(token, &PREPOSITIONS)
                    || among(token, &CLAUSES)
                    || is_adverb(token) && !(among(&tokens[end - 1], &DETERMINERS) || tokens[end - 1].is_genitive())
                    || among(token, "told")
                {
                    false
                } else if among(&tokens[end - 1], &DETERMINERS)
                    || among(token, &DETERMINERS) && tokens[end - 1].is("of")
                {
                    true
                } else if is_named {
                    among(token, "de van von der la el bin al du da")
                        || next.is_some_and(is_of_name) && !token.folded.ends_with("ed") && !among(token, &PAST)
                } else {
                    // A recently retired skipper.
                    let is_of_noun = end == start + 1 || is_adverb(&tokens[end - 1]);
                    !(token.folded.ends_with("ed") && !is_of_noun || among(token, &PAST))
                }
            } else if is_quotation(token) {
                is_named && token.text.split_whitespace().count() <= 2 && next_is_name
            } else {
                match token.text {
                    "." => {
                        is_abbreviation(tokens[end - 1].text)
                            && next.is_some_and(|next| next.is_word || next.text == "," || next.text == ")")
                    }
                    "(" => {
                        let close = (end..to.min(end + 8)).find(|k| tokens[*k].text == ")");
                        end = close.unwrap_or(end);
                        close.is_some()
                    }
                    "&" | "'" | "’" | "/" | "-" | "@" | "$" | "#" => true,
                    _ => false,
                }
            };
            if !goes_on {
                break;
            }
            end += 1;
        }
        end
    }

    /// Returns where the description of somebody ends that begins behind a comma, else where the name ends.
    pub fn description_end(&self, end: usize, to: usize) -> usize {
        let tokens = self.tokens;
        if tokens.get(end).filter(|_| end < to).is_none_or(|token| token.text != ",") {
            return end;
        }
        let first = end + 1;
        let close = (first..to).find(|k| {
            let token = &tokens[*k];
            matches!(token.text, "," | ";" | ":")
                || is_quotation(token)
                || token.is_dash()
                || token.text == "." && !is_abbreviation(tokens[*k - 1].text)
                || among(token, "who which whose when while as after before but where that")
        });
        let close = close.unwrap_or(to);
        if close > first && self.describes(first..close) { close } else { end }
    }
}
