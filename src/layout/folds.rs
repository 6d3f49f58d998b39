//! What is set on one line instead of in full.
//!
//! ```text
//!     ▸ ¶5–7 · 3 blocks, 88 words        │  5 =  2 │ ▸ ¶2–4 · 3 blocks, 88 words
//!     The call to popularize …           │  8 ~  5 │ The call to popularise …
//! ```

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Band, Bands};
use crate::comparison::{Comparison, Relation};

/// Says what is folded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Folding {
    /// Nothing.
    #[default]
    Nothing,
    /// Echoes, to one line of their own words.
    Echoes,
    /// What is the same on both sides; echoes as well.
    Alike,
    /// What stands on one side only; echoes as well.
    Alone,
    /// What is linked, so that what each has of its own is left; echoes as well.
    Linked,
    /// Everything.
    All,
}

impl Folding {
    /// Lists all of them, in the order of the key that goes through them.
    pub const ALL: [Self; 6] = [Self::Nothing, Self::Echoes, Self::Alike, Self::Alone, Self::Linked, Self::All];

    /// Returns the next one, of the last one the first.
    #[must_use]
    pub fn next(self) -> Self {
        let index = Self::ALL.iter().position(|&folding| folding == self).unwrap_or(0);
        Self::ALL[(index + 1) % Self::ALL.len()]
    }

    /// Returns its name on screen and for scripts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nothing => "nothing folded",
            Self::Echoes => "folded: echoes",
            Self::Alike => "folded: what is alike",
            Self::Alone => "folded: what stands on one side only",
            Self::Linked => "folded: what both have",
            Self::All => "folded: everything",
        }
    }

    fn folds(self, band: &Band, comparison: &Comparison) -> bool {
        let is_alike = |link: usize| comparison.links[link].relation == Relation::Verbatim;
        match self {
            Self::Nothing | Self::Echoes => false,
            Self::Alike => band.link.is_some_and(is_alike),
            Self::Alone => band.link.is_none(),
            Self::Linked => band.link.is_some(),
            Self::All => true,
        }
    }
}

/// Holds what is folded, and what of it the reader has opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folds {
    /// What is folded.
    pub folding: Folding,
    opened: BTreeSet<usize>,
}

impl Folds {
    /// Folds something else; what was opened is forgotten.
    #[must_use]
    pub const fn new(folding: Folding) -> Self {
        Self { folding, opened: BTreeSet::new() }
    }

    /// Opens bands.
    pub fn open(&mut self, bands: impl IntoIterator<Item = usize>) {
        self.opened.extend(bands);
    }

    /// Tells for each band whether it is folded.
    #[must_use]
    pub fn folded(&self, bands: &Bands, comparison: &Comparison) -> Vec<bool> {
        let folded = |(index, band)| !self.opened.contains(&index) && self.folding.folds(band, comparison);
        bands.bands.iter().enumerate().map(folded).collect()
    }

    /// Returns the bands that are set together from one on, by what of all is folded: a fold takes all that follow one another, and
    /// everything folded keeps a line for each.
    ///
    /// # Panics
    ///
    /// If the band is beyond the last one.
    #[must_use]
    pub fn together(&self, folded: &[bool], band: usize) -> Range<usize> {
        if !folded[band] || self.folding == Folding::All {
            return band..band + 1;
        }
        band..(band..folded.len()).find(|&other| !folded[other]).unwrap_or(folded.len())
    }

    /// Tells whether an echo in a band is set on one line.
    #[must_use]
    pub fn folds_echo(&self, band: usize) -> bool {
        self.folding != Folding::Nothing && !self.opened.contains(&band)
    }
}
