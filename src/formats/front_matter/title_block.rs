//! Title, authors and date above a text as Pandoc writes them.
//!
//! ```text
//!     % Boats for the
//!       island
//!     % Ann Example; Bo Sample
//!     % 16 June 2026
//! ```

use crate::draft::Draft;

/// The most lines of such a block.
const MOST: usize = 12;

/// Splits a title block from the text below it; `None` if the text begins otherwise, or no blank line ends the block.
///
/// Cost: linear in the block.
pub(super) fn split(text: &str) -> Option<(Draft, &str)> {
    let mut fields: Vec<String> = Vec::new();
    let mut rest = text;
    for _ in 0..=MOST {
        let (line, below) = rest.split_once('\n').unwrap_or((rest, ""));
        if line.trim().is_empty() {
            return (!fields.is_empty()).then(|| (draft(fields), below));
        }
        let begins = line.strip_prefix('%').filter(|field| field.is_empty() || field.starts_with(' '));
        match begins {
            Some(field) if fields.len() < 3 => fields.push(field.trim().to_owned()),
            None if line.starts_with(' ') => fields.last_mut()?.extend([" ", line.trim()]),
            _ => return None,
        }
        rest = below;
    }
    None
}

fn draft(fields: Vec<String>) -> Draft {
    let mut fields = fields.into_iter().map(|field| Some(field).filter(|field| !field.is_empty()));
    let [title, authors, date] = std::array::from_fn(|_| fields.next().flatten());
    let byline = authors.map(|authors| authors.split(';').map(str::trim).collect::<Vec<_>>().join(", "));
    Draft { title, byline, date, ..Draft::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<([Option<&str>; 3], &str)>) {
        let split = split(text);
        let read = split
            .as_ref()
            .map(|(draft, rest)| ([draft.title.as_deref(), draft.byline.as_deref(), draft.date.as_deref()], *rest));
        assert_eq!(read, expected, "{text}");
    }

    #[test]
    fn title_authors_and_date() {
        check(
            "% Boats for the\n  island\n% Ann Example; Bo Sample\n% 16 June 2026\n\nText.",
            Some(([Some("Boats for the island"), Some("Ann Example, Bo Sample"), Some("16 June 2026")], "Text.")),
        );
        check("% Boote für Holm\n\nText.", Some(([Some("Boote für Holm"), None, None], "Text.")));
        check("% Boote\n%\n% 16. Juni 2026\n\nText.", Some(([Some("Boote"), None, Some("16. Juni 2026")], "Text.")));
    }

    #[test]
    fn other_lines_are_text() {
        for text in
            ["% Boats\nThey left.", "%Boats\n\nText.", "12 % of them\n\nText.", "", "% a\n% b\n% c\n% d\n\nText."]
        {
            check(text, None);
        }
        check(&format!("% a\n{}\nText.", " b\n".repeat(100)), None);
    }
}
