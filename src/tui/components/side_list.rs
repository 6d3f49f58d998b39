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

mod area;
mod drawing;

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::evidence::Place;
use crate::keys::{Action, Hint, Key};
use crate::letters::letter;
use crate::pair::Pair;
use crate::story::passage_lists::{ListKind, PassageList, passage_lists};
use crate::tui::component::{Component, HelpLine, Outcome, Placement, key_lines};
use crate::tui::mouse::{Mouse, MouseKind};
use crate::tui::state::{Bookmark, Reader};

/// How deep on the screen a block stands that was gone to.
const DEPTH: usize = 3;

/// All keys of the list.
const KEYS: [(&[Action], &str); 9] = [
    (&[Action::RowDown, Action::RowUp], "next, previous passage; the text goes along"),
    (&[Action::PageDown, Action::PageUp], "by half a screen"),
    (&[Action::RightPane, Action::LeftPane], "next, previous list; Tab and Shift-Tab too, round and round"),
    (&[Action::Swap], "the lists of the outlet opposite: what that one has and this one lacks; again, back"),
    (
        &[Action::Outlet(0), Action::NextOutlet, Action::PreviousOutlet],
        "another outlet opposite, and what this one has and that one lacks; digits too",
    ),
    (&[Action::Follow], "read on at the passage"),
    (&[Action::Why], "why the passage is linked, or what is nearest to it"),
    (&[Action::Close], "back to where you were"),
    (&[Action::Theme], "next theme"),
];

/// What stands in the lists, and what it means.
const SIGNS: [(&str, &str); 8] = [
    (
        "in all",
        "passages of this outlet that every other one is linked with; one that comes by way of a third outlet counts where five \
         words in a row stand there",
    ),
    ("only here", "passages whose wording was not found in any other outlet"),
    (
        "not found in B",
        "passages whose wording was not found in B, whether or not others have it; not in B and E: page of passages, not found in B, then > in the column of E",
    ),
    (
        "quoted here alone",
        "what stands in quotation marks here and is quoted in no other outlet: as on the page of quotations, only in this outlet",
    ),
    ("named here alone", "people, bodies and places that no other outlet names, as far as capitals tell"),
    ("12", "behind a list: so many passages"),
    ("▾ ▸", "the open list; the chosen passage"),
    ("¶3 …", "its block, and how it begins; of one that is elsewhere in part, what remains"),
];

/// The list that is open beside the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideList {
    /// The outlet, by index.
    pub article: usize,
    /// Its lists; none as long as not all pairs are read.
    pub lists: Vec<PassageList>,
    /// Which of them is open.
    pub open: usize,
    /// Which of its passages is chosen.
    pub line: usize,
    before: Bookmark,
    /// The two articles that were shown before.
    shown: Pair<usize>,
}

/// A line under the title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SideListLine {
    /// The name of a list, by place.
    Name(usize),
    /// A passage of the open list, by place.
    Passage(usize),
}

impl SideList {
    /// Opens the lists of the outlet in focus; the text goes to the chosen passage as soon as these are known.
    pub fn open(reader: &mut Reader) -> Self {
        let (side, before) = (reader.here().side, reader.bookmark());
        let article = reader.pair.shown[side];
        let mut list = Self { article, lists: Vec::new(), open: 0, line: 0, before, shown: reader.pair.shown };
        reader.set_panel(area::WIDTH);
        // Beside the list the lines are shorter, and the cursor may come to one of the other side.
        reader.focus_on(side);
        reader.to_own_row();
        reader.ask(reader.facts.base());
        list.refresh(reader);
        list
    }

    /// Fills the lists of the outlet in focus, if all pairs are read. Returns whether they are others than before.
    fn fill(&mut self, reader: &Reader) -> bool {
        self.article = reader.pair.shown[reader.position.focus];
        let Some(analysis) = &reader.facts.analysis else { return false };
        let mut lists = passage_lists(&reader.pair.story, &analysis.passages, self.article);
        if let Some(evidence) = reader.facts.evidence.as_ref().map(|found| &found.evidence) {
            let list = |which: ListKind, places: Vec<Place>| {
                let (blocks, ranges) = places.into_iter().map(|place| (place.block, place.range)).unzip();
                PassageList { which, blocks, ranges }
            };
            lists.push(list(ListKind::QuotedHere, evidence.quoted_only_in(self.article)));
            lists.push(list(ListKind::NamedHere, evidence.named_only_in(self.article)));
        }
        let is_new = lists != self.lists;
        self.lists = lists;
        is_new
    }

