//! Which passage stands where in each article, seen from one of them.
//!
//! ```text
//!     passage                          A     B     C     D     E
//!     A system that makes …           ¶5   ~¶2     –  ~¶2,3  =¶10
//!     BEIJING – China should …        ¶4   ~¶6     –     –   ~¶9
//!     “Empire of hacking” …          ¶14     –     –     –     –
//! ```
//!
//! The article that the others are seen from is the *base*. Where it has a passage, another article has it verbatim,
//! edited or reworded; where it has not, the others simply have it or not.

use super::outlet_set::OutletSet;
use super::{BaseComparisons, Passages, crossings};
use crate::comparison::{Comparison, Relation};
use crate::letters::index_of_letter;
use crate::pair::Side;

/// Holds the passages of a story as they stand in each article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Presence {
    /// The article that the others are seen from, by index.
    pub base: usize,
    /// How many articles there are.
    pub articles: usize,
    /// One row for each passage, in the order of [`Passages`], with a cell for each article that has it: what most
    /// articles have not takes no room.
    pub rows: Vec<Vec<PresenceCell>>,
    /// For each row the articles that have not the passage and yet part of the words by which it is named, ascending.
    partly: Vec<Vec<usize>>,
    /// For each row the articles that have it not and may yet not be said to lack it, ascending: because too much of it stands
    /// elsewhere there, or because a link joins them to the base's blocks.
    unlacked: Vec<Vec<usize>>,
    /// For each row the articles that have it [by way of others alone](Passages::by_way_alone), ascending.
    by_way_alone: Vec<Vec<usize>>,
    /// For each row whether it may be called [in all articles](Passages::is_in_all).
    is_in_all: Vec<bool>,
    /// For each row whether it may be called only in the article that has it.
    is_only: Vec<bool>,
    /// For each row whether it says something that other rows, and that of all headlines, do not.
    is_telling: Vec<bool>,
}

/// Holds a passage in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PresenceCell {
    /// The article, by index.
    pub article: usize,
    /// How it stands there.
    pub relation: PresenceRelation,
    /// Its blocks there, from 0.
    pub blocks: Vec<usize>,
    /// Over how many blocks of the base, as far as both have them, it moved on its way further down (up, if negative); 0 if it
    /// keeps its order, and if no link joins it to the base.
    pub shift: isize,
}

/// Says how a passage stands in an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PresenceRelation {
    /// It stands there, and the base is that article or has it not.
    Here,
    /// In the base's words.
    Verbatim,
    /// At least half of the shorter side's words are shared with the base.
    Edited,
    /// Fewer are.
    Reworded,
    /// No link joins it to the base; it answers it by way of this article, by index. Whether it is counted among those that
    /// have the passage, [`Presence::is_by_way_alone`] tells.
    ByWay(usize),
}

impl PresenceRelation {
    /// Returns its name on screen and for scripts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Here => "here",
            Self::Verbatim => "verbatim",
            Self::Edited => "edited",
            Self::Reworded => "reworded",
            Self::ByWay(_) => "by way",
        }
    }
}

/// Says which passages are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Filter {
    /// All of them.
    #[default]
    Everything,
    /// Those in all articles that are at home in the base: a link joins each of them to it, or some of the base's wording stands
    /// there.
    InAll,
    /// Those in more than one article, but not in all; so are those that some have by way of others alone.
    InSome,
    /// Those in this article alone.
    OnlyIn(usize),
    /// Those in another article, but not found in this one.
    NotIn(usize),
    /// Those in another article, but not found in any of these.
    NotInAny(OutletSet),
    /// Those that moved over more than so many blocks of the base, up or down.
    MovedBy(usize),
}

impl Filter {
    /// Gives the names of all filters; `X` stands for a letter, `N` for a number of blocks.
    pub const NAMES: [&'static str; 7] = ["all", "in-all", "in-some", "only-X", "not-X", "not-X-Y", "moved-N"];

    /// Returns the filter with a name: `in-some`, `only-C`, `not-B-E`, `moved-3`; `None` if there is none.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name.split_once('-') {
            None if name == "all" => Some(Self::Everything),
            Some(("in", "all")) => Some(Self::InAll),
            Some(("in", "some")) => Some(Self::InSome),
            Some(("only", letter)) => index_of_letter(letter).map(Self::OnlyIn),
            Some(("not", letters)) if letters.contains('-') => {
                let known = |letter| index_of_letter(letter).filter(|&article| article < OutletSet::MOST);
                letters.split('-').map(known).collect::<Option<_>>().map(Self::NotInAny)
            }
            Some(("not", letter)) => index_of_letter(letter).map(Self::NotIn),
            Some(("moved", blocks)) => blocks.parse().ok().map(Self::MovedBy),
            _ => None,
        }
    }
}

