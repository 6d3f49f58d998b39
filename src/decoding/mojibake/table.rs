//! The tables that UTF-8 is decoded with by mistake, turned round: characters to bytes.

use std::sync::LazyLock;

use encoding_rs::{
    Encoding, ISO_8859_2, MACINTOSH, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1254, WINDOWS_1257,
};

use crate::unicode::ascii_scan::printable;

/// The end of the characters that matter here.
const END: usize = 0x2300;

/// Which letters a table has, as far as rules differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// Latin letters in the upper half, signs in the lower.
    Latin,
    /// Cyrillic letters in both.
    Cyrillic,
    /// The table of Mac OS, with letters where others have signs.
    Mac,
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
    ]
    .map(|(encoding, script)| Table::of(encoding, script))
    .into()
});

/// For each character which tables have it as the first byte of a sequence, and which as a later one.
static MASKS: LazyLock<Vec<(u8, u8)>> = LazyLock::new(|| {
    let mut masks = vec![(0, 0); END];
    for (index, table) in TABLES.iter().enumerate() {
        for &at in &table.known {
            let (byte, mask) = (table.bytes[at], &mut masks[at]);
            mask.0 |= u8::from(matches!(byte, 0xC2..=0xF4)) << index;
            mask.1 |= u8::from(matches!(byte, 0x80..=0xBF)) << index;
        }
    }
    masks
});

impl Table {
    fn of(encoding: &'static Encoding, script: Script) -> Self {
        let (mut bytes, mut known) = (vec![0; END], Vec::new());
        let mut add = |at: usize, byte| {
            if let Some(place) = bytes.get_mut(at) {
                *place = byte;
                known.push(at);
            }
        };
        let all: Vec<u8> = (0x80..=0xFF).collect();
        // Each byte is one character, if only that which stands for none.
        let (text, _) = encoding.decode_without_bom_handling(&all);
        for (&byte, c) in all.iter().zip(text.chars()) {
            if byte < 0xA0 && encoding == WINDOWS_1252 {
                add(usize::from(byte), byte);
            }
            add(c as usize, byte);
        }
        Self { script, bytes, known }
    }

    /// Returns the byte of a character beyond ASCII, if it has one.
    pub fn byte(&self, c: char) -> Option<u8> {
        self.bytes.get(c as usize).copied().filter(|&byte| byte != 0)
    }
}

/// Returns the tables, a bit each by index, by which some two characters of a text could be the beginning of a sequence.
pub(super) fn candidates(text: &str) -> u8 {
    let (mut tables, mut leads) = (0, 0);
    let mut rest = text;
    while !rest.is_empty() {
        let plain = printable(rest.as_bytes());
        leads = if plain > 0 { 0 } else { leads };
        let mut chars = rest[plain..].chars();
        if let Some(c) = chars.next() {
            let (lead, later) = if c.is_ascii() { (0, 0) } else { MASKS.get(c as usize).copied().unwrap_or_default() };
            tables |= leads & later;
            leads = lead;
        }
        rest = chars.as_str();
    }
    tables
}
