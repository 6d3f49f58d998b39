//! Names of people, bodies and places: runs of words with capitals, told from words that only open a sentence.
//!
//! ```text
//!     A  Minister of State Security Ada Quill … Quill said      Ada Quill, twice
//!     B  the council’s leader, Ada Quill                        Ada Quill
//!     D  Bo Quill, a baker … Mr. Quill                          Bo Quill, twice: in D nobody else has the surname
//!     C  Quill                                                  not told: two people of the story have it
//! ```
//!
//! A word that opens a sentence is of a name only if it stands nowhere in the story in small letters. Runs are one name if they have
//! the same words, or if the shorter one is the surname of one person alone: of the article, else of the story.

mod aliases;
mod bearers;
mod bodies;
mod countries;
mod elsewhere;
mod found;
mod german;
mod introduced;
mod japanese;
mod merged;
mod nouns;
mod openers;
mod own;
mod plurals;
mod runs;
mod words;
mod works;

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::outer::OuterText;
use super::quotations::{Manner, quotations};
use super::tokens::Token;
use super::told::told_blocks;
use super::tongue::Tongue;
use super::word_lists::WordLists;
use crate::article::Article;
use crate::story::parallel_pairs;

pub(super) use runs::is_opener;

use found::{NameFinder, StoryWords};
use merged::merged;
use runs::runs;
use words::words_of;

/// Where a name stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The index of the article.
    pub article: usize,
    /// The index of the block.
    pub block: usize,
    /// Where the name itself stands, without titles, in bytes.
    pub range: Range<usize>,
    /// The same with what describes whose it is, as it stands there.
    pub described: Range<usize>,
    /// Whether that says more than the name: an article, "Mr." and the like say nothing.
    pub says_who: bool,
    /// Whether the description goes on in the text behind its end.
    pub is_cut: bool,
}

impl Mention {
    /// Returns the words of the description, in small letters, without the name, articles and such as "Mr."; with an ellipsis at the end
    /// where it goes on. Empty where it says nothing. `text` is that of the block. Cost: linear in the description.
    #[must_use]
    pub fn introducing(&self, text: &str) -> Vec<String> {
        if !self.says_who {
            return Vec::new();
        }
        let parts = [self.described.start..self.range.start, self.range.end..self.described.end];
        let mut words: Vec<String> = parts.iter().flat_map(|part| introduced::telling(text, part)).collect();
        words.extend(self.is_cut.then(|| "…".to_owned()).filter(|_| !words.is_empty()));
        words
    }
}

/// Holds a name with where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The name at its fullest, as it stands first.
    pub name: String,
    /// Where it stands, in the order of the articles and of their blocks.
    pub mentions: Vec<Mention>,
    /// Whether it is a surname that several have, and nothing says whose it is where it stands.
    pub is_of_several: bool,
    /// Where such a surname of this one stands in articles that do not have the name.
    pub perhaps: Vec<Mention>,
}

impl Name {
    /// Tells whether one article alone names it, as far as that is sure: no surname that it may be stands in another one. Cost: linear in the
    /// mentions.
    #[must_use]
    pub fn is_in_one_alone(&self) -> bool {
        let first = self.mentions.first().map(|mention| mention.article);
        !self.is_of_several
            && self.perhaps.is_empty()
            && self.mentions.iter().all(|mention| Some(mention.article) == first)
    }

    /// Returns how each article that has it introduces whom it names: the first mention that says more than the name, else the first one.
    /// Cost: linear in the mentions.
    pub fn introductions(&self) -> impl Iterator<Item = &Mention> {
        let of_articles = self.mentions.chunk_by(|a, b| a.article == b.article);
        of_articles.filter_map(|own| own.iter().find(|mention| mention.says_who).or(own.first()))
    }
}

/// Holds the names of a story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The names, in the order in which they stand first.
    pub names: Vec<Name>,
    /// For each block with names these, where each stands.
    of_block: FxHashMap<(usize, usize), Vec<NameAt>>,
}

/// Where a name stands in a block, and its index.
type NameAt = (Range<usize>, usize);

