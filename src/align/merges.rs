//! One block answered by several: what the partner leaves unexplained, a neighbour may explain.
//!
//! ```text
//!     left 5     The council met on Tuesday.  It put the tender off until spring.
//!     right 5    The council met on Tuesday.                                         the partner
//!     right 6                                 The tender was put off until spring.   explains the rest: joins
//! ```
//!
//! The best join is taken first; what it explains is no longer there for others to explain. So links grow to 1:n, n:1
//! and n:m. A block may join across others that are linked elsewhere, but neighbours are believed sooner.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::candidates::Candidates;
use super::context::FLOOR;
use super::features::MergeFeatures;
use super::model::Linear;
use super::profile::{Profiles, UNIT};
use super::term_counts::TermCounts;
use crate::pair::{Pair, Side};

/// How many stems may be looked up before joining stops. Ordinary articles need a ten thousandth of it.
const BUDGET: usize = 20_000_000;

/// The weight that a block must have to join a link from afar, that of some eight words: a heading's few words may be what
/// is left of anything.
const FROM_AFAR: u64 = 25 * UNIT as u64;

/// Blocks beside the text that may stand between two parts of a paragraph: a page number, a caption, an advertisement.
const BESIDE: usize = 3;

/// A block that may join a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    /// The block's side.
    pub side: Side,
    /// The block.
    pub block: usize,
    /// The link's place among the links.
    pub link: usize,
}

/// Links that grow.
pub struct Merges<'p> {
    profiles: Pair<&'p Profiles>,
    candidates: &'p Candidates,
    /// The logit of each candidate.
    placed: &'p [f64],
    /// The blocks of each link, ascending.
    pub links: Vec<Pair<Vec<usize>>>,
    link_of: Pair<Vec<Option<usize>>>,
    /// The weights of the two sides of each link.
    totals: Vec<Pair<u64>>,
    /// The stems of the link that was looked at last.
    tally: TermCounts<'p>,
    tallied: Option<usize>,
    spent: usize,
    /// Whether the budget was spent before all joins were tried.
    pub coarse: bool,
}

impl<'p> Merges<'p> {
    /// Starts from links. Cost: linear in the blocks.
    #[must_use]
    pub fn of(
        profiles: Pair<&'p Profiles>,
        candidates: &'p Candidates,
        placed: &'p [f64],
        links: Vec<Pair<Vec<usize>>>,
    ) -> Self {
        let mut link_of = candidates.of.as_ref().map(|of| vec![None; of.len()]);
        for (k, link) in links.iter().enumerate() {
            for (side, blocks) in link.sides() {
                for &block in blocks {
                    link_of[side][block] = Some(k);
                }
            }
        }
        let total = |link: &Pair<Vec<usize>>| Pair::from_fn(|side| profiles[side].total(&link[side]));
        let (totals, tally) = (links.iter().map(total).collect(), TermCounts::new(profiles));
        Self { profiles, candidates, placed, links, link_of, totals, tally, tallied: None, spent: 0, coarse: false }
    }

    /// Every block that is in no link with every link that holds a candidate of it, link by link.
    #[must_use]
    pub fn possible(&self) -> Vec<Merge> {
        let mut possible: Vec<Merge> = Vec::new();
        for side in Side::BOTH {
            for block in 0..self.link_of[side].len() {
                if self.link_of[side][block].is_none() {
                    let links = self.links_near(side, block);
                    possible.extend(links.into_iter().map(|link| Merge { side, block, link }));
                }
            }
        }
        possible.sort_by_key(|join| join.link);
        possible
    }

    fn links_near(&self, side: Side, block: usize) -> Vec<usize> {
        let other = |k: usize| self.link_of[side.other()][self.candidates.all[k].blocks[side.other()]];
        let mut links: Vec<usize> = self.candidates.of(side, block).filter_map(other).collect();
        links.sort_unstable();
        links.dedup();
        links
    }

