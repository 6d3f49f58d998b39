//! Numbers as they are written: figures, words, and both with a scale.
//!
//! ```text
//!     400,000     1.4 million     $15,000     1.5bn     12'000     twenty-two     a dozen     three
//!     1.200       in German a thousand and two hundred; in English it may be a fraction, and is no number
//! ```

use super::super::tokens::Token;
use super::super::tongue::Tongue;
use super::Exactness;
use super::parts::is_lettered;
use super::rounds::{and_a_half, are_dozens, drawn_fraction, half_behind};
use super::scales::{of_letters, plain, scale};
use super::words;

/// A number in a text: what it is worth, and how many tokens it has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Number {
    pub value: f64,
    pub tokens: usize,
    /// Whether it is written in figures.
    pub is_figures: bool,
    /// Whether a word or letters of scale are part of it: `million`, `bn`.
    pub has_scale: bool,
    /// How exact its word is: `une centaine` is about so many.
    pub exactness: Exactness,
    /// Whether all that belongs to it was understood; if not, its tokens say how much of nothing.
    pub is_sure: bool,
}

/// Words by which a number is only a part of something.
const FRACTIONS: &str = "third thirds quarter quarters fifth fifths sixth sixths eighth eighths tenth tenths half halves drittel viertel \
    fünftel zehntel achtel tiers quart quarts cinquième cinquièmes dixième dixièmes tercio tercios cuarto cuartos quintos décimas";

