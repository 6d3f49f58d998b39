//! The formats that articles come in.
//!
//! ```text
//!     INPUT_FORMATS    text        .txt .text           text::read
//!                      Markdown    .md .markdown …      markdown::read
//!                      page        .html .htm .xhtml    html::read
//!                      saved page  .mhtml .mht          html::mhtml::read
//!                      mail        .eml .emlx           html::mail::read
//!                      Word        .docx                docx::read
//! ```
//!
//! A new format is a file here, and a line in the table: which files of a folder are articles, and what is said where
//! there are none, follows from it. Where the bytes of a file are certain of its format, they count for more than its
//! name ([`of_bytes`]).

mod cells;
mod content;
#[cfg(feature = "docx")]
mod docx;
mod exports;
mod field_codes;
mod front_matter;
#[cfg(feature = "html")]
pub mod html;
mod html_lines;
mod line_breaks;
pub mod markdown;
pub mod passim;
pub mod text;

use crate::draft::Draft;

/// Describes a format of articles.
#[derive(Clone, Copy, Debug)]
pub struct InputFormat {
    /// What it is called.
    pub name: &'static str,
    /// The endings of its files, in lower case, the usual one first.
    pub endings: &'static [&'static str],
    /// The media types by which servers name it, in lower case.
    pub media_types: &'static [&'static str],
    /// Reads a file.
    pub read: ReadFn,
}

/// Reads what a file holds, as its format wants it.
#[derive(Clone, Copy, Debug)]
pub enum ReadFn {
    /// Takes its text, which is UTF-8 and cleaned.
    Text(fn(&str) -> Draft),
    /// Takes its bytes as they are: of an archive, or of a text that says its encoding itself. What is stated in the
    /// draft is cleaned afterwards.
    ///
    /// Fails with a few words in lower case on what is wrong with the file.
    Bytes(fn(&[u8]) -> Result<Draft, String>),
}

/// Lists all formats; the first one is that of what has no ending.
pub const INPUT_FORMATS: &[InputFormat] = &[
    InputFormat {
        name: "text",
        endings: &["txt", "text"],
        media_types: &["text/plain"],
        read: ReadFn::Text(text::read),
    },
    InputFormat {
        name: "Markdown",
        endings: &["md", "markdown", "mdown", "mkd"],
        media_types: &["text/markdown", "text/x-markdown"],
        read: ReadFn::Text(markdown::read),
    },
    InputFormat {
        name: "page",
        endings: &["html", "htm", "xhtml"],
        media_types: &["text/html", "application/xhtml+xml"],
        read: READ_PAGE,
    },
    InputFormat {
        name: "saved page",
        endings: &["mhtml", "mht"],
        media_types: &["multipart/related"],
        read: READ_SAVED_PAGE,
    },
    InputFormat { name: "mail", endings: &["eml", "emlx"], media_types: &["message/rfc822"], read: READ_MAIL },
    #[cfg(feature = "docx")]
    InputFormat {
        name: "Word document",
        endings: &["docx"],
        media_types: &["application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
        read: ReadFn::Bytes(docx::read),
    },
];

#[cfg(feature = "html")]
const READ_PAGE: ReadFn = ReadFn::Bytes(html::read);
#[cfg(feature = "html")]
const READ_SAVED_PAGE: ReadFn = ReadFn::Bytes(html::mhtml::read);
#[cfg(feature = "html")]
const READ_MAIL: ReadFn = ReadFn::Bytes(html::mail::read);
#[cfg(not(feature = "html"))]
const READ_PAGE: ReadFn = ReadFn::Bytes(|_| Err("pages cannot be read: built without the feature html".to_owned()));
#[cfg(not(feature = "html"))]
const READ_SAVED_PAGE: ReadFn = READ_PAGE;
#[cfg(not(feature = "html"))]
const READ_MAIL: ReadFn = READ_PAGE;

/// Returns the format with an ending, without regard to case.
#[must_use]
pub fn of_ending(ending: &str) -> Option<&'static InputFormat> {
    let has = |format: &&InputFormat| format.endings.iter().any(|known| known.eq_ignore_ascii_case(ending));
    INPUT_FORMATS.iter().find(has)
}

/// Returns the format that a server names.
#[must_use]
pub fn of_media_type(media_type: &str) -> Option<&'static InputFormat> {
    INPUT_FORMATS.iter().find(|format| format.media_types.contains(&media_type))
}

/// Returns the format that the bytes of a file are certain of, whatever its name says.
///
/// Cost: linear in the bytes of an archive, else bounded.
#[must_use]
pub fn of_bytes(bytes: &[u8]) -> Option<&'static InputFormat> {
    of_ending(content::ending(bytes)?)
}

/// Returns the format of bytes that are called to be in one: the one that they are certain of, else that. A piece of a page that is
/// called plain text is a page; Markdown may hold one.
///
/// Cost: linear in the bytes.
#[must_use]
pub fn of(bytes: &[u8], called: &'static InputFormat) -> &'static InputFormat {
    let piece =
        || (called.name == INPUT_FORMATS[0].name && content::is_piece_of_page(bytes)).then(|| of_ending("html"))?;
    of_bytes(bytes).or_else(piece).unwrap_or(called)
}

/// Returns the format of a file by its name: text where the ending says nothing.
#[must_use]
pub fn of_name(name: &str) -> &'static InputFormat {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    of_ending(ending).unwrap_or(&INPUT_FORMATS[0])
}

/// Lists the endings of all formats: `.txt, .text, .md … and .docx`.
#[must_use]
pub fn known_endings() -> String {
    let endings = INPUT_FORMATS.iter().flat_map(|format| format.endings);
    let endings: Vec<String> = endings.map(|ending| format!(".{ending}")).collect();
    match endings.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        _ => endings.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_by_the_ending() {
        for (name, format) in [
            ("a.txt", "text"),
            ("A.MD", "Markdown"),
            ("b.markdown", "Markdown"),
            ("-", "text"),
            ("c.d/e", "text"),
            ("a.HTM", "page"),
            ("a.mht", "saved page"),
            ("a.eml", "mail"),
        ] {
            assert_eq!(of_name(name).name, format, "{name}");
        }
        assert!(of_ending("pdf").is_none() && of_media_type("application/pdf").is_none());
        assert_eq!(of_media_type("text/markdown").map(|format| format.name), Some("Markdown"));
        assert!(known_endings().starts_with(".txt, .text"), "{}", known_endings());
    }

    #[test]
    fn no_ending_is_of_two_formats() {
        let mut endings: Vec<&str> = INPUT_FORMATS.iter().flat_map(|format| format.endings).copied().collect();
        let count = endings.len();
        endings.sort_unstable();
        endings.dedup();
        assert_eq!(endings.len(), count);
    }
}
