//! An article as Factiva exports it with its indexing: a code of two or three capitals before each field.
//!
//! ```text
//!     HD   Boats for Larnholm         title
//!     BY   By Ann Example             byline
//!     WC   812 words                  set apart
//!     PD   16 June 2026               date
//!     SN   Larnholm Herald            outlet
//!     LP                              the lead, and
//!     The council said so.
//!     TD                              the rest of the text
//!     It did.
//!     CO   larnco : Larn Ltd          set apart, as all below
//!     AN   Document LARHER0020260616em6g0001
//! ```
//!
//! It is one only if it begins with the headline or the section, and says its outlet and its day or length before the lead: words in
//! capitals begin lines of other texts. Below the text fields are told where nothing but fields follows. Where the fields of another
//! document begin, that one and all below are left out.

use std::borrow::Cow;

use super::text::spaces;
use crate::draft::{Draft, DraftBlock, Kind};

/// The codes that stand above the text.
const HEAD: [&str; 18] =
    ["SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "CX", "CLM", "DLN", "ID"];

/// The codes that stand below it.
const FOOT: [&str; 13] = ["RF", "ART", "CT", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "DE", "IC"];

/// The codes of the lead and of the rest of the text.
const TEXT: [&str; 2] = ["LP", "TD"];

/// Holds what stands around the text of such an export.
#[derive(Debug, Default)]
pub(super) struct Around {
    pub above: Vec<DraftBlock>,
    pub below: Vec<DraftBlock>,
}

/// A field: its code and what follows, line by line.
struct Field<'t> {
    code: &'t str,
    lines: Vec<&'t str>,
}

impl Field<'_> {
    fn value(&self) -> String {
        spaces::fold(self.lines.join(" ").trim())
    }

    fn furniture(&self) -> DraftBlock {
        let text = format!("{} {}", self.code, self.value());
        DraftBlock { text: text.trim_end().to_owned(), kind: Some(Kind::Furniture) }
    }
}

/// Takes the fields off a text, states what they say, and returns the text alone and what stands around it; a text without them
/// stays as it is.
///
/// Cost: linear in the text.
pub(super) fn apart<'t>(text: &'t str, draft: &mut Draft) -> (Cow<'t, str>, Around) {
    if !begins(text) {
        return (text.into(), Around::default());
    }
    let lines: Vec<&str> = text.lines().collect();
    let Some((head, lead)) = head(&lines) else { return (text.into(), Around::default()) };
    let others = documents(&lines, lead);
    let end = others.first().map_or(lines.len(), |&(at, _)| at);
    leave_out(draft, others.len(), lines[end..].iter().map(|line| spaces::fold(line.trim())));
    let (body, foot) = foot(&lines[lead..end]);
    let above = state(head, draft);
    let below = fields(foot, &FOOT).iter().map(Field::furniture).collect();
    (running(body).into(), Around { above, below })
}

/// Does the same with the blocks of a document, which has each field in a row of a table or in a paragraph; a document without them
/// stays as it is.
///
/// Cost: linear in the blocks.
#[cfg(feature = "docx")]
pub(super) fn settle(draft: &mut Draft) {
    let texts: Vec<String> = draft.blocks.iter().map(|block| without_cell(&block.text)).collect();
    let lines: Vec<&str> = texts.iter().map(String::as_str).collect();
    let Some((head, lead)) = head(&lines) else { return };
    let is_bare = |line: &str| code(line, &FOOT).is_some_and(|(_, value)| value.is_empty());
    let others = documents(&lines, lead);
    let end = others.first().map_or(lines.len(), |&(at, _)| at);
    let mut foot = end;
    while foot > lead {
        let is_value = foot > lead + 1 && is_bare(lines[foot - 2]);
        foot -= match code(lines[foot - 1], &FOOT) {
            Some(_) => 1,
            None if is_value => 2,
            None => break,
        };
    }
    let below: Vec<DraftBlock> = fields(&lines[foot..end], &FOOT).iter().map(Field::furniture).collect();
    leave_out(draft, others.len(), lines[end..].iter().map(|line| (*line).to_owned()));
    let above = state(head, draft);
    let mut blocks = std::mem::take(&mut draft.blocks);
    blocks.truncate(foot);
    let body = blocks.drain(lead..).zip(&lines[lead..]).filter_map(|(mut block, line)| {
        let is_code = line.len() < block.text.len() || block.text.len() == TEXT[0].len();
        if let Some((_, value)) = code(line, &TEXT).filter(|_| is_code) {
            value.trim_start().clone_into(&mut block.text);
        }
        (!block.text.is_empty()).then_some(block)
    });
    draft.blocks = above.into_iter().chain(body).chain(below).collect();
}

