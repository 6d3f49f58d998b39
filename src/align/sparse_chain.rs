//! The backbone: the best chain of candidates that keeps the order.
//!
//! ```text
//!     left    0   1   2   3
//!     right   0   2   1   3       0–0, 1–2, 3–3 or 0–0, 2–1, 3–3: whichever has the greater sum
//! ```

use super::candidates::Candidate;
use crate::increasing_subsequence::{Chain, Chains, Item};

/// Chooses the candidates, ascending on both sides, with the largest sum of gains; those without a gain are passed
/// over.
///
/// Needleman and Wunsch's idea ("A general method applicable to the search for similarities", 1970) over a sparse set:
/// a heaviest increasing subsequence. Of equal chains the one whose last candidate comes first is better. The
/// candidates come in the order of their left blocks, then of the right ones; what is returned are places in them,
/// ascending. Cost: O(n log n) in the candidates.
#[must_use]
pub fn best(candidates: &[Candidate], gains: &[f64]) -> Vec<usize> {
    let gaining: Vec<usize> = (0..candidates.len()).filter(|&k| gains[k] > 0.0).collect();
    let item = |&k: &usize| Item { at: candidates[k].blocks, weight: gains[k] };
    let items: Vec<Item<f64>> = gaining.iter().map(item).collect();
    let chains = Chains::of(&items, |one: Chain<f64>, other: Chain<f64>| {
        other.sum > one.sum || other.sum == one.sum && other.last < one.last
    });
    chains.best().into_iter().map(|k| gaining[k]).collect()
}
