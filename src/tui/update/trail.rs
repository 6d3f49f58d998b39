//! The way back and forth: where the reader was before each jump, and which two articles were shown there.
//!
//! ```text
//!     A B ¶4 ── Enter ──► A B ¶9 ── 5 ──► E B ¶9       back: A B ¶4, A B ¶9
//!     A B ¶4 ◄─── ' ───── A B ¶9 ◄── ' ──┘             forth: E B ¶9, A B ¶9
//!            ─── " ─────►        ── " ──►
//! ```
//!
//! A new jump ends the way forth. What leads to where the reader is already is passed over. The way leads over changes of story too.

use std::sync::Arc;

use super::carry;
use crate::keys::Action;
use crate::layout::Band;
use crate::pair::Pair;
use crate::story::Story;
use crate::tui::state::status::joined;
use crate::tui::state::{Anchor, Bookmark, Jump, Reader, Trail, Viewport};

/// How many jumps are remembered.
const REMEMBERED: usize = 100;

impl Jump {
    /// Notes where the reader was in two articles of a story.
    fn new(story: &Arc<Story>, shown: Pair<usize>, before: &Bookmark) -> Self {
        let Bookmark { focus, viewports, anchors, .. } = *before;
        Self { story: Arc::clone(story), shown, focus, viewports, anchors }
    }

    /// Finds the articles and the places again in a story that was read anew; whether they are still there. Places in another story
    /// are.
    ///
    /// The bands are others by then: where a place no longer stands in its band is seen when it is gone back to.
    fn carry(&mut self, before: &Arc<Story>, now: &Arc<Story>) -> bool {
        if !Arc::ptr_eq(&self.story, before) {
            return true;
        }
        self.story = Arc::clone(now);
        let Pair { left: Some(left), right: Some(right) } =
            self.shown.map(|article| carry::found_again(before, article, now))
        else {
            return false;
        };
        let shown = Pair::new(left, right);
        let (old, new) = (before.pair(self.shown), now.pair(shown));
        self.anchors = self.anchors.map(|anchor| {
            let Anchor { side, block, byte, .. } = anchor?;
            let (block, byte) = carry::carried_place(old[side], new[side], (block, byte));
            anchor.map(|anchor| Anchor { block, byte, ..anchor })
        });
        self.shown = shown;
        left != right
    }
}

impl Trail {
    /// Notes where the reader was, and forgets the earliest place of very many.
    fn note(&mut self, jump: Jump) {
        if self.back.len() == REMEMBERED {
            self.back.pop_front();
        }
        self.back.push_back(jump);
    }
}

impl Reader {
    /// Notes where the reader is, before a jump.
    pub(in crate::tui) fn note_jump(&mut self) {
        self.note_jump_from(&self.bookmark());
    }

    /// Notes where the reader was in the two articles on the screen.
    pub(in crate::tui) fn note_jump_from(&mut self, before: &Bookmark) {
        self.note_jump_from_two(self.pair.shown, before);
    }

    /// Notes where the reader was in two articles that may not be those on the screen.
    pub(in crate::tui) fn note_jump_from_two(&mut self, shown: Pair<usize>, before: &Bookmark) {
        self.position.trail.forth.clear();
        self.position.trail.note(Jump::new(&self.pair.story, shown, before));
    }

    /// Goes back to where the reader was in two articles, which may not be those on the screen.
    pub(in crate::tui) fn return_to_two(&mut self, shown: Pair<usize>, before: &Bookmark) {
        if shown == self.pair.shown {
            return self.return_to_bookmark(before);
        }
        self.position.focus = before.focus;
        self.show(shown);
        self.return_to_bookmark(before);
        // What was unfolded by hand is folded again: the rows may be others.
        for side in [before.focus.other(), before.focus] {
            if self.anchor(side) != before.anchors[side] {
                let anchor = before.anchors[side].map(|anchor| self.standing(anchor));
                self.return_to(side, anchor);
            }
        }
    }

