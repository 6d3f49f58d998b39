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
mod bodies;
mod countries;
mod elsewhere;
mod german;
mod introduced;
mod japanese;
mod merged;
mod nouns;
mod openers;
mod own;
mod runs;

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::outer::OuterText;
use super::phrases::Phrases;
use super::quotations::{Manner, quotations};
use super::tokens::{Token, has_word, tokens};
use super::told::told_blocks;
use super::tongue::Tongue;
use super::word_lists::WordLists;
use crate::article::{Article, Kind};
use crate::story::parallel_pairs;

pub(super) use runs::is_opener;

use introduced::{Language, Reading, introduction};
use merged::{merged, words_of};
use nouns::BODIES;
use runs::{runs, without_origin, without_titles};

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
}

impl Name {
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
    let known: FxHashSet<&str> = texts
        .iter()
        .flatten()
        .zip(of_texts.iter().flatten())
        .flat_map(|((_, text), runs)| german::ends(&text.tokens, runs))
        .collect();
    let alone: FxHashSet<String> = texts
        .iter()
        .flatten()
        .zip(of_texts.iter().flatten())
        .flat_map(|((_, text), runs)| runs.iter().map(|run| words_of(&text.tokens[run.clone()]).join(" ")))
        .collect();
    let mut found = Vec::new();
    for ((&(article, lists), blocks), (of_text, (_, tongue))) in
        chosen.iter().zip(&texts).zip(of_texts.iter().zip(tongues))
    {
        let is_german = tongue.code == "de";
        let language = Language::of(tongue.code);
        for ((block, text), of_block) in blocks.iter().zip(of_text) {
            let headline = articles[article].blocks[*block].kind != Kind::Paragraph;
            // A headline may have capitals throughout: it names nobody first.
            if headline && is_title_case(&text.tokens) {
                continue;
            }
            if tongue.code == "ja" {
                found.extend(people_of_japanese(&articles[article], article, *block));
            }
            let subjects = Phrases { tokens: &text.tokens, lists };
            for run in of_block.iter().cloned() {
                if own::is_own(articles[article].outlet.as_deref(), &text.tokens, &run) {
                    continue;
                }
                if is_german && !german::is_name(&text.tokens, &run, &known) {
                    continue;
                }
                let is_first =
                    text.tokens[text.sentence_of(run.start).start..run.start].iter().all(|token| !token.is_word);
                let only = &text.tokens[run.start];
                // Party organs were told: a noun of bodies opens sentences as any other one.
                if run.len() == 1 && is_first && has_word(&BODIES, &only.folded) {
                    continue;
                }
                // A word that opens a sentence and stands nowhere else is a name if a verb follows.
                let is_sure = || {
                    within.contains(only.bare())
                        || only.is_genitive()
                        || subjects.is_followed_by_verb(run.end)
                        || countries::is_place(only.bare())
                        || is_set_off(&text.tokens, run.end)
                };
                if run.len() == 1 && is_first && !is_german && !is_sure() {
                    continue;
                }
                let sentence = text.sentence_of(run.start);
                let stands_alone = |words: &str| alone.contains(words);
                let name = if is_german {
                    german::without_titles(&text.tokens, run.clone(), stands_alone)
                } else {
                    run.clone()
                };
                let name = without_titles(&text.tokens, name);
                let name = introduced::without_nouns(&text.tokens, name);
                let name = countries::without_adjective(&text.tokens, name, stands_alone);
                let name = without_origin(&text.tokens, name, run.start, stands_alone);
                let reading = language.map(|language| Reading { phrases: &subjects, language, sentence });
                let own = match reading {
                    Some(reading) => introduction(&reading, &run, &name, headline),
                    None => introduced::none(&name),
                };
                let bytes = |range: Range<usize>| text.tokens[range.start].start..text.tokens[range.end - 1].end();
                let mention = Mention {
                    article,
                    block: *block,
                    range: bytes(name.clone()),
                    described: bytes(own.range),
                    says_who: own.says_who,
                    is_cut: own.is_cut,
                };
                found.push((words_of(&text.tokens[name]), mention));
            }
        }
    }
    let mut names = merged(articles, found);
    elsewhere::add(&mut names, articles, chosen.iter().map(|(index, _)| *index), &small);
    names
}

/// Returns the people of a block in Japanese, each by the words of its name.
fn people_of_japanese(own: &Article, article: usize, block: usize) -> impl Iterator<Item = (Vec<String>, Mention)> {
    let text = &own.blocks[block].text;
    japanese::people(text).into_iter().map(move |(range, described)| {
        let words = words_of(&tokens(&text[range.clone()]));
        (words, Mention { article, block, range, described, says_who: true, is_cut: false })
    })
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

/// Tells whether words stand behind one that opens a sentence by which that is somebody, or a body: for its part, who.
fn is_set_off(tokens: &[Token<'_>], at: usize) -> bool {
    let [comma, first, second, third, ..] = tokens.get(at..).unwrap_or_default() else { return false };
    let is_owner = second.is_one_of(&["its", "his", "her", "their"]);
    comma.text == "," && (first.is("who") || first.is("for") && is_owner && third.is("part"))
}

fn is_title_case(tokens: &[Token<'_>]) -> bool {
    let long = || tokens.iter().filter(|token| token.is_word && token.text.chars().count() > 3);
    long().filter(|token| token.is_small()).count() * 3 <= long().count()
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
