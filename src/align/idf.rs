//! From the words of a story to the [`Profiles`] of its articles.
//!
//! Block by block, the stems are noted as they are read, with what can be told at once: whether they stand first in the block.
//! How many blocks of the story have each is known at the end; then the stems are gone through once more, article by article,
//! and each block gets its weight and each article its [`index`](super::index):
//!
//! ```text
//!     A1   ferry hull crack             ferry  in 3   common            A1  weighs crack + hull + ferry
//!     A2   ferry fare            ─►     hull   in 2   rare       ─►     A2  …
//!     B1   ferry hull                   fare   in 1   rarer             index of A: ferry 1 2, hull 1
//! ```

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHasher};

use super::index::{Feature, Filling};
use super::profile::{Bigram, Profile, Profiles, Stem, UNIT, bigram};
use crate::article::{Article, Kind};
use crate::words::{Lexicon, Reading, Token};

/// Weighs the stems of all blocks of a story, article by article.
///
/// Cost: linear in the words, and in the different stems of the story for each article.
#[must_use]
pub fn profiles(articles: &[(&Article, &Reading)], lexicon: &Lexicon) -> Vec<Profiles> {
    let mut gathered = Gathered::new(lexicon);
    let mut profiles: Vec<Profiles> =
        articles.iter().map(|(article, reading)| gathered.read(article, reading)).collect();
    let weights: Arc<[u16]> = gathered.weights().into();
    for profiles in &mut profiles {
        profiles.index.retain(|feature, count| count < gathered.features[feature as usize].blocks);
        profiles.weigh(&weights);
    }
    profiles
}

/// What is known of a story's features while its blocks are read.
struct Gathered<'l> {
    lexicon: &'l Lexicon,
    /// First the stems, which are forms of the lexicon; then two letters in a row.
    features: Vec<Occurrences>,
    /// The numbers of two letters in a row.
    letters: FxHashMap<Bigram, Feature>,
    /// How many blocks were begun.
    blocks: u32,
    /// Two stems in a row of the last block that it may have twice, and where the first stands.
    doubtful: Vec<(Bigram, usize)>,
}

/// How often a feature was met.
#[derive(Clone, Copy, Default)]
struct Occurrences {
    /// How many blocks have it.
    blocks: u32,
    /// The last block that has it, and the last one that has it twice, counted from 1.
    last: u32,
    last_twice: u32,
}

impl Occurrences {
    /// Meets the feature in a block, and tells whether for the first time there.
    fn meet(&mut self, block: u32) -> bool {
        let is_first = self.last != block;
        self.blocks += u32::from(is_first);
        *(if is_first { &mut self.last } else { &mut self.last_twice }) = block;
        is_first
    }
}

/// What the words of a block come to.
struct Taken {
    letters: usize,
    print: u64,
    /// Whether some are of a script without spaces.
    is_spaceless: bool,
}

impl<'l> Gathered<'l> {
    fn new(lexicon: &'l Lexicon) -> Self {
        let features = vec![Occurrences::default(); lexicon.len()];
        Self { lexicon, features, letters: FxHashMap::default(), blocks: 0, doubtful: Vec::new() }
    }

    /// Reads an article. What its blocks weigh is not known yet.
    fn read(&mut self, article: &Article, reading: &Reading) -> Profiles {
        let before: Vec<u32> = self.features.iter().map(|met| met.blocks).collect();
        let stems = Vec::with_capacity(reading.blocks.all().len());
        let mut noted = Noted { blocks: Vec::with_capacity(article.blocks.len()), stems, letters: Vec::new() };
        for (block, tokens) in article.blocks.iter().zip(reading.blocks.iter()) {
            self.blocks += 1;
            let profile = self.read_block(block.kind, tokens, &mut noted);
            noted.blocks.push(profile);
        }
        // Two letters in a row that are new were in no block before.
        let before = before.into_iter().chain(std::iter::repeat(0));
        let counts: Vec<u32> = self.features.iter().zip(before).map(|(met, before)| met.blocks - before).collect();
        noted.indexed(&counts)
    }

    fn read_block(&mut self, kind: Kind, tokens: &[Token], noted: &mut Noted) -> Profile {
        let start = noted.stems.len();
        let Taken { letters, print, is_spaceless } = self.take_stems(tokens, &mut noted.stems);
        let words = noted.stems.len() - start;
        let mut bigrams = 0;
        if kind == Kind::Furniture {
            noted.stems.truncate(start);
        } else {
            bigrams = self.meet(&mut noted.stems[start..]);
            if is_spaceless {
                let met = self.meet_letters(tokens).into_iter();
                noted.letters.extend(met.map(|letters| (noted.blocks.len(), letters)));
            }
        }
        Profile { stems: start..noted.stems.len(), total: 0, bigrams, print, words, length: letters + words }
    }

