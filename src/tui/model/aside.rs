//! The list beside the text: what of the outlet in focus is in all, only here, not found in another one.
//!
//! ```text
//!     A Meridian Wire · 20 passages
//!       in all                    0
//!     ▾ only here                11      the open list; moving past its end opens the next one
//!     ▸  ¶3 By Li Wen …                  the chosen passage, which the text has gone to
//!        ¶11 A foreign ministry …
//!       not found in B            12
//! ```

use super::{Eye, Model, Overlay, Place};
use crate::keys::{Action, Key};
use crate::pair::Pair;
use crate::story::passage_lists::{self, PassageList};
use crate::tui::aside;
use crate::tui::mouse::{Kind, Mouse};

/// How deep on the screen a block stands that was gone to.
const DEPTH: usize = 3;

/// The list that is open beside the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// The outlet, by place.
    pub article: usize,
    /// Its lists; none as long as not all pairs are read.
    pub lists: Vec<PassageList>,
    /// Which of them is open.
    pub open: usize,
    /// Which of its passages is chosen.
    pub line: usize,
    before: Before,
}

/// Where the reader was.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Before {
    places: Pair<Option<Place>>,
    eyes: Pair<Eye>,
    size: (u16, u16),
    stop: Option<usize>,
}

/// A line under the title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The name of a list, by place.
    Name(usize),
    /// A passage of the open list, by place.
    Passage(usize),
}

impl Aside {
    /// All lines: the names of the lists, under that of the open one its passages.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry> {
        let passages = |list: usize| if list == self.open { self.lists[list].blocks.len() } else { 0 };
        let of = |list: usize| std::iter::once(Entry::Name(list)).chain((0..passages(list)).map(Entry::Passage));
        (0..self.lists.len()).flat_map(of).collect()
    }

    /// The block of the chosen passage, from 0.
    #[must_use]
    pub fn block(&self) -> Option<usize> {
        self.lists.get(self.open)?.blocks.get(self.line).copied()
    }

    /// Chooses the next passage, or the one before; at the end of a list in the one that comes next and has any.
    fn step(&mut self, down: bool) {
        let count = self.lists.get(self.open).map_or(0, |list| list.blocks.len());
        if down && self.line + 1 < count {
            self.line += 1;
        } else if !down && self.line > 0 && count > 0 {
            self.line -= 1;
        } else {
            self.turn(down);
            if !down {
                self.line = self.lists.get(self.open).map_or(0, |list| list.blocks.len().saturating_sub(1));
            }
        }
    }

    /// Opens the next list that has any passage, or the one before; none if there is none.
    fn turn(&mut self, down: bool) {
        let has_any = |list: &usize| !self.lists[*list].blocks.is_empty();
        let found = if down {
            (self.open + 1..self.lists.len()).find(has_any)
        } else {
            (0..self.open.min(self.lists.len())).rfind(has_any)
        };
        if let Some(list) = found {
            (self.open, self.line) = (list, 0);
        }
    }
}

impl Model {
    /// Opens the lists of the outlet in focus; the text stays where it is until one moves in them.
    pub(super) fn open_aside(&mut self) {
        let before = Before {
            places: Pair::from_fn(|side| self.place_of(side)),
            eyes: self.eyes,
            size: self.screen.full(),
            stop: self.stop,
        };
        let article = self.pair.shown[self.focus];
        self.overlay = Some(Overlay::Aside(Aside { article, lists: Vec::new(), open: 0, line: 0, before }));
        self.keeping_place(Self::lay_out);
        self.ask(self.known.base());
        self.fill_aside();
    }

    /// Fills the lists as soon as all pairs are read: at the passage where the text is, or the first one after it.
    pub(super) fn fill_aside(&mut self) {
        let here = self.block(self.focus);
        let (Some(whole), Some(Overlay::Aside(aside))) = (&self.known.analysis, &mut self.overlay) else { return };
        aside.lists = passage_lists::passage_lists(&whole.passages, self.pair.story.articles().len(), aside.article);
        // What an outlet has alone is asked for most.
        let first = [1, 0].into_iter().chain(2..aside.lists.len());
        aside.open = first.into_iter().find(|&list| !aside.lists[list].blocks.is_empty()).unwrap_or(0);
        let blocks = &aside.lists[aside.open].blocks;
        aside.line = blocks.partition_point(|&block| block < here).min(blocks.len().saturating_sub(1));
    }

    pub(super) fn press_in_aside(&mut self, key: Key) {
        let page = usize::from(self.screen.height / 2);
        let Some(Overlay::Aside(aside)) = &mut self.overlay else { return };
        match self.keymap.action(key) {
            Some(Action::RowDown) => aside.step(true),
            Some(Action::RowUp) => aside.step(false),
            Some(Action::PageDown | Action::HalfDown) => (0..page).for_each(|_| aside.step(true)),
            Some(Action::PageUp | Action::HalfUp) => (0..page).for_each(|_| aside.step(false)),
            Some(Action::Start) => (aside.open, aside.line) = (0, 0),
            Some(Action::RightPane | Action::OtherPane) => aside.turn(true),
            Some(Action::LeftPane) => aside.turn(false),
            Some(Action::Quit) if key.ctrl => {
                self.has_quit = true;
                return;
            }
            Some(Action::Follow) => return self.close_aside(true),
            Some(Action::Close | Action::List | Action::Quit) => return self.close_aside(false),
            Some(action @ (Action::Redraw | Action::Suspend | Action::Theme)) => return self.act(action),
            _ => return,
        }
        self.go_to_chosen();
    }

    /// Chooses what is clicked; goes on in the text if it was chosen already.
    pub(super) fn point_in_aside(&mut self, mouse: Mouse) {
        let entry = aside::hit(self, mouse.column, mouse.row);
        let Some(Overlay::Aside(aside)) = &mut self.overlay else { return };
        match (mouse.kind, entry) {
            (Kind::WheelDown, _) => aside.step(true),
            (Kind::WheelUp, _) => aside.step(false),
            (Kind::Press, Some(Entry::Name(list))) => (aside.open, aside.line) = (list, 0),
            (Kind::Press, Some(Entry::Passage(line))) if line == aside.line => return self.close_aside(true),
            (Kind::Press, Some(Entry::Passage(line))) => aside.line = line,
            _ => return,
        }
        self.go_to_chosen();
    }

    /// Shows the chosen passage in the text.
    fn go_to_chosen(&mut self) {
        let Some(Overlay::Aside(aside)) = &self.overlay else { return };
        if let Some(block) = aside.block() {
            self.move_on();
            self.to_home(self.focus, (block, 0, DEPTH));
        }
    }

    /// Closes the list, and stays at the chosen passage or goes back to where the reader was.
    fn close_aside(&mut self, stays: bool) {
        if stays {
            // The text has not gone along if nobody moved in the list.
            self.go_to_chosen();
        }
        let Some(Overlay::Aside(Aside { before, .. })) = self.overlay.take() else { return };
        let was_waiting = self.known.is_waiting() && self.known.analysis.is_none();
        self.keeping_place(Self::lay_out);
        if stays {
            self.note_jump_from(self.focus, before.places);
        } else if before.size == self.screen.full() {
            (self.eyes, self.stop) = (before.eyes, before.stop);
        } else {
            for side in [self.focus.other(), self.focus] {
                self.return_to(side, before.places[side]);
            }
        }
        if was_waiting && self.known.stop() {
            self.notice = Some("stopped reading all pairs".to_owned());
        }
    }

    /// Whether the list is open.
    pub(super) fn has_aside(&self) -> bool {
        matches!(self.overlay, Some(Overlay::Aside(_)))
    }
}
