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

use rustc_hash::FxHashSet;

use crate::article::Article;
use crate::pair::Pair;
use crate::words::{Form, Lexicon, Reading};

/// The words of a run that counts as shared.
pub const RUN: usize = 5;

/// The wording that two articles share.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sharing {
    /// Body words of each.
    pub words: Pair<usize>,
    /// How many of them stand in shared runs.
    pub shared: Pair<usize>,
    /// The words of the longest run that both have.
    pub longest_run: usize,
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
        Self { words: self.words.swap(), shared: self.shared.swap(), ..self }
    }
}

/// Counts the wording that two articles share.
///
/// Cost: linear in the words for the shares; as often again as the length of the longest run has binary digits.
#[must_use]
pub fn sharing(bodies: Pair<&Body>) -> Sharing {
    let runs = bodies.map(|body| body.runs().collect::<FxHashSet<_>>());
    let others = runs.as_ref().swap();
    Sharing {
        words: bodies.map(Body::words),
        shared: bodies.zip(others).map(|(body, others)| body.covered(others)),
        longest_run: longest_run(bodies),
    }
}

/// The share of each article's body words that another has too, 0 to 1: cheaper for many against one than [`sharing`].
///
/// Cost: linear in the words of all.
#[must_use]
pub fn shares<'b>(of: impl IntoIterator<Item = &'b Body>, with: &Body) -> Vec<f64> {
    let runs = with.runs().collect::<FxHashSet<_>>();
    let share = |body: &Body| match body.words() {
        0 => 0.0,
        words => body.covered(&runs) as f64 / words as f64,
    };
    of.into_iter().map(share).collect()
}

/// An article's body words, block by block, case folded.
#[derive(Clone, Debug, Default)]
pub struct Body {
    blocks: Vec<Vec<Form>>,
}

impl Body {
    /// Takes the body words of an article.
    #[must_use]
    pub fn of(article: &Article, reading: &Reading, lexicon: &Lexicon) -> Self {
        let blocks = article.blocks.iter().zip(&reading.blocks).filter(|(block, _)| !block.body().is_empty());
        let words = |(block, tokens): (&crate::article::Block, &Vec<crate::words::Token>)| {
            let body = tokens.iter().filter(|token| token.start as usize >= block.dateline);
            body.map(|token| lexicon.folds(token.form)).filter(|folds| folds.is_word).map(|folds| folds.case).collect()
        };
        Self { blocks: blocks.map(words).collect() }
    }

    /// Counts the words.
    #[must_use]
    pub fn words(&self) -> usize {
        self.blocks.iter().map(Vec::len).sum()
    }

    /// Every run of [`RUN`] words.
    fn runs(&self) -> impl Iterator<Item = &[Form]> {
        self.blocks.iter().flat_map(|block| block.windows(RUN))
    }

    /// Counts the words that stand in one of the runs.
    fn covered(&self, runs: &FxHashSet<&[Form]>) -> usize {
        let mut covered = 0;
        for block in &self.blocks {
            let mut end = 0;
            for (start, run) in block.windows(RUN).enumerate() {
                if runs.contains(run) {
                    covered += start + RUN - end.max(start);
                    end = start + RUN;
                }
            }
        }
        covered
    }

    /// The fingerprint of every run of a length (Karp and Rabin, "Efficient randomized pattern-matching algorithms", 1987).
    fn fingerprints(&self, length: usize) -> impl Iterator<Item = u128> {
        self.blocks.iter().filter(move |block| block.len() >= length && length > 0).flat_map(move |block| {
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
