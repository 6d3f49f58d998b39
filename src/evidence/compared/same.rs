//! Whether two figures of one thing are the same.

use super::super::figures::{Exactness, Figure};

/// Two figures of which one is said to be about so much are the same if they differ by so little of the greater one.
const ABOUT: f64 = 0.05;

/// Tells whether two figures of one thing are the same, as far as either is said to be exact: "at least 30" is the same as "at least 30" alone,
/// since "more than 30" and 30 say something else, and all three may hold. Cost: constant.
pub(super) fn is_same(a: &Figure, b: &Figure) -> bool {
    if is_bounded(a) || is_bounded(b) {
        return a.exactness == b.exactness && a.is_strict == b.is_strict && a.value == b.value && a.upper == b.upper;
    }
    let is_about = a.exactness == Exactness::About || b.exactness == Exactness::About;
    let near = (a.value - b.value).abs() <= ABOUT * a.value.abs().max(b.value.abs());
    (a.value == b.value || is_about && near) && a.upper == b.upper
}

/// Tells whether a figure is only said to be greater or smaller than so much. Two such may both hold, whatever they are worth.
pub(super) const fn is_bounded(figure: &Figure) -> bool {
    matches!(figure.exactness, Exactness::AtLeast | Exactness::AtMost)
}
