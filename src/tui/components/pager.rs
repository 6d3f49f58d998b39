//! Lines in a box, to be read: scrolled, searched, in two columns where there is room for them. The help and the messages.
//!
//! ```text
//!     ┌─ Help: any other key closes ──────────────────────────────────────┐
//!     │ Signs                            Moving                           │   a heading
//!     │   =      same words; only        │ j ↓       row down             │   keys or a sign, and what they mean:
//!     │          quotation marks …       │ k ↑       row up               │   wrapped, never cut
//!     └──────────────────────────────────────────────── 1–40 of 96 j more ┘
//!      /row▏                               1 of 12   Enter keep   Esc back     what is searched in it
//! ```

mod drawing;
mod sheet;

use ratatui::buffer::Buffer;

use super::field::Field;
use crate::keys::{Action, Code, Hint, Key};
use crate::search::{Folded, Needle, SearchMatch};
use crate::tui::component::{Component, HelpLine, Outcome, Placement, key_lines};
use crate::tui::geometry::footer::Footer;
use crate::tui::state::Reader;
use crate::wrap;
use sheet::Sheet;

/// The keys of a pager.
const KEYS: [(&[Action], &str); 7] = [
    (&[Action::RowDown, Action::RowUp], "scroll by a line"),
    (&[Action::PageDown, Action::PageUp], "by a page; half a page as in the text"),
    (&[Action::Start, Action::End], "to the start, to the end"),
    (&[Action::NextBlock, Action::PreviousBlock], "next, previous part"),
    (&[Action::Search], "search in what is shown here"),
    (&[Action::NextMatch, Action::PreviousMatch], "next, previous match"),
    (&[Action::Close], "close; any other key does too"),
];

/// The columns that are kept for what is typed.
const TYPED: usize = 16;

/// Says what is read, and so what the key for help does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contents {
    /// The help of the text: all of it, and the key closes it as any other.
    Help,
    /// The page of what is open over the text: the key leads on to the help of the text.
    HelpPage,
    /// What was said: the key opens their page.
    Messages,
}

impl Contents {
    /// Returns the text in the border.
    const fn title(self) -> &'static str {
        match self {
            Self::Help | Self::HelpPage => "Help: any other key closes",
            Self::Messages => "Messages",
        }
    }
}

/// Lines to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pager {
    /// What they are.
    pub contents: Contents,
    /// The text in the border.
    pub title: String,
    /// The row that is shown first.
    pub first: usize,
    lines: Vec<HelpLine>,
    search: PagerSearch,
}

/// What is searched in the lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct PagerSearch {
    /// What is typed, and the row that was shown first before that.
    prompt: Option<(Field, usize)>,
    /// Where it was found: of each line its keys, then what is said of them.
    found: Vec<SearchMatch>,
    /// Which of them is the one that was gone to.
    at: usize,
}

impl PagerSearch {
    /// Goes to the next match, or the previous one, and on from the last to the first. Returns whether there is any.
    fn go_on(&mut self, is_next: bool) -> bool {
        let count = self.found.len();
        if count > 0 {
            self.at = (self.at + if is_next { 1 } else { count - 1 }) % count;
        }
        count > 0
    }

    /// Returns the row to show first so that the match that was gone to is in sight, if it is not from this row on.
    fn in_sight_from(&self, first: usize, sheet: &Sheet<'_>) -> usize {
        let Some(found) = self.found.get(self.at) else { return first };
        let row = sheet.row_of(found);
        let is_in_sight = (first..first + sheet.in_sight()).contains(&row);
        if is_in_sight { first } else { row.saturating_sub(1).min(sheet.last_first()) }
    }
}

impl Pager {
    /// Shows lines from the first one on.
    #[must_use]
    pub fn new(contents: Contents, lines: Vec<HelpLine>) -> Self {
        let title = format!(" {} ", contents.title());
        Self { contents, title, first: 0, lines, search: PagerSearch::default() }
    }

    /// Returns what its keys do, for the help.
    #[must_use]
    pub fn keys(reader: &Reader) -> Vec<HelpLine> {
        key_lines(reader, &KEYS)
    }

    /// Says which of the matches the reader is at.
    fn found(&self) -> Option<String> {
        let count = self.search.found.len();
        let is_empty = self.search.prompt.as_ref().is_none_or(|(field, _)| field.text().is_empty());
        match count {
            0 if is_empty => None,
            0 => Some("nothing found".to_owned()),
            _ => Some(format!("match {} of {count}", self.search.at + 1)),
        }
    }

    /// Lets a key write what is searched.
    fn type_in(&mut self, reader: &Reader, key: Key) -> Outcome {
        if reader.leaves(key) {
            return Outcome::Quit;
        }
        let Some((mut field, origin)) = self.search.prompt.take() else { return Outcome::Stay };
        match key.code {
            Code::Enter => return Outcome::Stay,
            Code::Esc => {
                self.search = PagerSearch::default();
                self.first = origin;
                return Outcome::Stay;
            }
            _ => field.press(key),
        };
        self.find(reader, field, origin);
        Outcome::Stay
    }

