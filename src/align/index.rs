//! Which blocks have a stem, and which blocks recur.

use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::profile::{Feature, Profile, Profiles};
use super::rows::Rows;
use crate::pair::Pair;

/// A feature that more blocks of an article have than this finds nobody: it is no evidence, and lists of it would make
/// the search quadratic.
const COMMON: u32 = 16;

/// How many blocks a block is compared with in full: those that share most weight with it.
const COMPARED: usize = 8;

/// A block that shares less weight with another than this part of what the nearest one shares is not looked at.
const HOPELESS: u32 = 6;

/// The blocks of one article by feature, of those features that tell something.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// The features, ascending.
    entries: Vec<Entry>,
    /// The blocks that have them, ascending for each feature.
    blocks: Vec<u32>,
}

/// A feature, and where the blocks that have it end in the index; they begin where those of the one before end.
#[derive(Clone, Copy, Debug)]
struct Entry {
    feature: Feature,
    end: u32,
}

/// No place in the index.
const NOWHERE: u32 = u32::MAX;

impl Index {
    /// Keeps the features for which something holds, which is told how many blocks have them. Cost: linear in the index.
    pub(super) fn retain(&mut self, mut holds: impl FnMut(Feature, u32) -> bool) {
        let (mut start, mut end) = (0, 0);
        let blocks = &mut self.blocks;
        self.entries.retain_mut(|entry| {
            let own = std::mem::replace(&mut start, entry.end)..entry.end;
            let keeps = holds(entry.feature, own.end - own.start);
            if keeps {
                blocks.copy_within(own.start as usize..own.end as usize, end as usize);
                end += own.end - own.start;
                entry.end = end;
            }
            keeps
        });
        blocks.truncate(end as usize);
    }

    /// The blocks of the entry at a place.
    fn blocks(&self, place: usize) -> &[u32] {
        let start = place.checked_sub(1).map_or(0, |before| self.entries[before].end);
        &self.blocks[start as usize..self.entries[place].end as usize]
    }
}

/// An index into which blocks come, in their order.
pub(super) struct Filling {
    index: Index,
    /// Where the next block that has each feature comes.
    places: Vec<u32>,
}

impl Filling {
    /// Makes room for features by how many blocks have each. Cost: linear in the features.
    pub fn of(counts: &[u32]) -> Self {
        let mut entries = Vec::new();
        let mut places = vec![NOWHERE; counts.len()];
        let mut end = 0;
        for (feature, &count) in (0..).zip(counts) {
            if (1..=COMMON).contains(&count) {
                places[feature as usize] = end;
                end += count;
                entries.push(Entry { feature, end });
            }
        }
        Self { index: Index { entries, blocks: vec![0; end as usize] }, places }
    }

    /// Adds a block to a feature, if there is room for it. Cost: constant.
    pub fn add(&mut self, block: usize, feature: Feature) {
        let place = &mut self.places[feature as usize];
        if *place != NOWHERE {
            self.index.blocks[*place as usize] = u32::try_from(block).expect("an article has fewer than 2^32 words");
            *place += 1;
        }
    }

    /// The index, all blocks added.
    pub fn close(self) -> Index {
        self.index
    }
}

/// For each block of either article those of the other that share most weight with it, up to eight: pairs of blocks, some of
/// them twice. Features that stand in many blocks of one of the articles do not count.
///
/// Cost: linear in the features, times how many blocks may have one.
#[must_use]
pub fn nearest(profiles: Pair<&Profiles>) -> Vec<Pair<usize>> {
    let index = &profiles.right.index;
    let mut sums = vec![0_u32; profiles.right.blocks.len()];
    let mut met: Vec<u32> = Vec::new();
    let mut columns = vec![Nearest::NONE; sums.len()];
    let mut pairs = Vec::new();
    for (left, entries) in (0..).zip(shared(profiles).rows()) {
        for &entry in entries {
            let weight = u32::from(profiles.right.weights[index.entries[entry as usize].feature as usize]);
            for &right in index.blocks(entry as usize) {
                let sum = &mut sums[right as usize];
                if *sum == 0 {
                    met.push(right);
                }
                *sum += weight;
            }
        }
        let mut row = Nearest::NONE;
        for right in met.drain(..) {
            let weight = std::mem::take(&mut sums[right as usize]);
            row.offer(weight, right);
            columns[right as usize].offer(weight, left);
        }
        pairs.extend(row.kept().map(|right| Pair::new(left as usize, right)));
    }
    for (right, column) in columns.iter().enumerate() {
        pairs.extend(column.kept().map(|left| Pair::new(left, right)));
    }
    pairs
}

/// For each left block the right index's entries, by place, of the features that both articles have.
fn shared(profiles: Pair<&Profiles>) -> Rows {
    let Pair { left, right } = profiles.map(|side| &side.index);
    let mut both = Vec::new();
    let mut rights = right.entries.iter().enumerate().peekable();
    for (place, entry) in left.entries.iter().enumerate() {
        while rights.next_if(|(_, right)| right.feature < entry.feature).is_some() {}
        if let Some((right, _)) = rights.next_if(|(_, right)| right.feature == entry.feature) {
            both.push((place, right));
        }
    }
    let of_entry =
        |&(place, right): &(usize, usize)| left.blocks(place).iter().map(move |&block| (block as usize, right));
    Rows::of(profiles.left.blocks.len(), both.iter().flat_map(of_entry))
}

/// The blocks that share most weight with one.
#[derive(Clone, Copy, Debug)]
struct Nearest {
    near: [Near; COMPARED],
    /// The place of the furthest, which makes room for a nearer one.
    furthest: usize,
}

/// A block and the weight that another shares with it, in one number: the nearer the greater, of equals the earlier. Zero is
/// no block.
type Near = u64;

impl Nearest {
    const NONE: Self = Self { near: [0; COMPARED], furthest: 0 };

    /// Takes a block in if it is among the nearest so far. Cost: constant.
    fn offer(&mut self, weight: u32, block: u32) {
        let near = Near::from(weight) << 32 | Near::from(!block);
        if near > self.near[self.furthest] {
            self.near[self.furthest] = near;
            self.furthest = (0..COMPARED).min_by_key(|&k| self.near[k]).unwrap_or(0);
        }
    }

    /// Those that are not hopelessly behind the nearest.
    fn kept(&self) -> impl Iterator<Item = usize> {
        let weight = |near: Near| (near >> 32) as u32;
        let best = self.near.iter().copied().max().map_or(0, weight);
        let kept = self.near.iter().filter(move |&&near| near > 0 && weight(near) * HOPELESS >= best);
        kept.map(|&near| !(near as u32) as usize)
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

/// The blocks with stems, by their numbers.
fn places(numbers: &[usize], profiles: &Profiles, count: usize) -> Rows {
    let blocks = numbers.iter().enumerate().filter(|(block, _)| !profiles.blocks[*block].is_empty());
    Rows::of(count, blocks.map(|(block, &number)| (number, block)))
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
