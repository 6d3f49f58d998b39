//! Setting two blocks opposite by hand, and taking that away.
//!
//! ```text
//!     A¶3  &   marked                                      Esc, or the key there once more, forgets it
//!     B¶7  &   A¶3 & B¶7, whatever they were linked to     the key at either takes it away
//! ```
//!
//! The mark is one of the story's blocks: it stays while the reader scrolls and other outlets come and go.

use super::carry::{carried_place, found_again};
use crate::article::Kind;
use crate::keys::Action;
use crate::letters::letter;
use crate::pair::{Pair, Side};
use crate::present::labels;
use crate::story::{Story, StoryPins};
use crate::tui::state::{Reader, SideBlock, StoryBlock};

impl Reader {
    /// Marks the block at the cursor; sets it opposite the one that is marked on the other side; or takes its pin away.
    ///
    /// Cost: that of comparing the two articles, if a pin is another one then.
    pub(in crate::tui) fn pin(&mut self) {
        if self.says_unseen() {
            return;
        }
        let SideBlock { side, block } = self.here();
        let (article, other) = (self.pair.shown[side], self.pair.shown[side.other()]);
        let here = StoryBlock { article, block };
        let is_furniture =
            self.pair.articles()[side].blocks.get(here.block).is_none_or(|block| block.kind == Kind::Furniture);
        match self.pins.marked {
            _ if is_furniture => {
                self.status.notice = Some(format!("{}: a line of the page is not linked", name(here)));
            }
            Some(marked) if marked.article == other => self.set_opposite(marked, here),
            marked => match self.pins.partner(here, other) {
                Some(block) => self.unpin(here, StoryBlock { article: other, block }),
                None if marked == Some(here) => {
                    self.forget_mark();
                }
                None => self.mark(here),
            },
        }
    }

    /// Forgets the block that is marked, and tells whether there was one.
    pub(in crate::tui) fn forget_mark(&mut self) -> bool {
        let marked = self.pins.marked.take();
        if let Some(marked) = marked {
            self.status.notice = Some(format!("{} is no longer marked", name(marked)));
        }
        marked.is_some()
    }

    /// Finds the mark again in a story that was read anew; one whose article is gone is forgotten.
    pub(in crate::tui) fn carry_mark(&mut self, before: &Story) {
        let now = &self.pair.story;
        self.pins.marked = self.pins.marked.and_then(|StoryBlock { article, block }| {
            let found = found_again(before, article, now)?;
            let (block, _) = carried_place(&before.articles()[article], &now.articles()[found], (block, 0));
            Some(StoryBlock { article: found, block })
        });
    }

    /// Says what is marked: `A¶3 marked`, `A¶3 marked, not shown`.
    #[must_use]
    pub fn mark_said(&self) -> Option<String> {
        let marked = self.pins.marked?;
        let is_shown = self.pair.shown.iter().any(|&article| article == marked.article);
        let away = if is_shown { "" } else { ", not shown" };
        Some(format!("{} marked{away}", name(marked)))
    }

    /// Tells whether a block of a side is the one that is marked.
    #[must_use]
    pub fn is_marked(&self, side: Side, block: usize) -> bool {
        self.pins.marked == Some(StoryBlock { article: self.pair.shown[side], block })
    }

    /// Tells whether the block that is marked is of the article opposite the one at the cursor.
    #[must_use]
    pub fn is_mark_opposite(&self) -> bool {
        self.pins.marked.is_some_and(|marked| marked.article == self.pair.shown[self.here().side.other()])
    }

    fn mark(&mut self, here: StoryBlock) {
        let before = self.pins.marked.replace(here);
        let before = before.map_or_else(String::new, |before| format!(", {} no longer", name(before)));
        // What to do next comes first: on a narrow screen the end is cut, and what is marked has its sign.
        let keys = [
            self.keymap.hint(Action::Pin, "on the other side: opposite"),
            self.keymap.hint(Action::Close, "forgets"),
            Some(format!("{} marked{before}", name(here))),
        ];
        self.status.say(keys.into_iter().flatten());
    }

    /// Sets two blocks of the two articles opposite, and names those that are alone for it.
    fn set_opposite(&mut self, marked: StoryBlock, here: StoryBlock) {
        self.pins.marked = None;
        let before = self.linked();
        self.change_pins(marked, here, true);
        let is_alone = |at: &StoryBlock| {
            let side = if self.pair.shown.left == at.article { Side::Left } else { Side::Right };
            self.pair.comparison.link_of(side, at.block).is_none()
        };
        let alone: Vec<String> = before.into_iter().filter(is_alone).map(name).collect();
        let said = format!("{} and {} set opposite by hand", name(marked), name(here));
        let alone = (!alone.is_empty()).then(|| format!("alone now: {}", alone.join(", ")));
        let undo = self.keymap.hint(Action::Pin, "takes that away");
        self.status.say([said].into_iter().chain(alone).chain(undo));
    }

    /// Returns all blocks of the two articles that are in a link, those of the left first. Cost: linear in the blocks.
    fn linked(&self) -> Vec<StoryBlock> {
        let of_side = |side: Side| {
            let (article, blocks) = (self.pair.shown[side], self.pair.articles()[side].blocks.len());
            let is_linked = move |&block: &usize| self.pair.comparison.link_of(side, block).is_some();
            (0..blocks).filter(is_linked).map(move |block| StoryBlock { article, block })
        };
        Side::BOTH.into_iter().flat_map(of_side).collect()
    }

    /// Takes the pin of two blocks away.
    fn unpin(&mut self, here: StoryBlock, there: StoryBlock) {
        self.change_pins(here, there, false);
        self.status.notice = Some(format!("{} and {} no longer set opposite by hand", name(here), name(there)));
    }

    /// Sets or takes away a pin, compares the two articles anew, and stays at the text in focus.
    fn change_pins(&mut self, one: StoryBlock, other: StoryBlock, is_set: bool) {
        let (articles, blocks) = (Pair::new(one.article, other.article), Pair::new(one.block, other.block));
        let change = if is_set { StoryPins::set } else { StoryPins::remove };
        self.pins.change(&self.pair.story, articles, |pins| change(pins, articles, blocks));
        self.forget_facts();
        self.load_in_place();
    }
}

fn name(at: StoryBlock) -> String {
    labels::blocks(&letter(at.article), &[at.block], "")
}
