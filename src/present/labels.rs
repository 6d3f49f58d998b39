//! What the gutter says of a block and of a band.

use crate::article::Article;
use crate::comparison::{Comparison, Relation};
use crate::layout::{Band, Bands, Cell, Half, Home};
use crate::pair::{Pair, Side};

/// What stands beside the first line of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where the home of an echo is: `↑`, `↓`, else a space.
    pub arrow: &'static str,
    /// The block's number, from 1.
    pub number: usize,
    /// `<` or `>` for a block that stands on that side alone, else a space.
    pub sign: &'static str,
}

/// The label of a cell.
#[must_use]
pub fn label(articles: Pair<&Article>, comparison: &Comparison, side: Side, cell: Cell) -> Label {
    let is_alone = comparison.link_of(side, cell.block).is_none();
    let counts = !articles[side].blocks[cell.block].kind.is_aside();
    let arrow = match cell.home {
        Home::Here => " ",
        Home::Above => "↑",
        Home::Below => "↓",
    };
    let sign = match side {
        _ if !(is_alone && counts) => " ",
        Side::Left => "<",
        Side::Right => ">",
    };
    Label { arrow, number: cell.block + 1, sign }
}

/// The sign of the relation between the sides of a band; a space for a stretch and for headlines.
#[must_use]
pub fn sign(comparison: &Comparison, band: &Band) -> &'static str {
    band.link.map_or(" ", |link| relation_sign(comparison.links[link].relation))
}

/// The sign of a relation; a space for that of headlines.
#[must_use]
pub const fn relation_sign(relation: Relation) -> &'static str {
    match relation {
        Relation::Verbatim => "=",
        Relation::Edited => "~",
        Relation::Reworded => "≈",
        Relation::Headline => " ",
    }
}

/// What an inline line says of a block whose link is woven elsewhere: `B¶6 stands at A¶4, above`.
#[must_use]
pub fn woven_at(comparison: &Comparison, bands: &Bands, letters: Pair<&str>, side: Side, block: usize) -> String {
    let Some(link) = comparison.link_of(side, block) else { return String::new() };
    let first = comparison.links[link].blocks.left[0];
    let direction = if bands.home.left[first] < bands.home[side][block] { "above" } else { "below" };
    format!("{}¶{} is woven at {}¶{}, {direction}", letters[side], block + 1, letters.left, first + 1)
}

/// The cell that a half begins to show: that whose label stands there.
#[must_use]
pub fn cell_of(half: Half, cells: &[Cell], comparison: &Comparison, link: Option<usize>) -> Option<Cell> {
    let of = |block: usize| cells.iter().copied().find(|cell| cell.block == block);
    match half {
        Half::Text { cell, line: 0 } => cells.get(cell).copied(),
        Half::Fold { first, .. } => of(first).or(Some(Cell { block: first, home: Home::Here })),
        Half::Named { block } => of(block),
        Half::Woven { paragraph, line: 0 } => of(*comparison.links.get(link?)?.blocks.left.get(paragraph)?),
        _ => None,
    }
}
