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

/// Returns the stretches in which every word stands in a run that the other body has too, and the words of the longest run that
/// was seen on the way: a longer one may be there. Of each run of five it is told where the other has it, at one place of several.
///
/// Cost: linear in the words. Where one run is found, the next one mostly stands next to it.
pub(super) fn shared(own: &RunIndex, other: &RunIndex, mut met: impl FnMut(usize)) -> (Vec<Stretch>, usize) {
    let mut before: Option<(usize, usize)> = None;
    let (mut length, mut longest) = (0, 0);
    let stretches = stretches(own, |start| {
        let next = own.forms(&(start + RUN - 1..start + RUN));
        let beside =
            before.filter(|&(word, there)| word + 1 == start && other.forms_from(there + RUN).starts_with(next));
        let found = beside.map(|(_, there)| there + 1).or_else(|| other.body_place(own, start));
        before = found.map(|there| (start, there));
        if let Some(there) = found {
            length = if beside.is_some() { length + 1 } else { RUN };
            longest = longest.max(length);
            met(there);
        }
        found.is_some()
    });
    (stretches, longest)
}

/// Returns the stretches in which every word stands in a run that was met, by where runs begin; one that stands several
/// times was met at one place at least.
pub(super) fn met(own: &RunIndex, mut met: Vec<bool>) -> Vec<Stretch> {
    own.mark_all_places(&mut met);
    stretches(own, |start| met[start])
}

/// Returns the stretches in which every word stands in a run of body words that is taken, by where runs begin; they come in
/// reading order.
fn stretches(own: &RunIndex, mut takes: impl FnMut(usize) -> bool) -> Vec<Stretch> {
    joined((0..own.blocks()).flat_map(|block| own.body_starts(block)).filter(|&start| takes(start)))
}

/// Joins runs that overlap or follow each other to stretches, by where the runs begin, ascending. Those of two blocks stay apart:
/// a gap lies between.
pub(super) fn joined(starts: impl Iterator<Item = usize>) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    for start in starts {
        match found.last_mut() {
            Some(last) if start <= last.end => last.end = start + RUN,
            _ => found.push(start..start + RUN),
        }
    }
    found
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
