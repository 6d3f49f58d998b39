//! Which blocks have a stem, and which blocks recur.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::profile::{Feature, Profile, Profiles};
use crate::pair::Pair;

/// A feature that more blocks of an article have than this finds nobody: it is no evidence, and lists of it would make
/// the search quadratic.
const COMMON: usize = 32;

/// A block that shares less weight with another than this part of what the nearest one shares is not looked at.
const HOPELESS: u64 = 12;

/// The blocks of one article by feature.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// Where the blocks of each feature begin in `blocks`, and how many they are; only features that tell something.
    places: FxHashMap<Feature, (u32, u32)>,
    blocks: Vec<(u32, u32)>,
    /// How many blocks the article has.
    size: usize,
}

impl Index {
    /// Indexes an article's blocks. Cost: linear in their features.
    #[must_use]
    pub fn of(profiles: &[Profile]) -> Self {
        let mut places: FxHashMap<Feature, (u32, u32)> = FxHashMap::default();
        for (feature, _) in profiles.iter().flat_map(Profile::keys) {
            places.entry(feature).or_default().1 += 1;
        }
        places.retain(|_, (_, count)| *count as usize <= COMMON);
        let mut next = 0;
        for (start, count) in places.values_mut() {
            *start = next;
            next += std::mem::take(count);
        }
        let mut blocks = vec![(0, 0); next as usize];
        for (block, profile) in (0_u32..).zip(profiles) {
            for (feature, weight) in profile.keys() {
                if let Some((start, count)) = places.get_mut(&feature) {
                    blocks[(*start + *count) as usize] = (block, weight);
                    *count += 1;
                }
            }
        }
        Self { places, blocks, size: profiles.len() }
    }

    /// For each of the other article's blocks those here that share most weight with it, at most so many: pairs of the
    /// other's block and the one here. Features that stand in many blocks do not count.
    ///
    /// Cost: for each of its features at most as many steps as a feature may have blocks.
    pub fn nearest_of_all(&self, others: &[Profile], most: usize) -> impl Iterator<Item = Pair<usize>> {
        let mut weights = vec![0_u64; self.size];
        let mut met = Vec::new();
        others.iter().enumerate().flat_map(move |(block, other)| {
            self.nearest(other, &mut weights, &mut met, most);
            met.iter().map(|&found| Pair::new(block, found as usize)).collect::<Vec<_>>()
        })
    }

    /// Finds the blocks that share most weight with this one. `weights` is all zero, and is left so.
    fn nearest(&self, profile: &Profile, weights: &mut [u64], met: &mut Vec<u32>, most: usize) {
        met.clear();
        for (feature, weight) in profile.keys() {
            let Some(&(start, count)) = self.places.get(&feature) else { continue };
            for &(block, other) in &self.blocks[start as usize..(start + count) as usize] {
                let sum = &mut weights[block as usize];
                if *sum == 0 {
                    met.push(block);
                }
                *sum += u64::from(weight.min(other));
            }
        }
        let weight = |&block: &u32| (Reverse(weights[block as usize]), block);
        if met.len() > most {
            met.select_nth_unstable_by_key(most, weight);
        }
        let best = met.iter().take(most).map(|&block| weights[block as usize]).max().unwrap_or(0);
        let kept =
            met.iter().take(most).filter(|&&block| weights[block as usize] * HOPELESS >= best).copied().collect();
        let met = std::mem::replace(met, kept);
        for block in met {
            weights[block as usize] = 0;
        }
    }
}

/// How often a block may recur for each of its places to be set against each.
const RECURS: usize = 8;

/// Pairs of blocks with the very same features, and whether there were too many to name them all.
///
/// What recurs often has no rare feature and would find nobody. Then the places are paired that an order-keeping
/// difference of the two articles pairs (Myers, "An O(ND) difference algorithm and its variations", 1986): repeats
/// stay with their neighbours.
///
/// Cost: linear in the words, and that of [`similar`]'s bounded difference of the blocks.
#[must_use]
pub fn repeats(profiles: Pair<&Profiles>) -> (Vec<Pair<usize>>, bool) {
    let mut numbers: FxHashMap<Vec<(Feature, u32)>, usize> = FxHashMap::default();
    let same = profiles.map(|side| {
        let number = |profile: &Profile| {
            let next = numbers.len();
            *numbers.entry(profile.keys().collect()).or_insert(next)
        };
        side.blocks.iter().map(number).collect::<Vec<usize>>()
    });
    let mut places = same.as_ref().map(|_| vec![Vec::new(); numbers.len()]);
    for (side, same) in same.sides() {
        for (block, &number) in same.iter().enumerate() {
            if !profiles[side].blocks[block].stems.is_empty() {
                places[side][number].push(block);
            }
        }
    }
    let mut pairs = Vec::new();
    let mut coarse = false;
    for (left, right) in places.left.iter().zip(&places.right) {
        if left.len().max(right.len()) <= RECURS {
            pairs.extend(left.iter().flat_map(|&left| right.iter().map(move |&right| Pair::new(left, right))));
        } else {
            coarse |= !left.is_empty() && !right.is_empty();
        }
    }
    if coarse {
        pairs.extend(in_order(&same));
    }
    (pairs, coarse)
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
