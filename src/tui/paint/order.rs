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

use std::num::NonZeroU16;
use std::ops::Range;
use std::slice;

use ar_reshaper::config::LigaturesFlags;
use ar_reshaper::{ArabicReshaper, Language, ReshaperConfig};
use ratatui::buffer::{Buffer, Cell, CellDiffOption};
use unicode_bidi::{BidiClass, BidiDataSource, HardcodedBidiData, bidi_class};
use unicode_bidi_mirroring::get_mirrored;

use crate::tui::state::Reordering;
use crate::wrap::{is_right_to_left, visual_order};

/// A blank of one column that runs from left to right.
const STRONG_BLANK: &str = "\u{2800}";

/// How often a stretch is looked at for brackets without a partner, at most.
const DEPTH: usize = 4;

/// How far behind a stretch there may be a blank: beyond the line at the edge of a pane, and an arrow.
const REACH: u16 = 3;

/// A mark without a width that does.
pub(in crate::tui) const MARK: char = '\u{200E}';

/// Cells that are drawn as one, in logical order.
#[derive(Clone, Copy, Debug)]
pub(in crate::tui) struct Cluster {
    /// Its columns.
    pub columns: u16,
    /// Its level.
    pub level: u8,
}

/// What a cluster is for a terminal that reorders a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Strength {
    /// It runs from left to right.
    Left,
    /// It runs from right to left, or is a number that is set so.
    Right,
    /// It is a number that stands as what is before it does.
    Number,
    /// It stands as what is around it does.
    Neutral,
}

/// Puts a stretch of a row, which begins at a column and has these clusters, in the order in which it is to be seen.
///
/// Cost: linear in the stretch.
pub(in crate::tui) fn reorder(buffer: &mut Buffer, (x, y): (u16, u16), clusters: &[Cluster], by: Reordering) {
    let levels: Vec<u8> = clusters.iter().map(|cluster| cluster.level).collect();
    let mut order = visual_order(&levels);
    let mut drawn = drawn(buffer, (x, y), clusters);
    let is_left = by == Reordering::Nobody
        || drawn.iter().zip(clusters).any(|(cells, of)| cells.len() != usize::from(of.columns));
    if is_left {
        return;
    }
    if by == Reordering::Program {
        join_letters(drawn.iter_mut().filter_map(|cells| cells.first_mut()));
    }
    let strengths: Vec<Strength> = order.iter().map(|&index| strength(&drawn[index])).collect();
    let stretches = turned(&strengths, &order, &drawn);
    if by == Reordering::Terminal {
        for stretch in &stretches {
            order[stretch.clone()].sort_unstable();
        }
    }
    let mut columns = vec![x];
    for (at, &index) in order.iter().enumerate() {
        let is_turned = by == Reordering::Terminal && stretches.iter().any(|stretch| stretch.contains(&at));
        let column = columns[at];
        put(buffer, (column, y), &drawn[index], levels[index] % 2 == 1 && !is_turned);
        columns.push(column + clusters[index].columns);
    }
    match by {
        Reordering::Terminal => part(buffer, y, &columns, &strengths, &stretches),
        Reordering::Picture => join_words(buffer, y, &columns),
        Reordering::Program | Reordering::Nobody => {}
    }
}

/// Takes the cells of each cluster.
fn drawn(buffer: &Buffer, (x, y): (u16, u16), clusters: &[Cluster]) -> Vec<Vec<Cell>> {
    let mut at = x;
    let mut cells = |cluster: &Cluster| {
        let start = at;
        at = at.saturating_add(cluster.columns);
        (start..at).filter_map(|x| buffer.cell((x, y)).cloned()).collect()
    };
    clusters.iter().map(&mut cells).collect()
}

/// Puts the cells of a cluster in their place, mirrored if they run from right to left (L4).
fn put(buffer: &mut Buffer, (x, y): (u16, u16), cells: &[Cell], is_mirrored: bool) {
    for (x, cell) in (x..).zip(cells) {
        let Some(place) = buffer.cell_mut((x, y)) else { continue };
        place.clone_from(cell);
        if is_mirrored && let Some(mirrored) = cell.symbol().chars().next().and_then(get_mirrored) {
            place.set_char(mirrored);
        }
    }
}

fn strength(cells: &[Cell]) -> Strength {
    let first = cells.first().and_then(|cell| cell.symbol().chars().next());
    match first.map(bidi_class) {
        Some(BidiClass::L) => Strength::Left,
        Some(BidiClass::R | BidiClass::AL | BidiClass::AN) => Strength::Right,
        Some(BidiClass::EN) => Strength::Number,
        _ => Strength::Neutral,
    }
}

/// Returns what such a terminal turns back by itself. A bracket without its partner there stands apart: the terminal would
/// take one outside for that.
fn turned(strengths: &[Strength], order: &[usize], drawn: &[Vec<Cell>]) -> Vec<Range<usize>> {
    let mut turned = stretches(strengths);
    let mut apart = strengths.to_vec();
    // What is parted may have lost the partner of another bracket; prose is not deeper than that.
    for _ in 0..DEPTH {
        let alone: Vec<usize> = turned.iter().flat_map(|stretch| unmatched(stretch, order, drawn)).collect();
        if alone.is_empty() {
            break;
        }
        for at in alone {
            apart[at] = Strength::Left;
        }
        turned = stretches(&apart);
    }
    turned
}

