//! Numbers that say how much of nothing: of dates, clocks, names, ages, scores, places in a row.
//!
//! ```text
//!     at 10:30 · um 10 Uhr · à 20 heures · at 6.01      Highway 61 · a Boeing 737 · Article 9 · No. 5
//!     Ada Quill, 45, said                               won 3–2
//! ```

use super::super::ends::{counts_behind, counts_german};
use super::super::grammar::{is_day, is_of_name};
use super::super::tokens::{Token, has_word};
use super::super::tongue::Tongue;
use super::super::word_set::WordSet;
use super::numbers::number;
use super::parts;

/// Words whose things have numbers.
static NUMBERED: WordSet = WordSet::new(
    "no nos number numbers page pages chapter article articles section flight route gate room platform highway road \
    boeing airbus apollo channel level phase group size line unit block floor ward district precinct type model class grade stage round \
    season episode volume version title act case protocol resolution paragraph formula area zone exit bus tram train track pier berth \
    terminal hall building lot item step interstate junction psalm verse \
    nummer nr artikel paragraf paragraph flug seite zimmer gleis linie platz absatz autobahn kapitel halle haus tor zug \
    numéro page vol chambre ligne porte quai chapitre article alinéa bâtiment train \
    número artículo página vuelo línea puerta habitación capítulo ruta sala autopista tren",
);

/// Words before an hour.
const AT: [&str; 12] = ["at", "by", "from", "until", "till", "since", "um", "ab", "gegen", "à", "vers", "las"];

/// Words behind an hour.
const CLOCK: [&str; 9] = ["a.m", "p.m", "am", "pm", "o'clock", "uhr", "h", "gmt", "utc"];