    /// Takes the stems of a block.
    fn take_stems(&self, tokens: &[Token], stems: &mut Vec<Stem>) -> Taken {
        let mut taken = Taken { letters: 0, print: 0, is_spaceless: false };
        let mut hasher = FxHasher::default();
        for token in tokens.iter().filter(|token| token.is_word) {
            let folds = self.lexicon.folds(token.form);
            taken.letters += usize::from(folds.letters);
            if folds.is_spaceless {
                taken.is_spaceless = true;
                let letters = self.lexicon.stems(token.form);
                stems.extend(letters.inspect(|letter| letter.hash(&mut hasher)).map(Stem::new));
            } else {
                folds.stem.hash(&mut hasher);
                stems.push(Stem::new(folds.stem));
            }
        }
        taken.print = hasher.finish();
        taken
    }

    /// Meets the stems of a block, and notes where each stands first, and each two in a row; returns how many two there are.
    fn meet(&mut self, stems: &mut [Stem]) -> usize {
        for stem in &mut *stems {
            if self.features[stem.form().index()].meet(self.blocks) {
                stem.set_first();
            }
        }
        self.meet_bigrams(stems)
    }

    /// Two stems in a row can only stand in the block twice if both of them do.
    fn meet_bigrams(&mut self, stems: &mut [Stem]) -> usize {
        let is_twice = |stem: Stem| self.features[stem.form().index()].last_twice == self.blocks;
        self.doubtful.clear();
        let mut count = 0;
        for k in 1..stems.len() {
            let (stem, next) = (stems[k - 1], stems[k]);
            if is_twice(stem) && is_twice(next) {
                self.doubtful.push((stem.bigram(next), k - 1));
            } else {
                stems[k - 1].set_begins_bigram();
                count += 1;
            }
        }
        self.doubtful.sort_unstable();
        for same in self.doubtful.chunk_by(|a, b| a.0 == b.0) {
            stems[same[0].1].set_begins_bigram();
            count += 1;
        }
        count
    }

    /// Meets two letters in a row of a block, and returns those that it has. In scripts that part no words a stem is one
    /// letter, which stands everywhere, and only two of them tell a block.
    fn meet_letters(&mut self, tokens: &[Token]) -> Vec<Feature> {
        let mut met = Vec::new();
        let mut before = None;
        for token in tokens.iter().filter(|token| token.is_word) {
            let is_spaceless = self.lexicon.folds(token.form).is_spaceless;
            before = before.filter(|_| is_spaceless);
            for letter in self.lexicon.stems(token.form).filter(|_| is_spaceless) {
                if let Some(before) = before.replace(letter) {
                    let feature = self.number(bigram(before, letter));
                    met.extend(Some(feature).filter(|_| self.features[feature as usize].meet(self.blocks)));
                }
            }
        }
        met
    }

    /// The number of two letters in a row.
    fn number(&mut self, letters: Bigram) -> Feature {
        let next = Feature::try_from(self.features.len()).expect("a story has fewer than 2^32 features");
        let number = *self.letters.entry(letters).or_insert(next);
        if number == next {
            self.features.push(Occurrences::default());
        }
        number
    }

    /// What each feature weighs, by how many blocks have it: the logarithm of how many times rarer it is than one that stands
    /// in every block.
    fn weights(&self) -> Vec<u16> {
        let most = self.features.iter().map(|met| met.blocks).max().unwrap_or(0);
        let blocks = f64::from(self.blocks) + 1.0;
        let weight = |with: u32| (UNIT * (blocks / f64::from(with.max(1))).ln()) as u16 + 1;
        let weights: Vec<u16> = (0..=most).map(weight).collect();
        self.features.iter().map(|met| weights[met.blocks as usize]).collect()
    }
}

/// An article that was read.
struct Noted {
    blocks: Vec<Profile>,
    stems: Vec<Stem>,
    /// Blocks, each with two letters in a row that it has.
    letters: Vec<(usize, Feature)>,
}

impl Noted {
    /// Indexes the blocks, and notes which stems stand in one only. `counts` says how many of them have each feature.
    fn indexed(mut self, counts: &[u32]) -> Profiles {
        let mut index = Filling::of(counts);
        for (block, profile) in self.blocks.iter().enumerate() {
            for stem in &mut self.stems[profile.stems.clone()] {
                if stem.is_first() {
                    index.add(block, stem.feature());
                }
                if counts[stem.form().index()] == 1 {
                    stem.set_alone();
                }
            }
        }
        for (block, feature) in self.letters {
            index.add(block, feature);
        }
        Profiles { blocks: self.blocks, index: index.close(), stems: self.stems, ..Profiles::default() }
    }
}

impl Profiles {
    /// Weighs the blocks.
    fn weigh(&mut self, weights: &Arc<[u16]>) {
        for block in &mut self.blocks {
            let first = self.stems[block.stems.clone()].iter().filter(|stem| stem.is_first());
            block.total = first.map(|stem| u64::from(weights[stem.form().index()])).sum();
        }
        self.weights = Arc::clone(weights);
    }
}
