//! Ranges: two numbers of which the second is the upper end of the first, and pairs of numbers that are none.
//!
//! ```text
//!     20 to 30 boats · between 40 and 60 · $2 million to $3 million · 20–30      a range
//!     rose from 20 to 30 · one or two boats                                      none
//! ```

use super::super::tokens::Token;
use super::super::tongue::Tongue;
use super::money;
use super::numbers::{begins_number, read};

/// Words of change, behind which "from" is not the beginning of a range.
const CHANGES: &str = "rose rise rises risen rising fell fall falls fallen falling grew grow grows grown growing climbed climb climbs dropped \
    drop drops increased increase increases decreased decrease decreases went go goes jumped jump jumps raised raise raises cut cuts up down \
    stieg steigt gestiegen sank sinkt gesunken wuchs wächst passé passée passe passer subió sube bajó baja pasó pasa aumentó";

/// Tells whether a figure is what something rose or fell from.
pub(super) fn is_change(tokens: &[Token<'_>], start: usize) -> bool {
    let before = |k: usize| start.checked_sub(k).map(|k| &tokens[k]);
    before(1).is_some_and(|from| from.is_one_of(&["from", "von", "de", "desde"]))
        && before(2).is_some_and(|verb| verb.is_among(CHANGES))
}

/// How many words may say behind each end of a range what is counted: `5 per cent to 10 per cent`.
const REPEATED: usize = 3;

/// Tells whether a figure is one of two of which either is meant, or an end of a range, where the other end was not read with it:
/// `one or two boats`, `6 or 5 boats`.
pub(super) fn is_of_two(tokens: &[Token<'_>], start: usize, end: usize) -> bool {
    let or = |k: usize| tokens.get(k).is_some_and(|or| or.is_one_of(&["or", "oder", "ou", "o"]));
    let is_number = |k: usize| {
        tokens.get(k).is_some_and(|token| {
            token.is_figure() || token.is_one_of(&["one", "ein", "eine", "un", "une", "uno", "una"])
        }) || tokens.get(k..).is_some_and(begins_number)
    };
    start >= 2 && or(start - 1) && is_number(start - 2) || or(end) && is_number(end + 1)
}

/// Words before both ends of a range.
const BETWEEN: [&str; 3] = ["between", "entre", "zwischen"];

/// Returns where a range begins with the word that makes one of two numbers, if it stands there: `between 40 and 60`. Cost: constant.
pub(super) fn with_word(tokens: &[Token<'_>], start: usize) -> usize {
    let before = start.checked_sub(1).filter(|k| tokens[*k].is_one_of(&BETWEEN));
    before.unwrap_or(start)
}

/// Reads the upper end of a range, and where that ends: `20 to 30`, `between 40 and 60`, `$2 million to $3 million`, `20–30`.
pub(super) fn upper(
    tokens: &[Token<'_>],
    at: usize,
    (end, value): (usize, f64),
    tongue: Tongue<'_>,
    sign: Option<money::Currency>,
) -> Option<(f64, usize)> {
    let start = sign.map_or(at, |sign| at - sign.tokens);
    let before = start.checked_sub(1).map(|k| &tokens[k]);
    let is_between = before.is_some_and(|before| before.is_one_of(&BETWEEN));
    let signs = sign.map_or(0, |sign| sign.tokens);
    (0..=REPEATED).find_map(|unit| {
        // 5-to-10 boats.
        let is_drawn = |k: usize| tokens.get(k).is_some_and(|hyphen| hyphen.text == "-");
        let first = end + unit;
        let drawn = is_drawn(first) && tokens.get(first + 1)?.is_one_of(&["to", "or", "bis"]) && is_drawn(first + 2);
        let first = if drawn { first + 1 } else { first };
        let next = tokens.get(first)?;
        let joins = next.is_one_of(&["to", "bis", "à", "or", "oder", "ou"])
            || next.is_one_of(&["a", "o"]) && tongue.code == "es"
            || next.is_dash()
            || next.text == "-"
            || is_between && next.is_one_of(&["and", "y", "et", "und"]);
        let from = first + 1 + usize::from(drawn);
        // $2 million to $3 million: one currency.
        let skipped = if signs > 0 && money::before(tokens, from + signs) == sign { signs } else { 0 };
        let second = read(tokens, from + skipped, tongue, signs > 0)
            .filter(|second| joins && second.is_sure && second.value > value)?;
        let behind = from + skipped + second.tokens;
        // "Rose 3 cents to 40 cents" is no range.
        if unit > 0 && before.is_some_and(|before| before.is_among(CHANGES) || before.is("by")) && next.is("to") {
            return None;
        }
        // What is counted is said of both in the same words.
        let is_repeated = tokens[end..end + unit]
            .iter()
            .all(|token| (token.is_word || token.text == "%") && !token.is_figure())
            && tokens.get(behind..behind + unit)?.iter().zip(&tokens[end..]).all(|(own, other)| own.is(&other.folded));
        is_repeated.then_some((second.value, behind))
    })
}

pub(super) fn scale_of(upper: f64) -> f64 {
    [1e12, 1e9, 1e6].into_iter().find(|scale| upper >= *scale).unwrap_or(1.0)
}

/// Tells whether a figure is what something was before it rose or fell: `down from 60`, `from 20 to 30`. Cost: constant.
pub(super) fn is_from(tokens: &[Token<'_>], start: usize) -> bool {
    is_change(tokens, start) || start > 0 && tokens[start - 1].is_one_of(&["from", "von", "desde"])
}
