//! Figures: how much of what, in the outlets' own words.
//!
//! ```text
//!     worth about 41 million crowns     41,000,000 · crowns · about
//!     some 400,000 passengers a year    400,000 · passengers · about
//!     63 per cent                       63 · %
//!     $15,000                           15,000 · $
//!     20 to 30 boats                    20 to 30 · boats
//!     on 4 March, in 2017, at 6:01      none: dates and times
//! ```

mod numbers;

use std::ops::Range;

use super::Place;
use super::dates::is_month;
use super::tokens::Token;
use super::told::told_tokens;
use crate::article::Article;
use crate::unicode::scripts::is_spaceless;
use crate::words;

pub(super) use numbers::number;

/// Holds a figure of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Where it stands, with what is counted.
    pub place: Place,
    /// What it is worth; of a range the lower end.
    pub value: f64,
    /// The upper end of a range.
    pub upper: Option<f64>,
    /// What is counted, as it stands: `crowns`, `%`, `$`; empty if nothing says it.
    pub unit: String,
    /// The same without its form, by which figures are compared.
    pub(super) key: String,
    /// How exact it is said to be.
    pub exactness: Exactness,
    /// The words around it, without their form: by these two figures are told to be of one thing.
    pub(super) around: Vec<String>,
}

/// Says how exact a figure is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum Exactness {
    /// Nothing is said.
    Plain,
    /// About, some, nearly.
    About,
    /// At least, more than.
    AtLeast,
    /// At most, up to, fewer than.
    AtMost,
}

impl Exactness {
    /// Returns its name as scripts know it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::About => "about",
            Self::AtLeast => "at-least",
            Self::AtMost => "at-most",
        }
    }
}

const ABOUT: [&str; 11] =
    ["about", "around", "some", "roughly", "nearly", "almost", "approximately", "etwa", "rund", "environ", "unos"];
const AT_LEAST: [&[&str]; 6] =
    [&["at", "least"], &["more", "than"], &["over"], &["upward", "of"], &["upwards", "of"], &["above"]];
const AT_MOST: [&[&str]; 6] =
    [&["at", "most"], &["up", "to"], &["fewer", "than"], &["less", "than"], &["under"], &["as", "many", "as"]];

/// Words that end what is counted.
const ENDS: &str = "in on at by for from with about of to and or but that which who is are was were be been has have had will would can \
    could may might must should a an the this these those its his her their as than when while after before since until per each every \
    them us you whom told said says went came wide long old ago more less fewer years's";

/// How many words are looked through for what is counted, and how many around a figure tell what it is of.
const NEAR: usize = 4;
const AROUND: usize = 6;

/// Finds the figures of an article: of headlines, headings and paragraphs. Cost: linear in the text.
#[must_use]
pub fn figures(index: usize, article: &Article) -> Vec<Figure> {
    let mut found = Vec::new();
    for (block, tokens) in told_tokens(article) {
        let mut at = 0;
        while at < tokens.len() {
            match figure(&tokens, at, (index, block)) {
                Some((figure, end)) => {
                    found.push(figure);
                    at = end;
                }
                None => at += 1,
            }
        }
    }
    found
}

