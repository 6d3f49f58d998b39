//! Whether a hyphen at the end of a line belongs to the word.
//!
//! ```text
//!     investi-│gation        investigation: neither part is a word elsewhere in the text
//!     long-│standing         long-standing: it stands so elsewhere, or both parts are words
//!     Franco-│German         a capital or a figure beside it keeps it
//!     Ost-│und Westteil      Ost- und Westteil: it stands for what the next word ends with
//! ```
//!
//! In this order: the whole word stands elsewhere in the text with the hyphen or without; capitals or a single letter stand beside
//! it; the second part is an ending that is no word; the two are a compound of the language ([`compounds`]), or both words of the
//! text; the text divides words at line ends. Else the hyphen stays.
//!
//! Whether it divides words is told by how many lines end with a hyphen that is not certain: where words are divided it is one in
//! ten for the most part, where only compounds are one in sixty, and more only if as many stand within the lines. In between one
//! must be divided beyond doubt, or neither part is a word that is known.

mod compounds;

use rustc_hash::FxHashSet;

use compounds::Compounds;

use super::line::{Begin, End, Line};
use crate::common_words::{is_common, stems_of};
use crate::unicode::{dashes, quotes};

/// Endings that no compound ends with: "long-ing", "arrange-ment".
const ENDINGS: [&str; 113] = [
    "able", "ables", "age", "ages", "ally", "ance", "ances", "ation", "ations", "ble", "bly", "cal", "cially", "cial",
    "ciation", "cies", "cy", "dent", "dents", "dung", "dungen", "ed", "ence", "ences", "ency", "ening", "ent", "ents",
    "ers", "est", "fully", "gung", "gungen", "heit", "heiten", "ible", "ically", "ical", "icial", "ies", "ing",
    "ingly", "ings", "ious", "ish", "ism", "ist", "ists", "ities", "ity", "ive", "ization", "ized", "izing", "keit",
    "keiten", "lich", "liche", "lichen", "licher", "liches", "lity", "lung", "lungen", "lutely", "ly", "ment",
    "mental", "mente", "ments", "nal", "ness", "nung", "nungen", "ous", "rait", "raient", "ral", "rity", "rung",
    "rungen", "schaft", "schaften", "ship", "ships", "sibly", "sible", "sion", "sions", "sity", "ssion", "sung",
    "sungen", "tely", "tial", "tially", "tic", "tical", "ties", "ting", "tion", "tional", "tionen", "tions", "tive",
    "tives", "tivement", "tly", "tung", "tungen", "ture", "tures", "zation",
];

/// Words within compounds of more than two: "on-the-ground".
const BETWEEN: [&str; 30] = [
    "against", "and", "at", "by", "de", "des", "down", "du", "en", "et", "for", "from", "in", "la", "le", "les", "mi",
    "no", "of", "off", "on", "or", "out", "sous", "sur", "the", "to", "up", "with", "your",
];

/// A text in which one line of so many ends with a hyphen divides words.
const OFTEN: usize = 20;

/// One in which it is one of so many does so if one is divided beyond doubt; else a hyphen goes where neither part is a word.
const SELDOM: usize = 60;

/// How many different words within lines have a hyphen that would be doubtful at the end of one, for each doubtful one that stands
/// there, if no word is divided.
const WITHIN: usize = 2;

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

/// Takes lines for such that go on within a word where the hyphen above stands at their beginning once more, as it is set in
/// Portuguese, Polish and Czech: `segunda-│-feira`.
///
/// Cost: linear in the lines.
pub(super) fn level_doubled(lines: &mut [Line<'_>]) {
    for at in 1..lines.len() {
        if lines[at - 1].end == End::Hyphen && is_doubled(lines[at].text) {
            lines[at].begin = Begin::Small;
        }
    }
}

/// Tells whether a line begins with a hyphen that a small letter follows.
pub(super) fn is_doubled(text: &str) -> bool {
    text.strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_lowercase))
}

