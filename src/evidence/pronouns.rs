//! Whom a speaker's pronoun stands for.
//!
//! ```text
//!     Ms. Quill said … “…,” she said.      she: Ms. Quill, who spoke last
//!     Mr. Penn said … “…,” she said.       not told: nobody of whom it is said
//! ```
//!
//! The pronoun is what stands in the text and what is shown; whom it stands for is shown beside it.

use std::ops::Range;

use super::attribution::Attribution;
use super::tokens::{folded, has_word};
use crate::article::Article;

/// How many blocks before its own a pronoun may look back.
const BACK: usize = 2;

/// Finds for every speaker that is a pronoun the last one before it that it can stand for: of those that are quoted, and of those that
/// are only said to say something. Cost: n log n in the speakers.
pub(super) fn resolve(article: &Article, found: &mut [Option<Attribution>], statements: &mut [Attribution]) {
    let mut all: Vec<&mut Attribution> = found.iter_mut().flatten().chain(statements).collect();
    all.sort_by_key(|attribution| (attribution.block, attribution.speaker.start));
    let mut person: Option<(usize, Range<usize>)> = None;
    let mut body: Option<(usize, Range<usize>)> = None;
    for attribution in all {
        let text = &article.blocks[attribution.block].text;
        let speaker = folded(&text[attribution.speaker.clone()]).into_owned();
        let near = |last: &Option<(usize, Range<usize>)>| {
            last.clone().filter(|(block, _)| *block <= attribution.block && block + BACK >= attribution.block)
        };
        match speaker.as_str() {
            "he" | "she" => {
                let last = near(&person);
                let fits = |(block, range): &(usize, Range<usize>)| {
                    fits(&speaker, &article.blocks[*block].text[range.clone()])
                };
                attribution.stands_for = last.filter(fits);
            }
            "it" => attribution.stands_for = near(&body),
            "who" => person = attribution.stands_for.clone().or(person),
            "they" | "we" | "i" | "you" | "one" => {}
            _ => {
                let place = Some((attribution.block, attribution.speaker.clone()));
                // What begins with an article and has no title may be a body or a person.
                let is_named =
                    text[attribution.speaker.clone()].starts_with(char::is_uppercase) && !is_of_body(&speaker);
                if is_named || has_title(&speaker).is_some() {
                    person = place;
                } else {
                    if !is_of_body(&speaker) {
                        person.clone_from(&place);
                    }
                    body = place;
                }
            }
        }
    }
}

/// Words that name a body rather than a person.
const BODIES: &str = "ministry bureau agency council board commission committee department government police army company office \
    organization organisation group union party court bank institute university association foundation campaign report study \
    assembly statement newspaper paper post times administration authority service team";

/// Tells whether a speaker is a body, by the last word before a preposition or a comma.
pub(super) fn is_of_body(speaker: &str) -> bool {
    let head = speaker.split([',', '(']).next().unwrap_or_default();
    let words: Vec<&str> = head.split_whitespace().collect();
    let end = words.iter().position(|word| matches!(*word, "of" | "for" | "in" | "at" | "on")).unwrap_or(words.len());
    words[..end].last().is_some_and(|word| has_word(BODIES, word))
}

/// Returns whether a title says that somebody is a woman; `None` if none says it.
fn has_title(speaker: &str) -> Option<bool> {
    match speaker.split(|c: char| !c.is_alphabetic()).next() {
        Some("ms" | "mrs" | "miss" | "mme" | "frau" | "señora" | "madame") => Some(true),
        Some("mr" | "sir" | "herr" | "monsieur" | "señor") => Some(false),
        _ => None,
    }
}

fn fits(pronoun: &str, speaker: &str) -> bool {
    has_title(&folded(speaker)).is_none_or(|is_woman| is_woman == (pronoun == "she"))
}
