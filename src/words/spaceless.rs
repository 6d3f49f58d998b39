//! Words of scripts that set no spaces between them, by dictionary.
//!
//! ```text
//!     改修工事のため閉鎖していた     改修│工事│の│ため│閉鎖│し│て│い│た
//! ```
//!
//! Chinese, Japanese, Thai, Lao, Khmer and Burmese. Without the feature `cjk` the dictionaries are left out, and a word is
//! what UAX #29 makes of it: mostly one character.

/// The longest stretch in bytes that is looked up at once, so that cutting stays linear.
const LONGEST: usize = 1 << 10;

/// The lengths in bytes of the words that a text begins with, if its first letter is of such a script; they cover all the
/// letters of such scripts up to the next other one.
#[cfg(feature = "cjk")]
pub(super) fn words(text: &str) -> Vec<usize> {
    use std::sync::LazyLock;

    use icu_segmenter::options::WordBreakInvariantOptions;
    use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

    use crate::unicode::scripts::is_spaceless;

    // Its dictionaries are found once.
    static SEGMENTER: LazyLock<WordSegmenterBorrowed<'static>> =
        LazyLock::new(|| WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()));

    let letters = text.char_indices().take_while(|&(at, c)| at < LONGEST && is_spaceless(c));
    let Some(end) = letters.last().map(|(at, c)| at + c.len_utf8()) else { return Vec::new() };
    let bounds: Vec<usize> = SEGMENTER.segment_str(&text[..end]).collect();
    bounds.windows(2).map(|two| two[1] - two[0]).collect()
}

/// Without dictionaries nothing is known of such words.
#[cfg(not(feature = "cjk"))]
pub(super) fn words(_text: &str) -> Vec<usize> {
    let _ = LONGEST;
    Vec::new()
}
