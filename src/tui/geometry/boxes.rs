//! Where a box stands that is open over the text.
//!
//! ```text
//!     ┌─ title ──────┐     in the middle of the screen, as large as what it holds
//!     │              │     and no larger than the screen but for its last line
//!     └──────────────┘
//! ```

use ratatui::layout::Rect;

use crate::tui::screen::Screen;
use crate::wrap;

/// What is to have room in a box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoxSize {
    /// The columns of its widest line.
    pub columns: usize,
    /// Its lines.
    pub lines: usize,
    /// The text in its border.
    pub title: String,
}

impl BoxSize {
    /// Returns where the box stands, its border included.
    #[must_use]
    pub fn outer(&self, screen: &Screen) -> Rect {
        let columns = u16::try_from(self.columns.max(wrap::width(&self.title))).unwrap_or(u16::MAX);
        let width = columns.saturating_add(4).min(screen.width);
        let height =
            u16::try_from(self.lines).unwrap_or(u16::MAX).saturating_add(2).min(screen.height.saturating_sub(1));
        Rect::new((screen.width - width) / 2, (screen.height - height) / 2, width, height)
    }

    /// Returns its inside: what is left without the border and the space beside it.
    #[must_use]
    pub fn inner(&self, screen: &Screen) -> Rect {
        let Rect { x, y, width, height } = self.outer(screen);
        Rect::new(x + 2, y + 1, width.saturating_sub(4), height.saturating_sub(2))
    }
}
