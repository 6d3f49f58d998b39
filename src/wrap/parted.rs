//! What is the same at every width: where lines may break, and how wide is what stands between.
//!
//! ```text
//!     "Three boats were withdrawn"     Three·   boats·   were·   withdrawn
//!                                      5 + 1    5 + 1    4 + 1   9
//!     at 12                            Three boats┊ were┊ withdrawn
//! ```
//!
//! To know that takes most of the time of wrapping. So a text is parted once, and wrapped whenever the width is another.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::breaks::{self, Piece};
use super::{Ambiguous, Line};

/// A text, parted where its lines may break.
#[derive(Clone, Debug, Default)]
pub struct Parted {
    words: Vec<Word>,
    widths: Ambiguous,
}

/// What stands between two places where a line may break, in bytes of the text and in columns.
#[derive(Clone, Copy, Debug)]
struct Word {
    /// Where its white space begins.
    end: u32,
    /// Where the next one begins.
    next: u32,
    width: u16,
    /// The width of its white space, which counts if something follows on the line.
    space: u16,
}

/// The widest line; what is wider is cut anyway.
const WIDEST: usize = u16::MAX as usize - 1;

impl Ambiguous {
    /// Parts a text of one line.
    ///
    /// Cost: linear in the text.
    ///
    /// # Panics
    ///
    /// If the text has 4 GiB and more.
    #[must_use]
    pub fn part(self, text: &str) -> Parted {
        let mut words = Vec::with_capacity(text.len() / 6 + 1);
        breaks::pieces(text, |piece| words.push(Word::of(self, text, &piece)));
        Parted { words, widths: self }
    }
}

/// Wraps a text that is wrapped once.
pub(super) fn wrap(widths: Ambiguous, text: &str, columns: usize) -> Vec<Line> {
    let mut lines = Lines::of(text, columns, widths);
    breaks::pieces(text, |piece| lines.add(piece.start, &Word::of(widths, text, &piece)));
    lines.close();
    lines.done
}

impl Word {
    fn of(widths: Ambiguous, text: &str, piece: &Piece) -> Self {
        let columns = |width: usize| u16::try_from(width).unwrap_or(u16::MAX);
        let byte = |at: usize| u32::try_from(at).expect("a text is shorter than 4 GiB");
        let width = |range: Range<usize>| if piece.is_ascii { range.len() } else { widths.width(&text[range]) };
        let (width, space) = (width(piece.start..piece.bare), width(piece.bare..piece.end));
        Self { end: byte(piece.bare), next: byte(piece.end), width: columns(width), space: columns(space) }
    }
}

impl Parted {
    /// Wraps the text that was parted to a width of at least one column.
    ///
    /// Cost: linear in its words.
    #[must_use]
    pub fn wrap(&self, text: &str, columns: usize) -> Vec<Line> {
        let mut lines = Lines::of(text, columns, self.widths);
        let mut start = 0;
        for word in &self.words {
            lines.add(start, word);
            start = word.next as usize;
        }
        lines.close();
        lines.done
    }
}

/// The line being filled, and those before it.
struct Lines<'t> {
    text: &'t str,
    columns: usize,
    widths: Ambiguous,
    done: Vec<Line>,
    start: usize,
    end: usize,
    width: usize,
    /// The width of the white space after `end`, which counts if something follows on the line.
    space: usize,
}

impl<'t> Lines<'t> {
    fn of(text: &'t str, columns: usize, widths: Ambiguous) -> Self {
        let columns = columns.clamp(1, WIDEST);
        let done = Vec::with_capacity(text.len() / columns + 1);
        Self { text, columns, widths, done, start: 0, end: 0, width: 0, space: 0 }
    }

    /// Adds a word with the white space after it.
    fn add(&mut self, start: usize, word: &Word) {
        let (width, end) = (usize::from(word.width), word.end as usize);
        if self.width + self.space + width > self.columns && self.end > self.start {
            self.close();
        }
        if width > self.columns {
            self.cut(start, end);
        } else {
            self.take(start, end, width);
        }
        self.space = usize::from(word.space);
    }

    /// Adds a word that is wider than a line, cluster by cluster.
    fn cut(&mut self, start: usize, end: usize) {
        for (at, cluster) in self.text[start..end].grapheme_indices(true) {
            let cluster_width = self.widths.cluster_width(cluster).min(self.columns);
            if self.width + self.space + cluster_width > self.columns && self.end > self.start {
                self.close();
            }
            self.take(start + at, start + at + cluster.len(), cluster_width);
        }
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

    fn close(&mut self) {
        if self.end > self.start {
            self.done.push(Line { range: self.start..self.end, width: self.width });
        }
        self.start = self.end;
        self.width = 0;
        self.space = 0;
    }
}
