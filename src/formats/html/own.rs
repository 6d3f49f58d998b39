//! Which elements of a page are its article's own.
//!
//! ```text
//!     <main>                             around: facts may stand here
//!       <h1>Kelsmouth votes</h1>
//!       <article>                        own: the innermost one with nearly all that readability keeps
//!         <header>By Ann Example</header>
//!         <div>…</div>                   what readability keeps
//!       </article>
//!       <article>…</article>             another's: no fact of it counts
//!     </main>
//! ```

use std::collections::HashSet;

use dom_query::{Document, NodeId, NodeRef};

use super::dom::{attribute, is_in_link, is_inside, name};
use super::line::folded;
use super::roles::{is_beside, is_logo};
use super::{names, shown};
use crate::unicode::scripts::count_words;

/// Of ten bytes that are kept, how many the article's own element has at least.
const MOST: usize = 9;

/// The longest title that a heading is compared with, in bytes.
const LONGEST_TITLE: usize = 1024;

/// The fewest words of a text that is kept and ends the head: what says a title stands above it.
pub(super) const RUNNING_WORDS: usize = 20;

/// The elements in which no line of an article stands.
const UNSHOWN: [&str; 7] = ["head", "title", "script", "style", "button", "option", "textarea"];

/// How many elements stand around a line at most, and the most nodes in it.
const LINE_DEPTH: usize = 5;
const LINE_NODES: usize = 20;

/// Holds what of a page is its article's.
pub(super) struct Own<'p> {
    /// The innermost element that is there for an article and has nearly all that is kept; else the innermost one that has.
    pub(super) element: NodeRef<'p>,
    /// Whether that is there for one article, by its name.
    pub(super) is_article: bool,
    /// The element around it that has the headline as well; else the same.
    pub(super) around: NodeRef<'p>,
    /// That headline.
    pub(super) headline: Option<NodeId>,
    /// Whether that was found by what it says, so that no running text stands above it.
    pub(super) is_headline_first: bool,
    /// The heading above it that names the site, and says so.
    pub(super) site: Option<NodeId>,
    /// The elements that something is kept in.
    holders: HashSet<NodeId>,
    /// The elements of other articles, and what stands beside this one.
    others: HashSet<NodeId>,
}

impl<'p> Own<'p> {
    /// Finds the elements of an article, by the text that is kept of the page and by what the article is called.
    ///
    /// Cost: linear in the page.
    pub(super) fn of(page: &'p Document, kept: &HashSet<NodeId>, titles: &[&str]) -> Self {
        let root = page.html_root();
        let all: usize = root.descendants_it().filter(|node| kept.contains(&node.id)).map(|node| weight(&node)).sum();
        let mut search = Search {
            kept,
            least: (all * MOST).div_ceil(10).max(1),
            lowest: None,
            innermost: None,
            holders: HashSet::new(),
            others: HashSet::new(),
        };
        search.look(&root);
        let Search { lowest, innermost, holders, others, .. } = search;
        let element = innermost.or(lowest).unwrap_or(root);
        let is_article = innermost.is_some();
        let mut own = Self {
            element,
            is_article,
            around: element,
            headline: None,
            is_headline_first: false,
            site: None,
            holders,
            others,
        };
        own.find_headline(page, kept, titles);
        own
    }

    /// Tells whether something is kept in an element.
    pub(super) fn holds(&self, node: &NodeRef<'_>) -> bool {
        self.holders.contains(&node.id)
    }

    /// Tells whether an element is of another article, or stands beside this one.
    pub(super) fn is_other(&self, node: &NodeRef<'_>) -> bool {
        self.others.contains(&node.id)
    }

    /// Tells how near to the article something is said: 0 inside of it, 1 around it; `None` if it is said elsewhere, of
    /// another article, or beside this one. Where no element is there for the article, all of the page is around it.
    ///
    /// Cost: linear in its depth.
    pub(super) fn distance(&self, node: &NodeRef<'_>) -> Option<usize> {
        let (mut is_in, mut is_near) = (false, !self.is_article);
        for above in std::iter::once(*node).chain(node.ancestors_it(None)) {
            if self.is_other(&above) {
                return None;
            }
            is_in |= above.id == self.element.id;
            is_near |= above.id == self.around.id || self.holds(&above) && is_part(&above) || above.has_name("head");
        }
        if is_in { Some(0) } else { is_near.then_some(1) }
    }

