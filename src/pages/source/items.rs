//! What stands under one another on the page, and where it is read.

use crate::pages::{Target, TargetPlace};
use crate::pair::{Pair, Side};
use crate::story::lineage::Trace;
use crate::story::{Lineage, Perspective};

/// An item of the page.
#[derive(Clone, Copy)]
pub(super) enum Item<'a> {
    /// Where an article's words stand; whether it is the last one of these.
    Lineage(&'a Lineage, bool),
    /// What others have alike.
    Trace(&'a Trace),
}

/// Returns where an item is read, beside the source.
pub(super) fn target(base: usize, item: Item<'_>) -> Target {
    let (other, at) = match item {
        Item::Lineage(lineage, _) => (lineage.article, TargetPlace::FirstSharedRun(Side::Right)),
        Item::Trace(trace) => (trace.articles[0], TargetPlace::Block(Side::Left, trace.block)),
    };
    Target { pair: Pair::new(base, other), at, folding: None }
}

/// Returns the items. Cost: constant for each.
pub(super) fn items(perspective: &Perspective) -> impl Iterator<Item = Item<'_>> {
    let last = perspective.lineages.len().saturating_sub(1);
    let lineages = perspective.lineages.iter().enumerate();
    let lineages = lineages.map(move |(index, lineage)| Item::Lineage(lineage, index == last));
    lineages.chain(perspective.traces.iter().map(Item::Trace))
}
