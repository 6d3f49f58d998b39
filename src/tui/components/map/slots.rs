//! Which block is shown on each row of the map, where more than one begins there.
//!
//! ```text
//!     20  >  only here                 21+1  ≈        the one that a line joins to the other side is shown:
//!     21  ≈  reworded       ─────►                    a line and "only here" never stand on one row
//! ```

use crate::layout::BlockStatus;
use crate::layout::map::Map;
use crate::pair::Side;
use crate::present::Sign;
use crate::tui::state::{Reader, SideBlock};

/// What stands on a row of a side.
#[derive(Clone, Copy)]
pub(super) struct Slot {
    /// The block that is shown, by index.
    pub block: usize,
    /// How many more begin here.
    pub more: usize,
    /// Whether it begins here.
    pub is_first: bool,
    /// How it is set off.
    pub light: Light,
    /// How it stands.
    pub status: BlockStatus,
}

impl Slot {
    /// Returns what stands on a row that another block begins on too; of equals the first is shown.
    fn joined(self, new: Self) -> Self {
        let rank = |slot: &Self| (slot.light, joined_rank(slot.status));
        let shown = if rank(&new) > rank(&self) { new } else { self };
        Self { more: self.more + 1, ..shown }
    }
}

/// How a block is set off.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Light {
    /// Not at all.
    None,
    /// It is in the chosen block's link.
    Partner,
    /// It is the chosen one.
    Chosen,
}

/// Ranks how a block stands by whether something joins it to the other side: what a line may end at comes before what is
/// said to be there alone.
const fn joined_rank(status: BlockStatus) -> u8 {
    match status {
        BlockStatus::Aside => 0,
        BlockStatus::Alone => 1,
        BlockStatus::Again => 2,
        BlockStatus::Partly => 3,
        BlockStatus::Alike => 4,
        BlockStatus::Differs => 5,
        BlockStatus::Moved => 6,
    }
}

/// Returns what stands on each of so many rows of a side: of several blocks the chosen one, else one that is linked.
///
/// Cost: linear in the side's blocks and the rows.
pub(super) fn slots(reader: &Reader, map: &Map, (chosen, side): (SideBlock, Side), rows: usize) -> Vec<Option<Slot>> {
    let mut slots: Vec<Option<Slot>> = vec![None; rows];
    for (block, plot) in map.plots[side].iter().enumerate() {
        let status = BlockStatus::new(reader.pair.articles(), &reader.pair.comparison, side, block);
        let light = light(reader, chosen, SideBlock { side, block });
        for row in plot.rows.clone() {
            let Some(slot) = slots.get_mut(row) else { continue };
            let new = Slot { block, more: 0, is_first: row == plot.rows.start, light, status };
            *slot = Some(slot.map_or(new, |slot| slot.joined(new)));
        }
    }
    slots
}

fn light(reader: &Reader, chosen: SideBlock, block: SideBlock) -> Light {
    let link = |block: SideBlock| reader.pair.comparison.link_of(block.side, block.block);
    match link(chosen) {
        _ if block == chosen => Light::Chosen,
        Some(of_chosen) if link(block) == Some(of_chosen) => Light::Partner,
        _ => Light::None,
    }
}

/// Returns the sign beside a block that is shown: of its relation, or of how it stands in no link; `None` where it has none.
pub(super) fn sign(reader: &Reader, side: Side, slot: &Slot) -> Option<Sign> {
    match reader.pair.comparison.link_of(side, slot.block) {
        Some(link) => Some(Sign::of_relation(reader.pair.comparison.links[link].relation)),
        None => Sign::of_status(slot.status, side),
    }
}
