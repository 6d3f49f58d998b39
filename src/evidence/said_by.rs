//! A speaker with a name, where the words or the story say whose.

use std::ops::Range;

use super::attribution::Attribution;
use super::bodies::{body_of, is_of_body};
use super::grammar::DETERMINERS;
use super::names::Names;
use super::one_name;
use super::person_nouns::Person;
use super::tokens::{Token, folded, has_word, tokens};
use crate::article::Article;

/// Holds who is quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The words that say it, as they stand.
    pub text: String,
    /// The name, at its fullest in the story; of a pronoun that of whom it stands for, or the words that name it.
    pub name: Option<String>,
    /// Whether it is a person with a name, a body, or somebody unnamed.
    pub kind: SpeakerKind,
    /// Whether something says that it is one person with a name.
    pub is_person: bool,
    /// Of what a person is called wherever the story names him, the words for bodies and those for who governs, in small letters.
    pub(super) described: Vec<String>,
}

/// Says how a speaker is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "lowercase"))]
pub enum SpeakerKind {
    /// By a name.
    Named,
    /// As a body, or as one who speaks for a body: the ministry, a spokesman.
    Official,
    /// By neither: analysts, a person familiar with it.
    Unnamed,
    /// By a pronoun of which nothing says whom it stands for.
    Pronoun,
}

impl SpeakerKind {
    /// Returns the kind's name as scripts know it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Official => "official",
            Self::Unnamed => "unnamed",
            Self::Pronoun => "pronoun",
        }
    }
}

/// Prepositions behind which somebody else is named.
const OTHERS: &str = "of for at from to with in on by about against";

/// Such prepositions of German, French and Spanish, and what may stand behind a name there.
const OTHERS_ABROAD: &str = "von vom aus bei für de du des d d'un d'une del pour para chez";

/// Words for one who speaks for a body.
const SPOKEN_FOR: [&str; 6] = ["spokesman", "spokeswoman", "spokesperson", "spokespeople", "spokesmen", "statement"];

/// Names the speaker of an attribution. Cost: linear in the names of its block.
pub(super) fn speaker(
    articles: &[Article],
    article: usize,
    attribution: &Attribution,
    (names, persons): (&Names, &[Person]),
) -> Speaker {
    let own = &articles[article];
    let text = &own.blocks[attribution.block].text[attribution.speaker.clone()];
    let (block, range) =
        attribution.stands_for.clone().unwrap_or_else(|| (attribution.block, attribution.speaker.clone()));
    let words = &own.blocks[block].text[range.clone()];
    // Several have no name that is theirs.
    let named = name_in(&own.blocks[block].text, (article, block), &range, names);
    let name = named.map(|index| names.names[index].name.clone());
    let all = tokens(words);
    let is_pronoun = matches!(all.as_slice(), [only] if super::grammar::is_pronoun(only));
    let is_official = || is_of_body(&folded(words)) || speaks_for(words);
    let kind = match &name {
        _ if is_pronoun => SpeakerKind::Pronoun,
        Some(name) if !is_of_body(&folded(name)) && !is_place_of_body(name) => SpeakerKind::Named,
        Some(_) => SpeakerKind::Official,
        None if is_official() => SpeakerKind::Official,
        None => SpeakerKind::Unnamed,
    };
    let resolved = attribution.stands_for.as_ref().map(|_| words.to_owned());
    // Who speaks for a body may say what the body says.
    let speaks_for = |index: usize| {
        let mentions = names.names[index].mentions.iter().take(MENTIONS);
        mentions.into_iter().any(|own| speaks_for(&articles[own.article].blocks[own.block].text[own.described.clone()]))
    };
    let is_person = named.is_some_and(|index| persons[index].is_sure && !speaks_for(index));
    let described = if is_person { described(articles, (text, named), names) } else { Vec::new() };
    Speaker { text: text.to_owned(), name: name.or(resolved), kind, is_person, described }
}

