//! Which lines of a paragraph are one.
//!
//! Markdown joins the lines of a paragraph. People who write it by hand set lines apart all the same: the head of an
//! article, questions and answers, verses. Such lines end where the next word would have had room by far.
//!
//! ```text
//!     Council orders ferries          short, each: three blocks
//!     By Ann Example
//!     16 June 2026
//!
//!     The council on Tuesday ordered three new ferries to replace the boats that     wrapped: one
//!     were withdrawn in March.
//! ```

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::inline::Line;
use crate::formats::line_breaks::{UNWRAPPED, ends_sentence};
use crate::unicode::scripts::joins_lines;

/// The widest measure that people wrap text at by habit.
const HABIT: usize = 80;

/// How wide a document's lines are, in columns.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measure {
    columns: usize,
    /// Whether lines are paragraphs: many are too wide to be wrapped, and of several sentences.
    has_paragraphs: bool,
}

impl Measure {
    /// Returns the measure of a text: the width that a tenth of its lines exceed.
    pub(super) fn of(source: &str) -> Self {
        let lines = source.split('\n').map(str::trim).filter(|line| !line.is_empty());
        let (mut widths, mut several) = (Vec::new(), 0);
        for line in lines {
            let width = line.width();
            several += usize::from(width > UNWRAPPED && has_sentences(line));
            widths.push(width);
        }
        let wide = widths.iter().filter(|&&width| width > UNWRAPPED).count();
        widths.sort_unstable();
        let columns = widths.get(widths.len() * 9 / 10).copied().unwrap_or(HABIT);
        Self { columns, has_paragraphs: columns > UNWRAPPED && several * 4 >= wide }
    }

    /// Tells whether the line that a break ends is short.
    pub(super) fn is_short(self, source: &str, at: &Range<usize>) -> bool {
        let start = memchr::memrchr(b'\n', &source.as_bytes()[..at.start]).map_or(0, |before| before + 1);
        let rest = source[at.end..].trim_start_matches('\n');
        self.is_short_before(&source[start..at.start], rest.lines().next().unwrap_or(""))
    }

    /// Tells whether a line ends clearly before it had to, the next one being what it is.
    pub(super) fn is_short_before(self, line: &str, next: &str) -> bool {
        let next = next.trim_start_matches(['>', ' ']);
        let word = next.split(' ').next().unwrap_or("");
        let word = if word.starts_with(joins_lines) { 2 } else { word.width() };
        (line.trim().width() + 1 + word) * 4 <= self.columns.min(HABIT) * 3
    }
}

/// Splits the lines of a paragraph into those that are one.
///
/// In the head of an article the short lines that a paragraph begins with are apart, elsewhere all of them are or none.
/// If nothing else is in the document there are no blank lines, so that a line is a paragraph.
pub(super) fn groups(lines: &[Line], measure: Measure, place: Place) -> Vec<&[Line]> {
    let Some((_, before_last)) = lines.split_last() else { return Vec::new() };
    let is_unwrapped = place == Place::Alone && measure.columns > UNWRAPPED;
    let leading = before_last.iter().take_while(|line| line.is_short).count();
    let all_short = leading == before_last.len();
    let mut groups = Vec::new();
    let mut start = 0;
    for (k, line) in before_last.iter().enumerate() {
        let is_apart = match place {
            Place::Alone => is_unwrapped || line.is_short,
            Place::Head => k < leading,
            Place::Body => all_short,
        };
        let is_paragraph = measure.has_paragraphs && ends_sentence(&line.text);
        if is_apart || is_paragraph || line.is_title {
            groups.push(&lines[start..=k]);
            start = k + 1;
        }
    }
    groups.push(&lines[start..]);
    groups
}

/// Tells whether a line has sentences that end before it does. One sentence a line is a way to write Markdown.
fn has_sentences(line: &str) -> bool {
    const ENDS: [&str; 8] = [". ", "? ", "! ", ".” ", ".\" ", "? “", "。", "．"];
    let line = line.trim_end_matches(['。', '．']);
    ENDS.iter().any(|end| line.contains(end))
}

/// Where a paragraph stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Above all running text.
    Head,
    Body,
    /// Nothing else is there.
    Alone,
}
