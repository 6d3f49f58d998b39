//! A page of evidence as sheets: its entries by outlet, and a row for each place with all that is told of it.

use std::rc::Rc;

use super::choice::shown;
use super::places::{having, target};
use super::table::Table;
use super::{Column, Entry, EvidenceList};
use crate::letters::letter;
use crate::pages::PageChoice;
use crate::pages::sheet::{MOST_COLUMNS, Sheet, SheetCell, lettered};
use crate::present::{Role, labels, sentences};

/// The columns of text by which an entry is named.
const NAMED: usize = 80;

/// Returns the sheets. Cost: linear in the places; rows are made when they are asked for.
pub(super) fn sheets<'a, L: EvidenceList>(table: Table<'a, L>, choice: &PageChoice) -> Vec<Sheet<'a>> {
    let entries: Rc<[Entry]> = shown(&table.list, &table.facts, table.evidence, choice).into();
    let places = (!entries.is_empty()).then(|| by_place(table, Rc::clone(&entries)));
    std::iter::once(by_outlet(table, entries)).chain(places).collect()
}

fn by_outlet<L: EvidenceList>(table: Table<'_, L>, entries: Rc<[Entry]>) -> Sheet<'_> {
    let Table { list, facts, evidence, setup } = table;
    let articles = facts.story.articles().len();
    let columns = (0..articles).map(|column| facts.article_at(column)).filter(|_| articles <= MOST_COLUMNS);
    let columns: Vec<usize> = columns.collect();
    let head = if columns.is_empty() { Vec::new() } else { lettered(1, &columns, |letter| letter, setup) };
    let notes = Table::<L>::explained().into_iter().map(|text| setup.signs(text)).collect();
    let count = entries.len();
    // What nothing lacks needs no explanation.
    let said: Vec<String> = (count > 0).then(|| format!("“{}”: {}", L::ABSENT, L::ABSENT_MEANS)).into_iter().collect();
    let row = move |index: usize| {
        let entry = &entries[index];
        let places = &entry.places;
        let name = match list.named(&facts, evidence, entry) {
            (Some(article), words) => SheetCell::words(article, setup.clipped(&words, NAMED), Role::Text),
            (None, words) => SheetCell::ours(words, Role::Text, setup),
        };
        let cell = |article: usize, prefix: &str| {
            let cell = table.cell(entry, article, true);
            let opened = target(&facts, places, article).filter(|_| cell.is_there);
            SheetCell::ours(format!("{prefix}{}", cell.text), cell.role, setup).saying(cell.said).opening(opened)
        };
        let cells: Vec<SheetCell> = if columns.is_empty() {
            having(places).into_iter().map(|article| cell(article, &letter(article))).collect()
        } else {
            columns.iter().map(|&article| cell(article, "")).collect()
        };
        std::iter::once(name).chain(cells).collect()
    };
    Sheet::new(L::TITLE, head, count, row).with_notes(notes).saying(said)
}

fn by_place<L: EvidenceList>(table: Table<'_, L>, entries: Rc<[Entry]>) -> Sheet<'_> {
    let Table { list, facts, evidence, setup } = table;
    let of = |(entry, own): (usize, &Entry)| (0..own.places.len()).map(move |index| (entry, index));
    let places: Vec<(usize, usize)> = entries.iter().enumerate().flat_map(of).collect();
    let head = std::iter::once("where").chain(L::COLUMNS.iter().map(|(name, _)| *name));
    let head = head.map(|name| SheetCell::ours(name, Role::Heading, setup)).collect();
    let count = places.len();
    let row = move |index: usize| {
        let (entry, nth) = places[index];
        let entry = &entries[entry];
        let own = &entry.places[nth];
        let article = own.place.article;
        let at = labels::blocks(&letter(article), &[own.place.block], "");
        let opened = target(&facts, std::slice::from_ref(own), article);
        let said = sentences::blocks(&letter(article), &facts.story.articles()[article], &[own.place.block]);
        let first = SheetCell::ours(at, Role::Number, setup).saying(said).opening(opened);
        let told = list.cells(&facts, evidence, (entry, nth)).into_iter().zip(L::COLUMNS);
        let cells = told.map(|(cell, (_, phrase))| {
            let say = |words: &str| if words.is_empty() { String::new() } else { phrase.replacen("{}", words, 1) };
            match cell {
                Column::Words(words) => SheetCell::words(article, &*words, Role::Text).saying(say(&words)),
                Column::Ours(words) => SheetCell::ours(&*words, Role::Text, setup).saying(say(&words)),
                Column::Whole(words) => SheetCell::ours(&*words, Role::Text, setup).saying(words),
                Column::Said(shown, said) => SheetCell::ours(shown, Role::Text, setup).saying(say(&said)),
            }
        });
        std::iter::once(first).chain(cells).collect()
    };
    Sheet::new(format!("{}, place by place", L::TITLE), head, count, row).folded()
}
