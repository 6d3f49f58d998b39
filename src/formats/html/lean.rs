//! A page without what is no text, and within bounds: read over once before a parser sees it.
//!
//! ```text
//!     <style>…</style><script>…</script><!-- … -->    out
//!     <script type="application/ld+json">…</script>   stays: it states facts
//!     src="data:image/png;base64,…"                   src=""
//!     <div/> of an XML page                           <div></div>
//!     <template shadowrootmode="open">…</template>    <div>…</div>, as it is shown
//! ```
//!
//! Parsers of HTML take time that grows with the square of the nesting, and of the attributes of an element. So a page
//! that nests or holds more than any page does is refused here, where it costs nothing.

use super::open_elements::{OpenElements, is_void};
use super::roles::NAMED_BY;

/// The most elements that may stand inside one another. Real pages reach 175.
pub(super) const DEEPEST: usize = 500;

/// The most attributes of one element, and of all.
const ATTRIBUTES_OF_ONE: usize = 1_000;
const ATTRIBUTES: usize = 200_000;

/// The most that all classes and names of elements come to, in bytes: each is matched with patterns. Real pages reach one
/// megabyte.
const NAMES: usize = 4 << 20;

/// The most elements of a page.
const ELEMENTS: usize = 50_000;

/// The most characters that are written by their names or numbers, as `&amp;`.
const REFERENCES: usize = 50_000;

/// The most elements that a parser may have to open again because their ends are missing.
const REOPENED: usize = 100_000;

/// The most that the depths of all elements may come to: looking upwards from each takes as long.
const DEPTHS: usize = 1_000_000;

/// The largest page, in bytes, once what is inlined is out of it.
const LARGEST: usize = 16 << 20;

/// The longest value that is kept of an attribute, in bytes; of an inlined file none is.
const LONGEST_VALUE: usize = 2048;
const LONGEST_FILE: usize = 64;

/// What stands for a template whose content is shown.
const SHOWN: &str = "div";

/// Holds a page without what is no text.
pub(super) struct Lean {
    /// The page.
    pub(super) html: String,
    /// The address that the program that saved it left in a comment.
    pub(super) saved_from: Option<String>,
    /// Whether it ends in the middle: in a tag, a comment or a script, or with its parts open and without the end of all.
    pub(super) is_cut: bool,
}

/// Says that a page nests too deeply.
pub(super) fn too_deep() -> String {
    format!("nested too deeply for a page (more than {DEEPEST} elements)")
}

/// Takes out of a page what is no text.
///
/// Fails with a few words for a page that is out of bounds.
///
/// Cost: linear in the page.
pub(super) fn lean(page: &str) -> Result<Lean, String> {
    let is_xml = page.trim_start_matches('\u{FEFF}').trim_start().starts_with("<?xml");
    let mut leaning = Leaning { page, at: 0, html: String::new(), saved_from: None, is_xml, ..Leaning::default() };
    while leaning.step()? {}
    let is_cut = leaning.is_cut();
    Ok(Lean { html: leaning.html, saved_from: leaning.saved_from, is_cut })
}

#[expect(clippy::struct_excessive_bools, reason = "each is seen on its own")]
#[derive(Default)]
struct Leaning<'p> {
    page: &'p str,
    at: usize,
    html: String,
    saved_from: Option<String>,
    is_xml: bool,
    open: OpenElements,
    /// For each template that is open whether its content stands where it is.
    templates: Vec<bool>,
    elements: usize,
    depths: usize,
    references: usize,
    attributes: usize,
    names: usize,
    /// Attributes of the root and the body, which a parser gathers from all their tags.
    of_the_root: usize,
    /// Whether the page ends inside of a tag, a comment or a script.
    ends_inside: bool,
    /// Whether the body begins, and whether it or the page ends.
    has_body: bool,
    has_end: bool,
}

