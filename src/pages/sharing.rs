//! The matrix of shared wording.
//!
//! ```text
//!     A Meridian Wire                · █ 63%·45  █ 61%·28      where all columns fit: share and longest run
//!     A Meridian Wire      ·   63█  61█   0    2░   0          where they do not: the share alone
//! ```

use super::{Page, Sight, names};
use crate::layout::PageSetup;
use crate::present::{Line, Role, Span};
use crate::story::{Story, StoryAnalysis, letter};

/// The columns of a cell with the longest run, and without it.
const WIDE: usize = 10;
const NARROW: usize = 5;

/// The columns of the names, and of what is left of them for the sake of more cells.
const NAMES: usize = 22;
const FEWER: usize = 16;

/// The columns that it takes to say which columns are in sight.
const COUNTED: usize = 10;

/// From this share on a cell has the next shade: none, light, medium, dark, full.
const SHADES: [(f64, &str); 5] = [(0.6, "█"), (0.3, "▓"), (0.1, "▒"), (0.01, "░"), (0.0, " ")];

/// Who shares how much with whom: an item for each article, with what of it stands in the others. Both the items and the
/// columns stand in the order that brings relatives together.
#[must_use]
pub fn sharing<'s>(story: &'s Story, analysis: &'s StoryAnalysis, sight: Sight, setup: PageSetup) -> Page<'s> {
    let (order, width) = (&analysis.order, setup.width);
    let is_wide = NAMES.min(width / 3) + order.len() * WIDE <= width;
    let cell_width = if is_wide { WIDE } else { NARROW };
    // Names have what the cells leave, and give way where not all cells fit.
    let free = width.saturating_sub(order.len() * cell_width);
    let indent = names::width(story, free.max(FEWER.min(width / 3)).min(NAMES), setup).max(COUNTED);
    let names = names::names(story, indent, setup);
    let columns = sight.columns(order.len(), (width.saturating_sub(indent) / cell_width).max(1));
    let mut head = vec![vec![Span::new("Shared wording", Role::Heading)]];
    let after = if is_wide { "; after the dot, the words of the longest run" } else { ", in a hundred" };
    let legend =
        format!("Of the row's body words, how many stand in runs of five and more that the column has too{after}.");
    head.extend(setup.faint(&legend));
    head.push(Line::new());
    head.push(names_of_columns(order, &columns, (indent, cell_width), setup));
    let item = {
        let columns = columns.clone();
        move |row: usize| {
            let mut line = vec![Span::new(names[order[row]].clone(), Role::Heading)];
            let cell = |column: usize| {
                let is_chosen = sight.chooses(row, column);
                setup.set(cell(analysis, order[row], order[column], is_wide, is_chosen))
            };
            line.extend(columns.clone().map(cell));
            vec![line]
        }
    };
    Page::of(head, order.len(), item).with_columns(columns, indent, cell_width)
}

fn names_of_columns(
    order: &[usize],
    columns: &std::ops::Range<usize>,
    (names, cell): (usize, usize),
    setup: PageSetup,
) -> Line<'static> {
    let sight = if columns.len() < order.len() {
        format!("{}–{}/{}", columns.start + 1, columns.end, order.len())
    } else {
        String::new()
    };
    let mut line = vec![Span::new(setup.fitted(&setup.signs(sight), names), Role::Faint)];
    line.extend(columns.clone().map(|column| {
        let letter = letter(order[column]);
        let text = if cell == WIDE { format!("in {letter}") } else { letter + " " };
        Span::new(format!("{text:>cell$}"), Role::Heading)
    }));
    line
}

fn cell(analysis: &StoryAnalysis, of: usize, within: usize, is_wide: bool, is_chosen: bool) -> Span<'static> {
    let cell = analysis.matrix.cell(of, within);
    let text = if of == within {
        if is_wide { "·".to_owned() } else { "· ".to_owned() }
    } else {
        let share = analysis.matrix.share(of, within);
        let shade = SHADES.iter().find(|(least, _)| share >= *least).map_or(" ", |(_, shade)| shade);
        let percent = share * 100.0;
        if is_wide {
            let longest = if cell.longest_run == 0 { String::new() } else { format!("·{}", cell.longest_run) };
            format!("{shade}{percent:>3.0}%{longest:<4}")
        } else {
            format!("{percent:.0}{shade}")
        }
    };
    let width = if is_wide { WIDE } else { NARROW };
    let role = match cell.shared {
        _ if is_chosen => Role::Chosen,
        0 => Role::Faint,
        _ => Role::Text,
    };
    Span::new(format!("{text:>width$}"), role)
}
