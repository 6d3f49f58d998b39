//! From the words of a story to the [`ArticleTerms`] of its articles.
//!
//! Block by block, the stems are noted as they are read, with what can be told at once: whether they stand first in the block.
//! How many blocks of the article have each is known at the end; then the stems are gone through once more, and the article gets
//! its [`index`](super::index):
//!
//! ```text
//!     A1   ferry hull crack             ferry  in 2            index of A: crack 1, fare 2, ferry 1 2, hull 1
//!     A2   ferry fare            ─►     hull   in 1     ─►     stands in one block only: crack, fare, hull
//! ```
//!
//! The numbers of the stems are the story's; everything else depends on the one article alone.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHasher};

use super::capitals::{Opening, Shape, Writing};
use super::index::{Feature, Filling, Index};
use super::names::Companions;
use super::profile::{Bigram, Profile, Stem, bigram};
use crate::article::{Article, Block, Kind};
use crate::background::{Background, Identified, Language};
use crate::words::{Form, Lexicon, Reading, Token};

/// What one article says, block by block, before its words are weighed against those of another.
#[derive(Clone, Debug, Default)]
pub struct ArticleTerms {
    /// One for each block; what they weigh is not known.
    pub blocks: Vec<Profile>,
    /// Which blocks have a feature that other articles of the story have too.
    pub(super) index: Arc<Index>,
    /// The stems of all blocks, block by block.
    pub(super) stems: Arc<[Stem]>,
    /// How the article has each feature that it has, in the order of the features.
    pub(super) uses: Vec<Use>,
    /// Which of its names stand together.
    pub(super) companions: Companions,
    /// How its names begin, ascending.
    pub(super) names: Vec<Opening>,
    /// How many features the story has.
    pub(super) features: usize,
    /// The language that it is in, if there is a table of its words.
    pub language: Option<Language>,
    /// Its script, and the language that is sure.
    pub identified: Option<Identified>,
}

impl ArticleTerms {
    /// Returns the stems of a block, each once.
    pub(super) fn different(&self, block: usize) -> impl Iterator<Item = Stem> {
        self.stems[self.blocks[block].stems.clone()].iter().copied().filter(|stem| stem.is_first())
    }

    /// Returns how many words the article has. Cost: linear in the blocks.
    #[must_use]
    pub fn words(&self) -> usize {
        self.blocks.iter().map(|block| block.words).sum()
    }

    /// Returns how many blocks have a stem. Cost: logarithmic in the article's stems.
    pub(super) fn blocks_with(&self, form: Form) -> u32 {
        self.use_of(Stem::new(form).feature()).map_or(0, |of| of.blocks)
    }

    /// Returns how the article writes a stem. Cost: logarithmic in the article's stems.
    pub(super) fn shape(&self, feature: Feature) -> Shape {
        self.use_of(feature).map_or_else(Shape::default, |of| of.shape)
    }

    fn use_of(&self, feature: Feature) -> Option<&Use> {
        self.uses.binary_search_by_key(&feature, |of| of.feature).ok().map(|place| &self.uses[place])
    }
}

/// How an article has a feature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Use {
    pub feature: Feature,
    /// How many of its blocks have it.
    pub blocks: u32,
    /// How it is written there.
    pub shape: Shape,
}

/// Reads the stems of all blocks of a story, article by article.
///
/// Cost: linear in the words, and in the different stems of the story for each article.
#[must_use]
pub fn read(articles: &[(&Article, &Reading)], lexicon: &Lexicon, background: &Background) -> Vec<ArticleTerms> {
    let mut gathered = Gathered::new(lexicon);
    let mut terms: Vec<ArticleTerms> =
        articles.iter().map(|(article, reading)| gathered.read(article, reading)).collect();
    for (terms, (article, _)) in terms.iter_mut().zip(articles) {
        terms.features = gathered.features.len();
        let has_others = |feature, count| count < gathered.features[feature as usize].blocks;
        Arc::make_mut(&mut terms.index).retain(has_others);
        let uses = terms.uses.iter().map(|of| (of.feature, of.blocks));
        let stated = article.language.as_deref();
        terms.language = background.language(stated, uses);
        let body = article.blocks.iter().filter(|block| block.kind != Kind::Furniture);
        let letters = body.flat_map(|block| block.text.chars());
        terms.identified = background.identify(stated, letters, terms.stems.iter().map(|stem| stem.form()));
    }
    terms
}

/// What is known of a story's features while its blocks are read.
struct Gathered<'l> {
    lexicon: &'l Lexicon,
    /// First the stems, which are forms of the lexicon; then two letters in a row.
    features: Vec<Occurrences>,
    /// How the article that is being read writes them.
    writing: Writing<'l>,
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
    /// Whether some are found by their letters.
    is_by_letters: bool,
}

impl<'l> Gathered<'l> {
    fn new(lexicon: &'l Lexicon) -> Self {
        let features = vec![Occurrences::default(); lexicon.len()];
        let writing = Writing::new(lexicon);
        Self { lexicon, features, writing, letters: FxHashMap::default(), blocks: 0, doubtful: Vec::new() }
    }

