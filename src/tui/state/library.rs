//! The stories that can be read: the one that was opened, and those that come with the program.

use std::sync::Arc;

use crate::intake::bundled;
use crate::story::Story;

/// Stories by name, opened when they are asked for.
#[derive(Clone, Debug)]
pub struct Library {
    stories: Vec<LibraryEntry>,
}

#[derive(Clone, Debug)]
struct LibraryEntry {
    name: String,
    story: Option<Arc<Story>>,
}

impl Library {
    /// Sets a story before the bundled ones; if it is one of them, in its place.
    #[must_use]
    pub fn with(story: Arc<Story>) -> Self {
        let mut stories: Vec<LibraryEntry> =
            bundled::names().into_iter().map(|name| LibraryEntry { name: name.to_owned(), story: None }).collect();
        let index = stories.iter().position(|entry| entry.name == story.name);
        let entry = LibraryEntry { name: story.name.clone(), story: Some(story) };
        match index {
            Some(index) => stories[index] = entry,
            None => stories.insert(0, entry),
        }
        Self { stories }
    }

    /// Sets a story in the place of another one.
    pub fn replace(&mut self, before: &Arc<Story>, story: &Arc<Story>) {
        let is_it = |entry: &&mut LibraryEntry| entry.story.as_ref().is_some_and(|story| Arc::ptr_eq(story, before));
        if let Some(entry) = self.stories.iter_mut().find(is_it) {
            entry.story = Some(Arc::clone(story));
        }
    }

    /// Names the stories, in the order of the library.
    #[must_use]
    pub fn names(&self) -> impl ExactSizeIterator<Item = &str> {
        self.stories.iter().map(|entry| entry.name.as_str())
    }

    /// Takes down a story by its place; `None` beyond the last one.
    pub fn open(&mut self, index: usize) -> Option<Arc<Story>> {
        let entry = self.stories.get_mut(index)?;
        if entry.story.is_none() {
            entry.story = Some(Arc::new(Story::new(&entry.name, bundled::read(&entry.name)?)));
        }
        entry.story.clone()
    }
}
