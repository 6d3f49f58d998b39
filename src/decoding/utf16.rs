//! UTF-16 without a byte order mark, where every other byte shows it.
//!
//! ```text
//!     54 00 68 00 65 00      zeros in the odd places: UTF-16LE
//!     00 54 00 68 00 65      zeros in the even places: UTF-16BE
//! ```

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// The bytes that are looked at.
const SAMPLE: usize = 1 << 16;

/// The fewest characters that show anything.
const LEAST: usize = 4;

/// Returns which UTF-16 bytes with NUL among them are in; `None` if they are no such text.
///
/// A tenth of the characters at least must be of ASCII or Latin-1, as spaces and line ends are, and hardly any byte of
/// the other half may be zero.
pub(super) fn detect(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let (encoding, many, few) = if odd > even { (UTF_16LE, odd, even) } else { (UTF_16BE, even, odd) };
    let units = sample.len() / 2;
    if units < LEAST || many * 10 < units || few * 100 > units {
        return None;
    }
    let (text, _) = encoding.decode_without_bom_handling(sample);
    is_text(&text).then_some(encoding)
}

/// Tells whether what was decoded from UTF-16 is text: no NUL, and at most one in ten characters is a control character,
/// one of private use or U+FFFD.
pub(super) fn is_text(text: &str) -> bool {
    let is_odd = |c: char| {
        (c.is_control() && !c.is_whitespace())
            || matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{FFFD}'..='\u{FFFF}' | '\u{F0000}'..)
    };
    let (mut all, mut odd) = (0_usize, 0_usize);
    for c in text.chars() {
        if c == '\0' {
            return false;
        }
        all += 1;
        odd += usize::from(is_odd(c));
    }
    odd * 10 <= all
}
