//! Whether the first lines of paragraphs are set in, or all others.
//!
//! ```text
//!     ␣␣The boats were taken out of          The boats were taken out of
//!     service in March.                      ␣␣service in March.
//!     ␣␣Nobody was hurt.                     Nobody was hurt.
//! ```

use std::cmp::Ordering;

use super::line::{End, Line};
use super::measure::Measure;

/// Says how indents mark paragraphs, if they do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Indents {
    /// Not at all.
    None,
    /// The first line begins farther in than this.
    First(usize),
    /// All lines but the first do.
    Hanging(usize),
}

impl Indents {
    /// Tells how those of a stretch do.
    ///
    /// Cost: linear in the lines.
    pub fn of(stretch: &[Line<'_>], measure: &Measure) -> Self {
        let least = stretch.iter().map(|line| line.indent).min().unwrap_or(0);
        let is_in = |line: &Line<'_>| line.indent > least;
        let count = |pair: [bool; 2]| stretch.windows(2).filter(|two| [is_in(&two[0]), is_in(&two[1])] == pair).count();
        let [steps_in, steps_out, inside, outside] = [[false, true], [true, false], [true; 2], [false; 2]].map(count);
        if steps_in + steps_out == 0 {
            return Self::None;
        }
        // Before a paragraph ends a sentence, or a line with room to spare.
        let is_end = |two: &&[Line<'_>]| {
            two[0].end == End::Sentence || two[0].is_unmarked() || !measure.is_full(&two[0], &two[1])
        };
        let share = |is_hanging: bool| {
            let before = || stretch.windows(2).filter(move |two| is_in(&two[1]) != is_hanging);
            (before().filter(is_end).count(), before().count())
        };
        // A headline above indented paragraphs is set as a first line that the others hang from would be.
        let [first, hanging] = [share(false), share(true)];
        let is_hanging = match (first.0 * hanging.1).cmp(&(hanging.0 * first.1)) {
            Ordering::Less => true,
            Ordering::Greater => false,
            // Lines that hang do not all end sentences.
            Ordering::Equal if first.0 == first.1 && first.0 > 2 * hanging.0 => false,
            Ordering::Equal => inside > outside || (inside == outside && !is_in(&stretch[0])),
        };
        let (ended, before) = if is_hanging { hanging } else { first };
        // Running text may be indented for other reasons.
        if ended * 3 < before * 2 {
            return Self::None;
        }
        if is_hanging { Self::Hanging(least) } else { Self::First(least) }
    }

    /// Tells whether a paragraph begins with the second of two lines; `None` where their indents do not tell.
    pub fn tell(self, line: &Line<'_>, next: &Line<'_>) -> Option<bool> {
        match self {
            Self::None => None,
            Self::First(least) if next.indent > least => Some(true),
            // The first line of a paragraph, and the second.
            Self::First(least) => (line.indent > least && line.end != End::Sentence).then_some(false),
            Self::Hanging(least) => Some(next.indent <= least),
        }
    }
}
