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

/// Knows the pairs of a page.
#[derive(Clone, Debug)]
pub(super) struct Sections {
    known: HashSet<(usize, usize)>,
}

impl Sections {
    /// Gives each of some pairs a section.
    pub(super) fn new(pairs: &[Pair<usize>]) -> Self {
        Self { known: pairs.iter().map(|pair| (pair.left, pair.right)).collect() }
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
            TargetPlace::Both(of, places) => anchors.to_block(side(of), places[of].0),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::StoryScope;

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
        assert_eq!(links(&Sections::new(&StoryScope::All.pairs(3))), expected);
    }

    #[test]
    fn what_is_not_on_the_page_has_no_link() {
        let of_last = Sections::new(&StoryScope::With(Side::Left, 2).pairs(3));
        assert_eq!(links(&of_last), [None, Some("#c-a-c6".to_owned()), Some("#c-b-c1".to_owned())]);
    }
}
