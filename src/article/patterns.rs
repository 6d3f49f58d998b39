//! The words by which head, foot and furniture of a report are told, in the languages that reports come in.
//!
//! They stand in one table, `patterns.json`, by language and kind, of which `pattern_sources` makes the one that is read.
//! A reader of the program can add to it:
//!
//! ```text
//!     "advertisement"       the whole line, whatever marks stand around it; `#` is any number
//!     "tags:"               the line begins so, and a mark follows: "Tags: ferries", "TAGS | ferries"
//!     "lire aussi…"         the line begins so, whatever follows: "Lire aussi Le port rouvre"; `#` as above
//!     "…with agencies"      the line ends so
//! ```
//!
//! Case, accents and the shapes of marks are set aside.

use std::sync::{LazyLock, OnceLock};

use rustc_hash::FxHashSet;

use super::date_words::DateWords;
use super::folding::{bare, digit, fold, is_of_word, strip, words_of};
use super::pattern_index::Index;
use super::pattern_kind::{KINDS, PatternKind};
#[cfg(test)]
use super::pattern_table::PART;
use super::pattern_table::{Letters, Lines, Part, Start, parts};
use crate::unicode::dashes;
use crate::unicode::scripts::joins_lines;

/// Holds the patterns by which kinds of blocks, dates and datelines are told.
#[derive(Clone, Debug)]
pub struct Patterns {
    tables: [Table; KINDS],
    dates: DateWords,
}

impl Default for Patterns {
    fn default() -> Self {
        Self::known().clone()
    }
}

/// How much of the last word of a line is looked at, in bytes.
const LONGEST_WORD: usize = 240;

/// How many times the bytes of a pattern a line may have that is one: its accents and the marks around it are set aside.
const MARKS: usize = 3;

impl Patterns {
    /// Returns the patterns that come with the program.
    #[must_use]
    pub fn known() -> &'static Self {
        static KNOWN: LazyLock<Patterns> = LazyLock::new(Patterns::of_table);
        &KNOWN
    }

    /// Returns the patterns that come with the program, and others.
    #[must_use]
    pub fn with(others: &[(PatternKind, String)]) -> Self {
        let mut patterns = Self::default();
        for (kind, pattern) in others {
            patterns.add("", *kind, pattern);
        }
        patterns
    }

    /// Returns no patterns but words of dates.
    #[cfg(test)]
    pub(super) fn of(dates: DateWords) -> Self {
        Self { tables: Default::default(), dates }
    }

    /// Takes the table.
    fn of_table() -> Self {
        let mut parts = parts();
        let tables = std::array::from_fn(|_| Table::of_part(parts.next().unwrap_or_default()));
        Self { tables, dates: DateWords::of_part(parts.next().unwrap_or_default()) }
    }

    /// Writes the table.
    #[cfg(test)]
    pub(super) fn lines(&self) -> String {
        let table = |(table, name): (&Table, &str)| format!("{PART} {name} {}", table.lines());
        let tables: String = self.tables.iter().zip(PatternKind::NAMES).map(table).collect();
        format!("{tables}{PART} dates {}", self.dates.lines())
    }

    /// Adds a pattern as it is written.
    pub(super) fn add(&mut self, language: &str, kind: PatternKind, pattern: &str) {
        match kind {
            PatternKind::Published | PatternKind::Updated | PatternKind::Clock | PatternKind::Weekday => {
                self.dates.add(language, kind, pattern);
            }
            _ => {}
        }
        self.tables[kind as usize].add(pattern);
    }

    /// Makes the patterns that come with the program quick to look up, for a text of very many lines.
    pub(super) fn index(&self) {
        self.tables.iter().for_each(Table::make_index);
        self.dates.make_index();
    }

    /// Tells whether a word names a day of the week or a month in any language, whatever its case; what an apostrophe sets off
    /// at its end ("Monday's") is no part of it. Cost: logarithmic in the words of dates.
    #[must_use]
    pub fn names_day_or_month(&self, word: &str) -> bool {
        let bare = word.split(['\'', '\u{2019}']).next().unwrap_or(word);
        self.dates.get(&fold(bare)).is_some_and(|of| of.is_weekday || of.months > 0)
    }

    /// Returns the words of dates.
    pub(super) fn dates(&self) -> &DateWords {
        &self.dates
    }

    /// Tells whether a line is one of a kind.
    pub(super) fn has(&self, kind: PatternKind, line: &str) -> bool {
        let table = &self.tables[kind as usize];
        table.after_beginning(line).is_some() || table.before_ending(line).is_some() || table.has_bare(line)
    }

    /// Tells whether words are one of a kind, marks around them set aside.
    pub(super) fn is(&self, kind: PatternKind, words: &str) -> bool {
        let table = &self.tables[kind as usize];
        let plain = words.bytes().all(|b| b.is_ascii_lowercase());
        if plain { table.has_whole(words) } else { table.has_bare(words) }
    }

    /// Returns what follows the longest beginning of a kind that a line has.
    pub(super) fn after<'t>(&self, kind: PatternKind, line: &'t str) -> Option<&'t str> {
        self.tables[kind as usize].after_beginning(line)
    }

    /// Returns what stands before an ending of a kind that a line has.
    pub(super) fn before<'t>(&self, kind: PatternKind, line: &'t str) -> Option<&'t str> {
        self.tables[kind as usize].before_ending(line)
    }

    /// Returns what follows the name of an agency that a text begins with.
    pub(super) fn after_agency<'t>(&self, text: &'t str) -> Option<&'t str> {
        let ends = |rest: &&str| !rest.starts_with(is_of_word);
        let agencies = self.tables[PatternKind::Agency as usize].whole();
        agencies.filter_map(|agency| strip(text, agency)).filter(ends).min_by_key(|rest| rest.len())
    }
}

