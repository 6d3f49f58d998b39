//! The heaviest increasing subsequence.
//!
//! Of items that each stand at an index on the left and one on the right, the heaviest set that ascends on both sides:
//!
//! ```text
//!     left      0    1    2    3
//!     right     0    2    1    3
//!     weight    5    4    9    2
//!                    ╲    ╱
//!                      ╲╱            0–0, 2–1, 3–3 weigh 16, and 0–0, 1–2, 3–3 weigh 11
//! ```
//!
//! With equal weights it is a longest increasing subsequence (Fredman, "On computing the length of longest increasing
//! subsequences", 1975); with weights see Jacobson and Vo, "Heaviest increasing/common subsequence problems", 1992. The
//! backbone of an alignment, the links that keep order and the anchors of a difference are such sets. They decide
//! between sets of equal weight by rules of their own, which they hand in.

use std::ops::Add;

use crate::pair::Pair;

/// Holds something with an index on each side and a weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item<W> {
    /// Where it stands on each side.
    pub at: Pair<usize>,
    /// What it weighs: more than nothing.
    pub weight: W,
}

/// Holds the heaviest increasing subsequence that ends at an item, as the rules compare it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chain<W> {
    /// The sum of the weights.
    pub sum: W,
    /// The index of its last item.
    pub last: usize,
}

/// A rule that tells whether the second of two chains is better.
///
/// The greater sum must be better, and of any two chains one: the rule decides between equal sums.
pub trait Rule<W>: Fn(Chain<W>, Chain<W>) -> bool {}

impl<W, F: Fn(Chain<W>, Chain<W>) -> bool> Rule<W> for F {}

/// Holds the heaviest increasing subsequences that end at each of some items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chains<W> {
    /// The sum of the weights of each, its last item included.
    pub sums: Vec<W>,
    /// The item before the last one of each.
    before: Vec<Option<usize>>,
    /// The last item of the best one.
    last: Option<usize>,
}

impl<W: Copy + Add<Output = W>> Chains<W> {
    /// Finds them. The items come in the order of their left indices; items with equal ones exclude each other, as do
    /// items with equal right ones. Cost: O(n log m) for n items and right indices below m.
    #[must_use]
    pub fn of(items: &[Item<W>], is_better: impl Rule<W>) -> Self {
        let rights = items.iter().map(|item| item.at.right + 1).max().unwrap_or(0);
        let mut sums: Vec<W> = items.iter().map(|item| item.weight).collect();
        let mut before = vec![None; items.len()];
        let mut tree = PrefixMaxima::new(rights, is_better);
        let mut next = 0;
        for row in items.chunk_by(|a, b| a.at.left == b.at.left) {
            let row = next..next + row.len();
            next = row.end;
            // Items of one left index see only those of earlier ones.
            for k in row.clone() {
                if let Some(chain) = tree.below(items[k].at.right) {
                    sums[k] = sums[k] + chain.sum;
                    before[k] = Some(chain.last);
                }
            }
            for k in row {
                tree.raise(items[k].at.right, Chain { sum: sums[k], last: k });
            }
        }
        Self { sums, before, last: tree.below(rights).map(|chain| chain.last) }
    }

    /// Returns the items of the best one by their indices, ascending. Cost: linear in them.
    #[must_use]
    pub fn best(&self) -> Vec<usize> {
        let mut best: Vec<usize> = std::iter::successors(self.last, |&k| self.before[k]).collect();
        best.reverse();
        best
    }
}

/// The best chain that ends before each right index (Fenwick, "A new data structure for cumulative frequency tables",
/// 1994).
struct PrefixMaxima<W, R> {
    /// At `n` the best of the indices below it, as many as the lowest bit of `n` says.
    nodes: Vec<Option<Chain<W>>>,
    is_better: R,
}

impl<W: Copy, R: Rule<W>> PrefixMaxima<W, R> {
    fn new(size: usize, is_better: R) -> Self {
        Self { nodes: vec![None; size + 1], is_better }
    }

    /// Returns the best chain that ends below an index.
    fn below(&self, index: usize) -> Option<Chain<W>> {
        let (mut node, mut best) = (index, None);
        while node > 0 {
            best = self.better(best, self.nodes[node]);
            node &= node - 1;
        }
        best
    }

    /// Takes in a chain that ends at an index.
    fn raise(&mut self, index: usize, chain: Chain<W>) {
        let mut node = index + 1;
        while node < self.nodes.len() {
            self.nodes[node] = self.better(self.nodes[node], Some(chain));
            node += node & node.wrapping_neg();
        }
    }

