//! Where each run of five words of an article stands.
//!
//! ```text
//!     forms    the ferries would be renewed before ░ nobody was hurt ░       a gap after each block
//!     heads    "the ferries would be renewed" ─► 0      before     the same run further up, if there is one
//! ```

mod fingerprint;

use std::ops::Range;

use rustc_hash::FxHashMap;

pub(crate) use fingerprint::fingerprint;

use crate::article::{Article, Kind};
use crate::words::{Form, Lexicon, Reading};

/// Gives the words of a run that counts: in five words in a row two texts seldom agree by chance.
pub const RUN: usize = 5;

/// What stands after a block: no word is equal to it.
const GAP: Form = Form::with_index(u32::MAX);

/// How many places of one run are tried.
const PLACES: usize = 32;

/// How many words may be compared beyond the first five of each run, for each word of the article.
const BUDGET: usize = 40;

/// How many blocks are named that have a run.
const NAMED: usize = 8;

/// What stands before the first place of a run.
const NONE: u32 = u32::MAX;

/// The words of an article, and where each run of them stands that is not furniture.
#[derive(Debug)]
pub(crate) struct RunIndex {
    forms: Vec<Form>,
    /// Of each word, and of the gap after each block, its block and its bytes.
    at: Vec<(u32, Range<u32>)>,
    /// Where each block's words stand among all.
    blocks: Vec<Range<usize>>,
    /// The last place of each run by its fingerprint.
    heads: FxHashMap<u64, u32>,
    /// For each place the one before it with the same fingerprint.
    before: Vec<u32>,
    is_furniture: Vec<bool>,
}

/// Words of another article that stand here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    /// Where among the words.
    pub start: usize,
    /// How many words.
    pub length: usize,
}

impl Match {
    /// Returns the same without its first word.
    pub fn next(self) -> Option<Self> {
        Some(Self { start: self.start + 1, length: self.length.checked_sub(1)? })
    }
}

impl RunIndex {
    /// Indexes an article. Cost: linear in its words.
    pub fn new(article: &Article, reading: &Reading, lexicon: &Lexicon) -> Self {
        let mut index = Self {
            forms: Vec::with_capacity(reading.blocks.all().len() + article.blocks.len()),
            at: Vec::new(),
            blocks: Vec::with_capacity(article.blocks.len()),
            heads: FxHashMap::default(),
            before: Vec::new(),
            is_furniture: article.blocks.iter().map(|block| block.kind == Kind::Furniture).collect(),
        };
        for (block, tokens) in reading.blocks.iter().enumerate() {
            let start = index.forms.len();
            for token in tokens.iter().filter(|token| token.is_word) {
                let Range { start, end } = token.range();
                index.forms.push(lexicon.folds(token.form).case);
                index.at.push((block as u32, start as u32..end as u32));
            }
            index.blocks.push(start..index.forms.len());
            index.forms.push(GAP);
            index.at.push((block as u32, 0..0));
        }
        index.find_places();
        index
    }

    fn find_places(&mut self) {
        self.before = vec![NONE; self.forms.len()];
        self.heads.reserve(self.forms.len());
        for (words, _) in self.blocks.iter().zip(&self.is_furniture).filter(|(_, is_furniture)| !**is_furniture) {
            for start in words.start..(words.end + 1).saturating_sub(RUN) {
                let place = start as u32;
                if let Some(before) = self.heads.insert(fingerprint(&self.forms[start..start + RUN]), place) {
                    self.before[start] = before;
                }
            }
        }
    }

    /// Returns how many words may be compared beyond the first five of each run.
    pub fn budget(&self) -> usize {
        BUDGET * self.forms.len()
    }

    /// Returns where the words of a block stand.
    pub fn words_of(&self, block: usize) -> Range<usize> {
        self.blocks[block].clone()
    }

    /// Returns how many blocks there are.
    pub fn len(&self) -> usize {
        self.blocks.len()
    }

    /// Returns whether a block is furniture.
    pub fn is_furniture(&self, block: usize) -> bool {
        self.is_furniture[block]
    }

    /// Returns where the words stand that lie within some bytes of a block; none of furniture.
    pub fn words_in(&self, block: usize, bytes: &Range<usize>) -> Range<usize> {
        let words = self.blocks[block].clone();
        if self.is_furniture[block] {
            return words.start..words.start;
        }
        let at = &self.at[words.clone()];
        let first = at.partition_point(|(_, own)| (own.start as usize) < bytes.start);
        let last = at.partition_point(|(_, own)| own.end as usize <= bytes.end);
        words.start + first..words.start + last.max(first)
    }

    /// Returns the bytes from the first to the last of some words of a block.
    pub fn bytes(&self, words: &Range<usize>) -> Range<usize> {
        self.at[words.start].1.start as usize..self.at[words.end - 1].1.end as usize
    }

    /// Returns some words.
    pub fn forms(&self, words: &Range<usize>) -> &[Form] {
        &self.forms[words.clone()]
    }

    /// Returns the longest run here that words begin with, five words at least; `known` is one of them.
    ///
    /// Cost: that of comparing with a bounded number of places; beyond the budget nothing but `known` is looked at.
    pub fn longest(&self, words: &[Form], known: Option<Match>, budget: &mut usize) -> Option<Match> {
        let mut best = known;
        if best.is_some() && *budget == 0 {
            return best;
        }
        for start in self.places(words).take(PLACES) {
            if known.is_some_and(|known| known.start == start) {
                continue;
            }
            let here = &self.forms[start..];
            let length = here.iter().zip(words).take_while(|(here, word)| here == word).count();
            *budget = budget.saturating_sub(length);
            if length >= RUN && best.is_none_or(|best| best.length < length) {
                best = Some(Match { start, length });
            }
            if *budget == 0 {
                break;
            }
        }
        best
    }

    /// Returns where runs begin that have the first five words, or seem to by their fingerprint.
    fn places(&self, words: &[Form]) -> impl Iterator<Item = usize> {
        let head = words.get(..RUN).and_then(|run| self.heads.get(&fingerprint(run)).copied());
        std::iter::successors(head, |&place| Some(self.before[place as usize]).filter(|&before| before != NONE))
            .map(|place| place as usize)
    }

    /// Returns the blocks that have a run, by index, ascending: that of a place where it is known to stand, and of many others
    /// the last ones.
    pub fn blocks_with(&self, words: &[Form], known: usize) -> Vec<usize> {
        let has = |start: &usize| self.forms[*start..].starts_with(words);
        let mut blocks: Vec<usize> =
            self.places(words).take(PLACES).filter(has).map(|start| self.at[start].0 as usize).collect();
        blocks.dedup();
        blocks.truncate(NAMED);
        blocks.push(self.at[known].0 as usize);
        blocks.sort_unstable();
        blocks.dedup();
        blocks
    }

    /// Returns whether the five words that begin at a place also stand before another place, in a block of their own.
    pub fn has_before(&self, place: usize, end: usize) -> bool {
        let run = &self.forms[place..place + RUN];
        let earlier = std::iter::successors(Some(place as u32), |&place| {
            Some(self.before[place as usize]).filter(|&before| before != NONE)
        });
        let earlier = earlier.skip(1).map(|place| place as usize).skip_while(|start| start + RUN > end);
        earlier.take(PLACES).any(|start| self.forms[start..].starts_with(run))
    }
}
