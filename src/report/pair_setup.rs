//! How two articles are written, whatever they are written as.

use crate::layout::{Folding, Folds, PageSetup};
use crate::present::Markings;

/// Says how two articles are written.
#[derive(Clone, Copy, Debug)]
pub struct PairSetup<'f> {
    /// How the page is set.
    pub page: PageSetup,
    /// What is marked, hinted at and kept.
    pub markings: Markings,
    /// What is folded: it stands there by its first words.
    pub folds: &'f Folds,
}

impl PairSetup<'static> {
    /// Returns the setup of a page on which nothing is folded.
    #[must_use]
    pub const fn unfolded(page: PageSetup, markings: Markings) -> Self {
        static NOTHING: Folds = Folds::new(Folding::Nothing);
        Self { page, markings, folds: &NOTHING }
    }
}
