//! What blocks have in common where no link tells it: wording, quotations, names, a hint.
//!
//! ```text
//!     left 7  ··· right 4     seven words in a row
//!     left 9  ··· right 12    “not before spring” in both
//!     left 12 ··· right 2     Brandt, Holm
//! ```
//!
//! Two reports that know nothing of each other have hardly a link, and this is all that there is to say of them. Blocks of which
//! both are linked are passed over: the links say more.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::{Comparison, Prepared, Relation};
use crate::align::common_names::common_names;
use crate::pair::{Pair, Side};
use crate::run_index::{RUN, RunIndex};
use crate::unicode::quotes;
use crate::words::Form;

/// What a word in a row, one of a short quotation, and a hint count for: a name that is rare counts for thirty to forty.
const WORD: u64 = 10;
const QUOTED_WORD: u64 = 20;
const HINT: u64 = 30;

/// The least words of a quotation.
const QUOTATION: usize = 2;

/// The most blocks of an article that a quotation may stand in.
const BLOCKS: usize = 4;

/// What two blocks have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InCommon {
    /// The blocks, by index.
    pub blocks: Pair<usize>,
    /// The words of the longest run of five and more; 0 if there is none.
    pub words: usize,
    /// Whether a quotation stands in both.
    pub has_quotation: bool,
    /// Whether names do.
    pub has_names: bool,
    /// Whether one is a hint at the other.
    pub is_related: bool,
    /// How much that is, to be set against that of others.
    strength: u64,
}

/// Finds what blocks have in common of which one at least is in no link, the strongest first.
///
/// Cost: near linear in the words of both.
pub(crate) fn in_common(pair: Pair<Prepared<'_>>, comparison: &Comparison) -> Vec<InCommon> {
    let mut found = Found { comparison, all: FxHashMap::default() };
    for (side, runs) in comparison.elsewhere.runs.sides() {
        for run in runs {
            let index: &RunIndex = pair[side].runs;
            let words = index.words_in(run.block, &run.whole);
            let is_quoted = index.quoted_in(&words) == words.len();
            for &there in &run.at {
                found.add(Pair::seen_from(side, run.block, there), |common| {
                    common.strength += (run.whole_words.saturating_sub(common.words)) as u64 * WORD;
                    common.words = common.words.max(run.whole_words);
                    common.has_quotation |= is_quoted;
                });
            }
        }
    }
    for (blocks, words) in quotations(pair) {
        found.add(blocks, |common| {
            common.has_quotation = true;
            common.strength += words as u64 * QUOTED_WORD;
        });
    }
    for (blocks, weight) in common_names(pair.map(Prepared::text)) {
        found.add(blocks, |common| {
            common.has_names = true;
            common.strength += weight;
        });
    }
    for blocks in comparison.related.iter() {
        found.add(blocks, |common| {
            common.is_related = true;
            common.strength += HINT;
        });
    }
    let mut all: Vec<InCommon> = found.all.into_values().collect();
    all.sort_by_key(|common| (Reverse(common.strength), common.blocks.left, common.blocks.right));
    all
}

/// What was found so far.
struct Found<'c> {
    comparison: &'c Comparison,
    all: FxHashMap<Pair<usize>, InCommon>,
}

impl Found<'_> {
    /// Adds something to what two blocks have in common, unless links tell it.
    fn add(&mut self, blocks: Pair<usize>, add: impl FnOnce(&mut InCommon)) {
        let is_linked = |side: Side| {
            let link = self.comparison.link_of(side, blocks[side]);
            link.is_some_and(|link| self.comparison.links[link].relation != Relation::Headline)
        };
        if is_linked(Side::Left) && is_linked(Side::Right) {
            return;
        }
        let none =
            InCommon { blocks, words: 0, has_quotation: false, has_names: false, is_related: false, strength: 0 };
        add(self.all.entry(blocks).or_insert(none));
    }
}

/// Returns the blocks in which the same short quotation stands, with its words. What is longer is a run of words.
fn quotations(pair: Pair<Prepared<'_>>) -> Vec<(Pair<usize>, usize)> {
    let places = pair.map(short_quotations);
    let mut found = Vec::new();
    for (words, left) in &places.left {
        let Some(right) = places.right.get(words).filter(|right| left.len().max(right.len()) <= BLOCKS) else {
            continue;
        };
        found.extend(
            left.iter().flat_map(|&left| right.iter().map(move |&right| (Pair::new(left, right), words.len()))),
        );
    }
    found
}

/// Returns in which blocks each short quotation stands, one more at the most than it may stand in.
fn short_quotations(of: Prepared<'_>) -> FxHashMap<&[Form], Vec<usize>> {
    let mut places: FxHashMap<&[Form], Vec<usize>> = FxHashMap::default();
    let index: &RunIndex = of.runs;
    for (block, text) in of.article.blocks.iter().enumerate().map(|(block, of)| (block, &of.text)) {
        for quotation in quotes::quotations(text) {
            let words = index.words_in(block, &quotation);
            if !(QUOTATION..RUN).contains(&words.len()) {
                continue;
            }
            let blocks = places.entry(index.forms(&words)).or_default();
            if blocks.len() <= BLOCKS && blocks.last() != Some(&block) {
                blocks.push(block);
            }
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::pair::Pair;
    use crate::story::Story;

    /// What the blocks have in common, as `¶1 ¶2 words quotation names related`.
    #[track_caller]
    fn check(left: &str, right: &str, expected: &[&str]) {
        let story = Story::new("-", [left, right].map(|text| Article::read("-", text)).into());
        let told = |pair: Pair<usize>| -> Vec<String> {
            let found = story.in_common(pair, &story.compare(pair));
            let told = found.into_iter().map(|common| {
                let blocks = if pair.left == 0 { common.blocks } else { common.blocks.swap() };
                let mut told = format!("¶{} ¶{}", blocks.left + 1, blocks.right + 1);
                let words = if common.words > 0 { format!(" {} words", common.words) } else { String::new() };
                told += &words;
                for (is_so, what) in [(common.has_quotation, " quotation"), (common.has_names, " names")] {
                    told += if is_so { what } else { "" };
                }
                told
            });
            told.collect()
        };
        assert_eq!(told(Pair::new(0, 1)), expected);
        assert_eq!(told(Pair::new(1, 0)), expected, "the other way round");
    }

    const LEFT: &str = "The gulls came back to the old dairy while nobody was there to see it happen.\n\n\
        The clerk spoke of “a quiet night” and went home with his dog and a lamp.\n\n\
        In the evening the painter Edda Brandt rowed across to Holm with two sacks of flour.";

    #[test]
    fn wording_quotations_and_names_are_found_in_blocks_without_a_link() {
        check(
            LEFT,
            "For years it was said that the gulls came back to the barn whenever a storm was near the coast of ours.\n\n\
             What he called “a quiet night” cost the insurers more than any other that year.\n\n\
             The letters that Brandt wrote from Holm are kept in a museum which opens on Sundays only.",
            &["¶1 ¶1 6 words", "¶2 ¶2 quotation", "¶3 ¶3 names"],
        );
    }

    #[test]
    fn what_links_tell_is_passed_over() {
        check(LEFT, LEFT, &[]);
    }
}
