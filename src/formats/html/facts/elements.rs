//! What the elements of a page state: microdata, `<time>`, `rel="author"`, `<h1>`, `<title>`.

use dom_query::{Document, NodeRef};

use super::Facts;
use crate::formats::html::dom::{attribute, has_class, is_inside, name};
use crate::formats::html::names;
use crate::formats::html::own::{Own, words};
use crate::formats::html::shown;

/// Returns what the microdata of an article states: `itemprop`.
pub(super) fn microdata(page: &Document, own: &Own<'_>) -> Facts {
    let all = |property: &str| -> Vec<String> {
        let found = page.select(&format!("[itemprop~={property}]"));
        nearest(own, found.nodes()).into_iter().filter_map(value).collect()
    };
    let first = |property| all(property).into_iter().next();
    Facts {
        title: first("headline"),
        outlet: first("publisher"),
        authors: all("author"),
        date: first("datePublished"),
        language: first("inLanguage"),
        address: None,
        is_paid: first("isAccessibleForFree").is_some_and(|free| free.eq_ignore_ascii_case("false")),
        is_article: false,
        text: None,
        name: None,
    }
}

/// Returns the elements that say something of the article: those inside of it, else those around it.
fn nearest<'n, 'p>(own: &Own<'_>, nodes: &'n [NodeRef<'p>]) -> Vec<&'n NodeRef<'p>> {
    let nodes = nodes.iter().filter(|node| !is_of_another(node));
    let near: Vec<_> = nodes.filter_map(|node| Some((own.distance(node)?, node))).collect();
    let least = near.iter().map(|(distance, _)| *distance).min();
    near.into_iter().filter(|(distance, _)| Some(*distance) == least).map(|(_, node)| node).collect()
}

/// Tells whether something is stated of a comment, or of what stands beside the article.
fn is_of_another(node: &NodeRef<'_>) -> bool {
    let beside = |name: &str| matches!(name, "nav" | "aside" | "footer" | "li");
    let is_comment = |above: NodeRef<'_>| above.attr("itemtype").is_some_and(|kind| kind.ends_with("Comment"));
    is_inside(node, beside) || node.ancestors_it(None).any(is_comment)
}

/// Returns what an element with `itemprop` says.
fn value(node: &NodeRef<'_>) -> Option<String> {
    let stated = ["content", "datetime"].into_iter().find_map(|key| attribute(node, key));
    stated.or_else(|| named(node)).or_else(|| shown::text(node))
}

/// Returns the name inside of what is described with properties of its own.
fn named(node: &NodeRef<'_>) -> Option<String> {
    let is_name = |inner: &NodeRef<'_>| inner.attr("itemprop").is_some_and(|of| &*of == "name");
    let inner = node.descendants_it().find(is_name)?;
    attribute(&inner, "content").or_else(|| shown::text(&inner))
}

/// Returns what elements say by their names alone.
pub(super) fn facts(page: &Document, own: &Own<'_>) -> Facts {
    let is_paywall = |class: &str| class.contains("paywall");
    let is_paid = page.root().descendants_it().any(|node| {
        has_class(&node, is_paywall) || node.id_attr().is_some_and(|id| is_paywall(&id.to_ascii_lowercase()))
    });
    Facts { authors: author(page, own).into_iter().collect(), date: time(page, own), is_paid, ..Facts::default() }
}

/// Links to what a site says of who writes for it.
const PROFILES: &str = "a[href*='/author/'], a[href*='/authors/'], a[href*='/autor/'], a[href*='/auteur/']";

/// Returns the one name that a page links to as its author's, else the one that it sets as its byline.
fn author(page: &Document, own: &Own<'_>) -> Option<String> {
    let only = |names: Vec<String>| {
        let (first, others) = names.split_first()?;
        others.iter().all(|other| other == first).then(|| first.clone())
    };
    let said = |selector: &str| -> Vec<String> {
        let found = page.select(selector);
        nearest(own, found.nodes()).into_iter().filter_map(shown::byline).collect()
    };
    // What is named for its author may hold more than a name, each in an element of its own.
    let plain = |selector: &str| -> Vec<String> {
        let found = page.select(selector);
        let is_plain = |node: &&NodeRef<'_>| node.descendants_it().filter(NodeRef::is_nonempty_text).nth(1).is_none();
        nearest(own, found.nodes()).into_iter().filter(is_plain).filter_map(shown::byline).collect()
    };
    let is_name = |text: &String| text.split_whitespace().count() <= 10 && !text.contains(|c: char| c.is_numeric());
    only(said("a[rel~=author]")).or_else(|| {
        let lines = said(".byline, .byline-name, .author-name, .p-author, .pb-byline, .article-byline, .post-author");
        let of_profile = || only(said(PROFILES));
        only(lines).filter(is_name).or_else(|| only(plain(".author")).or_else(of_profile).filter(is_name))
    })
}

/// The longest line, in bytes, that is about the article and none of its text: "By Ann Example, 16 June 2026, 10:14".
const LONGEST_LINE: usize = 120;

/// Tells whether an element stands inside of a sentence: what is told of there is no fact about the article.
fn is_in_running_text(node: &NodeRef<'_>) -> bool {
    let is_text = |node: &NodeRef<'_>| matches!(name(node).as_str(), "p" | "li" | "blockquote" | "td" | "figcaption");
    node.ancestors_it(None).find(is_text).is_some_and(|text| text.text().trim().len() > LONGEST_LINE)
}

/// Returns the date of the article's own `<time>`: of one that says so, else of the only one beside its headline.
fn time(page: &Document, own: &Own<'_>) -> Option<String> {
    let times = page.select("time[datetime]");
    let times = nearest(own, times.nodes());
    let times = || times.iter().copied();
    let date =
        |node: &NodeRef<'_>| attribute(node, "datetime").filter(|date| date.starts_with(|c: char| c.is_ascii_digit()));
    let is_said = |node: &NodeRef<'_>| {
        node.has_attr("pubdate") || has_class(node, |class| class.contains("publish") || class == "entry-date")
    };
    let is_changed =
        |node: &NodeRef<'_>| has_class(node, |class| class.contains("updated") || class.contains("modified"));
    if let Some(date) = times().filter(|node| is_said(node)).find_map(date) {
        return Some(date);
    }
    let is_own = |node: &&NodeRef<'_>| {
        let is_articles = is_inside(node, |name| matches!(name, "article" | "main"));
        is_articles && !is_changed(node) && !is_in_running_text(node)
    };
    let mut dates: Vec<String> = times().filter(is_own).filter_map(date).collect();
    dates.dedup_by(|a, b| a.get(..10) == b.get(..10));
    let first = dates.pop()?;
    dates.is_empty().then_some(first)
}

