//! Two sides of a link as one text, with what each has alone.
//!
//! ```text
//!     left     The contract, worth 41 million crowns, went to …
//!     right    The contract, worth 47 million, was given to …
//!     woven    The contract, worth [41] {47} million [crowns, went] {, was given} to …
//! ```
//!
//! What both have is set once, in the left's own letters; where they differ, the left's comes first. A paragraph of the
//! woven text is a block of the left; where the right begins a new block, a ¶ says so.

use std::ops::Range;

use super::brackets::{BRACKETS, BlockNotation, ELSEWHERE, MOVED, SMALL_WOVEN};
use crate::article::Article;
use crate::comparison::Link;
use crate::diff::{Change, Mark, Spot};
use crate::elsewhere::Elsewhere;
use crate::pair::{Pair, Side};

/// Where a new block of the right begins.
const PILCROW: &str = "¶";

/// Holds one paragraph of a woven link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Woven {
    /// Its text.
    pub text: String,
    /// Whose text it is, part by part; they join to it.
    pub parts: Vec<WovenPart>,
}

/// Holds a stretch of woven text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WovenPart {
    /// Where it stands in the woven text, in bytes.
    pub range: Range<usize>,
    /// Whose it is. What both have is the left's.
    pub side: Side,
    /// The block it comes from, and where in that block's text it begins.
    pub from: (usize, usize),
    /// Of what both have, the block of the right that has it, and where it begins there.
    pub on_right: Option<(usize, usize)>,
    /// What it is; `None` for spaces and signs between.
    pub mark: Option<Mark>,
}

/// Weaves a link's sides, a paragraph for each block of the left. Without `small` differences the left's spelling, case
/// and punctuation stand for both.
///
/// Cost: linear in the text and the segments.
#[must_use]
pub fn weave(link: &Link, articles: Pair<&Article>, small: bool) -> Vec<Woven> {
    let starts = link.blocks.as_ref().map(|blocks| (blocks[0], 0));
    let mut loom =
        Loom { link, articles, small, at: starts, next: Pair::new(0, 0), done: Vec::new(), open: Woven::default() };
    for shared in &link.wording.shared {
        loom.alone(Side::Left, shared.left.start);
        loom.alone(Side::Right, shared.right.start);
        loom.both(shared);
    }
    for side in Side::BOTH {
        let last = link.blocks[side].last().map_or((0, 0), |&block| (block, loom.text(side, block).len()));
        loom.alone(side, last);
    }
    loom.done.push(loom.open);
    loom.done
}

struct Loom<'l> {
    link: &'l Link,
    articles: Pair<&'l Article>,
    small: bool,
    /// How far each side is woven: block and byte.
    at: Pair<(usize, usize)>,
    /// The segment of each side that is next.
    next: Pair<usize>,
    done: Vec<Woven>,
    open: Woven,
}

