//! From the whole story into the text.

use crate::layout::{Arrangement, Folds};
use crate::pages::{Target, TargetPlace};
use crate::pair::Side;
use crate::tui::state::{Anchor, Reader, SideBlock};

/// How deep on the screen a block stands that was gone to.
const DEPTH: usize = 3;

impl Reader {
    /// Reads two articles, at a place in them.
    pub(in crate::tui) fn read(&mut self, target: Target) {
        self.note_jump();
        if let Some(folding) = target.folding {
            self.settings.folds = Folds::new(folding);
        }
        if target.pair != self.pair.shown {
            self.pair.shown = target.pair;
            self.load_pair();
        }
        let (side, at) = match target.at {
            TargetPlace::Block(side, block) => (side, (block, 0, DEPTH)),
            TargetPlace::Words(side, block, byte) => (side, (block, byte, DEPTH)),
            TargetPlace::Both(side, places) => (side, (places[side].0, places[side].1, DEPTH)),
            TargetPlace::Start | TargetPlace::FirstSharedRun(_) => (Side::Left, (0, 0, 0)),
        };
        self.position.focus = side;
        self.to_home(side, at);
        if let TargetPlace::Both(side, places) = target.at {
            self.show_opposite(side.other(), places[side.other()]);
        }
        if let TargetPlace::FirstSharedRun(side) = target.at
            && let Some(block) = self.pair.comparison.sharing.runs[side].first().map(|run| run.block)
        {
            self.position.focus = side;
            self.to_home(side, (block, 0, DEPTH));
        }
        if let Some(folding) = target.folding {
            self.update_layout();
            self.position.focus = Side::Right;
            self.to_row(0);
            self.status.notice = Some(folding.name().to_owned());
        }
    }

    /// Shows a place of the side that is not in focus: where it is out of sight and there are two panes these are freed, so that each is
    /// at its own place.
    fn show_opposite(&mut self, side: Side, (block, byte): (usize, usize)) {
        if self.rows.screen.columns.arrangement != Arrangement::Facing || self.is_in_sight(SideBlock { side, block }) {
            return;
        }
        let Some(&band) = self.pair.bands.home[side].get(block) else { return };
        if self.settings.is_locked {
            self.toggle_lock();
        }
        self.return_to(side, Some(Anchor { side, band, block, byte, depth: DEPTH }));
    }
}
