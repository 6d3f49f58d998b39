//! The whole story: who shares what, which passage stands where, and from there back to the text.
//!
//! ```text
//!     Sharing     Enter: the row's article beside the column's
//!     Passages    Enter: the base beside the column's article, at the passage
//!     Source      Enter: the source beside the article; =: with what both have folded
//!     Headlines   Enter: the article, where it begins
//! ```

mod drawing;
mod page;

use ratatui::buffer::Buffer;

use crate::keys::{Action, Hint, Key};
use crate::letters::letter;
use crate::pages::{HeadlinesPage, KeyText, Needs, PAGES, PageChoice, PageOutcome, PassagesPage, StoryPage};
use crate::story::presence::Filter;
use crate::tui::component::{Component, HelpLine, Outcome, Placement, key_lines};
use crate::tui::geometry::text::{self, HitTarget};
use crate::tui::mouse::{Mouse, MouseKind};
use crate::tui::state::Reader;
use crate::tui::state::status::joined;
use page::PageHit;

/// The whole story, a page of it on the screen.
#[derive(Clone, Debug)]
pub struct StoryComponent {
    /// Which page.
    pub page: &'static dyn StoryPage,
    /// The article that it is to be seen from, by index, if one was asked for.
    pub base: Option<usize>,
    /// What is chosen on it.
    pub choice: PageChoice,
    /// How many times the reader had forgotten what was known when the page was filled.
    forgotten: u32,
    /// How many lines of the chosen item are above the screen, if it is longer than that.
    within: usize,
    /// Whether the choice is where the reader is; not as long as what the page needs is not known.
    is_placed: bool,
}

impl StoryComponent {
    /// Opens the whole story at a page, where the reader is.
    pub fn open(reader: &mut Reader, page: &'static dyn StoryPage) -> Self {
        let mut choice = PageChoice::default();
        choice.distance = reader.facts.distance.unwrap_or(choice.distance);
        let mut view =
            Self { page, base: None, choice, forgotten: reader.facts.forgotten, within: 0, is_placed: false };
        view.open_page(reader, page);
        view
    }

    /// Goes to a page, and asks for what it needs.
    fn open_page(&mut self, reader: &mut Reader, page: &'static dyn StoryPage) {
        self.page = page;
        self.choice = PageChoice { item: 0, column: 0, run: None, ..self.choice };
        (self.within, self.is_placed) = (0, false);
        if page.needs() > Needs::Nothing {
            self.ask(reader);
        }
        self.place(reader);
    }

    /// Asks for what the page needs.
    fn ask(&self, reader: &mut Reader) {
        reader.facts.wants_evidence |= self.page.needs() == Needs::Evidence;
        // A page that is seen from none leaves the others seen from where they are.
        let known = reader.facts.base().filter(|_| self.page.needs() == Needs::Evidence);
        reader.ask(self.seen_from(reader).or(known));
    }

    /// Returns the article that the page is to be seen from, by index; `None` for the one that is proposed.
    fn seen_from(&self, reader: &Reader) -> Option<usize> {
        self.base.or_else(|| self.page.is_seen_from_here().then(|| reader.page_facts().here().0))
    }

    /// Chooses what stands for where the reader is, as soon as what the page needs is known.
    fn place(&mut self, reader: &Reader) {
        let facts = reader.page_facts();
        let is_known = match (self.page.needs(), facts.analysis) {
            (Needs::Nothing, _) | (Needs::Analysis, Some(_)) => true,
            (_, None) => false,
            (Needs::Evidence, Some(_)) => facts.evidence.is_some(),
            (Needs::Perspective, Some(analysis)) => {
                let base = self.seen_from(reader).unwrap_or_else(|| analysis.first_base());
                facts.perspective.is_some_and(|seen| seen.presence.base == base)
            }
        };
        if !self.is_placed && is_known {
            let (item, column) = self.page.first_choice(&facts, &self.choice);
            self.choice = PageChoice { item, column, run: None, ..self.choice };
            self.is_placed = true;
        }
    }

