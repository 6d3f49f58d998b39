//! The stories that come with the program, embedded so that it shows something from any folder.

use include_dir::{Dir, include_dir};

use super::clean;
use super::folder::is_article;
use crate::article::Article;

static ARTICLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/articles");

/// Gives the story that opens without arguments.
pub const FIRST: &str = "ferry";

/// Names the bundled stories: the first one first, the others by the alphabet.
#[must_use]
pub fn names() -> Vec<&'static str> {
    let mut names: Vec<&str> = ARTICLES.dirs().filter_map(|dir| dir.path().to_str()).collect();
    names.sort_by_key(|name| (*name != FIRST, *name));
    names
}

/// Reads a bundled story; `None` if there is none of that name.
#[must_use]
pub fn read(name: &str) -> Option<Vec<Article>> {
    let mut files: Vec<_> = ARTICLES.get_dir(name)?.files().filter(|file| is_article(file.path())).collect();
    files.sort_by_key(|file| file.path());
    let article =
        |file: &include_dir::File<'_>| Some(Article::read(file.path().to_str()?, &clean::text(file.contents_utf8()?)));
    Some(files.into_iter().filter_map(article).collect())
}
