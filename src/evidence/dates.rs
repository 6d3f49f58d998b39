//! Dates in running text: their own words, and a day where a rule is sure of it.
//!
//! ```text
//!     Oct. 8, 2019 · 4 March 2026     that day
//!     July 31 · 4 March               with the year of the report, or of a dated one of the story
//!     Monday · yesterday              with the day of the report; else that of a block which answers it and says the day
//!     in July · last week · 2017      own words alone
//! ```
//!
//! A caption dates a picture and nothing else: it is not read.

mod calendar;
pub(super) mod resolved;

use std::ops::Range;

use jiff::civil::Date;

use super::Place;
use super::tokens::Token;
use super::told::told_tokens;
use crate::article::Article;

pub(super) use calendar::is_month;

use calendar::{month, weekday};

/// Holds a date of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// Where it stands.
    pub place: Place,
    /// The day, where a rule is sure of it.
    pub value: Option<Date>,
    /// The article, and perhaps the block in it, that the day or the year was taken from; none where the words say all of it.
    pub anchor: Option<(usize, Option<usize>)>,
    /// What the words say.
    pub(super) form: DateForm,
}

/// Says what the words of a date say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateForm {
    /// All of it.
    Day(Date),
    /// A month, and a day of it.
    MonthDay(i8, i8),
    /// A day of the week, Monday being 1, in a sentence that tells what was.
    Weekday(i8),
    /// So many days from the day of the report.
    Relative(i8),
    /// Nothing that is a day for sure.
    Vague,
}

/// Words by which a sentence tells what is to come.
const COMING: &str = "will next coming shall going tomorrow expected scheduled plans meets begins starts opens due until till wait \
    deadline soll sollen wird werden bis ab sera seront doit será serán hasta";

/// How far around a date its sentence is read, in tokens.
const AROUND: usize = 60;

/// Words before a day of the week that make another week of it.
const OTHER_WEEK: [&str; 7] = ["next", "last", "every", "each", "coming", "previous", "following"];

/// Finds the dates of an article: of headlines, headings and paragraphs. Cost: linear in the text.
#[must_use]
pub fn dates(index: usize, article: &Article) -> Vec<DateMention> {
    let mut found = Vec::new();
    for (block, tokens) in told_tokens(article) {
        let mut at = 0;
        while at < tokens.len() {
            let Some((form, range)) = date_at(&tokens, at) else {
                at += 1;
                continue;
            };
            let bytes = tokens[range.start].start..tokens[range.end - 1].end();
            at = range.end;
            let place = Place { article: index, block, range: bytes };
            found.push(DateMention { place, value: None, anchor: None, form });
        }
    }
    found
}

