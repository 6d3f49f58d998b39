//! What of a block stands elsewhere in other articles, although they have not its passage: it is not "only here", and not
//! "not found" there.
//!
//! ```text
//!     A ¶7   [Divers had found cracks of up to thirty centimetres] in both.      B ¶2 has the words in brackets
//!            8 of its 10 words stand in B: 2 remain, and ¶7 is in no list of what B has not
//! ```

use rustc_hash::{FxHashMap, FxHashSet};

use super::Story;
use crate::run_index::{RUN, RunIndex};

/// The words of a block that must remain where part of it stands elsewhere, or nothing is listed of it.
const REMAINING: usize = 10;

/// Holds which blocks are told elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Told {
    /// Articles, blocks and other articles in which part of them stands; whether that is too much.
    within: FxHashMap<(u32, u32, u32), bool>,
    /// Articles and blocks of which all others together have too much, or which their own article says already.
    anywhere: FxHashSet<(u32, u32)>,
}

impl Told {
    /// Finds what stands elsewhere. `has_passage` tells whether another article has the passage of a block.
    ///
    /// Cost: linear in the words of all articles, times how many articles have a run.
    pub fn new(story: &Story, has_passage: impl Fn(usize, usize, usize) -> bool) -> Self {
        let carriers = carriers(&story.runs);
        let mut told = Self::default();
        for (article, runs) in story.runs.iter().enumerate() {
            let is_linked = |block: usize| {
                let other = (0..story.runs.len()).filter(|&other| other != article);
                let is_linked = other.into_iter().any(|other| has_passage(article, block, other));
                (is_linked, is_linked)
            };
            for (block, is_again) in story.repeated(article, is_linked).into_iter().enumerate() {
                if is_again {
                    told.anywhere.insert((article as u32, block as u32));
                }
            }
            for block in 0..runs.blocks() {
                told.add(article, block, runs, &carriers, |other| has_passage(article, block, other));
            }
        }
        told
    }

    fn add(
        &mut self,
        article: usize,
        block: usize,
        runs: &RunIndex,
        carriers: &FxHashMap<u64, Vec<u32>>,
        has_passage: impl Fn(usize) -> bool,
    ) {
        // For each other article, and for all together, up to which word and how many are covered.
        let mut within: FxHashMap<u32, (usize, usize)> = FxHashMap::default();
        let mut anywhere = (0, 0);
        let cover = |(end, covered): &mut (usize, usize), start: usize| {
            *covered += start + RUN - (*end).max(start);
            *end = start + RUN;
        };
        for start in runs.starts(block) {
            let others = carriers.get(&runs.fingerprint(start)).into_iter().flatten();
            let others = others.filter(|&&other| other as usize != article && !has_passage(other as usize));
            let mut has_any = false;
            for &other in others {
                has_any = true;
                cover(within.entry(other).or_default(), start);
            }
            if has_any {
                cover(&mut anywhere, start);
            }
        }
        let is_told = |covered: usize| covered > 0 && runs.words_of(block).len() - covered < REMAINING;
        let (article, block) = (article as u32, block as u32);
        self.within.extend(within.into_iter().map(|(other, (_, covered))| ((article, block, other), is_told(covered))));
        if is_told(anywhere.1) {
            self.anywhere.insert((article, block));
        }
    }

    /// Returns whether too little of a block remains for it to be called not found in another article.
    pub fn is_told_in(&self, article: usize, block: usize, other: usize) -> bool {
        self.within.get(&(article as u32, block as u32, other as u32)).is_some_and(|&is_told| is_told)
    }

    /// Returns whether any run of a block stands in another article.
    pub fn is_partly_in(&self, article: usize, block: usize, other: usize) -> bool {
        self.within.contains_key(&(article as u32, block as u32, other as u32))
    }

    /// Returns whether too little of a block remains for it to be called only here.
    pub fn is_told_anywhere(&self, article: usize, block: usize) -> bool {
        self.anywhere.contains(&(article as u32, block as u32))
    }
}

/// Returns the articles that have each run of five words which more than one has.
fn carriers(texts: &[RunIndex]) -> FxHashMap<u64, Vec<u32>> {
    let mut carriers: FxHashMap<u64, Vec<u32>> = FxHashMap::default();
    for (article, runs) in texts.iter().enumerate() {
        let article = article as u32;
        for start in (0..runs.blocks()).flat_map(|block| runs.starts(block)) {
            let articles = carriers.entry(runs.fingerprint(start)).or_default();
            if articles.last() != Some(&article) {
                articles.push(article);
            }
        }
    }
    carriers.retain(|_, articles| articles.len() > 1);
    carriers
}
