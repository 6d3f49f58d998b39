//! Text with letters that run from right to left: the cells of a stretch put in the order in which they are to be seen.
//!
//! Everything is drawn in logical order first. Marks are looks of cells, so they go where the letters go.
//!
//! ```text
//!     drawn        THE BOAT, amira 12.     capitals stand for letters that run from right to left
//!     Program      .12 amira ,TAOB EHT     visual order, for terminals that show cells as they come
//!     Terminal     .12 amira ,THE BOAT⠀    for those that reorder a whole row, from left to right: only what they turn
//!                                          back by themselves is left to them, and it ends with a strong blank
//!     Picture      .12 amira ,BOAT THE     words in logical order, so that their letters join; each in its place
//! ```
//!
//! Such a terminal takes what stands between two such columns for a part of both, and would exchange them. A mark without
//! a width (U+200E) does not part them where only the first character of a cell counts (VTE); the empty pattern of braille
//! is a blank which runs from left to right everywhere. The mark is for places without a blank.

mod drawn;
mod letters;
mod mirror;
pub(in crate::tui) mod set_off;
mod terminal;

use std::ops::Range;

use ratatui::buffer::{Buffer, Cell, CellWidth};

use crate::tui::state::Reordering;
use crate::wrap::{Direction, Levels, is_right_to_left, visual_order};
pub(in crate::tui) use drawn::Cluster;
use drawn::{Drawn, first};
use letters::join_letters;
use mirror::mirrored;
use terminal::Turned;

/// Puts a stretch of a row, which begins at a column and has these clusters, in the order in which it is to be seen.
///
/// Cost: linear in the stretch.
pub(in crate::tui) fn reorder(buffer: &mut Buffer, (x, y): (u16, u16), clusters: &[Cluster], by: Reordering) {
    let end = clusters.iter().fold(x, |end, cluster| end + cluster.columns);
    let cells = (x..end).map_while(|x| buffer.cell((x, y)).cloned()).collect();
    reorder_parts(buffer, (x, y), (cells, clusters), std::slice::from_ref(&(x..end)), by);
}

/// Does the same with the cells as they were drawn, where something was drawn over the stretch since: of what is to be seen only
/// the parts in these columns.
///
/// Cost: linear in the stretch.
pub(in crate::tui) fn reorder_parts(
    buffer: &mut Buffer,
    at: (u16, u16),
    (cells, clusters): (Vec<Cell>, &[Cluster]),
    parts: &[Range<u16>],
    by: Reordering,
) {
    let Some(mut drawn) = Drawn::new(cells, clusters).filter(|_| by != Reordering::Nobody) else { return };
    let levels: Vec<u8> = clusters.iter().map(|cluster| cluster.level).collect();
    let order = visual_order(&levels);
    if by == Reordering::Program {
        join_letters(drawn.cells.iter_mut());
    }
    let line = Line { drawn, levels, clusters, y: at.1 };
    let starts = line.columns(at.0, &order);
    for part in parts {
        let first = starts.partition_point(|&start| start < part.start);
        let end = starts.partition_point(|&end| end <= part.end).saturating_sub(1);
        let whole = if first < end { starts[first]..starts[end] } else { part.end..part.end };
        // Of a wide character at an edge nothing is left.
        for x in (part.start..whole.start).chain(whole.end..part.end) {
            if let Some(cell) = buffer.cell_mut((x, at.1)) {
                cell.set_symbol(" ");
            }
        }
        if first < end {
            line.put(buffer, whole.start, order[first..end].to_vec(), by);
        }
    }
}

/// Does the same with the cells of a row in some columns that run one way, whatever clusters they are.
///
/// Cost: linear in the stretch.
pub(in crate::tui) fn reorder_stretch(
    buffer: &mut Buffer,
    row: u16,
    (of, base): (Range<u16>, Direction),
    by: Reordering,
) {
    let (mut text, mut starts, mut x) = (String::new(), Vec::new(), of.start);
    while let Some(cell) = buffer.cell((x, row)).filter(|_| x < of.end) {
        let columns = cell.cell_width().max(1);
        starts.push((text.len(), columns));
        text.push_str(cell.symbol());
        x += columns;
    }
    let Some(levels) = Levels::within(&text, base) else { return };
    let cluster = |&(at, columns): &(usize, u16)| Cluster { columns, level: levels.at(at) };
    reorder(buffer, (of.start, row), &starts.iter().map(cluster).collect::<Vec<_>>(), by);
}

