//! What stands before a name and says who it is: titles and nouns, or a description and a comma.
//!
//! ```text
//!     state security minister │ Ada Quill          at the Dutch shipbuilder │ Fog Marine
//!     the harbour’s treasurer, │ Bo Osk, told      a hired boat, the │ Marigold, has
//! ```

use std::ops::Range;
use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use crate::common_words::{commonest, is_common};

use super::super::super::cues::is_participle;
use super::super::super::grammar::{ADVERBS, CLAUSES, PAST, PREPOSITIONS, among, is_adverb, is_day, is_pronoun};
use super::super::super::outer::is_quotation;
use super::super::super::tokens::Token;
use super::super::super::word_set::WordSet;
use super::heads::{self, Nature};
use super::reading::Reading;

/// How many tokens a description may have that stands before a comma.
const LONGEST: usize = 14;

/// How far a bracket may reach, in tokens.
const BRACKET: usize = 8;

/// How many words say whose somebody is where their noun is not known.
const OWNED: usize = 3;

/// How many tokens a phrase before a name has at the most.
const FAR: usize = 16;

/// How many words stand before a name in German, French and Spanish.
const PHRASE: usize = 5;

/// Pasts without an ending that shows them, beside those of the grammar: a noun phrase before a name does not end with one.
static IRREGULAR: WordSet = WordSet::new(
    "beat sold taught fed shot bought caught fought hit hurt read rode rang sang shook shut stole swore told thought wore wrote \
    chose drove fell forgot hid lent lost meant rose sought built bore became begin bit blew sued named called including",
);

/// What stands before a title: former mayor Bo Osk.
static STATES: WordSet = WordSet::new("former late retired acting outgoing incoming interim fellow veteran young ex");

/// Returns where what is said before a name begins, without a comma between; the beginning of the run with its titles where nothing
/// is. Cost: linear in the phrase.
pub(super) fn start(r: &Reading<'_, '_>, run: &Range<usize>, name: &Range<usize>) -> usize {
    let tokens = r.phrases.tokens;
    if !r.language.is_english() {
        return start_abroad(r, run).unwrap_or(run.start);
    }
    // The Fog Party (FP) official: what stands in brackets between is read over.
    let close = if r.is_mark(run.end, "(") { (run.end..run.end + BRACKET).find(|k| r.is_mark(*k, ")")) } else { None };
    let next = close.map_or(run.end, |close| close + 1);
    let is_adjective = !r.phrases.ends_phrase(next) && !tokens[run.end - 1].is_genitive();
    if is_adjective {
        return run.start;
    }
    let least = r.sentence.start.max(run.start.saturating_sub(FAR));
    if let Some(place) = place(r, run, least) {
        return place;
    }
    let end = (least..run.start).rev().find(|k| ends_phrase(r, *k));
    let split = end.filter(|k| splits(r, *k));
    let first = end.map_or(least, |k| k + 1);
    let opens = |k: usize| r.is_first(k) && tokens[k].folded.chars().count() > 6 && tokens[k].folded.ends_with("ly");
    let first = (first..run.start).find(|k| !is_adverb(&tokens[*k]) && !opens(*k)).unwrap_or(run.start);
    // Beat out his rival Bo Osk: a noun phrase begins with its determiner.
    let determiner = (first..run.start).rev().find(|k| r.language.is_determiner(&tokens[*k]));
    let mut start = determiner.unwrap_or(first);
    let own = &tokens[start..run.start];
    let Some(last) = own.last() else { return run.start };
    let says_nothing = own.len() == 1 && determiner.is_some() && !last.is("the");
    if says_nothing
        || own.iter().any(|token| is_pronoun(token) || is_day(token) || is_uncased(token))
        || is_no_noun(last)
    {
        return run.start;
    }
    // To bolster Ostrey: a verb that ends as a noun of people does.
    if own.len() == 1 && last.is_small() && !last.is("the") && start > r.sentence.start && tokens[start - 1].is("to") {
        return run.start;
    }
    let is_told = last.is_capital() || last.is_genitive() || own.len() == 1 && last.is("the");
    let told = heads::of_word(last);
    // The coalition Ada Quill led.
    let is_other = told == Nature::Thing && heads::of_name(tokens, name, run.start < name.start) == Nature::Person;
    let is_known =
        told == Nature::Person || told == Nature::Thing && !is_other || run.start < name.start && among(last, &STATES);
    // To meet Bo Osk: a verb stands there.
    let is_behind_verb = start > r.sentence.start
        && among(&tokens[start - 1], "will would can could may might must shall should do does did not never");
    // Its sibling Fog Corp.
    let is_owned = own.len() <= OWNED
        && (tokens[start].is_among("its his her their our my")
            || tokens[start].is_genitive() && tokens[start].is_capital());
    let is_free = told == Nature::Unknown
        && (split.is_none() || is_owned)
        && own.len() > 1
        && run.len() > 1
        && !is_verbal(last)
        && !is_everyday(last)
        && !is_behind_verb;
    if let Some(office) = split
        .filter(|_| heads::of_word(last) != Nature::Person && determiner.is_none() && run.len() > 1)
        .and_then(|of| office(r, of, least))
    {
        return office;
    }
    if !(is_told || is_known || is_free) {
        return run.start;
    }
    // The first lady.
    if start > r.sentence.start && determiner.is_none() && among(&tokens[start - 1], "first next") {
        start -= 1;
    }
    start
}

