//! Documents of word processors: Office Open XML (ECMA-376), `.docx`.
//!
//! ```text
//!     word/styles.xml       which style is a title, a heading, a caption
//!     word/document.xml     paragraphs, tables, text boxes       ─► blocks
//!     word/afchunk.htm      a page in it                         ─► blocks in its place
//!     word/footnotes.xml    word/endnotes.xml                    ─► blocks at the end
//! ```
//!
//! What was deleted while changes were recorded, hidden text and comments are no part of the report; a remark says so. Who
//! made the file and when says nothing of the report, and is not taken for its byline and date.

mod archive;
mod body;
mod chunks;
mod row;
mod styles;
mod wrapped;
mod xml;

use super::{exports, field_codes};
use crate::draft::{Draft, Kind};
use archive::Archive;
use body::Found;
use styles::Styles;

/// The document itself, and its notes.
const BODY: &str = "word/document.xml";
const NOTES: [&str; 2] = ["word/footnotes.xml", "word/endnotes.xml"];

/// Reads a document from the bytes of its file.
///
/// Cost: linear in the text, which is bounded whatever the archive claims.
///
/// # Errors
///
/// If it is no archive with a document in it, if a part is too large or no XML, in a few words.
pub(super) fn read(bytes: &[u8]) -> Result<Draft, String> {
    let mut archive = Archive::of(bytes).ok_or("not a Word document")?;
    let styles = archive.text("word/styles.xml")?.map_or_else(|| Ok(Styles::default()), |xml| Styles::of(&xml))?;
    let document = archive.text(BODY)?.ok_or("not a Word document")?;
    let mut found = body::read(&document, &styles)?;
    let joined = wrapped::join(&mut found);
    let inserted = chunks::insert(&mut found, &mut archive)?;
    for name in NOTES {
        if let Some(notes) = archive.text(name)? {
            found.append(body::read(&notes, &styles)?);
        }
    }
    let comments = archive.text("word/comments.xml")?.map_or(Ok(0), |xml| body::count(&xml, "comment"))?;
    let mut draft = draft(found, comments);
    draft.remarks.extend(joined.remarks());
    draft.remarks.extend(inserted.remark());
    draft.remarks.extend(inserted.remarks);
    draft.left_out = inserted.left_out;
    field_codes::settle(&mut draft);
    exports::settle(&mut draft);
    Ok(draft)
}

/// Makes a draft of what was found. The first title is the headline, else a heading that the text begins with.
fn draft(found: Found, comments: usize) -> Draft {
    let Found { mut blocks, deleted, hidden, symbols, .. } = found;
    let title = blocks.iter().position(|block| block.kind == Some(Kind::Headline));
    let begins_with_heading = blocks.first().is_some_and(|block| block.kind == Some(Kind::Heading));
    let headline = title.or(begins_with_heading.then_some(0));
    for (k, block) in blocks.iter_mut().enumerate() {
        if Some(k) == headline {
            block.kind = Some(Kind::Headline);
        } else if block.kind == Some(Kind::Headline) {
            block.kind = Some(Kind::Heading);
        }
    }
    let remark = |(count, one, more): (usize, &str, &str)| {
        (count > 0).then(|| format!("{count} {} left out", if count == 1 { one } else { more }))
    };
    let counted = [
        (deleted, "deletion", "deletions"),
        (hidden, "hidden passage", "hidden passages"),
        (comments, "comment", "comments"),
    ];
    let signs = if symbols == 1 { "1 sign" } else { &format!("{symbols} signs") };
    let shown = (symbols > 0).then(|| format!("{signs} of a font of symbols shown as \u{FFFD}"));
    Draft { remarks: counted.into_iter().filter_map(remark).chain(shown).collect(), blocks, ..Draft::default() }
}

#[cfg(test)]
mod tests;
