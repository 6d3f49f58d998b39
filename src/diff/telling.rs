//! Words that tell something are shared before words that do not.
//!
//! The longest common subsequence counts each word alike, and of two that it cannot both have it takes either:
//!
//! ```text
//!     left     will [vote on] the [Wednesday]               will [vote on the] Wednesday
//!     right    will {meet in} the {hall on Wednesday}   →   will {meet in the hall on} Wednesday
//! ```
//!
//! Where what is shared between changes is a word or two that tell nothing, these changes are aligned anew by what words tell.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::equals::Equal;
use super::runs::{Run, between};
use super::stream::Stream;
use crate::pair::Pair;
use crate::words::{Form, TELLING, WORD};

/// The most pairs of units of a stretch that are compared with each other.
const CELLS: usize = 1 << 12;

/// The most words of a shared run that gives way.
const SLIGHT: usize = 2;

/// Aligns such stretches anew. Cost: linear in the units, but quadratic in stretches up to [`CELLS`].
pub(super) fn first(runs: Vec<Run>, streams: Pair<&Stream<'_>>) -> Vec<Run> {
    let is_slight = |run: &Run| {
        let units = &streams.left.units[run.range.left.clone()];
        run.is_shared()
            && streams.left.extent(&run.range.left) <= SLIGHT * WORD
            && units.iter().all(|unit| usize::from(unit.weight) < TELLING)
    };
    let mut equals: Vec<Equal> = Vec::new();
    let mut is_new = false;
    let mut at = 0;
    while at < runs.len() {
        let run = &runs[at];
        if run.is_shared() {
            equals.push(equal(run));
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while end + 1 < runs.len() && is_slight(&runs[end]) {
            end += 2;
        }
        let stretch = Pair::from_fn(|side| run.range[side].start..runs[end - 1].range[side].end);
        let aligned = if end > at + 1 { aligned(&stretch, streams) } else { None };
        is_new |= aligned.is_some();
        match aligned {
            Some(aligned) => equals.extend(aligned),
            None => equals.extend(runs[at..end].iter().filter(|run| run.is_shared()).map(equal)),
        }
        at = end;
    }
    if is_new { between(&equals, streams.map(Stream::len)) } else { runs }
}

fn equal(run: &Run) -> Equal {
    Equal { at: run.range.as_ref().map(|range| range.start), length: run.range.left.len() }
}

/// Returns what a stretch shares, weighed by what its words tell; `None` if no word that tells stands on both sides, or if it is
/// long.
fn aligned(stretch: &Pair<Range<usize>>, streams: Pair<&Stream<'_>>) -> Option<Vec<Equal>> {
    let (rows, columns) = (stretch.left.len(), stretch.right.len());
    let keys = Pair::from_fn(|side| &streams[side].keys[stretch[side].clone()]);
    let units = &streams.left.units[stretch.left.clone()];
    let telling =
        || keys.left.iter().zip(units).filter(|(_, unit)| usize::from(unit.weight) >= TELLING).map(|(key, _)| *key);
    if rows * columns > CELLS || telling().next().is_none() {
        return None;
    }
    let known: FxHashSet<Form> = telling().collect();
    if !keys.right.iter().any(|key| known.contains(key)) {
        return None;
    }
    // What the best alignment of what follows two places is worth.
    let mut best = vec![0_u32; (rows + 1) * (columns + 1)];
    let place = |row: usize, column: usize| row * (columns + 1) + column;
    for row in (0..rows).rev() {
        let unit = &units[row];
        let worth = 1 + u32::from(unit.extent) + (u32::from(unit.weight) << 4);
        for column in (0..columns).rev() {
            let apart = best[place(row + 1, column)].max(best[place(row, column + 1)]);
            let both = if keys.left[row] == keys.right[column] { worth + best[place(row + 1, column + 1)] } else { 0 };
            best[place(row, column)] = apart.max(both);
        }
    }
    let mut equals = Vec::new();
    let (mut row, mut column) = (0, 0);
    while row < rows && column < columns {
        let here = best[place(row, column)];
        if here == best[place(row + 1, column)] {
            row += 1;
        } else if here == best[place(row, column + 1)] {
            column += 1;
        } else {
            equals.push(Equal { at: Pair::new(stretch.left.start + row, stretch.right.start + column), length: 1 });
            (row, column) = (row + 1, column + 1);
        }
    }
    Some(equals)
}

#[cfg(test)]
mod tests {
    use super::super::runs::runs;
    use super::*;
    use crate::article::Article;
    use crate::words::Lexicon;

    /// Returns what two texts share, run by run, joined by `|`.
    fn shared(left: &str, right: &str) -> [String; 2] {
        let articles = Pair::new(left, right).map(|text| Article::read("-", text));
        let mut lexicon = Lexicon::default();
        let readings = articles.as_ref().map(|article| lexicon.read(article));
        let streams = Pair::from_fn(|side| Stream::of(&articles[side], &[0], &readings[side], &lexicon));
        let streams = streams.as_ref();
        let said = |runs: &[Run]| {
            let text = |run: &Run| {
                let units = &streams.left.units[run.range.left.clone()];
                units.iter().map(|unit| unit.text).collect::<Vec<_>>().join(" ")
            };
            runs.iter().filter(|run| run.is_shared()).map(text).collect::<Vec<_>>().join(" | ")
        };
        let plain = runs(streams.map(|stream| stream.keys.as_slice()));
        [said(&plain), said(&first(plain, streams))]
    }

    #[test]
    fn a_word_that_tells_is_shared_before_words_that_do_not() {
        let [plain, telling] = shared("They will vote on the ferry on Wednesday", "They saw Wednesday on the hill");
        assert_eq!((plain.as_str(), telling.as_str()), ("They | on the", "They | Wednesday"));
        // Where both can be had, nothing changes.
        let [plain, telling] = shared("It is on the quay of Holm", "He was on the pier of Holm");
        assert_eq!(plain, telling);
    }

    #[test]
    fn what_many_words_share_stays() {
        let [plain, telling] =
            shared("Boats lay for years in the port at the old quay", "Years in the port at the old pier for boats");
        assert_eq!(plain, telling);
        assert_eq!(shared("one two", "three four"), ["", ""].map(str::to_owned));
    }
}