/// A start tag.
struct Tag {
    name: String,
    /// The tag, without the values that are left out.
    text: String,
    attributes: usize,
    /// How many bytes its classes and its name have.
    names: usize,
    is_closed: bool,
    is_json: bool,
    /// Whether it is a template whose content stands where it is: that of an element of the page's own.
    is_shadow: bool,
}

impl<'p> Leaning<'p> {
    fn rest(&self) -> &'p str {
        &self.page[self.at..]
    }

    fn is_cut(&self) -> bool {
        let is_part = |name: &str| matches!(name, "article" | "div" | "main" | "section");
        self.ends_inside || (self.has_body && !self.has_end && self.open.has(is_part))
    }

    /// Reads up to and with the next tag; tells whether there is more.
    fn step(&mut self) -> Result<bool, String> {
        let rest = self.rest();
        let text = memchr::memchr(b'<', rest.as_bytes()).unwrap_or(rest.len());
        self.html.push_str(&rest[..text]);
        self.at += text;
        self.references += memchr::memchr_iter(b'&', &rest.as_bytes()[..text]).count();
        if self.references > REFERENCES {
            return Err(format!("too many character references for a page (more than {REFERENCES})"));
        }
        let rest = self.rest();
        if let Some(comment) = rest.strip_prefix("<!--") {
            self.comment(comment);
        } else if let Some(data) = rest.strip_prefix("<![CDATA[").filter(|_| self.is_xml) {
            let end = data.find("]]>").unwrap_or(data.len());
            self.html.push_str(&data[..end].replace('&', "&amp;").replace('<', "&lt;"));
            self.at = (self.page.len() - data.len() + end + 3).min(self.page.len());
        } else if rest.starts_with("<!") || rest.starts_with("<?") {
            let end = rest.find('>').map_or(rest.len(), |end| end + 1);
            if rest.get(2..9).is_some_and(|word| word.eq_ignore_ascii_case("doctype")) {
                self.html.push_str(&rest[..end]);
            }
            self.at += end;
        } else if rest.strip_prefix("</").is_some_and(begins_a_name) {
            self.end_tag();
        } else if rest.strip_prefix('<').is_some_and(begins_a_name) {
            self.start_tag()?;
        } else if !rest.is_empty() {
            self.html.push('<');
            self.at += 1;
        }
        if self.html.len() > LARGEST {
            return Err(format!("larger than {} MB without what is inlined in it", LARGEST >> 20));
        }
        Ok(self.at < self.page.len())
    }

    fn comment(&mut self, comment: &'p str) {
        let end = if comment.starts_with('>') {
            1
        } else if comment.starts_with("->") {
            2
        } else {
            let end = end_of_comment(comment);
            self.ends_inside |= end.is_none();
            let (text, end) = end.unwrap_or((comment.len(), comment.len()));
            self.saved_from = self.saved_from.take().or_else(|| saved_from(&comment[..text]));
            end
        };
        self.at = self.page.len() - comment.len() + end;
    }

    fn end_tag(&mut self) {
        let tag = Reading { page: self.page, at: self.at + 2 }.tag();
        let Some((mut tag, at)) = tag else {
            (self.at, self.ends_inside) = (self.page.len(), true);
            return;
        };
        if tag.name == "template" && self.templates.pop() == Some(true) {
            SHOWN.clone_into(&mut tag.name);
        }
        self.html.push_str("</");
        self.html.push_str(&tag.name);
        self.html.push('>');
        self.open.end(&tag.name);
        self.has_end |= matches!(tag.name.as_str(), "body" | "html");
        self.at = at;
    }

    fn start_tag(&mut self) -> Result<(), String> {
        let Some((mut tag, at)) = (Reading { page: self.page, at: self.at + 1 }).tag() else {
            (self.at, self.ends_inside) = (self.page.len(), true); // A tag without an end is none.
            return Ok(());
        };
        self.at = at;
        if tag.name == "template" && !tag.is_closed {
            self.templates.push(tag.is_shadow);
        }
        if tag.is_shadow {
            tag.text.replace_range(1..=tag.name.len(), SHOWN);
            SHOWN.clone_into(&mut tag.name);
        }
        self.has_body |= tag.name == "body";
        self.count(&tag)?;
        let is_closed = tag.is_closed && self.is_xml;
        if matches!(tag.name.as_str(), "script" | "style") {
            let content = if is_closed { "" } else { self.content(&tag.name) };
            if tag.is_json {
                for piece in ["<script type=\"application/ld+json\">", content, "</script>"] {
                    self.html.push_str(piece);
                }
            }
            return Ok(());
        }
        self.html.push_str(&tag.text);
        if is_closed && !is_void(&tag.name) {
            for piece in ["</", &tag.name, ">"] {
                self.html.push_str(piece);
            }
        } else {
            self.open.start(&tag.name, &tag.text, tag.is_closed);
        }
        if self.open.depth() > DEEPEST {
            return Err(too_deep());
        }
        self.depths += self.open.depth();
        if self.depths > DEPTHS {
            return Err("too many elements inside of others for a page".to_owned());
        }
        if self.open.reopened() > REOPENED {
            return Err("too many elements without an end for a page".to_owned());
        }
        Ok(())
    }

    fn count(&mut self, tag: &Tag) -> Result<(), String> {
        self.elements += 1;
        self.attributes += tag.attributes;
        self.names += tag.names;
        if self.names > NAMES {
            return Err(format!("too many names of classes for a page (more than {} MB)", NAMES >> 20));
        }
        if matches!(tag.name.as_str(), "html" | "body") {
            self.of_the_root += tag.attributes;
        }
        if tag.attributes.max(self.of_the_root) > ATTRIBUTES_OF_ONE {
            return Err(format!("an element with more than {ATTRIBUTES_OF_ONE} attributes"));
        }
        if self.attributes > ATTRIBUTES {
            return Err(format!("too many attributes for a page (more than {ATTRIBUTES})"));
        }
        if self.elements > ELEMENTS {
            return Err(format!("too many elements for a page (more than {ELEMENTS})"));
        }
        Ok(())
    }

    /// Returns what stands before the end tag of a script or a style, and goes behind that.
    fn content(&mut self, name: &str) -> &'p str {
        let rest = self.rest();
        let is_end = |&at: &usize| {
            let tag = rest.as_bytes().get(at + 2..).unwrap_or_default();
            rest.as_bytes().get(at + 1) == Some(&b'/')
                && tag.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()))
        };
        let end = memchr::memchr_iter(b'<', rest.as_bytes()).find(is_end);
        self.ends_inside |= end.is_none();
        let end = end.unwrap_or(rest.len());
        let behind = rest[end..].find('>').map_or(rest.len(), |at| end + at + 1);
        self.at += behind;
        &rest[..end]
    }
}

