//! What is set off over the text, whatever its roles: what answers the cursor, where the reader halted, what was
//! searched.
//!
//! ```text
//!     span          Text "The council voted eleven to four"
//!     searched                  "voted"
//!     drawn         Text "The council " │ found "voted" │ Text " eleven to four"
//! ```

use ratatui::style::Style;

use crate::diff::Spot;
use crate::layout::stops::What;
use crate::pair::Side;
use crate::present::{Role, Span, TextRange};
use crate::tui::state::Reader;
use crate::tui::theme::Emphasis;

/// Tells what is set off in spans.
pub(super) struct Highlights<'m> {
    reader: &'m Reader,
}

impl<'m> Highlights<'m> {
    pub(super) fn new(reader: &'m Reader) -> Self {
        Self { reader }
    }

    /// Tells whether a stretch is part of what answers the line at the cursor.
    pub(super) fn is_answer(&self, at: &TextRange) -> bool {
        self.reader.position.answer.as_ref().is_some_and(|answer| answer.meets(at.side, at.block, &at.bytes))
    }

    /// Returns the style at a byte of a span's text, which has a style of its own, and the byte up to which it goes.
    pub(super) fn next(&self, span: &Span<'_>, is_home: bool, from: usize, style: Style) -> (usize, Style) {
        let end = span.text.len();
        // What stands between the parts of woven text is empty in its article.
        let Some(at) = span.at.as_ref().filter(|at| !at.bytes.is_empty()) else { return (end, style) };
        let start = at.bytes.start;
        let (to, style) = self.evidence(at, start + from, start + end, style);
        let (to, style) = self.answered(at, start + from, to, style);
        let (to, style) = self.halted(at, start + from, to, style);
        let (to, style) = self.found(at, is_home, start + from, to, style);
        (to - start, style)
    }

    /// Sets off what is evidence, where that is marked.
    fn evidence(&self, at: &TextRange, from: usize, to: usize, style: Style) -> (usize, Style) {
        let marks = self.reader.facts.evidence.as_ref().filter(|_| self.reader.settings.marks_evidence);
        let article = self.reader.pair.shown[at.side];
        match marks.and_then(|found| found.marks.next_in(article, at.block, from)) {
            Some((range, _)) if range.start > from => (to.min(range.start), style),
            Some((range, kind)) => (to.min(range.end), self.reader.theme.style(Role::Evidence(kind))),
            None => (to, style),
        }
    }

    /// Sets off what was searched, and more so where the reader halted.
    fn found(&self, at: &TextRange, is_home: bool, from: usize, to: usize, style: Style) -> (usize, Style) {
        match self.reader.search.next_in(at.side, at.block, from) {
            Some((range, _)) if range.start > from => (to.min(range.start), style),
            Some((range, is_here)) => {
                let emphasis = if is_here && is_home { Emphasis::Here } else { Emphasis::Found };
                (to.min(range.end), style.patch(self.reader.theme.emphasis(emphasis)))
            }
            None => (to, style),
        }
    }

    /// Sets off the run that the reader halted at.
    fn halted(&self, at: &TextRange, from: usize, to: usize, style: Style) -> (usize, Style) {
        let halted = self.reader.halted();
        let spot = match halted.map(|stop| &stop.what) {
            Some(What::Changed(spots)) => &spots[at.side],
            Some(What::Shared(spot, _)) if at.side == Side::Left => spot,
            Some(What::Elsewhere(spot, _)) if halted.is_some_and(|stop| stop.side == at.side) => spot,
            _ => return (to, style),
        };
        within(spot, at.block, (from, to), style, self.reader.theme.emphasis(Emphasis::Stop))
    }

    /// Sets off what answers the line at the cursor.
    fn answered(&self, at: &TextRange, from: usize, to: usize, style: Style) -> (usize, Style) {
        match self.reader.position.answer.as_ref().filter(|answer| answer.side == at.side) {
            Some(answer) => {
                within(&answer.spot, at.block, (from, to), style, self.reader.theme.emphasis(Emphasis::Answer))
            }
            None => (to, style),
        }
    }
}

/// Sets off what of a block lies within a stretch, up to where that begins or ends.
fn within(spot: &Spot, block: usize, (from, to): (usize, usize), style: Style, over: Style) -> (usize, Style) {
    let (start, end) = (spot.start, spot.end);
    if (block, to) <= start || (block, from) >= end {
        (to, style)
    } else if (block, from) < start {
        (start.1, style)
    } else {
        let to = if end.0 == block { to.min(end.1) } else { to };
        (to, style.patch(over))
    }
}
