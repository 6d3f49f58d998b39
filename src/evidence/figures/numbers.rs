//! Numbers as they are written: figures, words, and both with a scale.
//!
//! ```text
//!     400,000     1.4 million     $15,000     twenty-two     a dozen     16-panel     three
//! ```

use super::super::tokens::Token;

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const SCALES: [(&str, f64); 16] = [
    ("hundred", 1e2),
    ("thousand", 1e3),
    ("million", 1e6),
    ("m", 1e6),
    ("billion", 1e9),
    ("bn", 1e9),
    ("trillion", 1e12),
    ("millionen", 1e6),
    ("milliarden", 1e9),
    ("millions", 1e6),
    ("milliards", 1e9),
    ("millones", 1e6),
    ("milliard", 1e9),
    ("milliarde", 1e9),
    ("mio", 1e6),
    ("mrd", 1e9),
];

/// A number in a text: what it is worth, and how many tokens it has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Number {
    pub value: f64,
    pub tokens: usize,
    /// Whether it is written in figures.
    pub is_figures: bool,
}

/// Reads the number that begins at the first of some tokens. Cost: constant.
pub(crate) fn number(tokens: &[Token<'_>]) -> Option<Number> {
    let first = tokens.first()?;
    let in_figures = spaced(tokens).or_else(|| figures(first.text).map(|value| (value, 1)));
    let is_figures = in_figures.is_some();
    let (mut value, mut length) = in_figures.or_else(|| words(tokens))?;
    // "1.200" is a thousand in some languages, and one and a fifth in others.
    let is_unclear = first.text.split_once('.').is_some_and(|(whole, rest)| {
        (1..=3).contains(&whole.len()) && whole != "0" && rest.len() == 3 && rest.bytes().all(|b| b.is_ascii_digit())
    });
    if is_figures && is_unclear && tokens.get(1).and_then(scale).is_none() {
        return None;
    }
    while let Some(scale) = tokens.get(length).and_then(|token| scale(token)) {
        // "Millions" in a row are of other languages; "2 m" is a measure of length.
        if tokens[length].is("m") && !is_figures {
            break;
        }
        value *= scale;
        length += 1;
    }
    Some(Number { value, tokens: length, is_figures })
}

/// Reads figures whose thousands spaces part: `25 000`, `1 200 000`.
fn spaced(tokens: &[Token<'_>]) -> Option<(f64, usize)> {
    let are_figures = |token: &Token<'_>| token.text.bytes().all(|b| b.is_ascii_digit());
    let first = tokens.first().filter(|first| (1..=3).contains(&first.text.len()) && are_figures(first))?;
    let rest = tokens[1..].iter().scan(first.end(), |end, token| {
        // A space of any kind has at most three bytes.
        let is_next = token.text.len() == 3 && are_figures(token) && (1..=3).contains(&(token.start - *end));
        *end = token.end();
        is_next.then_some(token.text)
    });
    let rest: Vec<&str> = rest.collect();
    let value = [first.text].into_iter().chain(rest.iter().copied()).collect::<String>();
    if rest.is_empty() { None } else { Some((value.parse().ok()?, rest.len() + 1)) }
}

fn scale(token: &Token<'_>) -> Option<f64> {
    SCALES.iter().find(|(word, _)| token.is(word)).map(|(_, scale)| *scale)
}

/// Reads figures: commas, points and spaces part thousands where three figures follow, else the last of them is the point.
fn figures(text: &str) -> Option<f64> {
    if !text.starts_with(|c: char| c.is_ascii_digit())
        || !text.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'))
    {
        return None;
    }
    let parts: Vec<&str> = text.split([',', '.']).collect();
    let marks: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    let are_thousands = parts.len() > 1
        && parts[0].len() <= 3
        && parts[0] != "0"
        && parts[1..].iter().all(|part| part.len() == 3)
        && marks.iter().all(|mark| *mark == marks[0])
        && (marks[0] == ',' || parts.len() > 2);
    match parts.as_slice() {
        [whole] => whole.parse().ok(),
        _ if are_thousands => parts.concat().parse().ok(),
        [whole @ .., rest] if !rest.is_empty() && marks.len() == 1 => format!("{}.{rest}", whole.concat()).parse().ok(),
        [whole @ .., rest] if !rest.is_empty() && marks[marks.len() - 1] != marks[0] => {
            format!("{}.{rest}", whole.concat()).parse().ok()
        }
        _ => None,
    }
}

/// Reads a number in words.
fn words(tokens: &[Token<'_>]) -> Option<(f64, usize)> {
    let first = tokens.first()?;
    if first.is("a") && tokens.get(1).is_some_and(|next| next.is("dozen")) {
        return Some((12.0, 2));
    }
    if first.is("a") && tokens.get(1).is_some_and(|next| scale(next).is_some() && !next.is("m")) {
        return Some((1.0, 1));
    }
    if first.is("dozen") {
        return Some((12.0, 1));
    }
    let value = word(&first.folded)?;
    // "One" counts only before a scale: it stands for much else.
    let is_one = first.is("one") && tokens.get(1).and_then(scale).is_none();
    let dozen = tokens.get(1).is_some_and(|next| next.is("dozen"));
    match (is_one, dozen) {
        (true, _) => None,
        (_, true) => Some((value * 12.0, 2)),
        _ => Some((value, 1)),
    }
}

fn word(folded: &str) -> Option<f64> {
    let one = |word: &str| ONES.iter().position(|own| *own == word).map(|value| value as f64);
    let ten = |word: &str| TENS.iter().position(|own| *own == word).map(|value| (value as f64 + 2.0) * 10.0);
    match folded.split_once('-') {
        Some((tens, ones)) => Some(ten(tens)? + one(ones).filter(|ones| (1.0..10.0).contains(ones))?),
        None => one(folded).or_else(|| ten(folded)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::tokens::tokens;
    use super::*;

    #[test]
    fn numbers_in_figures_and_in_words() {
        for (text, value, length) in [
            ("400,000", 400_000.0, 1),
            ("1.4 million people", 1_400_000.0, 2),
            ("1.234,5", 1234.5, 1),
            ("2,5", 2.5, 1),
            ("twenty-two years", 22.0, 1),
            ("three ferries", 3.0, 1),
            ("one million crowns", 1e6, 2),
            ("a dozen boats", 12.0, 2),
            ("two dozen boats", 24.0, 2),
        ] {
            let found = number(&tokens(text)).expect(text);
            assert_eq!((found.value, found.tokens), (value, length), "{text}");
        }
        for text in ["one of them", "boats", "1.2.3", "a boat"] {
            assert_eq!(number(&tokens(text)), None, "{text}");
        }
    }
}
