//! The whole story on a page: the same lines in the reader and without a screen.
//!
//! ```text
//!     Shared wording     who shares how much with whom, both ways
//!     Passages           which passage stands where in each article
//!     Source             where each article's words stand besides
//!     Headlines          headlines and leads, one under another
//! ```
//!
//! A page is lines of [`Span`]s with a [`Role`] each; the reader gives the roles their looks, text leaves them out.

mod headlines;
mod names;
mod page;
mod passages;
mod setting;
mod sharing;
mod source;

pub use headlines::headlines;
pub use page::{Page, Sight};
pub use passages::{filter_name, passages};
pub use setting::Setting;
pub use sharing::sharing;
pub use source::source;

use crate::comparison::Comparison;
use crate::pair::Pair;
use crate::story::credit::{self, Credit};
use crate::story::lineage::{self, Parts, Proposal, Trace};
use crate::story::matrix::{self, Cell};
use crate::story::presence::{Filter, Presence};
use crate::story::{Matrix, Passages, Story, Ties, Watch, pairs};

/// The parts of equal length that an article is cut into for the profile of its shared wording.
pub const PROFILE: usize = 10;

/// A stretch of a line with one look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its text.
    pub text: String,
    /// What it is.
    pub role: Role,
}

/// What a stretch of a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Text.
    Plain,
    /// A name or a heading.
    Head,
    /// What matters less.
    Faint,
    /// A number or a sign that tells the most.
    Strong,
    /// What is chosen.
    Chosen,
}

/// A line of a page.
pub type Line = Vec<Span>;

/// All that is known of a story as a whole.
#[derive(Clone, Debug, Default)]
pub struct Whole {
    /// Who shares how much with whom.
    pub matrix: Matrix,
    /// Which blocks answer each other.
    pub passages: Passages,
    /// The article that is proposed as the source.
    pub proposal: Option<Proposal>,
    /// The articles in an order that brings relatives together.
    pub order: Vec<usize>,
}

impl Whole {
    /// Compares all articles of a story.
    ///
    /// Cost: that of aligning every two articles, shared out among the processors.
    #[must_use]
    #[expect(clippy::missing_panics_doc, reason = "nobody stops it")]
    pub fn of(story: &Story) -> Self {
        Self::watched(story, &pairs::unwatched).expect("nobody stops it")
    }

    /// The same, watched; `None` if it was stopped.
    #[must_use]
    pub fn watched(story: &Story, watch: Watch<'_>) -> Option<Self> {
        type Met = (Vec<(Pair<usize>, Pair<Cell>)>, Ties);
        let meet = |(cells, ties): &mut Met, pair: Pair<usize>| {
            cells.push((pair, Matrix::met(story, pair)));
            ties.add_links(pair, &story.aligned(pair));
        };
        let (mut cells, mut ties) = Met::default();
        for hand in pairs::gathered(&pairs::every_pair(story.articles().len()), watch, meet)? {
            cells.extend(hand.0);
            ties.append(hand.1);
        }
        Some(Self::put_together(story, cells, ties))
    }

    fn put_together(story: &Story, cells: impl IntoIterator<Item = (Pair<usize>, Pair<Cell>)>, ties: Ties) -> Self {
        let matrix = Matrix::from_pairs(story, cells);
        let proposal = lineage::propose(&matrix);
        Self { passages: Passages::from_ties(story, ties), proposal, order: matrix.order(), matrix }
    }

    /// The article to begin with as base and source: the proposed one, else the first.
    #[must_use]
    pub fn first_base(&self) -> usize {
        self.proposal.as_ref().map_or(0, |proposal| proposal.article)
    }
}

/// What is kept of pairs that are compared one after the other, until all of them are.
#[derive(Debug, Default)]
pub struct Gathering {
    cells: Vec<(Pair<usize>, Pair<Cell>)>,
    ties: Ties,
}