impl Presence {
    /// Sees all passages from one article. Cost: linear in passages times articles, and in the words of the base for what came by
    /// way of others.
    #[must_use]
    pub fn new(seen: &BaseComparisons<'_>, passages: &Passages) -> Self {
        let base = seen.base;
        let crossed: Vec<Vec<isize>> = (0..seen.story.articles().len())
            .map(|article| seen.with(article).map_or_else(Vec::new, crossings::crossed))
            .collect();
        let row = |passage: &super::Passage| {
            let own = passage.in_article(base);
            let by_way = passage.by_way_of(base);
            let cell = |(article, _): &(usize, Vec<usize>)| {
                let by = by_way.binary_search_by_key(article, |(member, _)| *member).ok().map(|index| by_way[index].1);
                let compared = seen.with(*article).map(|comparison| (comparison, &*crossed[*article]));
                cell(own, (*article, by), passage.answering(base, *article), compared)
            };
            passage.blocks.iter().map(cell).collect()
        };
        let rows = passages.passages.iter().map(row).collect();
        let articles = seen.story.articles().len();
        let without = |passage: &super::Passage, is_so: &dyn Fn(usize) -> bool| -> Vec<usize> {
            (0..articles).filter(|&article| passage.in_article(article).is_empty() && is_so(article)).collect()
        };
        let partly = |passage| without(passage, &|article| passages.is_partly_in(passage, base, article));
        let unlacked = |passage: &super::Passage| {
            let is_linked = |article| is_linked(passage.in_article(base), seen.with(article));
            without(passage, &|article| !passages.is_not_in(passage, article) || is_linked(article))
        };
        let by_way_alone = |passage| Passages::by_way_alone(seen.story, passage, base);
        let is_in_all = |passage| Passages::is_in_all(seen.story, passage, base);
        let is_only = |passage: &super::Passage| passages.is_only_in(passage, passage.blocks[0].0);
        let is_telling =
            |passage: &super::Passage| passage.is_telling_from(base) && !passage.is_headline_alone(seen.story);
        Self {
            base,
            articles,
            rows,
            partly: passages.passages.iter().map(partly).collect(),
            unlacked: passages.passages.iter().map(unlacked).collect(),
            by_way_alone: passages.passages.iter().map(by_way_alone).collect(),
            is_in_all: passages.passages.iter().map(is_in_all).collect(),
            is_only: passages.passages.iter().map(is_only).collect(),
            is_telling: passages.passages.iter().map(is_telling).collect(),
        }
    }

    /// Returns a passage as it stands in an article; `None` if it was not found there.
    #[must_use]
    pub fn cell(&self, passage: usize, article: usize) -> Option<&PresenceCell> {
        let row = self.rows.get(passage)?;
        row.binary_search_by_key(&article, |cell| cell.article).ok().map(|index| &row[index])
    }

    /// Tells whether a filter shows a passage.
    #[must_use]
    pub fn is_shown(&self, passage: usize, filter: Filter) -> bool {
        let Some(row) = self.rows.get(passage).filter(|_| self.is_telling[passage]) else { return false };
        let has = |article: usize| self.cell(passage, article).is_some();
        let lacks = |article: usize| {
            !row.is_empty() && !has(article) && self.unlacked[passage].binary_search(&article).is_err()
        };
        let is_in_all = self.is_in_all[passage];
        match filter {
            Filter::Everything => true,
            Filter::InAll => is_in_all,
            Filter::InSome => row.len() > 1 && !is_in_all,
            Filter::OnlyIn(article) => has(article) && self.is_only[passage],
            Filter::NotIn(article) => lacks(article),
            Filter::NotInAny(articles) => articles.iter().all(lacks),
            Filter::MovedBy(blocks) => row.iter().any(|cell| cell.shift.unsigned_abs() > blocks),
        }
    }

    /// Tells whether an article that has not a passage has part of the words elsewhere by which it is named.
    #[must_use]
    pub fn is_partly_in(&self, passage: usize, article: usize) -> bool {
        self.partly.get(passage).is_some_and(|partly| partly.binary_search(&article).is_ok())
    }

    /// Tells whether an article has a passage by way of others alone: it is not counted among those that have it.
    #[must_use]
    pub fn is_by_way_alone(&self, passage: usize, article: usize) -> bool {
        self.by_way_alone.get(passage).is_some_and(|alone| alone.binary_search(&article).is_ok())
    }

    /// Counts the passages that would be in all articles, if those counted that have them by way of others alone.
    #[must_use]
    pub fn in_all_by_way(&self) -> usize {
        let is_everywhere =
            |passage: &usize| self.rows[*passage].len() == self.articles && !self.by_way_alone[*passage].is_empty();
        self.shown(Filter::InSome).iter().filter(|passage| is_everywhere(passage)).count()
    }

    /// Returns the passages that a filter shows.
    #[must_use]
    pub fn shown(&self, filter: Filter) -> Vec<usize> {
        (0..self.rows.len()).filter(|&passage| self.is_shown(passage, filter)).collect()
    }
}

