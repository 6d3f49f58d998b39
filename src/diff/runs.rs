//! The plain difference of two streams: which words both have, in order.
//!
//! ```text
//!     The cat sat.       shared  The
//!     The dog sat.       changed cat | dog
//!                        shared  sat .
//! ```
//!
//! Budgets are counted in words, never in time, so that the same texts give the same result on any machine. Streams
//! above the budget are first anchored at what stands once in both ([`super::anchors`]).

use std::ops::Range;

use super::equals::{Equal, plain};
use super::{Change, anchors};
use crate::pair::Pair;
use crate::words::Form;

/// The most units of a side that are compared as a whole. Two unrelated texts of this size take a tenth of a second.
const BUDGET: usize = 30_000;

/// A stretch of units on both sides: the same on both, or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub range: Pair<Range<usize>>,
    pub change: Option<Change>,
}

impl Run {
    pub(super) const fn shared(range: Pair<Range<usize>>) -> Self {
        Self { range, change: None }
    }

    pub(super) const fn changed(range: Pair<Range<usize>>) -> Self {
        Self { range, change: Some(Change::Wording) }
    }

    pub(super) const fn is_shared(&self) -> bool {
        self.change.is_none()
    }
}

/// Tells whether streams of these lengths are above the budget, and the result coarser than it could be.
pub(super) fn is_coarse(lengths: Pair<usize>) -> bool {
    lengths.left.max(lengths.right) > BUDGET
}

/// Returns shared and changed runs by turns; together they cover both sides.
///
/// Cost: near linear where most is shared; bounded by the budget elsewhere.
pub(super) fn runs(keys: Pair<&[Form]>) -> Vec<Run> {
    let lengths = keys.map(<[Form]>::len);
    let mut equals = Vec::new();
    if is_coarse(lengths) {
        anchors::equals(keys, &mut equals);
    } else {
        plain(keys, Pair::new(0, 0), &mut equals);
    }
    between(&equals, lengths)
}

/// Makes runs of stretches that come in order on both sides, and of what lies between them.
pub(super) fn between(equals: &[Equal], lengths: Pair<usize>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::with_capacity(2 * equals.len() + 1);
    let mut end = Pair::new(0, 0);
    for equal in equals.iter().filter(|equal| equal.length > 0) {
        let range = equal.at.map(|at| at..at + equal.length);
        if equal.at != end {
            runs.push(Run::changed(Pair::new(end.left..equal.at.left, end.right..equal.at.right)));
            runs.push(Run::shared(range.clone()));
        } else if let Some(last) = runs.last_mut() {
            last.range.left.end = range.left.end;
            last.range.right.end = range.right.end;
        } else {
            runs.push(Run::shared(range.clone()));
        }
        end = range.map(|range| range.end);
    }
    if end != lengths {
        runs.push(Run::changed(Pair::new(end.left..lengths.left, end.right..lengths.right)));
    }
    runs
}
