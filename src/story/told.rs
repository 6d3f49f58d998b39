//! What of a block stands elsewhere in other articles, although they have not its passage: it is not "only here", and not
//! "not found" there.
//!
//! ```text
//!     A ¶7   [Divers had found cracks of up to thirty centimetres] in both.      B ¶2 has the words in brackets
//!            8 of its 10 words stand in B: 2 remain, and ¶7 is in no list of what B has not
//! ```

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::Story;
use crate::run_index::{RUN, RunIndex};

/// The words of a block that must remain where part of it stands elsewhere, or nothing is listed of it.
const REMAINING: usize = 10;

/// Holds what remains of a block of which part stands elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rest {
    /// Whether that is too little for the block to be said to stand nowhere else.
    pub is_told: bool,
    /// Whether any of it stands there, and not only once more in its own article.
    pub is_there: bool,
    /// Its words.
    words: u32,
    /// The bytes of its longest part.
    longest: (u32, u32),
}

impl Rest {
    /// Adds what is found of words elsewhere to what is known of repetitions.
    fn add(&mut self, found: Self) {
        self.is_told |= found.is_told;
        self.is_there |= found.is_there;
        (self.words, self.longest) = (found.words, found.longest);
    }

    /// Returns how many words remain.
    pub const fn words(&self) -> usize {
        self.words as usize
    }

    /// Returns where the longest part is, in bytes; empty if nothing remains.
    pub const fn longest(&self) -> Range<usize> {
        self.longest.0 as usize..self.longest.1 as usize
    }
}

/// Holds which blocks are told elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Told {
    /// By articles, blocks and other articles in which part of them stands.
    within: FxHashMap<(u32, u32, u32), Rest>,
    /// By articles and blocks of which others, or their own article before, have part.
    anywhere: FxHashMap<(u32, u32), Rest>,
}

/// Collects which words of a block stand elsewhere, run by run.
#[derive(Debug)]
struct Covered {
    /// Up to which word.
    end: usize,
    /// How many.
    words: usize,
    /// The longest stretch between them, in words.
    gap: Range<usize>,
}

impl Covered {
    const fn new(start: usize) -> Self {
        Self { end: start, words: 0, gap: start..start }
    }

    fn pass_gap(&mut self, to: usize) {
        if to.saturating_sub(self.end) > self.gap.len() {
            self.gap = self.end..to;
        }
    }

    /// Covers the run that begins at a word; they come in order.
    fn cover(&mut self, start: usize) {
        self.pass_gap(start);
        self.words += start + RUN - self.end.max(start);
        self.end = start + RUN;
    }

