//! The help: keys, signs and the mouse, of the text or of the map.
//!
//! ```text
//!     ┌─ Help: any other key closes ──────────────┐
//!     │ Moving                                    │   a heading
//!     │   j ↓           row down                  │   keys as the reader has them, and what they do
//!     └─────────────────────────────────── j more ┘
//! ```

use ratatui::buffer::Buffer;

use super::overlay::Room;
use super::{put, put_within};
use crate::keys::{Action, BINDINGS, Group};
use crate::pair::Pair;
use crate::tui::model::{Help, Model};
use crate::tui::screen::columns;
use crate::wrap;

/// What the help says of the signs.
const SIGNS: [(&str, &str); 8] = [
    ("=", "same words; only quotation marks, dashes, spaces may differ"),
    ("~", "edited: at least half of the shorter side's words are shared"),
    ("≈", "reworded: fewer words are shared"),
    ("< >", "only on that side: its wording was not found on the other"),
    ("↑ ↓", "moved: its own place is further up or down"),
    ("┊", "an echo: set again beside its partner"),
    ("┃", "beside what answers the line at the cursor"),
    ("↕ ◇", "on the ruler at the edge: moved; either side has something alone"),
];

/// What the help says of the mouse.
const MOUSE: [(&str, &str); 7] = [
    ("wheel", "scrolls; with free panes the one under it"),
    ("click", "on a tab, block, echo, fold or the scrollbar: goes there"),
    ("", "on a word: lights it up, and what answers it"),
    ("", "in a list or on the map: chooses; again: takes it, goes there"),
    ("", "beside what is open: closes it"),
    ("right click", "on a tab: that outlet into the other pane"),
    ("drag", "selects text of one pane, and copies it"),
];

/// The keys and the signs, in a box.
pub(super) fn draw(model: &Model, Help { first, map }: Help, buffer: &mut Buffer) {
    let lines = help_lines(model, map.is_some());
    let area = room_of(&lines).draw(model, buffer);
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

/// What the keys do on the map.
const MAP: [(&[Action], &str); 13] = [
    (&[Action::RowDown, Action::RowUp], "next, previous block of this side"),
    (&[Action::HalfDown, Action::HalfUp], "by rows of the map"),
    (&[Action::PageDown, Action::PageUp], "by half of the map"),
    (&[Action::Start, Action::End], "first, last block"),
    (&[Action::LeftPane, Action::RightPane, Action::OtherPane], "across, along the link if there is one"),
    (&[Action::NextDifference, Action::PreviousDifference], "to what moved or stands alone"),
    (&[Action::Follow], "into the text, at the chosen block"),
    (&[Action::NextOutlet, Action::PreviousOutlet], "another outlet into this pane; digits too"),
    (&[Action::Swap], "exchange the sides"),
    (&[Action::Back], "back to the outlets before"),
    (&[Action::Theme], "next theme"),
    (&[Action::Map, Action::Close], "back to the text"),
    (&[Action::Help], "this help"),
];

/// What the help says of the signs on the map.
const MAP_SIGNS: [(&str, &str); 10] = [
    ("▇█", "a block, as long as its words; wider if it is alone"),
    ("╎", "furniture, a byline, a caption"),
    ("⠤⠤ ↑ ↓ ↕", "moved: an unbroken line; where its partner is"),
    ("⠄⠄", "linked in order: a dotted line"),
    ("< >", "only on that side"),
    ("= ~ ≈", "same words, edited, reworded"),
    ("15+1", "one more block begins on that row"),
    ("[ ┌ │ └", "what is in sight in the text"),
    ("click", "on a block: chooses it; again: goes there"),
    ("wheel", "next, previous block"),
];

/// The help of the map.
fn map_lines(model: &Model) -> Vec<(String, &'static str)> {
    let keys = |actions: &[Action]| model.keymap.hints(actions, "").unwrap_or_default();
    let mut lines = vec![("Map".to_owned(), "")];
    lines.extend(MAP.map(|(actions, does)| (keys(actions), does)).into_iter().filter(|(keys, _)| !keys.is_empty()));
    lines.extend([(String::new(), ""), ("Signs".to_owned(), "")]);
    lines.extend(MAP_SIGNS.map(|(sign, meaning)| (sign.to_owned(), meaning)));
    lines
}

/// The lines of the help, or of that of the map: a heading has no second part.
fn help_lines(model: &Model, is_of_map: bool) -> Vec<(String, &'static str)> {
    if is_of_map {
        return map_lines(model);
    }
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

/// The room that the help takes.
pub(super) fn room(model: &Model, help: Help) -> Room {
    room_of(&help_lines(model, help.map.is_some()))
}

fn room_of(lines: &[(String, &'static str)]) -> Room {
    let widest = lines.iter().map(|(keys, help)| line_width(keys, help)).max().unwrap_or(0);
    Room { columns: widest, lines: lines.len(), title: " Help: any other key closes ".to_owned() }
}
