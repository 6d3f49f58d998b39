//! What of the pair is on the screen of the reader.

use std::ops::Range;

use crate::layout::{Home, RowCell};
use crate::pair::{Pair, Side};
use crate::tui::state::{Reader, Viewport};

/// Returns the rows of a map's sides that are on the screen of the reader. What stands there as an echo does not count.
pub(super) fn in_sight(reader: &Reader) -> Pair<Option<Range<usize>>> {
    Pair::from_fn(|side| {
        let Viewport { top, .. } = reader.position.viewports[side];
        let rows = top..(top + usize::from(reader.rows.screen.body_height())).min(reader.rows.layout.rows.len());
        let shown = rows.filter_map(|row| plotted(reader, side, row));
        shown.reduce(|all, rows| all.start.min(rows.start)..all.end.max(rows.end))
    })
}

/// Returns the rows of the map on which a side's text of a row of the reader stands.
fn plotted(reader: &Reader, side: Side, row: usize) -> Option<Range<usize>> {
    let row = reader.rows.layout.rows.get(row)?;
    let rows = |block: usize| reader.rows.map.plots[side].get(block).map(|plot| plot.rows.clone());
    match row.cells[side] {
        RowCell::Text { index, line } => {
            let cell =
                *reader.pair.bands.bands[row.band].placed[side].get(index).filter(|cell| cell.home == Home::Here)?;
            let (rows, lines) = (rows(cell.block)?, reader.rows.layout.lines(side, cell).len().max(1));
            let at = |line: usize| rows.start + rows.len() * line / lines;
            Some(at(line)..at(line + 1).max(at(line) + 1).min(rows.end))
        }
        RowCell::Fold { first, last } => Some(rows(first)?.start..rows(last)?.end),
        _ => None,
    }
}
