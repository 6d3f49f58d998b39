//! Letters of which words are made without more ado.
//!
//! ```text
//!     Straße  Łódź  λόγος  берег        letters, from first to last
//!     été   灯台   שָׁלוֹם              not these: accents of their own, other scripts
//! ```
//!
//! Latin, Greek and Cyrillic: where such letters stand side by side no rule parts them.

use crate::unicode::ascii_scan;

/// Returns how many bytes of a text's beginning are letters of these alphabets, or digits.
pub(super) fn letters(text: &[u8]) -> usize {
    let mut at = 0;
    loop {
        at += ascii_scan::letters(&text[at..]);
        let beyond = text[at..].chunks_exact(2).take_while(|two| begins(two)).count();
        if beyond == 0 {
            return at;
        }
        at += 2 * beyond;
    }
}

/// Tells whether a text begins with a letter beyond ASCII. All of them have two bytes.
pub(super) const fn begins(text: &[u8]) -> bool {
    match text {
        [0xC3, b, ..] => !matches!(b, 0x97 | 0xB7), // À to ÿ without × and ÷
        [0xCE, b, ..] => matches!(b, 0x86 | 0x88..=0x8A | 0x8C | 0x8E..=0xA1 | 0xA3..=0xBF), // Ά to ο
        [0xCF, b, ..] => *b != 0xB6,                // π to Ͽ without ϶
        [0xD2, b, ..] => *b >= 0x8A,                // Ҋ to ҿ
        [0xC4..=0xC9 | 0xD0 | 0xD1 | 0xD3, ..] => true, // Ā to ɿ, Ѐ to ѿ, Ӏ to ӿ
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;

    #[test]
    fn letters_are_letters_to_the_full_rules() {
        for c in ('\u{80}'..='\u{FFFF}').filter(|c| begins(c.to_string().as_bytes())) {
            let word = format!("a{c}{c}1");
            assert!(c.is_alphabetic() && c.len_utf8() == 2, "{c}");
            assert_eq!(word.split_word_bounds().count(), 1, "{c}");
            for mark in ["'", "’", ".", ":"] {
                assert_eq!(format!("{c}{mark}{c}").split_word_bounds().count(), 1, "{c}");
            }
        }
    }

    #[test]
    fn words_of_many_languages() {
        for word in ["ferry", "Straße", "Łódź", "λόγος", "берег", "2ème", "Đà"] {
            assert_eq!(letters(format!("{word}, and").as_bytes()), word.len());
        }
        for other in ["", "×", "灯台", "\u{301}", "־"] {
            assert_eq!(letters(other.as_bytes()), 0);
        }
        assert_eq!(letters("e\u{301}te".as_bytes()), 1);
    }
}
