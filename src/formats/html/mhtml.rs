//! Pages that a browser saved with all their files in one (RFC 2557): the first part that is a page.

use mailparse::{MailHeaderMap, ParsedMail};

use crate::draft::Draft;

/// Reads an archive of a page.
///
/// # Errors
///
/// A few words where it is no such archive, has no page in it, or that is refused as [`super::read`] refuses one.
pub fn read(bytes: &[u8]) -> Result<Draft, String> {
    let archive = mailparse::parse_mail(bytes).map_err(|_| NO_ARCHIVE.to_owned())?;
    let part = page(&archive).ok_or_else(|| NO_ARCHIVE.to_owned())?;
    let content = part.get_body_raw().map_err(|_| "a saved page that cannot be decoded".to_owned())?;
    let declared = part.ctype.params.get("charset").map(String::as_str);
    let address = [(&archive, "Snapshot-Content-Location"), (part, "Content-Location")];
    let address = address.into_iter().find_map(|(part, header)| part.headers.get_first_value(header));
    super::decode::read(&content, declared, |text| super::page::read(text, address.as_deref()))
}

const NO_ARCHIVE: &str = "no page in it: not saved as a web archive (MHTML)";

/// Returns the first part that is a page.
fn page<'m>(archive: &'m ParsedMail<'m>) -> Option<&'m ParsedMail<'m>> {
    let is_page =
        |part: &&ParsedMail<'_>| matches!(part.ctype.mimetype.as_str(), "text/html" | "application/xhtml+xml");
    archive.parts().find(is_page)
}
