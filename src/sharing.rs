//! How much wording two articles share.
//!
//! Counted are the body words that stand in runs of five or more which the other article has too:
//!
//! ```text
//!     A   The ferries [would be renewed before the] spring …     5 of A's 7 words, 71 %
//!     B   that all [would be renewed before the] year is out     5 of B's 10 words, 50 %
//! ```
//!
//! Case and punctuation do not count, a hyphenated compound is one word, and a run ends with its block. Runs of five
//! are what text-reuse work on newspapers settled on as unlikely to be chance (Clough and others, "METER: measuring text
//! reuse", 2002).

use std::ops::Range;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use crate::article::{Article, Block};
use crate::pair::Pair;
use crate::words::{Form, Lexicon, Reading, Token};

/// The words of a run that counts as shared.
pub const RUN: usize = 5;

/// The wording that two articles share.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sharing {
    /// Body words of each.
    pub words: Pair<usize>,
    /// How many of them stand in shared runs.
    pub shared: Pair<usize>,
    /// The words of the longest run that both have.
    pub longest_run: usize,
    /// Where the shared runs stand in each article, in reading order; runs that overlap are one.
    pub runs: Pair<Vec<SharedRun>>,
}

/// A stretch of a block whose every word stands in a run that the other article has too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedRun {
    /// The block's place in its article, from 0.
    pub block: usize,
    /// Where it stands in the block's text, in bytes.
    pub range: Range<usize>,
    /// Its words.
    pub words: usize,
    /// Where its words are in the body: the place of the block there, and that of the first word in it.
    place: usize,
    first: usize,
}

impl Sharing {
    /// The share of each article's body words that the other has too, 0 to 1.
    #[must_use]
    pub fn shares(&self) -> Pair<f64> {
        self.shared.zip(self.words).map(|(shared, words)| if words == 0 { 0.0 } else { shared as f64 / words as f64 })
    }

    /// The same with the sides exchanged.
    #[must_use]
    pub fn swap(self) -> Self {
        Self { words: self.words.swap(), shared: self.shared.swap(), runs: self.runs.swap(), ..self }
    }
}

/// Counts the wording that two articles share.
///
/// Cost: linear in the words; the longest run adds a pass over the shared ones for each binary digit of its length.
#[must_use]
pub fn sharing(bodies: Pair<&Body>) -> Sharing {
    let sharing = in_runs(bodies);
    // A run of five and more is known by now.
    let longest_run =
        if sharing.longest_run > 0 { sharing.longest_run } else { longest_run(&bodies.map(Body::all), 0, RUN) };
    Sharing { longest_run, ..sharing }
}

/// The same without looking for runs shorter than those that count: if none is longer, the longest run is 0 words.
///
/// Most pairs of a large story share nothing, and saying so is most of the work.
#[must_use]
pub fn in_runs(bodies: Pair<&Body>) -> Sharing {
    let runs = bodies.zip(bodies.swap()).map(|(body, other)| body.shared(&other.known));
    let shared = runs.as_ref().map(|runs| runs.iter().map(|run| run.words).sum());
    let longest = runs.as_ref().map(|runs| runs.iter().map(|run| run.words).max().unwrap_or(0));
    let longest_run = if runs.left.is_empty() {
        0
    } else {
        // A run of five and more stands within the shared ones.
        let within = bodies.zip(runs.as_ref()).map(|(body, runs)| body.words_of(runs));
        longest_run(&within, RUN, longest.left.min(longest.right) + 1)
    };
    Sharing { words: bodies.map(Body::len), shared, longest_run, runs }
}

/// The share of each article's body words that another has too, 0 to 1: cheaper for many against one than [`sharing`].
///
/// Cost: linear in the words of all.
#[must_use]
pub fn shares<'b>(of: impl IntoIterator<Item = &'b Body>, with: &Body) -> Vec<f64> {
    let shared = |body: &Body| body.shared(&with.known).iter().map(|run| run.words).sum::<usize>();
    let share = |body: &Body| if body.is_empty() { 0.0 } else { shared(body) as f64 / body.len() as f64 };
    of.into_iter().map(share).collect()
}

/// An article's body words, block by block, case folded.
#[derive(Clone, Debug, Default)]
pub struct Body {
    blocks: Vec<Words>,
    /// The fingerprint of every run of [`RUN`] words.
    known: FxHashSet<u64>,
}

/// The body words of a block, and where each stands in its text.
#[derive(Clone, Debug)]
struct Words {
    block: usize,
    forms: Vec<Form>,
    at: Vec<Range<u32>>,
}

