//! How exact a figure is said to be, by the words before it and behind it.

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
];

/// Words behind a number: `20 or more`.
const BEHIND: [(&[&str], Exactness); 10] = [
    (&["or", "more"], Exactness::AtLeast),
    (&["or", "so"], Exactness::About),
    (&["or", "fewer"], Exactness::AtMost),
    (&["or", "less"], Exactness::AtMost),
    (&["oder", "mehr"], Exactness::AtLeast),
    (&["oder", "weniger"], Exactness::AtMost),
    (&["ou", "plus"], Exactness::AtLeast),
    (&["ou", "moins"], Exactness::AtMost),
    (&["o", "más"], Exactness::AtLeast),
    (&["o", "menos"], Exactness::AtMost),
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

/// Returns how exact a figure is said to be by what stands behind its number, and how many tokens that has. Cost: constant.
pub(super) fn behind(tokens: &[Token<'_>]) -> Option<(Exactness, usize)> {
    let stands =
        |words: &[&str]| tokens.len() >= words.len() && words.iter().zip(tokens).all(|(word, token)| token.is(word));
    BEHIND.iter().find(|(words, _)| stands(words)).map(|(words, exactness)| (*exactness, words.len()))
}
