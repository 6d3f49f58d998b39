//! The list beside the text, drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::letters::letter;
use crate::story::passage_lists::ListKind;
use crate::tui::aside;
use crate::tui::model::{Aside, Entry, Model};
use crate::tui::paint::{fill, put, put_within};
use crate::tui::screen::columns;
use crate::wrap;

/// Draws the list over its part of the screen.
pub(super) fn draw(model: &Model, aside: &Aside, buffer: &mut Buffer) {
    let area = aside::area(model);
    fill(buffer, area, " ", model.theme.text);
    // Over the left pane the gutter's own border is beside it.
    if let Some(border) = area.x.checked_sub(1) {
        fill(buffer, Rect { x: border, width: 1, ..area }, "│", model.theme.frame);
    }
    buffer.set_style(Rect { height: 1, ..area }, model.theme.focus);
    put_within(buffer, area.x + 1, area.y, area.width.saturating_sub(1), &title(model, aside), model.theme.focus);
    for (entry, y) in aside::in_sight(aside, aside::rows(area)).into_iter().zip(area.y + 1..) {
        let line = Rect { y, height: 1, ..area };
        match entry {
            Entry::Name(list) => name(model, aside, list, line, buffer),
            Entry::Passage(place) => passage(model, aside, place, line, buffer),
        }
    }
    if aside.lists.is_empty() {
        let said = model.known.said().unwrap_or_default();
        put_within(buffer, area.x + 1, area.y + 2, area.width.saturating_sub(2), &said, model.theme.text);
    }
}

fn title(model: &Model, aside: &Aside) -> String {
    let article = &model.pair.story.articles()[aside.article];
    format!("{} {}", letter(aside.article), article.label())
}

/// `▾ not found in B Highland Digest    12`
fn name(model: &Model, aside: &Aside, list: usize, line: Rect, buffer: &mut Buffer) {
    let theme = &model.theme;
    let count = aside.lists[list].blocks.len();
    let style = if count == 0 { theme.aside } else { theme.heading };
    let said = match aside.lists[list].which {
        ListKind::InAll => "in all".to_owned(),
        ListKind::OnlyHere => "only here".to_owned(),
        ListKind::NotIn(other) => {
            format!("not found in {} {}", letter(other), model.pair.story.articles()[other].label())
        }
    };
    let count = count.to_string();
    let end = line.right().saturating_sub(columns(wrap::width(&count)) + 1);
    put(buffer, line.x + 1, line.y, if list == aside.open { "▾" } else { " " }, style);
    put_within(buffer, line.x + 3, line.y, end.saturating_sub(line.x + 4), &said, style);
    put(buffer, end, line.y, &count, style);
}

/// `▸ ¶11 A foreign ministry …`
fn passage(model: &Model, aside: &Aside, place: usize, line: Rect, buffer: &mut Buffer) {
    let block = aside.lists[aside.open].blocks[place];
    let text = &model.pair.story.articles()[aside.article].blocks[block];
    let is_chosen = place == aside.line;
    let style = if is_chosen { model.theme.chosen } else { model.theme.text };
    let inside = Rect { x: line.x + 1, width: line.width.saturating_sub(2), ..line };
    if is_chosen {
        buffer.set_style(inside, style.remove_modifier(Modifier::UNDERLINED));
        put(buffer, inside.x, line.y, "▸", style);
    }
    let said = format!("¶{:<3} {}", block + 1, &text.text[text.dateline..].trim_start());
    put_within(buffer, inside.x + 2, line.y, inside.width.saturating_sub(2), &said, style);
}
