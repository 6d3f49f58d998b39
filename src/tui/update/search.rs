//! Searching in the two articles on the screen, or in all of the story.

use crate::article::Block;
use crate::pair::{Pair, Side};
use crate::search::Needle;
use crate::tui::state::{Reader, Search, SearchScope};

impl Reader {
    /// Ends the search, and tells whether there was one.
    pub(in crate::tui) fn end_search(&mut self) -> bool {
        let was = self.search.needle.is_some();
        self.search_for("", SearchScope::Pair);
        was
    }

    /// Searches for something else in the pair or in all of the story; for nothing if it is empty.
    pub(in crate::tui) fn search_for(&mut self, typed: &str, scope: SearchScope) {
        typed.clone_into(&mut self.search.typed);
        self.search.scope = scope;
        self.search.needle = Needle::new(typed);
        self.search_again();
    }

    /// Searches for the same in the present articles.
    pub(in crate::tui) fn search_again(&mut self) {
        let at_home = |side: Side| {
            let own = self.anchor_on(side).filter(|anchor| anchor.side == side);
            own.map_or((self.block(side), 0), |anchor| (anchor.block, anchor.byte))
        };
        let here = Pair::from_fn(at_home);
        self.search_about(here);
        self.count_in_story();
    }

    /// Asks how often each outlet has what is searched, if the whole story is; the keys do not wait for it.
    fn count_in_story(&mut self) {
        let Search { needle, scope, story, .. } = &mut self.search;
        let searched = needle.as_ref().filter(|_| *scope == SearchScope::Story);
        let Some(needle) = searched else { return story.forget() };
        if let Some(job) = story.ask(&self.pair.story, needle) {
            self.outbox.search = Some(job);
        }
    }

    /// Searches for the same; of very many matches those about a block and a byte of each side.
    fn search_about(&mut self, here: Pair<(usize, usize)>) {
        let Search { needle, found, folded, at, is_all, .. } = &mut self.search;
        folded.open(&self.pair.story, self.pair.shown);
        (*at, *is_all) = (None, true);
        for side in Side::BOTH {
            let found = &mut found[side];
            match needle.as_ref().and_then(|needle| Some((needle, folded.folded(self.pair.shown[side], needle)?))) {
                Some((needle, folded)) => *is_all &= folded.find(needle, here[side], found),
                None => found.clear(),
            }
        }
    }

    /// Of very many matches, finds the first ones, or the last.
    pub(in crate::tui) fn search_at_edge(&mut self, is_first: bool) {
        if self.search.is_all {
            return;
        }
        let last = |blocks: &[Block]| blocks.last().map_or((0, 0), |block| (blocks.len() - 1, block.text.len()));
        let edges = self.pair.articles().map(|article| if is_first { (0, 0) } else { last(&article.blocks) });
        self.search_about(edges);
    }

    /// Of very many matches, finds those about the reader, who has moved on.
    pub(in crate::tui) fn search_around(&mut self) {
        if self.search.is_all {
            return;
        }
        let at = self.search.at.map(|(side, index)| (side, self.search.found[side][index].clone()));
        self.search_again();
        self.search.at = at.and_then(|(side, at)| Some((side, self.search.found[side].binary_search(&at).ok()?)));
    }
}
