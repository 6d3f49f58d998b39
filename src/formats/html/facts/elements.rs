//! What the elements of a page state: microdata, `<time>`, `rel="author"`, `<h1>`, `<title>`.

use dom_query::{Document, NodeRef};

use super::Facts;
use crate::formats::html::dom::{attribute, has_class, is_inside, name};
use crate::formats::html::names;

/// Returns what the microdata of an article states: `itemprop`.
pub(super) fn microdata(page: &Document) -> Facts {
    let all = |property: &str| -> Vec<String> {
        let found = page.select(&format!("[itemprop~={property}]"));
        found.nodes().iter().filter(|node| !is_of_another(node)).filter_map(value).collect()
    };
    let first = |property| all(property).into_iter().next();
    Facts {
        title: first("headline"),
        outlet: first("publisher"),
        authors: all("author"),
        date: first("datePublished").filter(|date| date.contains(|c: char| c.is_numeric())),
        language: first("inLanguage"),
        address: None,
        is_paid: first("isAccessibleForFree").is_some_and(|free| free.eq_ignore_ascii_case("false")),
        text: None,
    }
}

/// Tells whether something is stated of a comment, or of what stands beside the article.
fn is_of_another(node: &NodeRef<'_>) -> bool {
    let beside = |name: &str| matches!(name, "nav" | "aside" | "footer" | "li");
    let is_comment = |above: NodeRef<'_>| above.attr("itemtype").is_some_and(|kind| kind.ends_with("Comment"));
    is_inside(node, beside) || node.ancestors_it(None).any(is_comment)
}

/// Returns what an element with `itemprop` says.
fn value(node: &NodeRef<'_>) -> Option<String> {
    let inner = || node.find(&["*"]).is_empty().then_some(()).map_or_else(|| named(node), |()| None);
    let stated = ["content", "datetime"].into_iter().find_map(|key| attribute(node, key));
    stated.or_else(inner).or_else(|| names::plain(&node.text().replace('<', "&lt;")))
}

/// Returns the name inside of what is described with properties of its own.
fn named(node: &NodeRef<'_>) -> Option<String> {
    let is_name = |inner: &NodeRef<'_>| inner.attr("itemprop").is_some_and(|of| &*of == "name");
    let inner = node.descendants_it().find(is_name)?;
    attribute(&inner, "content").or_else(|| Some(inner.text().to_string()))
}

/// Returns what elements say by their names alone.
pub(super) fn facts(page: &Document) -> Facts {
    let authors = page.select("a[rel~=author]");
    let authors = authors.nodes().iter().filter(|node| !is_of_another(node)).map(|node| node.text().to_string());
    let is_paywall = |class: &str| class.contains("paywall");
    let is_paid = page.root().descendants_it().any(|node| {
        has_class(&node, is_paywall) || node.id_attr().is_some_and(|id| is_paywall(&id.to_ascii_lowercase()))
    });
    Facts { authors: authors.collect(), date: time(page), is_paid, ..Facts::default() }
}

/// Returns the date of the article's own `<time>`: of one that says so, else of the only one beside its headline.
fn time(page: &Document) -> Option<String> {
    let times = page.select("time[datetime]");
    let times = || times.nodes().iter().filter(|node| !is_of_another(node));
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
    let own = |node: &&NodeRef<'_>| is_inside(node, |name| matches!(name, "article" | "main")) && !is_changed(node);
    let mut dates: Vec<String> = times().filter(own).filter_map(date).collect();
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

/// Returns the page's own title: its only heading of the first rank, else what the window is called.
pub(super) fn title(page: &Document) -> Option<String> {
    only_heading(page).or_else(|| {
        let titles = page.select("title");
        let own = titles.nodes().iter().find(|title| !is_inside(title, |name| name == "svg"))?;
        names::plain(&own.text().replace('<', "&lt;"))
    })
}

fn only_heading(page: &Document) -> Option<String> {
    let headings = page.select("h1");
    let texts = headings.nodes().iter().filter(|node| name(node) == "h1");
    let mut texts = texts.filter_map(|node| names::plain(&node.text().replace('<', "&lt;")));
    let first = texts.next()?;
    texts.next().is_none().then_some(first)
}

/// Returns a title as it is shown, where what is stated was cut or has the name of its site behind it.
pub(super) fn as_shown(page: &Document, title: String) -> String {
    let shown = page.select("h1");
    let headings = shown.nodes().iter().filter_map(|node| names::plain(&node.text().replace('<', "&lt;")));
    let is_cut = |heading: &String| {
        let start = title.trim_end_matches(['.', '…']).trim_end();
        start.len() < title.len() && title.ends_with(['…']) | title.ends_with("...") && heading.starts_with(start)
    };
    let has_more = |heading: &String| {
        let rest = title.strip_prefix(heading.as_str()).map(str::trim_start);
        let parts = |rest: &str| ["| ", "- ", "– ", "— "].iter().any(|separator| rest.starts_with(separator));
        heading.split_whitespace().nth(2).is_some() && rest.is_some_and(parts)
    };
    headings.into_iter().find(|heading| is_cut(heading) || has_more(heading)).unwrap_or(title)
}
