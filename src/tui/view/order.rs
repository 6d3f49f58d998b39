//! Which stretches of the screen are put in the order in which they are seen: the lines of the text, each by the levels of
//! its paragraph, and whatever else holds letters that run from right to left, such as names.
//!
//! ```text
//!      story   1 A·NAME   2 B·NAME              by what stands in the row, from sign to sign and gap to gap
//!      … TAOB EHT DNA    │ 1 ~  2 │  …          by the paragraph, which goes on above and below
//! ```

use std::ops::Range;

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Rect};
use unicode_segmentation::UnicodeSegmentation;

use crate::pair::Side;
use crate::tui::geometry::text::{self, top};
use crate::tui::paint::order::{Cluster, MARK, reorder};
use crate::tui::screen::columns;
use crate::tui::state::{Reader, Reordering};
use crate::wrap::{Levels, has_right_to_left};

/// Cells that are in their order.
pub(super) struct Placed {
    row: u16,
    columns: Range<u16>,
    /// As they were left, where something may be drawn over them.
    cells: Vec<Cell>,
}

impl Placed {
    /// Returns the columns that are still as they were left: before and behind what was drawn over them, which is in one
    /// piece. Where its edge is beyond this stretch, boxes say where it ends.
    fn parts(&self, boxes: &[Rect], buffer: &Buffer) -> [Range<u16>; 2] {
        let is_in_box = |x: u16| boxes.iter().any(|area| area.contains(Position::new(x, self.row)));
        let is_other = |(x, left): &(u16, &Cell)| buffer.cell((*x, self.row)) != Some(left) || is_in_box(*x);
        let mut others = self.columns.clone().zip(&self.cells).filter(is_other).map(|(x, _)| x);
        let Range { start, end } = self.columns;
        let Some(first) = others.next() else { return [start..end, end..end] };
        [start..first, others.next_back().unwrap_or(first) + 1..end]
    }
}

/// Reorders the lines of the text in sight, and returns what was done; whether something is drawn over it later is to be said.
///
/// Cost: of lines without letters that run from right to left, a look.
pub(super) fn lines(reader: &Reader, is_covered: bool, buffer: &mut Buffer) -> Vec<Placed> {
    let mut placed = Vec::new();
    if reader.settings.reordering == Reordering::Nobody {
        return placed;
    }
    for line in 0..reader.rows.screen.body_height() {
        for side in Side::BOTH {
            if let Some((row, columns)) = self::line(reader, side, line, buffer) {
                let cells = columns.clone().filter(|_| is_covered);
                let cells = cells.filter_map(|x| buffer.cell((x, row)).cloned()).collect();
                placed.push(Placed { row, columns, cells });
            }
        }
    }
    placed
}

/// Reorders a line, and returns its cells.
fn line(reader: &Reader, side: Side, line: u16, buffer: &mut Buffer) -> Option<(u16, Range<u16>)> {
    let shown = text::line(reader, side, top(reader, side) + usize::from(line))?;
    let levels = shown.levels?;
    let (row, start) = (reader.rows.screen.body_top() + line, shown.left);
    let limit = text::text_end(reader, side);
    let mut end = start;
    let mut clusters = Vec::new();
    for (at, cluster) in shown.text[shown.bytes.clone()].grapheme_indices(true) {
        let width = columns(reader.settings.setup.ambiguous.cluster_width(cluster));
        if width > 0 && end + width <= limit {
            clusters.push(Cluster { columns: width, level: levels.at(shown.bytes.start + at) });
            end += width;
        }
    }
    reorder(buffer, (start, row), &clusters, reader.settings.reordering);
    Some((row, start..end))
}

/// Reorders what else has letters that run from right to left, of each row from one sign or gap to the next.
///
/// What is open has its boxes. Cost: a look at each cell, and linear in such stretches.
pub(super) fn rest(reader: &Reader, placed: &[Placed], boxes: &[Rect], buffer: &mut Buffer) {
    let by = reader.settings.reordering;
    if by == Reordering::Nobody {
        return;
    }
    let mut placed = placed.iter().peekable();
    for row in buffer.area.top()..buffer.area.bottom() {
        let mut done = Vec::new();
        while let Some(of_row) = placed.next_if(|placed| placed.row == row) {
            done.extend(of_row.parts(boxes, buffer));
        }
        let is_open = |x: u16| !done.iter().any(|placed| placed.contains(&x));
        let is_wanted = |x: u16| {
            let cell = buffer.cell((x, row));
            cell.is_some_and(|cell| is_open(x) && has_right_to_left(cell.symbol()))
        };
        if !(buffer.area.left()..buffer.area.right()).any(is_wanted) {
            continue;
        }
        for stretch in stretches(buffer, row, &done) {
            self::stretch(buffer, row, stretch, by);
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

/// Tells whether a share such as `87%` begins there: it stands beside a name, and is no part of it.
fn begins_share(buffer: &Buffer, row: u16, from: Range<u16>) -> bool {
    let symbol = |x: u16| buffer.cell((x, row)).map_or("", |cell| cell.symbol());
    let is_digit = |x: &u16| symbol(*x).bytes().all(|byte| byte.is_ascii_digit());
    let digits = from.clone().take_while(is_digit).count();
    let is_first = from.start == 0 || symbol(from.start - 1) == " ";
    is_first && digits > 0 && digits <= 3 && from.clone().nth(digits).is_some_and(|x| symbol(x) == "%")
}

fn stretch(buffer: &mut Buffer, row: u16, of: Range<u16>, by: Reordering) {
    let (mut text, mut starts, mut x) = (String::new(), Vec::new(), of.start);
    while let Some(cell) = buffer.cell((x, row)).filter(|_| x < of.end) {
        let columns = cell.cell_width().max(1);
        if begins_share(buffer, row, x..of.end) {
            text.push(MARK);
        }
        starts.push((text.len(), columns));
        text.push_str(cell.symbol());
        x += columns;
    }
    let Some(levels) = Levels::within(&text) else { return };
    let cluster = |&(at, columns): &(usize, u16)| Cluster { columns, level: levels.at(at) };
    reorder(buffer, (of.start, row), &starts.iter().map(cluster).collect::<Vec<_>>(), by);
}
