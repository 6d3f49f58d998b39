//! The search of the whole story: how often each outlet has what is searched.
//!
//! ```text
//!     a letter is typed ─► SearchJob ─► a thread ─► Searched ─► 2~B Ledger 7×   3–C Post   4=D Outlook 2×
//!                           ▲
//!                           └ stopped by the next letter
//! ```
//!
//! A key waits for none of it: the articles are folded and searched away from the reader, each folded once as long as the search
//! lasts. What was found belongs to one wording and one story; of another one it is found anew.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use crate::search::{Case, Folded, Needle};
use crate::story::Story;

/// What is searched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SearchScope {
    /// The two articles on the screen.
    #[default]
    Pair,
    /// All articles of the story.
    Story,
}

impl SearchScope {
    /// Returns the other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Pair => Self::Story,
            Self::Story => Self::Pair,
        }
    }
}

/// How often an article has what is searched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MatchCount {
    /// The matches that were counted.
    pub counted: usize,
    /// Whether those are all.
    pub is_all: bool,
}

/// A story's articles, each folded when it is searched first: for either case.
type FoldedStory = Vec<[OnceLock<Folded>; 2]>;

/// A wording that is to be counted in all articles.
#[derive(Clone, Debug)]
pub struct SearchJob {
    id: u32,
    story: Arc<Story>,
    folded: Arc<FoldedStory>,
    needle: Needle,
    is_stopped: Arc<AtomicBool>,
}

impl PartialEq for SearchJob {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && Arc::ptr_eq(&self.story, &other.story)
    }
}

impl Eq for SearchJob {}

/// What was counted.
#[derive(Clone, Debug)]
pub struct SearchFindings {
    id: u32,
    counts: Vec<MatchCount>,
}

impl SearchJob {
    /// Counts the wording in each article; `None` if it was stopped. Meant for a thread of its own.
    ///
    /// Cost: linear in the text.
    #[must_use]
    pub fn run(&self) -> Option<SearchFindings> {
        let mut found = Vec::new();
        let mut count = |article: usize| {
            let is_all = self.folded(article)?.find(&self.needle, (0, 0), &mut found);
            Some(MatchCount { counted: found.len(), is_all })
        };
        let counts = (0..self.folded.len()).map(&mut count).collect::<Option<_>>()?;
        Some(SearchFindings { id: self.id, counts })
    }

    /// Returns an article as it is searched; `None` if nobody waits for it any more.
    fn folded(&self, article: usize) -> Option<&Folded> {
        if self.is_stopped.load(Ordering::Relaxed) {
            return None;
        }
        let case = self.needle.case();
        let texts = || self.story.articles()[article].blocks.iter().map(|block| block.text.as_str());
        Some(self.folded[article][usize::from(case == Case::Kept)].get_or_init(|| Folded::of(texts(), case)))
    }
}

/// What is known of the search of a whole story.
#[derive(Debug, Default)]
pub struct StorySearch {
    story: Arc<Story>,
    folded: Arc<FoldedStory>,
    job: Option<SearchJob>,
    counts: Option<Vec<MatchCount>>,
    /// Which way the reader goes to the next outlet as soon as it is known which has a match.
    pub(in crate::tui) awaits: Option<bool>,
    last: u32,
}

impl StorySearch {
    /// Returns how often each article has what is searched; `None` as long as that is not known, or the story is not searched.
    #[must_use]
    pub fn counts(&self) -> Option<&[MatchCount]> {
        self.counts.as_deref()
    }

    /// Makes the job that counts a wording in a story; `None` if it is known, or is being counted.
    pub fn ask(&mut self, story: &Arc<Story>, needle: &Needle) -> Option<SearchJob> {
        let is_same = Arc::ptr_eq(&self.story, story);
        if is_same && self.job.as_ref().is_some_and(|job| job.needle == *needle) {
            return None;
        }
        if !is_same {
            let folded = story.articles().iter().map(|_| Default::default()).collect();
            (self.story, self.folded) = (Arc::clone(story), Arc::new(folded));
        }
        self.stop();
        self.last += 1;
        let job = SearchJob {
            id: self.last,
            story: Arc::clone(story),
            folded: Arc::clone(&self.folded),
            needle: needle.clone(),
            is_stopped: Arc::default(),
        };
        self.job = Some(job.clone());
        Some(job)
    }

