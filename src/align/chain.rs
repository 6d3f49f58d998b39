//! From candidates to links: the best chain that keeps the order, then what crosses it.

use super::Pass;
use super::candidates::Candidate;
use crate::pair::Pair;

/// What a link in order must reach.
const IN_ORDER: f64 = 0.2;

/// What a link that crosses the order must reach: more, since nothing but its words speaks for it.
const CROSSING: f64 = 0.26;

/// How near a candidate must come to the best one of its two blocks. Without it the chain takes a passing likeness that
/// keeps the order, and so the block that its true partner elsewhere needs.
const NEAR: f64 = 0.7;

/// Chooses among candidates so that every block is in at most one.
///
/// The backbone is the chain of candidates, ascending on both sides, with the largest sum of similarities above the
/// threshold (Needleman and Wunsch's idea over a sparse set; Fredman, "On computing the length of longest increasing
/// subsequences", 1975). Cost: O(n log n) in the candidates.
#[must_use]
pub fn choose(candidates: &[Candidate], blocks: Pair<usize>) -> Vec<(Candidate, Pass)> {
    let candidates = &leading(candidates, blocks);
    let mut chosen: Vec<(Candidate, Pass)> =
        backbone(candidates, blocks.right).into_iter().map(|k| (candidates[k], Pass::InOrder)).collect();
    let mut taken = blocks.map(|blocks| vec![false; blocks]);
    for (candidate, _) in &chosen {
        taken.left[candidate.blocks.left] = true;
        taken.right[candidate.blocks.right] = true;
    }
    let mut rest: Vec<Candidate> =
        candidates.iter().filter(|candidate| candidate.similarity >= CROSSING).copied().collect();
    rest.sort_by(|a, b| b.similarity.total_cmp(&a.similarity).then(a.blocks.cmp(&b.blocks)));
    for candidate in rest {
        let Pair { left, right } = candidate.blocks;
        if !taken.left[left] && !taken.right[right] {
            taken.left[left] = true;
            taken.right[right] = true;
            chosen.push((candidate, Pass::Crossing));
        }
    }
    chosen
}

/// Leaves the candidates that come near the best one of either of their blocks.
fn leading(candidates: &[Candidate], blocks: Pair<usize>) -> Vec<Candidate> {
    let mut best = blocks.map(|blocks| vec![0.0_f64; blocks]);
    for candidate in candidates {
        let Pair { left, right } = candidate.blocks;
        best.left[left] = best.left[left].max(candidate.similarity);
        best.right[right] = best.right[right].max(candidate.similarity);
    }
    let leads = |candidate: &&Candidate| {
        let rival = best.left[candidate.blocks.left].max(best.right[candidate.blocks.right]);
        candidate.similarity >= NEAR * rival
    };
    candidates.iter().filter(leads).copied().collect()
}

/// The best chain, as indexes into the candidates.
fn backbone(candidates: &[Candidate], rights: usize) -> Vec<usize> {
    let mut sums: Vec<f64> = vec![0.0; candidates.len()];
    let mut before: Vec<Option<usize>> = vec![None; candidates.len()];
    let mut tree = BestChains(vec![None; rights + 1]);
    // Candidates of one left block see only those of earlier ones.
    let mut first = 0;
    for row in candidates.chunk_by(|a, b| a.blocks.left == b.blocks.left) {
        for (k, candidate) in row.iter().enumerate() {
            before[first + k] = tree.below(candidate.blocks.right, &sums);
            sums[first + k] = before[first + k].map_or(0.0, |k| sums[k]) + (candidate.similarity - IN_ORDER);
        }
        for (k, candidate) in row.iter().enumerate().filter(|(_, candidate)| candidate.similarity >= IN_ORDER) {
            tree.raise(candidate.blocks.right, first + k, &sums);
        }
        first += row.len();
    }
    let mut chain = Vec::new();
    let mut at = tree.below(rights, &sums);
    while let Some(k) = at {
        chain.push(k);
        at = before[k];
    }
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
