//! The matrix of shared wording.
//!
//! ```text
//!     A Meridian Wire                ·  63%█·45   61%█·28      where all columns fit: share and longest run
//!     A Meridian Wire      ·   63█  61█   0    2░   0          where they do not: the share alone
//! ```

mod bars;
mod on_screen;
mod runs;
mod sheet;
mod words;

use std::ops::Range;

use serde::Serialize;

use words::{SHADES, TITLE, as_printed, explained, longest};

use super::records::rounded;
use super::story_page::{CLOSE, NEXT_PAGE, READ};
use super::{
    ColumnWindow, Facts, KeyText, Needs, PageChoice, PageOutcome, PresentedPage, Sheet, StoryPage, Target, TargetPlace,
    names,
};
use crate::keys::Action;
use crate::layout::PageSetup;
use crate::letters::letter;
use crate::pair::{Pair, Side};
use crate::present::{Line, Role, Span};
use crate::story::{SharedWording, Story, StoryAnalysis};

/// The columns of a cell with the longest run, and without it.
const WIDE: usize = 10;
const NARROW: usize = 5;

/// The columns of the names that are kept for the sake of wide cells, and of what is left of them for more cells.
const NAMES: usize = 22;
const FEWER: usize = 16;

/// The columns that it takes to say which columns are in sight.
const COUNTED: usize = 10;

/// Shows who shares how much with whom: an item for each article, with what of it stands in the others. Both the items
/// and the columns stand in the order that brings relatives together.
#[derive(Clone, Copy, Debug)]
pub struct SharingPage;

impl StoryPage for SharingPage {
    fn name(&self) -> &'static str {
        "sharing"
    }

    fn needs(&self) -> Needs {
        Needs::Analysis
    }

    fn size(&self, facts: &Facts<'_>, _: &PageChoice) -> (usize, usize) {
        let articles = facts.story.articles().len();
        // On a screen the bars follow the rows of the matrix.
        let bars = if wording(facts).is_some() { articles } else { 0 };
        (articles + bars, articles)
    }

    fn present<'a>(
        &self,
        facts: &Facts<'a>,
        choice: &PageChoice,
        window: ColumnWindow,
        setup: PageSetup,
    ) -> Option<PresentedPage<'a>> {
        let analysis = facts.analysis?;
        let matrix = MatrixTable::new(facts.story, analysis, *choice, window, setup);
        Some(match wording(facts) {
            Some(wording) => on_screen::on_screen(*facts, wording, matrix, chosen(facts, choice)),
            None => matrix.present(),
        })
    }

    fn sheets<'a>(&self, facts: &Facts<'a>, _: &PageChoice, setup: PageSetup) -> Vec<Sheet<'a>> {
        facts.analysis.map(|analysis| sheet::sheet(facts.story, analysis, setup)).into_iter().collect()
    }

    fn article_of(&self, facts: &Facts<'_>, item: usize) -> Option<usize> {
        row_article(facts, item)
    }

    fn caption(&self, facts: &Facts<'_>, choice: &PageChoice) -> Option<String> {
        let matrix = &facts.analysis?.matrix;
        let chosen = chosen(facts, choice)?;
        let (of, within) = (facts.name(chosen.left), facts.name(chosen.right));
        if chosen.left == chosen.right {
            return Some(format!("{of}: {} words", matrix.words(chosen.left)));
        }
        let cell = matrix.cell(chosen.left, chosen.right);
        let longest =
            if cell.longest_run == 0 { String::new() } else { format!(" · longest run {}", cell.longest_run) };
        let quoted = match cell.quoted {
            0 => String::new(),
            quoted => format!(" · {quoted} w quoted"),
        };
        Some(format!("{} w of {of} in {within}{longest}{quoted}", cell.shared))
    }

    /// Returns the row's article beside the column's, at the longest run if none is chosen.
    fn target(&self, facts: &Facts<'_>, choice: &PageChoice) -> Option<Result<Target, &'static str>> {
        let pair = chosen(facts, choice)?;
        if pair.left == pair.right {
            return Some(Err(runs::ONE_OUTLET));
        }
        let run = runs::runs(facts, pair).into_iter().nth(choice.run.unwrap_or(0));
        let at = run.map_or(TargetPlace::Start, |run| {
            TargetPlace::Words(Side::Left, run.at.left.block, run.at.left.range.start)
        });
        Some(Ok(Target { pair, at, folding: None }))
    }

    fn hints(&self, _: &Facts<'_>, choice: &PageChoice) -> Vec<KeyText> {
        let follow = if choice.run.is_some() { (READ.0, "read the run") } else { READ };
        vec![CLOSE, NEXT_PAGE, (RUNS, "run"), follow]
    }

    fn act(&self, action: Action, facts: &Facts<'_>, choice: &mut PageChoice) -> PageOutcome {
        let by = match action {
            Action::NextDifference | Action::NextRun => 1,
            Action::PreviousDifference | Action::PreviousRun => -1,
            _ => return PageOutcome::Ignored,
        };
        let count = chosen(facts, choice).map_or(0, |pair| runs::runs(facts, pair).len());
        choice.run = match choice.run {
            None => Some(if by > 0 { 0 } else { count.saturating_sub(1) }),
            Some(run) => Some(run.saturating_add_signed(by).min(count.saturating_sub(1))),
        };
        choice.run = choice.run.filter(|_| count > 0);
        PageOutcome::Changed(match choice.run {
            Some(run) => format!("run {} of {count}", run + 1),
            None => match chosen(facts, choice) {
                Some(pair) if pair.left == pair.right => runs::ONE_OUTLET.to_owned(),
                _ => runs::NO_RUNS.to_owned(),
            },
        })
    }

    fn signs(&self) -> Vec<(String, &'static str)> {
        let shades = SHADES.iter().map(|(_, shade)| *shade).filter(|shade| *shade != " ").rev();
        vec![
            (
                "63%·45".to_owned(),
                "so many of the row's words stand in the column too, in runs of five and more; the longest run",
            ),
            (shades.collect::<Vec<_>>().join(" "), "the share: from 1, 10, 30, 60 in a hundred on"),
            ("·".to_owned(), "the outlet itself"),
            ("45 w".to_owned(), "the longest runs of the row's outlet and the column's: words, and where they stand"),
            (
                bars::STEPS.join(" "),
                "of a bar, each an equal part of the text: no other outlet has its wording; more and more have it, up to all",
            ),
            (
                "69% of 340 w".to_owned(),
                "behind a bar: so many of the outlet's words stand in runs of five and more that any other outlet has",
            ),
        ]
    }

    fn own_keys(&self) -> &'static [KeyText] {
        &[
            (&[Action::LeftPane, Action::RightPane], "previous, next column"),
            (RUNS, "next, previous of the longest runs"),
            (&[Action::Follow], "read the row's outlet beside the column's, at the longest run or the chosen one"),
        ]
    }

    /// Returns the row of the article that the reader is in, and the column of the one opposite.
    fn first_choice(&self, facts: &Facts<'_>, _: &PageChoice) -> (usize, usize) {
        let (article, opposite, _) = facts.here();
        (facts.column_of(article), facts.column_of(opposite))
    }
}

