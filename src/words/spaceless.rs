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

    use unicode_segmentation::UnicodeSegmentation;

    use crate::unicode::scripts::{compose, is_part, is_spaceless, is_within_letter};

    // Its dictionaries are found once.
    static SEGMENTER: LazyLock<WordSegmenterBorrowed<'static>> =
        LazyLock::new(|| WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()));

    let letters = text.char_indices().take_while(|&(at, c)| at < LONGEST && is_spaceless(c));
    let Some(end) = letters.last().map(|(at, c)| at + c.len_utf8()) else { return Vec::new() };
    let text = &text[..end];
    let bounds = |text: &str| -> Vec<usize> { SEGMENTER.segment_str(text).collect() };
    let lengths = |bounds: Vec<usize>| bounds.windows(2).map(|two| two[1] - two[0]).collect();
    if !text.contains(is_part) {
        return lengths(bounds(text));
    }
    // The dictionaries know letters of one character each.
    let starts = text.grapheme_indices(true).map(|(at, _)| at).filter(|&at| at > 0 && !is_within_letter(text, at));
    let (mut composed, mut ends) = (String::new(), vec![(0, 0)]);
    let mut start = 0;
    for end in starts.chain([text.len()]) {
        composed.push_str(&compose(&text[start..end]));
        ends.push((composed.len(), end));
        start = end;
    }
    let original = |bound: usize| ends[ends.partition_point(|&(end, _)| end < bound)].1;
    let mut bounds: Vec<usize> = bounds(&composed).into_iter().map(original).collect();
    bounds.dedup();
    lengths(bounds)
}

/// Without dictionaries nothing is known of such words.
#[cfg(not(feature = "cjk"))]
pub(super) fn words(_text: &str) -> Vec<usize> {
    let _ = LONGEST;
    Vec::new()
}
