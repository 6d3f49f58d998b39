//! The head of a mail, as it is saved or copied with its text.
//!
//! ```text
//!     From: Ann Example <ann@wire.example>      byline: Ann Example
//!     To: desk@ledger.example                   says nothing of a report
//!     Subject: New boats by spring              title
//!     Date: Tue, 16 Jun 2026 14:30:00 +0200     date
//!
//!     The council said on Tuesday …             text
//! ```
//!
//! The lines are a head only if the text begins with them, all of them have names that are known here, and a sender is among
//! them with a subject or a date; else they are text.

mod headers;

use headers::{Field, Header, head, header, is_quoted, sender, unquoted};

use crate::draft::{Draft, DraftBlock};

/// The most bytes of a line of these, in capitals too.
const LONGEST_SEPARATOR: usize = 96;

/// What mail programs write above a mail that is sent on, in lower case.
const SEPARATORS: [&str; 20] = [
    "forwarded message",
    "begin forwarded message",
    "original message",
    "weitergeleitete nachricht",
    "anfang der weitergeleiteten nachricht",
    "ursprüngliche nachricht",
    "message transféré",
    "début du message réexpédié",
    "message d'origine",
    "mensaje reenviado",
    "mensaje original",
    "messaggio inoltrato",
    "messaggio originale",
    "mensagem encaminhada",
    "mensagem original",
    "doorgestuurd bericht",
    "oorspronkelijk bericht",
    "пересылаемое сообщение",
    "转发邮件",
    "原始邮件",
];

/// The most lines of what somebody says above a mail that they send on, where a line says that one follows.
const COVER: usize = 20;

/// The most lines and characters of it where nothing but the head of that mail does, or no head stands above it.
const SHORT_COVER: (usize, usize) = (5, 300);

/// The most lines of a signature.
const SIGNATURE: usize = 20;

/// The most lines of what a list adds below its rule: its name, its address, where one leaves it.
const FOOTER: usize = 5;

/// Holds what the head of a mail says, as a program keeps it.
#[cfg(feature = "html")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::formats) struct MailHead {
    /// Who sent it, with the address: `From`.
    pub sender: Option<String>,
    /// What it is about: `Subject`.
    pub subject: Option<String>,
    /// When it was sent: `Date`.
    pub date: Option<String>,
}

#[cfg(feature = "html")]
impl MailHead {
    /// States what it says in the draft of a mail that has its blocks already, where nothing is stated so far; of a mail that was sent on
    /// in it, what the head of that one says, which is taken off the blocks with what stands above.
    ///
    /// Cost: linear in the blocks.
    pub(in crate::formats) fn state_innermost(&self, draft: &mut Draft) {
        let mut blocks = std::mem::take(&mut draft.blocks);
        let (text, starts) = as_lines(&blocks);
        let below = text.len() - innermost(self.headers(), &text, draft).len();
        draft.blocks = blocks.split_off(starts.partition_point(|start| *start < below));
    }

    fn headers(&self) -> Vec<Header<'static>> {
        let fields = [
            ("From", Field::Sender, &self.sender),
            ("Subject", Field::Subject, &self.subject),
            ("Date", Field::Date, &self.date),
        ];
        fields.into_iter().filter_map(|(name, field, value)| Some((name, field, value.clone()?))).collect()
    }
}

/// Returns the text of some blocks, the lines of a head in one paragraph, and where each block begins in it.
#[cfg(feature = "html")]
fn as_lines(blocks: &[DraftBlock]) -> (String, Vec<usize>) {
    let is_of_head = |text: &str| header(text).is_some();
    let (mut text, mut starts) = (String::new(), Vec::with_capacity(blocks.len()));
    let mut above = "";
    for DraftBlock { text: line, .. } in blocks {
        let is_near = is_of_head(line) && (is_of_head(above) || is_separator(above));
        text.push_str(if is_near { "\n" } else { "\n\n" });
        starts.push(text.len());
        text.push_str(line);
        above = line;
    }
    (text, starts)
}

/// Takes the head of a mail off a text: what it says is stated, unless front matter did so already.
///
/// Cost: linear in the head.
pub(super) fn split<'t>(text: &'t str, draft: &mut Draft) -> &'t str {
    if let Some((headers, body)) = head(text).or_else(|| sent_on(text)) {
        return innermost(headers, body, draft);
    }
    let Some(Forwarded { cover, head, inner }) = forwarded(text, false) else { return text };
    leave_out(cover, draft);
    innermost(head, inner, draft)
}

/// Returns the text of a mail whose head is known; what that says is stated, or what the head of the mail inside says.
///
/// Cost: linear in the heads.
#[cfg(feature = "html")]
pub(super) fn inside<'t>(outer: &MailHead, body: &'t str, draft: &mut Draft) -> &'t str {
    innermost(outer.headers(), body, draft)
}

