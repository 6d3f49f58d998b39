//! What stands behind a name and says who it is: an age, a description, a clause.
//!
//! ```text
//!     Bo Osk, a baker in town,      Bo Osk, 41,      Bo Osk (41), Bäcker aus Holm,      Bo Osk, treasurer of the port,
//!     Bo Osk – the treasurer –      Bo Osk, who runs the mill,                          Bo Osk, trésorier du port,
//! ```

use std::ops::Range;

use crate::unicode::quotes::{is_apostrophe, is_quotation_mark};

use super::super::super::cues::is_participle;
use super::super::super::grammar::{INSIDE, PREPOSITIONS, among, is_of_name};
use super::super::super::outer::is_quotation;
use super::super::super::person_nouns::head;
use super::super::super::tokens::Token;
use super::super::nouns::{BODIES, TITLES};
use super::heads::{self, Nature};
use super::reading::{Reading, is_short};
use super::{clause, listed};

/// How many tokens a description may have.
const LONGEST: usize = 40;

/// How many tokens a clause has at the least that belongs to its noun, with the word that it begins with.
const SHORTEST: usize = 4;

/// Adverbs before a description: now the mayor.
const LEADING: &str = "now once formerly currently previously also then long";

/// Words of clauses that end a description, and such as go on with it.
const ENDING: &str = "when while as after before but because since until although though";
const RELATIVE: &str = "who which whose whom that where";

/// Where what is said behind a name ends, by the token behind that, and whether it goes on there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Behind {
    pub end: usize,
    pub is_cut: bool,
}

/// How a name stands in its sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing {
    /// What it is by itself.
    pub nature: Nature,
    /// Where it begins with what stands before it, by its token.
    pub start: usize,
    /// Whether a comma behind it may end what the sentence opens with: In Ostrey, the mayor …; After Bo Osk spoke, …
    pub may_open: bool,
    /// Whether a preposition stands before it, so that what follows may be said of what stands before that.
    pub is_behind_preposition: bool,
    /// Whether a noun for somebody stands before it in the sentence.
    pub has_other: bool,
}

/// Finds what is said behind a name. Cost: constant.
pub(super) fn behind(r: &Reading<'_, '_>, name: &Range<usize>, standing: Standing) -> Option<Behind> {
    if r.phrases.tokens[name.end - 1].is_genitive() {
        return None;
    }
    let is_in_brackets = r.is_mark(name.end, "(");
    // Of a poll in English brackets hold shares.
    let has_no_age = standing.nature == Nature::Thing || is_in_brackets && r.language.is_english();
    let aged = if has_no_age { None } else { age(r, name.end) };
    let from = aged.unwrap_or(name.end);
    let of_clause = || {
        // Of a man employed by Fog Pharma, who was held: the man's.
        if standing.is_behind_preposition && standing.has_other {
            return None;
        }
        let (end, is_cut) = clause::end(r, from, place(r, standing.start))?;
        let end = balanced(r, from, end)?;
        let is_whole = !(r.is_first(standing.start) && r.is_end(end) && !is_cut);
        is_whole.then_some(Behind { end, is_cut })
    };
    let found = of_clause().or_else(|| of_description(r, from, standing));
    found.or_else(|| aged.map(|end| Behind { end, is_cut: false }))
}

fn place(r: &Reading<'_, '_>, start: usize) -> clause::Place {
    if r.is_first(start) {
        clause::Place::Subject
    } else if r.phrases.is_reporting(start - 1) {
        clause::Place::Speaker
    } else {
        clause::Place::Other
    }
}

/// Words around an age.
const YEARS: &str = "years ans años jahre";
const OLD: &str = "old alt";

/// Returns where an age ends behind a name, with its bracket: ", 41,", "(41)", ", 41 ans,", ", de 41 años,".
fn age(r: &Reading<'_, '_>, at: usize) -> Option<usize> {
    let is_bracketed = r.is_mark(at, "(");
    if !is_bracketed && !r.is_mark(at, ",") {
        return None;
    }
    let is = |k: usize, words: &str| r.token(k).is_some_and(|token| among(token, words));
    let first = at + 1 + usize::from(is(at + 1, "de aged"));
    let number: u8 = r.token(first)?.text.parse().ok()?;
    let years = first + 1 + usize::from(is(first + 1, YEARS));
    let end = years + usize::from(years > first + 1 && is(years, OLD));
    let is_closed = if is_bracketed { r.is_mark(end, ")") } else { r.is_close(end) };
    ((1..120).contains(&number) && is_closed).then_some(end + usize::from(is_bracketed))
}

