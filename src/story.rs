//! The articles on one event, read once and compared pair by pair; and what can be seen of all of them at once.
//!
//! [`Matrix`] says who shares wording with whom, [`Passages`] which blocks of all articles answer each other,
//! [`proposal`] which one is proposed as the source, [`lineage`] where an article's words stand besides, and [`naming`] and
//! [`credit`] whether it says so. [`StoryPins`] are what a reader has set opposite by hand.

pub mod alone;
pub mod analysis;
pub mod credit;
mod crossings;
mod languages;
pub mod lineage;
pub mod matrix;
pub mod naming;
pub mod outlet_set;
pub mod parallel_pairs;
mod passage_cores;
mod passage_links;
pub mod passage_lists;
mod passage_order;
pub mod passages;
pub mod perspective;
pub mod pins;
pub mod presence;
pub mod proposal;
pub mod scope;
mod told;
pub mod wording;

pub use alone::{Alone, Parted};
pub use analysis::{AnalysisBuilder, StoryAnalysis};
pub use matrix::Matrix;
pub use parallel_pairs::{Progress, Watch};
pub(crate) use passage_links::PassageLinks;
pub use passages::{Passage, Passages};
pub use perspective::{Lineage, Perspective};
pub use pins::StoryPins;
pub use presence::Presence;
pub use scope::StoryScope;
pub use wording::SharedWording;

use crate::align::Link;
use crate::align::related::NearBlock;
use crate::align::terms::{self, ArticleTerms};
use crate::article::Article;
use crate::background::Background;
use crate::comparison::{self, Comparison, InCommon, Prepared};
use crate::elsewhere;
use crate::list_choice::ListChoice;
use crate::pair::{Pair, Side};
use crate::run_index::RunIndex;
use crate::sharing;
use crate::words::{Lexicon, Reading, Token};

/// Holds articles on one event, with their words numbered over all of them.
#[derive(Debug, Default)]
pub struct Story {
    /// What the story is called.
    pub name: String,
    articles: Vec<Article>,
    lexicon: Lexicon,
    readings: Vec<Reading>,
    background: Background,
    terms: Vec<ArticleTerms>,
    runs: Vec<RunIndex>,
    /// Which language each article is in.
    languages: Vec<languages::Told>,
    /// What is opposite by hand where nothing else is said.
    pins: StoryPins,
    /// Which lists of words mark what.
    lists: ListChoice,
}

impl Story {
    /// Reads the words of all articles and weighs them.
    ///
    /// Cost: linear in the text.
    #[must_use]
    pub fn new(name: impl Into<String>, articles: Vec<Article>) -> Self {
        let mut lexicon = Lexicon::default();
        let readings: Vec<Reading> = articles.iter().map(|article| lexicon.read(article)).collect();
        let pairs: Vec<(&Article, &Reading)> = articles.iter().zip(&readings).collect();
        let background = Background::of(&lexicon);
        let terms = terms::read(&pairs, &lexicon, &background);
        let runs = pairs.iter().map(|(article, reading)| RunIndex::new(article, reading, &lexicon)).collect();
        let languages = languages::told(&articles, &terms);
        Self {
            name: name.into(),
            languages,
            lexicon,
            background,
            terms,
            runs,
            readings,
            articles,
            pins: StoryPins::default(),
            lists: ListChoice::default(),
        }
    }

    /// Has lists of words switched off or added to, for what is marked by them.
    #[must_use]
    pub fn with_lists(self, lists: ListChoice) -> Self {
        Self { lists, ..self }
    }

    /// Returns which lists of words mark what.
    #[must_use]
    pub const fn lists(&self) -> &ListChoice {
        &self.lists
    }

    /// Sets blocks opposite by hand, for all that compares its articles and names no other pins.
    #[must_use]
    pub fn with_pins(self, pins: StoryPins) -> Self {
        Self { pins, ..self }
    }

    /// Returns what was set opposite by hand with [`Story::with_pins`].
    #[must_use]
    pub const fn pins(&self) -> &StoryPins {
        &self.pins
    }

    /// Returns the articles, in the order of their letters.
    #[must_use]
    pub fn articles(&self) -> &[Article] {
        &self.articles
    }

    /// Returns two of the articles.
    ///
    /// # Panics
    ///
    /// If an index is beyond the last article.
    #[must_use]
    pub fn pair(&self, indices: Pair<usize>) -> Pair<&Article> {
        indices.map(|index| &self.articles[index])
    }

