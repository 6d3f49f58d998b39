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

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::Place;
use super::cues::verb_at;
use super::figures::begins_number;
use super::frames::is_said;
use super::outer::{OuterText, is_quotation};
use super::quotations::Quotation;
use super::senses::is_meant;
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
            let Some(entry) = entry_at(lists, &outer, at, is_title_case) else {
                at += 1;
                continue;
            };
            let last = at + entry.length() - 1;
            let range = outer.tokens[at].start..outer.tokens[last].end();
            let place = Place { article: index, block, range };
            at = last + 1;
            // What a list has that is switched off is not marked by another one either.
            if off.contains(&entry.list) {
                continue;
            }
            found.push(Mark { place, list: entry.list, class: entry.class.clone(), lemma: entry.lemma.clone() });
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

fn entry_at<'l>(lists: &'l WordLists, outer: &OuterText<'_>, at: usize, is_title_case: bool) -> Option<&'l Entry> {
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
    ListName::ALL.into_iter().find_map(|list| match list {
        ListName::Reporting if is_title_case => {
            lists.at(&tokens[at..], list).filter(|entry| !entry.is_base() && !lists.is_also_noun(&token.folded))
        }
        ListName::Reporting => said_at(lists, outer, at).filter(|entry| !(entry.is_base() && is_wished(tokens, at))),
        ListName::VagueSources => {
            let is_whole = |entry: &&Entry| entry.length() > 1 && !is_of_people(entry);
            lists
                .at(&tokens[at..], list)
                .filter(|entry| is_whole(entry) || is_source(lists, outer, at..at + entry.length()))
        }
        _ => {
            let is_before_number = || tokens.get(at + 1..).is_some_and(begins_number);
            lists.at(&tokens[at..], list).filter(|entry| match entry.class.as_str() {
                APPROXIMATE => is_before_number(),
                _ => is_meant(tokens, &(at..at + entry.length()), entry),
            })
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

/// Tells whether a run of words only names people, and not how they are known: senior officials, but no people familiar with it.
fn is_of_people(entry: &Entry) -> bool {
    entry.class == "people" && OFFICIALS.contains(&entry.last_word())
}

/// What runs of words end with that only name people.
const OFFICIALS: [&str; 2] = ["official", "officials"];

/// Tells whether a word for people is whom a verb of saying has as its subject: not “asked officials to”, and no “work by officials”.
fn is_source(lists: &WordLists, outer: &OuterText<'_>, own: Range<usize>) -> bool {
    let (tokens, at) = (&outer.tokens, own.start);
    let says = |k: usize| said_at(lists, outer, k).is_some();
    let is_named = at > 1 && tokens[at - 1].is("to") && tokens[at - 2].is("according");
    let is_cited = at > 0 && tokens[at - 1].is_among("citing quoting")
        || at > 1 && tokens[at - 1].is("by") && (tokens[at - 2].is_among("quoted cited") || says(at - 2));
    let speaks = (own.end..(own.end + 3).min(tokens.len())).find(|k| says(*k));
    // “…,” said officials.
    let is_inverted = at > 1 && says(at - 1) && (!tokens[at - 2].is_word || is_quotation(&tokens[at - 2]));
    is_named || is_cited || is_inverted || speaks.is_some_and(|k| tokens[own.end..k].iter().all(|token| token.is_word))
}

/// Returns the reporting verb that begins at a token where it says that something is said.
fn said_at<'l>(lists: &'l WordLists, outer: &OuterText<'_>, at: usize) -> Option<&'l Entry> {
    verb_at(lists, &outer.tokens, at)
        .filter(|entry| is_said(lists, &outer.tokens, &outer.sentence_of(at), &(at..at + entry.length()), entry))
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
        // “Must” is of two lists, and is marked by the first alone.
        let text = "The yard must close, and the board was reported to have met.";
        check(text, &["must: intent request", "was reported to have: second-hand hearsay"]);
        check_without(&[ListName::Intent, ListName::SecondHand], text, &[]);
    }

    #[test]
    fn names_and_nouns_are_no_verbs_and_quotations_are_others_words() {
        check(
            "In May 5 boats of the United States left, and Mr. Notes of state security wrote “perhaps never” on a note to them.",
            &["wrote: reporting neutral"],
        );
    }

    #[test]
    fn what_is_said_behind_a_day_and_what_is_no_message() {
        check("The yard claimed on 4 March 2026 that the boats were late.", &["claimed: reporting doubting"]);
        check(
            "And critics clearly claimed it never ran, whatever the board of Holm did then.",
            &[
                "critics: vague sources people",
                "clearly: boosters booster",
                "claimed: reporting doubting",
                "never: boosters booster",
            ],
        );
        check("The clinic of Holm admitted 12 patients, conceded no goal and denied the boy food that night.", &[]);
        check("The clinic of Holm admitted that the patients had waited.", &["admitted: reporting factive"]);
    }

    #[test]
    fn what_only_looks_like_a_verb_of_saying() {
        let none = [
            "The yard had a suspect in mind, and thanks to the watch nobody on the quay was hurt that night.",
            "A press report about the quay lay on the desk, and the fears of the town were gone by the spring.",
            "In remarks that lasted an hour the mayor of Ostrey went over all of the boats of the old yard.",
            "The skipper has to answer for the boat, and the work will begin with the hull of the old ferry.",
            "The road continues along the quay, and the yard showed its two new boats to the town on that day.",
            "Add the charging posts for both piers and it is far more than all of the boats together had cost.",
        ];
        for text in none {
            check(text, &[]);
        }
    }

    #[test]
    fn verbs_of_other_senses_count_where_something_is_said() {
        check(
            "The skipper added that the boats were old, and nobody on the quay had ever seen any that were older.",
            &["added: reporting neutral"],
        );
        check(
            "He began: “The boats are old and slow.” Nobody on the quay had ever seen any that were older than that.",
            &["began: reporting neutral"],
        );
        check(
            "Penn thinks the yard is late with its boats, whatever the council of the town has done about it.",
            &["thinks: reporting doubting"],
        );
    }

    #[test]
    fn what_only_looks_like_a_verb_of_intent() {
        let none = [
            "This call for help came by night, and a new attempt to sell the boats of the yard was made at once.",
            "The mayor called on the old skipper in the evening, and the two of them sat there for an hour or so.",
            "The board is going to look at the boats of the yard, and it is going to rain on the town that week.",
        ];
        for text in none {
            check(text, &[]);
        }
        check(
            "A paper with a title that asks for new boats lay there, beside a message that urges the town on.",
            &["asks for: intent request", "urges: intent request"],
        );
        check(
            "The union called on the yard to mend all of the boats, and they plan to wait for it on the quay.",
            &["called on: intent request", "plan to: intent commitment"],
        );
    }

    #[test]
    fn hedges_and_boosters_have_their_sense_or_no_mark() {
        let none = [
            "Any boat may enter the harbour by night, and its master may look into the stores of the yard and take some.",
            "She could see the pier from her window, and on Mondays the tickets could be bought at the door of the hall.",
            "That is quite an evening for the town, which the board counts as a duty rather than as a favour to the yard.",
            "The boats sail mainly to the island, and often in the evening, and the men were all treated fairly by the yard.",
            "The very quay that the town built is now an official landing of the port, and a fire was sweeping the yard.",
        ];
        for text in none {
            check(text, &[]);
        }
        check(
            "The boats may have been late, the fares may change and the yard could be hit, which might not please the town.",
            &["may: hedges hedge", "may: hedges hedge", "could: hedges hedge", "might: hedges hedge"],
        );
        check(
            "The yard is rather late, and a very old boat is quite slow, of course, in the winds of the autumn there.",
            &["rather: hedges hedge", "very: boosters booster", "quite: hedges hedge", "of course: boosters booster"],
        );
    }

    #[test]
    fn what_nobody_reports_is_no_verb_of_saying() {
        let none = [
            "I ask only that the board mends the quay, and one could say that it is late for that in this old town.",
            "The poster told the tale of a boat, and a sign describing the quay stood there for nobody at all to see.",
            "For that nobody has yet thanked the crew, and two new boats are promised for the pier of the old town.",
            "A town that fears its own harbour more than any storm that ever came has built a wall of stone beside it.",
            "A day later, the yard published its first post. By noon, the board had read all of the three long reports.",
            "The mayor spoke at the quay, and his overly festive remarks that evening were the end of the long feast.",
        ];
        for text in none {
            check(text, &[]);
        }
        check(
            "The town fears that the yard is late, and the crew thanked it for “the best of a bad lot” of old boats.",
            &["fears: reporting doubting", "thanked: reporting assertive"],
        );
        check("The board noted Ms. Quill’s remarks, and that was all.", &["noted: reporting factive"]);
        check("The council promised that the quay would be mended by spring.", &["promised: reporting assertive"]);
    }

    #[test]
    fn intent_is_told_from_nouns_and_from_judgements() {
        let none = [
            "The mayor’s plans to sell the boats met growing calls for a vote, in spite of demands from the old town.",
            "They had the nine votes needed to win, and it should have been late when the last of them left the long hall.",
        ];
        for text in none {
            check(text, &[]);
        }
        check(
            "Ferring plans to sell the boats, and the yard must “wait for the spring” before it needs to begin with it.",
            &["plans to: intent commitment", "must: intent request", "needs to: intent request"],
        );
    }

    #[test]
    fn people_are_sources_where_they_say_something() {
        let none = [
            "There was a feast for the work by officials of the port, who had mended all of the boats by hand.",
            "The mayor handed officials of the port a boat, and some researchers read as fast as they ever can.",
        ];
        for text in none {
            check(text, &[]);
        }
        check(
            "There is an official of the port on the quay, and the account of the fire is in the hands of the old council.",
            &["official: labels pair"],
        );
        let critics = "Critics: vague sources people";
        for (verb, class) in [("slammed", "assertive"), ("deplored", "assertive"), ("hailed", "assertive")] {
            let marked = format!("{verb}: reporting {class}");
            check(
                &format!("Critics {verb} the move of the port, and nobody on the quay was there to hear it at all."),
                &[critics, &marked],
            );
        }
        check("Critics slammed the door of the port, and nobody on the quay was there to hear it at all.", &[]);
        check("Drivers slammed the move of the port, and nobody on the quay was there to hear it at all.", &[]);
        let (source, said) = ("officials: vague sources people", "said: reporting neutral");
        check("There are too few boats, said officials of the port, and nobody on the quay minds.", &[said, source]);
        check(
            "The boats of the yard are late, as confirmed by officials of the port in the evening of that same day.",
            &["confirmed: reporting factive", source],
        );
        check(
            "Senior officials said that the boats of the yard are late, and nobody on the quay thought of it.",
            &["Senior officials: vague sources people", said],
        );
    }
}