/// Tells whether the number in some tokens is a year, or a part of a date that is no more than that. Cost: constant.
pub(super) fn is_year(tokens: &[Token<'_>], at: usize, end: usize, value: f64) -> bool {
    let is_one =
        (1500.0..2100.0).contains(&value) && value.fract() == 0.0 && tokens[at].text.len() == 4 && end == at + 1;
    is_one && !counts_behind(tokens, end) && !is_german_count(tokens, at, value)
}

/// What no year stands before but by chance.
const MEASURES: &str = "euro kronen dollar franken pfund tonnen meter metern kilometer kilometern hektar liter litern quadratmeter \
    quadratmetern kubikmeter kubikmetern stunden minuten";

/// Tells whether German counts with a number of four figures: "es starben 2015 Menschen" may tell of a year, and "im Jahr 2000 Menschen" does.
fn is_german_count(tokens: &[Token<'_>], at: usize, value: f64) -> bool {
    let before = at.checked_sub(1).map(|k| &tokens[k]);
    let is_before = |words: &str| before.is_some_and(|before| before.is_among(words));
    let is_of_year = is_before("jahr jahre jahres seit sommer winter frühjahr herbst anfang mitte ende");
    let may_be_year = is_before("ab bis nach vor von") && (value == 1900.0 || value == 2000.0);
    let is_said =
        is_before("rund etwa fast knapp gut über circa ungefähr mindestens höchstens als die der den diese dieser");
    let is_round = value % 100.0 == 0.0;
    let is_measured = tokens.get(at + 1).is_some_and(|unit| unit.is_among(MEASURES));
    counts_german(tokens, at + 1) && !is_of_year && !may_be_year && (is_said || is_round || is_measured)
}

/// Tells whether it is a part of a time of day. Cost: constant.
pub(super) fn is_of_clock(tokens: &[Token<'_>], at: usize, end: usize, tongue: Tongue<'_>) -> bool {
    let touches = |k: usize| tokens.get(k + 1).is_some_and(|next| tokens[k].end() == next.start);
    let is_colon = |k: usize| tokens.get(k).is_some_and(|token| token.text == ":") && touches(k);
    let before = at.checked_sub(1).map(|k| &tokens[k]);
    let is_at = before.is_some_and(|before| before.is_one_of(&AT));
    let parts = tokens[at].text.split_once('.');
    let is_time = parts.is_some_and(|(hour, minute)| hour.len() <= 2 && minute.len() == 2 && minute < "60");
    let next = tokens.get(end);
    let is_hour = is_at && next.is_some_and(|next| next.is_one_of(&["heures", "horas", "heure"]));
    // "Las 10 de la mañana"; but "las 10 barcas" are ten.
    let is_spanish_hour = tongue.code == "es"
        && before.is_some_and(|before| before.is_one_of(&["las", "la"]))
        && next.is_none_or(|next| !next.is_word || next.is_one_of(&["de", "y", "en", "menos"]));
    // At 7, at twelve, half past ten.
    let is_bare = before.is_some_and(|before| before.is_one_of(&["at", "um", "gegen", "past", "halb"]))
        && (tokens[at].text.len() <= 2 || !tokens[at].is_figure())
        && next.is_none_or(|next| !next.is_word || next.is_one_of(&["past", "and", "or", "in", "on"]));
    // 22 h 30, 10 Uhr 30.
    let is_minutes = before.is_some_and(|before| before.is_one_of(&["h", "uhr", "heures"]))
        && at > 1
        && tokens[at - 2].is_figure()
        && tokens[at].text.len() == 2;
    is_time && is_at
        || is_minutes
        || is_hour
        || is_spanish_hour
        || is_bare
        || next.is_some_and(|next| next.is("past"))
        || is_colon(end)
        || at > 0 && is_colon(at - 1)
        || next.is_some_and(|next| next.is_one_of(&CLOCK))
}

/// Tells whether it only says of how many some are a part, or is the number of a day, a week or a year in a row: `one in three members`,
/// `nine out of ten`, `in der 25. Woche`. Cost: constant.
pub(super) fn is_of_share_or_row(
    tokens: &[Token<'_>],
    at: usize,
    (end, counts): (usize, bool),
    tongue: Tongue<'_>,
) -> bool {
    let folded = |k: usize| tokens.get(k).map_or("", |token| &*token.folded);
    let before = |k: usize| at.checked_sub(k).map_or("", folded);
    let is_share = match tongue.code {
        "en" => before(1) == "in" && matches!(before(2), "one" | "1") || before(1) == "of" && before(2) == "out",
        "fr" => before(1) == "sur" && matches!(before(2), "un" | "une"),
        "es" => before(1) == "cada" && before(2) == "de",
        _ => false,
    };
    // The full stop of a German number in a row looks like the end of a sentence.
    let is_row = tongue.code == "de"
        && !counts
        && folded(end) == "."
        && tokens[end - 1].end() == tokens[end].start
        && tokens.get(end + 1).is_some_and(|next| next.is_word);
    is_share || is_row
}

/// Tells whether it is one of the groups of figures of a telephone: figures stand before it or behind it without a mark. Cost: constant.
pub(super) fn is_of_groups(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    let is_group = |k: Option<usize>| k.and_then(|k| tokens.get(k)).is_some_and(Token::is_figure);
    is_group(at.checked_sub(1)) || is_group(Some(end))
}

/// Tells whether it is a place in a row, or a part of a name: behind a word whose things have numbers, or behind a name where nothing is
/// counted. Cost: constant.
pub(super) fn is_of_name_or_row(tokens: &[Token<'_>], at: usize, counts: bool) -> bool {
    let Some(mut k) = at.checked_sub(1) else { return false };
    if matches!(tokens[k].text, "." | "°" | "#") && k > 0 && tokens[k - 1].end() == tokens[k].start {
        k -= 1;
        if tokens[k].is_one_of(&["no", "nr", "n", "art", "sec", "abs"]) {
            return true;
        }
        return false;
    }
    let before = &tokens[k];
    if before.text == "#" || before.is_among(&NUMBERED) {
        return true;
    }
    // "In Ostrey 300 people": a name of a place goes before what is counted there.
    let is_name =
        is_of_name(before) && !is_day(before) && !before.is_among("about around some nearly almost only just another");
    is_name && !counts && tokens[at].is_figure()
}

/// What ages are counted in.
static OF_AGE: WordSet = WordSet::new("year years month months jahre jahren monate ans mois años año meses");

/// Who is so old: `une femme de 64 ans`, `un hombre de 30 años`.
static PERSONS: WordSet = WordSet::new(
    "femme femmes homme hommes fille filles garçon garçons enfant enfants adolescent adolescente mère père \
    mujer mujeres hombre hombres niño niña niños niñas joven jóvenes chico chica anciano anciana madre padre vecino vecina",
);

/// Tells whether it is an age: `Ada Quill, 45, said`, `64-year-old`, `37 Jahre alt`, `âgée de 64 ans`. Cost: constant.
pub(super) fn is_age(tokens: &[Token<'_>], at: usize, end: usize, (value, unit): (f64, &str)) -> bool {
    let folded = |k: usize| tokens.get(k).map_or("", |token| &*token.folded);
    let before = |k: usize| at.checked_sub(k).map_or("", folded);
    let drawn = unit.to_lowercase();
    // "Die 64-Jährige" has a capital, and is not drawn to its number as an adjective is.
    if drawn.ends_with("-old")
        || folded(end) == "-" && folded(end + 1).starts_with("jährig")
        || drawn.starts_with("jährig")
    {
        return true;
    }
    let is_of_age = has_word(&OF_AGE, &drawn);
    if is_of_age {
        let is_behind = matches!(
            (folded(end), folded(end + 1)),
            ("old" | "alt" | "alten" | "alte" | "d'âge", _) | ("of", "age") | ("de", "edad")
        );
        let is_before =
            matches!(before(1), "aged") || before(1) == "de" && matches!(before(2), "âgé" | "âgée" | "âgés" | "âgées");
        let is_person = before(1) == "de" && has_word(&PERSONS, before(2));
        let is_spanish = before(1) == "de" && before(2) == "," && matches!(folded(end), "," | "." | ")");
        if is_behind || is_before || is_person || is_spanish {
            return true;
        }
    } else if !unit.is_empty() {
        return false;
    }
    let is_mark = |k: Option<usize>, marks: &[&str]| {
        k.and_then(|k| tokens.get(k)).is_some_and(|token| marks.contains(&token.text))
    };
    // "Ada Quill, 45, said", "the skipper, 64, waited"; but of "12, 45, 80" nobody is so old.
    let is_behind_name = at > 1 && tokens[at - 2].is_word && !tokens[at - 2].is_figure();
    let is_apart = is_mark(at.checked_sub(1), &[",", "("]) && is_mark(Some(end), &[",", ".", ")", ";"]);
    let is_told = at > 0 && tokens[at - 1].is_one_of(&["aged", "age"]);
    value < 120.0 && (is_apart && is_behind_name || is_told)
}

/// Tells whether it is one of two numbers that a dash sets against each other, of which the second is not the greater: `3–2`. Cost:
/// constant.
pub(super) fn is_of_score(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    let is_dash = |k: usize| {
        let dash = tokens.get(k).filter(|dash| dash.text == "-" || dash.is_dash());
        dash.is_some_and(|dash| {
            k > 0
                && tokens[k - 1].end() == dash.start
                && tokens.get(k + 1).is_some_and(|next| dash.end() == next.start && next.is_figure())
                && tokens[k - 1].is_figure()
        })
    };
    is_dash(end) || at > 0 && is_dash(at - 1)
}

/// Words that multiply the number before them.
const MULTIPLIED: &str = "dozen dozens dutzend dutzende douzaine douzaines docena docenas score scores";

/// Words before them by which nobody knows how many there are.
const SEVERAL: &str = "several some many few mehrere einige viele plusieurs quelques varias unas muchas";

/// Tells whether a number is counted in dozens or scores, or is a dozen of which there are several.
pub(super) fn is_multiplied(tokens: &[Token<'_>], at: usize, (end, is_figures): (usize, bool)) -> bool {
    let before = at.checked_sub(1).map(|k| &tokens[k]);
    let is_several = before.is_some_and(|before| before.is_among(SEVERAL) || before.is_figure());
    // "Einige hundert Boote", "ein paar tausend", "varios miles".
    let is_of_many = !is_figures && before.is_some_and(|before| before.is_among(MANY_OF));
    tokens.get(end).is_some_and(|next| next.is_among(MULTIPLIED))
        || is_several && tokens[at].is_among(MULTIPLIED)
        || is_of_many
}

/// Words before a scale by which nobody knows how many of it there are.
const MANY_OF: &str = "several many few mehrere einige viele paar plusieurs quelques varias varios muchas muchos";

/// Tells whether a part of a scale goes on from a number before it: `two and three quarters of a million`. Cost: constant.
pub(super) fn goes_on(tokens: &[Token<'_>], start: usize, tongue: Tongue<'_>) -> bool {
    let joins = start.checked_sub(1).is_some_and(|k| tokens[k].is_among("and und et y"));
    let before = start.checked_sub(2).filter(|_| joins);
    parts::of_scale(&tokens[start..], tongue).is_some()
        && before.is_some_and(|k| number(&tokens[k..=k], tongue, false).is_some())
}

/// Tells whether figures are those behind a point that has none before it: `.5 per cent`. Cost: constant.
pub(super) fn is_behind_point(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(point) = at.checked_sub(1).map(|k| &tokens[k]) else { return false };
    let is_drawn = matches!(point.text, "." | ",") && point.end() == tokens[at].start && tokens[at].is_figure();
    is_drawn && (at == 1 || tokens[at - 2].end() < point.start)
}

/// Tells whether a half stands behind a number: deux millions et demi, dos millones y medio.
pub(super) fn has_half(behind: &[Token<'_>]) -> bool {
    matches!(behind, [and, half, ..] if and.is_among("et y e") && half.is_among("demi demie medio media"))
}
