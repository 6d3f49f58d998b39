//! From the whole story into the text.

use super::super::Model;
use crate::layout::Folds;
use crate::pages::{Target, TargetPlace};
use crate::pair::Side;

/// How deep on the screen a block stands that was gone to.
const DEPTH: usize = 3;

impl Model {
    /// Opens the reader on what is chosen, or says why that is not to be read.
    pub(super) fn read_chosen(&mut self) {
        let Some(view) = &self.overview else { return };
        match view.page.target(&self.facts(), &view.choice) {
            Some(Ok(target)) => self.read(target),
            Some(Err(why)) => self.notice = Some(why.to_owned()),
            None => {}
        }
    }

    /// Closes the whole story and reads two articles, at a place in them.
    pub(super) fn read(&mut self, target: Target) {
        self.overlay = None;
        self.note_jump();
        if let Some(folding) = target.folding {
            self.settings.folds = Folds::new(folding);
        }
        if target.pair != self.pair.shown {
            self.pair.shown = target.pair;
            self.compare();
        }
        let (side, block, depth) = match target.at {
            TargetPlace::Block(side, block) => (side, block, DEPTH),
            TargetPlace::Start | TargetPlace::FirstSharedRun(_) => (Side::Left, 0, 0),
        };
        self.focus = side;
        self.to_home(side, (block, 0, depth));
        if let TargetPlace::FirstSharedRun(side) = target.at
            && let Some(block) = self.pair.comparison.sharing.runs[side].first().map(|run| run.block)
        {
            self.focus = side;
            self.to_home(side, (block, 0, DEPTH));
        }
        if let Some(folding) = target.folding {
            self.lay_out();
            self.focus = Side::Right;
            self.to_row(0);
            self.notice = Some(folding.name().to_owned());
        }
    }
}
