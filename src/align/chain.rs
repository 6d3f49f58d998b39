//! The backbone: the best chain of candidates that keeps the order.
//!
//! ```text
//!     left    0   1   2   3
//!     right   0   2   1   3       0–0, 1–2, 3–3 or 0–0, 2–1, 3–3: whichever has the greater sum
//! ```

use super::candidates::Candidate;

/// Chooses the candidates, ascending on both sides, with the largest sum of gains; those without a gain are passed over.
///
/// Needleman and Wunsch's idea ("A general method applicable to the search for similarities", 1970) over a sparse set,
/// with a tree of prefix maxima (Fredman, "On computing the length of longest increasing subsequences", 1975; Fenwick,
/// 1994). The candidates come in the order of their left blocks, then of the right ones; what is returned are places
/// in them, ascending. Cost: O(n log n) in the candidates.
#[must_use]
pub fn best(candidates: &[Candidate], gains: &[f64]) -> Vec<usize> {
    let rights = candidates.iter().map(|candidate| candidate.blocks.right + 1).max().unwrap_or(0);
    let mut sums: Vec<f64> = gains.to_vec();
    let mut before: Vec<Option<usize>> = vec![None; candidates.len()];
    let mut tree = BestChains(vec![None; rights + 1]);
    // Candidates of one left block see only those of earlier ones.
    let mut first = 0;
    for row in candidates.chunk_by(|a, b| a.blocks.left == b.blocks.left) {
        let gaining =
            || row.iter().enumerate().map(|(k, candidate)| (first + k, candidate)).filter(|(k, _)| gains[*k] > 0.0);
        for (k, candidate) in gaining() {
            before[k] = tree.below(candidate.blocks.right, &sums);
            sums[k] += before[k].map_or(0.0, |k| sums[k]);
        }
        for (k, candidate) in gaining() {
            tree.raise(candidate.blocks.right, k, &sums);
        }
        first += row.len();
    }
    let mut chain: Vec<usize> = std::iter::successors(tree.below(rights, &sums), |&k| before[k]).collect();
    chain.reverse();
    chain
}

/// The best chain that ends below a right place (a Fenwick tree of candidates).
struct BestChains(Vec<Option<usize>>);

impl BestChains {
    fn below(&self, place: usize, sums: &[f64]) -> Option<usize> {
        let (mut at, mut best) = (place, None);
        while at > 0 {
            best = better(best, self.0[at], sums);
            at &= at - 1;
        }
        best
    }

    fn raise(&mut self, place: usize, candidate: usize, sums: &[f64]) {
        let mut at = place + 1;
        while at < self.0.len() {
            self.0[at] = better(self.0[at], Some(candidate), sums);
            at += at & at.wrapping_neg();
        }
    }
}

/// The better of two chains; the earlier one of equals.
fn better(a: Option<usize>, b: Option<usize>, sums: &[f64]) -> Option<usize> {
    match (a, b) {
        (Some(x), Some(y)) => Some(if sums[y] > sums[x] || (sums[y] == sums[x] && y < x) { y } else { x }),
        _ => a.or(b),
    }
}
