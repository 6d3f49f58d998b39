//! Which body words stand in runs that another article has too.
//!
//! ```text
//!     The ferries [would be renewed before the year is] out.       runs that overlap are one stretch
//! ```

use std::ops::Range;

use super::SharedRun;
use crate::run_index::{RUN, RunIndex};

/// Words in a row of a block's body, by their places in the index.
pub(super) type Stretch = Range<usize>;

/// Returns the stretches in which every word stands in a run that the other body has too. Of each such run it is told
/// where the other has it, at one place of several.
///
/// Cost: linear in the words. Where one run is found, the next one mostly stands next to it.
pub(super) fn shared(own: &RunIndex, other: &RunIndex, mut met: impl FnMut(usize)) -> Vec<Stretch> {
    let mut before: Option<(usize, usize)> = None;
    stretches(own, |start| {
        let next = own.forms(&(start + RUN - 1..start + RUN));
        let beside =
            before.filter(|&(word, there)| word + 1 == start && other.forms_from(there + RUN).starts_with(next));
        let found = beside.map(|(_, there)| there + 1).or_else(|| other.body_place(own, start));
        before = found.map(|there| (start, there));
        found.map(&mut met).is_some()
    })
}

/// Returns the stretches in which every word stands in a run that was met, by where runs begin; one that stands several
/// times was met at one place at least.
pub(super) fn met(own: &RunIndex, mut met: Vec<bool>) -> Vec<Stretch> {
    own.mark_all_places(&mut met);
    stretches(own, |start| met[start])
}

/// Returns the stretches in which every word stands in a run that is taken, by where runs begin; they come in reading
/// order.
pub(super) fn stretches(own: &RunIndex, mut takes: impl FnMut(usize) -> bool) -> Vec<Stretch> {
    let mut found = Vec::new();
    for block in 0..own.blocks() {
        let mut open: Option<Stretch> = None;
        for start in own.body_starts(block).filter(|&start| takes(start)) {
            match &mut open {
                Some(open) if start <= open.end => open.end = start + RUN,
                _ => found.extend(open.replace(start..start + RUN)),
            }
        }
        found.extend(open);
    }
    found
}

/// Returns where runs of body words begin.
pub(super) fn starts(own: &RunIndex) -> impl Iterator<Item = usize> {
    (0..own.blocks()).flat_map(|block| own.body_starts(block))
}

/// Finds where stretches stand in the article's text.
pub(super) fn located(own: &RunIndex, stretches: Vec<Stretch>) -> Vec<SharedRun> {
    let located = |stretch: Stretch| SharedRun {
        block: own.block_of(stretch.start),
        range: own.bytes(&stretch),
        words: stretch.len(),
        stretch,
    };
    stretches.into_iter().map(located).collect()
}

/// Tells for each body word, in reading order, whether it stands in one of the stretches.
pub(super) fn marked<'s>(own: &RunIndex, stretches: impl IntoIterator<Item = &'s Stretch>) -> Vec<bool> {
    let mut marked = vec![false; own.len()];
    for stretch in stretches {
        marked[stretch.clone()].fill(true);
    }
    (0..own.blocks()).flat_map(|block| &marked[own.body_of(block)]).copied().collect()
}
