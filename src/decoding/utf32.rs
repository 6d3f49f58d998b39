//! UTF-32, told by its mark or by its characters of four bytes each.
//!
//! ```text
//!     FF FE 00 00  54 00 00 00       UTF-32LE, with a byte order mark
//!     00 00 00 54  00 00 00 68       UTF-32BE, without one
//! ```

use super::utf16;

/// The fewest characters that show anything without a mark.
const LEAST: usize = 4;

/// Decodes bytes in UTF-32, and returns the name of the encoding with the text; `None` if they are none, or no such text.
///
/// Cost: linear in the bytes; constant for most others.
pub(super) fn decode(bytes: &[u8]) -> Option<(&'static str, String)> {
    if !bytes.len().is_multiple_of(4) {
        return None;
    }
    let read = |to_unit: fn([u8; 4]) -> u32| -> Option<String> {
        bytes.as_chunks().0.iter().map(|chunk| char::from_u32(to_unit(*chunk))).collect()
    };
    let little = || Some("UTF-32LE").zip(read(u32::from_le_bytes));
    let (name, text) = little().or_else(|| Some("UTF-32BE").zip(read(u32::from_be_bytes)))?;
    let marked = text.strip_prefix('\u{FEFF}');
    let count = text.chars().count();
    let words = text.chars().filter(|c| c.is_alphanumeric() || c.is_whitespace()).count();
    let is_text = utf16::is_text(&text) && (marked.is_some() || count >= LEAST && words * 2 > count);
    is_text.then(|| (name, marked.unwrap_or(&text).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_byte_orders_are_read() {
        let bytes = |text: &str, to_bytes: fn(u32) -> [u8; 4]| -> Vec<u8> {
            text.chars().flat_map(|c| to_bytes(c as u32)).collect()
        };
        for text in ["Die Fähre fährt.", "船は港を出た。"] {
            let marked = format!("\u{FEFF}{text}");
            for (name, to_bytes) in
                [("UTF-32LE", u32::to_le_bytes as fn(u32) -> [u8; 4]), ("UTF-32BE", u32::to_be_bytes)]
            {
                assert_eq!(decode(&bytes(text, to_bytes)), Some((name, text.to_owned())));
                assert_eq!(decode(&bytes(&marked, to_bytes)), Some((name, text.to_owned())));
            }
        }
        for other in [&b"Text"[..], b"", &[0; 64], &[1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0], b"T\0e\0x\0t\0"] {
            assert_eq!(decode(other), None);
        }
    }
}
