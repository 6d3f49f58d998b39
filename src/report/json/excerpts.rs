//! Records with the first words of blocks, and their marked runs, in place of their texts.

use std::borrow::Cow;

use super::records::{ComparisonRecord, SegmentKind, SegmentRecord};
use crate::comparison::Comparison;
use crate::layout::PageSetup;
use crate::pair::Side;
use crate::present::excerpts;

/// Stands for what is left out.
const LEFT_OUT: &str = "…";

/// Returns the first words of a block's text.
pub(super) fn first_words(text: &str) -> Cow<'_, str> {
    excerpts::first_words(text, PageSetup::default())
}

/// Shortens the texts of a record to what an excerpt has of them. Cost: linear in the segments.
pub(super) fn shorten(record: &mut ComparisonRecord<'_>, comparison: &Comparison) {
    for (record, link) in record.links.iter_mut().zip(&comparison.links) {
        for (side, segments) in [(Side::Left, &mut record.segments.left), (Side::Right, &mut record.segments.right)] {
            // Where nothing is shared, nothing is marked.
            let is_marked = link.wording.words[side].shared > 0;
            shorten_segments(segments, |kind| is_marked && kind != SegmentKind::Shared);
        }
    }
    for alone in record.alone.left.iter_mut().chain(&mut record.alone.right) {
        shorten_segments(&mut alone.segments, |kind| kind == SegmentKind::Elsewhere);
    }
}

fn shorten_segments(segments: &mut [SegmentRecord<'_>], is_marked: impl Fn(SegmentKind) -> bool) {
    let mut before = None;
    for segment in segments {
        let is_first = before.replace(segment.block) != Some(segment.block);
        let Cow::Borrowed(text) = segment.text else { continue };
        segment.text = match (is_marked(segment.kind), is_first) {
            (true, _) => excerpts::marked_run(text, PageSetup::default()),
            (false, true) => first_words(text),
            (false, false) => Cow::Borrowed(LEFT_OUT),
        };
    }
}