fn of_description(r: &Reading<'_, '_>, open: usize, standing: Standing) -> Option<Behind> {
    let mark = r.token(open)?;
    // Nach Angaben von Karl Brandt, dem Sprecher, …: no subject begins with such an article.
    let is_dative =
        r.language.has_capital_nouns() && r.token(open + 1).is_some_and(|first| among(first, "dem einem einer"));
    let may_be_subject = standing.may_open && standing.is_behind_preposition && !is_dative;
    if may_be_subject || !(matches!(mark.text, "," | "(") || mark.is_dash()) {
        return None;
    }
    let first = open + 1;
    let ends = |k: usize| r.is_close(k) || r.token(k).is_some_and(|t| among(t, ENDING) || among(t, RELATIVE));
    let close = (first..first + LONGEST).find(|k| ends(*k))?;
    let inner = first..close;
    if inner.is_empty() || !describes(r, inner.clone()) || !agrees(r, inner.clone(), standing) {
        return None;
    }
    if is_list(&r.phrases.tokens[inner.clone()], r.token(close)) {
        return None;
    }
    let found = reach(r, first, close);
    let is_closed = match mark.text {
        "(" => r.is_mark(found.end, ")"),
        "," => true,
        _ => r.is_end(found.end) || r.token(found.end).is_some_and(Token::is_dash),
    };
    // What runs to the full stop from a name that the sentence begins with is the rest of the sentence.
    let is_rest = r.is_first(standing.start) && r.is_end(found.end) && !found.is_cut;
    let end = found.end + usize::from(mark.text == "(");
    let end = balanced(r, first, end)?;
    (is_closed && !is_rest).then_some(Behind { end, ..found })
}

/// Returns the end of a description that has opened a quotation, behind what closes it, and the end as it is of any other one; `None`
/// where nothing closes it.
fn balanced(r: &Reading<'_, '_>, first: usize, end: usize) -> Option<usize> {
    let is_quote = |k: usize| {
        let mark = r.token(k).filter(|token| !token.is_word && !is_quotation(token));
        mark.is_some_and(|token| token.text.starts_with(is_quotation_mark) && !token.text.starts_with(is_apostrophe))
    };
    if (first..end).filter(|k| is_quote(*k)).count() % 2 == 0 {
        return Some(end);
    }
    (end..end + 3).find(|k| is_quote(*k)).map(|k| k + 1)
}

/// Reads on behind the first end of a description: over the clause that belongs to its noun, and over a list.
fn reach(r: &Reading<'_, '_>, first: usize, close: usize) -> Behind {
    let Some(token) = r.token(close) else { return Behind { end: close, is_cut: false } };
    if among(token, RELATIVE) {
        let (end, is_cut) = clause::reach(r, close + 1);
        // A magnate whose son, it is said, …: what is set off stands in the middle of the clause.
        let is_cut = is_cut || end < close + SHORTEST;
        return if is_cut { Behind { end: close, is_cut } } else { Behind { end, is_cut } };
    }
    if is_quotation(token) {
        let is_small = |k: &usize| {
            !r.phrases.tokens[*k].is_word || r.is_no_noun(*k) || r.language.is_determiner(&r.phrases.tokens[*k])
        };
        let end = (first..close).rev().find(|k| !is_small(k)).map_or(close, |k| k + 1);
        return Behind { end, is_cut: true };
    }
    let end = if r.is_mark(close, ",") { listed::end(r, close) } else { None };
    Behind { end: end.unwrap_or(close), is_cut: false }
}

