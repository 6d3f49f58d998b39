//! The whole story: who shares what, which passage stands where, and from there back to the text.

use std::sync::Arc;

use super::{Model, Overlay};
use crate::pair::{Pair, Side};
use crate::report::story::{From, Whole, filter_name};
use crate::story::letter;
use crate::story::presence::Filter;
use crate::tui::keys::{Action, Key};

/// The blocks by which a passage must stand elsewhere to count as moved far.
const FAR: usize = 3;

/// What of the whole story is on the screen.
#[derive(Clone, Debug)]
pub struct Overview {
    /// Which page.
    pub page: Page,
    /// What is known of the story.
    pub whole: Arc<Whole>,
    /// The same seen from the base.
    pub from: Arc<From>,
    /// Which passages are shown.
    pub filter: Filter,
    /// The chosen line: an article in the order of the matrix, or a passage among those shown; else the first line.
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

impl Overview {
    /// The article that the story is seen from, by place.
    #[must_use]
    pub fn base(&self) -> usize {
        self.from.presence.base
    }
}

impl Model {
    /// Opens the whole story at a page, seen from an article, or from the one that is proposed.
    pub(super) fn open_story_view(&mut self, page: Page, base: Option<usize>) {
        let whole =
            self.overview.as_ref().map_or_else(|| Arc::new(Whole::of(&self.story)), |view| Arc::clone(&view.whole));
        let base = base.unwrap_or_else(|| whole.first_base());
        let known = self.overview.take().filter(|view| view.base() == base);
        let from =
            known.as_ref().map_or_else(|| Arc::new(From::of(&self.story, &whole, base)), |view| Arc::clone(&view.from));
        let column = if page == Page::Sharing { usize::from(whole.order.len() > 1) } else { self.shown[self.focus] };
        self.overview = Some(Overview { page, whole, from, filter: Filter::Everything, row: 0, column });
        self.overlay = Some(Overlay::Story);
    }

    /// Lists what stands in the focused outlet alone.
    pub(super) fn list_alone(&mut self) {
        let focused = self.shown[self.focus];
        self.open_story_view(Page::Passages, Some(focused));
        if let Some(view) = &mut self.overview {
            view.filter = Filter::OnlyIn(focused);
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
            Some(Action::OtherPane) => self.next_page(),
            Some(Action::Outlet(place)) => self.see_from(place),
            Some(Action::Fold) => self.next_filter(),
            Some(Action::Follow) => self.read_chosen(),
            Some(Action::Headlines) => self.open_story_view(Page::Headlines, None),
            Some(Action::List) => self.list_alone(),
            Some(Action::Quit) if key.ctrl => self.has_quit = true,
            Some(Action::Story | Action::Close | Action::Quit) => self.overlay = None,
            _ => {}
        }
    }

    fn next_page(&mut self) {
        let Some(view) = &mut self.overview else { return };
        view.page = view.page.next();
        view.row = 0;
        view.column = if view.page == Page::Sharing { usize::from(view.whole.order.len() > 1) } else { 0 };
    }

    /// How many lines and columns can be chosen.
    fn extent(&self) -> (usize, usize) {
        let Some(view) = &self.overview else { return (0, 0) };
        let articles = self.story.articles().len();
        match view.page {
            Page::Sharing => (articles, articles),
            Page::Passages => (view.from.presence.shown(view.filter).len(), articles),
            Page::Source => (6 * articles + view.from.traces.len() + 8, 1),
            Page::Headlines => (8 * articles, 1),
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
        let Some(view) = self.overview.as_ref().filter(|_| place < self.story.articles().len()) else { return };
        let (page, filter, row, column) = (view.page, view.filter, view.row, view.column);
        self.open_story_view(page, Some(place));
        if let Some(view) = &mut self.overview {
            (view.filter, view.row, view.column) = (filter, row, column);
        }
        self.choose_line(0);
        self.notice = Some(format!("seen from {}", letter(place)));
    }

    /// Shows other passages: those in all, in some, only in or not in the chosen article, those that moved far.
    fn next_filter(&mut self) {
        let Some(view) = self.overview.as_mut().filter(|view| view.page == Page::Passages) else { return };
        let article = view.column;
        view.filter = match view.filter {
            Filter::Everything => Filter::InAll,
            Filter::InAll => Filter::InSome,
            Filter::InSome => Filter::OnlyIn(article),
            Filter::OnlyIn(_) => Filter::NotIn(article),
            Filter::NotIn(_) => Filter::MovedBy(FAR),
            Filter::MovedBy(_) => Filter::Everything,
        };
        view.row = 0;
        self.notice = Some(filter_name(view.filter));
    }

    /// Opens the reader on what is chosen.
    fn read_chosen(&mut self) {
        let Some(view) = &self.overview else { return };
        match view.page {
            Page::Sharing => {
                let (of, within) = (view.whole.order[view.row], view.whole.order[view.column]);
                if of == within {
                    self.notice = Some("one article: choose another column".to_owned());
                } else {
                    self.read(Pair::new(of, within), None);
                }
            }
            Page::Passages => {
                let Some(&passage) = view.from.presence.shown(view.filter).get(view.row) else { return };
                self.read_passage(passage);
            }
            Page::Source | Page::Headlines => {
                self.notice = self.keymap.hint(Action::OtherPane, "goes to the page of passages");
            }
        }
    }

    /// Reads a passage in the base and in the chosen article, at the block that it begins with.
    fn read_passage(&mut self, passage: usize) {
        let Some(view) = &self.overview else { return };
        let (base, column) = (view.base(), view.column);
        let passage = view.whole.passages.passages[passage].clone();
        let having = passage.blocks.iter().map(|(article, _)| *article);
        // Beside the base itself stands whoever else has the passage.
        let other = if column == base { having.clone().find(|&article| article != base) } else { Some(column) };
        let other = other.or_else(|| Some(self.shown.right).filter(|&place| place != base));
        let pair = Pair::new(base, other.unwrap_or(usize::from(base == 0)));
        let at = |side: Side| passage.in_article(pair[side]).first().map(|&block| (side, block));
        let at = at(Side::Left).or_else(|| at(Side::Right));
        match at.or_else(|| having.clone().next().map(|_| (Side::Left, 0))) {
            Some(_) if at.is_none() => {
                // Neither the base nor the chosen article has it: read it where it stands.
                let Some((article, blocks)) = passage.blocks.first() else { return };
                self.read(Pair::new(base, *article), Some((Side::Right, blocks[0])));
            }
            at => self.read(pair, at),
        }
    }

    /// Closes the whole story and reads two articles, at a block of one of them if it is named.
    fn read(&mut self, pair: Pair<usize>, at: Option<(Side, usize)>) {
        self.overlay = None;
        if pair != self.shown {
            self.shown = pair;
            self.compare();
        }
        let (side, block) = at.unwrap_or((Side::Left, 0));
        self.focus = side;
        self.to_home(side, (block, 0, usize::from(at.is_some()) * 3));
    }
}
