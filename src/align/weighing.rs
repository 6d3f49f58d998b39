//! From the words of a story to the [`Profiles`] of its articles.
//!
//! The features of each block are noted as they are read; then the whole is turned over, so that what each feature weighs,
//! which blocks of an article have it, and the sorted features of each block come out of one pass:
//!
//! ```text
//!     A1   ferry hull crack             crack  A1 B2    rare                A1  crack hull ferry
//!     A2   ferry fare            ─►     fare   A2       rarer     ─►        A2  fare ferry
//!     B1   ferry hull                   ferry  A1 A2 B1 common              B1  hull ferry
//! ```

use std::hash::{Hash, Hasher};
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHasher};

use super::index::Index;
use super::profile::{Double, Feature, Profile, Profiles, Stem, UNIT};
use crate::article::{Article, Kind};
use crate::words::{Form, Lexicon, Reading, Token};

/// Weighs the stems of all blocks of a story, article by article.
///
/// Cost: linear in the words.
#[must_use]
pub fn profiles(articles: &[(&Article, &Reading)], lexicon: &Lexicon) -> Vec<Profiles> {
    let words = articles.iter().map(|(_, reading)| reading.blocks.all().len()).sum();
    let mut gathered = Gathered::new(lexicon, words);
    for (article, reading) in articles {
        for (block, tokens) in article.blocks.iter().zip(reading.blocks.iter()) {
            gathered.add(tokens, lexicon, block.kind == Kind::Furniture);
        }
    }
    let mut blocks = std::mem::take(&mut gathered.blocks);
    let mut each = blocks.iter_mut();
    let sizes = articles.iter().map(|(article, _)| article.blocks.len());
    let profiles: Vec<Profiles> = sizes
        .map(|size| Profiles {
            blocks: each.by_ref().take(size).map(Block::profile).collect(),
            index: Index::default(),
        })
        .collect();
    gathered.blocks = blocks;
    gathered.weigh(profiles)
}

/// The features of a story's blocks, in the order in which they are read.
struct Gathered {
    blocks: Vec<Block>,
    /// The features of all blocks, block by block, each once in a block.
    features: Vec<Feature>,
    /// How many features are stems: the forms of the lexicon.
    forms: usize,
    /// The numbers of two letters in a row.
    letters: FxHashMap<Double, Feature>,
    /// How many blocks have each feature, and which one, counted from 1, had it last.
    with: Vec<(u32, u32)>,
    /// The stems of the block that is being read.
    stems: Vec<Form>,
}

/// What is known of a block before weights are.
struct Block {
    features: Range<usize>,
    doubles: Vec<Double>,
    print: u64,
    words: usize,
    length: usize,
}

impl Block {
    fn profile(&mut self) -> Profile {
        Profile {
            stems: Vec::with_capacity(self.features.len()),
            doubles: std::mem::take(&mut self.doubles),
            print: self.print,
            words: self.words,
            length: self.length,
            ..Profile::default()
        }
    }
}

impl Gathered {
    fn new(lexicon: &Lexicon, words: usize) -> Self {
        let forms = lexicon.len();
        Self {
            blocks: Vec::new(),
            features: Vec::with_capacity(words),
            forms,
            letters: FxHashMap::default(),
            with: vec![(0, 0); forms],
            stems: Vec::new(),
        }
    }

    fn add(&mut self, tokens: &[Token], lexicon: &Lexicon, is_furniture: bool) {
        self.stems.clear();
        let first = self.features.len();
        let mut length = 0;
        let mut before = None;
        for token in tokens.iter().filter(|token| lexicon.folds(token.form).is_word) {
            // A letter of a script without spaces is as long as a word of one letter.
            length += lexicon.letters(token.form);
            before = before.filter(|_| lexicon.is_spaceless(token.form));
            for stem in lexicon.stems(token.form) {
                self.stems.push(stem);
                if !is_furniture {
                    self.meet(feature(stem.index()));
                    if let Some(before) = before {
                        self.meet_letters(double(before, stem));
                    }
                }
                before = lexicon.is_spaceless(token.form).then_some(stem);
            }
        }
        let doubles = if is_furniture { Vec::new() } else { doubles(&self.stems) };
        let (features, words) = (first..self.features.len(), self.stems.len());
        self.blocks.push(Block { features, doubles, print: print(&self.stems), words, length: length + words });
    }

    /// Notes two letters in a row. In scripts that part no words a stem is one letter, which stands everywhere, and only two
    /// of them tell a block.
    fn meet_letters(&mut self, letters: Double) {
        let next = feature(self.with.len());
        let number = *self.letters.entry(letters).or_insert(next);
        if number == next {
            self.with.push((0, 0));
        }
        self.meet(number);
    }

