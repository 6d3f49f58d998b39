//! Text to lines of a width.
//!
//! ```text
//!     "Three boats were withdrawn"  at 12      Three boats┊      the space at a break
//!                                              were┊             belongs to no line
//!                                              withdrawn
//! ```
//!
//! Lines break where UAX #14 lets them. Width is display width, summed over grapheme clusters as a terminal draws
//! them: an é of two characters is one column, a kanji is two, a family of emoji is two. What does not fit a line
//! by itself is cut between clusters, and a cluster that does not (a pile of jamo may have thirty columns) between its
//! characters; a single character wider than the line stands alone on it and counts as the line's width, so that
//! wrapping always goes on.

mod ambiguous;
mod breaks;
mod classes;
mod direction;
mod filling;
pub(crate) mod isolates;
mod pairs;

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

pub use ambiguous::Ambiguous;
pub use direction::{Direction, Levels, has_right_to_left, is_right_to_left, visual_order};
pub use isolates::{isolated, isolated_line, without_isolates};

/// Holds one line of a wrapped text as a range. There are tens of thousands of them, so it is kept small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineRange {
    start: u32,
    end: u32,
    width: u32,
}

impl LineRange {
    /// Returns where it stands in the text, in bytes, without the white space at its end.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Returns its display width in columns, never more than it was wrapped to.
    #[must_use]
    pub const fn width(self) -> usize {
        self.width as usize
    }
}

impl Ambiguous {
    /// Wraps a text of one line to a width of at least one column.
    ///
    /// Cost: linear in the text.
    ///
    /// # Panics
    ///
    /// If the text has 4 GiB and more.
    #[must_use]
    pub fn wrap(self, text: &str, columns: usize) -> Vec<LineRange> {
        let mut lines = Vec::new();
        self.wrap_onto(text, columns, &mut lines);
        lines
    }

    /// Does the same; the lines are added to others.
    pub(crate) fn wrap_onto(self, text: &str, columns: usize, lines: &mut Vec<LineRange>) {
        filling::wrap(self, text, columns, lines);
    }

    /// Cuts a text to so many columns; if it is cut, it ends with an ellipsis of one column, within what is
    /// [set off](isolated) if that is cut.
    #[must_use]
    pub fn clipped(self, text: &str, columns: usize, ellipsis: &str) -> String {
        if self.width(text) <= columns {
            return text.to_owned();
        }
        let Some(mut room) = columns.checked_sub(1) else { return String::new() };
        let fits = |cluster: &&str| {
            let left = room.checked_sub(self.cluster_width(cluster));
            room = left.unwrap_or(0);
            left.is_some()
        };
        let mut cut: String = text.graphemes(true).take_while(fits).chain([ellipsis]).collect();
        cut.extend(isolates::is_open(&cut).then_some(isolates::END));
        cut
    }
}

/// Returns the display width of a text in columns, where the terminal draws narrow what can be.
#[must_use]
pub fn width(text: &str) -> usize {
    Ambiguous::Narrow.width(text)
}

/// Returns the display width of one grapheme cluster there: 0 to 2, seldom more.
#[must_use]
pub fn cluster_width(cluster: &str) -> usize {
    Ambiguous::Narrow.cluster_width(cluster)
}

/// Wraps a text of one line there to a width of at least one column.
#[must_use]
pub fn wrap(text: &str, columns: usize) -> Vec<LineRange> {
    Ambiguous::Narrow.wrap(text, columns)
}