impl Body {
    /// Takes the body words of an article.
    #[must_use]
    pub fn of(article: &Article, reading: &Reading, lexicon: &Lexicon) -> Self {
        let blocks = article.blocks.iter().zip(&reading.blocks).enumerate();
        let with_body = blocks.filter(|(_, (block, _))| !block.body().is_empty());
        let words = with_body.map(|(place, (block, tokens))| Words::of(place, block, tokens, lexicon));
        let mut body = Self { blocks: words.collect(), known: FxHashSet::default() };
        body.known = gathered(&body.all(), RUN);
        body
    }

    /// How many body words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.blocks.iter().map(|words| words.forms.len()).sum()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Tells for each body word, in reading order, whether it stands in one of the runs.
    #[must_use]
    pub fn marked(&self, runs: &[SharedRun]) -> Vec<bool> {
        let mut marked: Vec<Vec<bool>> = self.blocks.iter().map(|words| vec![false; words.forms.len()]).collect();
        for run in runs {
            marked[run.place][run.first..run.first + run.words].fill(true);
        }
        marked.concat()
    }

    /// All words, block by block.
    fn all(&self) -> Vec<&[Form]> {
        self.blocks.iter().map(|words| words.forms.as_slice()).collect()
    }

    /// The words of shared runs, run by run.
    fn words_of(&self, runs: &[SharedRun]) -> Vec<&[Form]> {
        runs.iter().map(|run| &self.blocks[run.place].forms[run.first..run.first + run.words]).collect()
    }

    /// The stretches in which every word stands in one of the runs.
    fn shared(&self, known: &FxHashSet<u64>) -> Vec<SharedRun> {
        let mut shared = Vec::new();
        for (place, words) in self.blocks.iter().enumerate() {
            let mut open: Option<Range<usize>> = None;
            let runs = fingerprints(&words.forms, RUN).enumerate();
            for (start, _) in runs.filter(|(_, run)| known.contains(run)) {
                match &mut open {
                    Some(open) if start <= open.end => open.end = start + RUN,
                    _ => shared.extend(open.replace(start..start + RUN).map(|done| words.run(place, done))),
                }
            }
            shared.extend(open.map(|done| words.run(place, done)));
        }
        shared
    }
}

/// How many of some articles have each run of five words.
#[derive(Debug)]
pub struct Carried {
    articles: FxHashMap<u64, u32>,
}

impl Carried {
    /// Counts the runs of all articles. Cost: linear in their words.
    #[must_use]
    pub fn of(bodies: &[Body]) -> Self {
        let mut articles = FxHashMap::default();
        for print in bodies.iter().flat_map(|body| &body.known) {
            *articles.entry(*print).or_default() += 1;
        }
        Self { articles }
    }

    /// Tells for each body word of one of the articles, in reading order, whether it stands in a run that an article other
    /// than itself and a source has too.
    #[must_use]
    pub fn elsewhere(&self, body: &Body, source: &Body) -> Vec<bool> {
        let is_carried = |print: &u64| {
            let known = 1 + u32::from(source.known.contains(print));
            self.articles.get(print).is_some_and(|&articles| articles > known)
        };
        let carried: FxHashSet<u64> = body.known.iter().copied().filter(is_carried).collect();
        body.marked(&body.shared(&carried))
    }
}

impl Words {
    fn of(place: usize, block: &Block, tokens: &[Token], lexicon: &Lexicon) -> Self {
        let mut words =
            Self { block: place, forms: Vec::with_capacity(tokens.len()), at: Vec::with_capacity(tokens.len()) };
        for token in tokens.iter().filter(|token| token.start as usize >= block.dateline) {
            let folds = lexicon.folds(token.form);
            if folds.is_word {
                words.forms.push(folds.case);
                words.at.push(token.start..token.end);
            }
        }
        words
    }

    fn run(&self, place: usize, range: Range<usize>) -> SharedRun {
        let bytes = self.at[range.start].start as usize..self.at[range.end - 1].end as usize;
        SharedRun { block: self.block, range: bytes, words: range.len(), place, first: range.start }
    }
}

/// Returns the length of the longest run of words that both texts have, known to be at least `found` and below `above`.
///
/// A run of a length holds runs of every smaller length, so it is found by halving; but the longest that could be is tried
/// first, since in a text that was taken over it is there.
fn longest_run(texts: &Pair<Vec<&[Form]>>, mut found: usize, mut above: usize) -> usize {
    let meet = |length: usize| {
        let left = gathered(&texts.left, length);
        all_fingerprints(&texts.right, length).any(|print| left.contains(&print))
    };
    let mut next = above - 1;
    while above - found > 1 {
        *(if meet(next) { &mut found } else { &mut above }) = next;
        next = usize::midpoint(found, above);
    }
    found
}