/// Tells whether some words say who somebody is, or what something is.
fn describes(r: &Reading<'_, '_>, inner: Range<usize>) -> bool {
    let tokens = r.phrases.tokens;
    let leads = |at: usize| {
        among(&tokens[at], LEADING) && tokens.get(at + 1).is_some_and(|next| r.language.is_determiner(next))
    };
    let start = inner.start + usize::from(inner.len() > 1 && leads(inner.start));
    let own = start..inner.end;
    let words = &tokens[own.clone()];
    let Some(first) = words.first().filter(|first| first.is_word) else { return false };
    if words.iter().any(|word| is_quotation(word) && !is_short(word)) || !r.phrases.has_noun(&own) {
        return false;
    }
    if !r.language.is_english() {
        return describes_abroad(r, own);
    }
    let begins = if r.language.is_determiner(first) {
        words.len() > 1 && !is_name_with_article(&words[1..])
    } else if first.is_capital() {
        // Ada Quill of Holm, or Mayor Ada Quill: another name of a list.
        let is_noun = |head: &Token<'_>| head.is_small() || heads::is_listed(head);
        let is_known = heads::of_description(words) != Nature::Unknown && head(words).is_some_and(is_noun);
        let is_told = is_known || words.iter().any(is_office);
        (is_told || first.is_genitive()) && !names_another(words)
    } else {
        begins_without_article(r, own.clone())
    };
    // Disgraced former head of the office; but accused by many, armed with a rod.
    let stands_before_noun = || {
        let next = words.get(1);
        head(words).is_some_and(|head| heads::of_word(head) == Nature::Person && head.start > first.start)
            && next.is_some_and(|next| !r.language.is_determiner(next) && !next.is_figure() && !next.is_capital())
            && !r.is_no_noun(start + 1)
    };
    let is_participle = first.is_small() && first.folded.ends_with("ed") && !stands_before_noun();
    let is_clause = is_participle || r.is_no_noun(start) || own.clone().any(|k| r.is_verb(k));
    begins && !is_clause && !lists_on(r, words) && heads::of_description(words) != Nature::Neither
}

