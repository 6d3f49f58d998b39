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

use super::index::Feature;
use super::profile::{Bigram, Profiles, Stem, Term};
use crate::pair::{Pair, Side};

/// What two blocks have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Common {
    /// The sum of the weights of the stems that both have.
    pub weight: u64,
    /// The sum of their weights when it is known how common they are at large.
    pub rare: u64,
    /// As much of that as stands in no other block of either article.
    pub alone: u64,
    /// How many different bigrams both have: what stands in the same order.
    pub bigrams: usize,
    /// How many of the stems are uncommon in the language; a name or a figure counts as [`NAMING`].
    pub telling: usize,
    /// How many of these words there are.
    pub uncommon: usize,
    /// Whether a name or a figure is among them.
    pub has_name: bool,
}

/// The share of a stem's weight that is left when it is known how common it is at large, from which on it is uncommon: beyond the
/// two hundred and fifty words or so that every text has.
const UNCOMMON: (u32, u32) = (4, 5);

/// How many uncommon words a name or a figure tells as much as: who has it speaks of the same person, place or number.
pub const NAMING: u8 = 2;

/// The right block of two is marked instead of the left one if it has more than so many times its stems, so that the time goes
/// by the shorter.
const LONGER: usize = 4;

/// What each of some pairs of blocks has in common; those of a left block come together.
///
/// Cost: linear in the stems of the shorter block of each pair, and in those of all blocks.
#[must_use]
pub fn common(profiles: Pair<&Profiles>, pairs: &[Pair<usize>]) -> Vec<Common> {
    let mut common = vec![Common::default(); pairs.len()];
    let stems = |k: usize| profiles.zip(pairs[k]).map(|(side, block)| side.stems(block));
    let is_longer = |k: &usize| stems(*k).right.len() > LONGER * stems(*k).left.len();
    let (mut longer, alike): (Vec<usize>, Vec<usize>) = (0..pairs.len()).partition(is_longer);
    longer.sort_by_key(|&k| pairs[k].right);
    for (side, which) in [(Side::Left, alike), (Side::Right, longer)] {
        if which.is_empty() {
            continue;
        }
        let mut marks = MarkedTerms::new(profiles[side]);
        for k in which {
            marks.mark(pairs[k][side]);
            common[k] = marks.common(stems(k)[side.other()]);
        }
    }
    common
}

/// A table in which the stems of a block are marked.
struct MarkedTerms<'p> {
    profiles: &'p Profiles,
    /// The block whose stems are marked.
    block: Option<usize>,
    marked: Vec<Mark>,
    /// Two in a row of which the first stands in the block before as well: what the marks do not say.
    bigrams: FxHashSet<Bigram>,
}

/// What is known of a stem of the block; of others that they weigh nothing.
#[derive(Clone, Copy)]
struct Mark {
    weight: u16,
    /// Its weight when it is known how common it is at large.
    rare: u16,
    /// That once more, if no other block of its article has it, else nothing.
    alone: u16,
    /// How many uncommon words it tells as much as.
    telling: u8,
    /// The one that comes after it where it stands first, or [`NONE`]; with [`AGAIN`] if the block has it again.
    next: Feature,
}

/// What a stem that tells as much as so many words adds to two counts at once: of uncommon words, and of names and figures from a
/// bit on.
const COUNTS: [u64; 3] = [0, 1, 1 | 1 << NAMES];
const NAMES: u32 = 32;

const AGAIN: Feature = 1 << 31;
const NONE: Feature = !AGAIN;

const UNMARKED: Mark = Mark { weight: 0, rare: 0, alone: 0, telling: 0, next: NONE };

impl<'p> MarkedTerms<'p> {
    /// A table for the blocks of an article. Cost: linear in the different stems of the story.
    fn new(profiles: &'p Profiles) -> Self {
        Self { profiles, block: None, marked: vec![UNMARKED; profiles.forms()], bigrams: FxHashSet::default() }
    }

    /// Marks the stems of a block, and no others. Cost: linear in its stems and those that were marked, unless these are the same.
    fn mark(&mut self, block: usize) {
        if self.block == Some(block) {
            return;
        }
        for stem in self.block.replace(block).into_iter().flat_map(|block| self.profiles.stems(block)) {
            self.marked[stem.form().index()] = UNMARKED;
        }
        self.bigrams.clear();
        let stems = self.profiles.stems(block);
        for (k, &stem) in stems.iter().enumerate() {
            let next = stems.get(k + 1).copied();
            let mark = &mut self.marked[stem.form().index()];
            if stem.is_first() {
                let term = self.profiles.terms[stem.form().index()];
                let Term { weight, rare, .. } = term;
                let alone = if stem.is_alone() { rare } else { 0 };
                let telling = telling(term);
                *mark = Mark { weight, rare, alone, telling, next: next.map_or(NONE, Stem::feature) };
            } else {
                mark.next |= AGAIN;
                self.bigrams.extend(next.map(|next| stem.bigram(next)));
            }
        }
    }

