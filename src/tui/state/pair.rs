//! The two articles that are read, whatever the width of the screen.

use std::sync::{Arc, OnceLock};

use crate::article::Article;
use crate::comparison::{Comparison, InCommon};
use crate::layout::Bands;
use crate::layout::stops::Stop;
use crate::letters::letter;
use crate::pair::{Pair, Side};
use crate::story::Story;

/// Holds what is read.
#[derive(Debug, Default)]
pub struct OpenPair {
    /// The story that is read.
    pub story: Arc<Story>,
    /// Its articles on the screen, by index.
    pub shown: Pair<usize>,
    /// What is known of the two.
    pub comparison: Comparison,
    /// What stands level in them.
    pub bands: Bands,
    /// For each pane the share of every outlet's words that stand in the one there, if that is cheap to know.
    pub shares: Pair<Vec<Option<f64>>>,
    /// Where "next difference" halts.
    pub stops: Vec<Stop>,
    /// The articles that are others on disk, by index.
    pub stale: Vec<usize>,
    /// What blocks have in common where no link tells it, once it was asked for.
    in_common: OnceLock<Vec<InCommon>>,
}

impl OpenPair {
    /// Holds two articles of a story that are not compared yet.
    #[must_use]
    pub fn new(story: Arc<Story>, shown: Pair<usize>) -> Self {
        Self { story, shown, ..Self::default() }
    }

    /// Returns the two articles on the screen.
    #[must_use]
    pub fn articles(&self) -> Pair<&Article> {
        self.story.pair(self.shown)
    }

    /// Returns what blocks of the two have in common where no link tells it, the strongest first.
    ///
    /// Cost: near linear in the words of the two when it is asked for first.
    #[must_use]
    pub fn in_common(&self) -> &[InCommon] {
        self.in_common.get_or_init(|| self.story.in_common(self.shown, &self.comparison))
    }

    /// Forgets what the two have in common: they are others now.
    pub fn forget_in_common(&mut self) {
        self.in_common.take();
    }

    /// Returns the letters of the two articles.
    #[must_use]
    pub fn letters(&self) -> Pair<String> {
        self.shown.map(letter)
    }
}

/// A block of the pair that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SideBlock {
    /// Its side.
    pub side: Side,
    /// Its index in the article.
    pub block: usize,
}
