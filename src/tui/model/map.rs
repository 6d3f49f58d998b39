//! The pair as a picture: where the reader is in it, and moving there.
//!
//! ```text
//!     j k          the next, the previous block of this side
//!     h l Tab      across, along the link if there is one
//!     ] [          to what moved or stands alone, on either side
//!     Enter        closes the map and goes there
//! ```

use std::ops::Range;

use super::{Eye, Help, Model, Overlay};
use crate::keys::{Action, Key};
use crate::layout::map::Map;
use crate::layout::stops::{self, What};
use crate::layout::{Home, RowCell};
use crate::pair::{Pair, Side};
use crate::present::Marks;

/// The block that is chosen on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Its side.
    pub side: Side,
    /// Its place in the article, from 0.
    pub block: usize,
}

impl Model {
    /// Sets the pair on the rows between the lines around the text. Cost: linear in the blocks.
    pub(super) fn set_map(&mut self) {
        let words = self.pair.shown.map(|place| self.pair.story.lengths(place).collect::<Vec<_>>());
        let links = self.pair.comparison.links.iter().map(|link| link.blocks.as_ref().map(Vec::as_slice));
        self.map = Map::of(words.as_ref().map(Vec::as_slice), links, usize::from(self.screen.body_height()));
    }

    /// The rows of a map's sides that are on the screen of the reader. What stands there as an echo does not count.
    #[must_use]
    pub fn in_sight(&self) -> Pair<Option<Range<usize>>> {
        Pair::from_fn(|side| {
            let Eye { top, .. } = self.eyes[side];
            let rows = top..(top + usize::from(self.screen.body_height())).min(self.layout.rows.len());
            let shown = rows.filter_map(|row| self.plotted(side, row));
            shown.reduce(|all, rows| all.start.min(rows.start)..all.end.max(rows.end))
        })
    }

    /// The rows of the map on which a side's text of a row of the reader stands.
    fn plotted(&self, side: Side, row: usize) -> Option<Range<usize>> {
        let row = self.layout.rows.get(row)?;
        let rows = |block: usize| self.map.plots[side].get(block).map(|plot| plot.rows.clone());
        match row.cells[side] {
            RowCell::Text { index, line } => {
                let cell =
                    *self.pair.bands.bands[row.band].placed[side].get(index).filter(|cell| cell.home == Home::Here)?;
                let (rows, lines) = (rows(cell.block)?, self.layout.lines(side, cell).len().max(1));
                let at = |line: usize| rows.start + rows.len() * line / lines;
                Some(at(line)..at(line + 1).max(at(line) + 1).min(rows.end))
            }
            RowCell::Fold { first, last } => Some(rows(first)?.start..rows(last)?.end),
            _ => None,
        }
    }

    /// Opens the map at the place where the reader is.
    pub(super) fn open_map(&mut self) {
        self.overlay = Some(Overlay::Map(Chosen { side: self.focus, block: self.block(self.focus) }));
    }

    pub(super) fn press_in_map(&mut self, chosen: Chosen, key: Key) {
        match self.keymap.action(key) {
            Some(Action::Quit) if key.ctrl => self.has_quit = true,
            Some(Action::Close | Action::Quit | Action::Map) => self.overlay = None,
            Some(Action::Follow) => self.go_from_map(chosen),
            Some(Action::Help) => self.overlay = Some(Overlay::Help(Help { first: 0, map: Some(chosen) })),
            Some(action @ (Action::Theme | Action::Redraw | Action::Suspend)) => self.act(action),
            // Another pair: its map, at the place that is kept.
            Some(
                action
                @ (Action::Outlet(_) | Action::NextOutlet | Action::PreviousOutlet | Action::Swap | Action::Back),
            ) => {
                self.act(action);
                self.open_map();
            }
            Some(action) => self.overlay = Some(Overlay::Map(self.moved_on_map(chosen, action))),
            None => {}
        }
    }

