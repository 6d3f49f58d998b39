//! An article folded for searching, and what is found in it.
//!
//! ```text
//!     folded     … the ferries would be renewed …          one text, a line break between blocks
//!     found      ···ferries··ferries········              all, but of very many those about the reader:
//!                    ├─────▲────────────┤                 a letter stands at every tenth place of a long report
//! ```

use std::ops::Range;

use memchr::memchr;
use memchr::memmem::Finder;

use super::fold::{Case, plain_length, push_plain, push_unit, take_letters, unit_length};
use super::{Needle, SearchMatch};

/// Gives how many matches are found in an article at the most.
pub const MOST: usize = 4000;

/// How many bytes before the reader the matches begin that are found of too many: so few that the reader is among them.
const BEFORE: usize = MOST - 1000;

/// Holds an article's texts, folded for searching.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    /// The folded blocks, a line break between them.
    text: String,
    /// How many bytes of the original were read.
    read: usize,
    /// For each block where it begins, folded and original.
    blocks: Vec<(usize, usize)>,
    /// The units whose folded form is no single character of the same length, from first to last.
    units: Vec<FoldedUnit>,
}

/// A piece of text that is found as a whole or not at all.
#[derive(Clone, Debug)]
struct FoldedUnit {
    folded: Range<usize>,
    original: Range<usize>,
}

impl Folded {
    /// Folds the texts of an article's blocks.
    ///
    /// Cost: linear in the text.
    #[must_use]
    pub fn of<'t>(blocks: impl IntoIterator<Item = &'t str>, case: Case) -> Self {
        let mut folded = Self::default();
        for block in blocks {
            if !folded.blocks.is_empty() {
                folded.text.push('\n');
                folded.read += 1;
            }
            folded.blocks.push((folded.text.len(), folded.read));
            folded.add(block, case);
        }
        folded
    }

    fn add(&mut self, block: &str, case: Case) {
        let mut rest = block;
        while !rest.is_empty() {
            let (plain, after) = rest.split_at(plain_length(rest));
            push_plain(plain, case, &mut self.text);
            self.read += plain.len();
            let after = self.add_letters(after, case);
            let (unit, after) = after.split_at(unit_length(after));
            rest = after;
            if unit.is_empty() {
                continue;
            }
            let start = self.text.len();
            push_unit(unit, case, &mut self.text);
            self.note(start, unit.len());
            self.read += unit.len();
        }
    }

    /// Adds the letters of other scripts that a text begins with, and returns the rest.
    fn add_letters<'t>(&mut self, text: &'t str, case: Case) -> &'t str {
        let taken = take_letters(text, case, |letter, length| {
            let start = self.text.len();
            self.text.push_str(&letter.text);
            if !letter.keeps_its_length {
                self.units.push(FoldedUnit { folded: start..self.text.len(), original: self.read..self.read + length });
            }
            self.read += length;
        });
        &text[taken..]
    }

    /// Notes a unit of so many original bytes that was folded from a place on, unless it keeps its length.
    fn note(&mut self, start: usize, length: usize) {
        let folded = start..self.text.len();
        let mut chars = self.text[folded.clone()].chars();
        let is_one = chars.next().is_some() && chars.next().is_none();
        if !(is_one && folded.len() == length) {
            self.units.push(FoldedUnit { folded, original: self.read..self.read + length });
        }
    }

    /// Returns the folded text.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// Finds the places of a wording, none overlapping the one before, in the order of the text, and puts them where
    /// those of another one may have been. If there are more than [`MOST`], those about a byte of a block are found,
    /// and `false` is returned.
    ///
    /// The texts must have been folded with the needle's case. Cost: linear in the text, and in the needle wherever its longest part
    /// without a space or a hyphen stands.
    pub fn find(&self, needle: &Needle, (block, byte): (usize, usize), found: &mut Vec<SearchMatch>) -> bool {
        if self.find_from(0, needle, found) {
            return true;
        }
        // What is folded may be shorter than it was; that does no harm here.
        let here = self.blocks.get(block).map_or(0, |block| block.0 + byte);
        self.find_from(here.saturating_sub(BEFORE).min(self.text.len()), needle, found);
        false
    }

    /// Finds what begins at a folded place or after it, and tells whether that is all.
    fn find_from(&self, mut from: usize, needle: &Needle, found: &mut Vec<SearchMatch>) -> bool {
        found.clear();
        let mut reader = OffsetReader::at(self, from);
        let (bytes, length, fixed) = (self.text.as_bytes(), needle.folded.len(), &needle.fixed);
        let finder = Finder::new(&needle.folded[fixed.clone()]);
        let next = |from: usize| {
            let rest = bytes.get(from + fixed.start..)?;
            let at = match needle.folded.as_bytes() {
                &[letter] => memchr(letter, rest),
                _ => finder.find(rest),
            };
            at.map(|at| at + from)
        };
        while let Some(at) = next(from) {
            if !needle.is_at(bytes, at) {
                from = at + 1;
                continue;
            }
            let offset = reader.original(at..at + length);
            let Some((block, range)) = offset else {
                from = at + 1;
                continue;
            };
            if found.len() == MOST {
                return false;
            }
            from = at + length;
            found.push(SearchMatch::new(block, &range));
        }
        true
    }
}

/// Turns folded places into those of the original, from first to last.
struct OffsetReader<'f> {
    folded: &'f Folded,
    /// The block of the last place, and how many units begin at or before it.
    block: usize,
    units: usize,
}

impl<'f> OffsetReader<'f> {
    fn at(folded: &'f Folded, offset: usize) -> Self {
        let block = folded.blocks.partition_point(|block| block.0 <= offset).saturating_sub(1);
        Self { folded, block, units: folded.units.partition_point(|unit| unit.folded.start <= offset) }
    }

    /// Returns the block of a folded range and the original of it there; `None` if it cuts a unit. What is folded to
    /// nothing at its ends is left out.
    fn original(&mut self, range: Range<usize>) -> Option<(usize, Range<usize>)> {
        let Folded { blocks, units, .. } = self.folded;
        while units.get(self.units).is_some_and(|unit| unit.folded.start <= range.start) {
            self.units += 1;
        }
        while blocks.get(self.block + 1).is_some_and(|(start, _)| *start <= range.start) {
            self.block += 1;
        }
        let start = self.after(self.units, range.start)?;
        let within = units[self.units..].iter().take_while(|unit| unit.folded.start < range.end).count();
        let end = self.after(self.units + within, range.end)?;
        let block = blocks[self.block].1;
        Some((self.block, start - block..end - block))
    }

    /// Returns the original of a folded place that so many units begin at or before; `None` if it is within the last of
    /// them.
    fn after(&self, units: usize, offset: usize) -> Option<usize> {
        let Some(unit) = units.checked_sub(1).map(|last| &self.folded.units[last]) else { return Some(offset) };
        if offset >= unit.folded.end {
            Some(unit.original.end + offset - unit.folded.end)
        } else {
            (offset == unit.folded.start).then_some(unit.original.start)
        }
    }
}
