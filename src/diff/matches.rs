//! Which unit answers which, with what moved set apart.
//!
//! ```text
//!     left     a b │ c d e │ f g          c d e is a piece: it answers, but at another place
//!     right    a b   f g   │ c d e │
//! ```
//!
//! Partners outside of pieces rise on both sides; so do those inside each piece. From partners, runs are read again:
//! pieces are holes in what keeps the order.

use std::ops::Range;

use super::runs::Run;
use super::stream::Stream;
use crate::pair::{Pair, Side};

/// The partners of all units, and the pieces that moved.
#[derive(Clone, Debug, Default)]
pub(super) struct Matches {
    partner: Pair<Vec<Option<usize>>>,
    /// For each unit whether it lies within a piece.
    held: Pair<Vec<bool>>,
    /// Where each piece that moved lies; pieces do not overlap.
    pub pieces: Vec<Pair<Range<usize>>>,
}

/// A stretch of both sides that may have moved, with the runs in it, counted from its start.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub range: Pair<Range<usize>>,
    pub runs: Vec<Run>,
}

impl Matches {
    pub(super) fn none(lengths: Pair<usize>) -> Self {
        Self {
            partner: lengths.map(|length| vec![None; length]),
            held: lengths.map(|length| vec![false; length]),
            pieces: Vec::new(),
        }
    }

    /// Takes over the shared runs, whose places `place` turns into those of the whole streams.
    pub(super) fn add(&mut self, runs: &[Run], place: impl Fn(Side, usize) -> usize) {
        for run in runs.iter().filter(|run| run.is_shared()) {
            for (left, right) in run.range.left.clone().zip(run.range.right.clone()) {
                let (left, right) = (place(Side::Left, left), place(Side::Right, right));
                self.partner.left[left] = Some(right);
                self.partner.right[right] = Some(left);
            }
        }
    }

    /// Adds pieces: those that cross nothing that keeps the order stand in it, the others moved.
    ///
    /// The pieces must not overlap. Cost: linear, but for sorting the pieces.
    pub(super) fn settle(&mut self, mut pieces: Vec<Piece>) {
        if pieces.is_empty() {
            return;
        }
        pieces.sort_by_key(|piece| (piece.range.left.start, piece.range.right.start));
        let before = Side::BOTH.map(|side| self.kept_before(side));
        let mut end = Pair::new(0, 0);
        for Piece { range, runs } in pieces {
            let start = range.as_ref().map(|range| range.start);
            let crosses = before[0][start.left] != before[1][start.right];
            if crosses || start.left < end.left || start.right < end.right {
                for side in Side::BOTH {
                    self.held[side][range[side].clone()].fill(true);
                }
                self.pieces.push(range);
            } else {
                end = range.map(|range| range.end);
            }
            self.add(&runs, |side, place| start[side] + place);
        }
    }

    /// Returns how many units before each place have a partner and keep the order.
    fn kept_before(&self, side: Side) -> Vec<usize> {
        let kept = |k: usize| usize::from(self.partner[side][k].is_some() && !self.held[side][k]);
        let mut sum = 0;
        let mut sums = Vec::with_capacity(self.partner[side].len() + 1);
        for k in 0..self.partner[side].len() {
            sums.push(sum);
            sum += kept(k);
        }
        sums.push(sum);
        sums
    }

    /// Tells whether a unit has no partner and lies in no piece.
    pub(super) fn is_free(&self, side: Side, place: usize) -> bool {
        self.partner[side][place].is_none() && !self.held[side][place]
    }

    /// Returns the doubled count of the words in a range that have no partner.
    pub(super) fn alone(&self, side: Side, range: Range<usize>, stream: &Stream<'_>) -> usize {
        range
            .filter(|&place| self.partner[side][place].is_none())
            .map(|place| usize::from(stream.units[place].extent))
            .sum()
    }

    /// Returns the runs that keep the order. Where a piece was taken out, a run ends.
    pub(super) fn in_order(&self) -> Vec<Run> {
        self.walk(Pair::from_fn(|side| 0..self.partner[side].len()), false)
    }

    /// Returns the runs within a piece.
    pub(super) fn within(&self, piece: &Pair<Range<usize>>) -> Vec<Run> {
        self.walk(piece.clone(), true)
    }

    fn walk(&self, range: Pair<Range<usize>>, within: bool) -> Vec<Run> {
        let mut runs = Vec::new();
        let mut at = range.as_ref().map(|range| range.start);
        let end = range.map(|range| range.end);
        let is_hole = |side: Side, k: usize| k < end[side] && self.held[side][k] != within;
        let is_alone = |side: Side, k: usize| k < end[side] && !is_hole(side, k) && self.partner[side][k].is_none();
        loop {
            let alone = Pair::from_fn(|side| span(at[side], |k| is_alone(side, k)));
            if !alone.left.is_empty() || !alone.right.is_empty() {
                runs.push(Run::changed(alone.clone()));
            }
            at = alone.map(|alone| alone.end);
            let holes = Pair::from_fn(|side| span(at[side], |k| is_hole(side, k)).end);
            if holes != at {
                at = holes;
                continue;
            }
            if at.left >= end.left || at.right >= end.right {
                return runs;
            }
            let answers = |k: usize| {
                k < end.left && !is_hole(Side::Left, k) && self.partner.left[k] == Some(at.right + k - at.left)
            };
            let left = span(at.left, answers);
            let right = at.right..at.right + left.len();
            at = Pair::new(left.end, right.end);
            debug_assert!(!left.is_empty(), "partners rise on both sides");
            runs.push(Run::shared(Pair::new(left, right)));
        }
    }
}

fn span(start: usize, holds: impl Fn(usize) -> bool) -> Range<usize> {
    let mut end = start;
    while holds(end) {
        end += 1;
    }
    start..end
}