/// The patterns of one kind, folded.
#[derive(Clone, Debug, Default)]
struct Table {
    /// Those that come with the program.
    known: Lines,
    /// The same by hash, if it was made.
    index: OnceLock<Index>,
    /// How beginnings and endings of these begin and end.
    letters: Letters,
    /// The endings of these.
    ends: Lines,
    /// The same by their last byte, once one is looked for.
    ends_by_last: OnceLock<Vec<Vec<&'static str>>>,
    /// Those that are added.
    whole: FxHashSet<String>,
    beginnings: Vec<(String, bool)>,
    endings: Vec<String>,
    /// The bytes of the longest whole line.
    longest: usize,
}

/// How a pattern begins a line.
#[derive(Clone, Copy, Debug)]
struct Beginning<'p> {
    text: &'p str,
    /// Whether a mark must follow.
    is_label: bool,
}

impl Table {
    /// Takes the part of a kind.
    fn of_part(part: Part) -> Self {
        let ends = if part.letters.has_endings() { part.lines.of(b'$') } else { Lines::default() };
        Self { known: part.lines, letters: part.letters, ends, longest: part.longest, ..Self::default() }
    }

    /// Writes that part, without the name of the kind.
    #[cfg(test)]
    fn lines(&self) -> String {
        let signed = |sign: char, text: &str| format!("{sign}{text}\n");
        let known = self.known.all().map(|line| format!("{line}\n"));
        let whole = self.whole.iter().map(|text| signed('=', text));
        let beginnings = self.beginnings.iter().map(|(text, is_label)| signed(if *is_label { ':' } else { '^' }, text));
        let endings = self.endings.iter().map(|text| signed('$', text));
        let lines: std::collections::BTreeSet<String> = known.chain(whole).chain(beginnings).chain(endings).collect();
        let letters = Letters::written(lines.iter().map(|line| line.trim_end()));
        format!("{} {letters}\n{}", self.longest, lines.into_iter().collect::<String>())
    }

    /// Tells whether folded words are a whole line.
    fn has_whole(&self, words: &str) -> bool {
        let is_known = || self.index.get().map_or_else(|| self.known.has(b'=', words), |index| index.has_whole(words));
        words.len() <= self.longest && (is_known() || self.whole.contains(words))
    }

    fn make_index(&self) {
        self.index.get_or_init(|| Index::of(self.known));
    }

