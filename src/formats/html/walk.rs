//! A page's tree to blocks: headings, captions, paragraphs, list items and rows of tables, in its own order.
//!
//! ```text
//!     <h2>What it costs</h2>                                  heading
//!     <figure><img> <figcaption>A boat.</figcaption></figure> caption
//!     <p>The <b>boats</b> were old.<br><br>Divers came.</p>   two paragraphs
//!     <p>3 Quay Street<br>Kelsmouth</p>                       two, since both are short
//!     <ul><li>One.<li>Two.</ul>                               two paragraphs
//!     <tr><td>Kelsmouth<td>12</tr>                            a paragraph: Kelsmouth · 12
//! ```
//!
//! What is not the article's goes the same way into a list of its own.
//!
//! The items of an ordered list are without their numbers: those are no text of the page, and whether a browser shows any, and
//! which, is told by style sheets, which are not read. Markdown has its numbers in the text, and there they stay.

use std::ops::Range;

use dom_query::{Document, NodeRef};

use super::around::Pieces;
use super::dom::{is_hidden, is_set_block, name};
use super::line::Line;
use super::notes;
use super::own::words;
use super::roles::{is_caption_by_class, is_pull_quote};
use super::shown::{self, Looks};
use super::tables::{is_column, is_menu, is_row};
use crate::draft::{DraftBlock, Kind};
use crate::formats::cells;
use crate::formats::html_lines::LINES;
use crate::formats::line_breaks;

/// The most blocks that are kept of what is left out, and the most characters of each.
const LEFT_OUT: usize = 2_000;
const LEFT_OUT_CHARS: usize = 300;

/// The most pages within a page that are looked into.
const WITHIN: usize = 200;

/// What has text, and none that is read: how words are pronounced stands between their characters.
const UNREAD: [&str; 11] =
    ["script", "style", "template", "head", "object", "svg", "title", "rt", "rp", "rtc", "embed"];

/// What has text that is of the page's machinery, unless the article has it.
const MACHINERY: [&str; 3] = ["select", "textarea", "datalist"];

/// Holds the blocks of a page.
#[derive(Default)]
pub(super) struct Blocks {
    /// Those of the article.
    pub(super) article: Vec<DraftBlock>,
    /// All others.
    pub(super) left_out: Vec<DraftBlock>,
    /// Which blocks of the article are words of it that are set large once more, element by element, ascending.
    pub(super) pulled: Vec<Range<usize>>,
}

/// Returns the blocks of a page. A heading that says the title is left out of both lists, and one that is no more than the name of the
/// outlet is none of the article.
///
/// Cost: linear in the page.
pub(super) fn blocks(page: &Document, pieces: &Pieces, title: Option<&str>, outlet: Option<&str>) -> Blocks {
    let [title, outlet] = [title, outlet].map(|text| text.map(words).unwrap_or_default());
    let mut walk = Walk { title, outlet, ..Walk::new(pieces) };
    walk.children(&page.html_root());
    walk.flush();
    walk.blocks
}

/// Where a walk is.
#[expect(clippy::struct_excessive_bools, reason = "each is inherited on its own")]
#[derive(Clone, Copy, Default)]
struct Place {
    kind: Option<Kind>,
    is_raised: bool,
    is_preformatted: bool,
    /// Whether each line of it is apart, as those of a poem or a program are: none is as long as lines that are wrapped.
    is_verse: bool,
    is_machinery: bool,
    is_hidden: bool,
    is_left_out: bool,
    /// Whether all of it is one line, whatever breaks it: an item of a list, a row of a table.
    is_line: bool,
    /// Whether it is a quotation that is set apart, and so what stands below it says whose.
    is_quotation: bool,
}

struct Walk<'k> {
    pieces: &'k Pieces,
    title: String,
    outlet: String,
    blocks: Blocks,
    line: Line,
    other: Line,
    place: Place,
    /// Whether a line break came since the last text.
    is_broken: bool,
    left: usize,
    /// How many pages within this one were met.
    within: usize,
}

