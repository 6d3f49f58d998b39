//! What a file is that is no text, and what helps with it.
//!
//! ```text
//!     %PDF-1.7 …            a PDF; try: pdftotext -layout FILE - | diptych - OTHER
//!     PK … mimetype …       an EPUB; try: pandoc -t plain --wrap=none FILE | diptych - OTHER
//!     PK … (cut)            an archive or a document that is cut short: its end is missing
//!     89 PNG …              an image (PNG), not text
//!     <rss version="2.0">   a news feed; open its articles one by one
//! ```
//!
//! A file is what its first bytes say, whatever its name says.

mod marked_up;
mod seven_bit;

use infer::MatcherType;

use crate::formats;

/// The bytes that tell what a file is; of an archive, all of them do.
pub(super) const HEAD: u64 = 1 << 16;

/// What an archive (ZIP) begins with, and what its last record does, which is in so many bytes at its end.
const ARCHIVE: &[u8] = b"PK\x03\x04";
const LAST_RECORD: &[u8] = b"PK\x05\x06";
const END: usize = (1 << 16) + 22;

/// Returns what a file is that has the letters of a text and is none: a PDF, an RTF file, a feed, a mailbox, or one in an encoding that is
/// not read.
///
/// Cost: linear in what a mailbox or a text of ASCII holds, else bounded.
pub(super) fn written(bytes: &[u8]) -> Option<&'static str> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    if bytes.starts_with(b"%PDF-") {
        Some("a PDF; try: pdftotext -layout FILE - | diptych - OTHER")
    } else if bytes.starts_with(b"{\\rtf") {
        Some("an RTF file; try: pandoc -f rtf -t plain --wrap=none FILE | diptych - OTHER")
    } else if bytes.starts_with(b"%!PS") {
        Some("a PostScript file; try: ps2ascii FILE | diptych - OTHER")
    } else {
        marked_up::name(bytes).or_else(|| seven_bit::name(bytes))
    }
}

/// Returns what a whole file is: as [`name`] does, but an archive without an end is one that is cut short.
///
/// Cost: linear in the bytes.
pub(super) fn whole(bytes: &[u8]) -> Option<String> {
    let has_end = || memchr::memmem::find(&bytes[bytes.len().saturating_sub(END)..], LAST_RECORD).is_some();
    let is_cut = bytes.starts_with(ARCHIVE) && !has_end();
    let cut = is_cut.then(|| "an archive or a document that is cut short: its end is missing".to_owned());
    cut.or_else(|| name(bytes))
}

/// Returns what a file is; `None` if its bytes are those of a text, of a format that is read, or of nothing that is known.
///
/// Cost: linear in the bytes.
pub(super) fn name(bytes: &[u8]) -> Option<String> {
    if formats::of_bytes(bytes).is_some() {
        return None;
    }
    written(bytes).or_else(|| packed(bytes)).map(str::to_owned).or_else(|| binary(bytes))
}

/// Begins a container (OLE), and the name of what every mail has in one, in UTF-16.
const CONTAINER: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
const OF_A_MAIL: &[u8] = b"_\0_\0p\0r\0o\0p\0e\0r\0t\0i\0e\0s\0_\0v\0e\0r\0s\0i\0o\0n\x001\0.\x000\0";

/// Returns which document an archive (ZIP), a container (OLE) or a property list is.
fn packed(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(CONTAINER) {
        return Some(if memchr::memmem::find(bytes, OF_A_MAIL).is_some() {
            "a mail of Outlook (.msg); save it as .eml or as text"
        } else {
            "a Word, Excel or PowerPoint file with a password or of before 2007, or a mail of Outlook; save it as .docx without \
             a password, the mail as text"
        });
    }
    if bytes.starts_with(b"bplist00") {
        return Some(if memchr::memmem::find(bytes, b"WebMainResource").is_some() {
            "a web archive of Safari; open it there and save it as page source (.html), or copy its text"
        } else {
            "a property list of Apple, not text; where it is a link, name the address"
        });
    }
    if !bytes.starts_with(ARCHIVE) {
        return None;
    }
    // The first entry of these is not compressed and says it.
    let begins = |text: &[u8]| bytes.get(30..).is_some_and(|entry| entry.starts_with(text));
    let holds = |part: &[u8]| begins(b"[Content_Types].xml") && memchr::memmem::find(bytes, part).is_some();
    if begins(b"mimetypeapplication/epub+zip") {
        Some("an EPUB; try: pandoc -t plain --wrap=none FILE | diptych - OTHER")
    } else if begins(b"mimetypeapplication/vnd.oasis.opendocument.text") {
        Some("an ODT; try: pandoc -f odt -t plain --wrap=none FILE | diptych - OTHER")
    } else if begins(b"mimetypeapplication/vnd.oasis.opendocument.") {
        Some("an OpenDocument file, not text")
    } else if holds(b"ppt/presentation.xml") {
        Some("a PowerPoint file; save its text as .docx or .txt")
    } else if holds(b"xl/workbook.xml") {
        Some("an Excel file, not text")
    } else if !cfg!(feature = "docx") && holds(b"word/document.xml") {
        Some("a DOCX; try: pandoc -f docx -t plain --wrap=none FILE | diptych - OTHER")
    } else {
        None
    }
}

