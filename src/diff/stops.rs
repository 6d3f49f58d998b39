//! Where a reader stops who goes from difference to difference.
//!
//! ```text
//!     The [cat] sat on the [mat].      parted by three shared words: one stop
//!     The [cat] sat down on the [mat]. parted by four: two
//! ```
//!
//! A piece that moved is a stop, which comes where it stands on the left; what differs within it are stops of their own.

use std::ops::Range;

use super::runs::Run;
use super::stream::{Stream, Unit};
use super::{Change, Difference, Spot};
use crate::pair::{Pair, Side};

/// The shared words that part two changed runs: up to this many, and they are one.
const PARTING: usize = 3;

/// What runs were found in, and whether that moved.
pub(super) struct Stretch {
    pub runs: Vec<Run>,
    /// Where it lies, if it moved.
    pub moved: Option<Pair<Range<usize>>>,
}

/// Returns the stops of all stretches in the order of the left. Cost: linear in the runs, but for the sorting.
pub(super) fn differences(stretches: &[Stretch], streams: Pair<&Stream<'_>>, first: Pair<usize>) -> Vec<Difference> {
    let mut found: Vec<(bool, Run)> = Vec::new();
    for stretch in stretches {
        let moved = stretch.moved.iter().map(|range| (true, Run::changed(range.clone())));
        found.extend(moved);
        found.extend(joined(&stretch.runs, streams.left).into_iter().map(|run| (false, run)));
    }
    // A place where the left has nothing comes before what begins there.
    found.sort_by_key(|(moved, run)| {
        let left = &run.range.left;
        (left.start, !left.is_empty(), !moved, run.range.right.start)
    });
    let difference = |(moved, run): &(bool, Run)| {
        let at = Pair::from_fn(|side| spot(streams[side], &run.range[side], first[side]));
        Difference { at, change: run.change.unwrap_or(Change::Wording), moved: *moved }
    };
    found.iter().map(difference).collect()
}

/// Returns the runs that both sides have in the same order. Cost: linear in the runs.
pub(super) fn shared(stretches: &[Stretch], streams: Pair<&Stream<'_>>, first: Pair<usize>) -> Vec<Pair<Spot>> {
    let in_order = stretches.iter().filter(|stretch| stretch.moved.is_none()).flat_map(|stretch| &stretch.runs);
    let spots = |run: &Run| Pair::from_fn(|side| spot(streams[side], &run.range[side], first[side]));
    in_order.filter(|run| run.is_shared()).map(spots).collect()
}

/// Joins changed runs that few shared words part.
fn joined(runs: &[Run], left: &Stream<'_>) -> Vec<Run> {
    let mut joined: Vec<Run> = Vec::new();
    let mut parting = usize::MAX;
    let mut end = Pair::new(0, 0);
    for run in runs {
        if run.range.as_ref().map(|range| range.start) != end {
            parting = usize::MAX; // something that moved lies between
        }
        end = run.range.as_ref().map(|range| range.end);
        let Some(change) = run.change else {
            let words = left.units[run.range.left.clone()].iter().filter(|unit| Unit::is_word(unit)).count();
            parting = parting.saturating_add(words);
            continue;
        };
        match joined.last_mut().filter(|_| parting <= PARTING) {
            Some(last) => {
                last.range = Pair::from_fn(|side: Side| last.range[side].start..run.range[side].end);
                last.change = last.change.max(Some(change));
            }
            None => joined.push(run.clone()),
        }
        parting = 0;
    }
    joined
}

/// Returns where units stand; for none, the place where they would.
fn spot(stream: &Stream<'_>, range: &Range<usize>, first: usize) -> Spot {
    if let (Some(first), Some(last)) = (stream.units[range.clone()].first(), stream.units[range.clone()].last()) {
        return Spot { start: first.start(), end: last.end() };
    }
    let before = range.start.checked_sub(1).map(|before| stream.units[before].end());
    let at = before.or_else(|| stream.units.first().map(Unit::start)).unwrap_or((first, 0));
    Spot { start: at, end: at }
}
