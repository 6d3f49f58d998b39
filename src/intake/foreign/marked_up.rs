//! Files that have the letters of a text between marks for programs, and are no article as they stand.
//!
//! ```text
//!     <?xml …?><rss version="2.0">            a news feed
//!     <plist …><key>URL</key>                 a link
//!     1 ⏎ 00:00:01,000 --> 00:00:04,000       subtitles
//!     From ann@wire.example Tue Jun 16 …      a mailbox
//! ```

/// Roots of XML that are certain of what the file is. Prefixes are those that programs write.
const ROOTS: [(&str, &str); 9] = [
    ("rss", FEED),
    ("rdf:RDF", FEED),
    ("feed", FEED),
    ("office:document", "a flat OpenDocument file; try: soffice --headless --convert-to docx FILE"),
    ("w:wordDocument", WORD),
    ("pkg:package", WORD),
    ("plist", "a property list of Apple; where it is a link, name the address"),
    ("svg", "a drawing (SVG), not text"),
    ("opml", FEED),
];

const FEED: &str = "a news feed; open its articles one by one, by their addresses";
const WORD: &str = "a Word document in XML; save it as .docx";
const SUBTITLES: &str = "subtitles; try: grep -Ev -- '-->|^[0-9]+.?$|^WEBVTT' FILE | diptych - OTHER";
const LINK: &str = "a link; name the address";
const MAILBOX: &str = "a mailbox; save the mail as .eml";

/// How far into a file it is told what it is, in bytes.
const BEGINNING: usize = 1 << 12;

/// Returns what a file is, without space before it; `None` for a text.
///
/// Cost: linear in what a mailbox holds, else bounded.
pub(super) fn name(bytes: &[u8]) -> Option<&'static str> {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(BEGINNING)]);
    let text: &str = &text;
    if text.starts_with('<') {
        let root = root(text)?;
        return ROOTS.iter().find(|(name, _)| *name == root).map(|(_, what)| *what);
    }
    let mut lines = text.lines().map(str::trim);
    let (first, second) = (lines.next()?, lines.next().unwrap_or(""));
    if first == "[InternetShortcut]" && text.contains("URL=") {
        Some(LINK)
    } else if first.bytes().all(|byte| byte.is_ascii_digit()) && is_time_span(second)
        || first.starts_with("WEBVTT") && text.contains(" --> ")
    {
        Some(SUBTITLES)
    } else if is_mailbox(first, second) && memchr::memmem::find(bytes, b"\nFrom ").is_some() {
        // One mail with that line above it is read as a mail.
        Some(MAILBOX)
    } else {
        None
    }
}

/// Returns the name of the first element of a text that begins with a declaration of XML; one without is text that talks of tags,
/// or a page.
fn root(text: &str) -> Option<&str> {
    let mut rest = text.strip_prefix("<?xml")?.split_once("?>")?.1;
    loop {
        rest = rest.trim_start();
        let (inner, end) = if let Some(inner) = rest.strip_prefix("<!--") {
            (inner, "-->")
        } else if let Some(inner) = rest.strip_prefix("<?").or_else(|| rest.strip_prefix("<!")) {
            (inner, ">")
        } else {
            break;
        };
        rest = inner.split_once(end)?.1;
    }
    let name = rest.strip_prefix('<')?;
    Some(&name[..name.find(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/'))?])
}

/// `00:00:01,000 --> 00:00:04,000`
fn is_time_span(line: &str) -> bool {
    let is_time = |text: &str| {
        text.len() >= 9 && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b',' | b'.'))
    };
    line.split_once(" --> ").is_some_and(|(from, to)| is_time(from) && to.split(' ').next().is_some_and(is_time))
}

/// `From ann@wire.example Tue Jun 16 14:30:00 2026`, and a field below it.
fn is_mailbox(first: &str, second: &str) -> bool {
    let words: Vec<&str> = first.split_whitespace().take(8).collect();
    let is_line = words.len() >= 7 && words[0] == "From" && words[5].split(':').count() == 3;
    let is_field = |line: &str| {
        line.split_once(':')
            .is_some_and(|(name, _)| !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
    };
    is_line && is_field(second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_for_programs_are_named() {
        for (text, expected) in [
            ("<?xml version='1.0'?><rss version='2.0'><channel>", FEED),
            ("<?xml version='1.0'?>\n<!-- of today -->\n<?xml-stylesheet href='x'?><feed xmlns='x'>", FEED),
            ("<?xml version='1.0'?><?mso-application progid='Word.Document'?><w:wordDocument>", WORD),
            ("<?xml version='1.0'?><!DOCTYPE plist PUBLIC 'x'>\n<plist version='1.0'>", ROOTS[6].1),
            ("<?xml version='1.0'?><office:document office:version='1.3'>", ROOTS[3].1),
            ("[InternetShortcut]\r\nURL=https://wire.example/1\r\n", LINK),
            ("1\r\n00:00:01,000 --> 00:00:04,000\r\nThe boats left.", SUBTITLES),
            ("WEBVTT\n\n00:01.000 --> 00:04.000\nThe boats left.", SUBTITLES),
            (
                "From ann@wire.example Tue Jun 16 14:30:00 2026\nSubject: Boats\n\nText.\n\nFrom bo@wire.example …",
                MAILBOX,
            ),
        ] {
            assert_eq!(name(text.as_bytes()), Some(expected), "{text}");
        }
    }

    #[test]
    fn texts_are_none_of_them() {
        for text in [
            "<rss> is the tag that a feed begins with.",
            "<?xml version='1.0'?><article>",
            "<?xml version='1.0'?><!DOCTYPE html><html>",
            "<?xml",
            "1\nThe boats left at 00:00:01,000 --> 00:00:04,000.",
            "[InternetShortcut]\nWhat it is",
            "WEBVTT is a format.",
            "From ann at the quay we heard: it is over now\nSubject: Boats",
            "From ann@wire.example Tue Jun 16 14:30:00 2026\nThe boats left.\nFrom here",
            "From ann@wire.example Tue Jun 16 14:30:00 2026\nSubject: Boats\n\nOne mail.",
            "",
        ] {
            assert_eq!(name(text.as_bytes()), None, "{text}");
        }
    }
}