    /// Goes to the page so many after the one that is open; round and round.
    fn turn_page(&mut self, reader: &mut Reader, by: usize) {
        let index = PAGES.iter().position(|page| page.name() == self.page.name()).unwrap_or(0);
        self.open_page(reader, PAGES[(index + by) % PAGES.len()]);
    }

    /// Lists what stands in the focused outlet alone.
    fn only_here(&mut self, reader: &mut Reader) {
        let (focused, ..) = reader.page_facts().here();
        self.base = Some(focused);
        self.choice.filter = Filter::OnlyIn(focused);
        self.open_page(reader, &PassagesPage);
    }

    /// Shows something else of the story.
    fn act(&mut self, reader: &mut Reader, action: Action) -> Outcome {
        match action {
            Action::OtherPane => self.turn_page(reader, 1),
            Action::Outlet(article) => self.see_from(reader, article),
            Action::NextOutlet => self.see_from_next(reader, 1),
            Action::PreviousOutlet => self.see_from_next(reader, -1),
            Action::Follow => return self.follow(reader),
            Action::Headlines => self.open_page(reader, &HeadlinesPage),
            Action::List => self.only_here(reader),
            Action::WordLists if self.page.needs() == Needs::Evidence => return Outcome::OpenOver(action),
            Action::Export => return Outcome::OpenOver(action),
            Action::Reload | Action::Redraw | Action::Suspend | Action::Theme => reader.act(action),
            _ => return self.act_on_page(reader, action),
        }
        Outcome::Stay
    }

    /// Does what only the page that is open has a use for.
    fn act_on_page(&mut self, reader: &mut Reader, action: Action) -> Outcome {
        match self.page.act(action, &reader.page_facts(), &mut self.choice) {
            PageOutcome::Ignored => return Outcome::Ignored,
            PageOutcome::Changed(what) => {
                reader.facts.distance = Some(self.choice.distance);
                reader.status.notice = Some(what);
            }
            PageOutcome::Folded(article) => {
                // What it has alone is to be seen in its own column.
                if !reader.facts.unfolded.remove(&article) {
                    reader.facts.unfolded.insert(article);
                    self.choice.column = reader.page_facts().column_of(article);
                }
            }
            PageOutcome::Read(target) => {
                reader.read(target);
                return Outcome::Close;
            }
        }
        Outcome::Stay
    }

    /// Opens or folds what is chosen, if it can be folded; else reads it.
    fn follow(&mut self, reader: &mut Reader) -> Outcome {
        match self.act_on_page(reader, Action::Follow) {
            Outcome::Ignored => self.read(reader),
            outcome => outcome,
        }
    }

    /// Reads what is chosen, or says why that is not to be read.
    fn read(&self, reader: &mut Reader) -> Outcome {
        match self.page.target(&reader.page_facts(), &self.choice) {
            Some(Ok(target)) => {
                reader.read(target);
                return Outcome::Close;
            }
            Some(Err(why)) => reader.status.notice = Some(why.to_owned()),
            None => {}
        }
        Outcome::Stay
    }

    fn click_in_page(&mut self, reader: &mut Reader, x: u16, y: u16) -> Outcome {
        if y == page::NAMES {
            let name = page::names(self.page, reader.rows.screen.width).into_iter().rfind(|(_, from, _)| *from <= x);
            if let Some((page, ..)) = name {
                self.open_page(reader, page);
            }
            return Outcome::Stay;
        }
        let Some(hit) = page::hit(reader, self, x, y) else { return Outcome::Stay };
        let chosen = match hit {
            PageHit::Item(item, column) => {
                PageChoice { item, column: column.unwrap_or(self.choice.column), run: None, ..self.choice }
            }
            PageHit::Aside(entry) => PageChoice { run: Some(entry), ..self.choice },
        };
        if chosen == self.choice {
            return self.follow(reader);
        }
        self.choice = chosen;
        Outcome::Stay
    }

    fn choose_line(&mut self, reader: &Reader, by: isize) {
        let (lines, _) = self.page.size(&reader.page_facts(), &self.choice);
        let item = self.choice.item.saturating_add_signed(by).min(lines.saturating_sub(1));
        self.choose(PageChoice { item, ..self.choice });
    }

