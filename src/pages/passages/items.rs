//! What stands under one another on the page of passages.
//!
//! ```text
//!     Headlines  Leads                             the heads of all articles
//!     passage  passage  …                          what several have, on a screen
//!     B alone: 7 passages  passage  …              what one has alone, folded unless it was opened
//! ```

use std::borrow::Cow;

use crate::pages::Facts;
use crate::story::presence::{Filter, Presence};
use crate::story::{Alone, Perspective, Story};

/// An item of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// The headlines of all articles.
    Headlines,
    /// Their leads.
    Leads,
    /// A passage, by index.
    Passage(usize),
    /// What an article alone has, by its index among those that have anything alone.
    Alone(usize),
}

/// The heads of all articles.
pub(super) const HEADS: [Item; 2] = [Item::Headlines, Item::Leads];

impl Item {
    /// Returns the blocks of an article that stand in it.
    pub(super) fn blocks<'a>(self, story: &Story, presence: &'a Presence, article: usize) -> Cow<'a, [usize]> {
        let block = |block: Option<usize>| Cow::Owned(Vec::from_iter(block));
        match self {
            Self::Headlines => block(story.articles()[article].headline_index()),
            Self::Leads => block(story.articles()[article].lead_index()),
            Self::Passage(passage) => {
                presence.cell(passage, article).map_or(Cow::Borrowed(&[]), |cell| Cow::Borrowed(&cell.blocks))
            }
            Self::Alone(_) => Cow::Borrowed(&[]),
        }
    }
}

/// Returns the items that a filter shows. On a screen, where all are shown, what one article alone has comes last, folded.
/// Cost: linear in them.
pub(super) fn items(facts: &Facts<'_>, perspective: &Perspective, filter: Filter) -> Vec<Item> {
    let shown = || perspective.presence.shown(filter).into_iter().map(Item::Passage);
    match (filter, facts.screen) {
        (Filter::Everything, Some(screen)) => {
            let several = perspective.parted.in_several.iter().copied().map(Item::Passage);
            let alone = perspective.parted.alone.iter().enumerate().flat_map(|(index, alone)| {
                let own = if screen.unfolded.contains(&alone.article) { &alone.passages[..] } else { &[] };
                std::iter::once(Item::Alone(index)).chain(own.iter().copied().map(Item::Passage))
            });
            HEADS.into_iter().chain(several).chain(alone).collect()
        }
        (Filter::Everything, None) => HEADS.into_iter().chain(shown()).collect(),
        _ => shown().collect(),
    }
}

/// Returns the item that a block of an article is in, by index: its passage, else the line that this is folded to, else what stands
/// for it as a headline or a lead, else the passage before it; `None` if there is none of these. Cost: linear in the items.
pub(super) fn item_at(
    facts: &Facts<'_>,
    perspective: &Perspective,
    (article, block): (usize, usize),
    filter: Filter,
) -> Option<usize> {
    let (presence, of) = (&perspective.presence, &facts.story.articles()[article]);
    let items = items(facts, perspective, filter);
    let first_of = |passage: usize, is_it: &dyn Fn(usize) -> bool| {
        let cell = presence.cell(passage, article)?;
        cell.blocks.iter().copied().filter(|&block| is_it(block)).max()
    };
    let has = |passage: &usize| first_of(*passage, &|other| other == block).is_some();
    let is_its = |item: &Item| match item {
        Item::Headlines => of.headline_index() == Some(block),
        Item::Passage(passage) => has(passage),
        Item::Alone(index) => perspective.parted.alone.get(*index).is_some_and(|alone| {
            alone.article == article && !is_open(facts, article) && alone.passages.iter().any(has)
        }),
        Item::Leads => false,
    };
    let lead = || items.iter().position(|item| *item == Item::Leads && of.lead_index() == Some(block));
    let before = || {
        let place = |(index, item): (usize, &Item)| match item {
            Item::Passage(passage) => Some((first_of(*passage, &|other| other < block)?, std::cmp::Reverse(index))),
            _ => None,
        };
        items.iter().enumerate().filter_map(place).max().map(|(_, std::cmp::Reverse(index))| index)
    };
    items.iter().position(is_its).or_else(lead).or_else(before)
}

/// Tells whether what an article has alone is unfolded.
fn is_open(facts: &Facts<'_>, article: usize) -> bool {
    facts.screen.is_none_or(|screen| screen.unfolded.contains(&article))
}

/// Counts the passages that a filter shows, folded or not.
pub(super) fn count(perspective: &Perspective, filter: Filter) -> usize {
    let parted = &perspective.parted;
    match filter {
        Filter::Everything => {
            parted.in_several.len() + parted.alone.iter().map(|alone| alone.passages.len()).sum::<usize>()
        }
        filter => perspective.presence.shown(filter).len(),
    }
}

/// Says what an article alone has: `alone: 7 passages, 312 words`.
pub(super) fn counted(alone: &Alone) -> String {
    let count = |number: usize, what: &str| format!("{number} {what}{}", if number == 1 { "" } else { "s" });
    format!("alone: {}, {}", count(alone.passages.len(), "passage"), count(alone.words, "word"))
}