    /// Opens a list at the passage where the text is, or the first one after it, and shows that in the text.
    fn open_list(&mut self, reader: &mut Reader, list: usize) {
        let here = reader.block(reader.position.focus);
        let Some(blocks) = self.lists.get(list).map(|list| &list.blocks) else { return };
        self.line = blocks.partition_point(|&block| block < here).min(blocks.len().saturating_sub(1));
        self.open = list;
        self.show(reader);
    }

    /// Opens the list of what was not found in an outlet; says so if nothing is in it.
    fn open_not_in(&mut self, reader: &mut Reader, other: usize) {
        let Some(list) = self.lists.iter().position(|list| list.which == ListKind::NotIn(other)) else { return };
        self.open_list(reader, list);
        if self.lists[list].blocks.is_empty() {
            let (own, there) = (letter(self.article), letter(other));
            reader.status.notice = Some(format!("no passage of {own} is listed as not found in {there}"));
        }
    }

    /// Goes to the pane opposite, and lists what that outlet has and this one lacks.
    fn exchange(&mut self, reader: &mut Reader) {
        let lacking = self.article;
        reader.focus_on(reader.position.focus.other());
        self.fill(reader);
        self.open_not_in(reader, lacking);
    }

    /// Sets another outlet opposite, and lists what this one has and that one lacks.
    fn set_opposite(&mut self, reader: &mut Reader, other: usize) {
        let (count, opposite) = (reader.pair.story.articles().len(), reader.position.focus.other());
        if other >= count {
            reader.status.notice = Some(format!("there are {count} outlets"));
        } else if other == self.article {
            reader.status.notice = Some(format!("{} is here", letter(other)));
        } else {
            if reader.pair.shown[opposite] != other {
                reader.exchange(opposite, other);
            }
            self.open_not_in(reader, other);
        }
    }

    /// Sets the next outlet opposite, or the one before, and passes over the one that is listed.
    fn set_next_opposite(&mut self, reader: &mut Reader, step: isize) {
        let count = reader.pair.story.articles().len().cast_signed();
        let after = |article: usize| (article.cast_signed() + step).rem_euclid(count).cast_unsigned();
        let next = after(reader.pair.shown[reader.position.focus.other()]);
        self.set_opposite(reader, if next == self.article { after(next) } else { next });
    }

    /// All lines: the names of the lists, under that of the open one its passages.
    #[must_use]
    pub fn entries(&self) -> Vec<SideListLine> {
        let passages = |list: usize| if list == self.open { self.lists[list].blocks.len() } else { 0 };
        let of = |list: usize| {
            std::iter::once(SideListLine::Name(list)).chain((0..passages(list)).map(SideListLine::Passage))
        };
        (0..self.lists.len()).flat_map(of).collect()
    }

    /// Returns the block of the chosen passage, from 0.
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

    /// Turns to another list, and says so where no other one has anything.
    fn turn_by_key(&mut self, reader: &mut Reader, down: bool) {
        let before = self.open;
        self.turn(down);
        if self.open == before {
            let way = if down { "after" } else { "before" };
            reader.status.notice = Some(format!("no list {way} this one has anything"));
        }
    }

    /// Turns to the next list that has any passage, or the one before, round and round.
    fn turn_round(&mut self, reader: &mut Reader, down: bool) {
        let before = self.open;
        self.turn(down);
        if self.open == before {
            let mut any = (0..self.lists.len()).filter(|&list| !self.lists[list].blocks.is_empty());
            let first = if down { any.next() } else { any.next_back() };
            (self.open, self.line) = (first.unwrap_or(before), 0);
        }
        if self.open == before {
            reader.status.notice = Some("no other list has anything".to_owned());
        }
    }

    /// Shows the chosen passage in the text.
    fn show(&self, reader: &mut Reader) {
        if let Some(block) = self.block() {
            reader.clear_stop();
            let depth = DEPTH.min(usize::from(reader.rows.screen.body_height()) / 3);
            let range = self.lists.get(self.open).and_then(|list| list.ranges.get(self.line));
            reader.to_home(reader.position.focus, (block, range.map_or(0, |range| range.start), depth));
            let is_of_names = self.lists.get(self.open).is_some_and(|list| list.which == ListKind::NamedHere);
            if is_of_names && reader.status.notice.is_none() {
                reader.status.notice = Some("named in no other outlet, as far as capitals tell".to_owned());
            }
        }
    }

    /// Closes the list, and stays at the chosen passage or goes back to where the reader was.
    fn close(&self, reader: &mut Reader, stays: bool) -> Outcome {
        if stays {
            // The text has gone along, but for what was scrolled or set anew since.
            self.show(reader);
        }
        reader.set_panel(0);
        if stays {
            reader.note_jump_from_two(self.shown, &self.before);
        } else {
            reader.return_to_two(self.shown, &self.before);
        }
        if reader.facts.analysis.is_none() {
            reader.stop_job();
        }
        Outcome::Close
    }
}

