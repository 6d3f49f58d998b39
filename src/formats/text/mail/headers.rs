//! The lines of a mail's head: names that are known, and what each says.
//!
//! ```text
//!     From: Ann Example <ann@wire.example>      sender
//!     *Betreff:* New boats by spring            subject, in bold
//!     > Date: 16 June 2026                      of a quoted mail
//!     DKIM-Signature: v=1                       no matter in a head that is one
//! ```

/// Says what the value of a header is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
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

/// The most lines of a head.
const LINES: usize = 100;

/// The name of a header, what it is, and its value.
pub(super) type Header<'t> = (&'t str, Field, String);

/// Returns the headers that a text begins with, and what follows the blank line below them. Lines of a quoted mail are read
/// without their marks, if all lines of the head have them; what follows keeps its own.
pub(super) fn head(text: &str) -> Option<(Vec<Header<'_>>, &str)> {
    let mut headers: Vec<Header<'_>> = Vec::new();
    // Names that are not known make no head of a text which begins with them, but are no matter in one that is there.
    let mut unknown = 0;
    let mut rest = below_blank(text);
    let is_quoted_head = is_quoted(rest);
    loop {
        let (marked, below) = rest.split_once('\n').unwrap_or((rest, ""));
        let line = unquoted(marked);
        if line.trim().is_empty() {
            break;
        }
        if is_quoted(marked) != is_quoted_head {
            return None;
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

/// The most bytes of a name of a header, with spaces around it.
const LONGEST_NAME: usize = 64;

/// Reads a header whose name is known, also in bold as plain text has it: `*From:* Ann Example`.
pub(super) fn header(line: &str) -> Option<Header<'_>> {
    let beginning = &line.as_bytes()[..line.len().min(LONGEST_NAME + 2)];
    // The first byte of a wide colon is 0xEF.
    memchr::memchr2(b':', 0xEF, beginning)?;
    let bold = line.strip_prefix('*').and_then(|rest| rest.split_once(":*"));
    let (name, value) = bold.or_else(|| line.split_once([':', '：']))?;
    if name.len() > LONGEST_NAME {
        return None; // a sentence, as a rule
    }
    let lower = name.trim().to_lowercase();
    let field = NAMES.iter().find(|(known, _)| *known == lower)?.1;
    Some((name.trim(), field, value.trim().to_owned()))
}

/// Returns the name of a sender, none if only an address is there: `Ann Example <ann@wire.example>`.
pub(super) fn sender(value: &str) -> &str {
    let name = value.split(['<', '[']).next().unwrap_or("").trim().trim_matches('"');
    if name.contains('@') { "" } else { name }
}

/// Tells whether a line is one of a quoted mail.
pub(super) fn is_quoted(line: &str) -> bool {
    line.starts_with('>')
}

/// Returns a line without the marks of quoted mail before it, each with at most one space.
pub(super) fn unquoted(mut line: &str) -> &str {
    while let Some(rest) = line.strip_prefix('>') {
        line = rest.strip_prefix(' ').unwrap_or(rest);
    }
    line
}

/// Returns a text from its first line on that has more than marks of quoted mail.
fn below_blank(mut text: &str) -> &str {
    while let Some((_, below)) = text.split_once('\n').filter(|(line, _)| unquoted(line).trim().is_empty()) {
        text = below;
    }
    text
}
