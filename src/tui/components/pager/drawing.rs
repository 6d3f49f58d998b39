//! A pager, drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Pager;
use super::sheet::{GAP, INDENT, Sheet, SheetRow};
use crate::keys::Action;
use crate::tui::components::field;
use crate::tui::geometry::footer::Footer;
use crate::tui::paint::frame;
use crate::tui::paint::put::{put, put_within};
use crate::tui::screen::columns;
use crate::tui::state::Reader;
use crate::wrap;

/// Draws the lines in their box, how far they are read, and what is searched.
pub(super) fn draw(reader: &Reader, pager: &Pager, footer: Option<&Footer>, buffer: &mut Buffer) {
    let sheet = Sheet::new(&pager.lines, reader, &pager.title);
    let area = frame::draw(&sheet.size(&pager.title), reader, buffer);
    let first = pager.first.min(sheet.last_first());
    for (index, row) in sheet.rows.iter().enumerate().skip(first).take(sheet.in_sight()) {
        let (column, line) = ((index - first) / sheet.height, (index - first) % sheet.height);
        let x = area.x + columns(column * (sheet.width + GAP));
        let y = area.y + columns(line);
        if y < area.bottom() {
            let room = Rect::new(x, y, columns(sheet.width).min(area.right().saturating_sub(x)), 1);
            draw_row(reader, pager, (&sheet, row), room, buffer);
        }
    }
    draw_progress(reader, &sheet, first, area, buffer);
    if let (Some((typed, _)), Some(footer)) = (&pager.search.prompt, footer) {
        field::draw_prompt(reader, "/", typed, footer, buffer);
    }
}

fn draw_row(
    reader: &Reader,
    pager: &Pager,
    (sheet, row): (&Sheet<'_>, &SheetRow<'_>),
    area: Rect,
    buffer: &mut Buffer,
) {
    let theme = &reader.theme;
    let is_heading = row.line.meaning.is_empty();
    if row.has_keys {
        let (x, style) = if is_heading { (area.x, theme.heading) } else { (area.x + columns(INDENT), theme.sign) };
        put_within(buffer, x, area.y, area.right().saturating_sub(x), &row.line.keys, style);
        set_off(reader, pager, (2 * row.index, &row.line.keys, 0), (x, area), buffer);
    }
    if !row.meaning.is_empty() {
        let x = area.x + columns(sheet.keys);
        let text = &row.line.meaning[row.meaning.clone()];
        put_within(buffer, x, area.y, area.right().saturating_sub(x), text, theme.text);
        set_off(reader, pager, (2 * row.index + 1, text, row.meaning.start), (x, area), buffer);
    }
}

/// Sets off what is searched in a part of a line that begins at a byte of it.
fn set_off(
    reader: &Reader,
    pager: &Pager,
    (part, text, from): (usize, &str, usize),
    (x, area): (u16, Rect),
    buffer: &mut Buffer,
) {
    let search = &pager.search;
    for (index, found) in search.found.iter().enumerate().filter(|(_, found)| found.block() == part) {
        let at = |byte: usize| byte.saturating_sub(from).min(text.len());
        let (start, end) = (at(found.range().start), at(found.range().end));
        let (Some(before), Some(shown)) = (text.get(..start), text.get(start..end)) else { continue };
        let left = x + columns(wrap::width(before));
        let width = columns(wrap::width(shown)).min(area.right().saturating_sub(left));
        let style: Style = if index == search.at { reader.theme.here } else { reader.theme.found };
        buffer.set_style(Rect::new(left, area.y, width, 1), style);
    }
}

/// Says at the lower edge which rows are in sight, if not all are, and how to go on.
fn draw_progress(reader: &Reader, sheet: &Sheet<'_>, first: usize, area: Rect, buffer: &mut Buffer) {
    let (all, last) = (sheet.rows.len(), first + sheet.in_sight());
    if all <= sheet.in_sight() {
        return;
    }
    let more = reader.keymap.hint(Action::RowDown, "more").filter(|_| last < all);
    let more = more.map_or_else(String::new, |more| format!(" · {more}"));
    let text = format!(" {}–{} of {all}{more} ", first + 1, last.min(all));
    let x = area.right().saturating_sub(columns(wrap::width(&text)));
    put(buffer, x, area.bottom(), &text, reader.theme.frame);
}
