//! Text of Cyrillic, Greek, Hebrew or Arabic in an encoding of one byte, which was decoded with the table of Latin letters.
//!
//! ```text
//!     ßõòà ñòîèò ó ïðè÷àëà        windows-1251 decoded as windows-1252
//!     Яхта стоит у причала        no language of Latin letters has words of accented letters alone
//! ```
//!
//! Lines are judged one by one, and each is decoded whole or stays whole. Which encoding it was is told from all of these
//! lines together, as it is of a file in it.

use encoding_rs::{
    Encoding, ISO_8859_5, ISO_8859_7, ISO_8859_8, KOI8_R, KOI8_U, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253,
    WINDOWS_1255, WINDOWS_1256,
};

use super::super::detect;

/// The encodings that are put right: of scripts that have their letters where Latin has accented ones.
const ENCODINGS: [&Encoding; 9] =
    [WINDOWS_1251, KOI8_U, KOI8_R, ISO_8859_5, WINDOWS_1253, ISO_8859_7, WINDOWS_1255, ISO_8859_8, WINDOWS_1256];

/// How many letters a word of accented letters alone has, and how many of these words a text, to be none of Latin.
const LONG: usize = 4;
const MANY: usize = 5;

/// Mends such lines, and counts the words; `None` if there are too few, or they are in no encoding that is known.
///
/// Cost: linear in the text.
pub(super) fn mend(text: &str) -> Option<(String, usize)> {
    if !has_long(text) {
        return None;
    }
    let lines: Vec<(&str, Option<Vec<u8>>)> = text.split_inclusive('\n').map(|line| (line, bytes(line))).collect();
    let damaged: Vec<u8> = lines.iter().filter_map(|(_, bytes)| bytes.as_deref()).flatten().copied().collect();
    let places = words(&damaged).filter(|word| is_long(word)).count();
    if places < MANY {
        return None;
    }
    let encoding = detect::encoding(&damaged).filter(|encoding| ENCODINGS.contains(encoding))?;
    let mut mended = String::with_capacity(text.len());
    for (line, bytes) in lines {
        match bytes {
            Some(bytes) => mended.push_str(&encoding.decode_without_bom_handling(&bytes).0),
            None => mended.push_str(line),
        }
    }
    Some((mended, places))
}

/// Mends KOI8-R that was decoded as windows-1251, or the other way round, and counts the words: there small letters stand for capitals and capitals for small
/// ones, so that words are capitals behind a small letter, and hardly any are all small. `None` if there are too few.
///
/// ```text
///     нПУФ ЮЕТЕЪ ТЕЛХ     Мост через реку
/// ```
///
/// Cost: linear in the text.
pub(super) fn mend_koi8(text: &str) -> Option<(String, usize)> {
    // Letters that have a case begin with one of two bytes there, and few texts have any.
    memchr::memchr2(0xD0, 0xD1, text.as_bytes())?;
    let (mut turned, mut large, mut small) = (0, 0, 0);
    for word in text.split(|c: char| !is_cyrillic(c)).filter(|word| word.chars().nth(2).is_some()) {
        let behind_first = || word.chars().skip(1);
        let begins_small = word.starts_with(char::is_lowercase);
        if behind_first().all(char::is_uppercase) {
            turned += usize::from(begins_small);
            large += usize::from(!begins_small);
        } else if behind_first().all(char::is_lowercase) {
            small += 1;
        }
    }
    if turned < TURNED || small * 10 > turned + large {
        return None;
    }
    let swapped = |[by, from]: [&'static Encoding; 2]| -> String {
        let decoded = |c: char| {
            let mut buffer = [0; 4];
            let (bytes, _, _) = by.encode(c.encode_utf8(&mut buffer));
            from.decode_without_bom_handling(&bytes).0.chars().next().unwrap_or(c)
        };
        text.chars().map(|c| if is_cyrillic(c) { decoded(c) } else { c }).collect()
    };
    // Half of the letters of any Russian text are some of these.
    let usual = |text: &String| text.chars().filter(|c| "оеаинтср".contains(*c)).count();
    let directions = [[WINDOWS_1251, KOI8_R], [KOI8_R, WINDOWS_1251]].map(swapped);
    directions.into_iter().max_by_key(usual).map(|mended| (mended, turned + large))
}

/// How many words with the case turned round no text has.
const TURNED: usize = 3;

/// Tells whether a character is a letter of Russian, as windows-1251 has it, or what either encoding has where the other has ё and Ё.
fn is_cyrillic(c: char) -> bool {
    matches!(c, 'А'..='я' | 'Ё' | 'ё' | 'Ј' | 'ј' | 'і' | 'І' | 'Ѕ' | 'ѕ' | '╗' | '╦')
}

/// Tells whether a text has as many accented letters in a row as a long word: in UTF-8 each begins with the byte C3.
fn has_long(text: &str) -> bool {
    let mut row = (0, 0);
    memchr::memchr_iter(0xC3, text.as_bytes()).any(|at| {
        row = if at == row.0 { (at + 2, row.1 + 1) } else { (at + 2, 1) };
        row.1 >= LONG
    })
}

/// Returns the bytes of a line that was decoded so: hardly any letter of ASCII, and most words of accented letters alone.
fn bytes(line: &str) -> Option<Vec<u8>> {
    if line.is_ascii() {
        return None;
    }
    let bytes: Option<Vec<u8>> = line.chars().map(byte).collect();
    let bytes = bytes?;
    let (mut accented, mut plain) = (0, 0);
    for word in words(&bytes) {
        let high = word.iter().filter(|byte| !byte.is_ascii()).count();
        accented += high;
        plain += if high > 0 { 2 * (word.len() - high) } else { 0 };
    }
    let has_long = words(&bytes).any(is_long);
    (has_long && accented > 8 * plain).then_some(bytes)
}

/// Returns the byte of a character in windows-1252, or in Latin-1, which has control characters for its signs.
fn byte(c: char) -> Option<u8> {
    u8::try_from(c).ok().or_else(|| {
        let mut buffer = [0; 4];
        let (bytes, _, has_others) = WINDOWS_1252.encode(c.encode_utf8(&mut buffer));
        bytes.first().copied().filter(|_| !has_others)
    })
}

/// Returns the words of bytes: of ASCII letters and accented ones, where windows-1252 has × and ÷ too.
fn words(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split(|&byte| !(byte.is_ascii_alphabetic() || byte >= 0xC0)).filter(|word| !word.is_empty())
}

/// Tells whether a word is one that no language of Latin letters has: long, of accented letters alone, several of them.
fn is_long(word: &[u8]) -> bool {
    word.len() >= LONG && word.iter().all(|byte| *byte >= 0xC0) && word.iter().any(|byte| byte | 0x20 != word[0] | 0x20)
}
