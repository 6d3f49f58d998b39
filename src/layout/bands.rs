//! What stands level with what, whatever the width.
//!
//! On each side a link's blocks form *runs*, parted only by blocks that are linked elsewhere; blocks alone inside a run
//! stand in its band, in their place. An in-order link's first runs share a band; every other run has a band of its
//! own, in which the link's other blocks stand as echoes. Between two in-order links repeat: the blocks alone that come
//! next on either side, as one stretch; the left's moved runs; the right's.

use std::ops::Range;

use crate::comparison::Comparison;
use crate::pair::{Pair, Side};

/// Holds the rows of one link, or of one stretch of blocks alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// The index of its link in [`Comparison::links`]; `None` for a stretch.
    pub link: Option<usize>,
    /// What stands in it on each side, from top to bottom.
    pub placed: Pair<Vec<PlacedBlock>>,
}

/// Holds a block in a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlacedBlock {
    /// The block's index in its article.
    pub block: usize,
    /// Where its home is.
    pub home: Home,
}

/// Says where a block's home is, seen from a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Home {
    /// In this band.
    Here,
    /// In a band above: here is an echo.
    Above,
    /// In a band below: here is an echo.
    Below,
}

/// Holds the bands of a comparison, and where each block is at home.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bands {
    /// The bands from top to bottom.
    pub bands: Vec<Band>,
    /// For each block of each side the band that it is at home in.
    pub home: Pair<Vec<usize>>,
}

impl Bands {
    /// Sets the blocks of both sides into bands. Every block has one home, and the homes of a side keep its order.
    ///
    /// Cost: O(n log n) in the blocks.
    #[must_use]
    pub fn new(comparison: &Comparison, blocks: Pair<usize>) -> Self {
        let mut builder = BandBuilder::new(comparison, blocks);
        let mut in_order: Vec<usize> = (0..comparison.links.len()).filter(|&k| !comparison.links[k].moved).collect();
        in_order.sort_unstable_by_key(|&k| comparison.links[k].blocks.left[0]);
        for link in in_order {
            builder.set_until(Some(link));
            let runs = Pair::from_fn(|side| builder.run(side));
            builder.set_band(Some(link), &runs.map(Some));
        }
        builder.set_until(None);
        builder.with_echoes()
    }

    /// Returns the bands of a link, from top to bottom.
    pub fn of_link(&self, link: usize) -> impl Iterator<Item = usize> {
        self.bands.iter().enumerate().filter(move |(_, band)| band.link == Some(link)).map(|(index, _)| index)
    }
}

/// Bands so far, and the next block of each side.
struct BandBuilder<'c> {
    comparison: &'c Comparison,
    blocks: Pair<usize>,
    next: Pair<usize>,
    bands: Vec<Band>,
    home: Pair<Vec<usize>>,
}

impl<'c> BandBuilder<'c> {
    fn new(comparison: &'c Comparison, blocks: Pair<usize>) -> Self {
        let home = blocks.map(|blocks| vec![0; blocks]);
        Self { comparison, blocks, next: Pair::new(0, 0), bands: Vec::new(), home }
    }

    fn link_at(&self, side: Side, block: usize) -> Option<usize> {
        self.comparison.link_of(side, block)
    }

    /// Sets what comes before the first run of an in-order link, or before the end.
    fn set_until(&mut self, link: Option<usize>) {
        let ends = Pair::from_fn(|side| link.map_or(self.blocks[side], |k| self.comparison.links[k].blocks[side][0]));
        while self.next != ends {
            let alone = Pair::from_fn(|side| self.alone(side, ends[side]));
            if alone.iter().any(|range| !range.is_empty()) {
                self.set_band(None, &alone.map(Some));
            }
            for side in Side::BOTH {
                while self.next[side] < ends[side] && self.link_at(side, self.next[side]).is_some() {
                    let (link, run) = (self.link_at(side, self.next[side]), self.run(side));
                    let mut runs = Pair::new(None, None);
                    runs[side] = Some(run);
                    self.set_band(link, &runs);
                }
            }
        }
    }

