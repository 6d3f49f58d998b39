//! Several who say one thing: the phrases that “and” joins to a subject, before its verb or behind it.
//!
//! ```text
//!     said │ the mayor and the treasurer                 both
//!     said │ the mayor │ and the council left            one: a clause of its own
//!     closed the quay and │ the treasurer │ said         one: the quay is an object
//! ```

use std::ops::Range;

use super::grammar::{CLAUSES, DETERMINERS, PAST, PREPOSITIONS, among, is_day, is_of_name, is_pronoun};
use super::phrases::Phrases;
use super::tokens::Token;

/// What joins two that say one thing.
const JOINS: &str = "and or nor";
/// More are joined by no sentence.
const MOST: usize = 6;

impl Phrases<'_, '_> {
    /// Returns where a subject ends to which others are joined behind it; else its own end. Cost: linear in the phrases.
    pub fn joined_end(&self, found: &Range<usize>, to: usize) -> usize {
        let tokens = self.tokens;
        // Ada Quill and Tom Hart │ left: the phrase took a clause for a name.
        let own = found.clone().skip(1).find(|k| among(&tokens[*k], JOINS));
        if let Some(and) = own.filter(|_| self.goes_on_as_clause(found.end, to)) {
            return and;
        }
        let mut end = found.end;
        for _ in 0..MOST {
            let joins = end + 1 < to && among(&tokens[end], JOINS) && self.can_be_joined(end + 1);
            let next = if joins { self.phrase_end(end + 1, to) } else { break };
            if self.goes_on_as_clause(next, to) {
                break;
            }
            end = next;
        }
        end
    }

    /// Returns where the last one ends who is joined behind a description: Ada Quill, the mayor, │ and Tom Hart. Cost: linear in the phrase.
    pub fn joined_behind_description(&self, end: usize, to: usize) -> usize {
        let tokens = self.tokens;
        let joins = end + 2 < to && tokens[end].text == "," && among(&tokens[end + 1], JOINS);
        let next = if joins && is_of_name(&tokens[end + 2]) { self.phrase_end(end + 2, to) } else { return end };
        if next < to && tokens[next].is_word && !is_day(&tokens[next]) { end } else { next }
    }

    /// Returns a subject with those that are joined to it before it: the mayor and │ the treasurer. Cost: linear in the phrases.
    pub fn joined_before(&self, found: Range<usize>, from: usize) -> Range<usize> {
        let tokens = self.tokens;
        let mut start = found.start;
        for _ in 0..MOST {
            let Some(join) = start.checked_sub(1).filter(|join| *join > from) else { break };
            let has_join = tokens[start..found.end].iter().any(|token| among(token, JOINS));
            let is_list = tokens[join].text == "," && has_join && is_of_name(&tokens[start]);
            if !among(&tokens[join], JOINS) && !is_list || !self.can_be_joined(start) {
                break;
            }
            let before = self.ending(join, from).filter(|before| before.end == join && self.is_noun_phrase(before));
            // The captain waits at the quay and …: no subject has these.
            let is_whole = |token: &Token<'_>| !among(token, &PREPOSITIONS) || among(token, "of for from");
            let is_plain =
                |before: &Range<usize>| !self.has_verb(before.clone()) && tokens[before.clone()].iter().all(is_whole);
            let Some(before) = before.filter(is_plain) else { break };
            // Behind a comma stands what opens a sentence more often than somebody else: only a name is one of a list, and not that of
            // the place in “In Ostrey, …”.
            if self.is_behind_preposition(before.start)
                || is_list && !tokens[before.clone()].iter().all(is_of_name)
                || !self.opens_clause(before.start, from)
            {
                break;
            }
            start = before.start;
        }
        start..found.end
    }

    /// Tells whether a phrase that begins at a token can be one of several.
    fn can_be_joined(&self, at: usize) -> bool {
        let first = &self.tokens[at];
        let is_plural = first.is_small() && first.folded.len() > 3 && first.folded.ends_with('s');
        // Pupil Tom Hart, as papers write it.
        let is_title = first.is_small() && self.tokens.get(at + 1).is_some_and(is_of_name);
        !is_pronoun(first)
            && !is_day(first)
            && !self.is_verb(at)
            && !among(first, &PREPOSITIONS)
            && !among(first, &CLAUSES)
            && (is_of_name(first) || among(first, &DETERMINERS) || is_plural || is_title)
    }

    /// Tells whether what stands behind a phrase makes a clause of it: and the council │ left.
    fn goes_on_as_clause(&self, end: usize, to: usize) -> bool {
        end < to && self.has_verb(end..end + 1)
    }

    fn has_verb(&self, range: Range<usize>) -> bool {
        range.into_iter().any(|k| {
            let token = &self.tokens[k];
            self.is_verb(k) || among(token, &PAST) || token.is_small() && token.folded.ends_with("ed")
        })
    }

    /// Tells whether a clause begins with a token, a phrase of place or time aside.
    fn opens_clause(&self, start: usize, from: usize) -> bool {
        let tokens = self.tokens;
        let open = (from..start).rev().find(|k| !tokens[*k].is_word || among(&tokens[*k], &CLAUSES));
        let open = open.map_or(from, |open| open + 1);
        let first = &tokens[open];
        let is_opening = among(first, &PREPOSITIONS) || is_day(first);
        open == start || is_opening && !self.has_verb(open..start) || self.is_of_both(open, start)
    }

    /// Both the mayor and the treasurer.
    fn is_of_both(&self, open: usize, start: usize) -> bool {
        open + 1 == start && among(&self.tokens[open], "both either neither")
    }
}
