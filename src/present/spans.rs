//! The text of a block as stretches with roles.
//!
//! ```text
//!     segments    "worth " │ "41" │ " million"      roles    Text │ Only(Left) │ Text
//! ```

use std::ops::Range;

use super::{Line, Markings, Marks, Role, Span, TextRange};
use crate::article::{Article, Kind};
use crate::comparison::{Comparison, Link};
use crate::diff::{Change, Mark};
use crate::pair::{Pair, Side};

/// Tells the roles of one block's text, stretch by stretch.
pub(super) struct BlockRoles<'a> {
    comparison: &'a Comparison,
    markings: Markings,
    side: Side,
    block: usize,
    /// The role of what is not marked.
    base: Role,
    /// Where the text begins behind a dateline or what a scraper set before it, which stand back.
    dateline: usize,
    /// The link whose marks are shown: none where nothing is shared, since then the sign tells all.
    link: Option<&'a Link>,
}

impl<'a> BlockRoles<'a> {
    /// Prepares a block that stands by itself, at home or as an echo.
    ///
    /// Cost: linear in its link's segments for a headline or a heading, else constant.
    pub fn new(
        articles: Pair<&'a Article>,
        comparison: &'a Comparison,
        markings: Markings,
        (side, block): (Side, usize),
        is_echo: bool,
    ) -> Self {
        let link = comparison.link_of(side, block).map(|link| &comparison.links[link]);
        let link = link.filter(|link| link.wording.words[side].shared > 0);
        let is_marked = || {
            let marks = |link: &Link| link.wording.segments[side].iter().any(|segment| segment.mark != Mark::Shared);
            markings.marks == Marks::Differences && link.is_some_and(marks)
        };
        let base = match articles[side].blocks[block].kind {
            _ if is_echo => Role::Echo,
            Kind::Headline | Kind::Heading if !is_marked() => Role::Heading,
            kind if kind.is_aside() => Role::Aside,
            _ => Role::Text,
        };
        let dateline = if base == Role::Text { articles[side].blocks[block].dateline } else { 0 };
        Self { comparison, markings, side, block, base, dateline, link }
    }

    /// Prepares a block that is woven with its partner: everything is marked, since nothing else says whose it is.
    pub fn woven(
        articles: Pair<&'a Article>,
        comparison: &'a Comparison,
        markings: Markings,
        at: (Side, usize),
    ) -> Self {
        let link = comparison.link_of(at.0, at.1).map(|link| &comparison.links[link]);
        Self { link, ..Self::new(articles, comparison, markings, at, false) }
    }

    /// Adds the spans of some bytes of the block's text to a line.
    ///
    /// Cost: linear in the spans, with the logarithm of the segments or runs for each.
    pub fn push(&self, text: &'a str, bytes: Range<usize>, line: &mut Line<'a>) {
        let Self { side, block, .. } = *self;
        let mut from = bytes.start;
        while from < bytes.end {
            let (to, role) = self.next(from, bytes.end);
            let at = Some(TextRange { side, block, bytes: from..to });
            line.push(Span { text: (&text[from..to]).into(), role, at });
            from = to;
        }
    }

    /// Returns the role at a byte of the text, and the byte before `end` up to which it goes.
    ///
    /// Cost: logarithmic in the segments and runs.
    pub fn next(&self, from: usize, end: usize) -> (usize, Role) {
        let is_before = from < self.dateline;
        let end = if is_before { end.min(self.dateline) } else { end };
        let (to, role) = match self.markings.marks {
            Marks::Differences => self.different(from, end),
            Marks::Shared => self.shared(from, end),
            Marks::Nothing => (end, self.base),
        };
        (to, if is_before && role == self.base { Role::Aside } else { role })
    }

    /// Marks what the side has alone.
    fn different(&self, from: usize, end: usize) -> (usize, Role) {
        if self.comparison.link_of(self.side, self.block).is_none() {
            return self.alone(from, end);
        }
        let segments = self.link.map_or(&[][..], |link| &link.wording.segments[self.side]);
        let first = segments.partition_point(|segment| (segment.block, segment.range.end) <= (self.block, from));
        let segment = segments.get(first).filter(|segment| segment.block == self.block);
        let to = segment.map_or(end, |segment| segment.range.end.min(end));
        let role = match segment.map(|segment| segment.mark) {
            Some(Mark::Only(Change::Wording)) => Role::Only(self.side),
            Some(Mark::Only(_)) if self.markings.small => Role::Small(self.side),
            Some(Mark::Moved) => Role::MovedWithin,
            Some(Mark::Elsewhere) => Role::Elsewhere(self.side),
            Some(Mark::Shared | Mark::Only(_)) | None => self.base,
        };
        (to, role)
    }

    /// Of a block that stands alone only what stands elsewhere is marked: the sign beside it tells the rest.
    fn alone(&self, from: usize, end: usize) -> (usize, Role) {
        let runs = self.comparison.elsewhere.in_block(self.side, self.block);
        match runs.get(runs.partition_point(|run| run.range.end <= from)) {
            Some(run) if run.range.start <= from => (run.range.end.min(end), Role::Elsewhere(self.side)),
            Some(run) => (run.range.start.min(end), self.base),
            None => (end, self.base),
        }
    }

    /// Runs of wording that the other article has too, linked or not, are marked.
    fn shared(&self, from: usize, end: usize) -> (usize, Role) {
        let runs = &self.comparison.sharing.runs[self.side];
        let first = runs.partition_point(|run| (run.block, run.range.end) <= (self.block, from));
        match runs.get(first).filter(|run| run.block == self.block) {
            Some(run) if run.range.start <= from => (run.range.end.min(end), Role::Shared),
            Some(run) => (run.range.start.min(end), self.base),
            None => (end, self.base),
        }
    }
}
