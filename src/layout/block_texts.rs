//! What is set, and how.
//!
//! ```text
//!     article     The contract, worth 41 million        set as it is in the reader
//!     marked      The contract, worth [41] million      set instead, where marks are signs
//! ```

use std::ops::Range;

use super::{Arrangement, Bands, BlockNotation, Folds};
use crate::article::Article;
use crate::comparison::Comparison;
use crate::pair::{Pair, Side};
use crate::wrap::Ambiguous;

/// Holds the texts of both sides' blocks.
#[derive(Clone, Copy, Debug)]
pub struct Texts<'t> {
    /// The articles whose blocks they are.
    pub articles: Pair<&'t Article>,
    /// What is set instead of some blocks' own texts, in the order of the blocks.
    pub marked: Pair<&'t [Marked]>,
}

/// Holds the text of a block with its marks as brackets.
#[derive(Clone, Debug, Default)]
pub struct Marked {
    /// The block, from 0.
    pub block: usize,
    /// Its text.
    pub text: String,
    /// What stands in brackets, in order.
    pub brackets: Vec<Bracketed>,
}

/// Holds a marked run in a [`Marked`] text, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bracketed {
    /// With its brackets.
    pub outer: Range<usize>,
    /// Without them.
    pub inner: Range<usize>,
    /// What closes it where it is cut.
    pub closing: &'static str,
}

impl Marked {
    /// Takes a block without its text.
    #[must_use]
    pub fn new(block: usize) -> Self {
        Self { block, ..Self::default() }
    }

    /// Adds a run between an opening and a closing bracket, which may be empty and may name a place; `closing` closes it where it is cut.
    pub fn push(&mut self, [open, run, close]: [&str; 3], closing: &'static str) {
        let start = self.text.len();
        self.text.extend([open, run]);
        let inner = start + open.len()..self.text.len();
        self.text.push_str(close);
        if !open.is_empty() {
            self.brackets.push(Bracketed { outer: start..self.text.len(), inner, closing });
        }
    }
}

impl<'t> Texts<'t> {
    /// Returns the articles' own texts.
    #[must_use]
    pub fn new(articles: Pair<&'t Article>) -> Self {
        Self { articles, marked: Pair::default() }
    }

    /// Returns the text of a block.
    #[must_use]
    pub fn text(&self, side: Side, block: usize) -> &'t str {
        match self.marked[side].binary_search_by_key(&block, |marked| marked.block) {
            Ok(index) => &self.marked[side][index].text,
            Err(_) => &self.articles[side].blocks[block].text,
        }
    }

    /// Returns what stands in brackets in the text of a block, in order.
    #[must_use]
    pub fn brackets(&self, side: Side, block: usize) -> &'t [Bracketed] {
        let index = self.marked[side].binary_search_by_key(&block, |marked| marked.block);
        index.map_or(&[], |index| &self.marked[side][index].brackets)
    }
}

/// Holds how a pair is to be set.
#[derive(Clone, Copy, Debug)]
pub struct RowSetup<'s> {
    /// In how many columns.
    pub arrangement: Arrangement,
    /// How many columns each side's text is wrapped to.
    pub measures: Pair<usize>,
    /// What is folded.
    pub folds: &'s Folds,
    /// Whether differences of spelling, case and punctuation are woven in (inline).
    pub small: bool,
    /// How brackets name blocks, if woven text has its marks as brackets (inline).
    pub brackets: Option<BlockNotation<'s>>,
    /// How wide the terminal draws what can be narrow or wide.
    pub ambiguous: Ambiguous,
}

/// Holds all that rows are made of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Work<'w> {
    pub bands: &'w Bands,
    pub comparison: &'w Comparison,
    pub texts: Texts<'w>,
    pub setup: RowSetup<'w>,
}
