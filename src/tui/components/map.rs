//! The pair as a picture: where the reader is in it, and moving there.
//!
//! ```text
//!     j k          the next, the previous block of this side
//!     h l Tab      across, along the link if there is one
//!     ] [          to what moved or stands alone, on either side
//!     Enter        closes the map and goes there
//! ```

mod about;
mod bars;
mod dots;
mod help;
mod hints;
mod legend;
mod links;
mod parts;
mod picture;
mod sight;
mod slots;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::keys::{Action, Hint, Key};
use crate::layout::stops::{self, What};
use crate::pair::Side;
use crate::present::Marks;
use crate::tui::component::{Component, HelpLine, Outcome, Placement};
use crate::tui::geometry::text::{self, HitTarget};
use crate::tui::state::{Reader, SideBlock};

/// The pair as a picture, in place of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapComponent {
    /// The block that is chosen.
    pub chosen: SideBlock,
}

impl MapComponent {
    /// Opens the map at the place where the reader is.
    #[must_use]
    pub fn at(reader: &Reader) -> Self {
        // Found now, so that drawing finds nothing out.
        let _ = reader.pair.in_common();
        Self { chosen: reader.here() }
    }

    /// Returns the block that is chosen after an action; `None` if the action does nothing here.
    fn moved(&self, reader: &mut Reader, action: Action) -> Option<SideBlock> {
        let SideBlock { side, block } = self.chosen;
        let last = reader.pair.articles()[side].blocks.len().saturating_sub(1);
        let page = usize::from(reader.rows.screen.body_height()) / 2;
        let to = |block: usize| SideBlock { side, block };
        Some(match action {
            Action::RowDown | Action::NextBlock => to((block + 1).min(last)),
            Action::RowUp | Action::PreviousBlock => to(block.saturating_sub(1)),
            Action::HalfDown => self.by_rows(reader, page / 2, true),
            Action::HalfUp => self.by_rows(reader, page / 2, false),
            Action::PageDown => self.by_rows(reader, page, true),
            Action::PageUp => self.by_rows(reader, page, false),
            Action::Start => to(0),
            Action::End => to(last),
            Action::OtherPane => self.across(reader),
            Action::LeftPane if side == Side::Right => self.across(reader),
            Action::RightPane if side == Side::Left => self.across(reader),
            Action::LeftPane | Action::RightPane => self.chosen,
            Action::NextDifference => self.next_notable(reader, true),
            Action::PreviousDifference => self.next_notable(reader, false),
            _ => return None,
        })
    }

    /// Returns the block so many rows of the map away, the next one at least.
    fn by_rows(&self, reader: &Reader, rows: usize, is_down: bool) -> SideBlock {
        let SideBlock { side, block } = self.chosen;
        let map = &reader.rows.map;
        let Some(plot) = map.plots[side].get(block) else { return self.chosen };
        let block = if is_down {
            let last = map.plots[side].len() - 1;
            map.block_at(side, plot.rows.start + rows).max(block + 1).min(last)
        } else {
            map.block_at(side, plot.rows.start.saturating_sub(rows)).min(block.saturating_sub(1))
        };
        SideBlock { side, block }
    }

    /// Returns the block on the other side: the partner, else what most is in common with, else what stands level.
    fn across(&self, reader: &Reader) -> SideBlock {
        let SideBlock { side, block } = self.chosen;
        let there = side.other();
        if reader.pair.articles()[there].blocks.is_empty() {
            return self.chosen;
        }
        let partner = || {
            reader.pair.comparison.links[reader.pair.comparison.link_of(side, block)?].blocks[there].first().copied()
        };
        let top = || reader.rows.map.plots[side].get(block).map_or(0, |plot| plot.rows.start);
        let level = || reader.rows.map.block_at(there, top());
        let alike = || hints::of(reader, self.chosen).first().map(|common| common.blocks[there]);
        SideBlock { side: there, block: partner().or_else(alike).unwrap_or_else(level) }
    }

