//! Mails as programs keep them (RFC 5322, RFC 2045).
//!
//! ```text
//!     From, Subject, Date              byline, title, date, where the text does not state them itself
//!     multipart/mixed
//!       multipart/alternative          its plain text; where there is none, its page
//!       message/rfc822                 a mail that was sent on: it is the report, and what stands above it is left out
//!       application/pdf  a.pdf         named
//! ```
//!
//! Several parts of plain text that follow each other are one text, as mail programs show them.

mod flowed;
mod parts;

use mailparse::{MailHeaderMap, ParsedMail};

use super::mhtml::{self, is_cut, is_page, is_saved};
use super::{decode, page};
use crate::draft::{Draft, Kind};
use crate::formats::content;
use crate::formats::text::{self, MailHead};
use crate::unicode::scripts::count_words;
use parts::{Parts, names};

/// How deeply mails may stand in each other; those that stand deeper are named.
const DEEPEST: usize = 8;

/// The most blocks of what somebody says above a mail that they send on; more are the report themselves.
const COVER: usize = 20;

/// Reads a mail, also one that was cut short, which is said. An archive of a page that is named as a mail is read as one.
///
/// Cost: linear in the mail.
///
/// # Errors
///
/// A few words where it is no mail, has no text in it, or only a page that is refused as [`super::read`] refuses one.
pub fn read(bytes: &[u8]) -> Result<Draft, String> {
    let bytes = bare(bytes);
    let mail = mhtml::parsed(bytes, NO_MAIL)?;
    if is_saved(&mail) || bytes.trim_ascii_start().starts_with(b"<") {
        return mhtml::read(bytes);
    }
    if !["From", "Subject", "Date", "Content-Type"].iter().any(|name| mail.headers.get_first_header(name).is_some()) {
        return Err(NO_MAIL.to_owned());
    }
    let mut draft = message(&mail, 0)?;
    if is_cut(&mail, bytes) && !draft.remarks.iter().any(|remark| remark.starts_with("looks cut short")) {
        draft.remarks.push("looks cut short: the mail has no end".to_owned());
    }
    Ok(draft)
}

const NO_MAIL: &str = "not a mail: it has no head";

/// Returns a mail without the line that some programs set above it; where that is its length, also without what stands below.
fn bare(bytes: &[u8]) -> &[u8] {
    let Some(start) = content::mail_start(bytes) else { return bytes };
    let (line, mail) = bytes.split_at(start);
    let length = std::str::from_utf8(line).ok().and_then(|line| line.trim().parse::<usize>().ok());
    length.map_or(mail, |length| &mail[..length.min(mail.len())])
}

/// Reads a mail that stands so deep in others.
fn message(mail: &ParsedMail<'_>, depth: usize) -> Result<Draft, String> {
    let mut parts = Parts::of(mail);
    let own = own(&mut parts, &head(mail));
    let is_short = own.as_ref().is_none_or(|own| own.as_ref().is_ok_and(|draft| draft.blocks.len() <= COVER));
    let inner = parts.messages.first().filter(|_| is_short && depth < DEEPEST);
    let said = own.as_ref().map_or(0, |own| own.as_ref().map_or(0, words));
    // Who has more to say than what is sent on has written the report.
    if let Some(mut draft) = inner.and_then(|part| inside(part, depth + 1)).filter(|inner| words(inner) >= said) {
        if let Some(Ok(cover)) = own {
            draft.left_out.splice(0..0, cover.left_out.into_iter().chain(cover.blocks));
        }
        draft.remarks.extend(names(parts.messages[1..].iter().chain(&parts.attached)));
        return Ok(draft);
    }
    let attached = names(parts.messages.iter().chain(&parts.attached));
    let Some(own) = own else {
        let none = "no text in this mail".to_owned();
        return Err(attached.map_or_else(|| none.clone(), |names| format!("{none}; {names}")));
    };
    let mut draft = own?;
    draft.remarks.extend(attached);
    Ok(draft)
}

/// Reads the mail that a part holds; `None` if there is no text in it.
fn inside(part: &ParsedMail<'_>, depth: usize) -> Option<Draft> {
    let bytes = mhtml::content(part)?;
    let mail = mhtml::parsed(&bytes, NO_MAIL).ok()?;
    message(&mail, depth).ok()
}

/// Reads what a mail says itself: its plain text or its page, of both that say not the same the longer one, else the first text or page that is attached where there is
/// no mail in it; `None` if there is none of them.
fn own(parts: &mut Parts<'_>, head: &MailHead) -> Option<Result<Draft, String>> {
    let mut plain = (!parts.text.is_empty()).then(|| text::read_mail(head, &parts.text));
    if let Some(plain) = &mut plain {
        plain.remarks.append(&mut parts.remarks);
    }
    let page = (!parts.pages.is_empty()).then(|| parts.pages.remove(0));
    // Further pages are not read either, and are named with what is attached.
    parts.attached.append(&mut parts.pages);
    match (plain, page.map(|page| of_page(page, head))) {
        (Some(plain), Some(Ok(page))) => return Some(Ok(longer(plain, page))),
        (Some(plain), _) => return Some(Ok(plain)),
        (None, Some(page)) => return Some(page),
        (None, None) => {}
    }
    let is_read = |part: &&ParsedMail<'_>| is_page(part) || parts::is_text(part);
    let at = parts.attached.iter().position(is_read).filter(|_| parts.messages.is_empty())?;
    let part = parts.attached.remove(at);
    if is_page(part) {
        return Some(of_page(part, head));
    }
    let (text, remarks) = parts::text(part)?;
    let mut draft = text::read_mail(head, &text);
    draft.remarks.extend(remarks);
    Some(Ok(draft))
}

/// Returns the longer one of a text and a page of one mail, neither of which says the same as the other: the other one is left out,
/// as what a list of addresses adds.
fn longer(plain: Draft, page: Draft) -> Draft {
    let (mut own, other) = if words(&page) > words(&plain) { (page, plain) } else { (plain, page) };
    own.left_out.extend(other.blocks.into_iter().chain(other.left_out));
    own.remarks.extend(other.remarks);
    own
}

/// Counts the words of a draft's blocks.
fn words(draft: &Draft) -> usize {
    draft.blocks.iter().map(|block| count_words(&block.text)).sum()
}

/// Reads a part that is a page; what the page does not state, the head of the mail does.
fn of_page(part: &ParsedMail<'_>, head: &MailHead) -> Result<Draft, String> {
    let bytes = mhtml::content(part).ok_or("a mail that cannot be decoded")?;
    let declared = part.ctype.params.get("charset").map(String::as_str);
    let mut draft = decode::read(&bytes, declared, |text| page::read_of_mail(text, head.subject.as_deref()))?;
    let headline = draft.blocks.iter().find(|block| block.kind == Some(Kind::Headline));
    draft.title = draft.title.or_else(|| headline.map(|block| block.text.clone()));
    head.state_innermost(&mut draft);
    Ok(draft)
}

fn head(mail: &ParsedMail<'_>) -> MailHead {
    let header = |name: &str| mail.headers.get_first_value(name);
    MailHead { sender: header("From"), subject: header("Subject"), date: header("Date") }
}

#[cfg(test)]
mod tests;
