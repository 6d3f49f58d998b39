//! The head of a mail, as it is saved or copied with its text.
//!
//! ```text
//!     From: Ann Example <ann@wire.example>      byline: Ann Example
//!     To: desk@ledger.example                   named as not used
//!     Subject: New boats by spring              title
//!     Date: Tue, 16 Jun 2026 14:30:00 +0200     date
//!
//!     The council said on Tuesday …             text
//! ```
//!
//! The lines are a head only if the text begins with them, all of them have names that are known here, and a sender is among
//! them with a subject or a date; else they are text.

use crate::draft::{Draft, DraftBlock};

/// Says what the value of a header is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Sender,
    Subject,
    Date,
    Receiver,
    /// What says nothing of a report.
    Transport,
}

/// The names of headers, in lower case, as mail programs write them in several languages.
const NAMES: [(&str, Field); 60] = [
    ("from", Field::Sender),
    ("von", Field::Sender),
    ("de", Field::Sender),
    ("da", Field::Sender),
    ("van", Field::Sender),
    ("od", Field::Sender),
    ("от", Field::Sender),
    ("от кого", Field::Sender),
    ("fra", Field::Sender),
    ("från", Field::Sender),
    ("发件人", Field::Sender),
    ("差出人", Field::Sender),
    ("subject", Field::Subject),
    ("betreff", Field::Subject),
    ("objet", Field::Subject),
    ("asunto", Field::Subject),
    ("oggetto", Field::Subject),
    ("assunto", Field::Subject),
    ("onderwerp", Field::Subject),
    ("temat", Field::Subject),
    ("předmět", Field::Subject),
    ("тема", Field::Subject),
    ("emne", Field::Subject),
    ("ämne", Field::Subject),
    ("主题", Field::Subject),
    ("件名", Field::Subject),
    ("date", Field::Date),
    ("sent", Field::Date),
    ("datum", Field::Date),
    ("gesendet", Field::Date),
    ("envoyé", Field::Date),
    ("fecha", Field::Date),
    ("enviado", Field::Date),
    ("data", Field::Date),
    ("inviato", Field::Date),
    ("verzonden", Field::Date),
    ("дата", Field::Date),
    ("to", Field::Receiver),
    ("cc", Field::Receiver),
    ("bcc", Field::Receiver),
    ("an", Field::Receiver),
    ("à", Field::Receiver),
    ("para", Field::Receiver),
    ("aan", Field::Receiver),
    ("кому", Field::Receiver),
    ("reply-to", Field::Transport),
    ("antwort an", Field::Transport),
    ("répondre à", Field::Transport),
    ("responder a", Field::Transport),
    ("rispondi a", Field::Transport),
    ("attachments", Field::Transport),
    ("anlagen", Field::Transport),
    ("pièces jointes", Field::Transport),
    ("datos adjuntos", Field::Transport),
    ("message-id", Field::Transport),
    ("mime-version", Field::Transport),
    ("content-type", Field::Transport),
    ("content-transfer-encoding", Field::Transport),
    ("importance", Field::Transport),
    ("x-mailer", Field::Transport),
];

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

/// The most lines of what somebody says above a mail that they send on.
const COVER: usize = 20;

/// The most lines of a head.
const LINES: usize = 100;

/// Takes the head of a mail off a text: what it says is stated, unless front matter did so already.
///
/// Cost: linear in the head.
pub(super) fn split<'t>(text: &'t str, draft: &mut Draft) -> &'t str {
    let outer = || head(text).or_else(|| sent_on(text));
    let Some((mut headers, mut body)) = outer() else { return text };
    // Of a mail that was sent on, the one inside is the report.
    while let Some(Forwarded { cover, head, inner }) = forwarded(body) {
        let block = |line: &str| DraftBlock { text: line.trim().to_owned(), kind: None };
        draft.left_out.extend(cover.lines().filter(|line| !line.trim().is_empty()).map(block));
        (headers, body) = (head, inner);
    }
    for (name, field, value) in headers {
        let stated = match field {
            Field::Sender => &mut draft.byline,
            Field::Subject => &mut draft.title,
            Field::Date => &mut draft.date,
            Field::Receiver => {
                draft.unused.add(name);
                continue;
            }
            Field::Transport => continue,
        };
        let value = if field == Field::Sender { sender(&value) } else { value.trim() };
        if stated.is_none() && !value.is_empty() {
            *stated = Some(value.to_owned());
        }
    }
    body
}

