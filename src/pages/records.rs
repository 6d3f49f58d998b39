//! What the records of all pages have in common.

/// Rounds to four digits after the point.
pub(crate) fn rounded(number: f64) -> f64 {
    (number * 10_000.0).round() / 10_000.0
}

/// Returns the numbers of blocks, from 1.
pub(crate) fn numbers(blocks: &[usize]) -> Vec<usize> {
    blocks.iter().map(|block| block + 1).collect()
}
