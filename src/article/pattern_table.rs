//! The patterns that come with the program, folded, as `pattern_sources` makes them: the lines of each kind, in the order
//! of the kinds, then the words of dates.
//!
//! ```text
//!     ~ furniture 60 tags,li ж s
//!                           a kind; the bytes of its longest whole line; how its beginnings begin: each letter with
//!                           those that may follow it, and other characters; the letters that its endings end with
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

use super::folding::folded;

/// The table.
pub(super) const TABLE: &str = include_str!("patterns.txt");

/// How the name of a part of the table begins.
pub(super) const PART: char = '~';

/// A part of the table.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Part {
    /// A number, of which each part says what it is.
    pub longest: usize,
    /// How the beginnings and endings begin and end.
    pub letters: Letters,
    pub lines: Lines,
}

/// Returns the parts of the table, in order.
pub(super) fn parts() -> impl Iterator<Item = Part> {
    TABLE.split(PART).skip(1).map(|part| {
        let (head, lines) = part.split_once('\n').unwrap_or((part, ""));
        // A space, and the name of the part.
        let mut fields = head.split(' ').skip(2);
        let longest = fields.next().and_then(|number| number.parse().ok()).unwrap_or_default();
        Part { longest, letters: Letters::of_fields(fields), lines: Lines(lines) }
    })
}

/// How the beginnings and the endings of a kind begin and end: few lines of a text are looked up.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Letters {
    /// A bit for each letter that follows a letter, from `a` on; that of [`Self::SOME`] if beginnings have that one first.
    seconds: [u32; LETTERS],
    /// The other characters that beginnings have first.
    others: &'static str,
    /// A bit for each letter that endings end with; that of [`Self::SOME`] if there are any.
    lasts: u32,
}

/// How many letters there are from `a` to `z`.
const LETTERS: usize = 26;

/// Stands for nothing where a part of a table says how lines begin or end.
const NOTHING: &str = "-";

impl Letters {
    const SOME: u32 = 1 << 31;

    fn of_fields(fields: impl Iterator<Item = &'static str>) -> Self {
        let mut fields = fields.map(|field| if field == NOTHING { "" } else { field });
        let mut letters = Self::default();
        for mut group in fields.next().unwrap_or_default().split(',').map(str::bytes) {
            if let Some(seconds) = group.next().and_then(letter).and_then(|first| letters.seconds.get_mut(first)) {
                *seconds = Self::SOME | bits(group);
            }
        }
        letters.others = fields.next().unwrap_or_default();
        letters.lasts =
            fields.next().map_or(0, |lasts| bits(lasts.bytes()) | if lasts.is_empty() { 0 } else { Self::SOME });
        letters
    }

    /// Writes how lines with their signs begin and end.
    #[cfg(test)]
    pub fn written<'l>(lines: impl Iterator<Item = &'l str>) -> String {
        use std::collections::{BTreeMap, BTreeSet};
        let mut firsts: BTreeMap<char, BTreeSet<char>> = BTreeMap::new();
        let mut lasts: BTreeSet<char> = BTreeSet::new();
        for line in lines {
            let (sign, text) = line.split_at(1);
            let mut chars = text.chars();
            if let (":" | "^", Some(first)) = (sign, chars.next()) {
                firsts.entry(first).or_default().extend(chars.next().filter(char::is_ascii_lowercase));
            }
            lasts.extend((sign == "$").then_some(text).and_then(|text| text.chars().next_back()));
        }
        let (known, others): (Vec<_>, Vec<_>) = firsts.into_iter().partition(|(first, _)| first.is_ascii_lowercase());
        let groups: Vec<String> =
            known.into_iter().map(|(first, seconds)| std::iter::once(first).chain(seconds).collect()).collect();
        let fields =
            [groups.join(","), others.into_iter().map(|(first, _)| first).collect(), lasts.into_iter().collect()];
        fields.map(|field| if field.is_empty() { NOTHING.to_owned() } else { field }).join(" ")
    }

    /// Returns how the beginnings begin that a line may have, if there are any.
    pub fn start(&self, line: &str) -> Option<Start> {
        if let [first, second, ..] = *line.as_bytes()
            && letter(first).is_some()
            && letter(second).is_some()
        {
            return self.has(first, letter(second)).then(|| Start::of(&[first, second]));
        }
        let mut folded = line.chars().flat_map(folded);
        let first = folded.next().filter(|first| self.may_be_first(*first))?;
        let Some(ascii) = u8::try_from(first).ok().filter(u8::is_ascii) else {
            return Some(Start::of(first.encode_utf8(&mut [0; Start::MOST]).as_bytes()));
        };
        // No beginning is a single character of ASCII.
        match u8::try_from(folded.next()?) {
            Ok(second) if letter(second).is_some() => {
                self.has(ascii, letter(second)).then(|| Start::of(&[ascii, second]))
            }
            // A figure may be that of any number.
            Ok(second) if second.is_ascii() && !second.is_ascii_digit() => Some(Start::of(&[ascii, second])),
            _ => Some(Start::of(&[ascii])),
        }
    }

    /// Tells whether beginnings have a character first.
    fn may_be_first(&self, first: char) -> bool {
        u8::try_from(first).is_ok_and(|first| self.has(first, None)) || self.others.contains(first)
    }

    /// Tells whether beginnings have a letter first, and second another one, if any.
    fn has(&self, first: u8, second: Option<usize>) -> bool {
        let seconds = letter(first).and_then(|first| self.seconds.get(first)).copied().unwrap_or(0);
        seconds & second.map_or(Self::SOME, |second| 1 << second) != 0
    }

    /// Tells whether an ending may end a line that ends with a character of a word.
    pub fn may_end(&self, line: &str) -> bool {
        let last = line.bytes().next_back().and_then(letter).map_or(Self::SOME, |last| 1 << last);
        self.lasts & last != 0
    }

    /// Tells whether there are endings.
    pub const fn has_endings(&self) -> bool {
        self.lasts != 0
    }
}