/// A mail within a mail, and what stands above it.
struct Forwarded<'t> {
    cover: &'t str,
    head: Vec<Header<'t>>,
    inner: &'t str,
}

/// Returns the mail that a text consists of but for a few lines above it, the last of which says so; or that it begins with.
fn forwarded(body: &str) -> Option<Forwarded<'_>> {
    let below = body.trim_start_matches('\n');
    if let Some((head, inner)) = head(below) {
        return Some(Forwarded { cover: "", head, inner });
    }
    let mut end = body.len() - below.len();
    for line in below.split_inclusive('\n').take(COVER) {
        end += line.len();
        if is_separator(line) {
            let (head, inner) = head(&body[end..])?;
            return Some(Forwarded { cover: &body[..end], head, inner });
        }
    }
    None
}

/// Tells whether a line says that a mail follows: `---------- Forwarded message ---------`.
fn is_separator(line: &str) -> bool {
    let words = line.trim_matches(|c: char| c == '-' || c == '_' || c == ':' || c.is_whitespace()).to_lowercase();
    SEPARATORS.contains(&words.as_str())
}

/// Returns the mail that a text begins with, below a line which says that it was sent on.
fn sent_on(text: &str) -> Option<(Vec<Header<'_>>, &str)> {
    let (line, below) = text.trim_start_matches('\n').split_once('\n')?;
    if is_separator(line) { head(below) } else { None }
}

type Header<'t> = (&'t str, Field, String);

/// Returns the headers that a text begins with, and what follows the blank line below them.
fn head(text: &str) -> Option<(Vec<Header<'_>>, &str)> {
    let mut headers: Vec<Header<'_>> = Vec::new();
    // Names that are not known make no head of a text which begins with them, but are no matter in one that is there.
    let mut unknown = 0;
    let mut rest = text.trim_start_matches('\n');
    loop {
        let (line, below) = rest.split_once('\n').unwrap_or((rest, ""));
        if line.trim().is_empty() {
            break;
        }
        match headers.last_mut() {
            // A long value goes on in lines that are indented.
            Some((.., value)) if line.starts_with(' ') => {
                value.push(' ');
                value.push_str(line.trim());
            }
            _ => {
                let known = header(line);
                unknown += usize::from(known.is_none());
                headers.push(known.or_else(|| other_header(line))?);
            }
        }
        if headers.len() > LINES {
            return None;
        }
        rest = below;
    }
    let has = |wanted: Field| headers.iter().any(|(_, field, _)| *field == wanted);
    let is_head = has(Field::Sender) && (has(Field::Subject) || has(Field::Date) && has(Field::Receiver));
    let is_certain = unknown == 0 || has(Field::Subject) && has(Field::Date);
    (is_head && is_certain).then_some((headers, rest))
}

/// Reads a header that says nothing of a report: a name of letters and hyphens, as `DKIM-Signature` or `Attachments`.
fn other_header(line: &str) -> Option<Header<'_>> {
    let (name, value) = line.split_once(':')?;
    let is_name = name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && value.starts_with(' ');
    is_name.then(|| (name, Field::Transport, value.trim().to_owned()))
}

fn header(line: &str) -> Option<Header<'_>> {
    let (name, value) = line.split_once([':', '：'])?;
    let lower = name.trim().to_lowercase();
    let field = NAMES.iter().find(|(known, _)| *known == lower)?.1;
    Some((name.trim(), field, value.trim().to_owned()))
}

/// Returns the name of a sender, none if only an address is there: `Ann Example <ann@wire.example>`.
fn sender(value: &str) -> &str {
    let name = value.split(['<', '[']).next().unwrap_or("").trim().trim_matches('"');
    if name.contains('@') { "" } else { name }
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
        assert_eq!(stated(text), (fields, vec!["To".to_owned()], "\nText.\n"));
        let text =
            "Von: a@b.example\nGesendet: Dienstag, 16. Juni 2026 14:30\nAn: c@d.example\nBetreff: Boote\n\nText.";
        let fields = [some("Boote"), None, some("Dienstag, 16. Juni 2026 14:30")];
        assert_eq!(stated(text), (fields, vec!["An".to_owned()], "\nText."));
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
