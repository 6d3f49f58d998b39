//! The text itself: panes and gutter, row by row.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::highlights::Highlights;
use crate::layout::{Arrangement, RowCell, Texts};
use crate::pair::{Pair, Side};
use crate::present::labels::Label;
use crate::present::{PresentedCell, Presenter, Role, Sign, Span};
use crate::tui::paint::put::{cut_at, fill, put, put_within};
use crate::tui::paint::signs::{put_text, put_text_within};
use crate::tui::screen::columns;
use crate::tui::state::Reader;

/// Draws the rows that are in sight.
pub(super) fn draw(reader: &Reader, buffer: &mut Buffer) {
    let letters = reader.pair.letters();
    let mut body = BodyPrinter::new(reader, &letters);
    for line in 0..reader.rows.screen.body_height() {
        let y = reader.rows.screen.body_top() + line;
        let rows = reader.position.viewports.map(|viewport| viewport.top + usize::from(line));
        match reader.rows.screen.columns.arrangement {
            Arrangement::Facing => body.facing(rows, y, buffer),
            Arrangement::Inline | Arrangement::Stacked | Arrangement::Single(_) => {
                body.below(rows[reader.position.focus], y, buffer);
            }
        }
    }
}

/// What is drawn, and the row that is drawn now.
struct BodyPrinter<'m> {
    reader: &'m Reader,
    letters: &'m Pair<String>,
    presenter: Presenter<'m>,
    highlights: Highlights<'m>,
    cells: Pair<PresentedCell<'m>>,
}

impl<'m> BodyPrinter<'m> {
    fn new(reader: &'m Reader, letters: &'m Pair<String>) -> Self {
        let articles = reader.pair.articles();
        let presenter = Presenter {
            articles,
            comparison: &reader.pair.comparison,
            bands: &reader.pair.bands,
            lines: reader.rows.layout.wrapped(),
            texts: Texts::new(articles),
            rows: &reader.rows.layout.rows,
            measures: reader.rows.screen.columns.measures,
            markings: Some(reader.settings.markings),
            shows_related: reader.settings.markings.related,
            letters,
        };
        Self { reader, letters, presenter, highlights: Highlights::new(reader), cells: Pair::default() }
    }

    /// A line of the screen with both panes; they show the same row unless they are free.
    fn facing(&mut self, rows: Pair<usize>, y: u16, buffer: &mut Buffer) {
        let (reader, screen) = (self.reader, self.reader.rows.screen);
        let margins = screen.columns.margins().map(columns);
        let lefts = Pair::new(margins.left, screen.right_pane() + margins.right);
        for side in Side::BOTH {
            self.presenter.cell(rows[side], side, &mut self.cells[side]);
            self.cell(side, (lefts[side], y), buffer);
        }
        let (x, digits) = (screen.gutter_left(), columns(screen.columns.digits));
        for (side, x, here) in [(Side::Left, x, "◀"), (Side::Right, x + 2 * digits + 6, "▶")] {
            let is_cursor =
                reader.position.focus == side && reader.viewport().cursor == rows[side] && self.has_row(rows[side]);
            let (sign, style) = if is_cursor {
                (here, reader.theme.cursor)
            } else if self.is_answer(side) {
                (Sign::Answer.sign(), reader.theme.cursor)
            } else {
                ("│", reader.theme.style(Role::Frame))
            };
            put(buffer, x, y, sign, style);
        }
        self.numbers(rows, x, y, buffer);
    }

    /// `↓15 ~  3 `: the numbers at a block's first line, and the sign of the relation between them.
    fn numbers(&self, rows: Pair<usize>, x: u16, y: u16, buffer: &mut Buffer) {
        let (sign, number) = (self.reader.theme.style(Role::Sign), self.reader.theme.style(Role::Number));
        let digits = columns(self.reader.rows.screen.columns.digits);
        if let Some(label) = self.cells.left.label {
            put(buffer, x + 1, y, label.place, self.place_style(label));
            put(buffer, x + 2, y, &self.number(label.number), number);
            put(buffer, x + 2 + digits, y, label.sign, sign);
        }
        if let Some(label) = self.cells.right.label {
            put(buffer, x + 4 + digits, y, label.sign, sign);
            put(buffer, x + 5 + digits, y, &self.number(label.number), number);
            put(buffer, x + 5 + 2 * digits, y, label.place, self.place_style(label));
        }
        if rows.left == rows.right && self.is_first_of_band(rows.left) {
            put(buffer, x + 3 + digits, y, self.presenter.relation(rows.left), sign);
        }
    }

