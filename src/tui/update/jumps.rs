//! From difference to difference, and from what moved to its other place.

use crate::layout::Home;
use crate::layout::stops::{self, Stop};
use crate::pair::Side;
use crate::present::Marks;
use crate::tui::state::Reader;

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

    /// The marked runs of the focused pane, in its order.
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
        let anchor = self.anchor_on(self.position.focus).filter(|anchor| at_home(anchor.block));
        Some(anchor.map_or((self.block(self.position.focus), 0), |anchor| (anchor.block, anchor.byte)))
            .map(|at| (at, false))
    }

    fn halt_at_run(&mut self, run: Stop) {
        let row = self.rows.layout.row_at(&self.pair.bands, run.band, run.side, run.at.0, run.at.1);
        self.to_row(row.unwrap_or_else(|| self.rows.layout.rows_of(run.band).start));
        self.position.run = Some(run);
    }

    /// What to say where there is no further stop in a direction.
    fn no_more(&self, direction: &str) -> String {
        let what = self.settings.markings.marks.stop();
        if self.pair.stops.is_empty() {
            format!("no {what} in these two")
        } else {
            format!("no further {what} {direction}")
        }
    }

    fn halt(&mut self, stop: usize) {
        if !self.settings.is_single {
            self.position.focus = self.pair.stops[stop].side;
        }
        self.to_row(self.rows.stop_rows[stop]);
        self.position.stop = Some(stop);
    }

    /// Opens the fold at the cursor; else goes to the next band of the link there, and gives the focus to the side that is at home there.
    pub(in crate::tui) fn follow(&mut self) {
        if self.unfold() {
            return;
        }
        let Some(row) = self.rows.layout.rows.get(self.viewport().cursor) else { return };
        let band = row.band;
        let Some(link) = self.pair.bands.bands[band].link else {
            self.status.notice = Some(self.alone_here(band));
            return;
        };
        let of_link: Vec<usize> = self.pair.bands.of_link(link).collect();
        if of_link.len() < 2 {
            self.status.notice = Some("both stand here, side by side".to_owned());
            return;
        }
        let next = of_link.iter().copied().find(|&other| other > band).unwrap_or(of_link[0]);
        self.note_jump();
        let at_home =
            |side: &Side| self.pair.bands.bands[next].placed[*side].iter().any(|cell| cell.home == Home::Here);
        let focus = Side::BOTH.into_iter().find(at_home).unwrap_or(self.position.focus);
        if self.position.focus != focus {
            self.position.focus = focus;
            if self.settings.is_single {
                self.update_layout();
            }
        }
        self.to_row(self.rows.layout.rows_of(next).start);
    }

    /// What to say of blocks that have no partner.
    fn alone_here(&self, band: usize) -> String {
        let anchor = self.anchor_on(self.position.focus).or_else(|| self.anchor_on(self.position.focus.other()));
        let letters = self.pair.letters();
        match anchor.filter(|anchor| anchor.band == band) {
            Some(anchor) => {
                let (here, there) = (&letters[anchor.side], &letters[anchor.side.other()]);
                format!("{here}¶{} stands alone: its wording was not found in {there}", anchor.block + 1)
            }
            None => "nothing to follow here".to_owned(),
        }
    }
}
