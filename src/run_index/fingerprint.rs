//! A number for each run of five words.

use crate::words::Form;

/// An odd number whose bits are half ones: the multiplier of `FxHash`.
const FACTOR: u64 = 0xf135_7aea_2e62_a9c5;

/// Returns the fingerprint of some words: a polynomial of their numbers.
pub(crate) fn fingerprint(run: &[Form]) -> u64 {
    run.iter().fold(0, |sum: u64, form| sum.wrapping_mul(FACTOR).wrapping_add(form.index() as u64 + 1))
}