/// What is put in order on a row.
struct Line<'c> {
    drawn: Drawn,
    levels: Vec<u8>,
    clusters: &'c [Cluster],
    y: u16,
}

impl Line<'_> {
    /// Returns the columns at which clusters begin that stand one after another from a column on, and the one behind the last.
    fn columns(&self, x: u16, order: &[usize]) -> Vec<u16> {
        let end = |end: &mut u16, &index: &usize| {
            *end += self.clusters[index].columns;
            Some(*end)
        };
        std::iter::once(x).chain(order.iter().scan(x, end)).collect()
    }

    /// Puts clusters, in visual order, from a column on.
    fn put(&self, buffer: &mut Buffer, x: u16, mut order: Vec<usize>, by: Reordering) {
        let turned = (by == Reordering::Terminal).then(|| Turned::new(&self.drawn, &order, &self.levels));
        if let Some(turned) = &turned {
            turned.turn(&mut order);
        }
        let columns = self.columns(x, &order);
        for (at, &index) in order.iter().enumerate() {
            let is_mirrored = self.levels[index] % 2 == 1 && !turned.as_ref().is_some_and(|turned| turned.has(at));
            put(buffer, (columns[at], self.y), self.drawn.cells(index), is_mirrored);
        }
        match turned {
            Some(turned) => turned.part(buffer, self.y, &columns),
            None if by == Reordering::Picture => join_words(buffer, self.y, &columns),
            None => {}
        }
    }
}

/// Puts the cells of a cluster in their place, mirrored if they run from right to left (L4).
fn put(buffer: &mut Buffer, (x, y): (u16, u16), cells: &[Cell], is_mirrored: bool) {
    for (x, cell) in (x..).zip(cells) {
        let Some(place) = buffer.cell_mut((x, y)) else { continue };
        place.clone_from(cell);
        let mark = first(cell).filter(|c| is_mirrored && !c.is_alphabetic());
        if let Some(mirrored) = mark.and_then(mirrored) {
            // What is set on the sign stays there.
            let whole: String = std::iter::once(mirrored).chain(cell.symbol().chars().skip(1)).collect();
            place.set_symbol(&whole);
        }
    }
}