/// Knows the words of a text, as far as its hyphens at line ends ask for them.
#[derive(Default)]
pub(super) struct Hyphens {
    words: FxHashSet<String>,
    habit: Habit,
    /// The compounds of its language; `None` where no line ends with a hyphen.
    compounds: Option<Compounds>,
    /// The commonest stems of its language, where they are asked for.
    stems: FxHashSet<&'static str>,
}

/// The parts beside a hyphen, in small letters without the marks around them.
///
/// ```text
///     the mother-in-│law-like      whole mother-in, first in, part law, second law-like
/// ```
struct Parts {
    whole: String,
    second: String,
}

impl Parts {
    fn new(text: &str, next: &str) -> Self {
        let before = text.trim_end_matches(dashes::is_hyphen);
        Self {
            whole: before.rsplit(char::is_whitespace).next().map_or("", bare).to_lowercase(),
            second: next.split(char::is_whitespace).next().map_or("", bare).to_lowercase(),
        }
    }

    /// The word before the hyphen, without one that is elided before it.
    fn first(&self) -> &str {
        self.whole.rsplit(|c| dashes::is_hyphen(c) || quotes::is_apostrophe(c)).next().unwrap_or_default()
    }

    fn part(&self) -> &str {
        self.second.split(dashes::is_hyphen).next().unwrap_or_default()
    }

    /// Tells whether a part is one within compounds of more than two.
    fn is_between(&self) -> bool {
        let (first, part) = (self.first(), self.part());
        self.whole.len() > first.len() && BETWEEN.contains(&first)
            || self.second.len() > part.len() && BETWEEN.contains(&part)
    }
}

