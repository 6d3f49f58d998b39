//! Which files of a folder are articles.

use std::fs;
use std::path::{Path, PathBuf};

use crate::formats;

/// Names (without ending, in lower case) of the files in a folder that are none.
const NO_ARTICLES: [&str; 4] = ["readme", "license", "licence", "lesson"];

/// Lists the files of a folder that are articles by their names, sorted by file name.
pub(super) fn articles_of(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if is_article(&path) && path.is_file() {
            paths.push(path);
        }
    }
    paths.sort_by(|a, b| a.file_name().cmp(&b.file_name()));
    Ok(paths)
}

/// Tells whether a file of a folder is an article by its name.
pub(super) fn is_article(path: &Path) -> bool {
    let lower =
        |part: Option<&std::ffi::OsStr>| part.map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let (stem, ending) = (lower(path.file_stem()), lower(path.extension()));
    formats::of_ending(&ending).is_some() && !stem.starts_with('.') && !NO_ARTICLES.contains(&stem.as_str())
}
