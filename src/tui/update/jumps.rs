//! From difference to difference, and from what moved to its other place.

use crate::elsewhere::ElsewhereRun;
use crate::layout::stops::{self, Stop, What};
use crate::layout::{BlockStatus, Home};
use crate::pair::Side;
use crate::present::{Marks, labels, reasons};
use crate::tui::state::{Reader, SideBlock};

/// Where the key that follows leads from the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FollowTarget {
    /// Into the fold.
    Fold,
    /// To where wording at the cursor stands as well.
    Elsewhere,
    /// From an echo in the focused pane to its home, in this band.
    Home(usize),
    /// To another band of the link.
    There(usize),
    /// To the first block that is related.
    Related,
    /// Nowhere.
    Nothing,
}

impl Reader {
    /// Halts at the next difference: the one after the present stop, else the first at or below the cursor.
    pub(in crate::tui) fn next_stop(&mut self) {
        let next = self
            .position
            .stop
            .map_or_else(|| self.rows.stop_rows.partition_point(|&row| row < self.viewport().cursor), |stop| stop + 1);
        if next < self.pair.stops.len() {
            self.halt(next);
        } else {
            self.status.notice = Some(self.no_more("below"));
        }
    }

    /// Halts at the previous difference: the one before the present stop, else the last above the cursor.
    pub(in crate::tui) fn previous_stop(&mut self) {
        let index = self
            .position
            .stop
            .unwrap_or_else(|| self.rows.stop_rows.partition_point(|&row| row < self.viewport().cursor));
        match index.checked_sub(1) {
            Some(before) => self.halt(before),
            None => self.status.notice = Some(self.no_more("above")),
        }
    }

    /// Halts at the next marked run of the focused pane, after the present one or at or below the cursor.
    pub(in crate::tui) fn next_run(&mut self) {
        let runs = self.marked_runs();
        let after = self
            .run_place()
            .map_or(0, |(at, met)| runs.partition_point(|run| if met { run.at <= at } else { run.at < at }));
        match runs.into_iter().nth(after) {
            Some(run) => self.halt_at_run(run),
            None => self.status.notice = Some("no further marked run below".to_owned()),
        }
    }

    /// Halts at the previous marked run of the focused pane.
    pub(in crate::tui) fn previous_run(&mut self) {
        let mut runs = self.marked_runs();
        let before = self.run_place().map_or(0, |(at, _)| runs.partition_point(|run| run.at < at));
        match before.checked_sub(1) {
            Some(before) => {
                let run = runs.swap_remove(before);
                self.halt_at_run(run);
            }
            None => self.status.notice = Some("no further marked run above".to_owned()),
        }
    }

    /// Returns the marked runs of the focused pane, in its order.
    fn marked_runs(&self) -> Vec<Stop> {
        match self.settings.markings.marks {
            Marks::Shared if self.position.focus == Side::Left => {
                stops::shared(&self.pair.comparison, &self.pair.bands)
            }
            Marks::Shared | Marks::Nothing => Vec::new(),
            Marks::Differences => {
                stops::runs(&self.pair.comparison, &self.pair.bands, self.position.focus, self.settings.markings.small)
            }
        }
    }

    /// Block and byte that the focused pane is at, and whether a run there was met already.
    fn run_place(&self) -> Option<((usize, usize), bool)> {
        if let Some(run) = self.position.run.as_ref().filter(|run| run.side == self.position.focus) {
            return Some((run.at, true));
        }
        let at_home = |block: usize| {
            self.rows.home_rows[self.position.focus].get(block).is_some_and(|&row| row <= self.viewport().cursor)
        };
        let own = self.anchor_on(self.position.focus).filter(|anchor| anchor.side == self.position.focus);
        let anchor = own.filter(|anchor| at_home(anchor.block));
        Some(anchor.map_or((self.block(self.position.focus), 0), |anchor| (anchor.block, anchor.byte)))
            .map(|at| (at, false))
    }

    fn halt_at_run(&mut self, run: Stop) {
        let row = self.rows.layout.row_at(&self.pair.bands, run.band, run.side, run.at.0, run.at.1);
        self.to_row(row.unwrap_or_else(|| self.rows.layout.rows_of(run.band).start));
        self.position.run = Some(run);
    }

