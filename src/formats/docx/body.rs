//! The paragraphs of a part.
//!
//! ```text
//!     <w:p>                        a block, of the kind of its style
//!       <w:r><w:t>Three boats</w:t></w:r>
//!       <w:del>…</w:del>           deleted: counted, left out
//!       <w:br/><w:br/>             two line breaks split blocks, one does where lines are short
//!     </w:p>
//!     <w:tr><w:tc>…                a row is a block, its cells set off; where a cell holds several paragraphs of running text,
//!                                  each of them is one
//!     <w:altChunk r:id="rId9"/>    another document is read here
//! ```

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};

use super::row::{CellParagraph, Row};
use super::styles::Styles;
use super::xml::{attribute, is_on};
use crate::draft::{DraftBlock, Kind};
use crate::formats::line_breaks::{self, BREAK};

/// How deeply paragraphs, tables and text boxes may stand in each other.
const DEEPEST: usize = 200;

/// How deeply tables may stand in each other: each of them takes the text of those in it.
const DEEPEST_TABLES: usize = 8;

/// What was found in a part.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Its blocks; a title is a headline.
    pub(super) blocks: Vec<DraftBlock>,
    /// How many stretches were deleted while changes were recorded.
    pub(super) deleted: usize,
    /// How many runs are hidden.
    pub(super) hidden: usize,
    /// How many signs are of a font of symbols, and no characters.
    pub(super) symbols: usize,
    /// The other documents in it: before which of the blocks each stands, and the id of its part.
    pub(super) chunks: Vec<(usize, String)>,
    /// Before which of the blocks empty paragraphs stand.
    pub(super) gaps: Vec<usize>,
}

impl Found {
    /// Adds what was found in another part, which has no other documents in it.
    pub(super) fn append(&mut self, other: Self) {
        self.gaps.push(self.blocks.len());
        self.blocks.extend(other.blocks);
        self.deleted += other.deleted;
        self.hidden += other.hidden;
        self.symbols += other.symbols;
    }
}

/// Reads a part. Cost: linear in it.
///
/// # Errors
///
/// If it is no XML, or nested too deeply.
pub(super) fn read(xml: &str, styles: &Styles) -> Result<Found, String> {
    let mut reader = Reader::from_str(xml);
    let mut part = PartReader { styles, found: Found::default(), open: Vec::new(), skipped: 0, run: Run::default() };
    loop {
        match reader.read_event().map_err(|_| "its text is not well-formed")? {
            Event::Start(tag) => part.start(&tag, false)?,
            Event::Empty(tag) => part.start(&tag, true)?,
            Event::End(tag) => part.end(tag.local_name().as_ref()),
            Event::Text(text) => part.text(&text),
            Event::CData(text) => part.text(&text),
            Event::GeneralRef(entity) => {
                let char = entity.resolve_char_ref().ok().flatten().map(String::from);
                let named = || resolve_xml_entity(&entity).map(str::to_owned);
                part.text(&char.or_else(named).unwrap_or_else(|| "\u{FFFD}".to_owned()));
            }
            Event::Eof => return Ok(part.found),
            _ => {}
        }
    }
}

/// Counts the elements of a name in a part. Cost: linear in it.
///
/// # Errors
///
/// If it is no XML.
pub(super) fn count(xml: &str, name: &str) -> Result<usize, String> {
    let mut reader = Reader::from_str(xml);
    let mut count = 0;
    loop {
        match reader.read_event().map_err(|_| "a part of it is not well-formed")? {
            Event::Start(tag) | Event::Empty(tag) => count += usize::from(tag.local_name().as_ref() == name),
            Event::Eof => return Ok(count),
            _ => {}
        }
    }
}

/// Tells whether what stands in an element is no part of the report. Of what a text box offers in two forms one is enough.
fn is_skipped(name: &str) -> bool {
    matches!(name, "del" | "moveFrom" | "Fallback")
}

/// Reads the elements of a part.
struct PartReader<'s> {
    styles: &'s Styles,
    found: Found,
    /// The paragraphs and rows that are open, the innermost at the end.
    open: Vec<Open>,
    /// How deep in what is no part of the report the reader is.
    skipped: usize,
    run: Run,
}

/// The run of text that is open.
#[derive(Debug, Default)]
struct Run {
    is_hidden: bool,
    /// Whether what stands here is text, and no space between elements.
    is_text: bool,
}

/// A paragraph or a row of a table that is open.
#[derive(Debug, Default)]
struct Open {
    text: String,
    kind: Option<Kind>,
    /// What its cells hold, of a row.
    row: Option<Row>,
    /// How many line breaks the text ends with.
    breaks: usize,
}

