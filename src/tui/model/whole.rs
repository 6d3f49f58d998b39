//! The whole story: who shares what, which passage stands where, and from there back to the text.
//!
//! ```text
//!     Sharing     Enter: the row's article beside the column's
//!     Passages    Enter: the base beside the column's article, at the passage
//!     Source      Enter: the source beside the article; =: with what both have folded
//!     Headlines   Enter: the article, where it begins
//! ```

mod reading;

use super::{Model, Overlay};
use crate::keys::{Action, Key};
use crate::pages::filter_name;
use crate::story::letter;
use crate::story::presence::Filter;
use crate::tui::hit::Hit;
use crate::tui::mouse::{Kind, Mouse};
use crate::tui::{hit, pages};

/// The blocks by which a passage must stand elsewhere to count as moved far, unless the reader says otherwise.
const FAR: usize = 3;

/// What of the whole story is on the screen.
#[derive(Clone, Debug)]
pub struct Overview {
    /// Which page.
    pub page: Page,
    /// The article that it is to be seen from, by place; else the one that is proposed.
    pub base: Option<usize>,
    /// Which passages are shown.
    pub filter: Filter,
    /// The blocks by which a passage must stand elsewhere to count as moved far.
    pub far: usize,
    /// The chosen item: an article in the order of the matrix, a passage among those shown, or what else the page lists.
    pub row: usize,
    /// The chosen column: an article in the order of the matrix, or by place.
    pub column: usize,
}

/// The pages of the whole story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Page {
    /// Who shares how much with whom.
    Sharing,
    /// Which passage stands where.
    Passages,
    /// Where each article's words stand besides.
    Source,
    /// Headlines and leads.
    Headlines,
}

impl Page {
    /// All of them, in the order of the key that goes through them.
    pub const ALL: [Self; 4] = [Self::Sharing, Self::Passages, Self::Source, Self::Headlines];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sharing => "sharing",
            Self::Passages => "passages",
            Self::Source => "source",
            Self::Headlines => "headlines",
        }
    }

    fn next(self) -> Self {
        let place = Self::ALL.iter().position(|&page| page == self).unwrap_or(0);
        Self::ALL[(place + 1) % Self::ALL.len()]
    }
}

impl Model {
    /// Opens the whole story at a page, seen from an article, or from the one that is proposed.
    pub(super) fn open_story_view(&mut self, page: Page, base: Option<usize>) {
        let column = self.first_column(page);
        let far = self.overview.as_ref().map_or(FAR, |view| view.far);
        self.overview = Some(Overview { page, base, filter: Filter::Everything, far, row: 0, column });
        self.overlay = Some(Overlay::Story);
        // Headlines are there to be read without comparing anything.
        if page != Page::Headlines {
            self.ask(base);
        }
    }

    /// The column that a page opens at: in the matrix that of another article than the row's.
    fn first_column(&self, page: Page) -> usize {
        match page {
            Page::Sharing => usize::from(self.story.articles().len() > 1),
            _ => self.shown[self.focus],
        }
    }

