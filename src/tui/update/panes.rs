//! How the panes are set: arrangement, one alone, widths, folds, marks, locked or free.

use super::motion::ONE_PANE;
use crate::keys::Action;
use crate::layout::{Arrangement, Folds};
use crate::pair::Side;
use crate::present::Marks;
use crate::tui::state::Reader;

impl Reader {
    /// Sets the pair for another size of the screen.
    pub(in crate::tui) fn resize(&mut self, width: u16, height: u16) {
        self.keeping_place(|reader| {
            reader.settings.setup = reader.settings.setup.sized(usize::from(width), usize::from(height));
            reader.update_layout();
        });
    }

    /// Gives so many columns to what is open beside the text, or takes them back (0).
    pub(in crate::tui) fn set_panel(&mut self, columns: u16) {
        self.rows.panel = columns;
        self.keeping_place(Self::update_layout);
    }

    /// Returns the arrangement that is wanted, whether it fits or not.
    pub(in crate::tui) fn arrangement(&self) -> Arrangement {
        if self.settings.is_single { Arrangement::Single(self.position.focus) } else { self.settings.setup.arrangement }
    }

    /// Sets the pair in the next arrangement.
    pub(in crate::tui) fn arrange(&mut self) {
        self.keeping_place(|reader| {
            let index = Arrangement::ALL.iter().position(|&other| other == reader.rows.screen.columns.arrangement);
            let mut next = Arrangement::ALL[index.map_or(0, |index| (index + 1) % Arrangement::ALL.len())];
            // Where two columns do not fit, asking for them would change nothing.
            if next == Arrangement::Facing && reader.rows.screen.columns.is_narrow {
                next = Arrangement::ALL[1];
            }
            reader.settings.is_single = false;
            reader.settings.setup.arrangement = next;
            reader.update_layout();
        });
        let name = self.rows.screen.columns.arrangement.name();
        self.status.notice = Some(self.narrowness().unwrap_or_else(|| format!("arrangement: {name}")));
    }

    /// Shows the focused pane alone, or both again.
    pub(in crate::tui) fn toggle_single(&mut self) {
        self.keeping_place(|reader| {
            reader.settings.is_single = !reader.settings.is_single;
            reader.update_layout();
        });
    }

    /// Gives the focus to a side; if one pane stands alone, it is that one's turn; where both stand in one column, the cursor goes
    /// to what would stand level.
    pub(in crate::tui) fn focus_on(&mut self, side: Side) {
        if self.position.focus == side {
            return;
        }
        if self.settings.is_single {
            let kept = self.anchor_on(side).map(|anchor| (anchor.block, anchor.byte, anchor.depth));
            let block = self.block(side);
            self.position.focus = side;
            self.update_layout();
            self.to_home(side, kept.unwrap_or((block, 0, 0)));
        } else {
            self.position.focus = side;
            self.to_level(side);
            self.to_own_row();
        }
    }

    /// Moves the gutter.
    pub(in crate::tui) fn shift(&mut self, columns: isize) {
        if self.rows.screen.columns.arrangement != Arrangement::Facing {
            self.status.notice = Some("widths are those of two columns".to_owned());
            return;
        }
        let before = self.rows.screen.columns.panes;
        self.keeping_place(|reader| {
            reader.settings.setup.shift += columns;
            reader.update_layout();
        });
        if self.rows.screen.columns.panes == before {
            self.settings.setup.shift -= columns;
            self.status.notice = Some("a pane is as narrow as it reads well".to_owned());
        }
    }

    /// Locks the panes, the other one coming to where the focused one is, or frees them; where there is one, says so.
    pub(in crate::tui) fn toggle_lock(&mut self) {
        if self.rows.screen.columns.arrangement != Arrangement::Facing {
            self.status.notice = Some(ONE_PANE.to_owned());
            return;
        }
        self.settings.is_locked = !self.settings.is_locked;
        if self.settings.is_locked {
            self.position.viewports[self.position.focus.other()] = self.viewport();
        }
        let free = || match self.keymap.first(Action::Lock) {
            Some(key) => format!("panes free: {key} locks them"),
            None => "panes free".to_owned(),
        };
        self.status.notice = Some(if self.settings.is_locked { "panes locked".to_owned() } else { free() });
    }

    /// Folds what comes next.
    pub(in crate::tui) fn fold(&mut self) {
        let folding = self.settings.folds.folding.next();
        self.keeping_place(|reader| {
            reader.settings.folds = Folds::new(folding);
            reader.update_layout();
        });
        self.status.notice = Some(folding.name().to_owned());
    }

    /// Opens the fold at the cursor; whether there was one.
    pub(in crate::tui) fn unfold(&mut self) -> bool {
        let Some(bands) = self.rows.layout.fold_at(self.viewport().cursor) else { return false };
        let first = bands.start;
        self.keeping_place(|reader| {
            reader.settings.folds.open(bands);
            reader.update_layout();
        });
        self.to_row(self.rows.layout.rows_of(first).start);
        true
    }

    /// Marks what comes next: differences, what is shared, nothing; and says how to come back to differences, short enough to stand
    /// beside the key for help on a small screen.
    pub(in crate::tui) fn next_marks(&mut self) {
        let (marks, name, back) = match self.settings.markings.marks {
            Marks::Differences => (Marks::Shared, "marked: shared", Some("twice leads back")),
            Marks::Shared => (Marks::Nothing, "nothing marked", Some("leads back")),
            Marks::Nothing => (Marks::Differences, "marked: what differs", None),
        };
        // Marks of wording take the place of those of evidence.
        self.settings.marks_evidence = false;
        self.settings.markings.marks = marks;
        self.find_stops();
        self.keeping_place(Self::update_layout);
        let back = back.and_then(|back| self.keymap.hint(Action::Marks, back));
        self.status.say([name.to_owned()].into_iter().chain(back));
    }

    /// Shows or hides differences of spelling, case and punctuation.
    pub(in crate::tui) fn toggle_small(&mut self) {
        self.settings.markings.small = !self.settings.markings.small;
        self.find_stops();
        self.keeping_place(Self::update_layout);
        let name = if self.settings.markings.small { "shown" } else { "hidden" };
        self.status.notice = Some(format!("spelling, case and punctuation: {name}"));
    }
}