fn begins_a_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// Reads one tag, from its name on.
struct Reading<'p> {
    page: &'p str,
    at: usize,
}

impl<'p> Reading<'p> {
    /// Returns a tag and the place behind it; `None` if it has no end.
    fn tag(mut self) -> Option<(Tag, usize)> {
        let name = self.word(|b| is_space(b) || matches!(b, b'/' | b'>')).to_ascii_lowercase();
        let text = format!("<{name}");
        let mut tag = Tag { text, name, attributes: 0, names: 0, is_closed: false, is_json: false, is_shadow: false };
        loop {
            self.word(|b| !is_space(b));
            match self.page.as_bytes().get(self.at)? {
                b'>' => break,
                b'/' => {
                    self.at += 1;
                    tag.is_closed = self.page.as_bytes().get(self.at) == Some(&b'>');
                }
                _ => self.attribute(&mut tag)?,
            }
        }
        if tag.is_closed {
            tag.text.push('/');
        }
        tag.text.push('>');
        Some((tag, self.at + 1))
    }

    fn attribute(&mut self, tag: &mut Tag) -> Option<()> {
        let start = self.at;
        self.at += usize::from(self.page.as_bytes()[start] == b'='); // One that comes first belongs to the name.
        self.word(|b| is_space(b) || matches!(b, b'/' | b'>' | b'='));
        let name = &self.page[start..self.at];
        let behind = self.at;
        self.word(|b| !is_space(b));
        tag.attributes += 1;
        tag.text.push(' ');
        tag.text.push_str(name);
        if self.page.as_bytes().get(self.at)? != &b'=' {
            self.at = behind;
            return Some(());
        }
        self.at += 1;
        self.word(|b| !is_space(b));
        let (quote, value) = self.value()?;
        tag.is_shadow |= tag.name == "template" && name.to_ascii_lowercase().starts_with("shadowroot");
        tag.is_json |= name.eq_ignore_ascii_case("type") && value.to_ascii_lowercase().contains("ld+json");
        tag.text.push('=');
        tag.text.push(quote);
        let value = kept(name, value);
        let is_name = name.eq_ignore_ascii_case("id") || NAMED_BY.iter().any(|named| name.eq_ignore_ascii_case(named));
        tag.names += if is_name { value.len() } else { 0 };
        tag.text.push_str(value);
        tag.text.push(quote);
        Some(())
    }