/// Tells whether no noun phrase goes on over a token.
fn ends_phrase(r: &Reading<'_, '_>, at: usize) -> bool {
    splits(r, at) || r.phrases.is_verb(at) || among(&r.phrases.tokens[at], &PAST) || is_outer_mark(r, at)
}

/// Tells whether a word stands between a noun phrase and the one before it: a preposition, a verb, a mark.
fn splits(r: &Reading<'_, '_>, at: usize) -> bool {
    let tokens = r.phrases.tokens;
    let token = &tokens[at];
    if !token.is_word {
        return matches!(token.text, "/" | "@" | "#" | ")") || r.is_spaced_hyphen(at);
    }
    let before = at.checked_sub(1).map(|k| &tokens[k]);
    let begins = before.is_none_or(|before| {
        !before.is_word || r.language.is_determiner(before) || is_adverb(before) || before.is_genitive()
    });
    let next_is_capital = tokens.get(at + 1).is_some_and(Token::is_capital);
    let is_verb = token.is_small()
        && !begins
        && (token.folded.ends_with("ed") && !among(token, &STATES)
            || is_verbal(token) && next_is_capital && before.is_some_and(Token::is_capital));
    among(token, &PREPOSITIONS)
        || among(token, &CLAUSES)
        || is_participle(token) && !begins
        || is_verb
        || is_drawn(token)
}

/// Tells whether a mark stands outside of a noun phrase: all but those of short forms and names.
fn is_outer_mark(r: &Reading<'_, '_>, at: usize) -> bool {
    let token = &r.phrases.tokens[at];
    let is_inner = matches!(token.text, "&" | "'" | "’" | "-" | "$");
    !token.is_word && !is_inner && (token.text != "." || r.is_close(at))
}

/// Tells whether a pronoun is drawn to its verb: it’s, let’s, he’d.
fn is_drawn(token: &Token<'_>) -> bool {
    token.folded.split_once('\'').is_some_and(|(own, _)| among_words(own))
}

fn among_words(word: &str) -> bool {
    matches!(
        word,
        "i" | "he" | "she" | "it" | "we" | "you" | "they" | "let" | "that" | "there" | "who" | "what" | "here"
    )
}

/// Returns where an office begins that has "of" in it: the former secretary of state │ Ada Quill.
fn office(r: &Reading<'_, '_>, of: usize, least: usize) -> Option<usize> {
    let tokens = r.phrases.tokens;
    let holder = of.checked_sub(1).filter(|k| *k >= least && tokens[of].is("of"))?;
    if heads::of_word(&tokens[holder]) != Nature::Person {
        return None;
    }
    let first = (least..holder).rev().find(|k| ends_phrase(r, *k)).map_or(least, |k| k + 1);
    Some((first..=holder).rev().find(|k| r.language.is_determiner(&tokens[*k])).unwrap_or(first))
}

/// Returns where the kind of a place begins that "of" joins to its name: the rebel stronghold of │ Holm.
fn place(r: &Reading<'_, '_>, run: &Range<usize>, least: usize) -> Option<usize> {
    let tokens = r.phrases.tokens;
    let of = run.start.checked_sub(1).filter(|k| *k > least && tokens[*k].is("of"))?;
    let noun = of.checked_sub(1).filter(|k| *k >= least && heads::is_place(&tokens[*k]))?;
    let first = (least..noun).rev().find(|k| ends_phrase(r, *k)).map_or(least, |k| k + 1);
    let determiner = (first..noun).rev().find(|k| r.language.is_determiner(&tokens[*k]));
    // City of Holm officials: no article, no place.
    determiner.filter(|start| !tokens[*start..noun].iter().any(is_pronoun))
}

/// Tells whether a word is one of the commonest: no noun by which somebody is introduced that no list has.
fn is_everyday(token: &Token<'_>) -> bool {
    static COMMON: OnceLock<FxHashSet<&'static str>> = OnceLock::new();
    is_common(&token.folded, COMMON.get_or_init(|| commonest("en", usize::MAX).into_iter().collect()))
}

/// Returns the same in German, French and Spanish: from the article of a noun that stands right before the name.
fn start_abroad(r: &Reading<'_, '_>, run: &Range<usize>) -> Option<usize> {
    let tokens = r.phrases.tokens;
    let mut at = run.start;
    while at > r.sentence.start && run.start - at < PHRASE {
        at -= 1;
        if r.language.is_determiner(&tokens[at]) {
            let has_noun = (at + 1..run.start).next_back().is_some_and(|k| !r.language.is_of(&tokens[k]));
            return (has_noun || at + 1 == run.start).then_some(at);
        }
        if !tokens[at].is_word
            || r.is_verb(at)
            || tokens[at].is_among(r.language.prepositions)
            || tokens[at].is_among(r.language.and)
        {
            return None;
        }
    }
    None
}