fn cell(
    base: &[usize],
    (article, by): (usize, Option<usize>),
    blocks: &[usize],
    compared: Option<(&Comparison, &[isize])>,
) -> PresenceCell {
    let linked = |(comparison, crossed): (&Comparison, &[isize])| {
        let links = links(base, blocks, comparison);
        let shifts = links.iter().filter_map(|&link| crossed.get(link).copied());
        (relation(&links, comparison), shifts.max_by_key(|by| by.unsigned_abs()).unwrap_or(0))
    };
    let (relation, shift) = match (by, compared) {
        (Some(other), _) => (PresenceRelation::ByWay(other), 0),
        (None, Some(compared)) if !base.is_empty() => linked(compared),
        (None, _) => (PresenceRelation::Here, 0),
    };
    PresenceCell { article, relation, blocks: blocks.to_vec(), shift }
}

/// Returns the links, by index, that join some of the base's blocks to some of another article.
fn links(base: &[usize], blocks: &[usize], comparison: &Comparison) -> Vec<usize> {
    let links = base.iter().filter_map(|&block| comparison.link_of(Side::Left, block));
    links.filter(|&link| blocks.iter().any(|block| comparison.links[link].blocks.right.contains(block))).collect()
}

/// Tells whether a link that says something of their wording joins some of the base's blocks to another article. A block that
/// is a guest of a passage may be so, although what else is in the passage is not.
fn is_linked(base: &[usize], comparison: Option<&Comparison>) -> bool {
    comparison.is_some_and(|comparison| {
        let links = base.iter().filter_map(|&block| comparison.link_of(Side::Left, block));
        links.into_iter().any(|link| comparison.links[link].relation != Relation::Headline)
    })
}

/// Returns what the first of some links says that its blocks are to each other.
fn relation(links: &[usize], comparison: &Comparison) -> PresenceRelation {
    match links.first().map(|&link| comparison.links[link].relation) {
        Some(Relation::Verbatim) => PresenceRelation::Verbatim,
        Some(Relation::Edited) => PresenceRelation::Edited,
        Some(Relation::Reworded | Relation::Headline) | None => PresenceRelation::Reworded,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(article: usize, blocks: &[usize], shift: isize) -> PresenceCell {
        PresenceCell { article, relation: PresenceRelation::Here, blocks: blocks.to_vec(), shift }
    }

    /// Four passages in three articles, seen from the first.
    fn presence() -> Presence {
        let rows = vec![
            vec![cell(0, &[0], 0), cell(1, &[4], 4), cell(2, &[0], 0)],
            vec![cell(0, &[1], 0), cell(2, &[3], 2)],
            vec![cell(1, &[0], 0)],
            vec![cell(0, &[2], 0), cell(1, &[0], -2)],
        ];
        let is_only = rows.iter().map(|row| row.len() == 1).collect();
        Presence {
            base: 0,
            articles: 3,
            partly: vec![Vec::new(); rows.len()],
            unlacked: vec![Vec::new(); rows.len()],
            by_way_alone: vec![Vec::new(); rows.len()],
            is_in_all: rows.iter().map(|row| row.len() == 3).collect(),
            is_telling: vec![true; rows.len()],
            is_only,
            rows,
        }
    }

    #[test]
    fn a_filter_shows_what_it_says() {
        for (filter, shown) in [
            (Filter::Everything, vec![0, 1, 2, 3]),
            (Filter::InAll, vec![0]),
            (Filter::InSome, vec![1, 3]),
            (Filter::OnlyIn(1), vec![2]),
            (Filter::OnlyIn(0), vec![]),
            (Filter::NotIn(1), vec![1]),
            (Filter::NotIn(2), vec![2, 3]),
            (Filter::NotInAny([1, 2].into_iter().collect()), vec![]),
            (Filter::NotInAny([0, 2].into_iter().collect()), vec![2]),
            (Filter::MovedBy(1), vec![0, 1, 3]),
            (Filter::MovedBy(2), vec![0]),
            (Filter::MovedBy(4), vec![]),
        ] {
            assert_eq!(presence().shown(filter), shown, "{filter:?}");
        }
    }

    #[test]
    fn what_came_by_way_of_others_alone_is_in_some() {
        let mut presence = presence();
        (presence.by_way_alone[0], presence.is_in_all[0]) = (vec![2], false);
        assert_eq!(presence.shown(Filter::InAll), [0; 0]);
        assert_eq!(presence.shown(Filter::InSome), [0, 1, 3]);
        assert_eq!(presence.in_all_by_way(), 1);
        assert_eq!([1, 2].map(|article| presence.is_by_way_alone(0, article)), [false, true]);
    }

    #[test]
    fn a_cell_is_found_by_its_article() {
        let presence = presence();
        assert_eq!(presence.cell(1, 2), Some(&cell(2, &[3], 2)));
        assert_eq!(presence.cell(1, 1), None);
        assert_eq!(presence.cell(4, 0), None);
        assert!(!presence.is_shown(4, Filter::Everything), "there is no such passage");
    }
}
