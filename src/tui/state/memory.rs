//! What is known of the places where stories were left.

use crate::tui::places::{Places, Saved};

/// What is known of places in stories.
#[derive(Clone, Debug, Default)]
pub struct PlaceMemory {
    /// The name of the story that the reader opens with, and the one that it is kept by, if any.
    pub(in crate::tui) opened: (String, Option<String>),
    /// The names of stories that lie in folders beside it, and those that they are kept by.
    folders: Vec<(String, String)>,
    /// Whether the next story opens where it was left.
    pub(in crate::tui) recalls: bool,
    /// What was kept before.
    pub(in crate::tui) known: Places,
    /// What is kept now.
    pub kept: Places,
    /// Where the story stood when it was opened.
    pub(in crate::tui) start: Option<Saved>,
}

impl PlaceMemory {
    /// What is `known` of places when a story of a name opens, which is kept by `key`, or not kept; `recalls` says whether
    /// it opens where it was left.
    #[must_use]
    pub fn new(name: &str, key: Option<String>, recalls: bool, known: Places) -> Self {
        Self { opened: (name.to_owned(), key), recalls, known, ..Self::default() }
    }

    /// Adds stories that lie in folders, by their names and those that they are kept by.
    #[must_use]
    pub fn with_folders(self, folders: Vec<(String, String)>) -> Self {
        Self { folders, ..self }
    }

    /// Returns the name that a story is kept by.
    pub(in crate::tui) fn key(&self, story: &str) -> Option<String> {
        if self.opened.0 == story {
            return self.opened.1.clone();
        }
        let folder = self.folders.iter().find(|(name, _)| name == story);
        Some(folder.map_or_else(|| bundled(story), |(_, key)| key.clone()))
    }
}

/// Returns the name that a story is kept by that comes with the program.
#[must_use]
pub fn bundled(story: &str) -> String {
    format!("bundled:{story}")
}
