//! What the links around two blocks say to their being linked.
//!
//! ```text
//!     left 3 ── right 4        a link before, one step away on either side: full support
//!     left 4 ·· right 5        ← the candidate
//!     left 5
//!     left 6 ── right 6        a link after, two steps away on one side and one on the other: a quarter
//! ```
//!
//! Two texts that have nothing to do with each other have no links that support each other; that is how the second
//! pass keeps them apart.

use super::candidates::{Candidate, Candidates};
use super::features::ContextFeatures;
use super::model::sigmoid;
use crate::pair::Pair;

/// How far away a link gives support, in blocks.
const REACH: usize = 4;

/// A share of linked blocks above this says no more.
const LINKED: f64 = 0.5;

/// Logits below this are all alike: no.
pub const FLOOR: f64 = -12.0;

/// Links of one block each, with their probabilities, by block.
pub struct Context {
    /// For each left block its right one, and how probable the link is.
    partner: Vec<Option<(usize, f64)>>,
    /// How probable the link of each block is; 0 for none.
    linked: Pair<Vec<f64>>,
    sum: f64,
    lesser: usize,
    kinship: f64,
}

impl Context {
    /// Takes the links, as places in the candidates, with their logits. `readable` is how many blocks of each side have
    /// words to compare. Cost: linear in blocks and links.
    #[must_use]
    pub fn of(candidates: &Candidates, links: &[usize], scores: &[f64], readable: Pair<usize>, kinship: f64) -> Self {
        let mut partner = vec![None; candidates.of.left.len()];
        let mut linked = candidates.of.as_ref().map(|of| vec![0.0; of.len()]);
        let mut sum = 0.0;
        for &k in links {
            let Pair { left, right } = candidates.all[k].blocks;
            let probability = sigmoid(scores[k]);
            partner[left] = Some((right, probability));
            linked.left[left] = probability;
            linked.right[right] = probability;
            sum += probability;
        }
        Self { partner, linked, sum, lesser: readable.left.min(readable.right), kinship }
    }

    /// The features of a candidate, of which `alike` is the logit from its words alone. Cost: constant.
    #[must_use]
    pub fn features(&self, candidate: &Candidate, alike: f64, lead: Pair<f64>) -> ContextFeatures {
        let share = self.linked_share(candidate.blocks);
        let (before, after) = (self.support(candidate.blocks, true), self.support(candidate.blocks, false));
        ContextFeatures {
            pair_logit: alike.max(FLOOR),
            greater_support: before.max(after),
            lesser_support: before.min(after),
            linked_share: share.min(LINKED),
            distance: self.distance(candidate.blocks),
            lesser_lead: lead.left.min(lead.right),
            greater_lead: lead.left.max(lead.right),
        }
    }

    /// The share of the lesser article's other blocks that are linked, by probability. Cost: constant.
    #[must_use]
    pub fn linked_share(&self, blocks: Pair<usize>) -> f64 {
        let Pair { left, right } = blocks;
        let own = match self.partner[left] {
            Some((partner, probability)) if partner == right => probability,
            _ => self.linked.left[left] + self.linked.right[right],
        };
        (self.sum - own).max(0.0) / (self.lesser.max(2) - 1) as f64
    }

    /// How far apart two blocks stand, each by its place in its article from 0 to 1; less in texts of kinship. Cost: constant.
    #[must_use]
    pub fn distance(&self, blocks: Pair<usize>) -> f64 {
        let place = |block: usize, of: usize| block as f64 / of.max(1) as f64;
        let (left, right) = (place(blocks.left, self.linked.left.len()), place(blocks.right, self.linked.right.len()));
        (left - right).abs() * (1.0 - self.kinship)
    }

    /// The share of all blocks that are linked, by probability, of the article that has fewer; as if it had two more that are
    /// not, since of three blocks one is soon linked. Cost: constant.
    #[must_use]
    pub fn share(&self) -> f64 {
        self.sum / (self.lesser + 2) as f64
    }

    /// The best support of links on one side of two blocks: less the further, and less the more the steps differ.
    fn support(&self, blocks: Pair<usize>, before: bool) -> f64 {
        let mut best = 0.0_f64;
        for step in 1..=REACH {
            let left = if before { blocks.left.checked_sub(step) } else { Some(blocks.left + step) };
            let linked = left.and_then(|left| self.partner.get(left).copied().flatten());
            let Some((right, probability)) = linked else { continue };
            let other = if before { blocks.right.checked_sub(right) } else { right.checked_sub(blocks.right) };
            if let Some(other) = other.filter(|other| (1..=REACH).contains(other)) {
                let unlike = 1 + step.abs_diff(other);
                best = best.max(probability / (unlike * step.max(other)) as f64);
            }
        }
        best
    }
}
