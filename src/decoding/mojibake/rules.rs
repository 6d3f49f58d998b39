//! Which sequences no text has.
//!
//! ```text
//!     â€™  â‚¬  ðŸ˜€  ï»¿           UTF-8 of quotation marks, of the euro sign, of pictures, of a byte order mark
//!     â\u{80}\u{99}              a control character of C1 among them
//!     dÃ©jÃ  vu  spÅ‚ywa          a capital inside of a word, and a sign after it
//!     Ã©tÃ©  5Â°  Å‚adny          a capital at the beginning of a word, and a sign that no word has there
//!     fГјr  Γ©tΓ©            a capital of Cyrillic or Greek beside a letter of Latin, and what no word has after it
//!     ├®t├®  fur├│r             a part of a frame beside a letter, and a letter or a sign
//!     Br├╝cke  ├╝ber            parts of a frame inside of a word; parts that do not meet, before a letter
//!     ÐŸÑ€Ð¸Ð²ÐµÑ‚  РџСЂРёРІРµС‚     three sequences and more in a row
//! ```
//!
//! What stands in the way of more: capitals before closing marks (`AMANHÃ”`, `«MANHû`), accented letters before a
//! no-break space and a mark (`été »`), Ukrainian in capitals (`МІЛІЦІЯ`).

use super::sequence::Sequence;
use super::table::{Script, Table};
use crate::unicode::dashes::is_dash;
use crate::unicode::quotes;

/// Decides for each sequence of a line whether it is certain.
pub(super) fn judge(table: &Table, line: &str, found: &mut [Sequence]) {
    let mut from = 0;
    while from < found.len() {
        let adjacent = found[from..].windows(2).take_while(|pair| pair[0].end() == pair[1].start).count();
        let to = from + adjacent + 1;
        let is_run = is_certain_run(table, line, &found[from..to]);
        for index in from..to {
            let before = match index.checked_sub(1).filter(|_| index > from) {
                Some(before) => Some(found[before].decoded),
                None => line[..found[index].start].chars().next_back(),
            };
            let after = match found.get(index + 1).filter(|_| index + 1 < to) {
                Some(after) => Some(after.decoded),
                None => line[found[index].end()..].chars().next(),
            };
            found[index].certain = is_run || is_certain(table, line, &found[index], [before, after]);
        }
        from = to;
    }
}

/// Tells whether adjacent sequences are too many to be a word: three and more, and two of them at least do not end in a
/// capital.
fn is_certain_run(table: &Table, line: &str, run: &[Sequence]) -> bool {
    let last = |sequence: &Sequence| line[sequence.start..sequence.end()].chars().next_back();
    let is_lower = |sequence: &&Sequence| last(sequence).is_some_and(|c| !c.is_uppercase());
    // Nor are frames words: one part of them at least has a letter or a sign beside it.
    let is_mixed = |sequence: &&Sequence| {
        let mut parts = line[sequence.start..sequence.end()].chars().map(is_of_frame);
        parts.next() != parts.next()
    };
    // "أ–ب–ج": letters may be listed, and a sentence ends in their punctuation.
    let is_odd = |sequence: &&Sequence| sequence.decoded > '\u{36F}' && last(sequence).is_some_and(is_odd_sign);
    let tells = |sequence: &&Sequence| match table.script {
        Script::Dos => is_mixed(sequence),
        Script::Arabic | Script::Hebrew => is_odd(sequence),
        _ => is_lower(sequence),
    };
    table.script != Script::Mac && run.len() >= 3 && run.iter().filter(tells).count() >= 2
}

/// Tells whether a sequence is one that no text has between two characters.
fn is_certain(table: &Table, line: &str, sequence: &Sequence, around: [Option<char>; 2]) -> bool {
    let text = &line[sequence.start..sequence.end()];
    let mut bytes = [0; 4];
    for (place, c) in bytes.iter_mut().zip(text.chars()) {
        let Some(byte) = table.byte(c) else { return false };
        *place = byte;
    }
    let mut chars = text.chars();
    let (lead, sign) = (chars.next().unwrap_or(' '), chars.next().unwrap_or(' '));
    // U+0085 may end a line.
    if text.chars().any(|c| matches!(c, '\u{80}'..='\u{84}' | '\u{86}'..='\u{9F}')) {
        return true;
    }
    match (bytes, table.script) {
        _ if is_usual(bytes) => true,
        (_, Script::Mac) => is_certain_of_mac(lead, sign, around),
        (_, Script::Cyrillic) if bytes[..2] == [0xF0, 0x9F] => true,
        ([0xC2..=0xC5, _, 0, 0], Script::Cyrillic | Script::Greek | Script::Arabic | Script::Hebrew) => {
            is_certain_beside_latin(sign, around)
        }
        (_, Script::Cyrillic | Script::Greek | Script::Arabic | Script::Hebrew) => false,
        // A part of a frame itself, of what was decoded so twice.
        ([0xE2, 0x94 | 0x95, ..], Script::Dos) => true,
        // No text is of the signs of phonetics, which a frame stands for by chance.
        (_, Script::Dos) if matches!(sequence.decoded, '\u{250}'..='\u{36F}') => false,
        (_, Script::Dos) => is_of_frame(lead) && is_certain_beside_frame(lead, sign, around),
        ([0xC2..=0xC5, _, 0, 0], Script::Latin) => is_certain_capital(bytes[0], lead, sign, around),
        (_, Script::Latin) => is_usual_of_latin(bytes),
    }
}