    /// Returns what moved or stands alone next, in the order of the reader.
    fn next_notable(&self, reader: &mut Reader, is_down: bool) -> SideBlock {
        let key = |side: Side, block: usize| (reader.pair.bands.home[side].get(block).copied(), side, block);
        let here = key(self.chosen.side, self.chosen.block);
        let apart = match reader.settings.markings.marks {
            Marks::Shared => stops::stops(reader.pair.articles(), &reader.pair.comparison, &reader.pair.bands, false),
            Marks::Differences | Marks::Nothing => Vec::new(),
        };
        let stops = if reader.settings.markings.marks == Marks::Shared { &apart } else { &reader.pair.stops };
        let notable = |what: &What| matches!(what, What::Moved | What::Alone(..));
        let mut stops =
            stops.iter().filter(|stop| notable(&stop.what)).map(|stop| SideBlock { side: stop.side, block: stop.at.0 });
        let found = if is_down {
            stops.find(|stop| key(stop.side, stop.block) > here)
        } else {
            stops.rfind(|stop| key(stop.side, stop.block) < here)
        };
        let far = if is_down { "below" } else { "above" };
        found.unwrap_or_else(|| {
            reader.status.notice = Some(format!("nothing further {far} moved or stands alone"));
            self.chosen
        })
    }

    /// Goes to the home of the chosen block, its side in focus.
    fn follow(&self, reader: &mut Reader) {
        let SideBlock { side, block } = self.chosen;
        let depth = usize::from(reader.rows.screen.body_height()) / 3;
        reader.position.stop = None;
        reader.note_jump();
        reader.focus_on(side);
        reader.to_home(side, (block, 0, depth));
    }
}

impl Component for MapComponent {
    fn key(&mut self, reader: &mut Reader, key: Key) -> Outcome {
        match reader.asked(key) {
            Some(Action::Quit) if key.ctrl => return Outcome::Quit,
            Some(Action::Close | Action::Quit | Action::Map) => return Outcome::Close,
            Some(Action::Follow) => {
                self.follow(reader);
                return Outcome::Close;
            }
            Some(action @ (Action::Theme | Action::Redraw | Action::Suspend)) => reader.act(action),
            // Another pair: its map, at the place that is kept.
            Some(
                action @ (Action::Outlet(_)
                | Action::NextOutlet
                | Action::PreviousOutlet
                | Action::Swap
                | Action::Back
                | Action::Forth),
            ) => {
                reader.act(action);
                *self = Self::at(reader);
            }
            Some(action) => match self.moved(reader, action) {
                Some(chosen) => self.chosen = chosen,
                None => return Outcome::Ignored,
            },
            None => return Outcome::Ignored,
        }
        Outcome::Stay
    }

    /// Returns a click on a block chooses it, one on the chosen block goes there; one on a tab brings another pair.
    fn click(&mut self, reader: &mut Reader, at: Position) -> Outcome {
        match block_at(reader, self.chosen, at) {
            Some(block) if block == self.chosen => {
                self.follow(reader);
                return Outcome::Close;
            }
            Some(block) => self.chosen = block,
            None => {
                if let HitTarget::Tab(article) = text::hit(reader, at.x, at.y) {
                    reader.show_outlet(article);
                    *self = Self::at(reader);
                }
            }
        }
        Outcome::Stay
    }

    fn placement(&self, _: &Reader) -> Placement {
        Placement::Screen
    }

    fn draw(&self, reader: &Reader, buffer: &mut Buffer) {
        picture::draw(reader, self.chosen, buffer);
    }

    fn caption(&self, reader: &Reader) -> Option<String> {
        Some(about::about(reader, self.chosen))
    }

    fn hints(&self, reader: &Reader) -> Vec<Hint> {
        let keys: [(&[Action], &'static str); 4] = [
            (&[Action::LeftPane, Action::RightPane], "across"),
            (&[Action::NextDifference], "moved or alone"),
            (&[Action::Follow], "go there"),
            (&[Action::Close], "close"),
        ];
        keys.into_iter().filter_map(|(actions, does)| Hint::new(&reader.keymap, actions, does)).collect()
    }

    fn help(&self, reader: &Reader) -> Vec<HelpLine> {
        help::lines(reader)
    }
}

/// Returns the block that stands at a place of the map: of several on a row the one that is shown.
fn block_at(reader: &Reader, chosen: SideBlock, at: Position) -> Option<SideBlock> {
    let screen = reader.rows.screen;
    let row = at.y.checked_sub(screen.body_top()).filter(|&row| row < screen.body_height())?;
    let side = if at.x < screen.width / 2 { Side::Left } else { Side::Right };
    let slots = slots::slots(reader, &reader.rows.map, (chosen, side), usize::from(screen.body_height()));
    let slot = slots.get(usize::from(row)).copied()??;
    Some(SideBlock { side, block: slot.block })
}