    /// Takes what was counted, unless it is not wanted any more.
    pub fn take(&mut self, findings: SearchFindings) {
        if self.job.as_ref().is_some_and(|job| job.id == findings.id) {
            self.counts = Some(findings.counts);
        }
    }

    /// Returns the next article after one that has a match, in the order of the letters, or the one before; from the last on to
    /// the first. `None` if no other one has any, or nothing is known.
    #[must_use]
    pub fn next(&self, article: usize, forward: bool) -> Option<usize> {
        let counts = self.counts.as_ref()?;
        let all = counts.len();
        let mut after = (1..all).map(|step| (article + if forward { step } else { all - step }) % all);
        after.find(|&other| counts[other].counted > 0)
    }

    /// Forgets everything: the story is not searched any more.
    pub fn forget(&mut self) {
        self.stop();
        (self.story, self.folded) = Default::default();
    }

    fn stop(&mut self) {
        (self.counts, self.awaits) = (None, None);
        if let Some(job) = self.job.take() {
            job.is_stopped.store(true, Ordering::Relaxed);
        }
    }
}

impl Drop for StorySearch {
    fn drop(&mut self) {
        self.stop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

    fn story(texts: &[&str]) -> Arc<Story> {
        Arc::new(Story::new("-", texts.iter().map(|text| Article::read("-", text)).collect()))
    }

    fn needle(typed: &str) -> Needle {
        Needle::new(typed).expect("there are letters")
    }

    /// How often each article has what is typed.
    fn counted(search: &mut StorySearch, story: &Arc<Story>, typed: &str) -> Vec<usize> {
        let job = search.ask(story, &needle(typed)).expect("it is not known");
        search.take(job.run().expect("nobody stops it"));
        search.counts().expect("it is known").iter().map(|count| count.counted).collect()
    }

    #[test]
    fn each_article_is_counted_by_what_is_folded_in_the_pair_too() {
        let story = story(&["A boat.", "Łódź, lodz and a Boat", "No ship.", "ﬁve BOATS, a boat"]);
        let mut search = StorySearch::default();
        assert_eq!(counted(&mut search, &story, "boat"), [1, 1, 0, 2]);
        assert_eq!(counted(&mut search, &story, "Boat"), [0, 1, 0, 0]);
        assert_eq!(counted(&mut search, &story, "lodz"), [0, 2, 0, 0]);
        assert_eq!(counted(&mut search, &story, "five"), [0, 0, 0, 1]);
    }

    #[test]
    fn the_next_article_is_the_next_one_that_has_a_match_around_the_end() {
        let story = story(&["boat", "ship", "boat", "ship", "boat"]);
        let mut search = StorySearch::default();
        assert_eq!(search.next(0, true), None);
        counted(&mut search, &story, "boat");
        assert_eq!([0, 1, 2, 3, 4].map(|article| search.next(article, true)), [2, 2, 4, 4, 0].map(Some));
        assert_eq!([0, 1, 2, 3, 4].map(|article| search.next(article, false)), [4, 0, 0, 2, 2].map(Some));
        counted(&mut search, &story, "gulls");
        assert_eq!(search.next(0, true), None);
    }

    #[test]
    fn what_is_not_wanted_any_more_is_not_taken() {
        let story = story(&["boat", "ship"]);
        let mut search = StorySearch::default();
        let first = search.ask(&story, &needle("bo")).expect("it is not known");
        let found = first.run().expect("nobody stopped it yet");
        let second = search.ask(&story, &needle("boa")).expect("it is another wording");
        assert!(first.run().is_none() && search.ask(&story, &needle("boa")).is_none());
        search.take(found);
        assert_eq!(search.counts(), None);
        search.take(second.run().expect("it is the one that is wanted"));
        assert_eq!(search.counts().map(<[_]>::len), Some(2));
        search.forget();
        assert_eq!(search.counts(), None);
    }
}
