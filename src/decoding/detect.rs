//! Which legacy encoding bytes are in that say nothing of it.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, WINDOWS_1251, X_MAC_CYRILLIC};

use super::dos::{self, CodePage};
use super::latin;

/// The bytes that are looked at, from shortly before the first one that is not ASCII on.
const SAMPLE: usize = 1 << 20;
const BEFORE: usize = 1 << 10;

/// Returns ISO-2022-JP if a text of ASCII has its escapes, and nothing that it has not.
pub(super) fn iso_2022_jp(text: &str) -> Option<&'static Encoding> {
    // Other escapes of it, such as ESC ( B, are those of terminals too.
    if !text.contains("\x1b$") || !text.is_ascii() {
        return None;
    }
    let (_, has_errors) = ISO_2022_JP.decode_without_bom_handling(text.as_bytes());
    (!has_errors).then_some(ISO_2022_JP)
}

/// Returns the encoding of bytes without NUL that are not valid UTF-8; `None` if they are no text.
pub(super) fn encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    if has_many_controls(bytes) {
        return None;
    }
    if is_nearly_utf8(bytes) {
        return Some(UTF_8);
    }
    let (start, sample) = sample(bytes);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, start + sample.len() == bytes.len());
    let guess = detector.guess(None, Utf8Detection::Deny);
    Some(if is_cyrillic_of_macintosh(guess, sample) { X_MAC_CYRILLIC } else { latin::corrected(guess, sample) })
}

/// Tells whether a Macintosh wrote what is taken for windows-1251, of which it has the small letters but for я: that is a capital
/// there, and its capitals are signs and letters of other languages, so that no word begins with a capital and many end in Я.
fn is_cyrillic_of_macintosh(guess: &'static Encoding, bytes: &[u8]) -> bool {
    if guess != WINDOWS_1251 {
        return false;
    }
    let count = |is: fn(&u8) -> bool| bytes.iter().filter(|byte| is(byte)).count();
    let behind_small = bytes.windows(2).filter(|pair| matches!(pair, [0xE0..=0xFE, 0xDF])).count();
    // Its signs but for quotation marks and dashes, which are capitals there: А to Ж, Л to П, Ц and Ш to Ъ.
    let capitals = count(|byte| matches!(byte, 0xC0..=0xC6 | 0xCB..=0xCF | 0xD6 | 0xD8..=0xDA));
    let own = count(|byte| matches!(byte, 0x80..=0x9F));
    behind_small >= 2 && capitals * 8 < own && count(|byte| *byte == 0xFF) < behind_small
}

/// Returns the code page of DOS that bytes are in which are taken for an encoding; `None` if that makes sense of them, or no page does.
pub(super) fn code_page(taken: &'static Encoding, bytes: &[u8]) -> Option<&'static CodePage> {
    if taken == UTF_8 {
        return None;
    }
    let (_, sample) = sample(bytes);
    dos::detect(taken, sample)
}

/// Returns the bytes that are looked at, and where they begin.
fn sample(bytes: &[u8]) -> (usize, &[u8]) {
    let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    let start = first.saturating_sub(BEFORE);
    (start, &bytes[start..bytes.len().min(start + SAMPLE)])
}

/// Tells whether more than one byte in twenty is a control character that no text has.
fn has_many_controls(bytes: &[u8]) -> bool {
    let is_odd = |byte: &&u8| matches!(byte, 0..=8 | 14..=26 | 28..=31 | 127);
    bytes.iter().filter(is_odd).count() * 20 > bytes.len()
}

/// Tells whether too many characters could not be decoded: more than three in ten.
pub(super) fn has_too_many(text: &str, undecoded: usize) -> bool {
    undecoded > 0 && undecoded * 10 > text.chars().count() * 3
}

/// Tells whether bytes are UTF-8 but for some damage: three characters beyond ASCII for each place that is malformed.
fn is_nearly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= 3 * bad
}
