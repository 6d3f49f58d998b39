//! What the reader has set opposite by hand.
//!
//! ```text
//!     marked     A¶3: the first block of a pin that is not made yet
//!     of_story   the pins of the articles of the open story, which comparing them asks for
//!     known      those of all texts, read from the file when the reader opens, and since
//!     kept       those of the pairs that were changed in this sitting: what the file is to take in
//! ```

use std::sync::Arc;

use crate::pair::Pair;
use crate::story::{Story, StoryPins};
use crate::tui::kept::Kept;
use crate::tui::pins::{SavedPins, TextId, ids};

/// A block of an article of the story, both by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoryBlock {
    /// The article.
    pub article: usize,
    /// Its block.
    pub block: usize,
}

/// What the reader has set opposite by hand.
#[derive(Clone, Debug, Default)]
pub struct Pins {
    /// The block that is to be set opposite another one.
    pub marked: Option<StoryBlock>,
    /// What was changed in this sitting.
    pub kept: SavedPins,
    known: SavedPins,
    of_story: Arc<StoryPins>,
    /// What the articles of the story are known by; none as long as there are no pins at all.
    ids: Vec<TextId>,
}

impl Pins {
    /// Holds what was kept before, for a story that opens. Cost: that of [`Self::open`].
    #[must_use]
    pub fn new(known: SavedPins, story: &Story) -> Self {
        let mut pins = Self { known, ..Self::default() };
        pins.open(story);
        pins
    }

    /// Returns those of all texts.
    #[must_use]
    pub const fn all(&self) -> &SavedPins {
        &self.known
    }

    /// Returns the pins of the open story.
    #[must_use]
    pub const fn of_story(&self) -> &Arc<StoryPins> {
        &self.of_story
    }

    /// Finds the pins of a story that opens, or is read anew.
    ///
    /// Cost: linear in the text if there are any pins at all.
    pub fn open(&mut self, story: &Story) {
        self.ids = if self.known.is_empty() { Vec::new() } else { ids(story) };
        self.of_story = Arc::new(self.known.of(&self.ids));
    }

    /// Returns the block that a block is pinned to in another article.
    #[must_use]
    pub fn partner(&self, at: StoryBlock, other: usize) -> Option<usize> {
        self.of_story.partner(Pair::new(at.article, other), at.block)
    }

    /// Changes the pins of two articles of the open story.
    ///
    /// Cost: that of the pins that are known; the first time linear in the text.
    pub fn change(&mut self, story: &Story, articles: Pair<usize>, change: impl FnOnce(&mut StoryPins)) {
        if self.ids.is_empty() {
            self.ids = ids(story);
        }
        let before = Arc::clone(&self.of_story);
        change(Arc::make_mut(&mut self.of_story));
        for saved in [&mut self.known, &mut self.kept] {
            saved.keep(articles, &self.ids, (&before, &self.of_story));
        }
        // An article that is there twice has them twice.
        self.of_story = Arc::new(self.known.of(&self.ids));
    }
}