/// Returns a row of a table whose first cell is a code as a line.
#[cfg(feature = "docx")]
fn without_cell(text: &str) -> String {
    match text.split_once(" · ") {
        Some((code, value)) if HEAD.iter().chain(&FOOT).chain(&TEXT).any(|known| *known == code) => {
            format!("{code} {value}")
        }
        _ => text.to_owned(),
    }
}

/// States what fields say, and returns the rest of them as blocks.
fn state(head: Vec<Field<'_>>, draft: &mut Draft) -> Vec<DraftBlock> {
    let mut rest = Vec::new();
    for field in head {
        let stated = match field.code {
            "HD" => &mut draft.title,
            "BY" => &mut draft.byline,
            "SN" => &mut draft.outlet,
            "PD" => &mut draft.date,
            _ => {
                rest.push(field.furniture());
                continue;
            }
        };
        if stated.is_none() && !field.value().is_empty() {
            *stated = Some(field.value());
        } else {
            rest.push(field.furniture());
        }
    }
    rest
}
/// Tells whether a text begins with the code of a headline or a section, as hardly any does.
fn begins(text: &str) -> bool {
    text.lines().find(|line| !line.trim().is_empty()).is_some_and(|line| code(line, &["HD", "SE"]).is_some())
}

/// Returns the fields above the text, and at which line the lead begins, with its code.
fn head<'t>(lines: &[&'t str]) -> Option<(Vec<Field<'t>>, usize)> {
    let first = lines.iter().position(|line| !line.trim().is_empty())?;
    code(lines[first], &["HD", "SE"])?;
    let lead = lines.iter().take(LINES).position(|line| code(line, &TEXT).is_some())?;
    let head = fields(&lines[..lead], &HEAD);
    let has = |code: &str| head.iter().any(|field| field.code == code && !field.value().is_empty());
    (has("HD") && has("SN") && (has("PD") || has("WC"))).then_some((head, lead))
}

/// Returns where each document below the first one begins, and where its lead does.
fn documents(lines: &[&str], lead: usize) -> Vec<(usize, usize)> {
    /// The most lines of a section and of a headline.
    const LONGEST: usize = 3;
    let mut documents = Vec::new();
    let mut at = lead;
    while at < lines.len() {
        let found = code(lines[at], &["HD", "SE"]).and_then(|_| head(&lines[at..])).filter(|(head, _)| {
            // The head of the next document begins here, not with a paragraph far above it.
            let is_short = |field: &Field<'_>| field.lines.len() <= LONGEST;
            let headline = head.iter().position(|field| field.code == "HD");
            headline.is_some_and(|headline| headline <= 1 && head[..=headline].iter().all(is_short))
        });
        match found {
            Some((_, lead)) => {
                documents.push((at, at + lead));
                at += lead;
            }
            None => at += 1,
        }
    }
    documents
}

/// Leaves out the lines of other documents.
fn leave_out(draft: &mut Draft, others: usize, lines: impl Iterator<Item = String>) {
    draft.others += others;
    let block = |text: String| (!text.is_empty()).then_some(DraftBlock { text, kind: None });
    draft.left_out.extend(lines.filter_map(block));
}

/// The most lines above the text.
const LINES: usize = 60;

/// Returns the code that a line begins with, and what follows.
fn code<'t>(line: &'t str, codes: &[&str]) -> Option<(&'t str, &'t str)> {
    let line = line.trim_start();
    let (code, value) = line.split_at(line.find(char::is_whitespace).unwrap_or(line.len()));
    codes.contains(&code).then_some((code, value))
}

