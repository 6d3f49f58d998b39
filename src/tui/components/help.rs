//! The help: keys, signs and the mouse, of the text or of what is open over it.
//!
//! ```text
//!     ┌─ Help: any other key closes ──────────────┐
//!     │ Moving                                    │   a heading
//!     │   j ↓           row down                  │   keys as the reader has them, and what they do
//!     └─────────────────────────────────── j more ┘
//! ```

use ratatui::buffer::Buffer;

use crate::keys::{Action, BINDINGS, Group, Key};
use crate::pair::Pair;
use crate::present::signs::EXPLAINED;
use crate::tui::component::{Component, HelpLine, Outcome, Placement};
use crate::tui::geometry::boxes::BoxSize;
use crate::tui::paint::frame;
use crate::tui::paint::put::{put, put_within};
use crate::tui::screen::columns;
use crate::tui::state::Reader;
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

/// The columns of the keys, the space after them included.
const KEYS: u16 = 16;

/// How many lines a page of keys turns.
const PAGE: usize = 10;

/// The keys and the signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    /// The first line that is shown.
    pub first: usize,
    lines: Vec<HelpLine>,
}

impl Help {
    /// Opens a help at its first line.
    #[must_use]
    pub const fn new(lines: Vec<HelpLine>) -> Self {
        Self { first: 0, lines }
    }

    /// Opens the help of the text.
    #[must_use]
    pub fn for_text(reader: &Reader) -> Self {
        let line = |(sign, meaning): (&'static str, &'static str)| HelpLine::new(sign, meaning);
        let mut lines = Vec::new();
        for group in Group::ALL {
            lines.push(HelpLine::heading(group.title()));
            let shown = BINDINGS.iter().filter(|binding| binding.group == group && !binding.help.is_empty());
            let shown = shown.map(|binding| HelpLine::new(reader.keymap.shown_in_help(binding), binding.help));
            lines.extend(shown.filter(|line| !line.keys.is_empty()));
            lines.push(HelpLine::heading(""));
        }
        lines.push(HelpLine::heading("Signs"));
        lines.extend(EXPLAINED.map(|sign| line((sign.text().together, sign.text().long))));
        let only = Pair::new("wording that only the left has", "wording that only the right has");
        lines.extend(reader.theme.attribute_names.zip(only).iter().map(|&pair| line(pair)));
        lines.push(HelpLine::heading(""));
        lines.push(HelpLine::heading("Mouse"));
        lines.extend(MOUSE.map(line));
        Self::new(lines)
    }

    fn size(&self) -> BoxSize {
        let columns = self.lines.iter().map(width).max().unwrap_or(0);
        BoxSize { columns, lines: self.lines.len(), title: " Help: any other key closes ".to_owned() }
    }
}

impl Component for Help {
    fn key(&mut self, reader: &mut Reader, key: Key) -> Outcome {
        match reader.asked(key) {
            Some(Action::RowDown) => self.first += 1,
            Some(Action::RowUp) => self.first = self.first.saturating_sub(1),
            Some(Action::PageDown | Action::HalfDown) => self.first += PAGE,
            Some(Action::PageUp | Action::HalfUp) => self.first = self.first.saturating_sub(PAGE),
            Some(Action::Start) => self.first = 0,
            Some(Action::Quit) if key.ctrl => return Outcome::Quit,
            _ => return Outcome::Close,
        }
        Outcome::Stay
    }

    fn lines_a_notch(&self) -> usize {
        3
    }

    fn placement(&self, reader: &Reader) -> Placement {
        Placement::Box(self.size().outer(&reader.rows.screen))
    }

    fn draw(&self, reader: &Reader, buffer: &mut Buffer) {
        let (theme, lines) = (&reader.theme, &self.lines);
        let area = frame::draw(&self.size(), reader, buffer);
        let first = self.first.min(lines.len().saturating_sub(usize::from(area.height)));
        for (HelpLine { keys, meaning }, y) in lines[first..].iter().zip(area.top()..area.bottom()) {
            if meaning.is_empty() {
                put_within(buffer, area.x, y, area.width, keys, theme.heading);
            } else {
                let x = (put(buffer, area.x + 2, y, keys, theme.sign) + 1).max(area.x + KEYS);
                put_within(buffer, x, y, area.right().saturating_sub(x), meaning, theme.text);
            }
        }
        if first + usize::from(area.height) < lines.len() {
            let more = reader.keymap.hint(Action::RowDown, "more");
            let more = more.map_or_else(|| " more ".to_owned(), |more| format!(" {more} "));
            let x = area.right().saturating_sub(columns(wrap::width(&more)));
            put(buffer, x, area.bottom(), &more, theme.frame);
        }
    }

    fn hints(&self, reader: &Reader) -> Vec<String> {
        let scroll = reader.keymap.hints(&[Action::RowDown, Action::RowUp], "scroll");
        scroll.into_iter().chain(["Esc close".to_owned()]).collect()
    }
}

fn width(line: &HelpLine) -> usize {
    let keys = wrap::width(&line.keys);
    if line.meaning.is_empty() { keys } else { usize::from(KEYS) + wrap::width(&line.meaning) }
}