    /// The features of a join. Cost: linear in the block's stems and candidates, and in the link's stems if another link was
    /// looked at last.
    pub fn features(&mut self, join: Merge) -> MergeFeatures {
        let Merge { side, block, link } = join;
        self.spent += self.profiles[side].stems(block).len() + self.candidates.of[side].row(block).len();
        self.look_at(link);
        let (gain, common) = self.tally.gain(side, block);
        self.with_gain(join, gain, common)
    }

    /// The features of a join by what the block has in common with the link's other side, and how much of it is unexplained.
    fn with_gain(&self, join: Merge, gain: u64, common: u64) -> MergeFeatures {
        let Merge { side, block, link } = join;
        let total = self.profiles[side].blocks[block].total;
        let (gain, common) = (gain as f64, common as f64);
        let length = |weight: u64| (weight as f64 / UNIT + 1.0).ln();
        let (own, other) = (self.totals[link][side], length(self.totals[link][side.other()]));
        let evened = (other - length(own)).abs() - (other - length(own + total)).abs();
        let (here, elsewhere, sum) = self.logits(join);
        MergeFeatures {
            best_logit: here,
            mean_logit: sum / self.links[link][side.other()].len() as f64,
            containment: gain / total.max(1) as f64,
            log_weight: (1.0 + gain / UNIT).ln(),
            evened_lengths: evened,
            lead: here - elsewhere,
            unexplained_share: gain / common.max(1.0),
            adjacency: f64::from(u8::from(self.is_next(join))),
        }
    }

    /// Whether a join cannot come above a number, even if all that the block has in common with the other side is unexplained.
    /// Most cannot, and their stems need not be looked at. Cost: linear in the block's candidates.
    fn is_hopeless(&self, join: Merge, model: &Linear<MergeFeatures>, above: f64) -> bool {
        let common = self.common_at_most(join);
        let most = self.with_gain(join, common, common);
        let least = MergeFeatures { containment: 0.0, log_weight: 0.0, unexplained_share: 0.0, ..most };
        model.most(&least, &most) <= above
    }

    /// Returns what the block has in common with the link's other side at most.
    fn common_at_most(&self, join: Merge) -> u64 {
        let Merge { side, block, link } = join;
        let all = self.candidates.of(side, block).map(|k| &self.candidates.all[k]);
        let with = all.filter(|candidate| self.link_of[side.other()][candidate.blocks[side.other()]] == Some(link));
        let (known, sum) = with.fold((0, 0), |(known, sum), candidate| (known + 1, sum + candidate.weight));
        if known < self.links[link][side.other()].len() { self.profiles[side].blocks[block].total } else { sum }
    }

    /// Counts the stems of a link, and of no other one.
    fn look_at(&mut self, link: usize) {
        if self.tallied == Some(link) {
            return;
        }
        let before = self.tallied.replace(link);
        for (side, blocks) in before.into_iter().flat_map(|before| self.links[before].sides()) {
            for &block in blocks {
                self.tally.forget(side, block);
            }
        }
        for (side, blocks) in self.links[link].sides() {
            for &block in blocks {
                self.tally.add(side, block);
                self.spent += self.profiles[side].stems(block).len();
            }
        }
    }

    fn is_next(&self, join: Merge) -> bool {
        let own = &self.links[join.link][join.side];
        self.neighbours(join.side, join.block).any(|block| own.contains(&block))
    }

    /// The blocks next to a block, those between that stand beside the text passed over, as far as a few of them go.
    fn neighbours(&self, side: Side, block: usize) -> impl Iterator<Item = usize> {
        let blocks = &self.profiles[side].blocks;
        let is_text = |other: &usize| !blocks[*other].is_beside;
        let before = (block.saturating_sub(BESIDE + 1)..block).rev().find(is_text);
        let after = (block + 1..blocks.len().min(block + BESIDE + 2)).find(is_text);
        before.into_iter().chain(after)
    }

    /// The best logit of the block with a block of the link's other side, that with any other, and the sum of the former.
    fn logits(&self, join: Merge) -> (f64, f64, f64) {
        let other = join.side.other();
        let (mut here, mut elsewhere) = (FLOOR, FLOOR);
        let mut sum = FLOOR * self.links[join.link][other].len() as f64;
        for k in self.candidates.of(join.side, join.block) {
            let in_link = self.link_of[other][self.candidates.all[k].blocks[other]] == Some(join.link);
            let best = if in_link { &mut here } else { &mut elsewhere };
            *best = best.max(self.placed[k]);
            sum += if in_link { self.placed[k].max(FLOOR) - FLOOR } else { 0.0 };
        }
        (here, elsewhere, sum)
    }

