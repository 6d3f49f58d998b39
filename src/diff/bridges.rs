//! Shared words do not bridge sentences.
//!
//! A longest common subsequence takes any word that it can get, and reaches into the next sentence for one:
//!
//! ```text
//!     left     keep with your [duty as chair,” he said. “Mind your] duties [and be content] as chair.”
//!     right    keep with your duties as chair.”
//!
//!     left     keep with your [duty] as chair[,” he said. “Mind your duties and be content as chair.”]
//!     right    keep with your {duties} as chair{.”}
//! ```
//!
//! Where what is shared crosses a border of sentences on one side only, that stretch is aligned anew, with a penalty
//! for each such gap: an alignment with affine gaps (Gotoh, "An improved algorithm for matching biological sequences",
//! 1982) whose states are the borders that a gap has met.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::equals::Equal;
use super::runs::{Run, between};
use super::sentences::{Ends, ends_at};
use super::stream::{Class, Stream};
use crate::pair::{Pair, Side};

/// The most pairs of units of a stretch that are compared with each other: one of some 250 words a side stays as it is.
const CELLS: usize = 1 << 16;

/// The most stretches of that size that are aligned anew.
const STRETCHES: usize = 16;

/// The cost of a gap.
const OPEN: i32 = 3;

/// The cost of a gap that meets a border of sentences on one side only.
const CROSS: i32 = 18;

/// A border among up to this many units is no sentence passed over: ". It" for ", which".
const NARROW: usize = 3;

/// Aligns anew what bridges sentences; `None` if nothing does. `found` is the plain difference, `cleaned`
/// what became of it.
///
/// Cost: quadratic in stretches of sentences that differ, up to [`CELLS`]; elsewhere linear.
pub(super) fn without(found: &[Run], cleaned: &[Run], streams: Pair<&Stream<'_>>) -> Option<Vec<Run>> {
    let is_inner = |&k: &usize| k > 0 && k + 1 < cleaned.len() && !cleaned[k].is_shared();
    let may_end = |side: Side, range: &Range<usize>| range.len() > NARROW && may_end_in(streams[side], range);
    let may_be_bridge = |k: usize| Side::BOTH.into_iter().any(|side| may_end(side, &cleaned[k].range[side]));
    if !(0..cleaned.len()).filter(is_inner).any(may_be_bridge) {
        return None;
    }
    let borders = Borders { streams, ends: streams.map(ends_at) };
    let mut cells = STRETCHES * CELLS;
    let mut stretches = bridged(cleaned, &borders);
    stretches.retain(|stretch| {
        let own = stretch.left.len().saturating_mul(stretch.right.len());
        let fits = own <= CELLS.min(cells);
        cells -= if fits { own } else { 0 };
        fits
    });
    if stretches.is_empty() {
        return None;
    }
    let mut equals = Vec::new();
    let mut end = Pair::new(0, 0);
    for stretch in &stretches {
        let start = stretch.as_ref().map(|range| range.start);
        clipped(found, &Pair::from_fn(|side| end[side]..start[side]), &mut equals);
        aligned(stretch, &borders, &mut equals);
        end = stretch.as_ref().map(|range| range.end);
    }
    let lengths = streams.map(Stream::len);
    clipped(found, &Pair::from_fn(|side| end[side]..lengths[side]), &mut equals);
    Some(between(&equals, lengths))
}

/// Tells whether a sentence may end in a range: cheaper than finding where it does.
fn may_end_in(stream: &Stream<'_>, range: &Range<usize>) -> bool {
    let around = &stream.units[range.start.saturating_sub(1)..(range.end + 1).min(stream.len())];
    let blocks = around.first().zip(around.last()).map(|(first, last)| (first.block, last.block));
    blocks.is_some_and(|(first, last)| first != last) || around.iter().any(|unit| unit.class == Class::Stop)
}

/// Where sentences end.
struct Borders<'s> {
    streams: Pair<&'s Stream<'s>>,
    ends: Pair<Vec<Ends>>,
}

impl Borders<'_> {
    /// Returns what ends within a range, its ends included.
    fn ends_in(&self, side: Side, range: &Range<usize>) -> Ends {
        self.ends[side][range.start..=range.end].iter().copied().max().unwrap_or(Ends::Nothing)
    }
}

