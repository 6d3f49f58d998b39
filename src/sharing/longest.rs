//! The longest run of words that two texts have in common.
//!
//! Runs are named exactly: two have one name if they have the same words, whatever the words' numbers are. Names of runs of
//! twice the length are names of pairs of names, and a run of any length between has those of its two ends:
//!
//! ```text
//!     the ferries would be renewed before the year       words
//!     └───── 7 ────┘                                     a run of two, of four …
//!     └───────────── 4 ───────────┘
//!         └──────── 5, 9 ────────┴──────┘                a run of five: that of its first four, and that of its last
//! ```

use rustc_hash::{FxHashMap, FxHashSet};

use crate::pair::Pair;
use crate::words::Form;

/// Names a run that the left text has not: no run of the right that holds it is common.
const NOT_LEFT: u32 = u32::MAX;

/// Returns the length of the longest run of words that stands in a piece of both texts, known to be at least `found` and below
/// `above`.
///
/// Cost: a pass over the words for each doubling of the length, and one for each halving of what is left.
pub(super) fn longest_run(texts: &Pair<Vec<&[Form]>>, mut found: usize, mut above: usize) -> usize {
    if above - found <= 1 {
        return found;
    }
    let mut names = Names::of_words(texts);
    while names.length * 2 < above {
        let doubled = names.doubled();
        if !doubled.are_common() {
            above = doubled.length;
            break;
        }
        found = found.max(doubled.length);
        names = doubled;
    }
    if found < names.length && names.are_common() {
        found = names.length;
    }
    while above - found > 1 {
        let next = usize::midpoint(found, above);
        *(if names.is_common(next) { &mut found } else { &mut above }) = next;
    }
    found
}

/// The names of all runs of a length, which is a power of two (Karp, Miller and Rosenberg, "Rapid identification of repeated
/// patterns in strings, trees and arrays", 1972).
struct Names {
    length: usize,
    /// For each piece of each text the name of the run that begins at each of its words.
    of: Pair<Vec<Vec<u32>>>,
}

impl Names {
    fn of_words(texts: &Pair<Vec<&[Form]>>) -> Self {
        let mut numbers = FxHashMap::default();
        let left = named(&texts.left, |&form| {
            let next = numbers.len() as u32;
            *numbers.entry(form).or_insert(next)
        });
        let right = named(&texts.right, |form| numbers.get(form).copied().unwrap_or(NOT_LEFT));
        Self { length: 1, of: Pair::new(left, right) }
    }

    /// Names the runs of twice the length.
    fn doubled(&self) -> Self {
        let pairs = self.of.as_ref().map(|pieces| self.ends(pieces, self.length * 2));
        let mut numbers = FxHashMap::default();
        let left = named(&pairs.left, |&ends| {
            let next = numbers.len() as u32;
            *numbers.entry(ends).or_insert(next)
        });
        let right = named(&pairs.right, |ends| numbers.get(ends).copied().unwrap_or(NOT_LEFT));
        Self { length: self.length * 2, of: Pair::new(left, right) }
    }

    /// Tells whether a run of the length stands in both texts.
    fn are_common(&self) -> bool {
        self.of.right.iter().flatten().any(|&name| name != NOT_LEFT)
    }

    /// Tells whether a run of a length, up to twice that of the named ones, stands in both texts.
    fn is_common(&self, length: usize) -> bool {
        let left: FxHashSet<(u32, u32)> = self.ends(&self.of.left, length).into_iter().flatten().collect();
        self.ends(&self.of.right, length).iter().flatten().any(|ends| left.contains(ends))
    }

    /// Returns the names of the first and the last run of the length within each run of a longer one.
    fn ends(&self, pieces: &[Vec<u32>], length: usize) -> Vec<Vec<(u32, u32)>> {
        let ends = |piece: &Vec<u32>| {
            let last = piece.get(length - self.length..).unwrap_or_default();
            piece.iter().copied().zip(last.iter().copied()).collect()
        };
        pieces.iter().map(ends).collect()
    }
}

fn named<T>(pieces: &[impl AsRef<[T]>], mut name: impl FnMut(&T) -> u32) -> Vec<Vec<u32>> {
    pieces.iter().map(|piece| piece.as_ref().iter().map(&mut name).collect()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Returns the longest run of two texts whose words are numbers, in pieces.
    fn longest(left: &[&[u32]], right: &[&[u32]]) -> usize {
        let forms = |pieces: &[&[u32]]| -> Vec<Vec<Form>> {
            pieces.iter().map(|piece| piece.iter().map(|&word| Form::with_index(word)).collect()).collect()
        };
        let (left, right) = (forms(left), forms(right));
        let texts = Pair::new(left.iter().map(Vec::as_slice).collect(), right.iter().map(Vec::as_slice).collect());
        let above = left.iter().map(Vec::len).max().unwrap_or(0) + 1;
        longest_run(&texts, 0, above)
    }

    #[test]
    fn a_run_is_told_by_its_words_and_not_by_their_numbers() {
        // A sum of the numbers, each times a power of a base, is the same for runs whose words lie so far apart.
        for apart in 1..600 {
            assert_eq!(longest(&[&[1, 700, 9]], &[&[2, 700 + apart, 10]]), 0);
            assert_eq!(longest(&[&[1 + apart, 1000]], &[&[1, 1000 + apart]]), 0);
        }
        assert_eq!(longest(&[&[8, 1, 2, 3, 9]], &[&[7, 1, 2, 3, 6]]), 3);
    }

    #[test]
    fn a_run_ends_with_its_piece() {
        assert_eq!(longest(&[&[1, 2, 3], &[4, 5, 6]], &[&[1, 2, 3, 4, 5, 6]]), 3);
        assert_eq!(longest(&[&[1, 2], &[3]], &[&[2], &[3]]), 1);
        assert_eq!(longest(&[&[]], &[&[1]]), 0);
    }

    #[test]
    fn what_is_known_is_not_looked_for() {
        let forms: Vec<Form> = (0..9).map(Form::with_index).collect();
        let texts = Pair::new(vec![forms.as_slice()], vec![forms.as_slice()]);
        assert_eq!(longest_run(&texts, 9, 10), 9);
        assert_eq!(longest_run(&texts, 5, 10), 9);
    }

    proptest! {
        #[test]
        fn as_found_run_by_run(
            left in prop::collection::vec(0_u32..4, 0..40), right in prop::collection::vec(0_u32..4, 0..40)
        ) {
            let has = |run: &[u32]| right.windows(run.len()).any(|other| other == run);
            let expected = (1..=left.len()).rev().find(|&length| left.windows(length).any(has)).unwrap_or(0);
            prop_assert_eq!(longest(&[&left], &[&right]), expected);
        }
    }
}
