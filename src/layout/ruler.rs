//! The whole beside the scrollbar: what stands at each row of the screen's height.
//!
//! ```text
//!     rows of the layout                ruler
//!     edited   edited                   ~   ┐
//!     edited   edited                       │ of several rows the most telling thing;
//!     alike    alike              ─►    <   │ what is alike leaves its place empty
//!     alone                                 │
//!     echo     moved                    ↕   ┘
//! ```

use super::{Bands, BlockStatus, Layout, RowCell};
use crate::article::Article;
use crate::comparison::Comparison;
use crate::pair::{Pair, Side};

/// Says what stands at a row of the ruler.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Notch {
    /// Nothing to tell: the same words, or no text.
    #[default]
    Alike,
    /// Linked blocks whose words differ.
    Differs,
    /// What moved, at its home or as an echo.
    Moved,
    /// What one side has alone.
    Only(Side),
    /// What either side has alone.
    Both,
}

/// Sums the rows of a layout up to so many notches. Cost: linear in the rows.
#[must_use]
pub fn ruler(
    articles: Pair<&Article>,
    comparison: &Comparison,
    bands: &Bands,
    layout: &Layout,
    height: usize,
) -> Vec<Notch> {
    let rows = layout.rows.len().max(height).max(1);
    let mut tallies = vec![RulerTally::default(); height];
    for (index, row) in layout.rows.iter().enumerate().filter(|_| height > 0) {
        let tally = &mut tallies[index * height / rows];
        for side in Side::BOTH {
            let block = match row.cells[side] {
                RowCell::Text { index, .. } => bands.bands[row.band].placed[side].get(index).map(|cell| cell.block),
                RowCell::Fold { first, .. } => Some(first),
                RowCell::Named { block } => Some(block),
                RowCell::Woven { paragraph, .. } => bands.bands[row.band]
                    .link
                    .and_then(|link| comparison.links[link].blocks.left.get(paragraph).copied()),
                _ => None,
            };
            if let Some(block) = block {
                tally.add(side, BlockStatus::new(articles, comparison, side, block));
            }
        }
    }
    tallies.into_iter().map(RulerTally::notch).collect()
}

/// How many row cells stand how.
#[derive(Clone, Copy, Default)]
struct RulerTally {
    differs: usize,
    moved: usize,
    only: Pair<usize>,
}

impl RulerTally {
    fn add(&mut self, side: Side, status: BlockStatus) {
        match status {
            BlockStatus::Aside | BlockStatus::Alike | BlockStatus::Again => {}
            BlockStatus::Differs | BlockStatus::Partly => self.differs += 1,
            BlockStatus::Moved => self.moved += 1,
            BlockStatus::Alone => self.only[side] += 1,
        }
    }

    /// Returns the notch: what moved or stands alone tells more than what differs, and of the two that which fills
    /// more.
    fn notch(self) -> Notch {
        let Pair { left, right } = self.only;
        // What moved fills both sides, what stands alone one.
        if self.moved > 0 && self.moved >= 2 * (left + right) {
            return Notch::Moved;
        }
        match (left > 0, right > 0) {
            (true, true) => Notch::Both,
            (true, false) => Notch::Only(Side::Left),
            (false, true) => Notch::Only(Side::Right),
            (false, false) if self.differs > 0 => Notch::Differs,
            (false, false) => Notch::Alike,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Arrangement, Folds, RowSetup, Texts};
    use crate::story::Story;
    use crate::wrap::Ambiguous;

    const LEFT: &str = "The ferries were withdrawn in March after cracks were found in their hulls.\n\
        The council voted eleven to four for the order, and two members stayed away.\n\
        A retired captain keeps bees behind the lighthouse.\n\
        The first new boat is promised before the winter, the second one next spring.";

    const RIGHT: &str = "The first new boat is promised before the winter, the second one next summer.\n\
        The ferries were withdrawn in March after cracks were found in their hulls.\n\
        The council voted eleven to four for the order, and three members stayed away.";

    /// Returns the ruler of the two as signs, at so many rows.
    fn drawn(height: usize) -> String {
        let articles = vec![Article::read("a", LEFT), Article::read("b", RIGHT)];
        let story = Story::new("", articles);
        let places = Pair::new(0, 1);
        let (articles, comparison) = (story.pair(places), story.compare(places));
        let bands = Bands::new(&comparison, articles.map(|article| article.blocks.len()));
        let folds = Folds::default();
        let measures = Pair::new(90, 90);
        let (arrangement, ambiguous) = (Arrangement::Facing, Ambiguous::Narrow);
        let setup = RowSetup { arrangement, measures, folds: &folds, small: true, brackets: None, ambiguous };
        let layout = Layout::new(&bands, &comparison, Texts::new(articles), setup);
        let sign = |notch| match notch {
            Notch::Alike => ' ',
            Notch::Differs => '~',
            Notch::Moved => '↕',
            Notch::Only(Side::Left) => '<',
            Notch::Only(Side::Right) => '>',
            Notch::Both => '◇',
        };
        ruler(articles, &comparison, &bands, &layout, height).into_iter().map(sign).collect()
    }

    #[test]
    fn each_row_by_what_tells_the_most() {
        // An echo and its home, what is alike, what differs, what is alone, the moved one at its other home; rows
        // without text between them.
        assert_eq!(drawn(12), "↕  ~  < ↕   ");
        assert_eq!(drawn(5), "↕~<↕ ");
        assert_eq!(drawn(1), "↕");
        assert_eq!(drawn(0), "");
    }

    #[test]
    fn what_fills_more_wins() {
        let notch = |differs, moved, left, right| RulerTally { differs, moved, only: Pair::new(left, right) }.notch();
        assert_eq!(notch(9, 0, 1, 0), Notch::Only(Side::Left));
        assert_eq!(notch(9, 2, 1, 0), Notch::Moved);
        assert_eq!(notch(0, 2, 3, 0), Notch::Only(Side::Left));
        assert_eq!(notch(0, 0, 3, 1), Notch::Both);
        assert_eq!(notch(1, 0, 0, 0), Notch::Differs);
        assert_eq!(notch(0, 0, 0, 0), Notch::Alike);
    }
}
