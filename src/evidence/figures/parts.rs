//! Parts of a scale, and numbers of which only a part or a multiple is meant.
//!
//! ```text
//!     a quarter of a million · medio millón · un demi-million · eine halbe Million      read
//!     half of 12 million · twice the 12 million · die Hälfte der 900                    12 million and 900 are not what is told
//!     three thousand, two hundred workers                                               3,200, if they are of no "of"
//! ```

use super::super::tokens::Token;
use super::super::tongue::Tongue;
use super::super::word_set::WordSet;
use super::scales;

/// Words before a scale that say which part of it: the longest first of those that begin alike.
const PARTS: [(&[&str], f64); 24] = [
    (&["half", "of", "a"], 0.5),
    (&["half", "a"], 0.5),
    (&["a", "half"], 0.5),
    (&["a", "quarter", "of", "a"], 0.25),
    (&["one", "quarter", "of", "a"], 0.25),
    (&["quarter", "of", "a"], 0.25),
    (&["a", "quarter"], 0.25),
    (&["three", "quarters", "of", "a"], 0.75),
    (&["three-quarters", "of", "a"], 0.75),
    (&["eine", "halbe"], 0.5),
    (&["einer", "halben"], 0.5),
    (&["halbe"], 0.5),
    (&["halben"], 0.5),
    (&["eine", "viertel"], 0.25),
    (&["einer", "viertel"], 0.25),
    (&["eine", "dreiviertel"], 0.75),
    (&["einer", "dreiviertel"], 0.75),
    (&["un", "demi"], 0.5),
    (&["un", "quart", "de"], 0.25),
    (&["trois", "quarts", "de"], 0.75),
    (&["medio"], 0.5),
    (&["un", "cuarto", "de"], 0.25),
    (&["tres", "cuartos", "de"], 0.75),
    (&["la", "mitad", "de", "un"], 0.5),
];

/// What the same are where they are drawn to the scale: `demi-million`, `Viertelmillion`.
const DRAWN: [(&str, f64); 5] =
    [("half-", 0.5), ("quarter-", 0.25), ("demi-", 0.5), ("dreiviertel", 0.75), ("viertel", 0.25)];

/// Articles before what is drawn to a scale.
const BEFORE_DRAWN: [&str; 5] = ["a", "un", "eine", "einer", "einen"];