impl Hyphens {
    /// Reads the words of a text, unless no line of it ends with a hyphen.
    ///
    /// Cost: linear in the text.
    pub fn of(lines: &[Line<'_>]) -> Self {
        let is_hyphened = |line: &Line<'_>| line.end == End::Hyphen && !ends_with_figure(line.text);
        if !lines.iter().any(is_hyphened) {
            return Self::default();
        }
        let (words, hyphened) = words_of(lines);
        let compounds = Compounds::of(&words);
        let mut hyphens = Self { words, ..Self::default() };
        let within = hyphened.iter().filter(|word| is_doubtful(word, &compounds)).count();
        let has_stems = compounds.has_stems;
        hyphens.compounds = Some(compounds);
        let (mut doubtful, mut has_divided) = (0, false);
        for two in lines.windows(2).filter(|two| is_hyphened(&two[0])) {
            let certain = hyphens.certain(two[0].text, two[1].text);
            doubtful += usize::from(certain.is_none_or(|hyphen| hyphen == Hyphen::Divides));
            has_divided |= certain == Some(Hyphen::Divides) && !two[0].text.ends_with(dashes::SOFT_HYPHEN);
        }
        let filled = lines.iter().filter(|line| !line.is_blank()).count();
        let are_explained = doubtful * WITHIN <= within;
        hyphens.habit = match () {
            () if doubtful * OFTEN >= filled && !are_explained => Habit::Divides,
            () if doubtful * SELDOM < filled => Habit::Keeps,
            () if has_divided => Habit::Divides,
            () if has_stems && !are_explained => Habit::Unknown,
            () => Habit::Keeps,
        };
        if hyphens.habit == Habit::Unknown {
            hyphens.stems = stems_of(|word| hyphens.words.contains(word));
        }
        hyphens
    }

    /// Tells what the hyphen at the end of a text is to the word that the next line begins with.
    pub fn tell(&self, text: &str, next: &str) -> Hyphen {
        if let Some(certain) = self.certain(text, next) {
            return certain;
        }
        let parts = Parts::new(text, next);
        let divides = match self.habit {
            Habit::Keeps => false,
            Habit::Unknown => {
                ![parts.first(), parts.part()].iter().any(|part| self.is_word(part) || is_common(part, &self.stems))
            }
            Habit::Divides => true,
        };
        if divides { Hyphen::Divides } else { Hyphen::Joins }
    }

    /// Tells it where it does not depend on how often words are divided.
    fn certain(&self, text: &str, next: &str) -> Option<Hyphen> {
        if text.ends_with(dashes::SOFT_HYPHEN) {
            return Some(Hyphen::Divides);
        }
        if !next.starts_with(char::is_lowercase) || ends_with_figure(text) {
            return Some(Hyphen::Joins);
        }
        let parts = Parts::new(text, next);
        let (first, part) = (parts.first(), parts.part());
        if self.words.contains(&[parts.whole.as_str(), &parts.second].concat()) {
            return Some(Hyphen::Divides);
        }
        if self.compounds.as_ref().is_some_and(|compounds| compounds.is_conjunction(&parts.second)) {
            return Some(Hyphen::Suspended);
        }
        let stands_so = || self.words.contains(&format!("{}-{}", parts.whole, parts.second));
        let is_listed = || self.compounds.as_ref().is_some_and(|compounds| compounds.has(first, part));
        // Nobody divides behind a single letter or before one.
        let is_letter = |part: &str| part.chars().nth(1).is_none();
        if stands_so() || ends_with_capitals(text) || is_letter(first) || is_letter(part) {
            return Some(Hyphen::Joins);
        }
        if ENDINGS.contains(&part) && !(part == "est" && is_listed()) {
            return Some(Hyphen::Divides);
        }
        if parts.is_between() || is_listed() {
            return Some(Hyphen::Joins);
        }
        if !may_begin_word(part) {
            return Some(Hyphen::Divides);
        }
        (self.is_word(first) && self.is_word(part)).then_some(Hyphen::Joins)
    }

    /// Tells whether a part is a word of the text.
    fn is_word(&self, part: &str) -> bool {
        part.chars().count() >= 3 && self.words.contains(part)
    }
}

/// Returns the words of a text in small letters, without those beside the ends of lines that are halves of words; and as
/// they stand those that have a hyphen.
fn words_of<'t>(lines: &[Line<'t>]) -> (FxHashSet<String>, FxHashSet<&'t str>) {
    let (mut words, mut hyphened) = (FxHashSet::default(), FxHashSet::default());
    let mut is_divided = false;
    for line in lines.iter().filter(|line| !line.is_blank()) {
        let mut rest = line.text.split_whitespace();
        if is_divided {
            rest.next();
        }
        is_divided = line.end == End::Hyphen;
        if is_divided {
            rest.next_back();
        }
        for word in rest.map(bare).filter(|word| !word.is_empty()) {
            words.insert(word.to_lowercase());
            if word.contains(dashes::is_hyphen) {
                hyphened.insert(word);
            }
        }
    }
    (words, hyphened)
}

/// Tells whether a word has a hyphen that would be doubtful at the end of a line.
fn is_doubtful(word: &str, compounds: &Compounds) -> bool {
    let mut parts = word.split(dashes::is_hyphen).map(|part| part.rsplit(quotes::is_apostrophe).next().unwrap_or(part));
    let (Some(first), Some(part)) = (parts.next(), parts.next()) else { return false };
    let is_short = |part: &str| part.chars().nth(1).is_none();
    let is_certain = !part.starts_with(char::is_lowercase) || ends_with_capitals(first) || ends_with_figure(first);
    !is_certain && !is_short(first) && !is_short(part) && !compounds.has(&first.to_lowercase(), part)
}

/// `the US-`
fn ends_with_capitals(text: &str) -> bool {
    let last =
        text.trim_end_matches(dashes::is_hyphen).rsplit(|c: char| c.is_whitespace() || dashes::is_hyphen(c)).next();
    let last = last.unwrap_or_default();
    last.chars().any(char::is_uppercase) && !last.chars().any(char::is_lowercase)
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
mod tests;
