//! Words of an outlet's own that stand in a list: reporting verbs, second-hand forms, verbs of intent and the rest.
//!
//! ```text
//!     Spy Chief Admits …                   reporting: factive
//!     The ministry was reported to have    second-hand
//!     the United States, state security    none
//! ```
//!
//! What is quoted is somebody else's and is not marked. A word of a pair of labels is marked only if some article of the story has
//! the other one.

use rustc_hash::FxHashSet;

use super::Place;
use super::cues::verb_at;
use super::figures::begins_number;
use super::outer::{OuterText, is_quotation};
use super::quotations::Quotation;
use super::tokens::Token;
use super::told::told_blocks;
use super::word_lists::{Entry, WordLists};
use crate::article::{Article, Kind};
use crate::list_choice::ListName;

/// Holds a word, or a run of words, of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where it stands.
    pub place: Place,
    /// The list that has it.
    pub list: ListName,
    /// Its class in the list.
    pub class: String,
    /// The first of the forms that stand for one another: `admit`.
    pub lemma: String,
}

/// Finds the words of lists in an article: in headlines, headings and paragraphs. Cost: linear in the text.
#[must_use]
pub(super) fn marks(
    (index, article): (usize, &Article),
    quotations: &[Quotation],
    lists: &WordLists,
    off: &[ListName],
) -> Vec<Mark> {
    let mut found = Vec::new();
    for (block, own) in told_blocks(article) {
        let start = quotations.partition_point(|quotation| quotation.block < block);
        let end = quotations.partition_point(|quotation| quotation.block <= block);
        let outer = OuterText::new((&own.text, own.dateline), &quotations[start..end], |_| false);
        let is_title_case = own.kind != Kind::Paragraph && is_title_case(&outer.tokens);
        let mut at = 0;
        while at < outer.tokens.len() {
            let Some(entry) = entry_at((lists, off), &outer, at, is_title_case) else {
                at += 1;
                continue;
            };
            let last = at + entry.length() - 1;
            let range = outer.tokens[at].start..outer.tokens[last].end();
            let place = Place { article: index, block, range };
            found.push(Mark { place, list: entry.list, class: entry.class.clone(), lemma: entry.lemma.clone() });
            at = last + 1;
        }
    }
    found
}

/// Leaves out words of pairs of labels of which the story has but one. Cost: linear in the marks.
pub(super) fn only_pairs(marks: &mut Vec<Mark>, lists: &[&WordLists]) {
    let seen: FxHashSet<(String, String)> = marks
        .iter()
        .filter(|mark| mark.list == ListName::Labels)
        .map(|mark| (mark.class.clone(), mark.lemma.clone()))
        .collect();
    let words = |mark: &Mark| {
        lists
            .iter()
            .flat_map(|lists| lists.partners(&mark.lemma))
            .any(|other| seen.iter().any(|(_, own)| *own == other))
    };
    let keeps: Vec<bool> = marks.iter().map(|mark| mark.list != ListName::Labels || words(mark)).collect();
    let mut keeps = keeps.into_iter();
    marks.retain(|_| keeps.next().unwrap_or(true));
}

