//! Open Graph, `article:`, and the other names that `<meta>` has for the same.

use dom_query::Document;

use super::Facts;
use crate::formats::html::dom::attribute;

const TITLES: [&str; 9] = [
    "og:title",
    "twitter:title",
    "parsely-title",
    "sailthru.title",
    "dc.title",
    "dcterms.title",
    "citation_title",
    "headline",
    "title",
];
const SITES: [&str; 7] =
    ["og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "copyright.holder", "cre"];
const AUTHORS: [&str; 11] = [
    "article:author",
    "og:article:author",
    "author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "article.author",
    "cxenseparse:author",
];
const DATES: [&str; 26] = [
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "published-date",
    "publish-date",
    "publish_date",
    "publishdate",
    "published_at",
    "pubdate",
    "ptime",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "article_date_original",
    "originalpublicationdate",
    "citation_publication_date",
    "date",
];
const LANGUAGES: [&str; 5] = ["content-language", "dc.language", "dcterms.language", "og:locale", "language"];

/// Other names that are looked for.
const OTHERS: [&str; 3] = ["og:type", "og:url", "article:content_tier"];

/// The most bytes of what is said under a name.
const LONGEST: usize = 4096;

/// Tells whether a name is looked for.
fn is_known(key: &str) -> bool {
    let lists: [&[&str]; 6] = [&TITLES, &SITES, &AUTHORS, &DATES, &LANGUAGES, &OTHERS];
    lists.iter().any(|list| list.contains(&key))
}

/// Returns what the `<meta>` elements of a page state.
pub(super) fn facts(page: &Document) -> Facts {
    let said = Said::of(page);
    let is_paid =
        said.first(&["article:content_tier"]).is_some_and(|tier| matches!(tier.as_str(), "locked" | "metered"));
    // A page for sharing may say where its author's profile stands; that is no name.
    let authors = AUTHORS.iter().map(|key| said.all(key)).find(|names| names.iter().any(|name| !name.contains("://")));
    Facts {
        title: said.first(&TITLES),
        outlet: said.first(&SITES),
        authors: authors.unwrap_or_default(),
        date: said.first(&DATES),
        language: said.first(&LANGUAGES).map(|tag| tag.replace('_', "-")),
        address: said.first(&["og:url"]),
        is_paid,
        is_article: said.first(&["og:type"]).is_some_and(|kind| kind.eq_ignore_ascii_case("article")),
        text: None,
        name: None,
    }
}

/// Holds keys in lower case and what is said under them.
struct Said(Vec<(String, String)>);

impl Said {
    fn of(page: &Document) -> Self {
        let metas = page.select("meta[content]");
        let said = metas.nodes().iter().flat_map(|meta| {
            let mut content = attribute(meta, "content");
            if let Some(content) = &mut content {
                let is_boundary = |&at: &usize| content.is_char_boundary(at);
                content.truncate((0..=LONGEST.min(content.len())).rev().find(is_boundary).unwrap_or(0));
            }
            let keys = ["property", "name", "http-equiv"].into_iter().filter_map(|key| attribute(meta, key));
            // Names that nobody looks for, and those that are said again, would take memory for each of them.
            let mut known: Vec<String> = Vec::new();
            for keys in keys {
                for key in keys.split_whitespace().map(str::to_lowercase) {
                    if is_known(&key) && !known.contains(&key) {
                        known.push(key);
                    }
                }
            }
            known.into_iter().filter_map(move |key| Some((key, content.clone()?)))
        });
        Self(said.collect())
    }

    fn all(&self, key: &str) -> Vec<String> {
        self.0.iter().filter(|(own, _)| own == key).map(|(_, content)| content.clone()).collect()
    }

    fn first(&self, keys: &[&str]) -> Option<String> {
        keys.iter().find_map(|key| self.all(key).into_iter().next())
    }
}