    /// Returns the beginnings of a sign that come with the program and begin so.
    fn known_beginnings(&self, sign: u8, start: Start) -> impl Iterator<Item = &'static str> {
        let from = self.index.get().map(|index| index.from(sign, start));
        from.unwrap_or_else(|| self.known.from_beginning(sign, start)).while_beginning(sign, start)
    }

    /// Tells whether words are a whole line, marks around them set aside.
    fn has_bare(&self, words: &str) -> bool {
        words.len() <= MARKS * self.longest && self.has_whole(&bare(words))
    }

    fn whole(&self) -> impl Iterator<Item = &str> {
        self.known.of(b'=').all().map(|line| &line[1..]).chain(self.whole.iter().map(String::as_str))
    }

    /// Returns the endings that end with a byte.
    fn endings(&self, last: u8) -> impl Iterator<Item = &str> {
        let by_last = self.ends_by_last.get_or_init(|| {
            let mut by_last = vec![Vec::new(); 1 + usize::from(u8::MAX)];
            for ending in self.ends.all().map(|line| &line[1..]) {
                by_last[usize::from(ending.bytes().next_back().unwrap_or(0))].push(ending);
            }
            by_last
        });
        let added =
            self.endings.iter().map(String::as_str).filter(move |ending| ending.bytes().next_back() == Some(last));
        by_last[usize::from(last)].iter().copied().chain(added)
    }

    /// Adds a pattern as it is written.
    fn add(&mut self, pattern: &str) {
        let pattern = fold(pattern.trim());
        let beginning = |text: &str| text.trim().trim_end_matches('…').trim_end().to_owned();
        if let Some(text) = pattern.strip_suffix('…').or_else(|| pattern.strip_suffix("...")) {
            self.add_beginning(beginning(text), false);
        } else if let Some(text) = pattern.strip_suffix(':') {
            self.add_beginning(beginning(text), true);
        } else if let Some(text) = pattern.strip_prefix('…').or_else(|| pattern.strip_prefix("...")) {
            // Of a line too the marks at its end are set aside.
            let ending = text.trim().trim_end_matches(|c: char| !is_of_word(c));
            self.endings.extend((!ending.is_empty()).then(|| ending.to_owned()));
        } else {
            let bare = words_of(pattern.chars().map(|c| if c == '#' { '0' } else { c }));
            if !bare.is_empty() {
                self.longest = self.longest.max(bare.len());
                self.whole.insert(bare);
            }
        }
    }

    fn add_beginning(&mut self, text: String, is_label: bool) {
        if !text.is_empty() {
            self.beginnings.push((text, is_label));
        }
    }

    /// Returns what follows the longest beginning that a line has; signs before its first word are passed over.
    fn after_beginning<'t>(&self, line: &'t str) -> Option<&'t str> {
        let words = line.trim_start_matches(|c: char| !is_of_word(c) && !matches!(c, '©' | '#'));
        self.after(line).or_else(|| if words.len() < line.len() { self.after(words) } else { None })
    }

    fn after<'t>(&self, line: &'t str) -> Option<&'t str> {
        let mut shortest: Option<&str> = None;
        let mut look = |text: &str, is_label| {
            let rest = Beginning { text, is_label }.strip(line);
            if rest.is_some_and(|rest| shortest.is_none_or(|shortest| rest.len() < shortest.len())) {
                shortest = rest;
            }
        };
        if let Some(start) = self.letters.start(line) {
            self.known_beginnings(b':', start).for_each(|known| look(&known[1..], true));
            self.known_beginnings(b'^', start).for_each(|known| look(&known[1..], false));
        }
        self.beginnings.iter().for_each(|(text, is_label)| look(text, *is_label));
        shortest
    }

    fn before_ending<'t>(&self, line: &'t str) -> Option<&'t str> {
        let line = line.trim_end_matches(|c: char| !is_of_word(c));
        if self.endings.is_empty() && !self.letters.may_end(line) {
            return None;
        }
        // Hardly any line ends in the last word of an ending.
        let tail = line.rsplit(char::is_whitespace).next()?;
        // In a script without spaces it is the whole line.
        let start = tail.len().saturating_sub(LONGEST_WORD);
        let tail = fold(&tail[(start..tail.len()).find(|&at| tail.is_char_boundary(at))?..]);
        let cut = |ending: &str| {
            // Folding may change how many characters there are, by a few marks at most.
            let count = ending.chars().count();
            let starts = line.char_indices().rev().map(|(at, _)| at).take(2 * count).skip(count.saturating_sub(1));
            starts.into_iter().find(|&at| strip(&line[at..], ending) == Some("")).map(|at| &line[..at])
        };
        let may_end = |ending: &&str| ending.ends_with(&tail) || tail.ends_with(ending);
        self.endings(tail.bytes().next_back()?).filter(may_end).find_map(cut)
    }
}

