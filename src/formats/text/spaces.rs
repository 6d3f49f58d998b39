//! White space within a line.

use crate::unicode::ascii_scan;

/// Folds each run of white space within a line to one space; a no-break space that stands alone between words is kept.
pub(in crate::formats) fn fold(line: &str) -> String {
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
    use super::fold;

    #[test]
    fn white_space_is_folded_and_a_no_break_space_kept() {
        assert_eq!(fold("a \u{A0} b\u{A0}c"), "a b\u{A0}c");
        assert_eq!(fold("a  b\u{2003}c"), "a b c");
    }
}
