//! Plain text: front matter or the head of a mail, and lines to blocks.
//!
//! ```text
//!     front matter ─► lines, without the     ─► paragraphs ─► blocks: lines joined, hyphens at their ends
//!                     marks of quoted mail                    put right, and what extraction left behind
//! ```
//!
//! What lines belong together is told by the lines alone, for each stretch of them by itself. What is taken off is counted and
//! said; nothing else of the text is lost.

mod columns;
mod furniture;
mod head;
mod hyphens;
mod indents;
mod line;
mod mail;
mod markers;
mod measure;
mod paragraphs;
mod quoted;
mod residue;
pub(super) mod spaces;
mod spacing;
mod verses;

use super::{exports, field_codes, front_matter};
use crate::draft::{Draft, DraftBlock, Kind};
use crate::unicode::dashes;
use crate::unicode::scripts::joins_lines;
use hyphens::{Hyphen, Hyphens};
use line::{End, Line};
#[cfg(feature = "html")]
pub(super) use mail::MailHead;
use residue::Mended;

/// Reads cleaned text; lines end with `\n`. It knows the kind of what belongs to pages and cuts a paragraph, and no other.
///
/// Cost: linear in the text.
#[must_use]
pub fn read(text: &str) -> Draft {
    let (mut draft, body) = front_matter::split(text);
    let body = mail::split(body, &mut draft);
    let (body, around) = field_codes::apart(body, &mut draft);
    let mut draft = with_body(draft, &body);
    draft.blocks.splice(..0, around.above);
    draft.blocks.extend(around.below);
    draft
}

/// Reads the text of a mail whose head is known, as [`read`] does; lines end with `\n`. Of a mail that was sent on the one
/// inside is read.
///
/// Cost: linear in the text.
#[cfg(feature = "html")]
pub(super) fn read_mail(head: &MailHead, text: &str) -> Draft {
    let mut draft = Draft::default();
    let body = mail::inside(head, text, &mut draft);
    with_body(draft, body)
}

/// Adds the blocks of a text to what was stated above it.
fn with_body(mut draft: Draft, body: &str) -> Draft {
    let (body, signature) = if draft.is_mail { mail::signature(body) } else { (body, "") };
    let (body, columns) = columns::apart(body);
    let (mut lines, quoted) = quoted::lines(&body);
    line::level_capitals(&mut lines);
    hyphens::level_doubled(&mut lines);
    let hyphens = Hyphens::of(&lines);
    let mut mended = Mended::default();
    let block = |paragraph: paragraphs::Paragraph<'_>| DraftBlock {
        text: residue::mend(join(&paragraph.lines, &hyphens), &mut mended),
        kind: paragraph.kind,
    };
    draft.blocks = paragraphs::of(&lines).into_iter().map(block).collect();
    if let Some(last) = draft.blocks.last_mut().filter(|last| last.kind.is_none() && !signature.is_empty()) {
        // A name above the signature, however short, is no heading.
        last.kind = Some(Kind::Paragraph);
    }
    let furniture = |line: &str| DraftBlock { text: spaces::fold(line.trim()), kind: Some(Kind::Furniture) };
    draft.blocks.extend(signature.lines().map(furniture));
    drop_soft_hyphens(&mut draft);
    draft.blocks.retain(|block| !block.text.is_empty());
    draft.remarks.extend(remarks(columns, quoted, mended));
    exports::settle(&mut draft);
    draft
}

/// Drops the soft hyphens at the ends of lines that no other line was joined to.
pub(super) fn drop_soft_hyphens(draft: &mut Draft) {
    for text in draft.texts_mut().filter(|text| text.contains(dashes::SOFT_HYPHEN)) {
        text.retain(|c| c != dashes::SOFT_HYPHEN);
    }
}

/// Says what was taken off, or decoded.
fn remarks(columns: usize, quoted: usize, mended: Mended) -> impl Iterator<Item = String> {
    let counted = |count: usize, one: &str, more: &str| {
        (count > 0).then(|| if count == 1 { format!("1 {one}") } else { format!("{count} {more}") })
    };
    [
        (columns > 0).then(|| "columns side by side read one after the other".to_owned()),
        counted(quoted, "mark of quoted mail taken off", "marks of quoted mail taken off"),
        counted(mended.entities, "HTML entity decoded", "HTML entities decoded"),
        counted(mended.emphasis, "pair of marks of emphasis taken off", "pairs of marks of emphasis taken off"),
    ]
    .into_iter()
    .flatten()
}

