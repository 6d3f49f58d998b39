//! What the reader begins with.

use std::sync::Arc;

use super::{Memory, Settings};
use crate::keys::Keymap;
use crate::pair::Pair;
use crate::story::Story;
use crate::tui::theme::Theme;

/// What the reader begins with.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The story to read.
    pub story: Arc<Story>,
    /// Its articles to begin with, by place.
    pub shown: Pair<usize>,
    /// What is set, the size of the screen with it.
    pub settings: Settings,
    /// How everything looks.
    pub theme: Theme,
    /// Which keys do what.
    pub keymap: Keymap,
    /// What there is to say before the first key.
    pub notice: Option<String>,
    /// Where stories were left; `None` if places are not kept.
    pub memory: Option<Memory>,
    /// What is on the screen first.
    pub first: First,
}

/// What is on the screen first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum First {
    /// The two articles.
    #[default]
    Reader,
    /// Their map.
    Map,
    /// The whole story.
    Story,
}

impl Opening {
    /// Two articles of a story as they open if nothing else is said, on 80 columns and 24 rows.
    #[must_use]
    pub fn new(story: Arc<Story>, shown: Pair<usize>) -> Self {
        Self {
            story,
            shown,
            settings: Settings::default(),
            theme: Theme::default(),
            keymap: Keymap::default(),
            notice: None,
            memory: None,
            first: First::Reader,
        }
    }

    /// Returns the same on a screen of so many columns and rows.
    #[must_use]
    pub fn sized(mut self, width: u16, height: u16) -> Self {
        self.settings.setup = self.settings.setup.sized(usize::from(width), usize::from(height));
        self
    }
}
