//! How common a word is in the language at large.
//!
//! In three paragraphs "has" may stand but once, and yet it tells nothing. So there is a table of the commonest words of thirteen
//! languages, the commonest first:
//!
//! ```text
//!     rank     0    1    2    …   30   …   the thousandth    not in the table
//!              the  of   and      has      amount            ferry
//!     rarity  .10  .16  .20      .50      1                  1
//! ```
//!
//! `cargo run --example background -- LISTS` makes the tables from lists of words, and says there where these come from.
//! The languages are those of the lists. Where a language has no table, nothing is known and every word is rare.

mod identified;

pub use identified::Identified;

use rustc_hash::FxHashMap;
use unicode_script::Script;

use identified::Stated;

use crate::common_words;
use crate::pair::Pair;
use crate::words::{Form, Lexicon, count_lines, hash, packed_lines};

/// The table of a language.
struct Table {
    code: &'static str,
    name: &'static str,
    /// The stems of its commonest words, the commonest first, as a [`Lexicon`] keeps them; 0 for one that is too long for that.
    packed: &'static [u128],
    /// Those that are too long for that, with their ranks.
    long: &'static [(&'static str, u16)],
}

impl Table {
    /// Returns the script of its language.
    fn script(&self) -> Script {
        match self.code {
            "ar" => Script::Arabic,
            "el" => Script::Greek,
            "he" => Script::Hebrew,
            "hi" => Script::Devanagari,
            _ => Script::Latin,
        }
    }
}

macro_rules! table {
    ($at:literal, $name:literal) => {{
        const STEMS: &str = common_words::STEMS[$at].1;
        static PACKED: [u128; count_lines(STEMS)] = packed_lines(STEMS);
        static LONG: [(&str, u16); count_long(&PACKED)] = long_lines(STEMS, &PACKED);
        Table { code: common_words::STEMS[$at].0, name: $name, packed: &PACKED, long: &LONG }
    }};
}

/// The tables, in the order of their stems.
static TABLES: [Table; 13] = [
    table!(0, "Arabic"),
    table!(1, "Danish"),
    table!(2, "German"),
    table!(3, "Greek"),
    table!(4, "English"),
    table!(5, "Spanish"),
    table!(6, "French"),
    table!(7, "Hebrew"),
    table!(8, "Hindi"),
    table!(9, "Italian"),
    table!(10, "Norwegian"),
    table!(11, "Portuguese"),
    table!(12, "Swedish"),
];

/// Returns how many lines were too long to be packed.
const fn count_long(packed: &[u128]) -> usize {
    let (mut count, mut rank) = (0, 0);
    while rank < packed.len() {
        if packed[rank] == 0 {
            count += 1;
        }
        rank += 1;
    }
    count
}

/// Returns the lines that were too long to be packed, and their ranks.
const fn long_lines<const N: usize>(text: &'static str, packed: &[u128]) -> [(&'static str, u16); N] {
    let (mut long, mut count) = ([("", 0); N], 0);
    let (mut rest, mut rank) = (text, 0);
    while rank < packed.len() {
        let mut end = 0;
        while rest.as_bytes()[end] != b'\n' {
            end += 1;
        }
        let (line, others) = rest.split_at(end);
        if packed[rank] == 0 {
            long[count] = (line, rank as u16);
            count += 1;
        }
        (rest, rank) = (others.split_at(1).1, rank + 1);
    }
    long
}

/// How many stems all tables have together.
const STEMS: usize = {
    let (mut count, mut table) = (0, 0);
    while table < TABLES.len() {
        count += TABLES[table].packed.len();
        table += 1;
    }
    count
};

/// How many stems with the same hash are looked through is one on the average.
const SLOTS: usize = STEMS.next_power_of_two();

/// All tables by the hash of their stems, made when the program is built.
static INDEX: Index = Index::new();

struct Index {
    /// For each hash the entry that was put there last, counted from one.
    last: [u16; SLOTS],
    /// The entry that was put there before each, and its table and rank.
    entries: [(u16, u8, u16); STEMS],
}

