//! Figures: how much of what, in the outlets' own words.
//!
//! ```text
//!     worth about 41 million crowns     41,000,000 · crowns · about
//!     some 400,000 passengers a year    400,000 · passengers · about
//!     63 per cent                       63 · %
//!     $15,000                           15,000 · $
//!     20 to 30 boats                    20 to 30 · boats
//!     on 4 March, in 2017, at 6:01      none: dates and times
//!     a 64-year-old, 64 years old       none: ages
//! ```

mod beside;
mod context;
mod counted;
mod exact;
mod instead;
mod money;
mod numbers;
mod opposites;
mod parts;
mod ranges;
mod rounds;
mod scales;
mod spaceless;
mod uncounted;
mod words;

use std::ops::Range;

use super::Place;
use super::dates::ReadBlock;
use super::tokens::Token;
use super::tongue::Tongue;
use crate::article::Article;
use crate::unicode::scripts::is_spaceless;

pub(super) use numbers::begins_number;

use beside::{around, next};
use context::{Context, Words};
use numbers::{number, read};
use ranges::{is_change, is_of_two, scale_of, upper};

/// Holds a figure of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Where it stands, with what is counted.
    pub place: Place,
    /// What it is worth, below nought where it says so; of a range the lower end.
    pub value: f64,
    /// The upper end of a range.
    pub upper: Option<f64>,
    /// What is counted, as it stands: `crowns`, `%`, `$`; empty if nothing says it.
    pub unit: String,
    /// The same without its form, by which figures are compared.
    pub(super) key: String,
    /// How exact it is said to be.
    pub exactness: Exactness,
    /// Whether a bound leaves out the number itself: "more than 30", and not "at least 30".
    pub(super) is_strict: bool,
    /// The words around it, without their form: by these two figures are told to be of one thing.
    pub(super) around: Vec<String>,
    /// The words next to it in its sentence.
    pub(super) next: Next,
    /// The words of its block.
    pub(super) context: Context,
}

/// The words next to a figure, without their form; neither those of times nor those that only join others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Next {
    /// The one before it: what was done to so many, or what is so much.
    pub before: Option<String>,
    /// The one behind it.
    pub behind: Option<String>,
    /// Whether a verb such as "were" stands at it, so that the word behind says what was done.
    pub is_subject: bool,
    /// Whether it stands in writing without spaces.
    pub is_spaceless: bool,
    /// Whether it is what something was before: "down from 60 per cent".
    pub is_from: bool,
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

/// Finds the figures of an article, in its language, by its blocks as they were read: of headlines, headings and paragraphs. Cost: linear in the text.
#[must_use]
pub(super) fn figures(index: usize, article: &Article, tongue: Tongue<'_>, blocks: &[ReadBlock<'_>]) -> Vec<Figure> {
    let mut found = Vec::new();
    for &ReadBlock { block, ref tokens, ref dates } in blocks {
        let first = found.len();
        let words = Words::of(tokens, tongue);
        let mut at = 0;
        while at < tokens.len() {
            if let Some((_, date)) =
                dates.get(dates.partition_point(|(_, date)| date.end <= at)).filter(|(_, date)| date.contains(&at))
            {
                at = date.end;
                continue;
            }
            let own = figure((tokens, &words), at, (index, block), tongue);
            // What a bare number counts may have been said before it.
            let is_told = own.as_ref().is_some_and(|(figure, _)| !figure.unit.is_empty() || figure.upper.is_some());
            let said_before = || instead::figure((tokens, &words), at, found[first..].last(), tongue);
            let own = if is_told { own } else { said_before().or(own) };
            match own {
                Some((figure, end)) => {
                    found.push(figure);
                    at = end.max(at + 1);
                }
                None => at += number(&tokens[at..], tongue, true).map_or(1, |number| number.tokens.max(1)),
            }
        }
        let text = &article.blocks[block];
        if text.text.contains(is_spaceless) {
            let own = spaceless::figures(&text.text, text.dateline);
            // What the rules for words have read in it already is no second figure.
            let read: Vec<Range<usize>> = found[first..].iter().map(|figure| figure.place.range.clone()).collect();
            let meets = |own: &Range<usize>| read.iter().any(|read| read.start < own.end && own.start < read.end);
            let own = own.into_iter().filter(|own| !meets(&own.range));
            let all = own.map(|own| of_spaceless(own, &text.text, (tokens, &words), (index, block)));
            found.extend(all);
            found[first..].sort_by_key(|figure| figure.place.range.start);
        }
    }
    found
}

/// How many characters behind a figure tell what is said of it where words have no spaces.
const NEXT: usize = 2;

/// Characters that only join a figure to what is said of it.
const PARTICLES: [char; 8] = ['が', 'は', 'を', 'も', 'に', 'で', 'の', 'と'];