    /// Goes on within the chosen item, as long as that goes on beyond the screen; then to the next one, or the one before.
    fn step(&mut self, reader: &Reader, is_down: bool) {
        let (lines, room) = page::chosen_lines(reader, self);
        let last = lines.saturating_sub(room);
        let step = room.saturating_sub(1).max(1);
        match is_down {
            true if self.within < last => self.within = (self.within + step).min(last),
            false if self.within > 0 => self.within = self.within.saturating_sub(step),
            _ => self.choose_line(reader, if is_down { 1 } else { -1 }),
        }
    }

    /// Goes on, or back, by as many items as a screen, or half of one, has: each of them is seen on the way.
    fn page_by(&mut self, reader: &Reader, part: usize, is_down: bool) {
        let (lines, room) = page::chosen_lines(reader, self);
        let is_long = lines > room && if is_down { self.within < lines - room } else { self.within > 0 };
        if is_long {
            return self.step(reader, is_down);
        }
        let items = page::items_over(reader, self, (room / part).max(1), is_down).cast_signed();
        self.choose_line(reader, if is_down { items } else { -items });
    }

    /// Chooses another item or column, and none of the runs of these.
    fn choose(&mut self, choice: PageChoice) {
        if choice.item != self.choice.item {
            self.within = 0;
        }
        let is_same = (choice.item, choice.column) == (self.choice.item, self.choice.column);
        self.choice = PageChoice { run: choice.run.filter(|_| is_same), ..choice };
    }

    fn choose_column(&mut self, reader: &Reader, by: isize) {
        let (_, columns) = self.page.size(&reader.page_facts(), &self.choice);
        let column = self.choice.column.saturating_add_signed(by).min(columns.saturating_sub(1));
        self.choose(PageChoice { column, ..self.choice });
    }

    /// Sees the story from another article, on the page that is open; goes to that article's line on one that is seen from none.
    fn see_from(&mut self, reader: &mut Reader, article: usize) {
        let count = reader.pair.story.articles().len();
        if article >= count {
            reader.status.notice = Some(format!("there are {count} outlets"));
            return;
        }
        if !self.page.is_seen_from_one() {
            return self.choose_outlet(reader, article);
        }
        self.base = Some(article);
        reader.ask(self.base);
        self.choose_line(reader, 0);
        reader.status.notice = Some(format!("seen from {}", letter(article)));
    }

    /// Chooses the first line that is of an article, or its column.
    fn choose_outlet(&mut self, reader: &mut Reader, article: usize) {
        let facts = reader.page_facts();
        if self.page.chooses_columns() {
            let column = facts.column_of(article);
            // Of another column the last line says what stands there.
            if column == self.choice.column {
                reader.status.notice = Some(format!("that is the column of {}", letter(article)));
            }
            return self.choose(PageChoice { column, ..self.choice });
        }
        let (items, _) = self.page.size(&facts, &self.choice);
        let item = (0..items).find(|&item| self.page.article_of(&facts, item) == Some(article));
        self.choose(PageChoice { item: item.unwrap_or(self.choice.item), ..self.choice });
    }

    /// Sees it from the next article, or the previous one.
    fn see_from_next(&mut self, reader: &mut Reader, step: isize) {
        let count = reader.pair.story.articles().len().cast_signed();
        if let Some(base) = self.here(reader) {
            self.see_from(reader, (base.cast_signed() + step).rem_euclid(count).cast_unsigned());
        }
    }

    /// Returns the article that the page is seen from, else the one whose line is chosen.
    fn here(&self, reader: &Reader) -> Option<usize> {
        if self.page.is_seen_from_one() {
            return self.seen_from(reader).or_else(|| reader.facts.base());
        }
        if self.page.chooses_columns() {
            return Some(reader.page_facts().article_at(self.choice.column));
        }
        self.page.article_of(&reader.page_facts(), self.choice.item)
    }

    /// Tells whether what the page shows is still being found out.
    fn is_waiting(&self, reader: &Reader) -> bool {
        reader.facts.is_waiting() && page::page(reader, self).is_none()
    }
}

