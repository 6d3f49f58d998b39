//! The pair as a picture: both articles from their beginning to their end, to one scale, with a line for each link.
//!
//! ```text
//!     A ▕ 1 ▏▕  2  ▏▕3▏▕   4   ▏
//!         │     ╲   ╱
//!     B ▕ 1 ▏▕2▏▕  3  ▏              a block is a link to its place
//! ```
//!
//! Who hears the page hears the same of each block in the grid, so that the picture is not said.

use maud::{Markup, html};

use super::anchors::Anchors;
use crate::comparison::Comparison;
use crate::layout::BlockStatus;
use crate::layout::PageSetup;
use crate::layout::map::{Map, PARTS, Tie};
use crate::pair::{Pair, Side};
use crate::present::labels;
use crate::present::summary::Summary;

/// The parts of the picture's length that a block has on average, and how many there are at least and at most.
const EACH: usize = 8;
const LEAST: usize = 160;
const MOST: usize = 4000;

/// The height of the picture, and of each of the two rows of blocks.
const HEIGHT: usize = 100;
const ROW: usize = 20;

/// Prints the picture of two articles, of which the words of each block are known.
///
/// Cost: linear in blocks and links.
pub(super) fn map(summary: Summary<'_>, words: Pair<&[usize]>, anchors: &Anchors, setup: PageSetup) -> Markup {
    let comparison = summary.comparison;
    let length = (words.left.len().max(words.right.len()) * EACH).clamp(LEAST, MOST);
    let blocks = comparison.links.iter().map(|link| link.blocks.as_ref().map(Vec::as_slice));
    let map = Map::of(words, blocks, length);
    html! {
        svg.map viewBox=(format!("0 0 {} {HEIGHT}", length * PARTS)) preserveAspectRatio="none" aria-hidden="true" {
            @for tie in &map.ties { (line(tie, comparison)) }
            @for (side, plots) in map.plots.sides() {
                @for (block, plot) in plots.iter().enumerate() {
                    @let status = BlockStatus::new(summary.articles, comparison, side, block);
                    // Of what is small a hair is left.
                    @let width = (plot.rows.len() * PARTS).saturating_sub(1).max(1);
                    a href=(anchors.to_block(side, block)) tabindex="-1" {
                        rect class=(class(status, side)) x=(plot.rows.start * PARTS) y=(top(side)) width=(width) height=(ROW) {
                            title { (setup.signs(said(summary, side, block))) }
                        }
                    }
                }
            }
        }
    }
}

/// Says which block it is, and how it stands: `A¶4 ~ edited`.
fn said(summary: Summary<'_>, side: Side, block: usize) -> String {
    let named = labels::blocks(&summary.letters[side], &[block], "");
    match labels::standing(summary.articles, summary.comparison, side, block) {
        Some(sign) => format!("{named} {} {}", sign.sign(), sign.text().word),
        None => named,
    }
}

const fn top(side: Side) -> usize {
    match side {
        Side::Left => 0,
        Side::Right => HEIGHT - ROW,
    }
}

fn line(tie: &Tie, comparison: &Comparison) -> Markup {
    let (from, to, middle) = (tie.tips.left, tie.tips.right, HEIGHT / 2);
    let is_moved = comparison.links.get(tie.link).is_some_and(|link| link.moved);
    let path = format!("M{from} {ROW}C{from} {middle} {to} {middle} {to} {}", HEIGHT - ROW);
    html! { path class=[is_moved.then_some("moved")] d=(path) {} }
}

const fn class(status: BlockStatus, side: Side) -> &'static str {
    match (status, side) {
        (BlockStatus::Alone, Side::Left) => "alone left",
        (BlockStatus::Alone, Side::Right) => "alone right",
        (BlockStatus::Partly | BlockStatus::Again, _) => "partly",
        (BlockStatus::Aside, _) => "beside",
        (BlockStatus::Alike, _) => "alike",
        (BlockStatus::Differs | BlockStatus::Moved, _) => "differs",
    }
}
