//! Money: which currency an amount is in, however that is written.
//!
//! ```text
//!     $2 million · US$2m · 2 million dollars · 2 mn USD      one currency
//!     A$2m · HK$2m                                           others
//!     £1.5bn · €3 Mrd · 1,5 Millionen Euro · 2 millones de euros
//! ```
//!
//! Whose dollars a bare sign stands for the text does not say: it is one with those of the United States, and with no other that is named.

use super::super::tokens::Token;

/// The currency of an amount, and which tokens name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Currency {
    /// By what amounts are compared.
    pub key: &'static str,
    /// How many tokens name it.
    pub tokens: usize,
}

const DOLLAR: &str = "$";
const EURO: &str = "€";
const POUND: &str = "£";

/// What stands before the sign of dollars, and whose they are.
const DOLLARS: [(&str, &str); 12] = [
    ("us", DOLLAR),
    ("u.s", DOLLAR),
    ("a", "A$"),
    ("au", "A$"),
    ("c", "C$"),
    ("ca", "C$"),
    ("can", "C$"),
    ("hk", "HK$"),
    ("nz", "NZ$"),
    ("s", "S$"),
    ("nt", "NT$"),
    ("r", "R$"),
];

/// Codes, before or behind an amount.
const CODES: [(&str, &str); 20] = [
    ("USD", DOLLAR),
    ("EUR", EURO),
    ("GBP", POUND),
    ("CHF", "CHF"),
    ("JPY", "yen"),
    ("CNY", "yuan"),
    ("RMB", "yuan"),
    ("AUD", "A$"),
    ("CAD", "C$"),
    ("NZD", "NZ$"),
    ("HKD", "HK$"),
    ("SGD", "S$"),
    ("INR", "₹"),
    ("SEK", "SEK"),
    ("NOK", "NOK"),
    ("DKK", "DKK"),
    ("PLN", "PLN"),
    ("BRL", "R$"),
    ("MXN", "MXN"),
    ("KRW", "₩"),
];

/// Words behind an amount.
const WORDS: [(&[&str], &str); 28] = [
    (&["us", "dollars"], DOLLAR),
    (&["u.s", ".", "dollars"], DOLLAR),
    (&["american", "dollars"], DOLLAR),
    (&["australian", "dollars"], "A$"),
    (&["canadian", "dollars"], "C$"),
    (&["hong", "kong", "dollars"], "HK$"),
    (&["singapore", "dollars"], "S$"),
    (&["new", "zealand", "dollars"], "NZ$"),
    (&["dollars"], DOLLAR),
    (&["dollar"], DOLLAR),
    (&["us-dollar"], DOLLAR),
    (&["dólares"], DOLLAR),
    (&["euros"], EURO),
    (&["euro"], EURO),
    (&["pounds", "sterling"], POUND),
    (&["livres", "sterling"], POUND),
    (&["libras", "esterlinas"], POUND),
    (&["swiss", "francs"], "CHF"),
    (&["schweizer", "franken"], "CHF"),
    (&["francs", "suisses"], "CHF"),
    (&["francos", "suizos"], "CHF"),
    (&["yen"], "yen"),
    (&["yens"], "yen"),
    (&["yenes"], "yen"),
    (&["yuan"], "yuan"),
    (&["yuans"], "yuan"),
    (&["rupees"], "₹"),
    (&["renminbi"], "yuan"),
];

fn of_sign(sign: &str) -> Option<&'static str> {
    [DOLLAR, EURO, POUND, "¥", "₹", "₩", "₽", "₺", "₪"].into_iter().find(|own| *own == sign)
}

