//! Whether two articles have as many words and names in common as two reports of one event have.
//!
//! All reports of a kind have sentences word for word: nobody answered a request for comment, a decision is expected next week. What
//! stands around them tells whether they belong together:
//!
//! ```text
//!     of 60 uncommon words 20 in common     two reports of one event       nothing counts against their blocks
//!     of 60 uncommon words  3 in common     two events, as likely as not   a sentence that both have links nothing
//!     five names each, none in common       two events                     the same
//! ```
//!
//! The words are taken for independent of each other, which they are not: what they say is bounded for that.

/// Of the uncommon words of the article that has fewer, two reports of one event have this share in common, and two of other events
/// that share. Measured on the independent reports of the gold, on their first three to twelve blocks, and on all these beside
/// others: nine of ten have at least .17 to .24, and at most .04 to .15.
const SHARES: [f64; 2] = [0.25, 0.06];

/// The most that the words count, as a logit, and where the two have a name in common: then they may tell of one event in quite
/// other words, as a column and a report do.
const MOST: f64 = 8.0;
const WITH_NAMES: f64 = 1.0;

/// What it counts, as a logit, for each name that both could have in common and have not, if they have none, up to so many names.
/// Two reports of one event have more than half of the names of the one that names less. Not fitted: set by hand beside made-up
/// reports of other events of one kind.
const STRANGE_NAME: f64 = 1.5;
const STRANGE_NAMES: usize = 4;

/// How many uncommon words and names two articles have, and have in common.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Likeness {
    /// Uncommon words of the article that has fewer.
    pub words: usize,
    /// Uncommon words in common.
    pub common: usize,
    /// Names of the article that has fewer.
    pub names: usize,
    /// Whether they have a name in common.
    pub has_name: bool,
}

impl Likeness {
    /// Returns what counts against two blocks, as a logit: that the articles have fewer words or names in common than two reports of
    /// one event have, so many words of the two blocks left out; 0 if they have as many. Cost: constant.
    pub fn odds_against(self, own: usize) -> f64 {
        let common = self.common.saturating_sub(own) as f64;
        let rest = (self.words.saturating_sub(own) as f64 - common).max(0.0);
        let [of_one, of_two] = SHARES;
        let odds = common * (of_one / of_two).ln() + rest * ((1.0 - of_one) / (1.0 - of_two)).ln();
        if self.has_name {
            return (-odds).clamp(0.0, WITH_NAMES);
        }
        (-odds).clamp(0.0, MOST).max(STRANGE_NAME * self.names.min(STRANGE_NAMES) as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_words_in_common_count_against_two_blocks() {
        let of = |words, common| Likeness { words, common, ..Likeness::default() };
        assert_eq!((of(60, 20).odds_against(0), of(0, 0).odds_against(0)), (0.0, 0.0));
        assert!((1.0..8.0).contains(&of(20, 1).odds_against(0)));
        assert!(of(20, 2).odds_against(2) > of(20, 2).odds_against(0));
        assert_eq!(of(200, 4).odds_against(0), MOST);
        assert_eq!(Likeness { has_name: true, ..of(200, 4) }.odds_against(0), WITH_NAMES);
    }

    #[test]
    fn names_that_are_all_others_count_against_them() {
        let of = |names, has_name| Likeness { names, has_name, ..Likeness::default() }.odds_against(0);
        assert_eq!([of(0, false), of(1, false), of(9, false), of(9, true)], [0.0, 1.5, 6.0, 0.0]);
    }
}