fn is_uncased(token: &Token<'_>) -> bool {
    token.is_word
        && !token.is_figure()
        && token.text.chars().all(|c| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase())
}

fn is_no_noun(token: &Token<'_>) -> bool {
    token.is_small()
        && (is_adverb(token)
            || among(token, &ADVERBS)
            || among(token, &PAST)
            || among(token, &IRREGULAR)
            || token.folded.ends_with("ed") && !token.folded.contains('-'))
}

/// Tells whether a word may be a verb of the present whose object the name is.
fn is_verbal(token: &Token<'_>) -> bool {
    token.is_small() && !token.is_genitive() && token.folded.ends_with('s') && !token.folded.ends_with("ss")
}

/// Returns where a description begins that stands before a name and a comma. Cost: constant.
pub(super) fn start_before_comma(r: &Reading<'_, '_>, run: &Range<usize>, end: usize, nature: Nature) -> Option<usize> {
    let tokens = r.phrases.tokens;
    let article = run.start.checked_sub(1).filter(|k| r.token(*k).is_some_and(|token| token.is("the")));
    let comma = article
        .unwrap_or(run.start)
        .checked_sub(1)
        .filter(|comma| r.is_mark(*comma, ",") && *comma > r.sentence.start)?;
    if !is_closed(r, end) {
        return None;
    }
    let start = phrase_start(r, comma)?;
    let own = start..comma;
    let first = &tokens[start];
    let before = start.checked_sub(1).and_then(|k| r.token(k));
    let ends_opening =
        before.is_some_and(|before| before.is_capital() || before.is_figure() || is_day(before) || is_adverb(before));
    // In Holm, Morrey: a place behind another one.
    if tokens[comma - 1].is_capital() && nature != Nature::Person && !r.language.has_capital_nouns() {
        return None;
    }
    if r.is_opening(start) && !ends_opening
        || r.sentence.start == start && !r.language.is_determiner(first) && !first.is_capital()
    {
        return None;
    }
    let has_noun = tokens[own.start + 1..own.end].iter().any(|token| token.is_word);
    if !has_noun || own.clone().skip(1).any(|k| r.is_verb(k)) {
        return None;
    }
    if !r.language.is_english() {
        return Some(start);
    }
    let told = heads::of_description(&tokens[own]);
    let fits = match told {
        Nature::Person => nature != Nature::Thing,
        Nature::Thing => nature != Nature::Person,
        Nature::Unknown => nature == Nature::Thing,
        Nature::Neither => false,
    };
    fits.then_some(start)
}

/// Tells whether a name between commas ends with one, and no list goes on behind it.
fn is_closed(r: &Reading<'_, '_>, end: usize) -> bool {
    let joins = |at: usize| r.token(at).is_some_and(|token| token.is_among(r.language.and) || token.is("&"));
    let lists_on =
        r.is_mark(end, ",") && (joins(end + 1) || r.is_name(end + 1) && (r.is_mark(end + 2, ",") || joins(end + 2)));
    r.is_close(end) && !r.is_mark(end, "(") && !lists_on && !r.token(end).is_some_and(is_quotation)
}

/// Returns where the noun phrase begins that ends before a comma: at its determiner, or at a name with the ending of a genitive.
fn phrase_start(r: &Reading<'_, '_>, comma: usize) -> Option<usize> {
    let tokens = r.phrases.tokens;
    let least = r.sentence.start.max(comma.saturating_sub(LONGEST));
    let mut at = comma;
    while at > least {
        at -= 1;
        let token = &tokens[at];
        if !token.is_word && token.text != "-" && token.text != "." || is_quotation(token) {
            return None;
        }
        let is_start = r.language.is_determiner(token) || token.is_genitive() && token.is_capital();
        if !is_start {
            continue;
        }
        let before = at.checked_sub(1).and_then(|k| r.token(k));
        let goes_on =
            before.is_some_and(|before| r.language.is_of(before) || token.is_genitive() && before.is_capital());
        let is_genitive_of_german = token.is_among("der des") && before.is_some_and(Token::is_capital);
        if goes_on && has_start(r, at, least) || is_genitive_of_german {
            continue;
        }
        return Some(at);
    }
    None
}

/// Tells whether another determiner stands before one that a preposition leads to.
fn has_start(r: &Reading<'_, '_>, at: usize, least: usize) -> bool {
    let tokens = r.phrases.tokens;
    let own = tokens[least..at].iter().rev().take_while(|token| token.is_word).take(5);
    own.into_iter().any(|token| r.language.is_determiner(token))
}
