//! Sees a story from one article, its *base*: what the others have of it, and what they have alike against it.
//!
//! ```text
//!     base A ─┬─ B    presence    which passage stands where
//!             ├─ C    lineages    where the words of B, C and D stand besides
//!             └─ D    traces      what C and D have alike where A has something else
//! ```

use super::credit::{self, Credit};
use super::lineage::{self, Trace, WordParts};
use super::naming::{self, Naming};
use super::{Parted, Presence, Story, StoryAnalysis, StoryPins, Watch, parallel_pairs};

/// Gives the parts of equal length that an article is cut into for the profile of its shared wording.
pub const PROFILE: usize = 10;

/// Holds what is known of a story seen from one article.
#[derive(Clone, Debug, Default)]
pub struct Perspective {
    /// The passages as they stand in each article.
    pub presence: Presence,
    /// The same passages, what one article alone has set apart.
    pub parted: Parted,
    /// Of each other article: where its words stand besides.
    pub lineages: Vec<Lineage>,
    /// What others have alike against it.
    pub traces: Vec<Trace>,
}

/// Tells where an article's words stand besides.
#[derive(Clone, Debug)]
pub struct Lineage {
    /// The article, by index.
    pub article: usize,
    /// In words.
    pub parts: WordParts,
    /// What share of each tenth of it stands in the source.
    pub profile: Vec<f64>,
    /// Its long shared runs.
    pub credits: Vec<Credit>,
    /// Where it names the source.
    pub naming: Naming,
}

impl Perspective {
    /// Sees a story from one article, by index.
    ///
    /// Cost: that of comparing it with every other one.
    ///
    /// # Panics
    ///
    /// If the index is beyond the last article.
    #[must_use]
    pub fn new(story: &Story, analysis: &StoryAnalysis, base: usize) -> Self {
        Self::new_watched(story, analysis, base, story.pins(), &parallel_pairs::unwatched).expect("nobody stops it")
    }

    /// Does the same where some blocks are pinned, watched; `None` if it was stopped.
    #[must_use]
    pub fn new_watched(
        story: &Story,
        analysis: &StoryAnalysis,
        base: usize,
        pins: &StoryPins,
        watch: Watch<'_>,
    ) -> Option<Self> {
        let seen = story.seen_from_watched(base, pins, watch)?;
        let lineage = |(article, parts): (usize, WordParts)| {
            let runs = seen.with(article).map_or(&[][..], |comparison| &comparison.sharing.runs.right);
            let profile = lineage::profile(story, article, runs, PROFILE);
            let naming = naming::naming(&story.articles()[base], &story.articles()[article]);
            Lineage { article, parts, profile, credits: credit::credits(&seen, article), naming }
        };
        let presence = Presence::new(&seen, &analysis.passages);
        Some(Self {
            parted: Parted::new(story, &presence, &analysis.passages),
            presence,
            lineages: lineage::parts(&seen).into_iter().map(lineage).collect(),
            traces: lineage::traces(&seen),
        })
    }
}
