//! What differs in a changed run: the words, or less than that.
//!
//! ```text
//!     wording        [41] {47}              [said] {says}
//!     spelling       [defence] {defense}    [World Cup] {Worldcup}
//!     case           [The] {the}
//!     punctuation    [“] {}                 [;] {.}
//! ```

use std::ops::Range;

use super::Change;
use super::quotes;
use super::runs::Run;
use super::stream::{Stream, Unit};
use crate::pair::{Pair, Side};
use crate::words;

/// The most units of a phrase that is looked at for being written in one word or in several.
const COMPOUND: usize = 24;

/// Takes the units out of shared runs that are alike but not the same, parts quotation marks from changed ones, and
/// says of each change what it is. Cost: linear in the units.
pub(super) fn tell(runs: &[Run], streams: Pair<&Stream<'_>>) -> Vec<Run> {
    let mut told: Vec<Run> = Vec::with_capacity(runs.len());
    for run in runs {
        if run.is_shared() {
            variants(&run.range, streams, &mut told);
            continue;
        }
        let [before, inner, after] = quotes::part(&run.range, streams);
        marks(&before, streams, &mut told);
        add(&inner, streams, &mut told);
        marks(&after, streams, &mut told);
    }
    told
}

fn add(range: &Pair<Range<usize>>, streams: Pair<&Stream<'_>>, told: &mut Vec<Run>) {
    if !range.left.is_empty() || !range.right.is_empty() {
        told.push(Run { change: Some(change(range, streams)), range: range.clone() });
    }
}

/// Adds marks that were parted from a change. The last ones may be the same: the quotation mark itself.
fn marks(range: &Pair<Range<usize>>, streams: Pair<&Stream<'_>>, told: &mut Vec<Run>) {
    let keys = Pair::from_fn(|side| &streams[side].keys[range[side].clone()]);
    let alike = keys.left.iter().rev().zip(keys.right.iter().rev()).take_while(|(left, right)| left == right).count();
    let bounds = range.as_ref().map(|range| range.end - alike);
    add(&Pair::from_fn(|side: Side| range[side].start..bounds[side]), streams, told);
    variants(&Pair::from_fn(|side: Side| bounds[side]..range[side].end), streams, told);
}

/// Adds a shared run unit by unit: those that are alike but not the same are changes.
fn variants(range: &Pair<Range<usize>>, streams: Pair<&Stream<'_>>, told: &mut Vec<Run>) {
    let first = told.len();
    for (left, right) in range.left.clone().zip(range.right.clone()) {
        let change = variant(&streams.left.units[left], &streams.right.units[right]);
        match told[first..].last_mut() {
            Some(last) if last.change.is_none() && change.is_none() => {
                last.range.left.end = left + 1;
                last.range.right.end = right + 1;
            }
            _ => told.push(Run { range: Pair::new(left..left + 1, right..right + 1), change }),
        }
    }
}

/// Returns how two alike units differ, if they do.
fn variant(left: &Unit<'_>, right: &Unit<'_>) -> Option<Change> {
    if left.typography == right.typography {
        None
    } else if left.case == right.case {
        Some(Change::Case)
    } else {
        Some(Change::Spelling)
    }
}

fn change(range: &Pair<Range<usize>>, streams: Pair<&Stream<'_>>) -> Change {
    let units = Pair::from_fn(|side| &streams[side].units[range[side].clone()]);
    let has_words = |side: Side| units[side].iter().any(Unit::is_word);
    if !has_words(Side::Left) && !has_words(Side::Right) {
        Change::Punctuation
    } else if units.iter().all(|units| units.len() <= COMPOUND)
        && may_begin_alike(&units)
        && letters(units.left).eq(letters(units.right))
    {
        Change::Spelling
    } else {
        Change::Wording
    }
}

/// Tells whether the letters of two phrases may be the same by the first one of each: a look that spares folding most words. What is no word may
/// have letters too (`㎞h`).
fn may_begin_alike(units: &Pair<&[Unit<'_>]>) -> bool {
    let first = |units: &[Unit<'_>]| units.first().filter(|unit| unit.is_word())?.text.bytes().next();
    match units.map(first) {
        Pair { left: Some(left), right: Some(right) } if left.is_ascii_alphabetic() && right.is_ascii_alphabetic() => {
            left.eq_ignore_ascii_case(&right)
        }
        _ => true,
    }
}

/// Returns the letters of a phrase, however it is parted into words. Few phrases have more than the first of them in common, so words
/// are folded as they are asked for.
fn letters<'u>(units: &'u [Unit<'_>]) -> impl Iterator<Item = char> + 'u {
    let of_word = |unit: &Unit<'_>| words::letters(unit.text).chars().collect::<Vec<char>>();
    units.iter().flat_map(of_word).filter(|c| c.is_alphanumeric())
}
