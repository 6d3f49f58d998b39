//! Lines, filled one after another.
//!
//! What comes word for word is known whole, and is added if it fits. A text that is wrapped once need not be taken apart:
//! where every character is a column wide the line ends so many characters on, and from there it is not far back to the
//! last break:
//!
//! ```text
//!     "Three boats were withdrawn in March" at 24      Three boats were withdra┊wn in March
//!                                                      ─────────────────► leapt│
//!                                                                        ◄─────┘ back to a break
//! ```

use unicode_segmentation::UnicodeSegmentation;

use super::breaks::Breaks;
use super::parted::{WIDEST, Word};
use super::{Ambiguous, Line, byte};

/// Wraps a text that is wrapped once: a leap for each line, and a word where the leap was not sure of the line's end.
///
/// Cost: linear in the text.
pub(super) fn wrap(widths: Ambiguous, text: &str, columns: usize, lines: &mut Vec<Line>) {
    let text = text.trim_end();
    let breaks = Breaks::of(text);
    let mut filling = Filling::of(widths, text, columns, lines);
    // White space at the beginning of a text belongs to no line.
    let mut next = if text.starts_with(char::is_whitespace) { filling.add_part(breaks, 0) } else { 0 };
    while next < text.len() {
        let (leapt, is_full) = filling.leap(breaks, next);
        next = if is_full { leapt } else { filling.add_part(breaks, leapt) };
    }
    filling.close();
}

/// The line being filled, and those before it.
pub(super) struct Filling<'t> {
    text: &'t str,
    columns: usize,
    widths: Ambiguous,
    done: &'t mut Vec<Line>,
    start: usize,
    end: usize,
    width: usize,
    /// The width of the white space after `end`, which counts if something follows on the line.
    space: usize,
}

impl<'t> Filling<'t> {
    /// Begins with an empty line; those that are done are added to others.
    pub fn of(widths: Ambiguous, text: &'t str, columns: usize, done: &'t mut Vec<Line>) -> Self {
        Self { text, columns: columns.clamp(1, WIDEST), widths, done, start: 0, end: 0, width: 0, space: 0 }
    }

    /// Adds a word with the white space after it.
    pub fn add(&mut self, start: usize, word: &Word) {
        let (width, end) = (usize::from(word.width), word.end as usize);
        if !self.fits(width) && self.end > self.start {
            self.close();
        }
        if width > self.columns {
            self.cut(start, end);
        } else {
            self.take(start, end, width);
        }
        self.space = usize::from(word.space);
    }

    /// Adds what stands between a break and the next sure one, and returns where that is.
    fn add_part(&mut self, breaks: Breaks<'_>, start: usize) -> usize {
        let (widths, text) = (self.widths, self.text);
        breaks.part(start, |piece| self.add(piece.start, &Word::of(widths, text, &piece)))
    }

    /// Adds from a break on all that surely fits, and returns where the rest begins, and whether the line is full.
    fn leap(&mut self, breaks: Breaks<'_>, start: usize) -> (usize, bool) {
        let room = self.columns.saturating_sub(self.width + self.space);
        let (bytes, columns) = self.widths.reach(&self.text[start..], room);
        let reached = start + bytes;
        if reached == self.text.len() {
            self.take(start, reached, columns);
            return (reached, true);
        }
        // The line may also end with the spaces after its last column.
        let spaces = self.text[reached..].bytes().take_while(|&b| b == b' ').count();
        let Some((end, is_last)) = breaks.last_break(start, reached + spaces) else { return (start, false) };
        let taken = self.text[start..end].trim_end_matches(' ');
        self.take(start, start + taken.len(), columns - self.text[start + taken.len()..reached].chars().count());
        self.space = end - start - taken.len();
        let is_full = is_last && columns == room;
        if is_full {
            self.close();
        }
        (end, is_full)
    }

    /// Adds a word that is wider than a line, cluster by cluster.
    fn cut(&mut self, start: usize, end: usize) {
        for (at, cluster) in self.text[start..end].grapheme_indices(true) {
            let width = self.widths.cluster_width(cluster).min(self.columns);
            if !self.fits(width) && self.end > self.start {
                self.close();
            }
            self.take(start + at, start + at + cluster.len(), width);
        }
    }

    const fn fits(&self, width: usize) -> bool {
        self.width + self.space + width <= self.columns
    }

    fn take(&mut self, start: usize, end: usize, width: usize) {
        if self.end == self.start {
            self.start = start;
            self.width = 0;
            self.space = 0;
        }
        self.width += self.space + width;
        self.space = 0;
        self.end = end;
    }

    /// Ends the line, if there is anything on it.
    pub fn close(&mut self) {
        if self.end > self.start {
            self.done.push(Line { start: byte(self.start), end: byte(self.end), width: self.width as u32 });
        }
        self.start = self.end;
        self.width = 0;
        self.space = 0;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn by_words(widths: Ambiguous, text: &str, columns: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        widths.part(text).wrap(text, columns, &mut lines);
        lines
    }

    proptest! {
        #[test]
        fn leaping_or_word_for_word_it_is_the_same(
            text in "( {0,2}([a-z]{1,9}|[a-zé1.,’“”–…/ -]{1,9}|[a-z灯。\u{301}\u{A0}\t\u{AD}]{1,5})){0,20}",
            columns in 1_usize..40,
        ) {
            for widths in [Ambiguous::Narrow, Ambiguous::Wide] {
                prop_assert_eq!(widths.wrap(&text, columns), by_words(widths, &text, columns));
            }
        }
    }
}
