//! ISO-2022-KR, the Korean of old mails, which the Encoding Standard leaves out: EUC-KR in seven bits.
//!
//! ```text
//!     1B 24 29 43        ESC $ ) C, once, at the beginning of a line
//!     0E 39 68 0F 20     shift out, 배 without its high bits, shift in, a space
//! ```

use encoding_rs::EUC_KR;

use super::Counted;

/// What it is called.
pub(super) const NAME: &str = "ISO-2022-KR";

const ESCAPE: &[u8] = b"\x1b$)C";
const SHIFT_OUT: u8 = 0x0E;
const SHIFT_IN: u8 = 0x0F;

/// Decodes bytes that have its escape, and are ASCII; `None` for others.
///
/// Cost: linear in the bytes.
pub(super) fn decode<'b>(bytes: &[u8]) -> Option<Counted<'b>> {
    if memchr::memchr(SHIFT_OUT, bytes).is_none() || !bytes.is_ascii() {
        return None;
    }
    let at = memchr::memmem::find(bytes, ESCAPE)?;
    if at > 0 && bytes[at - 1] != b'\n' {
        return None;
    }
    let mut wide = false;
    let mut eight = bytes[..at].to_vec();
    for &byte in &bytes[at + ESCAPE.len()..] {
        match byte {
            SHIFT_OUT => wide = true,
            SHIFT_IN => wide = false,
            b'\n' => {
                // A line ends in ASCII.
                wide = false;
                eight.push(byte);
            }
            0x21..=0x7E if wide => eight.push(byte | 0x80),
            _ => eight.push(byte),
        }
    }
    let (text, has_errors) = EUC_KR.decode_without_bom_handling(&eight);
    let undecoded = if has_errors { text.matches(char::REPLACEMENT_CHARACTER).count() } else { 0 };
    Some((text.into_owned().into(), undecoded))
}

#[cfg(test)]
mod tests {
    use super::super::text;
    use super::*;

    #[test]
    fn lines_of_it_are_read() {
        let sample = "A 배가 떠났다.\n두 번째 줄 2026\n";
        let mut bytes = ESCAPE.to_vec();
        bytes.push(b'\n');
        let mut is_wide = false;
        for &byte in EUC_KR.encode(sample).0.iter() {
            if byte.is_ascii() == is_wide {
                is_wide = !is_wide;
                bytes.push(if is_wide { SHIFT_OUT } else { SHIFT_IN });
            }
            bytes.push(byte & 0x7F);
        }
        let found = text(&bytes, None).expect("it is text");
        assert_eq!((found.text.trim_start(), found.remarks()), (sample, vec!["read as ISO-2022-KR".to_owned()]));
        for other in [&b"a \x0e b"[..], b"x\x1b$)C\x0e", b"\x1b$)C alone"] {
            assert_eq!(decode(other), None);
        }
    }
}
