//! The help: signs, keys and the mouse, of the text or of what is open over it.
//!
//! ```text
//!     ┌─ Help: any other key closes ──────────────┐
//!     │ Signs                                     │   the signs first
//!     │   =             same words; only …        │
//!     │ Moving                                    │
//!     │   j ↓           row down                  │   keys as the reader has them, and what they do
//!     └──────────────────────── 1–4 of 96 j more ─┘
//! ```

use super::pager::{Contents, Pager};
use crate::keys::{BINDINGS, Group, Hint};
use crate::present::glossary;
use crate::present::signs::EXPLAINED;
use crate::tui::component::{Component, HelpLine};
use crate::tui::state::Reader;

/// What the help says of the mouse.
const MOUSE: [(&str, &str); 9] = [
    ("wheel", "scrolls; with free panes the one under it"),
    ("click", "on a tab, block, echo, fold or the scrollbar: goes there"),
    ("", "on a word: lights it up, and what answers it"),
    ("", "in a list or on the map: chooses; again: takes it, goes there"),
    ("", "on a sign between the panes: does what Enter does there"),
    ("", "on a hint in the last line: presses its key"),
    ("", "beside what is open: closes it"),
    ("right click", "on a tab: that outlet into the other pane"),
    ("drag", "selects text of one pane, and copies it"),
];

/// What the help of a component says of the help of the text.
const MORE: &str = "all signs, numbers and keys of the text";

/// Returns the page of a component, from which the same key goes on to the help of the text.
#[must_use]
pub fn of_component(reader: &Reader, component: &dyn Component) -> Pager {
    let mut lines = component.help(reader);
    let key = component.help_hint(reader).and_then(|_| Hint::help(&reader.keymap, false));
    if let Some(key) = key.and_then(|hint| hint.keys().first().copied()) {
        lines.extend([HelpLine::heading(""), HelpLine::heading("Help"), HelpLine::new(key.shown(), MORE)]);
    }
    Pager::new(Contents::HelpPage, lines)
}

/// Returns the help of the text.
#[must_use]
pub fn of_text(reader: &Reader) -> Pager {
    let parts = [signs(reader), around(reader), keys(reader), mouse(), this_help(reader)];
    Pager::new(Contents::Help, parts.join(&HelpLine::heading("")))
}

fn line((sign, meaning): (&'static str, &'static str)) -> HelpLine {
    HelpLine::new(sign, meaning)
}

/// Returns what signs and looks mean.
fn signs(reader: &Reader) -> Vec<HelpLine> {
    let signs = EXPLAINED.map(|sign| line((sign.text().together, sign.text().long)));
    let looks = reader.theme.looks().into_iter().map(|(look, meaning)| HelpLine::new(look, meaning));
    [HelpLine::heading("Signs")].into_iter().chain(signs).chain(looks).collect()
}

/// Returns what stands around the text, and what it means.
fn around(reader: &Reader) -> Vec<HelpLine> {
    let beside = glossary::around().into_iter().map(|(sign, meaning)| HelpLine::new(sign, meaning));
    let mut lines: Vec<HelpLine> = [HelpLine::heading("Around the text")].into_iter().chain(beside).collect();
    for (heading, entries) in [("Tabs and heads", &glossary::HEADS[..]), ("The last line", &glossary::LAST_LINE[..])] {
        lines.extend([HelpLine::heading(""), HelpLine::heading(heading)]);
        lines.extend(entries.iter().copied().map(line));
    }
    lines.extend(reader.narrowness().map(|why| HelpLine::new("now", why)));
    lines
}

/// Returns all keys that the reader has.
fn keys(reader: &Reader) -> Vec<HelpLine> {
    let group = |group: Group| {
        let shown = BINDINGS.iter().filter(move |binding| binding.group == group && !binding.help.is_empty());
        let shown = shown.map(|binding| HelpLine::new(reader.keymap.shown_in_help(binding), binding.help));
        let bound = shown.filter(|line| !line.keys.is_empty());
        [HelpLine::heading(group.title())].into_iter().chain(bound).collect::<Vec<_>>()
    };
    Group::ALL.map(group).join(&HelpLine::heading(""))
}

fn mouse() -> Vec<HelpLine> {
    [HelpLine::heading("Mouse")].into_iter().chain(MOUSE.map(line)).collect()
}

fn this_help(reader: &Reader) -> Vec<HelpLine> {
    [HelpLine::heading("This help")].into_iter().chain(Pager::keys(reader)).collect()
}
