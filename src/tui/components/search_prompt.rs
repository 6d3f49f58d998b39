//! The line in which a search is typed: of the two articles on the screen, or of the whole story.
//!
//! While something is typed, the view goes to the first place below where the reader was, else to the first from the top;
//! `Enter` keeps it, `Esc` goes back to the row where they were.
//!
//! ```text
//!      this pair /ferry tend▏       match 3 of 12 · B¶7   ↑ history   Enter keep   Tab story   Esc back
//!      whole story /ferry tend▏     match 3 of 40 · B¶7   ↑ history   Enter keep   Tab pair  Esc back
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::field::{self, Field};
use crate::keys::{Action, Code, Hint, Key};
use crate::pair::Side;
use crate::tui::component::{Component, HelpLine, Outcome, Placement};
use crate::tui::geometry::footer::Footer;
use crate::tui::state::{Bookmark, Reader, SearchScope};
use crate::wrap;

/// The columns that are kept for what is typed, with what stands before it.
const TYPED: usize = 16;

/// The columns of a screen from which on what is searched is named in full.
const NAMED: u16 = 60;

/// What is said of a match that is the first one again, since none stands below.
const AROUND: &str = "from the top again";

/// The line in which a search is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchPrompt {
    field: Field,
    /// What is searched.
    scope: SearchScope,
    /// Where the reader was before.
    origin: Bookmark,
    /// The match that they halted at.
    at: Option<(Side, usize)>,
    /// What was searched for before, and in what.
    before: (String, SearchScope),
    /// Which of the remembered searches is shown, and what was typed before they were.
    recalled: Option<(usize, String)>,
    /// Whether the first match stands above where the reader was.
    is_around: bool,
}

impl SearchPrompt {
    /// Opens the line for what to search in the pair, or in the whole story if it has more.
    pub fn open(reader: &mut Reader, asked: SearchScope) -> Self {
        let (origin, at) = (reader.bookmark(), reader.search.at);
        let before = (reader.search.typed.clone(), reader.search.scope);
        let scope = if has_more(reader) { asked } else { SearchScope::Pair };
        reader.search_for("", scope);
        Self::say_if_alone(reader, asked);
        Self { field: Field::default(), scope, origin, at, before, recalled: None, is_around: false }
    }

    /// Searches for what is typed by now, from where the reader was.
    fn search(&mut self, reader: &mut Reader) {
        reader.return_to_bookmark(&self.origin);
        reader.search_for(self.field.text(), self.scope);
        self.is_around = false;
        let mut first = reader.match_beyond(reader.viewport().cursor, true);
        // Of the whole story the next outlet comes first.
        if first.is_none() && self.scope == SearchScope::Pair {
            reader.search_at_edge(true);
            first = reader.match_beyond(0, true);
            self.is_around = first.is_some();
        }
        if let Some(first) = first {
            reader.halt_at_match(first);
        }
    }

    /// Searches the whole story instead of the pair, or the pair again.
    fn toggle(&mut self, reader: &mut Reader) {
        if has_more(reader) {
            self.scope = self.scope.other();
            self.search(reader);
        } else {
            Self::say_if_alone(reader, SearchScope::Story);
        }
    }

    /// Says why a whole story is not searched, if it was asked for and the two on the screen are all of it.
    fn say_if_alone(reader: &mut Reader, asked: SearchScope) {
        if asked == SearchScope::Story && !has_more(reader) {
            reader.status.notice = Some("two outlets only".to_owned());
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
            reader.status.notice = (!self.before.0.is_empty()).then(|| "search ended".to_owned());
            return;
        }
        reader.search.remember();
        match reader.search.at {
            Some(at) => {
                reader.note_jump_from(&self.origin);
                reader.open_fold_at(at);
                reader.position.focus = self.origin.focus;
                reader.halt_at_match(at);
                if self.is_around {
                    reader.status.notice = reader.match_position().map(|position| format!("{position} · {AROUND}"));
                }
            }
            None if self.scope == SearchScope::Story => reader.next_match_in_scope(true),
            None => reader.status.notice = reader.nothing_found(),
        }
    }

