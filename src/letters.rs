//! The letters of articles.
//!
//! ```text
//!     0 1 … 25 26 27 … 701 702
//!     A B …  Z AA AB …  ZZ AAA
//! ```

/// The letter of an article: `A` … `Z`, `AA`, `AB` …, by its place from 0.
#[must_use]
pub fn letter(place: usize) -> String {
    let last = char::from(b'A' + u8::try_from(place % 26).unwrap_or(0));
    match place / 26 {
        0 => last.to_string(),
        above => format!("{}{last}", letter(above - 1)),
    }
}

/// The place of the article with a letter, from 0; `None` if it is no letter, or one beyond any story.
#[must_use]
pub fn place_of_letter(text: &str) -> Option<usize> {
    let digit = |c: char| c.is_ascii_alphabetic().then(|| c.to_ascii_uppercase() as usize - 'A' as usize + 1);
    let number = text.chars().take(4).try_fold(0_usize, |number, c| Some(number * 26 + digit(c)?))?;
    (text.len() <= 3).then(|| number.checked_sub(1)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_places() {
        for (place, name) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letter(place), name);
            assert_eq!(place_of_letter(name), Some(place));
        }
        assert_eq!(place_of_letter("b"), Some(1));
        for text in ["", "1", "A1", "É", "AAAA"] {
            assert_eq!(place_of_letter(text), None, "{text}");
        }
    }
}
