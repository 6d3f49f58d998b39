//! What the reader begins with.

use std::sync::Arc;

use super::{PlaceMemory, Settings};
use crate::intake::{ShelfStory, Source};
use crate::keys::Keymap;
use crate::options::StartView;
use crate::pair::Pair;
use crate::story::Story;
use crate::tui::pins::SavedPins;
use crate::tui::theme::Theme;

/// What the reader begins with.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The story to read.
    pub story: Arc<Story>,
    /// Where it was read.
    pub source: Source,
    /// The stories that lie in folders beside it.
    pub shelf: Vec<ShelfStory>,
    /// Its articles to begin with, by place.
    pub shown: Pair<usize>,
    /// What is set, the size of the screen with it.
    pub settings: Settings,
    /// How everything looks.
    pub theme: Theme,
    /// Whether the terminal is asked what it stands on, and the theme fitted to its answer.
    pub asks_ground: bool,
    /// Which keys do what.
    pub keymap: Keymap,
    /// What there is to say of files and of the configuration; the first of it stands on the first screen.
    pub messages: Vec<String>,
    /// Whether a line explains the signs, as to a first-time reader.
    pub greets: bool,
    /// Where stories were left; `None` if places are not kept.
    pub memory: Option<PlaceMemory>,
    /// What was set opposite by hand before.
    pub pins: SavedPins,
    /// How many of the articles are still to be pasted.
    pub awaited: usize,
    /// What is on the screen first.
    pub first: StartView,
}

impl Opening {
    /// Two articles of a story as they open if nothing else is said, on 80 columns and 24 rows.
    #[must_use]
    pub fn new(story: Arc<Story>, shown: Pair<usize>) -> Self {
        let settings = Settings { lists: story.lists().clone(), ..Settings::default() };
        Self {
            story,
            source: Source::default(),
            shelf: Vec::new(),
            shown,
            settings,
            theme: Theme::default(),
            asks_ground: false,
            keymap: Keymap::default(),
            messages: Vec::new(),
            greets: false,
            memory: None,
            pins: SavedPins::default(),
            awaited: 0,
            first: StartView::default(),
        }
    }

    /// Returns the same on a screen of so many columns and rows.
    #[must_use]
    pub fn sized(mut self, width: u16, height: u16) -> Self {
        self.settings.setup = self.settings.setup.sized(usize::from(width), usize::from(height));
        self
    }
}