    /// Returns a value, and the quotation mark to set around it.
    fn value(&mut self) -> Option<(char, &'p str)> {
        let quote = *self.page.as_bytes().get(self.at)?;
        if matches!(quote, b'"' | b'\'') {
            let start = self.at + 1;
            let length = memchr::memchr(quote, self.page.as_bytes().get(start..)?)?;
            self.at = start + length + 1;
            return Some((char::from(quote), &self.page[start..start + length]));
        }
        let value = self.word(|b| is_space(b) || b == b'>');
        Some((if value.contains('"') { '\'' } else { '"' }, value))
    }

    /// Goes on to a byte of a kind, and returns what it passed.
    fn word(&mut self, is_end: impl Fn(u8) -> bool) -> &'p str {
        let start = self.at;
        let bytes = &self.page.as_bytes()[start..];
        self.at += bytes.iter().position(|&b| is_end(b)).unwrap_or(bytes.len());
        &self.page[start..self.at]
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0C)
}

/// Returns what is kept of a value: nothing of an inlined file, and little of what is longer than text is.
fn kept<'v>(name: &str, value: &'v str) -> &'v str {
    let is_file = value.len() > LONGEST_FILE
        && value.trim_start().get(..5).is_some_and(|start| start.eq_ignore_ascii_case("data:"));
    if is_file {
        return "";
    }
    let stays = value.len() <= LONGEST_VALUE || ["content", "href"].iter().any(|kept| name.eq_ignore_ascii_case(kept));
    if stays { value } else { &value[..floor(value, LONGEST_VALUE)] }
}

/// Returns the boundary of a character at or before a byte.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// Reads the address that a browser or an extension leaves in a comment: `saved from url=(0029)https://…`,
/// `Page saved with SingleFile  url: https://…`.
fn saved_from(comment: &str) -> Option<String> {
    let said = comment.find("saved from url=").map(|at| at + "saved from url=".len());
    let at = said.or_else(|| comment.find("SingleFile").and_then(|at| Some(at + comment[at..].find("url:")? + 4)))?;
    let address = comment[at..].trim_start();
    let address = address.strip_prefix('(').and_then(|rest| Some(rest.split_once(')')?.1)).unwrap_or(address);
    Some(address.split_whitespace().next()?.to_owned()).filter(|address| address.starts_with("http"))
}

