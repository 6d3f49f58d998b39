//! Which figures or dates stand in which block.

use rustc_hash::FxHashMap;

use super::super::links::BlockAt;

/// How many figures of a block are held against those of another one: a table of more has no two that are of one thing for sure.
pub(super) const MOST: usize = 64;

/// Returns what stands in each block, as indices. Cost: linear in them.
pub(super) fn by_block(places: impl Iterator<Item = BlockAt>) -> FxHashMap<BlockAt, Vec<usize>> {
    let mut of_block: FxHashMap<BlockAt, Vec<usize>> = FxHashMap::default();
    for (k, place) in places.enumerate() {
        of_block.entry(place).or_default().push(k);
    }
    of_block
}
