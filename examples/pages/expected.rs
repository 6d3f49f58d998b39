//! What is expected of a page.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::Result;
use diptych::draft::Draft;
use dom_query::{Document, NodeRef};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

/// Tells whether a node stands in what readers said of an article.
fn is_in_comments(node: &NodeRef<'_>) -> bool {
    node.ancestors_it(None)
        .any(|above| above.has_class("comments") || above.id_attr().is_some_and(|id| &*id == "comments"))
}

/// Holds the expected words, and those of headings, items of lists and captions.
#[derive(Default)]
pub struct Expected {
    pub words: Vec<String>,
    pub headings: Vec<String>,
    pub items: Vec<String>,
    pub captions: Vec<String>,
    /// What of that readers of the page said: the headings in their comments, and all words.
    pub said_headings: Vec<String>,
    pub said_words: Vec<String>,
    facts: Value,
}

impl Expected {
    /// Reads a page as it is expected, and what stands beside it; or a text.
    pub fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path)?;
        if path.extension().is_some_and(|ending| ending == "txt") {
            return Ok(Self { words: words(&text), ..Self::default() });
        }
        let page = Document::from(text.as_str());
        let facts = fs::read_to_string(path.with_file_name("expected-metadata.json")).ok();
        let texts = |selector: &str, is_own: fn(&NodeRef<'_>) -> bool| {
            let found = page.select(selector);
            let texts = found.nodes().iter().filter(|node| is_own(node)).map(|node| words(&spaced(node)).join(" "));
            texts.filter(|text| !text.is_empty()).collect::<Vec<_>>()
        };
        let is_leaf = |node: &NodeRef<'_>| {
            let of_blocks =
                ["p", "ul", "ol", "div", "figure", "h1", "h2", "h3", "h4", "br", "blockquote", "table", "section"];
            node.descendants_it().all(|inner| inner.node_name().is_none_or(|name| !of_blocks.contains(&&*name)))
        };
        Ok(Self {
            words: words(&spaced(&page.root())),
            headings: texts("h1, h2, h3, h4, h5, h6", |node| {
                node.ancestors_it(None).all(|above| !above.has_name("figure"))
            }),
            items: texts("li", is_leaf),
            captions: texts("figcaption", is_leaf),
            said_headings: texts("h1, h2, h3, h4, h5, h6", is_in_comments),
            said_words: texts("#comments, .comments", |node| !is_in_comments(node))
                .iter()
                .flat_map(|text| words(text))
                .collect(),
            facts: facts.and_then(|facts| serde_json::from_str(&facts).ok()).unwrap_or_default(),
        })
    }

    /// Returns the words that are expected, but for those of readers.
    pub fn own_words(&self) -> Vec<String> {
        let mut said: HashMap<&str, usize> = HashMap::new();
        self.said_words.iter().for_each(|word| *said.entry(word).or_default() += 1);
        let mut is_own = |word: &&String| {
            let count = said.get_mut(word.as_str()).filter(|count| **count > 0);
            count.map(|count| *count -= 1).is_none()
        };
        self.words.iter().filter(|word| is_own(word)).cloned().collect()
    }

    /// Returns the headings that are expected, but for those of readers.
    pub fn own_headings(&self) -> Vec<String> {
        self.headings.iter().filter(|heading| !self.said_headings.contains(heading)).cloned().collect()
    }

    /// Compares what is stated: `=` as expected, `~` another, `-` missing, `+` not expected, `.` neither.
    pub fn facts(&self, draft: &Draft, page: &str) -> String {
        let found = [
            ("title", &draft.title),
            ("byline", &draft.byline),
            ("publishedTime", &draft.date),
            ("siteName", &draft.outlet),
        ];
        let signs = found.map(|(key, found)| {
            let expected = self.facts[key].as_str().filter(|expected| !expected.is_empty());
            let sign = match (found, expected) {
                (None, None) => ".",
                (Some(_), None) => "+",
                (None, Some(_)) => "-",
                (Some(found), Some(expected)) if words(found) == words(expected) => "=",
                _ => "~",
            };
            if std::env::var_os("PAGES_FACTS").is_some() && matches!(sign, "~" | "-" | "+") {
                eprintln!("{page}: {key}: {sign} expected {expected:?}, found {found:?}");
            }
            sign
        });
        signs.join("        ")
    }
}

/// Returns the text of a node with white space where a browser begins a new line.
fn spaced(node: &NodeRef<'_>) -> String {
    let inline = [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "font", "i", "kbd", "mark", "q", "s",
        "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "del", "ins", "big", "tt", "label", "math",
        "mi", "mo", "mn",
    ];
    let mut text = String::new();
    gather(node, &inline, &mut text);
    text
}

fn gather(node: &NodeRef<'_>, inline: &[&str], text: &mut String) {
    if node.is_text() {
        text.push_str(&node.text());
        return;
    }
    let is_inline = node.node_name().is_some_and(|name| inline.contains(&&*name));
    text.push_str(if is_inline { "" } else { " " });
    if !node.has_name("script") && !node.has_name("style") && !node.has_name("svg") {
        node.children_it(false).for_each(|child| gather(&child, inline, text));
    }
    text.push_str(if is_inline { "" } else { " " });
}

/// Returns the words of a text, for comparison.
pub fn words(text: &str) -> Vec<String> {
    let plain: String = text.nfkc().filter(|c| !matches!(c, '\u{AD}' | '\u{200B}' | '\u{FEFF}')).collect();
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}
