//! Which blocks have a stem, and which blocks recur.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::profile::{Feature, Profile, Profiles};
use crate::pair::Pair;

/// A feature that more blocks of an article have than this finds nobody: it is no evidence, and lists of it would make
/// the search quadratic.
const COMMON: usize = 16;

/// A block that shares less weight with another than this part of what the nearest one shares is not looked at.
const HOPELESS: u32 = 6;

/// The blocks of one article by feature, of those features that tell something.
#[derive(Clone, Debug, Default)]
pub struct Index {
    entries: Vec<Entry>,
    blocks: Vec<u32>,
}

/// A feature, and where the blocks that have it stand in the index.
#[derive(Clone, Copy, Debug)]
struct Entry {
    feature: Feature,
    weight: u32,
    start: u32,
    count: u32,
}

impl Index {
    /// Adds a feature, which comes after those that were added before, and the blocks that have it; passes it over if they
    /// are many. Cost: linear in the blocks.
    pub(super) fn add(&mut self, feature: Feature, weight: u32, blocks: impl ExactSizeIterator<Item = usize>) {
        if blocks.len() > COMMON {
            return;
        }
        let number = |size: usize| u32::try_from(size).expect("an article has fewer than 2^32 words");
        let (start, count) = (number(self.blocks.len()), number(blocks.len()));
        self.blocks.extend(blocks.map(number));
        self.entries.push(Entry { feature, weight, start, count });
    }

    fn blocks(&self, entry: Entry) -> &[u32] {
        &self.blocks[entry.start as usize..][..entry.count as usize]
    }
}

/// For each block of either article those of the other that share most weight with it, at most so many: pairs of blocks, some
/// of them twice. Features that stand in many blocks of one of the articles do not count.
///
/// Cost: linear in the features, times how many blocks may have one.
#[must_use]
pub fn nearest(profiles: Pair<&Profiles>, most: usize) -> Vec<Pair<usize>> {
    let sizes = profiles.map(|side| side.blocks.len());
    let mut sums = vec![0; sizes.right];
    let mut met = Vec::new();
    let mut columns = vec![Nearest::default(); sizes.right];
    let mut pairs = Vec::new();
    for (left, shared) in shared(profiles).iter().enumerate() {
        for &entry in shared {
            let entry = profiles.right.index.entries[entry as usize];
            for &right in profiles.right.index.blocks(entry) {
                let sum = &mut sums[right as usize];
                if *sum == 0 {
                    met.push(right);
                }
                *sum += entry.weight;
            }
        }
        let mut row = Nearest::default();
        for right in met.drain(..).map(|right| right as usize) {
            let weight = std::mem::take(&mut sums[right]);
            row.offer(weight, right, most);
            columns[right].offer(weight, left, most);
        }
        pairs.extend(row.kept().map(|right| Pair::new(left, right)));
    }
    let column =
        |(right, column): (usize, &Nearest)| column.kept().map(|left| Pair::new(left, right)).collect::<Vec<_>>();
    pairs.extend(columns.iter().enumerate().flat_map(column));
    pairs
}

/// For each left block the right index's entries, by place, of the features that both articles have.
fn shared(profiles: Pair<&Profiles>) -> Vec<Vec<u32>> {
    let features = profiles.left.blocks.iter().map(|block| block.stems.len());
    let mut shared: Vec<Vec<u32>> = features.map(Vec::with_capacity).collect();
    let mut rights = (0_u32..).zip(&profiles.right.index.entries).peekable();
    for &left in &profiles.left.index.entries {
        while rights.next_if(|(_, right)| right.feature < left.feature).is_some() {}
        if let Some(&(right, _)) = rights.peek().filter(|(_, right)| right.feature == left.feature) {
            for &block in profiles.left.index.blocks(left) {
                shared[block as usize].push(right);
            }
        }
    }
    shared
}

/// A block and the weight that another shares with it: the nearer the greater, of equals the earlier.
type Near = (u32, Reverse<usize>);

/// The blocks that share most weight with one.
#[derive(Clone, Debug)]
struct Nearest {
    blocks: Vec<Near>,
    /// What is not nearer than this is not among them; nothing as long as there is room.
    furthest: Near,
}

impl Default for Nearest {
    fn default() -> Self {
        Self { blocks: Vec::new(), furthest: (0, Reverse(0)) }
    }
}

impl Nearest {
    /// Takes a block in if it is among the nearest so far. Cost: constant for most, linear in `most` at worst.
    fn offer(&mut self, weight: u32, block: usize, most: usize) {
        let near = (weight, Reverse(block));
        if near <= self.furthest {
            return;
        }
        match self.blocks.iter_mut().find(|other| **other == self.furthest) {
            Some(furthest) => *furthest = near,
            None => self.blocks.push(near),
        }
        if self.blocks.len() == most {
            self.furthest = self.blocks.iter().copied().min().unwrap_or(near);
        }
    }

    /// Those that are not hopelessly behind the nearest.
    fn kept(&self) -> impl Iterator<Item = usize> {
        let best = self.blocks.iter().max().map_or(0, |(weight, _)| *weight);
        self.blocks.iter().filter(move |(weight, _)| weight * HOPELESS >= best).map(|(_, Reverse(block))| *block)
    }
}

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
