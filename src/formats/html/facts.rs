//! What a page states of its article.
//!
//! ```text
//!     JSON-LD of an article  →  Open Graph, article:  →  meta  →  itemprop  →  <time>, rel="author", <h1>
//! ```
//!
//! What stands first in this order holds. Nothing is guessed: what no page says outright stays unknown.

mod elements;
mod json_ld;
mod meta;

use dom_query::Document;

use super::names;
use super::own::{Own, words};

/// Holds what a source of facts states, as it stands there.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    /// Its headline.
    pub(super) title: Option<String>,
    /// What else it is called.
    name: Option<String>,
    /// The name of the site or of its publisher.
    pub(super) outlet: Option<String>,
    /// The names of its authors.
    pub(super) authors: Vec<String>,
    /// When it was published.
    pub(super) date: Option<String>,
    /// Its language.
    pub(super) language: Option<String>,
    /// Where it stands.
    pub(super) address: Option<String>,
    /// Whether it is said not to be free to read.
    pub(super) is_paid: bool,
    /// Whether the page is said to be one article.
    pub(super) is_article: bool,
    /// Its text, where the facts have it.
    pub(super) text: Option<String>,
}

impl Facts {
    /// Takes from a later source what this one does not state.
    fn or(self, later: Self) -> Self {
        Self {
            title: self.title.or(later.title),
            name: self.name.or(later.name),
            outlet: self.outlet.or(later.outlet),
            authors: if self.authors.is_empty() { later.authors } else { self.authors },
            date: self.date.filter(|date| is_date(date)).or(later.date.filter(|date| is_date(date))),
            language: self.language.or(later.language),
            address: self.address.or(later.address),
            is_paid: self.is_paid || later.is_paid,
            is_article: self.is_article || later.is_article,
            text: self.text.or(later.text),
        }
    }
}

/// Holds what a page states of itself, apart from what its elements show.
pub(super) struct Stated {
    facts: Facts,
    address: Option<String>,
    language: Option<String>,
    /// What the site is called.
    sites: Vec<String>,
    /// What the window is called.
    window: Option<String>,
}

impl Stated {
    /// Returns what the article is called: its stated title, and that of the window, also without the name of its site before a colon.
    pub(super) fn titles(&self, page: &Document) -> Vec<&str> {
        let window = self.window.as_deref();
        let behind_site = window.and_then(|window| elements::behind_site(page, window));
        [self.facts.title.as_deref(), window, behind_site].into_iter().flatten().collect()
    }

    /// Returns the names of the authors, in small letters: all of them in one line, and each that has two words.
    pub(super) fn authors(&self) -> Vec<String> {
        let lines = self.facts.authors.iter().map(|line| words(line));
        let is_full = |name: &&str| name.contains(' ');
        let with_each = |line: String| {
            let each: Vec<String> = line.split(", ").filter(is_full).map(str::to_owned).collect();
            std::iter::once(line).chain(each)
        };
        lines.filter(|line| !line.is_empty()).flat_map(with_each).collect()
    }

    /// Returns what the window is called.
    pub(super) fn window(&self) -> Option<&str> {
        self.window.as_deref()
    }

    /// Tells whether the page says that it is one article.
    pub(super) fn is_article(&self) -> bool {
        self.facts.is_article
    }

    /// Returns facts with the names of authors as one line. Names that are addresses are none, so the next source is asked.
    fn named(language: Option<&str>, facts: Facts) -> Facts {
        let language = language.or(facts.language.as_deref());
        let byline = names::byline(facts.authors.iter().map(String::as_str), language);
        Facts { authors: byline.into_iter().collect(), ..facts }
    }
}

/// Returns what a page states in JSON-LD and in `<meta>`.
///
/// Cost: linear in the page.
pub(super) fn stated(page: &Document) -> Stated {
    let meta = meta::facts(page);
    let address = elements::canonical(page).or_else(|| meta.address.clone());
    let json = json_ld::facts(page, address.as_deref());
    let sites = [&json.outlet, &meta.outlet].into_iter().flatten().filter_map(|site| names::plain(site)).collect();
    let language = elements::language(page);
    let json = Stated::named(language.as_deref(), with_title_of_window(page, json));
    let facts = json.or(Stated::named(language.as_deref(), meta));
    let window = elements::window(page);
    let facts = Facts { title: facts.title.as_deref().and_then(names::plain), ..facts };
    Stated { facts, address, language, sites, window }
}

/// Adds what the elements of the article say. Its own headline counts for what is stated, unless another heading says that.
///
/// Authors are without "By", the title without the site, addresses are full.
///
/// Cost: linear in the page, and in the depth of its elements.
pub(super) fn complete(page: &Document, stated: Stated, own: &Own<'_>, headline: Option<&str>) -> Facts {
    let Stated { facts, address, language, sites, .. } = stated;
    let site = elements::site(page, own);
    let sites: Vec<&str> = sites.iter().chain(&site).map(String::as_str).collect();
    let named = |facts: Facts| Stated::named(language.as_deref(), facts);
    let facts = facts.or(named(elements::microdata(page, own))).or(named(elements::facts(page, own)));
    let title = facts.title.as_deref().and_then(names::plain);
    let title = title.or_else(|| elements::title(page, own, &sites)).map(|title| names::without_site(&title, &sites));
    let title = title.map(|title| elements::as_shown(page, title));
    let outlet = facts.outlet.as_deref().and_then(names::plain).or_else(|| site.clone());
    let outlet = outlet.or_else(|| elements::outlet(page, own, headline));
    let is_shown = |headline: &&str| {
        (own.site.is_some() || names::is_telling(headline))
            && !title.as_deref().is_some_and(|title| own.has_heading(title))
    };
    Facts {
        title: headline.filter(is_shown).map(str::to_owned).or(title),
        outlet,
        language: language.or(facts.language).filter(|tag| is_language(tag)),
        address: address.or(facts.address).as_deref().and_then(names::address),
        ..facts
    }
}

/// Tells whether a text has the number of a year in it; a time of day is no date.
fn is_date(text: &str) -> bool {
    text.split(|c: char| !c.is_numeric()).any(|number| number.chars().count() >= 4)
}

/// Takes the name of an article for its title where its headline is another text than that of the window, a description.
fn with_title_of_window(page: &Document, mut facts: Facts) -> Facts {
    let is_in_window = |title: &Option<String>| {
        title.as_deref().and_then(names::plain).is_some_and(|title| elements::is_in_window(page, &title))
    };
    if !is_in_window(&facts.title) && is_in_window(&facts.name) {
        facts.title = facts.name.take();
    }
    facts
}

/// Tells whether a text looks like a BCP 47 tag.
fn is_language(tag: &str) -> bool {
    (2..=35).contains(&tag.len())
        && tag.split('-').all(|part| part.len() <= 8 && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}
