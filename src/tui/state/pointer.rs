//! What the mouse is at.

use std::ops::Range;

use crate::pair::Side;

/// Holds what the mouse is at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pointer {
    /// Whether the mouse is the reader's; else it is the terminal's.
    pub is_ours: bool,
    /// What is selected.
    pub selection: Option<Selection>,
    /// What the button went down on.
    pub press: Option<Press>,
}

/// What the button went down on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Press {
    /// Text of a pane.
    Text(Side, CellSpot),
    /// The scrollbar.
    Scrollbar,
}

/// A place in the rows of a side: a row, and the bytes of its text that stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellSpot {
    /// The row.
    pub row: usize,
    /// The character there, in bytes of its block; empty after the end of a line, and where there is no text.
    pub bytes: Range<usize>,
}

/// What is selected, from where the mouse went down to where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The pane.
    pub side: Side,
    /// Where it began.
    pub anchor: CellSpot,
    /// Where it ends, before or after that.
    pub head: CellSpot,
}

impl Default for Pointer {
    fn default() -> Self {
        Self { is_ours: true, selection: None, press: None }
    }
}

impl Pointer {
    /// Forgets what is selected, and what the button went down on: the rows are others now.
    pub fn release(&mut self) {
        self.selection = None;
        self.press = None;
    }
}

impl Selection {
    /// Returns the first and the last spot.
    #[must_use]
    pub fn ends(&self) -> (&CellSpot, &CellSpot) {
        let key = |spot: &CellSpot| (spot.row, spot.bytes.start);
        if key(&self.anchor) <= key(&self.head) { (&self.anchor, &self.head) } else { (&self.head, &self.anchor) }
    }

    /// Returns the rows that it touches.
    #[must_use]
    pub fn rows(&self) -> Range<usize> {
        let (first, last) = self.ends();
        first.row..last.row + 1
    }
}
