//! What moved within a link.
//!
//! ```text
//!     left     <No one was hurt.> Three boats lay idle.
//!     right    Three boats lay idle. <No one was hurt.>
//! ```
//!
//! Word by word, one of the two would be struck out and written again. So runs of five and more words that the plain
//! difference leaves over on both sides are found again. Where more is left over, sentences without a counterpart are
//! looked for elsewhere on the other side, alike rather than equal; taken out, they let the rest be compared anew. That
//! stands if it explains more words, so that nothing is worse than word by word.

use std::cmp::Reverse;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::compare::compare;
use super::matches::{Matches, Piece};
use super::repeats;
use super::runs::{Run, is_coarse};
use super::sentences::sentences;
use super::stream::{KEPT, MOVED, Stream};
use crate::article::Article;
use crate::pair::{Pair, Side};
use crate::words::{Form, WORD};

/// A word is no help in finding a sentence again if it stands in more of them.
const COMMON: usize = 16;

/// How many sentences are compared with one that is looked for: the others share fewer words with it.
const TRIED: usize = 3;

/// A sentence that is the same word for word has moved from this many words on.
const WHOLE: usize = 3 * WORD;

/// Finds what moved, given the plain difference of the two streams.
///
/// Cost: linear in the units, and that of comparing at most [`TRIED`] sentences with each that has no counterpart.
pub(super) fn find(streams: Pair<&Stream<'_>>, articles: Pair<&Article>, runs: &[Run]) -> Matches {
    let lengths = streams.map(Stream::len);
    let mut plain = Matches::none(lengths);
    plain.add(runs, |_, place| place);
    let alone = |matches: &Matches, side: Side| matches.alone(side, 0..lengths[side], streams[side]);
    if Side::BOTH.into_iter().any(|side| alone(&plain, side) < WHOLE) {
        return plain;
    }
    let with_repeats = settled(plain.clone(), streams);
    let is_explained = Side::BOTH.into_iter().any(|side| alone(&with_repeats, side) == 0);
    if is_coarse(lengths) || is_explained || !may_have_moved(streams, &plain) {
        return with_repeats;
    }
    let pieces = alike_sentences(streams, articles, &plain);
    if pieces.is_empty() {
        return with_repeats;
    }
    let with_sentences = settled(without(streams, pieces), streams);
    let is_better = alone(&with_sentences, Side::Left) < alone(&with_repeats, Side::Left);
    if is_better { with_sentences } else { with_repeats }
}

fn settled(mut matches: Matches, streams: Pair<&Stream<'_>>) -> Matches {
    let pieces = repeats::find(streams, &matches);
    matches.settle(pieces);
    matches
}

/// Whether the words without a counterpart have enough in common for a sentence: two words in a row, and that three times.
/// A look that is cheap beside finding where sentences end.
fn may_have_moved(streams: Pair<&Stream<'_>>, matches: &Matches) -> bool {
    let doubles = |side: Side| {
        let (units, keys) = (&streams[side].units, &streams[side].keys);
        let words = (0..units.len()).filter(|&place| units[place].is_word());
        let mut before = None;
        words.filter_map(move |place| {
            let word = matches.is_free(side, place).then_some(keys[place]);
            let last = std::mem::replace(&mut before, word);
            Some((last?, word?))
        })
    };
    let mut right: Vec<(Form, Form)> = doubles(Side::Right).collect();
    right.sort_unstable();
    doubles(Side::Left).filter(|double| right.binary_search(double).is_ok()).nth(2).is_some()
}

/// Takes pieces out, compares the rest, and puts them in again.
fn without(streams: Pair<&Stream<'_>>, pieces: Vec<Piece>) -> Matches {
    let rest = Pair::from_fn(|side: Side| {
        let mut rest = vec![true; streams[side].len()];
        for piece in &pieces {
            rest[piece.range[side].clone()].fill(false);
        }
        (0..rest.len()).filter(|&place| rest[place]).collect::<Vec<usize>>()
    });
    let picked = Pair::from_fn(|side| streams[side].pick(rest[side].iter().copied()));
    let mut matches = Matches::none(streams.map(Stream::len));
    matches.add(&compare(picked.as_ref()), |side, place| rest[side][place]);
    matches.settle(pieces);
    matches
}

