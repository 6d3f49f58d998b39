//! The tables that UTF-8 is decoded with by mistake, turned round: characters to bytes.

use std::sync::LazyLock;

use encoding_rs::{
    Encoding, IBM866, ISO_8859_2, KOI8_R, MACINTOSH, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253,
    WINDOWS_1254, WINDOWS_1255, WINDOWS_1256, WINDOWS_1257,
};
use oem_cp::code_table::{DECODING_TABLE_CP437, DECODING_TABLE_CP850};

use crate::unicode::ascii_scan::printable;

/// The end of the characters that matter here.
const END: usize = 0x2600;

/// The first byte beyond ASCII.
const FIRST: u8 = 0x80;

/// Which letters a table has, as far as rules differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// Latin letters in the upper half, signs in the lower.
    Latin,
    /// Cyrillic letters in both.
    Cyrillic,
    /// Greek letters in the upper half.
    Greek,
    /// Arabic letters in both, signs in the lower half.
    Arabic,
    /// Hebrew letters and points in the upper half.
    Hebrew,
    /// The table of Mac OS, with letters where others have signs.
    Mac,
    /// That of a console of DOS or Windows: letters in the lower half, frames in the upper.
    Dos,
}

/// A table, by character.
#[derive(Debug)]
pub(super) struct Table {
    pub script: Script,
    /// The byte of each character; 0 for none.
    bytes: Vec<u8>,
    /// The characters that have one.
    known: Vec<usize>,
}

/// All tables; the most usual first, of which that of Latin-1 is part: control characters stand for themselves.
pub(super) static TABLES: LazyLock<Vec<Table>> = LazyLock::new(|| {
    [
        (WINDOWS_1252, Script::Latin),
        (WINDOWS_1251, Script::Cyrillic),
        (WINDOWS_1250, Script::Latin),
        (MACINTOSH, Script::Mac),
        (WINDOWS_1254, Script::Latin),
        (WINDOWS_1257, Script::Latin),
        (ISO_8859_2, Script::Latin),
        (WINDOWS_1253, Script::Greek),
        (WINDOWS_1256, Script::Arabic),
        (WINDOWS_1255, Script::Hebrew),
        (KOI8_R, Script::Cyrillic),
        (IBM866, Script::Dos),
    ]
    .into_iter()
    .map(|(encoding, script)| Table::of_encoding(encoding, script))
    .chain([DECODING_TABLE_CP850, DECODING_TABLE_CP437].map(|upper| Table::of(&upper, Script::Dos)))
    .collect()
});

/// For each character which tables have it as the first byte of a sequence, and which as a later one.
static MASKS: LazyLock<Vec<(u16, u16)>> = LazyLock::new(|| {
    let mut masks = vec![(0, 0); END];
    for (index, table) in TABLES.iter().enumerate() {
        for &at in &table.known {
            let (byte, mask) = (table.bytes[at], &mut masks[at]);
            mask.0 |= u16::from(matches!(byte, 0xC2..=0xF4)) << index;
            mask.1 |= u16::from(matches!(byte, 0x80..=0xBF)) << index;
        }
    }
    masks
});

impl Table {
    fn of_encoding(encoding: &'static Encoding, script: Script) -> Self {
        let all: Vec<u8> = (FIRST..=u8::MAX).collect();
        // Each byte is one character, if only that which stands for none.
        let (text, _) = encoding.decode_without_bom_handling(&all);
        let mut table = Self::of(&text.chars().collect::<Vec<char>>(), script);
        if encoding == WINDOWS_1252 {
            (FIRST..0xA0).for_each(|byte| table.add(char::from(byte), byte));
        }
        table
    }

    /// Takes the characters of the bytes beyond ASCII.
    fn of(upper: &[char], script: Script) -> Self {
        let mut table = Self { script, bytes: vec![0; END], known: Vec::new() };
        for (byte, c) in (FIRST..=u8::MAX).zip(upper) {
            table.add(*c, byte);
        }
        table
    }

    fn add(&mut self, c: char, byte: u8) {
        if let Some(place) = self.bytes.get_mut(c as usize) {
            *place = byte;
            self.known.push(c as usize);
        }
    }

    /// Returns the byte of a character beyond ASCII, if it has one.
    pub fn byte(&self, c: char) -> Option<u8> {
        self.bytes.get(c as usize).copied().filter(|&byte| byte != 0)
    }
}

/// Tells whether a character is one of the quotation marks and dashes of English, two of which begin no sequence by any table.
const fn is_mark(c: char) -> bool {
    matches!(c, '–' | '—' | '‘' | '’' | '“' | '”' | '…')
}

/// Returns the tables, a bit each by index, by which some two characters of a text could be the beginning of a sequence.
///
/// Cost: linear in the text. The tables are made for the first two characters beyond ASCII that stand side by side and are not
/// both [`is_mark`]; few texts in English have such.
pub(super) fn candidates(text: &str) -> u16 {
    let is_sequence = |lead: char, later: char| !(is_mark(lead) && is_mark(later));
    let mask = |c: char| MASKS.get(c as usize).copied().unwrap_or_default();
    let (mut tables, mut before) = (0, None);
    let mut rest = text;
    while !rest.is_empty() {
        let plain = printable(rest.as_bytes());
        let mut chars = rest[plain..].chars();
        if let Some(c) = chars.next() {
            let beyond = (!c.is_ascii()).then_some(c);
            if let (Some(lead), Some(later)) = (before.filter(|_| plain == 0), beyond)
                && is_sequence(lead, later)
            {
                tables |= mask(lead).0 & mask(later).1;
            }
            before = beyond;
        }
        rest = chars.as_str();
    }
    tables
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_marks_begin_no_sequence() {
        let marks = || (0..END as u32).filter_map(char::from_u32).filter(|&c| is_mark(c)).map(|c| MASKS[c as usize]);
        assert!(marks().count() == 7 && marks().all(|lead| marks().all(|later| lead.0 & later.1 == 0)));
        // The check is not idle: of single tables they are one or the other.
        assert!(marks().any(|mask| mask.0 != 0) && marks().any(|mask| mask.1 != 0));
    }
}
