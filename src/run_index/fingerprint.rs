//! A number for each run of five words.

use crate::words::Form;

/// Gives the words of a run that counts: in five words in a row two texts seldom agree by chance.
pub const RUN: usize = 5;

/// An odd number whose bits are half ones: the multiplier of `FxHash`.
const FACTOR: u64 = 0xf135_7aea_2e62_a9c5;

/// The factor of a run's first word.
const LEAVING: u64 = FACTOR.wrapping_pow(RUN as u32 - 1);

/// Returns the fingerprint of the run that begins at each word: a polynomial of the words' numbers, each rolled from
/// the one before (Karp and Rabin, "Efficient randomized pattern-matching algorithms", 1987). Cost: linear.
pub(super) fn fingerprints(forms: &[Form]) -> Vec<u64> {
    let Some((first, rest)) = forms.split_at_checked(RUN) else { return Vec::new() };
    let mut print = first.iter().fold(0, |sum: u64, &form| sum.wrapping_mul(FACTOR).wrapping_add(value(form)));
    let mut prints = Vec::with_capacity(rest.len() + 1);
    prints.push(print);
    for (&leaves, &enters) in forms.iter().zip(rest) {
        print = print.wrapping_sub(value(leaves).wrapping_mul(LEAVING));
        print = print.wrapping_mul(FACTOR).wrapping_add(value(enters));
        prints.push(print);
    }
    prints
}

/// Returns what a word counts for in the polynomial: its number, mixed, so that no two runs whose words lie the same way apart
/// are taken for each other (the finalizer of `MurmurHash3`).
const fn value(form: Form) -> u64 {
    let mixed = (form.index() as u64 + 1).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let mixed = (mixed ^ mixed >> 33).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    mixed ^ mixed >> 33
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_runs_have_equal_fingerprints() {
        let forms = [1, 2, 3, 4, 5, 9, 1, 2, 3, 4, 5, 8].map(Form::with_index);
        let prints = fingerprints(&forms);
        assert_eq!(prints.len(), forms.len() + 1 - RUN);
        for (one, run) in forms.windows(RUN).enumerate() {
            for (other, run_there) in forms.windows(RUN).enumerate() {
                assert_eq!(prints[one] == prints[other], run == run_there, "{one} {other}");
            }
        }
        assert!(fingerprints(&forms[..RUN - 1]).is_empty());
    }
}
