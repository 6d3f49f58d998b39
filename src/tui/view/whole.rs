//! The whole story on the screen: a page of it, scrolled so that what is chosen is in sight.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::signs::put_text;
use super::{chrome, fill, put_within};
use crate::keys::Action;
use crate::pair::Pair;
use crate::present::{Line, labels};
use crate::story::{letter, presence};
use crate::tui::model::{Model, Overview, Page};
use crate::tui::pages::{self, LEFT, NAMES, TOP};

/// Draws the page that is open.
pub(super) fn draw(model: &Model, buffer: &mut Buffer) {
    let Some(view) = &model.overview else { return };
    let screen = model.screen;
    let area = Rect::new(0, 1, screen.width, screen.height.saturating_sub(1));
    fill(buffer, area, " ", model.theme.text);
    for (page, x, text) in pages::names(view.page) {
        let style = if page == view.page { model.theme.focus } else { model.theme.quiet };
        put_within(buffer, x, NAMES, screen.width.saturating_sub(x), &text, style);
    }
    let last = screen.height.saturating_sub(1);
    if let Some(page) = pages::page(model, view) {
        for (line, y) in page.head.iter().zip(TOP..last) {
            put_line(model, line, y, buffer);
        }
        let (top, items) = pages::in_sight(model, view, &page);
        for ((item, line, text), y) in items.iter().zip(top..last) {
            if (*item, *line) == (view.row, 0) {
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
    let known = match view.page {
        Page::Sharing => sharing(model, view),
        Page::Passages => passage(model, view),
        Page::Source => {
            model.known.perspective.as_ref().map(|from| format!("source: {}", named(model, from.presence.base)))
        }
        Page::Headlines => Some(named(model, view.row)),
    };
    let parts = [known.filter(|text| !text.is_empty()), model.known.said()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// `A Meridian Wire`
fn named(model: &Model, place: usize) -> String {
    model
        .story
        .articles()
        .get(place)
        .map_or_else(String::new, |article| format!("{} {}", letter(place), article.label()))
}

fn sharing(model: &Model, view: &Overview) -> Option<String> {
    let whole = model.known.analysis.as_ref()?;
    let chosen = Pair::new(*whole.order.get(view.row)?, *whole.order.get(view.column)?);
    let (of, within) = (named(model, chosen.left), named(model, chosen.right));
    if chosen.left == chosen.right {
        return Some(format!("{of}: {} words", whole.matrix.words(chosen.left)));
    }
    let cell = whole.matrix.cell(chosen.left, chosen.right);
    let longest = if cell.longest_run == 0 { String::new() } else { format!(" · longest run {}", cell.longest_run) };
    Some(format!("{} w of {of} in {within}{longest}", cell.shared))
}

fn passage(model: &Model, view: &Overview) -> Option<String> {
    let presence = &model.known.perspective.as_ref()?.presence;
    let passage = *presence.shown(view.filter).get(view.row)?;
    let name = named(model, view.column);
    let Some(cell) = presence.cell(passage, view.column) else { return Some(format!("not found in {name}")) };
    let standing = match cell.standing {
        presence::Standing::Here => String::new(),
        standing => format!("{} ", standing.name()),
    };
    let shift = match cell.shift {
        0 => String::new(),
        up @ ..0 => format!(", {} up", up.unsigned_abs()),
        down => format!(", {down} down"),
    };
    Some(format!("{name}: {standing}{}{shift}", labels::each_block(&cell.blocks)))
}

/// The keys that matter on a page, the most telling ones last.
fn keys(model: &Model, view: &Overview) -> Vec<String> {
    let (close, page, read) = ((Action::Story, "close"), (Action::OtherPane, "page"), (Action::Follow, "read"));
    if model.known.is_waiting() && pages::page(model, view).is_none() {
        let keys = [(Action::Close, "stop"), (Action::Story, "read on meanwhile")];
        return keys.into_iter().filter_map(|(action, said)| model.keymap.hint(action, said)).collect();
    }
    let far = matches!(view.filter, presence::Filter::MovedBy(_));
    let farther = model.keymap.hints(&[Action::Narrower, Action::Wider], "how far").filter(|_| far);
    let keys = match view.page {
        Page::Sharing | Page::Headlines => vec![close, page, read],
        Page::Passages => vec![close, (Action::Outlet(0), "seen from"), (Action::Fold, "filter"), page, read],
        Page::Source => {
            vec![close, (Action::Outlet(0), "source"), (Action::Fold, "read its own alone"), page, read]
        }
    };
    farther.into_iter().chain(keys.into_iter().filter_map(|(action, said)| model.keymap.hint(action, said))).collect()
}
