//! The words by which a name is introduced: titles and nouns before it, descriptions and clauses behind it.
//!
//! ```text
//!     Bo Osk, a baker in town, …        the harbour master, Edda Munro, …        Bo Osk, who has run the mill since 2019, …
//!     Bo Osk, Ada Quill and Edda Munro  a list of names, which says nothing of the first
//!     Bo Osk, who then left, …          what somebody did says not who they are
//! ```

mod before;
mod behind;
mod clause;
mod heads;
mod language;
mod listed;
mod reading;

use std::ops::Range;

use super::super::bodies::is_of_body;
use super::super::grammar::among;
use super::super::person_nouns::sex_of_first_name;
use super::super::tokens::{Token, has_word, tokens};
use super::super::word_set::WordSet;
use super::nouns::{BODIES, TITLES};
use behind::Standing;
use heads::Nature;

pub(super) use language::Language;
pub(super) use reading::Reading;

/// What introduces a name: the tokens of it with the name itself among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Introduction {
    /// The tokens.
    pub range: Range<usize>,
    /// Whether it says more than the name: an article, "Mr." and the like say nothing.
    pub says_who: bool,
    /// Whether it goes on in the text behind its end.
    pub is_cut: bool,
}

/// Words before a name that say nothing of whose it is.
static SAY_NOTHING: WordSet = WordSet::new(
    "the mr mrs ms miss mx herr frau monsieur madame mme mlle señor señora sr sra der die das le la les el los las",
);

/// Articles of German in their other cases.
static ARTICLES: WordSet = WordSet::new("den dem des");

/// Returns the words of a part of a description that tell something, in small letters. Cost: linear in the part.
pub(super) fn telling(text: &str, part: &Range<usize>) -> Vec<String> {
    let own = text.get(part.clone()).unwrap_or_default();
    let tells = |token: &Token<'_>| token.is_word && !among(token, &SAY_NOTHING) && !among(token, &ARTICLES);
    tokens(own).iter().filter(|token| tells(token)).map(|token| token.folded.to_string()).collect()
}

/// Tells whether an office or a noun for somebody is among the words of a part of a text. Cost: linear in the part.
pub(super) fn has_office(text: &str, part: &Range<usize>) -> bool {
    let own = text.get(part.clone()).unwrap_or_default();
    let tells = |token: &Token<'_>| {
        !among(token, &SAY_NOTHING) && (among(token, &TITLES) || heads::of_word(token) == Nature::Person)
    };
    tokens(own).iter().any(tells)
}

/// Tells whether titles say nothing of whose a name is: Mr. and the like.
pub(super) fn says_nothing(title: &[String]) -> bool {
    title.iter().all(|word| has_word(&SAY_NOTHING, word))
}

/// Finds what introduces a name that stands in a run of capitals; behind it nothing in a headline, where commas stand for "and". Cost:
/// linear in the sentence.
pub(super) fn introduction(
    r: &Reading<'_, '_>,
    run: &Range<usize>,
    name: &Range<usize>,
    headline: bool,
) -> Introduction {
    let tokens = r.phrases.tokens;
    let is_titled = tokens[run.start..name.start].iter().any(|token| among(token, &SAY_NOTHING));
    let nature = heads::of_name(tokens, name, is_titled);
    let start = before::start(r, run, name);
    let is_behind_preposition = start > r.sentence.start && r.is_preposition(start - 1);
    let standing = Standing {
        nature,
        start,
        may_open: r.is_opening(start),
        is_behind_preposition,
        has_other: tokens[r.sentence.start..start]
            .iter()
            .any(|token| token.is_small() && heads::of_word(token) == Nature::Person),
    };
    // Senator Ada Quill of Holm: where somebody is from stands behind the name.
    let whole = name.start..name.end.max(run.end);
    let behind = if headline { None } else { behind::behind(r, &whole, standing) };
    let described = if headline { None } else { before::start_before_comma(r, run, whole.end, nature) };
    let start = described.unwrap_or(start);
    let end = behind.map_or(whole.end, |behind| behind.end);
    let says = |k: usize| tokens[k].is_word && !among(&tokens[k], &SAY_NOTHING);
    Introduction {
        says_who: (start..name.start).any(says) || end > name.end,
        is_cut: behind.is_some_and(|behind| behind.is_cut),
        range: start..end,
    }
}

/// Nouns for somebody that are first names or surnames as well.
static NAMES_TOO: WordSet = WordSet::new(
    "hunter carter taylor mason tyler cooper parker porter walker spencer tanner fisher archer sawyer ryder chandler piper harper skyler foster turner \
    miller prior major earl baker potter butler christian adrian vivian julian sebastian fabian alexander peter walter victor hector xavier oliver \
    roger jennifer amber heather esther chester lester connor taylor trevor igor viktor gunter günter dieter werner rainer holger jasper casper \
    kasper amadeus bess jess tess",
);

/// Leaves out nouns for somebody that a run begins with, before a first name, or where it opens a sentence: Democrat Bo Osk, Actor Osric Penn.
/// Cost: linear in the name.
pub(super) fn without_nouns(tokens: &[Token<'_>], name: Range<usize>, is_first: bool) -> Range<usize> {
    // The Norwegian Fog Party is no party of a Norwegian.
    if tokens[name.clone()].iter().any(|word| is_of_body(word.bare()) || among(word, &BODIES)) {
        return name;
    }
    let mut start = name.start;
    while name.end - start > 2 {
        let (first, rest) = (&tokens[start], &tokens[start + 1..name.end]);
        let is_noun = sex_of_first_name(&first.folded).is_none() && heads::of_word(first) == Nature::Person;
        let is_surely = || {
            is_first
                && start == name.start
                && !is_of_capitals(first)
                && !among(first, &NAMES_TOO)
                && rest.iter().all(Token::is_capital)
        };
        if !is_noun || first.is_genitive() || sex_of_first_name(rest[0].bare()).is_none() && !is_surely() {
            break;
        }
        start += 1;
    }
    start..name.end
}

fn is_of_capitals(token: &Token<'_>) -> bool {
    !token.text.contains(char::is_lowercase)
}

/// Returns a name alone as its introduction.
pub(super) fn none(name: &Range<usize>) -> Introduction {
    Introduction { range: name.clone(), says_who: false, is_cut: false }
}