/// Returns the words for bodies, and for who governs, by which a person is described: here, and at the first mentions.
fn described(articles: &[Article], (here, named): (&str, Option<usize>), names: &Names) -> Vec<String> {
    let mentions = named.into_iter().flat_map(|index| names.names[index].mentions.iter().take(MENTIONS));
    let texts = mentions.map(|own| &articles[own.article].blocks[own.block].text[own.described.clone()]);
    let is_kept = |word: &str| is_of_body(word) || has_word(GOVERNS, word);
    let kept = |text| tokens(text).into_iter().map(|token| token.bare().to_owned()).filter(|word| is_kept(word));
    let mut words: Vec<String> = texts.chain([here]).flat_map(kept).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Tells whether a name is that of a body by any of its words.
fn is_place_of_body(name: &str) -> bool {
    name.split_whitespace().any(|word| is_of_body(&word.to_lowercase()))
}

/// Returns the index of the name of the speaker in some words: one that nothing else of the words governs.
pub(super) fn name_in(
    text: &str,
    (article, block): (usize, usize),
    range: &Range<usize>,
    names: &Names,
) -> Option<usize> {
    let within = names.within(article, block, range);
    if are_several(&text[range.clone()], |at| within.iter().any(|(own, _)| own.start == range.start + at)) {
        return None;
    }
    let is_own = |(own, _): &&(Range<usize>, usize)| {
        let part = text[range.start..own.start].rfind([',', '(']).map_or(range.start, |at| range.start + at + 1);
        let before = tokens(&text[part..own.start]);
        let among = |token: &Token<'_>| token.is_among(OTHERS);
        let rest = &text[own.end..range.end];
        let next = tokens(rest);
        let ends = next
            .first()
            .is_none_or(|next| !next.is_word || among(next) || next.is("who") || next.is_among(OTHERS_ABROAD));
        let is_genitive = text[own.clone()].ends_with("’s") || text[own.clone()].ends_with("'s");
        // Minister of State Ada Quill: what a title has inside governs no name.
        let is_title = before.last().is_some_and(Token::is_capital);
        ends && !is_genitive && (is_title || !before.iter().any(among))
    };
    within.iter().find(is_own).map(|(_, index)| *index)
}

/// Tells whether some words name several who say one thing: what “and” leads to begins with a determiner or with a name, as told of a byte.
fn are_several(words: &str, begins_name: impl Fn(usize) -> bool) -> bool {
    tokens(words).windows(2).any(|pair| {
        pair[0].is_among("and or nor und oder et ou y e o")
            && (pair[1].is_among(&DETERMINERS) || begins_name(pair[1].start))
    })
}

/// Tells whether two speakers are surely not the same: both have names, or heads, and these differ.
pub(super) fn differ(one: &Speaker, other: &Speaker) -> bool {
    if one.kind == SpeakerKind::Pronoun && one.name.is_none()
        || other.kind == SpeakerKind::Pronoun && other.name.is_none()
    {
        return false;
    }
    // Whom "he" and "she" stand for is told, and not sure.
    let is_person = |speaker: &Speaker| ["he", "she", "who"].contains(&speaker.text.to_lowercase().as_str());
    if is_person(one) || is_person(other) {
        return false;
    }
    let called = |speaker: &'_ Speaker| speaker.name.clone().unwrap_or_else(|| speaker.text.clone());
    if one_name::may_be(&called(one), &called(other)) {
        return false;
    }
    // A ministry and its minister.
    if one.is_person && is_institution(other) || other.is_person && is_institution(one) {
        let (person, body) = if one.is_person { (one, other) } else { (other, one) };
        return !may_speak_for(person, body);
    }
    // Nobody knows who an official is, or two people familiar with the matter: they may be the same, or of a body.
    if is_nobody_known(one) || is_nobody_known(other) {
        return false;
    }
    let speaks = |speaker: &Speaker| speaker.name.is_none() && speaks_for(&folded(&speaker.text));
    if speaks(one) || speaks(other) {
        return false;
    }
    if one.name.is_some() != other.name.is_some() {
        return false;
    }
    if let (Some(one), Some(other)) = (&one.name, &other.name)
        && let (Some((first, surname)), Some((other_first, other_surname))) =
            (one.rsplit_once(' '), other.rsplit_once(' '))
        && surname == other_surname
    {
        return first != other_first;
    }
    let (one, other) = (heads(one), heads(other));
    !one.is_empty() && !other.is_empty() && !one.iter().any(|head| other.contains(head))
}

/// Tells whether a speaker has no name, and is no body.
fn is_nobody_known(speaker: &Speaker) -> bool {
    speaker.name.is_none() && speaker.kind == SpeakerKind::Unnamed
}

/// Tells whether a person may give the word of a body: he is called by it (the union boss and the union), or governs. A ministry and its
/// minister are two.
fn may_speak_for(person: &Speaker, body: &Speaker) -> bool {
    let body = folded(body.name.as_deref().filter(|_| body.kind == SpeakerKind::Pronoun).unwrap_or(&body.text));
    let Some(head) = body_of(&body) else { return false };
    let governs =
        matches!(head, "government" | "administration") && person.described.iter().any(|word| has_word(GOVERNS, word));
    // A fire chief and the fire department, a chief executive and the firm; not a union boss and the council, and a ministry and its minister
    // are two.
    let is_of_other = person.described.iter().any(|word| is_of_body(word));
    let words = folded(&person.text);
    let leads = || tokens(&words).iter().any(|token| token.is_among(LEADERS));
    let is_of = || tokens(&words).iter().any(|token| LEADING.iter().any(|(own, of)| token.is(own) && *of == head));
    governs
        || person.described.iter().any(|word| word == head)
        || head != "ministry" && !is_of_other && leads()
        || is_of()
}

/// Those who speak for a body that they lead.
const LEADERS: &str =
    "chief executive ceo chairman chairwoman chair director head founder owner boss manager editor leader";
/// Those who do so for one kind of body.
const LEADING: [(&str, &str); 3] = [("judge", "court"), ("ambassador", "embassy"), ("commander", "army")];

/// Titles of those who speak for a government.
const GOVERNS: &str = "minister chancellor premier president secretary spokesman spokeswoman spokesperson governor";

/// Tells whether a speaker is a body that somebody leads: no paper or statement, which somebody writes, and nobody who speaks for a body.
fn is_institution(speaker: &Speaker) -> bool {
    let words =
        folded(speaker.name.as_deref().filter(|_| speaker.kind == SpeakerKind::Pronoun).unwrap_or(&speaker.text));
    let is_written = body_of(&words).is_some_and(|head| has_word(WRITTEN, head));
    !speaker.is_person && is_of_body(&words) && !is_written && !speaks_for(&words)
}

/// How many mentions of a name are asked whether it is of somebody who speaks for a body.
const MENTIONS: usize = 8;

/// Tells whether some words name one who speaks for a body, or what a body publishes.
fn speaks_for(words: &str) -> bool {
    tokens(words).iter().any(|token| SPOKEN_FOR.contains(&token.bare()))
}

/// Bodies that are what somebody writes or publishes.
const WRITTEN: &str = "campaign report study statement newspaper paper post times wire";

/// The words that a speaker is known by: those of the name, and the noun that the description ends with.
fn heads(speaker: &Speaker) -> Vec<String> {
    let mut heads: Vec<String> = Vec::new();
    for text in [speaker.name.as_deref(), Some(speaker.text.as_str())].into_iter().flatten() {
        // EU, UN: short, and names.
        let is_long = |token: &Token<'_>| {
            token.text.chars().count() > 2
                || token.text.chars().count() == 2 && token.text.chars().all(char::is_uppercase)
        };
        for token in tokens(text).iter().filter(|token| token.is_word && is_long(token)) {
            if token.is_capital() || is_of_body(token.bare()) {
                heads.push(token.bare().to_owned());
            }
        }
        let first = text.split([',', '(']).next().unwrap_or_default();
        heads.extend(tokens(first).iter().rfind(|token| token.is_word).map(|token| token.bare().to_owned()));
    }
    heads.retain(|head| {
        !matches!(head.as_str(), "the" | "mr" | "mrs" | "ms" | "minister" | "president" | "he" | "she" | "it" | "who")
    });
    heads
}

#[cfg(test)]
mod tests {
    use super::super::names::names;
    use super::super::tongue::Tongue;
    use super::super::word_lists::WordLists;
    use super::*;

    #[test]
    fn several_have_no_name_that_is_theirs() {
        let name = |who: &str| {
            let lead = "Ada Quill met the board on the quay on that day, and Tom Hart came in the evening.";
            let article = Article::read("a.txt", &format!("{lead}\n\nIt is late, said {who}."));
            let articles = [article];
            let names = names(&articles, &[(0, WordLists::known("en"))], &[(0, Tongue::known("en"))]);
            let text = &articles[0].blocks[1].text;
            let start = text.find(who).expect("they stand there");
            let found = name_in(text, (0, 1), &(start..start + who.len()), &names);
            found.map(|index| names.names[index].name.clone())
        };
        assert_eq!(name("Ada Quill"), Some("Ada Quill".to_owned()));
        assert_eq!(name("the clerk of boats and quays, Ada Quill"), Some("Ada Quill".to_owned()));
        assert_eq!(name("Ada Quill and Tom Hart"), None);
        assert_eq!(name("the mayor and Ada Quill"), None);
        assert_eq!(name("Ada Quill and the mayor"), None);
    }
}
