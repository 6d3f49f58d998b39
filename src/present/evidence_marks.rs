//! Which words of each block are evidence, and of which kind.
//!
//! ```text
//!     “We waited for 41 boats,” Ada Quill admitted.
//!     ├────────────┤├──────┤├─┤ ├───────┤ ├──────┤
//!     Quotation     Figure   Quotation  Name  Word
//! ```
//!
//! What stands inside something else is marked as what it is itself.

use std::collections::BTreeSet;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::span::EvidenceKind;
use crate::evidence::{Evidence, Place};

/// A stretch of a block, in bytes, and what it is.
type Stretch = (Range<usize>, EvidenceKind);

/// Holds stretches of blocks, by the indices of the article and of the block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EvidenceMarks {
    blocks: FxHashMap<(usize, usize), Vec<Stretch>>,
}

impl EvidenceMarks {
    /// Marks all evidence. Cost: near linear in it.
    #[must_use]
    pub fn new(evidence: &Evidence) -> Self {
        let quotations = evidence.quotations.iter().map(|own| {
            let place = Place { range: own.quotation.range.clone(), ..own.place() };
            (place, EvidenceKind::Quotation)
        });
        let names = evidence.names.names.iter().flat_map(|name| &name.mentions).map(|own| {
            let place = Place { article: own.article, block: own.block, range: own.range.clone() };
            (place, EvidenceKind::Name)
        });
        let figures = evidence.figures.iter().map(|own| &own.place);
        let figures = figures.chain(evidence.dates.iter().map(|own| &own.place));
        let figures = figures.map(|place| (place.clone(), EvidenceKind::Figure));
        let words = evidence.marks.iter().map(|own| (own.place.clone(), EvidenceKind::Word));
        let mut found: FxHashMap<(usize, usize), Vec<Stretch>> = FxHashMap::default();
        // Later kinds stand over earlier ones.
        for (place, kind) in quotations.chain(names).chain(figures).chain(words) {
            found.entry((place.article, place.block)).or_default().push((place.range, kind));
        }
        Self { blocks: found.into_iter().map(|(at, own)| (at, parted(&own))).collect() }
    }

    /// Returns the stretch of a block at a byte, or the next one after it. Cost: logarithmic in the stretches of the block.
    #[must_use]
    pub fn next_in(&self, article: usize, block: usize, from: usize) -> Option<(Range<usize>, EvidenceKind)> {
        let own = self.blocks.get(&(article, block))?;
        own.get(own.partition_point(|(range, _)| range.end <= from)).cloned()
    }
}

/// Parts stretches that lie over one another: each byte is of the last one that has it. Cost: n log n.
fn parted(all: &[Stretch]) -> Vec<Stretch> {
    let ends = |(index, (range, _)): (usize, &Stretch)| [(range.start, true, index), (range.end, false, index)];
    let mut ends: Vec<(usize, bool, usize)> = all.iter().enumerate().flat_map(ends).collect();
    ends.sort_unstable();
    let mut parts: Vec<Stretch> = Vec::new();
    let (mut from, mut over) = (0, BTreeSet::<usize>::new());
    for (at, begins, index) in ends {
        if let Some(&last) = over.last().filter(|_| from < at) {
            let kind = all[last].1;
            match parts.last_mut() {
                Some((before, of)) if before.end == from && *of == kind => before.end = at,
                _ => parts.push((from..at, kind)),
            }
        }
        from = at;
        if begins {
            over.insert(index)
        } else {
            over.remove(&index)
        };
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_inside_something_else_is_marked_as_itself() {
        use EvidenceKind::{Figure, Name, Quotation};
        let parts = parted(&[(0..30, Quotation), (40..50, Name), (10..14, Figure)]);
        assert_eq!(parts, [(0..10, Quotation), (10..14, Figure), (14..30, Quotation), (40..50, Name)]);
        assert_eq!(parted(&[(0..5, Name), (5..9, Name)]), [(0..9, Name)]);
        assert_eq!(parted(&[]), []);
    }
}
