//! Runs of words with capitals that may be names, and what is none of them: words that open a sentence, titles, what somebody is from.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::super::bodies::is_of_body;
use super::super::grammar::{DAYS, PRONOUNS, is_day, is_of_name};
use super::super::outer::OuterText;
use super::super::person_nouns::sex_of_first_name;
use super::super::tokens::{Token, has_word, is_abbreviation};
use super::super::word_set::{WordList, WordSet};
use super::nouns::{BODIES, INSIDE, TITLES};
use super::{countries, german, openers};

/// How many words the name of a person has at the most.
pub(super) const LONGEST_PERSON: usize = 4;

/// Words that alone name no body, also with a capital.
static GENERIC: WordSet = WordSet::new("government opposition council ministry police army court senate parliament");

/// Who is of a party or of a religion, and what is theirs: many people, and no body.
static GROUPS: WordSet = WordSet::new(
    "democrat democrats democratic republican republicans muslim muslims islamic christian christians jew jews jewish hispanic hispanics latino latinos latina latinas \
    catholic catholics protestant protestants hindu hindus buddhist buddhists sikh sikhs nazi nazis communist communists \
    socialist socialists presidential congressional",
);

/// Words that open sentences and stand in small letters in any longer text.
static OPENERS: WordSet = WordSet::new(
    "neither either both none i the a an in on at by for from with to of and but or nor so yet as if when while after before since until because \
    although though however meanwhile also then there here this that these those it its he she they we you his her their our my your \
    who what which where why how not no yes now today yesterday tomorrow earlier later last next once all both some many most few \
    several each every any another other others one two three four five six seven eight nine ten asked according despite during \
    under over about against among between without within like unlike still even just only perhaps maybe instead rather indeed \
    notably currently officials authorities analysts critics experts police people news media never always more less much such \
    back related read leave previous titled would could should will can may might must do does did is are was were be been have has \
    had let lets yeah uh oh ok sorry well hey please thank thanks wow ayer hoy hier selon según dozens hundreds thousands millions nobody nothing everything everybody anyone words",
);

pub(super) fn among(token: &Token<'_>, words: impl WordList) -> bool {
    has_word(words, token.bare())
}

/// Tells whether a word opens sentences, also with a verb drawn to it: "We’ve".
pub(in crate::evidence) fn is_opener(token: &Token<'_>) -> bool {
    let first = token.folded.split('\'').next().unwrap_or_default();
    has_word(&OPENERS, first)
}

/// What a name is joined to that makes an adjective of it, beside participles.
static JOINED: WordSet = WordSet::new(
    "run born led language style era wide like class speaking friendly controlled bound sized skeptic sceptic winner turned area",
);

/// Tells whether a name is part of an adjective: Ostrey-based, Quill-led; Kim Jong-un is none.
fn is_compound(token: &Token<'_>) -> bool {
    let Some((_, last)) = token.text.rsplit_once('-') else { return false };
    let is_participle = last.chars().count() > 3 && (last.ends_with("ed") || last.ends_with("ing"));
    last.starts_with(char::is_lowercase) && (is_participle || has_word(&JOINED, last))
}

/// Tells whether a word is an adverb, were it not for its capital: Historically, …; Emily is none.
fn is_adverb_with_capital(token: &Token<'_>) -> bool {
    token.folded.ends_with("ly") && token.folded.chars().count() > 6 && sex_of_first_name(&token.folded).is_none()
}

/// Tells whether a word says of which party somebody is, and from where: R-Fla.
fn is_party_and_state(token: &Token<'_>) -> bool {
    let mut letters = token.text.chars();
    matches!(letters.next(), Some('R' | 'D' | 'I'))
        && letters.next() == Some('-')
        && letters.next().is_some_and(char::is_uppercase)
}

/// Tells whether a pronoun is drawn to its verb: I’ve, It’s.
fn is_drawn(token: &Token<'_>) -> bool {
    let first = token.folded.split('\'').next().unwrap_or_default();
    has_word(&PRONOUNS, first) || first == "that" || first == "let"
}

