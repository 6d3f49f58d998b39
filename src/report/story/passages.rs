//! The table of passages.

use std::ops::Range;

use super::{Line, Role, Span, Whole, fitted, span};
use crate::story::presence::{Cell, Filter, Presence, Standing};
use crate::story::{Story, letter};

/// The columns of a cell.
const CELL: usize = 8;

/// What of the table is shown.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Which passages.
    pub filter: Filter,
    /// Which of those, from the first: the lines that are in sight.
    pub rows: Range<usize>,
    /// The cell that is chosen: its line among those, and its article.
    pub chosen: Option<(usize, usize)>,
}

/// Which passage stands where: a line for each that is shown, with a cell for each article. A chosen cell is set off, and
/// the articles about it are shown.
///
/// Cost: linear in the passages for the filter, and in the cells that are shown.
#[must_use]
pub fn passages(story: &Story, whole: &Whole, presence: &Presence, what: &Shown, width: usize) -> Vec<Line> {
    let Shown { filter, rows, chosen } = what.clone();
    let count = story.articles().len();
    let words = (width / 3).max(12);
    let fit = (width.saturating_sub(words) / CELL).max(1);
    let first = chosen.map_or(0, |(_, article)| article.saturating_sub(fit - 1)).min(count.saturating_sub(fit));
    let articles = first..(first + fit).min(count);
    let words = width.saturating_sub(articles.len() * CELL).max(12);
    let shown = presence.shown(filter);
    let base = letter(presence.base);
    let mut lines = vec![
        vec![
            span(format!("Passages, seen from {base}"), Role::Head),
            span(format!(" · {}", filter_name(filter)), Role::Plain),
        ],
        vec![span(
            format!("= in {base}'s words  ~ edited  ≈ reworded  – its wording was not found  ¶ where it stands"),
            Role::Faint,
        )],
        Line::new(),
    ];
    let head = format!("{} of {} passages", shown.len(), presence.rows.len());
    let mut names = vec![span(fitted(&head, words), Role::Faint)];
    names.extend(articles.clone().map(|article| span(format!("{:>CELL$}", letter(article)), Role::Head)));
    lines.push(names);
    for (line, &passage) in shown.iter().enumerate().take(rows.end).skip(rows.start) {
        let mut spans = vec![span(fitted(&text(story, whole, presence.base, passage), words - 1) + " ", Role::Plain)];
        let cell = |article: usize| {
            cell(presence.cell(passage, article), article == presence.base, chosen == Some((line, article)))
        };
        spans.extend(articles.clone().map(cell));
        lines.push(spans);
    }
    lines
}

/// The passage's words: the base's if it has it, else those of the first article that does.
fn text(story: &Story, whole: &Whole, base: usize, passage: usize) -> String {
    let passage = &whole.passages.passages[passage];
    let own = passage.in_article(base).first().map(|&block| (base, block));
    let first = || passage.blocks.first().map(|(article, blocks)| (*article, blocks[0]));
    let (article, block) = own.or_else(first).unwrap_or((0, 0));
    let block = &story.articles()[article].blocks[block];
    block.text[block.dateline..].to_owned()
}

fn cell(cell: Option<&Cell>, is_base: bool, is_chosen: bool) -> Span {
    let role = match cell {
        _ if is_chosen => Role::Chosen,
        None => Role::Faint,
        Some(_) if is_base => Role::Head,
        Some(_) => Role::Plain,
    };
    let text = cell.map_or_else(
        || Standing::ABSENT.to_owned(),
        |cell| {
            let numbers: Vec<String> = cell.blocks.iter().map(|block| (block + 1).to_string()).collect();
            format!("{}¶{}", cell.standing.sign().trim(), numbers.join(","))
        },
    );
    span(format!("{:>CELL$}", fitted(&text, CELL - 1).trim_end()), role)
}

/// What a filter shows.
#[must_use]
pub fn filter_name(filter: Filter) -> String {
    match filter {
        Filter::Everything => "all".to_owned(),
        Filter::InAll => "in all outlets".to_owned(),
        Filter::InSome => "in some outlets".to_owned(),
        Filter::OnlyIn(article) => format!("only in {}", letter(article)),
        Filter::NotIn(article) => format!("not found in {}", letter(article)),
        Filter::MovedBy(blocks) => format!("moved by more than {blocks} blocks"),
    }
}