/// How a beginning begins, folded: its first two characters of ASCII, or its first character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Start {
    bytes: [u8; Self::MOST],
    length: usize,
}

impl Start {
    /// The most bytes of a character.
    const MOST: usize = 4;

    fn of(start: &[u8]) -> Self {
        let at = |k: usize| start.get(k).map_or(0, u8::to_ascii_lowercase);
        Self { bytes: std::array::from_fn(at), length: start.len().min(Self::MOST) }
    }

    /// Returns all ways to say how a folded text begins.
    pub fn all(text: &str) -> impl Iterator<Item = Self> {
        let first = text.chars().next().map_or(0, char::len_utf8);
        let two = (text.len() > 1 && text.as_bytes()[..2].is_ascii()).then_some(2);
        [Some(first), two].into_iter().flatten().map(|length| Self::of(&text.as_bytes()[..length]))
    }
}

/// Returns the place of a letter from `a` to `z`, or `A` to `Z`, among these.
fn letter(byte: u8) -> Option<usize> {
    byte.is_ascii_alphabetic().then(|| usize::from(byte.to_ascii_lowercase() - b'a'))
}

/// Returns a bit for each letter.
fn bits(letters: impl Iterator<Item = u8>) -> u32 {
    letters.filter_map(letter).fold(0, |bits, letter| bits | 1 << letter)
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

    /// Returns the lines of a sign.
    pub fn of(self, sign: u8) -> Self {
        let from = self.from(|line| line[0] < sign);
        let rest = from.from(|line| line[0] == sign);
        Self(&from.0[..from.0.len() - rest.0.len()])
    }

    /// Returns the lines of a sign that begin so.
    #[cfg(test)]
    pub fn beginning(self, sign: u8, start: Start) -> impl Iterator<Item = &'static str> {
        self.from_beginning(sign, start).while_beginning(sign, start)
    }

    /// Returns the lines from the first one of a sign on that begins so, or behind where it would stand.
    pub fn from_beginning(self, sign: u8, start: Start) -> Self {
        self.from(|line| (line[0], &line[1..]) < (sign, &start.bytes[..start.length]))
    }

    /// Returns the first lines, as long as they are of a sign and begin so.
    pub fn while_beginning(self, sign: u8, start: Start) -> impl Iterator<Item = &'static str> {
        let begins = move |line: &[u8]| line[0] == sign && line[1..].starts_with(&start.bytes[..start.length]);
        self.all().take_while(move |line| begins(line.as_bytes()))
    }

    /// Returns each line, and the lines from it on.
    pub fn each_with_rest(self) -> impl Iterator<Item = (&'static str, Self)> {
        let mut rest = self.0;
        self.all().map(move |line| {
            let from = Self(rest);
            rest = &rest[line.len() + 1..];
            (line, from)
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
                // A line of one character of ASCII has no beginning.
                assert!(line.len() > 2 || line.starts_with('='), "{line}");
            }
        }
    }

    #[test]
    fn lines_are_found_by_their_beginning() {
        let lines = Lines("$b\n:a\n:ab\n:b\n=a\n");
        assert!(
            lines.beginning(b':', Start::of(b"a")).eq([":a", ":ab"])
                && lines.beginning(b'=', Start::of(b"ab")).next().is_none()
        );
        assert!(lines.of(b':').all().eq([":a", ":ab", ":b"]) && lines.of(b'^').0.is_empty());
        assert!(lines.has(b'=', "a") && !lines.has(b'=', "b") && !lines.has(b'$', "a") && !Lines("").has(b'$', ""));
    }
}
