//! Quoted mail, whose marks are no text.
//!
//! ```text
//!     > > The boats were taken out of          The boats were taken out of      depth 2
//!     > > service.                       →     service.
//!     > Who said so?                           Who said so?                     depth 1
//! ```
//!
//! Two lines and more that begin with the mark are a quotation; a single one may be a sign of its own, and stays as it is.

use super::line::Line;

/// Returns the lines of a text without the marks of quotations, and how many lines had one.
///
/// Cost: linear in the text.
pub(super) fn lines(text: &str) -> (Vec<Line<'_>>, usize) {
    let raw: Vec<&str> = split(text).collect();
    let mut lines = Vec::with_capacity(raw.len());
    let mut count = 0;
    for stretch in raw.chunk_by(|a, b| is_marked(a) == is_marked(b)) {
        let is_quoted = is_marked(stretch[0]) && stretch.len() > 1;
        count += if is_quoted { stretch.len() } else { 0 };
        lines.extend(stretch.iter().map(|raw| {
            let (depth, bare) = if is_quoted { unmarked(raw) } else { (0, *raw) };
            Line::new(bare, depth)
        }));
    }
    (lines, count)
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    let breaks = memchr::memchr_iter(b'\n', text.as_bytes());
    let starts = std::iter::once(0).chain(breaks.clone().map(|at| at + 1));
    starts.zip(breaks.chain([text.len()])).map(|(start, end)| &text[start..end])
}

/// Tells whether a line begins with the mark: `> so`, `>so`, `>`; not `>=`.
fn is_marked(raw: &str) -> bool {
    raw.trim_start().strip_prefix('>').is_some_and(|rest| !rest.starts_with('='))
}

/// Returns how many marks a line begins with, and what is behind them.
fn unmarked(raw: &str) -> (usize, &str) {
    let (mut depth, mut rest) = (0, raw.trim_start());
    while let Some(inner) = rest.strip_prefix('>').or_else(|| rest.strip_prefix(" >")) {
        depth += 1;
        rest = inner;
    }
    (depth, rest.strip_prefix(' ').unwrap_or(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<(usize, &str)>, usize) {
        let (lines, count) = lines(text);
        (lines.iter().map(|line| (line.depth, line.text)).collect(), count)
    }

    #[test]
    fn marks_are_taken_off() {
        assert_eq!(
            read("So:\n> > one\n>> two\n>\n> three"),
            (vec![(0, "So:"), (2, "one"), (2, "two"), (1, ""), (1, "three")], 4)
        );
        assert_eq!(read("> one\n\ntwo"), (vec![(0, "> one"), (0, ""), (0, "two")], 0));
        assert_eq!(read(">= 3\n>= 4").1, 0);
    }
}
