//! Which blocks of all articles say the same thing, each of them whole.
//!
//! ```text
//!     A¶2 ── B¶2 ── C¶2      the core A¶2 B¶2 C¶2: each link has one unit on each side
//!     A¶3 ──────────┘        C¶2 answers A¶2 and A¶3 together: A¶3 is a core of its own, and nothing of it is in B
//! ```
//!
//! A *unit* is a block, or all blocks of an article that are in the same links and so are never told apart. A link of one
//! unit with one unit joins *cores*, the most alike first; a link of several units with one says that each of them is in
//! it, but not that what else answers it answers each of them, and so joins none. A core has one unit of an article
//! at most: what is alike twice in one article is two passages.

use rustc_hash::FxHashMap;

use super::PassageLinks;
use crate::pair::Side;

/// Holds blocks of one article that are in the same links.
#[derive(Debug)]
pub(super) struct Unit {
    /// The article, by index.
    pub article: usize,
    /// The blocks, from 0, ascending.
    pub blocks: Vec<usize>,
}

/// Holds units that say the same thing.
#[derive(Debug, Default)]
pub(super) struct Core {
    /// The units, in the order of their articles.
    pub units: Vec<Unit>,
    /// Whether it is one unit that several of another article make up together, and nothing else: what is said of it is
    /// said with each of these.
    pub is_sum: bool,
}

/// Holds the links of each block.
#[derive(Debug)]
pub(super) struct BlockLinks<'l> {
    links: &'l PassageLinks,
    /// For each article and block the links that it is in, by index, ascending.
    of: Vec<Vec<Vec<u32>>>,
}

impl<'l> BlockLinks<'l> {
    /// Lists the links of the blocks of articles that have so many each. Cost: linear in the links' blocks.
    pub fn new(links: &'l PassageLinks, counts: &[usize]) -> Self {
        let mut of: Vec<Vec<Vec<u32>>> = counts.iter().map(|&count| vec![Vec::new(); count]).collect();
        for index in 0..links.count() {
            let (articles, blocks) = links.link(index);
            for (article, blocks) in [(articles.left, blocks.left), (articles.right, blocks.right)] {
                for &block in blocks {
                    of[article][block as usize].push(index as u32);
                }
            }
        }
        Self { links, of }
    }

    /// Returns for each link of a block the other article, and its blocks there.
    pub fn answers(&self, article: usize, block: usize) -> impl Iterator<Item = (usize, &'l [u32])> {
        self.of[article][block].iter().map(move |&index| {
            let (articles, blocks) = self.links.link(index as usize);
            if articles.left == article { (articles.right, blocks.right) } else { (articles.left, blocks.left) }
        })
    }

    /// Returns the units of all articles, those of an article beside each other; and for each article and block its
    /// unit, by index.
    fn units(&self) -> (Vec<Unit>, Vec<Vec<usize>>) {
        let mut units: Vec<Unit> = Vec::new();
        let mut unit_of: Vec<Vec<usize>> = Vec::with_capacity(self.of.len());
        for (article, blocks) in self.of.iter().enumerate() {
            let mut known: FxHashMap<&[u32], usize> = FxHashMap::default();
            let mut own = Vec::with_capacity(blocks.len());
            for (block, links) in blocks.iter().enumerate() {
                let new = units.len();
                let unit = if links.is_empty() { new } else { *known.entry(links.as_slice()).or_insert(new) };
                if unit == new {
                    units.push(Unit { article, blocks: Vec::new() });
                }
                units[unit].blocks.push(block);
                own.push(unit);
            }
            unit_of.push(own);
        }
        (units, unit_of)
    }
}

/// Returns the cores; every block is in one of them. The links are sorted, the most alike first.
///
/// Cost: near linear in the links, times the articles for those that join two cores of many.
pub(super) fn cores(links: &BlockLinks<'_>) -> Vec<Core> {
    let (units, unit_of) = links.units();
    let mut forest = Forest::new(&units);
    // Of a link of one unit with several, the one; of every other link both sides are no sum.
    let (mut is_sum, mut is_part) = (vec![false; units.len()], vec![false; units.len()]);
    for index in 0..links.links.count() {
        let (articles, blocks) = links.links.link(index);
        let sides = articles.zip(blocks);
        let whole = sides.map(|(article, blocks)| whole_unit(&unit_of[article], blocks));
        if let (Some(left), Some(right)) = (whole.left, whole.right) {
            forest.join(left, right);
        }
        for side in Side::BOTH {
            if let (Some(unit), None) = (whole[side], whole[side.other()]) {
                is_sum[unit] = true;
            } else {
                let (article, blocks) = sides[side];
                for &block in blocks {
                    is_part[unit_of[article][block as usize]] = true;
                }
            }
        }
    }
    let mut cores: Vec<Core> = forest.members.iter().map(|_| Core::default()).collect();
    for (index, unit) in units.into_iter().enumerate() {
        let core = &mut cores[forest.root(index)];
        core.is_sum = core.units.is_empty() && is_sum[index] && !is_part[index];
        core.units.push(unit);
    }
    cores.retain(|core| !core.units.is_empty());
    cores
}