/// Returns where the text of a comment ends, and where what follows it begins. Cost: linear in the comment, not in the page.
fn end_of_comment(comment: &str) -> Option<(usize, usize)> {
    let dashes = memchr::memmem::find_iter(comment.as_bytes(), "--");
    // Dashes that overlap are found one by one: of three the last two may end it.
    let starts = dashes.flat_map(|at| [at, at + 1]);
    let end = |at: usize| {
        let marks = [("-->", at + "-->".len()), ("--!>", at + "--!>".len())];
        marks
            .into_iter()
            .find(|(mark, _)| comment.as_bytes()[at..].starts_with(mark.as_bytes()))
            .map(|(_, end)| (at, end))
    };
    starts.filter(|&at| at < comment.len()).find_map(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(page: &str) -> String {
        lean(page).map_or_else(|refused| refused, |lean| lean.html)
    }

    #[test]
    fn what_is_no_text_goes() {
        for (page, expected) in [
            ("a<!-- b -->c<!-->d<!--->e<!-- f --!>g<!-- h", "acdeg"),
            ("a<STYLE>p{}</Style >b<script>if (a<b) '</p>'</script>c", "abc"),
            (
                "<script type='application/ld+json'>{\"a\": \"<b>\"}</script>",
                "<script type=\"application/ld+json\">{\"a\": \"<b>\"}</script>",
            ),
            ("<!DOCTYPE html><?php x ?>a < b <3", "<!DOCTYPE html>a < b <3"),
            ("<P Class = big  hidden id=x/>a</P >", "<p Class=\"big\" hidden id=\"x/\">a</p>"),
            ("<a title='1 > 0' b>c</a><a =d>", "<a title='1 > 0' b>c</a><a =d>"),
            ("a<p class='b", "a"),
            (
                "<template a><template shadowrootmode=open>b</template>c</template>d</template>",
                "<template a><div shadowrootmode=\"open\">b</div>c</template>d</template>",
            ),
            ("<?xml version='1.0'?><div/><script src='a'/><br/>b<![CDATA[c<d]]>", "<div/></div><br/>bc&lt;d"),
        ] {
            assert_eq!(html(page), expected, "{page}");
        }
    }

    #[test]
    fn inlined_files_go() {
        let page = format!("<img src='data:image/png;base64,{}' alt='A boat'>", "A".repeat(3_000_000));
        assert_eq!(html(&page), "<img src='' alt='A boat'>");
        assert_eq!(html(&format!("<p style='{}'>", "é".repeat(9000))).len(), "<p style=''>".len() + LONGEST_VALUE);
    }

    #[test]
    fn the_address_that_it_was_saved_from_is_read() {
        for page in [
            "<!-- saved from url=(0026)https://ledger.example/a/b -->",
            "<!--\n Page saved with SingleFile \n url: https://ledger.example/a/b \n saved date: Tue -->",
        ] {
            let lean = lean(page).expect("it is within bounds");
            assert_eq!(lean.saved_from.as_deref(), Some("https://ledger.example/a/b"));
        }
    }

    #[test]
    fn what_no_page_has_is_refused() {
        let deep = "nested too deeply for a page (more than 500 elements)";
        assert_eq!(html(&"<div>".repeat(501)), deep);
        assert_eq!(html(&"<table><tr><td>".repeat(501)), deep);
        assert_eq!(html(&"<span><div></span>".repeat(300)), deep);
        assert!(html(&"<div></div><p><li><br>".repeat(5000)).starts_with("<div>"));
        assert_eq!(html(&format!("<p {}>", "a b=c ".repeat(501))), "an element with more than 1000 attributes");
        assert_eq!(html(&"<body a b c d e f>".repeat(201)), "an element with more than 1000 attributes");
        assert_eq!(html(&"<p a b c d e f>".repeat(40_000)), "too many attributes for a page (more than 200000)");
        let names = format!("<p class='{}'>", "a ".repeat(1000));
        assert_eq!(html(&names.repeat(2100)), "too many names of classes for a page (more than 4 MB)");
        assert_eq!(html(&"<p>".repeat(50_001)), "too many elements for a page (more than 50000)");
        let fonts: String = (0..300).map(|k| format!("<p><font size={k}>")).collect();
        assert_eq!(html(&(fonts + &"<p>a".repeat(9000))), "too many elements without an end for a page");
        assert_eq!(html(&"a".repeat(LARGEST + 1)), "larger than 16 MB without what is inlined in it");
    }
}
