//! Which stretches of the screen are put in the order in which they are seen: the lines of the text, each by the levels of
//! its paragraph, words of articles that are set off among others, each by its own direction, and whatever else holds letters
//! that run from right to left.
//!
//! ```text
//!      … TAOB EHT DNA    │ 1 ~  2 │  …          by the paragraph, which goes on above and below
//!      ▸ ¶3  …TAOB EHT   12 w                   set off: by itself, wherever it is cut
//!      messages: no file NAME there             what is not: from sign to sign and gap to gap
//! ```

use std::ops::Range;

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Rect};
use unicode_segmentation::UnicodeSegmentation;

use crate::pair::Side;
use crate::tui::geometry::text::{self, top};
use crate::tui::paint::order::{Cluster, reorder, reorder_parts, reorder_stretch, set_off};
use crate::tui::screen::columns;
use crate::tui::state::{Reader, Reordering};
use crate::wrap::{Direction, has_right_to_left};

/// A line of the text: in its order, or, where something may be drawn over it, as it was drawn.
pub(super) struct Placed {
    row: u16,
    columns: Range<u16>,
    cells: Vec<Cell>,
    clusters: Vec<Cluster>,
}

impl Placed {
    /// Tells whether a column is as it was drawn.
    fn is_as_drawn(&self, x: u16, boxes: &[Rect], buffer: &Buffer) -> bool {
        let is_in_box = boxes.iter().any(|area| area.contains(Position::new(x, self.row)));
        let drawn = x.checked_sub(self.columns.start).and_then(|at| self.cells.get(usize::from(at)));
        !is_in_box && drawn.is_some() && buffer.cell((x, self.row)) == drawn
    }

    /// Returns the columns that are still as they were drawn: before and behind what was drawn over them, which is in one
    /// piece, and the blank beside its edges. Where its edge is beyond this stretch, boxes say where it ends.
    fn parts(&self, boxes: &[Rect], buffer: &Buffer) -> [Range<u16>; 2] {
        let Range { start, end } = self.columns;
        if self.cells.is_empty() {
            return [start..end, end..end];
        }
        let mut others = self.columns.clone().filter(|&x| !self.is_as_drawn(x, boxes, buffer));
        let Some(first) = others.next() else { return [start..end, end..end] };
        let last = others.next_back().unwrap_or(first);
        [start..first.saturating_sub(1).max(start), (last + 2).min(end)..end]
    }
}

/// Finds the lines of the text in sight that have an order of their own, and puts them in it unless something may be drawn over
/// them: then that is done to what is still in sight, by [`rest`].
///
/// Cost: of lines without letters that run from right to left, a look.
pub(super) fn lines(reader: &Reader, is_covered: bool, buffer: &mut Buffer) -> Vec<Placed> {
    let by = reader.settings.reordering;
    if by == Reordering::Nobody {
        return Vec::new();
    }
    let all = (0..reader.rows.screen.body_height()).flat_map(|line| Side::BOTH.map(|side| (side, line)));
    let mut placed: Vec<Placed> = all.filter_map(|(side, line)| self::line(reader, side, line)).collect();
    for Placed { row, columns, cells, clusters } in &mut placed {
        if is_covered {
            *cells = columns.clone().filter_map(|x| buffer.cell((x, *row)).cloned()).collect();
        } else {
            reorder(buffer, (columns.start, *row), clusters, by);
        }
    }
    placed
}

/// Returns a line that has an order of its own, without its cells.
fn line(reader: &Reader, side: Side, line: u16) -> Option<Placed> {
    let shown = text::line(reader, side, top(reader, side) + usize::from(line))?;
    let levels = shown.levels?;
    let limit = text::text_end(reader, side);
    let mut end = shown.left;
    let mut clusters = Vec::new();
    for (at, cluster) in shown.text[shown.bytes.clone()].grapheme_indices(true) {
        let width = columns(reader.settings.setup.ambiguous.cluster_width(cluster));
        if width > 0 && end + width <= limit {
            clusters.push(Cluster { columns: width, level: levels.at(shown.bytes.start + at) });
            end += width;
        }
    }
    let row = reader.rows.screen.body_top() + line;
    Some(Placed { row, columns: shown.left..end, cells: Vec::new(), clusters })
}

