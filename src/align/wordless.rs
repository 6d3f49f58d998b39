//! Blocks without words, where they are the same between neighbours that are linked.
//!
//! ```text
//!     left 3 ──── right 4
//!     * * *  ──── * * *      no word to find it by: the same text in the same gap is enough
//!     left 5 ──── right 6
//!     }}                     alone: nothing like it in the gap below right 6
//! ```
//!
//! Such a link decides nothing: it is made last, keeps the order of those that are there, and has no weight in what moved.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::pipeline::FoundLink;
use super::{Pass, Text};
use crate::article::Kind;
use crate::pair::{Pair, Side};
use crate::words::Form;

/// Where a block lies among the links that keep order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Gap {
    /// How many of them begin above it.
    begun: usize,
    /// The links that the next linked blocks above and below it are in.
    above: Option<usize>,
    below: Option<usize>,
}

/// A block without words: its index in the article, and a number that equal ones share.
type Wordless = (usize, usize);

/// Pairs the blocks without words that are the same, but for quotation marks, dashes and spaces, in the same gap between
/// linked neighbours, in order; in texts without any words the whole is one gap. Furniture is passed over.
///
/// `moved` tells which of the links are. Cost: linear in the blocks, n log n in those without words.
#[must_use]
pub fn pairs(texts: Pair<Text<'_>>, links: &[FoundLink], moved: &[bool]) -> Vec<Pair<usize>> {
    let mut numbers = FxHashMap::default();
    let wordless = texts.map(|text| wordless(text, &mut numbers));
    if wordless.left.is_empty() || wordless.right.is_empty() {
        return Vec::new();
    }
    let has_words = texts.iter().any(|text| text.terms.blocks.iter().any(|profile| !profile.is_empty()));
    // Two headlines face each other whatever they say, and tell nothing of what stands below them.
    let tells = |link: Option<usize>| link.is_some_and(|link| links[link].pass != Pass::Headline);
    let mut gaps: BTreeMap<Gap, Pair<Vec<Wordless>>> = BTreeMap::new();
    for side in Side::BOTH {
        let linked = Linked::of(side, texts[side].article.blocks.len(), links, moved);
        for (gap, block) in linked.gaps(&wordless[side]) {
            if !has_words || tells(gap.above) || tells(gap.below) {
                gaps.entry(gap).or_default()[side].push(block);
            }
        }
    }
    gaps.values().flat_map(|gap| in_order(gap.as_ref().map(Vec::as_slice))).collect()
}

/// Returns the blocks of an article that have no words, ascending.
fn wordless(text: Text<'_>, numbers: &mut FxHashMap<Vec<Form>, usize>) -> Vec<Wordless> {
    let is_wordless =
        |&block: &usize| text.terms.blocks[block].words == 0 && text.article.blocks[block].kind != Kind::Furniture;
    let numbered = |block: usize| {
        let forms = text.reading.blocks[block].iter().map(|token| text.lexicon.folds(token.form).typography).collect();
        let next = numbers.len();
        (block, *numbers.entry(forms).or_insert(next))
    };
    (0..text.terms.blocks.len()).filter(is_wordless).map(numbered).collect()
}

/// What is linked on a side.
struct Linked {
    /// For each block the link that it is in, if that keeps order.
    of: Vec<Option<usize>>,
    /// For each block how many links that keep order begin with it: one at most.
    begins: Vec<usize>,
    /// Whether the block is in a link of any kind.
    is_taken: Vec<bool>,
}

impl Linked {
    fn of(side: Side, blocks: usize, links: &[FoundLink], moved: &[bool]) -> Self {
        let mut linked = Self { of: vec![None; blocks], begins: vec![0; blocks], is_taken: vec![false; blocks] };
        for (k, (link, moved)) in links.iter().zip(moved).enumerate() {
            for &block in &link.blocks[side] {
                linked.is_taken[block] = true;
                linked.of[block] = Some(k).filter(|_| !moved);
            }
            linked.begins[link.blocks[side][0]] = usize::from(!moved);
        }
        linked
    }

    /// Returns the gaps that some blocks lie in, which are in no link.
    fn gaps(&self, blocks: &[Wordless]) -> Vec<(Gap, Wordless)> {
        let mut gap = Gap { begun: 0, above: None, below: None };
        let mut at = 0;
        let above = blocks.iter().filter(|(block, _)| !self.is_taken[*block]).map(|&wordless| {
            for block in at..wordless.0 {
                gap.begun += self.begins[block];
                gap.above = self.of[block].or(gap.above);
            }
            at = wordless.0;
            (gap, wordless)
        });
        let mut gaps: Vec<(Gap, Wordless)> = above.collect();
        let (mut below, mut end) = (None, self.of.len());
        for (gap, (block, _)) in gaps.iter_mut().rev() {
            below = self.of[*block..end].iter().find_map(|link| *link).or(below);
            end = *block;
            gap.below = below;
        }
        gaps
    }
}

/// Pairs equal blocks of a gap in order: first from both its ends, then each with the next one of the right.
fn in_order(gap: Pair<&[Wordless]>) -> Vec<Pair<usize>> {
    let is_same = |(left, right): &(&Wordless, &Wordless)| left.1 == right.1;
    let pair = |(left, right): (&Wordless, &Wordless)| Pair::new(left.0, right.0);
    let mut pairs: Vec<Pair<usize>> = gap.left.iter().zip(gap.right).take_while(is_same).map(pair).collect();
    let rest = gap.map(|blocks| &blocks[pairs.len()..]);
    let last: Vec<Pair<usize>> =
        rest.left.iter().rev().zip(rest.right.iter().rev()).take_while(is_same).map(pair).collect();
    let middle = rest.map(|blocks| &blocks[..blocks.len() - last.len()]);
    let mut places: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for (place, (_, number)) in middle.right.iter().enumerate() {
        places.entry(*number).or_default().push(place);
    }
    let mut free = 0;
    for (block, number) in middle.left {
        let of_number = places.get(number).map_or(&[][..], Vec::as_slice);
        if let Some(&place) = of_number.get(of_number.partition_point(|&place| place < free)) {
            pairs.push(Pair::new(*block, middle.right[place].0));
            free = place + 1;
        }
    }
    pairs.extend(last.into_iter().rev());
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Blocks by a letter each, on both sides; the pairs by their places, from 1.
    #[track_caller]
    fn check(left: &str, right: &str, expected: &str) {
        let gap = Pair::new(left, right).map(|text| text.bytes().map(usize::from).enumerate().collect::<Vec<_>>());
        let pairs = in_order(gap.as_ref().map(Vec::as_slice));
        let drawn: Vec<String> = pairs.iter().map(|pair| format!("{}-{}", pair.left + 1, pair.right + 1)).collect();
        assert_eq!(drawn.join(" "), expected, "{left} {right}");
    }

    #[test]
    fn a_gap_is_paired_in_order() {
        check("", "a", "");
        check("a", "a", "1-1");
        check("aab", "ab", "1-1 3-2");
        check("ab", "ba", "1-2");
        check("aXbYc", "aYbc", "1-1 3-3 5-4");
        check("cab", "abcab", "1-3 2-4 3-5");
    }

    #[test]
    fn many_of_a_gap_take_no_time() {
        let many = |order: &dyn Fn(usize) -> usize| (0..200_000).map(|k| (k, order(k))).collect::<Vec<_>>();
        let (left, right) = (many(&|k| k), many(&|k| 200_000 - k));
        assert_eq!(in_order(Pair::new(&left, &right)), [Pair::new(1, 199_999)]);
    }
}