fn of_spaceless(
    own: spaceless::SpacelessFigure,
    text: &str,
    (tokens, words): (&[Token<'_>], &Words),
    (article, block): (usize, usize),
) -> Figure {
    let behind = text[own.range.end..].trim_start_matches(PARTICLES);
    let start = tokens.partition_point(|token| token.end() <= own.range.start);
    let end = tokens.partition_point(|token| token.start < own.range.end);
    Figure {
        value: own.value,
        upper: own.upper,
        key: own.key.to_owned(),
        unit: own.unit.to_owned(),
        exactness: own.exactness,
        is_strict: spaceless::exact::is_strict(&text[own.range.clone()]),
        around: around(tokens, start..end, 1),
        context: words.around(start..end),
        next: Next {
            behind: Some(behind.chars().take_while(|c| c.is_alphanumeric()).take(NEXT).collect()),
            is_spaceless: true,
            ..Next::default()
        },
        place: Place { article, block, range: own.range },
    }
}

fn figure(
    (tokens, words): (&[Token<'_>], &Words),
    at: usize,
    (article, block): (usize, usize),
    tongue: Tongue<'_>,
) -> Option<(Figure, usize)> {
    if let Some((unit, length)) = rounds::one_and_a_half(&tokens[at..]) {
        return Some((of_half((tokens, words), at..at + length, (article, block), unit), at + length));
    }
    let sign = money::before(tokens, at);
    let number = read(tokens, at, tongue, sign.is_some()).filter(|number| number.is_sure)?;
    let mut end = at + number.tokens;
    let start = sign.map_or(at, |sign| at - sign.tokens);
    if is_of_more(tokens, (start, at, end), number, tongue) {
        return None;
    }
    // "Rose from 20 to 30" tells of two figures, "from 20 to 30 boats" of a range.
    let upper = if is_change(tokens, start) { None } else { upper(tokens, at, (end, number.value), tongue, sign) };
    if let Some((_, next)) = upper {
        end = next;
    }
    let upper = upper.map(|(upper, _)| upper);
    // 20 to 30 million: the scale is of both.
    let scale = upper.map_or(1.0, |upper: f64| if upper >= 1e6 && number.value < 1e3 { scale_of(upper) } else { 1.0 });
    let behind = exact::behind(&tokens[end..]);
    let counted_from = behind.map_or(end, |(_, length)| end + length);
    let currency = money::of(tokens, counted_from, sign, number.value * scale >= 1e6);
    let text = |range: Range<usize>| {
        let parts: Vec<&str> = tokens[range].iter().map(|token| token.text).collect();
        parts.join(if sign.is_some() { "" } else { " " })
    };
    let part = if behind.is_none() && upper.is_none() { counted::part_of(tokens, end, tongue) } else { None };
    let (unit, key, mut end) = match (sign, currency) {
        // $2 million Canadian: what stands behind says whose dollars.
        (Some(sign), Some(named)) if named.key != sign.key && sign.key == "$" => {
            (text(start..at), named.key.to_owned(), counted_from + named.tokens)
        }
        (Some(sign), _) => (text(start..at), sign.key.to_owned(), counted_from),
        (None, Some(named)) => {
            let end = counted_from + named.tokens;
            let first = if tokens[counted_from].is_one_of(&["of", "de"]) { counted_from + 1 } else { counted_from };
            (text(first..end), named.key.to_owned(), end)
        }
        (None, None) if let Some((unit, end)) = part => {
            // Two of the members are held against others of them, never against how many members there are.
            let key = format!("of {}", crate::words::stem(&unit.to_lowercase()));
            (unit, key, end)
        }
        (None, None) => {
            let (unit, end) = counted::drawn_to(tokens, end)
                .filter(|_| behind.is_none())
                .unwrap_or_else(|| counted::counted(tokens, counted_from, tongue));
            let key = crate::words::stem(&without_elided(&unit).to_lowercase());
            (unit, key, end)
        }
    };
    let more = counted::rate(tokens, end).or_else(|| counted::comparative(tokens, end).map(str::to_owned));
    let key = more.map_or(key.clone(), |more| format!("{key} {more}"));
    // Two years and a half.
    let half = rounds::of_time(&key).then(|| rounds::half_behind(&tokens[end..])).flatten();
    let half = half.filter(|_| number.value < 1e3 && upper.is_none());
    end += half.map_or(0, |(_, length)| length);
    let unit = without_elided(&unit).to_owned();
    let is_minus = sign.is_none() && exact::is_minus(tokens, start, tongue);
    let start = if is_minus { start - 1 } else { start };
    let (exactness, start) = exact::before(tokens, start);
    let behind = behind.or_else(|| exact::behind(&tokens[end..]).inspect(|(_, length)| end += length));
    let behind = behind.map(|(exactness, _)| exactness).or_else(|| exact::behind_brackets(&tokens[end..]));
    let exactness = behind.or(Some(number.exactness).filter(|own| *own != Exactness::Plain)).unwrap_or(exactness);
    let counts = !unit.is_empty() || upper.is_some();
    // A number below ten counts something, or is no figure: "one", "two" and "seven" stand for much else.
    let is_bare = unit.is_empty() && number.value < 10.0;
    let is_none = is_bare
        || upper.is_none() && is_of_two(tokens, start, end)
        || uncounted::is_year(tokens, at, at + number.tokens, number.value)
        || start == at && uncounted::is_of_name_or_row(tokens, at, counts || number.has_scale)
        || uncounted::is_of_score(tokens, at, at + number.tokens) && upper.is_none()
        || uncounted::is_of_share_or_row(
            tokens,
            at,
            (at + number.tokens, !unit.is_empty() || number.has_scale),
            tongue,
        )
        || unit.is_empty()
            && upper.is_none()
            && !number.has_scale
            && uncounted::is_of_groups(tokens, at, at + number.tokens)
        || uncounted::is_age(tokens, at, end, (number.value, &unit));
    if is_none {
        return None;
    }
    let first = if upper.is_some() { ranges::with_word(tokens, start) } else { start };
    let range = tokens[first].start..tokens[end - 1].end();
    let figure = Figure {
        place: Place { article, block, range },
        value: scales::plain(
            (number.value + half.map_or(0.0, |(half, _)| half)) * if is_minus { -scale } else { scale },
        ),
        upper,
        key,
        unit,
        exactness,
        is_strict: tokens[start].is_among(exact::STRICT),
        around: around(tokens, start..end, 3),
        context: words.around(start..end),
        next: Next { is_from: upper.is_none() && ranges::is_from(tokens, start), ..next(tokens, start..end) },
    };
    Some((figure, end))
}

/// Tells whether a number says nothing alone: what it stands in is a part of it, more than it, or no figure.
fn is_of_more(
    tokens: &[Token<'_>],
    (start, at, end): (usize, usize, usize),
    number: numbers::Number,
    tongue: Tongue<'_>,
) -> bool {
    let before = &tokens[..start];
    // Neither are dozens counted, nor is a half read behind a scale: what stands there is more than the number.
    uncounted::is_multiplied(tokens, at, (end, number.is_figures))
        || uncounted::has_half(&tokens[end..])
        || uncounted::is_behind_point(tokens, at)
        || parts::is_of_part(before)
        || uncounted::goes_on(tokens, at, tongue)
        || parts::may_be_two(before, &tokens[at..end])
        || is_in_spaceless(tokens, at, end)
        || uncounted::is_of_clock(tokens, at, end, tongue)
}

/// Makes the figure of one and a half of something.
fn of_half(
    (tokens, words): (&[Token<'_>], &Words),
    own: Range<usize>,
    (article, block): (usize, usize),
    unit: &str,
) -> Figure {
    let (exactness, start) = exact::before(tokens, own.start);
    let own = start..own.end;
    Figure {
        place: Place { article, block, range: tokens[own.start].start..tokens[own.end - 1].end() },
        value: 1.5,
        upper: None,
        key: crate::words::stem(&unit.to_lowercase()),
        unit: unit.to_owned(),
        exactness,
        is_strict: tokens[own.start].is_among(exact::STRICT),
        around: around(tokens, own.clone(), 3),
        context: words.around(own.clone()),
        next: next(tokens, own),
    }
}

/// Leaves out a preposition that is drawn to a word: `d’euros`.
fn without_elided(unit: &str) -> &str {
    ["d'", "d’"].iter().find_map(|elided| unit.strip_prefix(elided)).unwrap_or(unit)
}

/// Tells whether a number stands in writing without spaces, which has rules of its own.
fn is_in_spaceless(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    let touches = |k: usize| k > 0 && tokens.get(k).is_some_and(|next| tokens[k - 1].end() == next.start);
    let is_so = |c: Option<char>| c.is_some_and(is_spaceless);
    // 磯野さん(72)は: whatever the width of the brackets, what stands before them tells which writing it is.
    let in_brackets = || {
        let is_pair = |open: &str, shut: &str| tokens[at - 1].text == open && tokens[end].text == shut;
        let before = at.checked_sub(2).and_then(|k| tokens[k].text.chars().next_back());
        touches(at) && touches(end) && (is_pair("（", "）") || is_pair("(", ")") && touches(at - 1) && is_so(before))
    };
    // 20〜30人, 20-30人: a range of that writing.
    let in_range = || {
        let is_wave = touches(end) && matches!(tokens[end].text, "〜" | "～" | "~");
        let is_drawn = touches(end) && touches(end + 1) && touches(end + 2) && tokens[end + 1].is_figure();
        is_wave || is_drawn && is_so(tokens[end + 2].text.chars().next())
    };
    in_range()
        || touches(end) && is_so(tokens[end].text.chars().next())
        || touches(at) && is_so(tokens[at - 1].text.chars().next_back())
        || in_brackets()
}

#[cfg(test)]
mod tests;