    /// Lists what stands in the focused outlet alone.
    fn only_here(&mut self) {
        let focused = self.shown[self.focus];
        self.open_story_view(Page::Passages, Some(focused));
        if let Some(view) = &mut self.overview {
            view.filter = Filter::OnlyIn(focused);
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
            Action::Fold => self.fold_in_story(),
            Action::Wider => self.set_far(1),
            Action::Narrower => self.set_far(-1),
            Action::Follow => self.read_chosen(),
            Action::Headlines => self.open_page(Page::Headlines),
            Action::List => self.only_here(),
            Action::Reload | Action::Redraw | Action::Suspend | Action::Theme => self.act(action),
            _ => {}
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
        let chosen = (item, column.unwrap_or(view.column));
        if chosen == (view.row, view.column) {
            self.read_chosen();
        } else if let Some(view) = &mut self.overview {
            (view.row, view.column) = chosen;
        }
    }

    fn next_page(&mut self) {
        if let Some(page) = self.overview.as_ref().map(|view| view.page.next()) {
            self.open_page(page);
        }
    }

    /// Goes to another page of the story that is open.
    fn open_page(&mut self, page: Page) {
        let column = if page == Page::Passages { 0 } else { self.first_column(page) };
        let Some(view) = &mut self.overview else { return };
        (view.page, view.row, view.column) = (page, 0, column);
        let base = view.base;
        if page != Page::Headlines {
            self.ask(base);
        }
    }

    /// How many items and columns can be chosen.
    fn extent(&self) -> (usize, usize) {
        let articles = self.story.articles().len();
        let (Some(view), from) = (&self.overview, self.known.perspective.as_deref()) else { return (0, 0) };
        match view.page {
            Page::Sharing => (articles, articles),
            Page::Passages => (from.map_or(0, |from| from.presence.shown(view.filter).len()), articles),
            Page::Source => (from.map_or(0, |from| from.lineages.len() + from.traces.len()), 1),
            Page::Headlines => (articles, 1),
        }
    }

    fn choose_line(&mut self, by: isize) {
        let last = self.extent().0.saturating_sub(1);
        if let Some(view) = &mut self.overview {
            view.row = view.row.saturating_add_signed(by).min(last);
        }
    }

    fn choose_column(&mut self, by: isize) {
        let last = self.extent().1.saturating_sub(1);
        if let Some(view) = &mut self.overview {
            view.column = view.column.saturating_add_signed(by).min(last);
        }
    }

    /// Sees the story from another article, on the page that is open.
    fn see_from(&mut self, place: usize) {
        let count = self.story.articles().len();
        let Some(view) = self.overview.as_mut().filter(|_| place < count) else { return };
        view.base = Some(place);
        self.ask(Some(place));
        self.choose_line(0);
        self.notice = Some(format!("seen from {}", letter(place)));
    }

    /// Sees it from the next article, or the previous one.
    fn see_from_next(&mut self, step: isize) {
        let count = self.story.articles().len().cast_signed();
        let base = self.overview.as_ref().and_then(|view| view.base).or_else(|| self.known.base());
        if let Some(base) = base {
            self.see_from((base.cast_signed() + step).rem_euclid(count).cast_unsigned());
        }
    }

    /// On the page of passages the next filter; on that of the source the chosen article without what both have.
    fn fold_in_story(&mut self) {
        match self.overview.as_ref().map(|view| view.page) {
            Some(Page::Passages) => self.next_filter(),
            Some(Page::Source) => self.read_own_alone(),
            _ => {}
        }
    }

    /// Shows other passages: those in all, in some, only in or not in the chosen article, those that moved far.
    fn next_filter(&mut self) {
        let Some(view) = &mut self.overview else { return };
        let article = view.column;
        let filter = match view.filter {
            Filter::Everything => Filter::InAll,
            Filter::InAll => Filter::InSome,
            Filter::InSome => Filter::OnlyIn(article),
            Filter::OnlyIn(_) => Filter::NotIn(article),
            Filter::NotIn(_) => Filter::MovedBy(view.far),
            Filter::MovedBy(_) => Filter::Everything,
        };
        self.show_passages(filter);
    }

    /// Shows the passages that moved, those by more blocks or fewer than before if they are shown already.
    fn set_far(&mut self, by: isize) {
        let Some(view) = self.overview.as_mut().filter(|view| view.page == Page::Passages) else { return };
        if matches!(view.filter, Filter::MovedBy(_)) {
            view.far = view.far.saturating_add_signed(by);
        }
        let filter = Filter::MovedBy(view.far);
        self.show_passages(filter);
    }

    fn show_passages(&mut self, filter: Filter) {
        if let Some(view) = &mut self.overview {
            (view.filter, view.row) = (filter, 0);
            self.notice = Some(filter_name(filter));
        }
    }
}
