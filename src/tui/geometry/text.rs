//! What stands at a place of the screen: the view, read backwards.
//!
//! ```text
//!      ferry          [1 A Coast Wire] (2 B Ledger)      Tab
//!     ▸A Coast Wire              B Ledger                Head
//!     ───────────────┬─────────┬──────────────────
//!      ┊ Three boats │↓ 4 =  2 │ Three boats were █      Pane · gutter · Pane · Scrollbar
//!        ^^^^^           ^^^^^^^                         its spot: row 2, bytes of the character · Sign
//! ```
//!
//! A function of the reader alone, as the view is; a test holds the two together.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::tabs;
use crate::layout::{Arrangement, ECHO_INDENT, Home, PlacedBlock, RowCell};
use crate::pair::Side;
use crate::present::labels;
use crate::tui::screen::columns;
use crate::tui::state::{CellSpot, Reader};
use crate::wrap::Ambiguous;

/// The first column of the signs before the text where there is one column for both; the cursor and a letter stand before it.
const SIGNS_FROM: u16 = 3;

/// What stands at a place of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HitTarget {
    /// The tab of the outlet with this place.
    Tab(usize),
    /// The head of a pane.
    Head(Side),
    /// A pane's half of a row.
    Pane(Side, CellSpot),
    /// The gutter between the panes, at the pane that is nearer.
    Gutter(Side, CellSpot),
    /// What stands there beside the first line of a block: its number, and the signs of its link.
    Sign(Side, CellSpot),
    /// The scrollbar or the ruler beside it, at this line of the text's part of the screen.
    Scrollbar(u16),
    /// The line that explains the signs.
    Greeting,
    /// Nothing that answers.
    Nothing,
}

/// Returns what stands at a column and a row of the screen.
///
/// Cost: linear in the width of the screen, and in the outlets for the row of tabs.
#[must_use]
pub fn hit(reader: &Reader, column: u16, row: u16) -> HitTarget {
    let screen = reader.rows.screen;
    if screen.is_too_small() || column >= screen.width || row >= screen.height {
        return HitTarget::Nothing;
    }
    let line = row.checked_sub(screen.body_top()).filter(|&line| line < screen.body_height());
    match (row, line) {
        (0, _) => {
            let tabs = tabs::tabs(reader);
            let tab = tabs.iter().find(|tab| (tab.column..tab.end()).contains(&column));
            tab.map_or(HitTarget::Nothing, |tab| HitTarget::Tab(tab.article))
        }
        (1, _) => HitTarget::Head(head(reader, column)),
        (_, Some(line)) if column + 1 + u16::from(screen.has_ruler) >= screen.width => {
            if scrolls(reader) {
                HitTarget::Scrollbar(line)
            } else {
                HitTarget::Nothing
            }
        }
        (_, Some(line)) => pane(reader, column, line),
        (row, None) if row + 2 == screen.height && reader.shows_greeting() => HitTarget::Greeting,
        _ => HitTarget::Nothing,
    }
}

/// Returns the pane whose head is at a column.
fn head(reader: &Reader, column: u16) -> Side {
    let screen = reader.rows.screen;
    if let Arrangement::Single(side) = screen.columns.arrangement {
        return side;
    }
    let is_facing = screen.columns.arrangement == Arrangement::Facing;
    let second = if is_facing { screen.right_pane() } else { screen.width / 2 };
    if column < second { Side::Left } else { Side::Right }
}

/// Tells whether there is more than the screen shows.
fn scrolls(reader: &Reader) -> bool {
    reader.rows.layout.rows.len() > usize::from(reader.rows.screen.body_height())
}

fn pane(reader: &Reader, column: u16, line: u16) -> HitTarget {
    let screen = reader.rows.screen;
    let spot = |side| spot(reader, side, column, line);
    if screen.columns.arrangement != Arrangement::Facing {
        let row = top(reader, reader.position.focus) + usize::from(line);
        let Some(row) = reader.rows.layout.rows.get(row) else { return HitTarget::Nothing };
        let Some(side) = Side::BOTH.into_iter().find(|&side| row.cells[side] != RowCell::Other) else {
            return HitTarget::Nothing;
        };
        let is_sign = (SIGNS_FROM..columns(screen.columns.gutter).saturating_sub(1)).contains(&column);
        let target = if is_sign && has_label(reader, side, line) { HitTarget::Sign } else { HitTarget::Pane };
        return spot(side).map_or(HitTarget::Nothing, |spot| target(side, spot));
    }
    let (gutter, right) = (screen.gutter_left(), screen.right_pane());
    let hit = if column < gutter {
        spot(Side::Left).map(|spot| HitTarget::Pane(Side::Left, spot))
    } else if column >= right {
        spot(Side::Right).map(|spot| HitTarget::Pane(Side::Right, spot))
    } else {
        let side = if column < gutter + (right - gutter) / 2 { Side::Left } else { Side::Right };
        let is_sign = column > gutter && column + 1 < right && has_label(reader, side, line);
        let target = if is_sign { HitTarget::Sign } else { HitTarget::Gutter };
        spot(side).map(|spot| target(side, spot))
    };
    hit.unwrap_or(HitTarget::Nothing)
}

