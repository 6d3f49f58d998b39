//! Reporting verbs where they stand: told from nouns and names that look alike.
//!
//! ```text
//!     the ministry stated     a verb
//!     the state ministry      none: a form that is a noun as well, and nothing before it that a verb needs
//!     United States           none: a capital inside a sentence
//! ```

use super::tokens::Token;
use super::word_lists::{Entry, WordLists};
use crate::list_choice::ListName;

/// What a verb can stand behind that is also a noun, beside a name.
const BEFORE_VERBS: &str = "i we you he she it they who which that to will would can could may might must should did does do not \
    n't also then later once have has had having earlier";

/// What stands before a noun, whatever its case.
const DETERMINERS: &str = "the a an one this that these those his her their its my our your every each some any no";

/// What a word behind such a verb is.
const AFTER_VERBS: &str = "that how why whether";

/// What a participle follows that stands for a verb.
const BE: &str = "is are was were be been being as by in after";

/// After these a participle says what is done, whoever does it.
const FOR_NOBODY: &str = "for of without against instead";

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
    if at > 0 && is_participle(token) && tokens[at - 1].is_among(FOR_NOBODY) {
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
    let follows = tokens.get(at + 1).is_some_and(|next| next.is_small() && !next.is_among(AFTER_PARTICIPLES));
    let of = if is_participle(&tokens[at]) {
        "the a an its his her their this"
    } else {
        "the a an its his her their this of for on"
    };
    is_of_verb && follows && before.is_some_and(|before| before.is_among(of))
}

/// Words that no noun phrase goes on with.
const AFTER_PARTICIPLES: &str =
    "that how why whether the a an to by in on at as of it he she they him her them his its their";

fn stands_as_verb(tokens: &[Token<'_>], at: usize, lemma: &str) -> bool {
    let next = tokens.get(at + 1);
    let leads_on = next.is_none_or(|next| {
        next.is_among(AFTER_VERBS) || matches!(next.text, ":" | ",") || super::outer::is_quotation(next)
    });
    let Some(before) = at.checked_sub(1).map(|k| &tokens[k]) else { return leads_on };
    if tokens[at].folded.ends_with("ing") {
        return !before.is_word || before.is_among(BE);
    }
    if super::outer::is_quotation(before) {
        return true;
    }
    // “The post, titled …”: a base form needs more than what stands behind it.
    let is_base = tokens[at].folded == lemma;
    let leads_on = leads_on && !is_base;
    let is_name = before.is_capital() && !before.is_genitive() && !is_base && !before.is_among(DETERMINERS);
    if before.is_among(DETERMINERS) && !before.is_among(BEFORE_VERBS) {
        return false;
    }
    // Analysts claim.
    let is_plural = is_base && before.is_word && before.folded.ends_with('s') && !before.is_genitive();
    before.is_among(BEFORE_VERBS) || is_name || is_plural || leads_on && before.is_word && !before.is_genitive()
}

/// Tells whether a verb is a participle that says nothing of its subject: saying, adding.
pub(super) fn is_participle(token: &Token<'_>) -> bool {
    token.folded.ends_with("ing")
}
