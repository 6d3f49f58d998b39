//! The passages of a story: blocks of all its articles that answer each other.
//!
//! ```text
//!              A     B     C     E
//!      1      ¶4    ¶7     –    ¶9       the wire's lead, moved down in B
//!      2      ¶5    ¶3     –   ¶10
//!      3      ¶11    –     –     –       in A alone
//! ```
//!
//! Each block is *at home* in one passage, with those that say the same (see `passage_cores`). What a link joins
//! to one of them besides, such as a block that says two passages in one, is a *guest*: it stands in each of these, and
//! nothing is concluded from it. So a passage has an article exactly where a link says so, or where a third article that says
//! the same has such a link.

use std::collections::BTreeMap;
use std::ops::Range;

use super::passage_cores::{self, BlockLinks, Core};
use super::passage_order::ordered;
use super::told::{Rest, Told};
use super::{PassageLinks, Story, parallel_pairs};
use crate::pair::Pair;

/// Holds all passages of a story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passages {
    /// The passages, in an order that keeps that of the articles as well as it can.
    pub passages: Vec<Passage>,
    /// For each block of each article the passage that it is at home in; none for furniture, bylines and captions that no other
    /// block answers.
    of: Vec<Vec<Option<usize>>>,
    /// For each block of each article whether it is a guest of some passage, or shown in it as the answer to another block.
    is_guest: Vec<Vec<bool>>,
    /// What of their blocks stands elsewhere.
    told: Told,
}

/// Holds blocks that answer each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// For each article that has it, by index, its blocks, from 0, ascending.
    pub blocks: Vec<(usize, Vec<usize>)>,
    /// The articles whose blocks are at home in it, ascending; of the others they are guests.
    home: Vec<usize>,
    /// Every two articles between blocks of which, here, there is a link, the earlier one first, ascending.
    linked: Vec<Pair<usize>>,
    /// The blocks of an article, the second one, that a link joins to those of another one, the first, which are at home
    /// here; if they are others than the article's blocks here.
    others: BTreeMap<(usize, usize), Vec<usize>>,
    /// Whether it is but a block that several of another article, each in a passage of its own, make up together.
    is_sum: bool,
}

impl Passage {
    /// Returns the blocks of an article in this passage; none if it was not found there.
    #[must_use]
    pub fn in_article(&self, article: usize) -> &[usize] {
        let index = self.blocks.binary_search_by_key(&article, |(article, _)| *article);
        index.map_or(&[], |index| &self.blocks[index].1)
    }

    /// Returns the blocks of an article that answer those of a base: those of a link of the two, if there is one, else those in
    /// this passage.
    #[must_use]
    pub fn answering(&self, base: usize, article: usize) -> &[usize] {
        self.others.get(&(base, article)).map_or_else(|| self.in_article(article), Vec::as_slice)
    }

    /// Tells whether an article's blocks are at home in this passage.
    #[must_use]
    pub fn is_home(&self, article: usize) -> bool {
        self.home.binary_search(&article).is_ok()
    }

    /// Returns the articles whose blocks are at home in this passage, each with these.
    pub fn at_home(&self) -> impl Iterator<Item = (usize, &[usize])> {
        self.home.iter().map(|&article| (article, self.in_article(article)))
    }

    /// Returns the blocks that are not at home in this passage and yet answer one that is, each with its article.
    fn guests(&self) -> impl Iterator<Item = (usize, usize)> {
        let named = self.blocks.iter().map(|(article, blocks)| (*article, blocks));
        let all = named.chain(self.others.iter().map(|(&(_, article), blocks)| (article, blocks)));
        let all = all.flat_map(|(article, blocks)| blocks.iter().map(move |&block| (article, block)));
        all.filter(|&(article, block)| {
            !self.is_home(article) || self.in_article(article).binary_search(&block).is_err()
        })
    }

    /// Tells whether it says something that others do not say already, seen from an article: not if it is the sum of others
    /// and the article has but its parts.
    #[must_use]
    pub fn is_telling_from(&self, base: usize) -> bool {
        !self.is_sum || self.is_home(base)
    }

