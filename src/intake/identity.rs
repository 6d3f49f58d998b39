//! Which paths lead to the same file.

use std::fs;
use std::path::{Path, PathBuf};

use super::files::story_files;
use super::shelf;
use super::special::INPUT;

/// Tells whether a path leads to a file that is read, or looked at and passed over, for the articles that the arguments
/// name.
#[must_use]
pub fn reads(names: &[PathBuf], path: &Path) -> bool {
    let is_it = |read: &Path| is_same(read, path);
    names.iter().any(|name| match name {
        name if name.as_os_str() == "-" => is_it(Path::new(INPUT)),
        name if name.is_dir() => {
            let stories = shelf::stories(name).into_iter().flat_map(|story| story.paths);
            stories.chain([name.clone()]).any(|folder| story_files(&folder).iter().any(|read| is_it(read)))
        }
        name => is_it(name),
    })
}

/// Tells whether two paths lead to one regular file, whatever links lead to it.
#[must_use]
pub fn is_same(one: &Path, other: &Path) -> bool {
    identity(one).is_some_and(|file| identity(other) == Some(file))
}

/// Returns what tells a regular file from every other, whatever links lead to it; `None` if there is no such file.
#[cfg(unix)]
fn identity(path: &Path) -> Option<impl Eq + use<>> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|file| (file.dev(), file.ino()))
}

/// Returns what tells a file from every other; `None` if there is no such file.
#[cfg(not(unix))]
fn identity(path: &Path) -> Option<impl Eq + use<>> {
    path.canonicalize().ok()
}
