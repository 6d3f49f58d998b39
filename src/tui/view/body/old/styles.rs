//! Which style each stretch of a block's text has.

use ratatui::style::Style;

use crate::article::Kind;
use crate::comparison::Link;
use crate::diff::{Change, Mark, Spot};
use crate::layout::stops::What;
use crate::layout::{Cell, Home};
use crate::pair::Side;
use crate::present::Marks;
use crate::tui::model::{Answer, Model};

/// The styles of one block's text.
pub(super) struct Styles<'m> {
    model: &'m Model,
    side: Side,
    block: usize,
    is_home: bool,
    base: Style,
    /// The link whose marks are shown: none where nothing is shared, since then the sign tells all.
    link: Option<&'m Link>,
    /// What answers the line at the cursor.
    answer: Option<&'m Answer>,
}

impl<'m> Styles<'m> {
    pub(super) fn of(model: &'m Model, side: Side, cell: Cell, kind: Kind, answer: Option<&'m Answer>) -> Self {
        let theme = &model.theme;
        let link = model.comparison.link_of(side, cell.block).map(|link| &model.comparison.links[link]);
        let link = link.filter(|link| link.wording.words[side].shared > 0);
        let marks = |link: &Link| link.wording.segments[side].iter().any(|segment| segment.mark != Mark::Shared);
        let is_marked = model.settings.markings.marks == Marks::Differences && link.is_some_and(marks);
        let base = match kind {
            _ if cell.home != Home::Here => theme.echo,
            Kind::Headline | Kind::Heading if !is_marked => theme.heading,
            kind if kind.is_aside() => theme.aside,
            _ => theme.text,
        };
        Self { model, side, block: cell.block, is_home: cell.home == Home::Here, base, link, answer }
    }

    /// The styles of a block's text where it is woven with its partner's: everything is marked, since nothing else says
    /// whose it is.
    pub(super) fn woven(model: &'m Model, side: Side, block: usize, kind: Kind) -> Self {
        let link = model.comparison.link_of(side, block).map(|link| &model.comparison.links[link]);
        Self { link, ..Self::of(model, side, Cell { block, home: Home::Here }, kind, None) }
    }

    /// The style at a byte, and where it ends.
    pub(super) fn next(&self, from: usize, end: usize) -> (usize, Style) {
        let (to, style) = match self.model.settings.markings.marks {
            Marks::Differences => self.different(from, end),
            Marks::Shared => self.shared(from, end),
            Marks::Nothing => (end, self.base),
        };
        let (to, style) = self.answered(from, to, style);
        let (to, style) = self.halted(from, to, style);
        self.found(from, to, style)
    }

    /// What the side has alone is marked.
    fn different(&self, from: usize, end: usize) -> (usize, Style) {
        let segments = self.link.map_or(&[][..], |link| &link.wording.segments[self.side]);
        let first = segments.partition_point(|segment| (segment.block, segment.range.end) <= (self.block, from));
        let segment = segments.get(first).filter(|segment| segment.block == self.block);
        let to = segment.map_or(end, |segment| segment.range.end.min(end));
        let theme = &self.model.theme;
        let style = match segment.map(|segment| segment.mark) {
            Some(Mark::Only(change)) if self.model.settings.markings.small || change == Change::Wording => {
                theme.only[self.side]
            }
            Some(Mark::Moved) => theme.moved,
            Some(Mark::Shared | Mark::Only(_)) | None => self.base,
        };
        (to, style)
    }

    /// Runs of wording that the other article has too, linked or not, are marked.
    fn shared(&self, from: usize, end: usize) -> (usize, Style) {
        let runs = &self.model.comparison.sharing.runs[self.side];
        let first = runs.partition_point(|run| (run.block, run.range.end) <= (self.block, from));
        match runs.get(first).filter(|run| run.block == self.block) {
            Some(run) if run.range.start <= from => (run.range.end.min(end), self.model.theme.shared),
            Some(run) => (run.range.start.min(end), self.base),
            None => (end, self.base),
        }
    }

    /// Sets off what was searched, and more so where the reader halted.
    fn found(&self, from: usize, to: usize, style: Style) -> (usize, Style) {
        match self.model.search.next_in(self.side, self.block, from) {
            Some((range, _)) if range.start > from => (to.min(range.start), style),
            Some((range, is_here)) => {
                let theme = &self.model.theme;
                (to.min(range.end), style.patch(if is_here && self.is_home { theme.here } else { theme.found }))
            }
            None => (to, style),
        }
    }

    /// Sets off the run that the reader halted at.
    fn halted(&self, from: usize, to: usize, style: Style) -> (usize, Style) {
        let spot = match self.model.halted().map(|stop| &stop.what) {
            Some(What::Changed(at)) => &at[self.side],
            Some(What::Shared(spot, _)) if self.side == Side::Left => spot,
            _ => return (to, style),
        };
        self.within(spot, from, to, style, self.model.theme.stop)
    }

    /// Sets off what answers the line at the cursor.
    fn answered(&self, from: usize, to: usize, style: Style) -> (usize, Style) {
        match self.answer.filter(|answer| answer.side == self.side) {
            Some(answer) => self.within(&answer.spot, from, to, style, self.model.theme.answer),
            None => (to, style),
        }
    }

    /// Sets off what lies within a stretch, up to where it begins or ends.
    fn within(&self, spot: &Spot, from: usize, to: usize, style: Style, over: Style) -> (usize, Style) {
        let (start, end) = (spot.start, spot.end);
        if (self.block, to) <= start || (self.block, from) >= end {
            (to, style)
        } else if (self.block, from) < start {
            (start.1, style)
        } else {
            let to = if end.0 == self.block { to.min(end.1) } else { to };
            (to, style.patch(over))
        }
    }
}
