//! How much a word tells by itself.
//!
//! ```text
//!     the 1    boat 2    ships 4    harbour 6    1989 6    UN 6
//! ```
//!
//! The longer a word, the more it tells (Zipf, "The Psycho-Biology of Language", 1935); figures and initials tell as much
//! as long words.

/// The weight of a word that tells something by itself.
pub const TELLING: usize = 6;

/// The extent of a word. A letter of a script without spaces counts for half a word.
pub const WORD: usize = 2;

/// How much there is to a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Measures {
    pub letters: u16,
    pub weight: u8,
    pub extent: u8,
}

impl Measures {
    /// Measures a word.
    pub(super) fn of(text: &str) -> Self {
        let first = text.chars().next().unwrap_or(' ');
        let (mut letters, mut has_figure, mut is_capital) = (0, false, true);
        for c in text.chars() {
            letters += usize::from(c.is_alphanumeric());
            has_figure |= c.is_numeric();
            is_capital &= c.is_uppercase() || !c.is_alphabetic();
        }
        let (weight, extent) = if is_unspaced(first) {
            match letters {
                0 | 1 => (1, WORD / 2),
                2 if is_kana(first) => (2, WORD),
                _ => (TELLING, WORD),
            }
        } else if has_figure || (is_capital && letters >= 2) {
            (TELLING, WORD)
        } else {
            // Three letters tell as little as one, and six as much as any.
            ((2 * letters).saturating_sub(6).clamp(1, TELLING), WORD)
        };
        let byte = |measure: usize| u8::try_from(measure).unwrap_or(u8::MAX);
        Self { letters: u16::try_from(letters).unwrap_or(u16::MAX), weight: byte(weight), extent: byte(extent) }
    }
}

/// Whether a letter belongs to a script that sets no spaces between words.
const fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{2E80}'..='\u{A4CF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Whether a letter is hiragana, in which Japanese writes particles and endings.
#[must_use]
pub const fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_words_tell_more() {
        for (word, weight) in [("the", 1), ("boat", 2), ("ships", 4), ("harbour", 6), ("1989", 6), ("UN", 6), ("A", 1)]
        {
            let letters = u16::try_from(word.len()).expect("it is short");
            assert_eq!(Measures::of(word), Measures { letters, weight, extent: 2 }, "{word}");
        }
        let measured = ["は", "から", "灯台"].map(Measures::of).map(|word| (word.weight, word.extent));
        assert_eq!(measured, [(1, 1), (2, 2), (6, 2)]);
    }
}
