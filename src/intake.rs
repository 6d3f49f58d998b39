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
pub mod clusters;
pub mod corpus;
#[cfg(feature = "fetch")]
mod fetch;
mod files;
mod folder;
mod foreign;
mod identity;
pub mod limit;
mod natural;
mod notes;
mod pasted;
mod reading;
mod repeats;
pub mod shelf;
mod source;
mod special;
mod stamp;
pub mod story_file;
mod system;

pub use files::{ReadOptions, addresses, read, read_by};
pub use identity::{is_same, reads};
pub use notes::LeftOutWay;
pub use pasted::PastedArticle;
pub use reading::read_bytes;
pub use shelf::ShelfStory;
pub use source::Source;
pub use system::plain;

use std::sync::Arc;

use crate::article::{Article, Patterns};
use crate::decoding::Binary;
use crate::formats;
use pasted::PastedArticles;
use reading::LARGEST;
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
    #[error("{0}")]
    Binary(#[from] Binary),
    /// A file of a kind that is known, and is no text.
    #[error("{0}")]
    Foreign(String),
    #[error("{}", notes::remark(.0))]
    Format(String),
    #[error("no text in it")]
    Empty,
    #[error("named twice; standard input is read once")]
    InputTwice,
    #[error("larger than {} MB", LARGEST >> 20)]
    Large,
    #[error(
        "no articles in this folder ({} files are articles; README, LICENSE and LESSON are none)",
        formats::known_endings()
    )]
    NoArticles,
    #[error("one article only; two are needed to compare")]
    Single,
    /// A single file with several articles, and what is to be said of it.
    #[error("{0}; two files are needed to compare")]
    Several(String),
    #[error("too few articles without {}", match .0 {
        1 => "the address that its story.toml names; --fetch fetches it".to_owned(),
        count => format!("the {count} addresses that its story.toml names; --fetch fetches them"),
    })]
    Unfetched(usize),
    #[cfg(not(feature = "fetch"))]
    #[error("this program was built without fetching; save the page and open the file")]
    Address,
}

impl Cause {
    fn of(self, name: impl Into<String>) -> Trouble {
        Trouble { name: name.into(), cause: self }
    }
}

/// Holds articles that were read, and what there is to say of files.
#[derive(Debug, Default)]
pub struct Intake {
    /// The articles, in the order asked for; those of a folder by file name.
    pub articles: Vec<Article>,
    /// A line for each file of a folder that was passed over, naming it and the cause.
    pub passed_over: Vec<String>,
    /// What the folder calls the story.
    pub name: Option<String>,
    /// What else there is to say of the story: what of its `story.toml` is not used, which articles say the same.
    remarks: Vec<String>,
    /// How many addresses were named and not fetched.
    unfetched: usize,
    /// For each article what of its file is not in it.
    notes: Vec<Option<String>>,
    files: Vec<WatchedFile>,
    /// What is to be pasted; it stands after the other articles.
    pasted: PastedArticles,
    /// What kinds are told by, if not by what comes with the program.
    patterns: Option<Arc<Patterns>>,
    /// Whether what a format leaves out stands at the end of its article.
    shows_left_out: bool,
}

/// An article, and what of its file is not in it.
type NotedArticle = (Article, Option<String>);

impl Intake {
    fn patterns(&self) -> &Patterns {
        self.patterns.as_deref().unwrap_or_else(|| Patterns::known())
    }

    /// Keeps a place for an article that is to be pasted, or for two if there is no other.
    fn await_paste(&mut self) {
        for _ in 0..2_usize.saturating_sub(self.articles.len()).max(1) {
            self.articles.push(self.pasted.wait());
        }
    }

    /// Returns how many articles are to be pasted.
    #[must_use]
    pub fn awaited(&self) -> usize {
        self.pasted.articles().count()
    }

    fn take(&mut self, (mut article, note): NotedArticle, file: WatchedFile) {
        article.show_left_out(self.shows_left_out);
        self.articles.push(article);
        self.notes.push(note);
        self.files.push(file);
    }
}