/// Returns the language that a page says it is in.
pub(super) fn language(page: &Document) -> Option<String> {
    let root = page.html_root();
    attribute(&root, "lang").or_else(|| attribute(&root, "xml:lang")).map(|tag| tag.replace('_', "-"))
}

/// Returns the address that a page says it has.
pub(super) fn canonical(page: &Document) -> Option<String> {
    let links = page.select("link[rel~=canonical]");
    links.nodes().iter().filter_map(|link| attribute(link, "href")).find(|href| names::address(href).is_some())
}

/// Returns what the window is called.
pub(super) fn window(page: &Document) -> Option<String> {
    let titles = page.select("title");
    titles.nodes().iter().find(|title| !is_inside(title, |name| name == "svg")).and_then(shown::text)
}

/// Returns the page's own title: its only heading of the first rank if the window is called so too, or after the site,
/// else what the window is called.
pub(super) fn title(page: &Document, own: &Own<'_>, sites: &[&str]) -> Option<String> {
    let window = window(page).filter(|window| !sites.iter().any(|site| words(site) == words(window)));
    let is_said = |heading: &String| window.as_ref().is_none_or(|window| words(window).contains(&words(heading)));
    only_heading(page, own).filter(is_said).or(window)
}

/// Returns what the only heading of the first rank says that does not name the site.
fn only_heading(page: &Document, own: &Own<'_>) -> Option<String> {
    let headings = page.select("h1");
    let mut texts = headings.nodes().iter().filter(|node| own.site != Some(node.id)).filter_map(shown::text);
    let first = texts.next()?;
    texts.next().is_none().then_some(first)
}

