//! The texts of blocks with their marks as brackets.
//!
//! ```text
//!     segments    "worth " │ "41" │ " million"        marked    "worth [41] million"
//! ```

use super::Page;
use crate::diff::{Change, Mark};
use crate::layout::{Arrangement, BRACKETS, Band, MOVED, Marked};
use crate::pair::Side;
use crate::present::{Markings, Marks};

/// The texts of a side's linked blocks with their marks as brackets. Woven text gets its marks when it is woven.
pub(super) fn marked(page: &Page<'_>, band: &Band, side: Side) -> Vec<Marked> {
    let Markings { marks, small } = page.markings;
    let link = band.link.map(|link| &page.comparison.links[link]);
    let has_marks = marks != Marks::Nothing && page.columns.arrangement != Arrangement::Inline;
    let Some(link) = link.filter(|link| has_marks && link.wording.words[side].shared > 0) else {
        return Vec::new();
    };
    let signs = |mark| match mark {
        Mark::Only(change) if small || change == Change::Wording => Some(BRACKETS[side]),
        Mark::Only(_) | Mark::Shared => None,
        Mark::Moved => Some(MOVED),
    };
    let of_block = link.wording.segments[side].chunk_by(|a, b| a.block == b.block);
    let differ = of_block.filter(|segments| segments.iter().any(|segment| signs(segment.mark).is_some()));
    let marked = differ.map(|segments| {
        let block = segments[0].block;
        let own = &page.articles[side].blocks[block].text;
        let mut text = String::with_capacity(own.len() + 2 * segments.len());
        for segment in segments {
            let own = &own[segment.range.clone()];
            let [open, close] = signs(segment.mark).unwrap_or([""; 2]);
            let bare = own.trim_end();
            text.extend([open, bare, close, &own[bare.len()..]]);
        }
        Marked { block, text }
    });
    marked.collect()
}
