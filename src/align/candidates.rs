//! Which blocks could answer each other, and how alike they are.
//!
//! Comparing everything with everything takes seconds for two thousand paragraphs a side. An inverted index over
//! the right article's features finds the few blocks that share a block's rarer ones:
//!
//! ```text
//!     left block 7:  hull    → right 3, 9
//!                    ferry   → right 1, 3, 4, 9, 12
//!                    the     (in too many blocks: passed over)
//! ```

use super::profile::{self, Profile, Profiles};
use crate::pair::Pair;

/// Blocks that could answer each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// The block on each side, from 0.
    pub blocks: Pair<usize>,
    /// How alike they are: 0 to 1.
    pub similarity: f64,
}

/// A feature that more blocks of an article have than this finds nobody: it is no evidence, and lists of it would make
/// the search quadratic.
const COMMON: usize = 32;

/// How many blocks a block is compared with in full: those that share most weight with it.
const COMPARED: usize = 16;

/// Below this two blocks have nothing to do with each other. Chosen on the four sets of alignment gold: true pairs are
/// seldom below it, and what lies below is mostly false.
const FLOOR: f64 = 0.12;

/// The weight of features at which containment is believed by half: about that of a line of six words. A heading's few words
/// stand in many a paragraph that is no answer to it.
const SLIGHT: f64 = 9000.0;

/// How much more alike the shortest blocks must be.
const SHORT: f64 = 0.35;

/// Finds the pairs of blocks that are alike, in the order of the left blocks, then of the right ones.
///
/// Cost: near linear in the words; each block is compared with a bounded number of others.
#[must_use]
pub fn find(profiles: Pair<&Profiles>) -> Vec<Candidate> {
    let index = Index::of(&profiles.right.blocks);
    let mut weights = vec![0_u64; profiles.right.blocks.len()];
    let mut candidates = Vec::new();
    for (left, profile) in profiles.left.blocks.iter().enumerate() {
        for right in index.nearest(profile, &mut weights) {
            let other = &profiles.right.blocks[right];
            let similarity = similarity(profile, other);
            if similarity >= FLOOR + SHORT * (1.0 - weight_of_evidence(profile, other)) {
                candidates.push(Candidate { blocks: Pair::new(left, right), similarity });
            }
        }
    }
    candidates
}

/// How alike two blocks are, 0 to 1: the mean of the cosine of their weighed features (Salton, "A vector space model
/// for automatic indexing", 1975) and of how much of the lesser one stands in the other (Broder, "On the resemblance and
/// containment of documents", 1997), so that a part finds its whole.
#[must_use]
pub fn similarity(a: &Profile, b: &Profile) -> f64 {
    let common = profile::common(a, b);
    if common.weight == 0 {
        return 0.0;
    }
    let cosine = common.product as f64 / (a.norm * b.norm);
    let containment = common.weight as f64 / a.total.min(b.total) as f64;
    (cosine + weight_of_evidence(a, b) * (containment - cosine) / 2.0).min(1.0)
}

/// How much there is to judge by: 0 for nothing, towards 1 for long blocks.
fn weight_of_evidence(a: &Profile, b: &Profile) -> f64 {
    let lesser = a.total.min(b.total) as f64;
    lesser / (lesser + SLIGHT)
}

/// The blocks of one article by feature.
struct Index {
    /// Where the blocks of each feature begin in `blocks`; features are those of the article, sorted.
    features: Vec<(profile::Feature, usize)>,
    blocks: Vec<(usize, u32)>,
}

impl Index {
    fn of(profiles: &[Profile]) -> Self {
        let mut entries: Vec<(profile::Feature, usize, u32)> = profiles
            .iter()
            .enumerate()
            .flat_map(|(block, profile)| {
                profile.features.iter().map(move |&(feature, weight)| (feature, block, weight))
            })
            .collect();
        entries.sort_unstable();
        let mut features = Vec::new();
        for (at, entry) in entries.iter().enumerate() {
            if features.last().is_none_or(|&(feature, _)| feature != entry.0) {
                features.push((entry.0, at));
            }
        }
        Self { features, blocks: entries.into_iter().map(|(_, block, weight)| (block, weight)).collect() }
    }

    fn with(&self, feature: profile::Feature) -> &[(usize, u32)] {
        let Ok(at) = self.features.binary_search_by_key(&feature, |&(feature, _)| feature) else { return &[] };
        let end = self.features.get(at + 1).map_or(self.blocks.len(), |&(_, start)| start);
        &self.blocks[self.features[at].1..end]
    }

    /// The blocks that share most weight with this one, in ascending order. `weights` is all zero, and is left so.
    fn nearest(&self, profile: &Profile, weights: &mut [u64]) -> Vec<usize> {
        let mut met = Vec::new();
        for &(feature, weight) in &profile.features {
            let with = self.with(feature);
            for &(block, other) in with.iter().take(if with.len() > COMMON { 0 } else { COMMON }) {
                if weights[block] == 0 {
                    met.push(block);
                }
                weights[block] += u64::from(weight.min(other));
            }
        }
        met.sort_unstable_by_key(|&block| (std::cmp::Reverse(weights[block]), block));
        for &block in &met {
            weights[block] = 0;
        }
        met.truncate(COMPARED);
        met.sort_unstable();
        met
    }
}
