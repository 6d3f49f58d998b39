//! Which side the cursor is on: one answer for heads, tabs, the last line and every key.
//!
//! ```text
//!     two panes      the one that was chosen, whatever stands there
//!     one column     the side of the row at the cursor; a row of neither leaves it as it is
//! ```
//!
//! In one column the focus follows the cursor after everything that happens, so that nobody has to ask twice; whoever asks for
//! a side there is led to a row of it.

use crate::present::labels;
use crate::tui::state::{Reader, SideBlock, Viewport};

impl Reader {
    /// Gives the focus to the side that is seen at the cursor, where both stand in one column. Nothing scrolls.
    ///
    /// Cost: linear in the rows of the screen.
    pub(in crate::tui) fn settle_focus(&mut self) {
        let (focus, here) = (self.position.focus, self.here().side);
        // An article without a block can only be chosen, never read.
        if !self.pair.articles()[focus].blocks.is_empty() {
            self.position.focus = here;
        }
    }

    /// Says that nothing of the side in focus can be seen, and returns true, where that is so: keys that take a block do nothing then.
    pub(in crate::tui) fn says_unseen(&mut self) -> bool {
        let Some(away) = self.away() else { return false };
        let SideBlock { side, block } = self.here();
        let letter = &self.pair.letters()[side];
        let name = labels::blocks(letter, &[block], "");
        self.status.notice = Some(format!("nothing of {letter} is on the screen here: {name} is {away}"));
        true
    }

    /// Goes, where both sides stand in one column and the cursor is on the other one's row, to what is seen of the side in focus; if
    /// nothing is, to its last block above.
    pub(in crate::tui) fn to_own_row(&mut self) {
        let focus = self.position.focus;
        if self.here().side == focus {
            return;
        }
        if let Some(cursor) = self.own_row_in_sight(focus) {
            self.set_viewport(focus, Viewport { cursor, ..self.viewport() });
        } else if let Some(&row) = self.rows.home_rows[focus].get(self.block(focus)) {
            self.to_row(row);
        }
    }
}
