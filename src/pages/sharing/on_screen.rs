//! The matrix on a screen: the longest runs of the chosen two beside it or below, and the bars of all articles.
//!
//! ```text
//!     all of it fits           it does not: a run is chosen      … and where a bar is chosen
//!     head                     head                              head of the bars
//!     matrix    runs           the chosen row                    bar
//!     bars                       its runs                        the chosen bar
//!                              matrix …                            its runs
//! ```
//!
//! What does not fit passes under the head. Bars never pass under the names of the matrix's columns.

use super::MatrixTable;
use super::bars::Bars;
use super::runs::{self, RunLines, RunsSetup};
use crate::pages::page::{AROUND, Aside, SHORT};
use crate::pages::{Facts, PresentedPage};
use crate::pair::Pair;
use crate::present::{Line, Role, Span};
use crate::story::SharedWording;

/// The columns between the matrix and what stands beside it, and the least that this has.
const GAP: usize = 3;
const BESIDE: usize = 36;

/// The least rows of the runs below the matrix, and those of the runs beside it that are enough.
const RUN_ROWS: usize = 3;
const AIRY: usize = 16;

/// Sets the matrix, the runs of the chosen two, if there are two, and the bars on the rows of a screen.
pub(super) fn on_screen<'a>(
    facts: Facts<'a>,
    wording: &'a SharedWording,
    matrix: MatrixTable<'a>,
    chosen: Option<Pair<usize>>,
) -> PresentedPage<'a> {
    let mut parts = Parts::new(facts, wording, matrix);
    parts.set_runs(chosen);
    parts.is_airy = parts.lines() + parts.count().saturating_sub(1) <= parts.room();
    if parts.lines() > parts.room() {
        parts.show_chosen(chosen);
    }
    parts.present()
}

/// Where the runs stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RunsPlace {
    /// Beside the matrix.
    Beside,
    /// Below it.
    Below,
    /// Below the item of this index.
    Under(usize),
}

/// What stands on the page of a screen.
struct Parts<'a> {
    facts: Facts<'a>,
    head: Vec<Line<'static>>,
    matrix: MatrixTable<'a>,
    bars: Bars<'a>,
    runs: RunLines,
    place: RunsPlace,
    /// What stands above the bars.
    below: Vec<Line<'static>>,
    /// Whether there is room for a line between the bars.
    is_airy: bool,
    /// Whether the bars stand there without the matrix.
    is_bars: bool,
}

impl<'a> Parts<'a> {
    fn new(facts: Facts<'a>, wording: &'a SharedWording, matrix: MatrixTable<'a>) -> Self {
        let setup = matrix.setup;
        let mut head = matrix.head.clone();
        if setup.height < SHORT {
            // The title and the names of the columns.
            head.drain(1..head.len() - 1);
        }
        let bars = Bars::new(facts, wording, matrix.indent, setup);
        let is_beside = matrix.width() + GAP + BESIDE <= setup.width;
        let place = if is_beside { RunsPlace::Beside } else { RunsPlace::Below };
        let (runs, below) = (RunLines::new(), bars.head());
        Self { facts, head, matrix, bars, runs, place, below, is_airy: false, is_bars: false }
    }

    fn count(&self) -> usize {
        self.matrix.analysis.order.len()
    }

    /// Returns the rows of the page.
    fn room(&self) -> usize {
        self.matrix.setup.height.saturating_sub(AROUND)
    }

    /// Returns the lines of the page without those between the bars.
    fn lines(&self) -> usize {
        let runs = match self.place {
            RunsPlace::Beside => self.runs.len().saturating_sub(self.count()),
            RunsPlace::Below => self.runs.len() + 1,
            RunsPlace::Under(_) => self.runs.len(),
        };
        self.head.len() + self.count() + runs + 1 + self.below.len() + self.count()
    }

    /// Sets the runs beside the matrix or below it, in as many rows as the rest leaves.
    fn set_runs(&mut self, chosen: Option<Pair<usize>>) {
        let count = self.count();
        let is_beside = self.place == RunsPlace::Beside;
        let taken = |head: usize| head + self.below.len() + 1 + count;
        let mut free = self.room().saturating_sub(taken(self.head.len()));
        if !is_beside && self.head.len() > 2 && free < count + 1 + RUN_ROWS {
            // The line above the names of the columns.
            self.head.remove(self.head.len() - 2);
            free += 1;
        }
        // A line between the bars parts them, where that takes nothing from the runs that is missed.
        let between = count.saturating_sub(1);
        let rows = match is_beside {
            true if free >= count.max(AIRY) + between => free - between,
            true => free.max(count).max(RUN_ROWS),
            false => free.saturating_sub(count + 1).max(RUN_ROWS),
        };
        self.find_runs(chosen, rows);
    }

    fn find_runs(&mut self, chosen: Option<Pair<usize>>, rows: usize) {
        let (page, chosen_run) = (self.matrix.setup, self.matrix.choice.run);
        let setup = RunsSetup { page, columns: page.width - self.left(), rows, chosen: chosen_run };
        self.runs = chosen.map_or_else(RunLines::new, |pair| runs::lines(&self.facts, pair, setup));
    }

