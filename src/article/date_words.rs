//! The words that dates are written with, in many languages.
//!
//! They stand in the table of patterns: names of months and days, in the case that dates have and in the one that stands
//! alone, labels, and words around times.

use std::ops::BitOrAssign;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::folding::{fold, is_of_word};
use super::pattern_kind::PatternKind;
use super::pattern_table::{Lines, Part};
use crate::unicode::scripts::joins_lines;

/// Says what a word can be in a date; it can be several things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "a word can be all of these at once")]
pub(super) struct DateWord {
    /// The months that it names, one bit each, from January on.
    pub months: u16,
    /// Whether it stands before or inside a date: a label, an article, a preposition, a day of the week.
    pub is_inside: bool,
    /// Whether it is a day of the week.
    pub is_weekday: bool,
    /// Whether it is a label of a date.
    pub is_label: bool,
    /// Whether it stands in a label of a publication, and is no small word there.
    pub is_published: bool,
    /// Whether it stands in a label of a change, and is no small word there.
    pub is_update: bool,
    /// Whether it stands around a time of day.
    pub is_clock: bool,
    /// Whether a language has it that writes the month before the day, or the year first, in figures.
    pub is_of_other_order: bool,
}

impl DateWord {
    /// Returns its month, if it names one only.
    pub fn month(self) -> Option<i8> {
        self.months.is_power_of_two().then(|| self.months.trailing_zeros() as i8 + 1)
    }

    /// Tells whether the date that it is a label of is that of a change; `None` if it is no label, or one of both: "on", "at".
    pub const fn tells_update(self) -> Option<bool> {
        if self.is_update == self.is_published { None } else { Some(self.is_update) }
    }

    /// Tells whether only languages have it that write the day first in figures.
    pub const fn is_day_first(self) -> bool {
        !self.is_of_other_order
    }
}

/// How many bytes of a line of the table are a space and the number of a word.
const NUMBER: usize = 6;

/// How many of the bits of that number are months.
const MONTHS: u32 = 12;

/// Where each use is kept, in the order of the bits after the months.
type Place = fn(&mut DateWord) -> &mut bool;
const USES: [Place; 7] = [
    |word| &mut word.is_inside,
    |word| &mut word.is_weekday,
    |word| &mut word.is_label,
    |word| &mut word.is_published,
    |word| &mut word.is_update,
    |word| &mut word.is_clock,
    |word| &mut word.is_of_other_order,
];

impl DateWord {
    fn of_number(number: u32) -> Self {
        let mut word = Self { months: (number & ((1 << MONTHS) - 1)) as u16, ..Self::default() };
        for (bit, place) in (MONTHS..).zip(USES) {
            *place(&mut word) = number >> bit & 1 != 0;
        }
        word
    }

    #[cfg(test)]
    fn number(mut self) -> u32 {
        let months = u32::from(self.months);
        let uses = (MONTHS..).zip(USES).map(|(bit, place)| u32::from(*place(&mut self)) << bit);
        uses.fold(months, |number, bit| number | bit)
    }
}

/// Parts a line of the table.
fn parted(line: &'static str) -> (&'static str, DateWord) {
    let (word, number) = line.split_at(line.len() - NUMBER);
    let number = number.bytes().fold(0, |number, b| number << 4 | hexadecimal(b));
    (word, DateWord::of_number(number))
}

/// Returns the value of a hexadecimal figure in small letters; of a space 0.
fn hexadecimal(figure: u8) -> u32 {
    u32::from(match figure {
        b'0'..=b'9' => figure - b'0',
        b'a'..=b'f' => figure - b'a' + 10,
        _ => 0,
    })
}

impl BitOrAssign for DateWord {
    fn bitor_assign(&mut self, other: Self) {
        self.months |= other.months;
        self.is_inside |= other.is_inside;
        self.is_weekday |= other.is_weekday;
        self.is_label |= other.is_label;
        self.is_published |= other.is_published;
        self.is_update |= other.is_update;
        self.is_clock |= other.is_clock;
        self.is_of_other_order |= other.is_of_other_order;
    }
}

