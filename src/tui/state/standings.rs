//! How the blocks of an article stand in the other outlets: compared in the background once it is in focus, and kept.
//!
//! ```text
//!     in focus        A¶4 ─────────────────────────┐
//!     the tabs        1 A Wire   2~B Ledger   3–C Post   4⊏D Outlook
//! ```
//!
//! The outlet opposite is known already. The others are compared one after the other in a thread of its own, as many as have
//! their tabs near; what was found stays until the story is another one.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::StoryBlock;
use crate::pair::{Pair, Side};
use crate::present::{Sign, labels};
use crate::story::{Story, StoryPins};

/// How each block of an article stands in another one.
type BlockStandings = Vec<BlockStanding>;

/// How a block stands in another article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlockStanding {
    /// Its sign; none where there is nothing to say.
    pub sign: Option<Sign>,
    /// The first block there that it is linked with.
    pub partner: Option<usize>,
}

/// An article that is to be compared with others.
#[derive(Clone, Debug)]
pub struct StandingJob {
    id: u32,
    story: Arc<Story>,
    /// What is set opposite by hand.
    pins: Arc<StoryPins>,
    base: usize,
    others: Vec<usize>,
    is_stopped: Arc<AtomicBool>,
}

impl PartialEq for StandingJob {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && Arc::ptr_eq(&self.story, &other.story)
    }
}

impl Eq for StandingJob {}

/// What was found.
#[derive(Clone, Debug)]
pub struct StandingFindings {
    id: u32,
    base: usize,
    standings: Vec<(usize, BlockStandings)>,
}

impl StandingJob {
    /// Compares the article with each of the others; `None` if it was stopped. Meant for a thread of its own.
    ///
    /// Cost: that of the comparisons.
    #[must_use]
    pub fn run(&self) -> Option<StandingFindings> {
        let standings =
            |&other: &usize| (!self.is_stopped.load(Ordering::Relaxed)).then(|| (other, self.in_other(other)));
        let standings = self.others.iter().map(standings).collect::<Option<_>>()?;
        Some(StandingFindings { id: self.id, base: self.base, standings })
    }

    fn in_other(&self, other: usize) -> BlockStandings {
        standings(&self.story, &self.pins, self.base, other)
    }
}

/// Compares an article with another one. Cost: that of the comparison.
fn standings(story: &Story, pins: &StoryPins, base: usize, other: usize) -> BlockStandings {
    let pair = Pair::new(base, other);
    let (articles, comparison) = (story.pair(pair), story.compare_pinned(pair, pins));
    let standing = |block| BlockStanding {
        sign: labels::standing(articles, &comparison, Side::Left, block),
        partner: comparison.partner_of(Side::Left, block),
    };
    (0..articles.left.blocks.len()).map(standing).collect()
}

/// How blocks stand in other outlets, as far as it is known.
#[derive(Debug, Default)]
pub struct Standings {
    known: BTreeMap<(usize, usize), BlockStandings>,
    job: Option<StandingJob>,
    last: u32,
}

impl Standings {
    /// Returns the sign of a block of an article in another one, if it is known and there is anything to say.
    #[must_use]
    pub fn sign(&self, base: usize, other: usize, block: usize) -> Option<Sign> {
        self.standing(base, other, block)?.sign
    }

    /// Returns how a block stands in another article, which is compared if it is not known; `None` if there is no such block.
    ///
    /// Cost: that of the comparison, once.
    pub fn found(&mut self, story: &Story, pins: &StoryPins, at: StoryBlock, other: usize) -> Option<BlockStanding> {
        let StoryBlock { article, block } = at;
        let known = self.known.entry((article, other)).or_insert_with(|| standings(story, pins, article, other));
        known.get(block).copied()
    }

    fn standing(&self, base: usize, other: usize, block: usize) -> Option<BlockStanding> {
        self.known.get(&(base, other))?.get(block).copied()
    }

    /// Makes the job that compares an article with those of some others that it is not compared with yet; `None` if there are
    /// none, or it is on its way.
    pub fn ask(
        &mut self,
        story: &Arc<Story>,
        pins: &Arc<StoryPins>,
        base: usize,
        others: &[usize],
    ) -> Option<StandingJob> {
        if self.job.as_ref().is_some_and(|job| job.base == base) {
            return None;
        }
        let missing = others.iter().copied().filter(|&other| !self.known.contains_key(&(base, other)));
        let others: Vec<usize> = missing.collect();
        if others.is_empty() {
            return None;
        }
        self.stop();
        self.last += 1;
        let (story, pins) = (Arc::clone(story), Arc::clone(pins));
        let job = StandingJob { id: self.last, story, pins, base, others, is_stopped: Arc::default() };
        self.job = Some(job.clone());
        Some(job)
    }

    /// Takes what was found, unless it is not wanted any more.
    pub fn take(&mut self, findings: StandingFindings) {
        let StandingFindings { id, base, standings } = findings;
        if self.job.take_if(|job| job.id == id).is_some() {
            self.known.extend(standings.into_iter().map(|(other, standings)| ((base, other), standings)));
        }
    }

    /// Forgets everything: the story is another one.
    pub fn forget(&mut self) {
        self.stop();
        self.known.clear();
    }

    fn stop(&mut self) {
        if let Some(job) = self.job.take() {
            job.is_stopped.store(true, Ordering::Relaxed);
        }
    }
}

impl Drop for Standings {
    fn drop(&mut self) {
        self.stop();
    }
}
