//! Who does what a verb says: the words of its subject, without a parser.
//!
//! ```text
//!     In Ostrey, the treasurer, Osric Penn, later said       the treasurer, Osric Penn
//!     Quill thanked the yard and called it                   Quill
//!     Bret Oster, who lamented                               who, which stands for Bret Oster
//! ```
//!
//! A subject is read back from the verb to where its clause begins; behind a comma, a conjunction or a participle it is that of
//! the sentence.

use std::ops::Range;

use super::abroad::SmallWords;
use super::cues::is_participle;
use super::grammar::{AUXILIARIES, CLAUSES, DETERMINERS, LONGEST, PREPOSITIONS, among, is_adverb, is_day, is_of_name};
use super::outer::is_quotation;
use super::phrases::Phrases;

/// Within so many words it is said who quotes somebody.
const NEAR: usize = 8;

impl Phrases<'_, '_> {
    /// Returns the subject of a verb, looked for from `from` on, with all who are joined to it; and whether it is that of the whole
    /// sentence.
    pub fn before(&self, verb: usize, from: usize) -> Option<(Range<usize>, bool)> {
        let (found, is_of_sentence) = self.last_before(verb, from)?;
        Some((if is_of_sentence { found } else { self.joined_before(found, from) }, is_of_sentence))
    }

    fn last_before(&self, verb: usize, from: usize) -> Option<(Range<usize>, bool)> {
        let tokens = self.tokens;
        let mut end = verb;
        let abroad = SmallWords::of(self.lists.language());
        while end > from
            && (is_adverb(&tokens[end - 1])
                || abroad.is_some_and(|small| small.is_perfect(&tokens[end - 1]))
                || among(&tokens[end - 1], &AUXILIARIES)
                || tokens[end - 1].is("as") && end >= from + 2 && is_adverb(&tokens[end - 2]))
        {
            end -= 1;
        }
        // Was reported to have written: of whom it is reported says it.
        let told = "reported said alleged believed thought understood";
        if end >= from + 3 && tokens[end - 1].is("to") && among(&tokens[end - 2], told) {
            let first = (from..end - 2).rev().find(|k| !among(&tokens[*k], &AUXILIARIES) && !is_adverb(&tokens[*k]));
            end = first.map_or(end, |first| first + 1);
        }
        // Was quoted by the wire as saying: who is quoted says it.
        let is_quoted = |k: &usize| tokens[*k].is("by") && among(&tokens[*k - 1], "quoted cited reported");
        if end > from
            && tokens[end - 1].is("as")
            && let Some(by) = (from + 1..end).rev().take(NEAR).find(is_quoted)
        {
            let first = (from..by - 1).rev().find(|k| !among(&tokens[*k], &AUXILIARIES) && !is_adverb(&tokens[*k]));
            end = first.map_or(end, |first| first + 1);
        }
        let last = end.checked_sub(1).filter(|last| *last >= from)?;
        let token = &tokens[last];
        let of_sentence = || Some((self.of_sentence(from, verb)?, true));
        if is_participle(&tokens[verb])
            && !among(&tokens[verb - 1], &AUXILIARIES)
            && !tokens[verb - 1].is("as")
            && !is_of_name(token)
        {
            // “…, adding”: who said what stands before.
            let finite = (from..last).rev().find(|k| self.is_reporting(*k) && !is_participle(&tokens[*k]));
            return match finite {
                Some(finite) => self.before(finite, from),
                None => of_sentence(),
            };
        }
        if among(token, "and or but to by then") {
            return of_sentence();
        }
        if among(token, "which that") {
            return None;
        }
        if token.is("who") {
            return Some((last..end, false));
        }
        if token.text == "," || token.is_dash() || token.text == ")" {
            let opens = |k: &usize| match token.text {
                ")" => tokens[*k].text == "(",
                "," => tokens[*k].text == ",",
                _ => tokens[*k].is_dash(),
            };
            let least = from.max(last.saturating_sub(LONGEST));
            let open = (least..last).rev().take_while(|k| !is_quotation(&tokens[*k])).filter(opens);
            // A list has several commas: the name stands before the first of those that a description follows.
            for open in open {
                if open > from && tokens[open - 1].is("who") {
                    return Some((open - 1..open, false));
                }
                if let Some(found) = self.ending(open, from).filter(|found| self.is_noun_phrase(found)) {
                    let inner = open + 1..last;
                    let keeps = self.describes(inner.clone());
                    // A bracket closes what it opens.
                    let end = inner.end + usize::from(token.text == ")");
                    return Some((found.start..if keeps { end } else { found.end }, false));
                }
            }
            return of_sentence();
        }
        let found = self.ending(end, from)?;
        let inner = found.start.checked_sub(1).filter(|comma| *comma > from && tokens[*comma].text == ",");
        // The treasurer, Osric Penn, said: read above. What a comma parts from its noun is no subject of its own.
        match inner {
            Some(comma) if !self.is_noun_phrase(&found) => self.ending(comma, from).map(|found| (found, false)),
            _ => Some((found, false)),
        }
    }