impl Component for StoryComponent {
    fn key(&mut self, reader: &mut Reader, key: Key) -> Outcome {
        match reader.asked(key) {
            Some(Action::RowDown) => self.step(reader, true),
            Some(Action::RowUp) => self.step(reader, false),
            Some(Action::HalfDown) => self.page_by(reader, 2, true),
            Some(Action::HalfUp) => self.page_by(reader, 2, false),
            Some(Action::PageDown) => self.page_by(reader, 1, true),
            Some(Action::PageUp) => self.page_by(reader, 1, false),
            Some(Action::Start) => self.choose_line(reader, isize::MIN / 2),
            Some(Action::End) => self.choose_line(reader, isize::MAX / 2),
            Some(Action::OtherPane) if key.is_back_tab() => self.turn_page(reader, PAGES.len() - 1),
            Some(Action::LeftPane) => self.choose_column(reader, -1),
            Some(Action::RightPane) => self.choose_column(reader, 1),
            Some(Action::Quit) if key.ctrl => return Outcome::Quit,
            Some(Action::Close) => {
                reader.stop_job();
                return Outcome::Close;
            }
            Some(Action::Story | Action::Quit) => return Outcome::Close,
            Some(action) => return self.act(reader, action),
            None => return Outcome::Ignored,
        }
        Outcome::Stay
    }

    /// Chooses what is clicked, and opens what was chosen already; goes to a page whose name is clicked.
    fn mouse(&mut self, reader: &mut Reader, mouse: Mouse) -> Outcome {
        reader.status.notice = None;
        match mouse.kind {
            MouseKind::WheelDown => self.step(reader, true),
            MouseKind::WheelUp => self.step(reader, false),
            MouseKind::Press => match text::hit(reader, mouse.column, mouse.row) {
                HitTarget::Tab(article) => self.see_from(reader, article),
                _ => return self.click_in_page(reader, mouse.column, mouse.row),
            },
            MouseKind::PressOther | MouseKind::Drag | MouseKind::Release => {}
        }
        Outcome::Stay
    }

    /// Shows what was found out; asks anew if the story is another one, or if more is wanted by now.
    fn refresh(&mut self, reader: &mut Reader) {
        if self.forgotten != reader.facts.forgotten {
            self.forgotten = reader.facts.forgotten;
            self.base = None;
            (self.choice.item, self.choice.column, self.is_placed) = (0, 0, false);
        }
        self.within = 0;
        self.place(reader);
        self.choose_line(reader, 0);
        self.choose_column(reader, 0);
        self.ask(reader);
    }

    fn placement(&self, _: &Reader) -> Placement {
        Placement::Screen
    }

    fn draw(&self, reader: &Reader, buffer: &mut Buffer) {
        drawing::draw(reader, self, buffer);
    }

    /// Says what is chosen, with the names in full.
    fn caption(&self, reader: &Reader) -> Option<String> {
        let known = self.page.caption(&reader.page_facts(), &self.choice);
        let parts = [known.filter(|text| !text.is_empty()), reader.facts.progress_text()];
        Some(joined(parts.into_iter().flatten()))
    }

    fn hints(&self, reader: &Reader) -> Vec<Hint> {
        let hint = |(actions, does): KeyText| Hint::new(&reader.keymap, actions, does);
        if self.is_waiting(reader) {
            const KEYS: [KeyText; 2] = [(&[Action::Close], "stop"), (&[Action::Story], "read on meanwhile")];
            return KEYS.into_iter().filter_map(hint).collect();
        }
        self.page.hints(&reader.page_facts(), &self.choice).into_iter().filter_map(hint).collect()
    }

    fn help(&self, reader: &Reader) -> Vec<HelpLine> {
        let heading = HelpLine::heading(&format!("The whole story: {}", self.page.name()));
        let signs = self.page.signs().into_iter().map(|(sign, meaning)| HelpLine::new(sign, meaning));
        let keys = [HelpLine::heading(""), HelpLine::heading("Keys")];
        let whole = key_lines(reader, &[(&[Action::Why], "all of what the last line says of what is chosen")]);
        let of_page = key_lines(reader, &self.page.help());
        [heading].into_iter().chain(signs).chain(keys).chain(of_page).chain(whole).collect()
    }
}
