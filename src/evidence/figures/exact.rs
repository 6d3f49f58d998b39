//! How exact a figure is said to be, by the words before it and behind it.

use super::super::ends::is_end;
use super::super::tokens::Token;
use super::super::tongue::Tongue;
use super::Exactness;

type Phrases = [&'static [&'static str]];

const ABOUT: &Phrases = &[
    &["about"],
    &["around"],
    &["some"],
    &["roughly"],
    &["nearly"],
    &["almost"],
    &["approximately"],
    &["close", "to"],
    &["an", "estimated"],
    &["estimated"],
    &["etwa"],
    &["rund"],
    &["circa"],
    &["ca", "."],
    &["ungefähr"],
    &["knapp"],
    &["fast"],
    &["environ"],
    &["près", "de"],
    &["quelque"],
    &["presque"],
    &["unos"],
    &["unas"],
    &["casi"],
    &["cerca", "de"],
    &["alrededor", "de"],
    &["aproximadamente"],
    &["gut"],
    &["annähernd"],
    &["nahezu"],
    &["beinahe"],
    &["schätzungsweise"],
    &["zirka"],
    &["approx"],
    &["approx", "."],
    &["autour", "de"],
    &["à", "peu", "près"],
    &["en", "torno", "a"],
    &["alrededor", "del"],
    &["cerca", "del"],
    &["près", "d'"],
    &["autour", "d'"],
];

const AT_LEAST: &Phrases = &[
    &["at", "least"],
    &["more", "than"],
    &["over"],
    &["upward", "of"],
    &["upwards", "of"],
    &["above"],
    &["no", "fewer", "than"],
    &["no", "less", "than"],
    &["not", "less", "than"],
    &["mindestens"],
    &["mehr", "als"],
    &["über"],
    &["wenigstens"],
    &["plus", "de"],
    &["plus", "d'"],
    &["au", "moins"],
    &["más", "de"],
    &["al", "menos"],
    &["por", "lo", "menos"],
    &["in", "excess", "of"],
    &["a", "minimum", "of"],
    &["nicht", "weniger", "als"],
    &["nicht", "unter"],
    &["minimal"],
    &["plus", "du"],
    &["pas", "moins", "de"],
    &["pas", "moins", "d'"],
    &["au", "minimum"],
    &["un", "minimum", "de"],
    &["más", "del"],
    &["no", "menos", "de"],
    &["no", "menos", "del"],
    &["como", "mínimo"],
    &["mínimo"],
];

const AT_MOST: &Phrases = &[
    &["at", "most"],
    &["up", "to"],
    &["fewer", "than"],
    &["less", "than"],
    &["under"],
    &["below"],
    &["as", "many", "as"],
    &["as", "much", "as"],
    &["no", "more", "than"],
    &["not", "more", "than"],
    &["höchstens"],
    &["bis", "zu"],
    &["weniger", "als"],
    &["unter"],
    &["moins", "de"],
    &["jusqu'à"],
    &["au", "plus"],
    &["menos", "de"],
    &["hasta"],
    &["como", "máximo"],
    &["a", "maximum", "of"],
    &["nicht", "mehr", "als"],
    &["nicht", "über"],
    &["maximal"],
    &["moins", "d'"],
    &["moins", "du"],
    &["pas", "plus", "de"],
    &["pas", "plus", "d'"],
    &["au", "maximum"],
    &["un", "maximum", "de"],
    &["menos", "del"],
    &["no", "más", "de"],
    &["no", "más", "del"],
    &["máximo"],
];

/// Words with which a bound begins that leaves out the number itself: `more than 30` is not 30.
pub(super) const STRICT: &str =
    "more over above upward upwards in fewer less under below mehr über weniger unter plus moins más menos";

