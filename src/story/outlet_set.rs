//! Some articles of a story, kept so small that a filter that names them can be copied.
//!
//! ```text
//!     B and E      .1..1...        a bit for each article
//! ```

/// How many articles fit, in words of so many bits: no fewer than a story is read with.
const WORDS: usize = 8;
const BITS: usize = u64::BITS as usize;

/// Holds a set of articles by index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct OutletSet([u64; WORDS]);

impl OutletSet {
    /// Gives the index below which all articles are that fit.
    pub const MOST: usize = WORDS * BITS;

    /// Returns the set with an article more; the same if there is no article so far behind in any story.
    #[must_use]
    pub const fn with(mut self, article: usize) -> Self {
        if article < Self::MOST {
            self.0[article / BITS] |= 1 << (article % BITS);
        }
        self
    }

    /// Returns the set without an article.
    #[must_use]
    pub const fn without(mut self, article: usize) -> Self {
        if article < Self::MOST {
            self.0[article / BITS] &= !(1 << (article % BITS));
        }
        self
    }

    /// Returns the articles, ascending.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        (0..Self::MOST).filter(move |article| self.0[article / BITS] >> (article % BITS) & 1 == 1)
    }
}

impl FromIterator<usize> for OutletSet {
    fn from_iter<I: IntoIterator<Item = usize>>(articles: I) -> Self {
        articles.into_iter().fold(Self::default(), Self::with)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_come_and_go() {
        let set: OutletSet = [4, 1, 499].into_iter().collect();
        assert_eq!(set.iter().collect::<Vec<_>>(), [1, 4, 499]);
        assert_eq!(set.without(4).without(9).iter().collect::<Vec<_>>(), [1, 499]);
        assert_eq!(set.with(100_000).without(100_000), set, "there is no such article");
    }
}
