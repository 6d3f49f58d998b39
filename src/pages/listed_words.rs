//! Words: what stands in one outlet where another has something else, and words of the outlets' own that stand in a list.

use rustc_hash::FxHashMap;

use super::Facts;
use super::evidence::{Column, Detail, Entry, EntryPlace, EvidenceList, EvidencePage};
use crate::evidence::marks::Mark;
use crate::evidence::swaps::Swap;
use crate::evidence::{Evidence, Place};
use crate::list_choice::ListName;
use crate::pair::{Pair, Side};
use crate::present::labels;

/// Shows the words of the story.
pub type WordsPage = EvidencePage<Words>;

/// Lists what is swapped, and then the words of each list.
#[derive(Clone, Copy, Debug)]
pub struct Words;

const SWAPPED: &str = "≠";
const SPELT: &str = "~";
const LISTED: &str = "◦";

/// Returns a word of a list; swaps come first.
fn mark(evidence: &Evidence, entry: usize) -> Option<&Mark> {
    evidence.marks.get(entry.checked_sub(evidence.swaps.len())?)
}

impl EvidenceList for Words {
    const NAME: &'static str = "words";
    const TITLE: &'static str = "Words";
    const COUNTED: [&'static str; 2] = ["entry", "entries"];
    const ABSENT: &'static str = "not in";
    const ABSENT_MEANS: &'static str = "not found there";
    const SIGNS: &'static [(&'static str, &'static str, &'static str)] = &[
        (
            SWAPPED,
            "other words",
            "in linked blocks, between wording that both have: one outlet has these words, the other those",
        ),
        (SPELT, "other spelling", "the same, and only the spelling differs"),
        (LISTED, "in a list", "words of the outlet's own, outside quotation marks, that stand in a list"),
    ];
    const TERMS: &'static [(&'static str, &'static str)] = &[
        ("said / claimed", "what stands in one outlet, and what in the other"),
        (
            "reporting: factive",
            "the list, and the class in it: neutral says only that somebody said it; assertive, factive, doubting as linguists class \
             verbs (Hooper, Karttunen, Kiparsky)",
        ),
        ("second-hand", "was reported to have: as others tell it"),
        ("intent", "wants to, calls for, plans to"),
        ("hedges, boosters", "may, perhaps; clearly, never (after Hyland)"),
        ("vague sources", "analysts, media reports: nobody who is named"),
        ("labels", "one of a pair, as government and regime, where another outlet has the other"),
    ];
    const COLUMNS: &'static [(&'static str, &'static str)] =
        &[("as it stands", "“{}”"), ("how it stands", "{}"), ("list", "in the list {}"), ("class", "class {}")];

    fn entries(&self, _: &Facts<'_>, evidence: &Evidence) -> Vec<Entry> {
        swapped(evidence).into_iter().chain(listed(evidence)).collect()
    }

    fn named(&self, facts: &Facts<'_>, evidence: &Evidence, entry: &Entry) -> (Option<usize>, String) {
        if let Some(first) = mark(evidence, entry.key) {
            return (Some(first.place.article), format!("{} ({})", forms(facts, entry), class_of(first)));
        }
        let swap = &evidence.swaps[entry.key];
        // As they stand where they stand first: names keep their capitals.
        let Pair { left, right } = match swap.at.first() {
            Some(at) => at.as_ref().map(|place| words(facts, place)),
            None => swap.words.as_ref().map(String::as_str),
        };
        (Some(swap.articles.left), format!("{left} / {right}"))
    }

    fn brief(&self, facts: &Facts<'_>, evidence: &Evidence, (entry, index): (&Entry, usize)) -> String {
        let place = &entry.places[index].place;
        let listed = mark(evidence, entry.key);
        let listed = listed.map_or_else(String::new, |first| format!(" · listed in {}", class_of(first)));
        format!("“{}”{listed}", labels::set_off(&facts.story.articles()[place.article], words(facts, place)))
    }

    /// Who has the same words swaps nothing.
    fn answers(&self, facts: &Facts<'_>, own: &EntryPlace, other: &EntryPlace) -> bool {
        words(facts, &own.place).to_lowercase() != words(facts, &other.place).to_lowercase()
    }

    fn details(&self, _: &Facts<'_>, _: &Evidence, _: (&Entry, usize)) -> Vec<Detail> {
        Vec::new()
    }

    fn cells(&self, facts: &Facts<'_>, evidence: &Evidence, (entry, index): (&Entry, usize)) -> Vec<Column> {
        let own = &entry.places[index];
        let listed = mark(evidence, entry.key);
        vec![
            Column::Words(words(facts, &own.place).to_owned()),
            Column::Ours(own.word.to_owned()),
            Column::Ours(listed.map_or("", |mark| mark.list.name()).to_owned()),
            Column::Ours(listed.map_or_else(String::new, |mark| mark.class.clone())),
        ]
    }
}

