//! The text itself: panes, gutter and scrollbar, row by row.

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use super::{put, put_within};
use crate::article::Kind;
use crate::comparison::Link;
use crate::diff::Mark;
use crate::layout::labels::{self, Label};
use crate::layout::stops::What;
use crate::layout::{Arrangement, Cell, ECHO_INDENT, Half, Home, Row};
use crate::pair::Side;
use crate::tui::model::Model;
use crate::tui::screen::columns;

/// Draws the rows that are in sight.
pub(super) fn draw(model: &Model, buffer: &mut Buffer) {
    let screen = model.screen;
    let rows = model.layout.rows.iter().enumerate().skip(model.top).take(usize::from(screen.body_height()));
    for ((place, row), y) in rows.zip(screen.body_top()..) {
        let line = Line { model, row, place, y };
        match screen.columns.arrangement {
            Arrangement::Facing => line.facing(buffer),
            Arrangement::Stacked => line.stacked(buffer),
        }
    }
    scrollbar(model, buffer);
}

/// One row on its line of the screen.
struct Line<'m> {
    model: &'m Model,
    row: &'m Row,
    place: usize,
    y: u16,
}

impl Line<'_> {
    fn facing(&self, buffer: &mut Buffer) {
        let screen = self.model.screen;
        let margin = columns(screen.columns.margin());
        self.half(Side::Left, margin, buffer);
        self.half(Side::Right, screen.right_pane() + margin, buffer);
        self.gutter(screen.gutter_left(), buffer);
    }

    fn stacked(&self, buffer: &mut Buffer) {
        for side in Side::BOTH {
            if self.row.halves[side] != Half::Other {
                self.half(side, columns(self.model.screen.columns.gutter), buffer);
                self.stacked_gutter(side, buffer);
            }
        }
    }

    /// A side's half of the row, its text beginning at a column.
    fn half(&self, side: Side, x: u16, buffer: &mut Buffer) {
        let theme = &self.model.theme;
        match self.row.halves[side] {
            Half::Text { cell, line } => self.text(side, cell, line, x, buffer),
            Half::End => {
                let name = format!("■ end of {}", self.model.letters()[side]);
                put_within(buffer, x, self.y, columns(self.model.screen.columns.measure), &name, theme.frame);
            }
            Half::Filler => {
                put(buffer, x, self.y, "·", theme.frame);
            }
            Half::Gap | Half::Other => {}
        }
    }

    fn text(&self, side: Side, cell: usize, line: usize, x: u16, buffer: &mut Buffer) {
        let model = self.model;
        let cell = model.bands.bands[self.row.band].cells[side][cell];
        let Some(line) = model.layout.lines(side, cell).get(line) else { return };
        let block = &model.articles()[side].blocks[cell.block];
        let mut at = x;
        if cell.home != Home::Here {
            at = put(buffer, at, self.y, "┊", model.theme.frame).max(at + 1);
            at += columns(ECHO_INDENT) - 1;
        }
        let end = x + columns(model.screen.columns.measure);
        let styles = Styles::of(model, side, cell, block.kind);
        let mut from = line.range.start;
        while from < line.range.end && at < end {
            let (to, style) = styles.next(from, line.range.end);
            let room = usize::from(end - at);
            at = buffer.set_stringn(at, self.y, &block.text[from..to], room, style).0;
            from = to;
        }
    }

    /// `│↓15 ~  3 │`: the numbers at a block's first line, the sign of the relation between them.
    fn gutter(&self, x: u16, buffer: &mut Buffer) {
        let (theme, y) = (&self.model.theme, self.y);
        let digits = columns(self.model.screen.columns.digits);
        self.edge(Side::Left, x, "◀", buffer);
        self.edge(Side::Right, x + 2 * digits + 6, "▶", buffer);
        if let Some(label) = self.label(Side::Left) {
            put(buffer, x + 1, y, label.arrow, theme.sign);
            put(buffer, x + 2, y, &self.number(label), theme.frame);
            put(buffer, x + 2 + digits, y, label.sign, theme.sign);
        }
        if let Some(label) = self.label(Side::Right) {
            put(buffer, x + 4 + digits, y, label.sign, theme.sign);
            put(buffer, x + 5 + digits, y, &self.number(label), theme.frame);
            put(buffer, x + 5 + 2 * digits, y, label.arrow, theme.sign);
        }
        if self.is_first_of_band() {
            put(buffer, x + 3 + digits, y, self.relation(), theme.sign);
        }
    }

    /// An edge of the gutter: a line, or where the reader is.
    fn edge(&self, side: Side, x: u16, here: &str, buffer: &mut Buffer) {
        let theme = &self.model.theme;
        if self.place == self.model.cursor && self.model.focus == side {
            put(buffer, x, self.y, here, theme.cursor);
        } else {
            put(buffer, x, self.y, "│", theme.frame);
        }
    }

    /// `▶B ↑12 ~ `: side, arrow, number and sign before the text.
    fn stacked_gutter(&self, side: Side, buffer: &mut Buffer) {
        let (model, y) = (self.model, self.y);
        let digits = columns(model.screen.columns.digits);
        if self.place == model.cursor {
            put(buffer, 0, y, "▶", model.theme.cursor);
        }
        if !matches!(self.row.halves[side], Half::Text { .. }) {
            return;
        }
        put(buffer, 1, y, &model.letters()[side], model.theme.only[side]);
        if let Some(label) = self.label(side) {
            put(buffer, 3, y, label.arrow, model.theme.sign);
            put(buffer, 4, y, &self.number(label), model.theme.frame);
            let sign = if label.sign == " " { self.relation() } else { label.sign };
            put(buffer, 5 + digits, y, sign, model.theme.sign);
        }
    }

    fn number(&self, label: Label) -> String {
        format!("{:>width$}", label.number, width = self.model.screen.columns.digits)
    }

    /// The label of a block whose first line stands on this row.
    fn label(&self, side: Side) -> Option<Label> {
        let model = self.model;
        let Half::Text { cell, line: 0 } = self.row.halves[side] else { return None };
        let cell = model.bands.bands[self.row.band].cells[side][cell];
        Some(labels::label(model.articles(), &model.comparison, side, cell))
    }

    fn is_first_of_band(&self) -> bool {
        self.model.layout.rows_of(self.row.band).start == self.place
    }

    /// The sign of the band's relation.
    fn relation(&self) -> &'static str {
        labels::sign(&self.model.comparison, &self.model.bands.bands[self.row.band])
    }
}

