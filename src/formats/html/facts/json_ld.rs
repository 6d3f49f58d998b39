//! Facts as pages state them for search engines: JSON-LD in the words of schema.org.
//!
//! ```text
//!     {"@graph": [{"@type": "WebSite", …}, {"@type": "NewsArticle", "author": {"@id": "#ann"}}, {"@id": "#ann", "name": "Ann"}]}
//!                                            └── the article             └───────────────────────┘ by its number
//! ```

use std::collections::HashMap;

use dom_query::Document;
use serde_json::Value;

use super::Facts;
use crate::formats::html::{lenient_json, names};

/// How deep names are looked for inside of names.
const DEEPEST: usize = 8;

/// Returns what the JSON-LD of a page states of its article; of several articles, of that at the page's address.
pub(super) fn facts(page: &Document, address: Option<&str>) -> Facts {
    let scripts = page.select("script[type='application/ld+json']");
    let values: Vec<Value> = scripts.nodes().iter().flat_map(|script| lenient_json::values(&script.text())).collect();
    let mut items = Vec::new();
    for value in &values {
        gather(value, &mut items, 0);
    }
    let mut by_id = HashMap::new();
    for value in &values {
        index(value, &mut by_id);
    }
    let graph = Graph { by_id };
    let articles: Vec<&Value> = items.iter().copied().filter(|item| has_type(item, is_article)).collect();
    let is_here = |item: &&&Value| {
        address_of(item).is_some_and(|own| address.and_then(names::address).is_some_and(|here| own == here))
    };
    let article = articles.iter().find(is_here).or(articles.first()).map(|item| graph.facts(item)).unwrap_or_default();
    // A page of many may describe all of them.
    let article = Facts { is_article: articles.len() == 1, ..article };
    // A page that describes no article may still say when it was published, and who publishes the site.
    let page = items.iter().find(|item| has_type(item, |kind| kind == "WebPage"));
    let page = page.map(|item| Facts { title: None, ..graph.facts(item) }).unwrap_or_default();
    let site = items.iter().find(|item| has_type(item, |kind| kind == "WebSite"));
    let site = Facts { outlet: site.and_then(|site| graph.name(&site["name"], 0)), ..Facts::default() };
    article.or(page).or(site)
}

/// Gathers what is described at the top, in a graph, or as the main thing of a page.
fn gather<'v>(value: &'v Value, items: &mut Vec<&'v Value>, depth: usize) {
    if depth > DEEPEST {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| gather(value, items, depth + 1)),
        Value::Object(object) => {
            items.push(value);
            let inner = ["@graph", "mainEntity", "mainEntityOfPage"].into_iter().filter_map(|key| object.get(key));
            inner.for_each(|value| gather(value, items, depth + 1));
        }
        _ => {}
    }
}

/// Indexes what is described with a number of its own.
fn index<'v>(value: &'v Value, by_id: &mut HashMap<&'v str, &'v Value>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| index(value, by_id)),
        Value::Object(object) => {
            if let (Some(id), 2..) = (value["@id"].as_str(), object.len()) {
                by_id.entry(id).or_insert(value);
            }
            object.values().for_each(|value| index(value, by_id));
        }
        _ => {}
    }
}

/// Tells whether something is of a type, which may stand with an address before it.
fn has_type(item: &Value, is: impl Fn(&str) -> bool) -> bool {
    let is = |kind: &Value| kind.as_str().is_some_and(|kind| is(kind.rsplit(['/', '#', ':']).next().unwrap_or(kind)));
    match &item["@type"] {
        Value::Array(kinds) => kinds.iter().any(is),
        kind => is(kind),
    }
}

fn is_article(kind: &str) -> bool {
    kind.ends_with("Article")
        || kind.ends_with("BlogPosting")
        || matches!(kind, "Report" | "SocialMediaPosting" | "OpinionPiece")
}

struct Graph<'v> {
    by_id: HashMap<&'v str, &'v Value>,
}

impl<'v> Graph<'v> {
    fn facts(&self, item: &'v Value) -> Facts {
        let stated = |key: &str| text(&item[key]);
        let mut authors = Vec::new();
        self.names(&item["author"], &mut authors, 0);
        if authors.is_empty() {
            self.names(&item["creator"], &mut authors, 0);
        }
        Facts {
            title: stated("headline").or_else(|| stated("name")),
            name: stated("name"),
            outlet: self.name(&item["publisher"], 0),
            authors,
            date: stated("datePublished").or_else(|| stated("dateCreated")),
            language: self.name(&item["inLanguage"], 0),
            address: address_of(item),
            is_paid: is_paid(item),
            is_article: false,
            text: stated("articleBody"),
        }
    }

    fn name(&self, value: &'v Value, depth: usize) -> Option<String> {
        let mut names = Vec::new();
        self.names(value, &mut names, depth);
        names.into_iter().next()
    }

    /// Gathers the names of people or publishers: text, what is described with a name, or the number of such.
    fn names(&self, value: &'v Value, found: &mut Vec<String>, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        match value {
            Value::String(id) if self.by_id.contains_key(id.as_str()) => {
                self.names(self.by_id[id.as_str()], found, depth + 1);
            }
            Value::String(name) => found.extend(Some(name.trim().to_owned()).filter(|name| !name.is_empty())),
            Value::Array(values) => values.iter().for_each(|value| self.names(value, found, depth + 1)),
            Value::Object(object) => {
                if let Some(name) = object.get("name") {
                    self.names(name, found, depth + 1);
                } else if let (Some(given), Some(family)) = (value["givenName"].as_str(), value["familyName"].as_str())
                {
                    found.push(format!("{given} {family}"));
                } else if let Some(described) = value["@id"].as_str().and_then(|id| self.by_id.get(id)) {
                    self.names(described, found, depth + 1);
                }
            }
            _ => {}
        }
    }
}

/// Returns a value that is text, or the first one of a list.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Array(values) => text(values.first()?),
        Value::Object(_) => text(value.get("@value")?),
        _ => None,
    }
}

/// Returns where an article stands.
fn address_of(item: &Value) -> Option<String> {
    let of_page = &item["mainEntityOfPage"];
    let candidates = [&item["url"], of_page, &of_page["@id"], &of_page["url"], &item["@id"]];
    candidates.into_iter().find_map(|value| names::address(&text(value)?))
}

/// Tells whether an article, or a part of it, is said not to be free to read.
fn is_paid(item: &Value) -> bool {
    let is_false = |value: &Value| match value {
        Value::Bool(free) => !free,
        Value::String(free) => free.rsplit('/').next().is_some_and(|free| free.eq_ignore_ascii_case("false")),
        _ => false,
    };
    let part = &item["hasPart"];
    let parts = part.as_array().map_or_else(|| std::slice::from_ref(part), Vec::as_slice);
    std::iter::once(item).chain(parts).any(|part| is_false(&part["isAccessibleForFree"]))
}
