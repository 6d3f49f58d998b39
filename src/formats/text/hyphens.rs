//! Whether a hyphen at the end of a line belongs to the word.
//!
//! ```text
//!     investi-│gation        investigation: neither part is a word elsewhere in the text
//!     long-│standing         long-standing: it stands so elsewhere, or both parts are words
//!     Franco-│German         a capital or a figure beside it keeps it
//!     Ost-│und Westteil      Ost- und Westteil: it stands for what the next word ends with
//! ```
//!
//! In this order: the whole word stands elsewhere in the text with the hyphen or without; the second part is an ending that is no
//! word; both parts are words of the text, or one is such as compounds are made with; the text divides words at line ends. Else the
//! hyphen stays.
//!
//! Whether it divides words is told by how many lines end so: where words are divided it is one in ten for the most part, where
//! only compounds are one in sixty. In between one must be divided beyond doubt, or neither part is a word that is known.

use rustc_hash::FxHashSet;

use super::line::{End, Line};
use crate::common_words::{is_common, stems_of};
use crate::unicode::dashes;

/// Words that begin compounds, and hardly ever a word that is divided behind them.
const FIRST: [&str; 58] = [
    "all", "anti", "arrière", "best", "celui", "celle", "ceux", "demi", "early", "eight", "eighty", "far", "fast",
    "fifty", "first", "five", "forty", "full", "half", "hard", "heavy", "high", "late", "left", "long", "low", "mid",
    "near", "neo", "multi", "newly", "nine", "ninety", "non", "old", "once", "quelques", "right", "rétro", "second",
    "self", "semi", "seven", "seventy", "short", "single", "six", "sixty", "sous", "ten", "third", "thirty", "three",
    "twenty", "two", "vice", "well", "wide",
];

/// Words that end compounds, and hardly ever a word that is divided before them.
const SECOND: [&str; 41] = [
    "backed",
    "based",
    "being",
    "called",
    "ci",
    "class",
    "controlled",
    "delà",
    "dessous",
    "dessus",
    "dire",
    "driven",
    "elected",
    "elle",
    "elles",
    "funded",
    "general",
    "il",
    "ils",
    "induced",
    "je",
    "level",
    "linked",
    "looking",
    "lui",
    "made",
    "minded",
    "mêmes",
    "même",
    "nous",
    "off",
    "old",
    "owned",
    "perfect",
    "related",
    "speaking",
    "sponsored",
    "style",
    "term",
    "vous",
    "year",
];

/// Endings that no compound ends with: "long-ing", "arrange-ment".
const ENDINGS: [&str; 112] = [
    "able", "ables", "age", "ages", "ally", "ance", "ances", "ation", "ations", "ble", "bly", "cal", "cially", "cial",
    "ciation", "cies", "cy", "dent", "dents", "dung", "dungen", "ence", "ences", "ency", "ening", "ent", "ents", "ers",
    "est", "fully", "gung", "gungen", "heit", "heiten", "ible", "ically", "ical", "icial", "ies", "ing", "ingly",
    "ings", "ious", "ish", "ism", "ist", "ists", "ities", "ity", "ive", "ization", "ized", "izing", "keit", "keiten",
    "lich", "liche", "lichen", "licher", "liches", "lity", "lung", "lungen", "lutely", "ly", "ment", "mental", "mente",
    "ments", "nal", "ness", "nung", "nungen", "ous", "rait", "raient", "ral", "rity", "rung", "rungen", "schaft",
    "schaften", "ship", "ships", "sibly", "sible", "sion", "sions", "sity", "ssion", "sung", "sungen", "tely", "tial",
    "tially", "tic", "tical", "ties", "ting", "tion", "tional", "tionen", "tions", "tive", "tives", "tivement", "tly",
    "tung", "tungen", "ture", "tures", "zation",
];

/// Words within compounds of more than two: "on-the-ground".
const BETWEEN: [&str; 30] = [
    "against", "and", "at", "by", "de", "des", "down", "du", "en", "et", "for", "from", "in", "la", "le", "les", "mi",
    "no", "of", "off", "on", "or", "out", "sous", "sur", "the", "to", "up", "with", "your",
];