    /// Finds the article's headline on the page, and the innermost element around both: a heading of the first rank that says
    /// what the article is called, else the only one in the page's main part, else what else says it above the text.
    fn find_headline(&mut self, page: &'p Document, kept: &HashSet<NodeId>, titles: &[&str]) {
        let titles = titles.iter().filter(|title| title.len() <= LONGEST_TITLE).map(|title| words(title));
        let titles = titles.filter(|title| !title.is_empty());
        let titles: Vec<String> = titles.collect();
        let found = page.select("h1");
        let headings = found.nodes().iter().filter(|heading| !self.is_in_other(heading));
        let headings: Vec<(NodeRef<'p>, String)> = headings
            .map(|heading| (*heading, shown::text(heading).map(|text| words(&text)).unwrap_or_default()))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        let is_said = |text: &str| titles.iter().any(|title| title.contains(text) || text.contains(title.as_str()));
        let is_in_part =
            |heading: &NodeRef<'_>| heading.ancestors_it(None).any(|above| self.holds(&above) && is_part(&above));
        let said = headings.iter().find(|(_, text)| is_said(text));
        let mut in_part = headings.iter().filter(|(heading, _)| is_in_part(heading));
        let only = in_part.next().filter(|_| in_part.next().is_none());
        let heading = if let Some((heading, text)) = said.or(only) {
            let of_article = self.is_of_site(heading).then(|| self.below_site(page, text, &titles)).flatten();
            self.site = of_article.map(|_| heading.id);
            of_article.unwrap_or(*heading)
        } else {
            let Some(line) = self.line_that_says(page, kept, &titles) else { return };
            self.is_headline_first = true;
            line
        };
        let above: HashSet<NodeId> = heading.ancestors_it(None).map(|above| above.id).collect();
        let mut outwards = std::iter::once(self.element).chain(self.element.ancestors_it(None));
        self.around = outwards.find(|node| above.contains(&node.id)).unwrap_or(self.element);
        self.headline = Some(heading.id);
    }

    /// Finds the heading that says the rest of a title of which another one, that of the site, is the beginning or the end.
    fn below_site(&self, page: &'p Document, site: &str, titles: &[String]) -> Option<NodeRef<'p>> {
        let is_rest = |title: &String, text: &str| {
            let rest = title.strip_prefix(text).or_else(|| title.strip_suffix(text));
            let bare = |rest: &str| rest.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
            rest.is_some_and(|rest| bare(rest) == bare(site))
        };
        let found = page.select("h1, h2, h3");
        let found = found.nodes().iter().filter(|heading| !self.is_in_other(heading));
        let mut texts = found.filter_map(|heading| Some((*heading, words(&shown::text(heading)?))));
        texts.find(|(_, text)| titles.iter().any(|title| is_rest(title, text))).map(|(heading, _)| heading)
    }

    /// Finds the line above the text that says what the article is called, or all of it but the name of the site, of the section, or
    /// what else is set before a title: `<div class="hl">New boats</div>`. Of several the one that says most, else the last one.
    fn line_that_says(&self, page: &'p Document, kept: &HashSet<NodeId>, titles: &[String]) -> Option<NodeRef<'p>> {
        let parts = titles.iter().flat_map(|title| {
            let parts = names::parts_of_title(title).into_iter();
            parts.filter(move |part| part.len() == title.len() || names::is_telling(part))
        });
        let parts: HashSet<&str> = parts.collect();
        let is_line =
            |node: &NodeRef<'p>| node.is_text() || is_heading(node) && node.descendants_it().nth(LINE_NODES).is_none();
        let root = page.html_root();
        let mut found: Option<(usize, NodeRef<'p>)> = None;
        for node in root.descendants_it() {
            let Some(text) = Some(node).filter(is_line).and_then(|node| shown::text(&node)) else { continue };
            let said = Some(words(&text)).filter(|said| parts.contains(said.as_str()));
            if let Some(said) = said {
                let is_shown = !is_inside(&node, |name| UNSHOWN.contains(&name)) && !self.is_in_other(&node);
                let line = if is_shown { whole_line(&node, &said) } else { None };
                let is_most = |_: &NodeRef<'p>| found.as_ref().is_none_or(|(most, _)| said.len() >= *most);
                found = line.filter(is_most).map(|line| (said.len(), line)).or(found);
            } else if kept.contains(&node.id) && count_words(&text) >= RUNNING_WORDS {
                break;
            }
        }
        found.map(|(_, line)| line)
    }

    /// Tells whether a heading stands where the name of a site does: in the head of the page or a logo, or as a link home,
    /// and not in an element that is there for the article.
    fn is_of_site(&self, heading: &NodeRef<'_>) -> bool {
        let is_inside = heading.ancestors_it(None).any(|above| above.id == self.element.id);
        let is_home =
            |node: NodeRef<'_>| node.has_name("a") && attribute(&node, "href").is_some_and(|href| is_home(&href));
        !(self.is_article && is_inside)
            && (heading.ancestors_it(None).any(|above| above.has_name("header") || is_logo(&above))
                || is_logo(heading)
                || heading.descendants_it().chain(heading.ancestors_it(Some(2))).any(is_home))
    }

    fn is_in_other(&self, node: &NodeRef<'_>) -> bool {
        std::iter::once(*node).chain(node.ancestors_it(None)).any(|above| self.is_other(&above))
    }

    /// Tells whether a heading in or around the article says a title.
    pub(super) fn has_heading(&self, title: &str) -> bool {
        let title = words(title);
        let mut found = self.around.descendants_it().filter(is_heading);
        found.any(|node| !self.is_in_other(&node) && shown::text(&node).is_some_and(|text| words(&text) == title))
    }
}

/// Looks for the elements of an article.
struct Search<'k, 'p> {
    kept: &'k HashSet<NodeId>,
    least: usize,
    lowest: Option<NodeRef<'p>>,
    innermost: Option<NodeRef<'p>>,
    holders: HashSet<NodeId>,
    others: HashSet<NodeId>,
}

impl<'p> Search<'_, 'p> {
    /// Looks into a node, and returns how much is kept in it.
    fn look(&mut self, node: &NodeRef<'p>) -> usize {
        if node.is_text() {
            return if self.kept.contains(&node.id) { weight(node) } else { 0 };
        }
        let held: usize = node.children_it(false).map(|child| self.look(&child)).sum();
        if held > 0 {
            self.holders.insert(node.id);
        } else if is_article(node) || is_beside(node) {
            self.others.insert(node.id);
        }
        // An element is looked into before the next one around it.
        if held >= self.least {
            self.lowest = self.lowest.or(Some(*node));
            self.innermost = self.innermost.or(Some(*node).filter(is_article));
        }
        held
    }
}

/// Returns how much a text node weighs, in bytes; white space weighs nothing.
fn weight(node: &NodeRef<'_>) -> usize {
    node.text().split_whitespace().map(str::len).sum()
}

/// Returns the outermost element around a heading or a text that has no other text, if it is a heading or no link: what leads to an
/// article is called as that is.
fn whole_line<'p>(node: &NodeRef<'p>, said: &str) -> Option<NodeRef<'p>> {
    let is_whole = |above: &NodeRef<'p>| {
        !matches!(name(above).as_str(), "body" | "html" | "main" | "article")
            && above.children_it(false).nth(LINE_NODES).is_none()
            && shown::text(above).is_some_and(|text| words(&text) == said)
    };
    let above = node.ancestors_it(Some(LINE_DEPTH)).take_while(is_whole);
    let line = above.last().or_else(|| Some(*node).filter(NodeRef::is_element))?;
    let is_link = || line.has_name("a") || is_in_link(&line) || line.descendants_it().any(|inner| inner.has_name("a"));
    let is_of_heading = is_heading(node) || node.ancestors_it(Some(LINE_DEPTH)).any(|above| is_heading(&above));
    (is_of_heading || !is_link()).then_some(line)
}

fn is_heading(node: &NodeRef<'_>) -> bool {
    matches!(name(node).as_str(), "h1" | "h2" | "h3")
}

/// Tells whether an element is there for one article.
fn is_article(node: &NodeRef<'_>) -> bool {
    let is_described =
        || attribute(node, "itemtype").is_some_and(|kind| kind.ends_with("Article") || kind.ends_with("Posting"));
    name(node) == "article" || is_described()
}

/// Tells whether a link leads to the first page of a site.
fn is_home(href: &str) -> bool {
    let path = href.split_once("://").map_or(href, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
    matches!(path.trim_matches('/'), "" | "index.html" | "#")
}

/// Tells whether an element is the main part of a page, or an article.
fn is_part(node: &NodeRef<'_>) -> bool {
    name(node) == "main" || node.attr("role").is_some_and(|role| &*role == "main") || is_article(node)
}

/// Returns the words of a text, for comparison.
pub(super) fn words(text: &str) -> String {
    folded(text).to_lowercase().replace('\u{A0}', " ")
}
