//! What the reader sees and where in it they are; no drawing, no terminal.
//!
//! A [`Message`] changes the model, and the view is a function of it. The place is an [`Eye`]: the *cursor*, a row, and the
//! *top*, the first row on the screen. Scrolling moves both, so that the eye stays where it was:
//!
//! ```text
//!      top ─►  A system that makes it normal     │ 5 ~ 3 │  A system that makes it
//!              for the masses …                  │       │  “normal” …
//!   cursor ─►  The call to popularise            ◀ 6 ~ 7 │  The call to popularize
//! ```
//!
//! Each pane has an eye of its own; as long as the panes are locked the two are the same.

mod answer;
mod aside;
mod compare;
mod copy;
mod dispatch;
mod errand;
mod jumps;
mod map;
mod matches;
mod memory;
mod message;
mod motion;
mod mouse;
mod opening;
mod outlets;
mod palette;
mod panes;
mod picker;
mod reload;
mod search;
mod selection;
mod settings;
mod trail;
mod whole;
mod why;

use std::collections::VecDeque;
use std::sync::Arc;

use super::screen::Screen;
use super::shelf::Shelf;
use super::state::OpenPair;
use super::theme::Theme;
use crate::keys::Keymap;
use crate::layout::map::Map;
use crate::layout::ruler::Notch;
use crate::layout::stops::Stop;
use crate::layout::{Band, Layout};
use crate::options::StartView;
use crate::pages::SharingPage;
use crate::pair::{Pair, Side};

pub use answer::Answer;
pub use aside::{Aside, Entry};
pub use errand::{Errand, Findings, Known};
pub use map::Chosen;
pub use memory::{Memory, bundled};
pub use message::{Effect, Message};
pub use mouse::Pointer;
pub use opening::Opening;
pub use outlets::Choice;
pub use palette::Palette;
pub use picker::Picker;
pub use search::{Line, Search};
pub use selection::Selection;
pub use settings::Settings;
pub use whole::Overview;

pub use crate::present::markings::Marks;

/// The reader's whole state.
#[derive(Debug)]
pub struct Model {
    shelf: Shelf,
    /// What is read, whatever the width.
    pub pair: OpenPair,
    /// Their rows at the present width.
    pub layout: Layout,
    /// The pair as a picture.
    pub map: Map,
    /// What stands at each row of the ruler.
    pub ruler: Vec<Notch>,
    stop_rows: Vec<usize>,
    home_rows: Pair<Vec<usize>>,
    /// How the screen is parted.
    pub screen: Screen,
    /// What the reader has set.
    pub settings: Settings,
    /// The pane that keys act on.
    pub focus: Side,
    /// Where in the rows each pane is.
    pub eyes: Pair<Eye>,
    /// The stop that the reader halted at, until they move on.
    pub stop: Option<usize>,
    /// The marked run that the reader halted at, until they move on.
    pub run: Option<Stop>,
    /// Where the reader was before each jump, the last one at the end.
    trail: VecDeque<trail::Jump>,
    /// What the mouse is at.
    pub pointer: Pointer,
    /// What is searched, and where it was found.
    pub search: Search,
    /// What is open over the text.
    pub overlay: Option<Overlay>,
    /// What is known of the whole story.
    pub known: Known,
    /// What of the whole story was last on the screen.
    pub overview: Option<Overview>,
    /// What there is to say about the last key.
    pub notice: Option<String>,
    /// Whether the signs are explained, until the first key.
    pub is_greeting: bool,
    /// How everything looks.
    pub theme: Theme,
    /// Which keys do what.
    pub keymap: Keymap,
    /// Where stories were left.
    pub memory: Option<Memory>,
    /// What the loop is to do outside, in this order; it takes them away.
    pub effects: Vec<Effect>,
    /// Whether the reader has left.
    pub has_quit: bool,
}

/// Where in the rows a pane is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Eye {
    /// The first row on the screen.
    pub top: usize,
    /// The row that the reader is at.
    pub cursor: usize,
}

