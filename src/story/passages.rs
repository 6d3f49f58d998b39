//! The passages of a story: blocks of all its articles that answer each other.
//!
//! ```text
//!              A     B     C     E
//!      1      ¶4    ¶7     –    ¶9       the wire's lead, moved down in B
//!      2      ¶5    ¶3     –   ¶10
//!      3      ¶11    –     –     –       in A alone
//! ```
//!
//! The links of every two articles are joined, the most alike first. A link that would put two blocks of one article
//! into a passage which do not stand side by side is passed over: what is alike twice in one article is two passages.

use super::told::Told;
use super::{PassageLinks, Story, parallel_pairs};
use crate::pair::Pair;

/// Holds all passages of a story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passages {
    /// The passages, in an order that keeps that of the articles as well as it can.
    pub passages: Vec<Passage>,
    /// For each block of each article its passage; none for furniture, bylines and captions that stand alone.
    of: Vec<Vec<Option<usize>>>,
    /// What of their blocks stands elsewhere.
    told: Told,
}

/// Holds blocks that answer each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// For each article that has it, by index, its blocks, from 0, ascending.
    pub blocks: Vec<(usize, Vec<usize>)>,
    /// Every two articles between whose blocks here there is a link, the earlier one first, ascending.
    linked: Vec<Pair<usize>>,
}

impl Passage {
    /// Returns the blocks of an article in this passage; none if it was not found there.
    #[must_use]
    pub fn in_article(&self, article: usize) -> &[usize] {
        let index = self.blocks.binary_search_by_key(&article, |(article, _)| *article);
        index.map_or(&[], |index| &self.blocks[index].1)
    }

    /// Tells for each article that no link joins to a base by way of which other one it came, both by index: the last
    /// one on the shortest way from the base, the first of several. None if the base has not the passage.
    ///
    /// Cost: linear in the links between the articles that have it, times their number.
    #[must_use]
    pub fn by_way_of(&self, base: usize) -> Vec<(usize, usize)> {
        let mut reached: Vec<(usize, usize)> = self.blocks.iter().map(|(article, _)| (*article, usize::MAX)).collect();
        let mut before = vec![base];
        let mut by = Vec::new();
        if self.in_article(base).is_empty() {
            return by;
        }
        reached.retain(|(article, _)| *article != base);
        while !before.is_empty() && !reached.is_empty() {
            let mut now = Vec::new();
            for (article, way) in &mut reached {
                let is_linked = |&other: &usize| self.is_linked(*article, other);
                if let Some(&other) = before.iter().find(|other| is_linked(other)) {
                    *way = other;
                    now.push(*article);
                }
            }
            by.extend(reached.iter().filter(|(_, way)| *way != usize::MAX && *way != base));
            reached.retain(|(_, way)| *way == usize::MAX);
            before = now;
        }
        by.sort_unstable();
        by
    }

    /// Tells whether there is a link between the blocks of two articles.
    fn is_linked(&self, one: usize, other: usize) -> bool {
        self.linked.binary_search(&Pair::new(one.min(other), one.max(other))).is_ok()
    }
}

impl Passages {
    /// Joins the links of every two articles.
    ///
    /// Cost: that of aligning every two articles, shared out among the processors; the joining is near linear in the
    /// links.
    #[must_use]
    pub fn new(story: &Story) -> Self {
        let pairs = parallel_pairs::every_pair(story.articles().len());
        let link = |links: &mut PassageLinks, pair| links.add_links(pair, &story.aligned(pair));
        let mut all = PassageLinks::default();
        for links in parallel_pairs::gathered(&pairs, &parallel_pairs::unwatched, link).unwrap_or_default() {
            all.append(links);
        }
        Self::from_links(story, all)
    }

    /// Joins links, the most alike first.
    pub(crate) fn from_links(story: &Story, mut links: PassageLinks) -> Self {
        let counts: Vec<usize> = story.articles().iter().map(|article| article.blocks.len()).collect();
        let mut groups = Groups::new(&counts);
        for (pair, blocks) in links.by_similarity() {
            groups.join(pair, blocks);
        }
        let mut linked: Vec<Vec<Pair<usize>>> = vec![Vec::new(); groups.parent.len()];
        for (pair, blocks) in links.by_similarity() {
            if let Some(root) = groups.common_root(pair, blocks) {
                linked[root].push(Pair::new(pair.left.min(pair.right), pair.left.max(pair.right)));
            }
        }
        drop(links);
        let is_counted = |article: usize, block: usize| !story.articles()[article].blocks[block].kind.is_aside();
        let mut passages = Self::from_groups(groups, linked, &counts, is_counted);
        passages.told = Told::new(story, |article, block, other| {
            let passage = passages.of_block(article, block).map(|index| &passages.passages[index]);
            passage.is_some_and(|passage| !passage.in_article(other).is_empty())
        });
        passages
    }

