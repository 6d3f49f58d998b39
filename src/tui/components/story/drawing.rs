//! The whole story on the screen: a page of it, scrolled so that what is chosen is in sight.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::StoryComponent;
use super::page::{self, LEFT, NAMES, TOP};
use crate::pages::beyond;
use crate::present::{Line, Role, Span};
use crate::tui::paint::put::{fill, put_within};
use crate::tui::paint::signs::put_text;
use crate::tui::screen::columns;
use crate::tui::state::Reader;
use crate::wrap;

/// Draws the page that is open.
pub(super) fn draw(reader: &Reader, view: &StoryComponent, buffer: &mut Buffer) {
    let screen = reader.rows.screen;
    let area = Rect::new(0, 1, screen.width, screen.height.saturating_sub(2));
    fill(buffer, area, " ", reader.theme.text);
    for (other, x, text) in page::names(view.page, screen.width) {
        let style = if other.name() == view.page.name() { reader.theme.focus } else { reader.theme.quiet };
        put_within(buffer, x, NAMES, screen.width.saturating_sub(x), &text, style);
    }
    let last = screen.height.saturating_sub(1);
    if let Some(shown) = page::page(reader, view) {
        for (line, y) in shown.head.iter().zip(TOP..last) {
            put_line(reader, line, y, buffer);
        }
        let (top, items) = page::in_sight(reader, view, &shown);
        if let Some(beyond) = beyond(&shown, &items) {
            let x = screen.width.saturating_sub(columns(wrap::width(beyond)) + LEFT);
            put_within(buffer, x, TOP - 1, screen.width.saturating_sub(x), beyond, reader.theme.hint);
        }
        for ((item, line, text), y) in items.iter().zip(top..last) {
            if (*item, *line) == (view.choice.item, view.within) {
                put_within(buffer, 0, y, LEFT, "▸", reader.theme.text);
            }
            put_line(reader, text, y, buffer);
        }
    } else {
        let message = reader.facts.progress_text().unwrap_or_default();
        put_within(buffer, LEFT, TOP, screen.width.saturating_sub(2 * LEFT), &message, reader.theme.text);
    }
}

fn put_line(reader: &Reader, line: &Line<'_>, y: u16, buffer: &mut Buffer) {
    let mut x = LEFT;
    for span in line {
        for (text, style) in looks(reader, span) {
            let room = reader.rows.screen.width.saturating_sub(x);
            x = put_text(reader.settings.setup, buffer, (x, y), room, &text, style);
        }
    }
}

/// Returns how a stretch looks. A cell with a shade stands apart from its neighbour by the space that it begins with; where
/// there are no grounds signs fill it, if only that space.
fn looks<'s>(reader: &Reader, span: &'s Span<'_>) -> Vec<(Cow<'s, str>, Style)> {
    let (style, text) = (reader.theme.style(span.role), &*span.text);
    let Role::Carried(shade) = span.role else { return vec![(Cow::Borrowed(text), style)] };
    let shown = text.trim_start_matches(' ');
    let spaces = text.len() - shown.len();
    if reader.theme.has_shades {
        let (gap, cell) = text.split_at(spaces.min(1));
        return vec![(Cow::Borrowed(gap), reader.theme.text), (Cow::Borrowed(cell), style)];
    }
    let gap = usize::from(spaces > 1);
    let filled = " ".repeat(gap) + &shade.sign().repeat(spaces - gap);
    vec![(Cow::Owned(filled), reader.theme.frame), (Cow::Borrowed(shown), style)]
}
