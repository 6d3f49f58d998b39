//! Bytes of a page to its text, by what it says of its encoding.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How far into a page its encoding may be declared, in bytes. Browsers look at 1,024; some pages declare it later.
const DECLARED_WITHIN: usize = 4096;

/// Decodes a page: by its byte order mark, else by what was declared for it, else by its own declaration, else as UTF-8.
/// What fits no character is U+FFFD.
pub(super) fn decode(bytes: &[u8], declared: Option<&str>) -> String {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[length..]).0.into_owned();
    }
    // What is UTF-8 throughout is no other encoding by chance; pages that were saved again declare what they were in.
    if !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok() {
        return UTF_8.decode_without_bom_handling(bytes).0.into_owned();
    }
    let encoding = declared.and_then(|label| Encoding::for_label(label.as_bytes())).or_else(|| own(bytes));
    encoding.unwrap_or(UTF_8).decode_without_bom_handling(bytes).0.into_owned()
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

    #[test]
    fn a_page_is_decoded_as_it_declares() {
        assert_eq!(decode("\u{FEFF}Fähre".as_bytes(), None), "Fähre");
        assert_eq!(decode(b"\xFF\xFEF\0\xE4\0", None), "Fä");
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
        assert_eq!(decode(b"<meta charset=utf-8>\xE4", Some("iso-8859-2")), "<meta charset=utf-8>ä");
    }
}
