//! The patterns that come with the program, folded, as `pattern_sources` makes them: the lines of each kind, in the order
//! of the kinds, then the words of dates.
//!
//! ```text
//!     § furniture
//!     =advertisement        a whole line
//!     :tags                 a beginning that a mark follows
//!     ^lire aussi           another one
//!     $with agencies        an ending
//!     § dates
//!     april 40008           a word; its months and uses, a bit each
//! ```

/// The table.
pub(super) const TABLE: &str = include_str!("patterns.txt");

/// How the name of a part of the table begins.
pub(super) const PART: char = '§';

/// Returns the lines of a part of the table, which are short: each ends with a line end, and none is empty.
pub(super) fn table_lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    let mut start = 0;
    memchr::memchr_iter(b'\n', text.as_bytes()).map(move |end| &text[std::mem::replace(&mut start, end + 1)..end])
}
