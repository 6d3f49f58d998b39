//! Plain text: front matter, and lines to blocks.
//!
//! People save articles in three ways, and only one of them wraps its lines:
//!
//! ```text
//!     a paragraph a line,      a paragraph a line,      wrapped by hand or by
//!     blank lines between      no blank lines           an editor, blank lines between
//!
//!     One long line.           One long line.           One line that is
//!                              Another long line.       wrapped at a width.
//!     Another long line.                                                        ← only here
//!                                                       Another paragraph …       a blank line parts
//! ```

use unicode_width::UnicodeWidthStr;

use super::front_matter;
use crate::draft::{Draft, DraftBlock};
use crate::unicode::ascii_scan;
use crate::unicode::scripts::joins_lines;

/// Reads cleaned text; lines end with `\n`. It knows no kinds.
///
/// Cost: linear in the text.
#[must_use]
pub fn read(text: &str) -> Draft {
    let (mut draft, body) = front_matter::split(text);
    draft.blocks = split(body).into_iter().map(|text| DraftBlock { text, kind: None }).collect();
    draft
}

/// Splits text into the texts of its blocks: white space folded, none of them empty.
fn split(text: &str) -> Vec<String> {
    let lines: Vec<&str> = lines(text).map(str::trim).collect();
    if is_hard_wrapped(&lines) {
        lines.split(|line| line.is_empty()).map(join).filter(|block| !block.is_empty()).collect()
    } else {
        lines.iter().filter(|line| !line.is_empty()).map(|line| fold_spaces(line)).collect()
    }
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    let breaks = memchr::memchr_iter(b'\n', text.as_bytes());
    let starts = std::iter::once(0).chain(breaks.clone().map(|at| at + 1));
    starts.zip(breaks.chain([text.len()])).map(|(start, end)| &text[start..end])
}

/// Tells whether lines were broken to fit a width: blank lines exist, more than half of the non-blank lines touch
/// another, and the lines that run on into the next are of similar length.
fn is_hard_wrapped(lines: &[&str]) -> bool {
    let filled = |k: usize| lines.get(k).is_some_and(|line| !line.is_empty());
    let last = lines.iter().rposition(|line| !line.is_empty()).unwrap_or(0);
    if lines[..last.min(lines.len())].iter().skip_while(|line| line.is_empty()).all(|line| !line.is_empty()) {
        return false; // no blank line between two that are not
    }
    let touches = |k: usize| filled(k + 1) || k.checked_sub(1).is_some_and(filled);
    let count = (0..lines.len()).filter(|&k| filled(k)).count();
    let touching = (0..lines.len()).filter(|&k| filled(k) && touches(k)).count();
    if 2 * touching <= count {
        return false;
    }
    let mut widths: Vec<usize> =
        (0..lines.len()).filter(|&k| filled(k) && filled(k + 1)).map(|k| lines[k].width()).collect();
    widths.sort_unstable();
    // A wrapped line falls short of the measure by a word at most, which is seldom more than a quarter of it. The
    // widest tenth is passed over, so that one long address does not count as the measure.
    let measure = widths[widths.len() * 9 / 10];
    let near = widths.iter().filter(|&&width| width * 4 >= measure * 3).count();
    near * 5 >= widths.len() * 4
}

/// Joins wrapped lines with a space, except between two characters of a script that has none.
fn join(lines: &[&str]) -> String {
    let mut joined = String::new();
    for line in lines {
        let spaceless =
            joined.chars().next_back().is_some_and(joins_lines) && line.chars().next().is_some_and(joins_lines);
        if !joined.is_empty() && !spaceless {
            joined.push(' ');
        }
        joined.push_str(&fold_spaces(line));
    }
    joined
}

/// Folds each run of white space within a line to one space; a no-break space that stands alone between words is kept.
pub(super) fn fold_spaces(line: &str) -> String {
    if is_folded(line) {
        return line.to_owned();
    }
    let mut folded = String::with_capacity(line.len());
    let mut run: Option<char> = None;
    for c in line.chars() {
        if c.is_whitespace() {
            run = Some(if run.is_none() && c == '\u{A0}' { c } else { ' ' });
        } else {
            folded.extend(run.take());
            folded.push(c);
        }
    }
    folded
}

/// Tells whether all white space is single spaces, as in nearly all that is read.
fn is_folded(line: &str) -> bool {
    !line.contains("  ") && !has_other_space(line)
}

/// Tells whether there is white space of another kind than plain spaces.
fn has_other_space(line: &str) -> bool {
    let is_other = |c: char| c != ' ' && c.is_whitespace();
    let mut rest = line;
    // From a printable character of ASCII on, many are passed over at once.
    while let Some(at) = rest.find(|c| matches!(c, '!'..='~') || is_other(c)) {
        if rest[at..].starts_with(is_other) {
            return true;
        }
        rest = &rest[at + ascii_scan::printable(&rest.as_bytes()[at..])..];
    }
    false
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn a_paragraph_a_line() {
        assert_eq!(split("One.\n\nTwo.\n \n\nThree."), ["One.", "Two.", "Three."]);
        assert_eq!(split("One.\nTwo.\nThree."), ["One.", "Two.", "Three."]);
    }

    #[test]
    fn two_that_touch_are_two() {
        assert_eq!(split("Head\n\nOne.\nTwo.\n\nThree.\n\nFour."), ["Head", "One.", "Two.", "Three.", "Four."]);
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let text = "The boats were taken out of\nservice in the last days of\nMarch.\n\n\
                    A tender is to be issued in\nthe course of the summer by\nthe ministry.";
        assert_eq!(
            split(text),
            [
                "The boats were taken out of service in the last days of March.",
                "A tender is to be issued in the course of the summer by the ministry."
            ]
        );
    }

    #[test]
    fn wrapped_japanese_is_joined_without_spaces() {
        assert_eq!(
            split("灯台は三月\nに閉じられ\nた。\n\n町は夏まで\nに直すとい\nう。"),
            ["灯台は三月に閉じられた。", "町は夏までに直すという。"]
        );
    }

    #[test]
    fn lists_are_not_joined() {
        let text =
            "Present\nThe mayor\nTwo members of the council and a guest from the ferry company\n\nAbsent\nNobody";
        assert_eq!(split(text).len(), 5);
    }

    #[test]
    fn white_space_is_folded_and_a_no_break_space_kept() {
        assert_eq!(split(" a \u{A0} b\u{A0}c\u{A0}"), ["a b\u{A0}c"]);
        assert!(split(" \n\u{A0}\n").is_empty());
        assert!(split("").is_empty());
    }
}
