//! Signs that have another one as their mirror image, for text that runs from right to left.
//!
//! ```text
//!     (  ≤  «      in text that runs from right to left they are drawn as      )  ≥  »
//! ```

use std::sync::LazyLock;

use unicode_bidi_mirroring::get_mirrored;

/// The pairs that the table knows from their first sign alone: it looks for the second one as if those were in order too. By
/// the second sign, in order.
static BY_SECOND: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let unreturned = |first: char| {
        let second = get_mirrored(first)?;
        (get_mirrored(second) != Some(first)).then_some((second, first))
    };
    let mut pairs: Vec<(char, char)> = ('\0'..'\u{10000}').filter_map(unreturned).collect();
    pairs.sort_unstable();
    pairs
});

/// Returns the mirror image of a sign (UAX #9, L4); `None` if it has none.
///
/// Cost: logarithmic in the table; the first time a look-up for each of 65,000 characters.
pub(super) fn mirrored(c: char) -> Option<char> {
    get_mirrored(c).or_else(|| {
        let at = BY_SECOND.binary_search_by_key(&c, |pair| pair.0).ok()?;
        Some(BY_SECOND[at].1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mirror_image_has_the_sign_as_its_own() {
        let pairs = ('\0'..=char::MAX).filter_map(|c| Some((c, mirrored(c)?)));
        assert!(pairs.clone().count() > 400);
        for (c, image) in pairs {
            assert_eq!(mirrored(image), Some(c), "{c} {image}");
        }
    }

    #[test]
    fn both_signs_of_a_pair_are_known() {
        let signs = "(<«‹[{≤≥∽⋍≌≓≕⊣⫣⫤⫥⫞⦸⟜⧵⯾⦣⦛⦠⫮⦐⦏";
        assert!(signs.chars().all(|c| mirrored(c).is_some()));
        assert_eq!(['≥', '∽', 'א', 'a', '-', '√'].map(mirrored), [Some('≤'), Some('∼'), None, None, None, None]);
    }
}
