//! What of one block is evidence, and what answers it in other outlets.

use super::{Entry, EntryPlace, EvidenceList};
use crate::letters::letter;
use crate::pages::Facts;
use crate::present::labels;

/// The columns by which what stands in other outlets is set back.
const DEEPER: &str = "  ";

/// Says what of a block of an article, by index, is evidence of a kind, a sentence each, and under each which words differ from what it is
/// held against, and how it stands in other outlets, once for each of them and for each of its parts there that differs. Nothing if there is none, or if it is not known yet.
///
/// Cost: near linear in the evidence of that kind.
pub fn of_block<L: EvidenceList>(list: &L, facts: &Facts<'_>, (article, block): (usize, usize)) -> Vec<String> {
    let Some(evidence) = facts.evidence else { return Vec::new() };
    let entries = list.entries(facts, evidence);
    let here = entries.iter().filter(|entry| list.stands_in(evidence, entry, (article, block)));
    let sentences = |entry: &Entry| {
        let said = |index: usize| {
            let brief = list.brief(facts, evidence, (entry, index));
            let parts = [list.stands(evidence, (entry, index)), brief].into_iter().filter(|part| !part.is_empty());
            parts.collect::<Vec<_>>().join(" · ")
        };
        let at = |place: &EntryPlace| labels::blocks(&letter(place.place.article), &[place.place.block], "");
        let index_of = |wanted: &dyn Fn(&EntryPlace) -> bool| entry.places.iter().position(wanted);
        let own = index_of(&|own| (own.place.article, own.place.block) == (article, block))
            .or_else(|| index_of(&|own| own.place.article == article));
        let Some(own) = own else { return Vec::new() };
        let named = &entry.places[own];
        let text = &facts.story.articles()[article].blocks[named.place.block].text[named.place.range.clone()];
        let text = format!("“{}”", labels::set_off(&facts.story.articles()[article], text));
        // What is told may begin with the words itself.
        let told = said(own);
        let words =
            if list.brief(facts, evidence, (entry, own)).starts_with('“') { String::new() } else { text + " · " };
        let elsewhere = if named.place.block == block { String::new() } else { format!(" · first at {}", at(named)) };
        let is_answered = entry.places.iter().any(|place| place.against.is_some());
        let compared = |index: usize, deeper: &str| {
            list.compared(facts, evidence, (entry, index)).map(|told| format!("{deeper}{DEEPER}{told}"))
        };
        let mut sentences =
            vec![format!("{} {words}{told}{elsewhere}", list.sign(evidence, (entry, own))).trim().to_owned()];
        let is_here = |index: &usize| entry.places[*index].place.block == named.place.block;
        let here = (own..entry.places.len()).take_while(|index| entry.places[*index].place.article == article);
        sentences.extend(here.filter(is_here).filter_map(|index| compared(index, "")));
        for other in (0..facts.story.articles().len()).filter(|&other| other != article && is_answered) {
            let answers = |own: &EntryPlace| own.place.article == other && list.answers(facts, named, own);
            // Of the parts of one that another outlet parts, the first, and those of which something differs.
            let first = index_of(&answers);
            let is_told = |index: &usize| {
                answers(&entry.places[*index])
                    && (Some(*index) == first || list.compared(facts, evidence, (entry, *index)).is_some())
            };
            for index in (0..entry.places.len()).filter(is_told) {
                sentences.push(format!("{DEEPER}{} {}", at(&entry.places[index]), said(index)));
                sentences.extend(compared(index, DEEPER));
            }
        }
        sentences
    };
    here.flat_map(sentences).collect()
}
