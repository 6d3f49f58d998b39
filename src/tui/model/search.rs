//! Searching in both panes.
//!
//! While something is typed, the view goes to the first place below where the reader was; `Enter` keeps it, `Esc` goes
//! back to the row where they were.
//!
//! ```text
//!      /ferry tend▏            match 3 of 12 · B¶7   ↑ earlier   Enter keep   Esc back
//! ```

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{Eye, Model, Overlay, Place};
use crate::article::Block;
use crate::keys::{Code, Key};
use crate::pair::{Pair, Side};
use crate::search::{Case, Folded, Needle, SearchMatch};
use crate::story::Story;
use crate::tui::field::Field;

/// How many searches are remembered.
const REMEMBERED: usize = 100;

/// What is searched, and where it was found.
#[derive(Debug, Default)]
pub struct Search {
    typed: String,
    needle: Option<Needle>,
    pub(super) found: Pair<Vec<SearchMatch>>,
    /// Whether those are all; of very many, those about the reader are found.
    pub(super) is_all: bool,
    /// The match that the reader halted at, until they move on.
    pub(super) at: Option<(Side, usize)>,
    history: Vec<String>,
    folded: Cache,
}

/// The line in which a search is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What is typed.
    pub field: Field,
    /// Where the reader was before.
    origin: Origin,
    /// What was searched before.
    before: String,
    /// Which of the remembered searches is shown, and what was typed before they were.
    recalled: Option<(usize, String)>,
}

/// Where the reader was, to the row as long as the screen keeps its size.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Origin {
    size: (u16, u16),
    focus: Side,
    stop: Option<usize>,
    at: Option<(Side, usize)>,
    eyes: Pair<Eye>,
    places: Pair<Option<Place>>,
}

/// The articles on the screen, folded when they were opened, so that no key has to wait for it.
#[derive(Debug, Default)]
struct Cache {
    story: Arc<Story>,
    folded: FxHashMap<(usize, Case), Folded>,
}

impl Cache {
    /// Folds two articles of a story, if they are not yet.
    fn open(&mut self, story: &Arc<Story>, shown: Pair<usize>) {
        if !Arc::ptr_eq(&self.story, story) {
            *self = Self { story: Arc::clone(story), folded: FxHashMap::default() };
        }
        let is_shown = |place: usize| place == shown.left || place == shown.right;
        self.folded.retain(|&(place, _), _| is_shown(place));
        for place in [shown.left, shown.right] {
            for case in [Case::Aside, Case::Kept] {
                let texts = || story.articles()[place].blocks.iter().map(|block| block.text.as_str());
                self.folded.entry((place, case)).or_insert_with(|| Folded::of(texts(), case));
            }
        }
    }

    fn of(&self, place: usize, needle: &Needle) -> Option<&Folded> {
        self.folded.get(&(place, needle.case()))
    }
}

impl Search {
    /// What is searched for, as it was typed; `None` if nothing is.
    #[must_use]
    pub fn typed(&self) -> Option<&str> {
        self.needle.as_ref().map(|_| self.typed.as_str())
    }

    /// The first match in a block of a side that ends after a byte, and whether the reader halted at it.
    #[must_use]
    pub fn next_in(&self, side: Side, block: usize, byte: usize) -> Option<(Range<usize>, bool)> {
        let found = &self.found[side];
        let place = found.partition_point(|found| (found.block(), found.range().end) <= (block, byte));
        let next = found.get(place).filter(|found| found.block() == block)?;
        Some((next.range(), self.at == Some((side, place))))
    }

    fn remember(&mut self) {
        self.history.retain(|other| *other != self.typed);
        self.history.push(self.typed.clone());
        let surplus = self.history.len().saturating_sub(REMEMBERED);
        self.history.drain(..surplus);
    }
}

impl Model {
    /// Opens the line for what to search.
    pub(super) fn open_search(&mut self) {
        let origin = Origin {
            size: (self.screen.width, self.screen.height),
            focus: self.focus,
            stop: self.stop,
            at: self.search.at,
            eyes: self.eyes,
            places: Pair::from_fn(|side| self.place_of(side)),
        };
        let before = self.search.typed.clone();
        self.search_for("");
        self.overlay = Some(Overlay::Search(Line { field: Field::default(), origin, before, recalled: None }));
    }

    pub(super) fn press_in_search(&mut self, key: Key) {
        match (key.code, key.ctrl) {
            (Code::Enter, _) => self.keep_search(),
            (Code::Esc, _) => self.leave_search(),
            (Code::Up, _) | (Code::Char('p'), true) => self.recall(true),
            (Code::Down, _) | (Code::Char('n'), true) => self.recall(false),
            _ => self.edit_search(|line| line.field.press(key)),
        }
    }