    /// Reads an article. What its blocks weigh is not known yet.
    fn read(&mut self, article: &Article, reading: &Reading) -> ArticleTerms {
        let before: Vec<u32> = self.features.iter().map(|met| met.blocks).collect();
        let stems = Vec::with_capacity(reading.blocks.all().len());
        let mut noted = Noted { blocks: Vec::with_capacity(article.blocks.len()), stems, letters: Vec::new() };
        let (mut paragraphs, mut has_headline) = (0, false);
        for (block, tokens) in article.blocks.iter().zip(reading.blocks.iter()) {
            self.blocks += 1;
            let profile = self.read_block(block, tokens, &mut noted);
            has_headline |= block.kind == Kind::Headline;
            paragraphs += usize::from(block.kind == Kind::Paragraph && profile.words > 0);
            noted.blocks.push(Profile {
                is_beside: block.kind.is_aside() || profile.words == 0,
                is_headline: block.kind == Kind::Headline,
                is_first: block.kind == Kind::Headline
                    || has_headline && block.kind == Kind::Paragraph && paragraphs == 1,
                ..profile
            });
        }
        // Two letters in a row that are new were in no block before.
        let before = before.into_iter().chain(std::iter::repeat(0));
        let counts: Vec<u32> = self.features.iter().zip(before).map(|(met, before)| met.blocks - before).collect();
        let uses = self.uses(&counts);
        let names = self.writing.openings(uses.iter().filter(|of| of.shape.names()).map(|of| of.feature));
        let companions = self.writing.close();
        ArticleTerms { uses, companions, names, ..noted.indexed(&counts) }
    }

    /// Returns how the article that was read has each feature that it has.
    fn uses(&self, counts: &[u32]) -> Vec<Use> {
        let of = |(feature, &blocks): (usize, &u32)| {
            let shape = self.writing.shape(feature);
            let feature = Feature::try_from(feature).expect("a story has fewer than 2^32 features");
            (blocks > 0).then_some(Use { feature, blocks, shape })
        };
        counts.iter().enumerate().filter_map(of).collect()
    }

    fn read_block(&mut self, block: &Block, tokens: &[Token], noted: &mut Noted) -> Profile {
        let start = noted.stems.len();
        if block.kind == Kind::Paragraph {
            self.writing.read(&block.text, tokens);
        }
        let Taken { letters, print, is_by_letters } = self.take_stems(tokens, &mut noted.stems);
        let words = noted.stems.len() - start;
        let mut bigrams = 0;
        if block.kind == Kind::Furniture {
            noted.stems.truncate(start);
        } else {
            bigrams = self.meet(&mut noted.stems[start..]);
            if is_by_letters {
                let met = self.meet_letters(tokens).into_iter();
                noted.letters.extend(met.map(|letters| (noted.blocks.len(), letters)));
            }
        }
        let stems = start..noted.stems.len();
        Profile { stems, bigrams, print, words, length: letters + words, ..Profile::default() }
    }

    /// Takes the stems of a block.
    fn take_stems(&self, tokens: &[Token], stems: &mut Vec<Stem>) -> Taken {
        let mut taken = Taken { letters: 0, print: 0, is_by_letters: false };
        let mut hasher = FxHasher::default();
        // From nothing the hash of form 0 is nothing again: a block that has it would be one without.
        hasher.write_u32(1);
        for token in tokens.iter().filter(|token| token.is_word) {
            let folds = self.lexicon.folds(token.form);
            taken.letters += usize::from(folds.letters);
            if folds.is_by_letters {
                taken.is_by_letters = true;
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

    /// Meets two letters in a row of a block, and returns those that it has. Of words that are found by their letters a
    /// stem is one of these, which stands everywhere, and only two of them tell a block.
    fn meet_letters(&mut self, tokens: &[Token]) -> Vec<Feature> {
        let mut met = Vec::new();
        let mut before = None;
        for token in tokens.iter().filter(|token| token.is_word) {
            let is_by_letters = self.lexicon.folds(token.form).is_by_letters;
            before = before.filter(|_| is_by_letters);
            for letter in self.lexicon.stems(token.form).filter(|_| is_by_letters) {
                if let Some(before) = before.replace(letter) {
                    let feature = self.number(bigram(before, letter));
                    met.extend(Some(feature).filter(|_| self.features[feature as usize].meet(self.blocks)));
                }
            }
        }
        met
    }

    /// Returns the number of two letters in a row.
    fn number(&mut self, letters: Bigram) -> Feature {
        let next = Feature::try_from(self.features.len()).expect("a story has fewer than 2^32 features");
        let number = *self.letters.entry(letters).or_insert(next);
        if number == next {
            self.features.push(Occurrences::default());
        }
        number
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
    fn indexed(mut self, counts: &[u32]) -> ArticleTerms {
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
        let (index, stems) = (Arc::new(index.close()), self.stems.into());
        ArticleTerms { blocks: self.blocks, index, stems, ..ArticleTerms::default() }
    }
}
