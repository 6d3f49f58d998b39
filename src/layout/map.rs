//! The whole pair on so many rows.
//!
//! ```text
//!     1 ·──────── 1        both articles to one scale: the longer one fills the height,
//!     2 ·───╲  ╱─ 2        a block's rows follow its words, and no block has none
//!     │      ╲╱   │        as long as there are rows enough;
//!     │      ╱╲   3
//!     3 ·───╱  ╲─ 4        each link from block to block, so that moves cross in sight
//! ```
//!
//! Where an article has more blocks than there are rows, some share one; half of the height then follows the number of
//! blocks, half their words, so that no row holds more than about twice as many as the others.

use std::ops::Range;

use crate::pair::{Pair, Side};

/// Gives the parts of a row that a link's end is told to.
pub const PARTS: usize = 4;

/// Holds a pair on so many rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Map {
    /// Where each block of each side stands.
    pub plots: Pair<Vec<Plot>>,
    /// The links, each as one line or more.
    pub ties: Vec<Tie>,
}

/// Holds where a block stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plot {
    /// Its rows: one at least, unless there are none.
    pub rows: Range<usize>,
    /// Where its links end, in parts of a row from the top; on the first of its rows.
    pub tip: usize,
}

/// Holds a line from a block of the left to one of the right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// The index of its link.
    pub link: usize,
    /// Its ends, in parts of a row from the top.
    pub tips: Pair<usize>,
}

impl Map {
    /// Sets two articles, by the words of each of their blocks, and the links between them on so many rows.
    ///
    /// Cost: linear in blocks and links.
    #[must_use]
    pub fn of<'l>(words: Pair<&[usize]>, links: impl IntoIterator<Item = Pair<&'l [usize]>>, rows: usize) -> Self {
        let all = words.map(total);
        let longest = all.left.max(all.right).max(1);
        let plots = Pair::from_fn(|side| {
            let share = usize::try_from(rows as u64 * all[side] / longest).unwrap_or(rows);
            plots(words[side], share.max(words[side].len()).min(rows), rows)
        });
        let mut ties = Vec::with_capacity(plots.left.len().max(plots.right.len()));
        for (link, blocks) in links.into_iter().enumerate() {
            let tip = |side: Side, k: usize| {
                let block = blocks[side].get(k).or(blocks[side].last())?;
                plots[side].get(*block).map(|plot: &Plot| plot.tip)
            };
            let ends = |k: usize| Some(Pair::new(tip(Side::Left, k)?, tip(Side::Right, k)?));
            let count = blocks.left.len().max(blocks.right.len());
            ties.extend((0..count).filter_map(ends).map(|tips| Tie { link, tips }));
        }
        Self { plots, ties }
    }

    /// Returns where a line between two blocks ends, in parts of a row from the top; `None` if one of them is not there.
    #[must_use]
    pub fn tips(&self, blocks: Pair<usize>) -> Option<Pair<usize>> {
        let tip = |side: Side| self.plots[side].get(blocks[side]).map(|plot| plot.tip);
        Some(Pair::new(tip(Side::Left)?, tip(Side::Right)?))
    }

    /// Returns the block of a side that stands at a row, or the last one above it; 0 if there is none.
    #[must_use]
    pub fn block_at(&self, side: Side, row: usize) -> usize {
        self.plots[side].partition_point(|plot| plot.rows.start <= row).saturating_sub(1)
    }
}

/// Counts the words of a block; without words it counts as one of one word.
const fn weight(words: usize) -> u64 {
    if words == 0 { 1 } else { words as u64 }
}

fn total(words: &[usize]) -> u64 {
    words.iter().map(|&words| weight(words)).sum()
}

/// Sets one article on `rows` rows of a screen of `height`.
fn plots(words: &[usize], rows: usize, height: usize) -> Vec<Plot> {
    let starts = starts(words, rows);
    let ends = starts.iter().skip(1).map(|tip| tip / PARTS).chain([rows]);
    let plot = |(&tip, end): (&usize, usize)| {
        let start = tip / PARTS;
        let end = end.max(start + 1).min(height);
        Plot { rows: start.min(end)..end, tip }
    };
    starts.iter().zip(ends).map(plot).collect()
}

