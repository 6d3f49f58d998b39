//! Articles as passim takes them: a JSON object a line.
//!
//! ```text
//!     {"id":"strike/1-wire.txt","series":"Coast Wire","date":"2026-03-17","title":"…","text":"…\n…"}
//! ```
//!
//! `id` and `text` are what passim wants; `series` and `date` are for its options (`--fields`, `--filterpairs`), so
//! that what an outlet says again and again is no find; the rest comes back with what it finds. No field has a name
//! that passim gives to one of its own (`uid`, `begin`, `cluster` …).
//!
//! Source: [dasmiq/passim](https://github.com/dasmiq/passim), `README.md`, as of March 2026.

use std::io::{self, Write};

use serde::Serialize;

use crate::article::Article;
use crate::draft::Kind;

/// An article as it is written.
#[derive(Serialize)]
struct Document<'a> {
    id: &'a str,
    series: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    text: String,
}

/// Writes an article that is called `id`, a line.
///
/// Its text is that of all its blocks but page furniture and bylines, which stand under every report of an outlet, a
/// line each. A date is written where it is known as a day, a month or a year.
///
/// Cost: linear in the text.
///
/// # Errors
///
/// What `out` says.
pub fn write(out: &mut dyn Write, id: &str, article: &Article) -> io::Result<()> {
    let counts = |kind: Kind| !matches!(kind, Kind::Furniture | Kind::Byline);
    let blocks = article.blocks.iter().filter(|block| counts(block.kind));
    let document = Document {
        id,
        series: article.label(),
        date: article.date.as_deref().filter(|date| is_iso(date)),
        title: article.headline.as_deref(),
        url: article.address.as_deref(),
        text: blocks.map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n"),
    };
    serde_json::to_writer(&mut *out, &document)?;
    out.write_all(b"\n")
}

/// Tells whether a date begins as one of ISO 8601 does; Spark takes any other for none.
fn is_iso(date: &str) -> bool {
    let mut parts = date.get(..date.len().min(10)).unwrap_or_default().split('-');
    let is_of = |part: Option<&str>, length| {
        part.is_none_or(|part| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let year = parts.next();
    year.is_some() && is_of(year, 4) && is_of(parts.next(), 2) && is_of(parts.next(), 2) && parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let mut out = Vec::new();
        write(&mut out, "strike/1 \"wire\".txt", &Article::read("strike/1.txt", text)).expect("memory takes all");
        String::from_utf8(out).expect("it is UTF-8")
    }

    #[test]
    fn an_article_is_a_line() {
        let text = "---\noutlet: Orla Wire\ntitle: New boats\nbyline: Ann Example\ndate: 2026-03-17\nurl: https://wire.example/1\n---\n\
                    By Ann Example\n\nThree boats \"left\" on Tuesday, the council said.\n\nTickets will not rise.\n\nRead more\n";
        insta::assert_snapshot!(written(text), @r#"{"id":"strike/1 \"wire\".txt","series":"Orla Wire","date":"2026-03-17","title":"New boats","url":"https://wire.example/1","text":"New boats\nThree boats \"left\" on Tuesday, the council said.\nTickets will not rise."}"#);
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        insta::assert_snapshot!(written("---\ndate: last spring\n---\nThe boats left on Tuesday, the council said.\n"), @r#"{"id":"strike/1 \"wire\".txt","series":"1","text":"The boats left on Tuesday, the council said."}"#);
    }

    #[test]
    fn dates_are_those_of_iso_8601() {
        for date in ["2026", "2026-03", "2026-03-17", "2026-03-17T08:00:00Z"] {
            assert!(is_iso(date), "{date}");
        }
        for date in ["", "Tuesday", "17 March", "2026-3", "20260317", "03/04/2020", "é026-03-17"] {
            assert!(!is_iso(date), "{date}");
        }
    }
}
