//! HTML inside Markdown: its tags go, what they mean stays as far as Markdown could say it.
//!
//! ```text
//!     <figure><img src="a.jpg" alt="A ferry"><figcaption>The ferry</figcaption></figure>     captions
//!     <td>Guillemot</td><td>1989</td>                                                        Guillemot · 1989
//!     <script>…</script>                                                                     left out, and counted
//!     <inaudible>                                                                            no tag of HTML: text
//! ```

use std::borrow::Cow;

use html_escape::decode_html_entities;

use crate::draft::Kind;
use crate::formats::cells;
use crate::formats::html_lines::LINES;
use crate::formats::line_breaks::{self, BREAK};
use crate::formats::text::spaces::fold;

/// Elements around those that begin a line, which begin one here as well.
const AROUND: [&str; 6] = ["head", "html", "tbody", "tfoot", "thead", "title"];

/// Other elements.
const INLINE: [&str; 57] = [
    "a", "abbr", "acronym", "audio", "b", "base", "bdi", "bdo", "big", "br", "button", "canvas", "cite", "code", "col",
    "colgroup", "data", "del", "dfn", "em", "embed", "font", "i", "iframe", "img", "input", "ins", "kbd", "label",
    "link", "map", "mark", "meta", "noscript", "object", "option", "picture", "q", "rp", "rt", "ruby", "s", "samp",
    "script", "select", "small", "source", "span", "strike", "strong", "style", "sub", "sup", "svg", "td", "template",
    "th",
];

/// Some more of them.
const MORE: [&str; 8] = ["textarea", "time", "track", "tt", "u", "var", "video", "wbr"];

/// Elements whose content is no text.
const DROPPED: [&str; 11] =
    ["audio", "button", "canvas", "iframe", "noscript", "object", "script", "select", "style", "template", "video"];

/// Tells whether what is in an element is no text.
pub(super) fn is_dropped(name: &str) -> bool {
    DROPPED.contains(&name) || name == "svg"
}

/// Tells whether it is said that an element was left out.
pub(super) fn is_said(name: &str) -> bool {
    matches!(name, "script" | "style")
}

/// Tells whether raised text, which begins at a byte, is the mark of a note: a number after a full stop, not m².
pub(super) fn is_note_mark(text: &str, start: usize) -> bool {
    let raised = text[start..].trim().trim_matches(['[', ']']);
    let is_number = matches!(raised.len(), 1..=3) && raised.bytes().all(|byte| byte.is_ascii_digit());
    is_number && !text[..start].ends_with(char::is_alphanumeric)
}

/// A tag of HTML.
#[derive(Debug)]
pub(super) struct Tag<'t> {
    /// Its name in lower case.
    pub name: String,
    pub is_end: bool,
    /// Whether it has no end: `<br/>`.
    pub is_empty: bool,
    attributes: &'t str,
}

impl<'t> Tag<'t> {
    /// Reads a tag, `<` and `>` included; `None` if HTML has no such element.
    pub(super) fn of(text: &'t str) -> Option<Self> {
        let inner = text.strip_prefix('<')?.strip_suffix('>')?;
        let (is_end, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
        let length = inner.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(inner.len());
        let (name, attributes) = inner.split_at(length);
        if name.len() > 32 {
            return None;
        }
        let name = name.to_ascii_lowercase();
        // Elements of a page's own have a hyphen.
        let is_own = name.contains('-') && name.starts_with(|c: char| c.is_ascii_lowercase());
        let is_known = is_own || [&LINES[..], &AROUND, &INLINE, &MORE].iter().any(|list| list.contains(&name.as_str()));
        is_known.then(|| Self { name, is_end, is_empty: attributes.ends_with('/'), attributes })
    }

    /// Returns the value of an attribute, unless it is empty.
    pub(super) fn attribute(&self, wanted: &str) -> Option<String> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            let length = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
            let (name, after) = rest.split_at(length);
            let (value, after) = match after.trim_start().strip_prefix('=').map(str::trim_start) {
                Some(value) => quoted(value),
                None => ("", after),
            };
            if name.eq_ignore_ascii_case(wanted) {
                return Some(decode_html_entities(value).into_owned()).filter(|value| !value.trim().is_empty());
            }
            if after.len() == rest.len() || after.is_empty() {
                return None;
            }
            rest = after;
        }
    }
}

/// Splits a value from what follows it.
fn quoted(text: &str) -> (&str, &str) {
    for mark in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(mark) {
            return inside.split_once(mark).unwrap_or((inside, ""));
        }
    }
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

