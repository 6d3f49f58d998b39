//! Which articles of a story, and which two of them at a time, something is written of.
//!
//! ```text
//!     All                 A B C D    AB AC AD BC BD CD
//!     With(Left, B)       A B C D    BA BC BD
//!     With(Right, B)      A B C D    AB CB DB
//!     Two(C, A)           C A        CA
//! ```

use super::parallel_pairs::every_pair;
use crate::pair::{Pair, Side};

/// How many articles are set beside each other, every two of them.
pub const MOST_TOGETHER: usize = 12;

/// Says of which articles of a story something is written; articles by index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StoryScope {
    /// Of all of them.
    #[default]
    All,
    /// Of one, on that side, with each of the others.
    With(Side, usize),
    /// Of two alone.
    Two(Pair<usize>),
}

impl StoryScope {
    /// Returns the articles, of so many. Cost: linear in them.
    #[must_use]
    pub fn articles(self, count: usize) -> Vec<usize> {
        match self {
            Self::All | Self::With(..) => (0..count).collect(),
            Self::Two(pair) => vec![pair.left, pair.right],
        }
    }

    /// Returns which two articles, of so many, are compared, ascending. Cost: linear in the pairs.
    #[must_use]
    pub fn pairs(self, count: usize) -> Vec<Pair<usize>> {
        match self {
            Self::All => every_pair(count),
            Self::With(side, one) => {
                let others = (0..count).filter(|&other| other != one);
                others.map(|other| Pair::from_fn(|of| if of == side { one } else { other })).collect()
            }
            Self::Two(pair) => vec![pair],
        }
    }

    /// Returns what of it can be read at one go, of so many articles: of more than a dozen the one that the story is seen from is set
    /// beside each of the others, so that what is written grows with their text and not with its square.
    #[must_use]
    pub const fn readable(self, count: usize, base: usize) -> Self {
        match self {
            Self::All if count > MOST_TOGETHER => Self::With(Side::Left, base),
            scope => scope,
        }
    }

    /// Returns the article that the story is seen from, if one is named.
    #[must_use]
    pub const fn base(self) -> Option<usize> {
        match self {
            Self::All => None,
            Self::With(_, one) => Some(one),
            Self::Two(pair) => Some(pair.left),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_articles_the_pairs_grow_with_their_number() {
        let count = |articles| StoryScope::All.readable(articles, 1).pairs(articles).len();
        let most = MOST_TOGETHER;
        assert_eq!([2, most, most + 1, 500].map(count), [1, most * (most - 1) / 2, most, 499]);
        let named = StoryScope::With(Side::Right, 3);
        assert_eq!(named.readable(500, 1), named);
    }

    #[test]
    fn pairs_are_those_of_what_is_named() {
        let drawn = |scope: StoryScope| {
            let pairs = scope.pairs(4).into_iter().map(|pair| format!("{}{}", pair.left, pair.right));
            pairs.collect::<Vec<_>>().join(" ")
        };
        let named = [StoryScope::With(Side::Left, 1), StoryScope::With(Side::Right, 1)];
        assert_eq!(drawn(StoryScope::All), "01 02 03 12 13 23");
        assert_eq!(named.map(drawn), ["10 12 13", "01 21 31"]);
        assert_eq!(drawn(StoryScope::Two(Pair::new(2, 0))), "20");
        assert_eq!(named.map(StoryScope::base), [Some(1), Some(1)]);
        assert_eq!(StoryScope::Two(Pair::new(2, 0)).articles(4), [2, 0]);
        assert_eq!(named[0].articles(4), StoryScope::All.articles(4));
    }
}