    /// Links the blocks of two of the articles, without comparing their words: what [`Story::compare`] does first.
    ///
    /// # Panics
    ///
    /// If an index is beyond the last article.
    #[must_use]
    pub fn aligned(&self, indices: Pair<usize>) -> Vec<Link> {
        self.aligned_pinned(indices, &self.pins)
    }

    /// Does the same where some blocks are pinned to each other.
    ///
    /// # Panics
    ///
    /// If an index is beyond the last article.
    #[must_use]
    pub fn aligned_pinned(&self, indices: Pair<usize>, pins: &StoryPins) -> Vec<Link> {
        Comparison::aligned(self.prepared(indices), &pins.of(indices))
    }

    /// Returns the words of each block of an article, of whatever kind it is.
    pub fn lengths(&self, index: usize) -> impl Iterator<Item = usize> {
        self.terms.get(index).into_iter().flat_map(|terms| terms.blocks.iter().map(|block| block.words))
    }

    /// Tells for each block of an article whether another block of it says it already.
    fn repeated(&self, index: usize, is_linked: impl Fn(usize) -> (bool, bool)) -> impl Iterator<Item = bool> {
        elsewhere::repeated(&self.runs[index], is_linked).into_iter().map(|own| !own.is_empty())
    }

    /// Tells whether wording of some blocks of an article, five words in a row, stands anywhere in another one but in its
    /// furniture.
    ///
    /// Cost: linear in the words of these blocks.
    pub(crate) fn has_wording(&self, (article, blocks): (usize, &[usize]), other: usize) -> bool {
        let (own, there) = (&self.runs[article], &self.runs[other]);
        let mut starts = blocks.iter().flat_map(|&block| own.starts(block));
        starts.any(|start| there.places(own, start).next().is_some())
    }

    /// Returns the words and marks of a block of an article.
    ///
    /// # Panics
    ///
    /// If an index is beyond the last.
    pub(crate) fn tokens(&self, article: usize, block: usize) -> &[Token] {
        &self.readings[article].blocks[block]
    }

    /// Returns what the words of all articles are numbered by.
    pub(crate) const fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Returns the code of an article's language (ISO 639-1), of those that evidence is known of: what is stated, else what its words
    /// show for sure, else that of its story, else English; empty where its words fit another one better.
    pub(crate) fn language(&self, article: usize) -> &str {
        &self.languages[article].code
    }

    /// Tells whether it is known which language an article is in, as far as evidence reads it.
    pub(crate) fn is_language_known(&self, article: usize) -> bool {
        self.languages[article].is_known
    }

    /// Returns the words of two articles, as their shared wording is looked for.
    ///
    /// # Panics
    ///
    /// If an index is beyond the last article.
    pub(crate) fn run_indices(&self, indices: Pair<usize>) -> Pair<&RunIndex> {
        indices.map(|index| &self.runs[index])
    }

    /// Counts the body words of an article.
    ///
    /// # Panics
    ///
    /// If the index is beyond the last article.
    #[must_use]
    pub fn words(&self, index: usize) -> usize {
        self.runs[index].body_words()
    }

    /// Returns the share of the body words of each of some articles that another one has too, 0 to 1.
    ///
    /// Cost: linear in their words.
    ///
    /// # Panics
    ///
    /// If an index is beyond the last article.
    #[must_use]
    pub fn shares(&self, of: &[usize], with: usize) -> Vec<f64> {
        sharing::shares(of.iter().map(|&index| &self.runs[index]), &self.runs[with])
    }

    /// Compares two of the articles.
    ///
    /// Cost: near linear in their words.
    ///
    /// # Panics
    ///
    /// If an index is beyond the last article.
    #[must_use]
    pub fn compare(&self, indices: Pair<usize>) -> Comparison {
        self.compare_pinned(indices, &self.pins)
    }

    /// Does the same where some blocks are pinned to each other.
    ///
    /// # Panics
    ///
    /// If an index is beyond the last article.
    #[must_use]
    pub fn compare_pinned(&self, indices: Pair<usize>, pins: &StoryPins) -> Comparison {
        Comparison::of(self.prepared(indices), &pins.of(indices))
    }

    /// Tells whether two of the articles have the same words and marks in the same order, but for the shapes of
    /// quotation marks, dashes and spaces: however they are cut into blocks, and whatever kinds those are.
    ///
    /// Cost: linear in the words up to the first that differs.
    ///
    /// # Panics
    ///
    /// If an index is beyond the last article.
    #[must_use]
    pub fn is_same(&self, indices: Pair<usize>) -> bool {
        let tokens = indices.map(|index| self.readings[index].blocks.all());
        let mut both = tokens.left.iter().zip(tokens.right);
        tokens.left.len() == tokens.right.len()
            && both.all(|(left, right)| self.lexicon.is_verbatim(left.form, right.form))
    }

