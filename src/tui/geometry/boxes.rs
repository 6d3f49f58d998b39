//! Where a box stands that is open over the text.
//!
//! ```text
//!     ┌─ title ──────┐     in the middle of the screen, as large as what it holds
//!     │              │     and no larger than the screen but for its last line
//!     └──────────────┘
//!
//!     ▌ the block that     one that tells of some rows stands clear of them
//!     ▌ is told of         where there is room below or above them
//!     ┌─ title ──────┐
//!     │              │
//! ```

use std::ops::Range;

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

    /// Returns where the box stands if it is to leave some rows of the screen in sight, the first of all: in the middle, else below or
    /// above them, else where it covers the fewest.
    #[must_use]
    pub fn clear_of(&self, screen: &Screen, kept: &[Range<u16>]) -> Rect {
        let middle = self.outer(screen);
        let last = screen.height.saturating_sub(1).saturating_sub(middle.height);
        let beside = |rows: &Range<u16>| [rows.end.min(last), rows.start.saturating_sub(middle.height).min(last)];
        let places = std::iter::once(middle.y).chain(kept.iter().flat_map(beside));
        let covered = |y: u16| {
            let of = |rows: &Range<u16>| (y + middle.height).min(rows.end).saturating_sub(y.max(rows.start));
            kept.iter().map(of).collect::<Vec<_>>()
        };
        let y = places.min_by_key(|&y| covered(y)).unwrap_or(middle.y);
        Rect { y, ..middle }
    }

    /// Returns its inside: what is left without the border and the space beside it.
    #[must_use]
    pub fn inner(&self, screen: &Screen) -> Rect {
        inside(self.outer(screen))
    }
}

/// Returns the inside of a box: what is left without the border and the space beside it.
#[must_use]
pub fn inside(Rect { x, y, width, height }: Rect) -> Rect {
    Rect::new(x + 2, y + 1, width.saturating_sub(4), height.saturating_sub(2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::PageSetup;

    #[test]
    fn a_box_leaves_what_it_tells_of_in_sight() {
        let screen = Screen::new(PageSetup { width: 80, height: 24, ..PageSetup::default() }, 9);
        let of = |lines, kept: &[(u16, u16)]| {
            let kept: Vec<Range<u16>> = kept.iter().map(|&(start, end)| start..end).collect();
            BoxSize { columns: 40, lines, title: String::new() }.clear_of(&screen, &kept).y
        };
        // In the middle where nothing is in the way, else below or above.
        assert_eq!((of(4, &[]), of(4, &[(3, 6)]), of(4, &[(8, 12)]), of(4, &[(14, 22)])), (9, 9, 12, 8));
        // There is no room for both: the first stays in sight.
        assert_eq!((of(12, &[(3, 6), (3, 14)]), of(12, &[(10, 12), (3, 12)])), (9, 9));
        // Nor for it: as much of it as there can be.
        assert_eq!(of(30, &[(3, 6)]), 0);
    }
}
