//! What the first bytes of a file say of its format, where they are certain.
//!
//! ```text
//!     <?xml …?> <!-- … --> <!doctype html> <…      a page
//!     <html lang="en"> <…                          a page
//!     MIME-Version: 1.0 ⏎ Content-Type: multipart/related …        a saved page; a mail, if somebody sent it
//!     Content-Type: multipart/mixed; boundary="b"                  a mail
//!     PK 03 04 … [Content_Types].xml … word/document.xml           a document of a word processor
//!     <html> is the first tag that we meet.        a text that talks of pages
//! ```
//!
//! Names lie: browsers save a page as `.txt`, mail programs take endings off. Plain text and Markdown have no such bytes,
//! and are told by their names alone.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// How far into a file a page may begin, and the head of a saved page may go, in bytes.
const HEAD: usize = 1 << 16;

/// The longest line that a program sets above a mail, in bytes.
const FIRST_LINE: usize = 256;

/// The document in an archive of a word processor.
const DOCUMENT: &[u8] = b"word/document.xml";

/// Begins the names of what such an archive begins with.
const FIRST: [&[u8]; 4] = [b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/"];

/// Returns the usual ending of the format that bytes are certain of.
///
/// Cost: linear in the bytes of an archive, else bounded.
pub(super) fn ending(bytes: &[u8]) -> Option<&'static str> {
    if is_word(bytes) {
        return Some("docx");
    }
    let head = decoded(&bytes[..bytes.len().min(HEAD)]);
    if is_page(&head) { Some("html") } else { mail_ending(&head) }
}

/// Begins a piece of a page that stands alone, without the page around it.
const BLOCKS: [&str; 14] = [
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "article",
    "section",
    "main",
    "header",
    "figure",
    "blockquote",
    "table",
    "ul",
    "body",
];

/// Tells whether a plain text is a piece of a page: it begins with the tag of a block and ends with the end of one, and so does what
/// stands between blank lines.
///
/// Cost: linear in the bytes.
pub(super) fn is_piece_of_page(bytes: &[u8]) -> bool {
    let is_block = |text: &str, start: &str| {
        let name = text.strip_prefix(start).unwrap_or("");
        let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
        BLOCKS.iter().any(|block| block.eq_ignore_ascii_case(name))
    };
    // A text of other bytes than ASCII's in one byte is one as well; its tags are ASCII.
    let bare = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii();
    if !bare.starts_with(b"<") || !bare.ends_with(b">") {
        return false;
    }
    let text = String::from_utf8_lossy(bare);
    let last = text.rfind('<').map_or("", |at| &text[at..]);
    let mut is_below_blank = false;
    let is_marked = |line: &str| {
        let line = line.trim_start();
        let begins_otherwise = is_below_blank && !line.is_empty() && !line.starts_with('<');
        is_below_blank = line.is_empty();
        !begins_otherwise
    };
    is_block(&text, "<") && is_block(last, "</") && text.lines().all(is_marked)
}

/// Decodes the head of a text as far as letters of ASCII go: by its mark, else as UTF-8.
fn decoded(head: &[u8]) -> Cow<'_, str> {
    match Encoding::for_bom(head) {
        Some((encoding, length)) if encoding == UTF_16LE || encoding == UTF_16BE => {
            encoding.decode_without_bom_handling(&head[length..]).0
        }
        Some((_, length)) => String::from_utf8_lossy(&head[length..]),
        None => String::from_utf8_lossy(head),
    }
}

/// Tells whether bytes are an archive as word processors write it, with a document in it.
fn is_word(bytes: &[u8]) -> bool {
    let first = bytes.strip_prefix(b"PK\x03\x04").and_then(|entry| entry.get(26..));
    let is_package = first.is_some_and(|name| FIRST.iter().any(|known| name.starts_with(known)));
    is_package && memchr::memmem::find(bytes, DOCUMENT).is_some()
}

/// Tells whether a text begins with the tag or the document type of a page, and a tag or nothing follows.
fn is_page(head: &str) -> bool {
    let Some(start) = after_comments(head) else { return false };
    let Some(end) = start.find('>').filter(|_| begins_page(start)) else { return false };
    after_comments(&start[end + 1..]).is_some_and(|next| next.is_empty() || next.starts_with('<'))
}

