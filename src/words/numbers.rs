//! Texts to numbers, in the order in which they are first met.
//!
//! ```text
//!     the  ferries  the  Ministry        0  1  0  2
//!
//!     f e r r i e s · · · · · · · · 7    packed: a number that is compared at once
//! ```
//!
//! Nearly all words have fewer than sixteen bytes. They are kept as numbers, in the order of their forms, and the table by
//! which they are found holds nothing but forms, so that the words of a text stay near the processor.

use std::ops::Range;

use hashbrown::HashTable;
use rustc_hash::FxHashMap;

use super::Form;

/// The texts that have a number.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbers {
    /// Of each form its text packed; 0 for a long one.
    packed: Vec<u128>,
    /// The forms whose text is packed.
    short: HashTable<Form>,
    long: FxHashMap<Box<str>, Form>,
}

impl Numbers {
    /// Returns how many there are; every form is below.
    pub(super) fn len(&self) -> usize {
        self.packed.len()
    }

    /// Returns the number of a text.
    pub(super) fn of(&mut self, text: &str) -> Form {
        self.of_part(text, 0..text.len())
    }

    /// Returns the number of a text, if it has one.
    pub(super) fn find(&self, text: &str) -> Option<Form> {
        let Some(key) = packed(text.as_bytes(), 0..text.len()) else { return self.long.get(text).copied() };
        self.short.find(hash(key), |&form| self.packed[form.index()] == key).copied()
    }

    /// Returns the texts packed, in the order of their numbers; 0 for a long one.
    pub(super) fn packed(&self) -> &[u128] {
        &self.packed
    }

    /// Returns the number of a part of a text: faster than of the part alone, since bytes that follow it may be read.
    #[inline]
    pub(super) fn of_part(&mut self, text: &str, place: Range<usize>) -> Form {
        let Some(key) = packed(text.as_bytes(), place.clone()) else { return self.of_long(&text[place]) };
        let is_same = |&form: &Form| self.packed[form.index()] == key;
        self.short.find(hash(key), is_same).copied().unwrap_or_else(|| self.add_short(key))
    }

    #[cold]
    fn add_short(&mut self, key: u128) -> Form {
        let form = self.add(key);
        self.short.insert_unique(hash(key), form, |&form| hash(self.packed[form.index()]));
        form
    }

    #[cold]
    fn of_long(&mut self, text: &str) -> Form {
        if let Some(&form) = self.long.get(text) {
            return form;
        }
        let form = self.add(0);
        self.long.insert(text.into(), form);
        form
    }

    fn add(&mut self, key: u128) -> Form {
        let form = Form(offset(self.packed.len()));
        self.packed.push(key);
        form
    }
}

/// Mixes both halves, so that words which differ in their last letters only lie apart.
pub(crate) const fn hash(key: u128) -> u64 {
    const LOW: u128 = 0x243F_6A88_85A3_08D3; // digits of pi
    const HIGH: u128 = 0x1319_8A2E_0370_7344;
    let half = u64::MAX as u128;
    let product = (key & half ^ LOW) * (key >> 64 ^ HIGH);
    (product ^ product >> 64) as u64
}

/// Returns a part of a text of up to 15 bytes as a number, the first byte lowest and its length in the last one.
fn packed(bytes: &[u8], place: Range<usize>) -> Option<u128> {
    let length = u32::try_from(place.len()).ok().filter(|&length| length < 16)?;
    let all = match bytes.get(place.start..).and_then(<[u8]>::first_chunk) {
        Some(sixteen) => u128::from_le_bytes(*sixteen) & ((1 << (8 * length)) - 1),
        None => bytes[place].iter().rev().fold(0, |number, &b| number << 8 | u128::from(b)),
    };
    Some(all | u128::from(length) << 120)
}

/// Returns the lines of a text packed, each up to 15 bytes, and 0 for a longer one; for tables that are made when the
/// program is built.
///
/// `N` is the count of the lines.
pub(crate) const fn packed_lines<const N: usize>(text: &str) -> [u128; N] {
    let (bytes, mut keys) = (text.as_bytes(), [0; N]);
    let (mut line, mut at) = (0, 0);
    while line < N {
        let (mut key, mut length) = (0, 0_u32);
        while at < bytes.len() && bytes[at] != b'\n' {
            if length < 15 {
                key |= (bytes[at] as u128) << (8 * length);
            }
            (length, at) = (length + 1, at + 1);
        }
        keys[line] = if length < 16 { key | (length as u128) << 120 } else { 0 };
        (line, at) = (line + 1, at + 1);
    }
    keys
}

/// Returns how many lines a text has, each with its end.
pub(crate) const fn count_lines(text: &str) -> usize {
    let (bytes, mut lines, mut at) = (text.as_bytes(), 0, 0);
    while at < bytes.len() {
        if bytes[at] == b'\n' {
            lines += 1;
        }
        at += 1;
    }
    lines
}

/// Offsets and numbers are kept in 32 bits; the intake lets no larger text in.
pub(super) fn offset(at: usize) -> u32 {
    u32::try_from(at).expect("texts over 4 GiB are refused when they are read")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn short_texts_are_told_apart_as_numbers() {
        let long = b"abcdefghijklmnopqrstuvwxyz";
        let places = || (0..16).flat_map(|start| (start..=26).map(move |end| start..end));
        let short: HashSet<_> = places().filter(|place| place.len() < 16).collect();
        let numbers: HashSet<_> = places().filter_map(|place| packed(long, place)).collect();
        // The empty text stands everywhere.
        assert_eq!(numbers.len(), short.iter().filter(|place| !place.is_empty()).count() + 1);
        assert_ne!(packed(b"a", 0..1), packed(b"a\0", 0..2));
        assert_eq!(packed(b"a word of sixteen", 0..16), None);
    }

    #[test]
    fn lines_are_packed_as_texts_are() {
        const LINES: &str = "ferry\n\na word of fifteen\nthe word of 15\nvoilà\n";
        assert_eq!(count_lines(LINES), 5);
        let keys: [u128; 5] = packed_lines(LINES);
        let expected = LINES.lines().map(|line| packed(line.as_bytes(), 0..line.len()).unwrap_or(0));
        assert!(keys.into_iter().eq(expected));
    }

    #[test]
    fn a_text_is_the_same_wherever_it_stands() {
        let mut numbers = Numbers::default();
        let (ferry, long) = (numbers.of("ferry"), numbers.of("telecommunications"));
        assert_eq!(numbers.of_part("a ferry", 2..7), ferry);
        assert_eq!(numbers.of_part("ferry, and so on and on", 0..5), ferry);
        assert_eq!(numbers.of_part("by telecommunications", 3..21), long);
        assert_eq!(numbers.len(), 2);
    }
}
