//! Which text of a page is the article's: the pieces that readability keeps.
//!
//! The library rewrites the tree that it is given: it renames, wraps and unwraps elements, and takes classes off. But it
//! only ever moves text, so what it keeps is known by the numbers of its nodes, and the page as it was says what each
//! piece is:
//!
//! ```text
//!     page ─► copy ─► readability ─► numbers of the text nodes that are left
//!       └──────────────────────────► walk: headings, captions, lists …, each with its text if that is left
//! ```

use std::collections::HashSet;

use dom_query::{Document, NodeId, NodeRef};
use dom_smoothie::{Config, ParsePolicy, Readability};

use super::dom::{is_hidden, name, texts};

/// The nodes of a page whose text is the article's.
pub(super) type Kept = HashSet<NodeId>;

/// The least characters of an article that is taken as it is; the library has the same.
const ENOUGH: usize = 500;

/// How the library is asked, one after the other, until there is enough.
const POLICIES: [ParsePolicy; 4] = [ParsePolicy::Strict, ParsePolicy::Moderate, ParsePolicy::Clean, ParsePolicy::Raw];

/// The address of links that lead nowhere.
const NOWHERE: &str = "void";

/// Finds the article of a page; nothing where there is none.
pub(super) fn extract(page: &Document) -> Kept {
    let mut attempts = Vec::new();
    for policy in POLICIES {
        let Some((kept, length)) = attempt(page, policy) else { continue };
        if length >= ENOUGH {
            return kept;
        }
        attempts.push(kept);
    }
    let counts = running_words(page);
    let words = |kept: &Kept| counts.iter().filter(|(id, _)| kept.contains(id)).map(|(_, words)| words).sum::<usize>();
    let attempts: Vec<(Kept, usize)> = attempts
        .into_iter()
        .map(|kept| {
            let words = words(&kept);
            (kept, words)
        })
        .collect();
    let most = attempts.iter().map(|(_, words)| *words).max().unwrap_or(0);
    // Of a short one, the first that lost none of its running text: those after it have the navigation as well.
    let best = attempts.into_iter().find(|(_, words)| *words > 0 && words * 10 >= most * 9);
    best.map_or_else(|| paragraphs(page), |(kept, _)| kept)
}

/// Asks the library once; returns what it keeps, and how many characters that has.
fn attempt(page: &Document, policy: ParsePolicy) -> Option<(Kept, usize)> {
    let config = Config { disable_json_ld: true, ..Config::default() };
    let mut readability = Readability::with_document(page.clone(), None, Some(config)).ok()?;
    let article = readability.parse_with_policy(policy).ok()?;
    let content = readability.doc.select_single("#readability-page-1");
    let texts = content.nodes().first()?.descendants_it().filter(NodeRef::is_text);
    let length = article.text_content.split_whitespace().map(|word| word.chars().count() + 1).sum();
    Some((texts.map(|node| node.id).collect(), length))
}

/// Counts the words of the running text of a page, node by node: of that outside of links and forms. A link that leads nowhere is none:
/// old pages mark places so, and leave them open to the end.
fn running_words(page: &Document) -> Vec<(NodeId, usize)> {
    let is_aside = |node: &NodeRef<'_>| match name(node).as_str() {
        "a" => node.attr("href").is_some_and(|href| &*href != NOWHERE),
        name => matches!(name, "button" | "nav" | "form" | "footer" | "script"),
    };
    let mut found = Vec::new();
    texts(&page.root(), (), &|(), node| (!is_aside(node)).then_some(()), &mut found);
    let counts = found.iter().map(|(node, ())| (node.id, node.text().split_whitespace().count()));
    counts.collect()
}

/// What is no paragraph of an article, wherever it stands.
const ASIDE: [&str; 12] = [
    "nav", "header", "footer", "aside", "noscript", "script", "style", "template", "button", "select", "textarea",
    "head",
];

/// Returns the text of all paragraphs in the article, else in the main part, else in the body.
fn paragraphs(page: &Document) -> Kept {
    for part in ["article", "main", "body"] {
        let enter = |(in_part, in_paragraph): (bool, bool), node: &NodeRef<'_>| {
            let name = name(node);
            let is_paragraph = matches!(name.as_str(), "p" | "li" | "blockquote" | "h2" | "h3");
            let is_shown = !ASIDE.contains(&name.as_str()) && !is_hidden(node);
            is_shown.then(|| (in_part || name == part, in_paragraph || is_paragraph))
        };
        let mut found = Vec::new();
        texts(&page.root(), (false, false), &enter, &mut found);
        let kept = found.into_iter().filter(|(node, state)| *state == (true, true) && node.is_nonempty_text());
        let kept: Kept = kept.map(|(node, _)| node.id).collect();
        if !kept.is_empty() {
            return kept;
        }
    }
    Kept::new()
}

/// Returns how deep the tree of a page is.
///
/// Cost: linear in the page.
pub(super) fn depth(page: &Document) -> usize {
    let mut deepest = 0;
    let mut next = page.root().first_child().map(|child| (child, 1));
    while let Some((node, depth)) = next {
        deepest = deepest.max(depth);
        next = node.first_child().map(|child| (child, depth + 1)).or_else(|| {
            let (mut node, mut depth) = (node, depth);
            loop {
                if let Some(sibling) = node.next_sibling() {
                    return Some((sibling, depth));
                }
                node = node.parent().filter(|parent| !parent.is_document())?;
                depth -= 1;
            }
        });
    }
    deepest
}

/// Takes out what an archive of the web sets above the pages that it keeps, and makes links to scripts plain ones, since
/// the library would put new text in their place.
pub(super) fn prepare(page: &Document) {
    page.select("#wm-ipp-base, #wm-ipp, #wm-ipp-print, #donato").remove();
    for link in page.select("a[href]").nodes() {
        if link.attr("href").is_some_and(|href| href.trim_start().to_ascii_lowercase().starts_with("javascript:")) {
            link.set_attr("href", NOWHERE);
        }
    }
}
