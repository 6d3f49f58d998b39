//! How many blocks of each side of a link have a stem.
//!
//! ```text
//!     left 5      hull  ferry            left   right
//!     left 6      hull           hull      2      1       one of the two is answered
//!     right 5     hull  crack    ferry     1      0
//!                                crack     0      1       a block of the left that has it would explain it
//! ```

use super::profile::Profiles;
use crate::pair::{Pair, Side};

/// A table of the stems of some blocks.
pub struct TermCounts<'p> {
    profiles: Pair<&'p Profiles>,
    counts: Vec<Pair<u32>>,
}

impl<'p> TermCounts<'p> {
    /// Returns a table in which nothing is counted. Cost: linear in the different stems of the story.
    #[must_use]
    pub fn new(profiles: Pair<&'p Profiles>) -> Self {
        let forms = profiles.map(Profiles::forms);
        Self { profiles, counts: vec![Pair::default(); forms.left.max(forms.right)] }
    }

    /// Counts the stems of a block. Cost: linear in them.
    pub fn add(&mut self, side: Side, block: usize) {
        for stem in self.profiles[side].different(block) {
            self.counts[stem.form().index()][side] += 1;
        }
    }

    /// Forgets the stems of a block, also as far as others have them. Cost: linear in them.
    pub fn forget(&mut self, side: Side, block: usize) {
        for stem in self.profiles[side].stems(block) {
            self.counts[stem.form().index()] = Pair::default();
        }
    }

    /// How much of a block's weight the other side has more often than this one, and how much the other side has at all.
    /// Cost: linear in its stems.
    #[must_use]
    pub fn gain(&self, side: Side, block: usize) -> (u64, u64) {
        let (mut gain, mut common) = (0, 0);
        for stem in self.profiles[side].different(block) {
            let (counts, weight) = (self.counts[stem.form().index()], self.profiles[side].weight(stem.form()));
            gain += weight * u64::from(counts[side.other()] > counts[side]);
            common += weight * u64::from(counts[side.other()] > 0);
        }
        (gain, common)
    }

    /// How alike the two sides of a link are: the weighed coefficient of Dice, each stem as often as blocks have it.
    ///
    /// Nothing is counted before and after. Cost: linear in the stems.
    #[must_use]
    pub fn similarity(&mut self, blocks: &Pair<Vec<usize>>) -> f64 {
        let mut common = 0;
        for &block in &blocks.right {
            self.add(Side::Right, block);
        }
        for stem in blocks.left.iter().flat_map(|&block| self.profiles.left.different(block)) {
            let unanswered = &mut self.counts[stem.form().index()].right;
            common += self.profiles.left.weight(stem.form()) * u64::from(*unanswered > 0);
            *unanswered = unanswered.saturating_sub(1);
        }
        for &block in &blocks.right {
            self.forget(Side::Right, block);
        }
        let totals = blocks.as_ref().zip(self.profiles).map(|(blocks, side)| side.total(blocks));
        2.0 * common as f64 / (totals.left + totals.right).max(1) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::idf::of_texts;

    #[test]
    fn a_stem_is_answered_as_often_as_blocks_have_it() {
        let (_, profiles) = of_texts("hull ferry.\nhull hull.\nboat.", "hull crack.\nferry.");
        let mut tally = TermCounts::new(profiles.as_ref());
        let of = |side: Side, word: usize| profiles[side].weight(profiles[side].stems(0)[word].form()) as f64;
        let (hull, ferry, crack) = (of(Side::Left, 0), of(Side::Left, 1), of(Side::Right, 1));
        let alike = tally.similarity(&Pair::new(vec![0, 1], vec![0]));
        assert_eq!(alike, 2.0 * hull / (3.0 * hull + ferry + crack));
        assert_eq!(
            tally.similarity(&Pair::new(vec![0], vec![0, 1])),
            2.0 * (hull + ferry) / (2.0 * (hull + ferry) + crack)
        );
        assert_eq!(tally.similarity(&Pair::new(vec![2], vec![0, 1])), 0.0);
    }

    #[test]
    fn what_one_side_explains_already_is_no_gain() {
        let (_, profiles) = of_texts("hull ferry.\nferry boat.\nhull.", "hull ferry boat.");
        let mut tally = TermCounts::new(profiles.as_ref());
        tally.add(Side::Left, 0);
        tally.add(Side::Right, 0);
        let boat = profiles.left.weight(profiles.left.stems(1)[1].form());
        let (gain, common) = tally.gain(Side::Left, 1);
        assert_eq!((gain, common), (boat, profiles.left.blocks[1].total));
        assert_eq!(tally.gain(Side::Left, 2).0, 0);
    }
}
