//! Whether a report says of itself that the rest of it is for those who pay.
//!
//! ```text
//!     The council met on Tuesday.
//!     It ordered …
//!     You have 62 % of this article left. Subscribe now.     one of the last blocks, short, and one of its sentences says so
//! ```

use super::lines::is_of_at_most;
use super::{Article, Block, PatternKind, Patterns};

/// The most blocks at the end of a report that are looked at, and the most bytes of one.
pub(super) const LAST: usize = 6;
const LONGEST: usize = 600;

impl Article {
    /// Tells whether one of its last blocks says that the rest of it is not there.
    ///
    /// Cost: constant.
    #[must_use]
    pub fn is_cut_off(&self, patterns: &Patterns) -> bool {
        let last = self.blocks.iter().rev().take(LAST);
        last.map(|block: &Block| block.text.as_str()).any(|text| text.len() <= LONGEST && says_so(text, patterns))
    }

    /// Tells whether what its source has beside the report says so, which may be of another report.
    ///
    /// Cost: linear in the lines that are left out.
    #[must_use]
    pub fn is_cut_off_beside(&self, patterns: &Patterns) -> bool {
        self.left_out.iter().any(|line| line.len() <= LONGEST && says_so(line, patterns))
    }
}

/// Tells whether a block is a notice and no sentence of a report: it begins as one, and hardly goes on.
pub(super) fn is_notice(text: &str, patterns: &Patterns) -> bool {
    /// The most words, and the most characters, that follow in the sentence, and the most bytes of the block.
    const REST: (usize, usize) = (4, 40);
    const NOTICE: usize = 240;
    if text.len() > NOTICE {
        return false;
    }
    let first = text.split_inclusive(['。', '！']).next().unwrap_or("");
    let first = first.split(". ").next().unwrap_or("").trim_end_matches(['.', '。', '！']);
    let is_short = |rest: &str| is_of_at_most(rest, REST.0) && rest.chars().nth(REST.1).is_none();
    patterns.after(PatternKind::Paywall, first).is_some_and(is_short) || patterns.is(PatternKind::Paywall, first)
}

fn says_so(text: &str, patterns: &Patterns) -> bool {
    let is_end = |c: char| matches!(c, '!' | '?' | '…' | '。' | '！' | '？');
    // A full stop may stand in a number.
    let sentences = text.split(is_end).flat_map(|sentence| sentence.split(". "));
    sentences.map(str::trim).any(|sentence| !sentence.is_empty() && patterns.has(PatternKind::Paywall, sentence))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_near_the_end_says_so() {
        let patterns = Patterns::with(&[(PatternKind::Paywall, "the quay is for members…".to_owned())]);
        let is_cut_off =
            |last: &str| Article::read("a", &format!("New boats\n\nThe boats left.\n\n{last}")).is_cut_off(&patterns);
        for last in [
            "Il vous reste 62.3 % de cet article à lire. La suite est réservée aux abonnés.",
            "You have 62% of this article left to read.",
            "Thank you! This article is for subscribers only.",
            "Log in or subscribe to continue reading",
            "Sie haben 40 % des Artikels gelesen.",
            "この記事は有料会員限定です。残り962文字",
            "The quay is for members. Join.",
            "This post is for paid subscribers\n\nSubscribe\n\nAbout\n\nHelp",
        ] {
            assert!(is_cut_off(last), "{last}");
        }
        for last in [
            "You have 62 boats left.",
            "The paper told them to subscribe.",
            "The mayor said: \u{201C}This is for subscribers\u{201D}.",
            &format!("Subscribe to continue reading.{}", "\n\nThe boats left again.".repeat(LAST)),
            &format!("Subscribe to continue reading. {}", "The boats left again. ".repeat(40)),
        ] {
            assert!(!is_cut_off(last), "{last}");
        }
    }
}
