//! TOML, as some site generators write it.
//!
//! ```text
//!     +++
//!     title = "Boats: new ones"
//!     date = 2026-03-17T10:00:00Z
//!     authors = ["Ann Example"]
//!     +++
//! ```

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::value::{DEPTH, Entries, Entry, Value};

/// The longest front matter that is parsed, in bytes; a longer one is none.
const LONGEST: usize = 64 << 10;

/// The most lines that are no TOML; a text with more is none.
const MOST_WRONG: usize = 16;

/// The most errors that these may make.
const MOST_ERRORS: usize = 64;

/// The most dots of a key: each opens a table in the one before.
const DOTS: usize = 64;

/// Parts a front matter into its keys. Where a line is no TOML, what it holds is taken as it stands.
pub(super) fn entries(text: &str) -> Entries<'_> {
    let mut found = Entries::default();
    if text.len() > LONGEST || text.lines().any(|line| line.matches('.').count() > DOTS && !line.contains(['"', '\'']))
    {
        found.strays = text.lines().count();
        return found;
    }
    let lines = LineStarts::new(text);
    let (sound, wrong) = mended(text, &lines);
    let (table, _) = DeTable::parse_recoverable(&sound);
    let mut keyed: Vec<(usize, &str, Value)> = Vec::new();
    for (key, value) in in_order(table.get_ref()) {
        let name = text.get(key.span()).unwrap_or_default().trim_matches(['"', '\'']);
        keyed.push((lines.of(key.span().start), name, read(value.get_ref(), DEPTH)));
    }
    for line in wrong {
        match lines.text(line).split_once('=') {
            Some((key, value)) if is_word(key.trim()) => {
                keyed.push((line, key.trim(), Value::Text(value.trim().to_owned())));
            }
            _ => found.strays += 1,
        }
    }
    keyed.sort_by_key(|(line, ..)| *line);
    found.comments = text.lines().filter(|line| line.starts_with('#')).count();
    let ends = keyed.iter().skip(1).map(|(line, ..)| *line).chain([lines.count()]).collect::<Vec<_>>();
    for ((start, key, value), end) in keyed.into_iter().zip(ends) {
        let is_line = |line: &usize| !lines.text(*line).trim().is_empty() && !lines.text(*line).starts_with('#');
        found.keyed.push(Entry { key, value, lines: (start..end.max(start + 1)).filter(is_line).count(), failed: 0 });
    }
    found
}

/// Returns a text with spaces instead of the lines where reading stops, and which those are.
fn mended(text: &str, lines: &LineStarts<'_>) -> (String, Vec<usize>) {
    let (mut sound, mut wrong) = (text.to_owned(), Vec::new());
    while wrong.len() < MOST_WRONG {
        let (_, errors) = DeTable::parse_recoverable(&sound);
        if errors.len() > MOST_ERRORS {
            break;
        }
        let at = |error: &toml::de::Error| error.span().map_or(0, |span| span.start).min(text.len());
        let Some(stop) = errors.iter().map(at).min() else { return (sound, wrong) };
        let is_open = |line: &usize| !wrong.contains(line) && !lines.text(*line).trim().is_empty();
        // A line that is not ended is found out where the next one begins.
        let Some(line) = (0..=lines.of(stop)).rev().find(is_open) else { break };
        let range = lines.range(line);
        sound.replace_range(range.clone(), &" ".repeat(range.len()));
        wrong.push(line);
    }
    (String::new(), (0..lines.count()).collect())
}

/// Tells whether a key is one word of letters, hyphens and underscores.
fn is_word(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '_'))
}

/// Returns the entries of a table in the order of the text.
fn in_order<'t, 'i>(table: &'t DeTable<'i>) -> Vec<(&'t Spanned<DeString<'i>>, &'t Spanned<DeValue<'i>>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}

