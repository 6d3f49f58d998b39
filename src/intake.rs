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
#[cfg(feature = "fetch")]
mod fetch;
mod files;
mod folder;
mod identity;
pub mod limit;
mod notes;
mod source;
mod stamp;

pub use files::{read, read_watched};
pub use identity::{is_same, reads};
pub use source::Source;

use crate::article::Article;
use crate::formats;
use files::LARGEST;
use stamp::WatchedFile;

/// Says why something could not be read: one line with its name and the cause.
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
    #[error("{}", clean::line(.0))]
    Format(String),
    #[error("no text in it")]
    Empty,
    #[error("larger than {} MB", LARGEST >> 20)]
    Large,
    #[error(
        "no articles in this folder ({} files are articles; README, LICENSE and LESSON are none)",
        formats::usual_endings()
    )]
    NoArticles,
    #[error("one article only; two are needed to compare")]
    Single,
    #[cfg(not(feature = "fetch"))]
    #[error("this program was built without fetching; save the page and open the file")]
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

/// Holds articles that were read, and what there is to say of files.
#[derive(Debug, Default)]
pub struct Intake {
    /// The articles, in the order asked for; those of a folder by file name.
    pub articles: Vec<Article>,
    /// A line for each file of a folder that was passed over, naming it and the cause.
    pub passed_over: Vec<String>,
    /// For each article what of its file is not in it.
    notes: Vec<Option<String>>,
    files: Vec<WatchedFile>,
}

/// An article, and what of its file is not in it.
type NotedArticle = (Article, Option<String>);

impl Intake {
    fn take(&mut self, (article, note): NotedArticle, file: WatchedFile) {
        self.articles.push(article);
        self.notes.push(note);
        self.files.push(file);
    }
}
