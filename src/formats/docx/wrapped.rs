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
use crate::draft::{Draft, DraftBlock, Unused};
use crate::formats::line_breaks::ends_sentence;
use crate::formats::text;

/// The narrowest and the widest measure that text is wrapped at, in columns.
const MEASURES: std::ops::RangeInclusive<usize> = 40..=104;

/// The fewest full lines that surely go on.
const SURE: usize = 3;

/// What came of paragraphs that are lines, beside their blocks.
#[derive(Debug, Default)]
pub(super) struct Joined {
    /// How many were.
    lines: usize,
    /// What there is to say of what was put right in them.
    remarks: Vec<String>,
}

impl Joined {
    /// Says that, and how many there were.
    pub(super) fn remarks(self) -> impl Iterator<Item = String> {
        let count = (self.lines > 0).then(|| format!("{} paragraphs that were lines joined", self.lines));
        count.into_iter().chain(self.remarks)
    }
}

/// Joins the paragraphs that are lines.
///
/// Cost: linear in the text.
pub(super) fn join(found: &mut Found) -> Joined {
    let blocks = std::mem::take(&mut found.blocks);
    let mut gaps = found.gaps.iter().copied().peekable();
    let mut chunks = found.chunks.iter_mut().peekable();
    let mut joined = Joined::default();
    let mut stretch = Stretch::default();
    for (k, block) in blocks.into_iter().enumerate() {
        let mut is_below_gap = false;
        while gaps.next_if(|&gap| gap <= k).is_some() {
            is_below_gap = true;
        }
        let is_line = block.kind.is_none() && block.text.width() <= *MEASURES.end();
        if !is_line || chunks.peek().is_some_and(|(at, _)| *at <= k) {
            stretch.end(&mut found.blocks, &mut joined);
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
    stretch.end(&mut found.blocks, &mut joined);
    chunks.for_each(|(at, _)| *at = found.blocks.len());
    joined
}

/// Paragraphs that may be lines, each with whether an empty one stands above it.
#[derive(Default)]
struct Stretch {
    lines: Vec<(bool, DraftBlock)>,
}

impl Stretch {
    /// Adds what it comes to.
    fn end(&mut self, blocks: &mut Vec<DraftBlock>, joined: &mut Joined) {
        let lines = std::mem::take(&mut self.lines);
        let line = |(is_below_gap, line): &(bool, DraftBlock)| {
            format!("{}{}\n", if *is_below_gap { "\n" } else { "" }, line.text)
        };
        let draft = is_wrapped(&lines).then(|| text::read(&lines.iter().map(line).collect::<String>()));
        // What stands above the text is stated there, and would be lost here.
        let Some(draft) = draft.filter(|draft| !states_anything(draft) && draft.blocks.len() < lines.len()) else {
            blocks.extend(lines.into_iter().map(|(_, line)| line));
            return;
        };
        joined.lines += lines.len();
        joined.remarks.extend(draft.remarks);
        blocks.extend(draft.blocks);
    }
}

/// Tells whether a text states anything of itself, or has more than blocks.
fn states_anything(draft: &Draft) -> bool {
    let Draft {
        outlet,
        title,
        byline,
        date,
        language,
        address,
        is_mail,
        is_paid: _,
        others: _,
        unused,
        remarks: _,
        blocks: _,
        left_out,
    } = draft;
    let fields = [outlet, title, byline, date, language, address];
    fields.iter().any(|field| field.is_some()) || *is_mail || *unused != Unused::default() || !left_out.is_empty()
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
