//! The stories that lie in a folder, each in a folder of its own, and others that are listed beside the one that is
//! open.

use std::path::{Path, PathBuf};

use super::files::{addresses, read_story_file, story_files};
use super::folder::{self, PASSED_OVER};
use super::{clean, story_file};

/// Names a story that can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShelfStory {
    /// What it is called: as its `story.toml` says, else as its folder.
    pub name: String,
    /// What it is called for short: its folder's own name, the number of its cluster.
    pub own: String,
    /// What is read: its folder, or its articles.
    pub paths: Vec<PathBuf>,
}

/// Lists the stories that lie in a folder, by file name: the folders in it with two articles and more, be
/// they at addresses. One that cannot
/// be looked into is none.
#[must_use]
pub fn stories(parent: &Path) -> Vec<ShelfStory> {
    let Ok(listing) = folder::list(parent) else { return Vec::new() };
    let mut stories: Vec<ShelfStory> = Vec::new();
    let count = |folder: &Path| story_files(folder).len() + addresses(folder).map_or(0, |addresses| addresses.len());
    for folder in listing.folders.into_iter().filter(|folder| count(folder) >= 2) {
        let own = clean::line(&folder.file_name().unwrap_or_default().to_string_lossy());
        let stated = read_story_file(&folder).ok().flatten().and_then(|file| file.name);
        let is_free = |name: &String| stories.iter().all(|story| story.name != *name);
        let name = stated.filter(is_free).unwrap_or_else(|| own.clone());
        stories.push(ShelfStory { name, own, paths: vec![folder] });
    }
    stories
}

/// Returns a line for each folder in a folder that cannot be looked into, and for a `story.toml` beside the stories that orders
/// none of them, with the cause.
#[must_use]
pub fn passed_over(parent: &Path) -> Vec<String> {
    let mut lines = folder::list(parent).map(|listing| listing.unreadable).unwrap_or_default();
    let file = parent.join(story_file::NAME);
    if file.is_file() && !has_articles(parent) {
        let name = clean::line(&file.to_string_lossy());
        lines.push(format!("{name}: no articles beside it; each story has its own in its folder{PASSED_OVER}"));
    }
    lines
}

/// Tells whether articles lie in a folder itself.
#[must_use]
pub fn has_articles(folder: &Path) -> bool {
    !story_files(folder).is_empty()
}

/// Finds a story by its name, or by its short one; case aside where no other way is left.
#[must_use]
pub fn find<'s>(stories: &'s [ShelfStory], name: &str) -> Option<&'s ShelfStory> {
    let lower = name.to_lowercase();
    let by_name = stories.iter().find(|story| story.name == name);
    by_name
        .or_else(|| stories.iter().find(|story| story.own == clean::line(name)))
        .or_else(|| stories.iter().find(|story| story.name.to_lowercase() == lower))
}