/// Words behind a number or behind what it counts: `20 or more`, `20 boats at least`.
const BEHIND: [(&[&str], Exactness); 34] = [
    (&["or", "more"], Exactness::AtLeast),
    (&["and", "more"], Exactness::AtLeast),
    (&["or", "above"], Exactness::AtLeast),
    (&["and", "above"], Exactness::AtLeast),
    (&["or", "over"], Exactness::AtLeast),
    (&["at", "least"], Exactness::AtLeast),
    (&["at", "the", "least"], Exactness::AtLeast),
    (&["-", "plus"], Exactness::AtLeast),
    (&["+"], Exactness::AtLeast),
    (&["or", "so"], Exactness::About),
    (&["-", "odd"], Exactness::About),
    (&["or", "fewer"], Exactness::AtMost),
    (&["or", "less"], Exactness::AtMost),
    (&["at", "most"], Exactness::AtMost),
    (&["at", "the", "most"], Exactness::AtMost),
    (&["oder", "mehr"], Exactness::AtLeast),
    (&["und", "mehr"], Exactness::AtLeast),
    (&["oder", "weniger"], Exactness::AtMost),
    (&["ou", "plus"], Exactness::AtLeast),
    (&["et", "plus"], Exactness::AtLeast),
    (&["au", "moins"], Exactness::AtLeast),
    (&["au", "minimum"], Exactness::AtLeast),
    (&["ou", "moins"], Exactness::AtMost),
    (&["au", "plus"], Exactness::AtMost),
    (&["au", "maximum"], Exactness::AtMost),
    (&["environ"], Exactness::About),
    (&["o", "más"], Exactness::AtLeast),
    (&["y", "más"], Exactness::AtLeast),
    (&["como", "mínimo"], Exactness::AtLeast),
    (&["por", "lo", "menos"], Exactness::AtLeast),
    (&["o", "menos"], Exactness::AtMost),
    (&["como", "máximo"], Exactness::AtMost),
    (&["a", "lo", "sumo"], Exactness::AtMost),
    (&["aproximadamente"], Exactness::About),
];

/// Returns how exact a figure is said to be by what stands before it, and where that begins. Cost: constant.
pub(super) fn before(tokens: &[Token<'_>], start: usize) -> (Exactness, usize) {
    let length = |phrases: &Phrases| {
        let stands = |words: &&&[&str]| {
            start >= words.len()
                && words.iter().zip(&tokens[start - words.len()..start]).all(|(word, token)| token.is(word))
        };
        phrases.iter().filter(stands).map(|words| words.len()).max()
    };
    // "No fewer than" is longer than "fewer than", and the longest says it.
    let found = [(Exactness::AtLeast, AT_LEAST), (Exactness::AtMost, AT_MOST), (Exactness::About, ABOUT)];
    let found = found.into_iter().filter_map(|(exactness, phrases)| Some((length(phrases)?, exactness)));
    match found.max_by_key(|(length, _)| *length) {
        Some((length, exactness)) => (exactness, start - length),
        None => (Exactness::Plain, start),
    }
}

/// Tells whether a number is below nought by what stands before it: `minus 12 degrees`, `−12 °C`. Cost: constant.
pub(super) fn is_minus(tokens: &[Token<'_>], start: usize, tongue: Tongue<'_>) -> bool {
    let Some(before) = start.checked_sub(1).map(|k| &tokens[k]) else { return false };
    let is_sign = before.text == "−" && before.end() == tokens[start].start;
    is_sign || matches!(tongue.code, "en" | "de") && before.is("minus") && tokens[start].is_figure()
}

/// Returns how exact a figure is said to be by what stands behind its number, or behind what it counts, and how many tokens that has. What
/// goes on to another thing says nothing of it: "20 boats and more nets", "20 boats, at least 30 sheds". Cost: constant.
pub(super) fn behind(tokens: &[Token<'_>]) -> Option<(Exactness, usize)> {
    let stands =
        |words: &[&str]| tokens.len() >= words.len() && words.iter().zip(tokens).all(|(word, token)| token.is(word));
    let (words, exactness) = BEHIND.iter().find(|(words, _)| stands(words))?;
    let next = tokens.get(words.len());
    let is_apart = next.is_none_or(|next| !next.is_word || is_end(next) && !begins_noun(next));
    let is_sure = match words {
        // 20 or more; 20-odd boats, 20+ boats: drawn to the number.
        ["or" | "oder" | "ou" | "o" | "-", _] => true,
        ["+"] => next.is_none_or(|next| !next.is_figure()),
        _ => is_apart,
    };
    is_sure.then_some((*exactness, words.len()))
}

/// Words behind which a noun stands that something else is said of: "at least the boats".
fn begins_noun(token: &Token<'_>) -> bool {
    token.is_one_of(&["a", "an", "the", "ein", "eine", "le", "la", "les", "un", "une", "el", "los", "las", "una"])
}

/// How many tokens a bracket has at the most that tells the same in another way.
const BRACKET: usize = 8;

/// Returns how exact a figure is said to be behind a bracket: `100,000 yuan (about $15,000) and more`. Cost: constant.
pub(super) fn behind_brackets(tokens: &[Token<'_>]) -> Option<Exactness> {
    let first = tokens.first().filter(|first| matches!(first.text, "(" | "（"))?;
    let shut = if first.text == "(" { ")" } else { "）" };
    let inner = tokens.iter().take(BRACKET).position(|token| token.text == shut)?;
    let has_figure = tokens[..inner].iter().any(Token::is_figure);
    behind(&tokens[inner + 1..]).filter(|_| has_figure).map(|(exactness, _)| exactness)
}
