//! Which way a text runs, and how deep each part of it is set in the other direction.
//!
//! ```text
//!     logical    THE FERRY amira IS LATE. 12       capitals stand for letters that run from right to left
//!     levels     111111111122222111111111122       of the whole paragraph (UAX #9), kept as runs
//!     visual     12 .ETAL SI amira YRREF EHT       a line of it, by the levels of its clusters (L2)
//! ```
//!
//! Levels are found once, when a paragraph comes in sight, and only if it has such letters at all: all other text costs a look at
//! its bytes. Text stays in logical order everywhere; only who draws it puts it in visual order.

use std::ops::Range;

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class, get_base_direction};
use unicode_segmentation::UnicodeSegmentation;

use super::Ambiguous;
use crate::article::Article;

/// Says which way a paragraph runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// As Latin letters do.
    #[default]
    LeftToRight,
    /// As Hebrew and Arabic letters do.
    RightToLeft,
}

impl Direction {
    /// Returns the direction of a language by its BCP 47 tag: that of its script, where the tag names one.
    #[must_use]
    pub fn of_language(tag: &str) -> Self {
        let mut parts = tag.split(['-', '_']);
        let language = parts.next().unwrap_or_default();
        let script = parts.find(|part| part.len() == 4 && part.chars().all(|c| c.is_ascii_alphabetic()));
        let is_in = |names: &[&str], name: &str| names.iter().any(|other| other.eq_ignore_ascii_case(name));
        let is_rtl = script.map_or_else(|| is_in(&LANGUAGES, language), |script| is_in(&SCRIPTS, script));
        if is_rtl { Self::RightToLeft } else { Self::LeftToRight }
    }

    /// Returns which way a text runs that has anything which runs from right to left: as its language says if that is written so,
    /// else as its first strong letter. `None` for all other text, which runs as what is around it.
    ///
    /// Cost: a look at its bytes; of text with such letters, at the characters up to the first letter.
    #[must_use]
    pub fn of_text(text: &str, language: Self) -> Option<Self> {
        let is_written_so = language == Self::RightToLeft;
        if !has_right_to_left(text) && (!is_written_so || text.is_empty() || has_letters(text)) {
            return None;
        }
        let is_rtl = is_written_so || get_base_direction(text) == unicode_bidi::Direction::Rtl;
        Some(if is_rtl { Self::RightToLeft } else { Self::LeftToRight })
    }

    /// Returns the direction of the language that an article states; from left to right if it states none.
    #[must_use]
    pub fn of_article(article: &Article) -> Self {
        article.language.as_deref().map(Self::of_language).unwrap_or_default()
    }
}

