//! The whole story on the screen: a page of it, scrolled so that what is chosen is in sight.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{chrome, fill, put_within};
use crate::report::story::{self, Line, Role, Shown};
use crate::tui::keys::Action;
use crate::tui::model::{Model, Overview, Page};
use crate::tui::theme::Theme;

/// The lines of a page that stand above what can be chosen.
const SHARING_HEAD: usize = 5;
const PASSAGES_HEAD: usize = 4;

/// Draws the page that is open.
pub(super) fn draw(model: &Model, buffer: &mut Buffer) {
    let Some(view) = &model.overview else { return };
    let screen = model.screen;
    let area = Rect::new(0, 1, screen.width, screen.height.saturating_sub(1));
    fill(buffer, area, " ", model.theme.text);
    pages(model, view, buffer);
    let top = 3.min(screen.height);
    let height = usize::from(screen.height.saturating_sub(top + 1));
    for (line, y) in lines(model, view, height).iter().zip(top..screen.height.saturating_sub(1)) {
        let mut x = 1;
        for span in line {
            let room = screen.width.saturating_sub(x);
            x = put_within(buffer, x, y, room, &span.text, style(&model.theme, span.role));
        }
    }
    chrome::status_line(model, &here(view), &keys(model, view), buffer);
}

/// The names of the pages, that which is open marked.
fn pages(model: &Model, view: &Overview, buffer: &mut Buffer) {
    let mut x = 1;
    for page in Page::ALL {
        let (style, text) = if page == view.page {
            (model.theme.focus, format!("[{}]", page.name()))
        } else {
            (model.theme.quiet, format!(" {} ", page.name()))
        };
        x = put_within(buffer, x, 1, model.screen.width.saturating_sub(x), &text, style) + 1;
    }
}

/// The lines in sight.
fn lines(model: &Model, view: &Overview, height: usize) -> Vec<Line> {
    let (story, width) = (&model.story, usize::from(model.screen.width).saturating_sub(2));
    match view.page {
        Page::Sharing => {
            let page = story::sharing(story, &view.whole, Some((view.row, view.column)), width);
            scrolled(page, SHARING_HEAD, view.row, height)
        }
        Page::Passages => {
            let room = height.saturating_sub(PASSAGES_HEAD).max(1);
            let first = view.row.saturating_sub(room - 1);
            let shown = Shown { filter: view.filter, rows: first..first + room, chosen: Some((view.row, view.column)) };
            story::passages(story, &view.whole, &view.from.presence, &shown, width)
        }
        Page::Source => {
            scrolled(story::source(story, &view.whole, &view.from, width), 0, view.row + height - 1, height)
        }
        Page::Headlines => scrolled(story::headlines(story, width), 0, view.row + height - 1, height),
    }
}

/// Leaves the head of a page and as many of the other lines as there is room for, the chosen one among them.
fn scrolled(mut page: Vec<Line>, head: usize, chosen: usize, height: usize) -> Vec<Line> {
    let room = height.saturating_sub(head).max(1);
    let rest = page.split_off(head.min(page.len()));
    let first = chosen.saturating_sub(room - 1).min(rest.len().saturating_sub(room.min(rest.len())));
    page.extend(rest.into_iter().skip(first).take(room));
    page
}

fn style(theme: &Theme, role: Role) -> Style {
    match role {
        Role::Plain | Role::Strong => theme.text,
        Role::Head => theme.heading,
        Role::Faint => theme.aside,
        Role::Chosen => theme.chosen,
    }
}

/// What is chosen.
fn here(view: &Overview) -> String {
    let base = crate::story::letter(view.base());
    match view.page {
        Page::Sharing => {
            let (of, within) = (view.whole.order[view.row], view.whole.order[view.column]);
            let cell = view.whole.matrix.cell(of, within);
            let (of, within) = (crate::story::letter(of), crate::story::letter(within));
            if of == within {
                format!("{of} itself")
            } else {
                format!("{} words of {of} stand in {within} too · longest run {}", cell.shared, cell.longest_run)
            }
        }
        Page::Passages => format!("seen from {base} · {}", story::filter_name(view.filter)),
        Page::Source => format!("source: {base}"),
        Page::Headlines => "headlines and leads".to_owned(),
    }
}

/// The keys that matter on a page, the most telling ones last.
fn keys(model: &Model, view: &Overview) -> Vec<String> {
    let (close, page, read) = ((Action::Story, "close"), (Action::OtherPane, "page"), (Action::Follow, "read"));
    let keys = match view.page {
        Page::Sharing => vec![close, page, read],
        Page::Passages => vec![close, (Action::Outlet(0), "seen from"), (Action::Fold, "filter"), page, read],
        Page::Source => vec![close, (Action::Outlet(0), "source"), page],
        Page::Headlines => vec![close, page],
    };
    keys.into_iter().filter_map(|(action, said)| model.keymap.hint(action, said)).collect()
}
