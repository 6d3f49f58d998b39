//! Other documents that a document has in it as they are (`altChunk`), as programs that make documents of pages write them.
//!
//! ```text
//!     <w:altChunk r:id="rId9"/>                            word/document.xml
//!     <Relationship Id="rId9" Target="afchunk.htm"/>       word/_rels/document.xml.rels
//!     <p>The council voted.</p>                            word/afchunk.htm, read in its place
//! ```

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::archive::{Archive, LARGEST_PART};
use super::body::Found;
use super::xml::attribute;
use crate::decoding;
use crate::draft::{Draft, DraftBlock, Kind};
use crate::formats::text;

const RELATIONSHIPS: &str = "word/_rels/document.xml.rels";

/// The most documents in a document that are read; together they have no more bytes than a part may.
const MOST: usize = 64;

/// What came of the documents in a document, beside their blocks.
#[derive(Debug, Default)]
pub(super) struct Inserted {
    /// What is left out of them.
    pub(super) left_out: Vec<DraftBlock>,
    /// What there is to say of how they were read.
    pub(super) remarks: Vec<String>,
    /// How many are not read.
    unread: usize,
}

impl Inserted {
    /// Says how many are not read.
    pub(super) fn remark(&self) -> Option<String> {
        match self.unread {
            0 => None,
            1 => Some("1 document in it is not read".to_owned()),
            count => Some(format!("{count} documents in it are not read")),
        }
    }
}

/// Reads the documents in a document, and inserts their blocks where they belong.
///
/// Cost: linear in their bytes, which are bounded.
///
/// # Errors
///
/// If it is not well-formed where they are.
pub(super) fn insert(found: &mut Found, archive: &mut Archive<'_>) -> Result<Inserted, String> {
    let mut inserted = Inserted::default();
    let chunks = std::mem::take(&mut found.chunks);
    if chunks.is_empty() {
        return Ok(inserted);
    }
    let targets = archive.text(RELATIONSHIPS)?.map_or_else(|| Ok(HashMap::new()), |xml| targets(&xml))?;
    let mut bytes = usize::try_from(LARGEST_PART).unwrap_or(usize::MAX);
    let mut own = std::mem::take(&mut found.blocks).into_iter();
    let mut taken = 0;
    for (count, (at, id)) in chunks.into_iter().enumerate() {
        found.blocks.extend(own.by_ref().take(at - taken));
        taken = at;
        let draft = targets.get(&id).filter(|_| count < MOST).and_then(|name| read(name, archive, &mut bytes));
        let Some(draft) = draft else {
            inserted.unread += 1;
            continue;
        };
        found.blocks.extend(draft.blocks);
        inserted.left_out.extend(draft.left_out);
        inserted.remarks.extend(draft.remarks);
    }
    found.blocks.extend(own);
    Ok(inserted)
}

/// Reads a part by its ending, and takes its bytes off those that may still be read; `None` for what is no page and no text.
fn read(name: &str, archive: &mut Archive<'_>, left: &mut usize) -> Option<Draft> {
    let bytes = archive.bytes(name).ok()??;
    *left = left.checked_sub(bytes.len())?;
    match name.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
        "htm" | "html" | "xhtml" | "mht" | "mhtml" => page(&bytes),
        "txt" => {
            let decoded = decoding::text(&bytes, None).ok()?;
            let mut draft = text::read(&decoded.text.replace("\r\n", "\n"));
            // What it states of itself is text of the document.
            let stated = [
                (draft.title.take(), Kind::Heading),
                (draft.byline.take(), Kind::Byline),
                (draft.date.take(), Kind::Furniture),
            ];
            let stated =
                stated.into_iter().filter_map(|(text, kind)| Some(DraftBlock { text: text?, kind: Some(kind) }));
            draft.blocks.splice(0..0, stated);
            draft.remarks.splice(0..0, decoded.remarks());
            Some(draft)
        }
        _ => None,
    }
}

#[cfg(feature = "html")]
fn page(bytes: &[u8]) -> Option<Draft> {
    crate::formats::html::read(bytes).ok()
}

#[cfg(not(feature = "html"))]
fn page(_: &[u8]) -> Option<Draft> {
    None
}

/// Returns the names of the parts that a document names, by their ids.
fn targets(xml: &str) -> Result<HashMap<String, String>, String> {
    let mut reader = Reader::from_str(xml);
    let mut targets = HashMap::new();
    loop {
        match reader.read_event().map_err(|_| "a part of it is not well-formed")? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "Relationship" => {
                if let (Some(id), Some(target)) = (attribute(&tag, "Id"), attribute(&tag, "Target")) {
                    targets.insert(id, part_name(&target));
                }
            }
            Event::Eof => return Ok(targets),
            _ => {}
        }
    }
}

/// `afchunk.htm`, `../afchunk.htm`, `/word/afchunk.htm`
fn part_name(target: &str) -> String {
    let whole = target.strip_prefix('/').or_else(|| target.strip_prefix("../"));
    whole.map_or_else(|| format!("word/{target}"), str::to_owned)
}
