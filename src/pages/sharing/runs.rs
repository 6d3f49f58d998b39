//! The longest runs of words that the chosen two have in common, beside the matrix or below it.
//!
//! ```text
//!     Longest in A and E
//!     ▸45 w  A¶5  E¶14
//!       Ordinary people in China should be drawn into …
//!      38 w  A¶7  E¶12
//!       …
//! ```

use std::ops::Range;

use crate::layout::PageSetup;
use crate::letters::letter;
use crate::pages::Facts;
use crate::pair::Pair;
use crate::present::{Line, Role, Span};
use crate::sharing::CommonRun;
use crate::wrap::{Direction, Levels, isolated, isolated_line};

/// The most lines of a run's wording.
const WORDING: usize = 3;

/// The columns by which the wording is set back.
const INDENT: usize = 2;

/// What is said where there are no runs: of one outlet, and of two that share no wording.
pub(super) const ONE_OUTLET: &str = "an article beside itself: choose another column";
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

/// Returns the runs of two articles, as many as there is room for whole, the chosen one among them; where that are not all, the
/// title says which of how many.
pub(super) fn lines(facts: &Facts<'_>, pair: Pair<usize>, setup: RunsSetup) -> RunLines {
    let runs = runs(facts, pair);
    let why = match (pair.left == pair.right, runs.is_empty()) {
        (true, _) => Some(ONE_OUTLET),
        (false, true) => Some(NO_RUNS),
        (false, false) => None,
    };
    let clipped = |text: &str, role| vec![Span::new(setup.page.clipped(&setup.page.signs(text), setup.columns), role)];
    if let Some(why) = why {
        let title = title(pair, None, setup);
        return vec![(clipped(&title, Role::Heading), None), (clipped(why, Role::Faint), None)];
    }
    let room = setup.rows.saturating_sub(1);
    let most = if room < 2 * (1 + WORDING) { 1 } else { WORDING };
    let of =
        |(index, run): (usize, &CommonRun)| run_lines(facts, pair, (run, setup.chosen == Some(index)), (setup, most));
    let all: Vec<Vec<Line<'static>>> = runs.iter().enumerate().map(of).collect();
    let shown = whole(&all.iter().map(Vec::len).collect::<Vec<_>>(), setup.chosen.unwrap_or(0), room);
    let counted = (shown.len() < all.len()).then_some((shown.clone(), all.len()));
    let mut lines = vec![(clipped(&title(pair, counted, setup), Role::Heading), None)];
    let rest = all.into_iter().enumerate().skip(shown.start).take(shown.len());
    lines.extend(rest.flat_map(|(index, run)| run.into_iter().map(move |line| (line, Some(index)))));
    lines
}

/// Returns the title of the runs: `Longest runs in A and E · 1–3 of 12`, shorter where there is no room for that.
fn title(pair: Pair<usize>, counted: Option<(Range<usize>, usize)>, setup: RunsSetup) -> String {
    if pair.left == pair.right {
        return "Longest runs".to_owned();
    }
    let of = format!("in {} and {}", letter(pair.left), letter(pair.right));
    let count = counted.map_or_else(String::new, |(shown, all)| match shown.len() {
        0 | 1 => format!(" · {} of {all}", shown.start + 1),
        _ => format!(" · {}–{} of {all}", shown.start + 1, shown.end),
    });
    let long = format!("Longest runs {of}{count}");
    if setup.page.columns(&long) <= setup.columns { long } else { format!("Runs {of}{count}") }
}

/// Returns the runs of two articles, the longest first.
pub(super) fn runs(facts: &Facts<'_>, pair: Pair<usize>) -> Vec<CommonRun> {
    let wording = facts.screen.and_then(|screen| screen.wording);
    wording.map_or_else(Vec::new, |wording| wording.runs(pair).collect())
}

/// Returns the runs that are shown, of runs with so many lines each: as many as fit whole, the chosen one among them.
fn whole(lines: &[usize], chosen: usize, room: usize) -> Range<usize> {
    let chosen = chosen.min(lines.len().saturating_sub(1));
    if lines.get(chosen).is_none_or(|&own| own > room) {
        return chosen..chosen;
    }
    // What comes before it, as far as there is room, then what comes after.
    let (mut shown, mut free) = (chosen..chosen + 1, room - lines[chosen]);
    while shown.start > 0 && lines[shown.start - 1] <= free {
        shown.start -= 1;
        free -= lines[shown.start];
    }
    while let Some(&next) = lines.get(shown.end).filter(|&&next| next <= free) {
        shown.end += 1;
        free -= next;
    }
    shown
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
    let article = &facts.story.articles()[pair.left];
    let wording = article.blocks.get(at.block).map_or("", |block| &block.text[at.range.clone()]);
    let direction = Direction::of_text(wording, Direction::of_article(article));
    let levels = direction.and_then(|direction| Levels::within(wording, direction));
    let is_flush_right = direction == Some(Direction::RightToLeft);
    let room = columns.saturating_sub(INDENT).max(1);
    let wrapped: Vec<&str> = page.wrap(wording, room).collect();
    let indent = || Span::new(" ".repeat(INDENT.min(columns)), Role::Text);
    lines.extend(wrapped.iter().take(most).enumerate().map(|(index, part)| {
        let goes_on = index + 1 == most && wrapped.len() > most;
        let text = if goes_on { format!("{part}{}", page.ellipsis()) } else { (*part).to_owned() };
        let text = page.clipped(&text, room);
        let before = if is_flush_right { room.saturating_sub(page.columns(&text)) } else { 0 };
        let start = part.as_ptr().addr() - wording.as_ptr().addr();
        let set_off = match &levels {
            Some(_) if text == *part => isolated_line(wording, start..start + part.len(), levels.as_ref()),
            _ => isolated(&text, direction).into_owned(),
        };
        vec![indent(), Span::new(" ".repeat(before) + &set_off, Role::Text)]
    }));
    lines
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn runs_are_shown_whole_and_the_chosen_one_among_them() {
        assert_eq!(whole(&[4, 4, 4, 4], 0, 9), 0..2);
        assert_eq!(whole(&[4, 4, 4, 4], 1, 9), 0..2);
        assert_eq!(whole(&[4, 4, 4, 4], 3, 9), 2..4);
        assert_eq!(whole(&[2, 3, 2], 1, 8), 0..3);
        assert_eq!(whole(&[2, 2, 2], 0, 3), 0..1);
        assert_eq!(whole(&[4, 4], 1, 2), 1..1);
        assert_eq!(whole(&[], 3, 9), 0..0);
    }
}