    /// Returns the rarest words, or runs of them, that the blocks of a link have in common: what it rests on. Six at
    /// the most, as one of the texts spells them.
    ///
    /// Cost: near linear in the words of the blocks.
    ///
    /// # Panics
    ///
    /// If an index is beyond the last article, or a block beyond the article's last.
    #[must_use]
    pub fn rests_on(&self, indices: Pair<usize>, blocks: &Pair<Vec<usize>>) -> Vec<String> {
        self.evidence(indices)(blocks)
    }

    /// Does the same for many links of the two, and weighs their names but once.
    ///
    /// # Panics
    ///
    /// If an index is beyond the last article.
    pub fn evidence(&self, indices: Pair<usize>) -> impl Fn(&Pair<Vec<usize>>) -> Vec<String> + '_ {
        comparison::rests_on(self.prepared(indices))
    }

    /// The blocks of the right article, or of the left one, that a block of the other comes nearest to, the nearest first and three
    /// at the most, beside some pins: what may be said of a block alone. What they have in common names [`Story::rests_on`].
    ///
    /// Cost: that of aligning the two.
    ///
    /// # Panics
    ///
    /// If a place is beyond the last article, or the block beyond the article's last.
    #[must_use]
    pub fn nearest_to(&self, places: Pair<usize>, pins: &StoryPins, side: Side, block: usize) -> Vec<NearBlock> {
        comparison::nearest_to(self.prepared(places), &pins.of(places), side, block)
    }

    /// Finds what blocks of two of the articles have in common where a link does not tell it, the strongest first.
    ///
    /// Cost: near linear in their words.
    ///
    /// # Panics
    ///
    /// If an index is beyond the last article.
    #[must_use]
    pub fn in_common(&self, indices: Pair<usize>, comparison: &Comparison) -> Vec<InCommon> {
        comparison::in_common(self.prepared(indices), comparison)
    }

    /// Compares every other article with one of them.
    ///
    /// Cost: that of the comparisons, shared out among the processors.
    ///
    /// # Panics
    ///
    /// If the index is beyond the last article.
    #[must_use]
    pub fn seen_from(&self, base: usize) -> BaseComparisons<'_> {
        self.seen_from_watched(base, &self.pins, &parallel_pairs::unwatched).expect("nobody stops it")
    }

    /// Does the same where some blocks are pinned, watched; `None` if it was stopped.
    ///
    /// # Panics
    ///
    /// If the index is beyond the last article.
    #[must_use]
    pub fn seen_from_watched(&self, base: usize, pins: &StoryPins, watch: Watch<'_>) -> Option<BaseComparisons<'_>> {
        let others = (0..self.articles.len()).filter(|&article| article != base);
        let pairs: Vec<Pair<usize>> = others.map(|article| Pair::new(base, article)).collect();
        let mut compared: Vec<Option<Comparison>> = self.articles.iter().map(|_| None).collect();
        for (pair, comparison) in parallel_pairs::each(&pairs, watch, |pair| self.compare_pinned(pair, pins))? {
            compared[pair.right] = Some(comparison);
        }
        Some(BaseComparisons { story: self, base, compared })
    }

    fn prepared(&self, indices: Pair<usize>) -> Pair<Prepared<'_>> {
        indices.map(|index| Prepared {
            article: &self.articles[index],
            reading: &self.readings[index],
            terms: &self.terms[index],
            background: &self.background,
            runs: &self.runs[index],
            lexicon: &self.lexicon,
        })
    }
}

/// Holds every other article of a story compared with one of them, the base on the left.
#[derive(Debug)]
pub struct BaseComparisons<'s> {
    /// The story.
    pub story: &'s Story,
    /// The index of the base.
    pub base: usize,
    compared: Vec<Option<Comparison>>,
}

impl BaseComparisons<'_> {
    /// Returns the comparison of the base with another article; `None` for the base itself.
    #[must_use]
    pub fn with(&self, article: usize) -> Option<&Comparison> {
        self.compared.get(article)?.as_ref()
    }

    /// Returns the other articles, each compared with the base.
    pub fn others(&self) -> impl Iterator<Item = (usize, &Comparison)> {
        self.compared.iter().enumerate().filter_map(|(article, comparison)| Some((article, comparison.as_ref()?)))
    }
}
