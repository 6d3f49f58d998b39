//! YAML, a key at a time: what one of them has wrong costs no other.
//!
//! ```text
//!     title: Boats: new ones      no YAML, but what is meant is plain: taken as it stands
//!     author:                     ┐
//!       - "Ann Example            │ each item on its own, where the whole is no YAML:
//!       - Ben Example             ┘ the first one is lost, the second is not
//! ```
//!
//! Only events of the parser are asked for, so that an alias stands for nothing; aliases, anchors, tags and deep nesting
//! are not understood here.

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::fields;
use super::value::{DEPTH, Entries, Entry, MOST_KEYS, Value};

/// The longest entry that is parsed, in bytes; a longer one is not understood.
const LONGEST: usize = 16 << 10;

/// How many lists and maps an entry may open; the parser looks at all of them before the first one, and at each once more for
/// those that it is in.
const OPENERS: usize = 64;

/// The longest key, in bytes.
const LONGEST_KEY: usize = 64;

/// Parts a front matter into its keys. A value is read only where its key is known.
pub(super) fn entries(text: &str) -> Entries<'_> {
    let mut found = Entries::default();
    let mut open: Option<(&str, usize)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        if found.keyed.len() > MOST_KEYS {
            break;
        }
        let is_part = line.starts_with([' ', '-']) || line.trim().is_empty();
        if is_part {
            found.strays += usize::from(open.is_none() && !line.trim().is_empty());
            continue;
        }
        close(&mut found, open.take(), text, start);
        if line.starts_with('#') {
            found.comments += 1;
        } else if let Some(key) = key(line) {
            open = Some((key, start));
        } else {
            found.strays += 1;
        }
    }
    close(&mut found, open, text, at);
    found
}

fn close<'t>(found: &mut Entries<'t>, open: Option<(&'t str, usize)>, text: &'t str, end: usize) {
    if let Some((key, start)) = open {
        found.keyed.push(entry(key, &text[start..end]));
    }
}

/// Returns the key of a line: one word of letters, hyphens and underscores, or a known one of several, perhaps in quotation marks,
/// before a colon that a space or the end of the line follows.
fn key(line: &str) -> Option<&str> {
    let (key, value) = line.split_once(':')?;
    let key = key.trim_end();
    let bare =
        [('"', '"'), ('\'', '\'')].into_iter().find_map(|(open, close)| key.strip_prefix(open)?.strip_suffix(close));
    let key = bare.unwrap_or(key);
    let is_word = || key.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '_'));
    let is_key = matches!(key.len(), 1..=LONGEST_KEY) && (is_word() || fields::is_known(key));
    let is_apart = value.is_empty() || value.starts_with(char::is_whitespace) || fields::is_known(key);
    (is_key && is_apart).then_some(key)
}

fn entry<'t>(key: &'t str, text: &str) -> Entry<'t> {
    let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
    let (value, failed) = if fields::is_known(key) { value(text, lines) } else { (Value::Nothing, 0) };
    Entry { key, value, lines, failed }
}

/// Returns what the lines of an entry hold, and how many of them are not understood.
fn value(text: &str, lines: usize) -> (Value, usize) {
    if let Some(Value::Map(mut entries)) = parse(text)
        && entries.len() == 1
        && let Some((_, value)) = entries.pop()
    {
        return (value, 0);
    }
    let mut rest = text.lines().filter(|line| !line.trim().is_empty());
    let own = rest.next().and_then(|line| line.split_once(':')).map_or("", |(_, value)| value.trim());
    if lines == 1 {
        // What is long is no title nor name.
        let is_meant = own.len() <= LONGEST && !is_reference(own) && !is_unclosed(own);
        return if is_meant { (Value::Text(own.to_owned()), 0) } else { (Value::Nothing, 1) };
    }
    let mut failed = usize::from(!own.is_empty());
    let mut values = Vec::new();
    for line in rest {
        let item = line.trim_start().strip_prefix('-').map(str::trim);
        match item.and_then(parse) {
            Some(value) => values.push(value),
            None => failed += usize::from(!line.trim_start().starts_with('#')),
        }
    }
    (Value::List(values), failed)
}

