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

use rustc_hash::FxHashSet;

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
    let runs = bodies.zip(bodies.swap()).map(|(body, other)| body.shared(&other.known));
    let shared = runs.as_ref().map(|runs| runs.iter().map(|run| run.words).sum());
    let longest_run = if runs.left.is_empty() {
        longest_run(bodies.map(Body::all), 1..RUN)
    } else {
        // A run of five and more stands within the shared ones.
        longest_run(bodies.zip(runs.as_ref()).map(|(body, runs)| body.words_of(runs)), RUN..usize::MAX)
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
    /// Every run of [`RUN`] words.
    known: FxHashSet<[Form; RUN]>,
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
        let words = |(place, (block, tokens)): (usize, (&Block, &Vec<Token>))| {
            let body = tokens.iter().filter(|token| token.start as usize >= block.dateline);
            let (forms, at) = body
                .map(|token| (lexicon.folds(token.form), token))
                .filter(|(folds, _)| folds.is_word)
                .map(|(folds, token)| (folds.case, token.start..token.end))
                .unzip();
            Words { block: place, forms, at }
        };
        let blocks: Vec<Words> = blocks.filter(|(_, (block, _))| !block.body().is_empty()).map(words).collect();
        let known = blocks.iter().flat_map(|words| windows(&words.forms)).collect();
        Self { blocks, known }
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
    fn shared(&self, known: &FxHashSet<[Form; RUN]>) -> Vec<SharedRun> {
        let mut shared = Vec::new();
        for (place, words) in self.blocks.iter().enumerate() {
            let mut open: Option<Range<usize>> = None;
            let runs = windows(&words.forms).enumerate();
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

/// Every run of [`RUN`] words.
fn windows(words: &[Form]) -> impl Iterator<Item = [Form; RUN]> {
    words.windows(RUN).filter_map(|run| run.try_into().ok())
}

impl Words {
    fn run(&self, place: usize, range: Range<usize>) -> SharedRun {
        let bytes = self.at[range.start].start as usize..self.at[range.end - 1].end as usize;
        SharedRun { block: self.block, range: bytes, words: range.len(), place, first: range.start }
    }
}

/// Returns the length of the longest run of words that both texts have, of the lengths in a range; 0 if there is none.
/// A run of a length holds runs of every smaller length, so it is found by doubling and halving.
fn longest_run(texts: Pair<Vec<&[Form]>>, lengths: Range<usize>) -> usize {
    let meet = |length: usize| {
        let left: FxHashSet<u64> = texts.left.iter().flat_map(|words| fingerprints(words, length)).collect();
        texts.right.iter().flat_map(|words| fingerprints(words, length)).any(|print| left.contains(&print))
    };
    let (mut found, mut above) = (0, lengths.start);
    while above < lengths.end && meet(above) {
        found = above;
        above *= 2;
    }
    above = above.min(lengths.end);
    while found > 0 && above - found > 1 {
        let middle = usize::midpoint(found, above);
        *(if meet(middle) { &mut found } else { &mut above }) = middle;
    }
    found
}

/// The fingerprint of every run of a length, rolled from one to the next (Karp and Rabin, "Efficient randomized
/// pattern-matching algorithms", 1987). Two unlike runs of texts that fit in memory have the same one once in millions of
/// pairs of texts.
fn fingerprints(words: &[Form], length: usize) -> impl Iterator<Item = u64> {
    const BASE: u64 = 0x0123_4567_89AB_CDEF;
    let value = |form: Form| form.index() as u64 + 1;
    let leaving = (1..length).fold(1, |power, _| times(power, BASE));
    let mut print = 0;
    words.iter().enumerate().filter_map(move |(at, &form)| {
        if at >= length {
            print = (print + PRIME - times(value(words[at - length]), leaving)) % PRIME;
        }
        print = (times(print, BASE) + value(form)) % PRIME;
        (at + 1 >= length).then_some(print)
    })
}

/// Fingerprints are numbers modulo this prime.
const PRIME: u64 = (1 << 61) - 1;

/// The product modulo the prime.
fn times(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    let folded = (product & u128::from(PRIME)) + (product >> 61);
    u64::try_from(folded % u128::from(PRIME)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
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
}
