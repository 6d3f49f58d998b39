//! How the width is parted on the map.
//!
//! ```text
//!     ├ text ┤ ├ number ┤ ├ signs ┤├ bracket ┤├ bar ┤├ field ┤├ bar ┤├ bracket ┤├ signs ┤ …
//!      Plans …     15+1        ~↓        ┌        ██    ⠤⠤⠤⠤⠤    ██        ┐       ↑~
//! ```
//!
//! Both sides are the same seen from the field, so that places are counted from its edges outwards.

use crate::layout::map::Map;
use crate::pair::Side;
use crate::tui::screen::columns;
use crate::tui::state::Reader;

/// The columns of a bar, the one at the field first.
pub(super) const BAR: u16 = 2;
/// Where the bracket is, counted from the field.
pub(super) const BRACKET: u16 = BAR;
/// Where the arrow of what moved is.
pub(super) const ARROW: u16 = BRACKET + 1;
/// Where the sign of the relation is.
pub(super) const SIGN: u16 = ARROW + 1;
/// Where the number is.
pub(super) const NUMBER: u16 = SIGN + 2;

/// The widest field: lines that are longer are hard to follow.
const WIDEST_FIELD: u16 = 60;
/// The columns of words beside a bar: fewer tell nothing, more are no picture.
const TEXT: std::ops::RangeInclusive<u16> = 8..=72;

/// The columns and rows of the map.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts {
    /// The first row.
    pub top: u16,
    /// The rows.
    pub height: u16,
    /// The digits of a number; none where there is no room for numbers.
    pub digits: u16,
    /// The columns after a number that say how many more blocks stand on the row.
    pub more: u16,
    /// The columns of a block's words; none where there is no room for them.
    pub text: u16,
    /// The columns of the field between the bars, and the first of them.
    pub field: u16,
    field_left: u16,
}

impl Parts {
    pub fn new(reader: &Reader, map: &Map) -> Self {
        let screen = reader.rows.screen;
        let height = screen.body_height();
        let is_crowded = map.plots.iter().any(|plots| plots.len() > usize::from(height));
        let (digits, more) = (columns(screen.columns.digits), if is_crowded { 3 } else { 0 });
        let bare = 2 * (NUMBER - 1) + 2;
        let numbered = bare + 2 * (1 + digits + more);
        let (digits, more, taken) = if screen.width >= numbered + 8 { (digits, more, numbered) } else { (0, 0, bare) };
        let room = screen.width.saturating_sub(taken);
        let text = ((room - (room / 3).clamp(8, WIDEST_FIELD).min(room)) / 2).saturating_sub(1).min(*TEXT.end());
        let text = if text < *TEXT.start() || digits == 0 { 0 } else { text };
        let beside = if text == 0 { 0 } else { 2 * (text + 1) };
        let field = room.saturating_sub(beside).min(WIDEST_FIELD);
        let field_left = screen.width.saturating_sub(field) / 2;
        Self { top: screen.body_top(), height, digits, more, text, field, field_left }
    }

    /// Returns the first column of a part that begins so many columns outwards of the field and is so wide.
    pub fn x(&self, side: Side, outwards: u16, columns: u16) -> u16 {
        match side {
            Side::Left => self.field_left.saturating_sub(outwards + columns),
            Side::Right => self.field_left + self.field + outwards,
        }
    }

    /// Returns the first column of the field.
    pub const fn field_left(&self) -> u16 {
        self.field_left
    }

    /// Returns the columns of number and count.
    pub const fn number(&self) -> u16 {
        self.digits + self.more
    }

    /// Returns where the words are, counted from the field.
    pub const fn words(&self) -> u16 {
        NUMBER + self.number() + 1
    }
}