    /// Changes what is typed, and searches for it if it has changed.
    pub(super) fn edit_search(&mut self, edit: impl FnOnce(&mut Line) -> bool) {
        let Some(Overlay::Search(line)) = &mut self.overlay else { return };
        if !edit(line) {
            return;
        }
        let (typed, origin) = (line.field.text().to_owned(), line.origin.clone());
        self.return_to_origin(&origin);
        self.search_for(&typed);
        if let Some(first) = self.match_beyond(self.eye().cursor, true) {
            self.halt_at_match(first);
        }
    }

    /// Shows an earlier search, or a later one.
    fn recall(&mut self, earlier: bool) {
        let history = self.search.history.clone();
        self.edit_search(|line| {
            let (place, draft) = line.recalled.take().unwrap_or_else(|| (history.len(), line.field.text().to_owned()));
            let place = if earlier { place.saturating_sub(1) } else { (place + 1).min(history.len()) };
            line.field = Field::of(history.get(place).unwrap_or(&draft));
            line.recalled = (place < history.len()).then_some((place, draft));
            true
        });
    }

    fn keep_search(&mut self) {
        let Some(Overlay::Search(line)) = self.overlay.take() else { return };
        if self.search.needle.is_none() {
            self.return_to_origin(&line.origin);
            self.notice = (!line.before.is_empty()).then(|| "search ended".to_owned());
            return;
        }
        self.search.remember();
        match self.search.at {
            Some(at) => {
                self.note_jump_from(line.origin.focus, line.origin.places);
                self.open_fold_at(at);
                self.halt_at_match(at);
            }
            None => self.notice = self.nothing_found(),
        }
    }

    fn leave_search(&mut self) {
        let Some(Overlay::Search(line)) = self.overlay.take() else { return };
        self.search_for(&line.before);
        self.return_to_origin(&line.origin);
        self.search.at = line.origin.at;
    }

    fn return_to_origin(&mut self, origin: &Origin) {
        self.focus = origin.focus;
        if origin.size == (self.screen.width, self.screen.height) {
            self.eyes = origin.eyes;
        } else {
            for side in [self.focus.other(), self.focus] {
                self.return_to(side, origin.places[side]);
            }
        }
        self.stop = origin.stop;
    }

    /// Ends the search, and tells whether there was one.
    pub(super) fn end_search(&mut self) -> bool {
        let was = self.search.needle.is_some();
        self.search_for("");
        was
    }

    /// Searches for something else; for nothing if it is empty.
    fn search_for(&mut self, typed: &str) {
        typed.clone_into(&mut self.search.typed);
        self.search.needle = Needle::new(typed);
        self.search_again();
    }

    /// Searches for the same in the present articles.
    pub(super) fn search_again(&mut self) {
        let at_home = |side: Side| self.place_on(side).map_or((self.block(side), 0), |place| (place.block, place.byte));
        let here = Pair::from_fn(at_home);
        self.search_about(here);
    }

    /// The same; of very many matches those about a block and a byte of each side.
    fn search_about(&mut self, here: Pair<(usize, usize)>) {
        let Search { needle, found, folded, at, is_all, .. } = &mut self.search;
        folded.open(&self.pair.story, self.pair.shown);
        (*at, *is_all) = (None, true);
        for side in Side::BOTH {
            let found = &mut found[side];
            match needle.as_ref().and_then(|needle| Some((needle, folded.of(self.pair.shown[side], needle)?))) {
                Some((needle, folded)) => *is_all &= folded.find(needle, here[side], found),
                None => found.clear(),
            }
        }
    }

    /// Of very many matches, finds the first ones, or the last.
    pub(super) fn search_at_edge(&mut self, is_first: bool) {
        if self.search.is_all {
            return;
        }
        let last = |blocks: &[Block]| blocks.last().map_or((0, 0), |block| (blocks.len() - 1, block.text.len()));
        let edges = self.pair.articles().map(|article| if is_first { (0, 0) } else { last(&article.blocks) });
        self.search_about(edges);
    }

    /// Of very many matches, finds those about the reader, who has moved on.
    pub(super) fn search_around(&mut self) {
        if self.search.is_all {
            return;
        }
        let at = self.search.at.map(|(side, place)| (side, self.search.found[side][place].clone()));
        self.search_again();
        self.search.at = at.and_then(|(side, at)| Some((side, self.search.found[side].binary_search(&at).ok()?)));
    }
}
