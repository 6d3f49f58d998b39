//! Which blocks of a story's articles a reader has set opposite by hand.
//!
//! ```text
//!     A–B   ¶3–¶7   ¶9–¶2        seen from B: ¶2–¶9   ¶7–¶3
//!     B–D   ¶1–¶1
//! ```
//!
//! They are an input where two articles are compared, and known by the places of articles and blocks in this story.

use std::collections::BTreeMap;

use crate::pair::{Pair, Side};

/// Holds the pins of a story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoryPins {
    /// By two articles, the earlier one on the left.
    of: BTreeMap<(usize, usize), PairPins>,
}

/// Holds the pins of two articles: for the blocks of each side those of the other one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct PairPins {
    partners: Pair<BTreeMap<usize, usize>>,
}

impl PairPins {
    /// Takes away the pin that a block of a side has.
    fn free(&mut self, side: Side, block: usize) {
        if let Some(partner) = self.partners[side].remove(&block) {
            self.partners[side.other()].remove(&partner);
        }
    }
}

impl StoryPins {
    /// Sets two blocks of two articles opposite, and takes away what pins these had with the other article.
    ///
    /// Cost: logarithmic in the pins.
    pub fn set(&mut self, articles: Pair<usize>, blocks: Pair<usize>) {
        let (articles, swapped) = ordered(articles);
        let (blocks, pins) = (blocks.swap_if(swapped), self.of.entry((articles.left, articles.right)).or_default());
        for side in Side::BOTH {
            pins.free(side, blocks[side]);
        }
        for side in Side::BOTH {
            pins.partners[side].insert(blocks[side], blocks[side.other()]);
        }
    }

    /// Takes a pin away. Cost: logarithmic in the pins.
    pub fn remove(&mut self, articles: Pair<usize>, blocks: Pair<usize>) {
        if self.partner(articles, blocks.left) == Some(blocks.right) {
            let (articles, swapped) = ordered(articles);
            let pins = self.of.entry((articles.left, articles.right)).or_default();
            pins.free(Side::Left, blocks.swap_if(swapped).left);
        }
    }

    /// Returns the block of the right article that one of the left is pinned to. Cost: logarithmic in the pins.
    #[must_use]
    pub fn partner(&self, articles: Pair<usize>, left: usize) -> Option<usize> {
        self.partners(articles)?.get(&left).copied()
    }

    /// Returns the pins of two articles, in the order of the left's blocks. Cost: linear in them.
    #[must_use]
    pub fn of(&self, articles: Pair<usize>) -> Vec<Pair<usize>> {
        let partners = self.partners(articles).into_iter().flatten();
        partners.map(|(&left, &right)| Pair::new(left, right)).collect()
    }

    /// Returns what blocks of the left article are pinned to in the right one.
    fn partners(&self, articles: Pair<usize>) -> Option<&BTreeMap<usize, usize>> {
        let (articles, swapped) = ordered(articles);
        let pins = self.of.get(&(articles.left, articles.right))?;
        Some(&pins.partners[if swapped { Side::Right } else { Side::Left }])
    }
}

/// Returns two articles with the earlier one on the left, and whether they were the other way round.
fn ordered(articles: Pair<usize>) -> (Pair<usize>, bool) {
    let swapped = articles.right < articles.left;
    (articles.swap_if(swapped), swapped)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pins: &StoryPins, left: usize, right: usize) -> Vec<(usize, usize)> {
        pins.of(Pair::new(left, right)).into_iter().map(|pin| (pin.left, pin.right)).collect()
    }

    #[test]
    fn a_block_has_one_pin_in_each_other_article() {
        let mut pins = StoryPins::default();
        pins.set(Pair::new(0, 1), Pair::new(9, 2));
        pins.set(Pair::new(1, 0), Pair::new(7, 3));
        pins.set(Pair::new(1, 3), Pair::new(7, 1));
        assert_eq!([of(&pins, 0, 1), of(&pins, 1, 0)], [[(3, 7), (9, 2)], [(2, 9), (7, 3)]]);
        assert_eq!((of(&pins, 1, 3), of(&pins, 0, 3)), (vec![(7, 1)], vec![]));
        // It takes the pins of both of its blocks away.
        pins.set(Pair::new(0, 1), Pair::new(3, 2));
        assert_eq!(of(&pins, 0, 1), [(3, 2)]);
        pins.remove(Pair::new(1, 0), Pair::new(2, 4));
        assert_eq!((of(&pins, 0, 1), pins.partner(Pair::new(1, 0), 2)), (vec![(3, 2)], Some(3)));
        pins.remove(Pair::new(1, 0), Pair::new(2, 3));
        assert_eq!(of(&pins, 0, 1), []);
        assert_eq!(of(&pins, 3, 1), [(1, 7)]);
    }
}
