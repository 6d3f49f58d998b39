//! Which blocks are related, looked up from either side.
//!
//! ```text
//!     by left     1–2  1–3  4–2             what is related to right 2, the likeliest first?     4, 1
//!     by right    4–2  1–2  1–3
//! ```

use crate::pair::{Pair, Side};

/// Blocks that report the same beyond or below a link: hints, which count for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Related {
    /// The pairs in the order of each side's blocks, of one block the likeliest first.
    by: Pair<Vec<Pair<usize>>>,
}

impl Related {
    /// Holds pairs of blocks, the likeliest first. Cost: n log n in them.
    #[must_use]
    pub fn new(pairs: Vec<Pair<usize>>) -> Self {
        let mut by = Pair::new(pairs.clone(), pairs);
        // The sort is stable: of one block the likeliest stays first.
        by.left.sort_by_key(|pair| pair.left);
        by.right.sort_by_key(|pair| pair.right);
        Self { by }
    }

    /// Returns the pairs in the order of the left blocks, of one block the likeliest first.
    pub fn iter(&self) -> impl Iterator<Item = Pair<usize>> {
        self.by.left.iter().copied()
    }

    /// Returns the blocks of the other side that a block of a side is related to, the likeliest first. Cost: logarithmic.
    pub fn of(&self, side: Side, block: usize) -> impl Iterator<Item = usize> {
        let own = &self.by[side];
        let first = own.partition_point(|pair| pair[side] < block);
        own[first..].iter().take_while(move |pair| pair[side] == block).map(move |pair| pair[side.other()])
    }

    /// Tells whether a block of a side is related to any.
    #[must_use]
    pub fn has(&self, side: Side, block: usize) -> bool {
        self.of(side, block).next().is_some()
    }

    /// Returns the same with the sides exchanged. Cost: linear.
    #[must_use]
    pub fn swap(self) -> Self {
        let Pair { left, right } = self.by;
        let swapped = |pairs: Vec<Pair<usize>>| pairs.into_iter().map(Pair::swap).collect();
        Self { by: Pair::new(swapped(right), swapped(left)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_related_is_found_from_either_side() {
        let related = Related::new(vec![Pair::new(4, 2), Pair::new(1, 3), Pair::new(1, 2)]);
        let of = |related: &Related, side, block| related.of(side, block).collect::<Vec<_>>();
        assert_eq!(of(&related, Side::Left, 1), [3, 2]);
        assert_eq!(of(&related, Side::Right, 2), [4, 1]);
        assert_eq!(of(&related, Side::Left, 2), [0; 0]);
        assert!(related.has(Side::Left, 4) && !related.has(Side::Right, 4));
        let pairs: Vec<_> = related.iter().map(|pair| (pair.left, pair.right)).collect();
        assert_eq!(pairs, [(1, 3), (1, 2), (4, 2)]);
        let swapped = related.clone().swap();
        assert_eq!(of(&swapped, Side::Right, 1), [3, 2]);
        assert_eq!(swapped.iter().next(), Some(Pair::new(2, 4)));
        assert_eq!(swapped.swap(), related);
    }
}
