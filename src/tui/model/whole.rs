//! The whole story: who shares what, which passage stands where, and from there back to the text.
//!
//! ```text
//!     Sharing     Enter: the row's article beside the column's
//!     Passages    Enter: the base beside the column's article, at the passage
//!     Source      Enter: the source beside the article; =: with what both have folded
//!     Headlines   Enter: the article, where it begins
//! ```

mod reading;

use super::{Known, Model, Overlay};
use crate::keys::{Action, Key};
use crate::letters::letter;
use crate::pages::{Facts, HeadlinesPage, Needs, PAGES, PageChoice, PageOutcome, PassagesPage, StoryPage};
use crate::story::presence::Filter;
use crate::tui::hit::Hit;
use crate::tui::mouse::{Kind, Mouse};
use crate::tui::{hit, pages};

/// What of the whole story is on the screen.
#[derive(Clone, Debug)]
pub struct Overview {
    /// Which page.
    pub page: &'static dyn StoryPage,
    /// The article that it is to be seen from, by index; else the one that is proposed.
    pub base: Option<usize>,
    /// What is chosen on it.
    pub choice: PageChoice,
}

impl Overview {
    /// The page after the one that is open.
    fn next_page(&self) -> &'static dyn StoryPage {
        let index = PAGES.iter().position(|page| page.name() == self.page.name()).unwrap_or(0);
        PAGES[(index + 1) % PAGES.len()]
    }
}

impl Model {
    /// Opens the whole story at a page, seen from an article, or from the one that is proposed.
    pub(super) fn open_story_view(&mut self, page: &'static dyn StoryPage, base: Option<usize>) {
        let column = page.first_column(&self.facts(), self.pair.shown[self.focus]);
        let before = self.overview.as_ref().map(|view| view.choice).unwrap_or_default();
        let choice = PageChoice { column, distance: before.distance, ..PageChoice::default() };
        self.overview = Some(Overview { page, base, choice });
        self.overlay = Some(Overlay::Story);
        self.ask_for_page();
    }

    /// Asks for what the page that is open needs.
    fn ask_for_page(&mut self) {
        if let Some(Overview { page, base, .. }) = self.overview
            && page.needs() > Needs::Nothing
        {
            self.ask(base);
        }
    }