/// Cuts a text to so many columns there, with an ellipsis if it is cut.
#[must_use]
pub fn clipped(text: &str, columns: usize) -> String {
    Ambiguous::Narrow.clipped(text, columns, "…")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, columns: usize, expected: &[&str]) {
        let lines: Vec<&str> = wrap(text, columns).iter().map(|line| &text[line.range()]).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn words() {
        check("Three boats were withdrawn", 12, &["Three boats", "were", "withdrawn"]);
        check("Three boats", 80, &["Three boats"]);
        check("", 10, &[]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut() {
        check("a withdrawn b", 4, &["a", "with", "draw", "n b"]);
    }

    #[test]
    fn compounds_break_after_the_hyphen() {
        check("counter-espionage", 10, &["counter-", "espionage"]);
    }

    #[test]
    fn widths_are_of_clusters() {
        check("e\u{301}e\u{301}e\u{301} ee", 3, &["e\u{301}e\u{301}e\u{301}", "ee"]);
        assert_eq!(width("灯台"), 4);
        assert_eq!(width("ｶﾞ"), 2);
        assert_eq!(width("👩‍👩‍👧"), 2);
    }

    #[test]
    fn what_is_cut_says_so() {
        for (columns, expected) in [(9, "灯台 e\u{301}cho"), (8, "灯台 e\u{301}c…"), (4, "灯…"), (1, "…"), (0, "")]
        {
            assert_eq!(clipped("灯台 e\u{301}cho", columns), expected);
        }
    }

    #[test]
    fn japanese_breaks_anywhere_but_before_a_full_stop() {
        check("灯台は閉じた。", 12, &["灯台は閉じ", "た。"]);
    }

    #[test]
    fn korean_breaks_between_words() {
        check("등대는 삼월에 닫혔다", 8, &["등대는", "삼월에", "닫혔다"]);
    }

    #[test]
    #[cfg(feature = "cjk")]
    fn scripts_without_spaces_break_between_words() {
        check("เรือข้ามฟากมาถึงท่าเรือ", 14, &["เรือข้ามฟากมาถึง", "ท่าเรือ"]);
        check("ເຮືອຂ້າມຟາກມາຮອດທ່າເຮືອ", 10, &["ເຮືອຂ້າມຟາກ", "ມາຮອດທ່າເຮືອ"]);
        check("ទូកឆ្លងទន្លេមកដល់កំពង់ផែ", 10, &["ទូកឆ្លងទន្លេ", "មកដល់កំពង់ផែ"]);
        check("သင်္ဘောသည်ဆိပ်ကမ်းသို့ရောက်လာသည်", 12, &["သင်္ဘောသည်ဆိပ်ကမ်း", "သို့ရောက်လာသည်"]);
    }

    #[test]
    fn a_cluster_wider_than_the_line_is_cut() {
        let jamo = |count: usize| "\u{1100}".repeat(count);
        check(&format!("a {} b", jamo(8)), 6, &["a", &jamo(3), &jamo(3), &(jamo(2) + " b")]);
        check(&format!("{}\u{1161}\u{11A8}", jamo(3)), 5, &[&jamo(2), &(jamo(1) + "\u{1161}\u{11A8}")]);
        check(&"\u{915}\u{94D}".repeat(3), 2, &[&"\u{915}\u{94D}".repeat(2), "\u{915}\u{94D}"]);
        assert_eq!(width(&jamo(8)), 16);
    }

    #[test]
    fn a_character_wider_than_the_line_stands_alone() {
        check("灯台", 1, &["灯", "台"]);
        assert!(wrap("灯台", 1).iter().all(|line| line.width == 1));
    }

    #[test]
    fn a_joiner_at_the_end_is_no_line() {
        check("は\u{306F}\u{200D}", 1, &["は", "は\u{200D}"]);
    }

    proptest! {
        #[test]
        fn no_line_is_wider_and_nothing_is_lost(
            text in "([a-z é灯台は。 \u{301}👩‍-]|\u{1100}{1,20}|(\u{915}\u{94D}){1,9}|[\u{600}\u{E33}\u{FF9E}\u{1F3FB}\u{1F1E9}\u{17D8}\u{2E3B}]{1,9}){0,60}",
            columns in 1_usize..30,
        ) {
            let text = text.trim();
            let lines = wrap(text, columns);
            let mut at = 0;
            for line in &lines {
                prop_assert!(line.width() <= columns);
                let drawn = &text[line.range()];
                prop_assert!(width(drawn) <= columns || drawn.chars().filter(|c| width(&c.to_string()) > 0).count() == 1);
                prop_assert!(!line.range().is_empty());
                prop_assert!(text[at..line.range().start].trim().is_empty());
                at = line.range().end;
            }
            prop_assert!(text[at..].trim().is_empty());
        }
    }
}
