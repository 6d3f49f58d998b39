//! What answers the line at the cursor, and a word that was clicked on.
//!
//! ```text
//!      The council has voted [eleven     ◀  3 ~  4 │ The ferries cost more than was said.
//!      to four] for the order.           │         ┃ The council voted eleven to four
//!                                        │         ┃ for the order.
//!                                                    ^^^^^^^^^^^^^ set off, with a thick line beside it
//! ```
//!
//! Inside what both have, a place is found again by the letters and digits before it: typography may differ, they do not.
//! Beside it, what lies between the same two shared runs answers.

use unicode_segmentation::UnicodeSegmentation;

use crate::diff::{Mark, Segment, Spot, Wording};
use crate::layout::stops::{Stop, What};
use crate::layout::{Arrangement, RowCell};
use crate::pair::{Pair, Side};
use crate::present::Marks;
use crate::tui::state::{Answer, Reader};

/// The longest text of a link, in bytes, in which places are found again: it is done for every key.
const LONGEST: usize = 1 << 16;

impl Reader {
    /// Finds what answers the line at the cursor, after something has happened.
    pub(in crate::tui) fn find_answer(&mut self) {
        self.position.answer = self.answer();
    }

    /// What answers the line at the cursor; `None` where nothing is marked, where both sides stand on one line or one of
    /// them is not shown, and while the reader halts at something else.
    ///
    /// Cost: linear in the line's block and its link.
    fn answer(&self) -> Option<Answer> {
        let shows_both = matches!(self.rows.screen.columns.arrangement, Arrangement::Facing | Arrangement::Stacked);
        if !shows_both
            || self.settings.markings.marks == Marks::Nothing
            || self.halted().is_some()
            || self.search.at.is_some()
        {
            return None;
        }
        let row = self.rows.layout.rows.get(self.viewport().cursor)?;
        let side = [self.position.focus, self.position.focus.other()]
            .into_iter()
            .find(|&side| row.cells[side] != RowCell::Other)?;
        let RowCell::Text { index, line } = row.cells[side] else { return None };
        let cell = *self.pair.bands.bands[row.band].placed[side].get(index)?;
        let range = self.rows.layout.lines(side, cell).get(line)?.range();
        let spot = Spot { start: (cell.block, range.start), end: (cell.block, range.end) };
        let spot = self.opposite(side, &spot)?;
        Some(Answer { side: side.other(), spot })
    }

    /// Returns what stands on the other side of a stretch of a linked block.
    fn opposite(&self, side: Side, spot: &Spot) -> Option<Spot> {
        let link = &self.pair.comparison.links[self.pair.comparison.link_of(side, spot.start.0)?];
        let length: usize =
            link.blocks[side].iter().map(|&block| self.pair.articles()[side].blocks[block].text.len()).sum();
        if link.wording.words[side].shared == 0 || length > LONGEST {
            return None;
        }
        let wording = &link.wording;
        let is_moved = |at: &Spot| at.start <= spot.start && spot.end <= at.end;
        if wording.differences.iter().any(|difference| difference.moved && is_moved(&difference.at[side])) {
            return Some(wording.opposite(side, spot));
        }
        let [start, end] =
            [(spot.start, false), (spot.end, true)].map(|(at, is_end)| self.place_across(wording, side, at, is_end));
        let (mut start, mut end) = (start?, end?);
        let blocks = &self.pair.articles()[side.other()].blocks;
        let (first, last) = (&blocks.get(start.0)?.text[start.1..], &blocks.get(end.0)?.text[..end.1]);
        start.1 += first.len() - first.trim_start().len();
        end.1 -= last.len() - last.trim_end().len();
        Some(Spot { start, end }).filter(|spot| spot.start < spot.end)
    }

    /// Returns the place on the other side that a place answers to: where a stretch begins there, or ends.
    fn place_across(&self, wording: &Wording, side: Side, at: (usize, usize), is_end: bool) -> Option<(usize, usize)> {
        let other = side.other();
        let index = wording.shared.partition_point(|run| run[side].end < at || (!is_end && run[side].end == at));
        let run = wording.shared.get(index);
        match run.filter(|run| run[side].start < at || (!is_end && run[side].start == at)) {
            Some(run) => {
                let signs = self.signs(side, &Spot { start: run[side].start, end: at }).count();
                if is_end {
                    let last = signs.checked_sub(1).and_then(|last| self.signs(other, &run[other]).nth(last));
                    return Some(last.map_or(run[other].start, |(block, byte, length)| (block, byte + length)));
                }
                Some(self.signs(other, &run[other]).nth(signs).map_or(run[other].end, |(block, byte, _)| (block, byte)))
            }
            // Between two runs: from the end of the one to the start of the other.
            None if is_end => run.map(|run| run[other].start).or_else(|| last_of(&wording.segments[other])),
            None => match index.checked_sub(1) {
                Some(before) => Some(wording.shared[before][other].end),
                None => wording.segments[other].first().map(|segment| (segment.block, segment.range.start)),
            },
        }
    }

    /// Returns the letters and digits of a stretch: their blocks, places and lengths.
    fn signs(&self, side: Side, spot: &Spot) -> impl Iterator<Item = (usize, usize, usize)> {
        let blocks = &self.pair.story.pair(self.pair.shown)[side].blocks;
        let Spot { start, end } = spot.clone();
        (start.0..=end.0.min(blocks.len().saturating_sub(1))).flat_map(move |block| {
            let text = blocks[block].text.as_str();
            let from = if block == start.0 { start.1 } else { 0 };
            let to = if block == end.0 { end.1 } else { text.len() };
            let signs = text.get(from..to.max(from)).unwrap_or_default().char_indices();
            signs.filter(|(_, c)| c.is_alphanumeric()).map(move |(at, c)| (block, from + at, c.len_utf8()))
        })
    }

    /// Lights up what stands at a byte of a block, a marked run or a word, and what answers it.
    pub(in crate::tui) fn highlight_at(&mut self, side: Side, block: usize, byte: usize) {
        let Some(link) = self.pair.comparison.link_of(side, block).map(|link| &self.pair.comparison.links[link]) else {
            return;
        };
        let holds = |segment: &&Segment| segment.block == block && segment.range.contains(&byte);
        let Some(segment) = link.wording.segments[side].iter().find(holds) else { return };
        let text = &self.pair.articles()[side].blocks[block].text;
        let range = match segment.mark {
            Mark::Only(_) | Mark::Moved | Mark::Elsewhere => segment.range.clone(),
            Mark::Shared => match text.unicode_word_indices().find(|(at, word)| (*at..at + word.len()).contains(&byte))
            {
                Some((at, word)) => at..at + word.len(),
                None => return,
            },
        };
        let own = Spot { start: (block, range.start), end: (block, range.end) };
        let opposite = if segment.mark == Mark::Shared {
            self.opposite(side, &own)
        } else {
            Some(link.wording.opposite(side, &own))
        };
        let mut at = Pair::new(own.clone(), own.clone());
        at[side.other()] = opposite.unwrap_or(Spot { start: (0, 0), end: (0, 0) });
        let band = self.pair.bands.home[side][block];
        self.position.run = Some(Stop { band, side, at: own.start, what: What::Changed(at) });
    }
}

fn last_of(segments: &[Segment]) -> Option<(usize, usize)> {
    segments.last().map(|segment| (segment.block, segment.range.end))
}
