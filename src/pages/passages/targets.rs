//! Where passages, headlines and leads are read.

use super::items::Item;
use crate::pages::{Facts, Target, TargetPlace};
use crate::pair::{Pair, Side};
use crate::story::Passage;
use crate::story::presence::PresenceRelation;

/// Returns what an item opens in the column of an article, or why nothing.
pub(super) fn target_of(facts: &Facts<'_>, item: Item, column: usize) -> Option<Result<Target, &'static str>> {
    let presence = &facts.perspective?.presence;
    let passage = match item {
        Item::Passage(passage) => passage,
        Item::Alone(_) => return Some(Err("folded: opens and closes here")),
        item => return Some(Ok(head_target(item, facts, column))),
    };
    let by = presence.cell(passage, column).map(|cell| cell.relation);
    let passage = facts.analysis?.passages.passages.get(passage)?;
    let base = if let Some(PresenceRelation::ByWay(other)) = by { other } else { presence.base };
    Some(Ok(target(passage, base, column, facts.shown.right)))
}

/// Returns where a headline or a lead is read: the base beside the chosen article, or beside what is read.
fn head_target(item: Item, facts: &Facts<'_>, column: usize) -> Target {
    let (presence, read) = (facts.perspective.map(|perspective| &perspective.presence), facts.shown.right);
    let base = presence.map_or(0, |presence| presence.base);
    let others = [column, read, usize::from(base == 0)];
    let other = others.into_iter().find(|&article| article != base).unwrap_or(column);
    let pair = Pair::new(base, other);
    let side = if column == base { Side::Left } else { Side::Right };
    let block = match item {
        Item::Headlines => facts.story.articles()[pair[side]].headline_index(),
        _ => facts.story.articles()[pair[side]].lead_index(),
    };
    let at = block.map_or(TargetPlace::Start, |block| TargetPlace::Block(side, block));
    Target { pair, at, folding: None }
}

/// Returns where a passage is read: in the base and in another article, which may be the base itself; `right` is what
/// was read.
fn target(passage: &Passage, base: usize, column: usize, right: usize) -> Target {
    let mut having = passage.blocks.iter().map(|(article, _)| *article);
    // Beside the base itself stands whoever else has the passage.
    let other = if column == base { having.find(|&article| article != base) } else { Some(column) };
    let other = other.or_else(|| Some(right).filter(|&article| article != base));
    let pair = Pair::new(base, other.unwrap_or(usize::from(base == 0)));
    let at = |side: Side| passage.in_article(pair[side]).first().map(|&block| TargetPlace::Block(side, block));
    let (pair, at) = match (at(Side::Left).or_else(|| at(Side::Right)), passage.blocks.first()) {
        // Neither the base nor the chosen article has it: it is read where it stands.
        (None, Some((article, blocks))) => (Pair::new(base, *article), TargetPlace::Block(Side::Right, blocks[0])),
        (at, _) => (pair, at.unwrap_or(TargetPlace::Start)),
    };
    Target { pair, at, folding: None }
}