impl Index {
    #[expect(clippy::large_stack_arrays, reason = "it is made when the program is built, and stands on no stack")]
    const fn new() -> Self {
        let mut index = Self { last: [0; SLOTS], entries: [(0, 0, 0); STEMS] };
        let (mut table, mut entry) = (0, 0);
        while table < TABLES.len() {
            let packed = TABLES[table].packed;
            let mut rank = 0;
            while rank < packed.len() {
                let slot = Self::slot(packed[rank]);
                index.entries[entry] = (index.last[slot], table as u8, rank as u16);
                entry += 1;
                index.last[slot] = entry as u16;
                rank += 1;
            }
            table += 1;
        }
        index
    }

    const fn slot(key: u128) -> usize {
        hash(key) as usize % SLOTS
    }

    /// Returns the tables that have a stem, and its rank in each.
    fn find(&self, key: u128) -> impl Iterator<Item = (usize, u16)> {
        let entry = |last: u16| self.entries.get(usize::from(last).wrapping_sub(1));
        let entries = std::iter::successors(entry(self.last[Self::slot(key)]), move |&&(before, ..)| entry(before));
        let places = entries.map(|&(_, table, rank)| (usize::from(table), rank));
        places.filter(move |&(table, rank)| TABLES[table].packed[usize::from(rank)] == key)
    }
}

/// The rank from which on all words are alike.
const RANKS: f64 = 1000.0;

/// What the letters of grammar in Chinese and Japanese weigh, as a word of this rank: of these languages there is no table, and so
/// every letter would be as rare as the two texts make it.
const GRAMMAR: u16 = 4;

/// The letters that stand in nearly every sentence of Chinese, in both ways to write them: particles, pronouns, prepositions,
/// conjunctions, and verbs such as "is" and "has".
const CHINESE: &str = "的了在是和与與有将將对對为為这這那也就都而及以于於从從被把让讓向到不个個两兩一等其之并並但或他她它我你们們说說会會要已还還该該";

/// Returns the letters of grammar: those, and hiragana, in which Japanese writes particles and endings.
fn grammar() -> impl Iterator<Item = char> {
    ('\u{3041}'..='\u{3096}').chain(CHINESE.chars())
}

fn number(lexicon: &Lexicon, letter: char) -> Option<Form> {
    lexicon.number(letter.encode_utf8(&mut [0; 4]))
}

/// A table must know this part of the words, or the text is in none of its languages.
const KNOWN: (u64, u64) = (1, 3);

/// A language of which there is a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(u8);

impl Language {
    /// Returns the language's code, of two letters (ISO 639-1).
    #[must_use]
    pub const fn code(self) -> &'static str {
        TABLES[self.0 as usize].code
    }

    /// Returns the language's name in English.
    #[must_use]
    pub const fn name(self) -> &'static str {
        TABLES[self.0 as usize].name
    }

    /// Returns the language that a tag of BCP 47 begins with.
    fn of_tag(tag: &str) -> Option<Self> {
        let first = tag.split(['-', '_']).next().unwrap_or_default();
        let code = if first.eq_ignore_ascii_case("nb") || first.eq_ignore_ascii_case("nn") { "no" } else { first };
        let place = TABLES.iter().position(|table| table.code.eq_ignore_ascii_case(code))?;
        u8::try_from(place).ok().map(Self)
    }
}

/// Which stems of a lexicon are common in each language.
#[derive(Clone, Debug, Default)]
pub struct Background {
    /// For each language the stems that the lexicon has, and their ranks.
    ranks: Vec<Vec<(Form, u16)>>,
    /// The letters of Chinese and Japanese that the lexicon has and that write grammar.
    grammar: Vec<Form>,
}

impl Background {
    /// Looks the words of a lexicon up in the tables. Cost: linear in them.
    #[must_use]
    pub fn of(lexicon: &Lexicon) -> Self {
        let mut ranks = vec![Vec::new(); TABLES.len()];
        for (key, form) in lexicon.packed() {
            for (table, rank) in INDEX.find(key) {
                ranks[table].push((form, rank));
            }
        }
        for (table, ranks) in TABLES.iter().zip(&mut ranks).filter(|(table, _)| !table.long.is_empty()) {
            ranks.extend(table.long.iter().filter_map(|&(stem, rank)| Some((lexicon.number(stem)?, rank))));
            ranks.sort_unstable();
        }
        let grammar = if lexicon.has_letters() {
            grammar().filter_map(|letter| number(lexicon, letter)).collect()
        } else {
            Vec::new()
        };
        Self { ranks, grammar }
    }