/// Words between two that end alike, of which the first one is cut short: "Ost- und Westteil". Two letters may as well be the
/// end of a divided word.
const CONJUNCTIONS: [&str; 9] = ["und", "oder", "bis", "sowie", "bzw", "and", "och", "eller", "samt"];

/// A text in which one line of so many ends with a hyphen divides words.
const OFTEN: usize = 20;

/// One in which it is one of so many does so if one is divided beyond doubt; else a hyphen goes where neither part is a word.
const SELDOM: usize = 60;

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

/// Says whether a text divides words at line ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Habit {
    #[default]
    Keeps,
    Unknown,
    Divides,
}

/// Knows the words of a text, as far as its hyphens at line ends ask for them.
#[derive(Debug, Default)]
pub(super) struct Hyphens {
    words: FxHashSet<String>,
    habit: Habit,
    /// The commonest stems of its language, where they are asked for.
    stems: FxHashSet<&'static str>,
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
        let filled = lines.iter().filter(|line| !line.is_blank()).count();
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
        let mut hyphens = Self { words, ..Self::default() };
        if hyphened * OFTEN >= filled {
            hyphens.habit = Habit::Divides;
        } else if hyphened * SELDOM >= filled {
            let is_certain = |two: &[Line<'_>]| {
                two[0].end == End::Hyphen
                    && !two[0].text.ends_with(dashes::SOFT_HYPHEN)
                    && hyphens.tell(two[0].text, two[1].text) == Hyphen::Divides
            };
            let has_certain = lines.windows(2).any(is_certain);
            hyphens.habit = if has_certain { Habit::Divides } else { Habit::Unknown };
            hyphens.stems = stems_of(|word| hyphens.words.contains(word));
        }
        hyphens
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
        if has(&format!("{whole}-{second}")) {
            return Hyphen::Joins;
        }
        if ENDINGS.contains(&part) {
            return Hyphen::Divides;
        }
        let is_between = whole.len() > first.len() && BETWEEN.contains(&first)
            || second.len() > part.len() && BETWEEN.contains(&part);
        // Nobody divides behind a single letter.
        if first.chars().count() == 1 || is_between {
            return Hyphen::Joins;
        }
        if !may_begin_word(part) {
            return Hyphen::Divides;
        }
        let is_made = FIRST.contains(&first) && part.len() >= 3 || SECOND.contains(&part);
        let is_compound = (is_word(first) && is_word(part)) || is_made;
        let divides = match self.habit {
            Habit::Keeps => false,
            Habit::Unknown => ![first, part].into_iter().any(|part| is_word(part) || is_common(part, &self.stems)),
            Habit::Divides => true,
        };
        if is_compound || !divides { Hyphen::Joins } else { Hyphen::Divides }
    }
}

/// Tells whether a part may be a word, or begin one: "ation" and "perfect" may, "ng" and "lled" not. Where letters beyond Latin
/// ones stand, nothing is known.
fn may_begin_word(part: &str) -> bool {
    const ONSETS: [&str; 48] = [
        "bl", "br", "ch", "cl", "cr", "dr", "dw", "fj", "fl", "fr", "gl", "gn", "gr", "hj", "kl", "kn", "kr", "pf",
        "ph", "pl", "pn", "pr", "ps", "rh", "sb", "sc", "sf", "sh", "sj", "sk", "sl", "sm", "sn", "sp", "sq", "st",
        "sv", "sw", "sz", "th", "tj", "tr", "ts", "tw", "vl", "wh", "wr", "zw",
    ];
    let is_consonant = |c: &char| c.is_ascii_lowercase() && !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let letters: Vec<char> = part.chars().take(2).collect();
    let [first, second] = letters[..] else { return true };
    !(is_consonant(&first) && is_consonant(&second)) || ONSETS.iter().any(|onset| part.starts_with(onset))
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
        let tell = |text: &str, next: &str| Hyphens { habit: Habit::Divides, ..Hyphens::default() }.tell(text, next);
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
