//! The letters of articles.
//!
//! ```text
//!     0 1 … 25 26 27 … 701 702
//!     A B …  Z AA AB …  ZZ AAA
//! ```

/// Returns the letter of an article: `A` … `Z`, `AA`, `AB` …, by its index.
#[must_use]
pub fn letter(index: usize) -> String {
    let last = char::from(b'A' + u8::try_from(index % 26).unwrap_or(0));
    match index / 26 {
        0 => last.to_string(),
        above => format!("{}{last}", letter(above - 1)),
    }
}

/// Returns the index of the article with a letter; `None` if it is no letter, or one beyond any story.
#[must_use]
pub fn index_of_letter(text: &str) -> Option<usize> {
    let digit = |c: char| c.is_ascii_alphabetic().then(|| c.to_ascii_uppercase() as usize - 'A' as usize + 1);
    let number = text.chars().take(4).try_fold(0_usize, |number, c| Some(number * 26 + digit(c)?))?;
    (text.len() <= 3).then(|| number.checked_sub(1)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_places() {
        for (index, name) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letter(index), name);
            assert_eq!(index_of_letter(name), Some(index));
        }
        assert_eq!(index_of_letter("b"), Some(1));
        for text in ["", "1", "A1", "É", "AAAA"] {
            assert_eq!(index_of_letter(text), None, "{text}");
        }
    }
}
