//! What crosses the backbone: the best first, of what it leaves.

use super::candidates::Candidates;
use super::context::{Context, FLOOR};
use super::features::CrossingFeatures;
use super::model::Linear;
use crate::pair::Pair;

/// Returns the features of every candidate. Cost: linear in the candidates.
#[must_use]
pub fn features(candidates: &Candidates, alike: &[f64], context: &Context) -> Vec<CrossingFeatures> {
    let floored: Vec<f64> = alike.iter().map(|logit| logit.max(FLOOR)).collect();
    let leads = super::candidates::leads(&floored, &candidates.of, FLOOR);
    let of = |k: usize| {
        let Pair { left, right } = leads[k];
        let linked_share = context.linked_share(candidates.all[k].blocks);
        let distance = context.distance(candidates.all[k].blocks);
        CrossingFeatures { pair_logit: floored[k], linked_share, distance, lead: left.max(right) }
    };
    (0..candidates.all.len()).map(of).collect()
}

/// Returns the logit of every candidate as one that crosses the order. Cost: linear in the candidates.
#[must_use]
pub fn scores(model: &Linear<CrossingFeatures>, candidates: &Candidates, alike: &[f64], context: &Context) -> Vec<f64> {
    features(candidates, alike, context).iter().map(|features| model.logit(features)).collect()
}

/// Takes the scores away from candidates that would keep the order of the backbone: they were not good enough for it.
///
/// Cost: linear in blocks and candidates.
pub fn keep_crossing(candidates: &Candidates, backbone: &[usize], scores: &mut [f64]) {
    // How many links of the backbone begin before each block: a block that crosses nothing has as many on both sides.
    let before = Pair::from_fn(|side| {
        let mut before = vec![0_usize; candidates.of[side].len() + 1];
        for &k in backbone {
            before[candidates.all[k].blocks[side] + 1] += 1;
        }
        let mut sum = 0;
        before
            .iter()
            .map(|links| {
                sum += links;
                sum
            })
            .collect::<Vec<usize>>()
    });
    for (candidate, score) in candidates.all.iter().zip(scores) {
        if before.left[candidate.blocks.left] == before.right[candidate.blocks.right] {
            *score = f64::NEG_INFINITY;
        }
    }
}

/// Takes candidates whose score is above a number, the best first, as long as neither block is taken.
///
/// The greedy matching of Melamed ("Models of translational equivalence among words", 2000): links compete. Equals go by
/// their place. Cost: O(n log n) in the candidates.
#[must_use]
pub fn best_first(candidates: &Candidates, scores: &[f64], above: f64, taken: &mut Pair<Vec<bool>>) -> Vec<usize> {
    let mut rest: Vec<usize> = (0..scores.len()).filter(|&k| scores[k] > above).collect();
    rest.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]).then(a.cmp(&b)));
    rest.retain(|&k| {
        let Pair { left, right } = candidates.all[k].blocks;
        let free = !taken.left[left] && !taken.right[right];
        taken.left[left] |= free;
        taken.right[right] |= free;
        free
    });
    rest
}
