//! Makes the table that the program tells heads, feet and dates by, folded, of what people write.
//!
//! ```text
//!     patterns.json      by language and kind, as they are written ─┐
//!     LC_TIME of glibc   names of months and days ──────────────────┴─► patterns.txt     by kind, folded, sorted
//! ```
//!
//! The program would take a hundred times as long to do so whenever it starts. Names of months and days come from the C
//! library's locales, in the case that dates have and in the one that stands alone.
//!
//! `just patterns` writes the table; without that it is only held to be so.

use pure_rust_locales as locales;
use rustc_hash::FxHashMap;

use super::date_reader::BUDDHIST;
use super::date_tokens::ERAS;
use super::date_words::{DateWord, DateWords};
use super::folding::fold;
use super::pattern_kind::PatternKind;
use super::pattern_table::TABLE;
use super::patterns::Patterns;

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
static NAMES: [Names; 31] = names!(
    en_US "en", fr_FR "fr", de_DE "de", de_AT "de", es_ES "es", it_IT "it", pt_PT "pt", nl_NL "nl", pl_PL "pl",
    cs_CZ "cs", sk_SK "sk", el_GR "el", ru_RU "ru", uk_UA "uk", he_IL "he", hi_IN "hi", ar_EG "ar", ar_SY "ar",
    ar_MA "ar", zh_CN "zh", ja_JP "ja", ko_KR "ko", da_DK "da", sv_SE "sv", nb_NO "nb", fi_FI "fi", tr_TR "tr",
    ro_RO "ro", hu_HU "hu", id_ID "id", th_TH "th",
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
    fn of_locales() -> Self {
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
        // A letter stands for much else, and days of Indonesian that are cut short are names of people: Sen, Kam.
        if name.len() == 1 || language == "id" && name.len() == 3 {
            return;
        }
        self.put(language, name, day);
        if language == "th" {
            // Without spaces: "day", its name, and what stands before the number.
            self.put(language, &format!("วัน{name}"), day);
            self.put(language, &format!("วัน{name}ที่"), day);
        }
    }
}

/// The patterns by language and kind.
type Written = FxHashMap<String, FxHashMap<PatternKind, Vec<String>>>;

/// Folds what is written.
fn folded() -> Patterns {
    let written: Written = serde_json::from_str(include_str!("patterns.json")).expect("it is a table of patterns");
    let mut patterns = Patterns::of(DateWords::of_locales());
    for (language, kinds) in &written {
        for (kind, entries) in kinds {
            for entry in entries {
                patterns.add(language, *kind, entry);
            }
        }
    }
    patterns
}

#[test]
fn the_table_is_what_is_written() {
    let made = folded().lines();
    if std::env::var_os("DIPTYCH_WRITE_PATTERNS").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/article/patterns.txt");
        std::fs::write(path, &made).expect("it can be written");
    }
    let first = made.lines().zip(TABLE.lines()).position(|(made, held)| made != held);
    assert!(made == TABLE, "not so from line {first:?} on: write it with DIPTYCH_WRITE_PATTERNS=1");
    assert_eq!(Patterns::known().lines(), made, "it is read as it was written");
}

#[test]
fn years_of_eras_are_those_of_the_locales() {
    let era = |name: &str| ERAS.iter().find(|(known, _)| *known == name).map(|(_, first)| i32::from(*first));
    let mut seen = 0;
    for entry in locales::ja_JP::LC_TIME::ERA.into_iter().flatten().take_while(|entry| !entry.contains("西暦")) {
        let parts: Vec<&str> = entry.split(':').collect();
        let (year, offset) = (parts[2].split('/').next().unwrap_or_default(), parts[1]);
        let first = year.parse::<i32>().expect("a year") - offset.parse::<i32>().expect("a number") + 1;
        assert_eq!(era(parts[4]), Some(first), "{entry}");
        seen += 1;
    }
    assert!(seen >= ERAS.len());
    let thai = locales::th_TH::LC_TIME::ERA.into_iter().flatten().next().expect("it has one");
    assert!(thai.contains(&format!(":-{BUDDHIST}/")), "{thai}");
}

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
