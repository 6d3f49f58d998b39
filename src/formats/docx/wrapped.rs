//! Paragraphs that are lines: text of a PDF, as it was pasted.
//!
//! ```text
//!     <w:p>The council voted on Tuesday night to build</w:p>       full: the next word had no room
//!     <w:p>the fourth line, ending a dispute that has run</w:p>    begins with a small letter: goes on
//!     <w:p>for nine years.</w:p>
//! ```
//!
//! Whether they are is told by the lines of a stretch that do so; what belongs together is then told as of plain text.

use unicode_width::UnicodeWidthStr;

use super::body::Found;
use crate::draft::{Draft, DraftBlock};
use crate::formats::line_breaks::ends_sentence;
use crate::formats::text;

/// The narrowest and the widest measure that text is wrapped at, in columns.
const MEASURES: std::ops::RangeInclusive<usize> = 40..=104;

/// The fewest full lines that surely go on.
const SURE: usize = 3;

/// Joins the paragraphs that are lines, and returns how many were.
///
/// Cost: linear in the text.
pub(super) fn join(found: &mut Found) -> usize {
    let blocks = std::mem::take(&mut found.blocks);
    let mut gaps = found.gaps.iter().copied().peekable();
    let mut chunks = found.chunks.iter_mut().peekable();
    let mut joined = 0;
    let mut stretch = Stretch::default();
    for (k, block) in blocks.into_iter().enumerate() {
        let mut is_below_gap = false;
        while gaps.next_if(|&gap| gap <= k).is_some() {
            is_below_gap = true;
        }
        let is_line = block.kind.is_none() && block.text.width() <= *MEASURES.end();
        if !is_line || chunks.peek().is_some_and(|(at, _)| *at <= k) {
            joined += stretch.end(&mut found.blocks);
        }
        while let Some((at, _)) = chunks.next_if(|(at, _)| *at <= k) {
            *at = found.blocks.len();
        }
        if is_line {
            stretch.lines.push((is_below_gap, block));
        } else {
            found.blocks.push(block);
        }
    }
    joined += stretch.end(&mut found.blocks);
    chunks.for_each(|(at, _)| *at = found.blocks.len());
    joined
}

/// Paragraphs that may be lines, each with whether an empty one stands above it.
#[derive(Default)]
struct Stretch {
    lines: Vec<(bool, DraftBlock)>,
}

impl Stretch {
    /// Adds what it comes to, and returns how many paragraphs were lines.
    fn end(&mut self, blocks: &mut Vec<DraftBlock>) -> usize {
        let lines = std::mem::take(&mut self.lines);
        if !is_wrapped(&lines) {
            blocks.extend(lines.into_iter().map(|(_, line)| line));
            return 0;
        }
        let line = |(is_below_gap, line): &(bool, DraftBlock)| {
            format!("{}{}\n", if *is_below_gap { "\n" } else { "" }, line.text)
        };
        let draft = text::read(&lines.iter().map(line).collect::<String>());
        // What stands above the text is stated there, and would be lost here.
        if (Draft { blocks: Vec::new(), remarks: Vec::new(), ..draft.clone() }) != Draft::default() {
            blocks.extend(lines.into_iter().map(|(_, line)| line));
            return 0;
        }
        let count = lines.len() - draft.blocks.len().min(lines.len());
        blocks.extend(draft.blocks);
        if count > 0 { lines.len() } else { 0 }
    }
}

/// Tells whether paragraphs are lines of wrapped text: most of those that stop within a sentence have no room for the next word.
fn is_wrapped(lines: &[(bool, DraftBlock)]) -> bool {
    let measure = lines.iter().map(|(_, line)| line.text.width()).max().unwrap_or(0);
    let goes_on = |two: &&[(bool, DraftBlock)]| {
        let (line, (is_below_gap, next)) = (&two[0].1.text, &two[1]);
        !is_below_gap && !ends_sentence(line) && next.text.starts_with(char::is_lowercase)
    };
    let is_full = |two: &&[(bool, DraftBlock)]| {
        let first = two[1].1.text.split(' ').next().unwrap_or("");
        two[0].1.text.width() + 1 + first.width() > measure
    };
    let open = lines.windows(2).filter(goes_on).count();
    let full = lines.windows(2).filter(|two| goes_on(two) && is_full(two)).count();
    MEASURES.contains(&measure) && full >= SURE && full * 4 >= open * 3
}
