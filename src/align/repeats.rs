//! Which blocks say the very same.
//!
//! ```text
//!     left     1 same   4 same            right     2 same   9 same         1–2  1–9  4–2  4–9
//!     left     "More follows." 20 times   right     "More follows." 30 times     in order, as a difference pairs them
//! ```

use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::adjacency::Adjacency;
use super::profile::{Profile, Profiles};
use crate::pair::Pair;

/// How often a block may recur for each of its places to be set against each.
const RECURS: usize = 8;

/// Pairs of blocks with the very same stems, and whether there were too many to name them all.
///
/// What recurs often has no rare feature and would find nobody. Then the places are paired that an order-keeping
/// difference of the two articles pairs (Myers, "An O(ND) difference algorithm and its variations", 1986): repeats
/// stay with their neighbours.
///
/// Cost: linear in the words, and that of [`similar`]'s bounded difference of the blocks.
#[must_use]
pub fn repeats(profiles: Pair<&Profiles>) -> (Vec<Pair<usize>>, bool) {
    let mut numbers: FxHashMap<u64, usize> = FxHashMap::default();
    let same = profiles.map(|side| {
        let number = |profile: &Profile| {
            let next = numbers.len();
            *numbers.entry(profile.print).or_insert(next)
        };
        side.blocks.iter().map(number).collect::<Vec<usize>>()
    });
    let places = Pair::from_fn(|side| places(&same[side], profiles[side], numbers.len()));
    let mut pairs = Vec::new();
    let mut coarse = false;
    for (left, right) in places.left.rows().zip(places.right.rows()) {
        if left.len().max(right.len()) <= RECURS {
            let pair = |left: u32, right: u32| Pair::new(left as usize, right as usize);
            pairs.extend(left.iter().flat_map(|&left| right.iter().map(move |&right| pair(left, right))));
        } else {
            coarse |= !left.is_empty() && !right.is_empty();
        }
    }
    if coarse {
        pairs.extend(in_order(&same));
    }
    (pairs, coarse)
}

/// Returns the blocks with stems, by their numbers.
fn places(numbers: &[usize], profiles: &Profiles, count: usize) -> Adjacency {
    let blocks = numbers.iter().enumerate().filter(|(block, _)| !profiles.blocks[*block].is_empty());
    Adjacency::of(count, blocks.map(|(block, &number)| (number, block)))
}

fn in_order(same: &Pair<Vec<usize>>) -> Vec<Pair<usize>> {
    let mut pairs = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &same.left, &same.right) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            pairs.extend((0..len).map(|k| Pair::new(old_index + k, new_index + k)));
        }
    }
    pairs
}