/// Joins wrapped lines with a space, except between two characters of a script that has none, within words of Thai, and behind a
/// hyphen.
fn join(lines: &[Line<'_>], hyphens: &Hyphens) -> String {
    let mut joined = String::new();
    let is_spaced = lines.len() > 1 && lines.iter().any(|line| sets_spaces(line.text));
    let widest = lines.iter().map(Line::characters).max().unwrap_or(0);
    for (k, line) in lines.iter().enumerate() {
        if let Some(before) = k.checked_sub(1).map(|before| &lines[before]) {
            if before.end == End::Hyphen {
                match hyphens.tell(before.text, line.text) {
                    Hyphen::Divides => {
                        joined.truncate(
                            joined.trim_end_matches(|c| dashes::is_hyphen(c) || c == dashes::SOFT_HYPHEN).len(),
                        );
                    }
                    Hyphen::Joins => {}
                    Hyphen::Suspended => joined.push(' '),
                }
            } else if !before.is_joined_to(line)
                && !before.divides_word(line, widest)
                && (is_spaced || !before.touches(line))
            {
                joined.push(' ');
            }
        }
        // Portuguese and Polish set the hyphen of a compound at the beginning of the next line once more.
        let is_doubled = joined.ends_with(dashes::is_hyphen) && hyphens::is_doubled(line.text);
        joined.push_str(&spaces::fold(if is_doubled { &line.text[1..] } else { line.text }));
    }
    joined
}

/// Tells whether a space stands beside a letter of a script that has none, as some set it around words of other scripts.
fn sets_spaces(text: &str) -> bool {
    let is_beside = |at: usize| text[..at].ends_with(joins_lines) || text[at + 1..].starts_with(joins_lines);
    !text.is_ascii() && memchr::memchr_iter(b' ', text.as_bytes()).any(is_beside)
}

#[cfg(test)]
mod tests {
    use super::read;

    fn split(text: &str) -> Vec<String> {
        read(text).blocks.into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn a_paragraph_a_line() {
        assert_eq!(split("One.\n\nTwo.\n \n\nThree."), ["One.", "Two.", "Three."]);
        assert_eq!(split("One.\nTwo.\nThree."), ["One.", "Two.", "Three."]);
    }

    #[test]
    fn a_hyphen_that_both_lines_have_is_one() {
        let text = "O conselho do porto reuniu-se na segunda-\n-feira e encomendou três barcos novos; ofere-\nceu-lhes também uma \
                    casa, disse-\n-lhes o presidente.";
        let expected = "O conselho do porto reuniu-se na segunda-feira e encomendou três barcos novos; ofereceu-lhes também uma \
                        casa, disse-lhes o presidente.";
        assert_eq!(split(text), [expected]);
    }

    #[test]
    fn two_that_touch_are_two() {
        assert_eq!(split("Head\n\nOne.\nTwo.\n\nThree.\n\nFour."), ["Head", "One.", "Two.", "Three.", "Four."]);
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let text = "The boats were taken out of\nservice in the last days of\nMarch.\n\n\
                    A tender is to be issued in\nthe course of the summer by\nthe ministry.";
        assert_eq!(
            split(text),
            [
                "The boats were taken out of service in the last days of March.",
                "A tender is to be issued in the course of the summer by the ministry."
            ]
        );
    }

    #[test]
    fn first_lines_that_are_set_in_show_the_paragraphs_of_a_short_text() {
        let text = "Sturm schließt Hafen\n\n   Nach einer Sturmnacht hat der Rat den Hafen\nGroßholms geschlossen. Verletzt wurde \
                    niemand.\n   Die Boote liegen fest, und der Rat bittet die\nBewohner um Geduld.\n   Auf der Insel fehlt Brot.";
        let expected = [
            "Sturm schließt Hafen",
            "Nach einer Sturmnacht hat der Rat den Hafen Großholms geschlossen. Verletzt wurde niemand.",
            "Die Boote liegen fest, und der Rat bittet die Bewohner um Geduld.",
            "Auf der Insel fehlt Brot.",
        ];
        assert_eq!(split(text), expected);
    }

    #[test]
    fn a_sentence_that_had_no_room_for_two_spaces_goes_on() {
        let text = "The boats of Holm were taken out of\nservice in March.  Nobody said so at\nthe time, and nobody had asked.\n\n\
                    The council is to meet on Thursday.\nIt will not say why before.\n\nA tender is to be issued in summer,\n\
                    and new boats are to come.";
        let second = "The council is to meet on Thursday. It will not say why before.";
        assert_eq!(split(text)[1], second);
        assert_eq!(
            split(&text.replace("Nobody said", "that nobody said").replace(".  ", ", "))[1..3].concat(),
            second.replace(". ", ".")
        );
    }

    #[test]
    fn wrapped_japanese_is_joined_without_spaces() {
        assert_eq!(
            split("灯台は三月\nに閉じられ\nた。\n\n町は夏まで\nに直すとい\nう。"),
            ["灯台は三月に閉じられた。", "町は夏までに直すという。"]
        );
    }

    #[test]
    fn lists_are_not_joined() {
        let text =
            "Present\nThe mayor\nTwo members of the council and a guest from the ferry company\n\nAbsent\nNobody";
        assert_eq!(split(text).len(), 5);
    }

    #[test]
    fn a_soft_hyphen_that_divides_nothing_goes() {
        let draft = read("Title: The fer\u{AD}\nAuthor: Ann\u{AD}\n\nBy Ann\u{AD}\n3 boats\u{AD}\nLeft.\u{AD}");
        assert!(!format!("{draft:?}").contains("\\u{ad}"), "{draft:?}");
        assert_eq!(split("\u{AD}\nx\u{AD}\n\ny"), ["x", "y"]);
    }

    #[test]
    fn nothing_is_no_block() {
        assert!(split(" \n\u{A0}\n").is_empty());
        assert!(split("").is_empty());
    }
}
