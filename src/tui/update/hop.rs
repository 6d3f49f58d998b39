//! Hops between outlets: what stands in a pane is exchanged, and the paragraph that is read goes along.
//!
//! ```text
//!     C¶4 ~ [A¶6]   2   C¶4 ~ [B¶7]      what stays has an answer in B: it keeps its place
//!     C¶9   [A¶6]   2   …     [B¶7]      it has none: where A¶6 is answered in B, as its tab says
//!     B¶7 ~ [A¶6]   4   B¶7   [D¶2]      D has nothing of A¶6: the line says so
//!                   1   B¶7 ~ [A¶6]      A¶6 was taken along all the way
//! ```

use crate::article::Kind;
use crate::layout::Arrangement;
use crate::letters::letter;
use crate::pair::Side;
use crate::present::{Sign, labels};
use crate::tui::state::{BlockStanding, Carried, Reader, StoryBlock};

impl Reader {
    /// Sets an outlet into the focused pane.
    pub(in crate::tui) fn show_outlet(&mut self, article: usize) {
        self.show_outlet_in(self.position.focus, article);
    }

    /// Sets an outlet into a pane; the focus stays. If the outlet stands opposite, the sides are exchanged.
    pub(in crate::tui) fn show_outlet_in(&mut self, side: Side, article: usize) {
        if article >= self.pair.story.articles().len() {
            self.status.notice = Some(format!("there are {} outlets", self.pair.story.articles().len()));
        } else if self.pair.shown[side] == article {
            self.status.notice = Some(format!("{} is here", letter(article)));
        } else if self.pair.shown[side.other()] == article {
            self.note_jump();
            self.exchange_sides(side, article);
            self.say_with_back("sides exchanged".to_owned());
        } else {
            self.note_jump();
            let standing = self.exchange(side, article);
            let pane = if side == Side::Left { "left" } else { "right" };
            let lacks = standing.and_then(|(at, standing)| self.lacks(at, standing));
            let said = format!("{} into the {pane} pane", letter(article));
            self.say_with_back(lacks.map_or(said.clone(), |lacks| format!("{said} · {lacks}")));
        }
    }

    /// Sets an outlet into a pane, and keeps the place in the other one; from a paragraph in focus that this one has no answer to
    /// there, it goes to what answers it in the outlet. Returns how that paragraph stands in the outlet.
    ///
    /// Cost: that of comparing the outlet with what stays, and with the outlet of the paragraph if that is not known yet.
    pub(in crate::tui) fn exchange(&mut self, side: Side, article: usize) -> Option<(StoryBlock, BlockStanding)> {
        let (keep, carried) = (side.other(), self.carried(side));
        let kept = self.home_at_cursor(keep);
        let is_level = self
            .pair
            .comparison
            .link_of(keep, kept.0)
            .is_some_and(|link| self.pair.comparison.links[link].blocks[side].contains(&self.block(side)));
        let standing = carried.and_then(|carried| Some((carried.at, self.standing_of(carried.at, article)?)));
        self.pair.shown[side] = article;
        self.load_pair();
        let place = carried.and_then(|carried| self.place_of(carried, article));
        let answers = |block: usize| {
            let link = self.pair.comparison.link_of(keep, kept.0);
            link.is_some_and(|link| is_level || self.pair.comparison.links[link].blocks[side].contains(&block))
        };
        match place {
            Some(place) if carried.is_some_and(|carried| carried.at.article == article) || !answers(place.0) => {
                self.to_home(side, place);
            }
            _ => {
                self.to_home(keep, kept);
                self.to_level(side);
                self.to_own_row();
            }
        }
        if self.rows.screen.columns.arrangement == Arrangement::Stacked {
            self.bring_band_in_sight();
        }
        self.carry(carried);
        standing
    }

    /// Exchanges the sides, so that the outlet opposite stands in a pane: what was read stays in sight, on its other side. A paragraph
    /// that was taken along leads on to what answers it.
    fn exchange_sides(&mut self, side: Side, article: usize) {
        let before = self.pair.shown[side];
        let carried = self.carried(side);
        self.swap();
        let afar = carried.filter(|carried| carried.at.article != before);
        match afar.and_then(|carried| self.place_of(carried, article)) {
            Some(place) => self.to_home(side, place),
            None if side == self.position.focus => {
                self.to_level(side);
                self.to_own_row();
            }
            None => {}
        }
        self.carry(carried);
    }

    /// Returns the paragraph that a hop takes along from a pane: that of the hop before, if nobody has moved since, else the one at the
    /// cursor of the pane in focus; `None` where the cursor is at none of it.
    fn carried(&self, side: Side) -> Option<Carried> {
        // What stays in the other pane was not left for another outlet.
        if side != self.position.focus {
            return None;
        }
        let (shown, cursor) = (self.pair.shown, self.viewport().cursor);
        let before = self.position.carried.filter(|carried| (carried.shown, carried.cursor) == (shown, cursor));
        let here = || {
            let anchor = self.anchor_on(side).filter(|anchor| anchor.side == side)?;
            let at = StoryBlock { article: shown[side], block: anchor.block };
            Some(Carried { at, byte: anchor.byte, depth: anchor.depth, shown, cursor })
        };
        before.or_else(here)
    }

    /// Takes a paragraph along from here.
    fn carry(&mut self, carried: Option<Carried>) {
        let (shown, cursor) = (self.pair.shown, self.viewport().cursor);
        self.position.carried = carried.map(|carried| Carried { shown, cursor, ..carried });
    }

    /// Returns where a paragraph leads to in an outlet: the block, its byte, and how deep on the screen; `None` if nothing answers it.
    fn place_of(&mut self, carried: Carried, article: usize) -> Option<(usize, usize, usize)> {
        let Carried { at, byte, depth, .. } = carried;
        if at.article == article {
            return Some((at.block, byte, depth));
        }
        Some((self.standing_of(at, article)?.partner?, 0, depth))
    }

    /// Returns how a paragraph stands in another outlet.
    fn standing_of(&mut self, at: StoryBlock, article: usize) -> Option<BlockStanding> {
        let Self { facts, pair, pins, .. } = self;
        (at.article != article).then(|| facts.standings.found(&pair.story, pins.of_story(), at, article)).flatten()
    }

    /// Sets the next (or the previous) outlet into the focused pane, and passes over the one opposite.
    pub(in crate::tui) fn show_next_outlet(&mut self, step: isize) {
        let outlets = self.pair.story.articles().len().cast_signed();
        let opposite = self.pair.shown[self.position.focus.other()];
        let after = |article: usize| ((article.cast_signed() + step).rem_euclid(outlets)).cast_unsigned();
        let mut article = after(self.pair.shown[self.position.focus]);
        if article == opposite {
            article = after(article);
        }
        if article == self.pair.shown[self.position.focus] {
            self.status.notice = Some("there are two outlets only".to_owned());
        } else {
            self.show_outlet(article);
        }
    }

    /// Says what an outlet has of a paragraph in no link with it: `A¶6 not found there`; nothing of headlines, which are seldom linked.
    fn lacks(&self, at: StoryBlock, standing: BlockStanding) -> Option<String> {
        let block = &self.pair.story.articles()[at.article].blocks[at.block];
        let named = || labels::blocks(&letter(at.article), &[at.block], "");
        match (standing.partner, standing.sign) {
            _ if block.kind == Kind::Headline => None,
            (None, Some(Sign::Absent)) => Some(format!("{} not found there", named())),
            (None, Some(Sign::Partly | Sign::Again)) => Some(format!("{} elsewhere there, in part", named())),
            _ => None,
        }
    }
}
