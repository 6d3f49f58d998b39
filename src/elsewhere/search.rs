//! The words of one article that stand in the other one: the longest runs, wherever they are.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use super::ElsewhereRun;
use crate::diff::{Spot, Wording};
use crate::pair::{Pair, Side};
use crate::run_index::{RUN, RunIndex};

/// How many places of one run are tried.
const PLACES: usize = 32;

/// How many words may be compared beyond the first five of each run, for each word of the article.
const BUDGET: usize = 40;

/// How many blocks are named that have a run.
const NAMED: usize = 8;

/// Words of one article that stand in the other one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Match {
    /// Where among the other one's words.
    start: usize,
    /// How many words.
    length: usize,
}

impl Match {
    /// Returns the same without its first word.
    fn next(self) -> Option<Self> {
        Some(Self { start: self.start + 1, length: self.length.checked_sub(1)? })
    }
}

/// Words of a link that both sides have, matched with each other.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Matched {
    /// Where among the one side's words, in one block.
    own: Range<usize>,
    /// Where they begin among the other one's words, in one block too.
    there: usize,
}

/// Which words of a side of a link are matched with which of the other one. Of most links nobody asks, so it is found when somebody does.
pub(super) struct LinkMatches<'l> {
    wording: &'l Wording,
    texts: Pair<&'l RunIndex>,
    side: Side,
    found: OnceCell<Vec<Matched>>,
}

impl<'l> LinkMatches<'l> {
    pub(super) const fn new(wording: &'l Wording, texts: Pair<&'l RunIndex>, side: Side) -> Self {
        Self { wording, texts, side, found: OnceCell::new() }
    }

    /// Returns them in the order of the side. Cost: once n log n in the spots and their blocks.
    fn all(&self) -> &[Matched] {
        self.found.get_or_init(|| matched(self.wording, self.texts, self.side))
    }
}

/// Returns which words of a side are matched with which of the other one, in its order.
fn matched(wording: &Wording, texts: Pair<&RunIndex>, side: Side) -> Vec<Matched> {
    let moved = wording.differences.iter().filter(|difference| difference.moved).map(|difference| &difference.at);
    let mut matched = Vec::new();
    for spots in wording.shared.iter().chain(moved) {
        let words = Pair::from_fn(|side| {
            let Spot { start, end } = spots[side];
            let first = texts[side].words_in(start.0, &(start.1..usize::MAX)).start;
            first..texts[side].words_in(end.0, &(0..end.1)).end
        });
        let (mut own, mut there) = (words[side].clone(), words[side.other()].clone());
        while !own.is_empty() && !there.is_empty() {
            // As far as neither block ends.
            let room = |text: &RunIndex, words: &Range<usize>| {
                text.words_of(text.block_of(words.start)).end.min(words.end).saturating_sub(words.start)
            };
            let rooms = [room(texts[side], &own), room(texts[side.other()], &there)];
            let length = rooms[0].min(rooms[1]);
            if length > 0 {
                matched.push(Matched { own: own.start..own.start + length, there: there.start });
            }
            // What stands after a block is no word.
            own.start += length + usize::from(rooms[0] == length);
            there.start += length + usize::from(rooms[1] == length);
        }
    }
    matched.sort_unstable_by_key(|matched| matched.own.start);
    matched
}

/// Looks for the words of one article in the other one.
pub(super) struct Search<'i> {
    own: &'i RunIndex,
    other: &'i RunIndex,
    /// What is matched in the link whose blocks are looked for, if it is one.
    matched: Option<&'i LinkMatches<'i>>,
    /// How many words may still be compared beyond the first five of a run.
    budget: usize,
}

impl<'i> Search<'i> {
    pub(super) fn new(own: &'i RunIndex, other: &'i RunIndex) -> Self {
        Self { own, other, matched: None, budget: BUDGET * own.len() }
    }

    /// Says what is matched in the link of the blocks that are looked for next.
    pub(super) const fn set_matched(&mut self, matched: Option<&'i LinkMatches<'i>>) {
        self.matched = matched;
    }

