//! Lines, filled one after another.
//!
//! Where every character is a column wide, a line ends so many characters on, and from there it is not far back to the
//! last break. Only where that is not sure is the text taken apart, and added word for word:
//!
//! ```text
//!     "Three boats were withdrawn in March" at 24      Three boats were withdra┊wn in March
//!                                                      ─────────────────► leapt│
//!                                                                        ◄─────┘ back to a break
//! ```

use unicode_segmentation::UnicodeSegmentation;

use super::breaks::{BreakUnit, Breaks};
use super::classes::{spaces, spaces_before};
use super::{Ambiguous, LineRange};

/// Wraps a text: a leap for each line, and what comes up to the next sure break where the leap was not sure of the
/// line's end.
///
/// Cost: linear in the text.
pub(super) fn wrap(widths: Ambiguous, text: &str, columns: usize, lines: &mut Vec<LineRange>) {
    let text = text.trim_end();
    let breaks = Breaks::new(text);
    let mut filling = LineFilling::new(widths, text, columns, lines);
    // White space at the beginning of a text belongs to no line.
    let mut next = if text.starts_with(char::is_whitespace) { filling.add_part(breaks, 0) } else { 0 };
    while next < text.len() {
        let (leapt, is_full) = filling.leap(breaks, next);
        next = if is_full { leapt } else { filling.add_part(breaks, leapt) };
    }
    filling.close();
}

/// The line being filled, and those before it.
struct LineFilling<'t> {
    text: &'t str,
    columns: usize,
    widths: Ambiguous,
    done: &'t mut Vec<LineRange>,
    start: usize,
    end: usize,
    width: usize,
    /// The width of the white space after `end`, which counts if something follows on the line.
    space: usize,
}

impl<'t> LineFilling<'t> {
    /// Begins with an empty line; those that are done are added to others.
    fn new(widths: Ambiguous, text: &'t str, columns: usize, done: &'t mut Vec<LineRange>) -> Self {
        Self { text, columns: columns.max(1), widths, done, start: 0, end: 0, width: 0, space: 0 }
    }

    /// Adds a piece of the text with the white space after it.
    fn add(&mut self, piece: &BreakUnit) {
        let (word, space) = (&self.text[piece.start..piece.bare], &self.text[piece.bare..piece.end]);
        let width = self.widths.width(word);
        if !self.fits(width) && self.end > self.start {
            self.close();
        }
        if width > self.columns {
            self.cut(piece.start, piece.bare);
        } else {
            self.take(piece.start, piece.bare, width);
        }
        self.space = self.widths.width(space);
    }

    /// Adds what stands between a break and the next sure one, and returns where that is.
    fn add_part(&mut self, breaks: Breaks<'_>, start: usize) -> usize {
        breaks.part(start, |piece| self.add(&piece))
    }

    /// Adds from a break on all that surely fits, and returns where the rest begins, and whether the line is full.
    fn leap(&mut self, breaks: Breaks<'_>, start: usize) -> (usize, bool) {
        let room = self.columns.saturating_sub(self.width + self.space);
        let reach = self.widths.reach(&self.text[start..], room);
        let reached = start + reach.bytes;
        if reached == self.text.len() {
            self.take(start, reached, reach.columns);
            return (reached, true);
        }
        // The line may also end with the spaces after its last column.
        let bytes = self.text.as_bytes();
        let Some((end, is_last)) = breaks.last_break(start, reached + spaces(bytes, reached)) else {
            return (start, false);
        };
        let space = spaces_before(bytes, end);
        let bare = end - space;
        self.take(start, bare, reach.columns - self.widths.width(&self.text[bare..reached]));
        self.space = space;
        let is_full = is_last && reach.is_full;
        if is_full {
            self.close();
        }
        (end, is_full)
    }

    /// Adds a word that is wider than a line, cluster by cluster; one that is wider than a line, character by
    /// character.
    fn cut(&mut self, start: usize, end: usize) {
        for (at, cluster) in self.text[start..end].grapheme_indices(true) {
            let width = self.widths.cluster_width(cluster);
            if width <= self.columns {
                self.put(start + at, cluster, width);
                continue;
            }
            for (within, c) in cluster.char_indices() {
                let c = &cluster[within..within + c.len_utf8()];
                self.put(start + at + within, c, self.widths.cluster_width(c).min(self.columns));
            }
        }
    }

    /// Adds what is not to be broken, on this line or on the next one.
    fn put(&mut self, start: usize, whole: &str, width: usize) {
        if !self.fits(width) && self.end > self.start {
            self.close();
        }
        self.take(start, start + whole.len(), width);
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
    fn close(&mut self) {
        if self.end > self.start {
            self.done.push(LineRange { start: byte(self.start), end: byte(self.end), width: self.width as u32 });
        }
        self.start = self.end;
        self.width = 0;
        self.space = 0;
    }
}

/// Returns an offset into a text, as lines keep it.
fn byte(at: usize) -> u32 {
    u32::try_from(at).expect("a text is shorter than 4 GiB")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn word_for_word(widths: Ambiguous, text: &str, columns: usize) -> Vec<LineRange> {
        let mut lines = Vec::new();
        let text = text.trim_end();
        let mut filling = LineFilling::new(widths, text, columns, &mut lines);
        let mut next = 0;
        while next < text.len() {
            next = filling.add_part(Breaks::new(text), next);
        }
        filling.close();
        lines
    }

    proptest! {
        #[test]
        fn leaping_or_word_for_word_it_is_the_same(
            text in "( {0,2}([a-z]{1,9}|[a-zéяج1«».,’“”–…/ -]{1,9}|[a-z灯あッ。「등א\u{301}\u{A0}\t\u{AD}]{1,5})){0,20}",
            columns in 1_usize..40,
        ) {
            for widths in [Ambiguous::Narrow, Ambiguous::Wide] {
                prop_assert_eq!(widths.wrap(&text, columns), word_for_word(widths, &text, columns));
            }
        }
    }
}
