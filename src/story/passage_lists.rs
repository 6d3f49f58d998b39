//! Which of an article's passages stand where else.
//!
//! ```text
//!     in all            3      ¶4 ¶7 ¶9
//!     only here         4      ¶11 ¶12 ¶13 ¶14
//!     not found in B    6      ¶5 ¶11 …
//!     not found in C   12      …
//! ```

use std::ops::Range;

use super::{Passage, Passages, Story};

/// Holds passages of an article that have something in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassageList {
    /// What that is.
    pub which: ListKind,
    /// For each of them the article's block that it begins with, from 0, ascending.
    pub blocks: Vec<usize>,
    /// For each of what is less than a block, where in that it stands, in bytes; empty for passages.
    pub ranges: Vec<Range<usize>>,
}

/// Says what passages of an article have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListKind {
    /// Every article has them: linked with the blocks here, or with some of their wording.
    InAll,
    /// No other article has them.
    OnlyHere,
    /// This one has not.
    NotIn(usize),
    /// What is quoted here and in no other article.
    QuotedHere,
    /// Who is named here and in no other article.
    NamedHere,
}

impl ListKind {
    /// Returns the other article of which something is said; `None` if it is of any.
    #[must_use]
    pub const fn other(self) -> Option<usize> {
        match self {
            Self::NotIn(other) => Some(other),
            Self::InAll | Self::OnlyHere | Self::QuotedHere | Self::NamedHere => None,
        }
    }
}

/// Lists the passages of a story that blocks of one of its articles are at home in: in all, only here, and for each other article
/// those not found there. Of what is in all each passage is listed once; else of a passage's blocks each stretch of neighbours is of
/// which that is so.
///
/// Cost: linear in its passages times the articles.
#[must_use]
pub fn passage_lists(story: &Story, passages: &Passages, of: usize) -> Vec<PassageList> {
    let articles = story.articles().len();
    let own: Vec<&Passage> = passages.passages.iter().filter(|passage| passage.is_home(of)).collect();
    let others = (0..articles).filter(|&other| other != of).map(ListKind::NotIn);
    let list = |which: ListKind| {
        let is_in = |having: &Passage| match which {
            ListKind::InAll => Passages::is_in_all(story, having, of),
            ListKind::OnlyHere => passages.is_only_in(having, of),
            ListKind::NotIn(other) => passages.is_not_in(having, other),
            ListKind::QuotedHere | ListKind::NamedHere => false,
        };
        let is_left = |&block: &usize| which == ListKind::InAll || passages.is_left(of, block, which.other());
        let listed = own.iter().filter(|passage| is_in(passage)).flat_map(|passage| {
            let blocks: Vec<usize> = passage.in_article(of).iter().copied().filter(is_left).collect();
            let mut stretches = first_of_neighbours(&blocks);
            if which == ListKind::InAll {
                stretches.truncate(1);
            }
            stretches
        });
        let mut blocks: Vec<usize> = listed.collect();
        blocks.sort_unstable();
        PassageList { which, blocks, ranges: Vec::new() }
    };
    [ListKind::InAll, ListKind::OnlyHere].into_iter().chain(others).map(list).collect()
}

/// Returns the first block of each stretch of neighbours.
fn first_of_neighbours(blocks: &[usize]) -> Vec<usize> {
    let stretches = blocks.chunk_by(|one, next| next - one == 1);
    stretches.filter_map(|stretch| stretch.first().copied()).collect()
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
        let lists = passage_lists(&story, &Passages::new(&story), 0);
        let lists: Vec<(ListKind, &[usize])> = lists.iter().map(|list| (list.which, &*list.blocks)).collect();
        let expected: [(ListKind, &[usize]); 4] = [
            (ListKind::InAll, &[0]),
            (ListKind::OnlyHere, &[2]),
            (ListKind::NotIn(1), &[2]),
            (ListKind::NotIn(2), &[1, 2]),
        ];
        assert_eq!(lists, expected);
    }

    #[test]
    fn a_headline_stands_opposite_those_of_the_others() {
        let texts = [
            "Harbour ferries stay in port\n\nA retired captain keeps bees behind the lighthouse and sells their honey.",
            "Council votes for new boats\n\nThree boats were withdrawn in March after cracks were found in their hulls.",
            "Nobody came to the inn where the clerk used to sit and wait for the mail to be read.",
        ];
        let story = Story::new("-", texts.iter().map(|text| Article::read("-", text)).collect());
        let lists = passage_lists(&story, &Passages::new(&story), 0);
        let blocks: Vec<&[usize]> = lists.iter().map(|list| &*list.blocks).collect();
        // The last one has no headline, and so has not this one.
        assert_eq!(blocks, [&[][..], &[1], &[1], &[0, 1]]);
    }
}
