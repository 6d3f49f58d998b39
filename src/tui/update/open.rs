//! From the whole story into the text.

use crate::layout::Folds;
use crate::pages::{Target, TargetPlace};
use crate::pair::Side;
use crate::tui::state::Reader;

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
            TargetPlace::Start | TargetPlace::FirstSharedRun(_) => (Side::Left, (0, 0, 0)),
        };
        self.position.focus = side;
        self.to_home(side, at);
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
}
