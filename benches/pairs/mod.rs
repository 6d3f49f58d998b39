//! Made-up pairs of long reports: the same text from the same seed, everywhere.
//!
//! The left report is prose of invented words that fall off in frequency as those of English do. The right one is made
//! from it, paragraph by paragraph, by what editors do to an agency's copy:
//!
//! ```text
//!     left    1   2   3   4   5   6       7   8
//!             =       ~   ╱ ╲   ╲ ╱    ╲      =
//!     right   1   ·   3  4a 4b  5+6   new 9   8   …   7 moved
//! ```

mod writer;

use std::sync::Arc;

use diptych::article::Article;
use diptych::intake::clean;
use diptych::pair::Pair;
use diptych::story::Story;
use diptych::tui::state::Opening;
use writer::{Writer, page};

/// The seed of all pairs.
const SEED: u64 = 2026;

/// Makes a pair of reports; the left one has so many bytes, or a paragraph more.
#[must_use]
pub fn pair(bytes: usize) -> Pair<String> {
    let mut writer = Writer::new(SEED);
    let headline = writer.headline();
    let left = writer.report(bytes);
    let right = writer.edition(&left);
    let headlines = Pair::new(headline.clone(), format!("{headline}, says council"));
    headlines.zip(Pair::new(left, right)).map(|(headline, paragraphs)| page(&headline, &paragraphs))
}

/// A story of such a pair.
#[must_use]
pub fn story(bytes: usize) -> Story {
    let read = |text: &String| Article::read("made", &clean::text(text));
    Story::new("made", pair(bytes).iter().map(read).collect())
}

/// What a reader of such a pair begins with.
#[must_use]
pub fn opening(bytes: usize, size: (u16, u16)) -> Opening {
    Opening::new(Arc::new(story(bytes)), Pair::new(0, 1)).sized(size.0, size.1)
}

/// What a reader of such a pair in Hebrew letters begins with.
#[must_use]
#[allow(dead_code, reason = "tests of other things read these pairs too")]
pub fn hebrew(bytes: usize, size: (u16, u16)) -> Opening {
    let letter = |c: char| match c.to_ascii_lowercase() {
        c @ 'a'..='z' => char::from_u32(0x5D0 + u32::from(c) - u32::from('a')).unwrap_or(c),
        _ => c,
    };
    let read = |text: &String| Article::read("made", &text.chars().map(letter).collect::<String>());
    let story = Story::new("made", pair(bytes / 2).iter().map(read).collect());
    Opening::new(Arc::new(story), Pair::new(0, 1)).sized(size.0, size.1)
}
