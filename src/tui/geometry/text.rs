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
use crate::tui::state::{CellSpot, Reader, Reordering};
use crate::wrap::{Ambiguous, Direction, Levels};

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
    let Some(line) = self::line(reader, side, row) else { return Some(CellSpot { row, bytes: 0..0 }) };
    let (range, widths) = (line.bytes, reader.settings.setup.ambiguous);
    if let Some(levels) = line.levels.filter(|_| reader.settings.reordering != Reordering::Nobody) {
        let visual = levels.visual(line.text, range.clone(), widths);
        return Some(CellSpot { row, bytes: reordered(&visual, column, line.left, (levels.base(), range)) });
    }
    let before = usize::from(column.saturating_sub(line.left));
    let at = character(&line.text[range.clone()], before, widths);
    Some(CellSpot { row, bytes: range.start + at.start..range.start + at.end })
}

/// Returns the character of a line in visual order that stands at a column. Before the first one and behind the last one
/// are the ends of the line: which of them is which hangs on the direction of its paragraph.
fn reordered(
    visual: &[(Range<usize>, usize)],
    column: u16,
    left: u16,
    (base, range): (Direction, Range<usize>),
) -> Range<usize> {
    let is_flush_right = base == Direction::RightToLeft;
    let Some(before) = column.checked_sub(left).map(usize::from) else {
        return if is_flush_right {
            range.end..range.end
        } else {
            visual.first().map_or(range, |first| first.0.clone())
        };
    };
    let mut end = 0;
    for (bytes, width) in visual {
        end += width;
        if end > before {
            return bytes.clone();
        }
    }
    if is_flush_right { visual.last().map_or(range, |last| last.0.clone()) } else { range.end..range.end }
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

/// A line of text on a side of a row.
#[derive(Clone, Debug)]
pub struct ShownLine<'r> {
    /// The text that it is a line of.
    pub text: &'r str,
    /// The bytes of it that stand there.
    pub bytes: Range<usize>,
    /// The levels of that text, if letters in it run from right to left.
    pub levels: Option<&'r Levels>,
    /// The first column of the line, after the sign of an echo.
    pub left: u16,
    /// Its columns.
    pub columns: u16,
}

/// Returns the line that stands on a side of a row.
#[must_use]
pub fn line(reader: &Reader, side: Side, row: usize) -> Option<ShownLine<'_>> {
    let shown = reader.rows.layout.rows.get(row)?;
    let (text, line, levels, indent) = if let RowCell::Woven { paragraph, line } = shown.cells[side] {
        let paragraph = reader.rows.layout.paragraph(reader.pair.bands.bands[shown.band].link?, paragraph)?;
        (paragraph.text.as_str(), *paragraph.lines.get(line)?, paragraph.levels.as_deref(), 0)
    } else {
        let (cell, line) = cell(reader, side, row)?;
        let line = *reader.rows.layout.lines(side, cell).get(line)?;
        let article = reader.pair.story.pair(reader.pair.shown)[side];
        let text = &article.blocks[cell.block].text;
        let levels = reader.rows.layout.wrapped().levels((side, cell.block), article, text);
        (text.as_str(), line, levels, if cell.home == Home::Here { 0 } else { columns(ECHO_INDENT) })
    };
    let left = pane_left(reader, side);
    let left = match levels.map(Levels::base) {
        Some(Direction::RightToLeft) => text_end(reader, side).saturating_sub(indent + columns(line.width())).max(left),
        _ => left + indent,
    };
    Some(ShownLine { text, bytes: line.range(), levels, left, columns: columns(line.width()) })
}

/// Returns the text of the block that stands on a side of a row, and the bytes of it that do.
#[must_use]
pub fn text(reader: &Reader, side: Side, row: usize) -> Option<(&str, Range<usize>)> {
    line(reader, side, row).map(|line| (line.text, line.bytes))
}

/// Returns the column where the text of a side begins on a row, after the sign of an echo; of text that runs from right to
/// left, the one where it ends.
#[must_use]
pub fn text_left(reader: &Reader, side: Side, row: usize) -> u16 {
    line(reader, side, row).map_or_else(|| pane_left(reader, side), |line| line.left)
}

/// Returns the column where the text of a side is begun to be read on a row: of text that runs from right to left, the last
/// one.
#[must_use]
pub fn text_start(reader: &Reader, side: Side, row: usize) -> u16 {
    let Some(line) = line(reader, side, row) else { return pane_left(reader, side) };
    let is_flush_right = line.levels.is_some_and(|levels| levels.base() == Direction::RightToLeft);
    if is_flush_right { line.left + line.columns.saturating_sub(1) } else { line.left }
}

/// Returns the column where the text of a side begins.
fn pane_left(reader: &Reader, side: Side) -> u16 {
    let screen = reader.rows.screen;
    let margins = screen.columns.margins().map(columns);
    match (screen.columns.arrangement, side) {
        (Arrangement::Facing, Side::Left) => margins.left,
        (Arrangement::Facing, Side::Right) => screen.right_pane() + margins.right,
        _ => columns(screen.columns.gutter),
    }
}

/// Returns the column after the last one of the text of a side.
#[must_use]
pub fn text_end(reader: &Reader, side: Side) -> u16 {
    pane_left(reader, side) + columns(reader.rows.screen.columns.measures[side])
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