/// Joins letters of one look side by side that run from right to left, in logical order, to one symbol of all their columns;
/// of a word with several looks they have the forms in which they join, since each is drawn by itself.
fn join_words(buffer: &mut Buffer, y: u16, columns: &[u16]) {
    let (Some(&from), Some(&to)) = (columns.first(), columns.last()) else { return };
    let is_letter = |cell: &Cell| first(cell).is_some_and(is_right_to_left);
    let look = |cell: &Cell| (cell.fg, cell.bg, cell.modifier);
    let cells: Vec<Cell> = (from..to).filter_map(|x| buffer.cell((x, y)).cloned()).collect();
    let mut x = from;
    for word in cells.chunk_by(|a, b| is_letter(a) && is_letter(b)) {
        let mut word = word.to_vec();
        if word.iter().any(|cell| look(cell) != look(&word[0])) {
            join_letters(word.iter_mut().rev());
        }
        for part in word.chunk_by(|a, b| is_letter(a) && is_letter(b) && look(a) == look(b)) {
            let logical: String = part.iter().rev().map(Cell::symbol).collect();
            for (at, x) in (x..).take(part.len()).enumerate() {
                if let Some(cell) = buffer.cell_mut((x, y)) {
                    cell.set_symbol(if at == 0 { &logical } else { " " });
                }
            }
            x += u16::try_from(part.len()).unwrap_or(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;
    use unicode_normalization::UnicodeNormalization;

    use super::terminal::{MARK, STRONG_BLANK};
    use super::*;
    use crate::wrap::width;

    /// Returns a row on which some texts stand, each reordered by itself, with a blank between.
    fn row(texts: &[&str], by: Reordering) -> Buffer {
        let columns = texts.iter().map(|text| width(text) + 1).sum::<usize>();
        let mut buffer = Buffer::empty(Rect::new(0, 0, u16::try_from(columns).expect("it is a short row"), 1));
        let mut x = 0;
        for text in texts {
            let levels = Levels::of(text, Direction::LeftToRight);
            let level = |at: usize| levels.as_ref().map_or(0, |levels| levels.at(at));
            let clusters: Vec<Cluster> =
                text.char_indices().map(|(at, _)| Cluster { columns: 1, level: level(at) }).collect();
            buffer.set_string(x, 0, text, Style::new());
            reorder(&mut buffer, (x, 0), &clusters, by);
            x += u16::try_from(clusters.len()).expect("it is a short row") + 1;
        }
        buffer
    }

    fn text(buffer: &Buffer) -> String {
        buffer.content.iter().map(Cell::symbol).collect()
    }

    /// Returns what a terminal makes of a row: it reorders all of it, from left to right, by the first character of each cell.
    fn shown_by_terminal(buffer: &Buffer) -> String {
        let bases: String = buffer.content.iter().filter_map(|cell| cell.symbol().chars().next()).collect();
        let Some(levels) = Levels::within(&bases, Direction::LeftToRight) else { return bases };
        let chars: Vec<(u8, char)> = bases.char_indices().map(|(at, c)| (levels.at(at), c)).collect();
        let order = visual_order(&chars.iter().map(|(level, _)| *level).collect::<Vec<_>>());
        let seen = |(level, c): (u8, char)| if level % 2 == 1 { mirrored(c).unwrap_or(c) } else { c };
        order.into_iter().map(|index| seen(chars[index])).collect()
    }

    #[test]
    fn the_program_puts_what_is_seen() {
        let drawn = |texts: &[&str]| text(&row(texts, Reordering::Program));
        assert_eq!(drawn(&["שלום (12).", "see אב"]), ".(12) םולש see בא ");
        assert_eq!(drawn(&["سلام"]), "\u{FEE1}\u{FE8E}\u{FEE0}\u{FEB3} ");
    }

    #[test]
    fn the_terminal_gets_what_it_turns_back() {
        let drawn = |texts: &[&str]| text(&row(texts, Reordering::Terminal));
        assert_eq!(drawn(&["שלום, אב.", "אב"]), ".שלום, אב\u{2800}אב\u{2800}");
        assert_eq!(drawn(&["12 אב"]), "אב\u{2800}12 ");
        // The paragraph runs from right to left by its ship; the terminal would take both years for the beginning of its own.
        assert_eq!(drawn(&["٢٠٢٦ - 2026 سفينة"]), "سفينة\u{2800}2026 - ٢٠٢٦\u{2800}");
        assert_eq!(drawn(&["سفينة ٢٠٢٦"]), "سفينة ٢٠٢٦\u{2800}");
    }

    #[test]
    fn brackets_around_a_number_of_the_other_kind_are_shown_as_they_are_seen() {
        let text_of = |by| row(&["a ", "٠ (0 א) א a) "], by);
        let shown = shown_by_terminal(&text_of(Reordering::Terminal)).replace(STRONG_BLANK, " ");
        assert_eq!(shown, text(&text_of(Reordering::Program)).nfkc().collect::<String>());
    }

    #[test]
    fn words_of_a_picture_are_whole() {
        let buffer = row(&["סירה אב 12"], Reordering::Picture);
        let words: Vec<&str> = buffer.content.iter().map(Cell::symbol).filter(|symbol| *symbol != " ").collect();
        assert_eq!(words, ["1", "2", "אב", "סירה"]);
    }

    /// Words of all directions and numbers of both kinds, with blanks between, marks before or after.
    fn words() -> impl Strategy<Value = String> {
        r"([(“]?([a-z]{1,4}|[אבגדה]{1,4}|[جدهسم]{1,4}|[٠-٣]{1,3}|[0-9]{1,3}|[-–≥])[,.!?:;)”%]? ){1,9}"
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_added(text in words()) {
            let cells = |by| {
                let mut cells: Vec<String> = row(&[&text], by).content.iter().map(|cell| cell.symbol().to_owned()).collect();
                cells.sort_unstable();
                cells
            };
            let plain: Vec<String> = cells(Reordering::Nobody);
            let terminal: Vec<String> = cells(Reordering::Terminal);
            let unmarked = |cell: &String| match cell.replace(MARK, "").replace(STRONG_BLANK, " ") {
                cell if cell == ")" => "(".to_owned(),
                cell if cell == "≤" => "≥".to_owned(),
                cell => cell,
            };
            let mut terminal: Vec<String> = terminal.iter().map(unmarked).collect();
            terminal.sort_unstable();
            let mut plain: Vec<String> = plain.iter().map(unmarked).collect();
            plain.sort_unstable();
            prop_assert_eq!(plain, terminal);
        }

        #[test]
        fn a_terminal_shows_what_the_program_would(
            left in words(),
            right in words(),
        ) {
            let program = row(&[&left, &right], Reordering::Program);
            let terminal = shown_by_terminal(&row(&[&left, &right], Reordering::Terminal)).replace(STRONG_BLANK, " ");
            prop_assert_eq!(terminal, text(&program).nfkc().collect::<String>());
        }
    }
}
