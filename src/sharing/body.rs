//! An article's body words, and where each run of five of them stands.
//!
//! ```text
//!     The ferries would be renewed before the spring ░ Nobody was hurt ░     forms, a gap after each block
//!     └──────── 0 ────────┘
//!         └──────── 1 ───────────┘
//!                 └──────── 2 ─────────────┘     each run once, to be found by its words
//! ```

use std::hash::Hasher;
use std::ops::Range;
use std::sync::OnceLock;

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use rustc_hash::FxHasher;

use super::SharedRun;
use crate::article::Article;
use crate::run_index::RUN;
use crate::unicode::quotes;
use crate::words::{Form, Lexicon, Reading, Token};

/// What stands after a block: no word is equal to it.
const GAP: Form = Form::with_index(u32::MAX);

/// Holds an article's body words, block by block, case folded.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// The words of all blocks, a gap after each.
    forms: Vec<Form>,
    /// Of each of these whether it stands inside quotation marks.
    quoted: Vec<bool>,
    blocks: Vec<BlockWords>,
    /// Found when they are first asked for: of two bodies those of one will do.
    runs: OnceLock<Runs>,
}

/// Where each run of [`RUN`] words begins among the forms.
#[derive(Clone, Debug, Default)]
struct Runs {
    /// Where it stands first.
    first: HashTable<u32>,
    /// Where it stands once more, and where first.
    again: Vec<(u32, u32)>,
}

/// The body words of a block.
#[derive(Clone, Debug)]
struct BlockWords {
    /// The block's index in its article.
    block: usize,
    /// Where they stand among the forms.
    range: Range<usize>,
    /// Where the body begins in the block's text, in bytes.
    dateline: usize,
}

/// Holds words in a row of a body's block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct WordRange {
    /// The index of the block among those that have body words.
    pub index: usize,
    /// Which of the block's words they are.
    pub words: Range<usize>,
}

impl Body {
    /// Takes the body words of an article. Cost: linear in them.
    #[must_use]
    pub fn new(article: &Article, reading: &Reading, lexicon: &Lexicon) -> Self {
        let mut body = Self::default();
        body.forms.reserve_exact(reading.blocks.all().len() + article.blocks.len());
        for (index, (block, tokens)) in article.blocks.iter().zip(reading.blocks.iter()).enumerate() {
            if block.body().is_empty() {
                continue;
            }
            let (start, dateline) = (body.forms.len(), block.dateline);
            let quotations = quotes::quotations(&block.text);
            for word in words_behind(dateline, tokens) {
                body.forms.push(lexicon.folds(word.form).case);
                body.quoted.push(quotations.iter().any(|quotation| quotation.contains(&(word.start as usize))));
            }
            body.blocks.push(BlockWords { block: index, range: start..body.forms.len(), dateline });
            body.forms.push(GAP);
            body.quoted.push(false);
        }
        body
    }

    /// Counts the words of stretches that stand inside quotation marks.
    pub(super) fn quoted_in(&self, stretches: &[WordRange]) -> usize {
        let quoted = |stretch: &WordRange| {
            let start = self.blocks[stretch.index].range.start;
            let words = &self.quoted[start + stretch.words.start..start + stretch.words.end];
            words.iter().filter(|&&quoted| quoted).count()
        };
        stretches.iter().map(quoted).sum()
    }

    fn runs(&self) -> &Runs {
        self.runs.get_or_init(|| {
            let count = self.blocks.iter().map(|words| (words.range.len() + 1).saturating_sub(RUN)).sum();
            let mut runs = Runs { first: HashTable::with_capacity(count), again: Vec::new() };
            for words in self.blocks.iter().filter(|words| words.range.len() >= RUN) {
                for start in words.range.start..=words.range.end - RUN {
                    let start = u32::try_from(start).expect("texts over 4 GiB are refused when they are read");
                    self.add_run(&mut runs, start);
                }
            }
            runs
        })
    }

    fn add_run(&self, runs: &mut Runs, start: u32) {
        let run = |at: u32| &self.forms[at as usize..][..RUN];
        let own = run(start);
        match runs.first.entry(hash(own), |&at| run(at) == own, |&at| hash(run(at))) {
            Entry::Occupied(first) => runs.again.push((start, *first.get())),
            Entry::Vacant(free) => {
                free.insert(start);
            }
        }
    }

