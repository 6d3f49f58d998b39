//! Quotation marks and brackets stay with what they enclose.
//!
//! ```text
//!     left     covers any [.“]documents, data or [items].[.”]
//!     right    covers any documents, data or {records}.
//! ```
//!
//! Where an outlet sets a quotation's bounds is news, so a quotation mark that one side lacks is a difference of its
//! own, whatever else differs beside it.

use std::ops::Range;

use super::runs::Run;
use super::stream::Stream;
use crate::pair::{Pair, Side};

/// For each run whether it is shared marks that hold a pair together: a quotation mark or bracket whose partner is
/// shared as well, around words of which at least half are.
///
/// Cost: linear in the units.
pub(super) fn held(runs: &[Run], streams: Pair<&Stream<'_>>) -> Vec<bool> {
    let marks_only = |run: &Run| run.is_shared() && streams.left.weight(&run.range.left) == 0;
    if streams.left.partners.iter().all(Option::is_none) || !runs.iter().any(marks_only) {
        return vec![false; runs.len()];
    }
    let mut answer = vec![None; streams.left.len()];
    let mut shared = vec![0; streams.left.len() + 1];
    for run in runs.iter().filter(|run| run.is_shared()) {
        for (left, right) in run.range.left.clone().zip(run.range.right.clone()) {
            answer[left] = Some(right);
            shared[left + 1] = usize::from(streams.left.units[left].extent);
        }
    }
    for k in 0..streams.left.len() {
        shared[k + 1] += shared[k];
    }
    let holds = |left: usize| {
        let pair = streams.left.partners[left]?;
        let right = answer[left]?;
        let other = streams.right.partners[right]?;
        let inner = left.min(pair)..left.max(pair);
        let opposite = right.min(other)..right.max(other);
        let longer = streams.left.extent(&inner).max(streams.right.extent(&opposite));
        (answer[pair] == Some(other) && 2 * (shared[inner.end] - shared[inner.start]) >= longer).then_some(())
    };
    runs.iter().map(|run| marks_only(run) && run.range.left.clone().any(|left| holds(left).is_some())).collect()
}

/// Parts a changed run into the marks at its beginning up to the last quotation mark whose partner lies outside, what
/// it says, and such marks at its end.
pub(super) fn part(range: &Pair<Range<usize>>, streams: Pair<&Stream<'_>>) -> [Pair<Range<usize>>; 3] {
    let inner = Pair::from_fn(|side| inner(&range[side], streams[side]));
    [
        Pair::from_fn(|side: Side| range[side].start..inner[side].start),
        inner.clone(),
        Pair::from_fn(|side: Side| inner[side].end..range[side].end),
    ]
}

fn inner(range: &Range<usize>, stream: &Stream<'_>) -> Range<usize> {
    let is_mark = |place: &usize| !stream.units[*place].is_word();
    let is_loose = |place: &usize| {
        stream.units[*place].is_quote() && stream.partners[*place].is_some_and(|partner| !range.contains(&partner))
    };
    let start = range.clone().take_while(is_mark).filter(is_loose).last().map_or(range.start, |last| last + 1);
    let end = (start..range.end).rev().take_while(is_mark).filter(is_loose).last().unwrap_or(range.end);
    start..end
}
