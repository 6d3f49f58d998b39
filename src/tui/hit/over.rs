//! What stands at a place of what is open over the text.
//!
//! ```text
//!     ┌─ Into the left pane ────┐
//!     │ ›led▏                   │  beside    ░██      ██░
//!     │     outlet        words │            ░██      ██░   the block on a row of the map, on the
//!     │  B  Harbour Ledger  349 │  a line    ░██      ██░   side of it that is nearer
//!     └─────────────────────────┘
//! ```

use ratatui::layout::Position;

use crate::layout::BlockStatus;
use crate::pair::Side;
use crate::tui::list::List;
use crate::tui::model::{Chosen, Model};
use crate::tui::view::overlay_area;

/// The lines of a list's box above its first line: the border, what is typed, and the heading.
const ABOVE: u16 = 3;

/// Whether a place is beside the box that is open over the text.
#[must_use]
pub fn is_beside(model: &Model, column: u16, row: u16) -> bool {
    overlay_area(model).is_some_and(|area| !area.contains(Position::new(column, row)))
}

/// The line of the open list that stands at a place, by its place among those that pass the filter.
#[must_use]
pub fn line(model: &Model, list: &List, column: u16, row: u16) -> Option<usize> {
    let area = overlay_area(model).filter(|area| area.contains(Position::new(column, row)))?;
    let rows = area.height.saturating_sub(ABOVE + 1);
    let line = row.checked_sub(area.y + ABOVE).filter(|&line| line < rows)?;
    let sight = list.in_sight(usize::from(rows));
    sight.clone().nth(usize::from(line))
}

/// The block that stands at a place of the map: of several on a row the one that is shown.
#[must_use]
pub fn on_map(model: &Model, column: u16, row: u16) -> Option<Chosen> {
    let screen = model.screen;
    let row = row.checked_sub(screen.body_top()).filter(|&row| row < screen.body_height())?;
    let side = if column < screen.width / 2 { Side::Left } else { Side::Right };
    let plots = model.map.plots[side].iter().enumerate();
    let here = plots.filter(|(_, plot)| plot.rows.contains(&usize::from(row))).map(|(block, _)| block);
    let status = |block: usize| BlockStatus::new(model.pair.articles(), &model.pair.comparison, side, block);
    let telling = |one: usize, other: usize| if status(other) > status(one) { other } else { one };
    here.reduce(telling).map(|block| Chosen { side, block })
}