    /// Returns how many body words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.blocks.iter().map(|words| words.range.len()).sum()
    }

    /// Tells whether it is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Tells for each body word, in reading order, whether it stands in one of the runs.
    #[must_use]
    pub fn marked(&self, runs: &[SharedRun]) -> Vec<bool> {
        self.marked_in(runs.iter().map(|run| &run.stretch))
    }

    /// Does the same for stretches.
    pub(super) fn marked_in<'s>(&self, stretches: impl IntoIterator<Item = &'s WordRange>) -> Vec<bool> {
        let mut marked: Vec<Vec<bool>> = self.blocks.iter().map(|words| vec![false; words.range.len()]).collect();
        for stretch in stretches {
            marked[stretch.index][stretch.words.clone()].fill(true);
        }
        marked.concat()
    }

    /// Returns the words of each block.
    pub(super) fn all(&self) -> Vec<&[Form]> {
        self.blocks.iter().map(|words| &self.forms[words.range.clone()]).collect()
    }

    /// Returns the words of each stretch.
    pub(super) fn words_of(&self, stretches: &[WordRange]) -> Vec<&[Form]> {
        let of = |stretch: &WordRange| &self.forms[self.blocks[stretch.index].range.clone()][stretch.words.clone()];
        stretches.iter().map(of).collect()
    }

    /// Returns each run once.
    pub(super) fn distinct_runs(&self) -> impl Iterator<Item = &[Form]> {
        self.runs().first.iter().map(|&at| &self.forms[at as usize..][..RUN])
    }

    /// Returns where a run begins that has these words.
    pub(super) fn find(&self, run: &[Form]) -> Option<usize> {
        let is_same = |&at: &u32| self.forms[at as usize..][..RUN] == *run;
        self.runs().first.find(hash(run), is_same).map(|&at| at as usize)
    }

    /// Returns the stretches in which every word stands in a run that the other body has too. Of each such run it is
    /// told where the other has it, at one position of several.
    ///
    /// Cost: linear in the words. Where one run is found, the next one mostly stands next to it.
    pub(super) fn shared(&self, other: &Self, mut met: impl FnMut(usize)) -> Vec<WordRange> {
        let mut before: Option<(usize, usize)> = None;
        self.stretches(|start, run| {
            let beside = before.filter(|&(own, at)| own + 1 == start && other.forms.get(at + RUN) == run.last());
            let found = beside.map(|(_, at)| at + 1).or_else(|| other.find(run));
            before = found.map(|at| (start, at));
            found.map(&mut met).is_some()
        })
    }

    /// Returns the stretches in which every word stands in a run that was met, by where runs begin; one that stands
    /// several times was met at one position at least.
    pub(super) fn met(&self, mut met: Vec<bool>) -> Vec<WordRange> {
        let again = || self.runs().again.iter().map(|&(again, first)| (again as usize, first as usize));
        for (again, first) in again() {
            met[first] |= met[again];
        }
        for (again, first) in again() {
            met[again] = met[first];
        }
        self.stretches(|start, _| met[start])
    }

    /// Returns how many positions there are at which a run may begin.
    pub(super) fn positions(&self) -> usize {
        self.forms.len()
    }

    /// Returns the stretches in which every word stands in a run that is taken; runs come in reading order, each with
    /// its place.
    pub(super) fn stretches(&self, mut takes: impl FnMut(usize, &[Form]) -> bool) -> Vec<WordRange> {
        let mut found = Vec::new();
        for (index, words) in self.blocks.iter().enumerate() {
            let mut open: Option<Range<usize>> = None;
            for (start, run) in self.forms[words.range.clone()].windows(RUN).enumerate() {
                if !takes(words.range.start + start, run) {
                    continue;
                }
                match &mut open {
                    Some(open) if start <= open.end => open.end = start + RUN,
                    _ => found.extend(open.replace(start..start + RUN).map(|words| WordRange { index, words })),
                }
            }
            found.extend(open.map(|words| WordRange { index, words }));
        }
        found
    }

    /// Finds where stretches, in reading order, stand in the article's text. Cost: linear in the words of their blocks.
    pub(super) fn located(&self, stretches: Vec<WordRange>, reading: &Reading) -> Vec<SharedRun> {
        let mut located = Vec::with_capacity(stretches.len());
        let mut stretches = stretches.into_iter().peekable();
        while let Some(index) = stretches.peek().map(|stretch| stretch.index) {
            let BlockWords { block, dateline, .. } = self.blocks[index];
            let mut words = words_behind(dateline, &reading.blocks[block]);
            let mut next = 0;
            while let Some(stretch) = stretches.next_if(|stretch| stretch.index == index) {
                let Range { start, end } = stretch.words;
                let first = words.nth(start - next);
                let last = words.nth(end - start - 2);
                next = end;
                let range = first.map_or(0, |token| token.range().start)..last.map_or(0, |token| token.range().end);
                located.push(SharedRun { block, range, words: end - start, stretch });
            }
        }
        located
    }
}

/// Returns the words of a block that stand behind its dateline.
fn words_behind(dateline: usize, tokens: &[Token]) -> impl Iterator<Item = &Token> {
    let behind = tokens.partition_point(|token| (token.start as usize) < dateline);
    tokens[behind..].iter().filter(|token| token.is_word)
}

/// Hashes a run; words are taken two by two.
fn hash(run: &[Form]) -> u64 {
    let mut hasher = FxHasher::default();
    for two in run.chunks(2) {
        hasher.write_u64(two.iter().fold(0, |words, form| words << 32 | form.index() as u64));
    }
    hasher.finish()
}