    /// Returns what to say where there is no further stop in a direction.
    fn no_more(&self, direction: &str) -> String {
        let what = self.settings.markings.marks.stop();
        if self.pair.stops.is_empty() {
            format!("no {what} in these two")
        } else {
            // Of a run of blocks alone, which is one stop, more may be below the screen.
            let run = self.position.stop.and_then(|stop| match &self.pair.stops[stop] {
                Stop { side, what: What::Alone(blocks), .. } if blocks.len() > 1 => Some((*side, blocks)),
                _ => None,
            });
            let run = run.map_or_else(String::new, |(side, blocks)| {
                format!(": this one is {}", labels::runs_of_blocks(&self.pair.letters()[side], blocks))
            });
            format!("no further {what} {direction}{run}")
        }
    }

    /// Halts at a stop: in the pane in focus if that has a part of it, else in the other one, which then has the focus.
    fn halt(&mut self, stop: usize) {
        let (focus, halted) = (self.position.focus, &self.pair.stops[stop]);
        let own = halted.place(focus, &self.pair.comparison, &self.pair.bands);
        let row =
            own.and_then(|(block, byte)| self.rows.layout.row_at(&self.pair.bands, halted.band, focus, block, byte));
        let has_crossed = own.is_none() && !self.settings.is_single;
        if has_crossed {
            self.position.focus = focus.other();
        }
        self.to_row(row.unwrap_or(self.rows.stop_rows[stop]));
        self.position.stop = Some(stop);
        self.position.has_crossed = has_crossed;
    }

    /// Does what [`Self::follow_target`] says.
    pub(in crate::tui) fn follow(&mut self) {
        match self.follow_target() {
            FollowTarget::Fold => {
                self.unfold();
            }
            FollowTarget::Elsewhere => self.follow_elsewhere(),
            FollowTarget::Related => {
                self.follow_related();
            }
            FollowTarget::Home(band) | FollowTarget::There(band) => self.go_to_band(band),
            FollowTarget::Nothing => self.status.notice = Some(self.nothing_to_follow()),
        }
    }

    /// Returns where the key that follows leads from here: into the fold at the cursor; else to where a run stands that is
    /// elsewhere, if the reader halted at it or if there is no other place to go to (one of the line, else of the block); else to the next band of the link there;
    /// else, if there is none, to what is related.
    #[must_use]
    pub fn follow_target(&self) -> FollowTarget {
        let cursor = self.viewport().cursor;
        if self.rows.layout.fold_at(cursor).is_some() {
            return FollowTarget::Fold;
        }
        let Some(row) = self.rows.layout.rows.get(cursor) else { return FollowTarget::Nothing };
        let link = self.pair.bands.bands[row.band].link;
        let of_link: Vec<usize> = link.map_or_else(Vec::new, |link| self.pair.bands.of_link(link).collect());
        let has_halted = matches!(self.halted().map(|stop| &stop.what), Some(What::Elsewhere(..)));
        let run = self.elsewhere_here().filter(|(_, run)| !run.at.is_empty());
        if run.is_some() && (has_halted || of_link.len() < 2) {
            return FollowTarget::Elsewhere;
        }
        if of_link.is_empty() && self.elsewhere_in_block().is_some() {
            return FollowTarget::Elsewhere;
        }
        if of_link.len() < 2 {
            return if self.position.related.is_some() { FollowTarget::Related } else { FollowTarget::Nothing };
        }
        let next = of_link.iter().copied().find(|&other| other > row.band).unwrap_or(of_link[0]);
        if self.echo_here().is_some_and(|home| home == next) {
            FollowTarget::Home(next)
        } else {
            FollowTarget::There(next)
        }
    }

