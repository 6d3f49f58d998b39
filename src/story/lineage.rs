//! Where an article's words stand besides: in one article taken as the source, in another one, nowhere else.
//!
//! ```text
//!     B   306 words   ██████▓▓▓▓▓▒▒▒░░░╌╌╌····   in A verbatim, edited, moved, elsewhere; in others; only here
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
use crate::elsewhere::ElsewhereRun;
use crate::pair::Side;
use crate::run_index::RunIndex;
use crate::sharing::{self, Carried, SharedRun};
use crate::words;

/// Holds where an article's body words stand besides, in words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordParts {
    /// In a verbatim link with the source, in its order.
    pub verbatim: usize,
    /// In runs of five and more that the source has too, in linked blocks that were edited.
    pub edited: usize,
    /// The same in linked blocks that moved.
    pub moved: usize,
    /// In runs of five and more that stand elsewhere in the source than where a link looks for them, as
    /// [`Elsewhere`](crate::elsewhere::Elsewhere) has them: in blocks in no link, in linked ones, in its headline or a caption.
    pub elsewhere: usize,
    /// In none of these, but in a run that another article has.
    pub others: usize,
    /// In none: only here.
    pub own: usize,
    /// Of those in the source, how many stand inside quotation marks.
    pub quoted: usize,
}

impl WordParts {
    /// Returns all body words.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.of_source() + self.others + self.own
    }

    /// Counts the words that stand in the source.
    #[must_use]
    pub const fn of_source(&self) -> usize {
        self.verbatim + self.edited + self.moved + self.elsewhere
    }
}

/// Sorts the words of each other article by where else they stand. The base is taken as the source.
///
/// Cost: linear in the words of all articles.
#[must_use]
pub fn parts(seen: &BaseComparisons<'_>) -> Vec<(usize, WordParts)> {
    let texts = &seen.story.runs;
    let carried = Carried::new(texts);
    let of = |(article, comparison)| {
        let in_source = sharing::standing_in(&texts[article], &texts[seen.base]);
        (article, parts_of(&texts[article], &in_source, &carried, comparison))
    };
    seen.others().map(of).collect()
}

/// Sorts the words of an article, the right one of a comparison with the source; of each it is known whether it stands there in a run.
///
/// A word in no link that stands in a run which the source has is elsewhere too where a longer run takes the run's other words.
fn parts_of(text: &RunIndex, in_source: &[bool], carried: &Carried, comparison: &Comparison) -> WordParts {
    let mut parts = WordParts::default();
    let elsewhere = words_elsewhere(text, &comparison.elsewhere.runs.right);
    let carried = carried.elsewhere(text);
    let words = (0..text.blocks()).flat_map(|block| text.body_of(block).map(move |word| (block, word)));
    for (index, (block, word)) in words.enumerate() {
        let link = link_of(comparison, block);
        let is_elsewhere = elsewhere[word] || (in_source[index] && link.is_none());
        *match link {
            _ if is_elsewhere => &mut parts.elsewhere,
            Some((_, true)) if in_source[index] => &mut parts.moved,
            Some((Relation::Verbatim, false)) if in_source[index] => &mut parts.verbatim,
            Some(_) if in_source[index] => &mut parts.edited,
            _ if carried[index] => &mut parts.others,
            _ => &mut parts.own,
        } += 1;
        if is_elsewhere || in_source[index] {
            parts.quoted += text.quoted_in(&(word..word + 1));
        }
    }
    parts
}

/// Tells for each word of an article, of whatever block, whether it stands in one of the runs.
fn words_elsewhere(text: &RunIndex, runs: &[ElsewhereRun]) -> Vec<bool> {
    let mut marked = vec![false; text.len()];
    for run in runs {
        marked[text.words_in(run.block, &run.range)].fill(true);
    }
    marked
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
        let parts =
            WordParts { verbatim: 1, edited: 20, moved: 300, elsewhere: 4000, others: 50_000, own: 600_000, quoted: 7 };
        assert_eq!(parts.of_source(), 4321);
        assert_eq!(parts.total(), 654_321);
    }

    #[test]
    fn elsewhere_is_what_the_reader_marks() {
        let order = "The order for three boats was signed on Monday by the mayor of Holm.";
        let bees = "A retired pilot sells honey in the old customs house on three mornings of the week.";
        let stock = "at the end of the day";
        let away = "Nobody can remember a winter in which the mail boat stayed away for eleven days.";
        let texts = [
            format!(
                "{order}\n\n{bees}\n\nThe ferry company wants to know {stock}, as it was in the past, who had paid for paint, rope, nails and both anchors."
            ),
            // The first paragraph has a run of the source's second one besides; the second one is in no link.
            format!(
                "{order} “As it was in the past!”\n\n\
                 Nobody could say, {stock}, why the new lamps on the mole had gone out after an hour of rain.\n\n{away}"
            ),
            format!("School was out.\n\n{away}"),
        ];
        let story = Story::new("-", texts.iter().map(|text| Article::read("-", text)).collect());
        let seen = story.seen_from(0);
        let marked: usize = seen.with(1).expect("it is another").elsewhere.runs.right.iter().map(|run| run.words).sum();
        let [(1, parts), (2, _)] = parts(&seen)[..] else { panic!("two others") };
        let expected = WordParts { verbatim: 0, edited: 14, moved: 0, elsewhere: 12, others: 15, own: 18, quoted: 6 };
        assert_eq!((parts, marked), (expected, 12));
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
