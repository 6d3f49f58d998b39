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
/// Cost: linear in the words for the shares; as often again as the length of the longest run has binary digits.
#[must_use]
pub fn sharing(bodies: Pair<&Body>) -> Sharing {
    let known = bodies.map(|body| body.windows().collect::<FxHashSet<_>>());
    let runs = bodies.zip(known.as_ref().swap()).map(|(body, others)| body.shared(others));
    let shared = runs.as_ref().map(|runs| runs.iter().map(|run| run.words).sum());
    Sharing { words: bodies.map(Body::len), shared, longest_run: longest_run(bodies), runs }
}

/// An article's body words, block by block, case folded.
#[derive(Clone, Debug, Default)]
pub struct Body {
    blocks: Vec<Words>,
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
        Self { blocks: blocks.filter(|(_, (block, _))| !block.body().is_empty()).map(words).collect() }
    }

    fn len(&self) -> usize {
        self.blocks.iter().map(|words| words.forms.len()).sum()
    }

    /// Every run of [`RUN`] words.
    fn windows(&self) -> impl Iterator<Item = &[Form]> {
        self.blocks.iter().flat_map(|words| words.forms.windows(RUN))
    }

    /// The stretches in which every word stands in one of the runs.
    fn shared(&self, known: &FxHashSet<&[Form]>) -> Vec<SharedRun> {
        let mut shared = Vec::new();
        for words in &self.blocks {
            let mut open: Option<Range<usize>> = None;
            for (start, _) in words.forms.windows(RUN).enumerate().filter(|(_, run)| known.contains(run)) {
                match &mut open {
                    Some(open) if start <= open.end => open.end = start + RUN,
                    _ => shared.extend(open.replace(start..start + RUN).map(|done| words.run(done))),
                }
            }
            shared.extend(open.map(|done| words.run(done)));
        }
        shared
    }

    /// The fingerprint of every run of a length (Karp and Rabin, "Efficient randomized pattern-matching algorithms", 1987).
    fn fingerprints(&self, length: usize) -> impl Iterator<Item = u128> {
        let blocks = self.blocks.iter().map(|words| words.forms.as_slice());
        blocks.filter(move |block| block.len() >= length && length > 0).flat_map(move |block| {
            let leaving = (1..length).fold(1_u128, |power, _| power * BASE % PRIME);
            let mut print = 0;
            block.iter().enumerate().filter_map(move |(at, &form)| {
                if at >= length {
                    let first = value(block[at - length]) * leaving % PRIME;
                    print = (print + PRIME - first) % PRIME;
                }
                print = (print * BASE + value(form)) % PRIME;
                (at + 1 >= length).then_some(print)
            })
        })
    }
}

impl Words {
    fn run(&self, range: Range<usize>) -> SharedRun {
        let bytes = self.at[range.start].start as usize..self.at[range.end - 1].end as usize;
        SharedRun { block: self.block, range: bytes, words: range.len() }
    }
}

/// Fingerprints are numbers modulo a prime of 61 bits; two unlike runs of texts that fit in memory meet once in a million
/// comparisons of texts.
const PRIME: u128 = (1 << 61) - 1;
const BASE: u128 = 0x0123_4567_89AB_CDEF;

fn value(form: Form) -> u128 {
    form.index() as u128 + 1
}

/// The words of the longest run that both have. A run of a length holds runs of every smaller length, so the length is
/// found by halving.
fn longest_run(bodies: Pair<&Body>) -> usize {
    let meet = |length: usize| {
        let left: FxHashSet<u128> = bodies.left.fingerprints(length).collect();
        bodies.right.fingerprints(length).any(|print| left.contains(&print))
    };
    let (mut found, mut above) = (0, 1);
    while meet(above) {
        found = above;
        above *= 2;
    }
    while above - found > 1 {
        let middle = usize::midpoint(found, above);
        *(if meet(middle) { &mut found } else { &mut above }) = middle;
    }
    found
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
