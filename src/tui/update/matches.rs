//! From match to match.
//!
//! Matches are kept by their places in the texts, so that they outlast another width; a row is asked for only where one is
//! needed. They are met in the order of the rows, each at its block's home and so only once:
//!
//! ```text
//!      The ferries [would] be      │       │  Nobody at the quay [would]     on one row the left comes first
//!      renewed.                    │       │  believe it.
//!                                  │       │  ┊ The ferries [would] be       an echo is marked, but no halt
//! ```

use crate::layout::{Arrangement, RowCell};
use crate::pair::{Pair, Side};
use crate::search::{MOST, SearchMatch};
use crate::tui::state::{MatchCount, Reader, SearchScope};

impl Reader {
    /// Halts at the next match (the first at or below the cursor, if none is halted at), or at the previous one; from the
    /// last one on to the first, and back.
    pub(in crate::tui) fn next_match(&mut self, forward: bool) {
        self.search_around();
        let next = match self.search.at {
            Some(at) => self.match_after(at, forward),
            None => self.match_beyond(self.viewport().cursor, forward),
        };
        if next.is_none() {
            self.search_at_edge(forward);
        }
        let around = || self.match_beyond(if forward { 0 } else { usize::MAX }, forward);
        let (Some(at), is_around) = (next.or_else(around), next.is_none()) else {
            self.status.notice = self.nothing_found();
            return;
        };
        // From match to match is one jump: the way back leads to where the reader left the text for them.
        if self.search.at.is_none() {
            self.note_jump();
        }
        self.open_fold_at(at);
        self.halt_at_match(at);
        if is_around {
            let from = if forward { "from the top again" } else { "from the end again" };
            self.status.notice = self.match_position().map(|position| format!("{position} · {from}"));
        }
    }

    pub(in crate::tui) fn halt_at_match(&mut self, at: (Side, usize)) {
        let has_crossed = !self.settings.is_single && self.position.focus != at.0;
        if has_crossed {
            self.position.focus = at.0;
        }
        self.to_row(self.row_of_match(at.0, &self.search.found[at.0][at.1]));
        self.search.at = Some(at);
        self.position.has_crossed = has_crossed;
    }

    pub(in crate::tui) fn open_fold_at(&mut self, (side, index): (Side, usize)) {
        let row = self.row_of_match(side, &self.search.found[side][index]);
        if let Some(bands) = self.rows.layout.fold_at(row) {
            self.keeping_place(|reader| {
                reader.settings.folds.open(bands);
                reader.update_layout();
            });
        }
    }

    /// Tells whether the article in focus has a match after the one that is halted at, or before it.
    pub(in crate::tui) fn has_match_here(&mut self, forward: bool) -> bool {
        self.search_around();
        let next = match self.search.at {
            Some(at) => self.match_after(at, forward),
            None => self.match_beyond(self.viewport().cursor, forward),
        };
        next.is_some()
    }

    /// Returns the matches of a side, if it is shown; if the whole story is searched, those of the side in focus alone are met.
    fn matches(&self, side: Side) -> &[SearchMatch] {
        let is_apart = match self.rows.screen.columns.arrangement {
            Arrangement::Single(only) => only != side,
            _ => self.search.scope == SearchScope::Story && side != self.position.focus,
        };
        if is_apart { &[] } else { &self.search.found[side] }
    }

    /// Returns the row of a match: that of the line in which it begins, at its block's home.
    fn row_of_match(&self, side: Side, found: &SearchMatch) -> usize {
        let first = self.rows.home_rows[side][found.block()];
        match self.rows.layout.rows.get(first).map(|row| (row.cells[side], row.band)) {
            Some((RowCell::Text { index, .. }, band)) => {
                let lines = self.rows.layout.lines(side, self.pair.bands.bands[band].placed[side][index]);
                let line = lines.partition_point(|line| line.range().end <= found.range().start);
                first + line.min(lines.len().saturating_sub(1))
            }
            _ => first,
        }
    }

    /// Returns how many matches of each side stand above a row; those of the left also on it, if so.
    fn matches_above(&self, row: usize, with_left: bool) -> Pair<usize> {
        Pair::from_fn(|side| {
            let end = if with_left && side == Side::Left { row.saturating_add(1) } else { row };
            self.matches(side).partition_point(|found| self.row_of_match(side, found) < end)
        })
    }

    /// Returns how many matches of each side come before one of them.
    fn matches_before(&self, (side, index): (Side, usize)) -> Pair<usize> {
        let row = self.row_of_match(side, &self.search.found[side][index]);
        let mut before = self.matches_above(row, side == Side::Right);
        before[side] = index;
        before
    }

