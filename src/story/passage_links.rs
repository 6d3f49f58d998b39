//! The links of every two articles, kept small: which blocks, and how alike they are.
//!
//! A story of three hundred articles has half a million links. A [`Link`] has two lists of blocks of its own, which is
//! most of its memory:
//!
//! ```text
//!     links      .98 A B ┐      .81 A E ┐
//!     blocks    4 6 ◄───┘  5 10 11 ◄───┘      A¶5 – B¶7, A¶6 – E¶11,12
//! ```

use std::ops::Range;

use crate::align::{Link, Pass};
use crate::comparison::Comparison;
use crate::pair::Pair;

/// Holds the links of some pairs of articles.
#[derive(Debug, Default)]
pub(crate) struct PassageLinks {
    links: Vec<PassageLink>,
    blocks: Vec<u32>,
}

/// A link of two articles; its blocks stand among those of all, the left's first.
#[derive(Debug)]
struct PassageLink {
    /// The bits of a number that is not negative sort as the number does.
    similarity: u64,
    articles: Pair<u32>,
    start: u32,
    right: u32,
    end: u32,
}

impl PassageLinks {
    /// Adds a link of two articles.
    pub(crate) fn add(&mut self, pair: Pair<usize>, similarity: f64, blocks: &Pair<Vec<usize>>) {
        let start = self.blocks.len() as u32;
        self.blocks.extend(blocks.left.iter().map(|&block| block as u32));
        let right = self.blocks.len() as u32;
        self.blocks.extend(blocks.right.iter().map(|&block| block as u32));
        let articles = pair.map(|article| article as u32);
        self.links.push(PassageLink {
            similarity: similarity.to_bits(),
            articles,
            start,
            right,
            end: self.blocks.len() as u32,
        });
    }

    /// Adds those links of two articles that say something of their wording: not that of two headlines.
    pub(crate) fn add_links(&mut self, pair: Pair<usize>, links: &[Link]) {
        for link in links.iter().filter(|link| link.pass != Pass::Headline) {
            self.add(pair, link.similarity, &link.blocks);
        }
    }

    /// Does the same for two articles that are compared.
    pub(crate) fn add_compared(&mut self, pair: Pair<usize>, comparison: &Comparison) {
        for link in comparison.links.iter().filter(|link| link.pass != Pass::Headline) {
            self.add(pair, link.similarity, &link.blocks);
        }
    }

    /// Adds the links of other pairs.
    pub(crate) fn append(&mut self, other: Self) {
        if self.links.is_empty() {
            *self = other;
            return;
        }
        let shift = self.blocks.len() as u32;
        self.blocks.extend(other.blocks);
        let shifted = |link: PassageLink| PassageLink {
            start: link.start + shift,
            right: link.right + shift,
            end: link.end + shift,
            ..link
        };
        self.links.extend(other.links.into_iter().map(shifted));
    }

    /// Sorts the links, the most alike first; the order does not depend on that in which they were added.
    pub(crate) fn sort(&mut self) {
        let all = &self.blocks;
        self.links.sort_unstable_by(|a, b| {
            let position = |link: &PassageLink| (link.articles, blocks_of(all, link));
            b.similarity.cmp(&a.similarity).then_with(|| position(a).cmp(&position(b)))
        });
    }

    /// Counts the links.
    pub(crate) const fn count(&self) -> usize {
        self.links.len()
    }

    /// Returns the two articles and the blocks of a link, by index.
    ///
    /// # Panics
    ///
    /// If there is no such link.
    pub(crate) fn link(&self, index: usize) -> (Pair<usize>, Pair<&[u32]>) {
        let link = &self.links[index];
        (link.articles.map(|article| article as usize), blocks_of(&self.blocks, link))
    }
}

/// Returns the blocks of a link.
fn blocks_of<'b>(all: &'b [u32], link: &PassageLink) -> Pair<&'b [u32]> {
    let slice = |range: Range<u32>| &all[range.start as usize..range.end as usize];
    Pair::new(slice(link.start..link.right), slice(link.right..link.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The links, the most alike first, as `A1,2-B3`.
    fn drawn(links: &mut PassageLinks) -> Vec<String> {
        let side = |article: usize, blocks: &[u32]| {
            let blocks: Vec<String> = blocks.iter().map(u32::to_string).collect();
            format!("{}{}", crate::letters::letter(article), blocks.join(","))
        };
        let both = |(articles, blocks): (Pair<usize>, Pair<&[u32]>)| {
            format!("{}-{}", side(articles.left, blocks.left), side(articles.right, blocks.right))
        };
        links.sort();
        (0..links.count()).map(|index| both(links.link(index))).collect()
    }

    #[test]
    fn the_most_alike_come_first_and_equals_in_the_order_of_the_articles() {
        let mut links = PassageLinks::default();
        links.add(Pair::new(0, 2), 0.5, &Pair::new(vec![4], vec![5, 6]));
        links.add(Pair::new(0, 1), 0.5, &Pair::new(vec![7], vec![0]));
        links.add(Pair::new(1, 2), 0.9, &Pair::new(vec![1, 2], vec![3]));
        assert_eq!(drawn(&mut links), ["B1,2-C3", "A7-B0", "A4-C5,6"]);
    }

    #[test]
    fn links_of_other_pairs_keep_their_blocks() {
        let of = |pair: Pair<usize>, similarity: f64, block: usize| {
            let mut links = PassageLinks::default();
            links.add(pair, similarity, &Pair::new(vec![block], vec![block + 1, block + 2]));
            links
        };
        let mut all = PassageLinks::default();
        all.append(of(Pair::new(0, 1), 0.1, 10));
        all.append(of(Pair::new(0, 2), 0.3, 20));
        all.append(of(Pair::new(1, 2), 0.2, 30));
        assert_eq!(drawn(&mut all), ["A20-C21,22", "B30-C31,32", "A10-B11,12"]);
    }
}