    /// Returns the passage that a block is in.
    #[must_use]
    pub fn of_block(&self, article: usize, block: usize) -> Option<usize> {
        *self.of.get(article)?.get(block)?
    }

    /// Tells whether a passage may be called not found in an article: it has it not, and of a block of it enough remains if
    /// what stands elsewhere there is left out.
    #[must_use]
    pub fn is_not_in(&self, passage: &Passage, other: usize) -> bool {
        let is_told = |&block: &usize, article: usize| self.told.is_told_in(article, block, other);
        passage.in_article(other).is_empty()
            && passage.blocks.iter().all(|(article, blocks)| !blocks.iter().all(|block| is_told(block, *article)))
    }

    /// Tells whether an article that has not a passage has part of its wording elsewhere.
    #[must_use]
    pub fn is_partly_in(&self, passage: &Passage, other: usize) -> bool {
        let is_partly = |article: usize, blocks: &[usize]| {
            blocks.iter().any(|&block| self.told.is_partly_in(article, block, other))
        };
        passage.in_article(other).is_empty()
            && passage.blocks.iter().any(|(article, blocks)| is_partly(*article, blocks))
    }

    /// Tells whether a passage may be called only in one article: no other one has it, and of a block of it enough remains
    /// if what stands elsewhere, or was said before, is left out.
    #[must_use]
    pub fn is_only_in(&self, passage: &Passage, article: usize) -> bool {
        let [(own, blocks)] = passage.blocks.as_slice() else { return false };
        *own == article && !blocks.iter().all(|&block| self.told.is_told_anywhere(article, block))
    }

    fn from_groups(
        mut groups: Groups,
        mut linked: Vec<Vec<Pair<usize>>>,
        counts: &[usize],
        is_counted: impl Fn(usize, usize) -> bool,
    ) -> Self {
        let mut passages: Vec<Passage> = Vec::new();
        for root in 0..groups.parent.len() {
            if groups.root(root) != root {
                continue;
            }
            let blocks = std::mem::take(&mut groups.blocks[root]);
            let counts = blocks.len() > 1 || blocks.iter().any(|(article, blocks)| is_counted(*article, blocks[0]));
            if counts {
                let mut linked = std::mem::take(&mut linked[root]);
                linked.sort_unstable();
                linked.dedup();
                passages.push(Passage { blocks, linked });
            }
        }
        let order = ordered(&passages, counts);
        let passages: Vec<Passage> = order.into_iter().map(|index| std::mem::take(&mut passages[index])).collect();
        let mut of: Vec<Vec<Option<usize>>> = counts.iter().map(|&count| vec![None; count]).collect();
        for (index, passage) in passages.iter().enumerate() {
            for (article, blocks) in &passage.blocks {
                for &block in blocks {
                    of[*article][block] = Some(index);
                }
            }
        }
        Self { passages, of, told: Told::default() }
    }
}

/// Orders passages: those of one article in its own order; then article by article what is new, each after the passage
/// that stands before it there, at the end where nothing of the article is placed yet. The article whose blocks most
/// others answer is the first, so that as many as can be keep their order.
fn ordered(passages: &[Passage], counts: &[usize]) -> Vec<usize> {
    let mut of: Vec<Vec<(usize, usize)>> = vec![Vec::new(); counts.len()];
    let mut answered = vec![0; counts.len()];
    for (index, passage) in passages.iter().enumerate() {
        for (article, blocks) in &passage.blocks {
            of[*article].push((blocks[0], index));
            answered[*article] += passage.blocks.len() - 1;
        }
    }
    let mut articles: Vec<usize> = (0..counts.len()).collect();
    articles.sort_by_key(|&article| (std::cmp::Reverse(answered[article]), article));
    let mut order: Vec<usize> = Vec::new();
    let mut is_placed = vec![false; passages.len()];
    for article in articles {
        of[article].sort_unstable();
        let own: Vec<usize> = of[article].iter().map(|&(_, index)| index).collect();
        order = placed(&order, &own, &is_placed);
        for index in own {
            is_placed[index] = true;
        }
    }
    order
}

/// Puts an article's passages that are not placed yet among those that are.
fn placed(order: &[usize], own: &[usize], is_placed: &[bool]) -> Vec<usize> {
    let Some(first) = own.iter().position(|&index| is_placed[index]) else { return [order, own].concat() };
    let mut after: Vec<Vec<usize>> = vec![Vec::new(); is_placed.len()];
    let mut anchor = own[first];
    for &index in &own[first + 1..] {
        if is_placed[index] {
            anchor = index;
        } else {
            after[anchor].push(index);
        }
    }
    let mut merged = Vec::with_capacity(order.len() + own.len());
    for &index in order {
        if index == own[first] {
            merged.extend(&own[..first]);
        }
        merged.push(index);
        merged.append(&mut after[index]);
    }
    merged
}

