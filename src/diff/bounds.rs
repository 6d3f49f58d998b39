//! Where a change begins, if it could begin at several places.
//!
//! What one side has more can often be slid along words that it has twice, and the difference is as small at each
//! place. A reader expects it to begin where a phrase does:
//!
//! ```text
//!     as found    the blue boat and {the red boat and} the boy
//!     slid        the blue boat {and the red boat} and the boy
//! ```
//!
//! After the semantic alignment of Fraser's `diff-match-patch` (2006) and the heuristic for indented text of git's
//! `xdiff` (Haggerty, 2016).

use std::ops::Range;

use super::runs::Run;
use super::stream::{Class, Stream};
use crate::pair::{Pair, Side};
use crate::unicode::scripts::is_hiragana;

/// How far a change is slid at most, in units: repetitive text could be slid without end.
const FAR: usize = 64;

/// Changes longer than this are not searched for torn quotation marks.
const LONG: usize = 256;

/// A quotation mark or bracket torn from its partner outweighs any bound of a phrase.
const TORN: i32 = 20;

/// Two forms of a word that would face each other as different spellings outweigh a small bound of a phrase.
const VARIANT: i32 = 3;

/// Slides each change that one side has alone to the best place there is. Cost: linear in the units.
pub(super) fn slide(mut runs: Vec<Run>, streams: Pair<&Stream<'_>>) -> Vec<Run> {
    for k in 0..runs.len() {
        let range = &runs[k].range;
        let side = match (range.left.is_empty(), range.right.is_empty()) {
            _ if runs[k].is_shared() => continue,
            (true, false) => Side::Right,
            (false, true) => Side::Left,
            _ => continue,
        };
        let by = best(&runs, k, streams, side);
        shift(&mut runs, k, by);
    }
    runs.retain(|run| !run.range.left.is_empty() || !run.range.right.is_empty());
    runs
}

/// Returns how many units ahead (or back, below zero) the change stands best; at equal places the last one.
fn best(runs: &[Run], k: usize, streams: Pair<&Stream<'_>>, side: Side) -> isize {
    let range = &runs[k].range[side];
    let keys = &streams[side].keys;
    // What parts two changes is not used up; at the ends of a link it may be.
    let room = |shared: Option<&Run>, is_last: bool| {
        shared.map_or(0, |run| run.range[side].len().saturating_sub(usize::from(!is_last)).min(FAR))
    };
    let back = room(k.checked_sub(1).map(|before| &runs[before]), k == 1);
    let ahead = room(runs.get(k + 1), k + 2 == runs.len());
    let back = (1..=back).take_while(|by| keys[range.start - by] == keys[range.end - by]).count();
    let ahead = (0..ahead).take_while(|by| keys[range.start + by] == keys[range.end + by]).count();
    if back == 0 && ahead == 0 {
        return 0;
    }
    let places = -back.cast_signed()..=ahead.cast_signed();
    let score = |by: &isize| (worth(range, *by, streams, side, &runs[k].range[side.other()]), *by);
    places.max_by_key(score).unwrap_or(0)
}

/// Returns what a change is worth at a place.
fn worth(range: &Range<usize>, by: isize, streams: Pair<&Stream<'_>>, side: Side, opposite: &Range<usize>) -> i32 {
    let stream = streams[side];
    let (start, end) = (range.start.saturating_add_signed(by), range.end.saturating_add_signed(by));
    let mut worth = bound(stream, start) + bound(stream, end);
    let (first, last) = (&stream.units[start], &stream.units[end - 1]);
    // In most languages a phrase begins with a small word and ends with one that tells something.
    worth += i32::from(first.is_word() && first.weight <= 1) + i32::from(last.weight > 1);
    if end - start <= LONG {
        let torn = (start..end).filter(|&k| stream.partners[k].is_some_and(|partner| !(start..end).contains(&partner)));
        worth -= TORN * i32::try_from(torn.count()).unwrap_or(1);
    }
    // The units slid over change the word that they face.
    let faced = |k: usize| streams[side.other()].units.get(k).map(|unit| unit.typography);
    let unlike = |of: usize, facing: usize| faced(facing).is_some_and(|form| form != stream.units[of].typography);
    let variants = match by {
        0.. => (0..by.unsigned_abs()).filter(|k| unlike(range.start + k, opposite.start + k)).count(),
        _ => (1..=by.unsigned_abs()).filter(|k| unlike(range.end - k, opposite.start - k)).count(),
    };
    let were = match by {
        0.. => (0..by.unsigned_abs()).filter(|k| unlike(range.end + k, opposite.start + k)).count(),
        _ => (1..=by.unsigned_abs()).filter(|k| unlike(range.start - k, opposite.start - k)).count(),
    };
    worth + VARIANT * (i32::try_from(were).unwrap_or(0) - i32::try_from(variants).unwrap_or(0))
}

/// Returns how good a bound of a phrase the place before a unit is.
fn bound(stream: &Stream<'_>, at: usize) -> i32 {
    let (Some(before), Some(after)) = (at.checked_sub(1).map(|k| &stream.units[k]), stream.units.get(at)) else {
        return 6;
    };
    let stop = (0..at).rev().take(8).map(|k| stream.units[k].class).find(|class| !matches!(class, Class::Close(_)));
    match (before.class, after.class) {
        _ if before.block != after.block => 6,
        (_, Class::Close(_)) => 0,
        (_, Class::Stop | Class::Clause) => 3,
        (Class::Stop | Class::Close(_), _) if stop == Some(Class::Stop) => 6,
        (Class::Clause, _) => 4,
        (_, Class::Open(_)) | (Class::Close(_), _) => 3,
        _ => kana(before.text, after.text),
    }
}

/// Japanese phrases end with particles in kana and begin with other letters.
fn kana(before: &str, after: &str) -> i32 {
    let ends = before.chars().next_back().is_some_and(is_hiragana);
    let begins = after.chars().next().is_some_and(is_hiragana);
    i32::from(ends && !begins) * 2 - i32::from(begins && !ends)
}

/// Moves a change along, from one of the shared runs beside it to the other.
fn shift(runs: &mut [Run], k: usize, by: isize) {
    if by == 0 {
        return;
    }
    for side in Side::BOTH {
        let range = &mut runs[k].range[side];
        *range = range.start.saturating_add_signed(by)..range.end.saturating_add_signed(by);
        let (start, end) = (range.start, range.end);
        if let Some(before) = k.checked_sub(1) {
            runs[before].range[side].end = start;
        }
        if let Some(after) = runs.get_mut(k + 1) {
            after.range[side].start = end;
        }
    }
}
