//! Marks of notes in square brackets.
//!
//! ```text
//!     [12]   [note 4]   [a]      marks
//!     [citation] [1987]          none
//! ```

/// The longest mark without its brackets, in bytes.
pub(crate) const LONGEST: usize = 16;

/// The most figures of the number of a note.
pub(crate) const FIGURES: usize = 3;

/// The longest word before the number, in characters.
const WORD: usize = 8;

/// Tells whether what stands in square brackets is the mark of a note: its number, with a word before it perhaps, or a letter of
/// the first ones. Later letters are those that somebody changed in a quotation: "say[s]".
///
/// Cost: constant.
pub(crate) fn is_note(inside: &str) -> bool {
    if inside.len() > LONGEST {
        return false;
    }
    let is_number = |text: &str| (1..=FIGURES).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let is_word = |text: &str| (1..=WORD).contains(&text.chars().count()) && text.chars().all(char::is_alphabetic);
    let is_named =
        || inside.rsplit_once([' ', '\u{A0}']).is_some_and(|(word, number)| is_word(word) && is_number(number));
    is_number(inside) || matches!(inside, "a" | "b" | "c") || is_named()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_a_word_or_without() {
        for note in ["1", "123", "note 4", "Anm\u{A0}2", "注 3", "a"] {
            assert!(is_note(note), "{note}");
        }
        for other in ["", "1987", "s", "citation needed", "4 note", "sic", "update"] {
            assert!(!is_note(other), "{other}");
        }
    }
}
