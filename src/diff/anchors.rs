//! Streams too long to compare as a whole are cut where both have what stands once in each.
//!
//! ```text
//!     left     a a b a │ the grey dog barked │ a a b b a …
//!     right    a b b a │ the grey dog barked │ a b a …
//!              compared       anchor           compared
//! ```
//!
//! Several words in a row are tried first, then single ones. What is still too long after that is cut at even
//! distances, and compared window by window: the result is coarser then, but never wrong.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::equals::{Equal, plain};
use crate::increasing_subsequence::{Chain, Chains, Item};
use crate::pair::{Pair, Side};
use crate::words::Form;

/// How many units in a row are an anchor, pass by pass.
const GRAMS: [usize; 3] = [4, 2, 1];

/// The most units of a side between two anchors that are compared as a whole. A megabyte of a few words in two random
/// orders takes half a second at this size, and that grows with it.
const WINDOW: usize = 128;

/// Finds what both sides have, in order. Cost: near linear.
pub(super) fn equals(keys: Pair<&[Form]>, equals: &mut Vec<Equal>) {
    cut(keys, keys.map(|keys| 0..keys.len()), &GRAMS, equals);
}

fn cut(keys: Pair<&[Form]>, range: Pair<Range<usize>>, grams: &[usize], equals: &mut Vec<Equal>) {
    let part = |side: Side| &keys[side][range[side].clone()];
    let start = range.as_ref().map(|range| range.start);
    let ahead = part(Side::Left).iter().zip(part(Side::Right)).take_while(|(a, b)| a == b).count();
    equals.push(Equal { at: start, length: ahead });
    let range = range.map(|range| range.start + ahead..range.end);
    let part = |side: Side| &keys[side][range[side].clone()];
    let behind = part(Side::Left).iter().rev().zip(part(Side::Right).iter().rev()).take_while(|(a, b)| a == b).count();
    let inner = range.map(|range| range.start..range.end - behind);
    let end = inner.as_ref().map(|inner| inner.end);
    middle(keys, inner, grams, equals);
    equals.push(Equal { at: end, length: behind });
}

fn middle(keys: Pair<&[Form]>, range: Pair<Range<usize>>, grams: &[usize], equals: &mut Vec<Equal>) {
    let parts = Pair::from_fn(|side| &keys[side][range[side].clone()]);
    if parts.left.is_empty() || parts.right.is_empty() {
        return;
    }
    if parts.left.len().max(parts.right.len()) <= WINDOW {
        return plain(parts, range.map(|range| range.start), equals);
    }
    let Some((&gram, finer)) = grams.split_first() else { return windows(keys, &range, equals) };
    let mut next = range.as_ref().map(|range| range.start);
    for at in anchors(parts, gram) {
        let at = Pair::from_fn(|side| range[side].start + at[side]);
        if at.left < next.left || at.right < next.right {
            continue; // overlaps the anchor before
        }
        cut(keys, Pair::new(next.left..at.left, next.right..at.right), finer, equals);
        equals.push(Equal { at, length: gram });
        next = at.map(|at| at + gram);
    }
    cut(keys, Pair::new(next.left..range.left.end, next.right..range.right.end), finer, equals);
}

/// Compares stretch by stretch, both sides cut into as many.
fn windows(keys: Pair<&[Form]>, range: &Pair<Range<usize>>, equals: &mut Vec<Equal>) {
    let count = range.left.len().max(range.right.len()).div_ceil(WINDOW);
    let bound = |side: Side, k: usize| range[side].start + range[side].len() * k / count;
    for k in 0..count {
        let window = Pair::from_fn(|side| bound(side, k)..bound(side, k + 1));
        let parts = Pair::from_fn(|side| &keys[side][window[side].clone()]);
        plain(parts, window.map(|window| window.start), equals);
    }
}

/// Returns where so many units in a row stand that stand once on each side: the most of them that keep the order.
fn anchors(parts: Pair<&[Form]>, gram: usize) -> Vec<Pair<usize>> {
    let mut seen: FxHashMap<&[Form], Pair<Seen>> = FxHashMap::default();
    for side in Side::BOTH {
        for (at, words) in parts[side].windows(gram).enumerate() {
            let seen = &mut seen.entry(words).or_default()[side];
            *seen = if *seen == Seen::Never { Seen::Once(at) } else { Seen::Often };
        }
    }
    let once = parts.left.windows(gram).filter_map(|words| match seen.get(words)? {
        Pair { left: Seen::Once(left), right: Seen::Once(right) } => Some(Pair::new(*left, *right)),
        _ => None,
    });
    in_order(&once.collect::<Vec<_>>())
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Seen {
    #[default]
    Never,
    Once(usize),
    Often,
}

/// The longest subsequence that ascends on the right, of places that ascend on the left. Of equal ones the one whose last
/// place comes last on the left.
fn in_order(places: &[Pair<usize>]) -> Vec<Pair<usize>> {
    let items: Vec<Item<usize>> = places.iter().map(|&at| Item { at, weight: 1 }).collect();
    let chains =
        Chains::of(&items, |one: Chain<usize>, other: Chain<usize>| (other.sum, other.last) > (one.sum, one.last));
    chains.best().into_iter().map(|k| places[k]).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::words::Lexicon;

    fn keys(lexicon: &mut Lexicon, text: &str) -> Vec<Form> {
        lexicon.read_text(text).iter().map(|token| token.form).collect()
    }

    #[track_caller]
    fn common(left: &str, right: &str) -> usize {
        let mut lexicon = Lexicon::default();
        let keys = Pair::new(left, right).map(|text| keys(&mut lexicon, text));
        let mut found = Vec::new();
        equals(keys.as_ref().map(Vec::as_slice), &mut found);
        let mut end = Pair::new(0, 0);
        let common = found.iter().map(|equal| equal.length).sum();
        for Equal { at, length } in found {
            assert!(at.left >= end.left && at.right >= end.right, "in order on both sides");
            assert_eq!(keys.left[at.left..at.left + length], keys.right[at.right..at.right + length]);
            end = at.map(|at| at + length);
        }
        common
    }

    #[test]
    fn what_stands_once_is_an_anchor() {
        let noise = ["a b ".repeat(400), "b a a ".repeat(300)];
        let with = |k: usize| format!("x {}the grey dog barked {}y", noise[k], noise[1 - k]);
        assert!(common(&with(0), &with(1)) > 800);
    }

    #[test]
    fn one_side_may_be_empty() {
        assert_eq!(common("", &"a b ".repeat(2000)), 0);
        assert_eq!(common(&"a ".repeat(2000), ""), 0);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn what_is_found_is_equal_and_in_order(
            left in prop::collection::vec(0..700_u16, 0..3000),
            right in prop::collection::vec(0..700_u16, 0..3000),
        ) {
            let text = |words: &[u16]| words.iter().map(|word| format!("{} ", word / 3)).collect::<String>();
            common(&text(&left), &text(&right));
        }
    }
}
