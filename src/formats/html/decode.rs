//! Bytes of a page to its text, by what it says of its encoding.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::decoding;
use crate::draft::Draft;

/// How far into a page its encoding may be declared, in bytes. Browsers look at 1,024; some pages declare it later.
const DECLARED_WITHIN: usize = 4096;

/// Reads a page from its bytes: in the encoding that was declared for it, else in the one that it declares itself, else in
/// the one that they show. What that comes to is said, unless it was declared.
///
/// # Errors
///
/// If they are no text, or as the reader.
pub(super) fn read(
    bytes: &[u8],
    declared: Option<&str>,
    read: impl FnOnce(&str) -> Result<Draft, String>,
) -> Result<Draft, String> {
    let declared = declared.or_else(|| own(bytes).map(Encoding::name));
    let mut decoded = decoding::text(bytes, declared).map_err(|binary| binary.to_string())?;
    if declared.is_some() {
        decoded.encoding = None;
    }
    let mut draft = read(&decoded.text)?;
    draft.remarks.splice(0..0, decoded.remarks());
    Ok(draft)
}

/// Returns the encoding that a page declares for itself.
fn own(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARED_WITHIN)]).to_ascii_lowercase();
    let label = head.match_indices("charset").chain(head.match_indices("encoding")).find_map(|(at, word)| {
        let rest = head[at + word.len()..].trim_start().strip_prefix('=')?;
        let label = rest.trim_start().trim_start_matches(['"', '\'']);
        let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || "-_.:".contains(c))).unwrap_or(label.len());
        Encoding::for_label(&label.as_bytes()[..end])
    })?;
    // A declaration that can be read as ASCII is in no encoding of two bytes.
    Some(if label == UTF_16LE || label == UTF_16BE { UTF_8 } else { label })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(bytes: &[u8], declared: Option<&str>) -> String {
        let title = |text: &str| Ok(Draft { title: Some(text.to_owned()), ..Draft::default() });
        read(bytes, declared, title).ok().and_then(|draft| draft.title).unwrap_or_default()
    }

    #[test]
    fn a_page_is_decoded_as_it_declares() {
        assert_eq!(decode("\u{FEFF}Fähre".as_bytes(), None), "Fähre");
        for declaration in [
            "<meta charset=windows-1252>",
            "<meta content='text/html; charset = \"iso-8859-1\"'>",
            "<?xml encoding='latin1'?>",
        ] {
            let bytes = [declaration.as_bytes(), b"F\xE4hre"].concat();
            assert_eq!(decode(&bytes, None), format!("{declaration}Fähre"));
        }
        assert_eq!(decode("<meta charset=utf-16>Fähre".as_bytes(), None), "<meta charset=utf-16>Fähre");
        assert_eq!(decode("Fähre".as_bytes(), Some("iso-8859-1")), "Fähre");
        assert_eq!(decode(b"\x1B$B%U%'%j!<\x1B(B", Some("iso-2022-jp")), "フェリー");
    }
}