    /// Returns the first match at or below a row, or the last one above it.
    pub(in crate::tui) fn match_beyond(&self, row: usize, forward: bool) -> Option<(Side, usize)> {
        self.match_next_to(self.matches_above(row, false), forward)
    }

    /// Returns the first match of the cursor's row.
    pub(in crate::tui) fn match_on_row(&self) -> Option<(Side, usize)> {
        let row = self.viewport().cursor;
        self.match_beyond(row, true)
            .filter(|&(side, index)| self.row_of_match(side, &self.search.found[side][index]) == row)
    }

    /// Returns the match after another, or before it.
    fn match_after(&self, at: (Side, usize), forward: bool) -> Option<(Side, usize)> {
        let mut before = self.matches_before(at);
        before[at.0] += usize::from(forward);
        self.match_next_to(before, forward)
    }

    /// Returns the match that comes after so many of each side, or the last one of those.
    fn match_next_to(&self, before: Pair<usize>, forward: bool) -> Option<(Side, usize)> {
        let candidate = |side: Side| {
            let index = if forward { Some(before[side]) } else { before[side].checked_sub(1) }?;
            let found = self.matches(side).get(index)?;
            Some((self.row_of_match(side, found), side, index))
        };
        let candidates = Side::BOTH.into_iter().filter_map(candidate);
        let next = if forward { candidates.min() } else { candidates.max() };
        next.map(|(_, side, index)| (side, index))
    }

    /// Returns how many matches are shown, or how many there are in the whole story, if that is searched and it is known.
    #[must_use]
    pub fn match_count(&self) -> usize {
        match self.search.story.counts() {
            Some(counts) => counts.iter().map(|count| count.counted).sum(),
            None => Side::BOTH.into_iter().map(|side| self.matches(side).len()).sum(),
        }
    }

    /// `match 3 of 12 · B¶7`, if the reader halted at one; `now in B¶7` if that led into the other pane.
    #[must_use]
    pub fn match_position(&self) -> Option<String> {
        let at = self.search.at.filter(|&(side, _)| !self.search.found[side].is_empty())?;
        let block = self.search.found[at.0].get(at.1)?.block() + 1;
        let position = self.match_number().map_or_else(|| self.matches_counted(), |number| format!("match {number}"));
        let now = if self.position.has_crossed { "now in " } else { "" };
        Some(format!("{position} · {now}{}¶{block}", self.pair.letters()[at.0]))
    }

    /// Returns which match the reader halted at, of so many: `3 of 12`; `None` if not all were counted.
    pub(in crate::tui) fn match_number(&self) -> Option<String> {
        let at = self.search.at?;
        let before = match self.search.scope {
            SearchScope::Pair => self.matches_before(at).iter().sum::<usize>(),
            SearchScope::Story => {
                let earlier = self.search.story.counts()?.get(..self.pair.shown[at.0])?;
                earlier.iter().map(|count| count.counted).sum::<usize>() + at.1
            }
        };
        self.has_counted_all().then(|| format!("{} of {}", before + 1, self.match_count()))
    }

    /// Tells whether no article has more matches than are counted.
    fn has_counted_all(&self) -> bool {
        let is_all = |counts: &[MatchCount]| counts.iter().all(|count| count.is_all);
        self.search.story.counts().map_or(self.search.is_all, is_all)
    }

    /// `12 matches`, in the whole story `12 matches in 3 outlets`, or that there are more than were counted, or that they are being
    /// counted.
    #[must_use]
    pub fn matches_counted(&self) -> String {
        let counts = self.search.story.counts();
        if self.search.scope == SearchScope::Story && counts.is_none() {
            return "searching the whole story".to_owned();
        }
        let matches = match self.match_count() {
            1 => "1 match".to_owned(),
            _ if !self.has_counted_all() => format!("more than {MOST} matches"),
            count => format!("{count} matches"),
        };
        match counts.map(|counts| counts.iter().filter(|count| count.counted > 0).count()) {
            None | Some(0) => matches,
            Some(1) => format!("{matches} in 1 outlet"),
            Some(outlets) => format!("{matches} in {outlets} outlets"),
        }
    }

    /// Returns what to say of a search without matches; `None` if nothing is searched.
    #[must_use]
    pub fn nothing_found(&self) -> Option<String> {
        let is_counted = self.search.scope == SearchScope::Pair || self.search.story.counts().is_some();
        let typed = self.search.typed().filter(|_| is_counted && self.match_count() == 0)?;
        let hidden = Side::BOTH.into_iter().find(|&side| !self.search.found[side].is_empty());
        Some(match hidden {
            Some(side) => format!("found in {} only, which is not shown: {typed}", self.pair.letters()[side]),
            None if typed.contains(char::is_uppercase) => format!("nothing found, capitals count: {typed}"),
            None => format!("nothing found: {typed}"),
        })
    }
}
