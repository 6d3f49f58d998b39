//! What opens over the text: the help, and the box around it and others.

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;

use super::{fill, put, put_within};
use crate::pair::Pair;
use crate::tui::keys::{Action, BINDINGS, Group};
use crate::tui::model::Model;
use crate::tui::screen::columns;
use crate::wrap;

/// What the help says of the signs.
const SIGNS: [(&str, &str); 7] = [
    ("=", "same words; only quotation marks, dashes, spaces may differ"),
    ("~", "edited: at least half of the shorter side's words are shared"),
    ("≈", "reworded: fewer words are shared"),
    ("< >", "only on that side: its wording was not found on the other"),
    ("↑ ↓", "moved: its own place is further up or down"),
    ("┊", "an echo: set again beside its partner"),
    ("↕ ◇", "on the ruler at the edge: moved; either side has something alone"),
];

/// What the help says of the mouse.
const MOUSE: [(&str, &str); 4] = [
    ("wheel", "scrolls; with free panes the one under it"),
    ("click", "on a tab, block, echo, fold or the scrollbar: goes there"),
    ("right click", "on a tab: that outlet into the other pane"),
    ("drag", "selects text of one pane, and copies it"),
];

/// The keys and the signs, in a box.
pub(super) fn help(model: &Model, first: usize, buffer: &mut Buffer) {
    let lines = help_lines(model);
    let widest = lines.iter().map(|(keys, help)| line_width(keys, help)).max().unwrap_or(0);
    let area = boxed(model, widest, lines.len(), " Help: any other key closes ", buffer);
    let first = first.min(lines.len().saturating_sub(usize::from(area.height)));
    for ((keys, help), y) in lines[first..].iter().zip(area.top()..area.bottom()) {
        if help.is_empty() {
            put_within(buffer, area.x, y, area.width, keys, model.theme.heading);
        } else {
            let x = (put(buffer, area.x + 2, y, keys, model.theme.sign) + 1).max(area.x + KEYS_WIDTH);
            put_within(buffer, x, y, area.right().saturating_sub(x), help, model.theme.text);
        }
    }
    if first + usize::from(area.height) < lines.len() {
        let more =
            model.keymap.hint(Action::RowDown, "more").map_or_else(|| " more ".to_owned(), |more| format!(" {more} "));
        let x = area.right().saturating_sub(columns(wrap::width(&more)));
        put(buffer, x, area.bottom(), &more, model.theme.frame);
    }
}

const KEYS_WIDTH: u16 = 16;

fn line_width(keys: &str, help: &str) -> usize {
    if help.is_empty() { wrap::width(keys) } else { usize::from(KEYS_WIDTH) + wrap::width(help) }
}

/// The lines of the help: a heading has no second part.
fn help_lines(model: &Model) -> Vec<(String, &'static str)> {
    let mut lines = Vec::new();
    for group in Group::ALL {
        lines.push((group.title().to_owned(), ""));
        let shown = BINDINGS.iter().filter(|binding| binding.group == group && !binding.help.is_empty());
        let shown = shown.map(|binding| (model.keymap.shown_in_help(binding), binding.help));
        lines.extend(shown.filter(|(keys, _)| !keys.is_empty()));
        lines.push((String::new(), ""));
    }
    lines.push(("Signs".to_owned(), ""));
    lines.extend(SIGNS.map(|(sign, meaning)| (sign.to_owned(), meaning)));
    let only = Pair::new("wording that only the left has", "wording that only the right has");
    lines.extend(model.theme.told.zip(only).iter().map(|(told, meaning)| ((*told).to_owned(), *meaning)));
    lines.push((String::new(), ""));
    lines.push(("Mouse".to_owned(), ""));
    lines.extend(MOUSE.map(|(does, meaning)| (does.to_owned(), meaning)));
    lines
}

/// Draws an empty box for so many columns and lines in the middle of the screen, and returns its inside.
pub(super) fn boxed(model: &Model, columns: usize, lines: usize, title: &str, buffer: &mut Buffer) -> Rect {
    let screen = model.screen;
    let columns = u16::try_from(columns.max(wrap::width(title))).unwrap_or(u16::MAX);
    let width = columns.saturating_add(4).min(screen.width);
    let height = u16::try_from(lines).unwrap_or(u16::MAX).saturating_add(2).min(screen.height);
    let (x, y) = ((screen.width - width) / 2, (screen.height - height) / 2);
    let outer = Rect::new(x, y, width, height);
    // A wide character cut by the box would shift the row.
    for row in outer.top()..outer.bottom() {
        if let Some(cell) = x.checked_sub(1).and_then(|before| buffer.cell_mut((before, row)))
            && cell.cell_width() > 1
        {
            let style = cell.style();
            cell.reset();
            cell.set_style(style);
        }
    }
    fill(buffer, outer, " ", model.theme.text);
    for row in outer.top()..outer.bottom() {
        put(buffer, x, row, "│", model.theme.frame);
        put(buffer, x + width - 1, row, "│", model.theme.frame);
    }
    for (row, left, right) in [(y, "┌", "┐"), (y + height - 1, "└", "┘")] {
        fill(buffer, Rect::new(x, row, width, 1), "─", model.theme.frame);
        put(buffer, x, row, left, model.theme.frame);
        put(buffer, x + width - 1, row, right, model.theme.frame);
    }
    put_within(buffer, x + 2, y, width.saturating_sub(4), title, model.theme.sign);
    Rect::new(x + 2, y + 1, width.saturating_sub(4), height.saturating_sub(2))
}
