//! How places of a page are named, and links to them.
//!
//! ```text
//!     a4         block 4 of A, where the page has two articles
//!     a-c-b6     … where it has several pairs: in that of A and C
//! ```

use crate::pair::{Pair, Side};

/// Names the places of one pair.
#[derive(Clone, Debug)]
pub(super) struct Anchors {
    prefix: String,
    letters: Pair<String>,
}

impl Anchors {
    /// Names the places of a pair that has the page to itself; the articles by their letters.
    pub(super) fn alone(letters: Pair<String>) -> Self {
        Self { prefix: String::new(), letters: letters.map(|letter| letter.to_ascii_lowercase()) }
    }

    /// Names the places of a pair among others.
    pub(super) fn of_pair(letters: Pair<String>) -> Self {
        let alone = Self::alone(letters);
        let prefix = format!("{}-{}-", alone.letters.left, alone.letters.right);
        Self { prefix, ..alone }
    }

    /// Names the place where the pair begins.
    pub(super) fn section(&self) -> String {
        format!("{}-{}", self.letters.left, self.letters.right)
    }

    /// Names the place of a block.
    pub(super) fn block(&self, side: Side, block: usize) -> String {
        format!("{}{}{}", self.prefix, self.letters[side], block + 1)
    }

    /// Returns a link to a block.
    pub(super) fn to_block(&self, side: Side, block: usize) -> String {
        format!("#{}", self.block(side, block))
    }
}
