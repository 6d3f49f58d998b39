//! Whom a speaker's pronoun stands for.
//!
//! ```text
//!     Ms. Quill said … “…,” she said.                  she: Ms. Quill, who spoke last
//!     Mr. Penn said … “…,” she said.                   not told: nobody of whom it is said
//!     Ms. Quill told Ms. Osk … “…,” she said.          not told: it may be either
//! ```
//!
//! The pronoun is what stands in the text and what is shown; whom it stands for is shown beside it, only where nobody else who is
//! named since can be meant.

use std::ops::Range;

use super::attribution::Attribution;
use super::bodies::{body_of, is_of_body};
use super::names::Names;
use super::person_nouns::{Person, Sex};
use super::persons::of_description;
use super::said_by::name_in;
use super::tokens::folded;
use crate::article::Article;

/// How many blocks before its own a pronoun may look back.
const BACK: usize = 2;

/// Words in a block.
type Words = (usize, Range<usize>);

/// What is known of the names of a story.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    /// The names.
    pub names: &'a Names,
    /// Of each name whether it is a person's.
    pub persons: &'a [Person],
}

/// Whom a pronoun may stand for.
#[derive(Clone)]
struct Candidate {
    at: Words,
    /// The name, if it has one.
    name: Option<usize>,
    person: Person,
}

/// Finds for every speaker that is a pronoun the last one before it that it can stand for: of those that are quoted, and of those that
/// are only said to say something. Cost: n log n in the speakers, and linear in the names of some blocks for each pronoun.
pub(super) fn resolve(
    (index, article): (usize, &Article),
    known: Known<'_>,
    found: &mut [Option<Attribution>],
    statements: &mut [Attribution],
) {
    let mut all: Vec<&mut Attribution> = found.iter_mut().flatten().chain(statements).collect();
    all.sort_by_key(|attribution| (attribution.block, attribution.speaker.start));
    let mut people: Vec<Candidate> = Vec::new();
    let mut bodies: Vec<Words> = Vec::new();
    for attribution in all {
        let (block, at) = (attribution.block, attribution.speaker.start);
        let text = |(block, range): &Words| folded(&article.blocks[*block].text[range.clone()]).into_owned();
        let own = (block, attribution.speaker.clone());
        let is_near = |at: &Words| at.0 + BACK >= block;
        people.retain(|candidate| is_near(&candidate.at));
        bodies.retain(is_near);
        let pronoun = text(&own);
        match pronoun.as_str() {
            "he" | "she" => {
                let sex = if pronoun == "she" { Sex::Woman } else { Sex::Man };
                attribution.stands_for = person((index, block, at), sex, &people, known);
            }
            "it" => {
                let last = bodies.last().filter(|last| bodies.iter().all(|other| is_one(&text(last), &text(other))));
                attribution.stands_for = last.cloned();
            }
            "they" | "we" | "i" | "you" | "one" => {}
            _ => {
                let place = attribution.stands_for.clone().unwrap_or(own);
                let words = text(&place);
                if is_of_body(&words) {
                    bodies.push(place);
                    continue;
                }
                if is_several((index, article), &place, known) {
                    continue;
                }
                let name = name_in(&article.blocks[place.0].text, (index, place.0), &place.1, known.names);
                let person = name.map_or_else(|| of_description(&words), |name| known.persons[name]);
                if person.may_be {
                    people.retain(|own| name.is_none() || own.name != name);
                    people.push(Candidate { at: place, name, person });
                }
            }
        }
    }
}

/// Tells whether a speaker is more than one: two names with "and" between, or "and" behind.
fn is_several((index, article): (usize, &Article), (block, range): &Words, known: Known<'_>) -> bool {
    let text = &article.blocks[*block].text;
    let joins = |between: &str| matches!(between.trim(), "and" | "&" | "und" | "et" | "y" | "e");
    let names = known.names.within(index, *block, range);
    names.windows(2).any(|pair| text.get(pair[0].0.end..pair[1].0.start).is_some_and(joins))
        || text[range.end..].split_whitespace().next().is_some_and(joins)
}

/// Returns whom "he" or "she" stands for at a byte of a block: who spoke last of those that it can be, if nobody else that is
/// named since can be it as surely.
fn person(
    (article, block, at): (usize, usize, usize),
    sex: Sex,
    people: &[Candidate],
    known: Known<'_>,
) -> Option<Words> {
    let last = people.iter().rev().find(|own| own.person.can_be(sex) && own.person.is_sure)?;
    let is_told = last.person.sex.is_some();
    let is_rival = |name: Option<usize>, person: Person| {
        let is_other = name.is_none() || name != last.name;
        is_other && if is_told { person.sex == Some(sex) } else { person.can_be(sex) }
    };
    let is_named = (last.at.0..=block).any(|near| {
        let start = if near == last.at.0 { last.at.1.start } else { 0 };
        let end = if near == block { at } else { usize::MAX };
        let mut names = known.names.within(article, near, &(start..end)).into_iter();
        names.any(|(_, name)| is_rival(Some(name), known.persons[name]))
    });
    (!is_named).then(|| last.at.clone())
}

/// Tells whether two bodies, in small letters, may be one: the ministry and the Ministry of Ports.
fn is_one(one: &str, other: &str) -> bool {
    one == other || body_of(one).is_some_and(|head| body_of(other) == Some(head))
}
