//! The words of one article that stand in the other one: the longest runs, wherever they are.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use super::ElsewhereRun;
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

/// Looks for the words of one article in the other one.
pub(super) struct Search<'i> {
    own: &'i RunIndex,
    other: &'i RunIndex,
    /// How many words may still be compared beyond the first five of a run.
    budget: usize,
}

impl<'i> Search<'i> {
    pub(super) fn new(own: &'i RunIndex, other: &'i RunIndex) -> Self {
        Self { own, other, budget: BUDGET * own.len() }
    }

    /// Finds the runs of a stretch of a block that stand in the other article, in reading order.
    pub(super) fn runs(&mut self, block: usize, range: Range<usize>) -> Vec<ElsewhereRun> {
        let words = self.own.words_in(block, &range);
        if words.len() < RUN {
            return Vec::new();
        }
        let found = longest_first(self.maximal(words));
        let run = |(words, there): (Range<usize>, usize)| ElsewhereRun {
            block,
            range: self.own.bytes(&words),
            words: words.len(),
            at: self.blocks_with(&words, there),
        };
        found.into_iter().map(run).collect()
    }

    /// Returns runs that stand in the other article and that no longer one of them holds, in reading order, each with
    /// where it begins there.
    fn maximal(&mut self, words: Range<usize>) -> Vec<(Range<usize>, usize)> {
        let mut found: Vec<(Range<usize>, usize)> = Vec::new();
        let mut before: Option<Match> = None;
        for start in words.start..=words.end - RUN {
            let next = before.and_then(Match::next).filter(|next| next.length >= RUN);
            before = self.longest(&(start..words.end), next);
            let Some(Match { start: there, length }) = before else { continue };
            if found.last().is_none_or(|(last, _)| last.end < start + length) {
                found.push((start..start + length, there));
            }
        }
        found
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
    /// others the last ones.
    fn blocks_with(&self, words: &Range<usize>, known: usize) -> Vec<usize> {
        let run = self.own.forms(words);
        let places = self.other.places(self.own, words.start).take(PLACES);
        let has_run = places.filter(|&start| self.other.forms_from(start).starts_with(run));
        let mut blocks: Vec<usize> = has_run.map(|start| self.other.block_of(start)).collect();
        blocks.dedup();
        blocks.truncate(NAMED);
        blocks.push(self.other.block_of(known));
        blocks.sort_unstable();
        blocks.dedup();
        blocks
    }
}

/// Returns runs that do not overlap: the longest one, then the longest of what is left of the others. With each goes
/// where it begins in the other article.
pub(super) fn longest_first(runs: Vec<(Range<usize>, usize)>) -> Vec<(Range<usize>, usize)> {
    let mut open: BinaryHeap<(usize, Reverse<usize>, usize)> =
        runs.into_iter().map(|(run, there)| (run.len(), Reverse(run.start), there)).collect();
    let mut taken: Vec<(Range<usize>, usize)> = Vec::new();
    while let Some((length, Reverse(start), there)) = open.pop() {
        let after = taken.partition_point(|(run, _)| run.end <= start);
        // None that is taken lies within: it would have been shorter.
        let clipped = match taken.get(after) {
            Some((run, _)) if run.start <= start => run.end..start + length,
            Some((run, _)) if run.start < start + length => start..run.start,
            _ => start..start + length,
        };
        let there = there + (clipped.start - start);
        match clipped.len() {
            kept if kept == length => taken.insert(after, (clipped, there)),
            RUN.. => open.push((clipped.len(), Reverse(clipped.start), there)),
            _ => {}
        }
    }
    taken
}
