//! Links that a reader has made by hand, set over those that were found.
//!
//! ```text
//!     found     A¶3 ── B¶4      A¶5,6 ── B¶7          pinned: A¶3 and B¶7
//!     after     A¶3 ── B¶7      B¶4 and A¶5,6 alone
//!
//!     found     A¶3 ── B¶4      A¶5,6 ── B¶7          pinned: A¶5 and B¶4
//!     after     A¶5 ── B¶4      A¶6 ── B¶7            A¶3 alone
//! ```
//!
//! A pin is one block of either side. The rule: both leave the links that they were in. What is left of such a link stays linked if it
//! has blocks on both sides still; else its blocks are alone. Nothing else changes, but that what moved is told of all links anew.

use super::pipeline::FoundLink;
use super::{Pass, Text};
use crate::article::Kind;
use crate::pair::{Pair, Side};

/// Sets pins over links, as links of their own; in the end no block is in more than one. A pin of furniture, of a block that
/// there is not, or of one that an earlier pin has counts for nothing.
///
/// Cost: linear in the blocks of the links, and in the pins.
pub fn set(texts: Pair<Text<'_>>, links: &mut Vec<FoundLink>, pins: &[Pair<usize>]) {
    if pins.is_empty() {
        return;
    }
    let mut is_pinned = texts.map(|text| vec![false; text.article.blocks.len()]);
    let mut made = Vec::new();
    for &pin in pins {
        let can_be = |side: Side| {
            let block = texts[side].article.blocks.get(pin[side]);
            block.is_some_and(|block| block.kind != Kind::Furniture) && !is_pinned[side][pin[side]]
        };
        if can_be(Side::Left) && can_be(Side::Right) {
            (is_pinned.left[pin.left], is_pinned.right[pin.right]) = (true, true);
            made.push(FoundLink { blocks: pin.map(|block| vec![block]), pass: Pass::ByHand, score: 0.0 });
        }
    }
    for link in links.iter_mut() {
        for side in Side::BOTH {
            link.blocks[side].retain(|&block| !is_pinned[side][block]);
        }
    }
    links.retain(|link| link.blocks.iter().all(|blocks| !blocks.is_empty()));
    links.extend(made);
}