    /// What the block that is marked has in common with the stems of one of another article. Cost: linear in these.
    fn common(&self, stems: &[Stem]) -> Common {
        let mut common = Common::default();
        let mut counted = 0_u64;
        let mut before = Stem::default();
        // What the marked block has after the stem before, if the two count here.
        let mut expected = NONE;
        for &stem in stems {
            let Mark { weight, rare, alone, telling, next } = self.marked[stem.form().index()];
            // Products, since a branch would be anybody's guess.
            let first = u64::from(stem.is_first());
            common.weight += u64::from(weight) * first;
            common.rare += u64::from(rare) * first;
            counted += COUNTS[usize::from(telling)] * first;
            common.alone += u64::from(alone) * u64::from(stem.is_first() & stem.is_alone());
            let may_be = expected & AGAIN != 0 && weight > 0;
            let is_bigram =
                expected & !AGAIN == stem.feature() || may_be && self.bigrams.contains(&before.bigram(stem));
            common.bigrams += usize::from(is_bigram);
            expected = if stem.begins_bigram() { next } else { NONE };
            before = stem;
        }
        let (uncommon, names) = (counted as u32 as usize, (counted >> NAMES) as usize);
        Common { uncommon, telling: uncommon + (usize::from(NAMING) - 1) * names, has_name: names > 0, ..common }
    }
}

/// Returns how many uncommon words a stem tells as much as: none if it is a common one itself.
fn telling(term: Term) -> u8 {
    match term {
        Term { weight, rare, .. } if u32::from(rare) * UNCOMMON.1 < u32::from(weight) * UNCOMMON.0 => 0,
        Term { is_name: true, .. } | Term { is_figure: true, .. } => NAMING,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::idf::of_texts;

    /// What two blocks have in common: words whose weights make up the common one, those alone, and bigrams.
    #[track_caller]
    fn check(left: &str, right: &str, words: &[&str], alone: &[&str], bigrams: usize) {
        // A block of its own for each other word makes the weights differ; a stem that stands there is not alone.
        let [left, right] = [left, right].map(|text| format!("{text}\ngrey barn.\nloud horn."));
        let (mut lexicon, profiles) = of_texts(&left, &right);
        let mut of = |words: &[&str], weight: fn(&Term) -> u16| -> u64 {
            let stem = |word: &&str| {
                let form = lexicon.read_text(word)[0].form;
                lexicon.folds(form).stem.index()
            };
            words.iter().map(stem).map(|stem| u64::from(weight(&profiles.left.terms[stem]))).sum()
        };
        let (weight, rare) = (of(words, |term| term.weight), of(words, |term| term.rare));
        let expected = Common { weight, rare, alone: of(alone, |term| term.rare), bigrams, ..Common::default() };
        for pair in [profiles.as_ref(), profiles.as_ref().swap()] {
            let found = common(pair, &[Pair::new(0, 0)]).into_iter().map(|found| Common {
                telling: 0,
                uncommon: 0,
                has_name: false,
                ..found
            });
            assert_eq!(found.collect::<Vec<_>>(), [expected]);
        }
    }

    #[test]
    fn what_both_have_counts_once() {
        check("a dog and a cat.", "a cat, a cat.", &["a", "cat"], &["a", "cat"], 1);
        check("the dog.", "a cat.", &[], &[], 0);
    }

    #[test]
    fn what_stands_in_other_blocks_is_not_alone() {
        check("the grey horn.", "a grey horn.", &["grey", "horn"], &[], 1);
    }

    #[test]
    fn two_in_a_row_are_found_where_the_first_stands_again() {
        check("b a c a d.", "a d a c b.", &["a", "b", "c", "d"], &["a", "b", "c", "d"], 2);
        check("a b a b a b.", "b a b a.", &["a", "b"], &["a", "b"], 2);
    }

    #[test]
    fn a_block_much_longer_than_the_other_is_marked() {
        check("a b.", "c d e f a b c d e f g h.", &["a", "b"], &["a", "b"], 1);
    }

    #[test]
    fn common_words_tell_nothing_and_names_as_much_as_two() {
        let telling = |left: &str, right: &str| {
            let (_, profiles) = of_texts(left, right);
            common(profiles.as_ref(), &[Pair::new(0, 0)])[0].telling
        };
        assert_eq!(telling("They said that it was not.", "It was not that they had said so."), 0);
        assert_eq!(telling("They said that a ferry was not.", "It was not that they had said so of the ferry."), 1);
        assert_eq!(telling("They met in 1911 and it was so.", "And it was in 1911."), 2);
        assert_eq!(telling("That was what they had from Brandt.", "They had it all from Brandt, it was."), 2);
    }
}
