//! The way back: where the reader was before each jump, and which two articles were shown there.
//!
//! ```text
//!     A B ¶4 ── Enter ──► A B ¶9 ── 5 ──► E B ¶9       the trail now: A B ¶4, A B ¶9
//!     A B ¶4 ◄─── ' ───── A B ¶9 ◄── ' ──┘
//! ```

use std::sync::Arc;

use super::{Model, Place, reload};
use crate::keys::Action;
use crate::layout::Band;
use crate::pair::{Pair, Side};
use crate::story::Story;

/// How many jumps are remembered.
const REMEMBERED: usize = 100;

/// What was shown before a jump, and where the reader was in it.
#[derive(Clone, Debug)]
pub(super) struct Jump {
    shown: Pair<usize>,
    focus: Side,
    places: Pair<Option<Place>>,
}

impl Jump {
    /// Finds the articles and the places again in a story that was read anew; whether they are still there.
    ///
    /// The bands are others by then: where a place no longer stands in its band is seen when it is gone back to.
    fn carry(&mut self, before: &Story, now: &Story) -> bool {
        let Pair { left: Some(left), right: Some(right) } =
            self.shown.map(|place| reload::found_again(before, place, now))
        else {
            return false;
        };
        let shown = Pair::new(left, right);
        let (old, new) = (before.pair(self.shown), now.pair(shown));
        self.places = self.places.map(|place| {
            let Place { side, block, byte, .. } = place?;
            let (block, byte) = reload::carried_place(old[side], new[side], (block, byte));
            place.map(|place| Place { block, byte, ..place })
        });
        self.shown = shown;
        left != right
    }
}

impl Model {
    /// Notes where the reader is, before a jump.
    pub(super) fn note_jump(&mut self) {
        self.note_jump_from(self.focus, Pair::from_fn(|side| self.place_of(side)));
    }

    /// Notes where the reader was in the two articles on the screen.
    pub(super) fn note_jump_from(&mut self, focus: Side, places: Pair<Option<Place>>) {
        if self.trail.len() == REMEMBERED {
            self.trail.pop_front();
        }
        self.trail.push_back(Jump { shown: self.pair.shown, focus, places });
    }

    /// Goes back to where the last jump was made, in the two articles that were shown there.
    pub(super) fn back(&mut self) {
        let Some(Jump { shown, focus, places }) = self.trail.pop_back() else {
            self.notice = Some("nothing to go back to".to_owned());
            return;
        };
        self.move_on();
        self.focus = focus;
        if shown != self.pair.shown {
            self.show(shown);
            let letters = self.pair.letters();
            self.notice = Some(format!("back to {} and {}", letters.left, letters.right));
        } else if self.settings.is_single {
            self.lay_out();
        }
        for side in [focus.other(), focus] {
            let place = places[side].map(|place| self.standing(place));
            self.return_to(side, place);
        }
    }

    /// Shows two other articles, or the same ones on the other sides.
    fn show(&mut self, shown: Pair<usize>) {
        if shown == self.pair.shown.swap() {
            self.mirror();
        } else {
            self.pair.shown = shown;
            self.compare();
        }
    }

    /// A place whose block stands in its band: in that of its home, if the bands are others by now.
    fn standing(&self, place: Place) -> Place {
        let Place { side, band, .. } = place;
        let block = place.block.min(self.pair.articles()[side].blocks.len().saturating_sub(1));
        let has_block = |band: &Band| band.placed[side].iter().any(|cell| cell.block == block);
        let stands = self.pair.bands.bands.get(band).is_some_and(has_block);
        let home = || self.pair.bands.home[side].get(block).copied().unwrap_or(0);
        Place { block, band: if stands { band } else { home() }, ..place }
    }

    /// Finds the trail again in a story that was read anew; what is gone from it is forgotten.
    pub(super) fn carry_trail(&mut self, before: &Story) {
        let story = Arc::clone(&self.pair.story);
        self.trail.retain_mut(|jump| jump.carry(before, &story));
    }

    /// What there is to say of a change that the key for going back undoes.
    pub(super) fn said_with_back(&self, said: String) -> String {
        [said].into_iter().chain(self.keymap.hint(Action::Back, "back")).collect::<Vec<_>>().join(" · ")
    }
}