impl<'l> Loom<'l> {
    fn text(&self, side: Side, block: usize) -> &'l str {
        &self.articles[side].blocks[block].text
    }

    /// Weaves what stands on one side alone up to a place.
    fn alone(&mut self, side: Side, to: (usize, usize)) {
        while self.at[side] < to {
            let segments = &self.link.wording.segments[side];
            let (block, byte) = self.at[side];
            let end_of_block = self.text(side, block).len();
            if byte >= end_of_block {
                self.next_block(side, block);
                continue;
            }
            while segments
                .get(self.next[side])
                .is_some_and(|segment| (segment.block, segment.range.end) <= (block, byte))
            {
                self.next[side] += 1;
            }
            let segment = segments.get(self.next[side]).filter(|segment| segment.block == block);
            let mut end = segment.map_or(end_of_block, |segment| segment.range.end);
            if to.0 == block {
                end = end.min(to.1);
            }
            let mark = segment.map_or(Mark::Shared, |segment| segment.mark);
            if self.is_shown(side, mark) {
                self.push(side, (block, byte), None, end, mark);
            } else if self.text(side, block)[byte..end].starts_with(char::is_whitespace) {
                self.space();
            }
            self.at[side].1 = end;
        }
    }

    /// Weaves what both have.
    fn both(&mut self, shared: &Pair<Spot>) {
        let end = shared.left.end;
        while self.at.left < end {
            let (block, byte) = self.at.left;
            let length = self.text(Side::Left, block).len();
            if byte >= length {
                self.next_block(Side::Left, block);
                continue;
            }
            let to = if end.0 == block { end.1 } else { length };
            let right = self.at.right;
            self.push(Side::Left, (block, byte), Some(right), to, Mark::Shared);
            self.at.left.1 = to;
            // Both sides of what is shared are as long, but for signs that are written in more than one way.
            self.at.right.1 = (right.1 + to - byte).min(self.text(Side::Right, right.0).len());
        }
        while self.at.right.0 < shared.right.end.0 {
            self.next_block(Side::Right, self.at.right.0);
        }
        self.at.right = shared.right.end;
    }

    /// Hidden differences are shown as the left has them; moved wording is shown on both sides.
    fn is_shown(&self, side: Side, mark: Mark) -> bool {
        match mark {
            Mark::Only(change) => self.small || change == Change::Wording || side == Side::Left,
            Mark::Moved | Mark::Elsewhere => true,
            Mark::Shared => side == Side::Left,
        }
    }

    fn push(&mut self, side: Side, from: (usize, usize), on_right: Option<(usize, usize)>, end: usize, mark: Mark) {
        let text = &self.text(side, from.0)[from.1..end];
        let bare = text.trim_start();
        if bare.is_empty() {
            return self.space();
        }
        let indent = text.len() - bare.len();
        if indent > 0 {
            self.space();
        } else if bare.starts_with([',', '.', ';', ':', '!', '?', ')', '”', '’']) {
            self.close_up();
        }
        let bare = bare.trim_end();
        let start = self.open.text.len();
        // Two changes side by side have no space between them in either text.
        let meets = self
            .open
            .parts
            .last()
            .is_some_and(|last| last.side != side && is_change(last.mark) && is_change(Some(mark)));
        if meets && bare.starts_with(char::is_alphanumeric) && self.open.text.ends_with(char::is_alphanumeric) {
            self.space();
        }
        let start = start.max(self.open.text.len());
        self.open.text.push_str(bare);
        self.open.parts.push(WovenPart {
            range: start..start + bare.len(),
            side,
            from: (from.0, from.1 + indent),
            on_right: on_right.map(|(block, byte)| (block, byte + indent)),
            mark: Some(mark),
        });
        if from.1 + indent + bare.len() < end {
            self.space();
        }
    }

    /// Weaves a space in, if there is none yet and something stands before it.
    fn space(&mut self) {
        if !self.open.text.is_empty() && !self.open.text.ends_with(' ') {
            self.sign(" ");
        }
    }

    /// Takes back a space: what comes now closes what stands before it.
    fn close_up(&mut self) {
        if let Some(part) = self.open.parts.pop_if(|part| part.mark.is_none() && part.range.len() == 1) {
            self.open.text.truncate(part.range.start);
        }
    }

    fn sign(&mut self, sign: &str) {
        let start = self.open.text.len();
        self.open.text.push_str(sign);
        let from = (self.at.left.0, self.at.left.1);
        let range = start..start + sign.len();
        self.open.parts.push(WovenPart { range, side: Side::Left, from, on_right: None, mark: None });
    }

    /// Goes on with the next block of a side: a new paragraph on the left, a sign on the right.
    fn next_block(&mut self, side: Side, block: usize) {
        let blocks = &self.link.blocks[side];
        let next = blocks.iter().copied().find(|&other| other > block).unwrap_or(block + 1);
        self.at[side] = (next, 0);
        match side {
            Side::Left => self.done.push(std::mem::take(&mut self.open)),
            Side::Right => {
                self.space();
                self.sign(PILCROW);
                self.space();
            }
        }
    }
}

fn is_change(mark: Option<Mark>) -> bool {
    matches!(mark, Some(Mark::Only(_) | Mark::Moved | Mark::Elsewhere))
}

impl Woven {
    /// Returns the text with its marks as brackets.
    #[must_use]
    pub fn bracketed(&self, elsewhere: &Elsewhere, notation: BlockNotation<'_>) -> String {
        let mut bracketed = String::with_capacity(self.text.len() + 2 * self.parts.len());
        for part in &self.parts {
            let [open, close] = match part.mark {
                Some(Mark::Only(Change::Wording)) => BRACKETS[part.side],
                Some(Mark::Only(_)) => SMALL_WOVEN[part.side],
                Some(Mark::Moved) => MOVED,
                Some(Mark::Elsewhere) => [ELSEWHERE[0], ""],
                Some(Mark::Shared) | None => [""; 2],
            };
            // The sign of ours is drawn as the others are.
            let text = match &self.text[part.range.clone()] {
                PILCROW if part.mark.is_none() => notation.sign,
                text => text,
            };
            bracketed.extend([open, text, close]);
            if part.mark == Some(Mark::Elsewhere) {
                let (block, start) = part.from;
                let stretch = start..start + part.range.len();
                bracketed.push_str(&notation.closing(elsewhere, part.side, block, &stretch));
            }
        }
        bracketed
    }

    /// Returns the part that a byte of the woven text is in.
    #[must_use]
    pub fn part_at(&self, byte: usize) -> Option<&WovenPart> {
        self.parts.get(self.parts.partition_point(|part| part.range.end <= byte))
    }