/// Tells whether a number and signs stand beside a side's row on a line of the text's part of the screen.
fn has_label(reader: &Reader, side: Side, line: u16) -> bool {
    let row = reader.rows.layout.rows.get(top(reader, side) + usize::from(line));
    row.is_some_and(|row| {
        let band = &reader.pair.bands.bands[row.band];
        labels::begun_by(row.cells[side], &band.placed[side], &reader.pair.comparison, band.link).is_some()
    })
}

/// Returns the first row that a side shows. In one column both sides share the focused viewport.
#[must_use]
pub fn top(reader: &Reader, side: Side) -> usize {
    if reader.rows.screen.columns.arrangement == Arrangement::Facing {
        reader.position.viewports[side].top
    } else {
        reader.viewport().top
    }
}

/// The place in a side's rows that is nearest to a column, on a line of the text's part of the screen; `None` below the
/// last row.
#[must_use]
pub fn spot(reader: &Reader, side: Side, column: u16, line: u16) -> Option<CellSpot> {
    let row = top(reader, side) + usize::from(line);
    reader.rows.layout.rows.get(row)?;
    let Some((text, range)) = text(reader, side, row) else { return Some(CellSpot { row, bytes: 0..0 }) };
    let before = usize::from(column.saturating_sub(text_left(reader, side, row)));
    let at = character(&text[range.clone()], before, reader.settings.setup.ambiguous);
    Some(CellSpot { row, bytes: range.start + at.start..range.start + at.end })
}

/// Returns the cell whose line stands on a side of a row, and which of its lines.
#[must_use]
pub fn cell(reader: &Reader, side: Side, row: usize) -> Option<(PlacedBlock, usize)> {
    let row = reader.rows.layout.rows.get(row)?;
    match row.cells[side] {
        RowCell::Text { index, line } => Some((reader.pair.bands.bands[row.band].placed[side][index], line)),
        _ => None,
    }
}

/// Returns the text of the block that stands on a side of a row, and the bytes of it that do.
#[must_use]
pub fn text(reader: &Reader, side: Side, row: usize) -> Option<(&str, Range<usize>)> {
    let shown = reader.rows.layout.rows.get(row)?;
    if let RowCell::Woven { paragraph, line } = shown.cells[side] {
        let paragraph = reader.rows.layout.paragraph(reader.pair.bands.bands[shown.band].link?, paragraph)?;
        return Some((&paragraph.text, paragraph.lines.get(line)?.range()));
    }
    let (cell, line) = cell(reader, side, row)?;
    let range = reader.rows.layout.lines(side, cell).get(line)?.range();
    Some((&reader.pair.story.pair(reader.pair.shown)[side].blocks[cell.block].text, range))
}

/// Returns the column where the text of a side begins on a row, after the sign of an echo.
#[must_use]
pub fn text_left(reader: &Reader, side: Side, row: usize) -> u16 {
    let screen = reader.rows.screen;
    let margins = screen.columns.margins().map(columns);
    let left = match (screen.columns.arrangement, side) {
        (Arrangement::Facing, Side::Left) => margins.left,
        (Arrangement::Facing, Side::Right) => screen.right_pane() + margins.right,
        _ => columns(screen.columns.gutter),
    };
    let is_echo = cell(reader, side, row).is_some_and(|(cell, _)| cell.home != Home::Here);
    if is_echo { left + columns(ECHO_INDENT) } else { left }
}

/// Returns the character that stands after so many columns, in bytes; behind the last one nothing.
fn character(line: &str, before: usize, widths: Ambiguous) -> Range<usize> {
    let mut end = 0;
    for (at, cluster) in line.grapheme_indices(true) {
        end += widths.cluster_width(cluster);
        if end > before {
            return at..at + cluster.len();
        }
    }
    line.len()..line.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, before: usize, expected: &str) {
        assert_eq!(&line[character(line, before, Ambiguous::Narrow)], expected);
    }

    #[test]
    fn characters_by_column() {
        check("boats", 0, "b");
        check("boats", 4, "s");
        check("boats", 5, "");
        check("", 0, "");
    }

    #[test]
    fn wide_ones_answer_on_both_columns() {
        check("灯台 é", 0, "灯");
        check("灯台 é", 1, "灯");
        check("灯台 é", 2, "台");
        check("灯台 e\u{301}", 5, "e\u{301}");
    }
}