/// Reads the date that begins at a token, and which tokens it has.
fn date_at(tokens: &[Token<'_>], at: usize) -> Option<(DateForm, Range<usize>)> {
    let token = &tokens[at];
    if let Ok(date) = token.text.parse::<Date>() {
        return Some((DateForm::Day(date), at..at + 1));
    }
    if let Some(found) = iso(tokens, at).or_else(|| day_first(tokens, at)).or_else(|| month_first(tokens, at)) {
        return Some(found);
    }
    let before = at.checked_sub(1).map(|k| &tokens[k]);
    if let Some(day) = weekday(token) {
        // "Sunday, April 26": the date says the day, whatever the day of the week.
        let next = if tokens.get(at + 1).is_some_and(|comma| comma.text == ",") { at + 2 } else { at + 1 };
        if let Some((form, range)) = day_first(tokens, next).or_else(|| month_first(tokens, next))
            && matches!(form, DateForm::Day(_) | DateForm::MonthDay(..))
        {
            return Some((form, at..range.end));
        }
        let is_other = before.is_some_and(|before| before.is_one_of(&OTHER_WEEK))
            || token.folded.ends_with('s') && !token.is_genitive();
        let form = if is_other || is_coming(tokens, at) { DateForm::Vague } else { DateForm::Weekday(day) };
        let start = if is_other && before.is_some_and(|before| before.is_one_of(&OTHER_WEEK)) { at - 1 } else { at };
        return Some((form, start..at + 1));
    }
    match &*token.folded {
        "today" => Some((DateForm::Relative(0), at..at + 1)),
        "yesterday" => Some((DateForm::Relative(-1), at..at + 1)),
        "tomorrow" => Some((DateForm::Relative(1), at..at + 1)),
        _ => vague(tokens, at),
    }
}

/// Tells whether the sentence around a token tells of what is to come.
fn is_coming(tokens: &[Token<'_>], at: usize) -> bool {
    let is_end = |k: &usize| matches!(tokens[*k].text, "." | "!" | "?");
    let (first, last) = (at.saturating_sub(AROUND), (at + AROUND).min(tokens.len()));
    let start = (first..at).rev().find(is_end).map_or(first, |k| k + 1);
    let end = (at..last).find(is_end).unwrap_or(last);
    tokens[start..end].iter().any(|token| token.is_among(COMING))
}

fn number(tokens: &[Token<'_>], at: usize) -> Option<i16> {
    let text = tokens.get(at)?.text;
    let bare = ["st", "nd", "rd", "th"].iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
    bare.parse().ok().filter(|number| *number > 0 && bare.len() <= 4)
}

fn day(tokens: &[Token<'_>], at: usize) -> Option<i8> {
    number(tokens, at).filter(|day| *day <= 31).and_then(|day| i8::try_from(day).ok())
}

fn year(tokens: &[Token<'_>], at: usize) -> Option<i16> {
    number(tokens, at).filter(|year| (1500..2200).contains(year) && tokens[at].text.len() == 4)
}

/// `2026-03-04`, which the tokens may part.
fn iso(tokens: &[Token<'_>], at: usize) -> Option<(DateForm, Range<usize>)> {
    let first = tokens.get(at)?;
    let last = tokens.get(at + 4)?;
    let is_one = first.text.len() == 4
        && last.end() == first.start + 10
        && tokens[at + 1].text == "-"
        && tokens[at + 3].text == "-";
    let date = Date::new(year(tokens, at)?, day(tokens, at + 2)?, day(tokens, at + 4)?).ok().filter(|_| is_one)?;
    Some((DateForm::Day(date), at..at + 5))
}

/// `4 March`, `4. März 2026`, `4 de marzo de 2026`.
fn day_first(tokens: &[Token<'_>], at: usize) -> Option<(DateForm, Range<usize>)> {
    let day = day(tokens, at)?;
    let skip = |mut k: usize| {
        while tokens.get(k).is_some_and(|token| token.is_one_of(&[".", "de", "of", "del"])) {
            k += 1;
        }
        k
    };
    let named = skip(at + 1);
    let month = month(tokens.get(named)?)?;
    let year_at = skip(named + 1);
    Some(match year(tokens, year_at) {
        Some(year) => (Date::new(year, month, day).map_or(DateForm::Vague, DateForm::Day), at..year_at + 1),
        None => (month_day(tokens, at, named + 1, (month, day)), at..named + 1),
    })
}

/// `March 4`, `Oct. 8, 2019`, `May 2026`, `in July`.
fn month_first(tokens: &[Token<'_>], at: usize) -> Option<(DateForm, Range<usize>)> {
    let month = month(tokens.get(at)?)?;
    let next = if tokens.get(at + 1).is_some_and(|next| next.text == ".") { at + 2 } else { at + 1 };
    if year(tokens, next).is_some() {
        return Some((DateForm::Vague, at..next + 1));
    }
    if let Some(day) = day(tokens, next) {
        let comma = if tokens.get(next + 1).is_some_and(|comma| comma.text == ",") { next + 2 } else { next + 1 };
        return Some(match year(tokens, comma) {
            Some(year) => (Date::new(year, month, day).map_or(DateForm::Vague, DateForm::Day), at..comma + 1),
            None => (month_day(tokens, at, next + 1, (month, day)), at..next + 1),
        });
    }
    // "May" and "March" are other words too.
    let is_told = at > 0
        && tokens[at - 1]
            .is_one_of(&["in", "since", "until", "by", "last", "next", "this", "of", "early", "late", "im"]);
    is_told.then_some((DateForm::Vague, at..at + 1))
}

/// Returns a day without its year, unless the sentence tells of what is to come, or says that it is of another year.
fn month_day(tokens: &[Token<'_>], at: usize, end: usize, (month, day): (i8, i8)) -> DateForm {
    let is_other = tokens.get(end).is_some_and(|next| next.is_one_of(&["last", "next", "this"]));
    // A leap year has all days.
    if Date::new(2024, month, day).is_ok() && !is_other && !is_coming(tokens, at) {
        DateForm::MonthDay(month, day)
    } else {
        DateForm::Vague
    }
}

/// `in 2017`, `last week`: words of time that are no day.
fn vague(tokens: &[Token<'_>], at: usize) -> Option<(DateForm, Range<usize>)> {
    let token = &tokens[at];
    let next = tokens.get(at + 1)?;
    if token.is_one_of(&["in", "since", "until", "by", "of", "from", "before", "after"])
        && year(tokens, at + 1).is_some()
    {
        return Some((DateForm::Vague, at + 1..at + 2));
    }
    let is_span = token.is_one_of(&["last", "this", "next"])
        && next.is_one_of(&["week", "month", "year", "spring", "summer", "autumn", "fall", "winter"]);
    is_span.then_some((DateForm::Vague, at..at + 2))
}