/// Reorders what else has letters that run from right to left: what is set off, each by itself, and of the rest of a row what
/// stands from one sign or gap to the next. Takes the marks of what is set off from all cells, whoever reorders.
///
/// What is open has its boxes. Cost: a look at each cell, and linear in such stretches.
pub(super) fn rest(reader: &Reader, placed: &[Placed], boxes: &[Rect], buffer: &mut Buffer) {
    let by = reader.settings.reordering;
    let mut placed = placed.iter().peekable();
    for row in buffer.area.top()..buffer.area.bottom() {
        let set_off = set_off::take(buffer, row);
        if by == Reordering::Nobody {
            continue;
        }
        let mut done = Vec::new();
        while let Some(of_row) = placed.next_if(|placed| placed.row == row) {
            let parts = of_row.parts(boxes, buffer);
            // A terminal that reorders parts two stretches by a blank between them, and edges are none.
            let beside =
                [parts[0].end, parts[1].start.saturating_sub(1)].into_iter().filter(|x| of_row.columns.contains(x));
            for x in beside.filter(|x| of_row.is_as_drawn(*x, boxes, buffer)).collect::<Vec<_>>() {
                if let Some(cell) = buffer.cell_mut((x, row)) {
                    cell.set_symbol(" ");
                }
            }
            if !of_row.cells.is_empty() {
                let drawn = (of_row.cells.clone(), &of_row.clusters[..]);
                reorder_parts(buffer, (of_row.columns.start, row), drawn, &parts, by);
            }
            done.extend(parts);
        }
        done.extend(set_off.iter().map(|(columns, _)| columns.clone()));
        let is_open = |x: u16| !done.iter().any(|placed| placed.contains(&x));
        let is_wanted = |x: u16| {
            let cell = buffer.cell((x, row));
            cell.is_some_and(|cell| is_open(x) && has_right_to_left(cell.symbol()))
        };
        let has_others = (buffer.area.left()..buffer.area.right()).any(is_wanted);
        let others = if has_others { stretches(buffer, row, &done) } else { Vec::new() };
        let others = others.into_iter().map(|columns| (columns, Direction::LeftToRight));
        // From left to right: what stands behind a stretch parts it as it was drawn.
        let mut all: Vec<(Range<u16>, Direction)> = set_off.into_iter().chain(others).collect();
        all.sort_unstable_by_key(|(columns, _)| columns.start);
        for stretch in all {
            reorder_stretch(buffer, row, stretch, by);
        }
    }
}

/// Returns the stretches of a row that are to be reordered each by itself.
fn stretches(buffer: &Buffer, row: u16, done: &[Range<u16>]) -> Vec<Range<u16>> {
    let mut stretches: Vec<Range<u16>> = Vec::new();
    let (mut start, mut end) = (buffer.area.left(), buffer.area.left());
    for x in buffer.area.left()..buffer.area.right() {
        let Some(cell) = buffer.cell((x, row)) else { break };
        let is_gap = cell.symbol() == " " && x > end;
        if is_sign(cell.symbol()) || is_gap || done.iter().any(|placed| placed.contains(&x)) {
            stretches.push(start..end);
            (start, end) = (x + 1, x + 1);
        } else if cell.symbol() == " " {
            start = if start == x { x + 1 } else { start };
            end = end.max(start);
        } else {
            end = x + cell.cell_width().max(1);
        }
    }
    stretches.push(start..end);
    stretches.retain(|stretch| !stretch.is_empty());
    stretches
}

/// Tells whether a symbol is a line, a shade or a block, which part what stands beside them.
fn is_sign(symbol: &str) -> bool {
    symbol.chars().next().is_some_and(|c| matches!(c, '\u{2500}'..='\u{259F}' | '·'))
}
