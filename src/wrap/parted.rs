//! What is the same at every width: where lines may break, and how wide is what stands between.
//!
//! ```text
//!     "Three boats were withdrawn"     Three·   boats·   were·   withdrawn
//!                                      5 + 1    5 + 1    4 + 1   9
//!     at 12                            Three boats┊ were┊ withdrawn
//! ```
//!
//! To know that takes most of the time of wrapping. So a text that is wrapped more than once is parted once.

use std::ops::Range;

use super::breaks::{Breaks, Piece};
use super::filling::Filling;
use super::{Ambiguous, Line, byte};

/// A text, parted where its lines may break.
#[derive(Clone, Debug, Default)]
pub struct Parted {
    words: Vec<Word>,
    widths: Ambiguous,
}

/// What stands between two places where a line may break, in bytes of the text and in columns.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Where its white space begins.
    pub end: u32,
    /// Where the next one begins.
    pub next: u32,
    pub width: u16,
    /// The width of its white space, which counts if something follows on the line.
    pub space: u16,
}

/// The widest line; what is wider is cut anyway.
pub(super) const WIDEST: usize = u16::MAX as usize - 1;

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
        let text = text.trim_end();
        let mut words = Vec::with_capacity(text.len() / 6 + 1);
        Breaks::of(text).pieces(|piece| words.push(Word::of(self, text, &piece)));
        Parted { words, widths: self }
    }
}

impl Word {
    pub fn of(widths: Ambiguous, text: &str, piece: &Piece) -> Self {
        let columns = |range: Range<usize>| u16::try_from(widths.width(&text[range])).unwrap_or(u16::MAX);
        let (width, space) = (columns(piece.start..piece.bare), columns(piece.bare..piece.end));
        Self { end: byte(piece.bare), next: byte(piece.end), width, space }
    }
}

impl Parted {
    /// Wraps the text that was parted to a width of at least one column, and adds its lines to others.
    ///
    /// Cost: linear in its words.
    pub fn wrap(&self, text: &str, columns: usize, lines: &mut Vec<Line>) {
        let mut filling = Filling::of(self.widths, text, columns, lines);
        let mut start = 0;
        for word in &self.words {
            filling.add(start, word);
            start = word.next as usize;
        }
        filling.close();
    }
}