/// A block that HTML makes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct HtmlBlock {
    pub text: String,
    pub kind: Option<Kind>,
    /// The level of a heading, else 0.
    pub level: usize,
}

/// Reads HTML, and counts the scripts and style sheets in it.
///
/// Cost: linear in the text.
pub(super) fn read(text: &str) -> (Vec<HtmlBlock>, usize) {
    let mut reader = HtmlReader { rest: text, minds_quotes: true, ..HtmlReader::default() };
    while let Some(at) = memchr::memchr2(b'<', b'\n', reader.rest.as_bytes()) {
        reader.text.push_str(&reader.rest[..at]);
        reader.rest = &reader.rest[at..];
        reader.mark();
    }
    reader.text.push_str(reader.rest);
    reader.close();
    (reader.blocks, reader.dropped)
}

#[derive(Default)]
struct HtmlReader<'t> {
    rest: &'t str,
    /// The text of the block that is open, its entities not decoded.
    text: String,
    kind: Option<Kind>,
    level: usize,
    raised: Option<usize>,
    captions: Vec<String>,
    blocks: Vec<HtmlBlock>,
    dropped: usize,
    /// Whether `>` may stand in quotation marks, until it is known that a mark has no end.
    minds_quotes: bool,
    /// Whether no comment that is left has an end.
    has_open_comment: bool,
    /// Whether no tag is left.
    is_text: bool,
}

impl HtmlReader<'_> {
    /// Takes a line end, a tag or a comment that the rest begins with.
    fn mark(&mut self) {
        if let Some(rest) = self.rest.strip_prefix('\n') {
            if rest.starts_with('\n') {
                self.close();
            }
            self.text.push(' ');
            self.rest = rest;
        } else if let Some(rest) = self.rest.strip_prefix("<!--") {
            // A comment without an end would take all with it.
            let after = (!self.has_open_comment).then(|| rest.split_once("-->")).flatten();
            self.has_open_comment = after.is_none();
            self.rest = after.map_or(rest, |(_, after)| after);
        } else if let Some(end) = self.end() {
            let (tag, rest) = self.rest.split_at(end);
            if tag.starts_with("<!") || tag.starts_with("<?") {
                self.rest = rest;
            } else if let Some(tag) = Tag::of(tag) {
                self.rest = rest;
                self.tag(&tag);
            } else {
                self.no_mark();
            }
        } else {
            self.no_mark();
        }
    }

    fn no_mark(&mut self) {
        self.text.push_str("&lt;");
        self.rest = &self.rest[1..];
    }

    /// Returns the length of the tag that the rest begins with.
    fn end(&mut self) -> Option<usize> {
        if self.is_text
            || !self.rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
        {
            return None;
        }
        let bytes = self.rest.as_bytes();
        let mut quote = None;
        if self.minds_quotes {
            for (at, &byte) in bytes.iter().enumerate() {
                match (quote, byte) {
                    (None, b'>') => return Some(at + 1),
                    (None, b'"' | b'\'') if bytes[at - 1] == b'=' => quote = Some(byte),
                    (Some(open), _) if open == byte => quote = None,
                    _ => {}
                }
            }
            self.minds_quotes = false;
        }
        let end = memchr::memchr(b'>', bytes).map(|at| at + 1);
        self.is_text = end.is_none();
        end
    }

    fn tag(&mut self, tag: &Tag<'_>) {
        let name = tag.name.as_str();
        if is_dropped(name) && !tag.is_end && !tag.is_empty {
            self.dropped += usize::from(is_said(name));
            self.skip(name);
        } else if LINES.contains(&name) || AROUND.contains(&name) {
            self.close();
            (self.kind, self.level) = if tag.is_end { (None, 0) } else { kind(name) };
        } else {
            match name {
                "br" => self.text.push(BREAK),
                "td" | "th" if !tag.is_end => cells::part(&mut self.text, 0),
                "img" => {
                    let shown = tag.attribute("alt").or_else(|| tag.attribute("title"));
                    self.captions.extend(shown.map(|shown| fold(shown.trim())));
                }
                "sup" if !tag.is_end => self.raised = Some(self.text.len()),
                "sup" => {
                    if let Some(start) = self.raised.take().filter(|&start| is_note_mark(&self.text, start)) {
                        self.text.truncate(start);
                    }
                }
                _ => {}
            }
        }
    }

    /// Passes over what is in an element.
    fn skip(&mut self, name: &str) {
        let mut ends = memchr::memmem::find_iter(self.rest.as_bytes(), b"</");
        let is_own = |at: &usize| {
            let after = self.rest.get(at + 2..at + 2 + name.len());
            after.is_some_and(|after| after.eq_ignore_ascii_case(name))
        };
        let rest = ends.find(is_own).map_or("", |at| &self.rest[at..]);
        self.rest = memchr::memchr(b'>', rest.as_bytes()).map_or("", |end| &rest[end + 1..]);
    }

    /// Ends a block.
    fn close(&mut self) {
        let raw = std::mem::take(&mut self.text);
        self.raised = None;
        for text in self.captions.drain(..) {
            self.blocks.push(HtmlBlock { text, kind: Some(Kind::Caption), level: 0 });
        }
        let text: Cow<'_, str> = decode_html_entities(raw.trim());
        let texts = if self.kind.is_none() { line_breaks::split(&text) } else { vec![line_breaks::joined(&text)] };
        for text in texts {
            let text = fold(text.trim().trim_end_matches(cells::BETWEEN.trim_end()));
            if !text.is_empty() {
                self.blocks.push(HtmlBlock { text, kind: self.kind, level: self.level });
            }
        }
    }
}

