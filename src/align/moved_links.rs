//! Which links keep order, and which are moved.
//!
//! ```text
//!     left places    0   1   2   3        words   40  60  12  30
//!     right places   0   2   1   3
//!                        ╲ ╱
//!                         ╳         the second and the third cross: the one with fewer words is moved
//! ```
//!
//! Of all sets of links that keep order on both sides the one with the most words stays; the others are moved.
//! This is a [heaviest increasing subsequence](increasing_subsequence).

use crate::increasing_subsequence::{self, Chain, Chains};
use crate::pair::Pair;

/// A link's places and what it weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkRank {
    /// The first block on each side, the canonically first text on the left. No two links share a place.
    pub at: Pair<usize>,
    /// Words of both sides together.
    pub weight: usize,
}

/// Tells for each link whether it is moved, that is, outside the order-keeping set with the most words.
///
/// Ties: the set that leaves out the link that travels furthest in rank; then the set with the earliest links.
/// Cost: O(n log n).
#[must_use]
pub fn moved(places: &[LinkRank]) -> Vec<bool> {
    let ranks = ranks(places);
    let mut by_left: Vec<usize> = (0..places.len()).collect();
    by_left.sort_unstable_by_key(|&link| ranks[link].left);
    let sequence: Vec<Item> = by_left
        .iter()
        .map(|&link| Item {
            link,
            right: ranks[link].right,
            weight: weight(places[link], places.len()),
            travel: travel(ranks[link]),
        })
        .collect();
    let kept = earliest(&without_furthest(&sequence));
    let mut moved = vec![true; places.len()];
    for link in kept {
        moved[link] = false;
    }
    moved
}

/// What a link weighs. One without words gets less than a word, even all of them together: it decides nothing, and is
/// kept where it can be.
fn weight(place: LinkRank, links: usize) -> u64 {
    if place.weight == 0 { 1 } else { place.weight as u64 * (links as u64 + 1) }
}

/// A link in the order of its left place.
#[derive(Clone, Copy)]
struct Item {
    link: usize,
    right: usize,
    weight: u64,
    travel: usize,
}

impl Item {
    fn at(self, at: Pair<usize>) -> increasing_subsequence::Item<u64> {
        increasing_subsequence::Item { at, weight: self.weight }
    }
}

fn travel(rank: Pair<usize>) -> usize {
    rank.left.abs_diff(rank.right)
}

/// Each link's rank among all links, on each side.
fn ranks(places: &[LinkRank]) -> Vec<Pair<usize>> {
    let rank = |place: fn(&LinkRank) -> usize| {
        let mut order: Vec<usize> = (0..places.len()).collect();
        order.sort_unstable_by_key(|&link| place(&places[link]));
        let mut ranks = vec![0; places.len()];
        for (rank, link) in order.into_iter().enumerate() {
            ranks[link] = rank;
        }
        ranks
    };
    let (left, right) = (rank(|place| place.at.left), rank(|place| place.at.right));
    left.into_iter().zip(right).map(|(left, right)| Pair::new(left, right)).collect()
}

/// The heaviest increasing chain that ends (`forth`) or begins (`back`) at each item, its own weight counted.
struct Sums {
    forth: Vec<u64>,
    back: Vec<u64>,
    best: u64,
}

impl Sums {
    fn of(items: &[Item]) -> Self {
        // Sums alone are asked for, and of equal ones any will do.
        let sums = |items: &[increasing_subsequence::Item<u64>]| {
            Chains::of(items, |one: Chain<u64>, other: Chain<u64>| other.sum > one.sum).sums
        };
        let last = items.iter().map(|item| item.right).max().unwrap_or(0);
        let forth = items.iter().enumerate();
        let forth = forth.map(|(k, item)| item.at(Pair::new(k, item.right)));
        let back = items.iter().rev().enumerate();
        let back = back.map(|(k, item)| item.at(Pair::new(k, last - item.right)));
        let forth = sums(&forth.collect::<Vec<_>>());
        let mut back = sums(&back.collect::<Vec<_>>());
        back.reverse();
        let best = forth.iter().copied().max().unwrap_or(0);
        Self { forth, back, best }
    }

    /// Tells whether the item is in one of the heaviest sets.
    fn is_best(&self, items: &[Item], k: usize) -> bool {
        self.forth[k] + self.back[k] - items[k].weight == self.best
    }
}