/// Cuts lines into fields; the first line begins one.
fn fields<'t>(lines: &[&'t str], codes: &[&str]) -> Vec<Field<'t>> {
    let mut fields: Vec<Field<'t>> = Vec::new();
    for line in lines {
        match (code(line, codes), fields.last_mut()) {
            (Some((code, value)), _) => fields.push(Field { code, lines: vec![value] }),
            (None, Some(field)) => field.lines.push(line),
            (None, None) => {}
        }
    }
    fields
}

/// Parts the text from the fields below it: these begin behind a blank line, and each stretch of lines from there on with a code.
fn foot<'l, 't>(lines: &'l [&'t str]) -> (&'l [&'t str], &'l [&'t str]) {
    let is_blank = |at: usize| lines[at].trim().is_empty();
    let begins = |at: usize| at > 0 && is_blank(at - 1) && !is_blank(at);
    let mut foot = lines.len();
    for at in (0..lines.len()).rev().filter(|&at| begins(at)) {
        if code(lines[at], &FOOT).is_none() {
            break;
        }
        foot = at;
    }
    lines.split_at(foot)
}

/// Returns the text of the lead and of what follows, without their codes; lines that were set in behind these are set out.
fn running(lines: &[&str]) -> String {
    let is_code = |line: &&str| code(line, &TEXT).is_some_and(|(_, value)| stands_apart(value));
    let is_set_in =
        lines.iter().filter(|line| !line.is_empty() && !is_code(line)).all(|line| line.starts_with([' ', '\t']));
    let mut text = String::new();
    for line in lines {
        match code(line, &TEXT).filter(|(_, value)| stands_apart(value)) {
            Some((_, value)) => text.extend(["\n", value.trim_start()]),
            None => text.push_str(if is_set_in { line.trim_start() } else { line }),
        }
        text.push('\n');
    }
    text
}

/// Tells whether what follows a code is set off, or nothing: "TD Bank" is text.
fn stands_apart(value: &str) -> bool {
    value.trim().is_empty() || value.starts_with('\t') || value.starts_with("  ")
}

#[cfg(test)]
mod tests {
    use super::super::text::read;
    use super::*;

    fn told(draft: &Draft) -> String {
        let stated =
            [("title", &draft.title), ("byline", &draft.byline), ("outlet", &draft.outlet), ("date", &draft.date)];
        let stated = stated.iter().filter_map(|(name, text)| Some(format!("{name} = {}\n", text.as_ref()?)));
        let mark = |kind: Option<Kind>| if kind == Some(Kind::Furniture) { "- " } else { "" };
        stated.chain(draft.blocks.iter().map(|block| format!("{}{}\n", mark(block.kind), block.text))).collect()
    }

    #[test]
    fn codes_before_the_fields() {
        let text = "HD   Boats for Larnholm and\n     for Holm\nBY   Ann Example\nWC   812 words\nPD   16 June 2026\n\
                    SN   Larnholm Herald\nSC   LARHER\nLA   English\nCY   (c) 2026 Larn Ltd\n\nLP\nThe council said so.\n\n\
                    TD\nIt did.\n\nTD Holm did not.\n\nCO   larnco : Larn Ltd\n\nIN   i74 : Shipping\nAN   Document \
                    LARHER0020260616em6g0001\n";
        let expected = "title = Boats for Larnholm and for Holm\nbyline = Ann Example\noutlet = Larnholm Herald\n\
                        date = 16 June 2026\n- WC 812 words\n- SC LARHER\n- LA English\n- CY (c) 2026 Larn Ltd\n\
                        The council said so.\nIt did.\nTD Holm did not.\n- CO larnco : Larn Ltd\n- IN i74 : Shipping\n\
                        - AN Document LARHER0020260616em6g0001\n";
        assert_eq!(told(&read(text)), expected);
    }