    /// Returns where a byte of a side's block stands in the woven text; `None` if nothing of it is there.
    #[must_use]
    pub fn find(&self, side: Side, from: (usize, usize)) -> Option<usize> {
        let own = || self.parts.iter().filter_map(|part| Some((part, part.on(side).filter(|at| at.0 == from.0)?.1)));
        let (part, start) = own().rfind(|(_, start)| *start <= from.1).or_else(|| own().next())?;
        Some(part.range.start + (from.1.saturating_sub(start)).min(part.range.len().saturating_sub(1)))
    }

    /// Returns the block and the byte of a side that stand at a byte of the woven text, or next after it, else last before it; `None`
    /// if nothing of that side is there.
    #[must_use]
    pub fn place_at(&self, byte: usize, side: Side) -> Option<(usize, usize)> {
        let (before, after) = self.parts.split_at(self.parts.partition_point(|part| part.range.end <= byte));
        let place = |part: &WovenPart, at: usize| {
            part.on(side).map(|(block, start)| (block, start + at.saturating_sub(part.range.start)))
        };
        let next = after.iter().find_map(|part| place(part, byte));
        next.or_else(|| before.iter().rev().find_map(|part| place(part, part.range.end)))
    }
}

impl WovenPart {
    /// Returns the block and the byte of a side where this stands; `None` if that side has not got it.
    fn on(&self, side: Side) -> Option<(usize, usize)> {
        let own = self.mark.is_some() && self.side == side;
        if own { Some(self.from) } else { self.on_right.filter(|_| side == Side::Right) }
    }
}

#[cfg(test)]
mod tests {
    use crate::story::Story;

    use super::*;

    /// Returns the woven text of two articles' first link, marks drawn, paragraphs parted by `/`.
    fn woven(left: &str, right: &str, small: bool) -> String {
        let articles = vec![Article::read("l", left), Article::read("r", right)];
        let story = Story::new("-", articles);
        let pair = Pair::new(0, 1);
        let comparison = story.compare(pair);
        let woven = weave(&comparison.links[0], story.pair(pair), small);
        for paragraph in &woven {
            let joined: String = paragraph.parts.iter().map(|part| &paragraph.text[part.range.clone()]).collect();
            assert_eq!(joined, paragraph.text);
        }
        let letters = Pair::new("A".to_owned(), "B".to_owned());
        let notation = BlockNotation { letters: &letters, sign: "¶" };
        let drawn = woven.iter().map(|woven| woven.bracketed(&comparison.elsewhere, notation));
        drawn.collect::<Vec<_>>().join(" / ")
    }

    #[test]
    fn what_both_have_stands_once() {
        assert_eq!(
            woven(
                "The ferry contract went to the yard and was worth 41 million crowns this year.",
                "The ferry contract went to the yard and was worth 47 million crowns this year, they said.",
                true
            ),
            "The ferry contract went to the yard and was worth [41] {47} million crowns this year{, they said}."
        );
    }

    #[test]
    fn every_place_of_either_side_is_found_again() {
        let texts = [
            "Late on Tuesday the yard won, and three boats follow.",
            "On Friday the yard won, and three boats follow soon.",
        ];
        let articles = texts.map(|text| Article::read("-", text)).to_vec();
        let story = Story::new("-", articles);
        let shown = Pair::new(0, 1);
        let woven = weave(&story.compare(shown).links[0], story.pair(shown), true).remove(0);
        for (side, text) in Side::BOTH.into_iter().zip(texts) {
            for word in ["yard", "boats", "follow"] {
                let byte = text.find(word).expect("it is there");
                let at = woven.find(side, (0, byte)).expect("it is woven in");
                assert!(woven.text[at..].starts_with(word), "{side:?} {word}: {}", &woven.text[at..]);
                assert_eq!(woven.place_at(at, side), Some((0, byte)), "{side:?} {word}");
            }
        }
        let only = woven.text.find("soon").expect("it is woven in");
        assert_eq!(woven.place_at(only, Side::Left), Some((0, texts[0].find('.').expect("it ends"))));
    }

    #[test]
    fn hidden_differences_are_the_lefts() {
        let texts =
            ("They popularize the work among all people here.", "They popularise the work among all people here.");
        assert_eq!(woven(texts.0, texts.1, true), "They [_popularize_] {_popularise_} the work among all people here.");
        assert_eq!(woven(texts.0, texts.1, false), "They [_popularize_] the work among all people here.");
    }

    #[test]
    fn japanese_needs_no_spaces() {
        assert_eq!(
            woven("灯台は三月に閉じられた。", "灯台は四月に閉じられた。", true).replace(' ', ""),
            "灯台は[三月]{四月}に閉じられた。"
        );
    }
}
