//! The longest runs of words that the chosen two have in common, beside the matrix or below it.
//!
//! ```text
//!     Longest in A and E
//!     ▸45 w  A¶5  E¶14
//!       Ordinary people in China should be drawn into …
//!      38 w  A¶7  E¶12
//!       …
//! ```

use crate::layout::PageSetup;
use crate::letters::letter;
use crate::pages::Facts;
use crate::pair::Pair;
use crate::present::{Line, Role, Span};
use crate::sharing::CommonRun;

/// The most lines of a run's wording.
const WORDING: usize = 3;

/// The columns by which the wording is set back.
const INDENT: usize = 2;

/// What is said where there are no runs: of one outlet, and of two that share no wording.
pub(super) const ONE_OUTLET: &str = "one article: choose another column";
pub(super) const NO_RUNS: &str = "no five words in a row in both";

/// Lines that say which runs two articles have in common, each with the run that it is of, by index.
pub(super) type RunLines = Vec<(Line<'static>, Option<usize>)>;

/// Says how runs are set: into how many columns and lines, and which of them is chosen.
#[derive(Clone, Copy)]
pub(super) struct RunsSetup {
    pub page: PageSetup,
    pub columns: usize,
    pub rows: usize,
    pub chosen: Option<usize>,
}

/// Returns the runs of two articles, as many as there is room for, the chosen one among them.
pub(super) fn lines(facts: &Facts<'_>, pair: Pair<usize>, setup: RunsSetup) -> RunLines {
    let runs = runs(facts, pair);
    let page = setup.page;
    let clipped = |text: &str, role| vec![Span::new(page.clipped(&page.signs(text), setup.columns), role)];
    let title = format!("Longest runs in {} and {}", letter(pair.left), letter(pair.right));
    let mut lines = vec![(clipped(&title, Role::Heading), None)];
    let why = match (pair.left == pair.right, runs.is_empty()) {
        (true, _) => Some(ONE_OUTLET),
        (false, true) => Some(NO_RUNS),
        (false, false) => None,
    };
    lines.extend(why.map(|why| (clipped(why, Role::Faint), None)));
    let room = setup.rows.saturating_sub(lines.len());
    let most = if room < 2 * (1 + WORDING) { 1 } else { WORDING };
    let of =
        |(index, run): (usize, &CommonRun)| run_lines(facts, pair, (run, setup.chosen == Some(index)), (setup, most));
    let shown: Vec<Vec<Line<'static>>> = runs.iter().enumerate().map(of).collect();
    let first = first(&shown.iter().map(Vec::len).collect::<Vec<_>>(), setup.chosen.unwrap_or(0), room);
    let rest = shown.into_iter().enumerate().skip(first);
    lines.extend(rest.flat_map(|(index, run)| run.into_iter().map(move |line| (line, Some(index)))));
    lines.truncate(setup.rows);
    lines
}

/// Returns the runs of two articles, the longest first.
pub(super) fn runs(facts: &Facts<'_>, pair: Pair<usize>) -> Vec<CommonRun> {
    let wording = facts.screen.and_then(|screen| screen.wording);
    wording.map_or_else(Vec::new, |wording| wording.runs(pair).collect())
}

/// Returns the first run that is shown so that the chosen one is in sight whole, of runs with so many lines each.
fn first(lines: &[usize], chosen: usize, room: usize) -> usize {
    let mut first = chosen.min(lines.len().saturating_sub(1));
    let mut taken = lines.get(first).copied().unwrap_or(0);
    while first > 0 && taken + lines[first - 1] <= room {
        first -= 1;
        taken += lines[first];
    }
    first
}

/// Returns a run's lines: its words and places, then its wording as the first of the two has it.
fn run_lines(
    facts: &Facts<'_>,
    pair: Pair<usize>,
    (run, is_chosen): (&CommonRun, bool),
    (setup, most): (RunsSetup, usize),
) -> Vec<Line<'static>> {
    let (page, columns) = (setup.page, setup.columns);
    let place = |article: usize, block: usize| format!("{}¶{}", letter(article), block + 1);
    let places = pair.zip(run.at.as_ref()).map(|(article, at)| place(article, at.block));
    let mark = if is_chosen { "▸" } else { " " };
    let told = page.signs(format!("{mark}{:>3} w  {}  {}", run.words, places.left, places.right));
    let role = if is_chosen { Role::Chosen } else { Role::Text };
    let mut lines = vec![vec![Span::new(page.clipped(&told, columns), role)]];
    let at = &run.at.left;
    let wording =
        facts.story.articles()[pair.left].blocks.get(at.block).map_or("", |block| &block.text[at.range.clone()]);
    let room = columns.saturating_sub(INDENT).max(1);
    let wrapped: Vec<&str> = page.wrap(wording, room).collect();
    let indent = || Span::new(" ".repeat(INDENT.min(columns)), Role::Text);
    lines.extend(wrapped.iter().take(most).enumerate().map(|(index, part)| {
        let goes_on = index + 1 == most && wrapped.len() > most;
        let text = if goes_on { format!("{part}{}", page.ellipsis()) } else { (*part).to_owned() };
        vec![indent(), Span::new(page.clipped(&text, room), Role::Text)]
    }));
    lines
}

#[cfg(test)]
mod tests {
    use super::first;

    #[test]
    fn the_chosen_run_is_in_sight() {
        assert_eq!(first(&[4, 4, 4, 4], 0, 9), 0);
        assert_eq!(first(&[4, 4, 4, 4], 1, 9), 0);
        assert_eq!(first(&[4, 4, 4, 4], 3, 9), 2);
        assert_eq!(first(&[4, 4], 1, 2), 1);
        assert_eq!(first(&[], 3, 9), 0);
    }
}
