//! Documents of word processors: Office Open XML (ECMA-376), `.docx`.
//!
//! ```text
//!     word/styles.xml       which style is a title, a heading, a caption
//!     word/document.xml     paragraphs, tables, text boxes       ─► blocks
//!     word/footnotes.xml    word/endnotes.xml                    ─► blocks at the end
//! ```
//!
//! What was deleted while changes were recorded, hidden text and comments are no part of the report; a remark says so. Who
//! made the file and when says nothing of the report, and is not taken for its byline and date.

mod body;
mod styles;
mod xml;

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::draft::{Draft, Kind};
use body::Found;
use styles::Styles;

/// The most bytes that a part may have when it is unpacked.
const LARGEST_PART: u64 = 16 << 20;

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
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| "not a Word document")?;
    let styles =
        part(&mut archive, "word/styles.xml")?.map_or_else(|| Ok(Styles::default()), |xml| Styles::of(&xml))?;
    let document = part(&mut archive, BODY)?.ok_or("not a Word document")?;
    let mut found = body::read(&document, &styles)?;
    for name in NOTES {
        if let Some(notes) = part(&mut archive, name)? {
            found.append(body::read(&notes, &styles)?);
        }
    }
    let comments = part(&mut archive, "word/comments.xml")?.map_or(Ok(0), |xml| body::count(&xml, "comment"))?;
    Ok(draft(found, comments))
}

/// Returns the text of a part; `None` if there is none of that name.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, String> {
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(_) => return Err(format!("{name} in it cannot be unpacked")),
    };
    let mut bytes = Vec::new();
    file.take(LARGEST_PART + 1).read_to_end(&mut bytes).map_err(|_| format!("{name} in it cannot be unpacked"))?;
    if bytes.len() as u64 > LARGEST_PART {
        return Err(format!("{name} in it is larger than {} MB", LARGEST_PART >> 20));
    }
    String::from_utf8(bytes).map(Some).map_err(|_| format!("{name} in it is not UTF-8"))
}

/// Makes a draft of what was found. The first title is the headline, else a heading that the text begins with.
fn draft(found: Found, comments: usize) -> Draft {
    let Found { mut blocks, deleted, hidden } = found;
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
    Draft { remarks: counted.into_iter().filter_map(remark).collect(), blocks, ..Draft::default() }
}

#[cfg(test)]
mod tests;
