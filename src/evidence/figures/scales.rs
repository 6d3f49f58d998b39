//! Scales of numbers: words and letters behind figures, and words behind words.

use super::super::tokens::Token;
use super::super::tongue::Tongue;

/// Scales of several languages, and those that mean something else in one of them.
const SCALES: [(&str, f64); 37] = [
    ("hundred", 1e2),
    ("hundert", 1e2),
    ("cents", 1e2),
    ("thousand", 1e3),
    ("tausend", 1e3),
    ("tsd", 1e3),
    ("mille", 1e3),
    ("mil", 1e3),
    ("million", 1e6),
    ("millions", 1e6),
    ("millionen", 1e6),
    ("millón", 1e6),
    ("millones", 1e6),
    ("mio", 1e6),
    ("mill", 1e6),
    ("mn", 1e6),
    ("mln", 1e6),
    ("milliard", 1e9),
    ("milliards", 1e9),
    ("milliarde", 1e9),
    ("milliarden", 1e9),
    ("mrd", 1e9),
    ("md", 1e9),
    ("mds", 1e9),
    ("bn", 1e9),
    ("billion", 1e9),
    ("billions", 1e9),
    ("trillion", 1e12),
    ("trillions", 1e12),
    ("tn", 1e12),
    ("trn", 1e12),
    ("billionen", 1e12),
    ("billón", 1e12),
    ("billones", 1e12),
    ("crore", 1e7),
    ("lakh", 1e5),
    ("lakhs", 1e5),
];

/// Letters of scale that are something else without money: metres, kilometres, bytes.
const OF_MONEY: [(&str, f64); 4] = [("m", 1e6), ("k", 1e3), ("b", 1e9), ("t", 1e12)];

/// Returns the scale that a word is, in a language. Cost: constant.
pub(super) fn scale(token: &Token<'_>, tongue: Tongue<'_>) -> Option<f64> {
    of_word(&token.folded, tongue)
}

/// Returns the scale that a word is, in small letters. Cost: constant.
pub(super) fn of_word(word: &str, tongue: Tongue<'_>) -> Option<f64> {
    match (word, tongue.code) {
        // A billion is a million of millions there, and "cents" are none of a hundred elsewhere.
        ("billion", "de") | ("billion" | "billions", "fr") => Some(1e12),
        ("cent", "fr") => Some(1e2),
        ("cents", code) if code != "fr" => None,
        ("mil" | "mille", code) if !matches!(code, "es" | "pt" | "fr" | "it") => None,
        ("mill", code) if code != "es" => None,
        ("md" | "mds", code) if code != "fr" => None,
        (folded, _) => SCALES.iter().find(|(word, _)| folded == *word).map(|(_, scale)| *scale),
    }
}

/// Returns the scale of letters that are drawn to figures: `1.5bn`.
pub(super) fn of_letters(letters: &str, is_money: bool) -> Option<f64> {
    let sure = ["bn", "mn", "mln", "tn", "trn", "mrd", "mio"].contains(&letters);
    let of_money = || OF_MONEY.iter().find(|(word, _)| is_money && letters == *word).map(|(_, scale)| *scale);
    SCALES.iter().find(|(word, _)| sure && letters == *word).map(|(_, scale)| *scale).or_else(of_money)
}

/// Takes away what a fraction that has no end in binary adds when it is scaled: of 16.6 million 0.000000002. Cost: constant.
pub(super) fn plain(value: f64) -> f64 {
    const PARTS: f64 = 1e3;
    // From a million millions on nobody tells parts of one, and the thousandfold would not be whole.
    match value.abs() {
        small if small < PARTS => value,
        great if great >= 1e12 => value.round(),
        _ => (value * PARTS).round() / PARTS,
    }
}