/// Returns the stretches of both sides in which shared runs have a border of sentences between them on one side only.
/// They begin and end where both sides have one between shared units.
fn bridged(runs: &[Run], borders: &Borders<'_>) -> Vec<Pair<Range<usize>>> {
    let mut stretches = Vec::new();
    let mut start = Pair::new(0, 0);
    let mut is_bridged = false;
    let last = runs.len() - 1;
    for (k, run) in runs.iter().enumerate() {
        if !run.is_shared() {
            if k > 0 && k < last && is_bridge(run, borders) {
                is_bridged = true;
            }
            continue;
        }
        let at = |by: usize| run.range.as_ref().map(|range| range.start + by);
        let is_common =
            |by: &usize| Side::BOTH.into_iter().all(|side| borders.ends[side][at(*by)[side]] == Ends::Sentence);
        let length = run.range.left.len();
        // Within a bridged stretch the first common border ends it, else the last one begins it.
        if is_bridged && let Some(by) = (1..=length).find(is_common) {
            stretches.push(Pair::from_fn(|side| start[side]..at(by)[side]));
            is_bridged = false;
        }
        if !is_bridged && let Some(by) = (0..=length).rev().find(is_common) {
            start = at(by);
        }
    }
    if is_bridged {
        let end = runs[last].range.as_ref().map(|range| range.end);
        stretches.push(Pair::from_fn(|side| start[side]..end[side]));
    }
    stretches
}

/// Tells whether in a gap a sentence ends, and much more stands there, on one side, and nothing ends on the other.
fn is_bridge(gap: &Run, borders: &Borders<'_>) -> bool {
    let is_bridge = |side: Side| {
        gap.range[side].len() > NARROW
            && borders.ends_in(side, &gap.range[side]) == Ends::Sentence
            && borders.ends_in(side.other(), &gap.range[side.other()]) == Ends::Nothing
    };
    Side::BOTH.into_iter().any(is_bridge)
}

/// Adds what the plain difference shares within a stretch.
fn clipped(found: &[Run], stretch: &Pair<Range<usize>>, equals: &mut Vec<Equal>) {
    for run in found.iter().filter(|run| run.is_shared()) {
        let skipped = |side: Side| stretch[side].start.saturating_sub(run.range[side].start);
        let first = skipped(Side::Left).max(skipped(Side::Right));
        let room =
            |side: Side| (stretch[side].end.min(run.range[side].end)).saturating_sub(run.range[side].start + first);
        let length = room(Side::Left).min(room(Side::Right));
        if length > 0 {
            equals.push(Equal { at: run.range.as_ref().map(|range| range.start + first), length });
        }
    }
}

/// The best alignment that ends in some way: what it is worth, above the last pair of units in it. Of equal ones the
/// one whose last pair comes last is greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Best(i64);

/// No alignment ends so.
const NEVER: Best = Best::of(i32::MIN / 2, NONE);

/// No pair of units comes before.
const NONE: u32 = u32::MAX;

impl Best {
    const fn of(worth: i32, last: u32) -> Self {
        Self((worth as i64) << 32 | last as i64)
    }

    const fn last(self) -> usize {
        (self.0 as u32) as usize
    }

    const fn plus(self, worth: i32) -> Self {
        Self(self.0 + ((worth as i64) << 32))
    }

    /// Returns the same with another last pair, which adds to its worth.
    const fn with(self, last: u32, worth: i32) -> Self {
        Self::of((self.0 >> 32) as i32 + worth, last)
    }
}

/// A pair of units that are alike, and the one before it in the best alignment that ends with it.
struct Step {
    at: Pair<usize>,
    before: usize,
}

/// The best alignments that end with a gap, by what ends in it on the left, and then on the right.
type Gaps = [[Best; 3]; 3];

const NO_GAPS: Gaps = [[NEVER; 3]; 3];

/// Adds what the best alignment of a stretch shares.
fn aligned(stretch: &Pair<Range<usize>>, borders: &Borders<'_>, equals: &mut Vec<Equal>) {
    let streams = borders.streams;
    let keys = Pair::from_fn(|side| &streams[side].keys[stretch[side].clone()]);
    let (rows, columns) = (keys.left.len(), keys.right.len());
    let ends = Pair::from_fn(|side| ends(side, &stretch[side], borders));
    let mut steps: Vec<Step> = Vec::new();
    // Alignments that end with the two units before a place, of the last rows; this one last.
    let mut pairs = vec![vec![NEVER; columns + 1]; NARROW + 2];
    let mut gaps: Vec<Gaps> = vec![NO_GAPS; columns + 1];
    // Where no pair ends and no sentence, a gap is as good as the one before it: there is nothing to be done.
    let matters = matters(keys, &ends);
    let columns_that_matter: Vec<usize> = (0..=columns).filter(|&column| matters.right[column]).collect();
    for row in 0..=rows {
        pairs.rotate_left(1);
        pairs[NARROW + 1].fill(NEVER);
        if !matters.left[row] {
            continue;
        }
        let mut diagonal = NO_GAPS;
        let mut beside = NO_GAPS;
        for &column in &columns_that_matter {
            let above = gaps[column];
            let mut pair = if row + column == 0 { Best::of(OPEN, NONE) } else { NEVER };
            if row > 0 && column > 0 && keys.left[row - 1] == keys.right[column - 1] {
                let at = Pair::new(row - 1, column - 1);
                let before = pairs[NARROW][column - 1].max(narrow(&pairs, column)).max(behind(&diagonal, at, &steps));
                let unit = &streams.left.units[stretch.left.start + row - 1];
                pair = before.with(steps.len() as u32, worth(unit));
                steps.push(Step { at, before: before.last() });
                pairs[NARROW + 1][column] = pair;
            }
            let at = Pair::new(ends.left[row], ends.right[column]);
            beside = lengthened(&above, &beside, pair.plus(-OPEN), at);
            gaps[column] = beside;
            diagonal = above;
        }
    }
    let ended = gaps[columns].as_flattened().iter().fold(pairs[NARROW + 1][columns], |best, &gap| best.max(gap));
    let mut next = ended.last();
    let first = equals.len();
    while let Some(step) = steps.get(next) {
        equals.push(Equal { at: Pair::from_fn(|side| stretch[side].start + step.at[side]), length: 1 });
        next = step.before;
    }
    equals[first..].reverse();
}

