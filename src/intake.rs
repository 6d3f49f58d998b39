//! From the outside to articles: the one place that opens files.
//!
//! ```text
//!     path, folder, "-", bundled story  →  bytes  →  cleaned text  →  Article
//! ```
//!
//! Whatever comes in is cleaned before anything else sees it ([`clean`]), and what can't be read is said in one
//! line that names the file and the cause ([`Trouble`]).

pub mod bundled;
pub mod clean;
pub mod limit;
mod notes;
mod source;

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

pub use source::Source;

use crate::article::Article;
use source::File;

/// The largest file that is read, in bytes; every offset into a text stays well below 32 bits.
const LARGEST: u64 = 256 << 20;

/// Endings of the files in a folder that are articles.
const ENDINGS: [&str; 3] = ["txt", "md", "markdown"];

/// Names (without ending, in lower case) of the files in a folder that are none.
const NO_ARTICLES: [&str; 4] = ["readme", "license", "licence", "lesson"];

/// Why something could not be read: one line with its name and the cause.
#[derive(Debug, thiserror::Error)]
#[error("{}: {cause}", clean::line(.name))]
pub struct Trouble {
    name: String,
    cause: Cause,
}

/// What was wrong with a file.
#[derive(Debug, thiserror::Error)]
enum Cause {
    #[error("{}", plain(.0))]
    Io(#[from] std::io::Error),
    #[error("a binary file, not text")]
    Binary,
    #[error("not UTF-8 text (byte {0} fits no character)")]
    Encoding(usize),
    #[error("no text in it")]
    Empty,
    #[error("larger than {} MB", LARGEST >> 20)]
    Large,
    #[error("no articles in this folder (.txt and .md files are articles; README, LICENSE and LESSON are none)")]
    NoArticles,
    #[error("one article only; two are needed to compare")]
    Single,
    #[error("addresses are not fetched; save the page as text and open the file")]
    Address,
}

impl Cause {
    fn of(self, name: impl Into<String>) -> Trouble {
        Trouble { name: name.into(), cause: self }
    }
}

/// Says in lower case what the system says of an error, without its number.
#[must_use]
pub fn plain(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "no such file or folder".to_owned(),
        std::io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => {
            let message = error.to_string().to_lowercase();
            message.split(" (os error").next().unwrap_or_default().to_owned()
        }
    }
}

/// Articles that were read, and what there is to say of files.
#[derive(Debug, Default)]
pub struct Intake {
    /// The articles, in the order asked for; those of a folder by file name.
    pub articles: Vec<Article>,
    /// A line for each file of a folder that was passed over, naming it and the cause.
    pub passed_over: Vec<String>,
    /// For each article what of its file is not in it.
    notes: Vec<Option<String>>,
    files: Vec<File>,
}

/// An article, and what of its file is not in it.
type Noted = (Article, Option<String>);

impl Intake {
    fn take(&mut self, (article, note): Noted, file: File) {
        self.articles.push(article);
        self.notes.push(note);
        self.files.push(file);
    }
}

/// Whether a path leads to a file that is read, or looked at and passed over, for the articles that the arguments name.
#[must_use]
pub fn reads(names: &[PathBuf], path: &Path) -> bool {
    let is_it = |read: &Path| is_same(read, path);
    names.iter().any(|name| match name {
        name if name.as_os_str() == "-" => is_it(Path::new(INPUT)),
        name if name.is_dir() => articles_of(name).is_ok_and(|paths| paths.iter().any(|read| is_it(read))),
        name => is_it(name),
    })
}

/// Whether two paths lead to one regular file, whatever links lead to it.
#[must_use]
pub fn is_same(one: &Path, other: &Path) -> bool {
    identity(one).is_some_and(|file| identity(other) == Some(file))
}

/// What tells a regular file from every other, whatever links lead to it; `None` if there is no such file.
#[cfg(unix)]
fn identity(path: &Path) -> Option<impl Eq + use<>> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|file| (file.dev(), file.ino()))
}

/// What tells a file from every other; `None` if there is no such file.
#[cfg(not(unix))]
fn identity(path: &Path) -> Option<impl Eq + use<>> {
    path.canonicalize().ok()
}

/// How a line ends that says what was wrong with a file of a folder.
const PASSED_OVER: &str = "; passed over";

/// Where standard input can be looked up as a file.
const INPUT: &str = "/dev/stdin";

