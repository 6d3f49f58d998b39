//! Who does what a verb says: the words of its subject, without a parser.
//!
//! ```text
//!     In Ostrey, the treasurer, Osric Penn, later said       the treasurer, Osric Penn
//!     said Ada Quill, who leads the council                  Ada Quill
//!     Quill thanked the yard and called it                   Quill
//! ```
//!
//! A subject is read back from the verb to where its clause begins; behind a comma, a conjunction or a participle it is that of
//! the sentence. Names are capitals, other subjects begin with an article or end before a word that no subject has.

use std::ops::Range;

use super::cues::{is_participle, verb_at};
use super::outer::is_quotation;
use super::tokens::{Token, has_word, is_abbreviation};
use super::word_lists::WordLists;

const AUXILIARIES: &str = "has had have having is was are were be been being will would can could might must shall should do does \
    did not never ain't isn't wasn't didn't doesn't don't hasn't hadn't won't wouldn't can't couldn't";

const ADVERBS: &str = "also then later once still often again even just now soon too both all yet so meanwhile instead earlier \
    thus further first next himself herself themselves itself afterward afterwards rather quoted cited reported heard";

const CLAUSES: &str = "that because although though while when where whether if as since after before until unless but so than who \
    which whom whose what how why and or nor plus";

const PREPOSITIONS: &str = "in on at by during for from with about of to into over under against through throughout despite amid \
    among between toward towards via without within upon like near following regarding per behind above below outside inside \
    across along around beyond alongside asked speaking am im vom zum zur beim gegenüber en ante durante à lors devant";

/// Prepositions that stand inside a subject.
const INSIDE: &str = "of for from at with to";

const PRONOUNS: &str = "i we you he she it they who";

/// Past forms that end a subject and have no ending that shows it.
const PAST: &str = "held sent got made took gave came went began won lost left kept struck met ran saw sat stood drew threw found brought \
    broke spent paid led grew knew heard put set hit cut let does makes takes gives goes gets comes keeps wants seeks uses used";

const DETERMINERS: &str = "a an the this that these those his her their its our my your one another some many several most two three \
    four five six both no each other all";

const DAYS: &str = "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september \
    october november december jan feb mar apr jun jul aug sept oct nov dec may tonight today yesterday earlier last";

/// How far a subject may reach, in tokens.
const LONGEST: usize = 40;

fn among(token: &Token<'_>, words: &str) -> bool {
    token.is_among(words)
}

fn is_adverb(token: &Token<'_>) -> bool {
    among(token, ADVERBS)
        || token.is_small() && token.folded.len() > 4 && token.folded.ends_with("ly") && !among(token, IN_LY)
}

/// Nouns and adjectives that end as adverbs do.
const IN_LY: &str = "assembly family supply ally rally reply bully monopoly anomaly butterfly belly jelly lily only early likely friendly \
    elderly weekly daily monthly yearly deadly costly lonely lovely";

/// Tells whether a token is a pronoun that can be a subject.
pub(super) fn is_pronoun(token: &Token<'_>) -> bool {
    among(token, PRONOUNS)
}

fn is_day(token: &Token<'_>) -> bool {
    let days = |word: &str| word.ends_with("day") && has_word(DAYS, word);
    among(token, DAYS) || token.folded.strip_suffix('s').is_some_and(days)
}

/// Tells whether a capital belongs to a name rather than to the beginning of a sentence or to a date.
pub(super) fn is_of_name(token: &Token<'_>) -> bool {
    token.is_capital()
        && !is_day(token)
        && !among(token, DETERMINERS)
        && !among(token, PREPOSITIONS)
        && !among(token, CLAUSES)
        && !is_pronoun(token)
        && !among(token, ADVERBS)
}

/// Reads subjects from the tokens of a sentence.
pub(super) struct Subjects<'a, 't> {
    /// The tokens of the block outside its quotations.
    pub tokens: &'a [Token<'t>],
    /// The word lists of its language.
    pub lists: &'a WordLists,
}

impl Subjects<'_, '_> {
    fn is_verb(&self, at: usize) -> bool {
        verb_at(self.lists, self.tokens, at).is_some() || among(&self.tokens[at], AUXILIARIES)
    }