    /// The block that is chosen after an action.
    fn moved_on_map(&mut self, chosen: Chosen, action: Action) -> Chosen {
        let Chosen { side, block } = chosen;
        let last = self.pair.articles()[side].blocks.len().saturating_sub(1);
        let page = usize::from(self.screen.body_height()) / 2;
        let to = |block: usize| Chosen { side, block };
        match action {
            Action::RowDown | Action::NextBlock => to((block + 1).min(last)),
            Action::RowUp | Action::PreviousBlock => to(block.saturating_sub(1)),
            Action::HalfDown => self.by_rows(chosen, page / 2, true),
            Action::HalfUp => self.by_rows(chosen, page / 2, false),
            Action::PageDown => self.by_rows(chosen, page, true),
            Action::PageUp => self.by_rows(chosen, page, false),
            Action::Start => to(0),
            Action::End => to(last),
            Action::OtherPane => self.across(chosen),
            Action::LeftPane if side == Side::Right => self.across(chosen),
            Action::RightPane if side == Side::Left => self.across(chosen),
            Action::NextDifference => self.next_notable(chosen, true),
            Action::PreviousDifference => self.next_notable(chosen, false),
            _ => chosen,
        }
    }

    /// The block so many rows of the map away, the next one at least.
    fn by_rows(&self, chosen: Chosen, rows: usize, is_down: bool) -> Chosen {
        let Chosen { side, block } = chosen;
        let map = &self.map;
        let Some(plot) = map.plots[side].get(block) else { return chosen };
        let block = if is_down {
            let last = map.plots[side].len() - 1;
            map.block_at(side, plot.rows.start + rows).max(block + 1).min(last)
        } else {
            map.block_at(side, plot.rows.start.saturating_sub(rows)).min(block.saturating_sub(1))
        };
        Chosen { side, block }
    }

    /// The block on the other side: the partner, or what stands level.
    fn across(&self, chosen: Chosen) -> Chosen {
        let Chosen { side, block } = chosen;
        let there = side.other();
        if self.pair.articles()[there].blocks.is_empty() {
            return chosen;
        }
        let partner =
            || self.pair.comparison.links[self.pair.comparison.link_of(side, block)?].blocks[there].first().copied();
        let top = || self.map.plots[side].get(block).map_or(0, |plot| plot.rows.start);
        let level = || self.map.block_at(there, top());
        Chosen { side: there, block: partner().unwrap_or_else(level) }
    }

    /// What moved or stands alone next, in the order of the reader.
    fn next_notable(&mut self, chosen: Chosen, is_down: bool) -> Chosen {
        let place = |side: Side, block: usize| (self.pair.bands.home[side].get(block).copied(), side, block);
        let here = place(chosen.side, chosen.block);
        let apart = match self.settings.markings.marks {
            Marks::Shared => stops::stops(self.pair.articles(), &self.pair.comparison, &self.pair.bands, false),
            Marks::Differences | Marks::Nothing => Vec::new(),
        };
        let stops = if self.settings.markings.marks == Marks::Shared { &apart } else { &self.pair.stops };
        let notable = |what: &What| matches!(what, What::Moved | What::Alone(..));
        let mut stops =
            stops.iter().filter(|stop| notable(&stop.what)).map(|stop| Chosen { side: stop.side, block: stop.at.0 });
        let found = if is_down {
            stops.find(|stop| place(stop.side, stop.block) > here)
        } else {
            stops.rfind(|stop| place(stop.side, stop.block) < here)
        };
        let far = if is_down { "below" } else { "above" };
        found.unwrap_or_else(|| {
            self.notice = Some(format!("nothing further {far} moved or stands alone"));
            chosen
        })
    }

    /// Closes the map and goes to a block's home, its side in focus.
    pub(super) fn go_from_map(&mut self, chosen: Chosen) {
        let depth = usize::from(self.screen.body_height()) / 3;
        self.overlay = None;
        self.stop = None;
        self.note_jump();
        self.focus_on(chosen.side);
        self.to_home(chosen.side, (chosen.block, 0, depth));
    }
}