    /// Returns what stands beside what is typed: what came of it, and hints.
    fn beside(&self, reader: &Reader) -> Footer {
        let in_story = || reader.search.typed().filter(|_| self.scope == SearchScope::Story);
        let matches = || match (reader.match_position(), reader.match_number()) {
            (Some(position), number) => {
                let around = self.is_around.then(|| format!("{position} · {AROUND}"));
                let number = number.map(|number| format!("match {number}"));
                around.into_iter().chain([position]).chain(number).collect()
            }
            (None, _) => vec![in_story().map(|_| reader.matches_counted()).unwrap_or_default()],
        };
        let forms = match (&reader.status.notice, reader.nothing_found()) {
            (Some(notice), _) => vec![notice.clone()],
            (None, Some(_)) if self.field.text().contains(char::is_uppercase) => {
                ["nothing found, capitals count", "nothing found"].map(str::to_owned).into()
            }
            (None, Some(_)) => vec!["nothing found".to_owned()],
            (None, None) => matches(),
        };
        let typed = (wrap::width(self.label(reader)) + wrap::width(self.field.text())).max(TYPED);
        Footer::beside_typed(reader.rows.screen.width, typed, &forms, self.all_hints(reader))
    }

    /// Returns what stands before what is typed: what is searched, if there is a choice.
    fn label(&self, reader: &Reader) -> &'static str {
        match self.scope {
            _ if !has_more(reader) => "/",
            SearchScope::Pair if reader.rows.screen.width < NAMED => "pair /",
            SearchScope::Pair => "this pair /",
            SearchScope::Story if reader.rows.screen.width < NAMED => "story /",
            SearchScope::Story => "whole story /",
        }
    }

    /// Goes back to where the reader was, and to what was searched.
    fn leave(&self, reader: &mut Reader) {
        reader.search_for(&self.before.0, self.before.1);
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
            (Code::Tab | Code::BackTab, _) => self.toggle(reader),
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
        Some(field::cursor(
            &self.field,
            field::prompt_area(reader, self.label(reader), &self.beside(reader)),
            reader.settings.reordering,
        ))
    }

    /// Draws the search on the last line, with what came of it and the keys that fit beside it.
    fn draw(&self, reader: &Reader, buffer: &mut Buffer) {
        field::draw_prompt(reader, self.label(reader), &self.field, &self.beside(reader), buffer);
    }

    // Where letters are typed these keys are always the same.
    fn hints(&self, reader: &Reader) -> Vec<Hint> {
        let other = if self.scope == SearchScope::Pair { "story" } else { "pair" };
        let tab = has_more(reader).then_some((Code::Tab, other));
        let history = (!reader.search.history.is_empty()).then_some((Code::Up, "history"));
        let keys = [history, Some((Code::Enter, "keep")), tab, Some((Code::Esc, "back"))];
        keys.into_iter().flatten().map(|(code, meaning)| Hint::fixed(&[Key::plain(code)], meaning)).collect()
    }

    fn help(&self, reader: &Reader) -> Vec<HelpLine> {
        let keys = [(Action::NextMatch, "afterwards: next match"), (Action::PreviousMatch, "previous match")];
        let afterwards = keys.map(|(action, meaning)| HelpLine::new(reader.keymap.shown(action), meaning));
        let typed = [
            HelpLine::heading("Search in both panes, or in the whole story"),
            HelpLine::new(
                "a b c …",
                "is found whatever the case, the accents, the shapes of quotation marks and dashes",
            ),
            HelpLine::new("A", "a capital: the case counts"),
            HelpLine::new("match 3 of 12", "the match in sight, of so many in both, or in the whole story"),
            HelpLine::new("Tab", "search the whole story, or this pair again"),
            HelpLine::new("7×", "in a tab: so many matches in that outlet; next match goes on there"),
            HelpLine::new("↑ ↓", "what was searched before, and after that"),
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

/// Tells whether a story has more than the two articles on the screen.
fn has_more(reader: &Reader) -> bool {
    reader.pair.story.articles().len() > 2
}
