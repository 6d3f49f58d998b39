//! The page as sheets: one of what several articles have, and one for each article of what it has alone.

use super::cells::{self, Carried};
use super::items::{HEADS, Item, counted};
use super::table::{Table, named};
use super::targets::target_of;
use crate::letters::letter;
use crate::pages::sheet::{MOST_COLUMNS, Sheet, SheetCell, lettered};
use crate::present::Role;
use crate::story::presence::Filter;
use crate::wrap::without_isolates;

/// The columns of text by which a passage is named.
const NAMED: usize = 80;

/// Returns the sheets. Cost: linear in the passages.
pub(super) fn sheets(table: Table<'_>, filter: Filter) -> Vec<Sheet<'_>> {
    let parted = &table.perspective.parted;
    let passages = |passages: &[usize]| passages.iter().copied().map(Item::Passage).collect::<Vec<_>>();
    let (first, alone) = match filter {
        Filter::Everything => ([&HEADS[..], &passages(&parted.in_several)].concat(), &parted.alone[..]),
        filter => (passages(&table.perspective.presence.shown(filter)), &[][..]),
    };
    let articles = table.facts.story.articles().len();
    // As on every page, relatives stand side by side.
    let columns = (0..articles).map(|column| table.facts.article_at(column)).filter(|_| articles <= MOST_COLUMNS);
    let columns: Vec<usize> = columns.collect();
    let (title, shown) = table.titles(filter);
    let explained = cells::explained(&letter(table.perspective.presence.base)).into_iter().map(|(text, _)| text);
    let said = vec![format!("shown: {}", without_isolates(&shown)), cells::ABSENT.to_owned()];
    let notes = std::iter::once(shown).chain(explained.map(|text| table.setup.signs(text))).collect();
    let several = sheet(table, filter, title, first, &columns).with_notes(notes).saying(said);
    let of_one = alone.iter().map(|alone| {
        let title = format!("{} {}", table.facts.name(alone.article), counted(alone));
        sheet(table, filter, title, passages(&alone.passages), &[]).folded()
    });
    std::iter::once(several).chain(of_one).collect()
}

/// Returns a sheet of items: a cell for each of some articles, or if none are named, for each that has it.
fn sheet<'a>(table: Table<'a>, filter: Filter, title: String, items: Vec<Item>, columns: &[usize]) -> Sheet<'a> {
    let Table { facts, analysis, perspective, setup } = table;
    let head = if columns.is_empty() { Vec::new() } else { lettered(1, columns, |letter| letter, setup) };
    let (columns, count) = (columns.to_vec(), items.len());
    let row = move |index: usize| {
        let item = items[index];
        let (of, words) = named(facts.story, analysis, perspective.presence.base, (item, filter));
        let words = setup.clipped_at_word(&words, NAMED);
        let name = match of {
            Some(article) => SheetCell::words(article, words, Role::Text),
            None => SheetCell::ours(words, Role::Heading, setup),
        };
        let cell = |article: usize, prefix: &str| {
            let said = cells::said(&facts, &perspective.presence, (item, article));
            let Carried { text, relation, shade } =
                cells::carried(&facts, &perspective.presence, (item, article), true);
            let role = match (relation, shade) {
                (_, Some(shade)) => Role::Carried(shade),
                (None, None) => Role::Faint,
                (Some(_), None) => Role::Text,
            };
            let is_there = relation.is_some() || shade.is_some();
            let target = target_of(&facts, item, article).and_then(Result::ok).filter(|_| is_there);
            SheetCell::ours(format!("{prefix}{text}"), role, setup).saying(said).opening(target)
        };
        let cells: Vec<SheetCell> = if columns.is_empty() {
            having(&table, item).into_iter().map(|article| cell(article, &letter(article))).collect()
        } else {
            columns.iter().map(|&article| cell(article, "")).collect()
        };
        std::iter::once(name).chain(cells).collect()
    };
    Sheet::new(title, head, count, row)
}

/// Returns the articles that have an item, ascending.
fn having(table: &Table<'_>, item: Item) -> Vec<usize> {
    let (story, presence) = (table.facts.story, &table.perspective.presence);
    if let Item::Passage(passage) = item {
        return presence.rows[passage].iter().map(|cell| cell.article).collect();
    }
    (0..story.articles().len()).filter(|&article| !item.blocks(story, presence, article).is_empty()).collect()
}
