//! A number for each run of five words.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use crate::words::Form;

/// Returns the fingerprint of five words.
pub(crate) fn fingerprint(run: &[Form]) -> u64 {
    let mut hasher = FxHasher::default();
    for two in run.chunks(2) {
        hasher.write_u64(two.iter().fold(0, |words, form| words << 32 | form.index() as u64));
    }
    hasher.finish()
}