/// Returns what follows a number, with its marks, that a text begins with.
fn after_number(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| digit(c).is_some() || matches!(c, '.' | ',' | '%'));
    text.starts_with(|c: char| digit(c).is_some()).then_some(rest)
}

impl Beginning<'_> {
    fn strip<'t>(&self, line: &'t str) -> Option<&'t str> {
        let rest = match self.text.split_once('#') {
            None => strip(line, self.text)?,
            Some((before, after)) => {
                let rest = after_number(strip(line, before)?)?;
                // A number has its percent sign with a space before it, or without.
                match after.trim_start().strip_prefix('%') {
                    Some(after) => strip(rest.trim_start().strip_prefix('%').unwrap_or(rest), after)?,
                    None => strip(rest, after)?,
                }
            }
        };
        if self.is_label {
            let after = rest.trim_start();
            let is_mark =
                |c: char| matches!(c, ':' | '：' | '|' | '｜' | '>' | '›' | '»' | '►' | '→' | '/' | '／' | '】' | '］');
            let is_dash = |c: char| dashes::is_dash(c) && after.len() < rest.len();
            return after.strip_prefix(|c| is_mark(c) || is_dash(c)).map(str::trim_start);
        }
        let spaceless = self.text.ends_with(joins_lines);
        let is_apart = spaceless || !self.text.ends_with(is_of_word) || !rest.starts_with(is_of_word);
        is_apart.then(|| rest.trim_start())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read() {
        let patterns = Patterns::known();
        assert!(PatternKind::ADDABLE.iter().all(|kind| !kind.name().is_empty() && !kind.help().is_empty()));
        assert!(patterns.tables.iter().all(|table| table.known.all().next().is_some()));
    }

    #[test]
    fn four_ways_to_write_a_pattern() {
        let of = |pattern: &str, line: &str| {
            Patterns::with(&[(PatternKind::Furniture, pattern.to_owned())]).has(PatternKind::Furniture, line)
        };
        assert!(of("harbour extra", "» HARBOUR EXTRA!") && !of("harbour extra", "Harbour extra boats"));
        assert!(of("harbour extra #", "Harbour extra (12)"));
        assert!(of("# quays…", "12 quays and more") && !of("# quays…", "# quays and more"));
        let long = format!("{}続きは紙面で", "港町は灯台を夏までに直すと発表した。".repeat(20));
        assert!(of("…続きは紙面で", &long) && !of("…続きは紙面で", &format!("{long}読む")));
        assert!(of("quay:", "Quay: boats") && of("quay:", "QUAY | boats") && of("quay:", "Quay – boats"));
        assert!(!of("quay:", "Quay boats") && !of("quay:", "Quay-boats"));
        assert!(of("quay # of…", "Quay 12.5% of boats") && !of("quay # of…", "Quay of boats"));
        for line in ["Quay 12.5% of boats", "Quay 12 % of boats", "Quay 12\u{A0}% of boats"] {
            assert!(of("quay # % of…", line), "{line}");
        }
        assert!(of("on the quay…", "On the quay boats") && !of("on the quay…", "On the quayside"));
        assert!(of("…of the quay", "Friends of the Quay.") && !of("…of the quay", "Of the quay there is"));
        assert!(of("…(quay)", "Boats (Quay)") && of("…more boats!", "See more boats!") && !of("…!", "Boats!"));
        for empty in ["", "…", ":", "...", "!"] {
            assert!(!of(empty, "Boats") && !of(empty, ""), "{empty:?}");
        }
    }
}
