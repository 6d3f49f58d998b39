//! The way back: where the reader was before each jump, and which two articles were shown there.
//!
//! ```text
//!     A B ¶4 ── Enter ──► A B ¶9 ── 5 ──► E B ¶9       the trail now: A B ¶4, A B ¶9
//!     A B ¶4 ◄─── ' ───── A B ¶9 ◄── ' ──┘
//! ```

use std::sync::Arc;

use super::carry;
use crate::keys::Action;
use crate::layout::Band;
use crate::pair::{Pair, Side};
use crate::story::Story;
use crate::tui::state::{Anchor, Jump, Reader};

/// How many jumps are remembered.
const REMEMBERED: usize = 100;

impl Jump {
    /// Finds the articles and the places again in a story that was read anew; whether they are still there.
    ///
    /// The bands are others by then: where a place no longer stands in its band is seen when it is gone back to.
    fn carry(&mut self, before: &Story, now: &Story) -> bool {
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

impl Reader {
    /// Notes where the reader is, before a jump.
    pub(in crate::tui) fn note_jump(&mut self) {
        self.note_jump_from(self.position.focus, Pair::from_fn(|side| self.anchor(side)));
    }

    /// Notes where the reader was in the two articles on the screen.
    pub(in crate::tui) fn note_jump_from(&mut self, focus: Side, anchors: Pair<Option<Anchor>>) {
        if self.position.trail.len() == REMEMBERED {
            self.position.trail.pop_front();
        }
        self.position.trail.push_back(Jump { shown: self.pair.shown, focus, anchors });
    }

    /// Goes back to where the last jump was made, in the two articles that were shown there.
    pub(in crate::tui) fn back(&mut self) {
        let Some(Jump { shown, focus, anchors }) = self.position.trail.pop_back() else {
            self.status.notice = Some("nothing to go back to".to_owned());
            return;
        };
        self.clear_stop();
        self.position.focus = focus;
        if shown != self.pair.shown {
            self.show(shown);
            let letters = self.pair.letters();
            self.status.say_of_jump(format!("back to {} and {}", letters.left, letters.right));
        } else if self.settings.is_single {
            self.update_layout();
        }
        for side in [focus.other(), focus] {
            let anchor = anchors[side].map(|anchor| self.standing(anchor));
            self.return_to(side, anchor);
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
    pub(in crate::tui) fn carry_trail(&mut self, before: &Story) {
        let story = Arc::clone(&self.pair.story);
        self.position.trail.retain_mut(|jump| jump.carry(before, &story));
    }

    /// Says something of a jump or an exchange, with the key that leads back; it stays while the reader moves on.
    pub(in crate::tui) fn say_with_back(&mut self, message: String) {
        let back = self.keymap.hint(Action::Back, "back");
        self.status.say_of_jump([message].into_iter().chain(back).collect::<Vec<_>>().join(" · "));
    }
}
