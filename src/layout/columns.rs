//! How a width is parted into panes and gutter.
//!
//! ```text
//!     ├─── pane ───┤├─ gutter ─┤├─── pane ───┤
//!      the ferries   │↓ 5 ~  7 │  the ferries
//! ```

use super::page_setup::NARROWEST;
use super::{Arrangement, PageSetup};
use crate::pair::Pair;

/// Holds a width, parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    /// How the articles are set here.
    pub arrangement: Arrangement,
    /// Whether two columns were wanted but do not fit.
    pub is_narrow: bool,
    /// The digits that block numbers need.
    pub digits: usize,
    /// The columns of the panes; of a single column both are the same.
    pub panes: Pair<usize>,
    /// The columns of the gutter: between the panes, or before the only one.
    pub gutter: usize,
    /// The columns that the text of each pane is wrapped to.
    pub measures: Pair<usize>,
}

impl Columns {
    /// Parts a page's width for articles of up to so many blocks. Two columns that are too narrow become one.
    #[must_use]
    pub fn new(setup: PageSetup, blocks: usize) -> Self {
        let PageSetup { width, arrangement: wanted, shift, measure, .. } = setup;
        let digits = blocks.max(10).ilog10() as usize + 1;
        let between = 2 * digits + 7;
        let half = width.saturating_sub(between) / 2;
        let is_narrow = wanted == Arrangement::Facing && half < NARROWEST;
        let arrangement = if is_narrow { Arrangement::Stacked } else { wanted };
        let (panes, gutter) = if arrangement == Arrangement::Facing {
            let room = (half - NARROWEST).cast_signed();
            let shift = shift.clamp(-room, room);
            let panes = Pair::new(half.saturating_add_signed(shift), half.saturating_add_signed(-shift));
            (panes, between)
        } else {
            let pane = width.saturating_sub(digits + 8);
            (Pair::new(pane, pane), digits + 8)
        };
        let measures = panes.map(|pane| {
            let margins = if pane >= NARROWEST + 2 { 2 } else { usize::from(arrangement == Arrangement::Facing) };
            pane.saturating_sub(margins).clamp(1, measure.max(1))
        });
        Self { arrangement, is_narrow, digits, panes, gutter, measures }
    }

    /// Returns the columns between each pane's left edge and its text. Where there is but one to spare it stands at the gutter.
    #[must_use]
    pub fn margins(&self) -> Pair<usize> {
        let free = self.panes.zip(self.measures).map(|(pane, measure)| pane.saturating_sub(measure));
        let right = if self.arrangement == Arrangement::Facing { free.right.min(1) } else { 0 };
        Pair::new(free.left / 2, right.max(free.right / 2))
    }

    /// Returns the columns that two panes side by side need.
    #[must_use]
    pub const fn facing_width(&self) -> usize {
        2 * NARROWEST + 2 * self.digits + 7
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::page_setup::MEASURE;

    fn wide(width: usize) -> PageSetup {
        PageSetup { width, ..PageSetup::default() }
    }

    #[test]
    fn two_columns_fit_seventy_nine() {
        let columns = Columns::new(wide(79), 30);
        assert_eq!((columns.arrangement, columns.panes, columns.gutter), (Arrangement::Facing, Pair::new(34, 34), 11));
        assert_eq!(columns.facing_width(), 79);
        assert_eq!(Columns::new(wide(78), 30).arrangement, Arrangement::Stacked);
    }

    #[test]
    fn a_blank_stands_on_both_sides_of_the_gutter() {
        for width in 79..300 {
            let columns = Columns::new(wide(width), 30);
            let (panes, measures, margins) = (columns.panes, columns.measures, columns.margins());
            assert!(margins.left + measures.left < panes.left && margins.right > 0, "{width}: {columns:?}");
            assert!(margins.right + measures.right <= panes.right, "{width}: {columns:?}");
        }
    }

    #[test]
    fn lines_do_not_grow_beyond_the_measure() {
        let measures = |measure| Columns::new(PageSetup { measure, ..wide(400) }, 30).measures;
        assert_eq!(measures(MEASURE), Pair::new(MEASURE, MEASURE));
        assert_eq!(measures(60), Pair::new(60, 60));
        assert_eq!(measures(400), Pair::new(192, 192));
    }

    #[test]
    fn the_gutter_shifts_as_far_as_both_panes_stay_wide_enough() {
        let panes = |shift| Columns::new(PageSetup { shift, ..wide(91) }, 30).panes;
        assert_eq!(panes(4), Pair::new(44, 36));
        assert_eq!(panes(100), Pair::new(46, 34));
        assert_eq!(panes(-100), Pair::new(34, 46));
    }

    #[test]
    fn any_width_is_parted() {
        for width in [0, 1, 20, 65_535] {
            for arrangement in Arrangement::ALL {
                let columns = Columns::new(PageSetup { arrangement, shift: 7, ..wide(width) }, 1_000_000);
                assert!(columns.measures.iter().all(|&measure| measure >= 1));
                assert!(columns.margins().iter().all(|&margin| margin <= width));
            }
        }
    }
}
