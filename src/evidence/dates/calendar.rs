//! The names of months and of days of the week: of English, German, French and Spanish.

use super::super::tokens::{Token, has_word};

const MONTHS: [&str; 12] = [
    "january jan januar jänner janvier enero",
    "february feb februar février febrero",
    "march mar märz mars marzo",
    "april apr avril abril",
    "may mai mayo",
    "june jun juni juin junio",
    "july jul juli juillet julio",
    "august aug août agosto",
    "september sep sept septembre septiembre",
    "october oct oktober okt octobre octubre",
    "november nov novembre noviembre",
    "december dec dezember dez décembre diciembre",
];

const DAYS: [&str; 7] = [
    "monday mon montag lundi lunes",
    "tuesday tue tues dienstag mardi martes",
    "wednesday wed mittwoch mercredi miércoles",
    "thursday thu thurs donnerstag jeudi jueves",
    "friday fri freitag vendredi viernes",
    "saturday sat samstag sonnabend samedi sábado",
    "sunday sun sonntag dimanche domingo",
];

fn index_in(lists: &[&str], token: &Token<'_>, bare: &str) -> Option<i8> {
    let at = lists.iter().position(|list| has_word(list, bare))?;
    // English and German write them with a capital, and other words look like their short forms.
    (token.is_capital() || bare.chars().count() > 4).then(|| at as i8 + 1)
}

/// Returns the number of the month that a word names. Cost: constant.
pub(super) fn month(token: &Token<'_>) -> Option<i8> {
    let is_other = !token.is_capital() && matches!(token.bare(), "march" | "mars");
    index_in(&MONTHS, token, token.bare()).filter(|_| token.is_word && !is_other)
}

/// Tells whether a word names a month. Cost: constant.
pub(in crate::evidence) fn is_month(token: &Token<'_>) -> bool {
    month(token).is_some()
}

/// Returns the number of the day of the week that a word names, Monday being 1; also if there are several. Cost: constant.
pub(super) fn weekday(token: &Token<'_>) -> Option<i8> {
    let bare = token.bare();
    let one = bare.strip_suffix('s').filter(|one| one.ends_with("day")).unwrap_or(bare);
    let is_short = one.chars().count() <= 3;
    index_in(&DAYS, token, one).filter(|_| token.is_word && !is_short)
}
