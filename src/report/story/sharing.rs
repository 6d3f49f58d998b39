//! The matrix of shared wording.

use super::{Line, Role, Span, Whole, name, span};
use crate::story::{Story, letter};

/// The columns of a cell, and of the names before them.
const CELL: usize = 10;
const NAMES: usize = 22;

/// From this share on a cell has the next shade: none, light, medium, dark, full.
const SHADES: [(f64, &str); 5] = [(0.6, "█"), (0.3, "▓"), (0.1, "▒"), (0.01, "░"), (0.0, " ")];

/// Who shares how much with whom: a line for each article, with what of it stands in the others; a chosen cell (row and
/// column, by place in the order of the articles) is set off, and the columns about it are shown.
#[must_use]
pub fn sharing(story: &Story, whole: &Whole, chosen: Option<(usize, usize)>, width: usize) -> Vec<Line> {
    let order = &whole.order;
    let names = NAMES.min(width / 3);
    let fit = (width.saturating_sub(names) / CELL).max(1);
    let first = chosen.map_or(0, |(_, column)| column.saturating_sub(fit - 1)).min(order.len().saturating_sub(fit));
    let columns: Vec<usize> = (first..(first + fit).min(order.len())).collect();
    let mut lines = vec![
        vec![span("Shared wording", Role::Head)],
        vec![span(
            "Of the row's body words, how many stand in runs of five and more that the column has too;",
            Role::Faint,
        )],
        vec![span("after the dot, the words of the longest run.", Role::Faint)],
        Line::new(),
    ];
    let mut head = vec![span(" ".repeat(names), Role::Plain)];
    head.extend(
        columns.iter().map(|&column| span(format!("{:>CELL$}", format!("in {}", letter(order[column]))), Role::Head)),
    );
    lines.push(head);
    for (row, &article) in order.iter().enumerate() {
        let mut line = vec![span(name(story, article, names), Role::Head)];
        line.extend(columns.iter().map(|&column| cell(whole, article, order[column], chosen == Some((row, column)))));
        lines.push(line);
    }
    if columns.len() < order.len() {
        lines.push(vec![span(format!("{} of {} columns", columns.len(), order.len()), Role::Faint)]);
    }
    lines
}

fn cell(whole: &Whole, of: usize, within: usize, is_chosen: bool) -> Span {
    let role = if is_chosen { Role::Chosen } else { Role::Plain };
    if of == within {
        return span(format!("{:>CELL$}", "·"), role);
    }
    let share = whole.matrix.share(of, within);
    let shade = SHADES.iter().find(|(least, _)| share >= *least).map_or(" ", |(_, shade)| shade);
    let longest = whole.matrix.cell(of, within).longest_run;
    let longest = if longest < crate::sharing::RUN { String::new() } else { format!("·{longest}") };
    let text = format!("{shade}{:>3.0}%{longest:<4}", share * 100.0);
    span(format!("{text:>CELL$}"), role)
}
