//! UTF-16 without a byte order mark, where every other byte shows it.
//!
//! ```text
//!     54 00 68 00 65 00      zeros in the odd places: UTF-16LE
//!     00 54 00 68 00 65      zeros in the even places: UTF-16BE
//!     39 82 6F 30 0A 00      hardly any zeros: 船は, if nothing but East Asian letters comes of it
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
        return [UTF_16LE, UTF_16BE].into_iter().find(|encoding| is_east_asian(encoding, sample));
    }
    let (text, _) = encoding.decode_without_bom_handling(sample);
    is_text(&text).then_some(encoding)
}

/// The fewest characters that are hardly East Asian by chance.
const EAST_ASIAN: usize = 8;

/// Tells whether nine characters in ten of a reading are Chinese, Japanese or Korean: of other bytes, and in the other byte order,
/// it is one in three.
fn is_east_asian(encoding: &'static Encoding, sample: &[u8]) -> bool {
    let (text, _) = encoding.decode_without_bom_handling(sample);
    let is_it =
        |c: &char| matches!(c, '\u{3000}'..='\u{30FF}' | '一'..='\u{9FFF}' | '가'..='힣' | '\u{FF00}'..='\u{FF9F}');
    let (all, found) = (text.chars().count(), text.chars().filter(is_it).count());
    // Letters of its own are what it has least of by chance: a full stop, a comma or kana.
    let has_marks = text.contains(['。', '、', '，', '의', '는', 'の', 'は', '가', '을']);
    all >= EAST_ASIAN && found * 10 >= all * 9 && has_marks && is_text(&text)
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
