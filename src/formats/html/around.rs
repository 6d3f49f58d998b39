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
//!       <div><ul><li>Quay: 12…</ul></div>              a passage: it stands between what is kept
//!       <div>…</div>                                   kept
//!       <ul class="related">…</ul>                     stays out
//!       <footer><p>Corrected on Tuesday.</p></footer>  a box
//!     </article>
//! ```
//!
//! Readability is made for reading one article: a line of the head is a fact to it, and what is set apart is in the way.
//! Here it would be missing on one side of a comparison.

use std::collections::{HashMap, HashSet};

use dom_query::{NodeId, NodeRef};

use super::dom::{has_lines, is_in_link, name, texts};
use super::own::{Own, RUNNING_WORDS, words};
use super::passages::{is_box, is_ended, is_line_of_links, is_passage, is_picture, is_sentence};
use super::roles::{is_about_author, is_byline, is_headline, is_named_picture, is_standfirst, words_up_to};
use super::{names, shown};
use crate::draft::Kind;
use crate::formats::exports::has_day;
use crate::formats::html_lines::LINES;
use crate::unicode::scripts::count_words;

/// The most words of a line that has a date and no text of the article, and of one that says who wrote it as well.
const DATE_WORDS: usize = 12;
const LINE_WORDS: usize = 25;

/// The most nodes of a line that shows a declared author, and the most words in it that stand in no element of their own: `By`.
const LINE_NODES: usize = 100;
const OWN_WORDS: usize = 2;

/// The fewest words of a second headline: what is shorter may name a section.
const SUBHEADING_WORDS: usize = 4;

/// The fewest words of a standfirst that no name tells.
const STANDFIRST_WORDS: usize = 6;

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

/// Adds to the text that readability keeps what else is the article's. Its authors, as the page declares them, tell a line that
/// shows one of them.
///
/// Cost: linear in the page, and in the depth of its elements.
pub(super) fn complete(own: &Own<'_>, kept: HashSet<NodeId>, authors: &[String]) -> Pieces {
    let inner = own.element.descendants_it().filter(|node| kept.contains(&node.id) && node.is_nonempty_text());
    let to_come = inner.count();
    let pieces = Pieces { texts: kept, ..Pieces::default() };
    let mut around = Around {
        own,
        authors,
        is_inside: false,
        is_in_text: false,
        has_standfirst: false,
        is_nested: false,
        to_come,
        pieces,
    };
    around.element(&own.around);
    around.pieces
}

#[expect(clippy::struct_excessive_bools, reason = "each is seen on its own")]
struct Around<'o, 'p> {
    own: &'o Own<'p>,
    /// The names that the page declares as its authors, in small letters.
    authors: &'o [String],
    /// Whether this is inside of the article's own element.
    is_inside: bool,
    /// Whether running text of the article has begun.
    is_in_text: bool,
    /// Whether a standfirst was taken that no name tells.
    has_standfirst: bool,
    /// Whether this is inside of an article that stands in the article, as that of a teaser does.
    is_nested: bool,
    /// How many pieces that are kept of the article's own element are still to come.
    to_come: usize,
    pieces: Pieces,
}

impl Around<'_, '_> {
    /// Looks into an element in which something is kept, or that is around one.
    fn element(&mut self, node: &NodeRef<'_>) {
        let (was_inside, was_nested) = (self.is_inside, self.is_nested);
        self.is_nested |= self.is_inside && node.has_name("article");
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
        (self.is_inside, self.is_nested) = (was_inside, was_nested);
    }

    fn text(&mut self, node: &NodeRef<'_>) {
        if self.pieces.texts.contains(&node.id) && node.is_nonempty_text() {
            // A label may stand above the headline.
            let is_above = self.own.headline.is_some() && self.pieces.headline.is_none();
            let is_label = is_above && count_words(&node.text()) < RUNNING_WORDS;
            self.is_in_text |= !is_label && !is_in_head_line(node);
            self.to_come = self.to_come.saturating_sub(usize::from(self.is_inside));
        }
    }