    /// Notes a feature of the block that is being read, once.
    fn meet(&mut self, feature: Feature) {
        let block = u32::try_from(self.blocks.len() + 1).unwrap_or(u32::MAX);
        let (with, last) = &mut self.with[feature as usize];
        if *last != block {
            *last = block;
            *with += 1;
            self.features.push(feature);
        }
    }

    /// Gives each profile its features by number, with their weights, and indexes them.
    fn weigh(&self, mut profiles: Vec<Profiles>) -> Vec<Profiles> {
        let weights = self.weights();
        let places = Places::of(&profiles);
        for (feature, blocks) in self.postings().features() {
            let weight = weights[blocks.len()];
            let mut rest = blocks;
            while let Some(&first) = rest.first() {
                let (article, range) = places.article_of(first);
                let (own, after) = rest.split_at(rest.partition_point(|&block| block < range.end));
                rest = after;
                let Profiles { blocks: profiles, index } = &mut profiles[article];
                let own_blocks = own.iter().map(|&block| (block - range.start) as usize);
                for block in own_blocks.clone() {
                    self.give(&mut profiles[block], feature, weight, own.len() == 1);
                }
                if own.len() < blocks.len() {
                    index.add(feature, weight, own_blocks);
                }
            }
        }
        profiles
    }

    /// Gives a profile a feature, if it is a stem.
    fn give(&self, profile: &mut Profile, feature: Feature, weight: u32, is_alone: bool) {
        if (feature as usize) < self.forms {
            profile.stems.push(Stem { form: Form::with_index(feature), weight, is_alone });
            profile.total += u64::from(weight);
        }
    }

    /// What a feature weighs by how many blocks have it: the logarithm of how many times rarer it is than one that stands in
    /// every block.
    fn weights(&self) -> Vec<u32> {
        let most = self.with.iter().map(|(with, _)| *with).max().unwrap_or(0);
        let blocks = self.blocks.len() as f64 + 1.0;
        (0..=most).map(|with| (UNIT * (blocks / f64::from(with.max(1))).ln()) as u32 + 1).collect()
    }

    /// Which blocks have each feature. Cost: linear in the features.
    fn postings(&self) -> Postings {
        let mut ends: Vec<u32> = Vec::with_capacity(self.with.len());
        let mut sum = 0;
        for &(with, _) in &self.with {
            ends.push(sum);
            sum += with;
        }
        let mut blocks = vec![0; sum as usize];
        for (number, block) in (0_u32..).zip(&self.blocks) {
            for &feature in &self.features[block.features.clone()] {
                let end = &mut ends[feature as usize];
                blocks[*end as usize] = number;
                *end += 1;
            }
        }
        Postings { ends, blocks }
    }
}

/// Which article a block of the story is of.
struct Places {
    article_of: Vec<u32>,
    /// Where the blocks of each article begin, and where the last ones end.
    bounds: Vec<u32>,
}

impl Places {
    fn of(profiles: &[Profiles]) -> Self {
        let (mut article_of, mut bounds) = (Vec::new(), vec![0]);
        for (article, profiles) in (0..).zip(profiles) {
            article_of.resize(article_of.len() + profiles.blocks.len(), article);
            bounds.push(feature(article_of.len()));
        }
        Self { article_of, bounds }
    }

    /// The article of a block, and the blocks that are its.
    fn article_of(&self, block: u32) -> (usize, Range<u32>) {
        let article = self.article_of[block as usize] as usize;
        (article, self.bounds[article]..self.bounds[article + 1])
    }
}

/// The blocks that have each feature, ascending.
struct Postings {
    /// Where those of each feature end in `blocks`.
    ends: Vec<u32>,
    blocks: Vec<u32>,
}

impl Postings {
    /// The features that blocks have, ascending, with the blocks.
    fn features(&self) -> impl Iterator<Item = (Feature, &[u32])> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let ranges = starts.zip(&self.ends).map(|(start, &end)| start as usize..end as usize);
        (0..).zip(ranges).filter(|(_, range)| !range.is_empty()).map(|(feature, range)| (feature, &self.blocks[range]))
    }
}

fn feature(number: usize) -> Feature {
    u32::try_from(number).expect("a story has fewer than 2^32 features")
}

/// Each two stems in a row, once and sorted.
fn doubles(stems: &[Form]) -> Vec<Double> {
    let mut doubles: Vec<Double> = stems.windows(2).map(|two| double(two[0], two[1])).collect();
    doubles.sort_unstable();
    doubles.dedup();
    doubles
}

fn double(first: Form, second: Form) -> Double {
    // Forms have 32 bits.
    (first.index() as u64) << 32 | second.index() as u64
}

/// The fingerprint of stems in their order.
fn print(stems: &[Form]) -> u64 {
    let mut hasher = FxHasher::default();
    for stem in stems {
        stem.hash(&mut hasher);
    }
    hasher.finish()
}
