//! The lines between the bars.
//!
//! ```text
//!     ⠄⠄⠄⠄⠄⠄⠄⠄     in order: dotted
//!     ⠤⠤⠤⠒⠒⠉⠉⠉     moved: unbroken
//!     ⠶⠶⠶⠶⠶⠶⠶⠶     that of the chosen block: thick
//!     ⠤⠄ ⠤⠄ ⠤⠄     no link, but something in common: dashes
//! ```
//!
//! What tells more passes over what tells less, as over a bridge: a cell shows the dots of one layer only. Of more links
//! that moved than can be told apart, an even selection is drawn.

use ratatui::buffer::Buffer;

use super::dots::{Dots, TALL};
use super::hints::Hints;
use super::parts::Parts;
use crate::comparison::InCommon;
use crate::layout::map::{Map, PARTS};
use crate::pair::Pair;
use crate::tui::paint::signs::exchanges;
use crate::tui::screen::columns;
use crate::tui::state::{Reader, SideBlock};
use crate::tui::theme::plain;

/// So many lines for each dot of the height fill a field that they cross.
const FULL: usize = 2;

/// How many dots of a line are drawn, of how many: of a link that keeps its order every other one, of what is no link dashes with
/// gaps as wide.
const IN_ORDER: (usize, usize) = (1, 2);
const THIN: (usize, usize) = (3, 6);

/// Returns the dot beside another one, on the same row: a thick line ends on one row, too.
const fn beside(dot: usize) -> usize {
    if dot.is_multiple_of(TALL) { dot + 1 } else { dot - 1 }
}

/// Draws the links on the field, and under them what blocks have in common besides.
///
/// Cost: linear in the links, and in the dots of the field.
pub(super) fn draw(
    reader: &Reader,
    map: &Map,
    (chosen, hints): (SideBlock, &Hints<'_>),
    parts: &Parts,
    buffer: &mut Buffer,
) {
    let (wide, tall) = (usize::from(parts.field), usize::from(parts.height));
    let layer = || Dots::new(wide, tall);
    let (mut in_order, mut moved, mut picked) = (layer(), layer(), layer());
    let of_chosen = reader.pair.comparison.link_of(chosen.side, chosen.block);
    let is_moved = |link: usize| reader.pair.comparison.links[link].moved;
    let each = map.ties.iter().filter(|tie| is_moved(tie.link)).count().div_ceil((FULL * TALL * tall).max(1)).max(1);
    let (mut last, mut count) = (None, 0);
    // A row that shows the chosen block says nothing of those that share it.
    let row = map.plots[chosen.side].get(chosen.block).map(|plot| plot.rows.start).filter(|_| of_chosen.is_none());
    let is_hidden = |tips: Pair<usize>| row == Some(tips[chosen.side] / PARTS);
    for tie in map.ties.iter().filter(|tie| !is_hidden(tie.tips)) {
        let tips = tie.tips.map(|tip| tip * TALL / PARTS);
        if Some(tie.link) == of_chosen {
            picked.line(tips.left, tips.right);
            let beside = tips.map(beside);
            picked.line(beside.left, beside.right);
        } else if last.replace(tips) == Some(tips) {
            // On a small map many links are one line.
        } else if is_moved(tie.link) {
            if count % each == 0 {
                moved.line(tips.left, tips.right);
            }
            count += 1;
        } else {
            in_order.dotted(tips.left, tips.right, IN_ORDER);
        }
    }
    let (mut thin, mut thin_picked) = (layer(), layer());
    let tips = |common: &&InCommon| map.tips(common.blocks);
    let draw_thin = |dots: &mut Dots, tips: Pair<usize>| {
        let tips = tips.map(|tip| tip * TALL / PARTS);
        dots.dotted(tips.left, tips.right, THIN);
    };
    hints.drawn.iter().filter_map(tips).filter(|tips| !is_hidden(*tips)).for_each(|tips| draw_thin(&mut thin, tips));
    hints.chosen.iter().filter_map(tips).for_each(|tips| draw_thin(&mut thin_picked, tips));
    let theme = &reader.theme;
    // Dots have no stand-in that keeps their places, but what they tell can be told.
    let ascii = exchanges(reader.settings.setup);
    let layers = [
        (&picked, theme.cursor, '*'),
        (&thin_picked, theme.cursor, '\''),
        (&moved, plain(theme.moved), '*'),
        (&in_order, theme.frame, '.'),
        (&thin, theme.frame, '\''),
    ];
    for (column, row) in (0..tall).flat_map(|row| (0..wide).map(move |column| (column, row))) {
        let drawn = layers.iter().find_map(|(dots, style, plain)| {
            let sign = dots.cell(column, row)?;
            Some((if ascii { *plain } else { sign }, *style))
        });
        let at = (parts.field_left() + columns(column), parts.top + columns(row));
        if let Some((sign, style)) = drawn
            && let Some(cell) = buffer.cell_mut(at)
        {
            cell.set_char(sign).set_style(style);
        }
    }
}
