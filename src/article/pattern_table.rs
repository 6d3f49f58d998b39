//! The patterns that come with the program, folded, as `pattern_sources` makes them: the lines of each kind, in the order
//! of the kinds, then the words of dates.
//!
//! ```text
//!     ~ furniture 60        a kind, and the bytes of its longest whole line
//!     $with agencies        an ending
//!     :tags                 a beginning that a mark follows
//!     =advertisement        a whole line
//!     ^lire aussi           another beginning
//!     ~ dates 16            the words of dates, and the characters of the longest
//!     april 40008           a word; its months and uses, a bit each
//! ```
//!
//! The lines of a part are sorted, and are looked up where they stand: to read them first would take longer than most
//! reports do.

/// The table.
pub(super) const TABLE: &str = include_str!("patterns.txt");

/// How the name of a part of the table begins.
pub(super) const PART: char = '~';

/// A part of the table.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Part {
    /// A number, of which each part says what it is.
    pub longest: usize,
    pub lines: Lines,
}

/// Returns the parts of the table, in order.
pub(super) fn parts() -> impl Iterator<Item = Part> {
    TABLE.split(PART).skip(1).map(|part| {
        let (head, lines) = part.split_once('\n').unwrap_or((part, ""));
        let longest = head.rsplit(' ').next().and_then(|number| number.parse().ok()).unwrap_or_default();
        Part { longest, lines: Lines(lines) }
    })
}

/// Lines in the order of their bytes, each with its end, none empty.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lines(&'static str);

impl Lines {
    /// Returns all lines.
    pub fn all(self) -> impl Iterator<Item = &'static str> {
        let mut start = 0;
        memchr::memchr_iter(b'\n', self.0.as_bytes())
            .map(move |end| &self.0[std::mem::replace(&mut start, end + 1)..end])
    }

    /// Returns the lines from the first one on that is not `before`, which the lines at the beginning are. Cost:
    /// logarithmic in the lines.
    pub fn from(self, before: impl Fn(&[u8]) -> bool) -> Self {
        let bytes = self.0.as_bytes();
        let (mut low, mut high) = (0, bytes.len());
        while low < high {
            let middle = low.midpoint(high);
            let start = memchr::memrchr(b'\n', &bytes[low..middle]).map_or(low, |end| low + end + 1);
            let end = memchr::memchr(b'\n', &bytes[middle..]).map_or(bytes.len(), |end| middle + end);
            if before(&bytes[start..end]) {
                low = (end + 1).min(bytes.len());
            } else {
                high = start;
            }
        }
        Self(&self.0[low..])
    }

    /// Returns the lines that begin with a sign and a text.
    pub fn beginning(self, sign: u8, text: &str) -> Self {
        let from = self.from(|line| (line[0], &line[1..]) < (sign, text.as_bytes()));
        let start = |line: &[u8]| line[0] == sign && line[1..].starts_with(text.as_bytes());
        let rest = from.from(start);
        Self(&from.0[..from.0.len() - rest.0.len()])
    }

    /// Parts lines of one sign by the character behind it. Cost: linear in the lines.
    pub fn by_first(self) -> impl Iterator<Item = (char, Self)> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let first = rest.chars().nth(1)?;
            let is_first = |line: &&str| line[1..].starts_with(first);
            let end = Self(rest).all().take_while(is_first).map(|line| line.len() + 1).sum();
            let (lines, others) = rest.split_at(end);
            rest = others;
            Some((first, Self(lines)))
        })
    }

    /// Tells whether a sign and a text are a line.
    pub fn has(self, sign: u8, text: &str) -> bool {
        let from = self.from(|line| (line[0], &line[1..]) < (sign, text.as_bytes()));
        from.all().next().is_some_and(|line| line.as_bytes()[0] == sign && &line[1..] == text)
    }
}

#[cfg(test)]
mod tests {
    use super::super::pattern_kind::KINDS;
    use super::*;

    #[test]
    fn each_line_of_the_table_is_found() {
        for part in parts().take(KINDS) {
            for line in part.lines.all() {
                assert!(part.lines.has(line.as_bytes()[0], &line[1..]), "{line}");
            }
        }
    }

    #[test]
    fn lines_are_found_by_their_beginning() {
        let lines = Lines("$b\n:a\n:ab\n:b\n=a\n");
        assert!(lines.beginning(b':', "a").all().eq([":a", ":ab"]));
        assert!(lines.beginning(b':', "").all().eq([":a", ":ab", ":b"]));
        assert!(lines.beginning(b'^', "").0.is_empty() && lines.beginning(b'=', "ab").0.is_empty());
        let labels = lines.beginning(b':', "").by_first().map(|(first, lines)| (first, lines.0));
        assert!(labels.eq([('a', ":a\n:ab\n"), ('b', ":b\n")]) && Lines("").by_first().next().is_none());
        assert!(lines.has(b'=', "a") && !lines.has(b'=', "b") && !lines.has(b'$', "a") && !Lines("").has(b'$', ""));
    }
}