impl<'k> Walk<'k> {
    fn new(pieces: &'k Pieces) -> Self {
        Self {
            pieces,
            title: String::new(),
            outlet: String::new(),
            blocks: Blocks::default(),
            line: Line::default(),
            other: Line::default(),
            place: Place::default(),
            is_broken: false,
            left: 0,
            within: 0,
        }
    }

    fn children(&mut self, node: &NodeRef<'_>) {
        for child in node.children_it(false) {
            self.node(&child);
        }
    }

    fn node(&mut self, node: &NodeRef<'_>) {
        if node.is_text() {
            return self.text(node);
        }
        let name = name(node);
        match name.as_str() {
            "" | "wbr" => {}
            "br" => self.line_break(),
            _ if UNREAD.contains(&name.as_str()) => {}
            "iframe" => self.page_within(node.attr("srcdoc").as_deref()),
            "noscript" if !self.holds(node) => self.page_within(Some(&node.text())),
            "tr" if is_row(node) => self.row(node),
            "td" | "th" => {
                let is_left_out = self.place.is_left_out || is_menu(node);
                let kind = self.place.kind.filter(|kind| *kind != Kind::Paragraph || !is_column(node));
                self.block(node, Place { kind, is_left_out, ..self.place });
            }
            "q" => self.quoted(node),
            _ => {
                let place = self.place_in(node, &name);
                let is_apart = shown::is_apart(node, &name, looks(self.place.kind));
                if is_apart {
                    self.part_words();
                }
                if shown::is_item(node, &name) {
                    self.line.part_items();
                    self.other.part_items();
                }
                if name == "span" && self.place.kind == Some(Kind::Caption) {
                    // A caption and its credit, which only style sheets set apart.
                    self.line.part_sentences();
                }
                if is_set_inline(node) && !node.descendants_it().any(|inner| inner.is_nonempty_text()) {
                    return; // a mark that an extension of the browser added
                }
                let is_credit =
                    place.is_quotation && matches!(name.as_str(), "cite" | "footer") && self.line.len() == 0;
                if is_credit {
                    // Whose words a quotation is stands below it.
                    return self.block(node, Place { kind: Some(Kind::Caption), ..place });
                }
                if is_pull_quote(node) {
                    self.flush();
                    let start = self.blocks.article.len();
                    self.block(node, place);
                    let end = self.blocks.article.len();
                    self.blocks.pulled.extend((start < end).then_some(start..end));
                    return;
                }
                let is_known = self.pieces.kinds.contains_key(&node.id);
                let is_set_apart = || is_set_block(node) || self.place.kind != place.kind && name == "span";
                let is_line = (LINES.contains(&name.as_str()) || is_set_apart()) && !is_set_inline(node);
                let begins_a_line = is_known || is_line || notes::is_number(node);
                if begins_a_line {
                    self.block(node, place);
                } else {
                    self.inline(node, place);
                }
                if is_apart {
                    self.part_words();
                }
            }
        }
    }

    /// Leaves out the text of a page within this one, and of what is for browsers without scripts: neither is parsed.
    fn page_within(&mut self, html: Option<&str>) {
        self.within += 1;
        let is_looked_into = self.within <= WITHIN;
        let Some(html) = html.filter(|html| is_looked_into && html.contains(char::is_alphanumeric)) else { return };
        let page = Document::fragment(html);
        self.flush();
        let outer = self.place;
        self.place.is_left_out = true;
        self.children(&page.root());
        self.flush();
        self.place = outer;
    }

    fn holds(&self, node: &NodeRef<'_>) -> bool {
        node.descendants_it().any(|inner| self.pieces.texts.contains(&inner.id))
    }

    fn part_words(&mut self) {
        self.line.part_words();
        self.other.part_words();
    }

