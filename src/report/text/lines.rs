//! Writing lines of text: their ends, the spaces in them, the signs in ASCII.

use crate::layout::PageSetup;
use crate::present::ascii;

/// Ends a line, without the spaces at its end.
pub(super) fn end_line(out: &mut String) {
    let spaces = out.bytes().rev().take_while(|&b| b == b' ').count();
    out.truncate(out.len() - spaces);
    out.push('\n');
}

/// Exchanges the signs that were written from a byte on for ASCII, if they are to be.
pub(super) fn exchange(setup: PageSetup, out: &mut String, from: usize) {
    if ascii::are_exchanged(setup.ascii, setup.ambiguous) {
        let plain = ascii::plain_text(setup.ambiguous, &out[from..]);
        out.truncate(from);
        out.push_str(&plain);
    }
}

/// Writes so many spaces.
pub(super) fn push_spaces(out: &mut String, columns: usize) {
    const SPACES: &str = "                                                                ";
    let mut left = columns;
    while left > 0 {
        let some = left.min(SPACES.len());
        out.push_str(&SPACES[..some]);
        left -= some;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wrap::Ambiguous;

    #[test]
    fn a_line_ends_without_spaces() {
        for (line, ended) in [("a  ", "a\n"), ("  a", "  a\n"), ("   ", "\n"), ("", "\n"), ("a\n  ", "a\n\n")] {
            let mut out = line.to_owned();
            end_line(&mut out);
            assert_eq!(out, ended, "{line:?}");
        }
    }

    #[test]
    fn spaces_are_as_many_as_asked_for() {
        for columns in [0, 1, 63, 64, 65, 200] {
            let mut out = "a".to_owned();
            push_spaces(&mut out, columns);
            assert_eq!(out, format!("a{}", " ".repeat(columns)));
        }
    }

    #[test]
    fn only_what_was_written_after_is_exchanged() {
        let drawn = |setup: PageSetup| {
            let mut out = "≈ │".to_owned();
            exchange(setup, &mut out, "≈ ".len());
            out
        };
        assert_eq!(drawn(PageSetup::default()), "≈ │");
        assert_eq!(drawn(PageSetup { ascii: true, ..PageSetup::default() }), "≈ |");
        assert_eq!(drawn(PageSetup { ambiguous: Ambiguous::Wide, ..PageSetup::default() }), "≈ |");
    }
}
