//! The texts of blocks with their marks as brackets.
//!
//! ```text
//!     segments    "worth " │ "41" │ " million"        marked    "worth [41] million"
//! ```

use super::Role;
use crate::article::Article;
use crate::comparison::{Comparison, Link};
use crate::diff::{Change, Mark, Segment};
use crate::layout::{BRACKETS, ELSEWHERE, MOVED, Marked};
use crate::pair::Side;

/// Gives what opens a marked run, and what closes it.
pub type Brackets = [&'static str; 2];

/// Stands around wording that both sides have, where that is marked.
pub const SHARED: Brackets = ["==", "=="];

/// Returns what stands around a span where nothing but signs can mark it; `None` for what is not marked.
#[must_use]
pub const fn of_role(role: Role) -> Option<Brackets> {
    match role {
        Role::Only(side) | Role::Small(side) => Some(match side {
            Side::Left => BRACKETS.left,
            Side::Right => BRACKETS.right,
        }),
        Role::MovedWithin => Some(MOVED),
        Role::Shared => Some(SHARED),
        Role::Elsewhere(_) => Some(ELSEWHERE),
        _ => None,
    }
}

/// Returns the texts of some blocks that stand alone with what of them stands elsewhere in brackets; without those of
/// which nothing does.
pub(crate) fn bracketed_alone(
    article: &Article,
    comparison: &Comparison,
    side: Side,
    blocks: impl Iterator<Item = usize>,
) -> Vec<Marked> {
    let elsewhere = &comparison.elsewhere;
    let is_alone =
        |&block: &usize| comparison.link_of(side, block).is_none() && !elsewhere.in_block(side, block).is_empty();
    let marked = |block: usize| {
        let signs = |mark| if mark == Mark::Elsewhere { ELSEWHERE } else { ["", ""] };
        let segments = elsewhere.segments_alone(article, side, block);
        Marked { block, text: joined(&article.blocks[block].text, &segments, signs) }
    };
    blocks.filter(is_alone).map(marked).collect()
}

/// Joins segments, each with its brackets around what is not white space at its end.
fn joined(own: &str, segments: &[Segment], signs: impl Fn(Mark) -> Brackets) -> String {
    let mut text = String::with_capacity(own.len() + 2 * segments.len());
    for segment in segments {
        let own = &own[segment.range.clone()];
        let [open, close] = signs(segment.mark);
        let bare = own.trim_end();
        text.extend([open, bare, close, &own[bare.len()..]]);
    }
    text
}

/// Returns the texts of a side's linked blocks with their marks as brackets; those of differences of spelling, case and
/// punctuation too if `small` ones are asked for. Woven text gets its marks when it is woven.
pub(crate) fn bracketed(article: &Article, link: &Link, side: Side, small: bool) -> Vec<Marked> {
    // Where nothing is shared, the sign tells all.
    if link.wording.words[side].shared == 0 {
        return Vec::new();
    }
    let signs = |mark| match mark {
        Mark::Only(change) if small || change == Change::Wording => Some(BRACKETS[side]),
        Mark::Only(_) | Mark::Shared => None,
        Mark::Moved => Some(MOVED),
        Mark::Elsewhere => Some(ELSEWHERE),
    };
    let of_block = link.wording.segments[side].chunk_by(|a, b| a.block == b.block);
    let differ = of_block.filter(|segments| segments.iter().any(|segment| signs(segment.mark).is_some()));
    let marked = differ.map(|segments| {
        let block = segments[0].block;
        let text = joined(&article.blocks[block].text, segments, |mark| signs(mark).unwrap_or([""; 2]));
        Marked { block, text }
    });
    marked.collect()
}
