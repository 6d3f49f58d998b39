//! What the reader sees and where in it they are; no drawing, no terminal.
//!
//! A [`Message`] changes the model, and the view is a function of it. The place is the *cursor*, a row; the *top* is the
//! first row on the screen. Scrolling moves both, so that the eye stays where it was:
//!
//! ```text
//!      top ─►  A system that makes it normal     │ 5 ~ 3 │  A system that makes it
//!              for the masses …                  │       │  “normal” …
//!   cursor ─►  The call to popularise            ▌ 6 ~ 7 │  The call to popularize
//! ```

mod jumps;
mod motion;
mod outlets;

use std::rc::Rc;

use super::keys::{self, Action, Code, Key};
use super::screen::Screen;
use super::shelf::Shelf;
use super::theme::Theme;
use crate::article::Article;
use crate::comparison::Comparison;
use crate::layout::stops::{self, Stop};
use crate::layout::{Arrangement, Band, Bands, Layout};
use crate::pair::{Pair, Side};
use crate::story::{Story, letter};

pub use outlets::Choice;

/// What happens to the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// The terminal has this many columns and rows.
    Resize(u16, u16),
}

/// What the reader begins with.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The story to read.
    pub story: Rc<Story>,
    /// Its articles to begin with, by place.
    pub shown: Pair<usize>,
    /// How to set them.
    pub arrangement: Arrangement,
    /// How everything looks.
    pub theme: Theme,
    /// The size of the terminal in columns and rows.
    pub size: (u16, u16),
}

/// The reader's whole state.
#[derive(Debug)]
pub struct Model {
    shelf: Shelf,
    /// The story that is read.
    pub story: Rc<Story>,
    /// Its articles on the screen, by place.
    pub shown: Pair<usize>,
    /// What is known of the two.
    pub comparison: Comparison,
    /// What stands level in them.
    pub bands: Bands,
    /// Their rows at the present width.
    pub layout: Layout,
    /// Where "next difference" halts.
    pub stops: Vec<Stop>,
    stop_rows: Vec<usize>,
    home_rows: Pair<Vec<usize>>,
    /// How the screen is parted.
    pub screen: Screen,
    wanted: Arrangement,
    /// The pane that keys act on.
    pub focus: Side,
    /// The first row on the screen.
    pub top: usize,
    /// The row that the reader is at.
    pub cursor: usize,
    /// The stop that the reader halted at, until they move on.
    pub stop: Option<usize>,
    trail: Vec<Place>,
    /// What is open over the text.
    pub overlay: Option<Overlay>,
    /// What there is to say about the last key.
    pub notice: Option<String>,
    /// Whether the signs are explained, until the first key.
    pub is_greeting: bool,
    /// How everything looks.
    pub theme: Theme,
    /// Whether everything is to be drawn anew.
    pub redraw: bool,
    /// Whether the reader has left.
    pub has_quit: bool,
}

/// What can be open over the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// The keys; the first line that is shown.
    Help(usize),
    /// Outlets and stories; the chosen one.
    Picker(usize),
}

/// A place in the text that outlasts another width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    side: Side,
    band: usize,
    block: usize,
    byte: usize,
    /// Its distance from the first row on the screen.
    depth: usize,
}

impl Model {
    /// Opens a story at its first row.
    #[must_use]
    pub fn new(opening: Opening) -> Self {
        let Opening { story, shown, arrangement, theme, size } = opening;
        let mut model = Self {
            shelf: Shelf::with(Rc::clone(&story)),
            story,
            shown,
            comparison: Comparison::default(),
            bands: Bands::default(),
            layout: Layout::of(&Bands::default(), Pair::new(&[], &[]), arrangement, 1),
            stops: Vec::new(),
            stop_rows: Vec::new(),
            home_rows: Pair::default(),
            screen: Screen::of(size, arrangement, 0),
            wanted: arrangement,
            focus: Side::Left,
            top: 0,
            cursor: 0,
            stop: None,
            trail: Vec::new(),
            overlay: None,
            notice: None,
            is_greeting: true,
            theme,
            redraw: false,
            has_quit: false,
        };
        model.compare();
        model
    }

    /// Lets something happen.
    pub fn update(&mut self, message: Message) {
        match message {
            Message::Key(key) => self.press(key),
            Message::Resize(width, height) => {
                let place = self.place();
                self.screen.width = width;
                self.screen.height = height;
                self.lay_out();
                self.return_to(place);
            }
        }
    }

    /// The two articles on the screen.
    #[must_use]
    pub fn articles(&self) -> Pair<&Article> {
        self.story.pair(self.shown)
    }

    /// The letters of the two articles.
    #[must_use]
    pub fn letters(&self) -> Pair<String> {
        self.shown.map(letter)
    }

    /// The band that the cursor is in.
    #[must_use]
    pub fn band(&self) -> Option<&Band> {
        self.bands.bands.get(self.layout.rows.get(self.cursor)?.band)
    }

    /// The block that the reader is at in a pane, from 0: that of the cursor's band, else the last one above.
    #[must_use]
    pub fn block(&self, side: Side) -> usize {
        let above = || self.home_rows[side].partition_point(|&row| row <= self.cursor).saturating_sub(1);
        self.place_on(side).map_or_else(above, |place| place.block)
    }

    /// Why there is one column, if two were wanted.
    #[must_use]
    pub fn narrowness(&self) -> Option<String> {
        self.screen.columns.is_narrow.then(|| format!("one column: two need {}", self.screen.facing_width()))
    }

