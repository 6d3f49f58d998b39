//! The two columns of blocks, and what stands beside them.
//!
//! ```text
//!      a linked block     12 ~   █      an aside          ╎
//!      a moved one        13 ~↓  █      one alone   15 < ██
//! ```
//!
//! Of blocks that share a row the chosen one is shown, else the one that tells the most; how many more there are
//! stands after its number: `15+1`.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::parts::{ARROW, BAR, BRACKET, NUMBER, Parts, SIGN};
use crate::article::Kind;
use crate::layout::BlockStatus;
use crate::layout::map::Map;
use crate::pair::Side;
use crate::present::Sign;
use crate::tui::paint::put::put;
use crate::tui::paint::signs::put_text_within;
use crate::tui::screen::columns;
use crate::tui::state::{Reader, SideBlock};
use crate::tui::theme::plain;

/// Draws the bars of a side, and what stands beside them.
pub(super) fn draw(reader: &Reader, map: &Map, chosen: SideBlock, side: Side, parts: &Parts, buffer: &mut Buffer) {
    let bars = Bars { reader, map, chosen, side, parts };
    for (row, slot) in bars.slots().into_iter().enumerate() {
        if let Some(slot) = slot {
            bars.slot(&slot, parts.top + columns(row), buffer);
        }
    }
}

/// Draws the bracket beside the rows that the reader has in sight.
pub(super) fn frame(reader: &Reader, rows: &Range<usize>, side: Side, parts: &Parts, buffer: &mut Buffer) {
    let signs = match side {
        Side::Left => ["┌", "│", "└", "["],
        Side::Right => ["┐", "│", "┘", "]"],
    };
    for row in rows.clone() {
        let sign = match (row == rows.start, row + 1 == rows.end) {
            (true, true) => signs[3],
            (true, false) => signs[0],
            (false, true) => signs[2],
            (false, false) => signs[1],
        };
        put(buffer, parts.x(side, BRACKET, 1), parts.top + columns(row), sign, reader.theme.cursor);
    }
}

/// What stands on a row of a side.
#[derive(Clone, Copy)]
struct Slot {
    /// The block that is shown.
    block: usize,
    /// How many more begin here.
    more: usize,
    /// Whether it begins here.
    is_first: bool,
    /// How it is set off, and how it stands.
    rank: (Light, BlockStatus),
    /// The most telling way in which one of them stands.
    standing: BlockStatus,
}

impl Slot {
    /// Two blocks on one row.
    fn joined(self, new: Self) -> Self {
        let shown = if new.rank > self.rank { new } else { self };
        Self { more: self.more + 1, standing: self.standing.max(new.standing), ..shown }
    }
}

/// How a block is set off.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Light {
    None,
    /// It is in the chosen block's link.
    Partner,
    /// It is the chosen one.
    SideBlock,
}

struct Bars<'m> {
    reader: &'m Reader,
    map: &'m Map,
    chosen: SideBlock,
    side: Side,
    parts: &'m Parts,
}