fn read(value: &DeValue<'_>, depth: usize) -> Value {
    match value {
        _ if depth == 0 => Value::Nothing,
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Datetime(date) => Value::Text(date.to_string()),
        DeValue::Array(values) => Value::List(values.iter().map(|value| read(value.get_ref(), depth - 1)).collect()),
        DeValue::Table(table) => {
            let entry = |(key, value): (&Spanned<DeString<'_>>, &Spanned<DeValue<'_>>)| {
                (key.get_ref().to_string(), read(value.get_ref(), depth - 1))
            };
            Value::Map(table.iter().map(entry).collect())
        }
        DeValue::Integer(number) => Value::Text(number.to_string()),
        DeValue::Float(number) => Value::Text(number.to_string()),
        DeValue::Boolean(_) => Value::Nothing,
    }
}

/// Where the lines of a text begin.
struct LineStarts<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> LineStarts<'t> {
    fn new(text: &'t str) -> Self {
        let breaks = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
        Self { text, starts: std::iter::once(0).chain(breaks).collect() }
    }

    fn count(&self) -> usize {
        self.starts.len()
    }

    /// Returns the index of the line of a byte.
    fn of(&self, byte: usize) -> usize {
        self.starts.partition_point(|&start| start <= byte) - 1
    }

    fn text(&self, line: usize) -> &'t str {
        &self.text[self.range(line)]
    }

    /// Returns where a line is, without its end.
    fn range(&self, line: usize) -> Range<usize> {
        let end = self.starts.get(line + 1).map_or(self.text.len(), |&next| next - 1);
        self.starts[line]..end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<(String, String, usize)> {
        let entry = |entry: &Entry<'_>| (entry.key.to_owned(), entry.value.texts().join("; "), entry.lines);
        entries(text).keyed.iter().map(entry).collect()
    }

    fn expected(entries: &[(&str, &str, usize)]) -> Vec<(String, String, usize)> {
        entries.iter().map(|(key, value, lines)| ((*key).to_owned(), (*value).to_owned(), *lines)).collect()
    }

    #[test]
    fn values_as_they_are_written() {
        let text = "# by hand\ntitle = \"Boats: \\\"new\\\"\" # three\ndate = 2026-03-17T10:00:00Z\n\nauthors = [\n  'Ann',\n  \"Ben\",\n]\nweight = 3\n\
                    \"lang\" = \"en\"\n[extra]\nsource = { name = \"Wire\" }\n";
        assert_eq!(
            of(text),
            expected(&[
                ("title", "Boats: \"new\"", 1),
                ("date", "2026-03-17T10:00:00Z", 1),
                ("authors", "Ann; Ben", 4),
                ("weight", "3", 1),
                ("lang", "en", 1),
                ("extra", "", 2)
            ])
        );
        assert_eq!(entries(text).comments, 1);
    }

    #[test]
    fn a_line_that_is_no_toml_costs_no_other() {
        let text = "title = Boats by spring\ndate = 2026-03-17\nNobody came.\nauthor = \"Ann\"\n";
        assert_eq!(
            of(text),
            expected(&[("title", "Boats by spring", 1), ("date", "2026-03-17", 2), ("author", "Ann", 1)])
        );
        assert_eq!(entries(text).strays, 1);
    }

    #[test]
    fn bombs_are_not_understood() {
        for text in [
            format!("title = {}", "[".repeat(60_000)),
            format!("title = {}", "{a=".repeat(20_000)),
            format!("{}a = 1", "a.".repeat(30_000)),
            format!("[{}a]", "a.".repeat(30_000)),
            "a = [\n".repeat(9_000),
            "a = \"\"\"\n".repeat(6_000),
            "a\n".repeat(30_000),
            "[a]\n".repeat(16_000),
        ] {
            let start = std::time::Instant::now();
            entries(&text);
            assert!(
                start.elapsed().as_secs() < if cfg!(debug_assertions) { 5 } else { 1 },
                "{} took {:?}",
                &text[..6],
                start.elapsed()
            );
        }
    }
}
