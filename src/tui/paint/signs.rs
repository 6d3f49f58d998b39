//! What stands for the signs and lines around the text where only ASCII is drawn.
//!
//! ```text
//!      ┊ Plans for new ferries …  │↓13 ~  3 │          : Plans for new ferries ~  |v13 ~  3 |
//!     ────────────────────────────┴─────────┴──       ---------------------------+---------+--
//! ```
//!
//! Everything is drawn with the usual signs first, and they are exchanged at the end, so that no part of the screen can
//! forget to. The articles' own text is drawn with [`put_text`], which marks its cells, and stays as it is.
//!
//! Where the terminal draws characters of ambiguous width in two columns, all signs would be of that kind; so they are
//! exchanged as well, letters in names lose their accents, and the text takes the columns that it needs.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, Cell, CellDiffOption};
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::order::set_off;
use super::put::{each_part, put, write};
use crate::layout::PageSetup;
use crate::present::ascii;

/// Tells whether the signs are exchanged.
pub(in crate::tui) fn exchanges(setup: PageSetup) -> bool {
    ascii::are_exchanged(setup.ascii, setup.ambiguous)
}

/// Puts a stretch of an article's text on a row within so many columns, and returns the column after it.
pub(in crate::tui) fn put_text(
    setup: PageSetup,
    buffer: &mut Buffer,
    at: (u16, u16),
    columns: u16,
    text: &str,
    style: Style,
) -> u16 {
    let end = at.0.saturating_add(columns);
    each_part(buffer, at, text, setup.ambiguous, |buffer, at, part| {
        put_part(setup, buffer, at, end.saturating_sub(at.0), part, style)
    })
}

fn put_part(setup: PageSetup, buffer: &mut Buffer, (x, y): (u16, u16), columns: u16, text: &str, style: Style) -> u16 {
    if !exchanges(setup) {
        return write(buffer, (x, y), text, usize::from(columns), style);
    }
    let end = x.saturating_add(columns).min(buffer.area.right());
    let mut at = x;
    for cluster in text.graphemes(true) {
        let Some(width) = u16::try_from(setup.ambiguous.cluster_width(cluster)).ok().and_then(NonZeroU16::new) else {
            continue;
        };
        if at + width.get() > end {
            break;
        }
        for trailing in at..at + width.get() {
            if let Some(cell) = buffer.cell_mut((trailing, y)) {
                cell.reset();
                cell.set_style(style);
            }
        }
        if let Some(cell) = buffer.cell_mut((at, y)) {
            cell.set_symbol(cluster).set_diff_option(CellDiffOption::ForcedWidth(width));
        }
        at += width.get();
    }
    at
}

/// The same with an ellipsis if the text is cut.
pub(in crate::tui) fn put_text_within(
    setup: PageSetup,
    buffer: &mut Buffer,
    (x, y): (u16, u16),
    columns: u16,
    text: &str,
    style: Style,
) -> u16 {
    let columns = columns.min(buffer.area.right().saturating_sub(x));
    let is_cut = setup.ambiguous.width(text) > usize::from(columns);
    let end = put_text(setup, buffer, (x, y), columns.saturating_sub(u16::from(is_cut)), text, style);
    if !is_cut || columns == 0 {
        return end;
    }
    let after = put(buffer, end, y, "…", style);
    set_off::go_on(buffer, (end, y));
    after
}

/// Exchanges the signs around the text, if they are to be.
pub(in crate::tui) fn exchange(setup: PageSetup, buffer: &mut Buffer) {
    if !exchanges(setup) {
        return;
    }
    for cell in &mut buffer.content {
        if !is_text(cell)
            && !cell.symbol().is_ascii()
            && let Some(plain) = ascii::plain(setup.ambiguous, cell.symbol())
        {
            cell.set_symbol(&plain);
        }
    }
}

fn is_text(cell: &Cell) -> bool {
    matches!(cell.diff_option, CellDiffOption::ForcedWidth(_))
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;

    use super::*;
    use crate::wrap::Ambiguous;

    fn ascii_signs() -> PageSetup {
        PageSetup { ascii: true, ..PageSetup::default() }
    }

    fn wide() -> PageSetup {
        PageSetup { ambiguous: Ambiguous::Wide, ..PageSetup::default() }
    }

    /// Chrome on the first row, text on the second, exchanged.
    fn drawn(setup: PageSetup, chrome: &str, text: &str) -> (String, String) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 2));
        buffer.set_string(0, 0, chrome, Style::new());
        put_text(setup, &mut buffer, (0, 1), 12, text, Style::new());
        exchange(setup, &mut buffer);
        let row =
            |y: u16| (0..12).map(|x| buffer[(x, y)].symbol().to_owned()).collect::<String>().trim_end().to_owned();
        (row(0), row(1))
    }

    #[test]
    fn signs_are_exchanged_and_text_is_not() {
        assert_eq!(drawn(ascii_signs(), "│─┬┊▸◀≈■·█…", "“é” · a…"), ("|-+:>*%#.#~".to_owned(), "“é” · a…".to_owned()));
        assert_eq!(drawn(PageSetup::default(), "│─┬┊▸◀≈■·█…", "·"), ("│─┬┊▸◀≈■·█…".to_owned(), "·".to_owned()));
    }

    #[test]
    fn names_keep_their_letters_unless_they_would_be_too_wide() {
        assert_eq!(drawn(ascii_signs(), "L’Écho 灯", "").0, "L'Écho 灯");
        assert_eq!(drawn(wide(), "Récit Ведомо", "").0, "Recit ??????");
    }

    #[test]
    fn ambiguous_text_takes_two_columns_each() {
        assert_eq!(drawn(wide(), "", "“né” a").1, "“ né ”  a");
        assert_eq!(drawn(wide(), "", "1234567890“ab").1, "1234567890“");
    }
}
