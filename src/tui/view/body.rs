//! The text itself: panes and gutter, row by row.

mod gutter;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_segmentation::GraphemeCursor;

use super::highlights::Highlights;
use crate::keys::Action;
use crate::layout::{Arrangement, RowCell, Texts};
use crate::pair::{Pair, Side};
use crate::present::{PresentedCell, Presenter, Role, Sign, Span, labels};
use crate::tui::geometry::reading::{CursorBand, cursor_band};
use crate::tui::paint::put::{cut_at, fill, put, put_within};
use crate::tui::paint::signs::{put_text, put_text_within};
use crate::tui::screen::columns;
use crate::tui::state::Reader;
use crate::wrap;

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
pub(super) struct BodyPrinter<'m> {
    reader: &'m Reader,
    letters: &'m Pair<String>,
    presenter: Presenter<'m>,
    highlights: Highlights<'m>,
    cursor: CursorBand,
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
            markings: Some(reader.settings.shown_markings()),
            shows_related: reader.settings.markings.related,
            letters,
        };
        let (highlights, cursor) = (Highlights::new(reader), cursor_band(reader));
        Self { reader, letters, presenter, highlights, cursor, cells: Pair::default() }
    }

    /// A line of the screen with both panes; they show the same row unless they are free.
    fn facing(&mut self, rows: Pair<usize>, y: u16, buffer: &mut Buffer) {
        let screen = self.reader.rows.screen;
        let margins = screen.columns.margins().map(columns);
        let lefts = Pair::new(margins.left, screen.right_pane() + margins.right);
        for side in Side::BOTH {
            self.presenter.cell(rows[side], side, &mut self.cells[side]);
            self.cell(side, (lefts[side], y), buffer);
        }
        for side in Side::BOTH {
            self.rule(rows[side], side, y, buffer);
        }
        self.numbers(rows, screen.gutter_left(), y, buffer);
        let sides = self.cursor.sides;
        for side in Side::BOTH.into_iter().filter(|&side| sides[side] && self.cursor.rows.contains(&rows[side])) {
            self.tint(gutter::half(&screen, side, y), buffer);
        }
        self.reading_row(rows, y, buffer);
        self.outer_lines(rows, lefts, y, buffer);
    }

    /// A line of the screen in one column: `▶B ↑12 ~ ` and the text.
    fn below(&mut self, row: usize, y: u16, buffer: &mut Buffer) {
        let (theme, screen) = (&self.reader.theme, self.reader.rows.screen);
        let Some(halves) = self.reader.rows.layout.rows.get(row).map(|row| row.cells) else { return };
        if let Some(bracket) = self.bracket(row, Side::Right).or_else(|| self.bracket(row, Side::Left)) {
            put(buffer, 0, y, bracket, theme.cursor);
        }
        for side in Side::BOTH.into_iter().filter(|&side| halves[side] != RowCell::Other) {
            self.presenter.cell(row, side, &mut self.cells[side]);
            if self.is_answer(side) {
                put(buffer, 0, y, Sign::Answer.sign(), theme.cursor);
            }
            self.cell(side, (columns(screen.columns.gutter), y), buffer);
            self.below_label(row, side, y, buffer);
        }
        if self.cursor.rows.contains(&row) {
            self.tint(Rect::new(0, y, screen.text_right(), 1), buffer);
        }
        if self.is_cursor(row) {
            put(buffer, 0, y, "▶", theme.cursor);
            self.set_off(Rect::new(0, y, columns(screen.columns.gutter) - 1, 1), buffer);
        }
    }

    /// Draws a side of the row, its text beginning at a column.
    fn cell(&self, side: Side, (x, y): (u16, u16), buffer: &mut Buffer) {
        let cell = &self.cells[side];
        let theme = &self.reader.theme;
        let measure = columns(self.reader.rows.screen.columns.measures[side]);
        let (mut at, mut end) = (x, x + measure);
        let indent = columns(cell.indent);
        if indent > 0 {
            // An echo is set back from where its lines begin.
            let sign = if cell.is_flush_right() { end - 1 } else { at };
            put(buffer, sign, y, Sign::Echo.sign(), theme.style(Role::Frame));
        }
        if cell.is_flush_right() {
            end -= indent;
            at = end.saturating_sub(columns(cell.columns)).max(x);
        } else {
            at += indent;
        }
        for span in &cell.spans {
            let style = theme.style(span.role);
            at = match (span.role, &span.at) {
                (Role::Fold, None) => put(buffer, at, y, &span.text, style),
                (Role::Filler, _) => {
                    fill(buffer, Rect::new(at, y, end - at, 1).intersection(buffer.area), &span.text, style);
                    end
                }
                (Role::Fold, Some(_)) => {
                    let key = self.reader.keymap.first(Action::Follow).map(|key| format!(" · {key}"));
                    let of_key = key.as_ref().map_or(0, |key| columns(wrap::width(key)));
                    let room = end.saturating_sub(at).saturating_sub(of_key);
                    let text = labels::set_off(self.presenter.articles[side], &span.text);
                    let at = put_text_within(self.reader.settings.setup, buffer, (at, y), room, &text, style);
                    // The key that opens it matters more than its words.
                    key.map_or(at, |key| put_within(buffer, at, y, end.saturating_sub(at), &key, theme.hint))
                }
                (_, None) => put_within(buffer, at, y, measure, &span.text, style),
                (_, Some(_)) => self.text(span, cell.indent == 0, (at, y), end, buffer),
            };
        }
        if cell.is_cut {
            // Behind the last word, which of text that runs from right to left is before the first column; where there is no
            // room, in place of the last letter, which is not in its order yet.
            let before = end.saturating_sub(columns(cell.columns) + 1);
            let at = if cell.is_flush_right() && before >= x { before } else { at.min(end - 1) };
            cut_at(buffer, at, y);
            fill(buffer, Rect::new(at, y, 1, 1), "…", theme.style(Role::Echo));
        }
    }

    /// Draws a stretch of an article's text up to a column, with what is set off in it, and returns the column after it.
    fn text(&self, span: &Span<'_>, is_home: bool, (x, y): (u16, u16), end: u16, buffer: &mut Buffer) -> u16 {
        let (style, line) = self.reader.theme.text_style(span.role, &span.text);
        let (mut at, mut from) = (x, 0);
        while from < span.text.len() && at < end {
            let (to, style) = self.highlights.next(span, is_home, from, style);
            let to = cluster_end(&span.text, to);
            at = put_text(self.reader.settings.setup, buffer, (at, y), end - at, &span.text[from..to], style);
            from = to;
        }
        line.leave_out(buffer, x..at, y);
        at
    }
}

/// Returns the end of the cluster that a place in a text is in: what is set off ends with a letter, and its marks belong to it. A
/// cell takes a cluster as a whole, and nothing where one begins in its middle.
fn cluster_end(text: &str, at: usize) -> usize {
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    match cursor.is_boundary(text, 0) {
        Ok(false) => cursor.next_boundary(text, 0).ok().flatten().unwrap_or(text.len()),
        _ => at,
    }
}