impl Component for SideList {
    fn key(&mut self, reader: &mut Reader, key: Key) -> Outcome {
        let page = usize::from(reader.rows.screen.height / 2);
        match reader.asked(key) {
            Some(Action::RowDown) => self.step(true),
            Some(Action::RowUp) => self.step(false),
            Some(Action::PageDown | Action::HalfDown) => (0..page).for_each(|_| self.step(true)),
            Some(Action::PageUp | Action::HalfUp) => (0..page).for_each(|_| self.step(false)),
            Some(Action::Start) => (self.open, self.line) = (0, 0),
            Some(Action::LeftPane) => self.turn_by_key(reader, false),
            Some(Action::OtherPane) => self.turn_round(reader, !key.is_back_tab()),
            Some(Action::RightPane) => self.turn_by_key(reader, true),
            Some(Action::Swap) => {
                self.exchange(reader);
                return Outcome::Stay;
            }
            Some(Action::Outlet(other)) => {
                self.set_opposite(reader, other);
                return Outcome::Stay;
            }
            Some(action @ (Action::NextOutlet | Action::PreviousOutlet)) => {
                self.set_next_opposite(reader, if action == Action::NextOutlet { 1 } else { -1 });
                return Outcome::Stay;
            }
            Some(Action::Quit) if key.ctrl => return Outcome::Quit,
            Some(Action::Follow) => return self.close(reader, true),
            Some(Action::Close | Action::List | Action::Quit) => return self.close(reader, false),
            Some(action @ (Action::Redraw | Action::Suspend | Action::Theme)) => {
                reader.act(action);
                return Outcome::Stay;
            }
            _ => return Outcome::Ignored,
        }
        self.show(reader);
        Outcome::Stay
    }

    /// Chooses what is clicked; goes on in the text if it was chosen already.
    fn mouse(&mut self, reader: &mut Reader, mouse: Mouse) -> Outcome {
        let entry = area::hit(reader, self, Position::new(mouse.column, mouse.row));
        match (mouse.kind, entry) {
            (MouseKind::WheelDown, _) => self.step(true),
            (MouseKind::WheelUp, _) => self.step(false),
            (MouseKind::Press, Some(SideListLine::Name(list))) => (self.open, self.line) = (list, 0),
            (MouseKind::Press, Some(SideListLine::Passage(line))) if line == self.line => {
                return self.close(reader, true);
            }
            (MouseKind::Press, Some(SideListLine::Passage(line))) => self.line = line,
            _ => return Outcome::Stay,
        }
        self.show(reader);
        Outcome::Stay
    }

    /// Fills the lists as soon as all pairs are read: at the passage where the text is, or the first one after it, to which the text
    /// goes along.
    fn refresh(&mut self, reader: &mut Reader) {
        let before = self.lists.len();
        if !self.fill(reader) {
            return;
        }
        if reader.facts.evidence.is_none() {
            reader.ask_for_evidence();
        }
        // What was found of evidence comes later, below the lists that are read already.
        if before > 0 && self.lists.len() > before {
            return;
        }
        // What an outlet has alone is asked for most.
        let first = [1, 0].into_iter().chain(2..self.lists.len());
        let open = first.into_iter().find(|&list| !self.lists[list].blocks.is_empty());
        self.open_list(reader, open.unwrap_or(0));
    }

    fn placement(&self, _: &Reader) -> Placement {
        Placement::Panel
    }

    fn draw(&self, reader: &Reader, buffer: &mut Buffer) {
        drawing::draw(reader, self, buffer);
    }

    fn hints(&self, reader: &Reader) -> Vec<Hint> {
        let there = letter(reader.pair.shown[reader.position.focus.other()]);
        let other_side = format!("in {there}, not in {}", letter(self.article));
        let keys = [
            (reader.pair.story.articles().len() > 2).then_some((Action::Outlet(0), Cow::Borrowed("opposite"))),
            Some((Action::OtherPane, "next list".into())),
            Some((Action::Swap, other_side.into())),
            Some((Action::Close, "back".into())),
            Some((Action::Follow, "read here".into())),
        ];
        let hint = |(action, does): (Action, Cow<'static, str>)| Hint::new(&reader.keymap, &[action], does);
        keys.into_iter().flatten().filter_map(hint).collect()
    }

    fn help(&self, reader: &Reader) -> Vec<HelpLine> {
        let signs = SIGNS.map(|(sign, meaning)| HelpLine::new(sign, meaning));
        let heading = [HelpLine::heading("Lists of an outlet")];
        heading.into_iter().chain(signs).chain([HelpLine::heading("")]).chain(key_lines(reader, &KEYS)).collect()
    }
}
