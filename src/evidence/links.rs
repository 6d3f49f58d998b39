//! Which blocks of two articles answer each other, as evidence needs to know it.

use rustc_hash::{FxHashMap, FxHashSet};

use super::wording::{self, SwapAt};
use crate::align::{self, Pass};
use crate::comparison::Comparison;
use crate::pair::{Pair, Side};
use crate::story::parallel_pairs::{self, Watch};
use crate::story::{AnalysisBuilder, Story, StoryAnalysis, StoryPins};

/// A block, by the indices of its article and of itself.
pub(super) type BlockAt = (usize, usize);

/// Holds blocks of two articles that are linked or related.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    pairs: FxHashSet<(BlockAt, BlockAt)>,
    /// The links, in the order in which they were added: the articles, and the blocks of either.
    pub(super) links: Vec<(Pair<usize>, Pair<Vec<usize>>)>,
    /// What is swapped in them.
    pub(super) swaps: Vec<SwapAt>,
}

impl Answers {
    /// Compares every two articles of a story, where some blocks are set opposite by hand, and adds what that says; watched, `None` if
    /// it was stopped.
    ///
    /// Cost: that of comparing them, shared out among the processors.
    #[must_use]
    pub fn of_story(story: &Story, pins: &StoryPins, watch: Watch<'_>) -> Option<Self> {
        let of_pair = |pair: Pair<usize>| {
            let mut answers = Self::default();
            answers.add(story, pair, &story.compare_pinned(pair, pins));
            answers
        };
        let pairs = parallel_pairs::every_pair(story.articles().len());
        let mut all = Self::default();
        for (_, own) in parallel_pairs::each(&pairs, watch, of_pair)? {
            all.append(own);
        }
        Some(all)
    }

    /// Analyses a story too: both rest on the same comparisons.
    ///
    /// Cost: as [`Answers::of_story`].
    #[must_use]
    pub fn with_analysis(story: &Story, pins: &StoryPins, watch: Watch<'_>) -> Option<(StoryAnalysis, Self)> {
        type Found = (AnalysisBuilder, Answers);
        let find = |pair: Pair<usize>| {
            let comparison = story.compare_pinned(pair, pins);
            let (mut analysis, mut answers) = Found::default();
            analysis.add(story, pair, &comparison);
            answers.add(story, pair, &comparison);
            (analysis, answers)
        };
        let pairs = parallel_pairs::every_pair(story.articles().len());
        let (mut analysis, mut answers) = Found::default();
        for (_, own) in parallel_pairs::each(&pairs, watch, find)? {
            analysis.append(own.0);
            answers.append(own.1);
        }
        Some((analysis.build(story), answers))
    }

    /// Adds what is known of other pairs, which come later. Cost: linear in that.
    pub fn append(&mut self, other: Self) {
        self.pairs.extend(other.pairs);
        self.links.extend(other.links);
        self.swaps.extend(other.swaps);
    }

    /// Adds what links and relations of two compared articles of a story say, and what is swapped in the links. Cost: linear in the
    /// text.
    ///
    /// # Panics
    ///
    /// If an index is beyond the last article.
    pub fn add(&mut self, story: &Story, articles: Pair<usize>, comparison: &Comparison) {
        self.swaps.extend(wording::of_pair(story, articles, comparison));
        for link in &comparison.links {
            self.add_blocks(articles, &link.blocks);
            self.links.push((articles, link.blocks.clone()));
        }
        for blocks in comparison.related.iter() {
            self.add_blocks(articles, &blocks.map(|block| vec![block]));
        }
    }

    /// Adds links of two articles whose words were not compared, but for those of two headlines that face each other whatever they say.
    /// Cost: linear in these.
    pub fn add_links(&mut self, articles: Pair<usize>, links: &[align::Link]) {
        for link in links.iter().filter(|link| link.pass != Pass::Headline) {
            self.add_blocks(articles, &link.blocks);
            self.links.push((articles, link.blocks.clone()));
        }
    }

    fn add_blocks(&mut self, articles: Pair<usize>, blocks: &Pair<Vec<usize>>) {
        let of = |side: Side| blocks[side].iter().map(move |&block| (articles[side], block));
        for left in of(Side::Left) {
            self.pairs.extend(of(Side::Right).map(|right| ordered(left, right)));
        }
    }

    /// Tells whether two blocks answer each other. Cost: constant.
    #[must_use]
    pub fn answer(&self, one: (usize, usize), other: (usize, usize)) -> bool {
        self.pairs.contains(&ordered(one, other))
    }

    /// Returns all pairs of blocks that answer each other, in order. Cost: n log n.
    pub(super) fn sorted(&self) -> Vec<(BlockAt, BlockAt)> {
        let mut pairs: Vec<_> = self.pairs.iter().copied().collect();
        pairs.sort_unstable();
        pairs
    }

    /// Returns for each block those that answer it, in order. Cost: n log n.
    pub(super) fn neighbours(&self) -> FxHashMap<BlockAt, Vec<BlockAt>> {
        adjacent(self.sorted())
    }

    /// Returns the blocks that links alone join to each block. Cost: linear in the links.
    pub(super) fn linked(&self) -> FxHashMap<BlockAt, Vec<BlockAt>> {
        adjacent(self.links.iter().flat_map(|(articles, blocks)| {
            let of = move |side: Side| blocks[side].iter().map(move |&block| (articles[side], block));
            of(Side::Left).flat_map(move |left| of(Side::Right).map(move |right| (left, right)))
        }))
    }
}

fn adjacent(pairs: impl IntoIterator<Item = (BlockAt, BlockAt)>) -> FxHashMap<BlockAt, Vec<BlockAt>> {
    let mut adjacent: FxHashMap<BlockAt, Vec<BlockAt>> = FxHashMap::default();
    for (one, other) in pairs {
        adjacent.entry(one).or_default().push(other);
        adjacent.entry(other).or_default().push(one);
    }
    adjacent
}

fn ordered(one: BlockAt, other: BlockAt) -> (BlockAt, BlockAt) {
    (one.min(other), one.max(other))
}