fn kind(name: &str) -> (Option<Kind>, usize) {
    match name {
        "h1" => (Some(Kind::Heading), 1),
        "h2" | "h3" | "h4" | "h5" | "h6" => (Some(Kind::Heading), 2),
        "figcaption" | "caption" => (Some(Kind::Caption), 0),
        "li" | "tr" => (Some(Kind::Paragraph), 0),
        _ => (None, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<String> {
        let (blocks, dropped) = read(text);
        let shown = |block: HtmlBlock| format!("{}: {}", block.kind.map_or("", Kind::name), block.text);
        blocks.into_iter().map(shown).chain((dropped > 0).then(|| format!("dropped {dropped}"))).collect()
    }

    #[test]
    fn tags_go_and_what_they_mean_stays() {
        for (text, expected) in [
            (
                "<p>The <b>boats</b> left&nbsp;&amp;&#8212;stayed.</p>\n<p>Two</p>",
                &[": The boats left\u{A0}&\u{2014}stayed.", ": Two"][..],
            ),
            (
                "<h2>What&rsquo;s next</h2><ul><li>One</li><li>Two</li></ul>",
                &["heading: What’s next", "paragraph: One", "paragraph: Two"],
            ),
            (
                "<figure><img src=\"a>b.jpg\" alt=\"A &quot;ferry&quot;\"><figcaption>The\nferry</figcaption></figure>",
                &["caption: A \"ferry\"", "caption: The ferry"],
            ),
            (
                "<table><tr><th>Boat</th><th>Built</th></tr><tr><td>Fulmar</td><td>1989</td></tr></table>",
                &["paragraph: Boat · Built", "paragraph: Fulmar · 1989"],
            ),
            ("<script>if (a < b) { x(\"</p>\") }</script><style>p {}</style>Text", &[": Text", "dropped 2"]),
            ("<SCRIPT>open", &["dropped 1"]),
            ("<div>one<!-- not this -->two<br>three</div>", &[": onetwo three"]),
            (
                "<address>Harbour office<br>3 Quay Street<br/>Kelsmouth</address>",
                &[": Harbour office", ": 3 Quay Street", ": Kelsmouth"],
            ),
            ("<h2>Three boats<br>for Kelsmouth</h2>", &["heading: Three boats for Kelsmouth"]),
            ("<!-- no end\nText", &[": no end Text"]),
            ("<div>He said <inaudible> and 3 < 4 and <", &[": He said <inaudible> and 3 < 4 and <"]),
            ("<div>Hulls.<sup>[2]</sup> An m<sup>2</sup>", &[": Hulls. An m2"]),
            ("<div title=\"a>b\">one</div", &[": one</div"]),
            ("<div title=\"a>one", &[": one"]),
            ("<my-box>one</my-box>\n\ntwo", &[": one", ": two"]),
        ] {
            assert_eq!(of(text), expected, "{text}");
        }
    }

    #[test]
    fn attributes() {
        let tag = Tag::of("<img data-alt='x' ALT = 'A ferry' title=\"\" src=a.jpg hidden/>").expect("it is a tag");
        assert_eq!(
            (tag.attribute("alt").as_deref(), tag.attribute("title"), tag.is_empty),
            (Some("A ferry"), None, true)
        );
        assert_eq!((tag.attribute("src").as_deref(), tag.attribute("width")), (Some("a.jpg"), None));
        assert!(
            Tag::of("<laughs>").is_none() && Tag::of("<>").is_none() && Tag::of("</p>").is_some_and(|tag| tag.is_end)
        );
    }
}
