//! What is left between neighbours that are linked.
//!
//! ```text
//!     left 3 ── right 4
//!     left 4    right 5      alone, both between the same links: here less likeness is enough,
//!     left 5 ── right 6      the less, the less alike the links of this pair of texts are
//! ```
//!
//! In a free translation of verse a pair that shares a single word is one that belongs together; between two editions of
//! a novel it is not.

use super::adjacency::Adjacency;
use super::candidates::Candidates;
use super::context::FLOOR;
use super::features::GapFeatures;
use crate::pair::Pair;

/// The logit of a usual link when nothing is known of these texts, and for how many links that counts.
const USUAL: (f64, f64) = (3.0, 2.0);

/// Of all blocks this share must be linked, or the texts have no order in which something could be left over.
const LINKED: f64 = 0.25;

/// Places of a link: the gap of a block is how many in-order links begin before it.
pub struct Gaps {
    /// For each block its gap, or `None` if it is linked.
    of: Pair<Vec<Option<usize>>>,
    usual_logit: f64,
    related: bool,
}

impl Gaps {
    /// Finds the gaps. `links` are the blocks of each link, `firsts` the first blocks of those that keep order, ascending;
    /// `alike` the logit of the best pair of each link. Cost: linear in the blocks.
    #[must_use]
    pub fn of<'l>(
        blocks: Pair<usize>,
        links: impl Iterator<Item = &'l Pair<Vec<usize>>> + Clone,
        firsts: &[Pair<usize>],
        alike: &[f64],
    ) -> Self {
        let gaps = Pair::from_fn(|side| {
            let mut gaps: Vec<Option<usize>> = Vec::with_capacity(blocks[side]);
            let mut before = 0;
            for block in 0..blocks[side] {
                before += usize::from(firsts.get(before).is_some_and(|first| first[side] == block));
                gaps.push(Some(before));
            }
            for &block in links.clone().flat_map(|link| &link[side]) {
                gaps[block] = None;
            }
            gaps
        });
        let linked: usize = links.map(|link| link.left.len() + link.right.len()).sum();
        let usual_logit = (alike.iter().sum::<f64>() + USUAL.0 * USUAL.1) / (alike.len() as f64 + USUAL.1);
        Self { of: gaps, usual_logit, related: linked as f64 >= LINKED * (blocks.left + blocks.right) as f64 }
    }

    /// Returns the candidates whose blocks are both left in the same gap, with their features, in order.
    ///
    /// Cost: linear in the candidates of the blocks that are left.
    #[must_use]
    pub fn features(&self, candidates: &Candidates, alike: &[f64]) -> Vec<(usize, GapFeatures)> {
        if !self.related {
            return Vec::new();
        }
        let left_over = |&k: &usize| {
            let Pair { left, right } = candidates.all[k].blocks;
            !candidates.all[k].is_slight && self.of.left[left].is_some() && self.of.left[left] == self.of.right[right]
        };
        let here: Vec<usize> = (0..candidates.all.len()).filter(left_over).collect();
        let of = Pair::from_fn(|side| {
            let block = |k: usize| candidates.all[k].blocks[side];
            Adjacency::by_row(candidates.of[side].len(), here.iter().map(|&k| block(k)))
        });
        let scores: Vec<f64> = here.iter().map(|&k| alike[k].max(FLOOR)).collect();
        let leads = super::candidates::leads(&scores, &of, FLOOR);
        let features = |at: usize| GapFeatures {
            pair_logit: scores[at],
            lead: leads[at].left.min(leads[at].right),
            usual_logit: self.usual_logit,
        };
        here.iter().enumerate().map(|(at, &k)| (k, features(at))).collect()
    }
}