/// Returns what a binary file is, by its kind and its usual ending.
fn binary(bytes: &[u8]) -> Option<String> {
    let known = infer::get(bytes)?;
    let ending = known.extension().to_uppercase();
    Some(match known.matcher_type() {
        MatcherType::Image => format!("an image ({ending}), not text"),
        MatcherType::Audio => format!("a sound ({ending}), not text"),
        MatcherType::Video => format!("a video ({ending}), not text"),
        MatcherType::Archive if ending == "GZ" => "an archive (GZ); try: gunzip -c FILE | diptych - OTHER".to_owned(),
        MatcherType::Archive => format!("an archive ({ending}); unpack it first"),
        MatcherType::Font => format!("a font ({ending}), not text"),
        MatcherType::App => format!("a program ({ending}), not text"),
        MatcherType::Doc | MatcherType::Book => format!("a document ({ending}), not text"),
        MatcherType::Text | MatcherType::Custom => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        let found = name(bytes).unwrap_or_default();
        assert!(found.starts_with(expected), "{found}");
    }

    /// The beginning of an archive whose first entry has a name and a content.
    fn archive(name: &str, content: &str) -> Vec<u8> {
        let mut bytes = b"PK\x03\x04\x14\0\0\0\0\0".to_vec();
        bytes.resize(26, 0);
        bytes.extend([name.len() as u8, 0, 0, 0]);
        [&bytes[..], name.as_bytes(), content.as_bytes()].concat()
    }

    #[test]
    fn files_are_named_for_what_they_are() {
        check(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3", "a PDF; try: pdftotext -layout FILE - | diptych - OTHER");
        check(b"{\\rtf1\\ansi The boats", "an RTF file; try: pandoc");
        check(&archive("mimetype", "application/epub+zip"), "an EPUB; try: pandoc -t plain --wrap=none FILE");
        check(&archive("mimetype", "application/vnd.oasis.opendocument.text"), "an ODT; try: pandoc");
        let document = archive("[Content_Types].xml", "… word/document.xml");
        assert_eq!(name(&document).is_none(), cfg!(feature = "docx"));
        assert_eq!(whole(&document).as_deref(), Some("an archive or a document that is cut short: its end is missing"));
        check(&archive("[Content_Types].xml", "… ppt/presentation.xml"), "a PowerPoint file");
        check(&archive("[Content_Types].xml", "… xl/workbook.xml"), "an Excel file");
        check(&archive("a.txt", "ppt/presentation.xml"), "an archive (ZIP)");
        check(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "an image (PNG), not text");
        check(b"\xFF\xD8\xFF\xE0\0\x10JFIF", "an image (JPG), not text");
        check(b"\x1f\x8b\x08\0\0\0\0\0", "an archive (GZ); try: gunzip -c FILE");
        check(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0", "a Word, Excel or PowerPoint file");
        check(&[CONTAINER, b"\0\0", OF_A_MAIL].concat(), "a mail of Outlook (.msg); save it as .eml");
        check(b"bplist00\xD1\x01\x02_\x10\x0FWebMainResource", "a web archive of Safari; open it there");
        check(b"bplist00\xD1\x01\x02SURL", "a property list of Apple");
        assert_eq!(name(b"\0\x01\x02"), None);
        assert_eq!(name(b"<html><p>The boats"), None);
    }

    proptest! {
        #[test]
        fn any_bytes_are_looked_at(
            head in prop::sample::select(vec![&b""[..], b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"II*\0", b"\0\0\0\x18ftyp", b"RIFF", b"BM", b"\x1F\x8B", b"\x7FELF", b"MZ"]),
            bytes in prop::collection::vec(any::<u8>(), 0..200),
        ) {
            let _ = name(&[head, &bytes].concat());
            let _ = name(&[&archive("[Content_Types].xml", ""), &bytes[..]].concat());
        }
    }
}
