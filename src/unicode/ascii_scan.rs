//! Bytes of ASCII, eight at a time.
//!
//! ```text
//!     f  e  r  r  i  e  s  ,         eight bytes of a text, read as one number
//!     80 80 80 80 80 80 80 00        80 where a letter stands: seven of them
//! ```
//!
//! Words are about as long as a number, so that this takes one step where a loop over bytes would take six and guess
//! when to end.

/// Returns how many letters and digits of ASCII a text begins with.
pub(crate) fn letters(text: &[u8]) -> usize {
    leading(text, are_letters)
}

/// Returns how many letters and digits of ASCII are at the beginning of a text's next eight bytes; `None` if it has
/// fewer bytes.
pub(crate) fn letters_of_eight(text: &[u8]) -> Option<usize> {
    Some(first_unset(are_letters(u64::from_le_bytes(*text.first_chunk()?))))
}

/// Printable characters that are looked at in one go, in bytes: as far as a processor looks by itself.
const STRETCH: usize = 32;

/// Returns how many printable characters of ASCII a text begins with, spaces included.
pub(crate) fn printable(text: &[u8]) -> usize {
    let is_printable = |b: &u8| matches!(b, b' '..=b'~');
    if !text.first().is_some_and(is_printable) {
        return 0; // in other scripts so most often that it is worth a look
    }
    let is_whole = |stretch: &&[u8]| stretch.iter().fold(true, |whole, b| whole & is_printable(b));
    let whole = text.chunks_exact(STRETCH).take_while(is_whole).count() * STRETCH;
    whole + leading(&text[whole..], |eight| between(eight & each(0x7F), b' ', b'~') & !eight)
}

/// Returns how many bytes come first that are of a kind, of which the highest bit is set.
fn leading(text: &[u8], are_kind: impl Fn(u64) -> u64) -> usize {
    let mut at = 0;
    while let Some(eight) = text[at..].first_chunk() {
        let length = first_unset(are_kind(u64::from_le_bytes(*eight)));
        at += length;
        if length < 8 {
            return at;
        }
    }
    let mut last = [0; 8];
    let rest = &text[at..];
    last[..rest.len()].copy_from_slice(rest);
    at + first_unset(are_kind(u64::from_le_bytes(last)))
}

/// Counts the bytes, from the lowest one, of which the highest bit is set.
const fn first_unset(eight: u64) -> usize {
    (!eight & each(0x80)).trailing_zeros() as usize / 8
}

const fn are_letters(eight: u64) -> u64 {
    let low = eight & each(0x7F);
    (between(low | each(0x20), b'a', b'z') | between(low, b'0', b'9')) & !eight
}

/// Sets the highest bit of each byte that is not below the first and not above the last one. All are below 0x80, so
/// that no sum reaches the next byte; the other bits mean nothing.
const fn between(bytes: u64, first: u8, last: u8) -> u64 {
    (bytes + each(0x80 - first)) & !(bytes + each(0x7F - last))
}

const fn each(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_is_told_as_by_itself() {
        for b in 0..=u8::MAX {
            let around = |b: u8| [b'a', b'Z', b'0', b, b'9', b'z', b'A', b'b', b'c'];
            assert_eq!(letters(&around(b)), if b.is_ascii_alphanumeric() { 9 } else { 3 }, "{b}");
            assert_eq!(printable(&around(b)), if matches!(b, b' '..=b'~') { 9 } else { 3 }, "{b}");
        }
    }

    #[test]
    fn a_text_of_any_length() {
        for length in 0..80 {
            let text = "a".repeat(length);
            let (followed, plain) = (format!("{text} b"), format!("{text}\n"));
            assert_eq!([letters(text.as_bytes()), letters(followed.as_bytes())], [length; 2]);
            assert_eq!([printable(text.as_bytes()), printable(plain.as_bytes())], [length; 2]);
        }
    }

    #[test]
    fn no_more_than_eight_are_looked_at() {
        let texts = ["ferry no. 7", "ferrymen", "ferrymen's", "seventeenth", "ferries"];
        let letters = texts.map(|text| letters_of_eight(text.as_bytes()));
        assert_eq!(letters, [Some(5), Some(8), Some(8), Some(8), None]);
    }
}