    /// Returns the look of what stands at the outer edge of a label: faint, if it is a hint.
    fn place_style(&self, label: Label) -> Style {
        let role = if label.place == Sign::Related.sign() { Role::Frame } else { Role::Sign };
        self.reader.theme.style(role)
    }

    fn number(&self, number: usize) -> String {
        format!("{number:>width$}", width = self.reader.rows.screen.columns.digits)
    }

    /// A line of the screen in one column: `▶B ↑12 ~ ` and the text.
    fn below(&mut self, row: usize, y: u16, buffer: &mut Buffer) {
        let (theme, screen) = (&self.reader.theme, self.reader.rows.screen);
        if row == self.reader.viewport().cursor {
            put(buffer, 0, y, "▶", theme.cursor);
        }
        let Some(halves) = self.reader.rows.layout.rows.get(row).map(|row| row.cells) else { return };
        for side in Side::BOTH.into_iter().filter(|&side| halves[side] != RowCell::Other) {
            self.presenter.cell(row, side, &mut self.cells[side]);
            if self.is_answer(side) {
                put(buffer, 0, y, Sign::Answer.sign(), theme.cursor);
            }
            self.cell(side, (columns(screen.columns.gutter), y), buffer);
            if matches!(halves[side], RowCell::Text { .. } | RowCell::Fold { .. } | RowCell::Named { .. }) {
                put(buffer, 1, y, &self.letters[side], theme.style(Role::Only(side)));
            }
            if let Some(label) = self.cells[side].label {
                put(buffer, 3, y, label.place, self.place_style(label));
                put(buffer, 4, y, &self.number(label.number), theme.style(Role::Number));
                let sign = if label.sign == " " { self.presenter.relation(row) } else { label.sign };
                put(buffer, 5 + columns(screen.columns.digits), y, sign, theme.style(Role::Sign));
            }
        }
    }

    fn has_row(&self, row: usize) -> bool {
        row < self.reader.rows.layout.rows.len()
    }

    fn is_first_of_band(&self, row: usize) -> bool {
        let layout = &self.reader.rows.layout;
        layout.rows.get(row).is_some_and(|shown| layout.rows_of(shown.band).start == row)
    }

    /// Tells whether something on a side of the row answers the line at the cursor.
    fn is_answer(&self, side: Side) -> bool {
        let text = self.cells[side].spans.iter().filter(|span| span.role != Role::Fold);
        text.filter_map(|span| span.at.as_ref()).any(|at| self.highlights.is_answer(at))
    }

    /// Draws a side of the row, its text beginning at a column.
    fn cell(&self, side: Side, (x, y): (u16, u16), buffer: &mut Buffer) {
        let cell = &self.cells[side];
        let theme = &self.reader.theme;
        let measure = columns(self.reader.rows.screen.columns.measures[side]);
        let (mut at, end) = (x, x + measure);
        if cell.indent > 0 {
            at = put(buffer, at, y, Sign::Echo.sign(), theme.style(Role::Frame)).max(at + 1);
            at += columns(cell.indent) - 1;
        }
        for span in &cell.spans {
            let style = theme.style(span.role);
            at = match (span.role, &span.at) {
                (Role::Fold, None) | (Role::Filler, _) => put(buffer, at, y, &span.text, style),
                (Role::Fold, Some(_)) => {
                    let room = end.saturating_sub(at);
                    put_text_within(self.reader.settings.setup, buffer, (at, y), room, &span.text, style)
                }
                (_, None) => put_within(buffer, at, y, measure, &span.text, style),
                (_, Some(_)) => self.text(span, cell.indent == 0, (at, y), end, buffer),
            };
        }
        if cell.is_cut {
            let at = at.min(end - 1);
            cut_at(buffer, at, y);
            fill(buffer, Rect::new(at, y, 1, 1), "…", theme.style(Role::Echo));
        }
    }

    /// Draws a stretch of an article's text up to a column, with what is set off in it, and returns the column after it.
    fn text(&self, span: &Span<'_>, is_home: bool, (x, y): (u16, u16), end: u16, buffer: &mut Buffer) -> u16 {
        let style = self.reader.theme.style(span.role);
        let (mut at, mut from) = (x, 0);
        while from < span.text.len() && at < end {
            let (to, style) = self.highlights.next(span, is_home, from, style);
            at = put_text(self.reader.settings.setup, buffer, (at, y), end - at, &span.text[from..to], style);
            from = to;
        }
        at
    }
}
