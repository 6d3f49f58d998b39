//! What the signs on the map are: those that stand on it, in one line.
//!
//! ```text
//!     ▒⠤⠤ moved ↑ ↓   ▇▇ only here < >   ⠄⠄⠄ in order   [ in sight
//!     ▒⠤⠤ moved ↑ ↓   … ?                                where there is no room for more
//! ```

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use super::bars::MOVED;
use super::hints::Hints;
use super::parts::Parts;
use super::slots::{self, Slot};
use crate::layout::BlockStatus;
use crate::layout::map::Map;
use crate::pair::{Pair, Side};
use crate::present::Sign;
use crate::tui::paint::chrome::more_signs;
use crate::tui::paint::put::put;
use crate::tui::paint::signs::exchanges;
use crate::tui::screen::columns;
use crate::tui::state::{Reader, SideBlock};
use crate::tui::theme::plain;
use crate::wrap;

/// The columns between two entries.
const GAP: u16 = 3;

/// A sign, how it looks, and what is said of it: of several ways the first one that there is room for.
type Entry = (String, Style, Vec<String>);

/// Explains what is on the map on the line below it, as much of it as there is room for. Cost: linear in blocks and links.
pub(super) fn draw(
    reader: &Reader,
    map: &Map,
    (chosen, hints): (SideBlock, &Hints<'_>),
    parts: &Parts,
    buffer: &mut Buffer,
) {
    let y = reader.rows.screen.height - 2;
    let (mut x, more) = (1, more_signs(reader));
    let entries = entries(reader, map, (chosen, hints), parts);
    let last = entries.len().saturating_sub(1);
    for (index, (sign, style, texts)) in entries.into_iter().enumerate() {
        let needed = |text: &str| columns(wrap::width(&sign) + 1 + wrap::width(text));
        // What is not the last one leaves room to say that there are more.
        let kept = if index < last { GAP + columns(wrap::width(&more)) } else { 0 };
        let fits = |text: &&String| x + needed(text) + kept <= reader.rows.screen.width;
        let Some(text) = texts.iter().find(fits) else {
            put(buffer, x, y, &more, reader.theme.hint);
            return;
        };
        x = put(buffer, x, y, &sign, style) + 1;
        x = put(buffer, x, y, text, reader.theme.hint) + GAP;
    }
}

/// Returns what is to be explained, the most telling first.
fn entries(reader: &Reader, map: &Map, (chosen, hints): (SideBlock, &Hints<'_>), parts: &Parts) -> Vec<Entry> {
    let theme = &reader.theme;
    let rows = usize::from(parts.height);
    let slots = Pair::from_fn(|side| slots::slots(reader, map, (chosen, side), rows));
    let signs: Vec<Sign> = slots.sides().flat_map(|(side, slots)| shown_signs(reader, side, slots)).collect();
    let links = &reader.pair.comparison.links;
    let (moved, in_order, thin) = if exchanges(reader.settings.setup) {
        ("**", "...", "'' ''")
    } else {
        ("⠤⠤", "⠄⠄⠄", "⠤⠄ ⠤⠄")
    };
    let entry = |sign: &str, style: Style, text: &str| (sign.to_owned(), style, vec![text.to_owned()]);
    let has_more = parts.more > 0 && slots.iter().flatten().flatten().any(|slot| slot.more > 0);
    let has_asides = slots.iter().flatten().flatten().any(|slot| slot.status == BlockStatus::Aside);
    let thin = (!hints.is_empty()).then(|| (thin.to_owned(), theme.frame, in_common(reader, hints)));
    // What most lines are comes first.
    let (first, later) = if hints.lines() > map.ties.len() { (thin, None) } else { (None, thin) };
    let above = Sign::Above.text();
    let moved = entry(&format!("{MOVED}{moved}"), plain(theme.moved), &format!("{} {}", above.word, above.together));
    let relations = RELATIONS.into_iter().filter(|sign| signs.contains(sign)).map(Sign::text);
    [
        has_more.then(|| entry("+1", theme.frame, "more on the row")),
        first,
        links.iter().any(|link| link.moved).then_some(moved),
        only(reader, &signs),
        links.iter().any(|link| !link.moved).then(|| entry(in_order, theme.frame, "in order")),
        later,
        Some(entry("[", theme.cursor, "in sight")),
        has_asides.then(|| entry("╎", theme.aside, "furniture, byline, caption")),
    ]
    .into_iter()
    .flatten()
    .chain(relations.map(|text| entry(text.sign, theme.frame, text.short)))
    .collect()
}

/// The signs of blocks that are linked, or of which part stands elsewhere, in the order in which they are explained.
const RELATIONS: [Sign; 5] = [Sign::Verbatim, Sign::Edited, Sign::Reworded, Sign::Partly, Sign::Again];

/// Returns the signs that stand beside the blocks of a side.
fn shown_signs(reader: &Reader, side: Side, slots: &[Option<Slot>]) -> Vec<Sign> {
    slots.iter().flatten().filter_map(|slot| slots::sign(reader, side, slot)).collect()
}

/// Explains the wide bars of what is alone, with the signs of those sides that have any.
fn only(reader: &Reader, signs: &[Sign]) -> Option<Entry> {
    let theme = &reader.theme;
    let sides: Vec<Side> = Side::BOTH.into_iter().filter(|side| signs.contains(&Sign::only(*side))).collect();
    let first = *sides.first()?;
    let shown: Vec<&str> = sides.into_iter().map(|side| Sign::only(side).sign()).collect();
    let text = format!("{} {}", Sign::OnlyLeft.text().word, shown.join(" "));
    Some(("▇▇".to_owned(), plain(theme.only[first]), vec![text]))
}

/// Says what thin lines are, and how many are not drawn; and without that, where there is no room for it.
fn in_common(reader: &Reader, hints: &Hints<'_>) -> Vec<String> {
    /// The columns of a screen from which on it is said in full.
    const ROOMY: u16 = 100;
    let is_roomy = reader.rows.screen.width >= ROOMY;
    let what = if is_roomy { "words, quotations, names in common" } else { "in common" };
    let left_out = match hints.left_out {
        0 => None,
        1 => Some(format!("{what} (the weakest is not drawn)")),
        left_out => Some(format!("{what} (the weakest {left_out} are not drawn)")),
    };
    left_out.into_iter().chain([what.to_owned()]).collect()
}
