//! What reports the same beyond the one link that a block can be in, or below the certainty of one.
//!
//! ```text
//!     headline ─── headline        linked
//!     lead     ─── lead            linked
//!     headline ··· lead            related: both tell the event
//!     left 7   ··· right 9         related: names and figures in common, too few for a link
//! ```
//!
//! A hint and no link: what is related is never level and counts for nothing.

use super::pipeline::{FoundLink, Pipeline};
use crate::pair::{Pair, Side};

/// The logit from which on two blocks are related.
const RELATED: f64 = -2.4;

/// What two related blocks have in common weighs at least so much, as the logarithm in [`ReportFeatures`]: as two words
/// that are rare. Commoner words alone name nothing.
///
/// [`ReportFeatures`]: super::features::ReportFeatures
const IN_COMMON: f64 = 1.1;

/// And so many uncommon words are among it, of which a name or a figure is two: many common ones ("war nicht", "never … said") name
/// nothing either.
const UNCOMMON: usize = 2;

/// How many blocks a block is related to at the most, on either side.
const MOST: usize = 2;

/// How many blocks are named as the nearest of one.
const NEAREST: usize = 3;

/// Finds the related blocks: candidates that no link holds, the likeliest first.
///
/// Cost: n log n in the candidates.
#[must_use]
pub fn related(pipeline: &Pipeline<'_>, links: &[FoundLink]) -> Vec<Pair<usize>> {
    let all = &pipeline.candidates.all;
    let mut link_of = pipeline.candidates.of.as_ref().map(|of| vec![None; of.len()]);
    for (k, link) in links.iter().enumerate() {
        for (side, blocks) in link.blocks.sides() {
            for &block in blocks {
                link_of[side][block] = Some(k);
            }
        }
    }
    let is_linked = |blocks: Pair<usize>| {
        let link = link_of.left[blocks.left];
        link.is_some() && link == link_of.right[blocks.right]
    };
    let is_beside = |blocks: Pair<usize>| {
        let of = |side: Side| pipeline.profiles[side].blocks[blocks[side]].is_beside;
        of(Side::Left) || of(Side::Right)
    };
    let is_like = |k: usize| {
        let names_something = all[k].report.log_rare_weight > IN_COMMON && all[k].telling >= UNCOMMON;
        pipeline.placed[k] > RELATED && names_something && !is_beside(all[k].blocks)
    };
    let mut likely: Vec<usize> = (0..all.len()).filter(|&k| is_like(k) && !is_linked(all[k].blocks)).collect();
    likely.sort_by(|&a, &b| pipeline.placed[b].total_cmp(&pipeline.placed[a]).then(a.cmp(&b)));
    let mut counts = pipeline.candidates.of.as_ref().map(|of| vec![0; of.len()]);
    likely.retain(|&k| {
        let Pair { left, right } = all[k].blocks;
        let has_room = counts.left[left] < MOST && counts.right[right] < MOST;
        counts.left[left] += usize::from(has_room);
        counts.right[right] += usize::from(has_room);
        has_room
    });
    likely.into_iter().map(|k| all[k].blocks).collect()
}

/// A block that another comes nearest to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NearBlock {
    /// The block, on the other side.
    pub block: usize,
    /// How probable it is that the two belong together, 0 to 1.
    pub score: f64,
    /// How probable it would have to be for a link in the order of the texts.
    pub needed: f64,
    /// What is in the way besides: one of them is a headline or a few words only, which may stand in any paragraph.
    pub is_slight: bool,
    /// Whether it is in a link with other blocks.
    pub is_linked: bool,
}

/// The blocks of the other side that a block comes nearest to, the nearest first. Cost: linear in its candidates and the links.
#[must_use]
pub fn nearest(pipeline: &Pipeline<'_>, links: &[FoundLink], side: Side, block: usize) -> Vec<NearBlock> {
    let mut near: Vec<usize> = pipeline.candidates.of(side, block).collect();
    near.sort_by(|&a, &b| pipeline.placed[b].total_cmp(&pipeline.placed[a]).then(a.cmp(&b)));
    let of = |&k: &usize| {
        let candidate = &pipeline.candidates.all[k];
        let other = candidate.blocks[side.other()];
        NearBlock {
            block: other,
            score: super::model::sigmoid(pipeline.placed[k]),
            needed: super::model::sigmoid(pipeline.models.placed_at),
            is_slight: candidate.is_slight,
            is_linked: links.iter().any(|link| link.blocks[side.other()].contains(&other)),
        }
    };
    near.iter().take(NEAREST).map(of).collect()
}
