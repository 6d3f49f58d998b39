//! Texts whose bytes are all of ASCII and stand for other letters: encodings of old mails and news, which no table of bytes reads.
//!
//! ```text
//!     Die F+AOQ-hre f+AOQ-hrt             UTF-7 (RFC 2152): Die Fähre fährt
//!     ~{1>9+~}                            HZ (RFC 1843): Chinese between ~{ and ~}
//! ```
//!
//! Only what is certain counts: all runs of a text are what they have to be, and there are some.

use encoding_rs::GBK;

/// The fewest runs, and the fewest characters of Chinese.
const RUNS: usize = 3;
const CHARACTERS: usize = 4;

/// Returns which of these encodings a text is in, and what helps.
///
/// Cost: linear in the bytes.
pub(super) fn name(bytes: &[u8]) -> Option<&'static str> {
    if !bytes.is_ascii() {
        None
    } else if is_hz(bytes) {
        Some("text in the encoding HZ; try: iconv -f HZ -t UTF-8 FILE | diptych - OTHER")
    } else if is_utf7(bytes) {
        Some("text in the encoding UTF-7; try: iconv -f UTF-7 -t UTF-8 FILE | diptych - OTHER")
    } else {
        None
    }
}

/// Tells whether all that stands behind `~{` is Chinese up to `~}` on the same line. What was cut off may lack its end.
fn is_hz(bytes: &[u8]) -> bool {
    let mut characters = 0;
    let mut rest = bytes;
    while let Some(start) = memchr::memmem::find(rest, b"~{") {
        rest = &rest[start + 2..];
        let Some(end) = memchr::memmem::find(rest, b"~}") else { break };
        let is_pair = |pair: &[u8]| matches!(pair, [0x21..=0x77, 0x21..=0x7E]);
        if end % 2 == 1 || !rest[..end].chunks(2).all(is_pair) {
            return false;
        }
        let high: Vec<u8> = rest[..end].iter().map(|byte| byte | 0x80).collect();
        let (text, has_errors) = GBK.decode_without_bom_handling(&high);
        if has_errors {
            return false;
        }
        characters += text.chars().count();
        rest = &rest[end + 2..];
    }
    characters >= CHARACTERS
}

/// Tells whether all that stands behind `+` is text beyond ASCII, or the sign itself (`+-`).
fn is_utf7(bytes: &[u8]) -> bool {
    let mut runs = 0;
    let mut rest = bytes;
    while let Some(start) = memchr::memchr(b'+', rest) {
        rest = &rest[start + 1..];
        let length = rest.iter().position(|byte| base64(*byte).is_none()).unwrap_or(rest.len());
        if length == 0 && rest.first() == Some(&b'-') {
            continue;
        }
        let is_cut = length == rest.len();
        if !is_cut && !is_run(&rest[..length]) {
            return false;
        }
        runs += usize::from(!is_cut);
        rest = &rest[length..];
    }
    runs >= RUNS
}

/// Tells whether a run is letters and marks beyond ASCII in UTF-16, with nothing but zeros in the bits that are left.
fn is_run(run: &[u8]) -> bool {
    let (mut bits, mut held) = (0_u32, 0);
    let mut units = Vec::new();
    for value in run.iter().filter_map(|byte| base64(*byte)) {
        bits = bits << 6 | u32::from(value);
        held += 6;
        if held >= 16 {
            held -= 16;
            units.push(u16::try_from(bits >> held & 0xFFFF).unwrap_or_default());
            bits &= (1 << held) - 1;
        }
    }
    let is_letter = |c: char| {
        !c.is_ascii() && c.is_alphanumeric()
            || matches!(c, '\u{A0}'..='\u{BF}' | '\u{2010}'..='\u{203A}' | '\u{20AC}' | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}')
    };
    let are_letters = char::decode_utf16(units.iter().copied()).all(|c| c.is_ok_and(is_letter));
    !units.is_empty() && held < 6 && bits == 0 && are_letters
}

/// Returns the six bits that a character of base64 stands for.
fn base64(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_seven_bits_are_named() {
        let utf7 = "Die F+AOQ-hre f+AOQ-hrt nach S+APw-den, 1 +- 1 Boote.\n+IB4-Nie,+IBw sagt sie.";
        assert!(name(utf7.as_bytes()).is_some_and(|name| name.contains("UTF-7")));
        let cyrillic = "+BB8EMARABD4EPA +BEMERQQ+BDQEOARC +BEMEQgRABD4EPA-.";
        assert!(name(cyrillic.as_bytes()).is_some_and(|name| name.contains("UTF-7")));
        // What is looked at may end within a run.
        assert!(name(&utf7.as_bytes()[..20]).is_none() && name(&utf7.as_bytes()[..47]).is_some());
        let hz = "From the quay:\n~{VPNDVPND~}\nand ~{<:~} left ~~ that is all.";
        assert!(name(hz.as_bytes()).is_some_and(|name| name.contains("HZ")));
    }

    #[test]
    fn other_texts_are_none() {
        for text in [
            "A+ boats, C++ and 1+1",
            "Call +4912345678 or +4912345679 or +4912345670.",
            "a+bcd-e a+bcd-f a+bcd-g",
            "+AOQ- once, +AOQ- twice",
            "1 +- 1, 2 +- 2, 3 +- 3, 4 +- 4",
            "echo ~{a,b} ~{c,d}",
            "~{ab~} ~{a b c~}",
            "Fähre +AOQ- +AOQ- +AOQ-",
            "",
        ] {
            assert_eq!(name(text.as_bytes()), None, "{text}");
        }
    }
}
