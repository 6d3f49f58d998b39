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
//! are what text-reuse work on newspapers settled on as unlikely to be chance (Clough and others, "METER: measuring
//! text reuse", 2002).

mod longest;
mod longest_runs;
mod plain;
mod stretches;

use std::ops::Range;

use rustc_hash::FxHashMap;

use longest::longest_run;
pub use longest_runs::{CommonRun, RunPlace, longest_runs};
pub use plain::only_in;
use stretches::Stretch;

use crate::pair::Pair;
use crate::run_index::{RUN, RunIndex};

/// Holds the wording that two articles share.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sharing {
    /// Body words of each.
    pub words: Pair<usize>,
    /// How many of them stand in shared runs.
    pub shared: Pair<usize>,
    /// How many of these stand inside quotation marks: what two reports share is often what somebody said to both.
    pub quoted: Pair<usize>,
    /// The words of the longest run that both have.
    pub longest_run: usize,
    /// Where the shared runs stand in each article, in reading order; runs that overlap are one.
    pub runs: Pair<Vec<SharedRun>>,
}

/// Holds a stretch of a block whose every word stands in a run that the other article has too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedRun {
    /// The index of its block.
    pub block: usize,
    /// Where it stands in the block's text, in bytes.
    pub range: Range<usize>,
    /// Its words.
    pub words: usize,
    /// Where its words are in the index.
    stretch: Stretch,
}

impl Sharing {
    /// Returns the share of each article's body words that the other has too, 0 to 1.
    #[must_use]
    pub fn shares(&self) -> Pair<f64> {
        self.shared.zip(self.words).map(|(shared, words)| if words == 0 { 0.0 } else { shared as f64 / words as f64 })
    }

    /// Returns the share of each article's body words that the other has too and that stand inside quotation marks, 0
    /// to 1.
    #[must_use]
    pub fn quoted_shares(&self) -> Pair<f64> {
        self.quoted.zip(self.words).map(|(quoted, words)| if words == 0 { 0.0 } else { quoted as f64 / words as f64 })
    }

    /// Counts the body words of each in runs that stand outside quotation marks in both; what is said again counts once. Looked for
    /// when somebody asks.
    ///
    /// Cost: linear in the shared words.
    #[must_use]
    pub fn plain(&self, texts: Pair<&RunIndex>) -> Pair<usize> {
        plain::of_each(texts, &self.runs.as_ref().map(|runs| runs.iter().map(|run| run.stretch.clone()).collect()))
    }

    /// Returns the same with the sides exchanged.
    #[must_use]
    pub fn swap(self) -> Self {
        Self {
            words: self.words.swap(),
            shared: self.shared.swap(),
            quoted: self.quoted.swap(),
            runs: self.runs.swap(),
            ..self
        }
    }
}

/// Counts the wording that two articles share, and finds where it stands.
///
/// Cost: linear in the words; the longest run adds two passes over the shared ones for each binary digit of its length, unless the
/// longest stretch on either side is one.
#[must_use]
pub fn sharing(texts: Pair<&RunIndex>) -> Sharing {
    let found = found(texts);
    // A run of five and more is known by now.
    let longest_run = if found.longest_run > 0 {
        found.longest_run
    } else {
        let bodies = texts.map(|text| (0..text.blocks()).map(|block| text.forms(&text.body_of(block))).collect());
        longest_run(&bodies, 0, RUN)
    };
    let Found { shared, quoted, stretches, .. } = found;
    let runs = texts.zip(stretches).map(|(text, found)| stretches::located(text, found));
    Sharing { words: texts.map(RunIndex::body_words), shared, quoted, longest_run, runs }
}

/// Tells for each body word of an article, in reading order, whether it stands in one of the runs.
#[must_use]
pub fn marked(text: &RunIndex, runs: &[SharedRun]) -> Vec<bool> {
    stretches::marked(text, runs.iter().map(|run| &run.stretch))
}

