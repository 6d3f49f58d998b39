//! Dates in running text: their own words, and a day where a rule is sure of it.
//!
//! ```text
//!     Oct. 8, 2019 · 4 March 2026     that day
//!     July 31 · 4 March               with the year of the report, or of a dated one of the story; far from it only in the past
//!     Monday · yesterday              with the day of the report; else that of a block which answers it and says the day
//!     2017 · June of last year        that year or month (`period`)
//!     in July · last week             own words alone
//!     before Monday · Black Friday    own words alone, or no date, by what stands around it (`around`)
//! ```
//!
//! A caption dates a picture and nothing else: it is not read.

mod around;
mod calendar;
pub(super) mod period;
pub(super) mod resolved;
mod spaceless;
mod spans;
mod tense;

use std::ops::Range;

use jiff::civil::Date;

use super::Place;
use super::grammar::is_day;
use super::tokens::Token;
use super::told::told_tokens;
use super::tongue::Tongue;
use crate::article::Article;
use crate::unicode::scripts::is_spaceless;

use calendar::{day, is_of_several, month, weekday, year};
use period::PeriodForm;
use spans::span;
use tense::{Tense, tense};

pub use period::{Period, Season};

/// Holds a date of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// Where it stands.
    pub place: Place,
    /// The day, where a rule is sure of it.
    pub value: Option<Date>,
    /// The year, month or season that it is, where it is longer than a day and a rule is sure.
    pub period: Option<Period>,
    /// The article, and perhaps the block in it, that the day or the year was taken from; none where the words say all of it.
    pub anchor: Option<(usize, Option<usize>)>,
    /// What the words say.
    pub(super) form: DateForm,
}

impl DateMention {
    /// Tells whether its words say the month and the day of it, so that the year alone is taken from elsewhere, or is not stated. Cost:
    /// constant.
    #[must_use]
    pub const fn lacks_year_alone(&self) -> bool {
        matches!(self.form, DateForm::MonthDay(..) | DateForm::NearMonthDay(..) | DateForm::MonthDayOf(..))
    }

    /// Tells whether its words say which day of which month it is, with or without the year. Cost: constant.
    pub(super) const fn says_day(&self) -> bool {
        matches!(self.form, DateForm::Day(_)) || self.lacks_year_alone()
    }
}

/// Says what the words of a date say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateForm {
    /// All of it.
    Day(Date),
    /// A month, and a day of it.
    MonthDay(i8, i8),
    /// The same where it may be of either year: a day to come, or one of which nothing says whether it was.
    NearMonthDay(i8, i8),
    /// A month, and a day of it, of the year that is so many from that of the report.
    MonthDayOf(i8, i8, i8),
    /// A day of a month that is not named.
    DayOfMonth(i8),
    /// A day of the week, Monday being 1, in a sentence that tells what was.
    Weekday(i8),
    /// A day of the week in a sentence that may tell of what is to come, or does.
    OpenWeekday(i8, Tense),
    /// A year, a month or a season.
    Period(PeriodForm),
    /// So many days from the day of the report.
    Relative(i8),
    /// Nothing that is a day for sure.
    Vague,
}

/// Words before a day of the week that make another week of it.
const OTHER_WEEK: [&str; 19] = [
    "next",
    "last",
    "every",
    "each",
    "coming",
    "previous",
    "following",
    "nächsten",
    "letzten",
    "vergangenen",
    "jeden",
    "jeder",
    "kommenden",
    "chaque",
    "cada",
    "próximo",
    "pasado",
    "tous",
    "todos",
];

/// Words behind a day of the week that do so.
const OTHER_WEEK_BEHIND: [&str; 9] =
    ["prochain", "dernier", "próximo", "pasado", "suivant", "siguiente", "last", "next", "week"];