/// Returns the name of the outlet that the page shows beside its headline and that its line of copyright has: at an end of what the
/// window is called, or in a heading above the headline.
///
/// Cost: linear in the page.
pub(super) fn outlet(page: &Document, own: &Own<'_>, headline: Option<&str>) -> Option<String> {
    let headline = words(headline?);
    let window = window(page).unwrap_or_default();
    let rest =
        |part: &&str| words(part) != headline && !words(part).contains(&headline) && !headline.contains(&words(part));
    let parts = names::parts_of_title(&window);
    let is_end = |part: &&str| window.starts_with(part) || window.ends_with(part);
    let label = window.split_once([':', '：']).map(|(label, _)| label);
    let of_window = parts.iter().rev().copied().chain(label).filter(is_end).filter(rest).map(str::to_owned);
    let headings = page.select("h1, h2, h3, h4");
    let is_above = |heading: &&NodeRef<'_>| own.headline != Some(heading.id);
    let headings = headings.nodes().iter().take_while(is_above).filter(|_| own.headline.is_some());
    let shown = headings.filter_map(shown::text).filter(|text| text.split_whitespace().count() <= OUTLET_WORDS);
    let candidates: Vec<(String, String)> =
        of_window.chain(shown).map(|name| (words(&name), name)).take(OUTLETS).collect();
    if candidates.is_empty() {
        return None;
    }
    let root = page.root();
    let lines = root.descendants_it().filter(NodeRef::is_text).filter_map(|node| names::after_copyright(&node.text()));
    let is_named = |line: &str| {
        let has = |name: &str| line.strip_prefix(name).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        candidates.iter().find(|(name, _)| has(name)).map(|(_, name)| name.clone())
    };
    lines.map(|line| is_named(&line)).find(Option::is_some).flatten()
}

/// Returns what a title says behind the name of its site and a colon, where the line of copyright has that name: `Coast Wire: New boats`.
///
/// Cost: linear in the page.
pub(super) fn behind_site<'t>(page: &Document, title: &'t str) -> Option<&'t str> {
    let (site, rest) = title.split_once([':', '：'])?;
    let name = words(site);
    let is_name = !name.is_empty() && name.split_whitespace().count() <= OUTLET_WORDS && !rest.trim().is_empty();
    let root = page.root();
    let texts = root.descendants_it().filter(NodeRef::is_text);
    let mut lines = texts.filter_map(|node| names::after_copyright(&node.text()));
    let is_of_site =
        |line: String| line.strip_prefix(name.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    (is_name && lines.any(is_of_site)).then(|| rest.trim())
}

/// The most names that may be an outlet's, and the most words of one in a heading.
const OUTLETS: usize = 20;
const OUTLET_WORDS: usize = 6;

/// Tells whether the window is called so, alone or among other words.
pub(super) fn is_in_window(page: &Document, title: &str) -> bool {
    let titles = page.select("title");
    titles.nodes().iter().any(|window| words(&window.text()).contains(&words(title)))
}

/// Returns what the heading that names the site says.
pub(super) fn site(page: &Document, own: &Own<'_>) -> Option<String> {
    let headings = page.select("h1");
    headings.nodes().iter().find(|node| own.site == Some(node.id)).and_then(shown::text)
}

/// Returns a title as it is shown, where what is stated was cut or has the name of its site behind it.
pub(super) fn as_shown(page: &Document, title: String) -> String {
    let headings = page.select("h1");
    let mut headings = headings.nodes().iter().filter_map(shown::text);
    let is_cut = |heading: &String| {
        let start = title.trim_end_matches(['.', '…']).trim_end();
        start.len() < title.len() && title.ends_with(['…']) | title.ends_with("...") && heading.starts_with(start)
    };
    let has_more = |heading: &String| {
        let rest = title.strip_prefix(heading.as_str()).map(str::trim_start);
        let parts = |rest: &str| ["| ", "- ", "– ", "— "].iter().any(|separator| rest.starts_with(separator));
        heading.split_whitespace().nth(2).is_some() && rest.is_some_and(parts)
    };
    headings.find(|heading| is_cut(heading) || has_more(heading)).unwrap_or(title)
}
