//! What a block says, as weighed stems.
//!
//! A stem weighs as much as it is rare in the story, so that "hull" counts for much and "the" for next to nothing
//! (Spärck Jones, "A statistical interpretation of term specificity", 1972):
//!
//! ```text
//!     Cracks were found in the hulls.     cracks 9 · hull 9 · found 7 · were 3 · in 1 · the 1      weighs 30
//! ```
//!
//! Two stems in a row are kept as well: which of them both blocks have says whether the words stand in the same order.
//!
//! Weights are whole numbers: sums of them do not depend on the order of summing, so the same two texts give the same
//! result to the last bit, whichever is left.

use super::index::Index;
use crate::words::Form;

/// The unit of weights: a stem's weight is this many times the natural logarithm of its rarity.
pub const UNIT: f64 = 256.0;

/// The number of what a block is found by, given once in a story: a stem's form, or one above all forms.
pub type Feature = u32;

/// Two stems in a row: the forms, one in each half.
pub type Double = u64;

/// The profiles of an article's blocks.
#[derive(Clone, Debug, Default)]
pub struct Profiles {
    /// One for each block; furniture has no features.
    pub blocks: Vec<Profile>,
    /// Which blocks have a feature that other articles have too.
    pub index: Index,
}

/// One block's stems, and what makes its length.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    /// The stems, each once, sorted by form: a word said ten times is not ten times the evidence.
    pub stems: Vec<Stem>,
    /// The sum of the stems' weights.
    pub total: u64,
    /// Each two stems in a row, once and sorted.
    pub doubles: Vec<Double>,
    /// What blocks with the very same stems in the same order have in common, and others most probably not.
    pub print: u64,
    /// How many words the block has, of whatever kind it is.
    pub words: usize,
    /// Letters and words together: a length that does not depend on how a script parts words.
    pub length: usize,
}

/// A stem of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stem {
    /// Its form.
    pub form: Form,
    /// What it weighs.
    pub weight: u32,
    /// Whether no other block of the article has it.
    pub is_alone: bool,
}

/// Several blocks as one. Cost: that of sorting their stems.
#[must_use]
pub fn union(blocks: &[&Profile]) -> Profile {
    let mut all: Vec<Stem> = blocks.iter().flat_map(|block| block.stems.iter().copied()).collect();
    all.sort_unstable_by_key(|stem| stem.form);
    let sum = |same: &[Stem]| Stem { weight: same.iter().map(|stem| stem.weight).sum(), ..same[0] };
    let stems: Vec<Stem> = all.chunk_by(|a, b| a.form == b.form).map(sum).collect();
    let sum = |of: fn(&Profile) -> usize| blocks.iter().map(|block| of(block)).sum();
    let total = blocks.iter().map(|block| block.total).sum();
    let (words, length) = (sum(|block| block.words), sum(|block| block.length));
    Profile { stems, total, words, length, ..Profile::default() }
}

/// What two blocks have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Common {
    /// The sum of the smaller weights of the stems that both have.
    pub weight: u64,
    /// As much of it as stands in no other block of either article.
    pub alone: u64,
}

impl Profile {
    /// Meets the stems that stand in another list, which is sorted by form. Cost: as [`common`].
    pub fn meet<U>(&self, others: &[U], form: impl Fn(&U) -> Form, meet: impl FnMut(&Stem, &U)) {
        for_both(&self.stems, others, |stem| stem.form, form, meet);
    }
}

/// Compares the stems of two blocks.
///
/// Cost: linear in both, or in the shorter one's times the logarithm of how much longer the other is.
#[must_use]
pub fn common(a: &Profile, b: &Profile) -> Common {
    let mut common = Common::default();
    a.meet(
        &b.stems,
        |stem| stem.form,
        |stem, other| {
            let weight = u64::from(stem.weight.min(other.weight));
            common.weight += weight;
            common.alone += if stem.is_alone && other.is_alone { weight } else { 0 };
        },
    );
    common
}

/// How many of the two stems in a row both blocks have: what stands in the same order. Cost: as [`common`].
#[must_use]
pub fn common_doubles(a: &Profile, b: &Profile) -> usize {
    let mut count = 0;
    for_both(&a.doubles, &b.doubles, |double| *double, |double| *double, |_, _| count += 1);
    count
}

/// Lists are walked together if one is not longer than this many times the other.
const ALIKE: usize = 8;

/// Meets what two sorted lists have in common.
fn for_both<T, U, K: Ord>(
    a: &[T],
    b: &[U],
    of_a: impl Fn(&T) -> K,
    of_b: impl Fn(&U) -> K,
    mut meet: impl FnMut(&T, &U),
) {
    if a.len() > ALIKE * b.len() {
        leap(b, a, of_b, of_a, |b, a| meet(a, b));
    } else if b.len() > ALIKE * a.len() {
        leap(a, b, of_a, of_b, meet);
    } else {
        walk(a, b, of_a, of_b, meet);
    }
}

/// One step after the other, each without a branch on which list is behind.
fn walk<T, U, K: Ord>(a: &[T], b: &[U], of_a: impl Fn(&T) -> K, of_b: impl Fn(&U) -> K, mut meet: impl FnMut(&T, &U)) {
    let (mut i, mut j) = (0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        let (first, second) = (of_a(x), of_b(y));
        if first == second {
            meet(x, y);
        }
        i += usize::from(first <= second);
        j += usize::from(second <= first);
    }
}

/// By steps that double, then by halving (Bentley and Yao, "An almost optimal algorithm for unbounded searching", 1976).
fn leap<T, U, K: Ord>(
    few: &[T],
    mut many: &[U],
    of_few: impl Fn(&T) -> K,
    of_many: impl Fn(&U) -> K,
    mut meet: impl FnMut(&T, &U),
) {
    for item in few {
        let wanted = of_few(item);
        let mut step = 1;
        while many.get(step).is_some_and(|other| of_many(other) < wanted) {
            step *= 2;
        }
        let (start, end) = ((step / 2).min(many.len()), (step + 1).min(many.len()));
        many = &many[start + many[start..end].partition_point(|other| of_many(other) < wanted)..];
        match many.first() {
            Some(other) if of_many(other) == wanted => meet(item, other),
            Some(_) => {}
            None => break,
        }
    }
}