fn of_code(token: &Token<'_>) -> Option<&'static str> {
    CODES.iter().find(|(code, _)| token.text == *code).map(|(_, key)| *key)
}

/// Reads the currency that stands before a number, by the token of that. Cost: constant.
pub(super) fn before(tokens: &[Token<'_>], at: usize) -> Option<Currency> {
    let sign = tokens.get(at.checked_sub(1)?)?;
    if let Some(key) = of_code(sign) {
        return Some(Currency { key, tokens: 1 });
    }
    let key = of_sign(sign.text)?;
    let whose = at.checked_sub(2).map(|k| &tokens[k]).filter(|whose| whose.is_capital() && whose.end() == sign.start);
    match whose {
        Some(whose) if key == DOLLAR => {
            let key = DOLLARS.iter().find(|(own, _)| whose.is(own)).map(|(_, key)| *key)?;
            Some(Currency { key, tokens: 2 })
        }
        _ => Some(Currency { key, tokens: 1 }),
    }
}

/// Words behind an amount in dollars, and whose those are: `$5 million Canadian`.
const WHOSE: [(&[&str], &str); 12] = [
    (&["canadian"], "C$"),
    (&["cdn"], "C$"),
    (&["australian"], "A$"),
    (&["new", "zealand"], "NZ$"),
    (&["hong", "kong"], "HK$"),
    (&["singapore"], "S$"),
    (&["singaporean"], "S$"),
    (&["taiwanese"], "NT$"),
    (&["jamaican"], "J$"),
    (&["fijian"], "FJ$"),
    (&["namibian"], "N$"),
    (&["us"], DOLLAR),
];

/// Reads whose dollars an amount is in by the word behind it, in brackets or not; before a noun it says what else is of that country: "a
/// $5 million Canadian contract". Cost: constant.
pub(super) fn whose(tokens: &[Token<'_>]) -> Option<Currency> {
    let opens = usize::from(tokens.first()?.text == "(");
    let tokens = &tokens[opens..];
    let stands =
        |words: &[&str]| tokens.len() >= words.len() && words.iter().zip(tokens).all(|(word, token)| token.is(word));
    let (words, key) = WHOSE.iter().find(|(words, _)| stands(words))?;
    let is_apart = match tokens.get(words.len()) {
        Some(next) if opens > 0 => next.text == ")",
        next => next.is_none_or(|next| !next.is_word || super::super::ends::is_end(next)),
    };
    is_apart.then_some(Currency { key, tokens: words.len() + 2 * opens })
}

/// Reads the currency that stands behind a number; "pounds" is one only of great amounts, since weight has them too. Cost: constant.
pub(super) fn behind(tokens: &[Token<'_>], is_great: bool) -> Option<Currency> {
    let skipped = tokens.first().filter(|first| first.is_one_of(&["of", "de"])).map_or(0, |_| 1);
    let first = tokens.get(skipped)?;
    if let Some(key) = of_code(first).or_else(|| of_sign(first.text)) {
        return Some(Currency { key, tokens: skipped + 1 });
    }
    let bare = |token: &Token<'_>, word: &str| {
        token.is(word) || token.folded.strip_prefix("d'").is_some_and(|rest| rest == word)
    };
    let stands = |words: &[&str]| {
        tokens.len() >= skipped + words.len()
            && words.iter().zip(&tokens[skipped..]).all(|(word, token)| bare(token, word))
    };
    let found = WORDS.iter().find(|(words, _)| stands(words)).map(|(words, key)| (words.len(), *key));
    let pounds = || (is_great && first.is("pounds")).then_some((1, POUND));
    found.or_else(pounds).map(|(count, key)| Currency { key, tokens: skipped + count })
}

/// Reads the currency behind a number, or whose dollars a sign before it means. Cost: constant.
pub(super) fn of(tokens: &[Token<'_>], from: usize, sign: Option<Currency>, is_great: bool) -> Option<Currency> {
    let named = behind(&tokens[from..], is_great).map(|named| {
        let whose = whose(&tokens[from + named.tokens..]).filter(|_| named.key == "$");
        whose.map_or(named, |whose| Currency { key: whose.key, tokens: named.tokens + whose.tokens })
    });
    let of_sign = || sign.filter(|sign| sign.key == "$").and_then(|_| whose(&tokens[from..]));
    named.or_else(of_sign)
}