    fn inline(&mut self, node: &NodeRef<'_>, place: Place) {
        let outer = std::mem::replace(&mut self.place, place);
        self.children(node);
        self.place = outer;
    }

    fn block(&mut self, node: &NodeRef<'_>, place: Place) {
        self.flush();
        let outer = std::mem::replace(&mut self.place, place);
        self.children(node);
        self.flush();
        self.place = outer;
    }

    /// Returns the place inside of an element.
    fn place_in(&self, node: &NodeRef<'_>, name: &str) -> Place {
        let outer = self.place;
        let kind = match (outer.kind, name) {
            _ if self.pieces.kinds.contains_key(&node.id) => self.pieces.kinds.get(&node.id).copied(),
            _ if notes::is_number(node) => Some(Kind::Furniture),
            (Some(Kind::Byline | Kind::Furniture), _) => outer.kind,
            // A table or a quotation that is set as a figure is text, and so is what lists hold inside of it.
            (Some(Kind::Caption), "table" | "blockquote" | "pre") => Some(Kind::Paragraph),
            (Some(Kind::Caption), _) | (_, "figure" | "figcaption" | "caption") => Some(Kind::Caption),
            _ if is_caption_by_class(node) => Some(Kind::Caption),
            (_, "h1" | "h2" | "h3" | "h4" | "h5" | "h6") => Some(Kind::Heading),
            _ if node.attr("role").is_some_and(|role| &*role == "heading") => Some(Kind::Heading),
            (_, "li" | "dt" | "dd" | "blockquote" | "pre" | "table") => Some(Kind::Paragraph),
            (kind, _) => kind,
        };
        Place {
            kind,
            is_raised: outer.is_raised || name == "sup" || notes::is_mark(node),
            is_preformatted: outer.is_preformatted || name == "pre",
            is_verse: outer.is_verse
                || name == "pre" && !outer.is_preformatted && node.text().lines().all(line_breaks::is_short),
            is_left_out: outer.is_left_out || name.starts_with("amp-ad") || name == "amp-sidebar",
            is_line: outer.is_line || matches!(name, "li" | "dt" | "dd"),
            is_machinery: outer.is_machinery || MACHINERY.contains(&name),
            is_hidden: outer.is_hidden || is_hidden(node),
            is_quotation: outer.is_quotation || name == "blockquote",
        }
    }

    fn text(&mut self, node: &NodeRef<'_>) {
        let text = node.text();
        let is_kept = !self.place.is_left_out && self.pieces.texts.contains(&node.id);
        if !is_kept && self.place.is_machinery {
            return;
        }
        if !is_kept && self.place.is_hidden {
            // A word that a line hides parts none of those that it shows.
            self.other.part();
            self.other.push(&text);
            return self.other.part();
        }
        if self.place.is_preformatted {
            return self.preformatted(&text, is_kept);
        }
        if !text.trim().is_empty() {
            self.is_broken = false;
        }
        self.push(&text, is_kept);
    }

    fn push(&mut self, text: &str, is_kept: bool) {
        // White space between blocks is kept with neither, and parts both.
        let (line, other) = if is_kept { (&mut self.line, &mut self.other) } else { (&mut self.other, &mut self.line) };
        if text.trim().is_empty() || !is_kept {
            other.part();
        }
        if self.place.is_raised { line.push_raised(text) } else { line.push(text) }
    }

    /// Takes blank lines as ends of paragraphs, and others as line breaks, unless all are short.
    fn preformatted(&mut self, text: &str, is_kept: bool) {
        for (k, line) in text.split('\n').enumerate() {
            if k > 0 && (self.place.is_verse || line.trim().is_empty()) {
                self.flush();
            }
            if k > 0 {
                self.line.end();
                self.other.end();
            }
            self.push(line, is_kept);
        }
    }

