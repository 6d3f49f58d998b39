//! Lines that a source breaks by a mark of its own: `<br>` of a page, `<w:br/>` of a word processor.
//!
//! ```text
//!     The tide went out,<br>            short, all of them: a verse, a block a line
//!     the boats lay dry,<br>
//!     and nobody came.
//!
//!     New boats<br>                     short, and the next line goes on with nothing: two blocks
//!     The council on Tuesday ordered three new ferries to replace the boats …
//!
//!     The council on Tuesday ordered three new ferries to replace the<br>       wrapped: one
//!     boats that were withdrawn in March.
//! ```

use unicode_width::UnicodeWidthStr;

use crate::unicode::quotes;
use crate::unicode::scripts::joins_lines;

/// Stands in a text where its source breaks a line.
pub(super) const BREAK: char = '\u{2028}';

/// The widest line before a break that is short, in columns.
const SHORT: usize = 50;

/// The measure above which nobody wraps text, in columns: the lines are paragraphs.
pub(super) const UNWRAPPED: usize = 120;

/// The fewest short lines that are a verse, however they begin.
const VERSE: usize = 3;

/// Tells whether a line before a break is short.
pub(super) fn is_short(line: &str) -> bool {
    !is_wider(line, SHORT)
}

/// Tells whether a text is wider than so many columns.
pub(super) fn is_wider(text: &str, columns: usize) -> bool {
    text.len() > columns && text.width() > columns
}

/// Tells whether a line ends as sentences do, closing marks passed over.
pub(super) fn ends_sentence(line: &str) -> bool {
    let bare = line.trim_end_matches(|c| quotes::is_quotation_mark(c) || matches!(c, ')' | ']' | '）'));
    bare.ends_with(['.', '!', '?', '…', '。', '！', '？', '।', '؟'])
}

/// Joins lines with a space, except between two characters of a script that has none.
pub(super) fn join<'l>(lines: impl Iterator<Item = &'l str>) -> String {
    let mut joined = String::new();
    for line in lines {
        let is_spaceless = joined.ends_with(joins_lines) && line.starts_with(joins_lines);
        if !joined.is_empty() && !is_spaceless {
            joined.push(' ');
        }
        joined.push_str(line);
    }
    joined
}

/// Joins a text whose line breaks mean nothing, as those of a headline.
pub(super) fn joined(text: &str) -> String {
    join(lines(text))
}

/// Splits a text at those of its [line breaks](BREAK) that set blocks apart, and joins the others.
///
/// Cost: linear in the text.
pub(super) fn split(text: &str) -> Vec<String> {
    let lines: Vec<&str> = lines(text).collect();
    let Some((last, before)) = lines.split_last() else { return Vec::new() };
    let runs_on = || lines.windows(2).any(|two| !ends_sentence(two[0]) && two[1].starts_with(char::is_lowercase));
    let is_verse = lines.len() >= VERSE && is_short(last);
    if before.iter().all(|line| is_short(line)) && (is_verse || !runs_on()) {
        return lines.into_iter().map(str::to_owned).collect();
    }
    let is_paragraph = |line: &&str| is_wider(line, UNWRAPPED) && ends_sentence(line);
    lines.split_inclusive(is_paragraph).map(|group| join(group.iter().copied())).collect()
}

/// Returns the lines of a text that are not blank.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(BREAK).map(str::trim).filter(|line| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = "The council on Tuesday ordered three new ferries, which are to replace the boats that were \
                        withdrawn in March, when divers found cracks.";

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(split(&text.replace('/', "\u{2028}")), expected, "{text}");
    }

    #[test]
    fn short_lines_are_apart() {
        check(
            "The tide went out,/the boats lay dry,/and nobody came.",
            &["The tide went out,", "the boats lay dry,", "and nobody came."],
        );
        check("Harbour office / 3 Quay Street /Kelsmouth", &["Harbour office", "3 Quay Street", "Kelsmouth"]);
        check(&format!("New boats/{LONG}"), &["New boats", LONG]);
        check("A line./Another.", &["A line.", "Another."]);
    }

    #[test]
    fn wrapped_lines_are_one() {
        check("One line/and its end.", &["One line and its end."]);
        check(
            "The council on Tuesday ordered three new ferries, which will/replace the boats./They are old.",
            &["The council on Tuesday ordered three new ferries, which will replace the boats. They are old."],
        );
        check(
            "フェリーは三日、夏までに直すと発表したフェリーは三日、夏までに直すと発表/した。終わり。",
            &["フェリーは三日、夏までに直すと発表したフェリーは三日、夏までに直すと発表した。終わり。"],
        );
    }

    #[test]
    fn lines_that_nobody_wraps_are_paragraphs() {
        check(&format!("{LONG}/{LONG}/They are old."), &[LONG, LONG, "They are old."]);
    }

    #[test]
    fn nothing_is_no_line() {
        check("", &[]);
        check(" / /a/ ", &["a"]);
    }
}
