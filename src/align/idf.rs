//! What the words of two articles weigh.
//!
//! A stem weighs as much as it is rare in the blocks of these two articles, so that "hull" counts for much and "the" for next to
//! nothing (Spärck Jones, "A statistical interpretation of term specificity", 1972), and as it is rare in the language at large,
//! as far as there is a [table](crate::background) of its words: in short texts a word that stands in one block only may be the
//! commonest of all.
//!
//! ```text
//!                in blocks of the two    in the language            weighs
//!     hull                2 of 9         not among the thousand     1.6 × 1
//!     has                 2 of 9         the 30th                   1.6 × .5
//!     the                 9 of 9         the first                  0
//! ```
//!
//! Nothing else counts: two texts are aligned alike whatever others lie beside them.

use std::sync::Arc;

use super::index::Feature;
use super::likeness::Likeness;
use super::names;
use super::profile::{Profiles, Term, UNIT};
use super::terms::{ArticleTerms, Use};
use crate::background::Background;
use crate::pair::Pair;
use crate::words::Form;

/// A pair is weighed as if so many more blocks stood beside it: in a text of three paragraphs a word of one of them is not yet
/// common.
const OTHERS: f64 = 0.0;

/// A word with less than this share of its weight left is one of the hundred commonest of its language: nobody is told that two texts
/// have "that" or "after" in common.
const COMMONEST: f64 = 0.67;

/// What a stem weighs that is none which both have: the least that there is.
const LEAST: u16 = 1;

/// Weighs the blocks of two articles by what both say.
///
/// Cost: linear in the words of the two, and in the different stems of the story.
#[must_use]
pub fn profiles(pair: Pair<&ArticleTerms>, background: &Background) -> Pair<Profiles> {
    let (terms, others) = terms(pair, background);
    let likeness = likeness(pair, &terms);
    let (terms, others): (Arc<[Term]>, Arc<[Feature]>) = (terms.into(), others.into());
    pair.map(|article| {
        let mut blocks = article.blocks.clone();
        for block in &mut blocks {
            for stem in article.stems[block.stems.clone()].iter().filter(|stem| stem.is_first()) {
                let term = terms[stem.form().index()];
                block.total += u64::from(term.weight);
                block.rare += u64::from(term.rare);
            }
        }
        let (index, stems) = (Arc::clone(&article.index), Arc::clone(&article.stems));
        Profiles { blocks, index, stems, terms: Arc::clone(&terms), others: Arc::clone(&others), likeness }
    })
}

/// Counts the uncommon words and the names of two articles; no words of two in two languages. Cost: linear in their features.
fn likeness(pair: Pair<&ArticleTerms>, terms: &[Term]) -> Likeness {
    // A word that is common at large is no name by itself; where it is in common it counts all the same.
    let is_rare = |of: &&Use| terms[of.feature as usize].rare == terms[of.feature as usize].weight;
    let rare = pair.map(|article| article.uses.iter().filter(is_rare).count());
    let names = pair.map(|article| article.uses.iter().filter(|of| of.shape.names()).filter(is_rare).count());
    let begins_alike = |name| pair.right.names.binary_search(name).is_ok();
    let mut found = Likeness {
        words: if pair.left.language == pair.right.language { rare.left.min(rare.right) } else { 0 },
        common: 0,
        names: names.left.min(names.right),
        has_name: pair.left.names.iter().any(begins_alike),
    };
    let mut right = pair.right.uses.iter().peekable();
    for left in &pair.left.uses {
        while right.next_if(|right| right.feature < left.feature).is_some() {}
        let Some(other) = right.next_if(|right| right.feature == left.feature) else { continue };
        found.common += usize::from(is_rare(&left));
        found.has_name |= (left.shape.names() || other.shape.names()) && !left.shape.is_lower && !other.shape.is_lower;
    }
    found
}