/// What can be open over the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// The keys.
    Help(Help),
    /// Outlets and stories.
    Picker(Picker),
    /// What to search.
    Search(Line),
    /// All actions by name.
    Palette(Palette),
    /// The pair as a picture; the chosen block.
    Map(Chosen),
    /// The whole story.
    Story,
    /// What of the outlet in focus stands where else.
    Aside(Aside),
    /// Why the link at the cursor stands.
    Why,
}

/// What is shown of the help.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Help {
    /// The first line.
    pub first: usize,
    /// The chosen block of the map, if it is the map's help.
    pub map: Option<Chosen>,
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
    /// Opens a story at its first row, or where it was left.
    #[must_use]
    pub fn new(opening: Opening) -> Self {
        let Opening { story, shown, settings, theme, keymap, notice, memory, first, asks_ground: _ } = opening;
        let mut model = Self {
            shelf: Shelf::with(Arc::clone(&story)),
            pair: OpenPair::new(story, shown),
            layout: Layout::default(),
            map: Map::default(),
            ruler: Vec::new(),
            stop_rows: Vec::new(),
            home_rows: Pair::default(),
            screen: Screen::new(settings.setup, 0),
            settings,
            focus: Side::Left,
            eyes: Pair::default(),
            stop: None,
            run: None,
            trail: VecDeque::new(),
            pointer: Pointer::default(),
            search: Search::default(),
            overlay: None,
            known: Known::default(),
            overview: None,
            notice,
            is_greeting: true,
            theme,
            keymap,
            memory,
            effects: Vec::new(),
            has_quit: false,
        };
        model.compare();
        model.resume();
        match first {
            StartView::Reader => {}
            StartView::Map => model.open_map(),
            StartView::Story => model.open_story_view(&SharingPage, None),
        }
        model
    }

    /// Lets something happen.
    pub fn update(&mut self, message: Message) {
        match message {
            Message::Key(key) => self.press(key),
            Message::Mouse(mouse) => self.point(mouse),
            Message::Reloaded(story) => self.reload(story),
            Message::Counted(errand, progress) => self.note_progress(errand, progress),
            Message::Found(errand, findings) => self.take_findings(errand, findings),
            Message::Changed(side) => self.note_change(side),
            Message::Unread(said) => self.note_unread(&said),
            Message::Trouble(said) => self.notice = Some(said),
            Message::Resize(width, height) => self.keeping_place(|model| {
                model.settings.setup = model.settings.setup.sized(usize::from(width), usize::from(height));
                model.lay_out();
            }),
            Message::Paste(text) => self.paste(&text),
        }
    }

    /// Where the focused pane is.
    #[must_use]
    pub fn eye(&self) -> Eye {
        self.eyes[self.focus]
    }

    /// The band that the cursor is in.
    #[must_use]
    pub fn band(&self) -> Option<&Band> {
        self.pair.bands.bands.get(self.layout.rows.get(self.eye().cursor)?.band)
    }

    /// The block that the reader is at in a pane, from 0: that of the cursor's band, else the last one above.
    #[must_use]
    pub fn block(&self, side: Side) -> usize {
        let above = || self.home_rows[side].partition_point(|&row| row <= self.eye().cursor).saturating_sub(1);
        self.place_on(side).map_or_else(above, |place| place.block)
    }

    /// What the reader halted at: a marked run or a stop.
    #[must_use]
    pub fn halted(&self) -> Option<&Stop> {
        self.run.as_ref().or_else(|| self.pair.stops.get(self.stop?))
    }

    /// Why there is one column, if two were wanted.
    #[must_use]
    pub fn narrowness(&self) -> Option<String> {
        self.screen.columns.is_narrow.then(|| format!("one column: two need {}", self.screen.facing_width()))
    }

    /// The stories on the shelf, and which of them is open.
    pub fn stories(&self) -> impl Iterator<Item = (&str, bool)> {
        self.shelf.names().map(|name| (name, name == self.pair.story.name))
    }
}
