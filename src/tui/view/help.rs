//! The help: keys, signs and the mouse, of the text or of the map.
//!
//! ```text
//!     ┌─ Help: any other key closes ──────────────┐
//!     │ Moving                                    │   a heading
//!     │   j ↓           row down                  │   keys as the reader has them, and what they do
//!     └─────────────────────────────────── j more ┘
//! ```

use std::borrow::Cow;

use ratatui::buffer::Buffer;

use super::overlay::Room;
use crate::keys::{Action, BINDINGS, Group};
use crate::pair::Pair;
use crate::present::Sign;
use crate::present::signs::EXPLAINED;
use crate::tui::model::{Help, Model};
use crate::tui::paint::{put, put_within};
use crate::tui::screen::columns;
use crate::wrap;

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

/// Keys or a sign, and what is said of them; a heading has no second part.
type HelpLine = (String, Cow<'static, str>);

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
const MAP_PICTURE: [(&str, &str); 2] =
    [("▇█", "a block, as long as its words; wider if it is alone"), ("╎", "furniture, a byline, a caption")];
const MAP_MORE: [(&str, &str); 4] = [
    ("15+1", "one more block begins on that row"),
    ("[ ┌ │ └", "what is in sight in the text"),
    ("click", "on a block: chooses it; again: goes there"),
    ("wheel", "next, previous block"),
];

/// What the help says of the signs on the map that stand in the text as well.
fn map_signs() -> [(String, Cow<'static, str>); 4] {
    let (above, level, only) = (Sign::Above.text(), Sign::MovedEither.text(), Sign::OnlyLeft.text());
    let relations = [Sign::Verbatim, Sign::Edited, Sign::Reworded].map(Sign::text);
    [
        (
            format!("⠤⠤ {} {}", above.together, level.sign),
            format!("{}: an unbroken line; where its partner is", above.word).into(),
        ),
        ("⠄⠄".to_owned(), "linked in order: a dotted line".into()),
        (only.together.to_owned(), only.short.into()),
        (relations.map(|text| text.sign).join(" "), relations.map(|text| text.short).join(", ").into()),
    ]
}

/// The help of the map.
fn map_lines(model: &Model) -> Vec<HelpLine> {
    let keys = |actions: &[Action]| model.keymap.hints(actions, "").unwrap_or_default();
    let mut lines = vec![heading("Map")];
    lines.extend(
        MAP.map(|(actions, does)| (keys(actions), does.into())).into_iter().filter(|(keys, _)| !keys.is_empty()),
    );
    lines.extend([heading(""), heading("Signs")]);
    lines.extend(MAP_PICTURE.map(line));
    lines.extend(map_signs());
    lines.extend(MAP_MORE.map(line));
    lines
}

/// The lines of the help, or of that of the map: a heading has no second part.
fn help_lines(model: &Model, is_of_map: bool) -> Vec<HelpLine> {
    if is_of_map {
        return map_lines(model);
    }
    let mut lines = Vec::new();
    for group in Group::ALL {
        lines.push(heading(group.title()));
        let shown = BINDINGS.iter().filter(|binding| binding.group == group && !binding.help.is_empty());
        let shown = shown.map(|binding| (model.keymap.shown_in_help(binding), binding.help.into()));
        lines.extend(shown.filter(|(keys, _)| !keys.is_empty()));
        lines.push(heading(""));
    }
    lines.push(heading("Signs"));
    lines.extend(EXPLAINED.map(|sign| line((sign.text().together, sign.text().long))));
    let only = Pair::new("wording that only the left has", "wording that only the right has");
    lines.extend(model.theme.told.zip(only).iter().map(|&pair| line(pair)));
    lines.push(heading(""));
    lines.push(heading("Mouse"));
    lines.extend(MOUSE.map(line));
    lines
}

fn heading(text: &str) -> HelpLine {
    (text.to_owned(), Cow::Borrowed(""))
}

fn line((does, meaning): (&str, &'static str)) -> HelpLine {
    (does.to_owned(), meaning.into())
}

/// The room that the help takes.
pub(super) fn room(model: &Model, help: Help) -> Room {
    room_of(&help_lines(model, help.map.is_some()))
}

fn room_of(lines: &[HelpLine]) -> Room {
    let widest = lines.iter().map(|(keys, help)| line_width(keys, help)).max().unwrap_or(0);
    Room { columns: widest, lines: lines.len(), title: " Help: any other key closes ".to_owned() }
}
