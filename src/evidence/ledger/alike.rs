//! When two quotations are one.

use super::units::common;
use crate::words::Form;

/// How many words in a row find a candidate.
pub(super) const RUN: usize = 3;
/// A run of words that stands in more places than this finds none.
pub(super) const COMMON: usize = 64;
/// Two quotations of so many words are one if this part of their words is common to both.
pub(super) const LIKE_WORDS: usize = 5;
pub(super) const LIKE: f64 = 0.6;
/// The same, if two who surely differ say them: “I am a free man” and “He is a free man” are two statements.
const LIKE_OF_TWO: f64 = 0.75;
/// How many candidates are looked at, and how many words of a quotation.
pub(super) const CANDIDATES: usize = 24;
pub(super) const LONGEST: usize = 600;
/// How many lengths of what two quotations overlap by are tried.
pub(super) const LONGEST_OVERLAP: usize = 64;

/// Tells whether two quotations are one: the words of one stand in the other in their order, or most of both.
pub(super) fn are_one(a: &[Form], b: &[Form]) -> bool {
    let common = common(a, b);
    let (least, sum) = (a.len().min(b.len()), a.len() + b.len());
    common == least || least >= LIKE_WORDS && 2.0 * common as f64 >= LIKE * sum as f64
}

/// The same of what two who surely differ say, unless one of them leaves out words only.
pub(super) fn are_one_of_two(a: &[Form], b: &[Form]) -> bool {
    let common = common(a, b);
    let (least, sum) = (a.len().min(b.len()), a.len() + b.len());
    common == least || 2.0 * common as f64 >= LIKE_OF_TWO * sum as f64
}
