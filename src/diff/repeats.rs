//! Runs of words that both sides have, and neither where the other expects it.
//!
//! ```text
//!     left     <The council said on Tuesday> that the boats will be renewed.
//!     right    The boats will be renewed, <the council said on Tuesday>.
//! ```
//!
//! Five words in a row that stand once on each side are a beginning; the run then reaches as far as both sides agree.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::compare::compare;
use super::matches::{Matches, Piece};
use super::stream::{Class, KEPT, MOVED, Stream};
use crate::pair::{Pair, Side};
use crate::words::Form;

/// How many words in a row, found once on each side, begin a moved run.
const GRAM: usize = 5;

/// A side's words that have no counterpart, marks left out.
struct Words {
    places: Vec<usize>,
    keys: Vec<Form>,
    /// For each word whether the next one follows it, with nothing between but marks.
    joined: Vec<bool>,
}

/// Finds runs that stand once on each side among what has no counterpart. What stands twice is ambiguous, and stays.
///
/// Cost: linear in the units.
pub(super) fn find(streams: Pair<&Stream<'_>>, matches: &Matches) -> Vec<Piece> {
    let words = Pair::from_fn(|side| Words::of(side, streams[side], matches));
    if words.iter().any(|words| words.grams().next().is_none()) {
        return Vec::new();
    }
    let mut pieces = Vec::new();
    let mut end = 0;
    let mut taken = vec![false; words.right.places.len()];
    for Pair { left, right } in once_on_both(words.as_ref()) {
        if left < end || taken[right] {
            continue;
        }
        let same = |l: usize, r: usize| words.left.keys[l] == words.right.keys[r] && !taken[r];
        let joined = |l: usize, r: usize| words.left.joined[l] && words.right.joined[r];
        let back = (1..=right.min(left - end))
            .take_while(|by| joined(left - by, right - by) && same(left - by, right - by))
            .count();
        let ahead = (1..(words.left.keys.len() - left).min(words.right.keys.len() - right))
            .take_while(|by| joined(left + by - 1, right + by - 1) && same(left + by, right + by))
            .count();
        taken[right - back..=right + ahead].fill(true);
        end = left + ahead + 1;
        let run = Pair::new(left - back..end, right - back..right + ahead + 1);
        pieces.extend(piece(run.zip(words.as_ref()).map(|(run, words)| words.span(&run)), streams, matches));
    }
    pieces
}

impl Words {
    fn of(side: Side, stream: &Stream<'_>, matches: &Matches) -> Self {
        let is_free = |place: usize| matches.is_free(side, place);
        let places: Vec<usize> =
            (0..stream.len()).filter(|&place| stream.units[place].is_word() && is_free(place)).collect();
        let follows =
            |two: &[usize]| (two[0] + 1..two[1]).all(|place| !stream.units[place].is_word() && is_free(place));
        let joined = places.windows(2).map(follows).chain(std::iter::once(false)).take(places.len()).collect();
        Self { keys: places.iter().map(|&place| stream.keys[place]).collect(), joined, places }
    }

    fn span(&self, run: &Range<usize>) -> Range<usize> {
        self.places[run.start]..self.places[run.end - 1] + 1
    }

    /// Returns where each run of [`GRAM`] words begins.
    fn grams(&self) -> impl Iterator<Item = (usize, &[Form])> {
        let is_run = |&(at, _): &(usize, &[Form])| self.joined[at..at + GRAM - 1].iter().all(|&joined| joined);
        self.keys.windows(GRAM).enumerate().filter(is_run)
    }
}

/// Returns where runs begin that stand once on each side, in the order of the left.
fn once_on_both(words: Pair<&Words>) -> Vec<Pair<usize>> {
    // Which runs the left has, and where each stands on the right, and how often.
    let mut seen: FxHashMap<&[Form], (usize, usize, usize)> = FxHashMap::default();
    for (_, gram) in words.left.grams() {
        seen.entry(gram).or_default().0 += 1;
    }
    for (at, gram) in words.right.grams() {
        if let Some((_, count, place)) = seen.get_mut(gram) {
            *count += 1;
            *place = at;
        }
    }
    let once = |(left, gram)| match seen.get(gram) {
        Some(&(1, 1, right)) => Some(Pair::new(left, right)),
        _ => None,
    };
    words.left.grams().filter_map(once).collect()
}

/// Returns a run long and telling enough, with the marks around it that both sides have.
fn piece(mut range: Pair<Range<usize>>, streams: Pair<&Stream<'_>>, matches: &Matches) -> Option<Piece> {
    if streams.left.extent(&range.left) < KEPT || streams.left.weight(&range.left) < MOVED {
        return None;
    }
    // Opening marks belong to what follows and all others to what goes before, so that no mark is claimed twice.
    let is_mark = |at: Pair<usize>, opens: bool| {
        let free = |side: Side| {
            let class = streams[side].units.get(at[side]).map_or(Class::Word, |unit| unit.class);
            class != Class::Word && matches!(class, Class::Open(_)) == opens && matches.is_free(side, at[side])
        };
        free(Side::Left) && free(Side::Right) && streams.left.keys[at.left] == streams.right.keys[at.right]
    };
    while is_mark(range.as_ref().map(|range| range.end), false) {
        range = range.map(|range| range.start..range.end + 1);
    }
    while range.left.start.min(range.right.start) > 0 && is_mark(range.as_ref().map(|range| range.start - 1), true) {
        range = range.map(|range| range.start - 1..range.end);
    }
    let parts = Pair::from_fn(|side| streams[side].pick(range[side].clone()));
    Some(Piece { runs: compare(parts.as_ref()), range })
}
