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

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::date_words::DateWords;
use super::folding::{bare, digit, fold, folded, is_of_word, strip, words_of};
use super::pattern_kind::{KINDS, PatternKind};
use super::pattern_table::{PART, TABLE, table_lines};
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

/// The longest last word of a line, in bytes, that may be of a pattern.
const LONGEST_WORD: usize = 240;

/// How many times the bytes of a pattern a line may have that is one: its accents and the marks around it are set aside.
const MARKS: usize = 3;

impl Patterns {
    /// Returns the patterns that come with the program.
    #[must_use]
    pub fn known() -> &'static Self {
        static KNOWN: LazyLock<Patterns> = LazyLock::new(|| Patterns::of_lines(TABLE));
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

    /// Reads the table.
    fn of_lines(table: &'static str) -> Self {
        let mut parts = table.split(PART).skip(1).map(|part| part.split_once('\n').map_or("", |(_, lines)| lines));
        let tables = std::array::from_fn(|_| Table::of_lines(parts.next().unwrap_or_default()));
        Self { tables, dates: DateWords::of_lines(parts.next().unwrap_or_default()) }
    }

    /// Writes the table.
    #[cfg(test)]
    pub(super) fn lines(&self) -> String {
        let table = |(table, name): (&Table, &str)| format!("{PART} {name}\n{}", table.lines());
        let tables: String = self.tables.iter().zip(PatternKind::NAMES).map(table).collect();
        format!("{tables}{PART} dates\n{}", self.dates.lines())
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

    /// Returns the words of dates.
    pub(super) fn dates(&self) -> &DateWords {
        &self.dates
    }

    /// Tells whether a line is one of a kind.
    pub(super) fn has(&self, kind: PatternKind, line: &str) -> bool {
        let table = &self.tables[kind as usize];
        table.after_beginning(line).is_some()
            || table.before_ending(line).is_some()
            || line.len() <= MARKS * table.longest && table.whole.contains(bare(line).as_str())
    }

    /// Tells whether words are one of a kind, marks around them set aside.
    pub(super) fn is(&self, kind: PatternKind, words: &str) -> bool {
        let whole = &self.tables[kind as usize].whole;
        let plain = words.bytes().all(|b| b.is_ascii_lowercase());
        if plain { whole.contains(words) } else { whole.contains(bare(words).as_str()) }
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
        let agencies = self.tables[PatternKind::Agency as usize].whole.iter();
        agencies.filter_map(|agency| strip(text, agency)).filter(ends).min_by_key(|rest| rest.len())
    }
}

/// The patterns of one kind, folded.
#[derive(Clone, Debug, Default)]
struct Table {
    whole: FxHashSet<Cow<'static, str>>,
    /// The bytes of the longest of them.
    longest: usize,
    /// By their first character.
    beginnings: FxHashMap<char, Vec<Beginning>>,
    endings: Vec<Cow<'static, str>>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Beginning {
    text: Cow<'static, str>,
    /// Whether a mark must follow.
    is_label: bool,
}

impl Table {
    /// Reads the lines of a kind.
    fn of_lines(lines: &'static str) -> Self {
        let mut table = Self::default();
        table.whole.reserve(memchr::memchr_iter(b'=', lines.as_bytes()).count());
        for line in table_lines(lines) {
            let (sign, text) = line.split_at(1);
            match sign {
                "=" => table.add_whole(Cow::Borrowed(text)),
                "$" => table.endings.push(Cow::Borrowed(text)),
                sign => table.add_beginning(Cow::Borrowed(text), sign == ":"),
            }
        }
        table
    }

    /// Writes these lines.
    #[cfg(test)]
    fn lines(&self) -> String {
        let whole = self.whole.iter().map(|text| format!("={text}\n"));
        let sign = |beginning: &Beginning| if beginning.is_label { ':' } else { '^' };
        let beginnings = self.beginnings.values().flatten().map(|start| format!("{}{}\n", sign(start), start.text));
        let endings = self.endings.iter().map(|text| format!("${text}\n"));
        let lines: std::collections::BTreeSet<String> = whole.chain(beginnings).chain(endings).collect();
        lines.into_iter().collect()
    }

