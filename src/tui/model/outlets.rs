//! Which outlets stand in the panes.

use std::sync::Arc;

use super::Model;
use crate::letters::letter;
use crate::pair::{Pair, Side};

/// A line of the list of outlets and stories.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// An outlet of the open story, by place.
    Outlet(usize),
    /// A story of the shelf, by place.
    Story(usize),
}

/// The outlets before and after the focused one whose tabs may be in sight, and the most words of them together that are
/// looked through for what each shares.
const TABS: usize = 14;
const WORDS: usize = 100_000;

impl Model {
    /// The share of an outlet's words that stand in the focused one too, 0 to 1, if it is known.
    #[must_use]
    pub fn share(&self, place: usize) -> Option<f64> {
        self.pair.shares[self.focus].get(place).copied().flatten()
    }

    /// Finds what every outlet shares with each of the two on the screen.
    pub(super) fn find_shares(&mut self) {
        let count = self.pair.story.articles().len();
        let opposite = self.pair.comparison.sharing.shares();
        self.pair.shares = Pair::from_fn(|side| {
            let (here, there) = (self.pair.shown[side], self.pair.shown[side.other()]);
            let mut shares = vec![None; count];
            shares[there] = Some(opposite[side.other()]);
            let near = here.saturating_sub(TABS)..(here + TABS + 1).min(count);
            let others: Vec<usize> = near.filter(|&place| place != here && place != there).collect();
            if others.iter().map(|&place| self.pair.story.words(place)).sum::<usize>() <= WORDS {
                for (&place, share) in others.iter().zip(self.pair.story.shares(&others, here)) {
                    shares[place] = Some(share);
                }
            }
            shares
        });
    }

    /// What a line of the list stands for.
    #[must_use]
    pub fn choice(&self, line: usize) -> Choice {
        let outlets = self.pair.story.articles().len();
        line.checked_sub(outlets).map_or(Choice::Outlet(line), Choice::Story)
    }

    pub(super) fn choose(&mut self, line: usize) {
        match self.choice(line) {
            Choice::Outlet(place) => self.show_outlet(place),
            Choice::Story(place) => self.open_story(place),
        }
    }

    fn open_story(&mut self, place: usize) {
        let Some(story) = self.shelf.open(place) else { return };
        if Arc::ptr_eq(&story, &self.pair.story) {
            return;
        }
        self.remember();
        self.pair.story = story;
        self.forget_known();
        self.pair.stale.clear();
        self.trail.clear();
        self.pair.shown = Pair::new(0, 1);
        self.focus = Side::Left;
        self.compare();
        self.to_row(0);
        self.resume();
    }

    /// Sets an outlet into the focused pane.
    pub(super) fn show_outlet(&mut self, place: usize) {
        self.show_outlet_in(self.focus, place);
    }

    /// Sets an outlet into a pane; the focus stays. If the outlet stands opposite, the sides are exchanged.
    pub(super) fn show_outlet_in(&mut self, side: Side, place: usize) {
        if place >= self.pair.story.articles().len() {
            self.notice = Some(format!("there are {} outlets", self.pair.story.articles().len()));
        } else if self.pair.shown[side] == place {
            self.notice = Some(format!("{} is here", letter(place)));
        } else if self.pair.shown[side.other()] == place {
            self.note_jump();
            self.swap();
            self.notice = Some(self.said_with_back("sides exchanged".to_owned()));
        } else {
            let keep = side.other();
            let kept = self.home_at_cursor(keep);
            self.note_jump();
            self.pair.shown[side] = place;
            self.compare();
            self.to_home(keep, kept);
            let pane = if side == Side::Left { "left" } else { "right" };
            self.notice = Some(self.said_with_back(format!("{} into the {pane} pane", letter(place))));
        }
    }

    /// Sets the next (or the previous) outlet into the focused pane, and passes over the one opposite.
    pub(super) fn show_next_outlet(&mut self, step: isize) {
        let outlets = self.pair.story.articles().len().cast_signed();
        let opposite = self.pair.shown[self.focus.other()];
        let after = |place: usize| ((place.cast_signed() + step).rem_euclid(outlets)).cast_unsigned();
        let mut place = after(self.pair.shown[self.focus]);
        if place == opposite {
            place = after(place);
        }
        if place == self.pair.shown[self.focus] {
            self.notice = Some("there are two outlets only".to_owned());
        } else {
            self.show_outlet(place);
        }
    }

    /// Exchanges the sides. The focus stays where it is, and so does the text that was read, on its other side.
    pub(super) fn swap(&mut self) {
        let side = self.focus;
        let kept = self.home_at_cursor(side);
        self.mirror();
        self.to_home(side.other(), kept);
    }

    /// The block and the byte that the reader is at on a side, and how deep on the screen.
    fn home_at_cursor(&self, side: Side) -> (usize, usize, usize) {
        let depth = self.eye().cursor - self.eye().top;
        match self.place_on(side) {
            Some(place) => (place.block, place.byte, place.depth),
            None => (self.block(side), 0, depth),
        }
    }

    /// Goes to a block's home, as deep on the screen as it was.
    pub(super) fn to_home(&mut self, side: Side, (block, byte, depth): (usize, usize, usize)) {
        let band = self.pair.bands.home[side].get(block).copied().unwrap_or(0);
        let place = super::Place { side, band, block, byte, depth };
        self.return_to(self.focus, Some(place));
        self.eyes[self.focus.other()] = self.eye();
    }
}