fn begins_page(text: &str) -> bool {
    let after =
        |word: &str| text.get(..word.len()).filter(|own| own.eq_ignore_ascii_case(word)).map(|_| &text[word.len()..]);
    let is_html = |rest: &str| rest.starts_with(|c: char| c.is_ascii_whitespace() || c == '>');
    let doctype = || after("<!doctype").map(str::trim_start).filter(|name| name.len() > 4 && name.is_char_boundary(4));
    after("<html").is_some_and(is_html)
        || doctype().is_some_and(|name| name[..4].eq_ignore_ascii_case("html") && is_html(&name[4..]))
}

/// Returns what follows space, comments and the declaration of XML; `None` if one of them has no end.
fn after_comments(mut text: &str) -> Option<&str> {
    loop {
        text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
        let (rest, end) = match (text.strip_prefix("<!--"), text.strip_prefix("<?")) {
            (Some(rest), _) => (rest, "-->"),
            (None, Some(rest)) => (rest, "?>"),
            (None, None) => return Some(text),
        };
        text = rest.split_once(end)?.1;
    }
}

/// Returns the ending of an archive of a page, or of a mail as programs keep it, if a text begins with the head of one: fields up
/// to a blank line, which say that it has parts or is encoded; below a line that some programs set above a mail, that
/// somebody sent it is enough.
fn mail_ending(head: &str) -> Option<&'static str> {
    let below = mail_start(head.as_bytes()).and_then(|start| head.get(start..));
    let (is_kept, head) = below.map_or((false, head), |head| (true, head));
    let (mut has_version, mut has_parts) = (false, false);
    let (mut is_related, mut is_saved, mut is_sent) = (false, false, false);
    let mut field = String::new();
    for line in head.lines().take_while(|line| !line.trim().is_empty()) {
        if !line.starts_with([' ', '\t']) {
            let (name, _) = line.split_once(':').filter(|(name, _)| is_field(name))?;
            has_version |= name.eq_ignore_ascii_case("mime-version");
            field.clear();
        }
        field.push_str(&line.to_ascii_lowercase());
        is_related |= field.starts_with("content-type:") && field.contains("multipart/related");
        has_parts |= field.starts_with("content-type:") && tells_parts(&field) || is_encoded(&field);
        is_sent |= field.starts_with("from:") && field.contains('@');
        is_saved |= field.starts_with("snapshot-content-location:");
    }
    (has_version && has_parts || is_kept && is_sent).then_some(if is_related && (is_saved || !is_sent) {
        "mhtml"
    } else {
        "eml"
    })
}

/// Returns where a mail begins below a line that programs set above it: its length in bytes, or `From` with who sent it and when.
pub(super) fn mail_start(bytes: &[u8]) -> Option<usize> {
    let end = memchr::memchr(b'\n', &bytes[..bytes.len().min(FIRST_LINE)])?;
    let line = std::str::from_utf8(&bytes[..end]).ok()?.trim();
    let is_length = || !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit());
    let is_from = || line.starts_with("From ") && line.matches(':').count() == 2 && line.split(' ').count() > 6;
    (is_length() || is_from()).then_some(end + 1)
}

/// Tells whether a type is one of several parts.
fn tells_parts(field: &str) -> bool {
    let is_mail = || ["multipart/alternative", "multipart/mixed"].iter().any(|kind| field.contains(kind));
    field.contains("multipart/related") || is_mail() && field.contains("boundary=")
}

/// Tells whether a field says that the text is not to be read as it stands.
fn is_encoded(field: &str) -> bool {
    let way = field.strip_prefix("content-transfer-encoding:").map(str::trim);
    way.is_some_and(|way| matches!(way, "base64" | "quoted-printable"))
}

