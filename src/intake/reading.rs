//! Bytes to an article, in the format that they are in.
//!
//! ```text
//!     two.txt   <!doctype html><p>…     read as a page: the bytes are certain, the name is not
//!     two.html  %PDF-1.7                a PDF; try: pdftotext …
//!     two.docx  PK 03 04 … (cut)        an archive that is cut short
//!     two.txt   The boats left.         text, as the name says
//! ```

use std::borrow::Cow;

use super::clean::{self, Removed};
use super::story_file::{self, Stated};
use super::{Cause, NotedArticle, Trouble, foreign, notes};
use crate::article::{Article, Patterns};
use crate::decoding;
use crate::draft::Draft;
use crate::formats::{self, InputFormat, ReadFn};

/// Gives the largest file that is read, in bytes; every offset into a text stays well below 32 bits.
pub(super) const LARGEST: u64 = 256 << 20;

/// Reads an article from the bytes of a file of some name, which is not opened.
///
/// Cost: linear in the bytes.
///
/// # Errors
///
/// Bytes that are no article, with the cause.
pub fn read_bytes(name: &str, bytes: &[u8]) -> Result<Article, Trouble> {
    article(name, bytes, Stated::default(), Patterns::known()).map(|(article, _)| article)
}

/// Makes an article of a file's bytes, and of what is stated of it elsewhere.
pub(super) fn article(name: &str, bytes: &[u8], stated: Stated, patterns: &Patterns) -> Result<NotedArticle, Trouble> {
    article_of(name, formats::of_name(name), bytes, stated, patterns)
}

/// Makes an article of bytes that are called to be in a format; they are read in another one if they are certain of that,
/// which is said.
pub(super) fn article_of(
    name: &str,
    called: &'static InputFormat,
    bytes: &[u8],
    stated: Stated,
    patterns: &Patterns,
) -> Result<NotedArticle, Trouble> {
    let format = formats::of(bytes, called);
    let (mut draft, removed) = draft(format.read, bytes).map_err(|cause| cause.of(name))?;
    draft.outlet = stated.outlet.or(draft.outlet);
    let mut remarks = std::mem::take(&mut draft.remarks);
    if let Some(date) = stated.date {
        if Article::is_date(&date, &draft, patterns) {
            draft.date = Some(date);
        } else {
            remarks.push(format!("the date in {} is none: {}", story_file::NAME, notes::remark(&date)));
        }
    }
    if format.name != called.name && is_called(name) {
        remarks.insert(0, format!("read as a {}", format.name));
    }
    let is_paid = draft.is_paid;
    let article = Article::from_draft_by(&clean::line(name), draft, patterns);
    remarks.extend(notes::stub(&article, is_paid, patterns));
    if article.blocks.is_empty() {
        return Err(Cause::Empty.of(name));
    }
    let note = notes::note(&article, &removed, &remarks);
    Ok((article, note))
}

/// Tells whether a name says of a format: it has an ending, or is an address, whose server says it.
fn is_called(name: &str) -> bool {
    name.rsplit(['/', '\\']).next().is_some_and(|own| own.contains('.')) || name.contains("://")
}

/// Reads a draft from a file's bytes, and counts what was taken out of them because it is hostile.
///
/// A text is cleaned before it is read, and so is what came of it, of other bytes what came of them.
fn draft(read: ReadFn, bytes: &[u8]) -> Result<(Draft, Removed), Cause> {
    if bytes.len() as u64 > LARGEST {
        return Err(Cause::Large);
    }
    if bytes.trim_ascii().is_empty() {
        return Err(Cause::Empty);
    }
    if let Some(foreign) = foreign::written(bytes) {
        return Err(Cause::Foreign(foreign.to_owned()));
    }
    match read {
        ReadFn::Text(read) => {
            let named = |binary| foreign::whole(bytes).map_or(Cause::Binary(binary), Cause::Foreign);
            let decoded = decoding::text(bytes, None).map_err(named)?;
            let (text, mut removed) = clean::counted(&decoded.text);
            let mut draft = read(&text);
            // What is written with an escape comes to light only now: `&#27;`, `"\e"`.
            removed += clean_draft(&mut draft);
            draft.remarks.splice(0..0, decoded.remarks());
            Ok((draft, removed))
        }
        ReadFn::Bytes(read) => {
            let mut draft = read(bytes).map_err(|what| unread(what, bytes))?;
            let removed = clean_draft(&mut draft);
            Ok((draft, removed))
        }
    }
}