/// Tells whether a number begins at the first of some tokens, whatever it is worth. Cost: constant.
pub(crate) fn begins_number(tokens: &[Token<'_>]) -> bool {
    ["en", "de"].into_iter().any(|code| number(tokens, Tongue::known(code), false).is_some())
}

/// Reads the number that begins at the first of some tokens; of an amount of money a letter may be the scale. Cost: constant.
pub(crate) fn number(tokens: &[Token<'_>], tongue: Tongue<'_>, is_money: bool) -> Option<Number> {
    let first = tokens.first()?;
    let in_figures = spaced(tokens)
        .map(|(value, length)| (value, length, None))
        .or_else(|| figures(&first.folded, tongue).map(|(value, scale)| (value, 1, Some(scale))));
    let Some((mut value, mut length, read)) = in_figures else {
        let words::InWords { value, tokens: length, has_scale, exactness, is_sure } = words::number(tokens, tongue)?;
        let is_part = tokens.get(length).is_some_and(|next| next.is_among(FRACTIONS));
        return (!is_part).then_some(Number {
            value,
            tokens: length,
            is_figures: false,
            has_scale,
            exactness,
            is_sure,
        });
    };
    let written = length;
    let (form, letters) = read.unwrap_or((Form::Whole, ""));
    if let Some((halves, more)) = and_a_half(&tokens[length..]) {
        value += halves;
        length += more;
    }
    if let Some(fraction) = drawn_fraction(&tokens[length - 1], tokens.get(length)).filter(|_| letters.is_empty()) {
        value += fraction;
        length += 1;
    }
    let mut has_scale = !letters.is_empty();
    if has_scale {
        value *= of_letters(letters, is_money)?;
    } else if let Some(hyphen) = tokens.get(length).filter(|hyphen| hyphen.text == "-")
        // The 2-million-crown tender.
        && tokens[length - 1].end() == hyphen.start
        && let Some(scale) = tokens.get(length + 1).and_then(|token| scale(token, tongue))
    {
        value *= scale;
        length += 2;
        has_scale = true;
    }
    while let Some(token) = tokens.get(length) {
        let of_money = || of_letters(&token.folded, is_money);
        let Some(scale) = scale(token, tongue).or_else(of_money) else { break };
        value *= scale;
        length += 1;
        has_scale = true;
        if let Some((half, more)) = half_behind(&tokens[length..]).filter(|_| scale >= 1e6) {
            value += half * scale;
            length += more;
            break;
        }
        // 3,5 Mio. Euro: the stop is of the short form where money stands behind it.
        let is_short = tokens[length - 1].is_one_of(&["mio", "mrd", "tsd", "mill", "mn", "bn"])
            && tokens.get(length).is_some_and(|stop| stop.text == "." && stop.start == tokens[length - 1].end());
        let is_counted = || tokens.get(length + 1).is_some_and(|next| next.is_small() || next.is_among(MEASURES));
        if is_short && (super::money::behind(&tokens[length + 1..], true).is_some() || is_counted()) {
            length += 1;
        }
    }
    // 2 dozen; of figures that already have a scale nobody says so.
    if !has_scale && tokens.get(length).is_some_and(are_dozens) {
        value *= 12.0;
        length += 1;
    }
    let is_sure = match form {
        Form::Whole => true,
        // 1,200 Millionen: a fraction, since nobody has thousands of millions beside it.
        Form::Fraction => has_scale,
        // 3.500 millones: Spanish has no word for a thousand millions.
        Form::Thousands => !has_scale || tongue.thousands == Some(',') || tongue.code == "es",
        Form::Unclear => false,
    };
    let is_part = tokens.get(length).is_some_and(|next| next.is_among(FRACTIONS));
    // 3 million 200 thousand; 1 million two hundred thousand: a second part goes on.
    let more = if has_scale { other_part(&tokens[length..], tongue, value) } else { 0 };
    // English seldom parts thousands with spaces: "rooms 101 102 103" are three numbers, and only "25 000" is sure, since nothing is counted
    // from three noughts.
    let ends_in_noughts = tokens[written - 1].text == "000";
    let is_one = read.is_some() || ends_in_noughts || SPACED.contains(&tongue.code);
    let number = Number {
        value: plain(value),
        tokens: length + more,
        is_figures: true,
        has_scale,
        exactness: Exactness::Plain,
        is_sure: more == 0 && is_one,
    };
    (is_sure && !is_part).then_some(number)
}

/// Reads a number, and a letter behind it as its scale if it is money, by a sign before it or a currency behind it, or if those who are
/// counted behind it tell. Cost: constant.
pub(super) fn read(tokens: &[Token<'_>], at: usize, tongue: Tongue<'_>, is_signed: bool) -> Option<Number> {
    let tokens = tokens.get(at..)?;
    let as_money = || number(tokens, tongue, true);
    if is_signed {
        return as_money();
    }
    let is_scale = |number: &Number| {
        let behind = &tokens[number.tokens..];
        super::money::behind(behind, false).is_some() || is_lettered(&tokens[number.tokens - 1], behind.first())
    };
    as_money().filter(is_scale).or_else(|| number(tokens, tongue, false))
}

/// Counts the tokens of a number with a scale of its own that stands just behind one with a scale.
fn other_part(tokens: &[Token<'_>], tongue: Tongue<'_>, value: f64) -> usize {
    // "2 mil 500"; of "2 mil 500 millones" the second is the greater, and none of them is a number of its own either.
    let is_group = |second: &Number| second.is_figures && second.value < value.min(1000.0) && tokens[0].text.len() == 3;
    let second = number(tokens, tongue, false);
    second.filter(|second| second.has_scale || is_group(second)).map_or(0, |second| second.tokens)
}

/// What is counted behind a short form with a full stop, where a capital might begin a sentence.
const MEASURES: &str =
    "kronen franken dollar pfund rubel tonnen liter kubikmeter quadratmeter hektar kilometer kilowattstunden";

/// Languages that part thousands with spaces.
const SPACED: [&str; 23] = [
    "fr", "de", "es", "it", "pt", "sv", "nb", "nn", "no", "da", "fi", "et", "lv", "lt", "pl", "cs", "sk", "hu", "sl",
    "bg", "ru", "uk", "be",
];

/// The narrow space that parts thousands in French.
const NARROW: char = '\u{202F}';

/// How sure figures are read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// In one way, whatever the language.
    Whole,
    /// With thousands, as the language parts them.
    Thousands,
    /// With a fraction of three figures: the other mark of the language, which a writer may have used the other way.
    Fraction,
    /// In two ways.
    Unclear,
}

/// Reads figures whose thousands spaces part: `25 000`, `1 200 000`.
fn spaced(tokens: &[Token<'_>]) -> Option<(f64, usize)> {
    let are_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let are_figures = |token: &Token<'_>| are_digits(token.text);
    let first = tokens.first().filter(|first| (1..=3).contains(&first.text.len()) && are_figures(first))?;
    if first.text.starts_with('0') {
        return None;
    }
    let mut has_fraction = false;
    let rest = tokens[1..].iter().scan(first.end(), |end, token| {
        // 1 200,50: a fraction ends it.
        let (whole, fraction) = token.text.split_once([',', '.']).unwrap_or((token.text, "0"));
        // A space of any kind has at most three bytes.
        let is_next = whole.len() == 3
            && are_digits(whole)
            && are_digits(fraction)
            && !fraction.is_empty()
            && !has_fraction
            && (1..=3).contains(&(token.start - *end));
        has_fraction |= whole.len() < token.text.len();
        *end = token.end();
        is_next.then_some(token.text)
    });
    let rest: Vec<&str> = rest.collect();
    let value = [first.text].into_iter().chain(rest.iter().copied()).collect::<String>().replace(',', ".");
    if rest.is_empty() { None } else { Some((value.parse().ok()?, rest.len() + 1)) }
}

/// Reads figures with the letters drawn to them: marks and apostrophes part thousands where three figures follow each, else the last of
/// them is the mark of a fraction.
fn figures<'t>(text: &'t str, tongue: Tongue<'_>) -> Option<(f64, (Form, &'t str))> {
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let end =
        text.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.' | '\'' | NARROW))).unwrap_or(text.len());
    let (number, letters) = text.split_at(end);
    if !letters.chars().all(|c| c.is_ascii_lowercase()) {
        return None;
    }
    let parts: Vec<&str> = number.split([',', '.', '\'', NARROW]).collect();
    if parts.iter().any(|part| part.is_empty()) {
        return None;
    }
    let marks: Vec<char> = number.chars().filter(|c| !c.is_ascii_digit()).collect();
    let is_of_thousands = |parts: &[&str]| {
        (1..=3).contains(&parts[0].len()) && parts[0] != "0" && parts[1..].iter().all(|part| part.len() == 3)
    };
    let value = |whole: &[&str], rest: &str| format!("{}.{rest}0", whole.concat()).parse().ok();
    let (value, form) = match (parts.as_slice(), marks.as_slice()) {
        ([whole], _) => (value(&[whole], "")?, Form::Whole),
        // 12'000, as the Swiss write it; 1 200, where the space is one that makes a word of both.
        (parts, marks) if marks.iter().all(|mark| matches!(mark, '\'' | &NARROW) && *mark == marks[0]) => {
            (is_of_thousands(parts).then(|| value(parts, ""))??, Form::Whole)
        }
        ([_, _], [mark]) if is_of_thousands(&parts) => match tongue.thousands {
            Some(thousands) if thousands == *mark => (value(&parts, "")?, Form::Thousands),
            Some(_) => (value(&parts[..1], parts[1])?, Form::Fraction),
            None => (0.0, Form::Unclear),
        },
        ([whole, rest], ['.' | ',']) => (value(&[whole], rest)?, Form::Whole),
        (parts, [first, .., last]) if first == last => {
            let is_indian = *first == ','
                && parts[0].len() <= 2
                && parts[parts.len() - 1].len() == 3
                && parts[1..parts.len() - 1].iter().all(|part| part.len() == 2);
            let is_one = marks.iter().all(|mark| mark == first) && (is_of_thousands(parts) || is_indian);
            (is_one.then(|| value(parts, ""))??, Form::Whole)
        }
        ([whole @ .., rest], [thousands @ .., last]) => {
            let is_one = matches!(last, '.' | ',')
                && thousands.iter().all(|mark| mark == &thousands[0])
                && is_of_thousands(whole);
            (is_one.then(|| value(whole, rest))??, Form::Whole)
        }
        _ => return None,
    };
    Some((value, (form, letters)))
}

#[cfg(test)]
mod tests;
