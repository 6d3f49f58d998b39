//! The line in which a search is typed.
//!
//! While something is typed, the view goes to the first place below where the reader was; `Enter` keeps it, `Esc` goes
//! back to the row where they were.
//!
//! ```text
//!      /ferry tend▏            match 3 of 12 · B¶7   ↑ earlier   Enter keep   Esc back
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::field::{self, Field};
use crate::keys::{Action, Code, Hint, Key};
use crate::pair::Side;
use crate::tui::component::{Component, HelpLine, Outcome, Placement};
use crate::tui::geometry::footer::Footer;
use crate::tui::state::{Bookmark, Reader};
use crate::wrap;

/// What stands before what is typed.
const LABEL: &str = "/";

/// The columns that are kept for what is typed.
const TYPED: usize = 16;

/// The line in which a search is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchPrompt {
    field: Field,
    /// Where the reader was before.
    origin: Bookmark,
    /// The match that they halted at.
    at: Option<(Side, usize)>,
    /// What was searched before.
    before: String,
    /// Which of the remembered searches is shown, and what was typed before they were.
    recalled: Option<(usize, String)>,
}

impl SearchPrompt {
    /// Opens the line for what to search.
    pub fn open(reader: &mut Reader) -> Self {
        let (origin, at, before) = (reader.bookmark(), reader.search.at, reader.search.typed.clone());
        reader.search_for("");
        Self { field: Field::default(), origin, at, before, recalled: None }
    }

    /// Searches for what is typed by now, from where the reader was.
    fn search(&self, reader: &mut Reader) {
        reader.return_to_bookmark(&self.origin);
        reader.search_for(self.field.text());
        if let Some(first) = reader.match_beyond(reader.viewport().cursor, true) {
            reader.halt_at_match(first);
        }
    }

    /// Shows an earlier search, or a later one.
    fn recall(&mut self, reader: &mut Reader, earlier: bool) {
        let history = &reader.search.history;
        let draft = || (history.len(), self.field.text().to_owned());
        let (index, draft) = self.recalled.take().unwrap_or_else(draft);
        let index = if earlier { index.saturating_sub(1) } else { (index + 1).min(history.len()) };
        self.field = Field::new(history.get(index).unwrap_or(&draft));
        self.recalled = (index < history.len()).then_some((index, draft));
        self.search(reader);
    }

    /// Stays where the search has led.
    fn keep(&self, reader: &mut Reader) {
        if reader.search.needle.is_none() {
            reader.return_to_bookmark(&self.origin);
            reader.status.notice = (!self.before.is_empty()).then(|| "search ended".to_owned());
            return;
        }
        reader.search.remember();
        match reader.search.at {
            Some(at) => {
                reader.note_jump_from(&self.origin);
                reader.open_fold_at(at);
                reader.halt_at_match(at);
            }
            None => reader.status.notice = reader.nothing_found(),
        }
    }

    /// Returns what stands beside what is typed: what came of it, and hints.
    fn beside(&self, reader: &Reader) -> Footer {
        let result = reader.match_position().or_else(|| reader.nothing_found()).unwrap_or_default();
        let result = if reader.match_count() == 0 && !result.is_empty() { "nothing found".to_owned() } else { result };
        let typed = wrap::width(self.field.text()).max(TYPED);
        Footer::beside_typed(reader.rows.screen.width, typed, &result, self.all_hints(reader))
    }

    /// Goes back to where the reader was, and to what was searched.
    fn leave(&self, reader: &mut Reader) {
        reader.search_for(&self.before);
        reader.return_to_bookmark(&self.origin);
        reader.search.at = self.at;
    }
}

impl Component for SearchPrompt {
    fn key(&mut self, reader: &mut Reader, key: Key) -> Outcome {
        match (key.code, key.ctrl) {
            _ if reader.leaves(key) => return Outcome::Quit,
            (Code::Enter, _) => {
                self.keep(reader);
                return Outcome::Close;
            }
            (Code::Esc, _) => {
                self.leave(reader);
                return Outcome::Close;
            }
            (Code::Up, _) | (Code::Char('p'), true) => self.recall(reader, true),
            (Code::Down, _) | (Code::Char('n'), true) => self.recall(reader, false),
            _ => {
                if self.field.press(key) {
                    self.search(reader);
                }
            }
        }
        Outcome::Stay
    }

    fn paste(&mut self, reader: &mut Reader, text: &str) {
        self.field.paste(text);
        self.search(reader);
    }

    fn placement(&self, _: &Reader) -> Placement {
        Placement::Line
    }

    fn typed_at(&self, reader: &Reader) -> Option<Position> {
        Some(field::cursor(&self.field, field::prompt_area(reader, LABEL, &self.beside(reader))))
    }

    /// Draws the search on the last line, with what came of it and the keys that fit beside it.
    fn draw(&self, reader: &Reader, buffer: &mut Buffer) {
        field::draw_prompt(reader, LABEL, &self.field, &self.beside(reader), buffer);
    }

    // Where letters are typed these keys are always the same.
    fn hints(&self, _: &Reader) -> Vec<Hint> {
        let keys = [(Code::Up, "earlier"), (Code::Enter, "keep"), (Code::Esc, "back")];
        keys.map(|(code, meaning)| Hint::fixed(&[Key::plain(code)], meaning)).to_vec()
    }

    fn help(&self, reader: &Reader) -> Vec<HelpLine> {
        let keys = [(Action::NextMatch, "afterwards: next match"), (Action::PreviousMatch, "previous match")];
        let afterwards = keys.map(|(action, meaning)| HelpLine::new(reader.keymap.shown(action), meaning));
        let typed = [
            HelpLine::heading("Search in both panes"),
            HelpLine::new(
                "a b c …",
                "is found whatever the case, the accents, the shapes of quotation marks and dashes",
            ),
            HelpLine::new("A", "a capital: the case counts"),
            HelpLine::new("match 3 of 12", "the match in sight, of so many in both"),
            HelpLine::new("↑ ↓", "earlier, later searches"),
            HelpLine::new("Enter", "stay at the match"),
            HelpLine::new("Esc", "back to where you were"),
            HelpLine::new("Ctrl-U Ctrl-W", "delete what is typed, its last word"),
        ];
        typed.into_iter().chain(afterwards.into_iter().filter(|line| !line.keys.is_empty())).collect()
    }

    fn is_typed_in(&self) -> bool {
        true
    }

    fn footer(&self, reader: &Reader) -> Option<Footer> {
        Some(self.beside(reader))
    }
}
