//! How a block stands to the other article, in one word.
//!
//! ```text
//!     A¶3 ───── B¶2      alike, differs        in the order that most words keep
//!     A¶4 ──╲
//!     A¶5    ╲─ B¶4      moved
//!     A¶6                alone
//! ```

use crate::article::Article;
use crate::comparison::{Comparison, Relation};
use crate::pair::{Pair, Side};

/// Says how a block stands to the other article; what tells more comes later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockStatus {
    /// Furniture, a byline or a caption that stands alone: it counts for nothing.
    Aside,
    /// Linked in order, the same words; headlines too.
    Alike,
    /// Linked in order, edited or reworded.
    Differs,
    /// In no link, but said again: what it says stands in another block, of its own article or of the other one.
    Again,
    /// In a link that moved.
    Moved,
    /// In no link, and part of its wording stands elsewhere in the other article.
    Partly,
    /// Not found on the other side.
    Alone,
}

impl BlockStatus {
    /// Returns how a block of a side stands.
    #[must_use]
    pub fn new(articles: Pair<&Article>, comparison: &Comparison, side: Side, block: usize) -> Self {
        let is_aside = || articles[side].blocks.get(block).is_some_and(|block| block.kind.is_aside());
        match comparison.link_of(side, block).map(|link| &comparison.links[link]) {
            None if is_aside() => Self::Aside,
            None if comparison.elsewhere.is_again(side, block) => Self::Again,
            None if !comparison.elsewhere.in_block(side, block).is_empty() => Self::Partly,
            None => Self::Alone,
            Some(link) if link.moved => Self::Moved,
            Some(link) => match link.relation {
                Relation::Verbatim | Relation::Headline => Self::Alike,
                Relation::Edited | Relation::Reworded => Self::Differs,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Story;

    #[test]
    fn every_block_has_the_status_that_tells_most() {
        let council = "The council voted eleven to four for the order on Monday evening.";
        let boats = "Three boats were withdrawn in March after cracks were found in their hulls.";
        let tickets = "Tickets will not rise before the spring, whatever the price of oil.";
        let changed = "Tickets will not rise before the autumn, whatever the price of oil.";
        let captain = "A retired captain keeps bees behind the lighthouse and sells their honey.";
        let left = [council, tickets, boats, captain, "Read more"].join("\n\n");
        let right = [boats, council, changed].join("\n\n");
        let story = Story::new("-", vec![Article::read("a", &left), Article::read("b", &right)]);
        let pair = Pair::new(0, 1);
        let (articles, comparison) = (story.pair(pair), story.compare(pair));
        let status = |side, block| BlockStatus::new(articles, &comparison, side, block);
        assert_eq!(
            [0, 1, 2, 3, 4].map(|block| status(Side::Left, block)),
            [BlockStatus::Alike, BlockStatus::Differs, BlockStatus::Moved, BlockStatus::Alone, BlockStatus::Aside]
        );
        assert_eq!(
            [0, 1, 2].map(|block| status(Side::Right, block)),
            [BlockStatus::Moved, BlockStatus::Alike, BlockStatus::Differs]
        );
        assert!(BlockStatus::Alone > BlockStatus::Moved && BlockStatus::Moved > BlockStatus::Differs);
    }
}