    #[test]
    fn codes_on_lines_of_their_own_and_a_text_that_is_set_in() {
        let text = "SE\nLocal\nHD\nBoats for Larnholm\nPD\n16 June 2026\nSN\nLarnholm Herald\nLP   The council said so, and\n     \
                    it did.\n\nTD   Holm did not say, and\n     waits.\n\nAN   Document LARHER0020260616em6g0001\n";
        let expected = "title = Boats for Larnholm\noutlet = Larnholm Herald\ndate = 16 June 2026\n- SE Local\n\
                        The council said so, and it did.\nHolm did not say, and waits.\n- AN Document LARHER0020260616em6g0001\n";
        assert_eq!(told(&read(text)), expected);
    }

    #[test]
    fn of_several_documents_the_first_is_read() {
        let document = |name: &str| {
            format!(
                "SE   Local\nHD   Boats for {name}\nWC   12 words\nPD   16 June 2026\nSN   {name} Herald\n\nLP\nThe council of \
                 {name} said so.\n\nTD\nSE {name} has none.\n\nAN   Document {name}0020260616em6g0001\n\n"
            )
        };
        let first = read(&document("LARN"));
        let all = read(&["LARN", "HOLM", "TULL"].map(document).concat());
        assert_eq!((told(&all), all.others), (told(&first), 2));
        assert_eq!((first.others, first.left_out.len()), (0, 0));
        let left_out: Vec<&str> = all.left_out.iter().map(|block| block.text.as_str()).collect();
        assert_eq!((left_out.len(), left_out[..2].to_vec()), (20, vec!["SE Local", "HD Boats for HOLM"]));
    }

    #[test]
    fn capitals_in_other_texts_stay() {
        for text in [
            "HD screens are cheaper\n\nSN of the shop said so.\n\nLP records are not.\n",
            "The boats left.\n\nHD   Boats\nPD   16 June 2026\nSN   Herald\nLP\nThey did.\n",
        ] {
            let draft = read(text);
            assert!(draft.title.is_none() && draft.outlet.is_none());
            let all: String = draft.blocks.iter().flat_map(|block| [block.text.as_str(), " "]).collect();
            assert_eq!(all.split_whitespace().collect::<String>(), text.split_whitespace().collect::<String>());
        }
        // A text may go on with such a word.
        let text = "HD   Boats\nPD   16 June 2026\nSN   Herald\n\nLP\nOne.\n\nIN the end they left.\n\nSo they did.\n";
        assert!(told(&read(text)).ends_with("One.\nIN the end they left.\nSo they did.\n"));
    }

    #[cfg(feature = "docx")]
    #[test]
    fn codes_in_a_table_of_a_document() {
        let document = |lines: &[&str]| {
            let block = |line: &&str| DraftBlock { text: (*line).to_owned(), kind: None };
            let mut draft = Draft { blocks: lines.iter().map(block).collect(), ..Draft::default() };
            settle(&mut draft);
            told(&draft)
        };
        let rows = [
            "HD · Boats for Larnholm",
            "BY · Ann Example",
            "WC · 812 words",
            "PD · 16 June 2026",
            "SN · Larnholm Herald",
            "LP · The council said so.",
            "TD",
            "It did.",
            "TD Holm did not.",
            "CO · larnco : Larn Ltd",
            "AN",
            "Document LARHER0020260616em6g0001",
        ];
        assert_eq!(
            document(&rows),
            "title = Boats for Larnholm\nbyline = Ann Example\noutlet = Larnholm Herald\ndate = 16 June 2026\n\
             - WC 812 words\nThe council said so.\nIt did.\nTD Holm did not.\n- CO larnco : Larn Ltd\n\
             - AN Document LARHER0020260616em6g0001\n"
        );
        let others = rows.map(|row| row.replace("Larnholm", "Holm"));
        let more = [&rows[..], &others.each_ref().map(String::as_str)].concat();
        assert_eq!(document(&more), document(&rows));
        assert_eq!(document(&["HD · Boats", "IN · Larnholm", "LP"]), "HD · Boats\nIN · Larnholm\nLP\n");
    }
}