    /// Goes to where the wording at the cursor stands as well; from a line that has none of it, to where the first of its block does.
    fn follow_elsewhere(&mut self) {
        let of = |(side, run): (Side, &ElsewhereRun)| Self::place_elsewhere(side, run);
        let (here, in_block) = (self.elsewhere_here().and_then(of), self.elsewhere_in_block().and_then(of));
        let what = if here.is_some() { "the wording" } else { "part of it" };
        if let Some((side, block, byte)) = here.or(in_block) {
            self.go_to_place(side, block, byte);
            self.say_with_back(format!("{what} stands at {}", self.block_name(side, block)));
        }
    }

    /// Returns the first run of the block at the cursor that stands elsewhere, and the side that has it.
    fn elsewhere_in_block(&self) -> Option<(Side, &ElsewhereRun)> {
        let SideBlock { side, block } = self.here();
        let mut runs = self.pair.comparison.elsewhere.in_block(side, block).iter();
        runs.find(|run| !run.at.is_empty()).map(|run| (side, run))
    }

    /// Returns the band of the home of what stands at the cursor as an echo.
    fn echo_here(&self) -> Option<usize> {
        let side = self.here().side;
        let anchor = self.anchor_on(side).filter(|anchor| anchor.side == side)?;
        let placed = self.pair.bands.bands[anchor.band].placed[side].iter().find(|cell| cell.block == anchor.block)?;
        (placed.home != Home::Here).then(|| self.pair.bands.home[side][anchor.block])
    }

    /// Goes to the beginning of a band; the side that is at home there gets the focus.
    pub(super) fn go_to_band(&mut self, band: usize) {
        self.note_jump();
        let placed = &self.pair.bands.bands[band].placed;
        let at_home =
            |side: Side| placed[side].iter().find(|cell| cell.home == Home::Here).map(|cell| (side, cell.block));
        let home = Side::BOTH.into_iter().find_map(at_home);
        let focus = home.map_or(self.position.focus, |(side, _)| side);
        if self.position.focus != focus {
            self.position.focus = focus;
            if self.settings.is_single {
                self.update_layout();
            }
        }
        // In one column the other side's lines may come first there.
        let row = home.and_then(|(side, block)| self.rows.layout.row_at(&self.pair.bands, band, side, block, 0));
        self.to_row(row.unwrap_or_else(|| self.rows.layout.rows_of(band).start));
        if let Some((side, block)) = home {
            self.say_with_back(format!("{} in its own place", self.block_name(side, block)));
        }
    }

    /// Says why there is nothing to follow at the cursor.
    fn nothing_to_follow(&self) -> String {
        match self.rows.layout.rows.get(self.viewport().cursor).map(|row| row.band) {
            Some(band) if self.pair.bands.bands[band].link.is_some() => "both stand here, side by side".to_owned(),
            Some(band) => self.alone_here(band),
            None => "nothing to follow here".to_owned(),
        }
    }

    /// Returns where a run of a side stands on the other one: the side, the first block that has it, and the byte there.
    fn place_elsewhere(side: Side, run: &ElsewhereRun) -> Option<(Side, usize, usize)> {
        Some((side.other(), *run.at.first()?, *run.starts.first()?))
    }

    /// Names a block of a side: `B¶5`.
    fn block_name(&self, side: Side, block: usize) -> String {
        labels::blocks(&self.pair.letters()[side], &[block], "")
    }

    /// Returns what to say of blocks that have no partner.
    fn alone_here(&self, band: usize) -> String {
        let SideBlock { side, block } = self.here();
        let letters = self.pair.letters();
        let stands = self.pair.bands.bands[band].placed[side].iter().any(|placed| placed.block == block);
        match stands.then(|| self.block_name(side, block)) {
            Some(here) => {
                let there = &letters[side.other()];
                match BlockStatus::new(self.pair.articles(), &self.pair.comparison, side, block) {
                    BlockStatus::Again => {
                        let said = reasons::again(&self.pair.comparison.elsewhere, &letters, side, block);
                        format!("{here} is {said}")
                    }
                    BlockStatus::Aside => format!("{here} stands alone"),
                    BlockStatus::Partly => {
                        format!("{here} stands alone; part of its wording stands elsewhere in {there}")
                    }
                    _ => format!("{here} stands alone: its wording was not found in {there}"),
                }
            }
            None => "nothing to follow here".to_owned(),
        }
    }
}
