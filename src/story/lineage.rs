//! Where an article's words stand besides: in one article taken as the source, in another one, nowhere else.
//!
//! ```text
//!     B   306 words   ██████████████░░░░▒▒····   in A verbatim, edited, moved; in others; only here
//! ```
//!
//! Sharing has no direction. The source is the article that the reader chooses, or the one that is
//! [proposed](super::proposal); nothing here says who wrote first. Two articles that agree with each other
//! against the source in spelling or wording may both come from a text that is not in the folder: such [`Trace`]s are
//! named.

use std::collections::BTreeMap;

use super::{BaseComparisons, Story};
use crate::article::Article;
use crate::comparison::{Comparison, Relation};
use crate::diff::Spot;
use crate::pair::Side;
use crate::sharing::{self, Carried, SharedRun};
use crate::words;

/// Holds where an article's body words stand besides, in words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordParts {
    /// In a verbatim link with the source, in its order.
    pub verbatim: usize,
    /// In runs of five and more that the source has too in its body, in blocks that were edited.
    pub edited: usize,
    /// The same in blocks that moved.
    pub moved: usize,
    /// In none of these, but in a run that another article has, or the source in a headline, a heading or a caption.
    pub elsewhere: usize,
    /// In none: only here.
    pub own: usize,
    /// Of those in the source, how many stand inside quotation marks.
    pub quoted: usize,
}

impl WordParts {
    /// Returns all body words.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.verbatim + self.edited + self.moved + self.elsewhere + self.own
    }

    /// Counts the words that stand in the source.
    #[must_use]
    pub const fn of_source(&self) -> usize {
        self.verbatim + self.edited + self.moved
    }
}

/// Sorts the words of each other article by where else they stand. The base is taken as the source.
///
/// Cost: linear in the words of all articles.
#[must_use]
pub fn parts(seen: &BaseComparisons<'_>) -> Vec<(usize, WordParts)> {
    let texts = &seen.story.runs;
    let carried = Carried::new(texts);
    let of = |(article, comparison): (usize, &Comparison)| {
        let text = &texts[article];
        let mut parts = WordParts { quoted: comparison.sharing.quoted.right, ..WordParts::default() };
        for run in &comparison.sharing.runs.right {
            *match link_of(comparison, run.block) {
                Some((_, true)) => &mut parts.moved,
                Some((Relation::Verbatim, false)) => &mut parts.verbatim,
                _ => &mut parts.edited,
            } += run.words;
        }
        let in_source = sharing::marked(text, &comparison.sharing.runs.right);
        let elsewhere = carried.elsewhere(text);
        parts.elsewhere = elsewhere.iter().zip(&in_source).filter(|&(&there, &in_source)| there && !in_source).count();
        parts.own = text.body_words() - parts.of_source() - parts.elsewhere;
        (article, parts)
    };
    seen.others().map(of).collect()
}

fn link_of(comparison: &Comparison, block: usize) -> Option<(Relation, bool)> {
    let link = &comparison.links[comparison.link_of(Side::Right, block)?];
    Some((link.relation, link.moved))
}

/// Holds what two and more articles have alike where the source has something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// The source's block, from 0.
    pub block: usize,
    /// What the source has there.
    pub source: String,
    /// What the others have.
    pub others: String,
    /// Which articles they are, by index.
    pub articles: Vec<usize>,
}

/// Lists the traces, in the order of the base, which is taken as the source.
///
/// Cost: linear in what differs.
#[must_use]
pub fn traces(seen: &BaseComparisons<'_>) -> Vec<Trace> {
    let articles = seen.story.articles();
    let mut met: BTreeMap<(Spot, String), Vec<usize>> = BTreeMap::new();
    for (article, comparison) in seen.others() {
        for gap in comparison.links.iter().flat_map(|link| link.wording.gaps()) {
            if let Some(others) = within_block(&articles[article], &gap.right).filter(|text| tells(text)) {
                met.entry((gap.left, others.to_owned())).or_default().push(article);
            }
        }
    }
    let source = &articles[seen.base];
    let trace = |((at, others), articles): ((Spot, String), Vec<usize>)| {
        let own = within_block(source, &at)?.to_owned();
        (articles.len() > 1).then_some(Trace { block: at.start.0, source: own, others, articles })
    };
    met.into_iter().filter_map(trace).collect()
}

/// Returns the text of a spot, if it lies within one block.
fn within_block<'s>(article: &'s Article, spot: &Spot) -> Option<&'s str> {
    (spot.start.0 == spot.end.0).then(|| article.blocks[spot.start.0].text[spot.start.1..spot.end.1].trim())
}

/// Tells whether a text is more than a small word or a mark: two that agree in a comma agree by chance.
fn tells(text: &str) -> bool {
    words::tokens(text).any(|piece| piece.is_word() && piece.text.chars().count() > 3)
}

/// Returns how much of an article's shared wording stands where: the share of shared words in each of so many parts of
/// equal length, from the lead to the end.
#[must_use]
pub fn profile(story: &Story, article: usize, runs: &[SharedRun], parts: usize) -> Vec<f64> {
    let shared = sharing::marked(&story.runs[article], runs);
    let parts = parts.max(1);
    let bound = |part: usize| part * shared.len() / parts;
    let share = |words: &[bool]| {
        let count = words.iter().filter(|&&word| word).count();
        if words.is_empty() { 0.0 } else { count as f64 / words.len() as f64 }
    };
    (0..parts).map(|part| share(&shared[bound(part)..bound(part + 1)])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_add_up() {
        let parts = WordParts { verbatim: 1, edited: 20, moved: 300, elsewhere: 4000, own: 50_000, quoted: 7 };
        assert_eq!(parts.of_source(), 321);
        assert_eq!(parts.total(), 54_321);
    }

    #[test]
    fn the_profile_is_the_share_of_each_part() {
        let shared = "the ferries would be renewed before the next winter";
        let texts = [
            format!("{shared} nobody asked any of the islanders what they think"),
            format!("It says that {shared} comes."),
        ];
        let story = Story::new("-", texts.iter().map(|text| Article::read("-", text)).collect());
        let runs = story.compare(crate::pair::Pair::new(0, 1)).sharing.runs.left;
        assert_eq!(profile(&story, 0, &runs, 2), [1.0, 0.0]);
        assert_eq!(profile(&story, 0, &runs, 1), [0.5]);
        assert_eq!(profile(&story, 0, &[], 3), [0.0; 3]);
    }

    #[test]
    fn a_small_word_or_a_mark_tells_nothing() {
        for (text, expected) in
            [("eleven", true), ("the", false), (", –", false), ("2019", true), ("47", false), ("of the ferry", true)]
        {
            assert_eq!(tells(text), expected, "{text}");
        }
    }
}