/// Finds the names in some articles of a story, each with the lists of its language. Cost: near linear in the text.
pub(super) fn names(articles: &[Article], chosen: &[(usize, &WordLists)], tongues: &[(usize, Tongue<'_>)]) -> Names {
    let texts: Vec<Vec<(usize, OuterText<'_>)>> =
        parallel_pairs::in_each(chosen, |(index, _)| read(&articles[index])).collect();
    let tokens = || texts.iter().flatten().flat_map(|(_, text)| &text.tokens);
    let small: FxHashSet<&str> = tokens().filter(|token| token.is_small()).map(Token::bare).collect();
    let within: FxHashSet<&str> = texts.iter().flatten().flat_map(|(_, text)| within_sentences(text)).collect();
    let outlets: FxHashSet<String> = chosen
        .iter()
        .filter_map(|(index, _)| articles[*index].outlet.as_deref())
        .flat_map(|outlet| outlet.split_whitespace().map(str::to_lowercase))
        .filter(|word| !small.contains(word.as_str()) && countries::of_adjective(word).is_none())
        .collect();
    let of_texts: Vec<Vec<Vec<Range<usize>>>> = texts
        .iter()
        .zip(tongues)
        .map(|(blocks, (_, tongue))| blocks.iter().map(|(_, text)| runs(text, &small, &outlets, tongue.code)).collect())
        .collect();
    let all = || texts.iter().flatten().zip(of_texts.iter().flatten()).map(|((_, text), runs)| (text, runs));
    let words = StoryWords {
        within,
        ends: all().flat_map(|(text, runs)| german::ends(&text.tokens, runs)).collect(),
        alone: all()
            .flat_map(|(text, runs)| runs.iter().map(|run| words_of(&text.tokens[run.clone()]).join(" ")))
            .collect(),
    };
    let mut found = Vec::new();
    for (((&(index, lists), blocks), of_text), (_, tongue)) in chosen.iter().zip(&texts).zip(&of_texts).zip(tongues) {
        let own = NameFinder { article: &articles[index], index, lists, code: tongue.code, words: &words };
        found.extend(blocks.iter().zip(of_text).flat_map(|((block, text), runs)| own.of_block(*block, text, runs)));
    }
    let mut names = merged(articles, found);
    elsewhere::add(&mut names, articles, chosen.iter().map(|(index, _)| *index), &small);
    bearers::add_perhaps(&mut names.names);
    names
}

fn read(article: &Article) -> Vec<(usize, OuterText<'_>)> {
    let mut titles = quotations(article);
    titles.retain(|quotation| quotation.manner == Manner::Title);
    let of = |index: usize| {
        let start = titles.partition_point(|title| title.block < index);
        &titles[start..titles.partition_point(|title| title.block <= index)]
    };
    // The words of a title have capitals whatever they name.
    told_blocks(article)
        .map(|(index, block)| (index, OuterText::new((&block.text, block.dateline), of(index), |_| false)))
        .collect()
}

/// Returns the words with capitals that open no sentence.
fn within_sentences<'a>(text: &'a OuterText<'_>) -> impl Iterator<Item = &'a str> {
    let inner = |sentence: &Range<usize>| {
        let first = sentence.clone().find(|k| text.tokens[*k].is_word).unwrap_or(sentence.end);
        text.tokens.get(first + 1..sentence.end).unwrap_or_default()
    };
    text.sentences.iter().flat_map(inner).filter(|token| token.is_capital()).map(Token::bare)
}

impl Names {
    /// Returns where names stand in some bytes of a block, each with its index, in order. Cost: logarithmic in the names of the
    /// block, and linear in those that are found.
    pub(super) fn within(&self, article: usize, block: usize, range: &Range<usize>) -> Vec<(Range<usize>, usize)> {
        let of_block = self.of_block.get(&(article, block)).map_or(&[][..], Vec::as_slice);
        let first = of_block.partition_point(|(own, _)| own.start < range.start);
        of_block[first..].iter().take_while(|(own, _)| own.end <= range.end).cloned().collect()
    }
}

#[cfg(test)]
mod tests;
