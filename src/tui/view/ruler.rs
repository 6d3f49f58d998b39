//! The right edge: how much of the whole is in sight, and what stands where in it.
//!
//! ```text
//!     ~█      the ruler, a column of signs: ~ differs, ↕ moved, < > ◇ only there
//!     <█      the scrollbar: its thumb is what is in sight
//!      │
//!     ↕│      where there is one column for both, the sign stands on the thumb
//! ```

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use crate::layout::ruler::Notch;
use crate::present::Sign;
use crate::tui::paint::put::put;
use crate::tui::screen::columns;
use crate::tui::state::Reader;
use crate::tui::theme::{Theme, plain};

/// Draws scrollbar and ruler, unless everything is in sight.
pub(super) fn draw(reader: &Reader, buffer: &mut Buffer) {
    let screen = reader.rows.screen;
    let (rows, height) = (reader.rows.layout.rows.len(), usize::from(screen.body_height()));
    if rows <= height {
        return;
    }
    let length = (height * height / rows).max(1);
    let start = (height - length) * reader.viewport().top / (rows - height).max(1);
    for k in 0..height {
        let (sign, style) = notch(&reader.theme, reader.rows.ruler.get(k).copied().unwrap_or_default());
        let (x, y) = (screen.width - 1, screen.body_top() + columns(k));
        let is_thumb = (start..start + length).contains(&k);
        let bar = if is_thumb { "█" } else { "│" };
        if screen.has_ruler {
            put(buffer, x - 1, y, sign, style);
            put(buffer, x, y, bar, reader.theme.frame);
        } else if sign == " " {
            put(buffer, x, y, bar, reader.theme.frame);
        } else {
            // Text stands right beside it: no colours here.
            let quiet = reader.theme.frame;
            put(buffer, x, y, sign, if is_thumb { quiet.patch(reader.theme.stop) } else { quiet });
        }
    }
}

/// Returns the sign of a notch, and its style.
fn notch(theme: &Theme, notch: Notch) -> (&'static str, Style) {
    match notch {
        Notch::Alike => (" ", theme.frame),
        Notch::Differs => (Sign::Edited.sign(), theme.frame),
        Notch::Moved => (Sign::MovedEither.sign(), plain(theme.moved)),
        Notch::Only(side) => (Sign::only(side).sign(), plain(theme.only[side])),
        Notch::Both => (Sign::EitherAlone.sign(), theme.hint),
    }
}
