//! What of a folder is an article, and which stories lie in it.
//!
//! ```text
//!     harbour/ 2.txt  10.txt              articles, in this order
//!              scan.pdf  old.txt → gone   passed over, with a line each
//!              README.md  .notes.txt      no articles, which goes without saying
//!              story.toml                 orders the articles ([`super::story_file`])
//!              2.html  2_files/           what a browser saves beside a page
//!              tender/  strike/           stories, if there are two articles and more in them
//! ```

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::system::plain;
use super::{clean, foreign, natural, special, story_file};
use crate::formats;

/// Names (without ending, in lower case) of the files in a folder that are none.
const NO_ARTICLES: [&str; 4] = ["readme", "license", "licence", "lesson"];

/// Endings of pages that a browser saves with a folder beside them.
const PAGES: [&str; 4] = ["html", "htm", "xhtml", "mhtml"];

/// Ends the name of the folder that a browser saves beside a page.
const BESIDE_A_PAGE: &str = "_files";

/// Ends a line that says what was wrong with a file of a folder.
pub(super) const PASSED_OVER: &str = "; passed over";

/// Holds what lies in a folder, each by file name, figures by their value.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// The files that are articles by their names.
    pub articles: Vec<PathBuf>,
    /// A line for each other file, with the cause.
    pub passed_over: Vec<String>,
    /// The folders that can be looked into.
    pub folders: Vec<PathBuf>,
    /// A line for each other folder, with the cause.
    pub unreadable: Vec<String>,
}

/// Lists what lies in a folder. Of files that are no articles by their names the beginning is read.
pub(super) fn list(folder: &Path) -> io::Result<Listing> {
    let mut listing = Listing::default();
    let paths = sorted(folder)?;
    let pages: HashSet<String> =
        paths.iter().filter(|path| is_page(path)).map(|path| lower(path.file_stem())).collect();
    for path in paths.iter().filter(|path| !is_silent(path)) {
        let data = fs::metadata(path);
        if data.as_ref().is_ok_and(fs::Metadata::is_dir) {
            match fs::read_dir(path) {
                _ if is_beside_a_page(path, &pages) => {}
                Ok(_) => listing.folders.push(path.clone()),
                Err(error) => listing.unreadable.push(passed_over(path, &plain(&error))),
            }
            continue;
        }
        let is_file = data.as_ref().is_ok_and(fs::Metadata::is_file);
        if is_file && is_article(path) {
            listing.articles.push(path.clone());
        } else {
            let cause = data.map_or_else(|error| no_file(path, &error), |_| no_article(path, is_file));
            listing.passed_over.push(passed_over(path, &cause));
        }
    }
    Ok(listing)
}

fn passed_over(path: &Path, cause: &str) -> String {
    format!("{}: {cause}{PASSED_OVER}", clean::line(&path.to_string_lossy()))
}

/// Lists the files of a folder that are articles by their names, sorted by file name.
pub(super) fn articles_of(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let paths = sorted(folder)?.into_iter();
    Ok(paths.filter(|path| !is_silent(path) && is_article(path) && path.is_file()).collect())
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    paths.sort_by(|a, b| natural::compare(&name(a), &name(b)).then_with(|| a.cmp(b)));
    Ok(paths)
}

/// Tells whether a file of a folder is an article by its name.
pub(super) fn is_article(path: &Path) -> bool {
    !is_silent(path) && formats::of_ending(&lower(path.extension())).is_some()
}

/// Tells whether a file or a folder is none of what is read, and that goes without saying.
fn is_silent(path: &Path) -> bool {
    let (name, stem) = (lower(path.file_name()), lower(path.file_stem()));
    name.starts_with('.') || name == story_file::NAME || NO_ARTICLES.contains(&stem.as_str())
}

fn lower(part: Option<&OsStr>) -> String {
    part.map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// Tells whether a browser saved a folder beside a page that lies in the same folder: its name ends so, or, as in some
/// languages (`NAME-Dateien`), begins with that of the page.
///
/// `pages` are the names of the pages there, in lower case and without their endings.
fn is_beside_a_page(folder: &Path, pages: &HashSet<String>) -> bool {
    let name = lower(folder.file_name());
    name.ends_with(BESIDE_A_PAGE) || name.match_indices(['_', '-']).any(|(at, _)| pages.contains(&name[..at]))
}

/// Tells whether a file is a page by its name.
fn is_page(path: &Path) -> bool {
    PAGES.contains(&lower(path.extension()).as_str())
}

/// Says why a path leads to nothing.
fn no_file(path: &Path, error: &io::Error) -> String {
    let is_link = path.is_symlink() && error.kind() == io::ErrorKind::NotFound;
    if is_link { "a link to what is not there".to_owned() } else { plain(error) }
}

/// Says what a file is that is no article by its name.
fn no_article(path: &Path, is_file: bool) -> String {
    if !is_file {
        return "no regular file".to_owned();
    }
    if let Some(why) = special::refusal(path) {
        return why.to_owned();
    }
    let mut head = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(foreign::HEAD).read_to_end(&mut head));
    if let Err(error) = read {
        return plain(&error);
    }
    if let Some(format) = formats::of_bytes(&head) {
        return format!("a {}; it is read if its name ends in .{}", format.name, format.endings[0]);
    }
    let by_ending = || format!("no article by its ending ({} files are)", formats::known_endings());
    foreign::name(&head).unwrap_or_else(by_ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_in_a_folder_is_told_apart() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let put = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).expect("it can be written");
        for name in ["10.txt", "2.md", "README.md", "Lesson.pdf", ".notes.txt", "story.toml", "page.html"] {
            put(name, b"The boats left.");
        }
        put("scan.pdf", b"%PDF-1.7\n");
        put("notes.xyz", b"The boats left.");
        put("saved", b"<!doctype html><p>The boats left.");
        for name in ["tender", "2_files", "page-Dateien", ".git", "page"] {
            fs::create_dir(folder.path().join(name)).expect("it can be made");
        }
        let Listing { articles, passed_over, folders, .. } = list(folder.path()).expect("it can be listed");
        let names = |paths: &[PathBuf]| -> Vec<String> { paths.iter().map(|path| lower(path.file_name())).collect() };
        let articles: Vec<String> = names(&articles).into_iter().filter(|name| name != "page.html").collect();
        assert_eq!(
            (articles, names(&folders)),
            (vec!["2.md".into(), "10.txt".into()], vec!["page".into(), "tender".into()])
        );
        let has = |name: &str, cause: &str| passed_over.iter().any(|line| line.contains(&format!("{name}: {cause}")));
        assert!(has("scan.pdf", "a PDF; try: pdftotext"), "{passed_over:?}");
        assert!(has("notes.xyz", "no article by its ending (.txt"), "{passed_over:?}");
        assert!(has("saved", "a page; it is read if its name ends in .html"), "{passed_over:?}");
        assert!(!has("page.html", "a link") && passed_over.len() <= 4);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_nothing_is_said() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        std::os::unix::fs::symlink("gone.txt", folder.path().join("a.txt")).expect("it can be made");
        let lines = list(folder.path()).expect("it can be listed").passed_over;
        assert!(lines[0].ends_with("a.txt: a link to what is not there; passed over"), "{lines:?}");
    }
}
