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