    /// Looks at an element of which readability keeps a part.
    fn holder(&mut self, node: &NodeRef<'_>) {
        let is_line = LINES.contains(&name(node).as_str());
        if !self.is_in_text && self.is_headline(node) {
            self.headline(node);
        } else if !self.is_in_text && is_line && self.is_line_of_author(node) {
            self.name_kind(node, Kind::Byline);
        } else if !self.is_in_text && is_standfirst(node) {
            self.name_standfirst(node);
        } else if is_counter(node)
            || self.own.site == Some(node.id)
            || self.is_above_headline() && is_line_of_links(node)
        {
            return self.drop(node);
        } else if is_picture(node) && (is_named_picture(node) || is_short_caption(node)) {
            self.name_kind(node, Kind::Caption);
            let texts =
                node.descendants_it().filter(|inner| inner.is_nonempty_text() && self.pieces.texts.contains(&inner.id));
            self.to_come = self.to_come.saturating_sub(if self.is_inside { texts.count() } else { 0 });
            return;
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
        } else if is_open && self.is_line_of_author(node) {
            self.byline(node);
        } else if is_open && (is_standfirst(node) || is_sentence(node) || self.is_subheading(node)) {
            self.standfirst(node);
        } else if is_open && is_line_with_byline(node) {
            self.byline(node);
        } else if is_open && is_line_of_names(node) {
            self.take(node); // What else stands in it tells whether it is one.
        } else if is_open && is_line_of_day(node) {
            self.take(node); // It is read as the date that it is, or not.
        } else if is_open && is_dated(node) {
            self.name_kind(node, Kind::Furniture);
            self.take(node);
        } else if is_open && name(node) == "figure" {
            self.captions(node);
        } else if is_open && is_picture(node) {
            self.picture(node);
        } else if is_open && !self.has_standfirst && is_plain_standfirst(node) {
            self.has_standfirst = true;
            self.take(node);
        } else {
            self.inside(node, Self::head);
        }
    }

