//! Names of people, bodies and places: who names whom, and as what.

use std::borrow::Cow;

use super::Facts;
use super::evidence::{Column, Detail, Entry, EntryPlace, EvidenceList, EvidencePage};
use crate::evidence::names::{Mention, Name};
use crate::evidence::{Evidence, Place};
use crate::present::labels;

/// Shows the names of the story.
pub type PeoplePage = EvidencePage<People>;

/// Lists the names: those first that most outlets have.
#[derive(Clone, Copy, Debug)]
pub struct People;

const OTHERWISE: &str = "≠";
const SAME: &str = "=";
const BARE: &str = "∅";
const NAMED: &str = "·";
const ALONE: &str = "◦";
const OF_SEVERAL: &str = "?";
const FIRST: &str = "";

impl EvidenceList for People {
    const NAME: &'static str = "people";
    const TITLE: &'static str = "People and places";
    const COUNTED: [&'static str; 2] = ["name", "names"];
    const ABSENT: &'static str = "not named in";
    const ABSENT_MEANS: &'static str = "not named there, as far as capitals tell";
    const SIGNS: &'static [(&'static str, &'static str, &'static str)] = &[
        (OTHERWISE, "introduced otherwise", "introduced in other words than in the first outlet that introduces it"),
        (
            SAME,
            "introduced alike",
            "introduced in the same words; “the”, “Mr” and the like, and whether they stand before the name or behind it, are no difference",
        ),
        (
            BARE,
            "named, not introduced",
            "named, and no words by which it is introduced were found there, while another outlet has some",
        ),
        (NAMED, "named too", "named, and no words by which it is introduced were found in any outlet"),
        (ALONE, "in one outlet alone", "named in one outlet alone"),
        (
            OF_SEVERAL,
            "surname of several",
            "a surname that several of the story have stands there: whose it is is not told",
        ),
    ];
    const TERMS: &'static [(&'static str, &'static str)] = &[
        (
            "“…”",
            "how the outlet introduces whom it names, where it first says more than the name; an ellipsis at the end: it goes on there",
        ),
        (
            "named 3 times",
            "how often the outlet has the name; a surname counts where one person of the report, else of the story, has it",
        ),
        (
            "names",
            "runs of words with capitals, told from words that only open a sentence; two people of one surname stay two; capitals in a \
             headline that has them throughout tell nothing; in Japanese people with an address and an age",
        ),
    ];
    const COLUMNS: &'static [(&'static str, &'static str)] = &[
        ("name", "{}"),
        ("introduced as", "introduced as “{}”"),
        ("beside the first outlet", "beside the first outlet: {}"),
        ("times", "times named: {}"),
    ];

    fn entries(&self, facts: &Facts<'_>, evidence: &Evidence) -> Vec<Entry> {
        let names = evidence.names.names.iter().enumerate();
        let mut entries: Vec<Entry> = names.map(|(key, name)| Entry { key, places: places(facts, name) }).collect();
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.places.len()));
        entries
    }

    fn remark(&self, facts: &Facts<'_>) -> Option<String> {
        labels::unknown_languages(facts.story, "its names are told by capitals alone")
    }

    fn named(&self, _: &Facts<'_>, evidence: &Evidence, entry: &Entry) -> (Option<usize>, String) {
        let name = &evidence.names.names[entry.key];
        (Some(name.mentions[0].article), name.name.clone())
    }

    fn brief(&self, facts: &Facts<'_>, evidence: &Evidence, (entry, index): (&Entry, usize)) -> String {
        let name = &evidence.names.names[entry.key];
        let Some(&(own, _)) = told(name).get(index) else { return String::new() };
        let words = introduced(facts, own);
        let words = labels::set_off(&facts.story.articles()[own.article], &words);
        format!("“{words}” · {}", times(name, own))
    }

    /// Where a name stands again it is told of too.
    fn stands_in(&self, evidence: &Evidence, entry: &Entry, at: (usize, usize)) -> bool {
        evidence.names.names[entry.key].mentions.iter().any(|own| (own.article, own.block) == at)
    }

    fn details(&self, _: &Facts<'_>, _: &Evidence, _: (&Entry, usize)) -> Vec<Detail> {
        Vec::new()
    }

    fn cells(&self, facts: &Facts<'_>, evidence: &Evidence, (entry, index): (&Entry, usize)) -> Vec<Column> {
        let name = &evidence.names.names[entry.key];
        let Some(&(own, _)) = told(name).get(index) else { return Vec::new() };
        vec![
            Column::Words(name.name.clone()),
            Column::Words(introduced(facts, own).into_owned()),
            Column::Ours(entry.places[index].word.to_owned()),
            Column::Ours(count(name, own).to_string()),
        ]
    }
}

