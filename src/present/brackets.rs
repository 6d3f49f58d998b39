//! The texts of blocks with their marks as brackets.
//!
//! ```text
//!     segments    "worth " │ "41" │ " million"        marked    "worth [41] million"
//! ```

use super::Role;
use crate::article::Article;
use crate::comparison::{Comparison, Link};
use crate::diff::{Change, Mark, Segment};
use crate::layout::{BRACKETS, BlockNotation, ELSEWHERE, MOVED, Marked, SMALL};
use crate::pair::Side;

/// Gives what opens a marked run, and what closes it.
pub type Brackets = [&'static str; 2];

/// Stands around wording that both sides have, where that is marked.
pub const SHARED: Brackets = ["==", "=="];

/// Returns what stands around a span where nothing but signs can mark it; `None` for what is not marked.
#[must_use]
pub const fn of_role(role: Role) -> Option<Brackets> {
    match role {
        Role::Only(Side::Left) => Some(BRACKETS.left),
        Role::Only(Side::Right) => Some(BRACKETS.right),
        Role::Small(_) => Some(SMALL),
        Role::MovedWithin => Some(MOVED),
        Role::Shared => Some(SHARED),
        Role::Elsewhere(_) => Some(ELSEWHERE),
        _ => None,
    }
}

/// Puts brackets into the texts of one side.
#[derive(Clone, Copy)]
pub(crate) struct Bracketing<'b> {
    pub article: &'b Article,
    pub comparison: &'b Comparison,
    pub side: Side,
    /// Whether differences of spelling, case and punctuation are marked.
    pub small: bool,
    /// How blocks are named.
    pub notation: BlockNotation<'b>,
}

impl Bracketing<'_> {
    /// Returns the texts of some blocks that stand alone with what of them stands elsewhere in brackets; without those
    /// of which nothing does.
    pub fn alone(self, blocks: impl Iterator<Item = usize>) -> Vec<Marked> {
        let Self { article, comparison: Comparison { elsewhere, .. }, side, .. } = self;
        let is_alone = |&block: &usize| {
            self.comparison.link_of(side, block).is_none() && !elsewhere.in_block(side, block).is_empty()
        };
        let marked = |block: usize| {
            let signs = |mark| if mark == Mark::Elsewhere { ELSEWHERE } else { [""; 2] };
            self.joined(&elsewhere.segments_alone(article, side, block), signs, true)
        };
        blocks.filter(is_alone).map(marked).collect()
    }

    /// Returns the texts of a link's blocks with their marks as brackets, but for those without any. `is_home` tells of
    /// a block whether it is at home where it is set: an echo does not repeat where wording stands elsewhere. Woven
    /// text gets its marks when it is woven.
    pub fn linked(self, link: &Link, is_home: impl Fn(usize) -> bool) -> Vec<Marked> {
        let Self { side, small, .. } = self;
        // Where nothing is shared, the sign tells all.
        if link.wording.words[side].shared == 0 {
            return Vec::new();
        }
        let signs = |mark| match mark {
            Mark::Only(Change::Wording) => Some(BRACKETS[side]),
            Mark::Only(_) if small => Some(SMALL),
            Mark::Only(_) | Mark::Shared => None,
            Mark::Moved => Some(MOVED),
            Mark::Elsewhere => Some(ELSEWHERE),
        };
        let of_block = link.wording.segments[side].chunk_by(|a, b| a.block == b.block);
        let differ = of_block.filter(|segments| segments.iter().any(|segment| signs(segment.mark).is_some()));
        let marked = differ.map(|segments| {
            let block = segments[0].block;
            self.joined(segments, |mark| signs(mark).unwrap_or([""; 2]), is_home(block))
        });
        marked.collect()
    }

    /// Joins segments, each with its brackets around what is not white space at its ends.
    fn joined(self, segments: &[Segment], signs: impl Fn(Mark) -> Brackets, names_places: bool) -> Marked {
        let Self { article, comparison, side, notation, .. } = self;
        let own = &article.blocks[segments[0].block].text;
        let mut marked = Marked::new(segments[0].block);
        marked.text.reserve(own.len() + 2 * segments.len());
        for Segment { block, range, mark } in segments {
            let own = &own[range.clone()];
            let [open, close] = signs(*mark);
            let (before, bare, after) = trimmed(own);
            marked.text.push_str(before);
            if *mark == Mark::Elsewhere && names_places {
                let named = notation.closing(&comparison.elsewhere, side, *block, range);
                marked.push([open, bare, &named], close);
            } else {
                marked.push([open, bare, close], close);
            }
            marked.text.push_str(after);
        }
        marked
    }
}

/// Parts a text into the white space at its start, what is none, and the white space at its end.
pub(crate) fn trimmed(text: &str) -> (&str, &str, &str) {
    let (bare, after) = text.split_at(text.trim_end().len());
    let (before, bare) = bare.split_at(bare.len() - bare.trim_start().len());
    (before, bare, after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pair::Pair;
    use crate::story::Story;

    /// Returns a block of the left with its marks, at home or as an echo.
    fn bracketed(texts: [&str; 2], block: usize, small: bool, is_home: bool) -> String {
        let articles = texts.iter().map(|text| Article::read("-", text)).collect();
        let (story, shown) = (Story::new("test", articles), Pair::new(0, 1));
        let (article, comparison) = (story.pair(shown).left, story.compare(shown));
        let letters = Pair::new("C".to_owned(), "D".to_owned());
        let notation = BlockNotation { letters: &letters, sign: "#" };
        let bracketing = Bracketing { article, comparison: &comparison, side: Side::Left, small, notation };
        let link = comparison.link_of(Side::Left, block).map(|link| &comparison.links[link]);
        let linked = link.into_iter().flat_map(|link| bracketing.linked(link, |_| is_home));
        let marked: Vec<Marked> = bracketing.alone(std::iter::once(block)).into_iter().chain(linked).collect();
        marked.into_iter().find(|marked| marked.block == block).map_or_else(String::new, |marked| marked.text)
    }

    const ORDER: [&str; 2] = [
        "Nobody at the customs house would believe that three boats lay there in June when it was shut.\n\n\
        The Quay's colour is red since three boats lay there in June, and was signed on Monday by the mayor.",
        "The quay's color is red since three boats lay there in June, and nobody knows why.\n\n\
        Fish is dear.\n\nWhat a clerk keeps in his drawer was signed on Monday by the mayor; he himself saw none of \
        the papers that went to the capital by train.",
    ];

    #[test]
    fn what_stands_elsewhere_says_where() {
        let alone =
            "Nobody at the customs house would believe that (=three boats lay there in June=D#1) when it was shut.";
        assert_eq!(bracketed(ORDER, 0, true, true), alone);
    }

    #[test]
    fn small_differences_are_quieter_than_wording_and_can_be_hidden() {
        let text = "is red since three boats lay there in June, and (=was signed on Monday by the mayor=D#3).";
        assert_eq!(bracketed(ORDER, 1, true, true), format!("The _Quay's_ _colour_ {text}"));
        assert_eq!(bracketed(ORDER, 1, false, true), format!("The Quay's colour {text}"));
    }

    #[test]
    fn an_echo_does_not_repeat_where_wording_stands() {
        let text = "is red since three boats lay there in June, and (=was signed on Monday by the mayor=).";
        assert_eq!(bracketed(ORDER, 1, false, false), format!("The Quay's colour {text}"));
    }
}
