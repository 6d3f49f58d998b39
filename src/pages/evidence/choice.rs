//! Which entries of a page of evidence are shown.

use super::places::{having, having_words};
use super::{Entry, EvidenceList};
use crate::evidence::Evidence;
use crate::pages::{Facts, PageChoice};
use crate::story::presence::Filter;

/// Returns the filter of a page of evidence: what is chosen, but for filters that are of passages alone, and none without a screen, where
/// all of it is told.
pub(super) fn filter(facts: &Facts<'_>, choice: &PageChoice) -> Filter {
    match (facts.screen, choice.filter) {
        (None, _) | (_, Filter::MovedBy(_)) => Filter::Everything,
        (_, filter) => filter,
    }
}

/// Returns the filter after one, seen from the article of a column.
pub(super) const fn filter_after(filter: Filter, article: usize) -> Filter {
    match filter {
        Filter::Everything => Filter::InAll,
        Filter::InAll => Filter::InSome,
        Filter::InSome => Filter::OnlyIn(article),
        Filter::OnlyIn(_) => Filter::NotIn(article),
        Filter::NotIn(_) | Filter::NotInAny(_) | Filter::MovedBy(_) => Filter::Everything,
    }
}

/// Returns the entries that are shown. Cost: near linear in the places of all of them.
pub(super) fn shown<L: EvidenceList>(
    list: &L,
    facts: &Facts<'_>,
    evidence: &Evidence,
    choice: &PageChoice,
) -> Vec<Entry> {
    let (filter, count) = (filter(facts, choice), facts.story.articles().len());
    let mut entries = list.entries(facts, evidence);
    if filter != Filter::Everything {
        // What is held against the running text of another outlet stands in some of them, though it is listed in one alone.
        let having = |entry: &Entry| match filter {
            Filter::InSome => having_words(&entry.places),
            _ => having(&entry.places),
        };
        entries.retain(|entry| is_shown(filter, &having(entry), count));
    }
    entries
}

/// Tells whether an entry that stands in some articles is shown by a filter.
fn is_shown(filter: Filter, having: &[usize], count: usize) -> bool {
    match filter {
        Filter::Everything | Filter::MovedBy(_) => true,
        Filter::InAll => having.len() == count,
        Filter::InSome => (2..count).contains(&having.len()),
        Filter::OnlyIn(article) => having == [article],
        Filter::NotIn(article) => !having.contains(&article),
        Filter::NotInAny(articles) => articles.iter().all(|article| !having.contains(&article)),
    }
}