/// Returns what is swapped, the same two words once: those with a word of a list first, with nothing but the commonest words of a
/// language last, each that are swapped most often first; what is only spelt otherwise comes after all.
fn swapped(evidence: &Evidence) -> Vec<Entry> {
    // A place, and the one that stands opposite.
    type Opposite = Vec<(Place, Place)>;
    let mut groups: FxHashMap<(&str, &str, bool), (usize, Opposite)> = FxHashMap::default();
    // Figures have a page of their own; of many reports each two may differ in one.
    let has_words = |swap: &Swap| swap.words.iter().any(|words| words.contains(char::is_alphabetic));
    for (key, swap) in evidence.swaps.iter().enumerate().filter(|(_, swap)| has_words(swap)) {
        let both = |at: &Pair<Place>| Side::BOTH.map(|side| (at[side].clone(), at[side.other()].clone()));
        groups.entry(words_of(swap)).or_insert((key, Vec::new())).1.extend(swap.at.iter().flat_map(both));
    }
    let mut groups: Vec<(usize, Vec<(Place, Place)>)> = groups.into_values().collect();
    groups.sort_by_key(|(key, at)| {
        let swap = &evidence.swaps[*key];
        (swap.is_spelling, swap.kind, std::cmp::Reverse(at.len()), *key)
    });
    let entry = |(key, mut at): (usize, Vec<(Place, Place)>)| {
        let is_spelling = evidence.swaps[key].is_spelling;
        let (sign, word) = if is_spelling { (SPELT, "other spelling") } else { (SWAPPED, "other words") };
        // The same place stands opposite several.
        at.sort_by_key(|(own, _)| (own.article, own.block, own.range.start));
        at.dedup_by(|next, before| next.0 == before.0);
        let place = |(rank, (place, there))| EntryPlace { place, sign, word, rank, against: Some(there) };
        Entry { key, places: at.into_iter().enumerate().map(place).collect() }
    };
    groups.into_iter().map(entry).collect()
}

/// Returns the words of the lists, those with one first form once, in the order of the lists.
fn listed(evidence: &Evidence) -> Vec<Entry> {
    let key = |&k: &usize| (evidence.marks[k].list, &evidence.marks[k].class, &evidence.marks[k].lemma);
    let mut marks: Vec<usize> = (0..evidence.marks.len()).collect();
    marks.sort_by(|one, other| key(one).cmp(&key(other)));
    let entry = |own: &[usize]| {
        let place = |(rank, &k): (usize, &usize)| {
            let place = evidence.marks[k].place.clone();
            EntryPlace { place, sign: LISTED, word: "", rank, against: None }
        };
        Entry { key: own[0] + evidence.swaps.len(), places: own.iter().enumerate().map(place).collect() }
    };
    marks.chunk_by(|one, next| key(one) == key(next)).map(entry).collect()
}

/// Returns the forms of a word of a list that stand in the texts, in small letters, the most frequent first: `said / says`.
fn forms(facts: &Facts<'_>, entry: &Entry) -> String {
    let mut forms: Vec<(String, usize)> = Vec::new();
    for own in &entry.places {
        let form = words(facts, &own.place).to_lowercase();
        match forms.iter_mut().find(|(other, _)| *other == form) {
            Some((_, count)) => *count += 1,
            None => forms.push((form, 1)),
        }
    }
    forms.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    forms.into_iter().map(|(form, _)| form).collect::<Vec<_>>().join(" / ")
}

/// Returns the words of a swap, whichever side they are on, and whether only their spelling differs.
fn words_of(swap: &Swap) -> (&str, &str, bool) {
    let (left, right) = (swap.words.left.as_str(), swap.words.right.as_str());
    (left.min(right), left.max(right), swap.is_spelling)
}

/// Names the list and the class of a word: `reporting: factive`.
pub(crate) fn class_of(mark: &Mark) -> String {
    match (mark.list, mark.class.as_str()) {
        (list @ (ListName::Labels | ListName::SecondHand), _) | (list, "") => list.name().to_owned(),
        (list, class) => format!("{}: {class}", list.name()),
    }
}

fn words<'f>(facts: &Facts<'f>, place: &Place) -> &'f str {
    &facts.story.articles()[place.article].blocks[place.block].text[place.range.clone()]
}
