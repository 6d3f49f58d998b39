//! Which elements that readability left out hold text of the article that they stand in.
//!
//! ```text
//!     <aside><p>The boats are old.</p></aside>   a box: sentences, hardly any link
//!     <div><ul><li>Quay: 12…</ul></div>          a passage: paragraphs, items, rows or headings, hardly any link
//!     <div><img><p>A boat.</p></div>             a picture and its caption
//! ```

use dom_query::{NodeId, NodeRef};

use super::dom::{has_lines, is_in_link, name, texts};
use super::line::folded;
use super::roles::{is_about_author, is_byline, words_up_to};
use crate::formats::html_lines::LINES;
use crate::unicode::quotes;

/// The fewest words of a sentence that shows that a box holds text.
const SENTENCE_WORDS: usize = 6;

/// Of so many words of a box one at most stands in a link.
const LINKED: usize = 4;

/// The fewest and the most words of what stands under a picture: who wrote the article has a picture and a name.
const CAPTION_WORDS: (usize, usize) = (4, 60);

/// The elements that text is set in.
const SAID: [&str; 16] = [
    "blockquote",
    "dd",
    "dt",
    "figcaption",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "p",
    "pre",
    "q",
    "summary",
    "td",
    "th",
];

/// Tells whether an element holds text: sentences for the most part, hardly any link, and nothing to fill in. What is not
/// of it counts for nothing.
///
/// Cost: linear in the elements inside of it.
pub(super) fn is_box(node: &NodeRef<'_>, is_of: impl Fn(&NodeRef<'_>) -> bool) -> bool {
    let count = Count::of(node, is_sentence, is_of);
    // A box that is named as one may be a list of facts but for a sentence.
    let of_all = if matches!(name(node).as_str(), "aside" | "footer") { 4 } else { 2 };
    count.said > 0 && count.said * of_all >= count.all && count.linked * LINKED <= count.all && !has_fields(node)
}

/// Tells whether an element that stands between what is kept of an article holds text of it: what text is set in for the
/// most part, hardly any link, and nothing to fill in.
///
/// Cost: linear in the elements inside of it.
pub(super) fn is_passage(node: &NodeRef<'_>, is_of: impl Fn(&NodeRef<'_>) -> bool) -> bool {
    let is_said = |node: &NodeRef<'_>| SAID.contains(&name(node).as_str());
    let count = Count::of(node, is_said, is_of);
    count.said > 0
        && count.said * 2 >= count.all
        && count.linked * LINKED <= count.all
        && !matches!(name(node).as_str(), "aside" | "footer")
        && !has_fields(node)
        && !node.descendants_it().any(|inner| is_of_teaser(&inner) || is_placed(&inner))
}

/// Tells whether an element is a line of links and no sentence, as one that names the topics of an article: `Filed under: boats, quays`.
///
/// Cost: linear in the elements inside of it.
pub(super) fn is_line_of_links(node: &NodeRef<'_>) -> bool {
    let has_links = || node.descendants_it().filter(|inner| inner.has_name("a")).nth(1).is_some();
    let is_linked = || {
        let count = Count::of(node, |_| false, |_| true);
        count.linked * 4 >= count.all * 3
    };
    LINES.contains(&name(node).as_str()) && !has_lines(node) && has_links() && is_linked() && !is_sentence(node)
}

/// Tells whether an element belongs to what leads to another article: a title that is a link, or who wrote that.
fn is_of_teaser(node: &NodeRef<'_>) -> bool {
    let is_title = || {
        let linked = node.descendants_it().find(|inner| inner.has_name("a"));
        linked.is_some_and(|link| folded(&link.text()) == folded(&node.text()))
    };
    match name(node).as_str() {
        "article" => true,
        "h2" | "h3" | "h4" | "h5" | "h6" => is_title(),
        _ => is_byline(node),
    }
}

/// Tells whether an element has a place of its own on a drawing, as the labels of one have.
fn is_placed(node: &NodeRef<'_>) -> bool {
    let style = node.attr("style").map(|style| style.to_ascii_lowercase().replace(' ', ""));
    style.is_some_and(|style| {
        style.contains("position:absolute") || style.split(';').any(|rule| rule.starts_with("left:"))
    })
}

/// Tells whether an element is a picture with a line under it, and nothing else.
///
/// Cost: linear in the elements inside of it, whatever their text.
pub(super) fn is_picture(node: &NodeRef<'_>) -> bool {
    let (least, most) = CAPTION_WORDS;
    let has = |names: &[&str]| node.descendants_it().any(|inner| names.contains(&name(&inner).as_str()));
    let is_of_author = |node: &NodeRef<'_>| is_byline(node) || is_about_author(node);
    matches!(name(node).as_str(), "div" | "table")
        && (least..=most).contains(&words_up_to(node, most))
        && has(&["img", "picture", "amp-img"])
        && !has(&["a", "h1", "h2", "h3", "h4", "h5", "h6", "li", "table", "time", "button", "input"])
        && has_one_line(node)
        && !is_of_author(node)
        && !node.descendants_it().any(|inner| is_of_author(&inner))
}

/// Tells whether all text of an element stands in one line.
fn has_one_line(node: &NodeRef<'_>) -> bool {
    let line =
        |outer: NodeId, node: &NodeRef<'_>| Some(if LINES.contains(&name(node).as_str()) { node.id } else { outer });
    let mut found = Vec::new();
    texts(node, node.id, &line, &mut found);
    let mut lines = found.iter().filter(|(text, _)| text.is_nonempty_text()).map(|(_, line)| *line);
    let first = lines.next();
    lines.all(|line| Some(line) == first)
}

/// Tells whether an element is one paragraph that ends as a sentence does, and has no link but within.
pub(super) fn is_sentence(node: &NodeRef<'_>) -> bool {
    if !LINES.contains(&name(node).as_str()) || has_lines(node) || words_up_to(node, SENTENCE_WORDS) < SENTENCE_WORDS {
        return false;
    }
    let text = folded(&node.text());
    let is_link = node.descendants_it().any(|inner| inner.has_name("a") && folded(&inner.text()) == text);
    if is_link || is_in_link(node) {
        return false;
    }
    is_ended(&text)
}

/// Tells whether a text ends as a sentence does.
pub(super) fn is_ended(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| quotes::is_quotation_mark(c) || matches!(c, ')' | ']' | '）'));
    bare.ends_with(['.', '!', '?', '…', '。', '！', '？', '।', '؟'])
}

fn has_fields(node: &NodeRef<'_>) -> bool {
    node.descendants_it().any(|inner| matches!(name(&inner).as_str(), "input" | "form" | "iframe"))
}

/// The words of an element: all, those in links, and those that are said in elements of a kind.
#[derive(Default)]
struct Count {
    all: usize,
    linked: usize,
    said: usize,
}

impl Count {
    fn of(node: &NodeRef<'_>, is_said: impl Fn(&NodeRef<'_>) -> bool, is_of: impl Fn(&NodeRef<'_>) -> bool) -> Self {
        let enter = |(is_linked, was_said): (bool, bool), node: &NodeRef<'_>| {
            is_of(node).then(|| (is_linked || node.has_name("a"), was_said || is_said(node)))
        };
        let mut found = Vec::new();
        texts(node, (false, false), &enter, &mut found);
        found.iter().fold(Self::default(), |count, (text, (is_linked, is_said))| {
            // The comma between two links is no word of the text around them.
            let words = text.text().split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
            let of = |is: bool| if is { words } else { 0 };
            Self { all: count.all + words, linked: count.linked + of(*is_linked), said: count.said + of(*is_said) }
        })
    }
}
