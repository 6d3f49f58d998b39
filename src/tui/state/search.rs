//! What is searched in both panes or the whole story, and where it was found.

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{SearchScope, StorySearch};
use crate::pair::{Pair, Side};
use crate::search::{Case, Folded, Needle, SearchMatch};
use crate::story::Story;

/// How many searches are remembered.
const REMEMBERED: usize = 100;

/// What is searched, and where it was found.
#[derive(Debug, Default)]
pub struct Search {
    /// What is searched for, as it was typed.
    pub(in crate::tui) typed: String,
    /// The same, ready to be found; `None` if nothing is searched.
    pub(in crate::tui) needle: Option<Needle>,
    /// Whether the two articles are searched, or all of the story.
    pub(in crate::tui) scope: SearchScope,
    /// How often each outlet has it, if all are searched.
    pub story: StorySearch,
    /// Where it was found in each article, in order.
    pub(in crate::tui) found: Pair<Vec<SearchMatch>>,
    /// Whether those are all; of very many, those about the reader are found.
    pub(in crate::tui) is_all: bool,
    /// The match that the reader halted at, until they move on.
    pub(in crate::tui) at: Option<(Side, usize)>,
    /// What was searched before, the last one at the end.
    pub(in crate::tui) history: Vec<String>,
    /// The articles on the screen, folded.
    pub(in crate::tui) folded: FoldedPair,
}

/// The articles on the screen, folded when they were opened, so that no key has to wait for it.
#[derive(Debug, Default)]
pub(in crate::tui) struct FoldedPair {
    story: Arc<Story>,
    folded: FxHashMap<(usize, Case), Folded>,
}

impl FoldedPair {
    /// Folds two articles of a story, if they are not yet.
    pub(in crate::tui) fn open(&mut self, story: &Arc<Story>, shown: Pair<usize>) {
        if !Arc::ptr_eq(&self.story, story) {
            *self = Self { story: Arc::clone(story), folded: FxHashMap::default() };
        }
        let is_shown = |article: usize| article == shown.left || article == shown.right;
        self.folded.retain(|&(article, _), _| is_shown(article));
        for article in [shown.left, shown.right] {
            for case in [Case::Aside, Case::Kept] {
                let texts = || story.articles()[article].blocks.iter().map(|block| block.text.as_str());
                self.folded.entry((article, case)).or_insert_with(|| Folded::of(texts(), case));
            }
        }
    }

    /// Returns an article as it is searched for something.
    pub(in crate::tui) fn folded(&self, article: usize, needle: &Needle) -> Option<&Folded> {
        self.folded.get(&(article, needle.case()))
    }
}

impl Search {
    /// Returns what is searched for, as it was typed; `None` if nothing is.
    #[must_use]
    pub fn typed(&self) -> Option<&str> {
        self.needle.as_ref().map(|_| self.typed.as_str())
    }

    /// Returns the first match in a block of a side that ends after a byte, and whether the reader halted at it.
    #[must_use]
    pub fn next_in(&self, side: Side, block: usize, byte: usize) -> Option<(Range<usize>, bool)> {
        let found = &self.found[side];
        let index = found.partition_point(|found| (found.block(), found.range().end) <= (block, byte));
        let next = found.get(index).filter(|found| found.block() == block)?;
        Some((next.range(), self.at == Some((side, index))))
    }

    /// Remembers what is searched.
    pub(in crate::tui) fn remember(&mut self) {
        self.history.retain(|other| *other != self.typed);
        self.history.push(self.typed.clone());
        let surplus = self.history.len().saturating_sub(REMEMBERED);
        self.history.drain(..surplus);
    }
}