/// The keys that go through the runs.
const RUNS: &[Action] = &[Action::NextDifference, Action::PreviousDifference];

/// Returns the wording that the articles have in common, where it is shown.
fn wording<'a>(facts: &Facts<'a>) -> Option<&'a SharedWording> {
    facts.screen?.wording
}

/// Returns the article of a row, by its index; a bar stands for its row.
fn row_article(facts: &Facts<'_>, item: usize) -> Option<usize> {
    let order = &facts.analysis?.order;
    let row = if item < 2 * order.len() { item % order.len().max(1) } else { item };
    order.get(row).copied()
}

/// Returns the chosen row's article and the chosen column's.
fn chosen(facts: &Facts<'_>, choice: &PageChoice) -> Option<Pair<usize>> {
    Some(Pair::new(row_article(facts, choice.item)?, *facts.analysis?.order.get(choice.column)?))
}

/// The matrix, set for a width.
struct MatrixTable<'a> {
    analysis: &'a StoryAnalysis,
    choice: PageChoice,
    window: ColumnWindow,
    setup: PageSetup,
    is_wide: bool,
    /// The names of the articles, each in as many columns.
    names: Vec<String>,
    indent: usize,
    columns: Range<usize>,
    head: Vec<Line<'static>>,
}

impl<'a> MatrixTable<'a> {
    fn new(
        story: &Story,
        analysis: &'a StoryAnalysis,
        choice: PageChoice,
        window: ColumnWindow,
        setup: PageSetup,
    ) -> Self {
        let (order, width) = (&analysis.order, setup.width);
        let is_wide = NAMES.min(width / 3) + order.len() * WIDE <= width;
        let cell_width = if is_wide { WIDE } else { NARROW };
        // Names have what the cells leave, and give way where not all cells fit.
        let free = width.saturating_sub(order.len() * cell_width);
        let indent = names::width(story, free.max(FEWER.min(width / 3)), setup).max(COUNTED);
        let names = names::names(story, indent, setup);
        let columns = window.columns(&choice, order.len(), (width.saturating_sub(indent) / cell_width).max(1));
        let mut head = heading(is_wide, setup);
        head.push(names_of_columns(order, &columns, (indent, cell_width), setup));
        Self { analysis, choice, window, setup, is_wide, names, indent, columns, head }
    }