    /// Tells whether it is but the headline of one article: how others put theirs, all headlines one under another show.
    #[must_use]
    pub fn is_headline_alone(&self, story: &Story) -> bool {
        let [(article, blocks)] = self.blocks.as_slice() else { return false };
        story.articles()[*article].headline_index().is_some_and(|headline| *blocks == [headline])
    }

    /// Tells for each article that no link joins to a base by way of which other one it came, both by index: the last
    /// one on the shortest way from the base, the first of several. A way leads by no guest: what two blocks answer need not
    /// be the same of it. None if the base has not the passage.
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
                let is_others = |other: usize| other == base && self.others.contains_key(&(base, *article));
                let is_linked = |&other: &usize| self.is_linked(*article, other) || is_others(other);
                if let Some(&other) = before.iter().find(|other| is_linked(other)) {
                    *way = other;
                    now.push(*article);
                }
            }
            by.extend(reached.iter().filter(|(_, way)| *way != usize::MAX && *way != base));
            reached.retain(|(_, way)| *way == usize::MAX);
            now.retain(|&article| self.is_home(article));
            before = now;
        }
        by.sort_unstable();
        by
    }

    /// Tells whether there is a link between the blocks of two articles.
    fn is_linked(&self, one: usize, other: usize) -> bool {
        self.linked.binary_search(&Pair::new(one.min(other), one.max(other))).is_ok()
    }

    /// Takes the blocks of a core, and what links join to them.
    ///
    /// Cost: linear in the links of its blocks and of its guests'.
    fn new(core: Core, links: &BlockLinks<'_>) -> Self {
        let home: Vec<usize> = core.units.iter().map(|unit| unit.article).collect();
        // The blocks of a unit are in the same links.
        let answers: Vec<(usize, usize, &[u32])> = core
            .units
            .iter()
            .flat_map(|unit| links.answers(unit.article, unit.blocks[0]).map(|(other, at)| (unit.article, other, at)))
            .collect();
        let mut guests: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (_, other, at) in answers.iter().filter(|(_, other, _)| home.binary_search(other).is_err()) {
            guests.entry(*other).or_default().extend(at.iter().map(|&block| block as usize));
        }
        for blocks in guests.values_mut() {
            blocks.sort_unstable();
            blocks.dedup();
        }
        let own = core.units.into_iter().map(|unit| (unit.article, unit.blocks));
        let mut passage = Self { blocks: own.chain(guests).collect(), home, is_sum: core.is_sum, ..Self::default() };
        passage.blocks.sort_unstable();
        for (article, other, at) in answers {
            let (here, at) = (passage.in_article(other), at.iter().map(|&block| block as usize));
            if at.clone().any(|block| here.binary_search(&block).is_ok()) {
                passage.linked.push(Pair::new(article.min(other), article.max(other)));
            }
            if !passage.in_article(other).iter().copied().eq(at.clone()) {
                passage.others.insert((article, other), at.collect());
            }
        }
        passage.link_guests(links);
        passage.linked.sort_unstable();
        passage.linked.dedup();
        passage
    }

    /// Notes which guests are linked with each other.
    fn link_guests(&mut self, links: &BlockLinks<'_>) {
        let mut linked = Vec::new();
        for (article, blocks) in self.blocks.iter().filter(|(article, _)| !self.is_home(*article)) {
            for (other, at) in blocks.iter().flat_map(|&block| links.answers(*article, block)) {
                let there = if self.is_home(other) { &[] } else { self.in_article(other) };
                if at.iter().any(|&block| there.binary_search(&(block as usize)).is_ok()) {
                    linked.push(Pair::new(*article.min(&other), *article.max(&other)));
                }
            }
        }
        self.linked.append(&mut linked);
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
        links.sort();
        let counts: Vec<usize> = story.articles().iter().map(|article| article.blocks.len()).collect();
        let block_links = BlockLinks::new(&links, &counts);
        let passages = passage_cores::cores(&block_links).into_iter().map(|core| Passage::new(core, &block_links));
        let is_aside = |(article, blocks): &(usize, Vec<usize>)| {
            blocks.iter().all(|&block| story.articles()[*article].blocks[block].kind.is_aside())
        };
        // Who wrote it and what a picture shows is no passage, however many have it alike.
        let is_counted = |passage: &Passage| !passage.blocks.iter().all(is_aside);
        let mut passages = Self::ordered(passages.filter(is_counted).collect(), &counts);
        drop(links);
        passages.told = Told::new(story, |article, block, other| {
            let passage = passages.of_block(article, block).map(|index| &passages.passages[index]);
            passage.is_some_and(|passage| !passage.in_article(other).is_empty())
        });
        passages
    }

    /// Orders passages, and notes where each block is at home.
    fn ordered(mut passages: Vec<Passage>, counts: &[usize]) -> Self {
        let order = ordered(&passages, counts);
        let passages: Vec<Passage> = order.into_iter().map(|index| std::mem::take(&mut passages[index])).collect();
        let mut of: Vec<Vec<Option<usize>>> = counts.iter().map(|&count| vec![None; count]).collect();
        let mut is_guest: Vec<Vec<bool>> = counts.iter().map(|&count| vec![false; count]).collect();
        for (index, passage) in passages.iter().enumerate() {
            for (article, blocks) in passage.at_home() {
                for &block in blocks {
                    of[article][block] = Some(index);
                }
            }
            for (article, block) in passage.guests() {
                is_guest[article][block] = true;
            }
        }
        Self { passages, of, is_guest, told: Told::default() }
    }

    /// Returns the passage that a block is at home in.
    #[must_use]
    pub fn of_block(&self, article: usize, block: usize) -> Option<usize> {
        *self.of.get(article)?.get(block)?
    }

    /// Returns the article by whose words a passage is named if it is seen from a base, and its blocks: the base if it is at home
    /// in it, else the first that is. Where a passage has guests, as a part of what these say, the first one comes first whose
    /// own blocks are guests nowhere: others name the whole, too.
    #[must_use]
    pub fn naming<'p>(&self, passage: &'p Passage, base: usize) -> Option<(usize, &'p [usize])> {
        let is_guest = |article: usize, blocks: &[usize]| blocks.iter().any(|&block| self.is_guest[article][block]);
        let has_guests = passage.home.len() < passage.blocks.len();
        let rank = |&(article, blocks): &(usize, &[usize])| (article != base, has_guests && is_guest(article, blocks));
        passage.at_home().min_by_key(rank)
    }

    /// Tells whether a passage may be called not found in an article: it has it not, and of a block of it enough remains if
    /// what stands elsewhere there is left out.
    #[must_use]
    pub fn is_not_in(&self, passage: &Passage, other: usize) -> bool {
        let is_left = |article: usize, blocks: &[usize]| self.is_any_left(article, blocks, Some(other));
        passage.in_article(other).is_empty() && passage.at_home().all(|(article, blocks)| is_left(article, blocks))
    }

    /// Tells whether an article that has not a passage has part of the words elsewhere by which it is named, seen from a base.
    #[must_use]
    pub fn is_partly_in(&self, passage: &Passage, base: usize, other: usize) -> bool {
        let is_partly = |(article, blocks): (usize, &[usize])| {
            blocks.iter().any(|&block| self.told.within(article, block, other).is_some_and(|rest| rest.is_there))
        };
        passage.in_article(other).is_empty() && self.naming(passage, base).is_some_and(is_partly)
    }

    /// Returns the articles that have a passage by way of others alone, by index, ascending: no link joins them to the blocks of a
    /// base, and no five words in a row of these stand there. A block that makes one sentence of two answers both, and
    /// what answers the one half of it says nothing of the other.
    ///
    /// Cost: that of [`Passage::by_way_of`], and linear in the words of the base's blocks.
    #[must_use]
    pub fn by_way_alone(story: &Story, passage: &Passage, base: usize) -> Vec<usize> {
        let own = (base, passage.in_article(base));
        let came = passage.by_way_of(base).into_iter().map(|(article, _)| article);
        came.filter(|&article| !story.has_wording(own, article)).collect()
    }

    /// Tells whether a passage may be called in all articles, seen from one of them: its blocks are at home there, all have it, and
    /// none by way of others alone. Of an article's blocks each counts once so, however many passages it is a guest of.
    #[must_use]
    pub fn is_in_all(story: &Story, passage: &Passage, base: usize) -> bool {
        passage.is_home(base)
            && passage.blocks.len() == story.articles().len()
            && Self::by_way_alone(story, passage, base).is_empty()
    }

    /// Tells whether a passage may be called only in one article: no other one has it, and of a block of it enough remains
    /// if what stands elsewhere, or was said before, is left out.
    #[must_use]
    pub fn is_only_in(&self, passage: &Passage, article: usize) -> bool {
        let [(own, blocks)] = passage.blocks.as_slice() else { return false };
        *own == article && self.is_any_left(article, blocks, None)
    }

    fn is_any_left(&self, article: usize, blocks: &[usize], other: Option<usize>) -> bool {
        blocks.iter().any(|&block| self.is_left(article, block, other))
    }

    /// Tells whether enough of a block remains without what stands elsewhere in an article, or in any if none is named, for it to be
    /// called not found there.
    #[must_use]
    pub fn is_left(&self, article: usize, block: usize, other: Option<usize>) -> bool {
        self.rest(article, block, other).is_none_or(|rest| !rest.is_told)
    }

    /// Returns where the longest part of a block is, in bytes, of which nothing stands elsewhere in an article, or in any if none is
    /// named; `None` if that is the whole block.
    #[must_use]
    pub fn remains(&self, article: usize, block: usize, other: Option<usize>) -> Option<Range<usize>> {
        self.rest(article, block, other).map(Rest::longest).filter(|range| !range.is_empty())
    }

    /// Counts the words of a block of which nothing stands in another article, or before it in its own, where part of it does;
    /// `None` if that is the whole block.
    #[must_use]
    pub fn words_left(&self, article: usize, block: usize) -> Option<usize> {
        self.rest(article, block, None).map(Rest::words)
    }

    fn rest(&self, article: usize, block: usize, other: Option<usize>) -> Option<&Rest> {
        match other {
            Some(other) => self.told.within(article, block, other),
            None => self.told.anywhere(article, block),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A passage of one block in each of some articles, with links between some of them.
    fn passage(articles: usize, links: &[(usize, usize)]) -> Passage {
        let mut linked: Vec<Pair<usize>> = links.iter().map(|&(left, right)| Pair::new(left, right)).collect();
        linked.sort_unstable();
        let blocks = (0..articles).map(|article| (article, vec![0])).collect();
        Passage { blocks, home: (0..articles).collect(), linked, ..Passage::default() }
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
    fn no_way_leads_by_a_guest() {
        // The first article's block is part of the second one's, which another passage has at home.
        let all = passage(4, &[(0, 1), (0, 2), (1, 3), (2, 3)]);
        let with_guest = Passage { home: vec![0, 2, 3], ..all };
        assert_eq!(with_guest.by_way_of(0), [(3, 2)]);
    }

    #[test]
    fn nothing_came_by_any_way_to_a_base_that_has_it_not() {
        assert_eq!(passage(2, &[(0, 1)]).by_way_of(5), []);
    }

    #[test]
    fn a_row_is_named_by_what_no_other_row_shows() {
        // The first article's block is the third one's two together; of these the first answers a block of the fourth, too.
        let all = Passage {
            blocks: vec![(0, vec![4]), (2, vec![3]), (3, vec![9])],
            home: vec![0, 2, 3],
            others: BTreeMap::from([((0, 2), vec![2, 3])]),
            ..Passage::default()
        };
        let part =
            Passage { blocks: vec![(0, vec![4]), (2, vec![2]), (3, vec![5])], home: vec![2, 3], ..Passage::default() };
        let passages = Passages::ordered(vec![all, part], &[5, 0, 4, 10]);
        let part = &passages.passages[1];
        assert_eq!(passages.naming(part, 0), Some((3, &[5][..])));
        assert_eq!(passages.naming(part, 2), Some((2, &[2][..])), "the base is at home there");
        assert_eq!(passages.naming(&passages.passages[0], 1), Some((0, &[4][..])), "it has no guests");
    }
}
