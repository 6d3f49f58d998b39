//! The whole story on the screen: a page of it, scrolled so that what is chosen is in sight.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::chrome;
use super::signs::put_text;
use crate::keys::Action;
use crate::pages::KeyText;
use crate::present::Line;
use crate::tui::model::{Model, Overview};
use crate::tui::pages::{self, LEFT, NAMES, TOP};
use crate::tui::paint::{fill, put_within};

/// Draws the page that is open.
pub(super) fn draw(model: &Model, buffer: &mut Buffer) {
    let Some(view) = &model.overview else { return };
    let screen = model.screen;
    let area = Rect::new(0, 1, screen.width, screen.height.saturating_sub(1));
    fill(buffer, area, " ", model.theme.text);
    for (page, x, text) in pages::names(view.page) {
        let style = if page.name() == view.page.name() { model.theme.focus } else { model.theme.quiet };
        put_within(buffer, x, NAMES, screen.width.saturating_sub(x), &text, style);
    }
    let last = screen.height.saturating_sub(1);
    if let Some(page) = pages::page(model, view) {
        for (line, y) in page.head.iter().zip(TOP..last) {
            put_line(model, line, y, buffer);
        }
        let (top, items) = pages::in_sight(model, view, &page);
        for ((item, line, text), y) in items.iter().zip(top..last) {
            if (*item, *line) == (view.choice.item, 0) {
                put_within(buffer, 0, y, LEFT, "▸", model.theme.text);
            }
            put_line(model, text, y, buffer);
        }
    } else {
        let said = model.known.said().unwrap_or_default();
        put_within(buffer, LEFT, TOP, screen.width.saturating_sub(2 * LEFT), &said, model.theme.text);
    }
    chrome::status_line(model, &here(model, view), &keys(model, view), buffer);
}

fn put_line(model: &Model, line: &Line<'_>, y: u16, buffer: &mut Buffer) {
    let mut x = LEFT;
    for span in line {
        let room = model.screen.width.saturating_sub(x);
        x = put_text(model.settings.setup, buffer, (x, y), room, &span.text, model.theme.style(span.role));
    }
}

/// What is chosen, with the names in full.
fn here(model: &Model, view: &Overview) -> String {
    let known = view.page.caption(&model.facts(), &view.choice);
    let parts = [known.filter(|text| !text.is_empty()), model.known.said()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The keys that matter on a page, the most telling ones last.
fn keys(model: &Model, view: &Overview) -> Vec<String> {
    if model.known.is_waiting() && pages::page(model, view).is_none() {
        let keys = [(Action::Close, "stop"), (Action::Story, "read on meanwhile")];
        return keys.into_iter().filter_map(|(action, said)| model.keymap.hint(action, said)).collect();
    }
    let hint = |(actions, said): KeyText| match actions {
        [action] => model.keymap.hint(*action, said),
        actions => model.keymap.hints(actions, said),
    };
    view.page.hints(&view.choice).into_iter().filter_map(hint).collect()
}