/// Tells whether a word may name a field of mail.
fn is_field(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An archive whose first entry has a name.
    fn archive(name: &str, rest: &str) -> Vec<u8> {
        let mut bytes = b"PK\x03\x04\x14\0\0\0\0\0".to_vec();
        bytes.resize(30, 0);
        [&bytes[..], name.as_bytes(), rest.as_bytes()].concat()
    }

    #[test]
    fn pages_are_told_whatever_stands_before_them() {
        for page in [
            "<!doctype html><p>Boats",
            "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n<html>",
            "\u{FEFF}\n <!-- saved from url=(0030)https://wire.example/1 -->\n<!doctype html>\n<!-- a > b --><html lang=en><head>",
            "<?xml version='1.0'?><!DOCTYPE html><html xmlns='x'>",
            "<html>\n<body>",
            "<HTML lang=\"de\"><body>",
            "<html>",
        ] {
            assert_eq!(ending(page.as_bytes()), Some("html"), "{page}");
        }
        let wide: Vec<u8> = "\u{FEFF}<!doctype html><p>Fähre".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(ending(&wide), Some("html"));
    }

    #[test]
    fn texts_that_talk_of_pages_are_none() {
        for text in [
            "<html> is the first tag that we meet.",
            "<!doctype html> begins each page.\n<html>",
            "How a page begins\n\n<!doctype html>\n<html>",
            "    ```\n<!doctype html>",
            "<!doctype svg><svg>",
            "<?xml version='1.0'?><rss>",
            "<!-- no end <html><body>",
            "<htmlx><body>",
            "<p>Three boats.</p>",
            "<!doctype",
            "",
        ] {
            assert_eq!(ending(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn pieces_of_pages_are_told_by_their_blocks() {
        for piece in [
            "<p>Three boats.</p>",
            "\u{FEFF}\n<DIV class=\"a\">\n<p>Three boats.\n\n<p>Two.</DIV>\n",
            "<h1>Boats</h1>\n\n<p>Three.</p>",
        ] {
            assert!(is_piece_of_page(piece.as_bytes()), "{piece}");
        }
        for text in [
            "<p>Three boats.",
            "<p> is a tag, and so is </p>.",
            "<p>Three boats.</p>\n\nTwo boats, and a <p>.</p>",
            "<b>Three boats.</b>",
            "<pre>Three boats.</pre>",
            "<Paula> Three boats? </p>",
            "Three boats.</p>",
            "",
        ] {
            assert!(!is_piece_of_page(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn saved_pages_are_told_by_their_fields() {
        let saved = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://wire.example/1\r\nMIME-Version: 1.0\r\n\
                     Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"b\"\r\n\r\n--b\r\n";
        assert_eq!(ending(saved.as_bytes()), Some("mhtml"));
        assert_eq!(ending(saved.replace("Content-Type: multi", "Content-Type:\r\n multi").as_bytes()), Some("mhtml"));
        let mail =
            "Return-Path: <a@b.example>\nMIME-Version: 1.0\nContent-Type: multipart/alternative;\n boundary=x\n\n--x";
        let encoded = "MIME-Version: 1.0\nContent-Transfer-Encoding: Quoted-Printable\n\nF=C3=A4hre";
        let counted = format!("1017   \n{mail}");
        let related =
            saved.replace("<Saved by Blink>", "Ann <ann@wire.example>").replace("Snapshot-Content", "Content");
        let kept = "From a@b.example Tue Jun 16 14:30:00 2026\nFrom: Ann <a@b.example>\nSubject: Boats\n\nText.";
        for mail in [mail, encoded, &counted, &related, kept] {
            assert_eq!(ending(mail.as_bytes()), Some("eml"), "{mail}");
        }
        for text in [
            "From: <Saved by Blink>\n\nMIME-Version: 1.0\nContent-Type: multipart/related\n",
            "MIME-Version: 1.0\nContent-Type: text/plain\n\nThree boats.",
            "MIME-Version: 1.0\nContent-Transfer-Encoding: 8bit\n\nThree boats.",
            "MIME-Version: 1.0\nContent-Type: multipart/mixed\nSubject: multipart/related\n\n",
            "17\nThe boats left.\nFrom: a@b.example\n\n",
            "From: Ann <a@b.example>\nSubject: Boats\n\nText.",
            "A page has MIME-Version: 1.0\nContent-Type: multipart/related\n\n",
        ] {
            assert_eq!(ending(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn documents_are_told_from_other_archives() {
        assert_eq!(ending(&archive("[Content_Types].xml", "… word/document.xml")), Some("docx"));
        assert_eq!(ending(&archive("word/document.xml", "<w:p>")), Some("docx"));
        assert_eq!(ending(&archive("[Content_Types].xml", "… xl/workbook.xml")), None);
        // A document in an archive.
        assert_eq!(ending(&archive("report.docx", "… word/document.xml")), None);
        assert_eq!(ending(b"PK\x03\x04"), None);
    }
}
