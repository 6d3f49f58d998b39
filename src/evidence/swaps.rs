//! What is swapped between two articles, put together.
//!
//! ```text
//!     said → claimed          a word of a list is among them
//!     lorries → trucks
//!     in → at                 nothing but the commonest words
//! ```
//!
//! What is not of one kind (`swappable`) is no swap, but for words of one list and what is only spelt otherwise.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Place;
use super::marks::Mark;
use super::swappable::are_of_one_kind;
use super::wording::SwapAt;
use crate::common_words;
use crate::pair::{Pair, Side};
use crate::story::Story;

/// Holds what one article has where another one has something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swap {
    /// The words, in small letters.
    pub words: Pair<String>,
    /// The indices of the two articles.
    pub articles: Pair<usize>,
    /// Whether only the spelling differs.
    pub is_spelling: bool,
    /// What kind of words they are.
    pub kind: SwapKind,
    /// Where each stands, one of either for each time.
    pub at: Vec<Pair<Place>>,
}

/// Says what kind of words are swapped, in the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SwapKind {
    /// One of a list is among them.
    Listed,
    /// Words on both sides.
    Words,
    /// On one side nothing but the commonest words of its language: `in → at`.
    Common,
}

/// How many of the commonest words of a language are of that kind.
const COMMONEST: usize = 60;

/// Puts together what is swapped in the same way between the same two articles, by kind, most often first. Cost: n log n in the swaps
/// and the marks.
pub(super) fn gathered(story: &Story, found: &[SwapAt], marks: &[Mark]) -> Vec<Swap> {
    let articles = story.articles();
    let mut marked: FxHashMap<(usize, usize), Vec<&Mark>> = FxHashMap::default();
    for mark in marks {
        marked.entry((mark.place.article, mark.place.block)).or_default().push(mark);
    }
    let listed = |place: &Place| {
        let of_block = marked.get(&(place.article, place.block)).map_or(&[][..], Vec::as_slice);
        let range = place.range.clone();
        let meets = move |own: &Range<usize>| own.start < range.end && range.start < own.end;
        of_block.iter().filter(move |mark| meets(&mark.place.range)).map(|mark| mark.list)
    };
    let is_listed = |place: &Place| listed(place).next().is_some();
    let are_of_one_list =
        |places: &Pair<Place>| listed(&places.left).any(|list| listed(&places.right).any(|other| other == list));
    let mut commonest: FxHashMap<&str, FxHashSet<&str>> = FxHashMap::default();
    let mut is_common = |place: &Place, words: &str| {
        let language = story.language(place.article);
        let stems = commonest
            .entry(language)
            .or_insert_with(|| common_words::commonest(language, COMMONEST).into_iter().collect());
        words.split_whitespace().all(|word| stems.contains(word))
    };
    let mut kind = |places: &Pair<Place>, words: &Pair<String>| {
        if places.iter().any(is_listed) {
            SwapKind::Listed
        } else if Side::BOTH.into_iter().any(|side| is_common(&places[side], &words[side])) {
            SwapKind::Common
        } else {
            SwapKind::Words
        }
    };
    let mut at: FxHashMap<(Pair<usize>, Pair<String>), usize> = FxHashMap::default();
    let mut swaps: Vec<Swap> = Vec::new();
    for own in found {
        let stands =
            own.places.as_ref().map(|place| &articles[place.article].blocks[place.block].text[place.range.clone()]);
        let language = story.language(own.articles.left);
        if !own.is_spelling && !are_of_one_list(&own.places) && !are_of_one_kind(language, &stands) {
            continue;
        }
        let words = stands.map(str::to_lowercase);
        let index = *at.entry((own.articles, words.clone())).or_insert_with(|| {
            let kind = kind(&own.places, &words);
            swaps.push(Swap { words, articles: own.articles, is_spelling: own.is_spelling, kind, at: Vec::new() });
            swaps.len() - 1
        });
        swaps[index].at.push(own.places.clone());
    }
    swaps.sort_by_key(|swap| (swap.kind, std::cmp::Reverse(swap.at.len())));
    swaps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::evidence::wording::of_pair;

    #[test]
    fn short_runs_between_shared_words() {
        let left = "The yard said on Monday that it would build a line of defense for the harbour, and that it was late again.";
        let right = "The yard claimed on Monday that it would build a line of defence for the harbour, and that it was late once more.";
        let story = Story::new("", vec![Article::read("a.txt", left), Article::read("b.txt", right)]);
        let pair = Pair::new(0, 1);
        let found = of_pair(&story, pair, &story.compare(pair));
        let swaps = gathered(&story, &found, &[]);
        let drawn = |swap: &Swap| format!("{} → {} {}", swap.words.left, swap.words.right, swap.is_spelling);
        assert_eq!(
            swaps.iter().map(drawn).collect::<Vec<_>>(),
            ["said → claimed false", "defense → defence true", "again → once more false",]
        );
    }

    #[test]
    fn words_of_lists_come_first_and_the_commonest_last() {
        let left = "Then the old yard and the quay had closed by noon, said the mayor of Holm, who undertook to sail to Morrey on the tide.";
        let right = "Then the old yard and a quay had shut by noon, admitted the mayor of Holm, who undertook to sail to Morrey on the tide.";
        let story = Story::new("", vec![Article::read("a.txt", left), Article::read("b.txt", right)]);
        let evidence = crate::evidence::Evidence::of_story(&story, story.pins(), &|_| true).expect("nobody stops it");
        let drawn: Vec<(&str, SwapKind)> =
            evidence.swaps.iter().map(|swap| (swap.words.left.as_str(), swap.kind)).collect();
        assert_eq!(drawn, [("said", SwapKind::Listed), ("closed", SwapKind::Words), ("the", SwapKind::Common)]);
    }
}
