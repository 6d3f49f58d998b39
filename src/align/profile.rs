//! What a block says, as weighed stems.
//!
//! A stem weighs as much as it is rare in the story, so that "hull" counts for much and "the" for next to nothing
//! (Spärck Jones, "A statistical interpretation of term specificity", 1972):
//!
//! ```text
//!     Cracks were found in the hulls.     cracks 9 · hull 9 · found 7 · were 3 · in 1 · the 1      weighs 30
//! ```
//!
//! Two stems in a row are kept as well, not to be weighed but to find the block by: in scripts that part no words a stem
//! is one character, which stands everywhere, and only two of them tell a block.
//!
//! Weights are whole numbers: sums of them do not depend on the order of summing, so the same two texts give the same
//! result to the last bit, whichever is left.

use rustc_hash::FxHashMap;

use super::index::Index;
use crate::article::{Article, Kind};
use crate::words::{Form, Lexicon, Reading};

/// The unit of weights: a stem's weight is this many times the natural logarithm of its rarity.
pub const UNIT: f64 = 256.0;

/// How often a stem counts in one block at the most: a word said ten times is not ten times the evidence.
const CAP: u32 = 1;

/// The number of a stem or of two in a row, given once in a story.
pub type Feature = u32;

/// The profiles of an article's blocks.
#[derive(Clone, Debug, Default)]
pub struct Profiles {
    /// One for each block; furniture has no features.
    pub blocks: Vec<Profile>,
    /// Which blocks have a feature.
    pub index: Index,
}

impl Profiles {
    /// The profiles of some blocks, indexed. Cost: linear in their features.
    #[must_use]
    pub fn new(blocks: Vec<Profile>) -> Self {
        Self { index: Index::of(&blocks), blocks }
    }
}

/// One block's stems, and what makes its length.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    /// The stems, each once, sorted by number.
    pub stems: Vec<Stem>,
    /// The sum of the stems' weights.
    pub total: u64,
    /// Two stems in a row, each once, sorted by number, with their weights.
    pub doubles: Vec<(Feature, u32)>,
    /// The sum of the doubles' weights.
    pub doubles_total: u64,
    /// How many words the block has, of whatever kind it is.
    pub words: usize,
    /// Letters and words together: a length that does not depend on how a script parts words.
    pub length: usize,
}

/// A stem of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stem {
    /// Its number.
    pub feature: Feature,
    /// Its form.
    pub form: Form,
    /// What it weighs when it stands once.
    pub rarity: u32,
    /// Its weight in this block: that as often as it stands there, up to a cap.
    pub weight: u32,
    /// Whether no other block of the article has it.
    pub is_alone: bool,
}

/// Weighs the stems of all blocks of a story, article by article.
///
/// Cost: linear in the words, but for sorting each block's.
#[must_use]
pub fn profiles(articles: &[(&Article, &Reading)], lexicon: &Lexicon) -> Vec<Profiles> {
    let mut numbers = Numbers::default();
    let counted: Vec<Vec<Counts>> = articles
        .iter()
        .map(|(article, reading)| {
            let blocks = article.blocks.iter().zip(&reading.blocks);
            blocks
                .map(|(block, tokens)| {
                    let forms: Vec<Form> = tokens.iter().map(|token| token.form).collect();
                    numbers.count(&forms, lexicon, block.kind == Kind::Furniture)
                })
                .collect()
        })
        .collect();
    let weights = numbers.weights(counted.iter().map(Vec::len).sum());
    counted.into_iter().map(|blocks| weigh(blocks, &weights, &numbers.forms)).collect()
}

/// Features and how many blocks of the story have each.
#[derive(Default)]
struct Numbers {
    of: FxHashMap<u64, Feature>,
    blocks: Vec<u32>,
    /// The stem of each feature; of two in a row the first.
    forms: Vec<Form>,
}

/// How often a block has each of its features.
struct Counts {
    singles: Vec<(Feature, u32)>,
    doubles: Vec<(Feature, u32)>,
    words: usize,
    length: usize,
}

impl Numbers {
    fn count(&mut self, forms: &[Form], lexicon: &Lexicon, is_furniture: bool) -> Counts {
        let words: Vec<Form> = forms.iter().copied().filter(|form| lexicon.folds(*form).is_word).collect();
        let stems: Vec<Form> = words.iter().flat_map(|&form| lexicon.stems(form)).collect();
        // A letter of a script without spaces is as long as a word of one letter.
        let letters: usize = words.iter().map(|&form| lexicon.letters(form)).sum();
        let length = letters + stems.len();
        let read = if is_furniture { &[] } else { &stems[..] };
        let singles = self.tally(read.iter().map(|&stem| (stem, None)));
        let doubles = self.tally(read.windows(2).map(|two| (two[0], Some(two[1]))));
        Counts { singles, doubles, words: stems.len(), length }
    }

    fn tally(&mut self, keys: impl Iterator<Item = (Form, Option<Form>)>) -> Vec<(Feature, u32)> {
        let mut all: Vec<Feature> = keys.map(|key| self.number(key)).collect();
        all.sort_unstable();
        let counts: Vec<(Feature, u32)> =
            all.chunk_by(|a, b| a == b).map(|same| (same[0], u32::try_from(same.len()).unwrap_or(CAP))).collect();
        for &(feature, _) in &counts {
            self.blocks[feature as usize] += 1;
        }
        counts
    }