    /// Returns the blocks alone that come next, up to an end.
    fn alone(&self, side: Side, end: usize) -> Range<usize> {
        let start = self.next[side];
        let stop = (start..end).find(|&block| self.link_at(side, block).is_some()).unwrap_or(end);
        start..stop
    }

    /// Returns the run of a link that begins at the next block of a side: on to its last block before one that is
    /// linked elsewhere.
    fn run(&self, side: Side) -> Range<usize> {
        let start = self.next[side];
        let link = self.link_at(side, start);
        let mut end = start + 1;
        for block in start + 1..self.blocks[side] {
            match self.link_at(side, block) {
                None => {}
                other if other == link => end = block + 1,
                Some(_) => break,
            }
        }
        start..end
    }

    fn set_band(&mut self, link: Option<usize>, homes: &Pair<Option<Range<usize>>>) {
        let index = self.bands.len();
        let placed = Pair::from_fn(|side| {
            let range = homes[side].clone().unwrap_or(0..0);
            if let Some(homes) = &homes[side] {
                self.next[side] = homes.end;
                self.home[side][homes.clone()].fill(index);
            }
            range.map(|block| PlacedBlock { block, home: Home::Here }).collect()
        });
        self.bands.push(Band { link, placed });
    }

    /// Adds to every band of a link those of its blocks that are at home elsewhere.
    fn with_echoes(self) -> Bands {
        let Self { comparison, mut bands, home, .. } = self;
        for (index, band) in bands.iter_mut().enumerate() {
            let Some(link) = band.link else { continue };
            for side in Side::BOTH {
                let elsewhere = comparison.links[link].blocks[side].iter().filter(|&&block| home[side][block] != index);
                let placed = &mut band.placed[side];
                placed.extend(elsewhere.map(|&block| {
                    let home = if home[side][block] < index { Home::Above } else { Home::Below };
                    PlacedBlock { block, home }
                }));
                placed.sort_by_key(|cell| cell.block);
            }
        }
        Bands { bands, home }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::story::Story;

    /// The bands of two articles from top to bottom: the numbers of each side's blocks, of an echo with an arrow to its
    /// home; `=` between those of a link.
    fn drawn(texts: [&[&str]; 2]) -> Vec<String> {
        let articles = texts.map(|text| Article::read("-", &text.join("\n\n"))).to_vec();
        let story = Story::new("-", articles);
        let pair = Pair::new(0, 1);
        let bands = Bands::new(&story.compare(pair), story.pair(pair).map(|article| article.blocks.len()));
        let number = |placed: &PlacedBlock| {
            let arrow = match placed.home {
                Home::Here => "",
                Home::Above => "↑",
                Home::Below => "↓",
            };
            format!("{arrow}{}", placed.block + 1)
        };
        let side = |band: &Band, side: Side| band.placed[side].iter().map(number).collect::<Vec<_>>().join(",");
        let line = |band: &Band| {
            let sign = if band.link.is_some() { "=" } else { " " };
            format!("{} {sign} {}", side(band, Side::Left), side(band, Side::Right)).trim().to_owned()
        };
        bands.bands.iter().map(line).collect()
    }

    const COUNCIL: &str = "The council voted eleven to four for the order on Monday evening.";
    const BOATS: &str = "Three boats were withdrawn in March after cracks were found in their hulls.";
    const TICKETS: &str = "Tickets will not rise before the spring, whatever the price of oil may be.";
    const CAPTAIN: &str = "A retired captain keeps bees behind the lighthouse and sells their honey.";

    #[test]
    fn what_is_in_order_stands_level_and_what_is_alone_between() {
        assert_eq!(drawn([&[COUNCIL, CAPTAIN, BOATS], &[COUNCIL, BOATS]]), ["1 = 1", "2", "3 = 2"]);
        assert_eq!(drawn([&[CAPTAIN], &[COUNCIL]]), ["1   1"]);
    }

    #[test]
    fn what_moved_has_a_home_on_each_side_and_an_echo_beside_it() {
        let bands = drawn([&[BOATS, COUNCIL, TICKETS], &[COUNCIL, TICKETS, BOATS]]);
        assert_eq!(bands, ["1 = ↓3", "2 = 1", "3 = 2", "↑1 = 3"]);
    }
}
