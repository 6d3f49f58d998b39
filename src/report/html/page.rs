//! The document around it all: what a browser is told first, and the style sheet.
//!
//! Nothing is loaded and nothing runs: a policy in the page forbids all but the style sheet, which is in it.

use std::io;

use maud::{DOCTYPE, PreEscaped, html};

/// The style sheet. It names no address and no text of an article.
const STYLE: &str = include_str!("style.css");

/// What the page may do: be styled.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Writes what comes before all else; the title is text.
///
/// # Errors
///
/// If what it is written to takes no more.
pub(super) fn begin(out: &mut dyn io::Write, title: &str) -> io::Result<()> {
    let head = html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(POLICY);
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta name="referrer" content="no-referrer";
            title { (title) }
            style { (PreEscaped(STYLE)) }
        }
    };
    writeln!(out, "{}<html lang=\"en\">{}<body><main>", DOCTYPE.0, head.0)
}

/// Writes what comes after it.
///
/// # Errors
///
/// If what it is written to takes no more.
pub(super) fn end(out: &mut dyn io::Write) -> io::Result<()> {
    out.write_all(b"</main></body></html>\n")
}