impl PartReader<'_> {
    fn start(&mut self, tag: &BytesStart<'_>, is_empty: bool) -> Result<(), String> {
        let name = tag.local_name();
        let name = name.as_ref();
        let is_separator = || matches!(name, "footnote" | "endnote") && attribute(tag, "type").is_some();
        if self.skipped > 0 || is_skipped(name) || is_separator() {
            if !is_empty {
                // What was moved stands where it was moved to, and was deleted here.
                self.found.deleted += usize::from(self.skipped == 0 && matches!(name, "del" | "moveFrom"));
                self.skipped += 1;
            }
            return Ok(());
        }
        match name {
            "p" | "tr" if !is_empty => {
                let rows = || self.open.iter().filter(|open| open.row.is_some()).count();
                if self.open.len() == DEEPEST || name == "tr" && rows() == DEEPEST_TABLES {
                    return Err(format!("nested too deeply (more than {DEEPEST} paragraphs and tables)"));
                }
                self.open.push(Open { row: (name == "tr").then(Row::default), ..Open::default() });
            }
            "pStyle" => {
                if let (Some(open), Some(id)) = (self.open.last_mut(), attribute(tag, "val")) {
                    open.kind = self.styles.kind(&id);
                }
            }
            "outlineLvl" => {
                let level = attribute(tag, "val").and_then(|level| level.parse::<u8>().ok());
                if let Some(open) = self.open.last_mut().filter(|_| level.is_some_and(|level| level < 9)) {
                    open.kind = open.kind.or(Some(Kind::Heading));
                }
            }
            "tc" => {
                if let Some(row) = self.open.last_mut().and_then(|open| open.row.as_mut()) {
                    row.begin_cell();
                }
            }
            "altChunk" => {
                let at = self.found.blocks.len();
                self.found.chunks.extend(attribute(tag, "id").map(|id| (at, id)));
            }
            "p" => self.found.gaps.push(self.found.blocks.len()),
            "r" => self.run = Run::default(),
            "rStyle" => self.run.is_hidden |= attribute(tag, "val").is_some_and(|id| self.styles.is_hidden(&id)),
            "vanish" => self.run.is_hidden |= is_on(tag),
            "t" => self.run.is_text = !is_empty,
            "tab" | "ptab" => self.add(" "),
            "br" | "cr" => self.line_break(),
            "noBreakHyphen" => self.add("\u{2011}"),
            "softHyphen" => self.add("\u{AD}"),
            "sym" => {
                let code = attribute(tag, "char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                // Codes of symbol fonts stand in the private use area, and mean nothing elsewhere.
                let symbol = code.filter(|code| !(0xE000..=0xF8FF).contains(code)).and_then(char::from_u32);
                self.found.symbols += usize::from(symbol.is_none() && !self.run.is_hidden);
                self.add(symbol.unwrap_or('\u{FFFD}').encode_utf8(&mut [0; 4]));
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match name {
            "t" => self.run.is_text = false,
            "r" => self.found.hidden += usize::from(std::mem::take(&mut self.run).is_hidden),
            "p" | "tr" => self.close(),
            _ => {}
        }
    }

    /// Closes the innermost paragraph or row: what a paragraph says goes into the row around it, else into a block.
    fn close(&mut self) {
        let Some(Open { text, kind, row, .. }) = self.open.pop() else { return };
        let paragraphs = row.map_or_else(|| vec![CellParagraph { text, kind }], Row::paragraphs);
        if let Some(row) = self.open.iter_mut().rev().find_map(|open| open.row.as_mut()) {
            return row.add(paragraphs);
        }
        let before = self.found.blocks.len();
        for CellParagraph { text, kind } in paragraphs {
            push(&mut self.found.blocks, &text, kind);
        }
        if self.found.blocks.len() == before {
            self.found.gaps.push(before);
        }
    }

    /// Adds text that stands in a run.
    fn text(&mut self, text: &str) {
        if self.run.is_text && self.skipped == 0 {
            self.add(text);
        }
    }

    fn add(&mut self, text: &str) {
        if let Some(open) = self.open.last_mut().filter(|_| !self.run.is_hidden) {
            open.text.push_str(text);
            open.breaks = 0;
        }
    }

    /// Two line breaks split blocks; whether one does is told once the paragraph is whole.
    fn line_break(&mut self) {
        let Some(open) = self.open.last_mut().filter(|_| !self.run.is_hidden) else { return };
        open.breaks += 1;
        open.text.push(BREAK);
        if open.breaks == 2 && self.open.iter().all(|open| open.row.is_none()) {
            let Some(open) = self.open.last_mut() else { return };
            push(&mut self.found.blocks, &std::mem::take(&mut open.text), open.kind);
        }
    }
}

/// Adds the blocks of a paragraph or a row, white space folded, unless they are empty.
fn push(blocks: &mut Vec<DraftBlock>, text: &str, kind: Option<Kind>) {
    let is_text = matches!(kind, None | Some(Kind::Paragraph));
    let texts = if is_text { line_breaks::split(text) } else { vec![line_breaks::joined(text)] };
    let folded = texts.iter().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
    blocks.extend(folded.filter(|text| !text.is_empty()).map(|text| DraftBlock { text, kind }));
}
