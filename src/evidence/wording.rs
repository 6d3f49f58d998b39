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
use crate::comparison::{Comparison, Link};
use crate::diff::{Change, Mark, Segment};
use crate::pair::{Pair, Side};
use crate::story::Story;

/// The most words on either side.
const MOST: usize = 3;

/// One place where something is swapped.
#[derive(Clone, Debug)]
pub(super) struct SwapAt {
    pub articles: Pair<usize>,
    pub places: Pair<Place>,
    pub is_spelling: bool,
}

/// Finds what is swapped in the links of two articles of a story. Cost: linear in the words of the links.
pub(super) fn of_pair(story: &Story, articles: Pair<usize>, comparison: &Comparison) -> Vec<SwapAt> {
    comparison.links.iter().flat_map(|link| of_link(story, articles, link)).collect()
}

/// Only what stands behind the same number of shared words on both sides is swapped.
fn of_link(story: &Story, indices: Pair<usize>, link: &Link) -> Vec<SwapAt> {
    let runs = Pair::from_fn(|side| changed_runs(story, indices[side], &link.wording.segments[side]));
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

fn changed_runs(story: &Story, article: usize, segments: &[Segment]) -> Vec<Run> {
    let mut shared = 0;
    let mut runs = Vec::new();
    for segments in segments.chunk_by(|one, next| one.block == next.block) {
        let block = segments[0].block;
        let whole = &story.articles()[article].blocks[block].text;
        let mut tokens = story.tokens(article, block).iter().peekable();
        for Segment { range, mark, .. } in segments {
            let mut words = 0;
            while let Some(token) = tokens.next_if(|token| token.range().start < range.end) {
                words += usize::from(token.is_word);
            }
            match *mark {
                Mark::Only(change @ (Change::Wording | Change::Spelling)) => {
                    let text = &whole[range.clone()];
                    // Marks around are no words.
                    let is_mark = |c: char| !c.is_alphanumeric();
                    let start = range.start + text.len() - text.trim_start_matches(is_mark).len();
                    let end = range.end - (text.len() - text.trim_end_matches(is_mark).len());
                    let range = start..end.max(start);
                    // Numbers and days are compared as such.
                    let words = if text.contains(|c: char| c.is_numeric()) { usize::MAX } else { words };
                    runs.push(Run { shared_before: shared, block, range, words, change });
                }
                // What differs in case or marks alone is in both.
                Mark::Shared | Mark::Only(_) => shared += words,
                Mark::Moved | Mark::Elsewhere => {}
            }
        }
    }
    runs
}