/// Tells for each body word of an article, in reading order, whether it stands in a run that another one has in a block of any
/// kind but furniture. Cost: linear in the words.
#[must_use]
pub fn standing_in(text: &RunIndex, other: &RunIndex) -> Vec<bool> {
    let starts = (0..text.blocks()).flat_map(|block| text.starts(block));
    let standing = starts.filter(|&start| other.places(text, start).next().is_some());
    stretches::marked(text, &stretches::joined(standing))
}

/// Holds how much wording two articles share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// The body words of each that stand in shared runs.
    pub shared: Pair<usize>,
    /// How many of these stand inside quotation marks.
    pub quoted: Pair<usize>,
    /// The body words of each in runs that stand outside quotation marks in both; what is said again counts once.
    pub plain: Pair<usize>,
    /// The words of the longest run of five and more; 0 if there is none.
    pub longest_run: usize,
}

/// Counts the wording that two articles share, without looking for runs shorter than those that count.
///
/// Most pairs of a large story share nothing, and saying so is most of the work.
#[must_use]
pub fn counted(texts: Pair<&RunIndex>) -> Counted {
    let Found { shared, quoted, longest_run, stretches } = found(texts);
    Counted { shared, quoted, plain: plain::of_each(texts, &stretches), longest_run }
}

/// Shared wording, and where it stands.
struct Found {
    shared: Pair<usize>,
    quoted: Pair<usize>,
    /// 0 if there is no run of five and more.
    longest_run: usize,
    stretches: Pair<Vec<Stretch>>,
}

fn found(texts: Pair<&RunIndex>) -> Found {
    let mut met = vec![false; texts.left.len()];
    let (right, seen) = stretches::shared(texts.right, texts.left, |place| met[place] = true);
    let left = if right.is_empty() { Vec::new() } else { stretches::met(texts.left, met) };
    let stretches = Pair::new(left, right);
    let shared = stretches.as_ref().map(|found| words_in(found));
    let quoted = texts.zip(stretches.as_ref()).map(|(text, found)| found.iter().map(|at| text.quoted_in(at)).sum());
    let longest = stretches.as_ref().map(|found| found.iter().map(Stretch::len).max().unwrap_or(0));
    let longest_run = if stretches.left.is_empty() {
        0
    } else {
        // A run of five and more stands within the shared ones.
        let within = texts.zip(stretches.as_ref()).map(|(text, found)| found.iter().map(|at| text.forms(at)).collect());
        longest_run(&within, seen, longest.left.min(longest.right) + 1)
    };
    Found { shared, quoted, longest_run, stretches }
}

fn words_in(stretches: &[Stretch]) -> usize {
    stretches.iter().map(Stretch::len).sum()
}

/// Returns the share of each article's body words that another has too, 0 to 1: cheaper for many against one than
/// [`sharing`].
///
/// Cost: linear in the words of all.
#[must_use]
pub fn shares<'t>(of: impl IntoIterator<Item = &'t RunIndex>, with: &RunIndex) -> Vec<f64> {
    let share = |text: &RunIndex| match text.body_words() {
        0 => 0.0,
        words => words_in(&stretches::shared(text, with, |_| ()).0) as f64 / words as f64,
    };
    of.into_iter().map(share).collect()
}

/// Holds how many of some articles have each run of five words, in a block of any kind but furniture.
#[derive(Debug)]
pub struct Carried {
    articles: FxHashMap<u64, u32>,
}

impl Carried {
    /// Counts the runs of all articles. Cost: linear in their words.
    #[must_use]
    pub fn new(texts: &[RunIndex]) -> Self {
        let mut articles = FxHashMap::default();
        for text in texts {
            for start in
                (0..text.blocks()).flat_map(|block| text.starts(block)).filter(|&start| !text.is_run_again(start))
            {
                *articles.entry(text.fingerprint(start)).or_default() += 1;
            }
        }
        Self { articles }
    }

    /// Tells for each body word of one of the articles, in reading order, whether it stands in a run that another one has too.
    #[must_use]
    pub fn elsewhere(&self, text: &RunIndex) -> Vec<bool> {
        let is_carried =
            |start: usize| self.articles.get(&text.fingerprint(start)).is_some_and(|&articles| articles > 1);
        let starts = (0..text.blocks()).flat_map(|block| text.starts(block));
        stretches::marked(text, &stretches::joined(starts.filter(|&start| is_carried(start))))
    }

