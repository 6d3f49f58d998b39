//! Which blocks share most weight with a block.
//!
//! ```text
//!     left 7    hull 9 · crack 9 · fare 5        right 3    hull, fare     shares 14     nearest
//!                                                right 8    hull           shares  9
//!                                                right 9    –
//! ```
//!
//! An inverted index over one article's features finds the few blocks that share a block's rarer ones. It is asked from both
//! sides, so that a short block finds the long one that holds it, which has better things to find.

use super::profile::Profiles;
use crate::pair::Pair;

/// How many blocks a block is compared with in full: those that share most weight with it.
const COMPARED: usize = 8;

/// A block that shares less weight with another than this part of what the nearest one shares is not looked at.
const HOPELESS: u32 = 6;

/// For each block of either article those of the other that share most weight with it, up to eight: pairs of blocks, some of
/// them twice. Features that stand in many blocks of one of the articles do not count.
///
/// Cost: linear in the features, times how many blocks may have one.
#[must_use]
pub fn nearest(profiles: Pair<&Profiles>) -> Vec<Pair<usize>> {
    let indexes = profiles.map(|side| &*side.index);
    let shared = indexes.left.shared(profiles.left.blocks.len(), indexes.right);
    let mut sums = vec![0_u32; profiles.right.blocks.len()];
    let mut met: Vec<u32> = Vec::new();
    let mut columns = vec![Nearest::NONE; sums.len()];
    let mut pairs = Vec::new();
    for (left, places) in (0..).zip(shared.rows()) {
        for &place in places {
            let (feature, blocks) = indexes.right.at(place as usize);
            let weight = u32::from(profiles.right.terms[feature as usize].weight);
            for &right in blocks {
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