    /// Returns what remains of the block.
    fn rest(mut self, runs: &RunIndex, block: usize) -> Rest {
        let all = runs.words_of(block);
        self.pass_gap(all.end);
        let bytes = if self.gap.is_empty() { 0..0 } else { runs.bytes(&self.gap) };
        let words = all.len() - self.words;
        Rest {
            is_told: words < REMAINING,
            is_there: true,
            words: words as u32,
            longest: (bytes.start as u32, bytes.end as u32),
        }
    }
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
            let headline = |article: usize| story.articles()[article].headline_index();
            if let Some(block) = headline(article) {
                let has_none = |other: usize| headline(other).is_none();
                told.tell_headline(article, block, story.runs.len(), has_none);
            }
            for (block, is_again) in story.repeated(article, is_linked).enumerate() {
                if is_again {
                    told.tell_again(article, block, story.runs.len(), |other| has_passage(article, block, other));
                }
            }
            for block in 0..runs.blocks() {
                told.add(article, block, runs, &carriers, |other| has_passage(article, block, other));
            }
        }
        told
    }

    /// Notes that a headline stands opposite those of the others: what its words are, a row of its own shows. Where none of the
    /// others has one, it is a block as any.
    fn tell_headline(&mut self, article: usize, block: usize, articles: usize, has_none: impl Fn(usize) -> bool) {
        let (of, key) = (article as u32, block as u32);
        for other in (0..articles).filter(|&other| other != article && !has_none(other)) {
            self.within.entry((of, key, other as u32)).or_default().is_told = true;
            self.anywhere.entry((of, key)).or_default().is_told = true;
        }
    }

    /// Notes that a block says again what its article said before: of what another lacks it lacks that once.
    fn tell_again(&mut self, article: usize, block: usize, articles: usize, has_passage: impl Fn(usize) -> bool) {
        let (of, key) = (article as u32, block as u32);
        self.anywhere.entry((of, key)).or_default().is_told = true;
        for other in (0..articles).filter(|&other| other != article && !has_passage(other)) {
            self.within.entry((of, key, other as u32)).or_default().is_told = true;
        }
    }

    fn add(
        &mut self,
        article: usize,
        block: usize,
        runs: &RunIndex,
        carriers: &FxHashMap<u64, Vec<u32>>,
        has_passage: impl Fn(usize) -> bool,
    ) {
        let first = runs.words_of(block).start;
        let mut within: FxHashMap<u32, Covered> = FxHashMap::default();
        let mut anywhere: Option<Covered> = None;
        for start in runs.starts(block) {
            let others = carriers.get(&runs.fingerprint(start)).into_iter().flatten();
            let others = others.filter(|&&other| other as usize != article && !has_passage(other as usize));
            let mut has_any = false;
            for &other in others {
                has_any = true;
                within.entry(other).or_insert_with(|| Covered::new(first)).cover(start);
            }
            if has_any {
                anywhere.get_or_insert_with(|| Covered::new(first)).cover(start);
            }
        }
        let (article, key) = (article as u32, block as u32);
        for (other, covered) in within {
            self.within.entry((article, key, other)).or_default().add(covered.rest(runs, block));
        }
        if let Some(covered) = anywhere {
            self.anywhere.entry((article, key)).or_default().add(covered.rest(runs, block));
        }
    }

    /// Returns what remains of a block without what stands in another article; `None` if nothing of it does.
    pub fn within(&self, article: usize, block: usize, other: usize) -> Option<&Rest> {
        self.within.get(&(article as u32, block as u32, other as u32))
    }

    /// Returns what remains of a block without what stands in any other article, or before it in its own; `None` if nothing of it
    /// does.
    pub fn anywhere(&self, article: usize, block: usize) -> Option<&Rest> {
        self.anywhere.get(&(article as u32, block as u32))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

    #[test]
    fn the_longest_part_between_what_stands_elsewhere_remains() {
        let [one, other] = ["and the bell rang twice again", "while the old ferry lay idle"];
        let text = format!("He woke, {one}, but nobody came down to the quay for it, {other}.");
        let story =
            Story::new("-", vec![Article::read("-", &text), Article::read("-", &format!("{one} x\n\n{other} y"))]);
        let told = Told::new(&story, |_, _, _| false);
        let rest = told.within(0, 0, 1).expect("two runs stand there");
        assert_eq!((&text[rest.longest()], rest.is_told), ("but nobody came down to the quay for it", false));
        assert_eq!(told.anywhere(0, 0), Some(rest));
        let whole = told.within(1, 0, 0).expect("it stands there but for a word");
        assert!(whole.is_told);
    }

    #[test]
    fn what_is_said_again_does_not_stand_elsewhere_for_that() {
        let [gulls, boats] = ["The gulls came back to the quay in May.", "Nobody paid for the new boats in spring."];
        let texts = [format!("{gulls}\n\n{boats}\n\n{gulls}"), "The pool opens after two years.".to_owned()];
        let story = Story::new("-", texts.iter().map(|text| Article::read("-", text)).collect());
        let told = Told::new(&story, |_, _, _| false);
        let again = told.within(0, 2, 1).expect("it is said again");
        assert_eq!((again.is_told, again.is_there), (true, false));
        assert_eq!(told.within(0, 0, 1), None);
    }
}
