//! What stands level: a row of the grid.
//!
//! ```text
//!     left side          relation          right side          where there is room; the relation is said first
//!     ~ edited, moved                                          else one under another
//!     A¶4 …
//!     B¶6 …
//! ```

use maud::{Markup, html};

use super::block::{BlockPrinter, Folded};
use crate::layout::PageSetup;
use crate::pair::Side;
use crate::present::PresentedBand;

/// Prints a band.
pub(super) fn band(band: &PresentedBand<'_>, blocks: BlockPrinter<'_>, setup: PageSetup, folded: Folded) -> Markup {
    let side = |side: Side| html! { @for block in &band.blocks[side] { (blocks.block(side, block, folded)) } };
    html! {
        div.band.linked[band.relation.is_some()] {
            p.relation { (setup.signs(band.described())) }
            div.side.left { (side(Side::Left)) }
            div.side.right { (side(Side::Right)) }
        }
        "\n"
    }
}