    /// Finds what of some stretches of a block stands in the other article, as parts of runs of the block: for each stretch its
    /// parts, in reading order. The stretches are in reading order and do not overlap. Where words are matched with those of the other
    /// article they do not stand elsewhere, nor does what goes on beside them there.
    pub(super) fn parts(&mut self, block: usize, stretches: &[Range<usize>]) -> Vec<Vec<ElsewhereRun>> {
        let stretches: Vec<Range<usize>> = stretches.iter().map(|bytes| self.own.words_in(block, bytes)).collect();
        let taken = longest_first(self.maximal(block, &stretches));
        let mut parts = vec![Vec::new(); stretches.len()];
        let mut first = 0;
        for run in taken {
            first += stretches[first..].partition_point(|words| words.end <= run.words.start);
            let within = stretches[first..].iter().take_while(|words| words.start < run.words.end).count();
            if within == 0 {
                continue;
            }
            let (whole, there) = run.probe();
            let (at, starts) = self.places_of(&whole, there);
            for (words, parts) in stretches[first..first + within].iter().zip(&mut parts[first..]) {
                let words = words.start.max(run.words.start)..words.end.min(run.words.end);
                if words.is_empty() {
                    continue;
                }
                parts.push(ElsewhereRun {
                    block,
                    range: self.own.bytes(&words),
                    words: words.len(),
                    whole: self.own.bytes(&whole),
                    whole_words: whole.len(),
                    at: at.clone(),
                    starts: starts.clone(),
                });
            }
        }
        parts
    }

    /// Returns runs of a block that stand in the other article, that have words of some stretches and that no longer one of them
    /// holds, in reading order.
    fn maximal(&mut self, block: usize, stretches: &[Range<usize>]) -> Vec<Run> {
        let all = self.own.words_of(block);
        let last = (all.end + 1).saturating_sub(RUN);
        let mut found: Vec<Run> = Vec::new();
        let mut before: Option<Match> = None;
        let mut tried = all.start;
        for stretch in stretches.iter().filter(|stretch| !stretch.is_empty()) {
            // A run that begins earlier holds one that begins here, and is found by going back.
            let first = (stretch.start + 1).saturating_sub(RUN).max(tried);
            before = before.filter(|_| first == tried);
            for start in first..stretch.end.min(last) {
                let next = before.and_then(Match::next).filter(|next| next.length >= RUN);
                before = self.longest(&(start..all.end), next);
                let Some(Match { start: there, length }) = before else { continue };
                if found.last().is_none_or(|last| last.words.end < start + length) {
                    let back = if start == first { self.back(all.start..start, there) } else { 0 };
                    found.push(Run::whole(start - back..start + length, there - back));
                }
            }
            tried = tried.max(stretch.end.min(last));
        }
        found
    }

    /// Returns how many words before a run are those before its place in the other article too.
    fn back(&mut self, before: Range<usize>, there: usize) -> usize {
        let own = self.own.forms(&before).iter().rev();
        let others = self.other.forms(&(0..there)).iter().rev();
        let same = own.zip(others).take(self.budget).take_while(|(own, other)| own == other).count();
        self.budget -= same;
        let words = before.end - same..before.end;
        words.end - self.matched_with(&words, there - same).map_or(words.start, |(_, last)| last)
    }

    /// Returns how many words come before the first one that is matched with its place there.
    fn up_to_matched(&self, words: Range<usize>, there: usize) -> usize {
        self.matched_with(&words, there).map_or(words.end, |(first, _)| first) - words.start
    }

    /// Returns the first of some words that is matched with its place in the other article, where they begin at a word, and the end
    /// of the last one; `None` if none is.
    fn matched_with(&self, words: &Range<usize>, there: usize) -> Option<(usize, usize)> {
        let all = self.matched?.all();
        let first = all.partition_point(|matched| matched.own.end <= words.start);
        let within = all[first..].iter().take_while(|matched| matched.own.start < words.end);
        let mut here = within.filter(|matched| matched.own.start + there == matched.there + words.start);
        let one = here.next()?;
        let last = here.last().unwrap_or(one);
        Some((one.own.start.max(words.start), last.own.end.min(words.end)))
    }

