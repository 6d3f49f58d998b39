//! The stories that can be read: the one that was opened, those beside it, and those that come with the program.

use std::path::PathBuf;
use std::sync::Arc;

use crate::intake::{self, LeftOutWay, ShelfStory, Source, bundled};
use crate::list_choice::ListChoice;
use crate::story::Story;

/// Stories by name, opened when they are asked for.
#[derive(Clone, Debug)]
pub struct Library {
    stories: Vec<LibraryEntry>,
}

#[derive(Clone, Debug)]
struct LibraryEntry {
    name: String,
    /// What is read; nothing for one that comes with the program.
    paths: Vec<PathBuf>,
    story: Option<Arc<Story>>,
    /// Where it was read, until somebody takes it.
    source: Option<Source>,
}

/// Holds a story that was taken down.
#[derive(Clone, Debug)]
pub struct TakenStory {
    /// The story.
    pub story: Arc<Story>,
    /// What there is to say of its files.
    pub messages: Vec<String>,
}

impl LibraryEntry {
    fn new(name: &str, paths: &[PathBuf]) -> Self {
        Self { name: name.to_owned(), paths: paths.to_vec(), story: None, source: None }
    }
}

impl Library {
    /// Sets a story, and those beside it, before the bundled ones. Of stories of the same name only the
    /// first of these is kept, but the one that is open stands where one of its name would.
    #[must_use]
    pub fn new(story: Arc<Story>, shelf: &[ShelfStory]) -> Self {
        let beside = shelf.iter().map(|story| LibraryEntry::new(&story.name, &story.paths));
        let mut stories: Vec<LibraryEntry> = beside.collect();
        for name in bundled::names() {
            if stories.iter().all(|entry| entry.name != name) {
                stories.push(LibraryEntry::new(name, &[]));
            }
        }
        let index = stories.iter().position(|entry| entry.name == story.name);
        let mut entry = LibraryEntry::new(&story.name, &[]);
        entry.story = Some(story);
        match index {
            Some(index) => stories[index] = entry,
            None => stories.insert(0, entry),
        }
        Self { stories }
    }

    /// Sets a story in the place of another one.
    pub fn replace(&mut self, before: &Arc<Story>, story: &Arc<Story>) {
        if let Some(entry) = self.entry(before) {
            entry.story = Some(Arc::clone(story));
        }
    }

    /// Names the stories, in the order of the library.
    #[must_use]
    pub fn names(&self) -> impl ExactSizeIterator<Item = &str> {
        self.stories.iter().map(|entry| entry.name.as_str())
    }

    /// Takes down a story by its place; `None` beyond the last one. Its messages name the `way` to what is left out of its pages.
    ///
    /// # Errors
    ///
    /// What is wrong with the files of one that lies in a folder, in a line.
    pub fn open(&mut self, index: usize, way: &LeftOutWay, lists: &ListChoice) -> Option<Result<TakenStory, String>> {
        let entry = self.stories.get_mut(index)?;
        if let Some(story) = &entry.story {
            return Some(Ok(TakenStory { story: Arc::clone(story), messages: Vec::new() }));
        }
        let (articles, messages) = match &entry.paths[..] {
            [] => (bundled::read(&entry.name)?, Vec::new()),
            names => {
                let mut intake = match intake::read(names) {
                    Ok(intake) => intake,
                    Err(trouble) => return Some(Err(trouble.to_string())),
                };
                let left_out = intake.limit(&mut []);
                entry.source = Some(Source::new(names, &intake));
                let messages = intake.messages(left_out.as_ref(), way).collect();
                (intake.articles, messages)
            }
        };
        let story = Arc::new(Story::new(&entry.name, articles).with_lists(lists.clone()));
        entry.story = Some(Arc::clone(&story));
        Some(Ok(TakenStory { story, messages }))
    }

    /// Takes away where a story was read, if it lies in a folder, was opened from here, and nobody has taken it yet.
    pub(in crate::tui) fn take_source(&mut self, story: &Arc<Story>) -> Option<Source> {
        self.entry(story)?.source.take()
    }

    fn entry(&mut self, story: &Arc<Story>) -> Option<&mut LibraryEntry> {
        let is_it = |entry: &&mut LibraryEntry| entry.story.as_ref().is_some_and(|known| Arc::ptr_eq(known, story));
        self.stories.iter_mut().find(is_it)
    }
}
