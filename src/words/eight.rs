//! Letters of ASCII, eight at a time.
//!
//! ```text
//!     f  e  r  r  i  e  s  ,         eight bytes of a text, read as one number
//!     80 80 80 80 80 80 80 00        80 where a letter stands: seven of them
//! ```
//!
//! Words are about as long as a number, so that this takes one step where a loop over bytes would take six and guess when to
//! end.

/// How many letters, digits and underscores of ASCII a text begins with.
pub(super) fn plain_letters(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(eight) = bytes[at..].first_chunk() {
        let others = !letters(u64::from_le_bytes(*eight)) & each(0x80);
        if others != 0 {
            return at + others.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    at + bytes[at..].iter().take_while(|&&b| b.is_ascii_alphanumeric() || b == b'_').count()
}

/// Sets the highest bit of each byte that is a letter, a digit or an underscore.
const fn letters(eight: u64) -> u64 {
    let low = eight & each(0x7F);
    let found = between(low | each(0x20), b'a', b'z') | between(low, b'0', b'9') | between(low, b'_', b'_');
    found & !eight
}

/// Sets the highest bit of each byte that is not below the first and not above the last one; all are below 0x80, so that no
/// sum reaches the next byte. The other bits mean nothing.
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
            let expected = if b.is_ascii_alphanumeric() || b == b'_' { 9 } else { 3 };
            assert_eq!(plain_letters(&[b'a', b'Z', b'0', b, b'_', b'9', b'z', b'A', b'b']), expected, "{b}");
        }
    }

    #[test]
    fn a_text_of_any_length() {
        for length in 0..20 {
            let text = "a".repeat(length);
            assert_eq!(plain_letters(text.as_bytes()), length);
            assert_eq!(plain_letters(format!("{text} b").as_bytes()), length);
        }
    }
}
