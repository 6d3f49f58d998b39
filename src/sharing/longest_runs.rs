//! The longest runs of words that two articles have in common, with where they stand in both.
//!
//! ```text
//!     left ¶2     The order [was signed on Monday by the mayor of the town] and is final.
//!     right ¶7    Nothing [was signed on Monday by the mayor of the town], it is said.       10 words
//! ```

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::pair::{Pair, Side};
use crate::run_index::{RUN, RunIndex};

/// How many places of a run are tried, and how many words on from each.
const PLACES: usize = 4;
const AHEAD: usize = 32;

/// How many words before the first five that were met a run may begin.
const BACK: usize = 32;

/// Holds a run of words that two articles have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommonRun {
    /// Its words.
    pub words: usize,
    /// Where it stands in each article.
    pub at: Pair<RunPlace>,
}

/// Holds where a run stands in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunPlace {
    /// The index of its block.
    pub block: usize,
    /// Where it stands in the block's text, in bytes.
    pub range: Range<usize>,
}

impl CommonRun {
    /// Returns the same with the sides exchanged.
    #[must_use]
    pub fn swap(self) -> Self {
        Self { at: self.at.swap(), ..self }
    }
}

/// Words of the left article that stand on the right as well.
#[derive(Clone, Copy)]
struct Match {
    at: Pair<usize>,
    words: usize,
}

impl Match {
    fn words(&self) -> Pair<Range<usize>> {
        self.at.map(|start| start..start + self.words)
    }
}

/// Returns the longest runs of five body words and more that two articles have in common, the longest first, at most so many.
/// None overlaps a longer one on both sides.
///
/// Cost: linear in the words, with the logarithm of the number of runs.
#[must_use]
pub fn longest_runs(texts: Pair<&RunIndex>, most: usize) -> Vec<CommonRun> {
    let mut found = matches(texts);
    found.sort_by_key(|run| (Reverse(run.words), run.at.left, run.at.right));
    let mut taken: Vec<Match> = Vec::new();
    // Of each side where the runs that are taken begin and end; these do not overlap.
    let mut covered: Pair<BTreeMap<usize, usize>> = Pair::default();
    for run in found {
        if taken.len() == most {
            break;
        }
        let words = run.words();
        // Runs with words in common on either side are told by one of them.
        if Side::BOTH.into_iter().any(|side| meets(&covered[side], &words[side])) {
            continue;
        }
        for side in Side::BOTH {
            covered[side].insert(words[side].start, words[side].end);
        }
        taken.push(run);
    }
    let place = |text: &RunIndex, words: Range<usize>| RunPlace {
        block: text.block_of(words.start),
        range: text.bytes(&words),
    };
    let run =
        |run: Match| CommonRun { words: run.words, at: texts.zip(run.words()).map(|(text, words)| place(text, words)) };
    taken.into_iter().map(run).collect()
}

/// Tells whether a range has anything in common with ranges that do not overlap, by their beginnings.
fn meets(covered: &BTreeMap<usize, usize>, range: &Range<usize>) -> bool {
    covered.range(..range.end).next_back().is_some_and(|(_, &end)| end > range.start)
}

/// Returns runs that go on as far as both articles agree, in the order of the left one.
fn matches(texts: Pair<&RunIndex>) -> Vec<Match> {
    let (own, other) = (texts.left, texts.right);
    let mut found: Vec<Match> = Vec::new();
    let mut goes_on = false;
    for start in (0..own.blocks()).flat_map(|block| own.body_starts(block)) {
        let next = own.forms(&(start + RUN - 1..start + RUN));
        let last = found.last_mut().filter(|run| {
            goes_on
                && run.at.left + run.words == start + RUN - 1
                && other.forms_from(run.at.right + run.words).starts_with(next)
        });
        if let Some(run) = last {
            run.words += 1;
            continue;
        }
        let begun = begun(texts, start);
        goes_on = begun.is_some();
        found.extend(begun);
    }
    found
}

/// Returns a run that begins with five words, or somewhat before them, at the place where most of what follows agrees.
fn begun(texts: Pair<&RunIndex>, start: usize) -> Option<Match> {
    let (own, other) = (texts.left, texts.right);
    let body = |place: usize| other.body_of(other.block_of(place));
    let ahead = |place: &usize| {
        let both = own.forms_from(start).iter().zip(other.forms_from(*place)).take(AHEAD);
        both.take_while(|(one, there)| one == there).count()
    };
    let places = other.places(own, start).take(PLACES).filter(|&place| body(place).contains(&place));
    let there = places.max_by_key(|place| (ahead(place), Reverse(*place))).or_else(|| other.body_place(own, start))?;
    let most = (start - own.body_of(own.block_of(start)).start).min(there - body(there).start).min(BACK);
    let same = |back: &usize| {
        let word = |place: usize| place - back..place - back + 1;
        own.forms(&word(start)) == other.forms(&word(there))
    };
    let back = (1..=most).take_while(same).count();
    Some(Match { at: Pair::new(start - back, there - back), words: RUN + back })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::article::Article;
    use crate::words::Lexicon;

    fn indices(texts: Pair<&str>) -> Pair<RunIndex> {
        let articles = texts.map(|text| Article::read("-", text));
        let mut lexicon = Lexicon::default();
        let readings = articles.as_ref().map(|article| lexicon.read(article));
        articles.as_ref().zip(readings.as_ref()).map(|(article, reading)| RunIndex::new(article, reading, &lexicon))
    }

    /// The runs as `words ¶left ¶right wording`.
    #[track_caller]
    fn check(left: &str, right: &str, expected: &[&str]) {
        let articles = Pair::new(left, right).map(|text| Article::read("-", text));
        let runs = longest_runs(indices(Pair::new(left, right)).as_ref(), 3);
        let told = |run: CommonRun| {
            let blocks = run.at.as_ref().map(|at| at.block);
            let text = &articles.left.blocks[blocks.left].text[run.at.left.range];
            format!("{} ¶{} ¶{} {text}", run.words, blocks.left + 1, blocks.right + 1)
        };
        assert_eq!(runs.into_iter().map(told).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_longest_comes_first_and_none_is_told_twice() {
        check(
            "One two three four five six here.\nThe quay was closed by a storm on Monday night.",
            "So the quay was closed by a storm on Monday.\nOne two three four five, six.",
            &["9 ¶2 ¶1 The quay was closed by a storm on Monday", "6 ¶1 ¶2 One two three four five six"],
        );
        check(
            "One two three four five six.",
            "One two three four five six x. One two three four five six.",
            &["6 ¶1 ¶1 One two three four five six"],
        );
        check("One two three four.", "One two three four.", &[]);
    }

    #[test]
    fn a_run_that_stands_in_pieces_there_is_told_from_its_first_word() {
        check("a b c d e f g h i j.", "a b c d e f x. b c d e f g h i j.", &["9 ¶1 ¶1 b c d e f g h i j"]);
    }

    proptest! {
        #[test]
        fn the_first_is_as_long_as_the_longest(left in "([a-h] ){0,40}", right in "([a-h] ){0,40}") {
            let texts = indices(Pair::new(left.as_str(), right.as_str()));
            let longest = crate::sharing::counted(texts.as_ref()).longest_run;
            let runs = longest_runs(texts.as_ref(), 12);
            prop_assert_eq!(runs.first().map_or(0, |run| run.words), longest);
            prop_assert!(runs.iter().map(|run| run.words).rev().is_sorted());
        }
    }
}
