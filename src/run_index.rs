//! Where each run of five words of an article stands.
//!
//! ```text
//!     forms    the ferries would be renewed before ░ nobody was hurt ░       a gap after each block
//!     runs     └─────────── 0 ──────────┘                                    found by its words
//!                  └─────────── 1 ────────────┘
//! ```
//!
//! Shared wording ([`sharing`](crate::sharing)) and what stands elsewhere ([`elsewhere`](crate::elsewhere)) ask it, the
//! one about body words, the other about the words of all blocks but furniture.

mod fingerprint;
mod places;

use std::ops::Range;
use std::sync::OnceLock;

use crate::article::{Article, Block, Kind};
use crate::unicode::quotes;
use crate::words::{Form, Lexicon, Reading, Token};
pub use fingerprint::RUN;
use fingerprint::fingerprints;
use places::{Places, RunKind};

/// What stands after a block: no word is equal to it.
const GAP: Form = Form::with_index(u32::MAX);

/// Holds an article's words, block by block, case folded, and where each run of [`RUN`] of them stands.
#[derive(Clone, Debug, Default)]
pub struct RunIndex {
    /// The words of all blocks, a gap after each.
    forms: Vec<Form>,
    /// Of each of these what it is.
    words: Vec<Word>,
    blocks: Vec<BlockWords>,
    /// How many of them are body words.
    body_words: usize,
    /// Found when they are first asked for: who only counts words needs none.
    runs: OnceLock<Runs>,
}

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default)]
struct Word {
    /// Where it stands in its block's text, in bytes.
    start: u32,
    end: u32,
    /// Whether it is a body word.
    is_body: bool,
    /// Whether it is a body word inside quotation marks.
    is_quoted: bool,
}

/// The words of a block.
#[derive(Clone, Debug)]
struct BlockWords {
    all: Range<usize>,
    /// Those behind a dateline, if it is a paragraph.
    body: Range<usize>,
    is_furniture: bool,
}

/// The runs that begin at each word.
#[derive(Clone, Debug)]
struct Runs {
    prints: Vec<u64>,
    places: Places,
}

impl RunIndex {
    /// Takes the words of an article. Cost: linear in them.
    #[must_use]
    pub fn new(article: &Article, reading: &Reading, lexicon: &Lexicon) -> Self {
        let mut index = Self::default();
        let count = reading.blocks.all().len() + article.blocks.len();
        index.forms.reserve_exact(count);
        index.words.reserve_exact(count);
        index.blocks.reserve_exact(article.blocks.len());
        for (block, tokens) in article.blocks.iter().zip(reading.blocks.iter()) {
            index.push(block, tokens, lexicon);
        }
        index
    }

    fn push(&mut self, block: &Block, tokens: &[Token], lexicon: &Lexicon) {
        let start = self.forms.len();
        let has_body = !block.body().is_empty();
        let quotations = if has_body { quoted(&block.text) } else { Vec::new() };
        let mut quotations = quotations.into_iter().peekable();
        let mut before_body = 0;
        for token in tokens.iter().filter(|token| token.is_word) {
            let Range { start, end } = token.range();
            let is_body = has_body && start >= block.dateline;
            while quotations.next_if(|quotation| quotation.end <= start).is_some() {}
            let is_quoted = is_body && quotations.peek().is_some_and(|quotation| quotation.start <= start);
            before_body += usize::from(!is_body);
            self.forms.push(lexicon.folds(token.form).case);
            self.words.push(Word { start: start as u32, end: end as u32, is_body, is_quoted });
        }
        let end = self.forms.len();
        let body = start + before_body..end;
        self.body_words += body.len();
        self.blocks.push(BlockWords { all: start..end, body, is_furniture: block.kind == Kind::Furniture });
        self.forms.push(GAP);
        self.words.push(Word::default());
    }

    fn runs(&self) -> &Runs {
        self.runs.get_or_init(|| {
            let prints = fingerprints(&self.forms);
            let mut places = Places::with_room(self.forms.len());
            for start in (0..self.blocks.len()).flat_map(|block| self.starts(block)) {
                let kind = RunKind { is_body: self.words[start].is_body, is_plain: self.is_plain(start) };
                places.add(start, kind, &prints, &self.forms);
            }
            Runs { prints, places }
        })
    }

    /// Returns how many words and gaps there are: places at which a run may begin are below it.
    pub(crate) fn len(&self) -> usize {
        self.forms.len()
    }

    /// Returns how many body words there are.
    #[must_use]
    pub fn body_words(&self) -> usize {
        self.body_words
    }

    /// Returns how many blocks there are.
    pub(crate) fn blocks(&self) -> usize {
        self.blocks.len()
    }

    /// Returns where the words of a block are.
    pub(crate) fn words_of(&self, block: usize) -> Range<usize> {
        self.blocks[block].all.clone()
    }

    /// Returns where the body words of a block are.
    pub(crate) fn body_of(&self, block: usize) -> Range<usize> {
        self.blocks[block].body.clone()
    }

    /// Returns at which words of a block runs begin; none in furniture.
    pub(crate) fn starts(&self, block: usize) -> Range<usize> {
        let BlockWords { all, is_furniture, .. } = &self.blocks[block];
        if *is_furniture { all.start..all.start } else { starts(all) }
    }