    /// The stories on the shelf, and which of them is open.
    pub fn stories(&self) -> impl Iterator<Item = (&str, bool)> {
        self.shelf.names().map(|name| (name, name == self.story.name))
    }

    fn press(&mut self, key: Key) {
        self.is_greeting = false;
        self.notice = None;
        match self.overlay {
            Some(Overlay::Help(_)) => self.press_in_help(key),
            Some(Overlay::Picker(_)) => self.press_in_picker(key),
            None => {
                if let Some(action) = keys::action(key) {
                    self.act(action);
                }
            }
        }
    }

    fn press_in_help(&mut self, key: Key) {
        let Some(Overlay::Help(first)) = &mut self.overlay else { return };
        match keys::action(key) {
            Some(Action::RowDown) => *first += 1,
            Some(Action::RowUp) => *first = first.saturating_sub(1),
            Some(Action::PageDown | Action::HalfDown) => *first += 10,
            Some(Action::PageUp | Action::HalfUp) => *first = first.saturating_sub(10),
            Some(Action::Start) => *first = 0,
            Some(Action::Quit) if key.ctrl => self.has_quit = true,
            _ => self.overlay = None,
        }
    }

    fn press_in_picker(&mut self, key: Key) {
        let Some(Overlay::Picker(chosen)) = &mut self.overlay else { return };
        let last = self.story.articles().len() + self.shelf.names().len() - 1;
        match keys::action(key) {
            Some(Action::RowDown) => *chosen = (*chosen + 1).min(last),
            Some(Action::RowUp) => *chosen = chosen.saturating_sub(1),
            Some(Action::Start) => *chosen = 0,
            Some(Action::End) => *chosen = last,
            Some(Action::Quit) if key.ctrl => self.has_quit = true,
            _ if key.code == Code::Enter => {
                let chosen = *chosen;
                self.overlay = None;
                self.choose(chosen);
            }
            Some(Action::Close | Action::Quit | Action::Picker) => self.overlay = None,
            _ => {}
        }
    }

    fn act(&mut self, action: Action) {
        let page = isize::from(self.screen.body_height().max(2).cast_signed());
        match action {
            Action::RowDown => self.scroll(1),
            Action::RowUp => self.scroll(-1),
            Action::HalfDown => self.scroll(page / 2),
            Action::HalfUp => self.scroll(-page / 2),
            Action::PageDown => self.scroll(page - 1),
            Action::PageUp => self.scroll(1 - page),
            Action::Start => self.to_row(0),
            Action::End => self.to_row(usize::MAX),
            Action::NextDifference => self.next_stop(),
            Action::PreviousDifference => self.previous_stop(),
            Action::NextBlock => self.next_block(),
            Action::PreviousBlock => self.previous_block(),
            Action::Follow => self.follow(),
            Action::Back => self.back(),
            Action::OtherPane => self.focus = self.focus.other(),
            Action::LeftPane => self.focus = Side::Left,
            Action::RightPane => self.focus = Side::Right,
            Action::Outlet(place) => self.show_outlet(place),
            Action::NextOutlet => self.show_next_outlet(1),
            Action::PreviousOutlet => self.show_next_outlet(-1),
            Action::Picker => self.overlay = Some(Overlay::Picker(self.shown[self.focus])),
            Action::Swap => self.swap(),
            Action::Arrange => self.arrange(),
            Action::Theme => {
                self.theme = self.theme.next();
                self.notice = Some(format!("theme: {}", self.theme.name));
            }
            Action::Help => self.overlay = Some(Overlay::Help(0)),
            Action::Close => self.stop = None,
            Action::Redraw => self.redraw = true,
            Action::Quit => self.has_quit = true,
        }
    }

    /// Sets the pair in the other arrangement, the place kept.
    fn arrange(&mut self) {
        self.wanted = match self.screen.columns.arrangement {
            Arrangement::Facing => Arrangement::Stacked,
            Arrangement::Stacked => Arrangement::Facing,
        };
        let place = self.place();
        self.lay_out();
        self.return_to(place);
        self.notice = self.narrowness();
    }

    /// Compares the two articles anew, and lays them out.
    fn compare(&mut self) {
        self.comparison = self.story.compare(self.shown);
        let articles = self.story.pair(self.shown);
        self.bands = Bands::of(&self.comparison, articles.map(|article| article.blocks.len()));
        self.stops = stops::stops(articles, &self.comparison, &self.bands);
        self.stop = None;
        self.trail.clear();
        self.lay_out();
    }

    /// Lays the pair out for the present width, if that is not done yet.
    fn lay_out(&mut self) {
        let articles = self.story.pair(self.shown);
        let blocks = articles.map(|article| article.blocks.len());
        let size = (self.screen.width, self.screen.height);
        self.screen = Screen::of(size, self.wanted, blocks.left.max(blocks.right));
        let texts = articles.map(|article| article.blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>());
        let texts = texts.as_ref().map(Vec::as_slice);
        self.layout = Layout::of(&self.bands, texts, self.screen.columns.arrangement, self.screen.columns.measure);
        let row = |stop: &Stop| self.layout.row_at(&self.bands, stop.band, stop.side, stop.at.0, stop.at.1);
        self.stop_rows = self.stops.iter().map(|stop| row(stop).unwrap_or(0)).collect();
        let home = |side: Side, block: usize| {
            let band = self.bands.home[side][block];
            self.layout.row_at(&self.bands, band, side, block, 0).unwrap_or(0)
        };
        self.home_rows = Pair::from_fn(|side| (0..blocks[side]).map(|block| home(side, block)).collect());
    }
}