    /// What is known of the story.
    pub(in crate::tui) fn facts(&self) -> Facts<'_> {
        let Known { analysis, perspective, .. } = &self.known;
        let (analysis, perspective) = (analysis.as_deref(), perspective.as_deref());
        Facts { story: &self.pair.story, analysis, perspective, shown: self.pair.shown }
    }

    /// Lists what stands in the focused outlet alone.
    fn only_here(&mut self) {
        let focused = self.pair.shown[self.focus];
        self.open_story_view(&PassagesPage, Some(focused));
        if let Some(view) = &mut self.overview {
            view.choice = PageChoice { column: focused, filter: Filter::OnlyIn(focused), ..view.choice };
        }
    }

    /// Shows what was found out: what is wanted by now may be more.
    pub(super) fn show_findings(&mut self) {
        self.choose_line(0);
        self.choose_column(0);
        if let Some(base) = self.overview.as_ref().map(|view| view.base) {
            self.ask(base);
        }
    }

    pub(super) fn press_in_story(&mut self, key: Key) {
        let action = self.keymap.action(key);
        let page = isize::from(self.screen.body_height().max(2).cast_signed());
        match action {
            Some(Action::RowDown) => self.choose_line(1),
            Some(Action::RowUp) => self.choose_line(-1),
            Some(Action::HalfDown) => self.choose_line(page / 2),
            Some(Action::HalfUp) => self.choose_line(-page / 2),
            Some(Action::PageDown) => self.choose_line(page - 1),
            Some(Action::PageUp) => self.choose_line(1 - page),
            Some(Action::Start) => self.choose_line(isize::MIN / 2),
            Some(Action::End) => self.choose_line(isize::MAX / 2),
            Some(Action::LeftPane) => self.choose_column(-1),
            Some(Action::RightPane) => self.choose_column(1),
            Some(Action::Quit) if key.ctrl => self.has_quit = true,
            Some(Action::Close) => self.close_story(),
            Some(Action::Story | Action::Quit) => self.overlay = None,
            Some(action) => self.act_in_story(action),
            None => {}
        }
    }

    /// Goes back to the text, and stops what is being found out.
    fn close_story(&mut self) {
        self.overlay = None;
        if self.known.stop() {
            self.notice = Some("stopped reading all pairs".to_owned());
        }
    }

    /// Shows something else of the story.
    fn act_in_story(&mut self, action: Action) {
        match action {
            Action::OtherPane => self.next_page(),
            Action::Outlet(place) => self.see_from(place),
            Action::NextOutlet => self.see_from_next(1),
            Action::PreviousOutlet => self.see_from_next(-1),
            Action::Follow => self.read_chosen(),
            Action::Headlines => self.open_page(&HeadlinesPage),
            Action::List => self.only_here(),
            Action::Reload | Action::Redraw | Action::Suspend | Action::Theme => self.act(action),
            _ => self.act_on_page(action),
        }
    }

    /// Chooses what is clicked, and opens what was chosen already; goes to a page whose name is clicked.
    pub(super) fn point_in_story(&mut self, mouse: Mouse) {
        self.notice = None;
        match mouse.kind {
            Kind::WheelDown => self.choose_line(1),
            Kind::WheelUp => self.choose_line(-1),
            Kind::Press => match hit::hit(self, mouse.column, mouse.row) {
                Hit::Tab(place) => self.see_from(place),
                _ => self.click_in_page(mouse.column, mouse.row),
            },
            _ => {}
        }
    }

    fn click_in_page(&mut self, x: u16, y: u16) {
        let Some(view) = &self.overview else { return };
        if y == pages::NAMES {
            let name = pages::names(view.page).into_iter().rfind(|(_, from, _)| *from <= x);
            if let Some((page, ..)) = name {
                self.open_page(page);
            }
            return;
        }
        let Some((item, column)) = pages::hit(self, view, x, y) else { return };
        let chosen = PageChoice { item, column: column.unwrap_or(view.choice.column), ..view.choice };
        if chosen == view.choice {
            self.read_chosen();
        } else if let Some(view) = &mut self.overview {
            view.choice = chosen;
        }
    }

    /// Does what only the page that is open has a use for.
    fn act_on_page(&mut self, action: Action) {
        let Some(Overview { page, mut choice, .. }) = self.overview else { return };
        match page.act(action, &self.facts(), &mut choice) {
            PageOutcome::Ignored => {}
            PageOutcome::Changed(said) => {
                if let Some(view) = &mut self.overview {
                    view.choice = choice;
                }
                self.notice = Some(said);
            }
            PageOutcome::Read(target) => self.read(target),
        }
    }

    fn next_page(&mut self) {
        if let Some(page) = self.overview.as_ref().map(Overview::next_page) {
            self.open_page(page);
        }
    }

    /// Goes to another page of the story that is open.
    fn open_page(&mut self, page: &'static dyn StoryPage) {
        let column = page.first_column(&self.facts(), self.pair.shown[self.focus]);
        let Some(view) = &mut self.overview else { return };
        view.page = page;
        view.choice = PageChoice { item: 0, column, ..view.choice };
        self.ask_for_page();
    }

    /// How many items and columns can be chosen.
    fn extent(&self) -> (usize, usize) {
        self.overview.as_ref().map_or((0, 0), |view| view.page.size(&self.facts(), &view.choice))
    }

    fn choose_line(&mut self, by: isize) {
        let last = self.extent().0.saturating_sub(1);
        if let Some(view) = &mut self.overview {
            view.choice.item = view.choice.item.saturating_add_signed(by).min(last);
        }
    }

    fn choose_column(&mut self, by: isize) {
        let last = self.extent().1.saturating_sub(1);
        if let Some(view) = &mut self.overview {
            view.choice.column = view.choice.column.saturating_add_signed(by).min(last);
        }
    }

    /// Sees the story from another article, on the page that is open.
    fn see_from(&mut self, place: usize) {
        let count = self.pair.story.articles().len();
        let Some(view) = self.overview.as_mut().filter(|_| place < count) else { return };
        view.base = Some(place);
        self.ask(Some(place));
        self.choose_line(0);
        self.notice = Some(format!("seen from {}", letter(place)));
    }

    /// Sees it from the next article, or the previous one.
    fn see_from_next(&mut self, step: isize) {
        let count = self.pair.story.articles().len().cast_signed();
        let base = self.overview.as_ref().and_then(|view| view.base).or_else(|| self.known.base());
        if let Some(base) = base {
            self.see_from((base.cast_signed() + step).rem_euclid(count).cast_unsigned());
        }
    }
}