    /// Finds what is typed, and goes to the first place at or below the row that was shown first; above it if there is none.
    ///
    /// Cost: linear in the lines.
    fn find(&mut self, reader: &Reader, field: Field, origin: usize) {
        self.search.found.clear();
        if let Some(needle) = Needle::new(field.text()) {
            let texts = self.lines.iter().flat_map(|line| [line.keys.as_str(), &line.meaning]);
            Folded::of(texts, needle.case()).find(&needle, (0, 0), &mut self.search.found);
        }
        self.search.prompt = Some((field, origin));
        let sheet = Sheet::new(&self.lines, reader, &self.title);
        let is_below = |found: &SearchMatch| sheet.row_of(found) >= origin;
        self.search.at = self.search.found.iter().position(is_below).unwrap_or(0);
        self.first = self.search.in_sight_from(origin, &sheet);
    }
}

impl Component for Pager {
    fn key(&mut self, reader: &mut Reader, key: Key) -> Outcome {
        if self.is_typed_in() {
            return self.type_in(reader, key);
        }
        let sheet = Sheet::new(&self.lines, reader, &self.title);
        let page = sheet.in_sight().saturating_sub(1).max(1);
        self.first = self.first.min(sheet.last_first());
        match reader.asked(key) {
            Some(Action::RowDown) => self.first += 1,
            Some(Action::RowUp) => self.first = self.first.saturating_sub(1),
            Some(Action::HalfDown) => self.first += (page / 2).max(1),
            Some(Action::HalfUp) => self.first = self.first.saturating_sub((page / 2).max(1)),
            Some(Action::PageDown) => self.first += page,
            Some(Action::PageUp) => self.first = self.first.saturating_sub(page),
            Some(Action::Start) => self.first = 0,
            Some(Action::End) => self.first = sheet.last_first(),
            Some(Action::OtherPane) if key.is_back_tab() => self.first = sheet.heading_before(self.first),
            Some(Action::NextBlock | Action::OtherPane) => {
                self.first = sheet.headings().find(|&row| row > self.first).unwrap_or(self.first);
            }
            Some(Action::PreviousBlock) => self.first = sheet.heading_before(self.first),
            Some(Action::Search) => self.search.prompt = Some((Field::default(), self.first)),
            Some(action @ (Action::NextMatch | Action::PreviousMatch)) => {
                if self.search.go_on(action == Action::NextMatch) {
                    self.first = self.search.in_sight_from(self.first, &sheet);
                } else {
                    reader.status.notice = Some("nothing is searched here".to_owned());
                }
            }
            Some(action @ (Action::Theme | Action::Redraw | Action::Suspend)) => reader.act(action),
            Some(Action::Help) if self.contents == Contents::HelpPage => return Outcome::CloseAndAct(Action::Help),
            Some(Action::Quit) if key.ctrl => return Outcome::Quit,
            _ => return Outcome::Close,
        }
        self.first = self.first.min(sheet.last_first());
        Outcome::Stay
    }

    fn paste(&mut self, reader: &mut Reader, text: &str) {
        if let Some((mut field, origin)) = self.search.prompt.take() {
            field.paste(text);
            self.find(reader, field, origin);
        }
    }

    fn caption(&self, _: &Reader) -> Option<String> {
        self.found()
    }

    fn hints(&self, reader: &Reader) -> Vec<Hint> {
        let hint = |(actions, meaning): (&[Action], &'static str)| Hint::new(&reader.keymap, actions, meaning);
        if self.is_typed_in() {
            let keys = [(Code::Enter, "keep"), (Code::Esc, "back")];
            return keys.map(|(code, meaning)| Hint::fixed(&[Key::plain(code)], meaning)).to_vec();
        }
        let goes_on = Sheet::new(&self.lines, reader, &self.title).last_first() > 0;
        let scroll = goes_on.then(|| hint((&[Action::RowDown, Action::RowUp], "scroll"))).flatten();
        let search = match self.search.found.len() {
            0 => hint((&[Action::Search], "search")),
            _ => hint((&[Action::NextMatch, Action::PreviousMatch], "next, previous match")),
        };
        [scroll, search, hint((&[Action::Close], "close"))].into_iter().flatten().collect()
    }

    fn help(&self, reader: &Reader) -> Vec<HelpLine> {
        [HelpLine::heading(self.contents.title())].into_iter().chain(Self::keys(reader)).collect()
    }

    fn is_typed_in(&self) -> bool {
        self.search.prompt.is_some()
    }

    /// A key that does nothing here closes it, and so does the first of two.
    fn takes_sequences(&self) -> bool {
        false
    }

    /// No help opens over the help.
    fn has_help_page(&self) -> bool {
        self.contents == Contents::Messages
    }

    fn help_hint(&self, reader: &Reader) -> Option<Hint> {
        match self.contents {
            Contents::Messages => Hint::help(&reader.keymap, self.is_typed_in()),
            Contents::HelpPage if !self.is_typed_in() => Hint::new(&reader.keymap, &[Action::Help], "all of it"),
            Contents::HelpPage | Contents::Help => None,
        }
    }

    fn footer(&self, reader: &Reader) -> Option<Footer> {
        let (field, _) = self.search.prompt.as_ref()?;
        let typed = wrap::width(field.text()).max(TYPED) + 2;
        let said = self.found().unwrap_or_default();
        Some(Footer::beside_typed(reader.rows.screen.width, typed, &[said], self.all_hints(reader)))
    }

    fn lines_a_notch(&self) -> usize {
        3
    }

    fn placement(&self, reader: &Reader) -> Placement {
        let size = Sheet::new(&self.lines, reader, &self.title).size(&self.title);
        Placement::Box(size.outer(&reader.rows.screen))
    }

    fn draw(&self, reader: &Reader, buffer: &mut Buffer) {
        drawing::draw(reader, self, self.footer(reader).as_ref(), buffer);
    }
}