/// Languages that are written from right to left, unless their tag names another script.
const LANGUAGES: [&str; 17] =
    ["ar", "arc", "azb", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"];

/// Scripts that run from right to left, as tags of languages name them.
const SCRIPTS: [&str; 8] = ["Arab", "Aran", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg"];

/// Holds the embedding levels of a paragraph that has letters which run from right to left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Levels {
    base: Direction,
    /// Where each run of one level ends, in bytes, and that level.
    runs: Vec<(u32, u8)>,
}

impl Levels {
    /// Finds the levels of a paragraph; `None` if it runs from left to right throughout. It runs as its language says if that
    /// is written so, else as its first strong letter (P2, P3); one that has only letters which run from left to right goes
    /// by these whatever the language: it is a title or a quotation in another one. One that has no letters at all goes by the language.
    ///
    /// Cost: linear in the text; of a text without such letters, a look at its bytes, and in a language that is written so at
    /// its characters up to the first letter.
    ///
    /// # Panics
    ///
    /// If the text has 4 GiB and more.
    #[must_use]
    pub fn of(text: &str, language: Direction) -> Option<Self> {
        Direction::of_text(text, language).map(|direction| Self::by_rules(text, direction))
    }

    /// Finds the levels of what stands in a line that runs one way, whatever it begins with; `None` if nothing in it runs the
    /// other way.
    ///
    /// Cost: linear in the text.
    ///
    /// # Panics
    ///
    /// If the text has 4 GiB and more.
    #[must_use]
    pub fn within(text: &str, base: Direction) -> Option<Self> {
        (base == Direction::RightToLeft || has_right_to_left(text)).then(|| Self::by_rules(text, base))
    }

    fn by_rules(text: &str, base: Direction) -> Self {
        let level = if base == Direction::RightToLeft { Level::rtl() } else { Level::ltr() };
        let info = BidiInfo::new(text, Some(level));
        let mut runs: Vec<(u32, u8)> = Vec::new();
        for same in info.levels.chunk_by(|a, b| a == b) {
            let start = runs.last().map_or(0, |run| run.0);
            runs.push((start + u32::try_from(same.len()).expect("a text is shorter than 4 GiB"), same[0].number()));
        }
        Self { base, runs }
    }

    /// Returns which way the paragraph runs.
    #[must_use]
    pub const fn base(&self) -> Direction {
        self.base
    }

    /// Returns the level of the character at a byte.
    ///
    /// Cost: logarithmic in the runs.
    #[must_use]
    pub fn at(&self, byte: usize) -> u8 {
        let index = self.runs.partition_point(|run| run.0 as usize <= byte);
        self.runs.get(index).map_or(0, |run| run.1)
    }

    /// Returns the clusters of a line of the paragraph in visual order, from left to right: where each stands in the text,
    /// and its columns.
    ///
    /// Cost: linear in the line, and logarithmic in the paragraph's runs for each cluster.
    #[must_use]
    pub fn visual(&self, text: &str, line: Range<usize>, widths: Ambiguous) -> Vec<(Range<usize>, usize)> {
        let cluster = |(at, cluster): (usize, &str)| {
            let start = line.start + at;
            (start..start + cluster.len(), widths.cluster_width(cluster))
        };
        let clusters: Vec<_> = text[line.clone()].grapheme_indices(true).map(cluster).collect();
        let levels: Vec<u8> = clusters.iter().map(|(bytes, _)| self.at(bytes.start)).collect();
        visual_order(&levels).into_iter().map(|index| clusters[index].clone()).collect()
    }
}

/// Returns the indices of what has these levels, in visual order from left to right (L2).
///
/// Cost: linear in the levels, for each depth of them; there are few.
#[must_use]
pub fn visual_order(levels: &[u8]) -> Vec<usize> {
    // The deepest level that a text can come to is 126; what is deeper is as deep as that.
    let level = |&level: &u8| Level::new(level).unwrap_or_else(|_| Level::rtl());
    BidiInfo::reorder_visual(&levels.iter().map(level).collect::<Vec<_>>())
}

/// Tells whether a text has letters that run from right to left, or Arabic digits, whose numbers do.
///
/// Cost: a look at each byte, and at each character if a byte can begin such a letter.
#[must_use]
pub fn has_right_to_left(text: &str) -> bool {
    let may_begin = |byte: &u8| matches!(byte, 0xD6..=0xE0 | 0xEF..);
    let is_one =
        |c: char| may_run_from_right(c) && matches!(bidi_class(c), BidiClass::R | BidiClass::AL | BidiClass::AN);
    // As many bytes at once as a processor looks at by itself.
    let may_have = |bytes: &[u8]| bytes.iter().fold(false, |has_one, byte| has_one | may_begin(byte));
    text.as_bytes().chunks(32).any(may_have) && text.chars().any(is_one)
}

/// Tells whether a text has letters that run from left to right.
fn has_letters(text: &str) -> bool {
    text.chars().any(|c| bidi_class(c) == BidiClass::L)
}

/// Tells whether a character is a letter that runs from right to left (classes R and AL).
#[must_use]
pub fn is_right_to_left(c: char) -> bool {
    may_run_from_right(c) && matches!(bidi_class(c), BidiClass::R | BidiClass::AL)
}

/// Tells whether a character is in a block of Unicode that has any of these classes, which is quick to tell.
const fn may_run_from_right(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{200F}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn no_block_with_letters_from_the_right_is_passed_over() {
        let runs = |c: &char| matches!(bidi_class(*c), BidiClass::R | BidiClass::AL | BidiClass::AN);
        let passed: Vec<char> = ('\0'..=char::MAX).filter(runs).filter(|&c| !may_run_from_right(c)).collect();
        assert!(passed.is_empty(), "{passed:?}");
    }

    /// Returns a text as it is drawn on one line.
    fn drawn(text: &str, language: Direction) -> String {
        let Some(levels) = Levels::of(text, language) else { return text.to_owned() };
        let visual = levels.visual(text, 0..text.len(), Ambiguous::Narrow);
        visual.into_iter().map(|(bytes, _)| &text[bytes]).collect()
    }

    #[test]
    fn languages_by_their_tags() {
        let is_rtl = |tag: &str| Direction::of_language(tag) == Direction::RightToLeft;
        assert!(["ar", "he-IL", "FA", "ur_PK", "az-Arab", "pa-Arab-PK"].into_iter().all(is_rtl));
        assert!(!["en", "de-AT", "ku-Latn", "ar-Latn", "", "arn"].into_iter().any(is_rtl));
    }

    #[test]
    fn other_text_has_no_levels() {
        for text in ["", "Three boats", "“né” – 灯台", "เรือ", "नाव"] {
            assert_eq!(Levels::of(text, Direction::RightToLeft), None, "{text}");
        }
        assert_eq!(Levels::of("41 – 12.", Direction::LeftToRight), None);
    }

    #[test]
    fn what_has_no_letters_goes_by_its_language() {
        for text in ["2026", "* * *", "41 % (12–3)", "…"] {
            let levels = Levels::of(text, Direction::RightToLeft);
            assert_eq!(levels.map(|levels| levels.base()), Some(Direction::RightToLeft), "{text}");
        }
        assert_eq!(drawn("41 – 12.", Direction::RightToLeft), ".12 – 41");
    }

    #[test]
    fn the_first_strong_letter_says_which_way() {
        let base = |text: &str, language| Levels::of(text, language).map(|levels| levels.base());
        let (left, right) = (Direction::LeftToRight, Direction::RightToLeft);
        assert_eq!(base("12 סירות", left), Some(right));
        assert_eq!(base("NATO אמרה", left), Some(left));
        assert_eq!(base("NATO אמרה", right), Some(right));
    }

    #[test]
    fn lines_are_drawn_from_right_to_left() {
        assert_eq!(drawn("שלום 12.", Direction::LeftToRight), ".12 םולש");
        assert_eq!(drawn("see שלום, 12", Direction::LeftToRight), "see 12 ,םולש");
        assert_eq!(drawn("הסירה Amira איחרה.", Direction::LeftToRight), ".הרחיא Amira הריסה");
        assert_eq!(drawn("e\u{301} א\u{5B8}ב", Direction::LeftToRight), "e\u{301} בא\u{5B8}");
    }

    #[test]
    fn a_line_has_the_levels_of_its_paragraph() {
        let text = "الرقم 10-12";
        let levels = Levels::of(text, Direction::LeftToRight).expect("there are Arabic letters");
        let start = text.find("10").expect("it is there");
        let line = levels.visual(text, start..text.len(), Ambiguous::Narrow);
        // After an Arabic letter, though on another line, the parts of such a number stand from right to left.
        assert_eq!(line.into_iter().map(|(bytes, _)| &text[bytes]).collect::<String>(), "12-10");
    }

    proptest! {
        #[test]
        fn visual_order_is_a_permutation(levels in proptest::collection::vec(0_u8..8, 0..60)) {
            let visual = visual_order(&levels);
            let mut logical = vec![usize::MAX; levels.len()];
            for (at, &from) in visual.iter().enumerate() {
                logical[from] = at;
            }
            prop_assert!((0..levels.len()).all(|from| visual[logical[from]] == from));
        }

        #[test]
        fn no_cluster_is_lost(text in "([a-z אבגجده٣12.,()\"-]|\u{5B8}|灯){0,40}", from in 0..20_usize) {
            let Some(levels) = Levels::of(&text, Direction::LeftToRight) else { return Ok(()) };
            let start = text.grapheme_indices(true).nth(from).map_or(0, |(at, _)| at);
            let mut visual = levels.visual(&text, start..text.len(), Ambiguous::Narrow);
            visual.sort_by_key(|(bytes, _)| bytes.start);
            prop_assert_eq!(visual.into_iter().map(|(bytes, _)| &text[bytes]).collect::<String>(), &text[start..]);
        }
    }
}
