//! Where in the rows the reader is.
//!
//! Each pane has a [`Viewport`]: the *cursor*, a row, and the *top*, the first row on the screen. Scrolling moves both, so
//! that the eye stays where it was:
//!
//! ```text
//!      top ─►  A system that makes it normal     │ 5 ~ 3 │  A system that makes it
//!              for the masses …                  │       │  “normal” …
//!   cursor ─►  The call to popularise            ◀ 6 ~ 7 │  The call to popularize
//! ```
//!
//! As long as the panes are locked the two are the same.

use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

use crate::diff::Spot;
use crate::layout::stops::Stop;
use crate::pair::{Pair, Side};
use crate::story::Story;
use crate::tui::state::{SideBlock, StoryBlock};

/// Holds where the reader is.
#[derive(Debug)]
pub struct Position {
    /// The side that the cursor is on and keys act on: in one column that of its row.
    pub focus: Side,
    /// Where in the rows each pane is.
    pub viewports: Pair<Viewport>,
    /// The stop that the reader halted at, by index, until they move on.
    pub stop: Option<usize>,
    /// The marked run that the reader halted at, until they move on.
    pub run: Option<Stop>,
    /// Whether what the reader halted at led into the other pane.
    pub has_crossed: bool,
    /// What answers the line at the cursor.
    pub answer: Option<Answer>,
    /// What is related to the block at the cursor.
    pub related: Option<RelatedHere>,
    /// What hops between outlets take along.
    pub carried: Option<Carried>,
    /// Where the reader was before each jump.
    pub trail: Trail,
}

impl Default for Position {
    fn default() -> Self {
        Self {
            focus: Side::Left,
            viewports: Pair::default(),
            stop: None,
            run: None,
            has_crossed: false,
            answer: None,
            related: None,
            carried: None,
            trail: Trail::default(),
        }
    }
}

/// A paragraph that the reader was at before they began to hop between outlets: each next hop goes to what answers it, also through an
/// outlet that has nothing of it, until they move on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The paragraph.
    pub at: StoryBlock,
    /// The byte of it that they were at.
    pub byte: usize,
    /// Its distance in rows from the first row on the screen.
    pub depth: usize,
    /// The two outlets, by index, after the last hop.
    pub shown: Pair<usize>,
    /// The row where that led to.
    pub cursor: usize,
}

/// Where in the rows a pane is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Viewport {
    /// The first row on the screen.
    pub top: usize,
    /// The row that the reader is at.
    pub cursor: usize,
}

/// A place in the text that outlasts another width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The side of its block.
    pub side: Side,
    /// The band in which it stands, by index.
    pub band: usize,
    /// Its block, by index.
    pub block: usize,
    /// Its byte in the block.
    pub byte: usize,
    /// Its distance in rows from the first row on the screen.
    pub depth: usize,
}

/// The way back, and the way forth again after going back; as in a browser a new jump ends the latter.
#[derive(Debug, Default)]
pub struct Trail {
    /// Where the reader was before each jump, the last one at the end.
    pub back: VecDeque<Jump>,
    /// Where the reader was before going back, the last one at the end.
    pub forth: Vec<Jump>,
}

/// What was shown before a jump, and where the reader was in it.
#[derive(Clone, Debug)]
pub struct Jump {
    /// The story that was open.
    pub story: Arc<Story>,
    /// The articles on the screen, by index.
    pub shown: Pair<usize>,
    /// The pane in focus.
    pub focus: Side,
    /// The rows that each pane was at; they hold as long as the same text stands there.
    pub viewports: Pair<Viewport>,
    /// The text that each pane was at.
    pub anchors: Pair<Option<Anchor>>,
}

impl PartialEq for Jump {
    fn eq(&self, other: &Self) -> bool {
        let place = |jump: &Self| (jump.shown, jump.focus, jump.viewports, jump.anchors);
        Arc::ptr_eq(&self.story, &other.story) && place(self) == place(other)
    }
}

impl Eq for Jump {}

/// Where the reader was: to the row as long as the screen keeps its size, else to the place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bookmark {
    /// The columns and rows of the screen.
    pub size: (u16, u16),
    /// The pane in focus.
    pub focus: Side,
    /// The stop that the reader halted at.
    pub stop: Option<usize>,
    /// The rows that each pane was at.
    pub viewports: Pair<Viewport>,
    /// The text that each pane was at.
    pub anchors: Pair<Option<Anchor>>,
}

/// What is related to the block that the reader is at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelatedHere {
    /// The block.
    pub at: SideBlock,
    /// The blocks of the other side, each with the rarest words in common, or runs of them; there is at least one.
    pub hints: Vec<(usize, Vec<String>)>,
}

/// A stretch of a side that answers what the reader is at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The side.
    pub side: Side,
    /// Where it stands there.
    pub spot: Spot,
}

impl Answer {
    /// Returns whether bytes of a block of a side are part of it.
    #[must_use]
    pub fn meets(&self, side: Side, block: usize, bytes: &Range<usize>) -> bool {
        self.side == side && (block, bytes.start) < self.spot.end && self.spot.start < (block, bytes.end)
    }
}