    /// Returns at which body words of a block runs of them begin.
    pub(crate) fn body_starts(&self, block: usize) -> Range<usize> {
        starts(&self.blocks[block].body)
    }

    /// Returns whether a block is furniture.
    pub(crate) fn is_furniture(&self, block: usize) -> bool {
        self.blocks[block].is_furniture
    }

    /// Returns the block of a word.
    pub(crate) fn block_of(&self, word: usize) -> usize {
        self.blocks.partition_point(|words| words.all.start <= word) - 1
    }

    /// Returns where the words are that lie within some bytes of a block; none of furniture.
    pub(crate) fn words_in(&self, block: usize, bytes: &Range<usize>) -> Range<usize> {
        let BlockWords { all, is_furniture, .. } = &self.blocks[block];
        if *is_furniture {
            return all.start..all.start;
        }
        let words = &self.words[all.clone()];
        let first = words.partition_point(|word| (word.start as usize) < bytes.start);
        let last = words.partition_point(|word| word.end as usize <= bytes.end);
        all.start + first..all.start + last.max(first)
    }

    /// Returns the bytes from the first to the last of some words of a block.
    pub(crate) fn bytes(&self, words: &Range<usize>) -> Range<usize> {
        self.words[words.start].start as usize..self.words[words.end - 1].end as usize
    }

    /// Returns some words.
    pub(crate) fn forms(&self, words: &Range<usize>) -> &[Form] {
        &self.forms[words.clone()]
    }

    /// Returns the words from one on, beyond its block.
    pub(crate) fn forms_from(&self, word: usize) -> &[Form] {
        &self.forms[word..]
    }

    /// Counts the words that stand inside quotation marks.
    pub(crate) fn quoted_in(&self, words: &Range<usize>) -> usize {
        self.words[words.clone()].iter().filter(|word| word.is_quoted).count()
    }

    /// Tells whether the run that begins at a word is one of body words of which none stands inside quotation marks.
    pub(crate) fn is_plain(&self, word: usize) -> bool {
        self.words[word..word + RUN].iter().all(|word| word.is_body && !word.is_quoted)
    }

    /// Returns a number for the run that begins at a word of another article, the same for the same run, if it stands here
    /// among the body words and outside quotation marks.
    pub(crate) fn plain_run(&self, of: &Self, word: usize) -> Option<usize> {
        let Runs { places, .. } = self.runs();
        places.first_of_plain(of.fingerprint(word), &of.forms[word..word + RUN], &self.forms)
    }

    /// Returns the fingerprint of the run that begins at a word. The block must have a run there.
    pub(crate) fn fingerprint(&self, word: usize) -> u64 {
        self.runs().prints[word]
    }

    /// Returns where a run stands that begins at a word of another article, the last place first.
    pub(crate) fn places(&self, of: &Self, word: usize) -> impl Iterator<Item = usize> {
        let Runs { places, .. } = self.runs();
        let last = places.last(of.fingerprint(word), &of.forms[word..word + RUN], &self.forms);
        std::iter::successors(last, |&place| places.before(place))
    }

    /// Returns the words of a block at which a run begins that stands before, each with where it stands first;
    /// ascending.
    pub(crate) fn repeated_in(&self, block: usize) -> impl Iterator<Item = (usize, usize)> {
        let Range { start, end } = self.starts(block);
        let repeated = self.runs().places.repeated();
        let first = repeated.partition_point(|repeated| (repeated.place as usize) < start);
        let within = repeated[first..].iter().take_while(move |repeated| (repeated.place as usize) < end);
        within.map(|repeated| (repeated.place as usize, repeated.first as usize))
    }

    /// Returns where a run that begins at a word of another article stands among the body words, if it does.
    pub(crate) fn body_place(&self, of: &Self, word: usize) -> Option<usize> {
        let Runs { places, .. } = self.runs();
        let last = places.last(of.fingerprint(word), &of.forms[word..word + RUN], &self.forms)?;
        self.body_place_to(last)
    }

    /// Returns whether the run that begins at a word stands before.
    pub(crate) fn is_run_again(&self, word: usize) -> bool {
        self.runs().places.before(word).is_some()
    }

    /// Returns the last place of a run among the body words, up to one of its places.
    fn body_place_to(&self, place: usize) -> Option<usize> {
        if self.words[place].is_body { Some(place) } else { self.runs().places.body_before(place) }
    }

    /// Marks all places of each run that is marked at one of them.
    pub(crate) fn mark_all_places(&self, marked: &mut [bool]) {
        let repeated = self.runs().places.repeated();
        for repeated in repeated {
            marked[repeated.place as usize] |= marked[repeated.before as usize];
        }
        for repeated in repeated.iter().rev() {
            marked[repeated.before as usize] = marked[repeated.place as usize];
        }
    }
}

/// Returns at which of some words a run begins that ends with them.
fn starts(words: &Range<usize>) -> Range<usize> {
    words.start..(words.end + 1).saturating_sub(RUN).max(words.start)
}

/// Returns what of a text stands in quotation marks: quotations within others are part of them.
fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut quotations = quotes::quotations(text);
    quotations.sort_unstable_by_key(|quotation| quotation.start);
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(quotations.len());
    for quotation in quotations {
        match joined.last_mut() {
            Some(last) if quotation.start <= last.end => last.end = last.end.max(quotation.end),
            _ => joined.push(quotation),
        }
    }
    joined
}