/// Returns for each outlet that has a name, or a surname that may be it, where it is told of, in order; and whether it is sure.
fn told(name: &Name) -> Vec<(&Mention, bool)> {
    let mut told: Vec<(&Mention, bool)> = name.introductions().map(|own| (own, !name.is_of_several)).collect();
    told.extend(name.perhaps.chunk_by(|a, b| a.article == b.article).map(|of_article| (&of_article[0], false)));
    told.sort_by_key(|(own, _)| own.article);
    told
}

/// Returns where each outlet has a name first, held against the first one that introduces it.
fn places(facts: &Facts<'_>, name: &Name) -> Vec<EntryPlace> {
    let own: Vec<(&Mention, bool, Vec<String>)> =
        told(name).into_iter().map(|(own, is_sure)| (own, is_sure, introducing(facts, own))).collect();
    let first = own.iter().position(|(_, is_sure, words)| *is_sure && !words.is_empty());
    let Some((base, _, as_first)) = own.get(first.unwrap_or(0)) else { return Vec::new() };
    let is_alone = name.is_in_one_alone();
    let place = |(index, (mention, is_sure, words)): (usize, &(&Mention, bool, Vec<String>))| {
        let (sign, word) = match first {
            _ if !is_sure => (OF_SEVERAL, "surname of several"),
            _ if is_alone => (ALONE, "in one outlet alone"),
            None if index > 0 => (NAMED, "named too"),
            None => (FIRST, ""),
            Some(first) if first == index => (FIRST, ""),
            // The name alone introduces nobody, however much of it stands there; an introduction that no rule finds may stand beside it.
            Some(_) if words.is_empty() => (BARE, "named, not introduced"),
            Some(_) if words != as_first => (OTHERWISE, "introduced otherwise"),
            Some(_) => (SAME, "introduced alike"),
        };
        let at = |own: &Mention| Place { article: own.article, block: own.block, range: own.range.clone() };
        let against = (mention.article != base.article).then(|| at(base));
        EntryPlace { place: at(mention), sign, word, rank: index, against }
    };
    own.iter().enumerate().map(place).collect()
}

/// Returns the words by which an outlet introduces whom it names, and an ellipsis where it goes on.
fn introducing(facts: &Facts<'_>, own: &Mention) -> Vec<String> {
    own.introducing(&facts.story.articles()[own.article].blocks[own.block].text)
}

/// Returns how an outlet introduces whom it names, without the ending of a genitive, and with an ellipsis where it goes on.
fn introduced<'f>(facts: &Facts<'f>, own: &Mention) -> Cow<'f, str> {
    let words = &facts.story.articles()[own.article].blocks[own.block].text[own.described.clone()];
    let words = ["’s", "'s"].iter().find_map(|ending| words.strip_suffix(ending)).unwrap_or(words);
    if own.is_cut { Cow::Owned(format!("{words} …")) } else { Cow::Borrowed(words) }
}

/// Counts how often an outlet has a name.
fn count(name: &Name, own: &Mention) -> usize {
    name.mentions.iter().chain(&name.perhaps).filter(|mention| mention.article == own.article).count()
}

fn times(name: &Name, own: &Mention) -> String {
    match count(name, own) {
        1 => "named once".to_owned(),
        count => format!("named {count} times"),
    }
}