/// Finds runs of words with capitals, by tokens; `small` are words that stand in small letters in the story, `outlets` those of the names of its
/// outlets.
pub(super) fn runs(
    text: &OuterText<'_>,
    small: &FxHashSet<&str>,
    outlets: &FxHashSet<String>,
    code: &str,
) -> Vec<Range<usize>> {
    let tokens = &text.tokens;
    let opens = |k: usize| {
        let is_first = tokens[text.sentence_of(k).start..k].iter().all(|token| !token.is_word);
        is_first
            || tokens[k.saturating_sub(1)].text == ":"
            || k > 0 && !tokens[k - 1].is_word && tokens[k - 1].text.starts_with(['“', '"', '‘', '«', '„'])
    };
    let is_name = |k: usize| {
        let token = &tokens[k];
        if code == "de" && has_word(&german::SMALL, &token.folded) {
            return false;
        }
        // Thursday’s meeting; I’ve.
        if token.folded.contains('\'') && (has_word(&DAYS, token.bare()) || is_drawn(token)) {
            return false;
        }
        let is_plain = (is_of_name(token) || is_month_of_person(tokens, k)) && token.text.chars().count() > 1
            || token.is_capital() && k > 0 && is_initial(tokens, k);
        let is_title = || {
            let next = tokens.get(k + 1).is_some_and(|next| next.is_capital() || next.is("of"));
            next && (among(token, &TITLES) || among(token, &BODIES))
        };
        is_plain
            && !is_compound(token)
            && !(opens(k) && (is_adverb_with_capital(token) || openers::is_opener_of(code, token)))
            && !(opens(k) && !is_title() && (small.contains(token.bare()) || is_opener(token)))
    };
    let mut found = Vec::new();
    let mut k = 0;
    while k < tokens.len() {
        if !is_name(k) {
            k += 1;
            continue;
        }
        let mut end = k + 1;
        while !tokens[end - 1].is_genitive() && end < tokens.len() {
            let next = &tokens[end];
            let goes_on = is_name(end)
                || next.text == "."
                    && is_abbreviation(tokens[end - 1].text)
                    && end + 1 < tokens.len()
                    && is_name(end + 1)
                || next.is_one_of(&INSIDE)
                    && (code != "de" || next.is("von"))
                    && end + 1 < tokens.len()
                    && is_name(end + 1)
                || next.is_one_of(&["for", "and"]) && end + 1 < tokens.len() && is_name(end + 1) && {
                    let is_body = |range: Range<usize>| tokens[range].iter().any(|token| among(token, &BODIES));
                    let mut rest = end + 1;
                    while rest < tokens.len() && is_name(rest) && rest < end + 5 {
                        rest += 1;
                    }
                    // The Board for Tides and Fog; the Fog and Tides Commission.
                    let is_introduced = k > 0 && (tokens[k - 1].is("the") || tokens[k - 1].is_genitive());
                    is_body(k..end) || next.is("and") && is_introduced && is_body(end + 1..rest)
                };
            if !goes_on {
                break;
            }
            end += 1;
        }
        // The full stop of an abbreviation is part of it: U.S.
        if tokens[end - 1].text.contains('.') && tokens.get(end).is_some_and(|next| next.text == ".") {
            end += 1;
        }
        // The Meridian wire: an outlet of the story.
        if !is_adjective(tokens, k..end) || end - k == 1 && outlets.contains(tokens[k].bare()) {
            found.push(k..end);
        }
        k = end;
    }
    found
}

/// Months that are names of people too.
static MONTHS: WordSet = WordSet::new("jan april may june august");

/// Tells whether a month is the first name of a person, or the surname behind one: April Jones, Ada May; but May 5, in June.
fn is_month_of_person(tokens: &[Token<'_>], k: usize) -> bool {
    let token = &tokens[k];
    if !token.is_capital() || !among(token, &MONTHS) {
        return false;
    }
    let before = k.checked_sub(1).map(|k| &tokens[k]);
    let next = tokens.get(k + 1);
    let is_in = before.is_some_and(|before| {
        before.is_figure() || before.is_one_of(&["in", "since", "until", "last", "next", "early", "late", "im", "seit"])
    });
    let is_first = next.is_some_and(|next| is_of_name(next) && !is_day(next) && !next.is_figure());
    let is_last = before.is_some_and(|before| is_of_name(before) && !is_opener(before) && !is_day(before))
        && !next.is_some_and(Token::is_figure)
        && !next.is_some_and(|next| next.text == "," && tokens.get(k + 2).is_some_and(Token::is_figure));
    !is_in && (is_first || is_last)
}

fn is_initial(tokens: &[Token<'_>], k: usize) -> bool {
    tokens.get(k + 1).is_some_and(|next| next.text == ".") && is_of_name(&tokens[k - 1])
}

/// Tells whether a run is only what somebody or something is from: "Chinese officials".
fn is_adjective(tokens: &[Token<'_>], run: Range<usize>) -> bool {
    let [only] = &tokens[run.clone()] else { return false };
    let is_from = ["ese", "ish", "ian", "ean", "can", "ern", "rench", "reek", "erman", "utch"];
    let is_of_country = || {
        let word = only.bare();
        countries::of_adjective(word).is_some() && tokens.get(run.end).is_none_or(|next| !next.is_capital())
            || !countries::is_place(word)
                && word.strip_suffix('s').is_some_and(|one| countries::of_adjective(one).is_some())
    };
    only.is_figure()
        || among(only, &GROUPS)
        || is_party_and_state(only)
        || is_of_country()
        || is_from.iter().any(|end| only.bare().ends_with(end))
            && tokens.get(run.end).is_some_and(|next| next.is_small() || !next.is_word)
        || among(only, &TITLES)
        || among(only, &GENERIC)
}

/// Leaves out titles that a name begins with.
pub(super) fn without_titles(tokens: &[Token<'_>], run: Range<usize>) -> Range<usize> {
    let last = (run.start..run.end - 1).rev().find(|k| {
        among(&tokens[*k], &TITLES)
            && !tokens[*k + 1].is_one_of(&INSIDE)
            && !tokens[*k + 1].is_one_of(&["for", "and"])
            && !tokens[*k].is_genitive()
    });
    let start = last.map_or(run.start, |last| if tokens[last + 1].text == "." { last + 2 } else { last + 1 });
    if start < run.end { start..run.end } else { run }
}

/// Leaves out where somebody is from: `Ada Quill` of `Ada Quill of Holm`, where a title, a first name or the story, by `alone`, says that it
/// is somebody. Cost: linear in the name.
pub(super) fn without_origin(
    tokens: &[Token<'_>],
    name: Range<usize>,
    run_start: usize,
    alone: impl Fn(&str) -> bool,
) -> Range<usize> {
    let words = &tokens[name.clone()];
    let Some(of) = words.iter().position(|word| word.is("of")).filter(|of| (2..=LONGEST_PERSON).contains(of)) else {
        return name;
    };
    if words.iter().any(|word| among(word, &BODIES) || is_of_body(word.bare())) {
        return name;
    }
    let own: Vec<&str> = words[..of].iter().filter(|word| word.is_word).map(Token::bare).collect();
    if countries::is_place(&own.join(" ")) {
        return name;
    }
    let is_person = run_start < name.start || sex_of_first_name(own[0]).is_some() || alone(&own.join(" "));
    if is_person { name.start..name.start + of } else { name }
}
