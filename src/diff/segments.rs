//! From marked units to stretches of text that join to it again.
//!
//! ```text
//!     units       The │ old │ cat │ sat │ .
//!     marks       shared only  shared …
//!     segments    "The " │ "old" │ " cat sat."
//! ```

use super::stream::Unit;
use super::{Mark, Segment};
use crate::article::Article;

/// Joins units of one mark to segments. White space goes with what is shared, so that no mark begins or ends with it,
/// unless two changes meet.
///
/// Cost: linear in the units.
pub(super) fn segments(article: &Article, blocks: &[usize], units: &[Unit<'_>], marks: &[Mark]) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut next = 0;
    for &block in blocks {
        let count = units[next..].iter().take_while(|unit| unit.block == block).count();
        let own = next..next + count;
        segments.extend(block_segments(block, article.blocks[block].text.len(), &units[own.clone()], &marks[own]));
        next += count;
    }
    segments
}

fn block_segments(block: usize, length: usize, units: &[Unit<'_>], marks: &[Mark]) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    for (unit, &mark) in units.iter().zip(marks) {
        let range = unit.token.range();
        match segments.last_mut() {
            Some(Segment { mark: last, range: before, .. }) if *last == mark => before.end = range.end,
            Some(Segment { mark: last, range: before, .. }) => {
                let start = if claim(mark) > claim(*last) { before.end } else { range.start };
                before.end = start;
                segments.push(Segment { block, range: start..range.end, mark });
            }
            None => segments.push(Segment { block, range: 0..range.end, mark }),
        }
    }
    match segments.last_mut() {
        Some(last) => last.range.end = length,
        None => segments.push(Segment { block, range: 0..length, mark: Mark::Shared }),
    }
    segments
}

/// Returns which of two neighbours has the white space between them: the one that says less.
const fn claim(mark: Mark) -> u8 {
    match mark {
        Mark::Shared => 2,
        Mark::Moved | Mark::Elsewhere => 1,
        Mark::Only(_) => 0,
    }
}
