//! The stories that can be read: the one that was opened, and those that come with the program.

use std::sync::Arc;

use crate::intake::bundled;
use crate::story::Story;

/// Stories by name, opened when they are asked for.
#[derive(Clone, Debug)]
pub struct Shelf {
    stories: Vec<Shelved>,
}

#[derive(Clone, Debug)]
struct Shelved {
    name: String,
    story: Option<Arc<Story>>,
}

impl Shelf {
    /// Sets a story before the bundled ones; if it is one of them, in its place.
    #[must_use]
    pub fn with(story: Arc<Story>) -> Self {
        let mut stories: Vec<Shelved> =
            bundled::names().into_iter().map(|name| Shelved { name: name.to_owned(), story: None }).collect();
        let place = stories.iter().position(|shelved| shelved.name == story.name);
        let shelved = Shelved { name: story.name.clone(), story: Some(story) };
        match place {
            Some(place) => stories[place] = shelved,
            None => stories.insert(0, shelved),
        }
        Self { stories }
    }

    /// Sets a story in the place of another one.
    pub fn replace(&mut self, before: &Arc<Story>, story: &Arc<Story>) {
        let is_it = |shelved: &&mut Shelved| shelved.story.as_ref().is_some_and(|story| Arc::ptr_eq(story, before));
        if let Some(shelved) = self.stories.iter_mut().find(is_it) {
            shelved.story = Some(Arc::clone(story));
        }
    }

    /// Names the stories, in the order of the shelf.
    #[must_use]
    pub fn names(&self) -> impl ExactSizeIterator<Item = &str> {
        self.stories.iter().map(|shelved| shelved.name.as_str())
    }

    /// Takes down a story by its place; `None` beyond the last one.
    pub fn open(&mut self, place: usize) -> Option<Arc<Story>> {
        let shelved = self.stories.get_mut(place)?;
        if shelved.story.is_none() {
            shelved.story = Some(Arc::new(Story::new(&shelved.name, bundled::read(&shelved.name)?)));
        }
        shelved.story.clone()
    }
}