    /// Returns the longest run there that words begin with, five words at least; `known` is one of them.
    ///
    /// Cost: that of comparing with a bounded number of places; beyond the budget nothing but `known` is looked at.
    fn longest(&mut self, words: &Range<usize>, known: Option<Match>) -> Option<Match> {
        let mut best = known;
        if best.is_some() && self.budget == 0 {
            return best;
        }
        let own = self.own.forms(words);
        for start in self.other.places(self.own, words.start).take(PLACES) {
            if known.is_some_and(|known| known.start == start) {
                continue;
            }
            let there = self.other.forms_from(start);
            let length = there.iter().zip(own).take_while(|(there, own)| there == own).count();
            self.budget = self.budget.saturating_sub(length);
            let length = self.up_to_matched(words.start..words.start + length, start);
            if length >= RUN && best.is_none_or(|best| best.length < length) {
                best = Some(Match { start, length });
            }
            if self.budget == 0 {
                break;
            }
        }
        best
    }

    /// Returns the blocks that have a run, by index, ascending: that of a place where it is known to stand, and of many
    /// others the last ones. With each goes the byte in it at which the run begins.
    fn places_of(&self, words: &Range<usize>, known: usize) -> (Vec<usize>, Vec<usize>) {
        let run = self.own.forms(words);
        let places = self.other.places(self.own, words.start).take(PLACES);
        let has_run = places.filter(|&start| self.other.forms_from(start).starts_with(run));
        let has_run = has_run.filter(|&start| self.matched_with(words, start).is_none());
        let place = |start: usize| (self.other.block_of(start), self.other.bytes(&(start..start + 1)).start);
        let mut found: Vec<(usize, usize)> = has_run.map(place).collect();
        // The last place comes first; the first one of each block stays.
        found.reverse();
        found.dedup_by_key(|(block, _)| *block);
        found.drain(..found.len().saturating_sub(NAMED));
        found.push(place(known));
        found.sort_unstable();
        found.dedup_by_key(|(block, _)| *block);
        found.into_iter().unzip()
    }
}

/// A run of words that stands in the other article, or what a longer one leaves of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// What is left of it.
    pub words: Range<usize>,
    /// All of it.
    whole: Range<usize>,
    /// Where all of it begins in the other article.
    there: usize,
}

impl Run {
    pub(super) fn whole(words: Range<usize>, there: usize) -> Self {
        Self { words: words.clone(), whole: words, there }
    }

    /// Returns what is left with as many words of the run beside it as make five, and where that begins in the other article.
    /// So looking for the places of all of them costs no more than their words.
    pub(super) fn probe(&self) -> (Range<usize>, usize) {
        let start = self.words.start.min(self.whole.end - RUN);
        let words = start..self.words.end.max(start + RUN);
        (words, self.there + (start - self.whole.start))
    }
}

/// Cuts runs so that they do not overlap: the longest one is whole, then the longest of what is left of the others.
pub(super) fn longest_first(runs: Vec<Run>) -> Vec<Run> {
    let key = |run: &Run, at: usize| (run.words.len(), Reverse(run.words.start), at);
    let mut open: BinaryHeap<(usize, Reverse<usize>, usize)> =
        runs.iter().enumerate().map(|(at, run)| key(run, at)).collect();
    let mut taken: Vec<Run> = Vec::new();
    while let Some((length, Reverse(start), at)) = open.pop() {
        let after = taken.partition_point(|run| run.words.end <= start);
        // None that is taken lies within: it would have been shorter.
        let clipped = match taken.get(after).map(|run| &run.words) {
            Some(words) if words.start <= start => words.end..start + length,
            Some(words) if words.start < start + length => start..words.start,
            _ => start..start + length,
        };
        let run = Run { words: clipped, ..runs[at].clone() };
        match run.words.len() {
            0 => {}
            kept if kept == length => taken.insert(after, run),
            _ => open.push(key(&run, at)),
        }
    }
    taken
}
