//! What the records of all pages have in common.

/// Rounds to four digits after the point.
pub(crate) fn rounded(number: f64) -> f64 {
    (number * 10_000.0).round() / 10_000.0
}

/// Returns the numbers of blocks, from 1.
pub(crate) fn numbers(blocks: &[usize]) -> Vec<usize> {
    blocks.iter().map(|block| block + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_four_digits_and_blocks_begin_at_1() {
        assert_eq!([0.0, 1.0, 2.0 / 3.0, 0.12344, 0.00004].map(rounded), [0.0, 1.0, 0.6667, 0.1234, 0.0]);
        assert_eq!(numbers(&[0, 4]), [1, 5]);
    }
}
