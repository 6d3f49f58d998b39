//! The forms of an underline, which tell marks apart where hues, slants and what is faint do not.
//!
//! ```text
//!     ministry of transport      whole     what one side has alone
//!     ^^^^^^^^^^^^^^^^^^^^^
//!     ministry of transport      broken    what stands elsewhere in the other article
//!     ^^^ ^^^ ^^^ ^^^ ^^^ ^
//!     colour,                    dotted    the same in another spelling, case or punctuation
//!     ^ ^ ^ ^
//! ```
//!
//! Terminals have but one underline that all of them know, so a form is told by the letters that it leaves out.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::style::Modifier;

use crate::wrap;

/// Says which letters of what is underlined have a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Underline {
    /// All.
    Solid,
    /// Three of four.
    Broken,
    /// Every other one.
    Dotted,
}

impl Underline {
    /// Tells whether the letter of an index, from 0, has a line; the first one always has.
    #[must_use]
    pub const fn is_drawn(self, index: usize) -> bool {
        match self {
            Self::Solid => true,
            Self::Broken => index % 4 != 3,
            Self::Dotted => index.is_multiple_of(2),
        }
    }

    /// Takes the line from the letters of a stretch of a row that have none. Cost: linear in the columns.
    pub fn leave_out(self, buffer: &mut Buffer, columns: Range<u16>, y: u16) {
        if self == Self::Solid {
            return;
        }
        let (mut x, mut index) = (columns.start, 0);
        while x < columns.end {
            let Some(cell) = buffer.cell_mut((x, y)) else { return };
            if !self.is_drawn(index) {
                cell.modifier.remove(Modifier::UNDERLINED);
            }
            x += u16::try_from(wrap::width(cell.symbol())).unwrap_or(1).max(1);
            index += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    #[track_caller]
    fn check(line: Underline, text: &str, expected: &str) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        let end = buffer.set_stringn(0, 0, text, 12, Style::new().add_modifier(Modifier::UNDERLINED)).0;
        line.leave_out(&mut buffer, 0..end, 0);
        let has_line = |x: u16| buffer[(x, 0)].modifier.contains(Modifier::UNDERLINED);
        let drawn: String = (0..end).map(|x| if has_line(x) { '_' } else { ' ' }).collect();
        assert_eq!(drawn.trim_end(), expected, "{text}");
    }

    #[test]
    fn letters_are_left_out_and_the_first_one_never() {
        check(Underline::Solid, "the quay", "________");
        check(Underline::Broken, "the quay", "___ ___");
        check(Underline::Dotted, "the quay", "_ _ _ _");
        check(Underline::Dotted, ",", "_");
        check(Underline::Dotted, "e\u{301}te", "_ _");
    }

    #[test]
    fn a_wide_letter_is_one() {
        check(Underline::Dotted, "港口a", "_   _");
    }
}