/// Tells whether words behind an article are another name, and no noun for what has the first one: the Swedish Fog Party.
fn is_name_with_article(words: &[Token<'_>]) -> bool {
    let end = words.iter().position(|word| word.is_small() || !word.is_word).unwrap_or(words.len());
    let is_noun = |word: &Token<'_>| is_office(word) && !among(word, &BODIES) || heads::of_word(word) == Nature::Person;
    end > 0
        && !words[end - 1].is_genitive()
        && words.get(end).is_none_or(|next| among(next, "and or of for in"))
        && !is_noun(&words[end - 1])
}

/// Tells whether an office stands right before a name.
fn names_another(words: &[Token<'_>]) -> bool {
    let is_name =
        |k: usize| words.get(k).is_some_and(|word| is_of_name(word) && !is_office(word) && !word.is_genitive());
    let ends = |k: usize| words.get(k).is_some_and(|word| word.text == ".");
    let has_genitive = words.iter().any(Token::is_genitive);
    let names = |k: usize| is_name(k + 1) || ends(k + 1) && is_name(k + 2);
    !has_genitive && (0..words.len()).any(|k| is_office(&words[k]) && !among(&words[k], &BODIES) && names(k))
}

/// Tells whether a list goes on behind a noun with a name of its own: the skipper Bo Osk and the mayor.
fn lists_on(r: &Reading<'_, '_>, words: &[Token<'_>]) -> bool {
    // Tides, the role of fog and other issues.
    if words.windows(2).any(|two| two[0].is_among(r.language.and) && among(&two[1], "other others")) {
        return true;
    }
    let named = words.windows(2).position(|two| {
        two[0].is_small()
            && two[1].is_capital()
            && !among(&two[0], &PREPOSITIONS)
            && !r.language.is_determiner(&two[0])
            && !among(&two[0], "and or")
    });
    let behind = named.map_or(&[][..], |k| &words[k + 1..]);
    behind.windows(2).any(|two| two[0].is_among(r.language.and) && r.language.is_determiner(&two[1]))
}

/// Tells whether a description is of several: the parents of two.
fn is_plural(words: &[Token<'_>]) -> bool {
    let Some(noun) = head(words) else { return false };
    let singular = ["ss", "us", "is", "ics"];
    noun.is_small() && noun.folded.ends_with('s') && !singular.iter().any(|ending| noun.folded.ends_with(ending))
}

fn is_office(word: &Token<'_>) -> bool {
    among(word, &TITLES) || among(word, &BODIES)
}

/// Tells whether a description without an article begins: treasurer of the port, managing director, home of the boats.
fn begins_without_article(r: &Reading<'_, '_>, own: Range<usize>) -> bool {
    let words = &r.phrases.tokens[own.clone()];
    let of = words.iter().skip(1).take(3).any(|word| among(word, &INSIDE));
    match heads::of_description(words) {
        Nature::Person => !is_participle(&words[0]) || words.len() > 1 && words[0].is("managing"),
        Nature::Thing => of && !is_participle(&words[0]),
        _ => false,
    }
}

/// Tells whether what is said fits what the name is; behind a preposition it has to be known what is told of.
fn agrees(r: &Reading<'_, '_>, inner: Range<usize>, standing: Standing) -> bool {
    if !r.language.is_english() {
        return !standing.is_behind_preposition || !standing.has_other;
    }
    let told = heads::of_description(&r.phrases.tokens[inner.clone()]);
    if is_plural(&r.phrases.tokens[inner.clone()]) && standing.nature != Nature::Thing {
        return false;
    }
    match (standing.nature, told) {
        _ if standing.may_open && (told == Nature::Unknown || !r.is_mark(inner.end, ",")) => false,
        (Nature::Person, Nature::Thing) | (Nature::Thing, Nature::Person) => false,
        (_, Nature::Unknown) => !standing.is_behind_preposition,
        (_, Nature::Person) => !(standing.is_behind_preposition && standing.has_other),
        _ => true,
    }
}

/// Tells the same of German, French and Spanish, where few words are known: by the article, or a noun before its preposition.
fn describes_abroad(r: &Reading<'_, '_>, own: Range<usize>) -> bool {
    let tokens = r.phrases.tokens;
    let words = &tokens[own.clone()];
    let (first, last) = (&words[0], &words[words.len() - 1]);
    let has_verb = own.clone().skip(1).any(|k| r.is_verb(k));
    if r.is_no_noun(own.start) || has_verb {
        return false;
    }
    if r.language.has_capital_nouns() {
        // In German nouns have capitals; a clause ends with its verb.
        let is_noun = |token: &Token<'_>| token.is_capital() || token.is_figure();
        let is_present = last.is_small() && last.folded.ends_with('t') && !last.folded.ends_with("te");
        let is_clause = first.is_among("der die das") && words.len() > 2 && is_present;
        let second = words.get(1);
        let is_phrase = is_noun(last)
            && (r.language.is_determiner(first)
                && second.is_some_and(|t| is_noun(t) || t.folded.ends_with(['e', 'r', 'n', 's']))
                || is_noun(first) && second.is_some_and(|t| t.is_among(r.language.of) || t.is_among("aus bei an")));
        return is_clause && is_noun_inside(words)
            || is_phrase
                && !second.is_some_and(|t| t.is_among(r.language.prepositions) && r.language.is_determiner(first));
    }
    let goes_on = words.iter().skip(1).take(2).any(|word| r.language.is_of(word));
    r.language.is_determiner(first) && words.len() > 1 && !r.language.is_of(&words[1])
        || first.is_small()
            && first.folded.chars().count() > 3
            && goes_on
            && !first.folded.ends_with("ment")
            && !first.folded.ends_with("mente")
}

fn is_noun_inside(words: &[Token<'_>]) -> bool {
    words.iter().any(Token::is_capital)
}

/// Tells whether words behind a comma are other names: those of a list have capitals but for what joins them.
fn is_list(words: &[Token<'_>], next: Option<&Token<'_>>) -> bool {
    let joins = |token: &Token<'_>| token.is_one_of(&["and", "or", "und", "et", "y", "the", "&"]);
    let are_names = words.iter().all(|token| joins(token) || is_of_name(token) || !token.is_word && token.text == ".");
    let goes_on = next.is_some_and(|next| next.text == "," || joins(next));
    let has_and = words.iter().any(|token| token.is_one_of(&["and", "or", "und", "et", "y"]));
    are_names && !words.iter().any(Token::is_genitive) && (has_and || goes_on && !words.iter().any(is_office))
}
