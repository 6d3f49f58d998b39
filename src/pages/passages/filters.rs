//! The filters of the page of passages: which follows which, and what they are called.
//!
//! ```text
//!     = all ─► in all ─► in some ─► only in C ─► not found in C ─► over 3 blocks up or down ─► all
//!                                                < > nor in E      < > fewer, more
//! ```

use crate::letters::letter;
use crate::pages::PageChoice;
use crate::story::outlet_set::OutletSet;
use crate::story::presence::Filter;

/// Returns the filter after this one: those in all, in some, only in or not in the article of the chosen column,
/// those that moved far.
pub(super) const fn next_filter(choice: &PageChoice, column: usize) -> Filter {
    match choice.filter {
        Filter::Everything => Filter::InAll,
        Filter::InAll => Filter::InSome,
        Filter::InSome => Filter::OnlyIn(column),
        Filter::OnlyIn(_) => Filter::NotIn(column),
        Filter::NotIn(_) | Filter::NotInAny(_) => Filter::MovedBy(choice.distance),
        Filter::MovedBy(_) => Filter::Everything,
    }
}

/// Returns the filter after one by which more is left out, or less: the chosen column's outlet among those that have not the
/// passages, if these are shown; else those that moved.
pub(super) fn narrowed(choice: &mut PageChoice, column: usize, by: isize) -> Filter {
    let articles: OutletSet = match choice.filter {
        Filter::NotIn(article) => OutletSet::default().with(article),
        Filter::NotInAny(articles) => articles,
        _ => return moved(choice, by),
    };
    let others = articles.without(column);
    let articles = if by > 0 { articles.with(column) } else { others };
    match articles.iter().collect::<Vec<_>>()[..] {
        [] => choice.filter,
        [article] => Filter::NotIn(article),
        _ => Filter::NotInAny(articles),
    }
}

/// Returns the passages that moved, those by more blocks or fewer than before if they are shown already.
fn moved(choice: &mut PageChoice, by: isize) -> Filter {
    if matches!(choice.filter, Filter::MovedBy(_)) {
        choice.distance = choice.distance.saturating_add_signed(by);
    }
    Filter::MovedBy(choice.distance)
}

/// Returns what a filter shows.
pub(in crate::pages) fn filter_name(filter: Filter) -> String {
    match filter {
        Filter::Everything => "all".to_owned(),
        Filter::InAll => "in all outlets".to_owned(),
        Filter::InSome => "in some outlets".to_owned(),
        Filter::OnlyIn(article) => format!("only in {}", letter(article)),
        Filter::NotIn(article) => format!("not found in {}", letter(article)),
        Filter::NotInAny(articles) => {
            format!("not found in {}", listed(&articles.iter().map(letter).collect::<Vec<_>>()))
        }
        Filter::MovedBy(0) => "moved up or down".to_owned(),
        Filter::MovedBy(blocks) => format!("over {} up or down", counted_blocks(blocks)),
    }
}

/// Lists letters: `B, D and E`.
fn listed(letters: &[String]) -> String {
    match letters {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        letters => letters.concat(),
    }
}

/// Counts blocks: `3 blocks`.
pub(super) fn counted_blocks(blocks: usize) -> String {
    if blocks == 1 { "1 block".to_owned() } else { format!("{blocks} blocks") }
}
