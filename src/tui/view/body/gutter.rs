//! The gutter: numbers and signs, what sets off the band of the cursor, and the bar of what one side alone has.
//!
//! ```text
//!      The ministry said on Tuesday   ┐  2 ~  3 ┌ The ministry promised on       brackets: the band of the cursor
//!      that ferries would be renewed. ◀         └ Tuesday that three ferries …   and the row that is read
//!
//!      Tickets will not rise.         ▌  3<│> 4 ▐ Nobody at the quay …           bars, and a wall: not linked
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::BodyPrinter;
use crate::layout::RowCell;
use crate::pair::{Pair, Side};
use crate::present::labels::Label;
use crate::present::{Marks, Role, Sign};
use crate::tui::geometry::text;
use crate::tui::paint::put::put;
use crate::tui::screen::{Screen, columns};

impl BodyPrinter<'_> {
    /// The line between a pane and the numbers: of all that it can say what matters most here.
    pub(super) fn rule(&self, row: usize, side: Side, y: u16, buffer: &mut Buffer) {
        let (theme, screen) = (&self.reader.theme, self.reader.rows.screen);
        let (x, here) = match side {
            Side::Left => (screen.gutter_left(), "◀"),
            Side::Right => (screen.right_pane() - 1, "▶"),
        };
        let is_cursor = self.reader.position.focus == side && self.is_cursor(row) && self.has_row(row);
        let (sign, style) = match () {
            () if is_cursor => (here, theme.cursor),
            () if self.is_barred(row, side) => (Sign::bar(side).sign(), theme.alone[side]),
            () if self.is_answer(side) => (Sign::Answer.sign(), theme.cursor),
            () => match self.bracket(row, side) {
                Some(bracket) => (bracket, theme.cursor),
                None => ("│", theme.style(Role::Frame)),
            },
        };
        put(buffer, x, y, sign, style);
    }

    /// Returns what embraces the band of the cursor at one of its rows.
    pub(super) fn bracket(&self, row: usize, side: Side) -> Option<&'static str> {
        let rows = &self.cursor.rows;
        let [first, last, only] = if side == Side::Left { ["┐", "┘", "┤"] } else { ["┌", "└", "├"] };
        self.is_level(row, side).then(|| match (row == rows.start, row + 1 == rows.end) {
            (true, true) => only,
            (true, false) => first,
            (false, true) => last,
            (false, false) => "│",
        })
    }

    fn is_level(&self, row: usize, side: Side) -> bool {
        self.cursor.sides[side] && self.cursor.rows.contains(&row)
    }

    /// Where no ground sets off the band of the cursor, draws a line along its outer edges too, in the columns that are free there:
    /// at the far edge of these, so that it does not touch the text.
    pub(super) fn outer_lines(&self, rows: Pair<usize>, lefts: Pair<u16>, y: u16, buffer: &mut Buffer) {
        let (theme, screen) = (&self.reader.theme, self.reader.rows.screen);
        if theme.band.bg.is_some() {
            return;
        }
        let right = lefts.right + columns(screen.columns.measures.right);
        let at = Pair::new(lefts.left.checked_sub(1), Some(right).filter(|&x| x < screen.text_right()));
        for (side, line) in [(Side::Left, "▏"), (Side::Right, "▕")] {
            if let Some(x) = at[side].filter(|_| self.is_level(rows[side], side)) {
                put(buffer, x, y, line, theme.cursor);
            }
        }
    }

    /// Tells whether a bar stands along a line: where what differs is marked, and its block is on that side alone.
    fn is_barred(&self, row: usize, side: Side) -> bool {
        self.reader.settings.markings.marks == Marks::Differences && self.presenter.is_alone(row, side)
    }

    /// Lays the ground of the cursor's band under what has no ground of its own.
    pub(super) fn tint(&self, area: Rect, buffer: &mut Buffer) {
        let theme = &self.reader.theme;
        let (Some(ground), Some(band)) = (theme.text.bg, theme.band.bg) else { return };
        for at in area.intersection(buffer.area).positions() {
            if let Some(cell) = buffer.cell_mut(at).filter(|cell| cell.bg == ground) {
                cell.bg = band;
            }
        }
    }

    /// Tells whether the cursor is at a row; a page has none.
    pub(super) fn is_cursor(&self, row: usize) -> bool {
        !self.reader.settings.is_page && self.reader.viewport().cursor == row
    }

    /// Sets off the row of the cursor in the gutter: all of it, or of free panes the half of the focused one.
    pub(super) fn reading_row(&self, rows: Pair<usize>, y: u16, buffer: &mut Buffer) {
        let (screen, focus) = (self.reader.rows.screen, self.reader.position.focus);
        if !self.is_cursor(rows[focus]) || !self.has_row(rows[focus]) {
            return;
        }
        let (left, right) = (screen.gutter_left(), screen.right_pane());
        let middle = left + (right - left) / 2;
        let (from, to) = match focus {
            _ if rows.left == rows.right => (left, right),
            Side::Left => (left, middle),
            Side::Right => (middle + 1, right),
        };
        self.set_off(Rect::new(from, y, to - from, 1), buffer);
    }

    /// Sets off a part of the reading row, its numbers as strong as text, what is of one side in its hue.
    pub(super) fn set_off(&self, area: Rect, buffer: &mut Buffer) {
        let (theme, area) = (&self.reader.theme, area.intersection(buffer.area));
        for at in area.positions() {
            if let Some(cell) = buffer.cell_mut(at) {
                let of = Side::BOTH.into_iter().find(|&side| theme.alone[side].fg == Some(cell.fg));
                cell.fg = if Some(cell.fg) == theme.frame.fg { theme.text.fg.unwrap_or(cell.fg) } else { cell.fg };
                cell.modifier.remove(Modifier::DIM);
                cell.set_style(of.map_or(theme.reading, |side| theme.reading.patch(theme.reading_sides[side])));
            }
        }
    }

    /// `↓15 ~  3 `: the numbers at a block's first line, and the sign of the relation between them; between blocks that
    /// are not linked a wall.
    pub(super) fn numbers(&self, rows: Pair<usize>, x: u16, y: u16, buffer: &mut Buffer) {
        let theme = &self.reader.theme;
        let digits = columns(self.reader.rows.screen.columns.digits);
        if let Some(label) = self.cells.left.label {
            self.place(Side::Left, label, (x + 1, y), buffer);
            put(buffer, x + 2, y, &self.number(label.number), theme.style(Role::Number));
            put(buffer, x + 2 + digits, y, label.sign, self.sign_style(label));
        }
        let numbers_at = Pair::new(x + 2, x + 5 + digits);
        for side in Side::BOTH {
            if let Some(number) = self.repeated_number(rows[side], side, y) {
                put(buffer, numbers_at[side], y, &self.number(number), theme.style(Role::Number));
            }
        }
        if let Some(label) = self.cells.right.label {
            put(buffer, x + 4 + digits, y, label.sign, self.sign_style(label));
            put(buffer, x + 5 + digits, y, &self.number(label.number), theme.style(Role::Number));
            self.place(Side::Right, label, (x + 5 + 2 * digits, y), buffer);
        }
        if rows.left == rows.right && self.presenter.is_parted(rows.left) {
            put(buffer, x + 3 + digits, y, "│", theme.style(Role::Frame));
        } else if rows.left == rows.right && self.is_first_of_band(rows.left) {
            put(buffer, x + 3 + digits, y, self.presenter.relation(rows.left), theme.style(Role::Sign));
        }
    }

    /// Returns the look of the sign in a label: in the hue of the side that has the block alone.
    fn sign_style(&self, label: Label) -> Style {
        let alone = Side::BOTH.into_iter().find(|&side| label.sign == Sign::only(side).sign());
        alone.map_or_else(|| self.reader.theme.style(Role::Sign), |side| self.reader.theme.alone[side])
    }

    /// What stands at the outer edge of a label: that the block is marked, else where its home is, else, faint, the hint at what
    /// is related.
    fn place(&self, side: Side, label: Label, (x, y): (u16, u16), buffer: &mut Buffer) {
        let theme = &self.reader.theme;
        let (sign, style) = match label.place {
            _ if self.reader.is_marked(side, label.number - 1) => (Sign::ByHand.sign(), theme.cursor),
            place if place == Sign::Related.sign() => (place, theme.style(Role::Frame)),
            place => (place, theme.style(Role::Sign)),
        };
        put(buffer, x, y, sign, style);
    }

    /// Returns the number of a block whose first line is above the screen, for its first line in sight.
    fn repeated_number(&self, row: usize, side: Side, y: u16) -> Option<usize> {
        if y != self.reader.rows.screen.body_top() {
            return None;
        }
        text::cell(self.reader, side, row).filter(|(_, line)| *line > 0).map(|(placed, _)| placed.block + 1)
    }

    fn number(&self, number: usize) -> String {
        format!("{number:>width$}", width = self.reader.rows.screen.columns.digits)
    }

    /// What stands before a line in one column: whose it is, its number and its sign.
    pub(super) fn below_label(&self, row: usize, side: Side, y: u16, buffer: &mut Buffer) {
        let (theme, screen) = (&self.reader.theme, self.reader.rows.screen);
        let sign_at = 5 + columns(screen.columns.digits);
        let cell = self.reader.rows.layout.rows[row].cells[side];
        if matches!(cell, RowCell::Text { .. } | RowCell::Fold { .. } | RowCell::Named { .. }) {
            put(buffer, 1, y, &self.letters[side], theme.style(Role::Only(side)));
        }
        if let Some(label) = self.cells[side].label {
            self.place(side, label, (3, y), buffer);
            put(buffer, 4, y, &self.number(label.number), theme.style(Role::Number));
            let sign = if label.sign == " " { self.presenter.relation(row) } else { label.sign };
            put(buffer, sign_at, y, sign, self.sign_style(label));
        }
        if let Some(number) = self.repeated_number(row, side, y) {
            put(buffer, 4, y, &self.number(number), theme.style(Role::Number));
        }
        if self.is_barred(row, side) {
            put(buffer, sign_at + 1, y, Sign::bar(side).sign(), theme.alone[side]);
        }
    }

    pub(super) fn has_row(&self, row: usize) -> bool {
        row < self.reader.rows.layout.rows.len()
    }

    fn is_first_of_band(&self, row: usize) -> bool {
        let layout = &self.reader.rows.layout;
        layout.rows.get(row).is_some_and(|shown| layout.rows_of(shown.band).start == row)
    }

    /// Tells whether something on a side of the row answers the line at the cursor.
    pub(super) fn is_answer(&self, side: Side) -> bool {
        let text = self.cells[side].spans.iter().filter(|span| span.role != Role::Fold);
        text.filter_map(|span| span.at.as_ref()).any(|at| self.highlights.is_answer(at))
    }
}

/// Returns a pane's line of the screen, with its half of the gutter.
pub(super) fn half(screen: &Screen, side: Side, y: u16) -> Rect {
    let (left, right) = (screen.gutter_left(), screen.right_pane());
    let middle = left + (right - left) / 2;
    match side {
        Side::Left => Rect::new(0, y, middle, 1),
        Side::Right => Rect::new(middle, y, screen.text_right().saturating_sub(middle), 1),
    }
}