    fn is_reporting(&self, at: usize) -> bool {
        verb_at(self.lists, self.tokens, at).is_some()
    }

    /// Returns the subject of a verb, looked for from `from` on; and whether it is that of the whole sentence.
    pub fn before(&self, verb: usize, from: usize) -> Option<(Range<usize>, bool)> {
        let tokens = self.tokens;
        let mut end = verb;
        while end > from
            && (is_adverb(&tokens[end - 1])
                || among(&tokens[end - 1], AUXILIARIES)
                || tokens[end - 1].is("as") && end >= from + 2 && is_adverb(&tokens[end - 2]))
        {
            end -= 1;
        }
        let last = end.checked_sub(1).filter(|last| *last >= from)?;
        let token = &tokens[last];
        let of_sentence = || Some((self.of_sentence(from, verb)?, true));
        if is_participle(&tokens[verb])
            && !among(&tokens[verb - 1], AUXILIARIES)
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
                    return Some((found.start..if keeps { inner.end } else { found.end }, false));
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

    fn is_noun_phrase(&self, found: &Range<usize>) -> bool {
        let first = &self.tokens[found.start];
        let last = &self.tokens[found.end - 1];
        !found.is_empty()
            && !is_day(last)
            && !among(first, PREPOSITIONS)
            && (self.tokens[found.clone()].iter().any(is_of_name)
                || among(first, DETERMINERS)
                || is_pronoun(first)
                || first.folded.ends_with('s'))
    }

    /// Tells whether some tokens say who somebody is.
    fn describes(&self, inner: Range<usize>) -> bool {
        let Some(first) = self.tokens[inner.clone()].first() else { return false };
        let is_clause = among(first, CLAUSES) || among(first, PREPOSITIONS) || is_participle(first) || is_adverb(first);
        // A relative clause may have verbs; what is told of somebody is no description.
        let has_verb = || {
            let is_relative = |k: usize| self.tokens[inner.start..k].iter().any(|token| among(token, "who that which"));
            inner.clone().any(|k| among(&self.tokens[k], AUXILIARIES) && !is_relative(k))
        };
        first.is_word
            && !self.is_reporting(inner.start)
            && !has_verb()
            && !is_clause
            && !is_day(first)
            && !is_pronoun(first)
            && !among(first, AUXILIARIES)
            && !among(first, PAST)
            && !first.folded.ends_with("ed")
            && inner.clone().skip(1).all(|k| {
                !self.is_reporting(k) || self.tokens[..k].iter().rev().take(6).any(|t| among(t, "who that which"))
            })
            && !self.tokens[inner].iter().any(is_quotation)
    }

    /// Returns the noun phrase that a relative pronoun stands for.
    pub fn antecedent(&self, pronoun: usize, from: usize) -> Option<Range<usize>> {
        let end = if pronoun > from && self.tokens[pronoun - 1].text == "," { pronoun - 1 } else { pronoun };
        let found = self.ending(end, from)?;
        let tokens = self.tokens;
        let is_inside = |k: &usize| is_of_name(&tokens[*k]) || tokens[*k].text == ".";
        let name = found.clone().rev().take_while(is_inside).last();
        let start = name.or_else(|| found.clone().rev().find(|k| among(&tokens[*k], DETERMINERS)));
        Some(start.unwrap_or(found.start)..found.end)
    }

    /// Tells whether a reporting verb stands at a token.
    pub fn is_followed_by_verb(&self, at: usize) -> bool {
        at < self.tokens.len() && self.is_reporting(at)
    }

    /// Tells whether a preposition stands before a token.
    pub fn is_behind_preposition(&self, at: usize) -> bool {
        at > 0 && among(&self.tokens[at - 1], PREPOSITIONS)
    }

    /// Tells whether a noun phrase cannot go on with a token: it is no small word, or one that no noun phrase has.
    pub fn ends_phrase(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return true };
        !token.is_small()
            || among(token, PREPOSITIONS)
            || among(token, CLAUSES)
            || is_adverb(token)
            || self.is_verb(at)
            || among(token, PAST)
            || token.folded.ends_with("ed")
    }

