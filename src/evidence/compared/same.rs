//! Whether two figures of one thing are the same.

use super::super::figures::{Exactness, Figure};

/// Two figures of which one is said to be about so much are the same if they differ by so little of the greater one.
const ABOUT: f64 = 0.05;

/// Tells whether two figures of one thing are the same, as far as either is said to be exact. Cost: constant.
pub(super) fn is_same(a: &Figure, b: &Figure) -> bool {
    let is_about = a.exactness == Exactness::About || b.exactness == Exactness::About;
    let near = (a.value - b.value).abs() <= ABOUT * a.value.abs().max(b.value.abs());
    (a.value == b.value || is_about && near) && a.upper == b.upper
}
