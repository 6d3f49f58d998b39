//! What stands around marked wording where marks are signs.
//!
//! ```text
//!     worth [41] million      _Defence_ of the state      (=was signed on Monday by the mayor=B¶7)
//! ```
//!
//! All of it is ASCII but the sign of a block, since it becomes part of the text before that is wrapped.

use std::ops::Range;

use crate::elsewhere::Elsewhere;
use crate::pair::{Pair, Side};

/// Gives the brackets around wording that one side has alone.
pub const BRACKETS: Pair<[&str; 2]> = Pair::new(["[", "]"], ["{", "}"]);

/// Gives what stands around what differs in case, punctuation or spelling alone.
pub const SMALL: [&str; 2] = ["_", "_"];

/// Gives the same where both sides are woven into one text.
pub(super) const SMALL_WOVEN: Pair<[&str; 2]> = Pair::new(["[_", "_]"], ["{_", "_}"]);

/// Gives the brackets around what moved within its link.
pub const MOVED: [&str; 2] = ["<", ">"];

/// Gives the brackets around what stands elsewhere in the other article, where its place is not named.
pub const ELSEWHERE: [&str; 2] = ["(=", "=)"];

/// Holds how brackets name blocks.
#[derive(Clone, Copy, Debug)]
pub struct BlockNotation<'n> {
    /// The letters of the articles.
    pub letters: &'n Pair<String>,
    /// The sign before a block's number.
    pub sign: &'n str,
}

impl BlockNotation<'_> {
    /// Returns what closes a stretch of a block that stands elsewhere, with where that is: `=B¶5,7)`. The first run
    /// that begins within the stretch tells.
    ///
    /// Cost: logarithmic in the runs.
    #[must_use]
    pub fn closing(self, elsewhere: &Elsewhere, side: Side, block: usize, stretch: &Range<usize>) -> String {
        let Some(run) = elsewhere.first_within(side, block, stretch) else { return ELSEWHERE[1].to_owned() };
        let numbers = run.at.iter().map(|block| (block + 1).to_string()).collect::<Vec<_>>().join(",");
        format!("={}{}{numbers})", self.letters[side.other()], self.sign)
    }
}