    /// Tells whether among some tokens is a preposition.
    pub fn has_preposition(&self, range: Range<usize>) -> bool {
        self.tokens[range].iter().any(|token| among(token, PREPOSITIONS))
    }

    /// Tells whether a verb is passive: who is told something does not say it.
    pub fn is_passive(&self, verb: usize, from: usize) -> bool {
        let token = &self.tokens[verb];
        let before = (from..verb).rev().find(|k| !is_adverb(&self.tokens[*k])).map(|k| &self.tokens[k]);
        !is_participle(token) && before.is_some_and(|before| among(before, "is are was were be been being get got"))
    }

    /// Returns the noun phrase that ends before a token.
    pub fn ending(&self, end: usize, from: usize) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let mut start = end;
        while start > from && end - start < LONGEST {
            let before = &tokens[start - 1];
            let goes_on = if before.is_word {
                !(among(before, CLAUSES) && !self.joins_names(start - 1)
                    || self.is_verb(start - 1)
                    || among(before, PAST)
                    || start < end
                        && among(&tokens[start], "a an the")
                        && !among(before, PREPOSITIONS)
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
    fn without_opening(&self, start: usize, end: usize) -> Range<usize> {
        let tokens = self.tokens;
        let Some(first) = tokens.get(start).filter(|_| start < end) else { return start..end };
        if !(among(first, PREPOSITIONS) || is_participle(first)) && !is_day(first) {
            // A name behind the day that a sentence opens with, or behind a time.
            return start..end;
        }
        let starts = |k: &usize| {
            let before = &tokens[*k - 1];
            let free = !among(before, PREPOSITIONS) && !before.is_genitive();
            let begins_name =
                is_of_name(&tokens[*k]) && (!is_of_name(before)) && !among(before, DETERMINERS) && !before.is("&");
            let is_title = before.text == "." || before.is_small() && !is_day(before) && !before.is_figure();
            free && (among(&tokens[*k], DETERMINERS) || is_pronoun(&tokens[*k]) || begins_name && !is_title)
        };
        let found = (start + 1..end).rev().find(starts);
        let run = || {
            let first = (start..end).rev().take_while(|k| is_of_name(&tokens[*k]) || tokens[*k].text == ".").last();
            first.map(|first| if tokens[first].text == "." { first + 1 } else { first })
        };
        found.or_else(run).unwrap_or(end)..end
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
                || among(first, PREPOSITIONS)
                || among(first, CLAUSES) && !among(first, "who what")
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

    /// Returns the noun phrase that begins at a token, with the description behind its comma.
    pub fn starting(&self, start: usize, to: usize) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let first = tokens.get(start).filter(|token| start < to && (token.is_word || token.text == "@"))?;
        if is_pronoun(first) {
            return Some(start..start + 1);
        }
        if among(first, PREPOSITIONS)
            || among(first, CLAUSES) && !first.is("that")
            || is_day(first)
            || among(first, AUXILIARIES)
        {
            return None;
        }
        let end = self.phrase_end(start, to);
        Some(start..self.description_end(end, to))
    }

    fn phrase_end(&self, start: usize, to: usize) -> usize {
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
                } else if among(token, INSIDE) {
                    if token.is("of") {
                        true
                    } else {
                        next.is_some_and(|next| next.is_word && !is_day(next))
                            && (!is_named && !among(token, "to at with from") || next_is_name && !is_named)
                    }
                } else if among(token, "and &") {
                    next_is_name && tokens[end - 1].is_capital()
                } else if among(token, PREPOSITIONS)
                    || among(token, CLAUSES)
                    || is_adverb(token) && !(among(&tokens[end - 1], DETERMINERS) || tokens[end - 1].is_genitive())
                    || among(token, "told")
                {
                    false
                } else if among(&tokens[end - 1], DETERMINERS) || among(token, DETERMINERS) && tokens[end - 1].is("of")
                {
                    true
                } else if is_named {
                    among(token, "de van von der la el bin al du da")
                        || next.is_some_and(is_of_name) && !token.folded.ends_with("ed") && !among(token, PAST)
                } else {
                    !(token.folded.ends_with("ed") && end > start + 1 || among(token, PAST))
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