    /// Goes to the first or the last row, with the cursor on another one of the same screen if so, and notes where the reader
    /// was if that is another one.
    pub(in crate::tui) fn jump_to_edge(&mut self, row: usize, cursor: Option<usize>) {
        let before = self.bookmark();
        self.to_row(row);
        if let Some(cursor) = cursor {
            self.set_viewport(self.position.focus, Viewport { cursor, ..self.viewport() });
        }
        if self.viewport().cursor != before.viewports[before.focus].cursor {
            self.note_jump_from(&before);
        }
    }

    /// Goes back to where the last jump was made, in the two articles that were shown there.
    pub(in crate::tui) fn back(&mut self) {
        let here = Jump::new(&self.pair.story, self.pair.shown, &self.bookmark());
        match std::iter::from_fn(|| self.position.trail.back.pop_back()).find(|jump| *jump != here) {
            Some(jump) => {
                self.position.trail.forth.push(here);
                self.return_from(&jump, "back");
            }
            None => self.status.notice = Some("nothing to go back to".to_owned()),
        }
    }

    /// Goes forth again to where going back began.
    pub(in crate::tui) fn forth(&mut self) {
        let here = Jump::new(&self.pair.story, self.pair.shown, &self.bookmark());
        match std::iter::from_fn(|| self.position.trail.forth.pop()).find(|jump| *jump != here) {
            Some(jump) => {
                self.position.trail.note(here);
                self.return_from(&jump, "forth");
            }
            None => self.status.notice = Some("nothing to go forth to".to_owned()),
        }
    }

    /// Shows again what was shown at a place of the trail.
    fn return_from(&mut self, jump: &Jump, direction: &str) {
        let Jump { ref story, shown, focus, viewports, anchors } = *jump;
        self.clear_stop();
        let is_same = Arc::ptr_eq(story, &self.pair.story);
        let has_other_pair = shown != self.pair.shown;
        if !is_same {
            self.remember();
            self.set_story(Arc::clone(story));
        }
        self.position.focus = focus;
        if !is_same {
            self.pair.shown = shown;
            self.load_pair();
        } else if has_other_pair {
            self.show(shown);
        } else if self.settings.is_single {
            self.update_layout();
        }
        if !is_same || has_other_pair {
            let letters = self.pair.letters();
            let of = if is_same { String::new() } else { format!(" of {}", self.pair.story.name) };
            self.status.say_of_jump(format!("{direction} to {} and {}{of}", letters.left, letters.right));
        }
        for side in [focus.other(), focus] {
            self.set_viewport(side, viewports[side]);
            // The rows are others by now if the text at them is.
            if self.anchor(side) != anchors[side] {
                let anchor = anchors[side].map(|anchor| self.standing(anchor));
                self.return_to(side, anchor);
            }
        }
    }

    /// Shows two other articles, or the same ones on the other sides.
    fn show(&mut self, shown: Pair<usize>) {
        if shown == self.pair.shown.swap() {
            self.swap_pair();
        } else {
            self.pair.shown = shown;
            self.load_pair();
        }
    }

    /// Returns a place whose block stands in its band: in that of its home, if the bands are others by now.
    fn standing(&self, anchor: Anchor) -> Anchor {
        let Anchor { side, band, .. } = anchor;
        let block = anchor.block.min(self.pair.articles()[side].blocks.len().saturating_sub(1));
        let has_block = |band: &Band| band.placed[side].iter().any(|cell| cell.block == block);
        let stands = self.pair.bands.bands.get(band).is_some_and(has_block);
        let home = || self.pair.bands.home[side].get(block).copied().unwrap_or(0);
        Anchor { block, band: if stands { band } else { home() }, ..anchor }
    }

    /// Finds the trail again in a story that was read anew; what is gone from it is forgotten.
    pub(in crate::tui) fn carry_trail(&mut self, before: &Arc<Story>) {
        let story = Arc::clone(&self.pair.story);
        let Trail { back, forth } = &mut self.position.trail;
        back.retain_mut(|jump| jump.carry(before, &story));
        forth.retain_mut(|jump| jump.carry(before, &story));
    }

    /// Says something of a jump or an exchange, with the key that leads back; it stays while the reader moves on.
    pub(in crate::tui) fn say_with_back(&mut self, message: String) {
        let back = self.keymap.hint(Action::Back, "back");
        self.status.say_of_jump(joined([message].into_iter().chain(back)));
    }
}
