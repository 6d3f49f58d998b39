//! Which outlets stand in the panes.

use std::sync::Arc;

use crate::intake::LeftOutWay;
use crate::pair::{Pair, Side};
use crate::story::Story;
use crate::tui::state::{Anchor, Reader, SideBlock, TakenStory, Viewport};

/// The outlets before and after the focused one whose tabs may be in sight, and the most words of them together that are
/// looked through for what each shares, and compared.
const TABS: usize = 14;
const WORDS: usize = 100_000;

impl Reader {
    /// Finds what every outlet shares with each of the two on the screen.
    pub(in crate::tui) fn find_shares(&mut self) {
        let count = self.pair.story.articles().len();
        let opposite = self.pair.comparison.sharing.shares();
        self.pair.shares = Pair::from_fn(|side| {
            let (here, there) = (self.pair.shown[side], self.pair.shown[side.other()]);
            let mut shares = vec![None; count];
            shares[there] = Some(opposite[side.other()]);
            let others = self.near(here, there);
            for (&article, share) in others.iter().zip(self.pair.story.shares(&others, here)) {
                shares[article] = Some(share);
            }
            shares
        });
    }

    /// Asks how the blocks of the focused article stand in the outlets whose tabs may be in sight, unless it is known.
    ///
    /// Cost: linear in those outlets; they are compared in the background.
    pub(in crate::tui) fn find_standings(&mut self) {
        let focus = self.position.focus;
        let (here, there) = (self.pair.shown[focus], self.pair.shown[focus.other()]);
        let others = self.near(here, there);
        if let Some(job) = self.facts.standings.ask(&self.pair.story, self.pins.of_story(), here, &others) {
            self.outbox.comparison = Some(job);
        }
    }

    /// Returns the outlets around one, but not the one opposite; none if they are too long together.
    fn near(&self, here: usize, there: usize) -> Vec<usize> {
        let near = here.saturating_sub(TABS)..(here + TABS + 1).min(self.pair.story.articles().len());
        let others: Vec<usize> = near.filter(|&article| article != here && article != there).collect();
        let words: usize = others.iter().map(|&article| self.pair.story.words(article)).sum();
        if words <= WORDS { others } else { Vec::new() }
    }

    /// Opens a story of the library, by index.
    pub(in crate::tui) fn open_story(&mut self, article: usize) {
        let TakenStory { story, messages } =
            match self.library.open(article, &LeftOutWay::from(&self.keymap), self.pair.story.lists()) {
                None => return,
                Some(Ok(taken)) => taken,
                Some(Err(cause)) => {
                    self.status.tell(vec![cause]);
                    return;
                }
            };
        if Arc::ptr_eq(&story, &self.pair.story) {
            return;
        }
        self.remember();
        self.note_jump();
        self.set_story(story);
        self.pair.shown = Pair::new(0, 1);
        self.position.focus = Side::Left;
        self.load_pair();
        self.to_row(0);
        self.to_own_row();
        self.status.tell(messages);
        self.resume();
        if self.status.notice.is_none() {
            self.say_with_back(format!("story: {}", self.pair.story.name));
        }
    }

    /// Sets another story, and forgets what was known of the one before; its articles are to be loaded then.
    pub(in crate::tui) fn set_story(&mut self, story: Arc<Story>) {
        self.pair.story = story;
        self.pins.open(&self.pair.story);
        self.pins.marked = None;
        self.forget_facts();
        self.pair.stale.clear();
    }

    /// Compares the two articles anew, and stays at the text at the cursor.
    pub(in crate::tui) fn load_in_place(&mut self) {
        let side = self.here().side;
        let kept = self.home_at_cursor(side);
        self.load_pair();
        self.to_home(side, kept);
    }

    /// Goes, where both sides stand in one column, from the other side's row to the row of a side that would stand level with
    /// it in two.
    pub(in crate::tui) fn to_level(&mut self, side: Side) {
        let Some(own) = self.rows.layout.level_in_column(self.viewport().cursor, side) else { return };
        let depth = self.viewport().cursor - self.viewport().top;
        self.set_viewport(side, Viewport { top: own.saturating_sub(depth), cursor: own });
    }

    /// Exchanges the sides. The focus stays where it is, and so does the text that was read, on its other side.
    pub(in crate::tui) fn swap(&mut self) {
        let (here, at) = (self.here(), self.home_at_cursor(self.here().side));
        // Above the text at the cursor may stand what is out of sight by now: it is not what is read.
        let kept = if at.0 == here.block { at } else { (here.block, 0, self.depth_of(here)) };
        self.swap_pair();
        self.to_home(here.side.other(), kept);
    }

    /// Returns how many rows below the first one on the screen a block begins there; that of the cursor if none of it is in sight.
    fn depth_of(&self, at: SideBlock) -> usize {
        let Viewport { top, cursor } = self.viewport();
        self.sight().position(|row| self.is_on(row, at)).unwrap_or(cursor - top)
    }

    /// Returns the block and the byte that the reader is at on a side, and how deep on the screen.
    pub(super) fn home_at_cursor(&self, side: Side) -> (usize, usize, usize) {
        let depth = self.viewport().cursor - self.viewport().top;
        match self.anchor_on(side) {
            Some(anchor) if anchor.side == side => (anchor.block, anchor.byte, anchor.depth),
            // Where both sides are woven into one text there may be nothing of this one.
            Some(anchor) => (self.block(side), 0, anchor.depth),
            None => (self.block(side), 0, depth),
        }
    }

    /// Goes to a byte of a block at its home, its side in focus.
    pub(in crate::tui) fn go_to_place(&mut self, side: Side, block: usize, byte: usize) {
        self.note_jump();
        self.focus_on(side);
        let band = self.pair.bands.home[side][block];
        let row = self.rows.layout.row_at(&self.pair.bands, band, side, block, byte);
        self.to_row(row.unwrap_or(self.rows.home_rows[side][block]));
    }

    /// Goes to a block's home, its side in focus.
    pub(in crate::tui) fn go_to_block(&mut self, side: Side, block: usize) {
        self.note_jump();
        self.focus_on(side);
        self.to_row(self.rows.home_rows[side][block]);
    }

    /// Goes to a block's home, as deep on the screen as it was.
    pub(in crate::tui) fn to_home(&mut self, side: Side, (block, byte, depth): (usize, usize, usize)) {
        let band = self.pair.bands.home[side].get(block).copied().unwrap_or(0);
        let anchor = Anchor { side, band, block, byte, depth };
        self.return_to(self.position.focus, Some(anchor));
        self.position.viewports[self.position.focus.other()] = self.viewport();
    }
}