/// Tells of each place of two sides whether something ends there, or the unit before it stands on the other side too. The first
/// and the last place matter always.
fn matters<K: Copy + Eq + std::hash::Hash>(keys: Pair<&[K]>, ends: &Pair<Vec<usize>>) -> Pair<Vec<bool>> {
    let known = keys.map(|keys| keys.iter().copied().collect::<FxHashSet<K>>());
    Pair::from_fn(|side| {
        let last = keys[side].len();
        let is_shared = |place: usize| known[side.other()].contains(&keys[side][place - 1]);
        (0..=last).map(|place| place == 0 || place == last || ends[side][place] > 0 || is_shared(place)).collect()
    })
}

/// Returns what ends at each place of a stretch, as a number. At its own ends a sentence does.
fn ends(side: Side, stretch: &Range<usize>, borders: &Borders<'_>) -> Vec<usize> {
    let is_end = |at: usize| at == stretch.start || at == stretch.end;
    let end = |at: usize| if is_end(at) { Ends::Sentence } else { borders.ends[side][at] };
    (stretch.start..=stretch.end).map(|at| end(at) as usize).collect()
}

/// Returns the best gaps up to a place: those above and beside it, one unit longer, or one that begins there.
fn lengthened(above: &Gaps, beside: &Gaps, start: Best, at: Pair<usize>) -> Gaps {
    let mut here = *above;
    if at == Pair::new(0, 0) {
        // Nothing ends at nearly all places.
        for (here, beside) in here.as_flattened_mut().iter_mut().zip(beside.as_flattened()) {
            *here = (*here).max(*beside);
        }
    } else {
        here = NO_GAPS;
        for left in 0..3 {
            for right in 0..3 {
                let longer = &mut here[left.max(at.left)][right];
                *longer = (*longer).max(above[left][right]);
                let longer = &mut here[left][right.max(at.right)];
                *longer = (*longer).max(beside[left][right]);
            }
        }
    }
    here[at.left][at.right] = here[at.left][at.right].max(start);
    here
}

/// Returns the best alignment that ends with a gap before a pair of units.
fn behind(gaps: &Gaps, at: Pair<usize>, steps: &[Step]) -> Best {
    let sentence = Ends::Sentence as usize;
    let mut best = NEVER;
    for (left, gaps) in gaps.iter().enumerate() {
        for (right, &gap) in gaps.iter().enumerate() {
            let crossed = match (left, right) {
                (left, 0) if left == sentence => Some(Side::Left),
                (0, right) if right == sentence => Some(Side::Right),
                _ => None,
            };
            let is_wide = |side: Side| {
                let start = steps.get(gap.last()).map_or(0, |step| step.at[side] + 1);
                at[side] - start > NARROW
            };
            best = best.max(gap.plus(if crossed.is_some_and(is_wide) { -CROSS } else { 0 }));
        }
    }
    best
}

/// Returns the best alignment before a pair of units that ends with a gap of few units on either side.
fn narrow(pairs: &[Vec<Best>], column: usize) -> Best {
    let mut best = NEVER;
    for rows in 0..=NARROW {
        for columns in 0..=NARROW.min(column - 1) {
            best = best.max(pairs[NARROW - rows][column - 1 - columns].plus(-OPEN));
        }
    }
    best
}

/// Returns what a shared unit is worth.
fn worth(unit: &super::Unit<'_>) -> i32 {
    1 + 2 * i32::from(unit.extent) + i32::from(unit.weight)
}