/// Reads a part of a scale of a thousand or more: what it is worth, and how many tokens it has. Cost: constant.
pub(super) fn of_scale(tokens: &[Token<'_>], tongue: Tongue<'_>) -> Option<(f64, usize)> {
    let drawn = |at: usize| {
        let word = &tokens.get(at)?.folded;
        let (rest, part) = DRAWN.iter().find_map(|(own, part)| Some((word.strip_prefix(own)?, part)))?;
        Some((scales::of_word(rest, tongue)? * part, at + 1))
    };
    let first = tokens.first()?;
    let own = drawn(0).or_else(|| if first.is_one_of(&BEFORE_DRAWN) { drawn(1) } else { None });
    let stands =
        |words: &[&str]| tokens.len() > words.len() && words.iter().zip(tokens).all(|(word, token)| token.is(word));
    let apart = || {
        let (words, part) = PARTS.iter().find(|(words, _)| stands(words))?;
        Some((scales::scale(&tokens[words.len()], tongue)? * part, words.len() + 1))
    };
    own.or_else(apart).filter(|(value, _)| *value >= 250.0)
}

/// Words for parts.
static OF: WordSet = WordSet::new(
    "half third thirds quarter quarters fifth fifths sixth sixths eighth eighths tenth tenths \
    hälfte drittel viertel fünftel sechstel achtel zehntel moitié tiers quart quarts cinquième cinquièmes dixième dixièmes \
    mitad tercio tercios cuarto cuartos quinto quintos décimo décima",
);

/// Words by which something is meant many times.
static TIMES: WordSet = WordSet::new(
    "twice thrice double treble triple quadruple times doppelte doppelten doppelt dreifache dreifachen vierfache zweimal dreimal viermal \
    fois quadruple doble cuádruple veces",
);

/// Words that stand between these and the number.
const BETWEEN: &str =
    "of the its their his her those these about nearly some der des den die von de les du la los las el del a";

/// How many of them are passed over.
const NEAR: usize = 3;

/// Tells whether only a part or a multiple of the number behind some tokens is meant. Cost: constant.
pub(super) fn is_of_part(before: &[Token<'_>]) -> bool {
    let passed = before.iter().rev().take(NEAR).take_while(|token| token.is_among(BETWEEN)).count();
    let Some(word) = before.len().checked_sub(passed + 1).map(|k| &before[k]) else { return false };
    // Two-thirds of the 900.
    let last = word.folded.rsplit('-').next().unwrap_or_default();
    let has = |words: &WordSet| super::super::tokens::has_word(words, last);
    passed > 0 && (has(&OF) || has(&TIMES)) || word.is_one_of(&["twice", "double", "doppelt", "zweimal"])
}

/// Words before a number by which some of it may be told of behind a comma: `of the three thousand, two hundred stayed`.
const OF_MANY: [&str; 6] = ["of", "the", "from", "among", "these", "those"];

/// Tells whether a number that goes on behind a comma may be two. Cost: constant.
pub(super) fn may_be_two(before: &[Token<'_>], number: &[Token<'_>]) -> bool {
    let has_comma = number.iter().any(|token| token.text == ",");
    has_comma && before.last().is_some_and(|before| before.is_one_of(&OF_MANY))
}

/// What so many are told of by a letter that is of metres or kilometres elsewhere: `1m people`, `2.5k jobs`.
static LETTERED: WordSet = WordSet::new(
    "people users viewers followers views votes voters visitors passengers subscribers residents customers workers employees jobs homes \
    households patients pupils students migrants refugees members readers listeners tonnes barrels doses copies",
);

/// Tells whether letters that are drawn to figures are a scale by what is counted behind them. Cost: constant.
pub(super) fn is_lettered(figures: &Token<'_>, behind: Option<&Token<'_>>) -> bool {
    figures.folded.ends_with(['m', 'k']) && behind.is_some_and(|noun| noun.is_among(&LETTERED))
}

#[cfg(test)]
mod tests {
    use super::super::super::tokens::tokens;
    use super::super::numbers::read;
    use super::*;

    #[test]
    fn parts_of_a_scale_are_read() {
        for (code, text, value, length) in [
            ("en", "a quarter of a million crowns", 250_000.0, 5),
            ("en", "three quarters of a million crowns", 750_000.0, 5),
            ("en", "three-quarters of a billion", 7.5e8, 4),
            ("en", "half a million crowns", 500_000.0, 3),
            ("en", "a half-million crowns", 500_000.0, 2),
            ("de", "eine halbe Million Kronen", 500_000.0, 3),
            ("de", "einer Viertelmillion Kronen", 250_000.0, 2),
            ("de", "zwei und eine halbe Million", 2.5e6, 5),
            ("fr", "un demi-million de couronnes", 500_000.0, 2),
            ("fr", "trois quarts de million", 750_000.0, 4),
            ("es", "medio millón de coronas", 500_000.0, 2),
            ("en", "1m people", 1e6, 1),
            ("en", "2.5k jobs", 2500.0, 1),
            ("en", "three thousand, two hundred workers", 3200.0, 5),
            ("en", "two million, three hundred thousand workers", 2.3e6, 6),
        ] {
            let found = read(&tokens(text), 0, Tongue::known(code), false).expect(text);
            assert_eq!((found.value, found.tokens, found.is_sure), (value, length, true), "{text}");
        }
        for text in ["1m waves", "10k run", "a third of a million"] {
            assert_eq!(read(&tokens(text), 0, Tongue::known("en"), false), None, "{text}");
        }
        // Who two hundred more are nothing says.
        let text = "three thousand, two hundred more than before";
        assert!(!read(&tokens(text), 0, Tongue::known("en"), false).expect(text).is_sure);
    }
}