    /// Keeps what is chosen in sight where the page is longer than the screen: a bar under the head of the bars, and a run.
    fn show_chosen(&mut self, chosen: Option<Pair<usize>>) {
        let choice = self.matrix.choice;
        self.is_bars = choice.item >= self.count();
        let head = if self.is_bars { self.below.len() } else { self.head.len() };
        if choice.run.is_some() && !self.is_run_in_sight() {
            self.place = RunsPlace::Under(choice.item);
            self.find_runs(chosen, (self.room().saturating_sub(head) / 2).max(RUN_ROWS));
        }
    }

    /// Tells whether all lines of the chosen run are in sight. Cost: that of the items that are.
    fn is_run_in_sight(&self) -> bool {
        let choice = self.matrix.choice;
        let page = PresentedPage::new(Vec::new(), 2 * self.count(), |item| self.item(item));
        let in_sight = page.in_sight(choice.item, self.room().saturating_sub(self.head.len()));
        let is_in_sight = |(item, line)| in_sight.iter().any(|(of, at, _)| (*of, *at) == (item, line));
        let lines = || self.aside().into_iter().filter(|(.., run)| *run == choice.run);
        !self.is_bars && lines().next().is_some() && lines().all(|(item, line, _)| is_in_sight((item, line)))
    }

    /// Returns the column that the runs begin at.
    fn left(&self) -> usize {
        if self.place == RunsPlace::Beside { self.matrix.width() + GAP } else { 0 }
    }

    fn present(self) -> PresentedPage<'a> {
        let (columns, indent) = (self.matrix.columns.clone(), self.matrix.indent);
        // Bars by themselves have no columns to point at.
        let cell = if self.is_bars { 0 } else { self.matrix.cell() };
        let aside = Aside { left: self.left(), lines: self.aside() };
        let (count, bars) = (self.count(), self.is_bars.then(|| self.below.clone()));
        let page = PresentedPage::new(self.head.clone(), 2 * count, move |item| self.item(item));
        let page = page.with_columns(columns, indent, cell).with_aside(aside);
        match bars {
            Some(head) => page.beginning_at(count, head),
            None => page,
        }
    }

    /// Returns the lines of an item: a row of the matrix, with the runs beside it; below the last one what is left of these, and
    /// the head of the bars; then the bars.
    fn item(&self, item: usize) -> Vec<Line<'static>> {
        let count = self.count();
        let mut lines = match item.checked_sub(count) {
            Some(row) => vec![self.bar(row)],
            None => vec![self.beside(self.matrix.row(item), item)],
        };
        if self.place == RunsPlace::Under(item) {
            lines.extend(self.runs.iter().map(|(line, _)| line.clone()));
        }
        if item + 1 == count {
            lines.extend(self.rest());
        }
        lines.extend((self.is_airy && (count..2 * count - 1).contains(&item)).then(Line::new));
        lines
    }

    /// Returns a bar, by the index of its row.
    fn bar(&self, row: usize) -> Line<'static> {
        let (article, choice) = (self.matrix.analysis.order[row], &self.matrix.choice);
        let is_chosen = self.matrix.window.sets_off_item(choice, row + self.count());
        let role = if is_chosen { Role::Chosen } else { Role::Heading };
        self.bars.line(article, Span::new(self.matrix.names[article].clone(), role))
    }

    /// Sets a line of the runs behind a row, if they stand beside the matrix.
    fn beside(&self, mut row: Line<'static>, index: usize) -> Line<'static> {
        if self.place == RunsPlace::Beside
            && let Some((line, _)) = self.runs.get(index)
        {
            row.push(Span::new(" ".repeat(GAP), Role::Text));
            row.extend(line.iter().cloned());
        }
        row
    }

    /// Returns what stands below the last row of the matrix.
    fn rest(&self) -> Vec<Line<'static>> {
        let blank = || vec![Span::new(" ".repeat(self.matrix.width()), Role::Text)];
        let mut lines: Vec<Line<'static>> = match self.place {
            RunsPlace::Beside => (self.count()..self.runs.len()).map(|index| self.beside(blank(), index)).collect(),
            RunsPlace::Below => {
                std::iter::once(Line::new()).chain(self.runs.iter().map(|(line, _)| line.clone())).collect()
            }
            RunsPlace::Under(_) => Vec::new(),
        };
        lines.push(Line::new());
        lines.extend(self.below.iter().cloned());
        lines
    }

    /// Returns on which line of which item each line of the runs stands.
    fn aside(&self) -> Vec<(usize, usize, Option<usize>)> {
        let last = self.count().saturating_sub(1);
        let at = |(index, (_, run)): (usize, &(Line<'static>, Option<usize>))| match self.place {
            RunsPlace::Beside if index <= last => (index, 0, *run),
            RunsPlace::Beside => (last, index - last, *run),
            // A row of the matrix and a line between.
            RunsPlace::Below => (last, index + 2, *run),
            RunsPlace::Under(item) => (item, index + 1, *run),
        };
        self.runs.iter().enumerate().map(at).collect()
    }
}