/// Tells whether bytes are the euro sign, the trade mark or general punctuation.
fn is_usual(bytes: [u8; 4]) -> bool {
    matches!(bytes, [0xE2, 0x80, ..] | [0xE2, 0x82, 0xAC, _] | [0xE2, 0x84, 0xA2, _])
}

/// Tells whether bytes are a byte order mark, U+FFFD, a full width; an arrow, a minus, a star; kana, Devanagari or Thai;
/// a picture.
fn is_usual_of_latin(bytes: [u8; 4]) -> bool {
    match bytes[0] {
        0xEF => matches!(bytes[1], 0xBC..=0xBF) || bytes[1..3] == [0xBB, 0xBF],
        0xE2 => matches!(bytes[1], 0x86 | 0x88 | 0x98 | 0x9C),
        0xE3 => matches!(bytes[1], 0x80 | 0x82 | 0x83),
        0xE0 => matches!(bytes[1], 0xA4 | 0xA5 | 0xB8),
        0xF0 => bytes[1] == 0x9F,
        _ => false,
    }
}

/// Tells whether no text has a capital, which is the first of two bytes, and a sign after it.
fn is_certain_capital(byte: u8, lead: char, sign: char, [before, after]: [Option<char>; 2]) -> bool {
    let before = before.unwrap_or(' ');
    if before.is_lowercase() {
        return byte <= 0xC3 || !sign.is_alphabetic();
    }
    let is_followed = |is: fn(char) -> bool| after.is_some_and(is);
    let is_closing = matches!(sign, '”' | '’' | '»' | '›' | '‘');
    let is_opening = matches!(sign, '“' | '„' | '‚' | '‹' | '«');
    let is_mark = matches!(sign, '…' | '–' | '—' | '•' | '†' | '‡');
    let is_hard = matches!(
        sign,
        '‰' | '€'
            | 'ƒ'
            | 'ˆ'
            | '˜'
            | '¡'
            | '¿'
            | '¢'
            | '£'
            | '¤'
            | '¥'
            | '¦'
            | '§'
            | '¯'
            | '¸'
            | '¬'
            | '±'
            | 'µ'
            | '¼'
            | '½'
            | '¾'
    );
    match byte {
        // Letters that no word begins with and that are no word: Ã, Â, Ă.
        // "BÃ©la": no mark stands inside a word between a capital and a small letter.
        0xC2 | 0xC3 if before.is_alphabetic() => {
            is_hard || !sign.is_alphabetic() && !sign.is_whitespace() && is_followed(char::is_lowercase)
        }
        0xC2 | 0xC3
            if matches!(before, '“' | '„' | '«' | '‘' | '‚' | '"' | '\'' | '(' | '[')
                && !is_followed(char::is_alphabetic) =>
        {
            is_hard
        }
        0xC2 if is_closing => matches!(before, '.' | ',' | '!' | '?'),
        0xC2 if matches!(sign, '“' | '«') => is_followed(char::is_alphabetic),
        _ if before.is_alphabetic() || is_closing => false,
        _ if is_opening || (is_mark && lead == 'Ã') => is_followed(char::is_lowercase),
        _ if is_mark => false,
        0xC2 | 0xC3 => !sign.is_alphabetic() || lead == 'Ã' || matches!(sign, 'ª' | 'º'),
        _ => !sign.is_alphabetic() && !sign.is_whitespace() && sign != '\u{AD}' && is_followed(char::is_lowercase),
    }
}

/// Tells whether no text has two such characters where Mac OS has the first two bytes of a sequence.
fn is_certain_of_mac(lead: char, sign: char, [before, after]: [Option<char>; 2]) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    match lead {
        // A root has something else below it; and no letter before it.
        '√' => is_letter(before) || (!matches!(sign, 'π' | 'Ω' | '∂' | '∑' | '∏' | '∫' | '∞') && is_letter(after)),
        '¬' => !sign.is_alphabetic(),
        _ => false,
    }
}

/// Tells whether no text has a capital of another script than Latin, and a sign after it, where a word of Latin letters goes on.
fn is_certain_beside_latin(sign: char, around: [Option<char>; 2]) -> bool {
    // "В\u{A0}iPhone": a preposition of one letter stands before any word.
    let is_of_word = !sign.is_whitespace() && !quotes::is_quotation_mark(sign) && sign != '\u{AD}';
    let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_lowercase());
    is_of_word && around.into_iter().any(is_latin)
}

/// Tells whether no text has a part of a frame, and a letter, a sign or another part after it: inside of a word, or where two parts
/// do not meet, "├╝ber".
fn is_certain_beside_frame(lead: char, sign: char, [before, after]: [Option<char>; 2]) -> bool {
    let is_behind_letter = before.is_some_and(char::is_alphabetic);
    let is_before_letter = after.is_some_and(char::is_lowercase);
    let do_meet = !matches!(lead, '┬' | '├' | '─' | '┼') || !matches!(sign, '╡' | '╕' | '╛' | '╣' | '╗' | '╝');
    if is_of_frame(sign) { is_before_letter && (is_behind_letter || !do_meet) } else { is_behind_letter }
}

/// Tells whether a character is a sign that no text has between letters.
fn is_odd_sign(c: char) -> bool {
    let is_mark =
        matches!(c, '،' | '؛' | '؟' | '…' | '•' | '·' | '\u{AD}') || is_dash(c) || quotes::is_quotation_mark(c);
    !is_mark && !c.is_alphanumeric() && !c.is_whitespace()
}

/// Tells whether a character is one of those that frames and bars are drawn with.
fn is_of_frame(c: char) -> bool {
    matches!(c, '\u{2500}'..='\u{259F}')
}