/// Holds all words of dates, folded.
#[derive(Clone, Debug, Default)]
pub(super) struct DateWords {
    /// Those that come with the program: each a word, a space, and its months and uses as a number.
    known: Lines,
    /// The same by hash, if it was made.
    index: OnceLock<FxHashMap<&'static str, DateWord>>,
    /// Those that are added.
    words: FxHashMap<String, DateWord>,
    /// The most characters that a word has.
    longest: usize,
}

impl DateWords {
    /// Takes the part of the table.
    pub fn of_part(part: Part) -> Self {
        Self { known: part.lines, longest: part.longest, ..Self::default() }
    }

    /// Writes that part, without its name, in the order of the words.
    #[cfg(test)]
    pub fn lines(&self) -> String {
        let mut words: Vec<(&str, DateWord)> = self.known.all().map(parted).collect();
        words.extend(self.words.iter().map(|(word, word_use)| (word.as_str(), *word_use)));
        words.sort_unstable_by_key(|(word, _)| *word);
        let lines = words.iter().map(|(word, word_use)| format!("{word} {:05x}\n", word_use.number()));
        format!("{}\n{}", self.longest, lines.collect::<String>())
    }

    /// Adds the words of a label, or around times of day.
    pub fn add(&mut self, language: &str, kind: PatternKind, words: &str) {
        for word in words.split(|c: char| !is_of_word(c) && c != '\'') {
            let is_telling = word.chars().count() > 2 || word.starts_with(is_of_short_words);
            let is_published = kind == PatternKind::Published && is_telling;
            let is_update = kind == PatternKind::Updated && is_telling;
            let word_use = DateWord {
                is_inside: true,
                is_weekday: kind == PatternKind::Weekday,
                is_label: kind == PatternKind::Updated || is_published,
                is_published,
                is_update,
                is_clock: kind == PatternKind::Clock,
                ..DateWord::default()
            };
            self.put(language, word, word_use);
        }
    }

    pub fn put(&mut self, language: &str, word: &str, mut word_use: DateWord) {
        let word = fold(word.trim_matches(|c: char| !is_of_word(c)));
        if word.is_empty() {
            return;
        }
        word_use.is_of_other_order = matches!(language, "" | "any" | "en" | "zh" | "ja" | "ko");
        self.longest = self.longest.max(word.chars().count());
        *self.words.entry(word).or_default() |= word_use;
    }

    /// Makes the words that come with the program quick to look up.
    pub fn make_index(&self) {
        self.index.get_or_init(|| self.known.all().map(parted).collect());
    }

    /// Returns what a word can be, as it is written.
    fn find(&self, word: &str) -> Option<DateWord> {
        let halved = || {
            let from = self.known.from(|line| &line[..line.len() - NUMBER] < word.as_bytes());
            from.all().next().map(parted).filter(|(known, _)| *known == word).map(|(_, word_use)| word_use)
        };
        let known = self.index.get().map_or_else(halved, |index| index.get(word).copied());
        match (known, self.words.get(word)) {
            (Some(mut known), Some(added)) => {
                known |= *added;
                Some(known)
            }
            (known, added) => known.or(added.copied()),
        }
    }

    /// Returns what a folded word can be in a date.
    pub fn get(&self, word: &str) -> Option<DateWord> {
        let hebrew = || {
            let bare = word.strip_prefix(['ב', 'ה', 'ל', 'מ']).filter(|bare| bare.chars().count() > 2)?;
            self.find(bare)
        };
        self.find(word).or_else(hebrew)
    }

    /// Parts a word of a script without spaces into words of dates, the longest first.
    pub fn segment(&self, run: &str) -> Option<Vec<DateWord>> {
        let mut words = Vec::new();
        let mut rest = run;
        if !run.starts_with(joins_lines) {
            return None;
        }
        while !rest.is_empty() {
            let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).take(self.longest);
            let (end, word) = ends.filter_map(|end| Some((end, self.find(&rest[..end])?))).last()?;
            words.push(word);
            rest = &rest[end..];
        }
        Some(words)
    }
}

/// Tells whether a letter is of a script whose words often have two letters.
fn is_of_short_words(c: char) -> bool {
    joins_lines(c) || matches!(c, '\u{AC00}'..='\u{D7A3}')
}
