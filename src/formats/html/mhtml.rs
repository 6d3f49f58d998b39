//! Pages that a browser saved with all their files in one (RFC 2557): the first part that is a page.

use mailparse::body::Body;
use mailparse::{MailHeaderMap, ParsedMail};

use super::{decode, page};
use crate::draft::Draft;

/// How far into a file its headers are looked at, in bytes.
const HEAD: usize = 4096;

/// Reads an archive of a page, also one that was cut short, which is said. A page that is named as an archive is read as one.
///
/// Cost: linear in the archive.
///
/// # Errors
///
/// A few words where it is no such archive, has no page in it, or that is refused as [`super::read`] refuses one.
pub fn read(bytes: &[u8]) -> Result<Draft, String> {
    if bytes.trim_ascii_start().starts_with(b"<") {
        return decode::read(bytes, None, |text| page::read(text, None));
    }
    let archive = parsed(bytes, NO_ARCHIVE)?;
    let part = first_page(&archive).ok_or_else(|| NO_ARCHIVE.to_owned())?;
    let content = content(part).ok_or_else(|| "a saved page that cannot be decoded".to_owned())?;
    let declared = part.ctype.params.get("charset").map(String::as_str);
    let address = [(&archive, "Snapshot-Content-Location"), (part, "Content-Location")];
    let address = address.into_iter().find_map(|(part, header)| part.headers.get_first_value(header));
    let mut draft = decode::read(&content, declared, |text| page::read(text, address.as_deref()))?;
    let is_said = || draft.remarks.iter().any(|remark| remark.starts_with("looks cut short"));
    if is_cut(&archive, bytes) && !is_said() {
        draft.remarks.push("looks cut short: the archive has no end".to_owned());
    }
    Ok(draft)
}

const NO_ARCHIVE: &str = "no page in it: not saved as a web archive (MHTML)";

/// Tells whether a file is an archive, whatever its name: it begins with headers, one of which says so.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    const HEADERS: [&str; 6] =
        ["from:", "subject:", "date:", "mime-version:", "content-type:", "snapshot-content-location:"];
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    HEADERS.iter().any(|header| head.starts_with(header)) && head.contains("multipart/related")
}

/// Tells whether what is written as a mail is an archive: it is of related parts, and a browser wrote it and nobody sent it.
pub(super) fn is_saved(archive: &ParsedMail<'_>) -> bool {
    let header = |name: &str| archive.headers.get_first_value(name);
    let is_sent = || header("From").is_some_and(|sender| sender.contains('@'));
    let is_saved = || header("Snapshot-Content-Location").is_some() || !is_sent();
    archive.ctype.mimetype == "multipart/related" && is_saved()
}

/// Returns the first part that is a page.
fn first_page<'m>(archive: &'m ParsedMail<'m>) -> Option<&'m ParsedMail<'m>> {
    archive.parts().find(|part| is_page(part))
}

/// Tells whether a part is a page by its type.
pub(super) fn is_page(part: &ParsedMail<'_>) -> bool {
    matches!(part.ctype.mimetype.as_str(), "text/html" | "application/xhtml+xml")
}

/// Returns what a part holds; of Base64 that was cut within four characters, what is whole.
pub(super) fn content(part: &ParsedMail<'_>) -> Option<Vec<u8>> {
    if let Ok(content) = part.get_body_raw() {
        return Some(content);
    }
    let Body::Base64(body) = part.get_body_encoded() else { return None };
    let code: Vec<u8> = body.get_raw().iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
    let whole = &code[..code.len() - code.len() % 4];
    let part = [b"Content-Transfer-Encoding: base64\r\n\r\n", whole].concat();
    mailparse::parse_mail(&part).ok()?.get_body_raw().ok()
}

/// How many words a mail may have that are encoded by themselves: who decodes those of a field takes the square of them.
const ENCODED: usize = 8192;

/// Parses a mail or an archive; `none` says that it is none.
pub(super) fn parsed<'b>(bytes: &'b [u8], none: &str) -> Result<ParsedMail<'b>, String> {
    if memchr::memmem::find_iter(bytes, b"=?").nth(ENCODED).is_some() {
        return Err("more encoded words than any mail has".to_owned());
    }
    mailparse::parse_mail(bytes).map_err(|_| none.to_owned())
}

/// Tells whether an archive of several parts has no end.
pub(super) fn is_cut(archive: &ParsedMail<'_>, bytes: &[u8]) -> bool {
    archive.ctype.params.get("boundary").is_some_and(|boundary| {
        let end = format!("--{boundary}--");
        memchr::memmem::rfind(bytes, end.as_bytes()).is_none()
    })
}
