//! Who shares wording with whom, both ways.
//!
//! ```text
//!              in A   in B   in E
//!     of A        ·    61 %   63 %
//!     of B      69 %     ·    64 %      69 % of B's body words stand in runs of five and more that A has too
//!     of E      55 %   50 %     ·
//! ```

use super::{Story, parallel_pairs};
use crate::pair::Pair;
use crate::run_index::{RUN, RunIndex};
use crate::sharing::{self, Counted, Sharing};

/// Holds the wording that every two articles of a story share.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matrix {
    words: Vec<usize>,
    cells: Vec<SharedWords>,
}

/// Holds what of one article stands in another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SharedWords {
    /// Its body words that stand in shared runs.
    pub shared: usize,
    /// How many of these stand inside quotation marks.
    pub quoted: usize,
    /// Its body words in runs that stand outside quotation marks in both; what is said again counts once.
    pub plain: usize,
    /// The words of the longest run of five and more that both have; 0 if there is none.
    pub longest_run: usize,
}

/// Returns what two articles have of each other.
pub(crate) fn shared_words(texts: Pair<&RunIndex>, sharing: &Sharing) -> Pair<SharedWords> {
    let longest_run = if sharing.longest_run < RUN { 0 } else { sharing.longest_run };
    let Sharing { shared, quoted, .. } = sharing;
    let plain = sharing.plain(texts);
    Pair::from_fn(|side| SharedWords { shared: shared[side], quoted: quoted[side], plain: plain[side], longest_run })
}

impl Matrix {
    /// Compares every two articles.
    ///
    /// Cost: linear in the words for each pair; the pairs are shared out among the processors.
    #[must_use]
    pub fn new(story: &Story) -> Self {
        let pairs = parallel_pairs::every_pair(story.articles().len());
        let found = parallel_pairs::each(&pairs, &parallel_pairs::unwatched, |pair| Self::met(story, pair));
        Self::from_pairs(story, found.unwrap_or_default())
    }

    /// Returns what two articles have of each other.
    pub(crate) fn met(story: &Story, pair: Pair<usize>) -> Pair<SharedWords> {
        let Counted { shared, quoted, plain, longest_run } = sharing::counted(pair.map(|article| &story.runs[article]));
        Pair::from_fn(|side| SharedWords {
            shared: shared[side],
            quoted: quoted[side],
            plain: plain[side],
            longest_run,
        })
    }

    /// Puts together what every two articles have of each other.
    pub(crate) fn from_pairs(story: &Story, found: impl IntoIterator<Item = (Pair<usize>, Pair<SharedWords>)>) -> Self {
        let count = story.articles().len();
        let mut cells = vec![SharedWords::default(); count * count];
        for (pair, found) in found {
            cells[pair.left * count + pair.right] = found.left;
            cells[pair.right * count + pair.left] = found.right;
        }
        Self { words: story.runs.iter().map(RunIndex::body_words).collect(), cells }
    }

    /// Returns how many articles there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Tells whether it is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Returns the body words of an article.
    #[must_use]
    pub fn words(&self, of: usize) -> usize {
        self.words[of]
    }

    /// Returns what of one article stands in another, by their indices.
    #[must_use]
    pub fn cell(&self, of: usize, within: usize) -> SharedWords {
        self.cells[of * self.len() + within]
    }

    /// Returns the share of one article's body words that stand in another, 0 to 1.
    #[must_use]
    pub fn share(&self, of: usize, within: usize) -> f64 {
        let words = self.words[of];
        if words == 0 { 0.0 } else { self.cell(of, within).shared as f64 / words as f64 }
    }

    /// Returns the articles in an order that brings relatives together: first the two that share most, then always the
    /// one that shares most with the last (nearest-neighbour seriation; Liiv, "Seriation and matrix reordering
    /// methods", 2010); if none shares anything with that, the one that shares most with any before. Those that share
    /// nothing come last.
    #[must_use]
    pub fn order(&self) -> Vec<usize> {
        let near = |a: usize, b: usize| self.cell(a, b).shared + self.cell(b, a).shared;
        let first = (0..self.len()).max_by_key(|&a| {
            let best = (0..self.len()).filter(|&b| b != a).map(|b| near(a, b)).max();
            (best, std::cmp::Reverse(a))
        });
        let mut order: Vec<usize> = first.into_iter().collect();
        let mut rest: Vec<usize> = (0..self.len()).filter(|article| Some(*article) != first).collect();
        let mut nearest = vec![0; self.len()];
        while let Some(&last) = order.last() {
            for &article in &rest {
                nearest[article] = near(last, article).max(nearest[article]);
            }
            let best =
                |&(_, &article): &(usize, &usize)| (near(last, article), nearest[article], std::cmp::Reverse(article));
            let Some((at, _)) = rest.iter().enumerate().max_by_key(best) else { break };
            order.push(rest.remove(at));
        }
        order
    }

    /// Returns the share of one article's body words that stand in another and, here, inside quotation marks, 0 to 1.
    #[must_use]
    pub fn quoted_share(&self, of: usize, within: usize) -> f64 {
        let words = self.words[of];
        if words == 0 { 0.0 } else { self.cell(of, within).quoted as f64 / words as f64 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A matrix of three articles, of ten words each.
    fn matrix(shared: [usize; 9]) -> Matrix {
        let cells = shared.map(|shared| SharedWords { shared, quoted: shared.min(2), plain: 0, longest_run: 0 });
        Matrix { words: vec![10, 10, 0], cells: cells.to_vec() }
    }

    #[test]
    fn a_share_is_of_the_article_s_own_words() {
        let matrix = matrix([0, 5, 0, 7, 0, 0, 0, 0, 0]);
        assert_eq!([matrix.share(0, 1), matrix.share(1, 0)], [0.5, 0.7]);
        assert_eq!(matrix.share(2, 0), 0.0, "of no words nothing is shared");
        assert_eq!([matrix.quoted_share(0, 1), matrix.quoted_share(1, 0), matrix.quoted_share(2, 0)], [0.2, 0.2, 0.0]);
    }

    #[test]
    fn relatives_stand_side_by_side() {
        // The first shares most with the last, which shares something with the second.
        assert_eq!(matrix([0, 0, 9, 0, 0, 3, 8, 3, 0]).order(), [0, 2, 1]);
        assert_eq!(matrix([0; 9]).order(), [0, 1, 2], "without relatives the order of the letters stays");
    }
}
