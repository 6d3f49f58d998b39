//! Which styles of a document mean something.
//!
//! ```text
//!     <w:style w:styleId="berschrift1"><w:name w:val="heading 1"/>      a heading, whatever its id is called
//!     <w:style w:styleId="Deck"><w:basedOn w:val="berschrift1"/>        one too
//! ```

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::xml::{attribute, is_on};
use crate::draft::Kind;

/// How far the chain of styles that are based on others is followed.
const DEEPEST: usize = 16;

/// The styles of a document by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    of: HashMap<String, Style>,
}

#[derive(Debug, Default)]
struct Style {
    kind: Option<Kind>,
    is_hidden: bool,
    based_on: Option<String>,
}

impl Styles {
    /// Reads them. Cost: linear in the text.
    ///
    /// # Errors
    ///
    /// If it is no XML.
    pub(super) fn of(xml: &str) -> Result<Self, String> {
        let mut reader = Reader::from_str(xml);
        let mut styles = Self::default();
        let mut open: Option<(String, Style)> = None;
        loop {
            match reader.read_event().map_err(|_| "its styles are not well-formed")? {
                Event::Start(tag) if tag.local_name().as_ref() == "style" => {
                    open = attribute(&tag, "styleId").map(|id| (id, Style::default()));
                }
                Event::Empty(tag) | Event::Start(tag) => {
                    if let Some((_, style)) = &mut open {
                        style.take(&tag);
                    }
                }
                Event::End(tag) if tag.local_name().as_ref() == "style" => styles.of.extend(open.take()),
                Event::Eof => return Ok(styles),
                _ => {}
            }
        }
    }

    /// Returns what a paragraph of a style is, by it or by those that it is based on. A style that the document does not
    /// describe is one of the built-in ones, whose ids are their names without spaces.
    pub(super) fn kind(&self, id: &str) -> Option<Kind> {
        if !self.of.contains_key(id) {
            return kind_of(&id.to_ascii_lowercase().replace("heading", "heading "));
        }
        self.chain(id).find_map(|style| style.kind)
    }

    /// Tells whether text of a style is hidden.
    pub(super) fn is_hidden(&self, id: &str) -> bool {
        self.chain(id).any(|style| style.is_hidden)
    }

    fn chain<'s>(&'s self, id: &str) -> impl Iterator<Item = &'s Style> {
        let next = |style: &&'s Style| self.of.get(style.based_on.as_deref()?);
        std::iter::successors(self.of.get(id), next).take(DEEPEST)
    }
}

impl Style {
    /// Takes up what an element in it says.
    fn take(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "name" => self.kind = attribute(tag, "val").and_then(|name| kind_of(&name)),
            "basedOn" => self.based_on = attribute(tag, "val"),
            "vanish" => self.is_hidden = is_on(tag),
            _ => {}
        }
    }
}

/// Returns what the built-in styles mean, which have these names in every language.
fn kind_of(name: &str) -> Option<Kind> {
    let name = name.to_ascii_lowercase();
    match name.as_str() {
        "title" => Some(Kind::Headline),
        "subtitle" => Some(Kind::Heading),
        "caption" => Some(Kind::Caption),
        _ => name.strip_prefix("heading ").filter(|level| level.parse::<u8>().is_ok()).map(|_| Kind::Heading),
    }
}
