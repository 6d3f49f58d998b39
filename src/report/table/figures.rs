//! A row for each place of each figure and date of the story.

use std::borrow::Cow;
use std::io;

use super::sheet::Sheet;
use super::value::Value;
use crate::evidence::Evidence;
use crate::evidence::compared::{DateEntry, FigureEntry, alike_dates, alike_figures, value_letter};
use crate::letters::letter;
use crate::story::Story;

/// The columns, in their order; scripts rely on them.
pub(super) const COLUMNS: [&str; 14] = [
    // which figure or date it is, from 1: its places follow each other
    "entry",
    // figure or date
    "what",
    // agrees, differs, scale, same figure or one outlet; of dates agrees, differs, one outlet or no date
    "kind",
    // the letter of the article
    "article",
    // the number of the block, from 1
    "block",
    // its words, with what is counted
    "text",
    // what a figure is worth, in its unit; of a range the lower end
    "value",
    // the upper end of a range
    "upper",
    // what is counted
    "unit",
    // exact, about, at least …
    "exactness",
    // the day of a date, or its year, month or season, as in ISO 8601
    "date",
    // the article, or the block of one, that the day or the year is taken from
    "anchor",
    // in an entry that differs: a letter that those share which are the same
    "alike",
    // what the article is called: its outlet, or its file where that is not known
    "outlet",
];

/// Writes the figures, in the order in which they stand first, and then the dates. Cost: linear in them.
pub(super) fn write(sheet: &mut dyn Sheet, story: &Story, evidence: &Evidence) -> io::Result<()> {
    sheet.head(&COLUMNS.map(Cow::Borrowed))?;
    for (index, entry) in evidence.figure_entries.iter().enumerate() {
        figures(sheet, story, evidence, (index, entry))?;
    }
    for (index, entry) in evidence.date_entries.iter().enumerate() {
        dates(sheet, story, evidence, (evidence.figure_entries.len() + index, entry))?;
    }
    Ok(())
}

fn figures(
    sheet: &mut dyn Sheet,
    story: &Story,
    evidence: &Evidence,
    (index, entry): (usize, &FigureEntry),
) -> io::Result<()> {
    let alike = alike_figures(&evidence.figures, entry).unwrap_or_default();
    let places = entry.said.iter().map(|figure| (figure, entry.kind.name()));
    let also = entry.also.iter().map(|figure| (figure, "same figure"));
    for (nth, (&figure, kind)) in places.chain(also).enumerate() {
        let own = &evidence.figures[figure];
        let unit = Some(own.unit.as_str()).filter(|unit| !unit.is_empty());
        sheet.row(&[
            Value::Count(index + 1),
            Value::Name("figure".into()),
            Value::Name(kind.into()),
            Value::Name(letter(own.place.article).into()),
            Value::Count(own.place.block + 1),
            Value::Text(own.place.words(story).into()),
            Value::Number(own.value),
            own.upper.map_or(Value::Missing, Value::Number),
            unit.map_or(Value::Missing, |unit| Value::Text(unit.into())),
            Value::Name(own.exactness.name().into()),
            Value::Missing,
            Value::Missing,
            letter_of(&alike, nth),
            Value::Text(story.articles()[own.place.article].label().into()),
        ])?;
    }
    Ok(())
}

fn dates(
    sheet: &mut dyn Sheet,
    story: &Story,
    evidence: &Evidence,
    (index, entry): (usize, &DateEntry),
) -> io::Result<()> {
    let alike = alike_dates(&evidence.dates, entry).unwrap_or_default();
    for (nth, &date) in entry.said.iter().enumerate() {
        let own = &evidence.dates[date];
        let day = own.value.map(|day| day.to_string()).or_else(|| own.period.map(|period| period.to_string()));
        let anchor = own
            .anchor
            .map(|(article, block)| letter(article) + &block.map_or_else(String::new, |k| (k + 1).to_string()));
        let named = |text: Option<String>| text.map_or(Value::Missing, |text| Value::Name(text.into()));
        sheet.row(&[
            Value::Count(index + 1),
            Value::Name("date".into()),
            Value::Name(entry.kind.name().into()),
            Value::Name(letter(own.place.article).into()),
            Value::Count(own.place.block + 1),
            Value::Text(own.place.words(story).into()),
            Value::Missing,
            Value::Missing,
            Value::Missing,
            Value::Missing,
            named(day),
            named(anchor),
            letter_of(&alike, nth),
            Value::Text(story.articles()[own.place.article].label().into()),
        ])?;
    }
    Ok(())
}

/// Returns the letter of one of the values of an entry that differ.
fn letter_of(alike: &[usize], nth: usize) -> Value<'static> {
    alike.get(nth).map_or(Value::Missing, |&value| Value::Name(value_letter(value).to_string().into()))
}
