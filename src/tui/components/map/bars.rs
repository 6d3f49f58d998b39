//! The two columns of blocks, and what stands beside them.
//!
//! ```text
//!      a linked block     12 ~   █      an aside          ╎
//!      a moved one        13 ~↓  ▒      one alone   15 < ██
//! ```
//!
//! All that stands on a row is said of one block; how many more begin there stands after its number: `15+1`.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::parts::{ARROW, BAR, BRACKET, NUMBER, Parts, SIGN};
use super::slots::{self, Light, Slot};
use crate::article::Kind;
use crate::layout::BlockStatus;
use crate::layout::map::Map;
use crate::pair::Side;
use crate::present::{Sign, labels};
use crate::tui::paint::put::put;
use crate::tui::paint::signs::put_text_within;
use crate::tui::screen::columns;
use crate::tui::state::{Reader, SideBlock};
use crate::tui::theme::plain;

/// The bar of a block that moved: a hatch, which tells it where hues do not.
pub(super) const MOVED: &str = "▒";

/// Draws the bars of a side, and what stands beside them.
pub(super) fn draw(reader: &Reader, map: &Map, chosen: SideBlock, side: Side, parts: &Parts, buffer: &mut Buffer) {
    let bars = Bars { reader, map, side, parts };
    let slots = slots::slots(reader, map, (chosen, side), usize::from(parts.height));
    for (row, slot) in slots.into_iter().enumerate() {
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

struct Bars<'m> {
    reader: &'m Reader,
    map: &'m Map,
    side: Side,
    parts: &'m Parts,
}

impl Bars<'_> {
    fn slot(&self, slot: &Slot, y: u16, buffer: &mut Buffer) {
        let (parts, side) = (self.parts, self.side);
        let light = slot.light;
        let (bar, style) = self.bar(slot, light);
        put(buffer, parts.x(side, 0, 1), y, bar, style);
        if slot.status == BlockStatus::Alone {
            put(buffer, parts.x(side, BAR - 1, 1), y, bar, style);
        }
        if !slot.is_first {
            return;
        }
        let (number, words, sign) = self.styles(slot, light);
        if light == Light::Chosen {
            // From the words, or what there is of them, to the signs.
            let outer = if parts.text > 0 { parts.words() + parts.text } else { NUMBER + parts.number() };
            buffer.set_style(Rect::new(parts.x(side, ARROW, outer - ARROW), y, outer - ARROW, 1), number);
        }
        put(buffer, parts.x(side, SIGN, 1), y, slots::sign(self.reader, side, slot).map_or(" ", Sign::sign), sign);
        put(buffer, parts.x(side, ARROW, 1), y, self.arrow(slot.block), sign);
        if parts.digits > 0 {
            put(buffer, parts.x(side, NUMBER, parts.number()), y, &self.number(slot), number);
        }
        if parts.text > 0
            && let article = self.reader.pair.articles()[side]
            && let Some(block) = article.blocks.get(slot.block)
        {
            let at = (parts.x(side, parts.words(), parts.text), y);
            let text = labels::set_off(article, &block.text);
            put_text_within(self.reader.settings.setup, buffer, at, parts.text, &text, words);
        }
    }

    /// Returns the bar of a row: a thin gap parts it from the one above.
    fn bar(&self, slot: &Slot, light: Light) -> (&'static str, Style) {
        let theme = &self.reader.theme;
        let style = match slot.status {
            _ if light == Light::Chosen => theme.cursor,
            BlockStatus::Alone => plain(theme.only[self.side]),
            BlockStatus::Moved => plain(theme.moved),
            BlockStatus::Alike | BlockStatus::Differs | BlockStatus::Partly | BlockStatus::Again => theme.frame,
            BlockStatus::Aside => theme.aside,
        };
        let bar = match slot.is_first {
            _ if slot.status == BlockStatus::Aside => "╎",
            _ if slot.status == BlockStatus::Moved => MOVED,
            true => "▇",
            false => "█",
        };
        (bar, style)
    }

    /// Returns the styles of number, words and signs.
    fn styles(&self, slot: &Slot, light: Light) -> (Style, Style, Style) {
        let theme = &self.reader.theme;
        let kind = self.reader.pair.articles()[self.side].blocks.get(slot.block).map(|block| block.kind);
        let words = match (kind, slot.status) {
            (Some(Kind::Headline | Kind::Heading), _) => theme.heading,
            (_, BlockStatus::Aside) => theme.aside,
            (_, BlockStatus::Alone) => theme.text,
            _ => theme.hint,
        };
        let sign = match slot.status {
            BlockStatus::Moved => plain(theme.moved),
            BlockStatus::Alone => plain(theme.only[self.side]),
            _ => theme.frame,
        };
        match light {
            Light::Chosen => {
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