    /// Takes a box that stands between or below paragraphs, in an element that is there for the article, and a passage that
    /// stands between what is kept of it.
    fn beside(&mut self, node: &NodeRef<'_>) {
        let is_between = self.to_come > 0 && !self.is_nested;
        if !self.is_inside || !(self.own.is_article || is_between) {
            return;
        }
        let is_of = |node: &NodeRef<'_>| self.is_of_box(node);
        if is_byline(node) && LINES.contains(&name(node).as_str()) {
            self.byline(node);
        } else if name(node) == "figure" {
            self.captions(node);
        } else if is_between && is_picture(node) {
            self.picture(node);
        } else if is_between && is_line_of_names(node) {
            self.take(node);
        } else if is_of(node) && (is_box(node, is_of) || is_between && is_passage(node, is_of)) {
            self.take_by(node, Self::is_of_box);
        }
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

    /// Takes what stands between the headline and the text. What is named a standfirst is no heading, whatever it ends with.
    fn standfirst(&mut self, node: &NodeRef<'_>) {
        if is_standfirst(node) {
            self.name_standfirst(node);
        }
        self.take(node);
    }

    fn name_standfirst(&mut self, node: &NodeRef<'_>) {
        let lines = std::iter::once(*node).chain(node.descendants_it()).filter(is_plain_standfirst);
        lines.for_each(|line| self.name_kind(&line, Kind::Paragraph));
    }

    /// Takes a picture and what stands under it.
    fn picture(&mut self, node: &NodeRef<'_>) {
        self.name_kind(node, Kind::Caption);
        self.take(node);
    }

    /// Tells whether an element is the headline: around the article's own element that alone which is found by what it says.
    fn is_headline(&self, node: &NodeRef<'_>) -> bool {
        let is_own = || self.is_inside && self.own.is_article && is_headline(node);
        self.pieces.headline.is_none() && (self.own.headline == Some(node.id) || is_own())
    }

    /// Tells whether a headline is still to come above which no running text stands.
    fn is_above_headline(&self) -> bool {
        self.own.is_headline_first && self.pieces.headline.is_none()
    }

    /// Tells whether an element is a second headline: a heading of some words below the first, and no link.
    fn is_subheading(&self, node: &NodeRef<'_>) -> bool {
        self.pieces.headline.is_some()
            && matches!(name(node).as_str(), "h2" | "h3" | "h4")
            && words_up_to(node, SUBHEADING_WORDS) >= SUBHEADING_WORDS
            && !node.descendants_it().any(|inner| inner.has_name("a"))
            && !is_in_link(node)
    }

    /// Tells whether an element says who wrote the article: by its name, as a heading, or by the name of an author that the page
    /// declares.
    fn is_line_of_author(&self, node: &NodeRef<'_>) -> bool {
        is_byline(node) || self.is_heading_of_names(node) || self.shows_author(node)
    }

    /// Tells whether an element is a short line that is a declared author's name, or has an element that is: `Ann Example`,
    /// `<a>Ann Example</a> Coast Wire 3 March`.
    fn shows_author(&self, node: &NodeRef<'_>) -> bool {
        let is_author =
            |node: &NodeRef<'_>| shown::byline(node).is_some_and(|text| self.authors.contains(&words(&text)));
        // A sentence may name who wrote it as well.
        let is_part = |node: &NodeRef<'_>| LINES.contains(&name(node).as_str()) && own_words(node) <= OWN_WORDS;
        let is_line = || LINES.contains(&name(node).as_str()) || node.parent().is_some_and(|line| is_part(&line));
        let has_author = || is_part(node) && node.descendants_it().any(|inner| inner.is_element() && is_author(&inner));
        !self.authors.is_empty()
            && node.descendants_it().nth(LINE_NODES).is_none()
            && is_line()
            && !has_lines(node)
            && (1..=LINE_WORDS).contains(&words_up_to(node, LINE_WORDS))
            && (is_author(node) || !is_sentence(node) && has_author())
    }

    /// Tells whether a heading below the headline says who wrote the article, beyond doubt.
    fn is_heading_of_names(&self, node: &NodeRef<'_>) -> bool {
        self.pieces.headline.is_some()
            && matches!(name(node).as_str(), "h2" | "h3" | "h4" | "h5" | "h6")
            && words_up_to(node, LINE_WORDS) <= LINE_WORDS
            && shown::byline(node).is_some_and(|text| names::is_by_people(&text))
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

    /// Leaves out what is kept of an element.
    fn drop(&mut self, node: &NodeRef<'_>) {
        node.descendants_it().for_each(|inner| {
            self.pieces.texts.remove(&inner.id);
        });
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

    /// Tells whether an element may belong to a box of the article: who wrote it and where it is filed are no part of what it says.
    fn is_of_box(&self, node: &NodeRef<'_>) -> bool {
        !self.own.is_other(node) && !is_about_author(node) && (!is_line_of_links(node) || is_line_of_names(node))
    }
}

/// Counts the words of an element that stand in none of the elements in it; of one with many nodes they are too many.
fn own_words(node: &NodeRef<'_>) -> usize {
    if node.children_it(false).nth(LINE_NODES).is_some() {
        return usize::MAX;
    }
    node.children_it(false).filter(NodeRef::is_text).map(|text| count_words(&text.text())).sum()
}

/// Tells whether text stands in a heading, a caption, or a line that is about the article: running text begins after it.
fn is_in_head_line(text: &NodeRef<'_>) -> bool {
    text.ancestors_it(Some(4)).any(|above| {
        matches!(name(&above).as_str(), "h1" | "h2" | "h3" | "figure" | "figcaption" | "time" | "header")
            || is_byline(&above)
            || is_standfirst(&above)
    })
}

/// The most words of what is kept of a picture that nothing names: more may be a paragraph with a picture in it.
const PICTURE_WORDS: usize = 25;

/// Tells whether what stands under a picture is short and no sentence, on a line of its own, or set in a table of its own.
fn is_short_caption(node: &NodeRef<'_>) -> bool {
    name(node) == "table"
        || has_lines(node)
            && words_up_to(node, PICTURE_WORDS) <= PICTURE_WORDS
            && shown::text(node).is_some_and(|text| !is_ended(&text))
}

/// Tells whether an element holds buttons, and beside them figures alone: how often something was shared.
fn is_counter(node: &NodeRef<'_>) -> bool {
    let is_button =
        |node: &NodeRef<'_>| node.has_name("button") || node.attr("role").is_some_and(|role| &*role == "button");
    let mut nodes = node.descendants_it();
    if nodes.nth(LINE_NODES).is_some() || !node.descendants_it().any(|inner| is_button(&inner)) {
        return false;
    }
    let mut found = Vec::new();
    texts(node, (), &|(), node| (!is_button(node)).then_some(()), &mut found);
    let beside: String = found.iter().map(|(text, ())| text.text().to_string()).collect();
    beside.contains(char::is_numeric) && !beside.contains(char::is_alphabetic)
}

/// Tells whether an element is a paragraph of some words without a link, as a standfirst that ends without a full stop.
fn is_plain_standfirst(node: &NodeRef<'_>) -> bool {
    let is_other = |inner: NodeRef<'_>| matches!(name(&inner).as_str(), "a" | "time" | "button" | "input" | "br");
    name(node) == "p"
        && !has_lines(node)
        && words_up_to(node, STANDFIRST_WORDS) >= STANDFIRST_WORDS
        && !node.descendants_it().any(is_other)
}

/// Tells whether an element is a line that begins as one that says who wrote the article: `By Ann Example`.
fn is_line_of_names(node: &NodeRef<'_>) -> bool {
    LINES.contains(&name(node).as_str())
        && !has_lines(node)
        && words_up_to(node, LINE_WORDS) <= LINE_WORDS
        && shown::byline(node).is_some_and(|text| names::begins_with_by(&text))
}

/// Tells whether an element is a line that says who wrote the article, among other things: `By Ann Example, 1 August`.
fn is_line_with_byline(node: &NodeRef<'_>) -> bool {
    LINES.contains(&name(node).as_str())
        && !has_lines(node)
        && words_up_to(node, LINE_WORDS) <= LINE_WORDS
        && node.descendants_it().any(|inner| is_byline(&inner))
}

/// Tells whether an element is a short line that names a day with its year, and no link: `4 May 2026`, `Ann Example · 04.05.2026`.
fn is_line_of_day(node: &NodeRef<'_>) -> bool {
    LINES.contains(&name(node).as_str())
        && !has_lines(node)
        && words_up_to(node, DATE_WORDS) <= DATE_WORDS
        && !node.descendants_it().any(|inner| matches!(name(&inner).as_str(), "a" | "time"))
        && (has_day(&node.text()) || has_year_and_day(&node.text()))
}

/// Tells whether a text has the numbers of a year and of a day, with whatever stands between them: `2026年5月4日`, `4 آذار 2026`.
fn has_year_and_day(text: &str) -> bool {
    let numbers = || text.split(|c: char| !c.is_numeric()).filter(|number| !number.is_empty());
    let is_year = |number: &str| number.starts_with("19") || number.starts_with("20") || !number.is_ascii();
    numbers().any(|number| number.chars().count() == 4 && is_year(number))
        && numbers().any(|number| number.chars().count() <= 2)
}

/// Tells whether an element is a line that has a date and no text of the article.
fn is_dated(node: &NodeRef<'_>) -> bool {
    let is_time = |node: &NodeRef<'_>| name(node) == "time";
    !has_lines(node)
        && (is_time(node) || node.descendants_it().any(|inner| is_time(&inner)))
        && (1..=DATE_WORDS).contains(&words_up_to(node, DATE_WORDS))
}
