//! The filters of the page of passages: which follows which, and what they are called.
//!
//! ```text
//!     = all ─► in all ─► in some ─► only in C ─► not found in C ─► over 3 blocks up or down ─► all
//!                                                                  < > fewer, more
//! ```

use crate::letters::letter;
use crate::pages::PageChoice;
use crate::story::presence::Filter;

/// Returns the filter after this one: those in all, in some, only in or not in the chosen article, those that moved
/// far.
pub(super) const fn next_filter(choice: &PageChoice) -> Filter {
    match choice.filter {
        Filter::Everything => Filter::InAll,
        Filter::InAll => Filter::InSome,
        Filter::InSome => Filter::OnlyIn(choice.column),
        Filter::OnlyIn(_) => Filter::NotIn(choice.column),
        Filter::NotIn(_) => Filter::MovedBy(choice.distance),
        Filter::MovedBy(_) => Filter::Everything,
    }
}

/// Returns the passages that moved, those by more blocks or fewer than before if they are shown already.
pub(super) fn moved(choice: &mut PageChoice, by: isize) -> Filter {
    if matches!(choice.filter, Filter::MovedBy(_)) {
        choice.distance = choice.distance.saturating_add_signed(by);
    }
    Filter::MovedBy(choice.distance)
}

/// Returns what a filter shows.
pub(super) fn filter_name(filter: Filter) -> String {
    match filter {
        Filter::Everything => "all".to_owned(),
        Filter::InAll => "in all outlets".to_owned(),
        Filter::InSome => "in some outlets".to_owned(),
        Filter::OnlyIn(article) => format!("only in {}", letter(article)),
        Filter::NotIn(article) => format!("not found in {}", letter(article)),
        Filter::MovedBy(0) => "moved up or down".to_owned(),
        Filter::MovedBy(blocks) => format!("over {} up or down", counted_blocks(blocks)),
    }
}

/// Counts blocks: `3 blocks`.
pub(super) fn counted_blocks(blocks: usize) -> String {
    if blocks == 1 { "1 block".to_owned() } else { format!("{blocks} blocks") }
}
