//! Which blocks have a stem, and which blocks recur.

use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::profile::{Feature, Profile, Profiles};
use crate::pair::Pair;

/// A feature that more blocks of an article have than this finds nobody: it is no evidence, and lists of it would make
/// the search quadratic.
const COMMON: usize = 32;

/// The blocks of one article by feature.
pub struct Index {
    /// Where the blocks of each feature begin in `blocks`; features are those of the article, sorted.
    features: Vec<(Feature, usize)>,
    blocks: Vec<(usize, u32)>,
}

impl Index {
    /// Indexes an article's blocks. Cost: that of sorting their features.
    #[must_use]
    pub fn of(profiles: &[Profile]) -> Self {
        let keys = |(block, profile): (usize, &Profile)| -> Vec<(Feature, usize, u32)> {
            profile.keys().map(|(feature, weight)| (feature, block, weight)).collect()
        };
        let mut entries: Vec<(Feature, usize, u32)> = profiles.iter().enumerate().flat_map(keys).collect();
        entries.sort_unstable();
        let mut features = Vec::new();
        for (at, entry) in entries.iter().enumerate() {
            if features.last().is_none_or(|&(feature, _)| feature != entry.0) {
                features.push((entry.0, at));
            }
        }
        Self { features, blocks: entries.into_iter().map(|(_, block, weight)| (block, weight)).collect() }
    }

    /// For each of the other article's blocks those here that share most weight with it, at most so many: pairs of the
    /// other's block and the one here. Features that stand in many blocks do not count.
    ///
    /// Cost: for each of its features at most as many steps as a feature may have blocks.
    pub fn nearest_of_all(&self, others: &[Profile], most: usize) -> impl Iterator<Item = Pair<usize>> {
        let size = self.blocks.iter().map(|&(block, _)| block + 1).max().unwrap_or(0);
        let mut weights = vec![0_u64; size];
        others.iter().enumerate().flat_map(move |(block, other)| {
            let nearest = self.nearest(other, &mut weights, most);
            nearest.into_iter().map(move |found| Pair::new(block, found))
        })
    }

    fn with(&self, feature: Feature) -> &[(usize, u32)] {
        let Ok(at) = self.features.binary_search_by_key(&feature, |&(feature, _)| feature) else { return &[] };
        let end = self.features.get(at + 1).map_or(self.blocks.len(), |&(_, start)| start);
        &self.blocks[self.features[at].1..end]
    }

    /// The blocks that share most weight with this one. `weights` is all zero, and is left so.
    fn nearest(&self, profile: &Profile, weights: &mut [u64], most: usize) -> Vec<usize> {
        let mut met = Vec::new();
        for (feature, weight) in profile.keys() {
            let with = self.with(feature);
            for &(block, other) in with.iter().take(if with.len() > COMMON { 0 } else { COMMON }) {
                if weights[block] == 0 {
                    met.push(block);
                }
                weights[block] += u64::from(weight.min(other));
            }
        }
        met.sort_unstable_by_key(|&block| (std::cmp::Reverse(weights[block]), block));
        for &block in &met {
            weights[block] = 0;
        }
        met.truncate(most);
        met
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