impl Gathering {
    /// Keeps what the whole needs of two articles.
    pub fn add(&mut self, pair: Pair<usize>, comparison: &Comparison) {
        self.cells.push((pair, matrix::cells(&comparison.sharing)));
        self.ties.add_compared(pair, comparison);
    }

    /// All that is known of the story, once every pair is added. Cost: near linear in the links.
    #[must_use]
    pub fn whole(self, story: &Story) -> Whole {
        Whole::put_together(story, self.cells, self.ties)
    }
}

/// What is known of a story seen from one article.
#[derive(Clone, Debug, Default)]
pub struct From {
    /// The passages as they stand in each article.
    pub presence: Presence,
    /// Of each other article: where its words stand besides.
    pub lineages: Vec<Lineage>,
    /// What others have alike against it.
    pub traces: Vec<Trace>,
}

/// Where an article's words stand besides.
#[derive(Clone, Debug)]
pub struct Lineage {
    /// The article, by place.
    pub article: usize,
    /// In words.
    pub parts: Parts,
    /// What share of each tenth of it stands in the source.
    pub profile: Vec<f64>,
    /// Its long shared runs, and whether the source is named.
    pub credits: Vec<Credit>,
}

impl From {
    /// Sees a story from one article.
    ///
    /// Cost: that of comparing it with every other one.
    ///
    /// # Panics
    ///
    /// If the place is beyond the last article.
    #[must_use]
    pub fn of(story: &Story, whole: &Whole, base: usize) -> Self {
        Self::watched(story, whole, base, &pairs::unwatched).expect("nobody stops it")
    }

    /// The same, watched; `None` if it was stopped.
    #[must_use]
    pub fn watched(story: &Story, whole: &Whole, base: usize, watch: Watch<'_>) -> Option<Self> {
        let seen = story.seen_from_watched(base, watch)?;
        let lineage = |(article, parts): (usize, Parts)| {
            let runs = seen.with(article).map_or(&[][..], |comparison| &comparison.sharing.runs.right);
            let profile = lineage::profile(story, article, runs, PROFILE);
            Lineage { article, parts, profile, credits: credit::credits(&seen, article) }
        };
        Some(Self {
            presence: Presence::of(&seen, &whole.passages),
            lineages: lineage::parts(&seen).into_iter().map(lineage).collect(),
            traces: lineage::traces(&seen),
        })
    }
}

/// Writes the whole story as text: seen from an article, or from the one that is proposed.
///
/// # Panics
///
/// If the place is beyond the last article.
#[must_use]
pub fn write(story: &Story, base: Option<usize>, filter: Filter, setting: Setting) -> String {
    let whole = Whole::of(story);
    let from = From::of(story, &whole, base.unwrap_or_else(|| whole.first_base()));
    let mut pages = in_parts(|first| sharing(story, &whole, Sight::From(first), setting), story.articles().len());
    let table = |first| passages(story, &whole, &from.presence, filter, Sight::From(first), setting);
    pages.extend(in_parts(table, story.articles().len()));
    pages.extend([source(story, &whole, &from, setting), headlines(story, setting)]);
    let line = |line: &Line| line.iter().map(|span| span.text.as_str()).collect::<String>().trim_end().to_owned();
    let page = |page: &Page<'_>| {
        let items = (0..page.count).flat_map(|place| page.item(place));
        let lines = page.head.iter().map(line).chain(items.map(|item| line(&item)));
        lines.collect::<Vec<_>>().join("\n").trim_end().to_owned()
    };
    pages.iter().map(page).collect::<Vec<_>>().join("\n\n") + "\n"
}

/// A page as often as it takes to show all columns.
fn in_parts<'s>(page: impl Fn(usize) -> Page<'s>, columns: usize) -> Vec<Page<'s>> {
    let mut parts = vec![page(0)];
    while let Some(next) = parts.last().map(|part| part.columns.end).filter(|&end| end < columns) {
        parts.push(page(next));
    }
    parts
}

fn span(text: impl Into<String>, role: Role) -> Span {
    Span { text: text.into(), role }
}
