//! Which blocks of an article have a feature.
//!
//! ```text
//!     A1   ferry hull crack             crack  1
//!     A2   ferry fare            ─►     fare   2
//!     A3   ferry hull                   hull   1 3        (ferry: in too many blocks)
//! ```

use super::adjacency::Adjacency;

/// The number of what a block is found by, given once in a story: a stem's form, or one above all forms.
pub type Feature = u32;

/// A feature that more blocks of an article have than this finds nobody: it is no evidence, and lists of it would make
/// the search quadratic.
const COMMON: u32 = 16;

/// The blocks of one article by feature, of those features that tell something.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// The features, ascending.
    entries: Vec<Entry>,
    /// The blocks that have them, ascending for each feature.
    blocks: Vec<u32>,
}

/// A feature, and where the blocks that have it end in the index; they begin where those of the one before end.
#[derive(Clone, Copy, Debug)]
struct Entry {
    feature: Feature,
    end: u32,
}

/// No place in the index.
const NOWHERE: u32 = u32::MAX;

impl Index {
    /// Keeps the features for which something holds, which is told how many blocks have them. Cost: linear in the index.
    pub(super) fn retain(&mut self, mut holds: impl FnMut(Feature, u32) -> bool) {
        let (mut start, mut end) = (0, 0);
        let blocks = &mut self.blocks;
        self.entries.retain_mut(|entry| {
            let own = std::mem::replace(&mut start, entry.end)..entry.end;
            let keeps = holds(entry.feature, own.end - own.start);
            if keeps {
                blocks.copy_within(own.start as usize..own.end as usize, end as usize);
                end += own.end - own.start;
                entry.end = end;
            }
            keeps
        });
        blocks.truncate(end as usize);
    }

    /// Returns the feature at a place, and the blocks that have it, ascending.
    #[must_use]
    pub fn at(&self, place: usize) -> (Feature, &[u32]) {
        let start = place.checked_sub(1).map_or(0, |before| self.entries[before].end);
        let Entry { feature, end } = self.entries[place];
        (feature, &self.blocks[start as usize..end as usize])
    }

    /// For each block of an article that has so many, the places in another index of the features that stand in both.
    ///
    /// Cost: linear in both.
    #[must_use]
    pub fn shared(&self, blocks: usize, other: &Self) -> Adjacency {
        let mut both = Vec::new();
        let mut others = other.entries.iter().enumerate().peekable();
        for (place, entry) in self.entries.iter().enumerate() {
            while others.next_if(|(_, other)| other.feature < entry.feature).is_some() {}
            if let Some((other, _)) = others.next_if(|(_, other)| other.feature == entry.feature) {
                both.push((place, other));
            }
        }
        let blocks_with =
            |&(place, other): &(usize, usize)| self.at(place).1.iter().map(move |&block| (block as usize, other));
        Adjacency::of(blocks, both.iter().flat_map(blocks_with))
    }
}

/// An index into which blocks come, in their order.
pub(super) struct Filling {
    index: Index,
    /// Where the next block that has each feature comes.
    places: Vec<u32>,
}

impl Filling {
    /// Makes room for features by how many blocks have each. Cost: linear in the features.
    pub fn of(counts: &[u32]) -> Self {
        let mut entries = Vec::new();
        let mut places = vec![NOWHERE; counts.len()];
        let mut end = 0;
        for (feature, &count) in (0..).zip(counts) {
            if (1..=COMMON).contains(&count) {
                places[feature as usize] = end;
                end += count;
                entries.push(Entry { feature, end });
            }
        }
        Self { index: Index { entries, blocks: vec![0; end as usize] }, places }
    }

    /// Adds a block to a feature, if there is room for it. Cost: constant.
    pub fn add(&mut self, block: usize, feature: Feature) {
        let place = &mut self.places[feature as usize];
        if *place != NOWHERE {
            self.index.blocks[*place as usize] = u32::try_from(block).expect("an article has fewer than 2^32 words");
            *place += 1;
        }
    }

    /// Returns the index, all blocks added.
    pub fn close(self) -> Index {
        self.index
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the index of blocks with features, each a letter.
    fn index(blocks: &[&str]) -> Index {
        let mut counts = vec![0; 256];
        blocks.iter().flat_map(|block| block.bytes()).for_each(|feature| counts[usize::from(feature)] += 1);
        let mut filling = Filling::of(&counts);
        for (block, features) in blocks.iter().enumerate() {
            features.bytes().for_each(|feature| filling.add(block, feature.into()));
        }
        filling.close()
    }

    /// `a:0,2 b:1`
    fn drawn(index: &Index) -> String {
        let feature = |place: usize| {
            let (feature, blocks) = index.at(place);
            let blocks: Vec<String> = blocks.iter().map(ToString::to_string).collect();
            format!("{}:{}", char::from(feature as u8), blocks.join(","))
        };
        (0..index.entries.len()).map(feature).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn features_come_in_order_and_frequent_ones_not_at_all() {
        assert_eq!(drawn(&index(&["hf", "f", "hc"])), "c:2 f:0,1 h:0,2");
        assert_eq!(
            drawn(&index(&["fx", "f", "f", "f", "f", "f", "f", "f", "f", "f", "f", "f", "f", "f", "f", "f", "f"])),
            "x:0"
        );
    }

    #[test]
    fn what_is_not_kept_is_gone() {
        let mut index = index(&["abc", "bc", "c"]);
        index.retain(|feature, count| feature != u32::from(b'a') && count > 1);
        assert_eq!(drawn(&index), "b:0,1 c:0,1,2");
    }

    #[test]
    fn shared_features_lead_to_the_other_index() {
        let (left, right) = (index(&["ab", "c", "bd"]), index(&["b", "cz"]));
        let shared = left.shared(3, &right);
        assert_eq!(shared.rows().collect::<Vec<_>>(), [&[0][..], &[1], &[0]]);
    }
}
