//! How a width is parted into panes and gutter.
//!
//! ```text
//!     ├─── pane ───┤├─ gutter ─┤├─── pane ───┤
//!      the ferries   │↓ 5 ~  7 │  the ferries
//! ```

use super::{Arrangement, MEASURE, NARROWEST};

/// A width, parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    /// How the articles are set here.
    pub arrangement: Arrangement,
    /// Whether two columns were wanted but do not fit.
    pub is_narrow: bool,
    /// The digits that block numbers need.
    pub digits: usize,
    /// The columns of a pane.
    pub pane: usize,
    /// The columns of the gutter: between the panes, or before the only one.
    pub gutter: usize,
    /// The columns that text is wrapped to.
    pub measure: usize,
}

impl Columns {
    /// Parts a width for articles of up to so many blocks. Two columns that are too narrow become one.
    #[must_use]
    pub fn of(width: usize, wanted: Arrangement, blocks: usize) -> Self {
        let digits = blocks.max(10).ilog10() as usize + 1;
        let between = 2 * digits + 7;
        let beside = width.saturating_sub(between) / 2;
        let is_narrow = wanted == Arrangement::Facing && beside < NARROWEST;
        let arrangement = if is_narrow { Arrangement::Stacked } else { wanted };
        let (pane, gutter) = match arrangement {
            Arrangement::Facing => (beside, between),
            Arrangement::Stacked => (width.saturating_sub(digits + 8), digits + 8),
        };
        let margins = if pane >= NARROWEST + 2 { 2 } else { 0 };
        let measure = pane.saturating_sub(margins).clamp(1, MEASURE);
        Self { arrangement, is_narrow, digits, pane, gutter, measure }
    }

    /// The columns between a pane's edge and its text.
    #[must_use]
    pub const fn margin(&self) -> usize {
        self.pane.saturating_sub(self.measure) / 2
    }

    /// The columns that two panes side by side need.
    #[must_use]
    pub const fn facing_width(&self) -> usize {
        2 * NARROWEST + 2 * self.digits + 7
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_columns_fit_seventy_nine() {
        let columns = Columns::of(79, Arrangement::Facing, 30);
        assert_eq!((columns.arrangement, columns.pane, columns.gutter), (Arrangement::Facing, 34, 11));
        assert_eq!(columns.facing_width(), 79);
        assert_eq!(Columns::of(78, Arrangement::Facing, 30).arrangement, Arrangement::Stacked);
    }

    #[test]
    fn lines_do_not_grow_beyond_the_measure() {
        assert_eq!(Columns::of(400, Arrangement::Facing, 30).measure, MEASURE);
    }

    #[test]
    fn any_width_is_parted() {
        for width in [0, 1, 20, 65_535] {
            for arrangement in [Arrangement::Facing, Arrangement::Stacked] {
                let columns = Columns::of(width, arrangement, 1_000_000);
                assert!(columns.measure >= 1 && columns.margin() <= width);
            }
        }
    }
}
