//! Pages that stand before an article, and what an article says where it is cut off for those who have not paid.
//!
//! ```text
//!     <title>Just a moment...</title>                            a check, and no article
//!     <meta http-equiv="refresh" content="0; url=/a">            a page that only leads to another one
//!     Il vous reste 62.3 % de cet article à lire.                the rest is not there
//! ```

use dom_query::Document;

use super::dom::attribute;
use super::line::folded;
use crate::draft::DraftBlock;

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

/// The most blocks at the end of an article that are looked at for a sentence that says that it is cut off, and the most
/// characters of one.
const LAST: usize = 6;
const SENTENCE: usize = 300;

/// What such a sentence has in it, language by language, `#` for a number.
const CUT: [(&str, &[&str]); 12] = [
    ("cs", &["zbývá vám # % článku"]),
    ("da", &["du mangler at læse #", "denne artikel er kun for abonnenter"]),
    ("de", &["jetzt weiterlesen mit", "sie haben # % des artikels gelesen", "um den ganzen artikel zu lesen"]),
    (
        "en",
        &[
            "you have # % of this article left",
            "to continue reading this article, subscribe",
            "subscribe to continue reading",
            "subscribe to read the full article",
            "this article is for subscribers only",
            "this post is for paid subscribers",
            "this post is for paying subscribers",
        ],
    ),
    ("es", &["te queda # % por leer", "le queda # % por leer", "este artículo es solo para suscriptores"]),
    (
        "fr",
        &[
            "il vous reste # % de cet article à lire",
            "la suite est réservée aux abonnés",
            "cet article est réservé aux abonnés",
        ],
    ),
    ("it", &["ti resta da leggere il # %", "questo articolo è riservato agli abbonati"]),
    ("nl", &["dit artikel is alleen voor abonnees", "nog # % te lezen"]),
    ("no", &["denne artikkelen er kun for abonnenter"]),
    ("pl", &["pozostało # % tekstu", "pozostało do przeczytania # %"]),
    ("pt", &["este artigo é exclusivo para assinantes", "este artigo é exclusivo para subscritores"]),
    ("sv", &["den här artikeln är bara för prenumeranter"]),
];

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

/// Tells whether one of the last blocks of an article says that the rest of it is not there.
pub(super) fn is_cut(blocks: &[DraftBlock]) -> bool {
    blocks.iter().rev().take(LAST).any(|block| block.text.len() <= SENTENCE && says_cut(&block.text))
}

fn says_cut(text: &str) -> bool {
    let text = plain(text);
    CUT.iter().flat_map(|(_, sentences)| *sentences).any(|sentence| text.contains(&plain(sentence)))
}

/// Returns a text in small letters, its numbers as `#` with one space around each.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for c in text.to_lowercase().chars() {
        match c {
            '0'..='9' | '.' | ',' if plain.ends_with('#') => {}
            '0'..='9' => plain.push('#'),
            '%' => plain.push_str(" %"),
            _ => plain.push(c),
        }
    }
    folded(&plain)
}
