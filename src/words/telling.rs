//! How much a word tells by itself.
//!
//! ```text
//!     the 1    boat 2    ships 4    harbour 6    1989 6    UN 6
//! ```
//!
//! The longer a word, the more it tells (Zipf, "The Psycho-Biology of Language", 1935); figures and initials tell as much
//! as long words.

use crate::unicode::scripts::{is_hiragana, is_spaceless};

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
    pub is_figure: bool,
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
        let (weight, extent) = if is_spaceless(first) {
            match letters {
                0 | 1 => (1, WORD / 2),
                2 if is_hiragana(first) => (2, WORD),
                _ => (TELLING, WORD),
            }
        } else if has_figure || (is_capital && letters >= 2) {
            (TELLING, WORD)
        } else {
            // Three letters tell as little as one, and six as much as any.
            ((2 * letters).saturating_sub(6).clamp(1, TELLING), WORD)
        };
        let byte = |measure: usize| u8::try_from(measure).unwrap_or(u8::MAX);
        Self {
            letters: u16::try_from(letters).unwrap_or(u16::MAX),
            weight: byte(weight),
            extent: byte(extent),
            is_figure: has_figure,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_words_tell_more() {
        for (word, weight) in [("the", 1), ("boat", 2), ("ships", 4), ("harbour", 6), ("1989", 6), ("UN", 6), ("A", 1)]
        {
            let letters = u16::try_from(word.len()).expect("it is short");
            assert_eq!(
                Measures::of(word),
                Measures { letters, weight, extent: 2, is_figure: word == "1989" },
                "{word}"
            );
        }
        let measured = ["は", "から", "灯台", "๑๒"].map(Measures::of).map(|word| (word.weight, word.extent));
        assert_eq!(measured, [(1, 1), (2, 2), (6, 2), (6, 2)]);
    }
}
