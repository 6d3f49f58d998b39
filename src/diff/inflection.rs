//! Two forms of one word.
//!
//! ```text
//!     says  said      boat  boats      berichtet  berichtete      annoncé  annonça
//! ```
//!
//! Such a pair stays a difference of wording, since a tense matters to a reader; but it stands for itself, and takes
//! none of the words around it along.

/// Letters at the end of a word that an ending may take up.
const ENDING: usize = 3;

/// Tells whether two words differ only in their endings, as far as can be told without knowing the language: they begin
/// alike for at least half of the longer one, and are not figures.
pub(super) fn inflected(left: &str, right: &str) -> bool {
    let alike = lower(left).zip(lower(right)).take_while(|(a, b)| a == b).count();
    let longer = lower(left).count().max(lower(right).count());
    let is_figure = |word: &str| word.contains(char::is_numeric);
    alike >= 2 && longer - alike <= ENDING && alike * 2 >= longer && !is_figure(left) && !is_figure(right)
}

fn lower(word: &str) -> impl Iterator<Item = char> {
    word.chars().flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings() {
        for (a, b) in [("says", "said"), ("Boat", "boats"), ("berichtet", "berichtete"), ("annoncé", "annonça")] {
            assert!(inflected(a, b), "{a} {b}");
        }
        for (a, b) in [("41", "47"), ("the", "a"), ("wrote", "has"), ("dog", "dogmatic"), ("", "")] {
            assert!(!inflected(a, b), "{a} {b}");
        }
    }
}