/// The styles of one block's text.
struct Styles<'m> {
    model: &'m Model,
    side: Side,
    block: usize,
    base: Style,
    /// The link whose marks are shown: none where nothing is shared, since then the sign tells all.
    link: Option<&'m Link>,
}

impl<'m> Styles<'m> {
    fn of(model: &'m Model, side: Side, cell: Cell, kind: Kind) -> Self {
        let theme = &model.theme;
        let link = model.comparison.link_of(side, cell.block).map(|link| &model.comparison.links[link]);
        let link = link.filter(|link| link.wording.words[side].shared > 0);
        let is_marked = link.is_some_and(|link| link.wording.segments[side].iter().any(|s| s.mark != Mark::Shared));
        let base = match kind {
            _ if cell.home != Home::Here => theme.echo,
            Kind::Headline | Kind::Heading if !is_marked => theme.heading,
            kind if kind.is_aside() => theme.aside,
            _ => theme.text,
        };
        Self { model, side, block: cell.block, base, link }
    }

    /// The style at a byte, and where it ends.
    fn next(&self, from: usize, end: usize) -> (usize, Style) {
        let segments = self.link.map_or(&[][..], |link| &link.wording.segments[self.side]);
        let first = segments.partition_point(|segment| (segment.block, segment.range.end) <= (self.block, from));
        let segment = segments.get(first).filter(|segment| segment.block == self.block);
        let to = segment.map_or(end, |segment| segment.range.end.min(end));
        let style = match segment.map(|segment| segment.mark) {
            Some(Mark::Only(_)) => self.model.theme.only[self.side],
            Some(Mark::Moved) => self.model.theme.moved,
            Some(Mark::Shared) | None => self.base,
        };
        self.halted(from, to, style)
    }

    /// Sets off the run that the reader halted at.
    fn halted(&self, from: usize, to: usize, style: Style) -> (usize, Style) {
        let stop = self.model.stop.map(|stop| &self.model.stops[stop].what);
        let Some(What::Changed(at)) = stop else { return (to, style) };
        let spot = &at[self.side];
        let (start, end) = (spot.start, spot.end);
        if (self.block, to) <= start || (self.block, from) >= end {
            (to, style)
        } else if (self.block, from) < start {
            (start.1, style)
        } else {
            let to = if end.0 == self.block { to.min(end.1) } else { to };
            (to, style.patch(self.model.theme.stop))
        }
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
    let start = (height - length) * model.top / (rows - height).max(1);
    for k in 0..height {
        let sign = if (start..start + length).contains(&k) { "█" } else { "│" };
        let y = screen.body_top() + u16::try_from(k).unwrap_or(0);
        put(buffer, screen.width - 1, y, sign, model.theme.frame);
    }
}
