//! What a number counts: the noun behind it, if that is sure.
//!
//! ```text
//!     1,200 new jobs        jobs               1.200 neue Stellen     Stellen
//!     63 per cent           %                  300 nouveaux emplois   emplois
//!     a 16-metre boat       metre              20 signed the letter   nothing that is told
//!     two of the members    members, a part of them
//! ```

use super::super::ends::is_end;
use super::super::tokens::{Token, has_word};
use super::super::tongue::Tongue;
use super::super::word_set::WordSet;
use super::numbers::number;

/// Nouns that count many without an ending that shows it.
static MANY: WordSet = WordSet::new(
    "people staff men women children yuan euro yen police aircraft personnel crew sheep fish cattle deer feet tonnes kilo \
    personas gente ans km kg m cm mm g t ha mph kmh mw gw kw mwh gwh kwh gb tb mb ft lb lbs oz °c °f menschen personen",
);

/// Adjectives that stand before a noun and look like its plural.
static BEFORE: WordSet = WordSet::new(
    "nouveaux nouvelles autres grands grandes petits petites premiers premières principaux jeunes vieux anciens anciennes \
    derniers dernières nuevos nuevas otros otras grandes pequeños primeros primeras principales jóvenes antiguos últimos últimas various \
    previous serious numerous dangerous famous religious us",
);

/// How many words are looked through.
const NEAR: usize = 4;

/// What is counted, and the token behind it.
pub(super) type Counted = (String, usize);

