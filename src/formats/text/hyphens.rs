//! Whether a hyphen at the end of a line belongs to the word.
//!
//! ```text
//!     investi-│gation        investigation: neither part is a word elsewhere in the text
//!     long-│standing         long-standing: it stands so elsewhere, or both parts are words
//!     Franco-│German         a capital or a figure beside it keeps it
//!     Ost-│und Westteil      Ost- und Westteil: it stands for what the next word ends with
//! ```
//!
//! In this order: the whole word stands elsewhere in the text with the hyphen or without; both parts are words of the text, or the
//! first is one that English makes compounds with; the text divides words at line ends, as it does if one line of sixty or more
//! ends so. Else the hyphen stays.

use rustc_hash::FxHashSet;

use super::line::{End, Line};
use crate::unicode::dashes;

/// Words that begin compounds, and hardly ever a word that is divided behind them.
const FIRST: [&str; 44] = [
    "all", "best", "early", "eight", "eighty", "ex", "far", "fast", "fifty", "first", "five", "forty", "four", "full",
    "half", "hard", "heavy", "high", "late", "left", "long", "low", "mid", "newly", "nine", "ninety", "old", "right",
    "second", "self", "seven", "seventy", "short", "single", "six", "sixty", "so", "ten", "third", "thirty", "three",
    "twenty", "two", "well",
];

/// Endings that no compound ends with: "long-ing", "full-ness".
const ENDINGS: [&str; 14] =
    ["able", "age", "ance", "ence", "ers", "est", "fully", "ing", "ingly", "ings", "ish", "ly", "ness", "ship"];

/// Words between two that end alike, of which the first one is cut short: "Ost- und Westteil". Two letters may as well be the
/// end of a divided word.
const CONJUNCTIONS: [&str; 9] = ["und", "oder", "bis", "sowie", "bzw", "and", "och", "eller", "samt"];

/// Says what becomes of a hyphen at the end of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hyphen {
    /// It divides a word, and goes.
    Divides,
    /// It is part of the word.
    Joins,
    /// It stands for the end of a word, and a space follows.
    Suspended,
}

/// Knows the words of a text, as far as its hyphens at line ends ask for them.
#[derive(Debug, Default)]
pub(super) struct Hyphens {
    words: FxHashSet<String>,
    /// Whether the text divides words at line ends.
    divides: bool,
}

impl Hyphens {
    /// Reads the words of a text, unless no line of it ends with a hyphen.
    ///
    /// Cost: linear in the text.
    pub fn of(lines: &[Line<'_>]) -> Self {
        let hyphened = lines.iter().filter(|line| line.end == End::Hyphen && !ends_with_figure(line.text)).count();
        if hyphened == 0 {
            return Self::default();
        }
        let mut words = FxHashSet::default();
        let mut is_divided = false;
        for line in lines.iter().filter(|line| !line.is_blank()) {
            let mut rest = line.text.split_whitespace();
            // Halves of words are no words.
            if is_divided {
                rest.next();
            }
            is_divided = line.end == End::Hyphen;
            if is_divided {
                rest.next_back();
            }
            words.extend(rest.map(bare).filter(|word| !word.is_empty()).map(str::to_lowercase));
        }
        Self { words, divides: hyphened * 60 >= lines.iter().filter(|line| !line.is_blank()).count() }
    }

    /// Tells what the hyphen at the end of a text is to the word that the next line begins with.
    pub fn tell(&self, text: &str, next: &str) -> Hyphen {
        if text.ends_with(dashes::SOFT_HYPHEN) {
            return Hyphen::Divides;
        }
        if !next.starts_with(char::is_lowercase) || ends_with_figure(text) {
            return Hyphen::Joins;
        }
        let before = text.trim_end_matches(dashes::is_hyphen);
        let whole = before.rsplit(char::is_whitespace).next().map_or("", bare).to_lowercase();
        let first = whole.rsplit(dashes::is_hyphen).next().unwrap_or_default();
        let second = next.split(char::is_whitespace).next().map_or("", bare).to_lowercase();
        let part = second.split(dashes::is_hyphen).next().unwrap_or_default();
        let has = |word: &str| self.words.contains(word);
        if has(&[&whole, second.as_str()].concat()) {
            return Hyphen::Divides;
        }
        if CONJUNCTIONS.contains(&second.as_str()) {
            return Hyphen::Suspended;
        }
        let is_word = |part: &str| part.chars().count() >= 3 && has(part);
        let begins = FIRST.contains(&first) && part.len() >= 3 && !ENDINGS.contains(&part);
        let is_compound = has(&format!("{whole}-{second}")) || (is_word(first) && is_word(part)) || begins;
        if is_compound || !self.divides { Hyphen::Joins } else { Hyphen::Divides }
    }
}

/// `in 2019-`
fn ends_with_figure(text: &str) -> bool {
    text.trim_end_matches(dashes::is_hyphen).ends_with(char::is_numeric)
}

/// Returns a word without the marks around it and a possessive ending.
fn bare(word: &str) -> &str {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[bool]) {
        let lines: Vec<Line<'_>> = text.lines().map(|line| Line::new(line, 0)).collect();
        let hyphens = Hyphens::of(&lines);
        let hyphened = lines.windows(2).filter(|two| two[0].end == End::Hyphen);
        let kept: Vec<bool> = hyphened.map(|two| hyphens.tell(two[0].text, two[1].text) != Hyphen::Divides).collect();
        assert_eq!(kept, expected, "{text}");
    }

    #[test]
    fn words_that_stand_elsewhere() {
        check("An investi-\ngation began.", &[false]);
        check("The ferry-\nboat. A ferry-boat.", &[true]);
        check("The ferry-\nboat. A ferryboat, a ferry and a boat.", &[false]);
        check("The ferry-\nboat. A ferry and a boat.", &[true]);
        check("The govern-\nment’s view.", &[false]);
    }

    #[test]
    fn compounds_of_english() {
        check("The long-\nstanding debts and long-\ning", &[true, false]);
        check("A three-\nyear plan", &[true]);
    }

    #[test]
    fn a_capital_or_a_figure_keeps_it() {
        check("The Franco-\nGerman plan, COVID-\n19", &[true, true]);
    }

    #[test]
    fn a_word_that_is_cut_short_keeps_it_before_a_space() {
        let tell = |text: &str, next: &str| Hyphens { divides: true, ..Hyphens::default() }.tell(text, next);
        assert_eq!(tell("für Ost-", "und Westdeutschland"), Hyphen::Suspended);
        assert_eq!(tell("the pre-", "and post-war years"), Hyphen::Suspended);
        assert_eq!(tell("in 2019-", "2020"), Hyphen::Joins);
        assert_eq!(tell("Ver-", "bund"), Hyphen::Divides);
    }

    #[test]
    fn a_text_that_divides_no_words_keeps_it() {
        check(&format!("The cost-\nsaving plan\n{}", "Another line.\n".repeat(90)), &[true]);
    }
}
