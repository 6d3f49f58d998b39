//! The whole pair as a picture, over the text.
//!
//! ```text
//!      Plans for new ferries were …  4 ~ ┌██⠄⠄⠄⠄⢄⡀⠄⠄⠄⠄██┐ ~  5  The contract, worth 47 …
//!                                        │██      ⢈⡢⡀    ██│
//!      ◂ the words of a block,       5 ~↓└██⠤⠤⠒⠉  ⠈⠒⠤██┘↑~  6    its bar ▸
//!        number, relation, arrow
//!     ⠤⠤ ↑↓ moved   ▇▇ < > only here   ⠄⠄ in order                        what the signs are
//!      A¶5 ~ B¶6 · edited · moved · 41 and 43 words       Enter go there   the chosen block
//! ```
//!
//! What is alone bulges, what moved is a line unbroken, what keeps its order a dotted one, and a thinner one joins what has something
//! in common besides; colour says the same again.
//! The bracket beside the bars is what the reader has in sight.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::hints::Hints;
use super::parts::Parts;
use super::sight::in_sight;
use super::{bars, legend, links};
use crate::tui::paint::chrome;
use crate::tui::paint::put::fill;
use crate::tui::state::{Reader, SideBlock};

/// Draws the map over heads and text.
pub(super) fn draw(reader: &Reader, chosen: SideBlock, buffer: &mut Buffer) {
    let map = &reader.rows.map;
    let parts = Parts::new(reader, map);
    let hints = Hints::new(reader, map, chosen, usize::from(parts.height));
    chrome::halved_heads(reader, chosen.side, buffer);
    if reader.rows.screen.has_rules() {
        fill(buffer, Rect::new(0, 2, reader.rows.screen.width, 1), "─", reader.theme.frame);
        legend::draw(reader, map, (chosen, &hints), &parts, buffer);
    }
    links::draw(reader, map, (chosen, &hints), &parts, buffer);
    for (side, rows) in in_sight(reader).sides() {
        bars::draw(reader, map, chosen, side, &parts, buffer);
        if let Some(rows) = rows {
            bars::frame(reader, rows, side, &parts, buffer);
        }
    }
}
