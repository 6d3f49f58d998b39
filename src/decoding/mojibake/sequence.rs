//! Characters that a table gives the bytes of one character of UTF-8.

use super::table::{Script, Table};

/// Characters of a line, and what their bytes are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sequence {
    /// Where it begins in the line, in bytes.
    pub start: usize,
    /// Its length there, in bytes.
    pub length: u8,
    /// What its bytes are in UTF-8.
    pub decoded: char,
    /// Whether no text has such a sequence.
    pub certain: bool,
}

impl Sequence {
    /// Returns where it ends.
    pub fn end(&self) -> usize {
        self.start + usize::from(self.length)
    }
}

/// Returns the sequences of a line, and whether nothing else in it is other than ASCII.
pub(super) fn sequences(table: &Table, line: &str) -> (Vec<Sequence>, bool) {
    let mut found = Vec::new();
    let mut is_whole = true;
    let mut at = 0;
    while let Some(next) = line[at..].find(|c: char| !c.is_ascii()) {
        at += next;
        if let Some(sequence) = sequence(table, line, at) {
            at = sequence.end();
            found.push(sequence);
        } else {
            is_whole = false;
            at += line[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    (found, is_whole)
}

/// Returns the sequence that begins at a byte of a line.
fn sequence(table: &Table, line: &str, start: usize) -> Option<Sequence> {
    let mut chars = line[start..].chars();
    let first = chars.next()?;
    let lead = table.byte(first)?;
    let length = match lead {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let (mut bytes, mut end) = ([lead, 0, 0, 0], first.len_utf8());
    for place in &mut bytes[1..length] {
        let Some(c) = chars.next() else { return cut(table, line, start, lead) };
        let byte = if c.is_ascii() { None } else { table.byte(c).filter(|byte| matches!(byte, 0x80..=0xBF)) };
        let Some(byte) = byte else { return cut(table, line, start, lead) };
        *place = byte;
        end += c.len_utf8();
    }
    let decoded = std::str::from_utf8(&bytes[..length]).ok()?.chars().next()?;
    Some(Sequence { start, length: u8::try_from(end).ok()?, decoded: meant(decoded), certain: false })
}

/// Returns the character that is meant by another one: what UTF-8 has of U+0080 to U+009F was windows-1252 before, and
/// decoded as Latin-1 then.
fn meant(c: char) -> char {
    let byte = u8::try_from(c as u32).ok().filter(|byte| matches!(byte, 0x80..=0x9F));
    let Some(byte) = byte else { return c };
    let bytes = [byte];
    let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes);
    text.chars().next().unwrap_or(c)
}

/// Returns a sequence whose last character was lost on the way: the closing quotation mark, for whose last byte
/// windows-1252 has no character, and the no-break space that became a space.
///
/// ```text
///     â€ said      â€� said         ” said
///     Ã  la       10Â 000          à la, 10 000
///     Р РѕСЃСЃ   Р�РіСЂ  Р?РіСЂ    Росс, Игр, Игр
/// ```
fn cut(table: &Table, line: &str, start: usize, lead: u8) -> Option<Sequence> {
    let rest = &line[start..];
    if table.script == Script::Cyrillic {
        return cut_of_cyrillic(table, rest, start, lead);
    }
    let found = |length: usize, decoded| {
        let length = u8::try_from(length).ok()?;
        Some(Sequence { start, length, decoded, certain: false })
    };
    match lead {
        0xE2 if rest.starts_with("â€") => {
            let opening = '\u{E2}'.len_utf8() + '€'.len_utf8();
            let lost = rest[opening..].starts_with(char::REPLACEMENT_CHARACTER);
            found(opening + if lost { char::REPLACEMENT_CHARACTER.len_utf8() } else { 0 }, '”')
        }
        0xC3 if rest.starts_with("Ã  ") => found("Ã ".len(), 'à'),
        0xC3 if rest.starts_with("Ã ") => found("Ã".len(), 'à'),
        0xC2 if rest.starts_with("Â ") => found("Â ".len(), '\u{A0}'),
        _ => None,
    }
}

/// Does the same for windows-1251, whose byte A0 may have become a space, if a sequence follows, and which has no
/// character for the byte 98 alone.
fn cut_of_cyrillic(table: &Table, rest: &str, start: usize, lead: u8) -> Option<Sequence> {
    let mut chars = rest.chars();
    let (first, lost) = (chars.next()?, chars.next()?);
    let mut is_followed = || chars.next().and_then(|c| table.byte(c)).is_some_and(|byte| matches!(byte, 0xD0 | 0xD1));
    let decoded = match (lead, lost) {
        (0xD0, ' ') if is_followed() => 'Р',
        (0xD0, char::REPLACEMENT_CHARACTER | '?') => 'И',
        (0xD1, char::REPLACEMENT_CHARACTER) => 'ј',
        _ => return None,
    };
    let length = u8::try_from(first.len_utf8() + lost.len_utf8()).ok()?;
    Some(Sequence { start, length, decoded, certain: false })
}
