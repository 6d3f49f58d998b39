//! Which parts of a mail are its text, and which are attached to it.
//!
//! ```text
//!     text/plain                             its text                text/plain  article.txt     attached: it has a name
//!     text/html beside it                    left: it says the same  image/png in the page       left: no text
//!     text/html alone                        its page                application/pdf  a.pdf      attached
//! ```

use mailparse::{DispositionType, MailHeaderMap, ParsedMail};

use super::super::mhtml::{content, is_page};
use super::flowed;
use crate::decoding;

/// The most parts that are named, and the most characters of a name.
const NAMED: usize = 6;
const LONGEST_NAME: usize = 40;

/// Types that only programs read.
const SEALS: [&str; 4] = [
    "application/pgp-signature",
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
    "application/pgp-keys",
];

/// The parts of a mail that matter, in their order.
#[derive(Debug, Default)]
pub(super) struct Parts<'m> {
    /// Its plain text, that of several parts with a blank line between; lines end with `\n`.
    pub text: String,
    /// What there is to say of how that was decoded.
    pub remarks: Vec<String>,
    /// Its pages; none that say the same as its plain text.
    pub pages: Vec<&'m ParsedMail<'m>>,
    /// The mails in it.
    pub messages: Vec<&'m ParsedMail<'m>>,
    /// What is attached to it.
    pub attached: Vec<&'m ParsedMail<'m>>,
}

impl<'m> Parts<'m> {
    /// Looks at all parts of a mail, which are nested as deeply as the library allows.
    pub fn of(mail: &'m ParsedMail<'m>) -> Self {
        let mut parts = Self::default();
        parts.add(mail);
        parts
    }

    fn add(&mut self, part: &'m ParsedMail<'m>) {
        let kind = part.ctype.mimetype.as_str();
        if !part.subparts.is_empty() {
            let mut inner = Self::default();
            part.subparts.iter().for_each(|part| inner.add(part));
            if kind == "multipart/alternative" && !inner.text.is_empty() {
                inner.pages.clear();
            }
            self.append(inner);
        } else if matches!(kind, "message/rfc822" | "message/global") {
            self.messages.push(part);
        } else if is_attached(part) {
            self.attached.push(part);
        } else if is_page(part) {
            self.pages.push(part);
        } else if is_text(part)
            && let Some((text, remarks)) = text(part)
        {
            self.append(Self { text, remarks, ..Self::default() });
        } else if is_of_reader(part) {
            self.attached.push(part);
        }
    }

    fn append(&mut self, mut other: Self) {
        if self.text.is_empty() {
            self.text = other.text;
        } else if !other.text.is_empty() {
            self.text.push_str("\n\n");
            self.text.push_str(&other.text);
        }
        self.remarks.append(&mut other.remarks);
        self.pages.append(&mut other.pages);
        self.messages.append(&mut other.messages);
        self.attached.append(&mut other.attached);
    }
}

/// Tells whether a part is plain text by its type.
pub(super) fn is_text(part: &ParsedMail<'_>) -> bool {
    part.ctype.mimetype == "text/plain"
}

/// Returns the plain text of a part, and what there is to say of how it was decoded; `None` if there is none.
pub(super) fn text(part: &ParsedMail<'_>) -> Option<(String, Vec<String>)> {
    let bytes = content(part)?;
    let declared = part.ctype.params.get("charset").map(String::as_str);
    let mut decoded = decoding::text(&bytes, declared).ok()?;
    if declared.is_some() {
        decoded.encoding = None;
    }
    let remarks = decoded.remarks();
    let mut text = decoded.text.replace("\r\n", "\n");
    let has = |key: &str, value: &str| part.ctype.params.get(key).is_some_and(|own| own.eq_ignore_ascii_case(value));
    if has("format", "flowed") {
        text = flowed::joined(&text, has("delsp", "yes"));
    }
    (!text.trim().is_empty()).then_some((text, remarks))
}

/// Tells whether a part is attached: it says so, or has a name and is no picture in a page.
fn is_attached(part: &ParsedMail<'_>) -> bool {
    let kind = part.ctype.mimetype.as_str();
    let says_so = || part.get_content_disposition().disposition == DispositionType::Attachment;
    let is_in_page = || kind.starts_with("image/") && part.headers.get_first_header("Content-ID").is_some();
    !SEALS.contains(&kind) && (says_so() || name(part).is_some() && !is_in_page())
}

/// Tells whether a part that is not attached, and no text that can be read, is for a reader all the same: it is not empty, no
/// picture in a page, and nothing for programs.
fn is_of_reader(part: &ParsedMail<'_>) -> bool {
    let kind = part.ctype.mimetype.as_str();
    let is_empty = || content(part).is_some_and(|content| content.trim_ascii().is_empty());
    !SEALS.contains(&kind) && !kind.starts_with("image/") && !kind.starts_with("multipart/") && !is_empty()
}

/// Returns the name of the file that a part holds.
fn name(part: &ParsedMail<'_>) -> Option<String> {
    let disposition = part.get_content_disposition();
    let name = disposition.params.get("filename").or_else(|| part.ctype.params.get("name"))?;
    // Some programs write names as they write values of fields.
    let field = format!("X: {}", name.replace(['\r', '\n'], " "));
    let decoded = mailparse::parse_header(field.as_bytes()).map(|(field, _)| field.get_value());
    Some(decoded.unwrap_or_else(|_| name.clone())).filter(|name| !name.trim().is_empty())
}

/// Says which parts are not read: by the names of their files, else by what they are.
pub(super) fn names<'p, 'm: 'p>(parts: impl Iterator<Item = &'p &'m ParsedMail<'m>>) -> Option<String> {
    let mut names = Vec::new();
    let mut count = 0;
    for part in parts {
        count += 1;
        if count <= NAMED {
            let own = || if is_page(part) { "a page".to_owned() } else { "a mail".to_owned() };
            let name = name(part).unwrap_or_else(|| if is_file(part) { "a file".to_owned() } else { own() });
            names.push(shortened(&name));
        }
    }
    names.extend((count > NAMED).then(|| "…".to_owned()));
    let what = match count {
        0 => return None,
        1 => "1 attachment is not read".to_owned(),
        count => format!("{count} attachments are not read"),
    };
    Some(format!("{what}: {}", names.join(", ")))
}

/// Tells whether a part is neither a page nor a mail.
fn is_file(part: &ParsedMail<'_>) -> bool {
    !is_page(part) && !part.ctype.mimetype.starts_with("message/")
}

/// Returns a name that is no longer than can be read, its ending kept.
fn shortened(name: &str) -> String {
    let count = name.chars().count();
    if count <= LONGEST_NAME {
        return name.to_owned();
    }
    let half = LONGEST_NAME / 2;
    let (start, end): (String, String) = (name.chars().take(half).collect(), name.chars().skip(count - half).collect());
    format!("{start}…{end}")
}