/// Returns what is counted behind a number; nothing where no rule is sure, with the place that was given. Cost: constant.
pub(super) fn counted(tokens: &[Token<'_>], end: usize, tongue: Tongue<'_>) -> Counted {
    if let Some(found) = share(tokens, end) {
        return found;
    }
    let nothing = (String::new(), end);
    let folded = |k: usize| tokens.get(k).map_or("", |token| &*token.folded);
    let first = if matches!(folded(end), "of" | "de") { end + 1 } else { end };
    // The first words of a phrase are looked through; a figure or a mark ends it.
    let goes_on = |token: &Token<'_>| token.is_word && !is_end(token) && !token.is_figure();
    let phrase = tokens.iter().enumerate().skip(first).take(NEAR).take_while(|(_, token)| goes_on(token));
    for (k, token) in phrase {
        let bare = token.folded.strip_prefix("d'").unwrap_or(&token.folded);
        let is_noun = match tongue.code {
            // Every noun has a capital there.
            "de" => token.is_capital(),
            "fr" => bare.chars().count() > 3 && bare.ends_with(['s', 'x']),
            _ => is_plural(bare) && !token.is_genitive(),
        };
        if token.is_among(&MANY) || is_noun && !token.is_among(&BEFORE) {
            // Of a name in the genitive nothing is counted.
            let measure =
                k.checked_sub(1).map(|k| &tokens[k]).filter(|before| k > first && before.is_among(OF_MEASURES));
            let unit = || measure.map_or_else(|| token.text.to_owned(), |of| format!("{} {}", of.text, token.text));
            return if token.is_genitive() { nothing } else { (unit(), k + 1) };
        }
        // Adjectives go before a noun in English and German; elsewhere few do.
        if matches!(tongue.code, "fr" | "es") && !token.is_among(&BEFORE) {
            break;
        }
    }
    nothing
}

/// Words that are a part of a measure: five square kilometres are no five kilometres.
const OF_MEASURES: &str = "square cubic nautical";

/// Words that end as "firemen" does and are none of many.
const NO_MEN: &str = "specimen abdomen regimen acumen semen yemen stamen bitumen lumen examen volumen crimen régimen resumen \
    dictamen certamen gravamen";

fn is_plural(bare: &str) -> bool {
    bare.chars().count() > 4 && bare.ends_with("men") && !has_word(NO_MEN, bare)
        || bare.chars().count() > 2
            && bare.ends_with('s')
            && !["ss", "us", "is"].iter().any(|ending| bare.ends_with(ending))
}

/// Words before what some are a part of, by language.
const PARTS: [(&str, &[&str], &str); 5] = [
    ("en", &["of"], "the its his her their our my these those"),
    ("de", &["von"], "den ihren seinen diesen"),
    ("de", &[], "der ihrer seiner dieser"),
    ("fr", &[], "des"),
    ("es", &["de"], "los las sus estos estas"),
];

/// Returns what some are a part of, and the token behind what was read: `two of the thirteen members`, where a second figure is left to
/// be read. Cost: constant.
pub(super) fn part_of(tokens: &[Token<'_>], end: usize, tongue: Tongue<'_>) -> Option<Counted> {
    let begins = |(code, first, rest): &(&str, &[&str], &str)| {
        let stands = first.iter().enumerate().all(|(k, word)| tokens.get(end + k).is_some_and(|token| token.is(word)));
        let next = end + first.len();
        let is_part = *code == tongue.code && stands && tokens.get(next).is_some_and(|token| token.is_among(rest));
        is_part.then_some(next + 1)
    };
    let from = PARTS.iter().find_map(begins)?;
    let inner = number(tokens.get(from..)?, tongue, false).map_or(0, |number| number.tokens);
    let (unit, behind) = counted(tokens, from + inner, tongue);
    (!unit.is_empty()).then_some((unit, if inner > 0 { end } else { behind }))
}

/// Reads parts of a hundred.
fn share(tokens: &[Token<'_>], end: usize) -> Option<Counted> {
    let folded = |k: usize| tokens.get(k).map_or("", |token| &*token.folded);
    let points = |tokens: usize| Some(("percentage points".to_owned(), end + tokens));
    match (folded(end), folded(end + 1), folded(end + 2)) {
        ("percentage", "points" | "point", _) | ("puntos", "porcentuales", _) => points(2),
        ("points", "de", "pourcentage") => points(3),
        ("prozentpunkte" | "prozentpunkten", ..) => points(1),
        ("%" | "％" | "percent" | "prozent", ..) => Some(("%".to_owned(), end + 1)),
        ("per" | "pour", "cent", _) | ("por", "ciento" | "cien" | "cento", _) => Some(("%".to_owned(), end + 2)),
        _ => None,
    }
}

/// Reads what a number is drawn to: `panel` of `16-panel`, `year-old` of `64-year-old`. Cost: linear in its parts.
pub(super) fn drawn_to(tokens: &[Token<'_>], end: usize) -> Option<Counted> {
    let mut at = end;
    let mut words = Vec::new();
    while let [hyphen, word, ..] = tokens.get(at..)? {
        let is_drawn =
            hyphen.text == "-" && at > 0 && tokens[at - 1].end() == hyphen.start && hyphen.end() == word.start;
        if !is_drawn || !word.is_small() {
            break;
        }
        words.push(word.text);
        at += 2;
    }
    (!words.is_empty()).then(|| (words.join("-"), at))
}

/// Times in each of which there are so many, by what they are compared as.
const RATES: [(&[&str], &str); 8] = [
    (&["hour", "hourly", "stunde", "heure", "hora"], "an hour"),
    (&["minute", "minuto"], "a minute"),
    (&["day", "daily", "tag", "täglich", "jour", "día", "diarios"], "a day"),
    (&["week", "weekly", "woche", "semaine", "semana"], "a week"),
    (&["month", "monthly", "monat", "mois", "mes"], "a month"),
    (&["year", "annually", "jahr", "jährlich", "an", "ans", "année", "año"], "a year"),
    (&["head", "person", "capita", "kopf", "personne", "persona", "habitant", "habitante"], "a head"),
    (&["time", "trip", "crossing"], "a time"),
];

/// Reads in each of which time, or for each of what, there are so many of what is counted: `300 visitors a day`, `20 Boote pro Tag`, `3,000
/// crowns per family`, `2 crowns each`; these are held against no others. Cost: constant.
pub(super) fn rate(tokens: &[Token<'_>], end: usize) -> Option<String> {
    let each = tokens.get(end)?;
    let of =
        |token: &Token<'_>| RATES.iter().find(|(words, _)| token.is_one_of(words)).map(|(_, rate)| (*rate).to_owned());
    let is_drawn = each.is_one_of(&["daily", "weekly", "monthly", "annually", "täglich", "jährlich", "diarios"]);
    if is_drawn {
        return of(each);
    }
    let next = tokens.get(end + 1);
    // For each family.
    let is_for = each.is("for") && next.is_some_and(|next| next.is_one_of(&["each", "every"]));
    let next = if is_for { tokens.get(end + 2) } else { next };
    let known = next.filter(|_| is_for || each.is_among(EACH)).and_then(of);
    // Whatever it is, behind these nothing but one of it stands; "par la" and "por el" are "by the".
    let is_each = is_for || each.is_among(PER);
    let any = || {
        let next = next.filter(|next| is_each && next.is_word && !is_end(next) && !next.is_figure());
        let is_one = |next: &&Token<'_>| next.is_small() || each.is_one_of(&["pro", "je"]);
        next.filter(is_one).map(|next| format!("a {}", crate::words::stem(&next.folded)))
    };
    let apiece = || each.is_one_of(&["each", "apiece", "jeweils", "chacun", "chacune"]).then(|| "each".to_owned());
    known.or_else(any).or_else(apiece)
}

/// Words before one of many times or things, and those of them that stand before nothing else.
const EACH: &str = "a an per each every pro je par por al à la";
const PER: &str = "per pro je par por";

/// Reads whether there are so many more or fewer: `300 more than`, `20 Boote weniger`; neither is how many there are. Cost: constant.
pub(super) fn comparative(tokens: &[Token<'_>], end: usize) -> Option<&'static str> {
    let next = tokens.get(end)?;
    let is_more = next.is_among("more higher mehr plus más longer later older taller deeper");
    let is_fewer = next.is_among("fewer less lower weniger moins menos shorter earlier younger");
    (is_more || is_fewer).then_some(if is_more { "more" } else { "fewer" })
}