    /// Adds a pattern as it is written.
    fn add(&mut self, pattern: &str) {
        let pattern = fold(pattern.trim());
        let beginning = |text: &str| Cow::Owned(text.trim().trim_end_matches('…').trim_end().to_owned());
        if let Some(text) = pattern.strip_suffix('…').or_else(|| pattern.strip_suffix("...")) {
            self.add_beginning(beginning(text), false);
        } else if let Some(text) = pattern.strip_suffix(':') {
            self.add_beginning(beginning(text), true);
        } else if let Some(text) = pattern.strip_prefix('…').or_else(|| pattern.strip_prefix("...")) {
            self.endings.push(Cow::Owned(text.trim().to_owned()));
        } else {
            let bare = words_of(pattern.chars().map(|c| if c == '#' { '0' } else { c }));
            if !bare.is_empty() {
                self.add_whole(Cow::Owned(bare));
            }
        }
    }

    fn add_whole(&mut self, text: Cow<'static, str>) {
        self.longest = self.longest.max(text.len());
        self.whole.insert(text);
    }

    fn add_beginning(&mut self, text: Cow<'static, str>, is_label: bool) {
        if let Some(first) = text.chars().next() {
            self.beginnings.entry(first).or_default().push(Beginning { text, is_label });
        }
    }

    /// Returns what follows the longest beginning that a line has; signs before its first word are passed over.
    fn after_beginning<'t>(&self, line: &'t str) -> Option<&'t str> {
        let words = line.trim_start_matches(|c: char| !is_of_word(c) && !matches!(c, '©' | '#'));
        self.after(line).or_else(|| if words.len() < line.len() { self.after(words) } else { None })
    }

    fn after<'t>(&self, line: &'t str) -> Option<&'t str> {
        let first = match line.bytes().next() {
            Some(b) if b.is_ascii() => char::from(b.to_ascii_lowercase()),
            _ => line.chars().find_map(|c| folded(c).next())?,
        };
        let found = self.beginnings.get(&first)?.iter().filter_map(|beginning| beginning.strip(line));
        found.min_by_key(|rest| rest.len())
    }

    fn before_ending<'t>(&self, line: &'t str) -> Option<&'t str> {
        if self.endings.is_empty() {
            return None;
        }
        let line = line.trim_end_matches(|c: char| !is_of_word(c));
        // Hardly any line ends in the last word of an ending.
        let tail = line.rsplit(char::is_whitespace).next().filter(|tail| tail.len() <= LONGEST_WORD).map(fold)?;
        let cut = |ending: &Cow<'static, str>| {
            // Folding may change how many characters there are, by a few marks at most.
            let count = ending.chars().count();
            let starts = line.char_indices().rev().map(|(at, _)| at).take(2 * count).skip(count.saturating_sub(1));
            starts.into_iter().find(|&at| strip(&line[at..], ending) == Some("")).map(|at| &line[..at])
        };
        let may_end = |ending: &&Cow<'static, str>| ending.ends_with(&tail) || tail.ends_with(ending.as_ref());
        self.endings.iter().filter(may_end).find_map(cut)
    }
}

/// Returns what follows a number, with its marks, that a text begins with.
fn after_number(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| digit(c).is_some() || matches!(c, '.' | ',' | '%'));
    text.starts_with(|c: char| digit(c).is_some()).then_some(rest)
}

impl Beginning {
    fn strip<'t>(&self, line: &'t str) -> Option<&'t str> {
        let rest = match self.text.split_once('#') {
            None => strip(line, &self.text)?,
            Some((before, after)) => strip(after_number(strip(line, before)?)?, after)?,
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
        assert!(patterns.tables.iter().all(|table| !table.whole.is_empty() || !table.beginnings.is_empty()));
    }

    #[test]
    fn four_ways_to_write_a_pattern() {
        let of = |pattern: &str, line: &str| {
            Patterns::with(&[(PatternKind::Furniture, pattern.to_owned())]).has(PatternKind::Furniture, line)
        };
        assert!(of("harbour extra", "» HARBOUR EXTRA!") && !of("harbour extra", "Harbour extra boats"));
        assert!(of("harbour extra #", "Harbour extra (12)"));
        assert!(of("quay:", "Quay: boats") && of("quay:", "QUAY | boats") && of("quay:", "Quay – boats"));
        assert!(!of("quay:", "Quay boats") && !of("quay:", "Quay-boats"));
        assert!(of("quay # of…", "Quay 12.5% of boats") && !of("quay # of…", "Quay of boats"));
        assert!(of("on the quay…", "On the quay boats") && !of("on the quay…", "On the quayside"));
        assert!(of("…of the quay", "Friends of the Quay.") && !of("…of the quay", "Of the quay there is"));
        for empty in ["", "…", ":", "...", "!"] {
            assert!(!of(empty, "Boats") && !of(empty, ""), "{empty:?}");
        }
    }
}