    const fn cell(&self) -> usize {
        if self.is_wide { WIDE } else { NARROW }
    }

    fn width(&self) -> usize {
        self.indent + self.columns.len() * self.cell()
    }

    /// Returns an article's row, by its index in the order of relatives.
    fn row(&self, row: usize) -> Line<'static> {
        let order = &self.analysis.order;
        let mut line = vec![Span::new(self.names[order[row]].clone(), Role::Heading)];
        line.extend(self.columns.clone().flat_map(|column| {
            let is_chosen = self.window.sets_off(&self.choice, row, column);
            let cell = cell(self.analysis, order[row], order[column], self.is_wide, is_chosen);
            cell.into_iter().map(|span| self.setup.set(span))
        }));
        line
    }

    fn present(self) -> PresentedPage<'a> {
        let (head, columns, indent, cell) = (self.head.clone(), self.columns.clone(), self.indent, self.cell());
        let count = self.analysis.order.len();
        PresentedPage::new(head, count, move |row| vec![self.row(row)]).with_columns(columns, indent, cell)
    }
}

fn heading(is_wide: bool, setup: PageSetup) -> Vec<Line<'static>> {
    let mut head = vec![vec![Span::new(TITLE, Role::Heading)]];
    head.extend(setup.faint(&explained(is_wide)));
    head.push(Line::new());
    head
}

fn names_of_columns(
    order: &[usize],
    columns: &Range<usize>,
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

/// Returns a cell. Of the chosen one the shade stays as it is: turned with the rest it would say how much is not shared.
fn cell(analysis: &StoryAnalysis, of: usize, within: usize, is_wide: bool, is_chosen: bool) -> Line<'static> {
    let cell = analysis.matrix.cell(of, within);
    let share = analysis.matrix.share(of, within);
    let shade = SHADES.iter().find(|(least, _)| as_printed(share) >= *least).map_or(" ", |(_, shade)| shade);
    let percent = share * 100.0;
    // The shade between its own two numbers, where it cannot be that of the cell before.
    let (before, shade, after) = match (of == within, is_wide) {
        (true, true) => ("·".to_owned(), "", String::new()),
        (true, false) => ("· ".to_owned(), "", String::new()),
        (false, true) => (format!("{percent:>3.0}%"), shade, format!("{:<4}", longest(cell.longest_run))),
        (false, false) => (format!("{percent:.0}"), shade, String::new()),
    };
    let width = if is_wide { WIDE } else { NARROW };
    let before = format!("{before:>width$}", width = width - shade.chars().count() - after.chars().count());
    let role = match cell.shared {
        _ if is_chosen => Role::Chosen,
        0 => Role::Faint,
        _ => Role::Text,
    };
    if is_chosen && !shade.trim().is_empty() {
        return vec![Span::new(before, role), Span::new(shade, Role::Text), Span::new(after, role)];
    }
    vec![Span::new(before + shade + &after, role)]
}

/// How much of an article's wording another one has, for scripts.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Sharing"))]
pub(crate) struct SharingRecord {
    /// The letter of the one.
    of: String,
    /// The letter of the other.
    #[serde(rename = "in")]
    within: String,
    /// The share of the body words of the one that the other has too, in runs of five words and more, 0 to 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 0.0, max = 1.0)))]
    share: f64,
    /// What of that share stands inside quotation marks, 0 to 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 0.0, max = 1.0)))]
    in_quotations: f64,
    /// How many words the longest run has that both have.
    longest_run: usize,
}

/// Records every two articles both ways. The longest run is told also where it is too short to count: by pair.
pub(crate) fn records(analysis: &StoryAnalysis, count: usize, runs: &[(Pair<usize>, usize)]) -> Vec<SharingRecord> {
    let mut longest = vec![0; count * count];
    for &(pair, words) in runs {
        for pair in [pair, pair.swap()] {
            longest[pair.left * count + pair.right] = words;
        }
    }
    let pairs =
        (0..count).flat_map(|of| (0..count).filter(move |&within| within != of).map(move |within| (of, within)));
    let record = |(of, within): (usize, usize)| SharingRecord {
        of: letter(of),
        within: letter(within),
        share: rounded(analysis.matrix.share(of, within)),
        in_quotations: rounded(analysis.matrix.quoted_share(of, within)),
        longest_run: longest[of * count + within],
    };
    pairs.map(record).collect()
}