    /// Two line breaks end a paragraph; whether one does is told once it is whole.
    fn line_break(&mut self) {
        if self.is_broken {
            self.flush();
        }
        self.is_broken = true;
        self.line.end();
        self.other.end();
    }

    fn row(&mut self, row: &NodeRef<'_>) {
        self.flush();
        let kind = self.place.kind.or(Some(Kind::Paragraph));
        let outer = self.place;
        (self.place.kind, self.place.is_line) = (kind, true);
        let (mut line, mut other) = (Vec::new(), Vec::new());
        for cell in row.children_it(false) {
            self.unwrapped(&cell);
            line.push(self.line.take());
            other.push(self.other.take());
        }
        self.line.push(&cells::row(line.iter().map(String::as_str)));
        self.other.push(&cells::row(other.iter().map(String::as_str)));
        self.flush();
        self.place = outer;
    }

    /// Walks a cell of a row, whose one paragraph begins no line of its own.
    fn unwrapped(&mut self, cell: &NodeRef<'_>) {
        for child in cell.children_it(false) {
            if LINES.contains(&name(&child).as_str()) { self.unwrapped(&child) } else { self.node(&child) }
        }
    }

    /// A browser sets quotation marks around it.
    fn quoted(&mut self, node: &NodeRef<'_>) {
        let first = node.descendants_it().find(NodeRef::is_text);
        let is_kept = !self.place.is_left_out && first.is_some_and(|text| self.pieces.texts.contains(&text.id));
        self.push("\u{201C}", is_kept);
        self.children(node);
        self.push("\u{201D}", is_kept);
    }

    /// Ends the block that is being gathered.
    fn flush(&mut self) {
        self.is_broken = false;
        let kind = self.place.kind;
        let (text, other) = (self.line.take(), line_breaks::joined(&self.other.take()));
        let says_title =
            |text: &str| kind == Some(Kind::Heading) && !self.title.is_empty() && words(text) == self.title;
        let is_text = matches!(kind, None | Some(Kind::Paragraph)) && !self.place.is_line;
        let texts = if is_text { line_breaks::split(&text) } else { vec![line_breaks::joined(&text)] };
        let texts = texts.into_iter().filter(|text| text.contains(|c: char| !c.is_control()) && !says_title(text));
        let texts: Vec<String> = texts.collect();
        let is_other = other.contains(char::is_alphanumeric) && !says_title(&other);
        let names_outlet =
            |text: &str| kind == Some(Kind::Heading) && !self.outlet.is_empty() && words(text) == self.outlet;
        let (names, texts): (Vec<String>, Vec<String>) = texts.into_iter().partition(|text| names_outlet(text));
        self.blocks.article.extend(texts.into_iter().map(|text| DraftBlock { text, kind }));
        names.into_iter().chain(is_other.then_some(other)).for_each(|text| self.leave_out(text));
    }

    fn leave_out(&mut self, text: String) {
        self.left += 1;
        if self.left > LEFT_OUT {
            return;
        }
        let text = if self.left == LEFT_OUT { "…".to_owned() } else { shortened(text) };
        self.blocks.left_out.push(DraftBlock { text, kind: None });
    }
}

fn looks(kind: Option<Kind>) -> Looks {
    match kind {
        Some(Kind::Caption | Kind::Heading | Kind::Headline) => Looks::Heading,
        Some(Kind::Byline | Kind::Furniture) => Looks::Byline,
        Some(Kind::Paragraph) | None => Looks::Text,
    }
}

fn shortened(mut text: String) -> String {
    if let Some((at, _)) = text.char_indices().nth(LEFT_OUT_CHARS) {
        text.truncate(at);
        text.push('…');
    }
    text
}

/// Tells whether what else begins a line is set into one.
fn is_set_inline(node: &NodeRef<'_>) -> bool {
    node.attr("style")
        .is_some_and(|style| style.split(';').any(|rule| rule.contains("display") && rule.contains("inline")))
}
