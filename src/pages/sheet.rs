//! A page of the story as a sheet: rows of cells, whatever the width, for printers that have tables.
//!
//! ```text
//!     Shared wording                              title
//!     Of the row's body words, how many …         notes
//!                    in A     in B     in C       head
//!     A Coast Wire   ·        69%·45   61%·28     a row; each cell may open a pair, at a place
//! ```

use std::fmt;

use super::Target;
use crate::layout::PageSetup;
use crate::letters::letter;
use crate::present::Role;
use crate::story::Story;

/// Gives how many articles have a column each; where there are more, a row lists what is there.
pub const MOST_COLUMNS: usize = 26;

/// Holds a sheet. Its rows are made when they are asked for.
pub struct Sheet<'s> {
    /// What it shows.
    pub title: String,
    /// What has to be known to read it, a sentence or a sign with its meaning each.
    pub notes: Vec<String>,
    /// The names of the columns; those behind them have none. Empty if no column has a name: then a row lists what there is behind
    /// its first cell, and its cells say themselves of whom they are.
    pub head: Vec<SheetCell>,
    /// The same without signs, for those who hear it, where it is other sentences.
    said: Option<Vec<String>>,
    /// Whether it is folded to its title until somebody opens it.
    pub is_folded: bool,
    /// How many rows there are.
    pub count: usize,
    row: Box<dyn Fn(usize) -> Vec<SheetCell> + 's>,
}

/// Holds a cell of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetCell {
    /// The article whose letter stands first, by index.
    pub letter: Option<usize>,
    /// What it says, our own signs exchanged if they are to be; words of articles in it are set off by marks.
    pub text: String,
    /// What it says in words, its column named, where its text has signs or needs the head of its column; empty for what says nothing to
    /// those who hear it.
    pub said: Option<String>,
    /// The article, by index, whose words all of the text is.
    pub of: Option<usize>,
    /// What it is.
    pub role: Role,
    /// What it opens.
    pub target: Option<Target>,
}

impl<'s> Sheet<'s> {
    /// Makes a sheet of so many rows.
    pub(super) fn new(
        title: impl Into<String>,
        head: Vec<SheetCell>,
        count: usize,
        row: impl Fn(usize) -> Vec<SheetCell> + 's,
    ) -> Self {
        Self { title: title.into(), notes: Vec::new(), said: None, head, is_folded: false, count, row: Box::new(row) }
    }

    /// Does the same with what has to be known to read it.
    pub(super) fn with_notes(self, notes: Vec<String>) -> Self {
        Self { notes, ..self }
    }

    /// Does the same with what is said in place of the notes to those who hear it.
    pub(super) fn saying(self, said: Vec<String>) -> Self {
        Self { said: Some(said), ..self }
    }

    /// Returns what has to be known by those who hear it.
    #[must_use]
    pub fn said_notes(&self) -> &[String] {
        self.said.as_ref().unwrap_or(&self.notes)
    }

    /// Does the same folded to its title.
    pub(super) fn folded(self) -> Self {
        Self { is_folded: true, ..self }
    }

    /// Returns the cells of a row, by its index.
    #[must_use]
    pub fn row(&self, index: usize) -> Vec<SheetCell> {
        (self.row)(index)
    }
}

/// Says, where not all pairs follow, which do.
#[must_use]
pub fn pairs_of_one(letter: &str) -> String {
    format!("What follows are the pairs of {letter}; another outlet can be named.")
}

impl fmt::Debug for Sheet<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Sheet").field("title", &self.title).field("count", &self.count).finish_non_exhaustive()
    }
}

impl SheetCell {
    /// Makes a cell of our own words.
    pub(super) fn ours(text: impl Into<String>, role: Role, setup: PageSetup) -> Self {
        Self { letter: None, text: setup.signs(text), said: None, of: None, role, target: None }
    }

    /// Makes a cell of an article's words.
    pub(super) fn words(article: usize, text: impl Into<String>, role: Role) -> Self {
        Self { letter: None, text: text.into(), said: None, of: Some(article), role, target: None }
    }

    /// Names an article, by index.
    pub(super) fn name(story: &Story, article: usize) -> Self {
        Self { letter: Some(article), ..Self::words(article, story.articles()[article].label(), Role::Heading) }
    }

    /// Says it in words.
    pub(super) fn saying(self, said: impl Into<String>) -> Self {
        Self { said: Some(said.into()), ..self }
    }

    /// Opens something, if anything is to be opened.
    pub(super) fn opening(self, target: Option<Target>) -> Self {
        Self { target, ..self }
    }
}

/// Names the columns of all articles by their letters, if each has one; behind so many other columns.
pub(super) fn lettered(
    before: usize,
    articles: &[usize],
    of: impl Fn(String) -> String,
    setup: PageSetup,
) -> Vec<SheetCell> {
    let cell = |text: String| SheetCell::ours(text, Role::Heading, setup);
    let letters = articles.iter().map(|&article| cell(of(letter(article))));
    (0..before).map(|_| cell(String::new())).chain(letters).collect()
}