/// Reads the articles that the arguments name: files, folders and `-` for standard input.
///
/// # Errors
///
/// A file that is named and can't be read, a folder without articles, and fewer than two articles in all.
pub fn read(names: &[PathBuf]) -> Result<Intake, Trouble> {
    let intake = read_again(names, &[])?;
    if intake.articles.len() < 2 { Err(too_few(names)) } else { Ok(intake) }
}

/// What to say of names that come to a single article.
fn too_few(names: &[PathBuf]) -> Trouble {
    Cause::Single.of(names.first().map_or_else(String::new, |path| path.to_string_lossy().into_owned()))
}

/// Reads as [`read`] does, but takes from `kept` what was read before and cannot be read twice; a single article is no
/// trouble here.
fn read_again(names: &[PathBuf], kept: &[Article]) -> Result<Intake, Trouble> {
    let mut intake = Intake::default();
    let mut bytes = Vec::new();
    for path in names {
        let name = path.to_string_lossy();
        let before = || Some((kept.iter().find(|article| article.source == clean::line(&name))?.clone(), None));
        if name == "-" {
            intake.take(before().map_or_else(read_input, Ok)?, File::once(INPUT));
        } else if name.starts_with("http://") || name.starts_with("https://") {
            return Err(Cause::Address.of(name));
        } else if path.is_dir() {
            read_folder(path, &mut bytes, &mut intake)?;
        } else if let Some(article) = before().filter(|_| path.exists() && !path.is_file()) {
            intake.take(article, File::once(path));
        } else {
            let file = File::of(path);
            intake.take(read_file(path, &mut bytes)?, file);
        }
    }
    Ok(intake)
}

fn read_input() -> Result<Noted, Trouble> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes);
    read.map_err(|error| Cause::from(error).of("-"))?;
    article("-", &bytes)
}

/// Reads a file. The memory that its bytes take is handed on from file to file.
fn read_file(path: &Path, bytes: &mut Vec<u8>) -> Result<Noted, Trouble> {
    let name = path.to_string_lossy();
    fill(bytes, path).map_err(|error| Cause::from(error).of(name.as_ref()))?;
    article(&name, bytes)
}

fn fill(bytes: &mut Vec<u8>, path: &Path) -> std::io::Result<()> {
    let mut file = fs::File::open(path)?;
    let length = file.metadata()?.len().min(LARGEST);
    bytes.clear();
    bytes.reserve_exact(usize::try_from(length).unwrap_or(0) + 1);
    file.by_ref().take(LARGEST + 1).read_to_end(bytes)?;
    Ok(())
}

/// Makes an article of a file's bytes.
fn article(name: &str, bytes: &[u8]) -> Result<Noted, Trouble> {
    let text = text_of(bytes).map_err(|cause| cause.of(name))?;
    let (text, removed) = clean::counted(text);
    let article = Article::read(&clean::line(name), &text);
    if article.blocks.is_empty() {
        return Err(Cause::Empty.of(name));
    }
    let note = notes::note(&article, &removed);
    Ok((article, note))
}

fn text_of(bytes: &[u8]) -> Result<&str, Cause> {
    if bytes.len() as u64 > LARGEST {
        return Err(Cause::Large);
    }
    if memchr::memchr(0, bytes).is_some() {
        return Err(Cause::Binary);
    }
    std::str::from_utf8(bytes).map_err(|error| Cause::Encoding(error.valid_up_to() + 1))
}

/// Reads the articles of a folder, sorted by file name; what is no text is passed over with a line.
fn read_folder(folder: &Path, bytes: &mut Vec<u8>, intake: &mut Intake) -> Result<(), Trouble> {
    let paths = articles_of(folder).map_err(|error| Cause::from(error).of(folder.to_string_lossy()))?;
    let before = intake.articles.len();
    for path in paths {
        let file = File::of(&path);
        match read_file(&path, bytes) {
            Ok(article) => intake.take(article, file),
            Err(trouble) => intake.passed_over.push(format!("{trouble}{PASSED_OVER}")),
        }
    }
    if intake.articles.len() == before {
        return Err(Cause::NoArticles.of(folder.to_string_lossy()));
    }
    Ok(())
}

/// Lists the files of a folder that are articles by their names, sorted by file name.
fn articles_of(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
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

/// Whether a file of a folder is an article by its name.
fn is_article(path: &Path) -> bool {
    let lower =
        |part: Option<&std::ffi::OsStr>| part.map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let (stem, ending) = (lower(path.file_stem()), lower(path.extension()));
    ENDINGS.contains(&ending.as_str()) && !stem.starts_with('.') && !NO_ARTICLES.contains(&stem.as_str())
}
