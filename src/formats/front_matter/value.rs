//! What a key of a front matter holds, whatever notation it was written in.
//!
//! ```text
//!     author: Ann Example            Text
//!     author: [[Ann Example]]        a list in a list, to YAML; a link, to the program that wrote it
//!     author: ~                      Nothing
//!     author: { name: Ann Example }  Map
//! ```

/// How deep lists and maps may be nested; nothing that is known here is deeper than three.
pub(super) const DEPTH: usize = 8;

/// The most keys that a front matter has.
pub(super) const MOST_KEYS: usize = 500;

/// What the lines of a front matter are.
#[derive(Debug, Default)]
pub(super) struct Entries<'t> {
    /// Its keys, in its own order.
    pub keyed: Vec<Entry<'t>>,
    /// How many lines have no key and belong to none.
    pub strays: usize,
    /// How many lines are comments.
    pub comments: usize,
}

/// A key and what it holds.
#[derive(Debug)]
pub(super) struct Entry<'t> {
    pub key: &'t str,
    pub value: Value,
    /// How many lines it has, blank ones not counted.
    pub lines: usize,
    /// How many of them are not understood.
    pub failed: usize,
}

/// A value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Value {
    /// Left open: empty, `~`, `null`.
    #[default]
    Nothing,
    Text(String),
    List(Vec<Value>),
    Map(Vec<(String, Value)>),
}

impl Value {
    /// Returns the texts in it, each one line, without the marks around them. Of a map it is what stands at `name`.
    pub(super) fn texts(&self) -> Vec<String> {
        let mut texts = Vec::new();
        self.collect("name", &mut texts);
        texts
    }

    /// Does the same, but takes of a map what stands at `url`.
    pub(super) fn addresses(&self) -> Vec<String> {
        let mut texts = Vec::new();
        self.collect("url", &mut texts);
        texts
    }

    fn collect(&self, wanted: &str, into: &mut Vec<String>) {
        match self {
            Self::Nothing => {}
            Self::Text(text) => into.extend(Some(bare(text)).filter(|text| !text.is_empty())),
            Self::List(values) => values.iter().for_each(|value| value.collect(wanted, into)),
            Self::Map(entries) => {
                let named = entries.iter().find(|(key, _)| key.eq_ignore_ascii_case(wanted));
                if let Some((_, value)) = named {
                    value.collect(wanted, into);
                }
            }
        }
    }
}

/// Returns a text in one line, without quotation marks around it and with links as what is shown of them.
fn bare(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    unlinked(unquoted(&line)).trim().to_owned()
}

/// Returns what stands between two quotation marks around a value; all of it where there are none, or they are part of
/// it.
fn unquoted(value: &str) -> &str {
    let between = |mark: char| {
        let inside = value.strip_prefix(mark)?.strip_suffix(mark)?;
        Some(inside).filter(|inside| !inside.contains(mark))
    };
    between('"').or_else(|| between('\'')).unwrap_or(value)
}

/// Takes off the marks of links: `[[people/ann|Ann Example]]` and `[Ann Example](https://…)` are `Ann Example`.
fn unlinked(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('[') {
        let (before, link) = rest.split_at(at);
        shown.push_str(before);
        if let Some((label, after)) = link.strip_prefix("[[").and_then(|link| link.split_once("]]")) {
            shown.push_str(label.rsplit_once('|').map_or(label, |(_, alias)| alias));
            rest = after;
        } else if let Some((label, address)) = link[1..].split_once("](")
            && let Some((_, after)) = address.split_once(')')
        {
            shown.push_str(label);
            rest = after;
        } else {
            // No other one is closed either, or this one is none.
            shown.push('[');
            rest = &link[1..];
            if !rest.contains(']') {
                break;
            }
        }
    }
    shown.push_str(rest);
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_around_a_text_go() {
        for (text, expected) in [
            ("\"Boats: new ones\"", "Boats: new ones"),
            ("'Boats'", "Boats"),
            ("\"We go,\" she said.", "\"We go,\" she said."),
            ("\"We go\" and \"we stay\"", "\"We go\" and \"we stay\""),
            ("A \"new\" boat", "A \"new\" boat"),
            ("[[Ann Example]]", "Ann Example"),
            ("\"[[people/ann|Ann Example]]\"", "Ann Example"),
            ("[[Ann Example]], [[Ben Example]]", "Ann Example, Ben Example"),
            ("[Ann Example](https://wire.example/ann) and Ben", "Ann Example and Ben"),
            ("[Update] Boats [sic", "[Update] Boats [sic"),
            ("[[open", "[[open"),
            ("two\n  lines", "two lines"),
            ("  ", ""),
        ] {
            assert_eq!(bare(text), expected, "{text}");
        }
    }

    #[test]
    fn texts_of_lists_and_maps() {
        let text = |text: &str| Value::Text(text.to_owned());
        let nested = Value::List(vec![Value::List(vec![text("Ann")]), Value::Nothing, text("'Ben'")]);
        assert_eq!(nested.texts(), ["Ann", "Ben"]);
        let map = Value::Map(vec![("Name".to_owned(), text("Ann")), ("url".to_owned(), text("https://a.example"))]);
        assert_eq!((map.texts(), map.addresses()), (vec!["Ann".to_owned()], vec!["https://a.example".to_owned()]));
    }
}
