//! Whether a word that stands in a list has there the sense for which it is listed, by what stands around it.
//!
//! ```text
//!     ferries may be late            a hedge
//!     the yard may close the quay    none: it may also be allowed to
//!     quite an evening               none
//!     the call for help              no verb of intent
//! ```
//!
//! Where what stands around cannot tell, a word is not marked.

use std::ops::Range;

use super::cues::is_participle;
use super::grammar::{AUXILIARIES, CLAUSES, DETERMINERS, PREPOSITIONS};
use super::tokens::Token;
use super::word_lists::Entry;
use super::word_set::WordSet;
use crate::list_choice::ListName;

/// Tells whether a word, or a run of words, of a list other than that of reporting verbs and that of vague sources is what the list
/// means. Cost: constant.
pub(super) fn is_meant(tokens: &[Token<'_>], at: &Range<usize>, entry: &Entry) -> bool {
    match entry.list {
        ListName::Intent => is_intent(tokens, at, entry),
        ListName::Hedges => is_hedge(tokens, at),
        ListName::Boosters => is_booster(tokens, at),
        ListName::Labels => is_label(tokens, at),
        _ => true,
    }
}

/// What is done by nobody on purpose, and what nobody is allowed or able to do: behind these a modal is about what is likely.
static UNWILLED: WordSet = WordSet::new(
    "become face need seem appear cost depend lead prove fail lose suffer harm hurt help cause affect damage mean happen change emerge \
    remain result rise fall increase decrease exceed last occur arise turn reflect pose trigger spark threaten backfire contain \
    belong differ vary die take come run",
);

/// What is done to somebody against his will.
static SUFFERED: WordSet = WordSet::new(
    "punished fined charged jailed arrested detained killed hurt harmed lost damaged destroyed delayed forced hit affected \
    required needed prosecuted sued banned blamed overturned derailed",
);

/// May, might and could are also said of what is allowed, or of what somebody is able to do.
fn is_hedge(tokens: &[Token<'_>], at: &Range<usize>) -> bool {
    let first = &tokens[at.start];
    let next = tokens.get(at.end);
    let before = at.start.checked_sub(1).map(|k| &tokens[k]);
    if at.len() == 1 && first.is_among("may might could") {
        let mut behind = tokens[at.end..].iter().skip_while(|token| is_adverb_of_modal(token));
        let verb = behind.next();
        return match verb.filter(|verb| verb.is_word) {
            Some(verb) if verb.is("have") => !first.is("could"),
            Some(verb) if verb.is("be") => {
                behind.next().is_none_or(|next| !is_passive(next) || next.is_among(&SUFFERED))
            }
            Some(verb) => first.is("might") || verb.is_among(&UNWILLED),
            None => false,
        };
    }
    // Rather than, quite an evening, treated fairly.
    let is_of_degree = at.len() == 1 && first.is_among("somewhat rather fairly quite relatively");
    let leads_on = next.is_some_and(|next| {
        next.is_small() && !next.is_among(&DETERMINERS) && !next.is_among(&PREPOSITIONS) && !next.is_among(&CLAUSES)
    });
    let is_wish = before.is_some_and(|before| before.is_among("would 'd or but not"));
    !is_of_degree || leads_on && !is_wish
}

fn is_adverb_of_modal(token: &Token<'_>) -> bool {
    token.is_among("well also still even yet then soon") || token.is_small() && token.folded.ends_with("ly")
}

fn is_passive(token: &Token<'_>) -> bool {
    token.is_small()
        && (token.folded.ends_with("ed")
            || token.folded.ends_with("en")
            || token.is_among("put set held found sold bought made kept"))
}

fn is_booster(tokens: &[Token<'_>], at: &Range<usize>) -> bool {
    let before = at.start.checked_sub(1).map(|k| &tokens[k]);
    let is = |words: &str| at.len() == 1 && tokens[at.start].is_among(words);
    let follows = |words: &str| before.is_some_and(|before| before.is_among(words) || before.is_genitive());
    // The very idea; a fire that is sweeping the town.
    let is_same = is("very") && follows("the this that these those his her its their our my");
    let is_done =
        is("sweeping") && (before.is_none() || follows(BE) || before.is_some_and(|before| before.text == ","));
    !is_same && !is_done
}

const BE: &str = "is are was were be been being that's it's";

/// Official is an adjective before a noun: an official account.
fn is_label(tokens: &[Token<'_>], at: &Range<usize>) -> bool {
    let next = tokens.get(at.end).filter(|next| next.is_small());
    let goes_on = next.is_some_and(|next| {
        !next.is_among(&PREPOSITIONS)
            && !next.is_among(&CLAUSES)
            && !next.is_among(&AUXILIARIES)
            && !next.is_among(&DETERMINERS)
            && !next.folded.ends_with("ed")
            && !next.folded.ends_with("ly")
            && !next.is_among("said says told wrote suggests suggested")
    });
    !(tokens[at.start].is("official") && goes_on)
}

/// What a word of intent that can be a noun or a judgement is not.
fn is_intent(tokens: &[Token<'_>], at: &Range<usize>, entry: &Entry) -> bool {
    if tokens[at.start].is_among("must should ought") {
        // It must have been late; should it rain.
        let behind = tokens[at.end..].iter().find(|token| !token.is_among("not to also"));
        let behind = behind.filter(|next| next.is_word || super::outer::is_quotation(next));
        let opens = tokens[at.start].is_capital();
        return behind.is_some_and(|next| !next.is("have")) && !opens;
    }
    // 40 votes needed to win: for it, and by nobody.
    let is_needed = tokens[at.start].is("needed") && at.start > 0 && !is_subject_of_need(&tokens[at.start - 1]);
    // They called on him: without what he is to do, a visit.
    let is_visit = entry.lemma == "calls on" && !leads_to_verb(tokens, at.end);
    !is_needed && !is_visit && !is_noun(tokens, at.start)
}

/// Tells whether a word is one that “needed to” has as its subject rather than as its object.
fn is_subject_of_need(before: &Token<'_>) -> bool {
    before.is_among("i we you he she it they who which that also not")
        || before.is_small() && !before.folded.ends_with('s')
}

/// Tells whether what somebody is to do stands behind some words, or a quotation does.
fn leads_to_verb(tokens: &[Token<'_>], from: usize) -> bool {
    let near = tokens[from..].iter().take(12).take_while(|token| token.is_word || super::outer::is_quotation(token));
    near.clone().any(super::outer::is_quotation) || near.skip(1).any(|token| token.is("to"))
}

/// Words before plural nouns.
static OF_MANY: WordSet = WordSet::new(
    "many more several some few no any all other such new fresh further earlier recent repeated and or these those two three",
);

/// Tells whether a word of intent is a noun: the call for help, the mayor's plans to, despite calls for, growing calls for; but “a letter
/// that calls for”.
pub(super) fn is_noun(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|k| &tokens[k]) else { return false };
    let can_be = tokens[at].is_among("call demand urge plan attempt pledge promise vow wish hope aim");
    let can_be_many = tokens[at].is_among("calls demands urges plans attempts pledges promises vows wishes hopes aims");
    let is_of_one = |token: &Token<'_>| token.is_among("a an this that his her its my your another each every one");
    // A verb of this form has a subject of several: behind “a” and one more word that is none, what stands there is a noun.
    let has_adjective = || {
        let second = at > 1 && before.is_word && !before.folded.ends_with('s');
        second && (is_of_one(&tokens[at - 2]) || before.is_capital() && tokens[at - 2].is("the"))
    };
    let is_subject = |token: &Token<'_>| token.is_among("i we they who which that to");
    let is_behind = before.is_among(&PREPOSITIONS) && !before.is("to");
    let is_genitive = before.is_genitive() && !before.is_among("it's he's she's who's that's");
    let is_many = || {
        before.is_among(&OF_MANY) && !before.is_among("and or")
            || is_adjective(before)
            || before.is_small() && is_participle(before)
    };
    before.is_among("the a an his her its their our my your")
        || (can_be || can_be_many) && (is_behind || is_genitive)
        || can_be && (before.is("this") || has_adjective() && !is_subject(before))
        || can_be_many && is_many()
}

/// Endings of adjectives that no subject has.
const ADJECTIVES: [&str; 5] = ["ous", "ive", "ful", "less", "able"];

/// Tells whether a word is an adjective by its ending.
pub(super) fn is_adjective(token: &Token<'_>) -> bool {
    token.is_word && token.folded.len() > 5 && ADJECTIVES.iter().any(|ending| token.folded.ends_with(ending))
}