fn entry_at<'l>(
    (lists, off): (&'l WordLists, &[ListName]),
    outer: &OuterText<'_>,
    at: usize,
    is_title_case: bool,
) -> Option<&'l Entry> {
    let tokens = &outer.tokens;
    let token = &tokens[at];
    if !token.is_word || is_quotation(token) {
        return None;
    }
    let opens = tokens[outer.sentence_of(at).start..at].iter().all(|before| !before.is_word);
    if token.is_capital() && !opens && !is_title_case {
        return None;
    }
    // May 5: a month.
    if token.is_capital() && tokens.get(at + 1).is_some_and(Token::is_figure) {
        return None;
    }
    ListName::ALL.into_iter().filter(|list| !off.contains(list)).find_map(|list| match list {
        ListName::Reporting if is_title_case => {
            lists.at(&tokens[at..], list).filter(|entry| !entry.is_base() && !lists.is_also_noun(&token.folded))
        }
        ListName::Reporting => verb_at(lists, tokens, at).filter(|entry| !(entry.is_base() && is_wished(tokens, at))),
        ListName::VagueSources => {
            lists.at(&tokens[at..], list).filter(|entry| entry.length() > 1 || is_source(lists, tokens, at))
        }
        // The call for help: a noun.
        ListName::Intent => lists
            .at(&tokens[at..], list)
            .filter(|_| at == 0 || !tokens[at - 1].is_one_of(&["the", "a", "an", "his", "her", "its", "their"])),
        _ => {
            let is_before_number = || tokens.get(at + 1..).is_some_and(begins_number);
            lists.at(&tokens[at..], list).filter(|entry| entry.class != APPROXIMATE || is_before_number())
        }
    })
}

/// The class of hedges that stand before numbers.
const APPROXIMATE: &str = "approximate";

/// Tells whether a verb tells what is to be said, not what was: "to report what they see".
fn is_wished(tokens: &[Token<'_>], at: usize) -> bool {
    let next = tokens.get(at + 1);
    let leads_on = next.is_some_and(|next| next.is("that") || next.text == ":" || is_quotation(next));
    at > 0 && tokens[at - 1].is("to") && !leads_on
}

/// Tells whether a verb of saying stands beside a word for people.
fn is_source(lists: &WordLists, tokens: &[Token<'_>], at: usize) -> bool {
    let mut near = (at.saturating_sub(1)..(at + 4).min(tokens.len())).filter(|k| *k != at);
    let is_named = at > 1 && tokens[at - 1].is("to") && tokens[at - 2].is("according");
    is_named || near.any(|k| verb_at(lists, tokens, k).is_some())
}

/// Tells whether most of the longer words of a line have capitals.
fn is_title_case(tokens: &[Token<'_>]) -> bool {
    let long = || tokens.iter().filter(|token| token.is_word && token.text.chars().count() > 3);
    long().filter(|token| token.is_small()).count() * 3 <= long().count()
}

#[cfg(test)]
mod tests {
    use super::super::quotations::quotations;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        check_without(&[], text, expected);
    }

    #[track_caller]
    fn check_without(off: &[ListName], text: &str, expected: &[&str]) {
        let article = Article::read("a.txt", text);
        let found = marks((0, &article), &quotations(&article), WordLists::known("en"), off);
        let drawn = |mark: &Mark| {
            let text = &article.blocks[mark.place.block].text[mark.place.range.clone()];
            format!("{text}: {} {}", mark.list.name(), mark.class)
        };
        assert_eq!(found.iter().map(drawn).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn words_of_lists_in_headlines_and_paragraphs() {
        check(
            "Port Seeks to Sell Ferries, Harbour Chief Admits\n\nThe board was reported to have met on the quay, and it was late.",
            &["Seeks to: intent desire", "Admits: reporting factive", "was reported to have: second-hand hearsay"],
        );
        check(
            "Analysts claim that the yard perhaps plans to close, and nobody on the quay has ever seen it before.",
            &[
                "Analysts: vague sources people",
                "claim: reporting doubting",
                "perhaps: hedges hedge",
                "plans to: intent commitment",
            ],
        );
    }

    #[test]
    fn a_list_can_be_switched_off() {
        let text = "The yard perhaps plans to sell the boats, and nobody on the quay has ever seen it do so before.";
        check_without(&[ListName::Hedges], text, &["plans to: intent commitment"]);
        check_without(&[ListName::Intent], text, &["perhaps: hedges hedge"]);
    }

    #[test]
    fn names_and_nouns_are_no_verbs_and_quotations_are_others_words() {
        check(
            "In May 5 boats of the United States left, and Mr. Notes of state security wrote “perhaps never” on a note to them.",
            &["wrote: reporting neutral"],
        );
    }
}
