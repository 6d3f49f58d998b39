//! Which blocks have something in common that no link tells, and which of these lines are drawn.
//!
//! ```text
//!     7 <  ██⠄   ⠄   ⠄   ██ >  4        thinner than links: words in a row, a quotation, names, or related
//! ```
//!
//! As many lines as can be told apart, beside those of the links; the strongest ones. All of the chosen block are drawn.

use crate::comparison::InCommon;
use crate::layout::map::Map;
use crate::tui::state::{Reader, SideBlock};

/// The rows of the map for each line that can be told apart, those of links among them; and the least that are drawn.
const ROWS: usize = 2;
const LEAST: usize = 3;

/// The most lines of the chosen block.
const CHOSEN: usize = 8;

/// The lines of what blocks have in common.
pub(super) struct Hints<'r> {
    /// Those that are drawn, but for the chosen block's.
    pub drawn: Vec<&'r InCommon>,
    /// Those of the chosen block, the strongest first.
    pub chosen: Vec<&'r InCommon>,
    /// How many are not drawn.
    pub left_out: usize,
}

impl<'r> Hints<'r> {
    /// Chooses lines for a map of so many rows. Cost: linear in all of them.
    pub(super) fn new(reader: &'r Reader, map: &Map, chosen: SideBlock, rows: usize) -> Self {
        let all = reader.pair.in_common();
        let most = (rows / ROWS).saturating_sub(map.ties.len()).max(LEAST);
        let drawn: Vec<_> = all.iter().take(most).filter(|common| !is_of(common, chosen)).collect();
        let chosen = of(reader, chosen);
        let left_out = all.len().saturating_sub(drawn.len() + chosen.len());
        Self { drawn, chosen, left_out }
    }

    /// Counts the lines that are drawn.
    pub(super) const fn lines(&self) -> usize {
        self.drawn.len() + self.chosen.len()
    }

    /// Tells whether there is nothing to draw.
    pub(super) const fn is_empty(&self) -> bool {
        self.drawn.is_empty() && self.chosen.is_empty()
    }
}

/// Returns what a block has in common with others, the strongest first.
pub(super) fn of(reader: &Reader, block: SideBlock) -> Vec<&InCommon> {
    reader.pair.in_common().iter().filter(|common| is_of(common, block)).take(CHOSEN).collect()
}

fn is_of(common: &InCommon, of: SideBlock) -> bool {
    common.blocks[of.side] == of.block
}

/// Says what two blocks have in common: `8 words, names`.
pub(super) fn told(common: &InCommon) -> String {
    let words = (common.words > 0).then(|| format!("{} words", common.words));
    let others = [(common.has_quotation, "quotation"), (common.has_names, "names"), (common.is_related, "related")];
    let others = others.into_iter().filter(|(is_so, _)| *is_so).map(|(_, what)| what.to_owned());
    words.into_iter().chain(others).collect::<Vec<_>>().join(", ")
}
