//! Arabic letters in the forms in which they join, for what draws each cell by itself.
//!
//! ```text
//!     letters    SIN LAM ALEF MIM        as they are written in a text
//!     forms      initial medial final isolated, each in its cell; no ligature takes the cell of another letter
//! ```

use ar_reshaper::config::LigaturesFlags;
use ar_reshaper::{ArabicReshaper, Language, ReshaperConfig};
use ratatui::buffer::Cell;

/// Tells whether a character may be a letter that joins.
const fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}')
}

/// Gives Arabic letters, in logical order, the forms in which they join: terminals that do not reorder do not join either.
pub(super) fn join_letters<'c>(cells: impl Iterator<Item = &'c mut Cell>) {
    let cells: Vec<&mut Cell> = cells.collect();
    let text: String = cells.iter().map(|cell| cell.symbol()).collect();
    if !text.chars().any(is_arabic) {
        return;
    }
    let config =
        ReshaperConfig { delete_harakat: false, ..ReshaperConfig::new(Language::Arabic, LigaturesFlags::none()) };
    let joined = ArabicReshaper::new(config).reshape(&text);
    // Each letter keeps its cell, whatever the table of forms makes of it.
    if joined.chars().count() != text.chars().count() {
        return;
    }
    let mut joined = joined.chars();
    for cell in cells {
        let symbol: String = joined.by_ref().take(cell.symbol().chars().count()).collect();
        if symbol != cell.symbol() {
            cell.set_symbol(&symbol);
        }
    }
}