/// Returns where in a stretch brackets stand that have no partner in it.
fn unmatched(stretch: &Range<usize>, order: &[usize], drawn: &[Vec<Cell>]) -> Vec<usize> {
    let bracket = |at: usize| {
        let c = drawn[order[at]].first()?.symbol().chars().next()?;
        HardcodedBidiData.bidi_matched_opening_bracket(c).map(|bracket| (at, bracket.opening, bracket.is_open))
    };
    let mut brackets: Vec<_> = stretch.clone().filter_map(bracket).collect();
    brackets.sort_unstable_by_key(|&(at, ..)| order[at]);
    let (mut open, mut alone) = (Vec::new(), Vec::new());
    for (at, opening, is_open) in brackets {
        if is_open {
            open.push((at, opening));
        } else if open.last().is_some_and(|&(_, other)| other == opening) {
            open.pop();
        } else {
            alone.push(at);
        }
    }
    alone.extend(open.into_iter().map(|(at, _)| at));
    alone
}

/// Returns the stretches from what runs from right to left to the last that does, with
/// nothing between that runs from left to right.
fn stretches(strengths: &[Strength]) -> Vec<Range<usize>> {
    let mut stretches: Vec<Range<usize>> = Vec::new();
    let mut is_open = false;
    for (at, strength) in strengths.iter().enumerate() {
        match (strength, stretches.last_mut().filter(|_| is_open)) {
            (Strength::Right, Some(open)) => open.end = at + 1,
            (Strength::Right, None) => {
                stretches.push(at..at + 1);
                is_open = true;
            }
            (Strength::Left, _) => is_open = false,
            (Strength::Number | Strength::Neutral, _) => {}
        }
    }
    stretches
}

/// Parts each such stretch from what follows, unless something that runs from left to right does: with a blank that does, or
/// where there is none, a mark.
fn part(buffer: &mut Buffer, y: u16, columns: &[u16], strengths: &[Strength], stretches: &[Range<usize>]) {
    for stretch in stretches {
        let next = strengths[stretch.end..].iter().find(|strength| **strength != Strength::Neutral);
        if next == Some(&Strength::Left) {
            continue;
        }
        let follow = columns[stretch.end..].iter().zip(&strengths[stretch.end..]);
        let neutral = follow.take_while(|(_, strength)| **strength == Strength::Neutral).map(|(&column, _)| column);
        let behind = columns.last().filter(|_| next.is_none()).map(|&end| behind(buffer, (end, y)));
        let mut blanks = neutral.chain(behind.into_iter().flatten());
        let blank = blanks.find(|&x| buffer.cell((x, y)).is_some_and(|cell| cell.symbol() == " "));
        if let Some(cell) = blank.and_then(|x| buffer.cell_mut((x, y))) {
            // It is no sign, for which something else could stand.
            cell.set_symbol(STRONG_BLANK).set_diff_option(CellDiffOption::ForcedWidth(NonZeroU16::MIN));
        } else if let Some(cell) = buffer.cell_mut((columns[stretch.end - 1], y)) {
            let marked: String = cell.symbol().chars().chain([MARK]).collect();
            cell.set_symbol(&marked);
        }
    }
}

/// Returns the columns behind a stretch where a blank parts it still: up to a letter or a number, such as those beyond a line.
fn behind(buffer: &Buffer, (end, y): (u16, u16)) -> Range<u16> {
    let is_neutral =
        |x: &u16| buffer.cell((*x, y)).is_some_and(|cell| strength(slice::from_ref(cell)) == Strength::Neutral);
    end..(end..end.saturating_add(REACH)).take_while(is_neutral).last().map_or(end, |last| last + 1)
}

/// Gives Arabic letters, in logical order, the forms in which they join: terminals that do not reorder do not join either.
fn join_letters<'c>(cells: impl Iterator<Item = &'c mut Cell>) {
    let cells: Vec<&mut Cell> = cells.collect();
    let text: String = cells.iter().map(|cell| cell.symbol()).collect();
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

/// Joins letters of one look side by side that run from right to left, in logical order, to one symbol of all their columns;
/// of a word with several looks they have the forms in which they join, since each is drawn by itself.
fn join_words(buffer: &mut Buffer, y: u16, columns: &[u16]) {
    let (Some(&from), Some(&to)) = (columns.first(), columns.last()) else { return };
    let is_letter = |cell: &Cell| cell.symbol().chars().next().is_some_and(is_right_to_left);
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

    use super::*;
    use crate::wrap::{Direction, Levels, width};

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
        let Some(levels) = Levels::within(&bases) else { return bases };
        let chars: Vec<(u8, char)> = bases.char_indices().map(|(at, c)| (levels.at(at), c)).collect();
        let order = visual_order(&chars.iter().map(|(level, _)| *level).collect::<Vec<_>>());
        let mirrored = |(level, c): (u8, char)| if level % 2 == 1 { get_mirrored(c).unwrap_or(c) } else { c };
        order.into_iter().map(|index| mirrored(chars[index])).collect()
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
    }

    #[test]
    fn words_of_a_picture_are_whole() {
        let buffer = row(&["סירה אב 12"], Reordering::Picture);
        let words: Vec<&str> = buffer.content.iter().map(Cell::symbol).filter(|symbol| *symbol != " ").collect();
        assert_eq!(words, ["1", "2", "אב", "סירה"]);
    }

    /// Words of all directions, with blanks between, marks before or after, and numbers of one kind: two kinds side by side are
    /// not turned back as they are meant.
    fn words() -> impl Strategy<Value = String> {
        let european = r"([(“]?([a-z]{1,4}|[אבגדה]{1,4}|[جدهسم]{1,4}|[0-9]{1,3})[,.!?:;)”%]? ){1,9}";
        let arabic = r"([(“]?([a-z]{1,4}|[אבגדה]{1,4}|[جدهسم]{1,4}|[٠-٣]{1,3})[,.!?:;)”%]? ){1,9}";
        prop_oneof![european, arabic]
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
