//! The text itself: panes, gutter and scrollbar, row by row.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::signs::put_text;
use super::styles::Styles;
use super::{fill, put, put_within};
use crate::layout::labels::{self, Label};
use crate::layout::{Arrangement, ECHO_INDENT, Half, Home, Row};
use crate::pair::{Pair, Side};
use crate::tui::model::Model;
use crate::tui::screen::columns;

/// Draws the rows that are in sight.
pub(super) fn draw(model: &Model, buffer: &mut Buffer) {
    let screen = model.screen;
    for line in 0..screen.body_height() {
        let y = screen.body_top() + line;
        let rows = model.eyes.map(|eye| eye.top + usize::from(line));
        match screen.columns.arrangement {
            Arrangement::Facing => facing(model, rows, y, buffer),
            Arrangement::Stacked | Arrangement::Single(_) => below(model, rows[model.focus], y, buffer),
        }
    }
    scrollbar(model, buffer);
}

/// A line of the screen with both panes; they show the same row unless they are free.
fn facing(model: &Model, rows: Pair<usize>, y: u16, buffer: &mut Buffer) {
    let screen = model.screen;
    let margins = screen.columns.margins().map(columns);
    let lines = Pair::from_fn(|side| Line::of(model, side, rows[side], y));
    for (line, x) in [(&lines.left, margins.left), (&lines.right, screen.right_pane() + margins.right)] {
        if let Some(line) = line {
            line.half(x, buffer);
        }
    }
    let x = screen.gutter_left();
    let digits = columns(screen.columns.digits);
    for (line, x, here) in [(&lines.left, x, "◀"), (&lines.right, x + 2 * digits + 6, "▶")] {
        let is_cursor = line.as_ref().is_some_and(Line::is_cursor);
        let (sign, style) = if is_cursor { (here, model.theme.cursor) } else { ("│", model.theme.frame) };
        put(buffer, x, y, sign, style);
    }
    numbers(model, &lines, x, y, buffer);
}

/// `↓15 ~  3 `: the numbers at a block's first line, and the sign of the relation between them.
fn numbers(model: &Model, lines: &Pair<Option<Line<'_>>>, x: u16, y: u16, buffer: &mut Buffer) {
    let theme = &model.theme;
    let digits = columns(model.screen.columns.digits);
    let number = |label: Label| format!("{:>width$}", label.number, width = usize::from(digits));
    if let Some(label) = lines.left.as_ref().and_then(Line::label) {
        put(buffer, x + 1, y, label.arrow, theme.sign);
        put(buffer, x + 2, y, &number(label), theme.frame);
        put(buffer, x + 2 + digits, y, label.sign, theme.sign);
    }
    if let Some(label) = lines.right.as_ref().and_then(Line::label) {
        put(buffer, x + 4 + digits, y, label.sign, theme.sign);
        put(buffer, x + 5 + digits, y, &number(label), theme.frame);
        put(buffer, x + 5 + 2 * digits, y, label.arrow, theme.sign);
    }
    if let (Some(left), Some(right)) = (&lines.left, &lines.right)
        && left.place == right.place
        && left.is_first_of_band()
    {
        put(buffer, x + 3 + digits, y, left.relation(), theme.sign);
    }
}

/// A line of the screen in one column: `▶B ↑12 ~ ` and the text.
fn below(model: &Model, row: usize, y: u16, buffer: &mut Buffer) {
    let theme = &model.theme;
    let digits = columns(model.screen.columns.digits);
    if row == model.eye().cursor {
        put(buffer, 0, y, "▶", theme.cursor);
    }
    for line in Side::BOTH.into_iter().filter_map(|side| Line::of(model, side, row, y)) {
        line.half(columns(model.screen.columns.gutter), buffer);
        if line.is_text() {
            put(buffer, 1, y, &model.letters()[line.side], theme.only[line.side]);
        }
        if let Some(label) = line.label() {
            put(buffer, 3, y, label.arrow, theme.sign);
            put(buffer, 4, y, &format!("{:>width$}", label.number, width = usize::from(digits)), theme.frame);
            let sign = if label.sign == " " { line.relation() } else { label.sign };
            put(buffer, 5 + digits, y, sign, theme.sign);
        }
    }
}

/// A side's half of a row, on its line of the screen.
struct Line<'m> {
    model: &'m Model,
    side: Side,
    row: &'m Row,
    place: usize,
    y: u16,
}

impl<'m> Line<'m> {
    /// `None` below the last row, and where the row belongs to the other side.
    fn of(model: &'m Model, side: Side, place: usize, y: u16) -> Option<Self> {
        let row = model.layout.rows.get(place).filter(|row| row.halves[side] != Half::Other)?;
        Some(Self { model, side, row, place, y })
    }