    /// Returns the subject of the sentence between two tokens.
    pub fn of_sentence(&self, from: usize, to: usize) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let mut at = from;
        for _ in 0..3 {
            while at < to
                && (!tokens[at].is_word && tokens[at].text != "@"
                    || is_adverb(&tokens[at])
                    || among(&tokens[at], "and but or yet so still"))
            {
                at += 1;
            }
            let first = tokens.get(at).filter(|_| at < to)?;
            let comma = (at..to).find(|k| tokens[*k].text == ",");
            let is_time = comma.is_some_and(|comma| {
                comma > at && (is_day(&tokens[comma - 1]) || among(&tokens[comma - 1], "later ago earlier"))
            });
            let opens = is_time
                || among(first, &PREPOSITIONS)
                || among(first, &CLAUSES) && !among(first, "who what")
                || is_participle(first)
                || is_day(first);
            if !opens {
                break;
            }
            let comma = (at..to).find(|k| tokens[*k].text == "," && tokens.get(k + 1).is_some_and(|next| next.is_word));
            let Some(comma) = comma else {
                return Some(self.without_opening_to_verb(at, to)).filter(|found| !found.is_empty());
            };
            at = comma + 1;
        }
        self.starting(at, to)
    }

    fn without_opening_to_verb(&self, at: usize, to: usize) -> Range<usize> {
        let verb = (at + 1..to).find(|k| self.is_verb(*k)).unwrap_or(to);
        let found = self.without_opening(at, verb);
        if found.start == at { verb..verb } else { found }
    }

    /// Returns the noun phrase that a relative pronoun stands for.
    pub fn antecedent(&self, pronoun: usize, from: usize) -> Option<Range<usize>> {
        let end = if pronoun > from && self.tokens[pronoun - 1].text == "," { pronoun - 1 } else { pronoun };
        let found = self.ending(end, from)?;
        let tokens = self.tokens;
        let is_inside = |k: &usize| is_of_name(&tokens[*k]) || tokens[*k].text == ".";
        let name = found.clone().rev().take_while(is_inside).last();
        let start = name.or_else(|| found.clone().rev().find(|k| among(&tokens[*k], &DETERMINERS)));
        Some(start.unwrap_or(found.start)..found.end)
    }

    /// Tells whether a verb is passive: who is told something does not say it.
    pub fn is_passive(&self, verb: usize, from: usize) -> bool {
        let token = &self.tokens[verb];
        let before = (from..verb).rev().find(|k| !is_adverb(&self.tokens[*k])).map(|k| &self.tokens[k]);
        !is_participle(token) && before.is_some_and(|before| among(before, "is are was were be been being get got"))
    }

    /// Tells whether a reporting verb stands at a token.
    pub fn is_followed_by_verb(&self, at: usize) -> bool {
        at < self.tokens.len() && self.is_reporting(at)
    }
}