/// Fingerprints are numbers modulo a prime of 61 bits; two unlike runs of texts that fit in memory meet once in a million
/// comparisons of texts.
const PRIME: u64 = (1 << 61) - 1;
const BASE: u64 = 0x0123_4567_89AB_CDEF;

/// The fingerprint of every run of a length, which is not zero (Karp and Rabin, "Efficient randomized pattern-matching
/// algorithms", 1987).
fn fingerprints(forms: &[Form], length: usize) -> impl Iterator<Item = u64> {
    let leaving = (1..length).fold(1, |power, _| times(power, BASE));
    let mut print = 0;
    forms.iter().enumerate().filter_map(move |(at, &form)| {
        if at >= length {
            print = plus(print, PRIME - times(value(forms[at - length]), leaving));
        }
        print = plus(times(print, BASE), value(form));
        (at + 1 >= length).then_some(print)
    })
}

fn all_fingerprints(texts: &[&[Form]], length: usize) -> impl Iterator<Item = u64> {
    texts.iter().filter(move |forms| forms.len() >= length).flat_map(move |forms| fingerprints(forms, length))
}

fn gathered(texts: &[&[Form]], length: usize) -> FxHashSet<u64> {
    let count = texts.iter().map(|forms| (forms.len() + 1).saturating_sub(length)).sum();
    let mut prints = FxHashSet::with_capacity_and_hasher(count, FxBuildHasher);
    prints.extend(all_fingerprints(texts, length));
    prints
}

fn value(form: Form) -> u64 {
    form.index() as u64 + 1
}

fn plus(a: u64, b: u64) -> u64 {
    let sum = a + b;
    if sum >= PRIME { sum - PRIME } else { sum }
}

/// The product modulo the prime, whose shape makes division two shifts.
#[expect(clippy::cast_possible_truncation, reason = "both halves of a product below 2^122 are below 2^61")]
fn times(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    plus(product as u64 & PRIME, (product >> 61) as u64)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn share(left: &str, right: &str) -> Sharing {
        let articles = Pair::new(left, right).map(|text| Article::read("-", text));
        let mut lexicon = Lexicon::default();
        let readings = articles.as_ref().map(|article| lexicon.read(article));
        let bodies =
            articles.as_ref().zip(readings.as_ref()).map(|(article, reading)| Body::of(article, reading, &lexicon));
        sharing(bodies.as_ref())
    }

    #[test]
    fn runs_of_five_count() {
        let sharing = share(
            "The ferries would be renewed before the spring.",
            "That all Would be, renewed before the year is out.",
        );
        assert_eq!(sharing.shared, Pair::new(5, 5));
        assert_eq!(sharing.words, Pair::new(8, 10));
        assert_eq!(sharing.longest_run, 5);
    }

    #[test]
    fn runs_of_four_do_not() {
        let sharing = share("One two three four nine.", "One two three four five.");
        assert_eq!((sharing.shared, sharing.longest_run), (Pair::new(0, 0), 4));
    }

    #[test]
    fn a_run_ends_with_its_block() {
        let sharing = share("One two three.\nFour five six.", "One two three four five six.");
        assert_eq!((sharing.shared, sharing.longest_run), (Pair::new(0, 0), 3));
    }

    #[test]
    fn overlapping_runs_count_once() {
        let sharing = share("a b c d e f g.", "x a b c d e f g y.");
        assert_eq!((sharing.shared, sharing.longest_run), (Pair::new(7, 7), 7));
    }

    #[test]
    fn nothing_is_shared_with_nothing() {
        assert_eq!(share("", "One two three four five six.").shares(), Pair::new(0.0, 0.0));
    }

    /// The longest common run, and the words in runs of five, one word after another.
    fn counted(left: &[&str], right: &[&str]) -> (usize, usize) {
        let has = |run: &[&str]| right.windows(run.len()).any(|other| other == run);
        let longest = (1..=left.len()).rev().find(|&length| left.windows(length).any(has)).unwrap_or(0);
        let is_shared =
            |at: usize| (at.saturating_sub(4)..=at).any(|start| left.get(start..start + 5).is_some_and(has));
        (longest, (0..left.len()).filter(|&at| is_shared(at)).count())
    }

    proptest! {
        #[test]
        fn as_counted_word_by_word(left in "([abc] ){0,30}", right in "([abc] ){0,30}") {
            let words = [&left, &right].map(|text| text.split_whitespace().collect::<Vec<_>>());
            let sharing = share(&left, &right);
            prop_assert_eq!((sharing.longest_run, sharing.shared.left), counted(&words[0], &words[1]));
        }
    }
}