/// Of a mail that was sent on, the one inside is the report.
fn innermost<'t>(mut headers: Vec<Header<'t>>, mut body: &'t str, draft: &mut Draft) -> &'t str {
    while let Some(Forwarded { cover, head, inner }) = forwarded(body, true) {
        leave_out(cover, draft);
        (headers, body) = (head, inner);
    }
    state(headers, draft);
    body
}

fn leave_out(cover: &str, draft: &mut Draft) {
    let block = |line: &str| DraftBlock { text: line.trim().to_owned(), kind: None };
    draft.left_out.extend(cover.lines().filter(|line| !line.trim().is_empty()).map(block));
}

fn state(headers: Vec<Header<'_>>, draft: &mut Draft) {
    draft.is_mail = true;
    for (_, field, value) in headers {
        let stated = match field {
            Field::Sender => &mut draft.byline,
            Field::Subject => &mut draft.title,
            Field::Date => &mut draft.date,
            Field::Receiver | Field::Transport => continue,
        };
        let value = if field == Field::Sender { sender(&value) } else { value.trim() };
        if stated.is_none() && !value.is_empty() {
            *stated = Some(value.to_owned());
        }
    }
}

/// Splits the text of a mail from its signature: what stands below the last line that is `--` and nothing else (RFC 3676),
/// if that is short and quotes nobody, or below a rule of underscores, if a list names itself and its address there. The
/// line belongs to the signature; without one, that is empty.
///
/// Cost: linear in the text.
pub(super) fn signature(body: &str) -> (&str, &str) {
    let mut end = body.len();
    let mut lines = 0;
    let mut footer = body.len();
    for line in body.split_inclusive('\n').rev() {
        end -= line.len();
        let line = line.trim_end_matches('\n');
        let is_footer = (1..=FOOTER).contains(&lines) && is_rule(line) && body[end..].contains("://");
        if is_footer && !body[..end].trim().is_empty() {
            // The signature of who wrote to the list stands above what the list adds.
            footer = end;
        }
        if line == "-- " || line == "--" {
            let is_text = !body[..end].trim().is_empty();
            return body.split_at(if is_text { end } else { footer });
        }
        lines += usize::from(!line.trim().is_empty());
        if lines > SIGNATURE || line.starts_with('>') {
            break;
        }
    }
    body.split_at(footer)
}

/// A mail within a mail, and what stands above it.
struct Forwarded<'t> {
    cover: &'t str,
    head: Vec<Header<'t>>,
    inner: &'t str,
}

/// Returns the mail that a text consists of but for a few lines above it: it begins with the mail, or a line says that one
/// follows, or its head says sender, receiver, subject and date. In a text that is no mail itself the lines are fewer.
fn forwarded(body: &str, is_mail: bool) -> Option<Forwarded<'_>> {
    let below = body.trim_start_matches('\n');
    if let Some((head, inner)) = head(below).filter(|_| is_mail) {
        return Some(Forwarded { cover: "", head, inner });
    }
    let mut end = body.len() - below.len();
    let (mut is_below_blank, mut is_below_rule) = (false, false);
    for line in below.split_inclusive('\n').take(COVER) {
        let start = end;
        end += line.len();
        if is_separator(line) {
            let (head, inner) = head(&body[end..]).filter(|_| is_mail || is_short_cover(&body[..end]))?;
            return Some(Forwarded { cover: &body[..end], head, inner });
        }
        if is_below_blank
            && header(unquoted(line)).is_some()
            && (is_mail && is_below_rule || is_short_cover(&body[..start]))
            && let Some((head, inner)) = head(&body[start..]).filter(|(head, _)| is_whole(head, is_quoted(line)))
        {
            return Some(Forwarded { cover: &body[..start], head, inner });
        }
        let (is_blank, is_rule) = (unquoted(line).trim().is_empty(), is_rule(line));
        is_below_rule = is_rule || is_below_rule && is_blank;
        is_below_blank = is_blank || is_rule;
    }
    None
}

fn is_short_cover(cover: &str) -> bool {
    let (lines, chars) = SHORT_COVER;
    cover.lines().filter(|line| !line.trim().is_empty()).count() <= lines && cover.chars().count() <= chars
}

