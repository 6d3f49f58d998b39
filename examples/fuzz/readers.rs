//! What reads an input, and what of it may not come out.

use diptych::article::{Article, PatternKind, Patterns};
use diptych::decoding;
use diptych::draft::{Draft, DraftBlock};
use diptych::intake::{clean, read_bytes, story_file};

use crate::fragments;
use crate::printers::printed;

/// A reader, and what its inputs are made of.
pub struct Reader {
    pub name: &'static str,
    /// Pieces of its format.
    pub fragments: &'static [&'static str],
    /// What stands before all of them, if anything must.
    pub head: &'static str,
    /// Makes a file of the text that was put together and changed.
    pub packed: fn(Vec<u8>, usize) -> Vec<u8>,
    /// Reads a file: what leaks, if anything does, or that it is refused.
    pub read: fn(&[u8]) -> Result<Option<String>, ()>,
}

/// All readers.
pub static READERS: [Reader; 11] = [
    Reader { fragments: fragments::TEXT, ..reader("text", "", |bytes| read("a.txt", bytes)) },
    Reader { fragments: fragments::MARKDOWN, ..reader("Markdown", "", |bytes| read("a.md", bytes)) },
    Reader { fragments: fragments::FRONT_MATTER, ..reader("front matter", "", |bytes| read("a.md", bytes)) },
    Reader { fragments: fragments::PAGE, ..reader("page", "", |bytes| read("a.html", bytes)) },
    Reader { fragments: fragments::SAVED_PAGE, ..reader("saved page", fragments::MAIL, |bytes| read("a.mht", bytes)) },
    Reader { fragments: fragments::SENT_PARTS, ..reader("mail", fragments::SENT, |bytes| read("a.eml", bytes)) },
    Reader { fragments: fragments::DOCUMENT, packed: archive, ..reader("document", "", |bytes| read("a.docx", bytes)) },
    Reader { fragments: fragments::ENCODINGS, packed: encoded, ..reader("encodings", "", decode) },
    Reader { fragments: fragments::STORY, ..reader("story.toml", "", story) },
    Reader { fragments: fragments::PRINTED, ..reader("printers", "", printed) },
    Reader { fragments: fragments::DATES, ..reader("dates", "", patterns) },
];

const fn reader(name: &'static str, head: &'static str, read: fn(&[u8]) -> Result<Option<String>, ()>) -> Reader {
    Reader { name, fragments: &[], head, packed: |bytes, _| bytes, read }
}

fn read(name: &str, bytes: &[u8]) -> Result<Option<String>, ()> {
    read_bytes(name, bytes).map(|article| leak(&article)).map_err(|trouble| {
        assert!(is_clean(&trouble.to_string()), "{trouble:?}");
    })
}

/// Returns a text of an article that holds what steers a terminal.
fn leak(article: &Article) -> Option<String> {
    let Article {
        source,
        outlet,
        headline,
        byline,
        date,
        language,
        address,
        unused,
        blocks,
        left_out,
        shows_left_out: _,
        is_mail: _,
        others: _,
    } = article;
    let stated = [outlet, headline, byline, date, language, address].into_iter().flatten();
    let texts = blocks.iter().map(|block| &block.text).chain(left_out).chain(stated).chain(&unused.keys);
    texts.chain([source]).find(|text| !is_clean(text)).cloned()
}

fn is_clean(text: &str) -> bool {
    !text.contains(char::is_control) && clean::text(text) == text
}

/// Decodes bytes, by what they declare first.
fn decode(bytes: &[u8]) -> Result<Option<String>, ()> {
    let label = bytes.split(|byte| *byte == b'\n').next().and_then(|line| std::str::from_utf8(line).ok());
    let declared = decoding::text(bytes, label).map_err(|_| ())?;
    assert!(declared.undecoded == 0 || declared.text.contains(char::REPLACEMENT_CHARACTER));
    read("a.txt", bytes)
}

fn story(bytes: &[u8]) -> Result<Option<String>, ()> {
    let text = decoding::text(bytes, None).map_err(|_| ())?;
    let story = story_file::parse(&text.text).map_err(|_| ())?;
    let stated = story.articles.iter().flat_map(|article| [&article.stated.outlet, &article.stated.date]);
    let texts = stated.flatten().chain(&story.name).chain(&story.remarks);
    Ok(texts.into_iter().find(|text| !is_clean(text)).cloned())
}

/// Reads lines by patterns that are among them.
fn patterns(bytes: &[u8]) -> Result<Option<String>, ()> {
    let text = String::from_utf8_lossy(bytes);
    // The reader of a text takes these off.
    let text = clean::text(&text).replace('\u{AD}', "");
    let kinds = [PatternKind::Furniture, PatternKind::Byline];
    let own: Vec<_> = text.lines().take(8).enumerate().map(|(k, line)| (kinds[k % 2], line.to_owned())).collect();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let blocks: Vec<_> = lines.map(|line| DraftBlock { text: line.to_owned(), kind: None }).collect();
    if blocks.is_empty() {
        return Err(());
    }
    let draft = Draft { date: blocks.first().map(|block| block.text.clone()), blocks, ..Draft::default() };
    Ok(leak(&Article::from_draft_by("a.txt", draft, &Patterns::with(&own))))
}

/// Packs the text of a document as word processors do; sometimes it is cut.
fn archive(body: Vec<u8>, choice: usize) -> Vec<u8> {
    use std::io::{Cursor, Write};

    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let other = ["word/footnotes.xml", "word/styles.xml", "word/comments.xml", "word/endnotes.xml"][choice % 4];
    for (name, part) in [("[Content_Types].xml", &b"<Types/>"[..]), ("word/document.xml", &body), (other, &body)] {
        archive.start_file(name, options).and_then(|()| Ok(archive.write_all(part)?)).expect("it is memory");
    }
    let mut bytes = archive.finish().expect("it is memory").into_inner();
    if choice.is_multiple_of(16) {
        bytes.truncate(choice % bytes.len());
    }
    bytes
}

/// Encodes a text; its first line names the encoding, which need not be the one.
fn encoded(bytes: Vec<u8>, choice: usize) -> Vec<u8> {
    let text = String::from_utf8_lossy(&bytes);
    let wide = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect();
    match choice % 16 {
        0 => wide(u16::to_le_bytes),
        1 => wide(u16::to_be_bytes),
        2 => text.bytes().flat_map(|byte| char::from(byte).to_string().into_bytes()).collect(),
        k => {
            let label = fragments::LABELS[k % fragments::LABELS.len()];
            let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap_or(encoding_rs::UTF_8);
            let bytes = encoding.encode(&text).0.into_owned();
            // Decoded with another table, as many are that were saved by a program that knew no better.
            if choice.is_multiple_of(3) {
                encoding_rs::WINDOWS_1252.decode(&bytes).0.into_owned().into_bytes()
            } else {
                bytes
            }
        }
    }
}
