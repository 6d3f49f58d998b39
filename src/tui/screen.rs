//! How a terminal's size is parted.
//!
//! ```text
//!     tabs        story, and the outlets
//!     heads       one for each pane
//!     ───┬──┬───  rule                              (left out where there are few rows)
//!     pane│gutter│pane│ruler│scrollbar              (one column for both where two panes would not fit else)
//!     ───┴──┴───  rule, or the line that explains   (left out where there are few rows)
//!     status
//! ```

use crate::layout::{Arrangement, Columns, PageSetup};
use crate::pair::{Pair, Side};

/// Below this there is no reading.
pub const SMALLEST: (u16, u16) = (24, 7);

/// From this many rows on there is room for rules.
const ROOMY: u16 = 12;

/// The columns that one column of text needs with something beside it.
const ONE_COLUMN: u16 = 60;

/// The rows of text of which a half can be spared for something below it.
const TWO_HALVES: u16 = 8;

/// The columns of the scrollbar, and of the ruler beside it.
const SCROLLBAR: usize = 1;
const RULER: usize = 1;

/// The parts of a screen, in columns and rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// The columns of the text and what is around it.
    pub width: u16,
    /// All rows.
    pub height: u16,
    /// The columns that something beside the text has, to the right of its width.
    pub panel: u16,
    /// The rows that something below the text has instead, where there is one column and no room beside it.
    pub panel_rows: u16,
    /// Panes and gutter.
    pub columns: Columns,
    /// Whether the ruler has a column of its own rather than the scrollbar's.
    pub has_ruler: bool,
}

impl Screen {
    /// Parts a screen of a page's size for articles of up to so many blocks.
    #[must_use]
    pub fn new(setup: PageSetup, blocks: usize) -> Self {
        let PageSetup { width, height, .. } = setup;
        let parted = |taken| Columns::new(PageSetup { width: width.saturating_sub(taken), ..setup }, blocks);
        let columns = parted(SCROLLBAR);
        let has_ruler = width >= columns.facing_width() + SCROLLBAR + RULER;
        let columns = apart(if has_ruler { parted(SCROLLBAR + RULER) } else { columns });
        Self { width: self::columns(width), height: self::columns(height), panel: 0, panel_rows: 0, columns, has_ruler }
    }

    /// Parts a screen with something of so many columns beside the text, if the text can be set as it is wanted in what is
    /// left; else, of one column, with that below the text, if there are rows for both; else as if nothing stood there.
    #[must_use]
    pub fn beside(panel: u16, setup: PageSetup, blocks: usize) -> Self {
        let beside = Self::new(PageSetup { width: setup.width.saturating_sub(usize::from(panel)), ..setup }, blocks);
        let is_roomy = !beside.columns.is_narrow && beside.width >= ONE_COLUMN;
        if panel > 0 && is_roomy {
            return Self { panel, ..beside };
        }
        let whole = Self::new(setup, blocks);
        let is_below =
            panel > 0 && whole.columns.arrangement != Arrangement::Facing && whole.body_height() >= TWO_HALVES;
        Self { panel_rows: if is_below { whole.body_height() / 2 } else { 0 }, ..whole }
    }

    /// All columns and rows.
    #[must_use]
    pub const fn full(&self) -> (u16, u16) {
        (self.width + self.panel, self.height)
    }

    /// Tells whether there is too little room to read anything.
    #[must_use]
    pub const fn is_too_small(&self) -> bool {
        self.width < SMALLEST.0 || self.height < SMALLEST.1
    }

    /// Tells whether there is room for rules above and below the text.
    #[must_use]
    pub const fn has_rules(&self) -> bool {
        self.height >= ROOMY
    }

    /// Returns the first row of the text.
    #[must_use]
    pub const fn body_top(&self) -> u16 {
        if self.has_rules() { 3 } else { 2 }
    }

    /// Returns the rows of the text.
    #[must_use]
    pub const fn body_height(&self) -> u16 {
        let below = if self.has_rules() { 2 } else { 1 };
        self.height.saturating_sub(self.body_top() + below + self.panel_rows)
    }

    /// Returns the first column of the gutter between two panes.
    #[must_use]
    pub const fn gutter_left(&self) -> u16 {
        columns(self.columns.panes.left)
    }

    /// Returns the first column of the right pane.
    #[must_use]
    pub const fn right_pane(&self) -> u16 {
        columns(self.columns.panes.left + self.columns.gutter)
    }

    /// Returns the column after the last one of the text and what is around it: that of the ruler or the scrollbar.
    #[must_use]
    pub const fn text_right(&self) -> u16 {
        self.width.saturating_sub(1 + self.has_ruler as u16)
    }

    /// Returns the columns that the screen needs for two panes side by side.
    #[must_use]
    pub const fn facing_width(&self) -> usize {
        self.columns.facing_width() + SCROLLBAR
    }
}

/// Keeps a column between the text of a pane and what stands at its right: the gutter, or the edge of the screen. A right pane has
/// one at its left as well.
fn apart(columns: Columns) -> Columns {
    let margins = columns.margins();
    let narrower = |side: Side| {
        let room = columns.panes[side].saturating_sub(margins[side] + 1);
        columns.measures[side].min(room).max(1)
    };
    Columns { measures: Pair::from_fn(narrower), ..columns }
}

/// Columns of a screen, as the terminal counts them.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "`try_from` is not const yet; what is larger is cut before")]
pub const fn columns(count: usize) -> u16 {
    if count > u16::MAX as usize { u16::MAX } else { count as u16 }
}
