//! What a terminal that reorders a whole row, from left to right, is given: what it turns back by itself in logical order, all
//! else where it is seen, and each such stretch parted from the next.

use std::num::NonZeroU16;
use std::ops::Range;

use ratatui::buffer::{Buffer, CellDiffOption};
use unicode_bidi::{BidiClass, BidiDataSource, HardcodedBidiData, bidi_class};

use super::drawn::{Drawn, first};
use super::mirror::mirrored;
use crate::wrap::{Direction, Levels, visual_order};

/// A blank of one column that runs from left to right.
pub(super) const STRONG_BLANK: &str = "\u{2800}";

/// How often a stretch is looked at for brackets without a partner, at most.
const DEPTH: usize = 4;

/// How far behind a stretch there may be a blank: beyond the line at the edge of a pane, and an arrow.
const REACH: u16 = 3;

/// A mark without a width that does.
pub(super) const MARK: char = '\u{200E}';

/// What a cluster is for a terminal that reorders a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Strength {
    /// It runs from left to right.
    Left,
    /// It runs from right to left.
    Right,
    /// It is a number of Arabic digits: what is between it and what runs from right to left does so too.
    ArabicNumber,
    /// It is a number that stands as what is before it does.
    Number,
    /// It stands as what is around it does.
    Neutral,
}

/// What of a stretch such a terminal turns back, by places in visual order.
pub(super) struct Turned {
    strengths: Vec<Strength>,
    stretches: Vec<Range<usize>>,
}

impl Turned {
    /// Finds it. A bracket without its partner there stands apart: the terminal would take one outside for that. What it would
    /// turn otherwise than it is to be seen stands apart too, such as two kinds of numbers side by side. `levels` are those at which the
    /// clusters are to be seen.
    ///
    /// Cost: linear in the clusters.
    pub fn new(drawn: &Drawn, order: &[usize], levels: &[u8]) -> Self {
        let strengths: Vec<Strength> = order.iter().map(|&index| strength(drawn.first(index))).collect();
        let mut turned = stretches(&strengths);
        let mut apart = strengths.clone();
        // What is parted may have lost the partner of another bracket; prose is not deeper than that.
        for _ in 0..DEPTH {
            let unmatched = |stretch| unmatched(stretch, &strengths, order, drawn);
            let alone: Vec<usize> = turned.iter().flat_map(unmatched).collect();
            if alone.is_empty() {
                break;
            }
            for at in alone {
                apart[at] = Strength::Left;
            }
            turned = stretches(&apart);
        }
        let parts = |stretch: Range<usize>| {
            if is_turned_back(&stretch, order, drawn, levels) {
                vec![stretch]
            } else {
                words(stretch, &apart, order, drawn)
            }
        };
        let stretches = turned.into_iter().flat_map(parts).collect();
        Self { strengths, stretches }
    }

    /// Puts it in logical order.
    pub fn turn(&self, order: &mut [usize]) {
        for stretch in &self.stretches {
            order[stretch.clone()].sort_unstable();
        }
    }

    /// Tells whether a place is part of it.
    ///
    /// Cost: logarithmic in the stretches.
    pub fn has(&self, at: usize) -> bool {
        let next = self.stretches.partition_point(|stretch| stretch.end <= at);
        self.stretches.get(next).is_some_and(|stretch| stretch.contains(&at))
    }

    /// Parts each stretch from what follows, unless something that runs from left to right does: with a blank that does, or
    /// where there is none, a mark.
    pub fn part(&self, buffer: &mut Buffer, y: u16, columns: &[u16]) {
        for stretch in &self.stretches {
            let follow = &self.strengths[stretch.end..];
            let neutral = follow.iter().take_while(|strength| **strength == Strength::Neutral).count();
            let next = follow.get(neutral);
            if next == Some(&Strength::Left) {
                continue;
            }
            let behind = columns.last().filter(|_| next.is_none()).map(|&x| behind(buffer, (x, y)));
            let between = columns[stretch.end..stretch.end + neutral].iter().copied();
            let mut places = between.chain(behind.into_iter().flatten());
            let blank = places.find(|&x| buffer.cell((x, y)).is_some_and(|cell| cell.symbol() == " "));
            if let Some(cell) = blank.and_then(|x| buffer.cell_mut((x, y))) {
                // It is no sign, for which something else could stand.
                cell.set_symbol(STRONG_BLANK).set_diff_option(CellDiffOption::ForcedWidth(NonZeroU16::MIN));
            } else {
                mark(buffer, (columns[stretch.end - 1], y));
            }
        }
    }
}

/// Adds the mark to a cell.
fn mark(buffer: &mut Buffer, at: (u16, u16)) {
    if let Some(cell) = buffer.cell_mut(at) {
        let marked: String = cell.symbol().chars().chain([MARK]).collect();
        cell.set_symbol(&marked);
    }
}

