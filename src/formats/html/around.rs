//! What is an article's, and stands around or between the pieces that readability keeps of it.
//!
//! ```text
//!     <article>
//!       <header>
//!         <h1>Kelsmouth votes</h1>                     the headline
//!         <p class="standfirst">Three boats.</p>       head: standfirst, byline, date, captions
//!         <p class="byline">By Ann Example</p>
//!       </header>
//!       <div>…                                         kept
//!         <aside><p>The boats are old.</p></aside>     a box: sentences, hardly any link
//!       …</div>
//!       <ul class="related">…</ul>                     stays out
//!       <footer><p>Corrected on Tuesday.</p></footer>  a box
//!     </article>
//! ```
//!
//! Readability is made for reading one article: a line of the head is a fact to it, and what is set apart is in the way.
//! Here it would be missing on one side of a comparison.

use std::collections::{HashMap, HashSet};

use dom_query::{NodeId, NodeRef};

use super::dom::{name, texts};
use super::line::folded;
use super::own::Own;
use super::roles::{is_about_author, is_byline, is_headline, is_standfirst, words_up_to};
use super::shown;
use crate::draft::Kind;
use crate::formats::html_lines::LINES;
use crate::unicode::quotes;

/// The most words of a line that has a date and no text of the article, and of one that says who wrote it as well.
const DATE_WORDS: usize = 12;
const LINE_WORDS: usize = 25;

/// The fewest words of a second headline: what is shorter may name a section.
const SUBHEADING_WORDS: usize = 4;

/// The fewest words of a sentence that shows that a box holds text.
const SENTENCE_WORDS: usize = 6;

/// Of so many words of a box one at most stands in a link.
const LINKED: usize = 4;

/// Holds which text of a page is its article's.
#[derive(Default)]
pub(super) struct Pieces {
    /// The text nodes.
    pub(super) texts: HashSet<NodeId>,
    /// Elements that are known for what they are by their names.
    pub(super) kinds: HashMap<NodeId, Kind>,
    /// The headline that stands above the text.
    pub(super) headline: Option<String>,
}

/// Adds to the text that readability keeps what else is the article's.
///
/// Cost: linear in the page, and in the depth of its elements.
pub(super) fn complete(own: &Own<'_>, kept: HashSet<NodeId>) -> Pieces {
    let pieces = Pieces { texts: kept, ..Pieces::default() };
    let mut around = Around { own, is_inside: false, is_in_text: false, pieces };
    around.element(&own.around);
    around.pieces
}

struct Around<'o, 'p> {
    own: &'o Own<'p>,
    /// Whether this is inside of the article's own element.
    is_inside: bool,
    /// Whether running text of the article has begun.
    is_in_text: bool,
    pieces: Pieces,
}

impl Around<'_, '_> {
    /// Looks into an element in which something is kept, or that is around one.
    fn element(&mut self, node: &NodeRef<'_>) {
        let was_inside = self.is_inside;
        self.is_inside |= node.id == self.own.element.id;
        for child in node.children_it(false) {
            if child.is_text() {
                self.text(&child);
            } else if self.own.holds(&child) {
                self.holder(&child);
            } else if !self.own.is_other(&child) {
                if self.is_in_text { self.beside(&child) } else { self.head(&child) }
            }
        }
        self.is_inside = was_inside;
    }

    fn text(&mut self, node: &NodeRef<'_>) {
        if self.pieces.texts.contains(&node.id) {
            self.is_in_text |= node.is_nonempty_text() && !is_in_head_line(node);
        }
    }

    /// Looks at an element of which readability keeps a part.
    fn holder(&mut self, node: &NodeRef<'_>) {
        let is_line = LINES.contains(&name(node).as_str());
        if !self.is_in_text && self.is_headline(node) {
            self.headline(node);
        } else if !self.is_in_text && is_line && is_byline(node) {
            self.name_kind(node, Kind::Byline);
        }
        self.element(node);
    }

    /// Takes what stands above the text, from an element in which nothing is kept.
    fn head(&mut self, node: &NodeRef<'_>) {
        // Around its own element an article begins with its headline.
        let is_open = self.is_inside && self.own.is_article || self.pieces.headline.is_some();
        if self.is_headline(node) {
            self.headline(node);
            self.take(node);
        } else if is_open && is_byline(node) {
            self.byline(node);
        } else if is_open && (is_standfirst(node) || is_sentence(node) || self.is_subheading(node)) {
            self.take(node);
        } else if is_open && is_line_with_byline(node) {
            self.byline(node);
        } else if is_open && is_dated(node) {
            self.name_kind(node, Kind::Furniture);
            self.take(node);
        } else if is_open && name(node) == "figure" {
            self.captions(node);
        } else {
            self.inside(node, Self::head);
        }
    }

    /// Takes a box that stands between or below paragraphs, in an element that is there for the article.
    fn beside(&mut self, node: &NodeRef<'_>) {
        if !(self.is_inside && self.own.is_article) {
            return;
        }
        if is_byline(node) && LINES.contains(&name(node).as_str()) {
            self.byline(node);
        } else if name(node) == "figure" {
            self.captions(node);
        } else if self.is_of_box(node) && self.is_box(node) {
            self.take_by(node, Self::is_of_box);
        }
    }

