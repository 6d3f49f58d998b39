//! The words that dates are written with, in many languages.
//!
//! Names of months and days come from the C library's locales (`LC_TIME`), in the case that dates have and in the one
//! that stands alone; labels and words around times come from the table of patterns.

use std::ops::BitOrAssign;

use pure_rust_locales as locales;
use rustc_hash::FxHashMap;

use super::folding::{fold, is_of_word};
use super::pattern_kind::PatternKind;
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
    words: FxHashMap<String, DateWord>,
    /// The most characters that a word has.
    longest: usize,
}

/// The names of a locale: months in full and cut short, as in dates and alone; days in full and cut short.
struct Names {
    language: &'static str,
    months: [&'static [&'static str]; 2],
    months_alone: [Option<&'static [&'static str]>; 2],
    days: [&'static [&'static str]; 2],
}

macro_rules! names {
    ($($locale:ident $language:literal),* $(,)?) => {
        [$(Names {
            language: $language,
            months: [locales::$locale::LC_TIME::MON, locales::$locale::LC_TIME::ABMON],
            months_alone: [locales::$locale::LC_TIME::ALT_MON, locales::$locale::LC_TIME::AB_ALT_MON],
            days: [locales::$locale::LC_TIME::DAY, locales::$locale::LC_TIME::ABDAY],
        }),*]
    };
}

/// The locales whose names are known. A month that two of them call alike stays unknown, so that none with other names
/// for the same words (as Croatian for Polish ones) is among them.
static NAMES: [Names; 28] = names!(
    en_US "en", fr_FR "fr", de_DE "de", de_AT "de", es_ES "es", it_IT "it", pt_PT "pt", nl_NL "nl", pl_PL "pl",
    cs_CZ "cs", sk_SK "sk", el_GR "el", ru_RU "ru", uk_UA "uk", he_IL "he", hi_IN "hi", ar_EG "ar", ar_SY "ar",
    ar_MA "ar", zh_CN "zh", ja_JP "ja", ko_KR "ko", da_DK "da", sv_SE "sv", nb_NO "nb", fi_FI "fi", tr_TR "tr",
    ro_RO "ro",
);

/// Other ways to write months, in the order of the year, that no locale has: Greek ones with the accent moved are folded
/// away, and so is most else.
const OTHER_MONTHS: [(&str, &str, usize); 20] = [
    ("en", "sept", 9),
    ("fr", "janv", 1),
    ("fr", "fev", 2),
    ("fr", "juil", 7),
    ("es", "sept", 9),
    ("es", "setiembre", 9),
    ("de", "jänner", 1),
    ("de", "sept", 9),
    ("de", "feber", 2),
    ("nl", "mrt", 3),
    ("nl", "sept", 9),
    ("ru", "сент", 9),
    ("ru", "мар", 3),
    ("hi", "सितम्बर", 9),
    ("hi", "नवम्बर", 11),
    ("hi", "दिसम्बर", 12),
    ("he", "מרס", 3),
    ("ar", "إبريل", 4),
    ("ar", "آب", 8),
    ("fi", "touko", 5),
];

impl DateWords {
    /// Returns the names of months and days.
    pub fn of_locales() -> Self {
        let mut words = Self::default();
        for names in &NAMES {
            let months = names.months.into_iter().chain(names.months_alone.into_iter().flatten());
            for list in months {
                for (index, name) in list.iter().enumerate() {
                    words.add_month(names.language, name, index);
                }
            }
            names.days.iter().for_each(|days| days.iter().for_each(|day| words.add_day(names.language, day)));
        }
        for (language, name, month) in OTHER_MONTHS {
            words.add_month(language, name, month - 1);
        }
        words
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

    fn add_month(&mut self, language: &str, name: &str, index: usize) {
        if name.chars().any(|c| c.is_ascii_digit()) {
            return; // the number says it
        }
        let month = DateWord { months: 1 << index, ..DateWord::default() };
        self.put(language, name, month);
        if language == "fi" {
            self.put(language, &format!("{name}ta"), month); // the partitive, which dates have
        }
    }

    fn add_day(&mut self, language: &str, name: &str) {
        let day = DateWord { is_inside: true, is_weekday: true, ..DateWord::default() };
        self.put(language, name, day);
    }

    fn put(&mut self, language: &str, word: &str, mut word_use: DateWord) {
        let word = fold(word.trim_matches(|c: char| !is_of_word(c)));
        if word.is_empty() {
            return;
        }
        word_use.is_of_other_order = matches!(language, "" | "any" | "en" | "zh" | "ja" | "ko");
        self.longest = self.longest.max(word.chars().count());
        *self.words.entry(word).or_default() |= word_use;
    }

    /// Returns what a folded word can be in a date.
    pub fn get(&self, word: &str) -> Option<DateWord> {
        let hebrew = || {
            let bare = word.strip_prefix(['ב', 'ה', 'ל', 'מ']).filter(|bare| bare.chars().count() > 2)?;
            self.words.get(bare)
        };
        self.words.get(word).or_else(hebrew).copied()
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
            let end = ends.filter(|&end| self.words.contains_key(&rest[..end])).last()?;
            words.push(self.words[&rest[..end]]);
            rest = &rest[end..];
        }
        Some(words)
    }
}

/// Tells whether a letter is of a script whose words often have two letters.
fn is_of_short_words(c: char) -> bool {
    joins_lines(c) || matches!(c, '\u{AC00}'..='\u{D7A3}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_of_all_locales_name_one_month() {
        let words = DateWords::of_locales();
        for names in &NAMES {
            for (index, name) in names.months[0].iter().enumerate() {
                if name.chars().any(|c| c.is_ascii_digit()) {
                    continue;
                }
                let word = words.get(&fold(name)).unwrap_or_default();
                assert_eq!(word.month(), i8::try_from(index + 1).ok(), "{name} ({})", names.language);
            }
        }
    }
}