/// Pairs of sentences that say much the same and have no counterpart so far; each sentence in one pair at most, those
/// with the most shared words first.
fn alike_sentences(streams: Pair<&Stream<'_>>, articles: Pair<&Article>, matches: &Matches) -> Vec<Piece> {
    let lone = Pair::from_fn(|side: Side| {
        let mut all = sentences(streams[side], articles[side]);
        all.retain(|range| {
            let extent = streams[side].extent(range);
            extent >= WHOLE && matches.alone(side, range.clone(), streams[side]) * 2 >= extent
        });
        all
    });
    let index = index(streams.right, &lone.right);
    let mut found: Vec<(usize, Piece)> = Vec::new();
    for left in &lone.left {
        for k in candidates(&streams.left.keys[left.clone()], &streams.left.units[left.clone()], &index) {
            let range = Pair::new(left.clone(), lone.right[k].clone());
            if !may_be_alike(streams, &range) {
                continue;
            }
            let piece = alike(streams, range.clone());
            let is_whole = piece.as_ref().is_some_and(|(_, piece)| piece.range == range && piece.runs.len() == 1);
            found.extend(piece);
            if is_whole {
                break; // no other is more alike
            }
        }
    }
    found.sort_by_key(|(shared, piece)| (usize::MAX - shared, piece.range.left.start, piece.range.right.start));
    let mut taken = streams.map(|stream| vec![false; stream.len()]);
    let mut pieces = Vec::new();
    for (_, piece) in found {
        let is_taken = |side: Side| taken[side][piece.range[side].clone()].contains(&true);
        if !is_taken(Side::Left) && !is_taken(Side::Right) {
            for side in Side::BOTH {
                taken[side][piece.range[side].clone()].fill(true);
            }
            pieces.push(piece);
        }
    }
    pieces
}

/// For each word the sentences in which it stands.
fn index(stream: &Stream<'_>, sentences: &[Range<usize>]) -> FxHashMap<Form, Vec<usize>> {
    let mut index: FxHashMap<Form, Vec<usize>> = FxHashMap::default();
    for (k, range) in sentences.iter().enumerate() {
        for place in range.clone().filter(|&place| stream.units[place].is_word()) {
            let postings = index.entry(stream.keys[place]).or_default();
            if postings.last() != Some(&k) {
                postings.push(k);
            }
        }
    }
    index
}

