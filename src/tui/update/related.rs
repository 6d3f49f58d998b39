//! What is related to the block at the cursor: found when the cursor comes to another block, gone to on demand.
//!
//! ```text
//!     A¶9 ┄┄┄ B¶12     related: Suthers, Aurora, 134-63
//!      └───── B¶4      linked
//! ```

use crate::pair::Pair;
use crate::present::labels;
use crate::tui::state::{Reader, RelatedHere, SideBlock};

impl Reader {
    /// Finds what is related to the block at the cursor, after something has happened.
    ///
    /// Cost: nothing while the cursor stays in the block, else near linear in the words of what is related.
    pub(in crate::tui) fn find_related(&mut self) {
        let at = Some(self.here()).filter(|_| self.settings.markings.related);
        if self.position.related.as_ref().map(|related| related.at) != at {
            self.position.related = at.and_then(|at| self.related_to(at));
        }
    }

    /// Returns what is related to a block; `None` if nothing is.
    pub(in crate::tui) fn related_to(&self, at: SideBlock) -> Option<RelatedHere> {
        let hint = |there: usize| {
            (there, self.pair.story.rests_on(self.pair.shown, &Pair::seen_from(at.side, vec![at.block], vec![there])))
        };
        let hints: Vec<_> = self.pair.comparison.related.of(at.side, at.block).map(hint).collect();
        (!hints.is_empty()).then_some(RelatedHere { at, hints })
    }

    /// Goes to the first block that the one at the cursor is related to. Returns whether there was one.
    pub(in crate::tui) fn follow_related(&mut self) -> bool {
        let Some(RelatedHere { at, hints }) = &self.position.related else { return false };
        let (from, side) = (*at, at.side.other());
        let Some((there, words)) = hints.first().cloned() else { return false };
        let own = labels::blocks(&self.pair.letters()[from.side], &[from.block], "");
        self.go_to_block(side, there);
        let message = labels::related(&own, &words);
        self.say_with_back(message);
        true
    }

    /// Shows or hides what is related.
    pub(in crate::tui) fn toggle_related(&mut self) {
        self.settings.markings.related = !self.settings.markings.related;
        self.position.related = None;
        let name = match (self.settings.markings.related, self.pair.comparison.related.iter().count()) {
            (false, _) => "hidden".to_owned(),
            (true, 0) => "shown; there is nothing in these two".to_owned(),
            (true, count) => format!("shown: {count} hints in these two"),
        };
        self.status.notice = Some(format!("related blocks {name}"));
    }
}