/// Leaves out, of the links that some heaviest sets have and others have not, the one that travels furthest.
///
/// A heaviest set fills the weights from 0 to the best one without a gap, each item from where the chain before it
/// ends to where its own ends. An item is in every heaviest set if no other one reaches into its stretch.
fn without_furthest(items: &[Item]) -> Vec<Item> {
    let sums = Sums::of(items);
    let mut stretches: Vec<(u64, u64, usize)> = (0..items.len())
        .filter(|&k| sums.is_best(items, k))
        .map(|k| (sums.forth[k] - items[k].weight, sums.forth[k], k))
        .collect();
    stretches.sort_unstable();
    let mut contested = vec![false; items.len()];
    let mut reach: Option<(u64, usize)> = None;
    for &(start, end, k) in &stretches {
        if let Some((furthest, other)) = reach.filter(|(furthest, _)| *furthest > start) {
            contested[k] = true;
            contested[other] = true;
            reach = Some(if end > furthest { (end, k) } else { (furthest, other) });
        } else {
            reach = Some((end, k));
        }
    }
    // Of several that travel as far, the last one goes, so that the earliest stay.
    let furthest = (0..items.len()).filter(|&k| contested[k]).max_by_key(|&k| (items[k].travel, k));
    items.iter().enumerate().filter(|(k, _)| Some(*k) != furthest).map(|(_, item)| *item).collect()
}

/// Of the heaviest sets, the one whose links come earliest.
fn earliest(items: &[Item]) -> Vec<usize> {
    let sums = Sums::of(items);
    let mut kept = Vec::new();
    let (mut before, mut right) = (0, None);
    for (k, item) in items.iter().enumerate() {
        let follows = right.is_none_or(|right| right < item.right) && sums.forth[k] - item.weight == before;
        if sums.is_best(items, k) && follows {
            kept.push(item.link);
            before = sums.forth[k];
            right = Some(item.right);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Right places in the order of the left ones, each with its words; `^` marks the moved ones.
    #[track_caller]
    fn check(drawn: &str) {
        let bare = drawn.replace('^', "");
        let places: Vec<LinkRank> = bare
            .split(' ')
            .enumerate()
            .map(|(left, item)| {
                let (right, weight) = item.split_once(':').expect("place:words");
                let number = |text: &str| text.parse().expect("a number");
                LinkRank { at: Pair::new(left, number(right)), weight: number(weight) }
            })
            .collect();
        let moved = moved(&places);
        let again: Vec<String> = bare
            .split(' ')
            .zip(moved)
            .map(|(item, moved)| if moved { format!("{item}^") } else { item.to_owned() })
            .collect();
        assert_eq!(again.join(" "), drawn);
    }

    #[test]
    fn all_in_order() {
        check("0:5 1:5 2:5");
    }

    #[test]
    fn the_set_with_the_most_words_stays() {
        check("1:5^ 0:9");
        check("1:9 0:5^");
        check("3:30 0:9^ 1:9^ 2:9^");
        check("3:20^ 0:9 1:9 2:9");
    }

    #[test]
    fn of_equals_the_one_that_travels_furthest_is_moved() {
        check("2:17^ 0:9 1:8");
        check("1:8 2:9 0:17^");
    }

    #[test]
    fn of_swapped_equals_the_earlier_stays() {
        check("1:7 0:7^");
        check("0:5 2:7 1:7^ 3:5");
    }

    #[test]
    fn links_without_words_stay_where_they_can() {
        check("0:0 1:5 2:0");
        check("2:0^ 0:5 1:5");
    }

    proptest! {
        #[test]
        fn what_stays_is_in_order_and_heaviest(weights in prop::collection::vec(0_usize..4, 0..9), seed in any::<u64>()) {
            let mut rights: Vec<usize> = (0..weights.len()).collect();
            rights.sort_by_key(|&k| (k as u64 + 1).wrapping_mul(seed | 1) >> 7);
            let places: Vec<LinkRank> =
                weights.iter().zip(&rights).enumerate().map(|(left, (&weight, &right))| LinkRank { at: Pair::new(left, right), weight }).collect();
            let moved = moved(&places);
            let sum = |set: &[usize]| set.iter().map(|&k| weight(places[k], places.len())).sum::<u64>();
            let increasing = |set: &[usize]| set.windows(2).all(|two| places[two[0]].at.right < places[two[1]].at.right);
            let kept: Vec<usize> = (0..places.len()).filter(|&k| !moved[k]).collect();
            prop_assert!(increasing(&kept));
            let heaviest = (0..1_usize << places.len())
                .map(|bits| (0..places.len()).filter(|k| bits >> k & 1 == 1).collect::<Vec<_>>())
                .filter(|set| increasing(set))
                .map(|set| sum(&set))
                .max();
            prop_assert_eq!(heaviest, Some(sum(&kept)));
        }
    }
}