    /// Tells whether an element holds text: sentences for the most part, hardly any link, and nothing to fill in.
    fn is_box(&self, node: &NodeRef<'_>) -> bool {
        let mut found = Vec::new();
        let start = InBox { is_linked: false, is_sentence: is_sentence(node) };
        let enter = |outer: InBox, node: &NodeRef<'_>| {
            self.is_of_box(node).then(|| InBox {
                is_linked: outer.is_linked || node.has_name("a"),
                is_sentence: outer.is_sentence || is_sentence(node),
            })
        };
        texts(node, start, &enter, &mut found);
        let words = |is: fn(&InBox) -> bool| -> usize {
            let those = found.iter().filter(|(_, place)| is(place));
            those.map(|(text, _)| text.text().split_whitespace().count()).sum()
        };
        let (all, in_sentences) = (words(|_| true), words(|place| place.is_sentence));
        // A box that is named as one may be a list of facts but for a sentence.
        let of_all = if matches!(name(node).as_str(), "aside" | "footer") { 4 } else { 2 };
        let is_form =
            || node.descendants_it().any(|inner| matches!(name(&inner).as_str(), "input" | "form" | "iframe"));
        in_sentences > 0 && in_sentences * of_all >= all && words(|place| place.is_linked) * LINKED <= all && !is_form()
    }

    fn inside(&mut self, node: &NodeRef<'_>, look: fn(&mut Self, &NodeRef<'_>)) {
        for child in node.children_it(false) {
            if child.is_element() && !self.own.is_other(&child) {
                look(self, &child);
            }
        }
    }

    fn captions(&mut self, node: &NodeRef<'_>) {
        if name(node) == "figcaption" { self.take(node) } else { self.inside(node, Self::captions) }
    }

    /// Tells whether an element is the headline: around the article's own element that alone which is found by what it says.
    fn is_headline(&self, node: &NodeRef<'_>) -> bool {
        let is_own = || self.is_inside && self.own.is_article && is_headline(node);
        self.pieces.headline.is_none() && (self.own.headline == Some(node.id) || is_own())
    }

    /// Tells whether an element is a second headline: a heading of some words below the first, and no link.
    fn is_subheading(&self, node: &NodeRef<'_>) -> bool {
        self.pieces.headline.is_some()
            && matches!(name(node).as_str(), "h2" | "h3" | "h4")
            && words_up_to(node, SUBHEADING_WORDS) >= SUBHEADING_WORDS
            && !node.descendants_it().any(|inner| inner.has_name("a"))
    }

    fn headline(&mut self, node: &NodeRef<'_>) {
        self.pieces.headline = shown::text(node);
        self.name_kind(node, Kind::Heading);
    }

    /// Takes a line that says who wrote the article.
    fn byline(&mut self, node: &NodeRef<'_>) {
        self.name_kind(node, Kind::Byline);
        self.take(node);
    }

    fn name_kind(&mut self, node: &NodeRef<'_>, kind: Kind) {
        self.pieces.kinds.insert(node.id, kind);
    }

    /// Takes all text of an element but what is beside the article.
    fn take(&mut self, node: &NodeRef<'_>) {
        self.take_by(node, |around, node| !around.own.is_other(node));
    }

    /// Takes all text of an element but that of some elements in it.
    fn take_by(&mut self, node: &NodeRef<'_>, is_taken: impl Fn(&Self, &NodeRef<'_>) -> bool) {
        let mut found = Vec::new();
        texts(node, (), &|(), node| is_taken(self, node).then_some(()), &mut found);
        self.pieces.texts.extend(found.iter().map(|(text, ())| text.id));
    }

    /// Tells whether an element may belong to a box of the article: who wrote it is no part of what it says.
    fn is_of_box(&self, node: &NodeRef<'_>) -> bool {
        !self.own.is_other(node) && !is_about_author(node)
    }
}

/// Where text of a box stands.
#[derive(Clone, Copy)]
struct InBox {
    is_linked: bool,
    is_sentence: bool,
}

/// Tells whether text stands in a heading, a caption, or a line that is about the article: running text begins after it.
fn is_in_head_line(text: &NodeRef<'_>) -> bool {
    text.ancestors_it(Some(4)).any(|above| {
        matches!(name(&above).as_str(), "h1" | "h2" | "h3" | "figure" | "figcaption" | "time" | "header")
            || is_byline(&above)
            || is_standfirst(&above)
    })
}

/// Tells whether an element is one paragraph that ends as a sentence does, and has no link but within.
fn is_sentence(node: &NodeRef<'_>) -> bool {
    if !LINES.contains(&name(node).as_str()) || has_lines(node) || words_up_to(node, SENTENCE_WORDS) < SENTENCE_WORDS {
        return false;
    }
    let text = folded(&node.text());
    let is_link = node.descendants_it().any(|inner| inner.has_name("a") && folded(&inner.text()) == text);
    let bare = text.trim_end_matches(|c: char| quotes::is_quotation_mark(c) || matches!(c, ')' | ']' | '）'));
    !is_link && bare.ends_with(['.', '!', '?', '…', '。', '！', '？', '।', '؟'])
}

/// Tells whether an element is a line that says who wrote the article, among other things: `By Ann Example, 1 August`.
fn is_line_with_byline(node: &NodeRef<'_>) -> bool {
    LINES.contains(&name(node).as_str())
        && !has_lines(node)
        && words_up_to(node, LINE_WORDS) <= LINE_WORDS
        && node.descendants_it().any(|inner| is_byline(&inner))
}

/// Tells whether an element is a line that has a date and no text of the article.
fn is_dated(node: &NodeRef<'_>) -> bool {
    let is_time = |node: &NodeRef<'_>| name(node) == "time";
    !has_lines(node)
        && (is_time(node) || node.descendants_it().any(|inner| is_time(&inner)))
        && (1..=DATE_WORDS).contains(&words_up_to(node, DATE_WORDS))
}

fn has_lines(node: &NodeRef<'_>) -> bool {
    node.descendants_it().any(|inner| LINES.contains(&name(&inner).as_str()))
}
