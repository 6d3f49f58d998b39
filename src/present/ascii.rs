//! What stands for signs and lines where only ASCII is drawn.
//!
//! ```text
//!      ┊ Plans for new ferries …  │↓13 ~  3 │          : Plans for new ferries ~  |v13 ~  3 |
//! ```

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::wrap::{self, Ambiguous};

/// The one table: a sign, and the ASCII that stands for it. All of them take one column.
const TABLE: [(&str, &str); 32] = [
    ("│║╎╏┆┇┋▏▕", "|"),
    ("┃", "I"),
    ("─━═╌╍┄┅┈┉–—‒", "-"),
    ("↑▲△▴▵", "^"),
    ("↓▼▽▾▿", "v"),
    ("↕", "!"),
    ("⇢", "@"),
    ("≠≉", "!"),
    ("⇄⇌", "&"),
    ("⊏", "("),
    ("″", "\""),
    ("⋯", "+"),
    ("←◂◃‹«▌", "<"),
    ("→▸▹›»▐", ">"),
    ("◇◆", "&"),
    ("◀▶◁▷•●", "*"),
    ("◦○◯", "o"),
    ("·∙⋅", "."),
    ("■□▪▫¶№", "#"),
    ("░", ":"),
    ("▒", "+"),
    ("▓", "%"),
    ("▁▂", "_"),
    ("▃▄", "-"),
    ("▅▆", "="),
    ("≈≋", "%"),
    ("┊", ":"),
    ("╱", "/"),
    ("…", "~"),
    ("×", "x"),
    ("“”„", "\""),
    ("‘’‚", "'"),
];

/// Returns the ASCII that stands for a sign; `None` for what is no sign, as letters.
#[must_use]
pub fn ascii(sign: char) -> Option<&'static str> {
    TABLE.iter().find(|(signs, _)| signs.contains(sign)).map(|(_, ascii)| *ascii).or(match sign {
        '\u{2500}'..='\u{257F}' => Some("+"),
        '\u{2580}'..='\u{259F}' => Some("#"),
        '\u{2800}' => Some(" "),
        '\u{2801}'..='\u{28FF}' => Some(":"),
        '\u{2010}'..='\u{2BFF}' => Some("*"),
        _ => None,
    })
}

/// Tells whether signs are exchanged: where only ASCII is wanted, and where they would be too wide.
#[must_use]
pub fn are_exchanged(ascii: bool, ambiguous: Ambiguous) -> bool {
    ascii || ambiguous == Ambiguous::Wide
}

/// Returns a text with all of its signs exchanged.
#[must_use]
pub fn plain_text(ambiguous: Ambiguous, text: &str) -> String {
    let clusters = text.graphemes(true);
    clusters.map(|cluster| plain(ambiguous, cluster).unwrap_or_else(|| cluster.to_owned())).collect()
}

/// Returns what is drawn instead of a sign, or of a letter that would be too wide; `None` if it stays.
#[must_use]
pub fn plain(ambiguous: Ambiguous, symbol: &str) -> Option<String> {
    let sign = symbol.chars().next().filter(|sign| !sign.is_ascii())?;
    if let Some(ascii) = ascii(sign).filter(|_| wrap::width(symbol) == 1) {
        return Some(ascii.to_owned());
    }
    if ambiguous.cluster_width(symbol) <= wrap::width(symbol) {
        return None;
    }
    let base = sign.nfd().next().filter(char::is_ascii);
    Some(base.unwrap_or('?').to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stand_in_is_one_column_of_ascii() {
        for sign in (0..=0x2FFF).filter_map(char::from_u32) {
            assert!(ascii(sign).is_none_or(|ascii| ascii.is_ascii() && ascii.len() == 1), "{sign}");
        }
    }
}
