//! What a file says of itself above its text.
//!
//! ```text
//!     ---
//!     outlet: Coast Wire
//!     title: Ministry wants new ferries
//!     date: 2026-03-17
//!     ---
//! ```

use super::stated;

/// The fields that are known here; others (`url`, `note`) are passed over.
#[derive(Default)]
pub(super) struct FrontMatter {
    pub outlet: Option<String>,
    pub title: Option<String>,
    pub byline: Option<String>,
    pub date: Option<String>,
    pub language: Option<String>,
}

const FENCE: &str = "---";

/// Parts the front matter from the text below it. What is not fenced, or holds a line that is no
/// `key: value`, is text.
pub(super) fn part(text: &str) -> (FrontMatter, &str) {
    try_part(text).unwrap_or((FrontMatter::default(), text))
}

fn try_part(text: &str) -> Option<(FrontMatter, &str)> {
    let mut rest = text.trim_start_matches('\n');
    let mut front = FrontMatter::default();
    let mut next = || {
        let (line, below) = rest.split_once('\n').unwrap_or((rest, ""));
        let ended = rest.is_empty();
        rest = below;
        (!ended).then(|| line.trim())
    };
    if next()? != FENCE {
        return None;
    }
    loop {
        let line = next()?;
        if line == FENCE {
            return Some((front, rest));
        }
        if !line.is_empty() {
            let (key, value) = line.split_once(':')?;
            front.take(key.trim(), value.trim());
        }
    }
}

impl FrontMatter {
    fn take(&mut self, key: &str, value: &str) {
        let value = value.trim_matches('"').trim();
        if value.is_empty() {
            return;
        }
        let field = match key.to_lowercase().as_str() {
            "outlet" => &mut self.outlet,
            "title" => &mut self.title,
            "byline" => &mut self.byline,
            "language" => &mut self.language,
            "date" => {
                self.date = Some(stated::iso(value).unwrap_or_else(|| value.to_owned()));
                return;
            }
            _ => return,
        };
        *field = Some(value.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_fields_it_knows() {
        let (front, body) = part("---\noutlet: Coast Wire\nTitle: \"Boats: new ones\"\nurl: x\n---\n\nText.");
        assert_eq!(front.outlet.as_deref(), Some("Coast Wire"));
        assert_eq!(front.title.as_deref(), Some("Boats: new ones"));
        assert_eq!(body, "\nText.");
    }

    #[test]
    fn reads_dates_where_it_can() {
        let date = |line: &str| part(&format!("---\n{line}\n---\n")).0.date;
        assert_eq!(date("date: 1 August 2023").as_deref(), Some("2023-08-01"));
        assert_eq!(date("date: last Tuesday").as_deref(), Some("last Tuesday"));
        assert_eq!(date("date:"), None);
    }

    #[test]
    fn unfenced_or_broken_front_matter_is_text() {
        for text in ["outlet: X\n", "---\noutlet: X\n", "---\nno field\n---\n", "", "---"] {
            assert_eq!(part(text).1, text);
        }
    }
}
