//! Pages that stand before an article, and are none.
//!
//! ```text
//!     <title>Just a moment...</title>                            a check whether its reader is a person
//!     <meta http-equiv="refresh" content="0; url=/a">            a page that only leads to another one
//! ```

use dom_query::Document;

use super::dom::attribute;

/// What the window is called while a site finds out whether its reader is a person.
const CHECKS: [&str; 11] = [
    "access denied",
    "access to this page has been denied",
    "are you a robot?",
    "attention required",
    "checking your browser",
    "ddos-guard",
    "human verification",
    "just a moment",
    "one moment, please",
    "pardon our interruption",
    "security check",
];

/// The most words of a page that stands before an article, and of one that leads to another.
const CHECK_WORDS: usize = 150;
const LEADING_WORDS: usize = 40;

/// The longest time, in seconds, after which a page leads to another: a front page comes again after minutes.
const SOON: f32 = 10.0;

/// Says why a page is no article: it asks whether its reader is a person, or leads to another page and has hardly a word.
pub(super) fn no_article(page: &Document, window: Option<&str>, words: usize) -> Option<String> {
    // The name of a site may stand behind it.
    let window = window.map(str::to_lowercase).unwrap_or_default();
    let window = window.split(['|', '–']).next().unwrap_or_default().split(" - ").next().unwrap_or_default();
    if words <= CHECK_WORDS && CHECKS.contains(&window.trim_end_matches(['.', '…', '!', ' '])) {
        return Some("no article in this page: the site asks whether its reader is a person".to_owned());
    }
    let leads = page.select("meta[http-equiv][content]");
    let to = leads.nodes().iter().find_map(|meta| {
        let is_refresh = attribute(meta, "http-equiv").is_some_and(|key| key.eq_ignore_ascii_case("refresh"));
        led_to(&attribute(meta, "content").filter(|_| is_refresh)?)
    })?;
    (words <= LEADING_WORDS).then(|| format!("no article in this page: it leads to {to}"))
}

/// Reads where a page leads soon: `0; url=https://ledger.example/a`.
fn led_to(content: &str) -> Option<String> {
    let (seconds, rest) = content.split_once([';', ','])?;
    let is_soon = seconds.trim().parse::<f32>().is_ok_and(|seconds| seconds <= SOON);
    let rest = rest.trim_start();
    let to = rest.get(..3).filter(|start| start.eq_ignore_ascii_case("url")).map(|_| rest[3..].trim_start())?;
    let to = to.strip_prefix('=')?.trim().trim_matches(['"', '\'']).trim();
    let to: String = to.chars().filter(|c| !c.is_control()).take(200).collect();
    (is_soon && !to.is_empty()).then_some(to)
}