    fn better(&self, one: Option<Chain<W>>, other: Option<Chain<W>>) -> Option<Chain<W>> {
        match (one, other) {
            (Some(one), Some(other)) => Some(if (self.is_better)(one, other) { other } else { one }),
            _ => one.or(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn earlier(one: Chain<u32>, other: Chain<u32>) -> bool {
        other.sum > one.sum || other.sum == one.sum && other.last < one.last
    }

    fn later(one: Chain<u32>, other: Chain<u32>) -> bool {
        other.sum > one.sum || other.sum == one.sum && other.last > one.last
    }

    /// Items drawn as `left–right weight`; `*` marks those of the best chain.
    #[track_caller]
    fn check(rule: impl Rule<u32>, drawn: &str) {
        let number = |text: &str| text.parse::<u32>().expect("a number");
        let item = |item: &str| {
            let (at, weight) = item.trim_end_matches('*').split_once(' ').expect("a weight");
            let (left, right) = at.split_once('–').expect("two indices");
            Item { at: Pair::new(left, right).map(|index| number(index) as usize), weight: number(weight) }
        };
        let items: Vec<Item<u32>> = drawn.split(", ").map(item).collect();
        let best = Chains::of(&items, rule).best();
        let mark = |(k, item): (usize, &str)| {
            format!("{}{}", item.trim_end_matches('*'), if best.contains(&k) { "*" } else { "" })
        };
        assert_eq!(drawn.split(", ").enumerate().map(mark).collect::<Vec<_>>().join(", "), drawn);
    }

    #[test]
    fn the_heaviest_is_found() {
        check(earlier, "0–0 5*, 1–2 4, 2–1 9*, 3–3 2*");
        check(earlier, "0–3 20*, 1–0 6, 2–1 6, 3–2 6");
        check(earlier, "0–3 17, 1–0 6*, 2–1 6*, 3–2 6*");
    }

    #[test]
    fn the_rule_decides_between_equals() {
        check(earlier, "0–1 7*, 1–0 7");
        check(later, "0–1 7, 1–0 7*");
        check(earlier, "0–0 1*, 1–2 3*, 2–1 3, 3–3 1*");
        check(later, "0–0 1*, 1–2 3, 2–1 3*, 3–3 1*");
    }

    #[test]
    fn items_of_one_index_exclude_each_other() {
        check(earlier, "0–0 1, 0–1 2, 0–2 4*");
        check(earlier, "0–1 1, 1–1 2*, 2–1 2");
    }

    #[test]
    fn of_nothing_the_best_is_nothing() {
        assert_eq!(Chains::of(&[], earlier).best(), [0; 0]);
    }

    proptest! {
        #[test]
        fn none_of_all_increasing_sets_is_heavier(
            drawn in prop::collection::vec((0_usize..5, 0_usize..6, 1_u32..5), 0..11),
        ) {
            let mut drawn = drawn;
            drawn.sort_unstable();
            let items: Vec<Item<u32>> =
                drawn.iter().map(|&(left, right, weight)| Item { at: Pair::new(left, right), weight }).collect();
            let ascends = |set: &[usize]| set.windows(2).all(|two| {
                let (one, next) = (items[two[0]].at, items[two[1]].at);
                one.left < next.left && one.right < next.right
            });
            let sum = |set: &[usize]| set.iter().map(|&k| items[k].weight).sum::<u32>();
            let sets: Vec<Vec<usize>> = (0..1_usize << items.len())
                .map(|bits| (0..items.len()).filter(|k| bits >> k & 1 == 1).collect())
                .filter(|set: &Vec<usize>| ascends(set))
                .collect();
            for chains in [Chains::of(&items, earlier), Chains::of(&items, later)] {
                prop_assert!(ascends(&chains.best()));
                prop_assert_eq!(Some(sum(&chains.best())), sets.iter().map(|set| sum(set)).max());
                for (k, &found) in chains.sums.iter().enumerate() {
                    let ending = sets.iter().filter(|set| set.last() == Some(&k));
                    prop_assert_eq!(Some(found), ending.map(|set| sum(set)).max());
                }
            }
        }

        #[test]
        fn each_item_follows_the_best_chain_by_the_rule(rights in prop::collection::vec(0_usize..40, 0..60)) {
            let item = |(left, &right)| Item { at: Pair::new(left, right), weight: 1 };
            let items: Vec<Item<u32>> = rights.iter().enumerate().map(item).collect();
            for rule in [earlier, later] {
                let chains = Chains::of(&items, rule);
                for k in 0..items.len() {
                    let below = (0..k).filter(|&other| items[other].at.right < items[k].at.right);
                    let chain = |last: usize| Chain { sum: chains.sums[last], last };
                    let best = below.map(chain).reduce(|one, other| if rule(one, other) { other } else { one });
                    prop_assert_eq!(chains.before[k], best.map(|chain| chain.last));
                }
            }
        }
    }
}