    fn is_cursor(&self) -> bool {
        self.model.focus == self.side && self.model.eye().cursor == self.place
    }

    fn is_text(&self) -> bool {
        matches!(self.row.halves[self.side], Half::Text { .. } | Half::Fold { .. })
    }

    /// Draws the half, its text beginning at a column.
    fn half(&self, x: u16, buffer: &mut Buffer) {
        let model = self.model;
        let measure = columns(model.screen.columns.measures[self.side]);
        match self.row.halves[self.side] {
            Half::Text { cell, line } => self.text(cell, line, x, measure, buffer),
            Half::Fold { first, last } => {
                let at = put(buffer, x, self.y, &fold(first, last), model.theme.aside);
                let text = &model.articles()[self.side].blocks[first].text;
                let room = (x + measure).saturating_sub(at);
                let is_cut = model.settings.ambiguous.width(text) > usize::from(room);
                let room = room.saturating_sub(u16::from(is_cut));
                let end = put_text(&model.settings, buffer, (at, self.y), room, text, model.theme.aside);
                if is_cut {
                    put(buffer, end.min(x + measure - 1), self.y, "…", model.theme.aside);
                }
            }
            Half::End => {
                let name = format!("■ end of {}", model.letters()[self.side]);
                put_within(buffer, x, self.y, measure, &name, model.theme.frame);
            }
            Half::Filler => {
                put(buffer, x, self.y, "·", model.theme.frame);
            }
            Half::Gap | Half::Other => {}
        }
    }

    fn text(&self, cell: usize, line: usize, x: u16, measure: u16, buffer: &mut Buffer) {
        let (model, side) = (self.model, self.side);
        let cell = model.bands.bands[self.row.band].cells[side][cell];
        let lines = model.layout.lines(side, cell);
        let Some(line) = lines.get(line) else { return };
        let block = &model.articles()[side].blocks[cell.block];
        let mut at = x;
        if cell.home != Home::Here {
            at = put(buffer, at, self.y, "┊", model.theme.frame).max(at + 1);
            at += columns(ECHO_INDENT) - 1;
        }
        let end = x + measure;
        let styles = Styles::of(model, side, cell, block.kind);
        let mut from = line.range.start;
        while from < line.range.end && at < end {
            let (to, style) = styles.next(from, line.range.end);
            at = put_text(&model.settings, buffer, (at, self.y), end - at, &block.text[from..to], style);
            from = to;
        }
        if self.is_folded_echo(cell.home) && line.range.end < block.text.len() {
            fill(buffer, Rect::new(at.min(end - 1), self.y, 1, 1), "…", model.theme.echo);
        }
    }

    /// Whether an echo is set on one line here.
    fn is_folded_echo(&self, home: Home) -> bool {
        let next = self.model.layout.rows.get(self.place + 1).map(|row| row.halves[self.side]);
        home != Home::Here && !matches!(next, Some(Half::Text { line: 1.., .. }))
    }

    /// The label of a block whose first line stands on this row.
    fn label(&self) -> Option<Label> {
        let model = self.model;
        let cells = &model.bands.bands[self.row.band].cells[self.side];
        let cell = match self.row.halves[self.side] {
            Half::Text { cell, line: 0 } => cells[cell],
            Half::Fold { first, .. } => *cells.iter().find(|cell| cell.block == first)?,
            _ => return None,
        };
        Some(labels::label(model.articles(), &model.comparison, self.side, cell))
    }

    fn is_first_of_band(&self) -> bool {
        self.model.layout.rows_of(self.row.band).start == self.place
    }

    /// The sign of the band's relation.
    fn relation(&self) -> &'static str {
        labels::sign(&self.model.comparison, &self.model.bands.bands[self.row.band])
    }
}

/// `▸ 3 blocks, ¶5–7: `: what a fold holds, before the first of its words.
fn fold(first: usize, last: usize) -> String {
    match last - first + 1 {
        1 => "▸ ".to_owned(),
        count => format!("▸ {count} blocks, ¶{}–{}: ", first + 1, last + 1),
    }
}

/// A thumb as long as what is in sight, in the last column.
fn scrollbar(model: &Model, buffer: &mut Buffer) {
    let screen = model.screen;
    let (rows, height) = (model.layout.rows.len(), usize::from(screen.body_height()));
    if rows <= height {
        return;
    }
    let length = (height * height / rows).max(1);
    let start = (height - length) * model.eye().top / (rows - height).max(1);
    for k in 0..height {
        let sign = if (start..start + length).contains(&k) { "█" } else { "│" };
        put(buffer, screen.width - 1, screen.body_top() + columns(k), sign, model.theme.frame);
    }
}
