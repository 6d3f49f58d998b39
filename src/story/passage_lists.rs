//! Which of an article's passages stand where else.
//!
//! ```text
//!     in all            3      ¶4 ¶7 ¶9
//!     only here         4      ¶11 ¶12 ¶13 ¶14
//!     not found in B    6      ¶5 ¶11 …
//!     not found in C   12      …
//! ```

use super::Passages;

/// Holds passages of an article that have something in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassageList {
    /// What that is.
    pub which: ListKind,
    /// For each of them the article's block that it begins with, from 0, ascending.
    pub blocks: Vec<usize>,
}

/// Says what passages of an article have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListKind {
    /// Every article has them.
    InAll,
    /// No other article has them.
    OnlyHere,
    /// This one has not.
    NotIn(usize),
}

/// Lists the passages of one of so many articles: in all, only here, and for each other article those not found there.
///
/// Cost: linear in its passages times the articles.
#[must_use]
pub fn passage_lists(passages: &Passages, articles: usize, of: usize) -> Vec<PassageList> {
    let own = passages.passages.iter().filter_map(|passage| Some((*passage.in_article(of).first()?, passage)));
    let mut own: Vec<_> = own.collect();
    own.sort_by_key(|(block, _)| *block);
    let others = (0..articles).filter(|&other| other != of).map(ListKind::NotIn);
    let list = |which: ListKind| {
        let is_in = |having: &super::Passage| match which {
            ListKind::InAll => having.blocks.len() == articles,
            ListKind::OnlyHere => passages.is_only_in(having, of),
            ListKind::NotIn(other) => passages.is_not_in(having, other),
        };
        let blocks = own.iter().filter(|(_, passage)| is_in(passage)).map(|(block, _)| *block);
        PassageList { which, blocks: blocks.collect() }
    };
    [ListKind::InAll, ListKind::OnlyHere].into_iter().chain(others).map(list).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::story::Story;

    #[test]
    fn every_passage_is_in_the_lists_that_fit() {
        let all = "The council voted eleven to four for the order on Monday evening.";
        let two = "Three boats were withdrawn in March after cracks were found in their hulls.";
        let one = "A retired captain keeps bees behind the lighthouse and sells their honey.";
        let texts = [[all, two, one].join("\n"), [two, all].join("\n"), all.to_owned()];
        let story = Story::new("-", texts.iter().map(|text| Article::read("-", text)).collect());
        let lists = passage_lists(&Passages::new(&story), 3, 0);
        let lists: Vec<(ListKind, &[usize])> = lists.iter().map(|list| (list.which, &*list.blocks)).collect();
        let expected: [(ListKind, &[usize]); 4] = [
            (ListKind::InAll, &[0]),
            (ListKind::OnlyHere, &[2]),
            (ListKind::NotIn(1), &[2]),
            (ListKind::NotIn(2), &[1, 2]),
        ];
        assert_eq!(lists, expected);
    }
}
