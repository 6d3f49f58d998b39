//! Two articles one block after the other, for those who hear them: in the order of the left, each block once.
//!
//! ```text
//!     1  ~  3↓       1 and 3, edited            the right's block is told where it is answered
//!     2              2, only here
//!           1        1, only here               what the right has alone stands in its place
//!    ↓1  ~  3                                   told already
//! ```

use super::bands::{Band, Bands, Home};
use crate::comparison::Comparison;
use crate::pair::{Pair, Side};

/// Says what is told next; blocks by index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Blocks that answer each other.
    Link {
        /// The index of their link in [`Comparison::links`].
        link: usize,
        /// The left's blocks up to one of another link, and with the first of them all of the right's.
        blocks: Pair<Vec<usize>>,
        /// Whether others of the link were told before.
        is_continued: bool,
    },
    /// A block in no link.
    Alone(Side, usize),
}

/// Puts the blocks of two articles one after the other.
///
/// Cost: linear in them.
#[must_use]
pub fn linear(comparison: &Comparison, bands: &Bands) -> Vec<Told> {
    let mut told = Vec::new();
    let mut is_begun = vec![false; comparison.links.len()];
    for band in &bands.bands {
        let left: Vec<usize> = at_home(band, Side::Left).collect();
        for run in left.chunk_by(|a, b| link_of(comparison, *a).is_some() && link_of(comparison, *b).is_some()) {
            let Some(link) = link_of(comparison, run[0]) else {
                told.push(Told::Alone(Side::Left, run[0]));
                continue;
            };
            let is_continued = std::mem::replace(&mut is_begun[link], true);
            let right = if is_continued { Vec::new() } else { comparison.links[link].blocks.right.clone() };
            told.push(Told::Link { link, blocks: Pair::new(run.to_vec(), right), is_continued });
        }
        let alone = at_home(band, Side::Right).filter(|&block| comparison.link_of(Side::Right, block).is_none());
        told.extend(alone.map(|block| Told::Alone(Side::Right, block)));
    }
    told
}

fn link_of(comparison: &Comparison, block: usize) -> Option<usize> {
    comparison.link_of(Side::Left, block)
}

fn at_home(band: &Band, side: Side) -> impl Iterator<Item = usize> + '_ {
    band.placed[side].iter().filter(|placed| placed.home == Home::Here).map(|placed| placed.block)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::intake::bundled;
    use crate::story::Story;

    /// What is told of two articles, drawn.
    fn drawn(story: &Story, shown: Pair<usize>) -> Vec<String> {
        let comparison = story.compare(shown);
        let bands = Bands::new(&comparison, story.pair(shown).map(|article| article.blocks.len()));
        let numbers =
            |blocks: &[usize]| blocks.iter().map(|block| (block + 1).to_string()).collect::<Vec<_>>().join(",");
        let draw = |told: Told| match told {
            Told::Link { blocks, is_continued, .. } => {
                format!("{}{}={}", if is_continued { "+" } else { "" }, numbers(&blocks.left), numbers(&blocks.right))
            }
            Told::Alone(Side::Left, block) => format!("{}<", block + 1),
            Told::Alone(Side::Right, block) => format!(">{}", block + 1),
        };
        linear(&comparison, &bands).into_iter().map(draw).collect()
    }

    const COUNCIL: &str = "The council voted eleven to four for the order on Monday evening.";
    const YARD: &str = "The yard in Ostrey was paid 41 million crowns for three boats of one plan.";
    const BEES: &str = "A retired captain keeps bees behind the lighthouse, and sells their honey.";
    const FISH: &str = "Nobody at the customs house remembers fish as dear as it is this winter.";

    #[test]
    fn what_moved_is_told_once_and_what_is_alone_in_its_place() {
        let articles = [[COUNCIL, BEES, YARD].join("\n\n"), [YARD, FISH, COUNCIL].join("\n\n")];
        let story = Story::new("-", articles.iter().map(|text| Article::read("-", text)).collect());
        assert_eq!(drawn(&story, Pair::new(0, 1)), ["1=3", "2<", "3=1", ">2"]);
        assert_eq!(drawn(&story, Pair::new(1, 0)), [">2", "1=3", "2<", "3=1"]);
    }

    #[test]
    fn every_block_is_told_once_and_the_left_in_its_order() {
        for name in bundled::names() {
            let story = Story::new(name, bundled::read(name).expect("it is bundled"));
            for shown in [Pair::new(0, 1), Pair::new(1, 0)] {
                let comparison = story.compare(shown);
                let blocks = story.pair(shown).map(|article| article.blocks.len());
                let mut told = Pair::new(Vec::new(), Vec::new());
                for next in linear(&comparison, &Bands::new(&comparison, blocks)) {
                    match next {
                        Told::Link { blocks, .. } => {
                            for side in Side::BOTH {
                                told[side].extend(&blocks[side]);
                            }
                        }
                        Told::Alone(side, block) => told[side].push(block),
                    }
                }
                assert_eq!(told.left, (0..blocks.left).collect::<Vec<_>>(), "{name}");
                told.right.sort_unstable();
                assert_eq!(told.right, (0..blocks.right).collect::<Vec<_>>(), "{name}");
            }
        }
    }
}