    /// Counts for each body word of one of the articles, in reading order, how many others have a run that it stands in: of
    /// several runs the one that most have.
    #[must_use]
    pub fn others(&self, text: &RunIndex) -> Vec<u32> {
        let mut others = vec![0; text.len()];
        for start in (0..text.blocks()).flat_map(|block| text.starts(block)) {
            let having = self.articles.get(&text.fingerprint(start)).map_or(0, |articles| articles - 1);
            others[start..start + RUN].iter_mut().for_each(|word: &mut u32| *word = having.max(*word));
        }
        (0..text.blocks()).flat_map(|block| &others[text.body_of(block)]).copied().collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::article::Article;
    use crate::words::Lexicon;

    fn share(left: &str, right: &str) -> Sharing {
        sharing(indices(left, right).as_ref())
    }

    fn indices(left: &str, right: &str) -> Pair<RunIndex> {
        let articles = Pair::new(left, right).map(|text| Article::read("-", text));
        let mut lexicon = Lexicon::default();
        let readings = articles.as_ref().map(|article| lexicon.read(article));
        let texts = articles.as_ref().zip(readings.as_ref());
        texts.map(|(article, reading)| RunIndex::new(article, reading, &lexicon))
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
    fn what_stands_inside_quotation_marks_is_counted_apart() {
        let sharing = share(
            "The mayor said: “The ferries will sail in spring,” and nobody at the quay believed it.",
            "“The ferries will sail in spring”, the mayor said; nobody at the quay believed it.",
        );
        assert_eq!((sharing.shared, sharing.quoted), (Pair::new(12, 12), Pair::new(6, 6)));
        let paraphrased = share("“The ferries will sail in spring.”", "The ferries will sail in spring.");
        assert_eq!((paraphrased.shared, paraphrased.quoted), (Pair::new(6, 6), Pair::new(6, 0)));
    }

    #[test]
    fn what_either_quotes_or_says_again_is_not_counted_as_plain() {
        let own = "The ferries will sail in spring, and nobody at the quay believed it.";
        // The words that each has in shared runs, and in plain ones.
        let counts = |left: &str, right: &str| {
            let texts = indices(left, right);
            let counted = super::counted(texts.as_ref());
            assert_eq!(sharing(texts.as_ref()).plain(texts.as_ref()), counted.plain);
            (counted.shared, counted.plain)
        };
        assert_eq!(counts(own, own).1, Pair::new(13, 13));
        let (quoted, plain) = (format!("She wrote: “{own}”"), format!("{own} So they say."));
        assert_eq!(counts(&quoted, own), (Pair::new(13, 13), Pair::new(0, 0)));
        assert_eq!(counts(&format!("{quoted}\n{plain}"), own).1, Pair::new(13, 13));
        assert_eq!(counts(&format!("{own}\nSo they say.\n{own}"), own), (Pair::new(26, 13), Pair::new(13, 13)));
        // What is new behind what was said already counts by itself.
        let longer = "One two three four five six.\nTwo three four five six seven.";
        assert_eq!(counts(longer, "One two three four five six seven."), (Pair::new(12, 7), Pair::new(7, 7)));
    }

    #[test]
    fn the_longest_run_is_told_by_its_words() {
        // The numbers of the words are those of their places. Weighed by a base of many bits, those of the pairs beside each
        // other here and there were alike: 225 times that base is 233 less than a multiple of the prime that sums were taken by.
        let words: Vec<String> = (0..520).map(|number| format!("w{number}")).collect();
        for at in 0..280 {
            let other = [(at + 7, at), (at + 225, at + 234)].map(|(one, two)| format!("{} {}", words[one], words[two]));
            assert_eq!(share(&words.join(" "), &other.join(" x ")).longest_run, 1, "{at}");
        }
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

    /// Returns the longest common run, and the words in runs of five, one word after another.
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
