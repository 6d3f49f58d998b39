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
use super::{bars, links};
use crate::present::Sign;
use crate::tui::paint::chrome;
use crate::tui::paint::put::{fill, put};
use crate::tui::paint::signs::exchanges;
use crate::tui::state::{Reader, SideBlock};
use crate::tui::theme::plain;
use crate::wrap;

/// Draws the map over heads and text.
pub(super) fn draw(reader: &Reader, chosen: SideBlock, buffer: &mut Buffer) {
    let map = &reader.rows.map;
    let parts = Parts::new(reader, map);
    let hints = Hints::new(reader, map, chosen, usize::from(parts.height));
    chrome::halved_heads(reader, chosen.side, buffer);
    if reader.rows.screen.has_rules() {
        fill(buffer, Rect::new(0, 2, reader.rows.screen.width, 1), "─", reader.theme.frame);
        legend(reader, &parts, &hints, buffer);
    }
    links::draw(reader, map, (chosen, &hints), &parts, buffer);
    for (side, rows) in in_sight(reader).sides() {
        bars::draw(reader, map, chosen, side, &parts, buffer);
        if let Some(rows) = rows {
            bars::frame(reader, rows, side, &parts, buffer);
        }
    }
}

/// What the signs are, as much of it as there is room for.
fn legend(reader: &Reader, parts: &Parts, hints: &Hints<'_>, buffer: &mut Buffer) {
    let theme = &reader.theme;
    let (moved, in_order, thin) =
        if exchanges(reader.settings.setup) { ("***", "...", "' '") } else { ("⠤⠤⠤", "⠄⠄⠄", "⠄ ⠄") };
    let with_signs = |sign: Sign| format!("{} {}", sign.text().word, sign.text().together);
    let (above, only) = (with_signs(Sign::Above), with_signs(Sign::OnlyLeft));
    let pictures = [
        (moved, plain(theme.moved), above.as_str()),
        ("▇▇", plain(theme.only.left), &only),
        (in_order, theme.frame, "in order"),
        ("[", theme.cursor, "in sight"),
        ("╎", theme.aside, "furniture, byline, caption"),
    ];
    let relations = [Sign::Verbatim, Sign::Edited, Sign::Reworded].map(Sign::text);
    let relations = relations.map(|text| (text.sign, theme.frame, text.short));
    let y = reader.rows.screen.height - 2;
    let in_common = in_common(hints, usize::from(reader.rows.screen.width));
    let thin = (!hints.is_empty()).then_some((thin, theme.frame, in_common.as_str()));
    // What most lines are comes first.
    let (first, later) = if hints.lines() > reader.rows.map.ties.len() { (thin, None) } else { (None, thin) };
    let (lines, other) = pictures.split_at(3);
    let mut x = 1;
    let more = (parts.more > 0).then_some(("+1", theme.frame, "more on the row"));
    let all = more.into_iter().chain(first).chain(lines.iter().copied()).chain(later).chain(other.iter().copied());
    for (sign, style, text) in all.chain(relations) {
        let columns = u16::try_from(wrap::width(sign) + 1 + wrap::width(text)).unwrap_or(u16::MAX);
        if x + columns > reader.rows.screen.width {
            break;
        }
        x = put(buffer, x, y, sign, style) + 1;
        x = put(buffer, x, y, text, theme.hint) + 3;
    }
}

/// Says what thin lines are, as far as there is room on a screen of so many columns, and how many are not drawn.
fn in_common(hints: &Hints<'_>, columns: usize) -> String {
    /// The columns from which on it is said in full.
    const ROOMY: usize = 100;
    let what = if columns < ROOMY { "in common" } else { "words, quotations, names in common" };
    match hints.left_out {
        0 => what.to_owned(),
        left_out => format!("{what} ({left_out} not drawn)"),
    }
}
