//! The names of months and of days of the week: of English, German, French and Spanish.

use super::super::tokens::Token;
use super::super::tongue::Tongue;
use super::super::word_set::WordPlaces;

static MONTHS: WordPlaces = WordPlaces::new(&[
    "january jan januar jänner janvier enero",
    "february feb februar feber février fevrier febrero",
    "march mar märz mars marzo",
    "april apr avril abril",
    "may mai mayo",
    "june jun juni juin junio",
    "july jul juli juillet julio",
    "august aug août aout agosto",
    "september sep sept septembre septiembre setiembre",
    "october oct oktober okt octobre octubre",
    "november nov novembre noviembre",
    "december dec dezember dez décembre decembre diciembre",
]);

static DAYS: WordPlaces = WordPlaces::new(&[
    "monday montag lundi lunes",
    "tuesday dienstag mardi martes",
    "wednesday mittwoch mercredi miércoles miercoles",
    "thursday donnerstag jeudi jueves",
    "friday freitag vendredi viernes",
    "saturday samstag sonnabend samedi sábado sabado",
    "sunday sonntag dimanche domingo",
]);

/// Tells whether a language writes months and days with small letters.
fn is_small_there(tongue: Tongue<'_>) -> bool {
    matches!(tongue.code, "fr" | "es" | "it" | "pt" | "nl")
}

fn index_in(lists: &WordPlaces, token: &Token<'_>, bare: &str, tongue: Tongue<'_>) -> Option<i8> {
    let at = lists.place(bare).filter(|_| token.is_word)?;
    // English and German write them with a capital, and other words look like their short forms.
    let is_form = token.is_capital() || bare.chars().count() > 4 || is_small_there(tongue);
    i8::try_from(at + 1).ok().filter(|_| is_form)
}

/// Returns the number of the month that a word names. Cost: constant.
pub(super) fn month(token: &Token<'_>, tongue: Tongue<'_>) -> Option<i8> {
    let bare = token.bare();
    // "March" and "may" are verbs; "mars" is no month of English.
    let is_other = !token.is_capital() && (bare == "march" || bare == "mars" && tongue.code != "fr" || bare == "may")
        || bare == "mars" && matches!(tongue.code, "en" | "es");
    index_in(&MONTHS, token, bare, tongue).filter(|_| !is_other)
}

/// Returns the number of the day of the week that a word names, Monday being 1; also if there are several. Cost: constant.
pub(super) fn weekday(token: &Token<'_>, tongue: Tongue<'_>) -> Option<i8> {
    let bare = token.bare();
    let one = bare.strip_suffix('s').filter(|one| one.ends_with("day") || one.ends_with("di")).unwrap_or(bare);
    index_in(&DAYS, token, one, tongue)
}

/// Tells whether a word names several days of the week: on Mondays. Cost: constant.
pub(super) fn is_of_several(token: &Token<'_>) -> bool {
    let bare = &token.folded;
    // "Lunes" and "martes" are one.
    (bare.ends_with("days") || bare.ends_with("dis") || bare.ends_with("tags")) && !token.is_genitive()
}

fn number(tokens: &[Token<'_>], at: usize) -> Option<i16> {
    let text = tokens.get(at)?.text;
    let bare = ["st", "nd", "rd", "th", "er"].iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
    bare.parse().ok().filter(|number| *number > 0 && bare.len() <= 4)
}

/// Reads a day of a month. Cost: constant.
pub(super) fn day(tokens: &[Token<'_>], at: usize) -> Option<i8> {
    number(tokens, at).filter(|day| *day <= 31).and_then(|day| i8::try_from(day).ok())
}

/// Reads a year of four figures. Cost: constant.
pub(super) fn year(tokens: &[Token<'_>], at: usize) -> Option<i16> {
    number(tokens, at).filter(|year| (1500..2200).contains(year) && tokens[at].text.len() == 4)
}