/// Blocks joined to groups (a disjoint-set forest; Tarjan, "Efficiency of a good but not linear set union algorithm",
/// 1975).
struct Groups {
    /// Where each article's blocks begin among all.
    starts: Vec<usize>,
    parent: Vec<usize>,
    /// For each root its blocks by article, sorted.
    blocks: Vec<Vec<(usize, Vec<usize>)>>,
}

impl Groups {
    fn new(counts: &[usize]) -> Self {
        let mut starts = Vec::with_capacity(counts.len());
        let mut blocks = Vec::new();
        for (article, &count) in counts.iter().enumerate() {
            starts.push(blocks.len());
            blocks.extend((0..count).map(|block| vec![(article, vec![block])]));
        }
        Self { starts, parent: (0..blocks.len()).collect(), blocks }
    }

    fn root(&mut self, mut node: usize) -> usize {
        while self.parent[node] != node {
            self.parent[node] = self.parent[self.parent[node]];
            node = self.parent[node];
        }
        node
    }

    /// Returns the root that all blocks of a link have by now; `None` if the link was passed over.
    fn common_root(&mut self, pair: Pair<usize>, blocks: Pair<&[u32]>) -> Option<usize> {
        let mut root = None;
        for (article, blocks) in [(pair.left, blocks.left), (pair.right, blocks.right)] {
            for &block in blocks {
                let own = self.root(self.starts[article] + block as usize);
                if *root.get_or_insert(own) != own {
                    return None;
                }
            }
        }
        root
    }

    /// Joins the blocks of a link, unless blocks of one article that are not neighbours would meet.
    fn join(&mut self, pair: Pair<usize>, blocks: Pair<&[u32]>) {
        let nodes = pair.zip(blocks).map(|(article, blocks)| {
            blocks.iter().map(|&block| self.starts[article] + block as usize).collect::<Vec<_>>()
        });
        let mut all: Vec<usize> = nodes.left.into_iter().chain(nodes.right).collect();
        for node in &mut all {
            *node = self.root(*node);
        }
        all.sort_unstable();
        all.dedup();
        let mut merged: Vec<(usize, Vec<usize>)> = Vec::new();
        for (article, blocks) in all.iter().flat_map(|&root| &self.blocks[root]) {
            match merged.iter_mut().find(|(other, _)| other == article) {
                Some((_, own)) => own.extend(blocks),
                None => merged.push((*article, blocks.clone())),
            }
        }
        for (_, blocks) in &mut merged {
            blocks.sort_unstable();
        }
        let are_neighbours = |blocks: &[usize]| blocks.windows(2).all(|two| two[1] - two[0] == 1);
        if all.len() < 2 || !merged.iter().all(|(_, blocks)| are_neighbours(blocks)) {
            return;
        }
        merged.sort_unstable();
        for &root in &all[1..] {
            self.parent[root] = all[0];
            self.blocks[root] = Vec::new();
        }
        self.blocks[all[0]] = merged;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A passage of one block in each of some articles, with links between some of them.
    fn passage(articles: usize, links: &[(usize, usize)]) -> Passage {
        let mut linked: Vec<Pair<usize>> = links.iter().map(|&(left, right)| Pair::new(left, right)).collect();
        linked.sort_unstable();
        Passage { blocks: (0..articles).map(|article| (article, vec![0])).collect(), linked }
    }

    #[test]
    fn what_no_link_joins_to_the_base_came_by_way_of_another_article() {
        let chain = passage(4, &[(0, 1), (1, 2), (2, 3)]);
        assert_eq!(chain.by_way_of(0), [(2, 1), (3, 2)]);
        assert_eq!(chain.by_way_of(3), [(0, 1), (1, 2)]);
        assert_eq!(chain.by_way_of(1), [(3, 2)]);
        let star = passage(4, &[(0, 1), (0, 2), (0, 3)]);
        assert_eq!(star.by_way_of(0), []);
        assert_eq!(star.by_way_of(2), [(1, 0), (3, 0)]);
        assert_eq!(passage(3, &[(0, 1), (0, 2), (1, 2)]).by_way_of(2), []);
    }

    #[test]
    fn nothing_came_by_any_way_to_a_base_that_has_it_not() {
        assert_eq!(passage(2, &[(0, 1)]).by_way_of(5), []);
    }
}