impl Bars<'_> {
    fn standing(&self, block: usize) -> BlockStatus {
        BlockStatus::new(self.reader.pair.articles(), &self.reader.pair.comparison, self.side, block)
    }

    fn light(&self, block: usize) -> Light {
        let link = |side: Side, block: usize| self.reader.pair.comparison.link_of(side, block);
        let of_chosen = link(self.chosen.side, self.chosen.block);
        if (self.side, block) == (self.chosen.side, self.chosen.block) {
            Light::SideBlock
        } else if of_chosen.is_some() && of_chosen == link(self.side, block) {
            Light::Partner
        } else {
            Light::None
        }
    }

    /// Returns what stands on each row.
    fn slots(&self) -> Vec<Option<Slot>> {
        let mut slots: Vec<Option<Slot>> = vec![None; usize::from(self.parts.height)];
        for (block, plot) in self.map.plots[self.side].iter().enumerate() {
            let standing = self.standing(block);
            let rank = (self.light(block), standing);
            for row in plot.rows.clone() {
                let Some(slot) = slots.get_mut(row) else { continue };
                let new = Slot { block, more: 0, is_first: row == plot.rows.start, rank, standing };
                *slot = Some(slot.map_or(new, |slot| slot.joined(new)));
            }
        }
        slots
    }

    fn slot(&self, slot: &Slot, y: u16, buffer: &mut Buffer) {
        let (parts, side) = (self.parts, self.side);
        let (light, _) = slot.rank;
        let (bar, style) = self.bar(slot, light);
        put(buffer, parts.x(side, 0, 1), y, bar, style);
        if slot.standing == BlockStatus::Alone {
            put(buffer, parts.x(side, BAR - 1, 1), y, bar, style);
        }
        if !slot.is_first {
            return;
        }
        let (number, words, sign) = self.styles(slot, light);
        if light == Light::SideBlock {
            // From the words, or what there is of them, to the signs.
            let outer = if parts.text > 0 { parts.words() + parts.text } else { NUMBER + parts.number() };
            buffer.set_style(Rect::new(parts.x(side, ARROW, outer - ARROW), y, outer - ARROW, 1), number);
        }
        put(buffer, parts.x(side, SIGN, 1), y, self.sign(slot.block), sign);
        put(buffer, parts.x(side, ARROW, 1), y, self.arrow(slot.block), sign);
        if parts.digits > 0 {
            put(buffer, parts.x(side, NUMBER, parts.number()), y, &self.number(slot), number);
        }
        if parts.text > 0
            && let Some(block) = self.reader.pair.articles()[side].blocks.get(slot.block)
        {
            let at = (parts.x(side, parts.words(), parts.text), y);
            put_text_within(self.reader.settings.setup, buffer, at, parts.text, &block.text, words);
        }
    }

    /// Returns the bar of a row: a thin gap parts it from the one above.
    fn bar(&self, slot: &Slot, light: Light) -> (&'static str, Style) {
        let theme = &self.reader.theme;
        let style = match slot.standing {
            _ if light == Light::SideBlock => theme.cursor,
            BlockStatus::Alone => plain(theme.only[self.side]),
            BlockStatus::Moved => plain(theme.moved),
            BlockStatus::Alike | BlockStatus::Differs | BlockStatus::Partly | BlockStatus::Again => theme.frame,
            BlockStatus::Aside => theme.aside,
        };
        let bar = match slot.is_first {
            _ if slot.standing == BlockStatus::Aside => "╎",
            true => "▇",
            false => "█",
        };
        (bar, style)
    }

    /// Returns the styles of number, words and signs.
    fn styles(&self, slot: &Slot, light: Light) -> (Style, Style, Style) {
        let theme = &self.reader.theme;
        let kind = self.reader.pair.articles()[self.side].blocks.get(slot.block).map(|block| block.kind);
        let words = match (kind, self.standing(slot.block)) {
            (Some(Kind::Headline | Kind::Heading), _) => theme.heading,
            (_, BlockStatus::Aside) => theme.aside,
            (_, BlockStatus::Alone) => theme.text,
            _ => theme.hint,
        };
        let sign = match self.standing(slot.block) {
            BlockStatus::Moved => plain(theme.moved),
            BlockStatus::Alone => plain(theme.only[self.side]),
            _ => theme.frame,
        };
        match light {
            Light::SideBlock => {
                (theme.text.patch(theme.chosen), theme.text.patch(theme.chosen), theme.text.patch(theme.chosen))
            }
            Light::Partner => (theme.cursor, theme.heading, theme.cursor),
            Light::None => (theme.frame, words, sign),
        }
    }

    /// `15`, or `15+1` where more blocks begin on the row.
    fn number(&self, slot: &Slot) -> String {
        let digits = usize::from(self.parts.digits);
        let number = format!("{:>digits$}", slot.block + 1);
        match slot.more {
            0 => number,
            more @ 1..10 => format!("{number}+{more}"),
            _ => format!("{number}+…"),
        }
    }

    /// Returns the sign of a block's relation, or of its standing alone.
    fn sign(&self, block: usize) -> &'static str {
        match (self.reader.pair.comparison.link_of(self.side, block), self.side) {
            (Some(link), _) => Sign::of_relation(self.reader.pair.comparison.links[link].relation).sign(),
            (None, side) => Sign::of_status(self.standing(block), side).map_or(" ", Sign::sign),
        }
    }

    /// Returns where the partner of what moved is.
    fn arrow(&self, block: usize) -> &'static str {
        let link =
            self.reader.pair.comparison.link_of(self.side, block).map(|link| &self.reader.pair.comparison.links[link]);
        let Some(link) = link.filter(|link| link.moved) else { return " " };
        let row = |side: Side, block: usize| self.map.plots[side].get(block).map(|plot| plot.rows.start);
        let there = link.blocks[self.side.other()].first().and_then(|&block| row(self.side.other(), block));
        match there.cmp(&row(self.side, block)) {
            std::cmp::Ordering::Less => Sign::Above.sign(),
            std::cmp::Ordering::Equal => Sign::MovedEither.sign(),
            std::cmp::Ordering::Greater => Sign::Below.sign(),
        }
    }
}
