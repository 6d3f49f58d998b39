//! What a block says, as weighed stems.
//!
//! What a stem weighs says [`idf`](super::idf):
//!
//! ```text
//!     Cracks were found in the hulls.     cracks 9 · hull 9 · found 7 · were 3 · in 1 · the 1      weighs 30
//! ```
//!
//! A word said ten times is not ten times the evidence: a stem counts where it stands first in its block. Two stems in a row
//! count as well, where they do first: which of them both blocks have says whether the words stand in the same order.
//!
//! Weights are whole numbers: sums of them do not depend on the order of summing, so the same two texts give the same
//! result to the last bit, whichever is left.

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::index::{Feature, Index};
use super::likeness::Likeness;
use crate::words::Form;

/// The unit of weights: a stem's weight is this many times the natural logarithm of its rarity.
pub const UNIT: f64 = 256.0;

/// Two stems in a row: their forms, one in each half.
pub type Bigram = u64;

/// The profiles of an article's blocks, beside those of another article.
#[derive(Clone, Debug)]
pub struct Profiles {
    /// One for each block.
    pub blocks: Vec<Profile>,
    /// Which blocks have a feature that other articles have too.
    pub index: Arc<Index>,
    /// The stems of all blocks, block by block.
    pub(super) stems: Arc<[Stem]>,
    /// What each feature of the two articles is.
    pub(super) terms: Arc<[Term]>,
    /// Names that both articles have, but of others.
    pub(super) others: Arc<[Feature]>,
    /// What of words and names the two have in common.
    pub(super) likeness: Likeness,
}

/// What a feature is in two articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Term {
    /// What it weighs in the two; nothing if neither has it.
    pub weight: u16,
    /// What it weighs when it is known how common it is at large.
    pub rare: u16,
    /// Whether it is written with a capital within sentences, and never without.
    pub is_name: bool,
    /// Whether it has a digit.
    pub is_figure: bool,
}

/// What is known of one block.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    /// Where its stems stand among those of the article; nowhere if it is furniture.
    pub(super) stems: Range<usize>,
    /// The sum of its stems' weights, each stem once.
    pub total: u64,
    /// The sum of what they weigh when it is known how common they are at large.
    pub rare: u64,
    /// How many different bigrams it has.
    pub bigrams: usize,
    /// What blocks with the very same stems in the same order have in common, and others most probably not.
    pub print: u64,
    /// How many words the block has, of whatever kind it is.
    pub words: usize,
    /// Letters and words together: a length that does not depend on how a script parts words.
    pub length: usize,
    /// Whether it is the article's headline.
    pub is_headline: bool,
    /// Whether it stands beside the text, as furniture and captions do, or has no words.
    pub is_beside: bool,
    /// Whether it is the headline or the first paragraph below it.
    pub is_first: bool,
}

impl Profile {
    /// Tells whether it has nothing that could be compared.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.stems.start == self.stems.end
    }
}

impl Profiles {
    /// Returns the stems of a block, in the order in which they are read.
    #[must_use]
    pub fn stems(&self, block: usize) -> &[Stem] {
        &self.stems[self.blocks[block].stems.clone()]
    }

    /// Returns the stems of a block, each once.
    pub fn different(&self, block: usize) -> impl Iterator<Item = Stem> {
        self.stems(block).iter().copied().filter(|stem| stem.is_first())
    }

    /// How many blocks with words there are below the headline. Cost: linear in the blocks.
    #[must_use]
    pub fn below_headline(&self) -> usize {
        self.blocks.iter().filter(|block| !block.is_empty() && !block.is_headline).count()
    }

    /// Returns for each block the names in it that both articles have, but of others, ascending. Cost: linear in the stems.
    pub(super) fn others_in(&self) -> Vec<Vec<Feature>> {
        let others: FxHashSet<Feature> = self.others.iter().copied().collect();
        let of_block = |block: usize| {
            let stems = self.different(block).map(Stem::feature);
            let mut own: Vec<Feature> = stems.filter(|stem| others.contains(stem)).collect();
            own.sort_unstable();
            own
        };
        (0..self.blocks.len()).map(of_block).collect()
    }

    /// Returns what some blocks weigh together. Cost: linear in the blocks.
    #[must_use]
    pub fn total(&self, blocks: &[usize]) -> u64 {
        blocks.iter().map(|&block| self.blocks[block].total).sum()
    }

    /// Returns what a stem weighs; nothing if neither article has it.
    #[must_use]
    pub fn weight(&self, form: Form) -> u64 {
        u64::from(self.terms[form.index()].weight)
    }

    /// Returns how many features there are in the story; every form of a stem is below.
    pub(super) fn forms(&self) -> usize {
        self.terms.len()
    }
}

/// A stem where it stands in its block: its form, and what is known of it there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stem(u32);

impl Stem {
    const FIRST: u32 = 1 << 31;
    const BEGINS_BIGRAM: u32 = 1 << 30;
    const ALONE: u32 = 1 << 29;

    /// Returns a stem of which nothing is known yet.
    pub(super) fn new(form: Form) -> Self {
        let number = u32::try_from(form.index()).ok().filter(|number| *number < Self::ALONE);
        Self(number.expect("a story has fewer than 2^29 different words"))
    }

    /// Its form.
    #[must_use]
    pub const fn form(self) -> Form {
        Form::with_index(self.feature())
    }

    /// Its form's number, as that of a feature.
    pub(super) const fn feature(self) -> Feature {
        self.0 & (Self::ALONE - 1)
    }

    /// Tells whether the block does not have it before.
    #[must_use]
    pub const fn is_first(self) -> bool {
        self.0 & Self::FIRST != 0
    }

    /// Tells whether it has a next one, and the block does not have these two in a row before.
    #[must_use]
    pub const fn begins_bigram(self) -> bool {
        self.0 & Self::BEGINS_BIGRAM != 0
    }

    /// Tells whether no other block of the article has it.
    #[must_use]
    pub const fn is_alone(self) -> bool {
        self.0 & Self::ALONE != 0
    }

    pub(super) fn set_first(&mut self) {
        self.0 |= Self::FIRST;
    }

    pub(super) fn set_begins_bigram(&mut self) {
        self.0 |= Self::BEGINS_BIGRAM;
    }

    pub(super) fn set_alone(&mut self) {
        self.0 |= Self::ALONE;
    }

    /// It and the one after it.
    pub(super) fn bigram(self, next: Self) -> Bigram {
        bigram(self.form(), next.form())
    }
}

/// Two stems in a row as one number.
pub(super) fn bigram(first: Form, second: Form) -> Bigram {
    // Forms have 32 bits.
    (first.index() as u64) << 32 | second.index() as u64
}
