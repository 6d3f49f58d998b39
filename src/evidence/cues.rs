//! Reporting verbs where they stand: told from nouns and names that look alike.
//!
//! ```text
//!     the ministry stated     a verb
//!     the state ministry      none: a form that is a noun as well, and nothing before it that a verb needs
//!     United States           none: a capital inside a sentence
//! ```

use super::grammar::{AUXILIARIES, PREPOSITIONS};
use super::tokens::Token;
use super::word_lists::{Entry, WordLists};
use super::word_set::WordSet;
use crate::list_choice::ListName;

/// What a verb can stand behind that is also a noun, beside a name.
static BEFORE_VERBS: WordSet = WordSet::new(
    "i we you he she it they who which that to will would can could may might must should did does do not \
    n't also then later once have has had having earlier",
);

/// What stands before a noun, whatever its case.
static DETERMINERS: WordSet =
    WordSet::new("the a an one this that these those his her their its my our your every each some any no");

/// What a word behind such a verb is.
static AFTER_VERBS: WordSet = WordSet::new("that how why whether");

/// What a participle follows that stands for a verb.
static BE: WordSet = WordSet::new("is are was were be been being as by in after");

/// After these a participle says what is done, whoever does it.
static FOR_NOBODY: WordSet = WordSet::new("for of without against instead");

/// Finds the reporting verb that begins at a token, if one does. Cost: constant.
pub(super) fn verb_at<'l>(lists: &'l WordLists, tokens: &[Token<'_>], at: usize) -> Option<&'l Entry> {
    let token = tokens.get(at)?;
    if !token.is_word || token.is_capital() {
        return None;
    }
    // It is worth noting: by nobody.
    if at > 0 && tokens[at - 1].is("worth") {
        return None;
    }
    // "No test for telling which": by nobody either.
    if at > 0 && is_participle(token) && tokens[at - 1].is_among(&FOR_NOBODY) {
        return None;
    }
    let entry = lists.at(&tokens[at..], ListName::Reporting)?;
    if entry.length() > 1 {
        return Some(entry);
    }
    // The class that a word is of is looked at only where it can be two.
    let is_noun = lists.is_also_noun(&token.folded) || is_participle(token) && lists.is_also_noun(&entry.lemma);
    (!is_adjective(tokens, at) && (!is_noun || stands_as_verb(tokens, at, &entry.lemma))).then_some(entry)
}

/// Tells whether a participle stands before a noun: of suspected spies, the revealing letter.
fn is_adjective(tokens: &[Token<'_>], at: usize) -> bool {
    let is_of_verb = tokens[at].folded.ends_with("ed") || is_participle(&tokens[at]);
    let before = at.checked_sub(1).map(|k| &tokens[k]);
    let follows = tokens.get(at + 1).is_some_and(|next| next.is_small() && !next.is_among(&AFTER_PARTICIPLES));
    let of = if is_participle(&tokens[at]) {
        "the a an its his her their this"
    } else {
        "the a an its his her their this of for on"
    };
    is_of_verb && follows && before.is_some_and(|before| before.is_among(of))
}

/// Words that no noun phrase goes on with.
static AFTER_PARTICIPLES: WordSet =
    WordSet::new("that how why whether the a an to by in on at as of it he she they him her them his its their");

fn stands_as_verb(tokens: &[Token<'_>], at: usize, lemma: &str) -> bool {
    let next = tokens.get(at + 1);
    let leads_on = next.is_none_or(|next| {
        next.is_among(&AFTER_VERBS) || matches!(next.text, ":" | ",") || super::outer::is_quotation(next)
    });
    let Some(before) = at.checked_sub(1).map(|k| &tokens[k]) else { return leads_on };
    if tokens[at].folded.ends_with("ing") {
        // Speaking at length and lamenting what it cost.
        let goes_on =
            before.is_among("and or but") && next.is_some_and(|next| next.is("what") || next.is_among(&AFTER_VERBS));
        return !before.is_word || before.is_among(&BE) || goes_on;
    }
    if super::outer::is_quotation(before) {
        return true;
    }
    // “The post, titled …”: a base form needs more than what stands behind it.
    let is_base = tokens[at].folded == lemma;
    let leads_on = leads_on && !is_base;
    let is_name = before.is_capital() && !before.is_genitive() && !is_base && !before.is_among(&DETERMINERS);
    if before.is_among(&DETERMINERS) && !before.is_among(&BEFORE_VERBS) {
        return false;
    }
    // In remarks that …: no finite verb stands behind a preposition.
    if is_behind_preposition(before) {
        return false;
    }
    // Analysts claim, but no press report about it.
    let is_of_one = at > 1 && tokens[at - 2].is_among("a an this each every one");
    let is_compound = next.is_some_and(|next| next.is_among("about of from by for on in"))
        && !tokens[at].is_among("feel think believe wonder");
    let is_plural = is_base
        && before.is_word
        && before.folded.ends_with('s')
        && !before.folded.ends_with("ss")
        && !before.is_genitive()
        && !is_of_one
        && !is_compound;
    before.is_among(&BEFORE_VERBS)
        || is_name
        || is_plural
        || leads_on && before.is_word && !before.is_genitive()
        || !is_base && is_tag(tokens, at)
}

/// Tells whether a verb ends a sentence behind a short subject that a comma or a quotation parts from the rest: “…,” the wire reports.
fn is_tag(tokens: &[Token<'_>], at: usize) -> bool {
    let ends = tokens.get(at + 1).is_none_or(|next| matches!(next.text, "." | "!" | "?"));
    let is_inside = |token: &&Token<'_>| {
        let is_other = token.is_among(&PREPOSITIONS) || token.is_among(&AUXILIARIES) || token.folded.ends_with("ed");
        token.is_word && !is_other && !token.is_among("his her its their our my your this that these those")
    };
    let words = tokens[..at].iter().rev().take(TAG).take_while(is_inside);
    let Some(first) = words.into_iter().position(|token| token.is_among("the a an")).filter(|first| *first > 0) else {
        return false;
    };
    let before = (at - 1 - first).checked_sub(1).map(|k| &tokens[k]);
    ends && before.is_some_and(|before| before.text == "," || super::outer::is_quotation(before))
}

/// How many words such a subject has, with its article.
const TAG: usize = 5;

/// Tells whether a word is a preposition, "to" aside, which stands before verbs too.
fn is_behind_preposition(before: &Token<'_>) -> bool {
    before.is_among(&PREPOSITIONS) && !before.is("to")
}

/// Tells whether a verb is a participle that says nothing of its subject: saying, adding.
pub(super) fn is_participle(token: &Token<'_>) -> bool {
    token.folded.ends_with("ing")
}