/// Returns the unit that all of some blocks are in; `None` if they are in several.
fn whole_unit(unit_of: &[usize], blocks: &[u32]) -> Option<usize> {
    let mut units = blocks.iter().map(|&block| unit_of[block as usize]);
    let first = units.next()?;
    units.all(|unit| unit == first).then_some(first)
}

/// Units joined to cores (a disjoint-set forest; Tarjan, "Efficiency of a good but not linear set union algorithm", 1975).
struct Forest {
    parent: Vec<usize>,
    /// For each root the articles of its units, ascending.
    members: Vec<Vec<usize>>,
}

impl Forest {
    fn new(units: &[Unit]) -> Self {
        Self { parent: (0..units.len()).collect(), members: units.iter().map(|unit| vec![unit.article]).collect() }
    }

    fn root(&mut self, mut unit: usize) -> usize {
        while self.parent[unit] != unit {
            self.parent[unit] = self.parent[self.parent[unit]];
            unit = self.parent[unit];
        }
        unit
    }

    /// Joins the cores of two units, unless two units of one article would meet.
    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        if one == other {
            return;
        }
        let (first, second) = (one.min(other), one.max(other));
        let (few, many) = (&self.members[first], &self.members[second]);
        let (few, many) = if few.len() < many.len() { (few, many) } else { (many, few) };
        if few.iter().any(|article| many.binary_search(article).is_ok()) {
            return;
        }
        let joined = std::mem::take(&mut self.members[second]);
        self.members[first].extend(joined);
        self.members[first].sort_unstable();
        self.parent[second] = first;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters::letter;
    use crate::pair::Pair;

    /// The cores of articles with three blocks each, as `A1,2 B1`; that of a sum with `Σ`.
    fn drawn(links: &[(&str, &str)]) -> Vec<String> {
        let read = |side: &str| {
            let article = usize::from(side.as_bytes()[0] - b'A');
            let blocks = side[1..].split(',').filter_map(|number| number.parse::<usize>().ok());
            (article, blocks.map(|number| number - 1).collect::<Vec<_>>())
        };
        let mut all = PassageLinks::default();
        for (index, (left, right)) in links.iter().enumerate() {
            let (left, right) = (read(left), read(right));
            all.add(Pair::new(left.0, right.0), 1.0 / (index + 1) as f64, &Pair::new(left.1, right.1));
        }
        all.sort();
        let unit = |unit: &Unit| {
            let blocks: Vec<String> = unit.blocks.iter().map(|block| (block + 1).to_string()).collect();
            letter(unit.article) + &blocks.join(",")
        };
        let core = |core: Core| {
            let sign = if core.is_sum { "Σ " } else { "" };
            sign.to_owned() + &core.units.iter().map(unit).collect::<Vec<_>>().join(" ")
        };
        let cores = cores(&BlockLinks::new(&all, &[3, 3, 3]));
        cores.into_iter().filter(|core| core.is_sum || core.units.len() > 1).map(core).collect()
    }

    #[test]
    fn links_of_one_with_one_join() {
        assert_eq!(drawn(&[("A1", "B1"), ("B1", "C2"), ("A2", "B3")]), ["A1 B1 C2", "A2 B3"]);
    }

    #[test]
    fn what_is_alike_twice_in_one_article_is_two_passages() {
        assert_eq!(drawn(&[("A1", "B1"), ("B1", "C1"), ("A2", "C1")]), ["A1 B1 C1"]);
    }

    #[test]
    fn blocks_in_the_same_links_are_one_wherever_they_stand() {
        assert_eq!(drawn(&[("A1,3", "B2"), ("A1,3", "C1,2"), ("B2", "C1,2")]), ["A1,3 B2 C1,2"]);
    }

    #[test]
    fn a_block_that_is_the_sum_of_several_joins_none_of_them() {
        assert_eq!(drawn(&[("A1", "B1"), ("B1", "C1"), ("A1,2", "C1")]), ["A1 B1 C1"]);
        assert_eq!(drawn(&[("A1", "B1"), ("A2", "B2"), ("A1,2", "C1"), ("B1,2", "C1")]), ["A1 B1", "A2 B2", "Σ C1"]);
    }
}