/// Returns why bytes are not what their format wants: what they are, if they are no text, else what the reader says.
fn unread(what: String, bytes: &[u8]) -> Cause {
    let foreign = decoding::text(bytes, None).err().and_then(|_| foreign::whole(bytes));
    foreign.map_or(Cause::Format(what), Cause::Foreign)
}

/// Cleans all that a draft states, each a line, and counts what was taken out. What is clean stays as it is.
fn clean_draft(draft: &mut Draft) -> Removed {
    let mut removed = Removed::default();
    for text in draft.texts_mut() {
        let (clean, own) = clean::counted(text);
        removed += own;
        if let Cow::Owned(clean) = clean {
            *text = clean;
        }
        // Cleaning ends lines in one way, whatever ended them before.
        if memchr::memchr3(b'\n', b'\r', b'\t', text.as_bytes()).is_some() {
            *text = text
                .split(['\n', '\r', '\t'])
                .map(str::trim)
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" ");
        }
    }
    for blocks in [&mut draft.blocks, &mut draft.left_out] {
        blocks.retain(|block| !block.text.trim().is_empty());
    }
    removed
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::draft::DraftBlock;

    /// Reads a format of one byte, which says how many blocks there are.
    fn counted(bytes: &[u8]) -> Result<Draft, String> {
        let [count] = bytes else { return Err("not of one byte".to_owned()) };
        let block = |number: u8| DraftBlock { text: format!("block\u{1B}[31m {number}\u{202E}"), kind: None };
        Ok(Draft {
            outlet: Some("the\u{7} Wire".to_owned()),
            date: Some("2026-\r\n06\t\u{B}\u{2028}".to_owned()),
            blocks: (1..=*count).map(block).collect(),
            ..Draft::default()
        })
    }

    #[test]
    fn what_comes_of_bytes_is_cleaned() {
        let (draft, removed) = draft(ReadFn::Bytes(counted), &[2]).expect("it is one byte");
        assert_eq!((draft.outlet.as_deref(), draft.date.as_deref()), (Some("the Wire"), Some("2026- 06")));
        assert_eq!(draft.blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>(), ["block 1", "block 2"]);
        assert_eq!(removed, Removed { controls: 1, sequences: 2, ..Removed::default() });
    }

    #[test]
    fn bytes_that_are_not_of_the_format_are_refused_in_its_words() {
        let cause = draft(ReadFn::Bytes(counted), b"\0\0").expect_err("they are two bytes");
        assert_eq!(cause.of("a.x").to_string(), "a.x: not of one byte");
        // Only a text must be one.
        let text = |bytes| draft(formats::of_name("a.txt").read, bytes).map_err(|cause| cause.of("a.txt").to_string());
        assert_eq!(text(b"\0").expect_err("no text has it"), "a.txt: a binary file, not text");
        assert_eq!(text(b"GIF89a\0\0").expect_err("it is a picture"), "a.txt: an image (GIF), not text");
        assert!(text(b"{\\rtf1 The boats}").expect_err("it is none").starts_with("a.txt: an RTF file; try: pandoc"));
        let (draft, _) = text(b"Un caf\xE9 \xE0 la mairie").expect("it is text");
        assert_eq!(
            (draft.blocks[0].text.as_str(), &draft.remarks[..]),
            ("Un café à la mairie", &["read as windows-1252".to_owned()][..])
        );
    }

    #[test]
    fn a_report_that_is_cut_off_or_short_and_not_free_looks_like_a_stub() {
        let note = |name: &str, text: &str| {
            let read = article(name, text.as_bytes(), Stated::default(), Patterns::known());
            read.expect("it is an article").1.unwrap_or_default()
        };
        let text = "New boats\n\nThe boats left on Tuesday, as they do.\n\nSubscribe to continue reading.";
        let mail = format!("From: Ann Example <ann@wire.example>\nSubject: New boats\n\n{text}");
        let says = "looks like a stub: it says itself that the rest is for subscribers, ";
        for (name, text) in [("a.txt", text), ("a.md", text), ("a.eml", &mail)] {
            assert!(note(name, text).contains(says), "{name}: {}", note(name, text));
        }
        assert_eq!(note("a.txt", "New boats\n\nThe boats left on Tuesday, as they do."), "");
    }

    #[cfg(feature = "html")]
    #[test]
    fn a_short_page_that_is_not_free_looks_like_a_stub() {
        let note = |more: &str| {
            let free = r#"{"@type": "NewsArticle", "isAccessibleForFree": false}"#;
            let page = format!(
                "<script type='application/ld+json'>{free}</script><article><p>The council has ordered three boats, it said on Tuesday.</p>{more}</article>"
            );
            let read = article("a.html", page.as_bytes(), Stated::default(), Patterns::known());
            read.expect("it is an article").1
        };
        assert_eq!(note("").as_deref(), Some("a.html: looks like a stub: not free to read, 10 words"));
        let long =
            "<p>Divers had found cracks in all of the hulls, and nobody was told of it for weeks.</p>".repeat(20);
        assert_eq!(note(&long), None);
    }

    #[cfg(feature = "html")]
    #[test]
    fn what_stands_beside_a_short_page_tells_a_stub_too() {
        let note = |beside: &str, more: &str| {
            let page = format!(
                "<html><body><article><h1>New boats</h1><p>The council has ordered three boats, it said on Tuesday.</p>\
                 <p>Two of the members voted against it.</p>{more}</article><aside><p>{beside}</p></aside></body></html>"
            );
            let read = article("a.html", page.as_bytes(), Stated::default(), Patterns::known());
            read.expect("it is an article").1.unwrap_or_default()
        };
        let long =
            "<p>Divers had found cracks in all of the hulls, and nobody was told of it for weeks.</p>".repeat(20);
        assert!(note("Para seguir leyendo, suscríbete", "").contains("looks like a stub: not free to read, 17 words"));
        assert!(!note("Para seguir leyendo, suscríbete", &long).contains("stub"));
        assert!(!note("Read more about boats", "").contains("stub"));
    }

    /// Any bytes, and more often such as mistakes and hostile files have.
    fn hostile() -> impl Strategy<Value = Vec<u8>> {
        let text =
            "(\\PC|[\\x00-\\x1f]|[\u{80}-\u{FF}]|[€œ™”РС\u{FFFF}\u{301}]|\\x1b\\][a-z]{0,5}\\x07|â€|Ã|[a-z ]){0,60}";
        prop_oneof![prop::collection::vec(any::<u8>(), 0..200), text.prop_map(String::into_bytes)]
    }

    proptest! {
        #[test]
        fn no_word_is_lost_without_a_line(bytes in hostile()) {
            let Ok(decoded) = decoding::text(&bytes, None) else { return Ok(()) };
            let (clean, removed) = clean::counted(&decoded.text);
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            prop_assert!(letters(&clean) == letters(&decoded.text) || !removed.is_empty());
            let is_plain = decoded.encoding.is_none() && decoded.undecoded == 0 && decoded.mended == 0;
            if is_plain {
                prop_assert_eq!(decoded.text.as_bytes(), bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes));
            } else {
                prop_assert!(!decoded.remarks().is_empty());
            }
        }
    }
}