    /// The language of a text: the stated one, else the one whose table knows most of its words, if that is a third of them.
    ///
    /// A stated language without a table is none. `uses` names the text's stems by their numbers, ascending, and how often it
    /// has each. Cost: linear in the stems of the story and in the tables.
    #[must_use]
    pub fn language(&self, stated: Option<&str>, uses: impl Iterator<Item = (u32, u32)>) -> Option<Language> {
        if let Some(tag) = stated.filter(|tag| !tag.is_empty()) {
            return Language::of_tag(tag);
        }
        let mut counts = Vec::new();
        for (stem, count) in uses {
            counts.resize(stem as usize + 1, 0);
            counts[stem as usize] = count;
        }
        let all = counts.iter().sum::<u32>();
        let (known, place) = self.known(&counts).zip(0_u8..).max_by_key(|&(known, place)| (known, !place))?;
        (u64::from(known) * KNOWN.1 >= u64::from(all) * KNOWN.0 && known > 0).then_some(Language(place))
    }

    /// Returns how many words each table knows of a text that has each stem so often.
    fn known(&self, counts: &[u32]) -> impl Iterator<Item = u32> {
        let count = |form: Form| counts.get(form.index()).copied().unwrap_or(0);
        self.ranks.iter().map(move |ranks| ranks.iter().map(|&(form, _)| count(form)).sum())
    }

    /// Identifies the script and the language of a text, as far as they are sure; `None` if no script has most of its letters.
    ///
    /// `stated` is the tag of its language (BCP 47), `stems` are its words' stems, all of them. Cost: linear in the words and in the
    /// tables.
    #[must_use]
    pub fn identify(
        &self,
        stated: Option<&str>,
        letters: impl Iterator<Item = char>,
        stems: impl Iterator<Item = Form>,
    ) -> Option<Identified> {
        let stated = match stated.filter(|tag| !tag.is_empty()).map(Language::of_tag) {
            None => Stated::Nothing,
            Some(None) => Stated::Other,
            Some(Some(Language(place))) => {
                let table = &TABLES[usize::from(place)];
                Stated::Table(table.name, table.script())
            }
        };
        Identified::of(letters, stated, |script| {
            let mut counts = Vec::new();
            let mut words = 0;
            for stem in stems {
                if counts.len() <= stem.index() {
                    counts.resize(stem.index() + 1, 0);
                }
                counts[stem.index()] += 1;
                words += 1;
            }
            let tables = TABLES.iter().zip(self.known(&counts)).filter(|(table, _)| table.script() == script);
            (tables.map(|(table, known)| (table.name, known)).collect(), words)
        })
    }

    /// The common words of two texts' languages by the numbers of their stems, with how rare each is all the same.
    pub(crate) fn rarities(&self, languages: Pair<Option<Language>>) -> FxHashMap<usize, f64> {
        let mut rarities = FxHashMap::default();
        self.temper(languages, |stem, rarity| {
            rarities.insert(stem, rarity);
        });
        rarities
    }

    /// Tells of each common word of two texts' languages how rare it is all the same, below 1. Cost: linear in the tables.
    pub(crate) fn temper(&self, languages: Pair<Option<Language>>, mut tell: impl FnMut(usize, f64)) {
        self.grammar.iter().for_each(|form| tell(form.index(), rarity(GRAMMAR)));
        let ranks = |language: Option<Language>| self.ranks.get(usize::from(language?.0));
        let (left, right) = (ranks(languages.left), ranks(languages.right));
        if languages.left == languages.right || right.is_none() {
            left.into_iter().flatten().for_each(|&(form, rank)| tell(form.index(), rarity(rank)));
        } else if left.is_none() {
            for &(form, rank) in right.into_iter().flatten() {
                tell(form.index(), rarity(rank));
            }
        } else {
            let mut least: FxHashMap<Form, u16> = FxHashMap::default();
            for &(form, rank) in left.into_iter().chain(right).flatten() {
                least.entry(form).and_modify(|least| *least = rank.min(*least)).or_insert(rank);
            }
            for (form, rank) in least {
                tell(form.index(), rarity(rank));
            }
        }
    }
}

/// Returns how rare a word of a rank is, 0 to 1.
fn rarity(rank: u16) -> f64 {
    ((f64::from(rank) + 2.0).ln() / (RANKS + 2.0).ln()).min(1.0)
}