    fn number(&mut self, (stem, next): (Form, Option<Form>)) -> Feature {
        // Forms have 32 bits.
        let key = stem.index() as u64 | next.map_or(0, |next| (next.index() as u64 + 1) << 32);
        *self.of.entry(key).or_insert_with(|| {
            self.blocks.push(0);
            self.forms.push(stem);
            u32::try_from(self.blocks.len() - 1).expect("a story has fewer than 2^32 features")
        })
    }

    /// The logarithm of how many times rarer each feature is than one that stands in every block.
    fn weights(&self, blocks: usize) -> Vec<u32> {
        let rarity = |with: u32| ((blocks as f64 + 1.0) / f64::from(with)).ln();
        self.blocks.iter().map(|&with| (UNIT * rarity(with)) as u32 + 1).collect()
    }
}

/// Weighs the features of one article's blocks.
fn weigh(blocks: Vec<Counts>, weights: &[u32], forms: &[Form]) -> Profiles {
    let mut with: FxHashMap<Feature, u32> = FxHashMap::default();
    for &(feature, _) in blocks.iter().flat_map(|counts| &counts.singles) {
        *with.entry(feature).or_default() += 1;
    }
    let weight = |&(feature, count): &(Feature, u32)| (feature, weights[feature as usize] * count.min(CAP));
    let profile = |counts: Counts| {
        let singles: Vec<(Feature, u32)> = counts.singles.iter().map(weight).collect();
        let stem = |&(feature, weight): &(Feature, u32)| Stem {
            feature,
            form: forms[feature as usize],
            rarity: weights[feature as usize],
            weight,
            is_alone: with[&feature] == 1,
        };
        let doubles: Vec<(Feature, u32)> = counts.doubles.iter().map(weight).collect();
        let stems: Vec<Stem> = singles.iter().map(stem).collect();
        let total = stems.iter().map(|stem| u64::from(stem.weight)).sum();
        let doubles_total = doubles.iter().map(|&(_, weight)| u64::from(weight)).sum();
        Profile { stems, total, doubles, doubles_total, words: counts.words, length: counts.length }
    };
    Profiles::new(blocks.into_iter().map(profile).collect())
}

/// Several blocks as one. Cost: that of sorting their stems.
#[must_use]
pub fn union(blocks: &[&Profile]) -> Profile {
    let mut all: Vec<Stem> = blocks.iter().flat_map(|block| block.stems.iter().copied()).collect();
    all.sort_unstable_by_key(|stem| stem.feature);
    let sum = |same: &[Stem]| Stem { weight: same.iter().map(|stem| stem.weight).sum(), ..same[0] };
    let stems: Vec<Stem> = all.chunk_by(|a, b| a.feature == b.feature).map(sum).collect();
    let sum = |of: fn(&Profile) -> usize| blocks.iter().map(|block| of(block)).sum();
    let total = blocks.iter().map(|block| block.total).sum();
    let (words, length) = (sum(|block| block.words), sum(|block| block.length));
    Profile { stems, total, words, length, ..Profile::default() }
}

/// What two blocks have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Common {
    /// The sum of the smaller weights of the stems that both have.
    pub weight: u64,
    /// As much of it as stands in no other block of either article.
    pub alone: u64,
}

impl Profile {
    /// Stems and doubles with their weights, by which the block is found.
    pub fn keys(&self) -> impl Iterator<Item = (Feature, u32)> {
        self.stems.iter().map(|stem| (stem.feature, stem.weight)).chain(self.doubles.iter().copied())
    }
}

/// Compares the stems of two blocks.
///
/// Cost: linear in the shorter one's, times the logarithm of how much longer the other is.
#[must_use]
pub fn common(a: &Profile, b: &Profile) -> Common {
    let mut common = Common::default();
    for_both(
        &a.stems,
        &b.stems,
        |stem| stem.feature,
        |stem, other| {
            let weight = u64::from(stem.weight.min(other.weight));
            common.weight += weight;
            common.alone += if stem.is_alone && other.is_alone { weight } else { 0 };
        },
    );
    common
}

/// The sum of the smaller weights of the doubles that both blocks have: of what stands in the same order. Cost: as
/// [`common`].
#[must_use]
pub fn common_doubles(a: &Profile, b: &Profile) -> u64 {
    let mut sum = 0;
    for_both(&a.doubles, &b.doubles, |double| double.0, |double, other| sum += u64::from(double.1.min(other.1)));
    sum
}

/// Meets what two sorted lists have in common, by steps that double, then by halving (Bentley and Yao, "An almost optimal
/// algorithm for unbounded searching", 1976).
fn for_both<T>(a: &[T], b: &[T], key: impl Fn(&T) -> Feature, mut meet: impl FnMut(&T, &T)) {
    let (few, mut many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    for item in few {
        let wanted = key(item);
        let mut step = 1;
        while many.get(step).is_some_and(|other| key(other) < wanted) {
            step *= 2;
        }
        let (start, end) = ((step / 2).min(many.len()), (step + 1).min(many.len()));
        many = &many[start + many[start..end].partition_point(|other| key(other) < wanted)..];
        match many.first() {
            Some(other) if key(other) == wanted => meet(item, other),
            Some(_) => {}
            None => break,
        }
    }
}
