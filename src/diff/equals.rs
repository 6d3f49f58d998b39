//! What two sequences have in common, in order.
//!
//! ```text
//!     left     The cat sat .
//!     right    The dog sat .         The at 0 and 0, one unit; sat . at 2 and 2, two
//! ```

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::pair::{Pair, Side};
use crate::words::Form;

/// A stretch that both sides have: where it begins on each, and how many units it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Equal {
    pub at: Pair<usize>,
    pub length: usize,
}

/// The most pairs of units that are compared as they are: some words on either side.
const FEW: usize = 1 << 6;

/// Finds a long common subsequence (Myers, "An O(ND) difference algorithm and its variations", 1986), the longest
/// unless the sides are long and have little in common.
///
/// Units that the other side lacks are in no common subsequence; left out, they cost no steps.
pub(super) fn plain(keys: Pair<&[Form]>, offset: Pair<usize>, equals: &mut Vec<Equal>) {
    let mut equal = |at: Pair<usize>, length: usize| {
        equals.push(Equal { at: Pair::from_fn(|side| offset[side] + at[side]), length });
    };
    let (left, right) = (keys.left.iter(), keys.right.iter());
    let before = left.clone().zip(right.clone()).take_while(|(left, right)| left == right).count();
    let inner = keys.map(|keys| &keys[before..]);
    let (left, right) = (inner.left.iter().rev(), inner.right.iter().rev());
    let behind = left.zip(right).take_while(|(left, right)| left == right).count();
    let inner = inner.map(|keys| &keys[..keys.len() - behind]);
    equal(Pair::new(0, 0), before);
    if inner.left.len().saturating_mul(inner.right.len()) <= FEW {
        myers(inner, |at, length| equal(at.map(|at| before + at), length));
    } else {
        let places = Pair::from_fn(|side: Side| with_partner(inner[side], inner[side.other()]));
        let picked = Pair::from_fn(|side| places[side].iter().map(|&place| inner[side][place]).collect::<Vec<Form>>());
        myers(picked.as_ref().map(Vec::as_slice), |at, length| {
            (0..length).for_each(|k| equal(Pair::from_fn(|side| before + places[side][at[side] + k]), 1));
        });
    }
    equal(keys.map(|keys| keys.len() - behind), behind);
}

/// Tells each stretch that both sides have, in order.
fn myers(keys: Pair<&[Form]>, mut tell: impl FnMut(Pair<usize>, usize)) {
    if keys.left.is_empty() || keys.right.is_empty() {
        return;
    }
    for op in capture_diff_slices(Algorithm::Myers, keys.left, keys.right) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            tell(Pair::new(old_index, new_index), len);
        }
    }
}

/// How many bits there are for each unit that is marked.
const BITS: usize = 16;

/// Returns the places of the units that the other side has too. A set of bits tells nearly all others in a tenth of the time that a
/// table takes; the few that are left are looked for, since what else stayed would decide which of two equal ways is taken, by the
/// numbers that a story gives its forms. Cost: n log n in the units of the other side.
fn with_partner(keys: &[Form], others: &[Form]) -> Vec<usize> {
    let words = (others.len() * BITS / usize::BITS as usize).next_power_of_two();
    let place =
        |form: Form| (form.index() / usize::BITS as usize % words, 1_usize << (form.index() % usize::BITS as usize));
    let mut marked = vec![0_usize; words];
    for (word, bit) in others.iter().map(|&form| place(form)) {
        marked[word] |= bit;
    }
    let mut others = others.to_vec();
    others.sort_unstable();
    let has_partner = |&at: &usize| {
        let (word, bit) = place(keys[at]);
        marked[word] & bit != 0 && others.binary_search(&keys[at]).is_ok()
    };
    (0..keys.len()).filter(has_partner).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_does_not_depend_on_the_numbers_of_forms() {
        let forms: Vec<Form> = (0..1000).map(Form::with_index).collect();
        assert_eq!(with_partner(&forms, &forms[40..41]), [40]);
        assert_eq!(with_partner(&forms[..3], &forms[500..]), [0; 0]);
        assert_eq!(with_partner(&forms[..3], &[forms[2], forms[0]]), [0, 2]);
    }
}