fn figure(tokens: &[Token<'_>], at: usize, (article, block): (usize, usize)) -> Option<(Figure, usize)> {
    let number = number(&tokens[at..])?;
    let mut end = at + number.tokens;
    if is_of_date(tokens, at, end, number.value) || is_of_clock(tokens, at, end) || is_in_spaceless(tokens, at, end) {
        return None;
    }
    let mut upper = None;
    let is_between = at.checked_sub(1).is_some_and(|k| tokens[k].is_one_of(&["between", "entre", "zwischen"]));
    if let Some(next) = tokens.get(end)
        && (next.is("to")
            || next.is_dash()
            || next.text == "-"
            || is_between && next.is_one_of(&["and", "y", "et", "und"]))
        && let Some(second) = number_of(tokens, end + 1)
        && second.value > number.value
    {
        upper = Some(second.value);
        end += 1 + second.tokens;
    }
    // 20 to 30 million: the scale is of both.
    let scale = upper.map_or(1.0, |upper: f64| if upper >= 1e6 && number.value < 1e3 { scale_of(upper) } else { 1.0 });
    let (start, sign) = match at.checked_sub(1).map(|k| tokens[k].text) {
        Some(sign @ ("$" | "£" | "€" | "¥" | "₹")) => (at - 1, Some(sign)),
        _ => (at, None),
    };
    let (unit, end) = match (sign, drawn_to(tokens, end)) {
        (Some(sign), _) => (sign.to_owned(), end),
        (None, Some(drawn)) => drawn,
        (None, None) => unit(tokens, end),
    };
    // A small number in words counts something, or is no figure.
    if unit.is_empty() && (!number.is_figures || number.value < 10.0) || is_ordinal(tokens, at) {
        return None;
    }
    let (exactness, start) = exactness(tokens, start);
    let range = tokens[start].start..tokens[end - 1].end();
    let figure = Figure {
        place: Place { article, block, range },
        value: number.value * scale,
        upper,
        key: words::stem(&unit),
        unit,
        exactness,
        around: around(tokens, start..end),
    };
    Some((figure, end))
}

fn number_of(tokens: &[Token<'_>], at: usize) -> Option<numbers::Number> {
    tokens.get(at..).and_then(number)
}

fn scale_of(upper: f64) -> f64 {
    [1e12, 1e9, 1e6].into_iter().find(|scale| upper >= *scale).unwrap_or(1.0)
}

/// Reads what a number is drawn to: `panel` of `16-panel`, `year-old` of `64-year-old`; and how many tokens it has.
fn drawn_to(tokens: &[Token<'_>], end: usize) -> Option<(String, usize)> {
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

/// Tells whether a number is a day, a year or a part of a date.
fn is_of_date(tokens: &[Token<'_>], at: usize, end: usize, value: f64) -> bool {
    let before = at.checked_sub(1).map(|k| &tokens[k]);
    let stop =
        before.filter(|before| matches!(before.text, "." | ",")).and_then(|_| at.checked_sub(2)).map(|k| &tokens[k]);
    let is_named = |token: Option<&Token<'_>>| token.is_some_and(|token| is_month(token));
    let is_near_month = is_named(before)
        || is_named(stop)
        || is_named(tokens.get(end))
        || is_named(tokens.get(end + 1)) && tokens[end].is("of");
    let is_year =
        (1500.0..2100.0).contains(&value) && value.fract() == 0.0 && tokens[at].text.len() == 4 && end == at + 1;
    let counts = || {
        let next = tokens.get(end).filter(|next| next.is_small() && !is_end(next));
        next.is_some_and(|next| next.folded.ends_with('s') || next.is("people"))
    };
    let is_day_and_year = stop.is_some_and(Token::is_figure) && is_year;
    value < 32.0 && is_near_month
        || is_year && (is_near_month || is_day_and_year || !counts())
        || tokens[at].text.contains('/')
}

fn is_of_clock(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    let is_colon = |k: Option<usize>| {
        k.and_then(|k| tokens.get(k)).is_some_and(|token| {
            token.text == ":" && token.end() == tokens.get(k.unwrap_or(0) + 1).map_or(0, |next| next.start)
        })
    };
    let is_hour = || {
        let parts = tokens[at].text.split_once('.');
        let is_time = parts.is_some_and(|(hour, minute)| hour.len() <= 2 && minute.len() == 2 && minute < "60");
        is_time && at > 0 && tokens[at - 1].is_one_of(&["at", "by", "from", "until", "till", "since", "um"])
    };
    tokens[at].text.contains(':')
        || is_hour()
        || is_colon(Some(end))
        || is_colon(at.checked_sub(1))
        || tokens.get(end).is_some_and(|next| next.is_one_of(&["a.m", "p.m", "am", "pm", "o'clock", "uhr"]))
}

/// Tells whether a number stands in writing without spaces, whose numbers and units are not read.
fn is_in_spaceless(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    let touches = |k: usize| k > 0 && tokens.get(k).is_some_and(|next| tokens[k - 1].end() == next.start);
    let is_so = |c: Option<char>| c.is_some_and(is_spaceless);
    touches(end) && is_so(tokens[end].text.chars().next())
        || touches(at) && is_so(tokens[at - 1].text.chars().next_back())
}

fn is_ordinal(tokens: &[Token<'_>], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|k| {
        tokens[k].is_one_of(&[
            "no", "number", "page", "chapter", "article", "section", "flight", "route", "gate", "room", "platform",
        ])
    })
}

fn is_end(token: &Token<'_>) -> bool {
    token.is_among(ENDS)
}

/// Returns what is counted behind a number, and where that ends.
fn unit(tokens: &[Token<'_>], end: usize) -> (String, usize) {
    let text = |k: usize| tokens.get(k).map_or("", |token| token.text);
    let folded = |k: usize| tokens.get(k).map_or("", |token| &*token.folded);
    match (folded(end), folded(end + 1)) {
        ("%" | "percent" | "prozent", _) => return ("%".to_owned(), end + 1),
        ("per" | "pour", "cent") | ("por", "ciento") => return ("%".to_owned(), end + 2),
        ("percentage", "points") => return ("percentage points".to_owned(), end + 2),
        ("€" | "$" | "£", _) => return (text(end).to_owned(), end + 1),
        _ => {}
    }
    let first = if folded(end) == "of" { end + 1 } else { end };
    let mut last = None;
    for (k, token) in tokens.iter().enumerate().skip(first).take(NEAR) {
        if !token.is_word || is_end(token) && k > first || is_end(token) || token.is_figure() {
            break;
        }
        last = Some(k);
        let is_plural = token.folded.ends_with('s') && !token.folded.ends_with("ss") && !token.is_genitive();
        if is_plural || token.is_one_of(&["people", "staff", "men", "women", "children", "yuan", "euro", "yen"]) {
            break;
        }
    }
    last.map_or((String::new(), end), |last| (tokens[last].text.to_owned(), last + 1))
}

/// Returns how exact a figure is said to be, and where that begins.
fn exactness(tokens: &[Token<'_>], start: usize) -> (Exactness, usize) {
    let ends_with = |words: &&[&str]| {
        start >= words.len()
            && words.iter().zip(&tokens[start - words.len()..start]).all(|(word, token)| token.is(word))
    };
    if let Some(words) = AT_LEAST.iter().find(|words| ends_with(words)) {
        return (Exactness::AtLeast, start - words.len());
    }
    if let Some(words) = AT_MOST.iter().find(|words| ends_with(words)) {
        return (Exactness::AtMost, start - words.len());
    }
    match start.checked_sub(1).filter(|k| tokens[*k].is_one_of(&ABOUT)) {
        Some(at) => (Exactness::About, at),
        None => (Exactness::Plain, start),
    }
}

/// Returns the longer words around a figure, without their form.
fn around(tokens: &[Token<'_>], figure: Range<usize>) -> Vec<String> {
    let before = &tokens[figure.start.saturating_sub(AROUND)..figure.start];
    let after = &tokens[figure.end.min(tokens.len())..(figure.end + AROUND).min(tokens.len())];
    let telling =
        before.iter().chain(after).filter(|token| token.is_word && token.text.chars().count() > 3 && !is_end(token));
    telling.map(|token| words::stem(&token.folded)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the figures of a paragraph, each as `text = value unit`.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let article =
            Article::read("a.txt", &format!("The board of the port met on the quay for all of the evening.\n\n{text}"));
        let drawn = |figure: &Figure| {
            let text = &article.blocks[figure.place.block].text[figure.place.range.clone()];
            let upper = figure.upper.map_or(String::new(), |upper| format!("-{upper}"));
            format!("{text} = {}{upper} {} {}", figure.value, figure.unit, figure.exactness.name())
        };
        let found = figures(0, &article);
        assert_eq!(found.iter().map(drawn).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn values_units_and_exactness() {
        check(
            "The contract, worth about 41 million crowns, went to a yard with 160 people.",
            &["about 41 million crowns = 41000000 crowns about", "160 people = 160 people plain"],
        );
        check(
            "It was 63 per cent, or at least $15,000, for three new ferries and a 64-year-old boat.",
            &[
                "63 per cent = 63 % plain",
                "at least $15,000 = 15000 $ at-least",
                "three new ferries = 3 ferries plain",
                "64-year-old = 64 year-old plain",
            ],
        );
        check(
            "They want 20 to 30 boats, up to 2.5 million tons, and more than 200 dock workers.",
            &[
                "20 to 30 boats = 20-30 boats plain",
                "up to 2.5 million tons = 2500000 tons at-most",
                "more than 200 dock workers = 200 workers at-least",
            ],
        );
    }

    #[test]
    fn dates_times_and_small_words_are_no_figures() {
        check("On 4 March 2026, at 6:01 p.m., one of them left; by July 14 or Oct. 8, 2019, and since 2017 none.", &[]);
        check("Article 9 and number 12 were read to the two, and four of them slept.", &[]);
    }
}
