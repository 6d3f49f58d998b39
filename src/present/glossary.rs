//! What the words, numbers and signs around the text mean: tabs, heads, the ruler, the last line.
//!
//! ```text
//!      ferry                  [1 A Coast Wire 70%]     a tab
//!     ▸A Coast Wire        2026-06-16 · 352 w · 63 % in B, 5 % quoted      a head
//!      A¶2 of 14 · difference 3 of 22                  the last line
//! ```
//!
//! The help is made of it. What is drawn there is written by others; a test of the screen holds that each of its words is
//! explained here.

use super::Sign;

/// Holds what stands around the text, and what it means.
type Entry = (&'static str, &'static str);

/// What stands in the tabs and in the heads of the panes.
pub const HEADS: [Entry; 13] = [
    ("at the left", "of the tabs: the name of the story"),
    ("1 A", "a tab: the key that brings the outlet into the pane in focus, and its letter"),
    ("70%", "in a tab: so many of that outlet's words stand in the outlet in focus too, in runs of five and more"),
    ("2~B 4⊏D 5–E", "in a tab: what that outlet has of the block in focus, by its sign; – is not found there"),
    ("+2", "left of the tabs: so many outlets more, for whose tabs there is no room"),
    ("7×", "in a tab: so many matches there, if the whole story is searched"),
    ("[ ] ( )", "around a tab: in the pane in focus, which digits fill; in the other one"),
    ("▸", "in a head: the pane in focus, which keys act on"),
    ("2026-06-16", "the date, as the report states it"),
    ("342 w", "words of its paragraphs, without datelines"),
    ("63 % in B", "so many of them stand in B too, in runs of five and more"),
    ("5 % quoted", "so many stand in such runs that are inside quotation marks here"),
    ("A¶3", "block 3 of A: every paragraph and headline is a block, and counts from 1"),
];

/// What stands in the last line.
pub const LAST_LINE: [Entry; 16] = [
    ("A¶2 of 14", "the block at the cursor, and how many its article has"),
    ("above: A¶2", "nothing of A stands on this screen: the block is above it, or below"),
    ("difference 3 of 22", "the stop that you are at, of so many"),
    ("now in B", "the stop is in B alone, which has the focus now: digits fill its pane"),
    ("edited: B¶6", "the blocks at the cursor are linked, and how alike they are"),
    ("moved: B¶6", "they are, and it has its own place elsewhere"),
    ("by hand", "you set the two opposite"),
    ("A¶3 marked", "the key that marked it sets it opposite a block of the other side"),
    ("only in A", "the wording at the stop is in A alone"),
    ("not found in B", "the block at the stop is in no link"),
    ("also at B¶5", "wording at the cursor stands in another block there"),
    ("related to B¶4", "a hint: what both have in common follows"),
    ("Enter home", "at an echo: the key leads to the block's own place"),
    ("Enter there", "at a move: it leads to the other one's own place"),
    ("not found there", "after a hop: that outlet has nothing of the block that you came from"),
    ("one column", "the screen is too narrow for two; how many columns these need follows"),
];

/// Returns what stands in the panes beside the text, and at its edge.
#[must_use]
pub fn around() -> Vec<(String, &'static str)> {
    let sign = |sign: Sign| sign.sign().to_owned();
    vec![
        (sign(Sign::Filler), "filler: the other side is longer here"),
        (sign(Sign::End), "the end of an article"),
        ("3 │ 4".to_owned(), "in the gutter: these stand beside each other and are not linked"),
        (
            "3   4".to_owned(),
            "without a sign: headlines, the next block of a link, or a byline, caption or line of the page",
        ),
        (
            format!("A 3 {}", Sign::Edited.sign()),
            "before a line, in one column: its article (none: it is of both), its block and the sign",
        ),
        ("▸ 3 blocks, ¶5–7".to_owned(), "a fold: what is alike, or alone, in a line"),
        (format!("{} 3", Sign::ByHand.sign()), "before a number: marked, to be set opposite another block"),
        ("…".to_owned(), "cut: there is more than there is room for"),
        ("┐ ┘ └ ┌ ┤ ├".to_owned(), "around what stands level with the cursor"),
        ("▏ ▕".to_owned(), "along it, where no ground sets it off"),
        ("◀ ▶".to_owned(), "the row that you are at, in the pane in focus"),
        (
            format!("{} < >", Sign::Edited.sign()),
            "on the ruler at the edge: words differ; one side has something alone; nothing: all is the same",
        ),
        ("█".to_owned(), "the scrollbar: what is in sight"),
    ]
}
