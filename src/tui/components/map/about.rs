//! What the chosen block is, in a line.

use super::hints;
use crate::align::Pass;
use crate::comparison::{InCommon, Relation};
use crate::layout::BlockStatus;
use crate::pair::{Pair, Side};
use crate::present::{Sign, labels};
use crate::tui::state::{Reader, SideBlock};

/// `A¶9 ~ B¶4 · edited · moved · 41 and 43 words`: what the chosen block is.
pub(super) fn about(reader: &Reader, chosen: SideBlock) -> String {
    let SideBlock { side, block } = chosen;
    let Some(text) = reader.pair.articles()[side].blocks.get(block) else { return String::new() };
    let letters = reader.pair.letters();
    let words = |side: Side, blocks: &[usize]| {
        let lengths: Vec<usize> = reader.pair.story.lengths(reader.pair.shown[side]).collect();
        blocks.iter().filter_map(|&block| lengths.get(block)).sum::<usize>()
    };
    let Some(link) = reader.pair.comparison.link_of(side, block).map(|link| &reader.pair.comparison.links[link]) else {
        let name = labels::blocks(&letters[side], &[block], "");
        let status = BlockStatus::new(reader.pair.articles(), &reader.pair.comparison, side, block);
        let what = match Sign::of_status(status, side).map(Sign::text) {
            Some(text) => format!(" {} {}", text.sign, text.word),
            None => format!(" · {}", text.kind.name()),
        };
        return format!("{name}{what} · {} words{}", words(side, &[block]), in_common(reader, chosen));
    };
    let names = Pair::from_fn(|side| labels::blocks(&letters[side], &link.blocks[side], ","));
    let sign = if link.relation == Relation::Headline { "–" } else { Sign::of_link(link).sign() };
    let by_hand = if link.pass == Pass::ByHand { " · by hand" } else { "" };
    let moved = if link.moved { " · moved" } else { "" };
    let words = Pair::from_fn(|side| words(side, &link.blocks[side]));
    format!(
        "{} {sign} {} · {}{by_hand}{moved} · {} and {} words",
        names.left,
        names.right,
        link.relation.name(),
        words.left,
        words.right
    )
}

/// Says what a block has in common with others: ` · in common: B¶3 8 words; B¶9 names`.
fn in_common(reader: &Reader, chosen: SideBlock) -> String {
    let there = chosen.side.other();
    let letter = &reader.pair.letters()[there];
    let told =
        |common: &InCommon| format!("{} {}", labels::blocks(letter, &[common.blocks[there]], ""), hints::told(common));
    let all: Vec<String> = hints::of(reader, chosen).into_iter().map(told).collect();
    if all.is_empty() { String::new() } else { format!(" · in common: {}", all.join("; ")) }
}
