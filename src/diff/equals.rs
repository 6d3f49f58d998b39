//! What two sequences have in common, in order.
//!
//! ```text
//!     left     The cat sat .
//!     right    The dog sat .         The at 0 and 0, one unit; sat . at 2 and 2, two
//! ```

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::pair::Pair;
use crate::words::Form;

/// A stretch that both sides have: where it begins on each, and how many units it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Equal {
    pub at: Pair<usize>,
    pub length: usize,
}

/// Finds a long common subsequence (Myers, "An O(ND) difference algorithm and its variations", 1986), the longest
/// unless the sides are long and have little in common.
pub(super) fn plain(keys: Pair<&[Form]>, offset: Pair<usize>, equals: &mut Vec<Equal>) {
    for op in capture_diff_slices(Algorithm::Myers, keys.left, keys.right) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            equals.push(Equal { at: Pair::new(offset.left + old_index, offset.right + new_index), length: len });
        }
    }
}