/// A block in which an article tells something, read for dates and figures.
pub(super) struct ReadBlock<'t> {
    /// Its index.
    pub block: usize,
    /// Its words and marks.
    pub tokens: Vec<Token<'t>>,
    /// Its dates but those of writing without spaces, with which tokens each has, in order.
    pub dates: Vec<(DateForm, Range<usize>)>,
}

/// Reads these blocks of an article, in its language. Cost: linear in the text.
pub(super) fn read<'t>(article: &'t Article, tongue: Tongue<'_>) -> Vec<ReadBlock<'t>> {
    told_tokens(article).map(|(block, tokens)| ReadBlock { block, dates: of_tokens(&tokens, tongue), tokens }).collect()
}

/// Finds the dates of an article, by its blocks as they were read: of headlines, headings and paragraphs. Cost: linear in the text.
#[must_use]
pub(super) fn dates(index: usize, article: &Article, blocks: &[ReadBlock<'_>]) -> Vec<DateMention> {
    let mut found = Vec::new();
    for &ReadBlock { block, ref tokens, ref dates } in blocks {
        let first = found.len();
        let mention = |form: DateForm, range: Range<usize>| DateMention {
            place: Place { article: index, block, range },
            value: None,
            period: None,
            anchor: None,
            form,
        };
        found.extend(dates.iter().map(|(form, range)| {
            let bytes = tokens[range.start].start..tokens[range.end - 1].end();
            mention(*form, bytes)
        }));
        let text = &article.blocks[block];
        if text.text.contains(is_spaceless) {
            let own = spaceless::dates(&text.text, text.dateline);
            found.extend(own.into_iter().map(|(form, range)| mention(form, range)));
            found[first..].sort_by_key(|mention| mention.place.range.start);
        }
    }
    found
}

fn of_tokens(tokens: &[Token<'_>], tongue: Tongue<'_>) -> Vec<(DateForm, Range<usize>)> {
    let mut found: Vec<(DateForm, Range<usize>)> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match date_at(tokens, at, tongue).and_then(|found| around::checked(tokens, found, tongue)) {
            Some((form, range)) => {
                at = range.end;
                found.push((form, range));
            }
            None => at += 1,
        }
    }
    found
}

/// Reads the date that begins at a token, and which tokens it has.
fn date_at(tokens: &[Token<'_>], at: usize, tongue: Tongue<'_>) -> Option<(DateForm, Range<usize>)> {
    let token = &tokens[at];
    if let Ok(date) = token.text.parse::<Date>() {
        return Some((DateForm::Day(date), at..at + 1));
    }
    let named = |at: usize| day_first(tokens, at, tongue).or_else(|| month_first(tokens, at, tongue));
    if let Some(found) = iso(tokens, at).or_else(|| of_figures(tokens, at, tongue)) {
        return Some(found);
    }
    if let Some(found) = day_first(tokens, at, tongue).or_else(|| span(tokens, at, tongue)).or_else(|| named(at)) {
        return Some(found);
    }
    let before = at.checked_sub(1).map(|k| &tokens[k]);
    if let Some(day) = weekday(token, tongue) {
        // "Sunday, April 26", "am Montag, dem 15. Juni": the date says the day, whatever the day of the week.
        let skipped = |mut k: usize| {
            while tokens
                .get(k)
                .is_some_and(|token| token.text == "," || token.is_one_of(&["dem", "den", "der", "the", "le"]))
            {
                k += 1;
            }
            k
        };
        let next = skipped(at + 1);
        if let Some((form, range)) = of_figures(tokens, next, tongue).or_else(|| named(next))
            && !matches!(form, DateForm::Vague | DateForm::Period(_))
            && next <= at + 3
        {
            return Some((form, at..range.end));
        }
        let is_before = before.is_some_and(|before| before.is_one_of(&OTHER_WEEK));
        let is_behind = tokens.get(at + 1).is_some_and(|next| next.is_one_of(&OTHER_WEEK_BEHIND));
        // "Los lunes" are several.
        let is_article_of_several = before.is_some_and(|before| before.is_one_of(&["los", "les"]));
        let is_other = is_before || is_behind || is_of_several(token) || is_article_of_several;
        let form = match tense(tokens, at, tongue) {
            _ if is_other => DateForm::Vague,
            Tense::Past => DateForm::Weekday(day),
            tense => DateForm::OpenWeekday(day, tense),
        };
        // Monday last week.
        let is_of_week = is_behind && tokens.get(at + 2).is_some_and(|week| week.is("week"));
        let end = at + 1 + usize::from(is_behind) + usize::from(is_of_week);
        return Some((form, if is_before { at - 1 } else { at }..end));
    }
    let stands = |words: &[&str]| {
        let own = tokens.get(at..at + words.len());
        own.is_some_and(|own| own.iter().zip(words).all(|(token, word)| token.is(word)))
    };
    let relative = RELATIVE.iter().find(|(code, words, _)| *code == tongue.code && stands(words));
    relative.map(|(_, words, days)| (DateForm::Relative(*days), at..at + words.len()))
}

/// Days from that of the report, by language; words that mean something else too ("morgen", "mañana") are not among them.
const RELATIVE: [(&str, &[&str], i8); 16] = [
    ("en", &["day", "before", "yesterday"], -2),
    ("en", &["day", "after", "tomorrow"], 2),
    ("en", &["today"], 0),
    ("en", &["yesterday"], -1),
    ("en", &["tomorrow"], 1),
    ("de", &["vorgestern"], -2),
    ("de", &["übermorgen"], 2),
    ("de", &["gestern"], -1),
    ("fr", &["avant-hier"], -2),
    ("fr", &["après-demain"], 2),
    ("fr", &["hier"], -1),
    ("fr", &["demain"], 1),
    ("es", &["antes", "de", "ayer"], -2),
    ("es", &["ayer"], -1),
    ("es", &["anteayer"], -2),
    ("es", &["antier"], -2),
];

/// `3.9.2026`, `am 3.9.`, `15/06/2026`: where the language says which is the day, or the numbers leave no doubt.
fn of_figures(tokens: &[Token<'_>], at: usize, tongue: Tongue<'_>) -> Option<(DateForm, Range<usize>)> {
    let text = tokens.get(at)?.text;
    let is_figure = |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let points: Vec<&str> = text.split('.').filter(is_figure).collect();
    let small = |part: &str| part.parse::<i8>().ok();
    let is_whole = points.len() == text.matches('.').count() + 1;
    match points.as_slice() {
        [day, month, year] if is_whole && year.len() == 4 && tongue.code != "en" => {
            let date = Date::new(year.parse().ok()?, small(month)?, small(day)?).ok()?;
            return Some((DateForm::Day(date), at..at + 1));
        }
        // Am 3.9.: the full stop behind it tells it from a fraction, and the word before it.
        [day, month] if is_whole && tongue.code == "de" && tokens.get(at + 1).is_some_and(|stop| stop.text == ".") => {
            let is_on = at > 0 && tokens[at - 1].is_one_of(&["am", "vom", "zum", "bis", "dem", "den", "ab", "seit"]);
            let (day, month) = (small(day)?, small(month)?);
            let is_day = is_on && tokens[at].end() == tokens[at + 1].start && Date::new(2024, month, day).is_ok();
            return is_day.then(|| ranged(at, month_day(tokens, at, at + 2, (month, day), tongue)));
        }
        _ => {}
    }
    slashed(tokens, at, tongue)
}

/// `15/06/2026`.
fn slashed(tokens: &[Token<'_>], at: usize, tongue: Tongue<'_>) -> Option<(DateForm, Range<usize>)> {
    let mut parts = tokens.get(at)?.text.split('/');
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_one = parts.next().is_none() && year.len() == 4;
    let (first, second) = (first.parse::<i8>().ok()?, second.parse::<i8>().ok()?);
    let year = year.parse::<i16>().ok().filter(|year| is_one && (1500..2200).contains(year))?;
    // English has the day first in some countries and the month in others.
    let day_first = matches!(tongue.code, "fr" | "es" | "de" | "it" | "pt") || first > 12 || first == second;
    let date = if day_first {
        Date::new(year, second, first).ok()
    } else if second > 12 {
        Date::new(year, first, second).ok()
    } else {
        None
    };
    Some((date.map_or(DateForm::Vague, DateForm::Day), at..at + 1))
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
fn day_first(tokens: &[Token<'_>], at: usize, tongue: Tongue<'_>) -> Option<(DateForm, Range<usize>)> {
    let day = day(tokens, at)?;
    let skip = |mut k: usize| {
        while tokens.get(k).is_some_and(|token| token.is_one_of(&[".", "de", "of", "del"])) {
            k += 1;
        }
        k
    };
    let named = skip(at + 1);
    let month = month(tokens.get(named)?, tongue)?;
    let year_at = skip(named + 1);
    Some(match year(tokens, year_at) {
        Some(year) => (Date::new(year, month, day).map_or(DateForm::Vague, DateForm::Day), at..year_at + 1),
        None => ranged(at, month_day(tokens, at, named + 1, (month, day), tongue)),
    })
}

/// `March 4`, `Oct. 8, 2019`, `May 2026`, `in July`.
fn month_first(tokens: &[Token<'_>], at: usize, tongue: Tongue<'_>) -> Option<(DateForm, Range<usize>)> {
    let month = month(tokens.get(at)?, tongue)?;
    let next = if tokens.get(at + 1).is_some_and(|next| next.text == ".") { at + 2 } else { at + 1 };
    if let Some(day) = day(tokens, next) {
        let comma = if tokens.get(next + 1).is_some_and(|comma| comma.text == ",") { next + 2 } else { next + 1 };
        return Some(match year(tokens, comma) {
            Some(year) => (Date::new(year, month, day).map_or(DateForm::Vague, DateForm::Day), at..comma + 1),
            None => ranged(at, month_day(tokens, at, next + 1, (month, day), tongue)),
        });
    }
    // "May" and "March" are other words too, and people have the names of months.
    let is_person = tokens.get(at + 1).is_some_and(|next| next.is_capital() && !is_day(next));
    let is_told = at > 0
        && !is_person
        && tokens[at - 1].is_one_of(&[
            "in", "since", "until", "by", "last", "next", "this", "of", "early", "late", "im", "seit", "ab", "en",
            "depuis", "desde", "mid",
        ]);
    is_told.then_some((DateForm::Vague, at..at + 1))
}

fn ranged(at: usize, (form, end): (DateForm, usize)) -> (DateForm, Range<usize>) {
    (form, at..end)
}

/// Returns a day without its year, and the token behind it: of what is to come, of the year that is said, or of none for sure.
fn month_day(
    tokens: &[Token<'_>],
    at: usize,
    end: usize,
    (month, day): (i8, i8),
    tongue: Tongue<'_>,
) -> (DateForm, usize) {
    // A leap year has all days.
    if Date::new(2024, month, day).is_err() {
        return (DateForm::Vague, end);
    }
    let joined = if tokens.get(end).is_some_and(|token| token.is_one_of(&["of", "de", "del"])) { end + 1 } else { end };
    if let Some((years, length)) = spans::years(tokens, joined) {
        return (DateForm::MonthDayOf(month, day, years), joined + length);
    }
    let is_other = tokens
        .get(end)
        .is_some_and(|next| next.is_one_of(&["last", "next", "this", "dernier", "pasado", "prochain", "próximo"]));
    let form = match tense(tokens, at, tongue) {
        _ if is_other => DateForm::Vague,
        Tense::Past => DateForm::MonthDay(month, day),
        Tense::Open | Tense::Coming => DateForm::NearMonthDay(month, day),
    };
    (form, end)
}
