//! What one block has in common with others.
//!
//! The stems of the block are marked in a table once; then it takes one look for each stem of another:
//!
//! ```text
//!     marked      cracks 9, alone in its article · hull 9 · found 7 …
//!     another     "the hulls of three boats had cracks"
//!                  1    9              –       9            weighs 19, of which 9 if "cracks" is alone here too
//! ```

use rustc_hash::FxHashSet;

use super::profile::{Double, Feature, Profiles, Stem};

/// What two blocks have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Common {
    /// The sum of the weights of the stems that both have.
    pub weight: u64,
    /// As much of it as stands in no other block of either article.
    pub alone: u64,
    /// How many different two stems in a row both have: what stands in the same order.
    pub doubles: usize,
}

/// A table in which the stems of a block are marked.
pub struct Marks<'p> {
    profiles: &'p Profiles,
    /// The block whose stems are marked.
    block: Option<usize>,
    marked: Vec<Mark>,
    /// Two in a row of which the first stands in the block before as well: what the marks do not say.
    doubles: FxHashSet<Double>,
}

/// What is known of a stem of the block; of others that they weigh nothing.
#[derive(Clone, Copy)]
struct Mark {
    weight: u16,
    /// The weight once more, if no other block of its article has it, else nothing.
    alone: u16,
    /// The one that comes after it where it stands first, or [`NONE`]; with [`AGAIN`] if the block has it again.
    next: Feature,
}

const AGAIN: Feature = 1 << 31;
const NONE: Feature = !AGAIN;

const UNMARKED: Mark = Mark { weight: 0, alone: 0, next: NONE };

impl<'p> Marks<'p> {
    /// A table for the blocks of an article. Cost: linear in the different stems of the story.
    #[must_use]
    pub fn new(profiles: &'p Profiles) -> Self {
        Self { profiles, block: None, marked: vec![UNMARKED; profiles.forms()], doubles: FxHashSet::default() }
    }

    /// Marks the stems of a block, and no others. Cost: linear in its stems and those that were marked.
    pub fn mark(&mut self, block: usize) {
        for stem in self.block.replace(block).into_iter().flat_map(|block| self.profiles.stems(block)) {
            self.marked[stem.form().index()] = UNMARKED;
        }
        self.doubles.clear();
        let stems = self.profiles.stems(block);
        for (k, &stem) in stems.iter().enumerate() {
            let next = stems.get(k + 1).copied();
            let mark = &mut self.marked[stem.form().index()];
            if stem.is_first() {
                let weight = self.profiles.weights[stem.form().index()];
                let alone = if stem.is_alone() { weight } else { 0 };
                *mark = Mark { weight, alone, next: next.map_or(NONE, Stem::feature) };
            } else {
                mark.next |= AGAIN;
                self.doubles.extend(next.map(|next| stem.double(next)));
            }
        }
    }

    /// What the block that is marked has in common with the stems of one of another article. Cost: linear in these.
    #[must_use]
    pub fn common(&self, stems: &[Stem]) -> Common {
        let mut common = Common::default();
        let mut before = (UNMARKED, Stem::default());
        for &stem in stems {
            let mark = self.marked[stem.form().index()];
            common.weight += if stem.is_first() { u64::from(mark.weight) } else { 0 };
            common.alone += if stem.is_first() && stem.is_alone() { u64::from(mark.alone) } else { 0 };
            common.doubles += usize::from(self.has_double(before, stem));
            before = (mark, stem);
        }
        common
    }

    /// Whether the block has two stems in a row, of which the first comes with its mark, and which count here.
    fn has_double(&self, (mark, stem): (Mark, Stem), next: Stem) -> bool {
        let is_next = mark.next & !AGAIN == next.feature();
        stem.begins_double() && (is_next || mark.next & AGAIN != 0 && self.doubles.contains(&stem.double(next)))
    }
}
