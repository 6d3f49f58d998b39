//! The lists of words by which evidence is marked, on and off for this sitting.
//!
//! ```text
//!     ┌─ Lists of words ──────────────────────────────────────────────────────┐
//!     │▸ [x] reporting verbs: said, admitted, claimed; …                   31 │
//!     │  [ ] hedges: perhaps, may                                         off │
//!     └───────────────────────────────────────────────────────────────────────┘
//! ```
//!
//! The number is that of words in the whole story which the list marks now.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::keys::{Action, Code, Hint, Key};
use crate::list_choice::ListName;
use crate::tui::component::{Component, HelpLine, Outcome, Placement, key_lines};
use crate::tui::geometry::boxes::BoxSize;
use crate::tui::paint::frame;
use crate::tui::paint::put::put_within;
use crate::tui::screen::columns;
use crate::tui::state::Reader;
use crate::wrap;

/// The lists in the order in which they are shown: the most telling ones first.
const SHOWN: [ListName; 7] = [
    ListName::Reporting,
    ListName::SecondHand,
    ListName::Intent,
    ListName::VagueSources,
    ListName::Hedges,
    ListName::Boosters,
    ListName::Labels,
];

/// The columns of the sign before a list and of the box that is ticked.
const TICKED: usize = 6;

/// The columns of the number at the end of a line.
const COUNT: usize = 6;

/// The lists, of which one is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordListSwitches {
    chosen: usize,
}

impl WordListSwitches {
    /// Opens them, and asks for the evidence, of which they say how much each marks.
    pub fn open(reader: &mut Reader) -> Self {
        reader.ask_for_evidence();
        Self { chosen: 0 }
    }

    fn step(&mut self, by: isize) {
        self.chosen = self.chosen.saturating_add_signed(by).min(SHOWN.len() - 1);
    }

    /// Switches the chosen list.
    fn switch(&self, reader: &mut Reader) {
        let list = SHOWN[self.chosen];
        let is_on = reader.switch_list(list);
        let said = [
            format!("{} {}", list.name(), if is_on { "on" } else { "off" }),
            "[lists] in the configuration keeps it".to_owned(),
        ];
        reader.status.say(said);
    }

    fn size() -> BoxSize {
        let widest = SHOWN.iter().map(|list| wrap::width(list.help())).max().unwrap_or(0);
        BoxSize { columns: TICKED + widest + COUNT, lines: SHOWN.len(), title: " Lists of words ".to_owned() }
    }
}

/// Says how many words a list marks in the story, as far as that is known.
fn counted(reader: &Reader, list: ListName) -> String {
    if reader.settings.lists.off.contains(&list) {
        return "off".to_owned();
    }
    let marks = reader.facts.evidence.as_ref().map(|found| &found.evidence.marks);
    marks.map_or_else(|| "…".to_owned(), |marks| marks.iter().filter(|mark| mark.list == list).count().to_string())
}

impl Component for WordListSwitches {
    fn key(&mut self, reader: &mut Reader, key: Key) -> Outcome {
        if matches!(key, Key { code: Code::Enter | Code::Char(' '), ctrl: false }) {
            self.switch(reader);
            return Outcome::Stay;
        }
        match reader.asked(key) {
            Some(Action::RowDown) => self.step(1),
            Some(Action::RowUp) => self.step(-1),
            Some(Action::Start) => self.chosen = 0,
            Some(Action::End) => self.chosen = SHOWN.len() - 1,
            Some(Action::Quit) if key.ctrl => return Outcome::Quit,
            Some(Action::Close | Action::Quit | Action::WordLists) => return Outcome::Close,
            _ => return Outcome::Ignored,
        }
        Outcome::Stay
    }

    fn click(&mut self, reader: &mut Reader, at: Position) -> Outcome {
        let inner = Self::size().inner(&reader.rows.screen);
        let line = at.y.checked_sub(inner.y).map(usize::from).filter(|&line| line < SHOWN.len());
        if let Some(line) = line {
            self.chosen = line;
            self.switch(reader);
        }
        Outcome::Stay
    }

    fn placement(&self, reader: &Reader) -> Placement {
        Placement::Box(Self::size().outer(&reader.rows.screen))
    }

    fn draw(&self, reader: &Reader, buffer: &mut Buffer) {
        let area = frame::draw(&Self::size(), reader, buffer);
        let rows = usize::from(area.height);
        let first = (self.chosen + 1).saturating_sub(rows);
        for ((line, &list), y) in SHOWN.iter().enumerate().skip(first).zip(area.top()..area.bottom()) {
            let is_chosen = line == self.chosen;
            let style = if is_chosen { reader.theme.chosen } else { reader.theme.text };
            buffer.set_style(Rect { y, height: 1, ..area }, style);
            let tick = if reader.settings.lists.off.contains(&list) { "[ ]" } else { "[x]" };
            let sign = if is_chosen { "▸" } else { " " };
            put_within(buffer, area.x, y, area.width, &format!("{sign} {tick}"), style);
            let count = counted(reader, list);
            let at_count = area.right().saturating_sub(columns(wrap::width(&count)));
            let x = area.x + columns(TICKED).min(area.width);
            let room = at_count.saturating_sub(x + 1);
            put_within(buffer, x, y, room, &wrap::clipped(list.help(), usize::from(room)), style);
            put_within(buffer, at_count, y, area.right() - at_count, &count, style);
        }
    }

    fn caption(&self, reader: &Reader) -> Option<String> {
        reader.facts.progress_text()
    }

    fn hints(&self, reader: &Reader) -> Vec<Hint> {
        let list = SHOWN[self.chosen];
        let does = if reader.settings.lists.off.contains(&list) { "switch on" } else { "switch off" };
        let close = Hint::new(&reader.keymap, &[Action::Close], "close");
        close.into_iter().chain([Hint::fixed(&[Key::plain(Code::Enter)], does)]).collect()
    }

    fn help(&self, reader: &Reader) -> Vec<HelpLine> {
        const KEYS: [(&[Action], &str); 2] =
            [(&[Action::RowDown, Action::RowUp], "next and previous list"), (&[Action::Close], "close")];
        let signs = [
            HelpLine::heading("Lists of words"),
            HelpLine::new("[x] 31", "the list marks, so many words of the whole story"),
            HelpLine::new(
                "[ ] off",
                "nothing is marked by it: in the text, on the page of words, in what is written into files",
            ),
            HelpLine::new("…", "all pairs are to be read first"),
            HelpLine::new(
                "[lists]",
                "in the configuration: which are off from the start, and words that are added to them",
            ),
            HelpLine::heading(""),
            HelpLine::new("Enter Space", "switch the list off or on, for this sitting"),
        ];
        signs.into_iter().chain(key_lines(reader, &KEYS)).collect()
    }
}
