//! Years, months and seasons in words, in four languages.
//!
//! ```text
//!     in 2017 · seit 2017 · im Jahr 2017 · en 2017 · desde 2017
//!     last year · letztes Jahr · l’an dernier · el año pasado        this, next
//!     June of last year · juin dernier · Juni 2024 · junio de 2024   last October
//!     the autumn of 2027 · im Herbst 2027 · à l’automne 2027 · otoño de 2027
//!     next spring · last week · in the last year                     of no year for sure
//! ```

use std::ops::Range;

use super::super::ends::{counts_behind, counts_german};
use super::super::tokens::Token;
use super::super::tongue::Tongue;
use super::super::word_set::WordSet;
use super::DateForm;
use super::calendar::{month, year};
use super::period::{Period, PeriodForm, Season};

/// Words before a year.
static BEFORE_YEAR: WordSet = WordSet::new(
    "in since until by of from before after between late early mid during year \
    seit bis ab vor nach von ende anfang mitte jahr jahre jahres sommer winter \
    en depuis dès avant après fin début année l'année d'ici jusqu'en \
    desde hasta de año finales principios",
);

/// Reads a year, a month or a season that begins at a token, and which tokens it has. Cost: constant.
pub(super) fn span(tokens: &[Token<'_>], at: usize, tongue: Tongue<'_>) -> Option<(DateForm, Range<usize>)> {
    let season = season(tokens, at);
    season
        .or_else(|| relative(tokens, at, tongue))
        .or_else(|| of_month(tokens, at, tongue))
        .or_else(|| of_year(tokens, at, tongue))
}

/// `in 2017`: the year alone, behind a word that goes before one; "of 2000 people" counts.
fn of_year(tokens: &[Token<'_>], at: usize, tongue: Tongue<'_>) -> Option<(DateForm, Range<usize>)> {
    let is_told = at > 0 && tokens[at - 1].is_among(&BEFORE_YEAR);
    let year = year(tokens, at).filter(|_| is_told)?;
    // From 2000 to 3000 boats.
    let upper = tokens.get(at + 1).is_some_and(|to| to.is_one_of(&["to", "and", "bis", "à", "a", "et", "y", "und"]));
    let is_counted =
        counts_behind(tokens, at + 1) || counts_german(tokens, at + 1) || upper && counts_behind(tokens, at + 3);
    // "Vor 2000 Jahren": every noun has a capital there.
    let is_counted = is_counted || tongue.code == "de" && tokens.get(at + 1).is_some_and(Token::is_capital);
    (!is_counted).then_some((DateForm::Period(PeriodForm::Known(Period::Year(year))), at..at + 1))
}

/// How many years from that of the report some words say, and how many tokens they have: `last year`, `l’année dernière`.
pub(super) fn years(tokens: &[Token<'_>], at: usize) -> Option<(i8, usize)> {
    const PHRASES: [(&[&str], i8); 34] = [
        (&["last", "year"], -1),
        (&["this", "year"], 0),
        (&["next", "year"], 1),
        (&["letztes", "jahr"], -1),
        (&["letzten", "jahr"], -1),
        (&["letzten", "jahres"], -1),
        (&["vergangenes", "jahr"], -1),
        (&["vergangenen", "jahr"], -1),
        (&["vergangenen", "jahres"], -1),
        (&["voriges", "jahr"], -1),
        (&["vorigen", "jahr"], -1),
        (&["vorigen", "jahres"], -1),
        (&["dieses", "jahr"], 0),
        (&["diesem", "jahr"], 0),
        (&["dieses", "jahres"], 0),
        (&["nächstes", "jahr"], 1),
        (&["nächsten", "jahr"], 1),
        (&["nächsten", "jahres"], 1),
        (&["kommendes", "jahr"], 1),
        (&["kommenden", "jahr"], 1),
        (&["l'an", "dernier"], -1),
        (&["l'an", "passé"], -1),
        (&["l'année", "dernière"], -1),
        (&["l'année", "passée"], -1),
        (&["cette", "année"], 0),
        (&["l'an", "prochain"], 1),
        (&["l'année", "prochaine"], 1),
        (&["año", "pasado"], -1),
        (&["este", "año"], 0),
        (&["presente", "año"], 0),
        (&["próximo", "año"], 1),
        (&["año", "próximo"], 1),
        (&["año", "que", "viene"], 1),
        (&["année", "dernière"], -1),
    ];
    said(&PHRASES, tokens, at)
}

/// The same of months.
fn months(tokens: &[Token<'_>], at: usize) -> Option<(i8, usize)> {
    const PHRASES: [(&[&str], i8); 14] = [
        (&["last", "month"], -1),
        (&["this", "month"], 0),
        (&["next", "month"], 1),
        (&["vergangenen", "monat"], -1),
        (&["letzten", "monat"], -1),
        (&["diesem", "monat"], 0),
        (&["nächsten", "monat"], 1),
        (&["kommenden", "monat"], 1),
        (&["mois", "dernier"], -1),
        (&["mois", "prochain"], 1),
        (&["mes", "pasado"], -1),
        (&["este", "mes"], 0),
        (&["próximo", "mes"], 1),
        (&["mes", "próximo"], 1),
    ];
    said(&PHRASES, tokens, at)
}

fn said(phrases: &[(&[&str], i8)], tokens: &[Token<'_>], at: usize) -> Option<(i8, usize)> {
    // Last year's vote.
    let bare = |token: &Token<'_>, word: &str| token.is_word && (token.is(word) || token.bare() == word);
    let stands = |words: &[&str]| {
        let own = tokens.get(at..at + words.len());
        own.is_some_and(|own| own.iter().zip(words).all(|(token, word)| bare(token, word)))
    };
    phrases.iter().find(|(words, _)| stands(words)).map(|(words, count)| (*count, words.len()))
}

/// `last year`, `this month`, `next spring`: "the last year" is the time up to now.
fn relative(tokens: &[Token<'_>], at: usize, tongue: Tongue<'_>) -> Option<(DateForm, Range<usize>)> {
    let is_up_to_now = at > 0 && tongue.code == "en" && tokens[at - 1].is_one_of(&["the", "these", "those"]);
    let form = |form: PeriodForm| if is_up_to_now { DateForm::Vague } else { DateForm::Period(form) };
    if let Some((count, length)) = years(tokens, at) {
        return Some((form(PeriodForm::Years(count)), at..at + length));
    }
    if let Some((count, length)) = months(tokens, at) {
        return Some((form(PeriodForm::Months(count)), at..at + length));
    }
    let next = tokens.get(at + 1)?;
    if tokens[at].is_one_of(&["last", "next", "this"]) {
        let is_span = ["week", "spring", "summer", "autumn", "fall", "winter"].contains(&next.bare());
        if is_span {
            return Some((DateForm::Vague, at..at + 2));
        }
        let month = month(next, tongue).filter(|_| next.is_capital() && tongue.code == "en")?;
        // "Last June 5" has a day, and people have the names of months.
        let is_other = tokens.get(at + 2).is_some_and(|next| next.is_figure() || next.is_capital());
        let last =
            if tokens[at].is("last") && !is_up_to_now { form(PeriodForm::LastMonth(month)) } else { DateForm::Vague };
        return (!is_other).then_some((last, at..at + 2));
    }
    None
}

/// The tokens behind a word that only joins: `June of 2024`, `junio del año pasado`.
fn joined(tokens: &[Token<'_>], at: usize) -> usize {
    let joins = |k: usize| tokens.get(k).is_some_and(|token| token.is_one_of(&["of", "de", "del", "des", "d'"]));
    if joins(at) { at + 1 } else { at }
}

/// `June 2024`, `June of last year`, `juin dernier`.
fn of_month(tokens: &[Token<'_>], at: usize, tongue: Tongue<'_>) -> Option<(DateForm, Range<usize>)> {
    let month = month(tokens.get(at)?, tongue)?;
    let next = if tokens.get(at + 1).is_some_and(|next| next.text == ".") { at + 2 } else { at + 1 };
    let from = joined(tokens, next);
    if let Some(year) = year(tokens, from) {
        return Some((DateForm::Period(PeriodForm::Known(Period::Month(year, month))), at..from + 1));
    }
    if let Some((count, length)) = years(tokens, from) {
        return Some((DateForm::Period(PeriodForm::MonthOf(month, count)), at..from + length));
    }
    let is_last = tokens.get(next).is_some_and(|last| last.is_one_of(&["dernier", "pasado"]));
    is_last.then_some((DateForm::Period(PeriodForm::LastMonth(month)), at..next + 1))
}

/// `autumn of 2027`; which year a winter is of nothing says.
fn season(tokens: &[Token<'_>], at: usize) -> Option<(DateForm, Range<usize>)> {
    let token = tokens.get(at).filter(|token| token.is_word)?;
    let season = match token.bare() {
        "spring" | "frühjahr" | "frühling" | "printemps" | "primavera" => Some(Season::Spring),
        "summer" | "sommer" | "été" | "l'été" | "verano" => Some(Season::Summer),
        "autumn" | "fall" | "herbst" | "automne" | "l'automne" | "otoño" => Some(Season::Autumn),
        "winter" | "hiver" | "l'hiver" | "invierno" => None,
        _ => return None,
    };
    let from = joined(tokens, at + 1);
    let year = year(tokens, from)?;
    let form =
        season.map_or(DateForm::Vague, |season| DateForm::Period(PeriodForm::Known(Period::Season(year, season))));
    Some((form, at..from + 1))
}
