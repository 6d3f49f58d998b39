//! How the panes are set: arrangement, one alone, widths, folds, marks, locked or free.

use super::Model;
use crate::keys::Action;
use crate::layout::{Arrangement, Folds};
use crate::pair::Side;
use crate::present::Marks;

impl Model {
    /// The arrangement that is wanted, whether it fits or not.
    pub(super) fn arrangement(&self) -> Arrangement {
        if self.settings.is_single { Arrangement::Single(self.focus) } else { self.settings.setup.arrangement }
    }

    /// Sets the pair in the next arrangement.
    pub(super) fn arrange(&mut self) {
        self.keeping_place(|model| {
            let place = Arrangement::ALL.iter().position(|&other| other == model.screen.columns.arrangement);
            let mut next = Arrangement::ALL[place.map_or(0, |place| (place + 1) % Arrangement::ALL.len())];
            // Where two columns do not fit, asking for them would change nothing.
            if next == Arrangement::Facing && model.screen.columns.is_narrow {
                next = Arrangement::ALL[1];
            }
            model.settings.is_single = false;
            model.settings.setup.arrangement = next;
            model.lay_out();
        });
        let name = self.screen.columns.arrangement.name();
        self.notice = Some(self.narrowness().unwrap_or_else(|| format!("arrangement: {name}")));
    }

    /// Shows the focused pane alone, or both again.
    pub(super) fn toggle_single(&mut self) {
        self.keeping_place(|model| {
            model.settings.is_single = !model.settings.is_single;
            model.lay_out();
        });
    }

    /// Gives the focus to a side; if one pane stands alone, it is that one's turn.
    pub(super) fn focus_on(&mut self, side: Side) {
        if self.focus == side {
            return;
        }
        if self.settings.is_single {
            let kept = self.place_on(side).map(|place| (place.block, place.byte, place.depth));
            let block = self.block(side);
            self.focus = side;
            self.lay_out();
            self.to_home(side, kept.unwrap_or((block, 0, 0)));
        } else {
            self.focus = side;
        }
    }

    /// Moves the gutter.
    pub(super) fn shift(&mut self, columns: isize) {
        if self.screen.columns.arrangement != Arrangement::Facing {
            self.notice = Some("widths are those of two columns".to_owned());
            return;
        }
        let before = self.screen.columns.panes;
        self.keeping_place(|model| {
            model.settings.setup.shift += columns;
            model.lay_out();
        });
        if self.screen.columns.panes == before {
            self.settings.setup.shift -= columns;
            self.notice = Some("a pane is as narrow as it reads well".to_owned());
        }
    }

    /// Locks the panes, the other one coming to where the focused one is, or frees them.
    pub(super) fn toggle_lock(&mut self) {
        self.settings.is_locked = !self.settings.is_locked;
        if self.settings.is_locked {
            self.eyes[self.focus.other()] = self.eye();
        }
        let free = || match self.keymap.first(Action::Lock) {
            Some(key) => format!("panes free: {key} locks them"),
            None => "panes free".to_owned(),
        };
        self.notice = Some(if self.settings.is_locked { "panes locked".to_owned() } else { free() });
    }

    /// Folds what comes next.
    pub(super) fn fold(&mut self) {
        let folding = self.settings.folds.folding.next();
        self.keeping_place(|model| {
            model.settings.folds = Folds::new(folding);
            model.lay_out();
        });
        self.notice = Some(folding.name().to_owned());
    }

    /// Opens the fold at the cursor; whether there was one.
    pub(super) fn unfold(&mut self) -> bool {
        let Some(bands) = self.layout.fold_at(self.eye().cursor) else { return false };
        let first = bands.start;
        self.keeping_place(|model| {
            model.settings.folds.open(bands);
            model.lay_out();
        });
        self.to_row(self.layout.rows_of(first).start);
        true
    }

    /// Marks what comes next: differences, what is shared, nothing.
    pub(super) fn next_marks(&mut self) {
        let (marks, said) = match self.settings.markings.marks {
            Marks::Differences => (Marks::Shared, "marked: what is shared"),
            Marks::Shared => (Marks::Nothing, "nothing marked"),
            Marks::Nothing => (Marks::Differences, "marked: what differs"),
        };
        self.settings.markings.marks = marks;
        self.find_stops();
        self.keeping_place(Self::lay_out);
        self.notice = Some(said.to_owned());
    }

    /// Shows or hides differences of spelling, case and punctuation.
    pub(super) fn toggle_small(&mut self) {
        self.settings.markings.small = !self.settings.markings.small;
        self.find_stops();
        self.keeping_place(Self::lay_out);
        let said = if self.settings.markings.small { "shown" } else { "hidden" };
        self.notice = Some(format!("spelling, case and punctuation: {said}"));
    }
}