/// Returns what each feature of the story weighs in two articles, nothing those that neither has, and the names that both have of
/// others.
fn terms(pair: Pair<&ArticleTerms>, background: &Background) -> (Vec<Term>, Vec<Feature>) {
    let blocks = pair.map(|article| article.blocks.len()).iter().sum::<usize>() as f64;
    let weights: Vec<u16> = (0..=blocks as usize).map(|with| weight(with, blocks + OTHERS)).collect();
    let mut terms = vec![Term::default(); pair.left.features.max(pair.right.features)];
    let mut add = |one: Use, other: Option<Use>| {
        let other = other.unwrap_or(Use { blocks: 0, ..one });
        let weight = weights[(one.blocks + other.blocks) as usize];
        terms[one.feature as usize] =
            Term { weight, rare: weight, is_name: one.shape.is_name(other.shape), is_figure: one.shape.is_figure };
    };
    let mut right = pair.right.uses.iter().copied().peekable();
    for &left in &pair.left.uses {
        while let Some(own) = right.next_if(|right| right.feature < left.feature) {
            add(own, None);
        }
        add(left, right.next_if(|right| right.feature == left.feature));
    }
    right.for_each(|own| add(own, None));
    background.temper(pair.map(|article| article.language), |feature, rarity| {
        if let Some(term) = terms.get_mut(feature) {
            term.rare = (f64::from(term.weight) * rarity) as u16;
        }
    });
    let others =
        names::of_others(pair.map(|article| &article.companions), |feature| is_rare_name(terms[feature as usize]));
    for &name in &others {
        let term = &mut terms[name as usize];
        (term.weight, term.rare) = (LEAST, 0);
    }
    (terms, others)
}

/// What single stems weigh in two articles, without weighing all of them. Cost: logarithmic in the stems, each time.
pub(super) fn weights_of<'t>(pair: Pair<&'t ArticleTerms>, background: &'t Background) -> impl Fn(Form) -> u64 + 't {
    let blocks = pair.map(|article| article.blocks.len()).iter().sum::<usize>() as f64;
    let rarities = background.rarities(pair.map(|article| article.language));
    let is_name = |feature: Feature| {
        let shapes = pair.map(|article| article.shape(feature));
        !rarities.contains_key(&(feature as usize)) && shapes.left.is_name(shapes.right)
    };
    let others = names::of_others(pair.map(|article| &article.companions), is_name);
    move |form| {
        let with = pair.map(|article| article.blocks_with(form)).iter().sum::<u32>();
        let is_other = others.binary_search_by_key(&form.index(), |&name| name as usize).is_ok();
        let rarity = if is_other { 0.0 } else { rarities.get(&form.index()).copied().unwrap_or(1.0) };
        let rarity = if rarity < COMMONEST { 0.0 } else { rarity };
        (f64::from(weight(with as usize, blocks + OTHERS)) * rarity) as u64
    }
}

/// Whether a word is a name, and none of the commonest words.
const fn is_rare_name(term: Term) -> bool {
    term.is_name && term.rare == term.weight
}

/// Returns what a stem weighs that stands in some of all blocks: at least 1.
fn weight(with: usize, blocks: f64) -> u16 {
    (UNIT * ((blocks + 1.0) / with.max(1) as f64).ln()) as u16 + 1
}

/// Returns the profiles of two texts, with the lexicon of their words.
#[cfg(test)]
pub(super) fn of_texts(left: &str, right: &str) -> (crate::words::Lexicon, Pair<Profiles>) {
    let mut lexicon = crate::words::Lexicon::default();
    let articles = [left, right].map(|text| crate::article::Article::read("-", text));
    let readings = articles.each_ref().map(|article| lexicon.read(article));
    let background = Background::of(&lexicon);
    let read: Vec<_> = articles.iter().zip(&readings).collect();
    let terms = super::terms::read(&read, &lexicon, &background);
    (lexicon, profiles(Pair::new(&terms[0], &terms[1]), &background))
}