fn strength(c: Option<char>) -> Strength {
    match c.map(bidi_class) {
        Some(BidiClass::L) => Strength::Left,
        Some(BidiClass::R | BidiClass::AL) => Strength::Right,
        Some(BidiClass::AN) => Strength::ArabicNumber,
        Some(BidiClass::EN) => Strength::Number,
        _ => Strength::Neutral,
    }
}

/// Returns where in a stretch brackets stand that have no partner in it.
fn unmatched(stretch: &Range<usize>, strengths: &[Strength], order: &[usize], drawn: &Drawn) -> Vec<usize> {
    let bracket = |at: usize| {
        let bracket = HardcodedBidiData.bidi_matched_opening_bracket(drawn.first(order[at])?)?;
        Some((at, bracket.opening, bracket.is_open))
    };
    let is_neutral = |at: &usize| strengths[*at] == Strength::Neutral;
    let mut brackets: Vec<_> = stretch.clone().filter(is_neutral).filter_map(bracket).collect();
    brackets.sort_unstable_by_key(|&(at, ..)| order[at]);
    let (mut open, mut alone) = (Vec::new(), Vec::new());
    for (at, opening, is_open) in brackets {
        if is_open {
            open.push((at, opening));
        } else if open.last().is_some_and(|&(_, other)| other == opening) {
            open.pop();
        } else {
            alone.push(at);
        }
    }
    alone.extend(open.into_iter().map(|(at, _)| at));
    alone
}

/// Returns the stretches from the first cluster that runs from right to left to the last one, with nothing between that runs from left to
/// right.
fn stretches(strengths: &[Strength]) -> Vec<Range<usize>> {
    let mut stretches: Vec<Range<usize>> = Vec::new();
    let mut is_open = false;
    for (at, strength) in strengths.iter().enumerate() {
        match (strength, stretches.last_mut().filter(|_| is_open)) {
            (Strength::Right | Strength::ArabicNumber, Some(open)) => open.end = at + 1,
            (Strength::Right | Strength::ArabicNumber, None) => {
                stretches.push(at..at + 1);
                is_open = true;
            }
            (Strength::Left, _) => is_open = false,
            (Strength::Number | Strength::Neutral, _) => {}
        }
    }
    stretches
}

/// Tells whether a terminal, given a stretch in logical order, shows it as it is to be seen: each cluster in its place, and the same
/// signs as mirror images.
///
/// Cost: linear in the stretch.
fn is_turned_back(stretch: &Range<usize>, order: &[usize], drawn: &Drawn, levels: &[u8]) -> bool {
    let mut logical = order[stretch.clone()].to_vec();
    logical.sort_unstable();
    let firsts: Vec<char> = logical.iter().filter_map(|&index| drawn.first(index)).collect();
    let text: String = firsts.iter().collect();
    let Some(simulated) = Levels::within(&text, Direction::LeftToRight) else { return true };
    let of_each: Vec<u8> = text.char_indices().map(|(at, _)| simulated.at(at)).collect();
    // A number of European digits that no letter stands before is the terminal's own, and brackets around it are not turned.
    let is_mirrored_otherwise = |(at, c): (usize, &char)| {
        let own = levels.get(logical[at]).copied().unwrap_or_default();
        mirrored(*c).is_some() && own % 2 != of_each[at] % 2
    };
    if firsts.len() == logical.len() && firsts.iter().enumerate().any(is_mirrored_otherwise) {
        return false;
    }
    let shown = visual_order(&of_each).into_iter().map(|at| logical[at]);
    firsts.len() == logical.len() && shown.eq(order[stretch.clone()].iter().copied())
}

/// Returns the parts of a stretch that are turned back whatever stands beside them: letters that run from right to left with
/// what is between, and each number of Arabic digits.
fn words(stretch: Range<usize>, strengths: &[Strength], order: &[usize], drawn: &Drawn) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut last = None;
    for at in stretch {
        let strength = strengths[at];
        match (strength, words.last_mut()) {
            (Strength::Right, Some(word)) if last == Some(Strength::Right) => word.end = at + 1,
            (Strength::ArabicNumber, Some(word)) if last == Some(strength) && word.end == at => word.end = at + 1,
            (Strength::Right | Strength::ArabicNumber, _) => words.push(at..at + 1),
            _ => {}
        }
        // What is neutral parts no letters, unless it is a bracket: its partner may be in another part.
        let is_bracket = || drawn.first(order[at]).is_some_and(|c| mirrored(c).is_some());
        last = match strength {
            Strength::Neutral if is_bracket() => None,
            Strength::Neutral => last,
            _ => Some(strength),
        };
    }
    words
}

/// Returns the columns behind a stretch where a blank parts it still: up to a letter or a number, such as those beyond a line.
fn behind(buffer: &Buffer, (end, y): (u16, u16)) -> Range<u16> {
    let is_neutral = |x: &u16| buffer.cell((*x, y)).is_some_and(|cell| strength(first(cell)) == Strength::Neutral);
    end..(end..end.saturating_add(REACH)).take_while(is_neutral).last().map_or(end, |last| last + 1)
}
