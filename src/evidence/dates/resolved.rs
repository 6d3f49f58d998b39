//! The day of a date that does not say all of it: by the date of its own report, or of another one of the story, which is named.

use jiff::Span;
use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::super::links::{Answers, BlockAt};
use super::{DateForm, DateMention, Tense};
use crate::article::Article;

/// How many days before its report a month and a day lie at the most, if no year is said; and how many behind it.
const PAST: i32 = 300;
const COMING: i32 = 60;

/// The dates of a story's reports may lie so many days apart if an undated one borrows the year of one of them.
const APART: i32 = 90;

/// How often days are handed on from block to block.
const STEPS: usize = 3;

/// Finds the day of each date of a story, as far as a rule is sure. Cost: linear in the dates and in what answers them.
pub(in crate::evidence) fn resolve(articles: &[Article], dates: &mut [DateMention], answers: &Answers) {
    let own: Vec<Option<Date>> = articles.iter().map(stated).collect();
    let lender = lender(dates, &own);
    for mention in dates.iter_mut() {
        let article = mention.place.article;
        match (mention.form, own[article]) {
            (DateForm::Day(date), _) => mention.value = Some(date),
            (DateForm::Vague, _) => {}
            (DateForm::Period(form), date) => {
                mention.period = form.period(date);
                mention.anchor = mention.period.filter(|_| form.is_relative()).map(|_| (article, None));
            }
            (form, Some(date)) => {
                mention.value = day_of(form, date);
                mention.anchor = mention.value.map(|_| (article, None));
            }
            (form @ (DateForm::MonthDay(..) | DateForm::NearMonthDay(..)), None) => {
                let lent = lender.and_then(|lender| Some((lender, day_of(form, own[lender]?)?)));
                mention.value = lent.map(|(_, day)| day);
                mention.anchor = lent.map(|(lender, _)| (lender, None));
            }
            _ => {}
        }
    }
    let neighbours = answers.neighbours();
    for _ in 0..STEPS {
        if !borrow_from_blocks(dates, &own, &neighbours) {
            break;
        }
    }
}

/// Returns the day on which an article says that it was published.
fn stated(article: &Article) -> Option<Date> {
    article.date.as_deref()?.get(..10)?.parse().ok()
}

/// Returns the dated report that undated ones borrow the year of: the first one, if all of them are of about one time.
fn lender(dates: &[DateMention], own: &[Option<Date>]) -> Option<usize> {
    let chosen = |article: usize| dates.iter().any(|mention| mention.place.article == article);
    let dated =
        || own.iter().enumerate().filter(|(article, _)| chosen(*article)).filter_map(|(k, date)| Some((k, (*date)?)));
    let (first, last) = (dated().map(|(_, date)| date).min()?, dated().map(|(_, date)| date).max()?);
    (days(first, last)? <= APART).then(|| dated().next().map(|(article, _)| article)).flatten()
}

fn days(from: Date, to: Date) -> Option<i32> {
    from.until(to).ok().map(|span| span.get_days())
}

/// Returns the day that words say, if they are of a report of a day.
fn day_of(form: DateForm, report: Date) -> Option<Date> {
    match form {
        DateForm::Day(date) => Some(date),
        DateForm::MonthDay(month, day) => {
            let years = [report.year(), report.year() - 1, report.year() + 1];
            let dates = years.into_iter().filter_map(|year| Date::new(year, month, day).ok());
            dates.into_iter().find(|date| days(*date, report).is_some_and(|days| (-COMING..=PAST).contains(&days)))
        }
        // "The roof, which fell on 12 May, will be mended": of two years it may be of only a day near the report is sure.
        DateForm::NearMonthDay(month, day) => {
            let years = [report.year(), report.year() - 1, report.year() + 1];
            let mut dates = years.into_iter().filter_map(|year| Date::new(year, month, day).ok());
            dates.find(|date| days(report, *date).is_some_and(|days| (-COMING..=COMING).contains(&days)))
        }
        DateForm::MonthDayOf(month, day, years) => Date::new(report.year() + i16::from(years), month, day).ok(),
        // Without its month it is of that of the report, and past: of another one the month is said.
        DateForm::DayOfMonth(day) => Date::new(report.year(), report.month(), day).ok().filter(|date| *date <= report),
        DateForm::Weekday(day) => {
            let back = (i32::from(report.weekday().to_monday_one_offset()) - i32::from(day)).rem_euclid(7);
            report.checked_sub(Span::new().days(back)).ok()
        }
        DateForm::Relative(days) => report.checked_add(Span::new().days(days)).ok(),
        DateForm::Vague | DateForm::Period(_) | DateForm::OpenWeekday(..) => None,
    }
}

/// Gives a day of the week without one that of a block which answers its own and says a day that falls on it; tells whether any was
/// given.
fn borrow_from_blocks(
    dates: &mut [DateMention],
    own: &[Option<Date>],
    neighbours: &FxHashMap<BlockAt, Vec<BlockAt>>,
) -> bool {
    let mut of_block: FxHashMap<BlockAt, Vec<Date>> = FxHashMap::default();
    for mention in dates.iter() {
        of_block.entry((mention.place.article, mention.place.block)).or_default().extend(mention.value);
    }
    let mut lent: Vec<(usize, Date, BlockAt)> = Vec::new();
    for (k, mention) in dates.iter().enumerate() {
        let (DateForm::Weekday(day) | DateForm::OpenWeekday(day, _)) = mention.form else { continue };
        if mention.value.is_some() {
            continue;
        }
        let at = (mention.place.article, mention.place.block);
        let there = neighbours.get(&at).into_iter().flatten();
        let lent_days =
            there.flat_map(|other| of_block.get(other).into_iter().flatten().map(move |date| (*date, *other)));
        let report = own[mention.place.article];
        let is_near =
            |date: Date| report.and_then(|report| days(report, date)).is_none_or(|from| may_be(mention.form, from));
        let mut found = lent_days.filter(|(date, _)| date.weekday().to_monday_one_offset() == day && is_near(*date));
        // Two days that it may be are none.
        if let Some((date, there)) = found.next()
            && found.all(|(other, _)| other == date)
        {
            lent.push((k, date, there));
        }
    }
    for (k, date, (article, block)) in &lent {
        dates[*k].value = Some(*date);
        dates[*k].anchor = Some((*article, Some(*block)));
    }
    !lent.is_empty()
}

/// Tells whether a day of the week may be so many days from its report: of another week nobody speaks without saying so.
fn may_be(form: DateForm, days: i32) -> bool {
    match form {
        DateForm::OpenWeekday(_, Tense::Coming) => (0..=7).contains(&days),
        _ => (-7..=7).contains(&days),
    }
}

#[cfg(test)]
mod tests;
