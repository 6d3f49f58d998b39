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

use super::{PassageLinks, Story, parallel_pairs};
use crate::pair::Pair;

/// Holds all passages of a story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passages {
    /// The passages, in an order that keeps that of the articles as well as it can.
    pub passages: Vec<Passage>,
    /// For each block of each article its passage; none for furniture, bylines and captions that stand alone.
    of: Vec<Vec<Option<usize>>>,
}

/// Holds blocks that answer each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// For each article that has it, by index, its blocks, from 0, ascending.
    pub blocks: Vec<(usize, Vec<usize>)>,
}

impl Passage {
    /// Returns the blocks of an article in this passage; none if it was not found there.
    #[must_use]
    pub fn in_article(&self, article: usize) -> &[usize] {
        let index = self.blocks.binary_search_by_key(&article, |(article, _)| *article);
        index.map_or(&[], |index| &self.blocks[index].1)
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
        drop(links);
        let is_counted = |article: usize, block: usize| !story.articles()[article].blocks[block].kind.is_aside();
        Self::from_groups(groups, &counts, is_counted)
    }

    /// Returns the passage that a block is in.
    #[must_use]
    pub fn of_block(&self, article: usize, block: usize) -> Option<usize> {
        *self.of.get(article)?.get(block)?
    }

    fn from_groups(mut groups: Groups, counts: &[usize], is_counted: impl Fn(usize, usize) -> bool) -> Self {
        let mut passages: Vec<Passage> = Vec::new();
        for root in 0..groups.parent.len() {
            if groups.root(root) != root {
                continue;
            }
            let blocks = std::mem::take(&mut groups.blocks[root]);
            let counts = blocks.len() > 1 || blocks.iter().any(|(article, blocks)| is_counted(*article, blocks[0]));
            if counts {
                passages.push(Passage { blocks });
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
        Self { passages, of }
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
