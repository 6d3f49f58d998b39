//! The matrix as a sheet: a cell for each article, or where they are many those that have the most.

use super::words::{EXPLAINED, SHADES, TITLE, as_printed, explained, longest, said};
use crate::layout::PageSetup;
use crate::letters::letter;
use crate::pages::sheet::{MOST_COLUMNS, Sheet, SheetCell, lettered};
use crate::pages::{Target, TargetPlace};
use crate::pair::Pair;
use crate::present::{Role, Shade};
use crate::story::{Story, StoryAnalysis};

/// How many are listed in a row where not all have a column.
const LISTED: usize = 10;

/// Returns the sheet. Cost: constant; a row costs what it has cells, and where they are listed the logarithm of all besides.
pub(super) fn sheet<'a>(story: &'a Story, analysis: &'a StoryAnalysis, setup: PageSetup) -> Sheet<'a> {
    let order = &analysis.order;
    let is_listed = order.len() > MOST_COLUMNS;
    let head = if is_listed { Vec::new() } else { lettered(1, order, |letter| format!("in {letter}"), setup) };
    let row = move |row: usize| {
        let of = order[row];
        let name = SheetCell::name(story, of);
        if !is_listed {
            return std::iter::once(name)
                .chain(order.iter().map(|&within| cell(analysis, of, within, setup)))
                .collect();
        }
        let mut others: Vec<usize> = order.iter().copied().filter(|&within| within != of).collect();
        others.sort_by_key(|&within| std::cmp::Reverse(analysis.matrix.cell(of, within).shared));
        let others = others.into_iter().take(LISTED).filter(|&within| analysis.matrix.cell(of, within).shared > 0);
        let listed = |within: usize| {
            let cell = cell(analysis, of, within, setup);
            SheetCell { text: format!("{} {}", letter(within), cell.text), ..cell }
        };
        std::iter::once(name).chain(others.map(listed)).collect()
    };
    let most = is_listed.then(|| format!("Of each, the {LISTED} that it shares most with; json and csv have all."));
    let notes = |first: String| std::iter::once(first).chain(most.clone()).collect();
    Sheet::new(TITLE, head, order.len(), row).with_notes(notes(explained(true))).saying(notes(EXPLAINED.to_owned()))
}

fn cell(analysis: &StoryAnalysis, of: usize, within: usize, setup: PageSetup) -> SheetCell {
    if of == within {
        return SheetCell::ours("·", Role::Faint, setup).saying("");
    }
    let (share, cell) = (analysis.matrix.share(of, within), analysis.matrix.cell(of, within));
    // The last one is no shade: so little is there.
    let shades = SHADES[..SHADES.len() - 1].iter().zip(Shade::ALL);
    let shade = shades.into_iter().find(|((least, _), _)| as_printed(share) >= *least).map(|(_, shade)| shade);
    let role = if cell.shared == 0 { Role::Faint } else { shade.map_or(Role::Text, Role::Carried) };
    let text = format!("{:.0}%{}", share * 100.0, longest(cell.longest_run));
    let target = Target { pair: Pair::new(of, within), at: TargetPlace::Start, folding: None };
    SheetCell::ours(text, role, setup).saying(said(share, letter(within), cell.longest_run)).opening(Some(target))
}