/// Tells whether a value is an anchor, a tag or an alias, which say nothing themselves: `&t Boats`, `!!str Ann`, `*t`.
fn is_reference(value: &str) -> bool {
    let has_name = |rest: &str| rest.starts_with(|c: char| !c.is_whitespace());
    let is_alias = |rest: &str| has_name(rest) && !rest.contains([' ', '*']);
    // One exclamation mark may be meant: "!new boats".
    value.starts_with('&')
        || value.strip_prefix("!!").is_some_and(has_name)
        || value.strip_prefix('*').is_some_and(is_alias)
}

/// Tells whether a value opens a quotation, a list or a map that has no end: a part of it may be lost. An apostrophe may
/// begin a word.
fn is_unclosed(value: &str) -> bool {
    [('"', '"'), ('[', ']'), ('{', '}')]
        .iter()
        .any(|&(open, close)| value.strip_prefix(open).is_some_and(|rest| !rest.contains(close)))
}

/// A list or a map whose end is still to come.
enum Open {
    List(Vec<Value>),
    Map(Vec<(String, Value)>, Option<String>),
}

/// Reads a text as one value; `None` if it is no YAML, or more than is understood here.
fn parse(text: &str) -> Option<Value> {
    let openers = || text.bytes().filter(|b| matches!(b, b'[' | b'{')).count();
    if text.len() > LONGEST || openers() > OPENERS {
        return None;
    }
    let mut parser = Parser::new_from_str(text);
    let mut opened: Vec<Open> = Vec::new();
    let mut root = None;
    loop {
        let (event, _) = parser.next_event()?.ok()?;
        let value = match event {
            Event::Nothing | Event::StreamStart | Event::DocumentStart(_) | Event::DocumentEnd => continue,
            Event::StreamEnd => return root.filter(|_| opened.is_empty()),
            Event::Scalar(text, style, 0, None) => scalar(&text, style),
            Event::SequenceStart(0, None) if opened.len() < DEPTH => {
                opened.push(Open::List(Vec::new()));
                continue;
            }
            Event::MappingStart(0, None) if opened.len() < DEPTH => {
                opened.push(Open::Map(Vec::new(), None));
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => match opened.pop()? {
                Open::List(values) => Value::List(values),
                Open::Map(entries, _) => Value::Map(entries),
            },
            _ => return None,
        };
        match opened.last_mut() {
            Some(Open::List(values)) => values.push(value),
            Some(Open::Map(entries, pending)) => match pending.take() {
                Some(key) => entries.push((key, value)),
                None => *pending = Some(if let Value::Text(key) = value { key } else { String::new() }),
            },
            None if root.is_some() => return None,
            None => root = Some(value),
        }
    }
}

fn scalar(text: &str, style: ScalarStyle) -> Value {
    let is_open = style == ScalarStyle::Plain && matches!(text, "" | "~" | "null" | "Null" | "NULL");
    if is_open { Value::Nothing } else { Value::Text(text.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns what an entry holds as one line, and how many of its lines are not understood.
    fn of(text: &str) -> (String, usize) {
        let found = entries(text);
        let [entry] = found.keyed.as_slice() else { panic!("{text:?} is not one entry: {found:?}") };
        (entry.value.texts().join("; "), entry.failed)
    }

    #[test]
    fn values_as_they_are_written() {
        for (text, expected) in [
            ("title: Boats", "Boats"),
            ("title: 'Council''s vote: three'", "Council's vote: three"),
            ("title: \"Boats: \\\"new\\\" ones\"", "Boats: \"new\" ones"),
            ("title: Boats # three", "Boats"),
            ("title: Boats#3", "Boats#3"),
            ("title: >\n  Boats\n  by spring\n", "Boats by spring"),
            ("title: >-\n  Boats\n\n  by spring", "Boats by spring"),
            ("title: |\n  Boats\n  # by spring\n", "Boats # by spring"),
            ("title: Boats\n  by spring", "Boats by spring"),
            ("title: \"Boats\n  by spring\"", "Boats by spring"),
            ("title:\n  Boats", "Boats"),
            ("author: [Ann, \"Ben\"]", "Ann; Ben"),
            ("author: [[Ann Example]]", "Ann Example"),
            ("author:\n- Ann\n- 'Ben'", "Ann; Ben"),
            ("author:\n  - Ann # chief\n\n  - Ben", "Ann; Ben"),
            ("author:\n  - name: Ann\n    url: https://a.example\n  - name: Ben", "Ann; Ben"),
            ("author: {name: Ann, age: 4}", "Ann"),
            ("title: ~", ""),
            ("title: null", ""),
            ("title:", ""),
            ("title: ''", ""),
            ("language: no", "no"),
            ("date: 2026-06-16", "2026-06-16"),
            ("\"title\": Boats", "Boats"),
            ("title : Boats", "Boats"),
        ] {
            assert_eq!(of(text), (expected.to_owned(), 0), "{text}");
        }
    }

    #[test]
    fn what_is_no_yaml_is_taken_where_it_is_plain() {
        for (text, expected) in [
            ("title: Council: three ferries", "Council: three ferries"),
            ("title: \"We go,\" she said.", "\"We go,\" she said."),
            ("title: [Update] Boats", "[Update] Boats"),
            ("title: 'Tis time", "'Tis time"),
            ("title: *Live* from the quay", "*Live* from the quay"),
            ("title: @mayor resigns", "@mayor resigns"),
            ("title: %5 more", "%5 more"),
            ("title: !new boats", "!new boats"),
            ("author: [[Ann Example]], [[Ben Example]]", "Ann Example, Ben Example"),
            ("title:Boats", "Boats"),
        ] {
            assert_eq!(of(text), (expected.to_owned(), 0), "{text}");
        }
        assert_eq!(of("author:\n  - \"Ann\n  - Ben"), ("Ben".to_owned(), 1));
        assert_eq!(of("author: [Ann,\n  - Ben"), ("Ben".to_owned(), 1));
        let references = ["author: !!str Ann", "title: *t", "title: &t Boats", "author:\n  !!str Ann"];
        for text in ["title: \"Unclosed", "author: [Ann, Ben", "author: {name: Ann"].into_iter().chain(references) {
            assert_eq!(of(text), (String::new(), 1), "{text}");
        }
    }

    #[test]
    fn bombs_are_not_understood() {
        let deep = |open: &str, close: &str| format!("title:\n  {}x{}", open.repeat(8_000), close.repeat(7_000));
        for text in [
            "title: &a [b, b]".to_owned(),
            "title:\n  - &a x\n  - *a".to_owned(),
            deep("[", "]"),
            deep("{a: ", "}"),
            deep("[", ""),
            format!("title:\n  {}x", "- ".repeat(7_000)),
            format!("title:\n  {}x", "? ".repeat(7_000)),
            format!("title: \"{}\"\n  b", "\\x41".repeat(5_000)),
        ] {
            let start = std::time::Instant::now();
            let (value, failed) = of(&text);
            assert!(failed > 0, "{} … {value}", &text[..20]);
            assert!(start.elapsed().as_secs() < if cfg!(debug_assertions) { 5 } else { 1 }, "{}", &text[..20]);
        }
    }

    #[test]
    fn lines_without_a_key_are_told() {
        let found = entries("title: X\nNobody came.\nThe clerk said: no\n# a comment\n- item\n12: noon\nnoon:12\n");
        assert_eq!((found.keyed.len(), found.strays, found.comments), (1, 5, 1));
        let found = entries("- item\n  more\ntitle: X\n");
        assert_eq!((found.keyed.len(), found.strays), (1, 2));
    }
}
