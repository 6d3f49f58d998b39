//! Which pairs of a story a page has, and where what a cell opens is on it.
//!
//! ```text
//!     (C, A) at a block of C      ─►  #a-c-c6        each two articles have one section
//!     (B, C)                      ─►  no link        where only the pairs of A are on the page
//! ```

use std::collections::HashSet;

use super::anchors::Anchors;
use crate::letters::letter;
use crate::pages::{Target, TargetPlace};
use crate::pair::{Pair, Side};
use crate::story::parallel_pairs::every_pair;

/// How many articles are set beside each other, every two of them; of more, one is set beside each of the others.
const MOST: usize = 12;

/// Holds the pairs of a page.
#[derive(Clone, Debug)]
pub(super) struct Sections {
    /// The pairs, in the order of the page.
    pub pairs: Vec<Pair<usize>>,
    known: HashSet<(usize, usize)>,
}

impl Sections {
    /// Chooses among so many articles: every two of them; those with one, by index, if that is named or they are many.
    pub(super) fn new(articles: usize, named: Option<usize>, base: usize) -> Self {
        let one = named.or_else(|| (articles > MOST).then_some(base));
        let pairs: Vec<Pair<usize>> = match one {
            Some(one) => (0..articles).filter(|&other| other != one).map(|other| Pair::new(one, other)).collect(),
            None => every_pair(articles),
        };
        let known = pairs.iter().map(|pair| (pair.left, pair.right)).collect();
        Self { pairs, known }
    }

    /// Tells whether every two of so many articles are among them.
    pub(super) fn are_all(&self, articles: usize) -> bool {
        self.pairs.len() * 2 == articles * articles.saturating_sub(1)
    }

    /// Returns a link to what a cell opens; `None` if that pair is not on the page.
    pub(super) fn link(&self, target: Target) -> Option<String> {
        let Pair { left, right } = target.pair;
        let is_swapped = !self.known.contains(&(left, right));
        let pair = if is_swapped { target.pair.swap() } else { target.pair };
        let has = self.known.contains(&(pair.left, pair.right));
        let anchors = Anchors::of_pair(pair.map(letter));
        let side = |side: Side| if is_swapped { side.other() } else { side };
        has.then(|| match target.at {
            TargetPlace::Start | TargetPlace::FirstSharedRun(_) => format!("#{}", anchors.section()),
            TargetPlace::Block(of, block) | TargetPlace::Words(of, block, _) => anchors.to_block(side(of), block),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(sections: &Sections) -> [Option<String>; 3] {
        let target = |left, right, at| Target { pair: Pair::new(left, right), at, folding: None };
        let targets = [
            target(0, 1, TargetPlace::Start),
            target(2, 0, TargetPlace::Block(Side::Left, 5)),
            target(1, 2, TargetPlace::Words(Side::Right, 0, 7)),
        ];
        targets.map(|target| sections.link(target))
    }

    #[test]
    fn what_a_cell_opens_has_one_place_whichever_side_it_is_on() {
        let expected = ["#a-b", "#a-c-c6", "#b-c-c1"].map(|link| Some(link.to_owned()));
        assert_eq!(links(&Sections::new(3, None, 0)), expected);
    }

    #[test]
    fn what_is_not_on_the_page_has_no_link() {
        let of_last = Sections::new(3, Some(2), 0);
        assert_eq!(links(&of_last), [None, Some("#c-a-c6".to_owned()), Some("#c-b-c1".to_owned())]);
        assert!(!of_last.are_all(3) && Sections::new(3, None, 0).are_all(3));
    }

    #[test]
    fn of_many_articles_the_pairs_grow_with_their_number() {
        let count = |articles| Sections::new(articles, None, 4).pairs.len();
        assert_eq!([2, MOST, MOST + 1, 500].map(count), [1, MOST * (MOST - 1) / 2, MOST, 499]);
    }
}
