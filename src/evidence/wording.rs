//! Swapped wording: what stands in one outlet where another has something else.
//!
//! ```text
//!     The yard said it would wait.
//!     The yard claimed it would wait.      said → claimed
//!     a line of defense | defence          defense → defence, spelling
//! ```
//!
//! Only short runs count, between wording that both have, in linked blocks.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::Place;
use crate::article::Article;
use crate::comparison::{Comparison, Link};
use crate::diff::{Change, Mark, Segment};
use crate::pair::{Pair, Side};
use crate::words;

/// Holds what one article has where another one has something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swap {
    /// The words, in small letters.
    pub words: Pair<String>,
    /// The indices of the two articles.
    pub articles: Pair<usize>,
    /// Whether only the spelling differs.
    pub is_spelling: bool,
    /// Where each stands, one of either for each time.
    pub at: Vec<Pair<Place>>,
}

/// The most words on either side.
const MOST: usize = 3;

/// One place where something is swapped.
#[derive(Clone, Debug)]
pub(super) struct SwapAt {
    articles: Pair<usize>,
    places: Pair<Place>,
    is_spelling: bool,
}

/// Finds what is swapped in the links of two articles. Cost: linear in their text.
pub(super) fn of_pair(articles: Pair<&Article>, indices: Pair<usize>, comparison: &Comparison) -> Vec<SwapAt> {
    comparison.links.iter().flat_map(|link| of_link(articles, indices, link)).collect()
}

/// Only what stands behind the same number of shared words on both sides is swapped.
fn of_link(articles: Pair<&Article>, indices: Pair<usize>, link: &Link) -> Vec<SwapAt> {
    let runs = Pair::from_fn(|side| changed_runs(articles[side], &link.wording.segments[side]));
    let mut right: FxHashMap<usize, &Run> = runs.right.iter().map(|run| (run.shared_before, run)).collect();
    let mut found = Vec::new();
    for left in &runs.left {
        // Before the first shared words nothing says that the two stand for each other.
        let Some(right) = right.remove(&left.shared_before).filter(|_| left.shared_before > 0) else { continue };
        let both = Pair::new(left, right);
        if both.iter().all(|run| run.words <= MOST && run.words > 0) {
            let place = |side: Side| {
                let run = both[side];
                Place { article: indices[side], block: run.block, range: run.range.clone() }
            };
            let is_spelling = both.iter().all(|run| run.change == Change::Spelling);
            found.push(SwapAt { articles: indices, places: Pair::from_fn(place), is_spelling });
        }
    }
    found
}

/// What one side has alone between shared words.
struct Run {
    shared_before: usize,
    block: usize,
    range: Range<usize>,
    words: usize,
    change: Change,
}

fn changed_runs(article: &Article, segments: &[Segment]) -> Vec<Run> {
    let mut shared = 0;
    let mut runs = Vec::new();
    for segment in segments {
        let text = &article.blocks[segment.block].text[segment.range.clone()];
        let words = words::count(text);
        match segment.mark {
            Mark::Only(change @ (Change::Wording | Change::Spelling)) => {
                // Marks around are no words.
                let is_mark = |c: char| !c.is_alphanumeric();
                let start = segment.range.start + text.len() - text.trim_start_matches(is_mark).len();
                let end = segment.range.end - (text.len() - text.trim_end_matches(is_mark).len());
                let range = start..end.max(start);
                // Numbers and days are compared as such.
                let words = if text.contains(|c: char| c.is_numeric()) { usize::MAX } else { words };
                runs.push(Run { shared_before: shared, block: segment.block, range, words, change });
            }
            // What differs in case or marks alone is in both.
            Mark::Shared | Mark::Only(_) => shared += words,
            Mark::Moved | Mark::Elsewhere => {}
        }
    }
    runs
}

/// Puts together what is swapped in the same way between the same two articles, most often first. Cost: n log n in the swaps.
pub(super) fn gathered(articles: &[Article], found: &[SwapAt]) -> Vec<Swap> {
    let mut at: FxHashMap<(Pair<usize>, Pair<String>), usize> = FxHashMap::default();
    let mut swaps: Vec<Swap> = Vec::new();
    for own in found {
        let words = own
            .places
            .as_ref()
            .map(|place| articles[place.article].blocks[place.block].text[place.range.clone()].to_lowercase());
        let index = *at.entry((own.articles, words.clone())).or_insert_with(|| {
            swaps.push(Swap { words, articles: own.articles, is_spelling: own.is_spelling, at: Vec::new() });
            swaps.len() - 1
        });
        swaps[index].at.push(own.places.clone());
    }
    swaps.sort_by_key(|swap| std::cmp::Reverse(swap.at.len()));
    swaps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Story;

    #[test]
    fn short_runs_between_shared_words() {
        let left = "The yard said on Monday that it would build a line of defense for the harbour, and that it was late again.";
        let right = "The yard claimed on Monday that it would build a line of defence for the harbour, and that it was late once more.";
        let story = Story::new("", vec![Article::read("a.txt", left), Article::read("b.txt", right)]);
        let pair = Pair::new(0, 1);
        let found = of_pair(story.pair(pair), pair, &story.compare(pair));
        let swaps = gathered(story.articles(), &found);
        let drawn = |swap: &Swap| format!("{} → {} {}", swap.words.left, swap.words.right, swap.is_spelling);
        assert_eq!(
            swaps.iter().map(drawn).collect::<Vec<_>>(),
            ["said → claimed false", "defense → defence true", "again → once more false",]
        );
    }
}