/// Returns the sentences that share with one the words that tell most.
fn candidates(keys: &[Form], units: &[super::Unit<'_>], index: &FxHashMap<Form, Vec<usize>>) -> Vec<usize> {
    let mut weights: FxHashMap<usize, usize> = FxHashMap::default();
    let known = keys.iter().zip(units).filter_map(|(key, unit)| Some((index.get(key)?, usize::from(unit.weight))));
    for (postings, weight) in known.filter(|(postings, _)| postings.len() <= COMMON) {
        for &k in postings {
            *weights.entry(k).or_default() += weight;
        }
    }
    let mut best: Vec<(usize, usize)> = weights.into_iter().collect();
    best.sort_unstable_by_key(|&(k, weight)| (usize::MAX - weight, k));
    best.truncate(TRIED);
    best.into_iter().map(|(k, _)| k).collect()
}

/// Tells whether two sentences can share as much as [`alike`] asks: what they share in order is at most what they share
/// in any order. Spares comparing most candidates. Cost: that of sorting their units.
fn may_be_alike(streams: Pair<&Stream<'_>>, range: &Pair<Range<usize>>) -> bool {
    let keys = Pair::from_fn(|side| &streams[side].keys[range[side].clone()]);
    let extents = Pair::from_fn(|side| streams[side].extent(&range[side]));
    let shared = extent_in_any_order(keys, &streams.left.units[range.left.clone()]);
    // Only a sentence that is the same as a whole may be shorter than what is kept.
    let is_long = shared >= KEPT || keys.left == keys.right;
    is_long && shared * 2 >= extents.left.min(extents.right)
}

/// Returns the greatest extent that units of the left can have which pair off with equal ones of the right.
fn extent_in_any_order(keys: Pair<&[Form]>, units: &[super::Unit<'_>]) -> usize {
    let mut right = keys.right.to_vec();
    right.sort_unstable();
    let mut left: Vec<(Form, Reverse<u8>)> =
        keys.left.iter().zip(units).map(|(&key, unit)| (key, Reverse(unit.extent))).collect();
    left.sort_unstable();
    let mut right = right.into_iter().peekable();
    let mut extent = 0;
    for (key, Reverse(own)) in left {
        while right.next_if(|other| *other < key).is_some() {}
        if right.next_if_eq(&key).is_some() {
            extent += usize::from(own);
        }
    }
    extent
}

/// Compares two sentences; if they share enough, what lies between the first and the last shared word is a piece.
fn alike(streams: Pair<&Stream<'_>>, range: Pair<Range<usize>>) -> Option<(usize, Piece)> {
    let parts = Pair::from_fn(|side| streams[side].pick(range[side].clone()));
    let runs = compare(parts.as_ref());
    let is_telling = |run: &Run| run.is_shared() && parts.left.weight(&run.range.left) > 0;
    let (first, last) = (runs.iter().position(is_telling)?, runs.iter().rposition(is_telling)?);
    let start = runs[first].range.as_ref().map(|range| range.start);
    let end = runs[last].range.as_ref().map(|range| range.end);
    let inner = runs[first..=last].iter().map(|run| Run {
        range: Pair::from_fn(|side| run.range[side].start - start[side]..run.range[side].end - start[side]),
        change: run.change,
    });
    let inner: Vec<Run> = inner.collect();
    let shared = || runs.iter().filter(|run| run.is_shared()).map(|run| &run.range.left);
    let extent: usize = shared().map(|range| parts.left.extent(range)).sum();
    let weight: usize = shared().map(|range| parts.left.weight(range)).sum();
    let lengths =
        Side::BOTH.map(|side| (streams[side].extent(&range[side]), parts[side].extent(&(start[side]..end[side]))));
    let [(left, left_piece), (right, right_piece)] = lengths;
    // Half of what is called moved is the same, and half of the shorter sentence is called moved.
    let is_alike = extent * 2 >= left_piece.max(right_piece) && extent * 2 >= left.min(right);
    let is_whole = runs.len() == 1 && extent >= WHOLE;
    (is_whole || is_alike && weight >= MOVED && extent >= KEPT).then(|| {
        let piece = Pair::from_fn(|side| range[side].start + start[side]..range[side].start + end[side]);
        (extent, Piece { range: piece, runs: inner })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lexicon;

    /// Returns whether two texts of a sentence each can be alike, and whether they are.
    fn told(left: &str, right: &str) -> (bool, bool) {
        let articles = Pair::new(left, right).map(|text| Article::read("-", text));
        let mut lexicon = Lexicon::default();
        let readings = articles.as_ref().map(|article| lexicon.read(article));
        let streams = Pair::from_fn(|side| Stream::of(&articles[side], &[0], &readings[side], &lexicon));
        let range = streams.as_ref().map(|stream| 0..stream.len());
        (may_be_alike(streams.as_ref(), &range), alike(streams.as_ref(), range).is_some())
    }

    #[test]
    fn sentences_with_few_common_words_need_no_comparing() {
        let left = "The old ferries cross the sound six times a day.";
        assert_eq!(told(left, "The ferries cross the sound six times a day."), (true, true));
        assert_eq!(told(left, "A day six times the sound cross ferries old the."), (true, false));
        assert_eq!(told(left, "The harbour council ordered three ferries in the spring."), (false, false));
    }

    #[test]
    fn a_short_sentence_may_be_alike_as_a_whole() {
        assert_eq!(told("Ferries cost millions.", "Ferries cost millions."), (true, true));
        assert_eq!(told("Ferries cost millions.", "Ferries cost thousands."), (false, false));
    }

    #[test]
    fn a_word_counts_as_often_as_both_have_it() {
        let units = |text: &str| "ferry ".repeat(6) + text;
        assert!(!told(&units("quay harbour pier"), "Ferry boats left the quay of the town.").0);
    }
}