/// Tells whether a head says all that mail programs write above a mail that is sent on. Of a quoted one the marks say already
/// that it is of another mail, so that its receiver may be missing.
fn is_whole(head: &[Header<'_>], is_quoted: bool) -> bool {
    let wanted = [Field::Sender, Field::Subject, Field::Date, Field::Receiver];
    let wanted = if is_quoted { &wanted[..3] } else { &wanted };
    wanted.iter().all(|wanted| head.iter().any(|(_, field, _)| field == wanted))
}

/// The fewest underscores of a rule that mail programs draw above the head of a mail.
const RULE: usize = 8;

/// Tells whether a line is a rule as mail programs draw it above the head of a mail that is sent on: `________________`.
fn is_rule(line: &str) -> bool {
    let line = unquoted(line).trim();
    line.len() >= RULE && line.bytes().all(|b| b == b'_')
}

/// Tells whether a line says that a mail follows: `---------- Forwarded message ---------`.
fn is_separator(line: &str) -> bool {
    let words = unquoted(line).trim_matches(|c: char| c == '-' || c == '_' || c == ':' || c.is_whitespace());
    words.len() <= LONGEST_SEPARATOR && SEPARATORS.contains(&words.to_lowercase().as_str())
}

/// Returns the mail that a text begins with, below a line which says that it was sent on.
fn sent_on(text: &str) -> Option<(Vec<Header<'_>>, &str)> {
    let (line, below) = text.trim_start_matches('\n').split_once('\n')?;
    if is_separator(line) { head(below) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns title, byline, date, and what is not used.
    fn stated(text: &str) -> ([Option<String>; 3], Vec<String>, &str) {
        let mut draft = Draft::default();
        let body = split(text, &mut draft);
        ([draft.title, draft.byline, draft.date], draft.unused.keys, body)
    }

    #[test]
    fn heads_of_mails() {
        let some = |text: &str| Some(text.to_owned());
        let text = "From: Ann Example <ann@wire.example>\nTo: desk@ledger.example\nSubject: New boats\n  by spring\n\
                    Date: Tue, 16 Jun 2026 14:30:00 +0200\n\nText.\n";
        let fields = [some("New boats by spring"), some("Ann Example"), some("Tue, 16 Jun 2026 14:30:00 +0200")];
        assert_eq!(stated(text), (fields, Vec::new(), "\nText.\n"));
        let text =
            "Von: a@b.example\nGesendet: Dienstag, 16. Juni 2026 14:30\nAn: c@d.example\nBetreff: Boote\n\nText.";
        let fields = [some("Boote"), None, some("Dienstag, 16. Juni 2026 14:30")];
        assert_eq!(stated(text), (fields, Vec::new(), "\nText."));
    }

    #[test]
    fn headers_of_transport_are_passed_over() {
        let text = "Return-Path: <ann@wire.example>\nReceived: from mx.wire.example\n by mail.example; Tue, 16 Jun 2026\n\
                    DKIM-Signature: v=1\nFrom: Ann Example <ann@wire.example>\nSubject: Boats\nDate: 16 Jun 2026\n\nText.";
        let fields = || [Some("Boats".to_owned()), Some("Ann Example".to_owned()), Some("16 Jun 2026".to_owned())];
        assert_eq!(stated(text), (fields(), Vec::new(), "\nText."));
        let text = "-----Original Message-----\nFrom: Ann Example\nSent: 16 Jun 2026\nSubject: Boats\n\nText.";
        assert_eq!(stated(text), (fields(), Vec::new(), "\nText."));
    }

    #[test]
    fn of_a_mail_that_was_sent_on_the_inner_one_counts() {
        let outer = "From: Bo Example\nSubject: Fwd: New boats\n\n";
        let inner = "From: Ann Example\nSubject: New boats\n\nText.\n";
        let fields = || [Some("New boats".to_owned()), Some("Ann Example".to_owned()), None];
        assert_eq!(stated(&format!("{outer}{inner}")), (fields(), Vec::new(), "\nText.\n"));
        let text = format!("{outer}Worth reading.\n\n---------- Forwarded message ---------\n{inner}");
        let mut draft = Draft::default();
        assert_eq!(split(&text, &mut draft), "\nText.\n");
        let left_out: Vec<&str> = draft.left_out.iter().map(|block| block.text.as_str()).collect();
        assert_eq!(left_out, ["Worth reading.", "---------- Forwarded message ---------"]);
        let text = format!("{outer}Text.\n\nA forwarded message\nFrom: the quay\n");
        assert_eq!(split(&text, &mut Draft::default()), "\nText.\n\nA forwarded message\nFrom: the quay\n");
    }

    #[test]
    fn a_whole_head_below_a_short_note_is_a_mail_that_was_sent_on() {
        let inner = "Von: Ann Example <ann@wire.example>\nGesendet: Dienstag, 16. Juni 2026 14:30\nAn: Bo\nBetreff: Boote\n\nText.\n";
        let note = "For you.\n\nBest, Bo\n\n";
        let expected = [Some("Boote"), Some("Ann Example"), Some("Dienstag, 16. Juni 2026 14:30")];
        let bold = inner.replace("Von:", "*Von:*").replace("An:", "*An:*").replace("Betreff:", "*Betreff:*");
        for inner in [inner, &bold] {
            for text in [format!("{note}{inner}"), format!("From: Bo\nSubject: WG: Boote\n\n{note}{inner}")] {
                let mut draft = Draft::default();
                assert_eq!(split(&text, &mut draft), "\nText.\n", "{text}");
                assert_eq!([&draft.title, &draft.byline, &draft.date].map(Option::as_deref), expected);
                let left_out: Vec<&str> = draft.left_out.iter().map(|block| block.text.as_str()).collect();
                assert_eq!((left_out, draft.is_mail), (vec!["For you.", "Best, Bo"], true));
            }
        }
        for text in [
            format!("{}{inner}", "The council met.\n\n".repeat(6)),
            format!("{}\n\n{inner}", "The council met. ".repeat(20)),
            format!("For you.\n{inner}"),
            format!("{note}{}", inner.replace("An: Bo\n", "")),
        ] {
            assert_eq!(stated(&text), ([None, None, None], Vec::new(), text.as_str()));
        }
    }

    #[test]
    fn a_head_between_marks_of_quoted_mail_is_one() {
        let inner = "From: Ann Example <ann@wire.example>\nSubject: New boats\n  by spring\nDate: 16 Jun 2026\n\nThe boats left.\n";
        let quoted: String = inner.lines().map(|line| format!("> {line}\n")).collect();
        let expected = [Some("New boats by spring"), Some("Ann Example"), Some("16 Jun 2026")];
        for cover in [
            "",
            "For you.\n\n",
            "From: Bo Example\nSubject: Fwd: Boats\n\nFor you.\n\nBegin forwarded message:\n\n",
            "From: Bo Example\nSubject: Fwd: Boats\n\nFor you.\n\n> Begin forwarded message:\n> \n",
        ] {
            let text = format!("{cover}{quoted}");
            let mut draft = Draft::default();
            assert_eq!(split(&text, &mut draft), "> \n> The boats left.\n", "{text}");
            assert_eq!([&draft.title, &draft.byline, &draft.date].map(Option::as_deref), expected);
        }
        let partly = quoted.replace("> Date", "Date");
        assert_eq!(stated(&partly), ([None, None, None], Vec::new(), partly.as_str()));
    }

    #[test]
    fn a_rule_above_a_whole_head_says_that_a_mail_follows() {
        let inner = "From: Ann Example <ann@wire.example>\nSent: 16 Jun 2026\nTo: Bo\nSubject: New boats\n\nText.\n";
        let expected = [Some("New boats"), Some("Ann Example"), Some("16 Jun 2026")];
        let outer = "From: Bo Example\nSubject: FW: Boats\n\n";
        let rule = "_".repeat(32);
        for note in ["For you.\n\nBo\n\n".to_owned(), "The council met on Tuesday and said nothing.\n\n".repeat(8)] {
            let text = format!("{outer}{note}{rule}\n{inner}");
            let mut draft = Draft::default();
            assert_eq!(split(&text, &mut draft), "\nText.\n", "{text}");
            assert_eq!([&draft.title, &draft.byline, &draft.date].map(Option::as_deref), expected);
        }
        let text = format!("The council met.\n\n{rule}\nThe mayor said: no.\n");
        assert_eq!(stated(&text), ([None, None, None], Vec::new(), text.as_str()));
    }

    #[test]
    fn what_stands_below_the_last_mark_is_the_signature() {
        assert_eq!(signature("Text.\n-- \nAnn\n\nCoast Wire"), ("Text.\n", "-- \nAnn\n\nCoast Wire"));
        let footer = "__________\nquay list\nquay@wire.example\nhttps://wire.example/listinfo/quay\n";
        assert_eq!(signature(&format!("Text.\n{footer}")), ("Text.\n", footer));
        let both = format!("-- \nAnn\n{footer}");
        assert_eq!(signature(&format!("Text.\n{both}")), ("Text.\n", both.as_str()));
        let text = "Text.\n__________\nMore of the text.\n";
        assert_eq!(signature(text), (text, ""));
        assert_eq!(signature("One.\n--\nTwo.\n--\nAnn"), ("One.\n--\nTwo.\n", "--\nAnn"));
        let long = format!("Text.\n-- \n{}", "A line of more.\n".repeat(SIGNATURE + 1));
        for text in ["Text.\n-- Ann", "Text.\n---\nAnn", "Text.\n-- \nAnn\n\n> The boats left.", "-- \nAnn", &long, ""]
        {
            assert_eq!(signature(text), (text, ""));
        }
    }

    #[test]
    fn other_lines_are_text() {
        for text in [
            "From: the harbour\nTo: the quay\n\nText.",
            "Subject: boats\n\nText.",
            "From: Ann\nSubject: boats\nThe council said: no.\n\nText.",
            "Date: 16 June 2026\n\nText.",
            "Text.",
            "",
        ] {
            assert_eq!(stated(text), ([None, None, None], Vec::new(), text));
        }
    }
}
