//! Numbers that stand for runs of words of any length.
//!
//! ```text
//!     would be renewed before the        0x0d3f…        a roll of the window by one word
//!     be renewed before the spring       0x1b72…        takes one step, however long it is
//! ```

use rustc_hash::{FxBuildHasher, FxHashSet};

use crate::words::Form;

/// Fingerprints are numbers modulo a prime of 61 bits; two unlike runs of texts that fit in memory meet once in a
/// million comparisons of texts.
const PRIME: u64 = (1 << 61) - 1;
const BASE: u64 = 0x0123_4567_89AB_CDEF;

/// Returns the fingerprint of every run of a length, which is not zero (Karp and Rabin, "Efficient randomized
/// pattern-matching algorithms", 1987).
pub(super) fn fingerprints(forms: &[Form], length: usize) -> impl Iterator<Item = u64> {
    let leaving = (1..length).fold(1, |power, _| times(power, BASE));
    let mut print = 0;
    forms.iter().enumerate().filter_map(move |(at, &form)| {
        if at >= length {
            print = plus(print, PRIME - times(value(forms[at - length]), leaving));
        }
        print = plus(times(print, BASE), value(form));
        (at + 1 >= length).then_some(print)
    })
}

pub(super) fn all_fingerprints(texts: &[&[Form]], length: usize) -> impl Iterator<Item = u64> {
    texts.iter().filter(move |forms| forms.len() >= length).flat_map(move |forms| fingerprints(forms, length))
}

/// Returns the fingerprints of all runs of a length.
pub(super) fn gathered(texts: &[&[Form]], length: usize) -> FxHashSet<u64> {
    let count = texts.iter().map(|forms| (forms.len() + 1).saturating_sub(length)).sum();
    let mut prints = FxHashSet::with_capacity_and_hasher(count, FxBuildHasher);
    prints.extend(all_fingerprints(texts, length));
    prints
}

fn value(form: Form) -> u64 {
    form.index() as u64 + 1
}

fn plus(a: u64, b: u64) -> u64 {
    let sum = a + b;
    if sum >= PRIME { sum - PRIME } else { sum }
}

/// Returns the product modulo the prime, whose shape makes division two shifts.
#[expect(clippy::cast_possible_truncation, reason = "both halves of a product below 2^122 are below 2^61")]
fn times(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    plus(product as u64 & PRIME, (product >> 61) as u64)
}
