//! The words of an article's blocks, one after another.
//!
//! ```text
//!     Ministry wants ferries │ The ministry said so . │ Nobody was hurt .        tokens
//!                            3                        8                 12       ends
//! ```

use std::ops::Index;

use super::Token;

/// The tokens of each block of an article, in the order of the blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blocks {
    tokens: Vec<Token>,
    /// Where the tokens of each block end.
    ends: Vec<usize>,
}

impl Blocks {
    /// None yet, with room for those of a text of so many bytes.
    pub(super) fn for_bytes(bytes: usize) -> Self {
        Self { tokens: Vec::with_capacity(bytes / 5), ends: Vec::new() }
    }

    /// Adds a block, whose tokens are added by what is called.
    pub(super) fn push(&mut self, add: impl FnOnce(&mut Vec<Token>)) {
        add(&mut self.tokens);
        self.ends.push(self.tokens.len());
    }

    /// Returns the tokens of each block in turn.
    pub fn iter(&self) -> impl Iterator<Item = &[Token]> {
        (0..self.ends.len()).map(|block| &self[block])
    }

    /// Returns the tokens of all blocks.
    #[must_use]
    pub fn all(&self) -> &[Token] {
        &self.tokens
    }
}

impl Index<usize> for Blocks {
    type Output = [Token];

    fn index(&self, block: usize) -> &[Token] {
        let start = block.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.tokens[start..self.ends[block]]
    }
}