/// Returns where each block's line of a link is to end, in parts of a row.
fn starts(words: &[usize], rows: usize) -> Vec<usize> {
    let (count, all) = (words.len() as u64, total(words).max(1));
    let spare = (rows as u64).saturating_sub(count);
    let is_crowded = words.len() > rows;
    let (parts, last) = ((rows * PARTS) as u64, (rows * PARTS).saturating_sub(1));
    let mut above = 0_u64;
    let start = |(index, &words): (usize, &usize)| {
        let index = index as u64;
        let tip = if is_crowded {
            u64::midpoint(parts * index / count, parts * above / all)
        } else {
            // The middle of the row that the block begins on.
            (index + spare * above / all) * PARTS as u64 + PARTS as u64 / 2
        };
        above += weight(words);
        usize::try_from(tip).unwrap_or(last).min(last)
    };
    words.iter().enumerate().map(start).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Returns the map of two articles by the words of their blocks: on each row the blocks that begin there, and the
    /// blocks linked from there.
    fn drawn(left: &[usize], right: &[usize], links: &[(&[usize], &[usize])], rows: usize) -> Vec<String> {
        let zeroed: Vec<Pair<Vec<usize>>> = links
            .iter()
            .map(|&(left, right)| Pair::new(left, right).map(|blocks| blocks.iter().map(|block| block - 1).collect()))
            .collect();
        let blocks = zeroed.iter().map(|link| link.as_ref().map(Vec::as_slice));
        let map = Map::of(Pair::new(left, right), blocks, rows);
        let column = |side: Side, row: usize| {
            let here = |(_, plot): &(usize, &Plot)| plot.rows.contains(&row);
            let begins = |(block, plot): (usize, &Plot)| (plot.rows.start == row).then(|| (block + 1).to_string());
            let plots = || map.plots[side].iter().enumerate().filter(here);
            let numbers: Vec<String> = plots().filter_map(begins).collect();
            if numbers.is_empty() { plots().next().map_or(" ", |_| "│").to_owned() } else { numbers.join(",") }
        };
        let ties = |row: usize| {
            let from = map.ties.iter().filter(|tie| tie.tips.left / PARTS == row);
            from.map(|tie| format!("→{}", tie.tips.right / PARTS)).collect::<Vec<_>>().join(" ")
        };
        (0..rows).map(|row| format!("{} {} {}", column(Side::Left, row), column(Side::Right, row), ties(row))).collect()
    }

    #[test]
    fn rows_follow_words() {
        let links: &[(&[usize], &[usize])] = &[(&[1], &[1]), (&[2], &[3]), (&[3], &[2])];
        let map = drawn(&[10, 30, 10], &[10, 10, 20], links, 8);
        assert_eq!(map, ["1 1 →0", "│ 2 ", "2 │ →3", "│ 3 ", "│ │ ", "│ │ ", "3   →1", "│   "]);
    }

    #[test]
    fn a_split_is_tied_at_each_of_its_blocks() {
        let map = drawn(&[20], &[10, 10], &[(&[1], &[1, 2])], 2);
        assert_eq!(map, ["1 1 →0 →1", "│ 2 "]);
    }

    #[test]
    fn where_rows_are_few_blocks_share_them() {
        assert_eq!(drawn(&[5; 6], &[60], &[(&[6], &[1])], 3), ["1,2 1 ", "3,4 │ ", "5,6 │ →0"]);
        assert_eq!(drawn(&[5; 3], &[5], &[(&[3], &[1])], 1), ["1,2,3 1 →0"]);
    }

    #[test]
    fn nothing_on_nothing() {
        assert_eq!(Map::of(Pair::new(&[], &[]), [], 5), Map::default());
        let map = Map::of(Pair::new(&[3, 3], &[]), [Pair::new(&[1][..], &[0][..])], 0);
        assert_eq!(map.plots.left, vec![Plot::default(); 2]);
        assert!(map.ties.is_empty());
        assert_eq!(map.block_at(Side::Right, 7), 0);
    }

    proptest! {
        #[test]
        fn every_block_has_its_rows(
            left in prop::collection::vec(0..400_usize, 0..60),
            right in prop::collection::vec(0..400_usize, 0..60),
            ends in prop::collection::vec((0..60_usize, 0..60_usize), 0..40),
            rows in 0..70_usize,
        ) {
            let ends = ends.into_iter().filter(|end| end.0 < left.len() && end.1 < right.len());
            let ends: Vec<Pair<[usize; 1]>> = ends.map(|end| Pair::new([end.0], [end.1])).collect();
            let links = ends.iter().map(|end| end.as_ref().map(|block| &block[..]));
            let words = Pair::new(left.as_slice(), right.as_slice());
            let map = Map::of(words, links, rows);
            for (side, plots) in map.plots.sides() {
                prop_assert_eq!(plots.len(), words[side].len());
                for plot in plots {
                    prop_assert!(plot.rows.end <= rows && (rows == 0 || !plot.rows.is_empty()));
                    prop_assert!(rows == 0 || plot.tip / PARTS == plot.rows.start);
                }
                for (upper, lower) in plots.iter().zip(plots.iter().skip(1)) {
                    prop_assert!(upper.rows.start <= lower.rows.start && upper.rows.end <= lower.rows.end);
                    prop_assert!(upper.tip <= lower.tip);
                    if plots.len() <= rows {
                        prop_assert_eq!(upper.rows.end, lower.rows.start);
                    }
                }
            }
            for (tie, end) in map.ties.iter().zip(&ends) {
                let tips = Pair::from_fn(|side| map.plots[side][end[side][0]].tip);
                prop_assert_eq!(tie.tips, tips);
            }
            let filled = map.plots.iter().filter_map(|plots| plots.last()).map(|plot| plot.rows.end).max();
            prop_assert_eq!(filled.unwrap_or(rows), rows);
        }
    }
}
