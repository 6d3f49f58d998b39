//! What a block says, as weighed features.
//!
//! A feature is a stem or two stems in a row. Its weight is its rarity in the story, so that "hull" counts for
//! much and "the" for next to nothing (Spärck Jones, "A statistical interpretation of term specificity", 1972).
//! Weights are whole numbers: sums of them do not depend on the order of summing, so the same two texts give the
//! same similarity to the last bit, whichever is left.

use rustc_hash::FxHashMap;

use crate::article::{Article, Kind};
use crate::words::{Form, Lexicon, Reading};

/// The unit of weights: a feature's weight is this many times the natural logarithm of its rarity.
const UNIT: f64 = 256.0;

/// How often a feature counts in one block at the most.
const CAP: u32 = 3;

/// The number of a feature, given once in a story.
pub type Feature = u32;

/// The features of every block of a story's articles, and what each weighs.
#[derive(Clone, Debug, Default)]
pub struct Profiles {
    /// One for each block; furniture has no features.
    pub blocks: Vec<Profile>,
}

/// One block's features.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    /// The features with their weights, a feature once, sorted by its number.
    pub features: Vec<(Feature, u32)>,
    /// The sum of the weights.
    pub total: u64,
    /// The square root of the sum of the squares of the weights.
    pub norm: f64,
    /// How many words the block has, of whatever kind it is.
    pub words: usize,
}

/// Weighs the features of all blocks of a story, article by article.
///
/// Cost: linear in the words.
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
    let blocks = counted.iter().map(Vec::len).sum();
    let weights = numbers.weights(blocks);
    counted
        .into_iter()
        .map(|blocks| Profiles { blocks: blocks.into_iter().map(|counts| counts.weigh(&weights)).collect() })
        .collect()
}

/// Features and how many blocks have each.
#[derive(Default)]
struct Numbers {
    of: FxHashMap<(Form, Option<Form>), Feature>,
    blocks: Vec<u32>,
}

/// How often a block has each of its features.
struct Counts {
    features: Vec<(Feature, u32)>,
    words: usize,
}

impl Numbers {
    fn count(&mut self, forms: &[Form], lexicon: &Lexicon, is_furniture: bool) -> Counts {
        let folds = forms.iter().map(|form| lexicon.folds(*form)).filter(|folds| folds.is_word);
        let stems: Vec<Form> = folds.map(|folds| folds.stem).collect();
        if is_furniture {
            return Counts { features: Vec::new(), words: stems.len() };
        }
        let singles = stems.iter().map(|&stem| (stem, None));
        let doubles = stems.windows(2).map(|two| (two[0], Some(two[1])));
        let mut all: Vec<Feature> = singles.chain(doubles).map(|key| self.number(key)).collect();
        all.sort_unstable();
        let features: Vec<(Feature, u32)> =
            all.chunk_by(|a, b| a == b).map(|same| (same[0], u32::try_from(same.len()).unwrap_or(CAP))).collect();
        for &(feature, _) in &features {
            self.blocks[feature as usize] += 1;
        }
        Counts { features, words: stems.len() }
    }

    fn number(&mut self, key: (Form, Option<Form>)) -> Feature {
        *self.of.entry(key).or_insert_with(|| {
            self.blocks.push(0);
            u32::try_from(self.blocks.len() - 1).expect("a story has fewer than 2^32 features")
        })
    }

    /// The logarithm of how many times rarer each feature is than one that stands in every block.
    fn weights(&self, blocks: usize) -> Vec<u32> {
        let rarity = |with: u32| ((blocks as f64 + 1.0) / f64::from(with)).ln();
        self.blocks.iter().map(|&with| (UNIT * rarity(with)) as u32 + 1).collect()
    }
}

impl Counts {
    fn weigh(self, weights: &[u32]) -> Profile {
        let features: Vec<(Feature, u32)> = self
            .features
            .iter()
            .map(|&(feature, count)| (feature, weights[feature as usize] * count.min(CAP)))
            .collect();
        let total = features.iter().map(|&(_, weight)| u64::from(weight)).sum();
        let squares: u64 = features.iter().map(|&(_, weight)| u64::from(weight).pow(2)).sum();
        Profile { features, total, norm: (squares as f64).sqrt(), words: self.words }
    }
}

/// What two blocks have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Common {
    /// The sum of the products of the weights of the features that both have.
    pub product: u64,
    /// The sum of the smaller weights of the features that both have.
    pub weight: u64,
}

/// Compares two blocks, feature by feature. Cost: linear in their features.
#[must_use]
pub fn common(a: &Profile, b: &Profile) -> Common {
    let mut common = Common::default();
    let mut others = b.features.iter().peekable();
    for &(feature, weight) in &a.features {
        while others.next_if(|(other, _)| *other < feature).is_some() {}
        if let Some((_, other)) = others.next_if(|(other, _)| *other == feature) {
            common.product += u64::from(weight) * u64::from(*other);
            common.weight += u64::from(weight.min(*other));
        }
    }
    common
}
