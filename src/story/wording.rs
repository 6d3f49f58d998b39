//! Which wording the articles of a story have in common: the longest runs of every two, and what of each stands in how many
//! others.
//!
//! ```text
//!     A, E    45 words in A¶5 and E¶14, 38 words in A¶7 and E¶12 …
//!     A       ████▓▓▓▓····▒▒▒▒      by how many others have it: █ all, … ░ few, · none
//! ```

use rustc_hash::FxHashMap;

use super::{Matrix, Story, Watch, parallel_pairs};
use crate::pair::Pair;
use crate::sharing::{self, Carried, CommonRun};

/// How many runs are kept of two articles.
const KEPT: usize = 12;

/// Gives the steps in which it is told how many others have a wording: the last one is all of them.
pub const LEVELS: u32 = 4;

/// Holds the wording that the articles of a story have in common.
#[derive(Clone, Debug, Default)]
pub struct SharedWording {
    /// The longest runs of those pairs that have any, the one with the smaller index on the left.
    runs: FxHashMap<(usize, usize), Vec<CommonRun>>,
    articles: Vec<CarriedWords>,
}

/// Holds what of an article others have.
#[derive(Clone, Debug, Default)]
struct CarriedWords {
    /// How many of its body words others have.
    carried: usize,
    /// For each body word the sum of the levels of all before it, and of all.
    sums: Vec<u64>,
}

impl SharedWording {
    /// Finds what the articles have in common; the matrix says which pairs have anything. `None` if it was stopped.
    ///
    /// Cost: linear in the words for each pair that shares wording, shared out among the processors.
    #[must_use]
    pub fn new_watched(story: &Story, matrix: &Matrix, watch: Watch<'_>) -> Option<Self> {
        let pairs = parallel_pairs::every_pair(story.articles().len()).into_iter();
        let sharing: Vec<_> = pairs.filter(|pair| matrix.cell(pair.left, pair.right).longest_run > 0).collect();
        let runs = |pair: Pair<usize>| sharing::longest_runs(pair.map(|article| &story.runs[article]), KEPT);
        let runs = parallel_pairs::each(&sharing, watch, runs)?;
        let carried = Carried::new(&story.runs);
        let others = u32::try_from(story.articles().len().saturating_sub(1)).unwrap_or(u32::MAX);
        Some(Self {
            runs: runs.into_iter().map(|(pair, runs)| ((pair.left, pair.right), runs)).collect(),
            articles: story.runs.iter().map(|text| CarriedWords::new(&carried.others(text), others)).collect(),
        })
    }

    /// Returns the longest runs of two articles, the longest first, as they stand in each; none of an article with itself.
    pub fn runs(&self, pair: Pair<usize>) -> impl Iterator<Item = CommonRun> + '_ {
        let is_swapped = pair.left > pair.right;
        let key = if is_swapped { (pair.right, pair.left) } else { (pair.left, pair.right) };
        let runs = self.runs.get(&key).into_iter().flatten().cloned();
        runs.map(move |run| if is_swapped { run.swap() } else { run })
    }

    /// Counts the body words of an article that any other has.
    #[must_use]
    pub fn carried(&self, article: usize) -> usize {
        self.articles.get(article).map_or(0, |words| words.carried)
    }

    /// Tells for each of so many parts of an article, which are equally long, how many others have its words: 0 for none, and
    /// up to [`LEVELS`] for all. It is the mean of the words, rounded up, so that no wording is passed over.
    #[must_use]
    pub fn levels(&self, article: usize, parts: usize) -> Vec<usize> {
        let sums = self.articles.get(article).map_or(&[][..], |words| &words.sums);
        let words = sums.len().saturating_sub(1);
        let level = |part: usize| {
            let first = words * part / parts;
            let last = (words * (part + 1) / parts).max(first + 1).min(words);
            let sum = sums[last] - sums[first.min(last)];
            usize::try_from(sum.div_ceil((last - first.min(last)).max(1) as u64)).unwrap_or(0)
        };
        if words == 0 { Vec::new() } else { (0..parts).map(level).collect() }
    }
}

impl CarriedWords {
    /// Takes for each body word how many of so many others have it.
    fn new(having: &[u32], others: u32) -> Self {
        let mut sums = Vec::with_capacity(having.len() + 1);
        let mut sum = 0;
        sums.push(sum);
        for &having in having {
            sum += u64::from((having * LEVELS).div_ceil(others.max(1)));
            sums.push(sum);
        }
        Self { carried: having.iter().filter(|&&having| having > 0).count(), sums }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

    const RUN: &str = "one two three four five";
    const OTHER: &str = "six seven eight nine ten";

    fn wording(texts: &[&str]) -> SharedWording {
        let story = Story::new("-", texts.iter().map(|text| Article::read("-", text)).collect());
        let matrix = Matrix::new(&story);
        SharedWording::new_watched(&story, &matrix, &parallel_pairs::unwatched).expect("nobody stops it")
    }

    #[test]
    fn parts_say_how_many_others_have_their_words() {
        let own = format!("{RUN}.\n{OTHER}.\nNobody else says so here.");
        let texts = [own.as_str(), RUN, &format!("{RUN}.\n{OTHER}."), "Gulls."];
        let wording = wording(&texts);
        // Of three others two have the first five words, and one the next ones.
        assert_eq!(wording.levels(0, 3), [3, 2, 0]);
        assert_eq!(wording.levels(0, 1), [2]);
        assert_eq!((wording.carried(0), wording.carried(3)), (10, 0));
        assert_eq!(wording.levels(3, 4), [0; 4]);
        assert_eq!(wording.levels(9, 4), [0; 0]);
    }

    #[test]
    fn runs_are_those_of_the_pair_either_way_round() {
        let wording = wording(&[&format!("Gulls.\n{RUN}."), RUN, OTHER]);
        let blocks = |left, right| {
            let runs = wording.runs(Pair::new(left, right));
            runs.map(|run| (run.words, run.at.left.block, run.at.right.block)).collect::<Vec<_>>()
        };
        assert_eq!(blocks(0, 1), [(5, 1, 0)]);
        assert_eq!(blocks(1, 0), [(5, 0, 1)]);
        assert_eq!((blocks(0, 2), blocks(0, 0)), (vec![], vec![]));
    }
}