    /// Merges blocks to links, the best first, as long as the logit is above a number. Returns the logit of the last
    /// join of each link.
    ///
    /// Greedy for a gain that shrinks as more is explained, with the stale scores of a heap looked at again only when they
    /// come up (Minoux, "Accelerated greedy algorithms for maximizing submodular set functions", 1978). Cost: near linear
    /// in the stems of the blocks that are free, within a budget.
    pub fn grow(&mut self, model: &Linear<MergeFeatures>, above: f64) -> Vec<Option<f64>> {
        let mut last = vec![None; self.links.len()];
        let mut sizes = vec![0_usize; self.links.len()];
        let mut heap: BinaryHeap<Tried> = BinaryHeap::new();
        for join in self.possible() {
            heap.extend(self.tried(join, model, above, 0));
        }
        while let Some(Tried { score, join, size }) = heap.pop() {
            if self.spent > BUDGET {
                self.coarse = true;
                break;
            }
            if self.link_of[join.side][join.block].is_some() {
                continue;
            }
            if size != sizes[join.link] {
                heap.extend(self.tried(join, model, above, sizes[join.link]));
                continue;
            }
            self.join(join);
            last[join.link] = Some(score);
            sizes[join.link] += 1;
            for join in self.touched(join) {
                heap.extend(self.tried(join, model, above, sizes[join.link]));
            }
        }
        last
    }

    fn tried(&mut self, join: Merge, model: &Linear<MergeFeatures>, above: f64, size: usize) -> Option<Tried> {
        if self.profiles[join.side].blocks[join.block].is_headline {
            return None;
        }
        if !self.is_next(join) && self.profiles[join.side].blocks[join.block].total < FROM_AFAR {
            return None;
        }
        if self.is_hopeless(join, model, above) {
            return None;
        }
        let score = model.logit(&self.features(join));
        (score > above).then_some(Tried { score, join, size })
    }

    fn join(&mut self, join: Merge) {
        let Merge { side, block, link } = join;
        let blocks = &mut self.links[link][side];
        blocks.insert(blocks.partition_point(|&own| own < block), block);
        self.link_of[side][block] = Some(link);
        self.totals[link][side] += self.profiles[side].blocks[block].total;
        if self.tallied == Some(link) {
            self.tally.add(side, block);
        }
    }

    /// What a join may have made more likely: its neighbours, and blocks that are candidates of the one that joined.
    fn touched(&self, join: Merge) -> Vec<Merge> {
        let Merge { side, block, link } = join;
        let beside = self.neighbours(side, block).collect::<Vec<_>>().into_iter();
        let beside = beside.filter(|&block| self.is_near(side, block, link)).map(|block| (side, block));
        let other = side.other();
        let across = self.candidates.of(side, block).map(|k| (other, self.candidates.all[k].blocks[other]));
        beside
            .chain(across)
            .filter(|&(side, block)| self.link_of[side].get(block).is_some_and(Option::is_none))
            .map(|(side, block)| Merge { side, block, link })
            .collect()
    }

    fn is_near(&self, side: Side, block: usize, link: usize) -> bool {
        block < self.link_of[side].len() && self.links_near(side, block).contains(&link)
    }
}

/// A join with its score when its link had grown so often.
struct Tried {
    score: f64,
    join: Merge,
    size: usize,
}

impl Tried {
    /// Returns the greater score first; of equals the first link, then the first block of the left.
    fn key(&self, other: &Self) -> Ordering {
        let place = |join: &Merge| (join.link, join.side, join.block);
        self.score.total_cmp(&other.score).then_with(|| place(&other.join).cmp(&place(&self.join)))
    }
}

impl PartialEq for Tried {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Tried {}

impl PartialOrd for Tried {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Tried {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key(other)
    }
}
