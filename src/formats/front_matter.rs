//! What a file says of itself above its text.
//!
//! ```text
//!     ---
//!     outlet: Coast Wire
//!     title: Ministry wants new ferries
//!     date: 2026-03-17
//!     tags:                             a key that is not known here
//!       - ferries                       belongs to the key above
//!     ---
//! ```
//!
//! Dialogue between two rules has colons as well. So the lines are front matter only if a field that is known here is
//! among them, and each of them is a field, an item of one, a comment or blank; else they are text. `Note:`, `URL:` and
//! `Language:` begin sentences as well: a note does not count for that, and the others do only where the value is an
//! address or a language. Lines that are not used are named, so that none vanishes without a word.

use crate::draft::Draft;

const FENCE: &str = "---";

/// Splits the front matter from the text below it. What is not fenced, has no known key, or holds a line that is none
/// of front matter, is text.
///
/// Cost: linear in the front matter.
pub(super) fn split(text: &str) -> (Draft, &str) {
    try_split(text).unwrap_or((Draft::default(), text))
}

fn try_split(text: &str) -> Option<(Draft, &str)> {
    let mut rest = text.trim_start_matches('\n');
    let mut front = Draft::default();
    let mut next = || {
        let (line, below) = rest.split_once('\n').unwrap_or((rest, ""));
        let ended = rest.is_empty();
        rest = below;
        (!ended).then(|| line.trim())
    };
    if next()? != FENCE {
        return None;
    }
    let (mut is_known, mut last) = (false, None);
    loop {
        let line = next()?;
        if line == FENCE {
            return is_known.then_some((front, rest));
        }
        if line.is_empty() {
            continue;
        }
        if line.starts_with('#') {
            front.unused.add("a comment");
        } else if let Some(key) = last.filter(|_| is_item(line)) {
            front.unused.add(key);
        } else {
            let (key, value) = field(line)?;
            is_known |= take(&mut front, key, value);
            last = Some(key);
        }
    }
}

/// Tells whether a line is an item of a list.
fn is_item(line: &str) -> bool {
    line == "-" || line.starts_with("- ")
}

/// Returns the key and the value of a line; `None` unless the key is one word of letters, hyphens and underscores.
fn field(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let is_key = !key.is_empty() && key.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '_'));
    is_key.then(|| (key, value.trim()))
}

/// Takes a field, and tells whether it is one that text would hardly have.
fn take(draft: &mut Draft, key: &str, value: &str) -> bool {
    let lower = key.to_lowercase();
    let value = unquoted(value).trim();
    let field = match lower.as_str() {
        "outlet" => &mut draft.outlet,
        "title" => &mut draft.title,
        "byline" => &mut draft.byline,
        "language" if is_language(value) => &mut draft.language,
        "date" => &mut draft.date,
        "url" if is_address(value) => &mut draft.address,
        // What somebody notes of the file is for those who open it.
        "note" => return false,
        _ => {
            draft.unused.add(key);
            return false;
        }
    };
    if !value.is_empty() {
        let before = field.replace(value.to_owned());
        if before.is_some_and(|before| before != value) {
            draft.unused.add(key);
        }
    }
    true
}

/// Returns what stands between two quotation marks around a value; all of it where there are none, or they are part of
/// it.
fn unquoted(value: &str) -> &str {
    let inside = value.strip_prefix('"').and_then(|value| value.strip_suffix('"'));
    inside.filter(|inside| !inside.contains('"')).unwrap_or(value)
}

/// Tells whether a value looks like a language tag (BCP 47), or is left open: `ja`, `pt-BR`.
fn is_language(value: &str) -> bool {
    let mut subtags = value.split(['-', '_']);
    let is_primary = subtags.next().is_some_and(|tag| matches!(tag.len(), 0 | 2 | 3));
    is_primary && value.len() <= 35 && value.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
}

/// Tells whether a value looks like an address, or is left open.
fn is_address(value: &str) -> bool {
    let is_one = || value.contains("://") || value.contains('.');
    value.is_empty() || (is_one() && !value.contains(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Unused;

    fn unused(lines: &str) -> (usize, Vec<String>) {
        let text = format!("---\n{lines}\n---\nText.");
        let (front, body) = split(&text);
        assert_eq!(body, "Text.", "{lines}");
        (front.unused.lines, front.unused.keys)
    }

    #[test]
    fn takes_the_fields_it_knows() {
        let (front, body) = split(
            "---\noutlet: Coast Wire\nTitle: \"Boats: new ones\"\nurl: https://wire.example/1\nnote: y\n---\n\nText.",
        );
        assert_eq!(front.outlet.as_deref(), Some("Coast Wire"));
        assert_eq!(front.title.as_deref(), Some("Boats: new ones"));
        assert_eq!(front.unused, Unused::default());
        assert_eq!(body, "\nText.");
    }

    #[test]
    fn takes_dates_as_they_stand() {
        let date = |line: &str| split(&format!("---\n{line}\n---\n")).0.date;
        assert_eq!(date("date: 1 August 2023").as_deref(), Some("1 August 2023"));
        assert_eq!(date("date: last Tuesday").as_deref(), Some("last Tuesday"));
        assert_eq!(date("date:"), None);
    }

    #[test]
    fn unfenced_or_broken_front_matter_is_text() {
        for text in ["outlet: X\n", "---\noutlet: X\n", "---\nno field\n---\n", "", "---"] {
            assert_eq!(split(text).1, text);
        }
        let odd = "---\noutlet: X\nThe harbour master waits: nobody came.\n---\nText.";
        assert_eq!(split(odd).1, odd);
        let item = "---\n- a list\noutlet: X\n---\nText.";
        assert_eq!(split(item).1, item);
    }

    #[test]
    fn dialogue_between_rules_is_text() {
        for dialogue in
            ["Q: Why now?\nA: The boats are old.", "Master: No.\nClerk: Yes.", "The clerk said: no.", "12: noon", ": x"]
                .into_iter()
                .chain([
                    "Note: he was absent.",
                    "URL: see the annex",
                    "Language: is a virus.",
                    "Note: we waited.\nClerk: Yes.",
                ])
        {
            let text = format!("---\n{dialogue}\n---\nRest.");
            assert_eq!(split(&text).1, text);
        }
    }

    #[test]
    fn only_marks_around_a_value_go() {
        let title = |value: &str| split(&format!("---\ntitle: {value}\n---\n")).0.title;
        for (value, expected) in [
            ("\"Boats: new ones\"", "Boats: new ones"),
            ("\"We go,\" she said.", "\"We go,\" she said."),
            ("\"We go\" and \"we stay\"", "\"We go\" and \"we stay\""),
            ("A \"new\" boat", "A \"new\" boat"),
        ] {
            assert_eq!(title(value).as_deref(), Some(expected), "{value}");
        }
    }

    #[test]
    fn what_is_not_used_is_named() {
        assert_eq!(unused("title: X\ntags:\n  - one\n  - two\nauthor: Ann"), (4, vec!["tags".into(), "author".into()]));
        assert_eq!(unused("# by hand\ntitle: X"), (1, vec!["a comment".into()]));
        assert_eq!(unused("title: X\ntitle: Y\nbyline:\n- Ann"), (2, vec!["title".into(), "byline".into()]));
        assert_eq!(unused("title: X\n\ndate: 2026-03-17"), (0, Vec::new()));
        assert_eq!(unused("language: pt-BR\nurl: wire.example/1"), (0, Vec::new()));
        assert_eq!(
            unused("title: X\nlanguage: is a virus\nurl: see the annex"),
            (2, vec!["language".into(), "url".into()])
        );
    }
}
