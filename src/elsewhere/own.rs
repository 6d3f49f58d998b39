//! Which blocks an article says again by itself, and where it says them.
//!
//! ```text
//!     ¶2   Three boats were withdrawn in March after cracks were found.
//!     ¶7   Three boats were withdrawn in March                 again: what it says stands in ¶2
//! ```

use rustc_hash::FxHashMap;

use crate::run_index::{RUN, RunIndex};
use crate::words::Form;

/// The part of a block's words that may be left over where it is said again: one in so many.
const LEFT_OVER: usize = 10;

/// How many blocks are named that say what another one says.
const NAMED: usize = 8;

/// Returns for each block the blocks of the article that say it, ascending: an equal one, or earlier ones that hold all but a tenth
/// of its words in runs of five and more, the first few of them. None: it is not said again.
///
/// Of equal blocks one counts, and the others are said again: the first that is linked in order, else the first that is
/// linked, else the first. `is_linked` tells both. Cost: linear in the words.
pub(crate) fn repeated(index: &RunIndex, is_linked: impl Fn(usize) -> (bool, bool)) -> Vec<Vec<usize>> {
    let mut again = vec![Vec::new(); index.blocks()];
    let mut equal: FxHashMap<&[Form], Vec<usize>> = FxHashMap::default();
    for block in (0..index.blocks()).filter(|&block| !index.is_furniture(block)) {
        let words = index.words_of(block);
        if !words.is_empty() {
            equal.entry(index.forms(&words)).or_default().push(block);
        }
    }
    for blocks in equal.values().filter(|blocks| blocks.len() > 1) {
        let counts = blocks.iter().copied().min_by_key(|&block| {
            let (is_linked, is_in_order) = is_linked(block);
            (!is_in_order, !is_linked, block)
        });
        for &block in blocks {
            again[block].extend(counts.filter(|&counts| counts != block));
        }
    }
    // Of equal blocks the one that counts may stand behind the others.
    let is_equal = |block: usize| equal.get(index.forms(&index.words_of(block))).is_some_and(|blocks| blocks.len() > 1);
    let first_of = |block: usize| equal.get(index.forms(&index.words_of(block))).map_or(block, |blocks| blocks[0]);
    let is_counting = |&block: &usize| again[block].is_empty() && !index.is_furniture(block);
    for block in (0..index.blocks()).filter(is_counting).collect::<Vec<_>>() {
        let first = if is_equal(block) { first_of(block) } else { block };
        again[block] = said_before(index, first);
    }
    again
}

/// Returns the blocks before it that hold all but a tenth of a block's words in runs of five and more, ascending; none if they hold
/// less.
fn said_before(index: &RunIndex, block: usize) -> Vec<usize> {
    let words = index.words_of(block);
    let count = words.len();
    let (mut covered, mut end) = (0, words.start);
    let mut blocks: Vec<usize> = Vec::new();
    for (start, first) in index.repeated_in(block).filter(|&(_, first)| first + RUN <= words.start) {
        covered += start + RUN - end.max(start);
        end = start + RUN;
        let before = index.block_of(first);
        if blocks.len() < NAMED && !blocks.contains(&before) {
            blocks.push(before);
        }
    }
    if covered == 0 || !is_nearly_all(covered, count) {
        return Vec::new();
    }
    blocks.sort_unstable();
    blocks
}

/// Returns whether at most a tenth of some words is left over.
pub(super) const fn is_nearly_all(counted: usize, all: usize) -> bool {
    (all - counted) * LEFT_OVER <= all
}
