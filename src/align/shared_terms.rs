//! What a link rests on: the rarest words that both sides have. Looked for when somebody asks.
//!
//! ```text
//!     left     Three boats were withdrawn in March after cracks were found in their hulls.
//!     right    Cracks in the hulls had three boats out of service in March.
//!
//!     because  Three boats · March · cracks · hulls
//! ```

use rustc_hash::FxHashMap;

use super::{Text, idf};
use crate::pair::{Pair, Side};
use crate::unicode::scripts::is_hiragana;
use crate::words::{Folds, Form, Lexicon};

/// How many words or runs are named at the most.
const NAMED: usize = 6;

/// Words of a run at the most: what is longer shows in the text.
const RUN: usize = 5;

/// Places on the right that are tried for a word; a word that stands in more is no evidence.
const PLACES: usize = 8;

/// Words at the ends of a run that weigh less than this share of its heaviest are left away.
const SLIGHT: (u64, u64) = (2, 5);

/// The most letters by which forms of a word differ in length.
const ENDING: usize = 3;

/// The least letters of a word that is no particle, with a capital or where the commonest words are known.
const SHORT: u16 = 3;

/// The least letters of a word of hiragana alone that is no particle and no ending, and of any other word of Chinese or Japanese.
const KANA: u16 = 4;
const CHINESE: u16 = 2;

/// Runs that weigh less than this share of the heaviest are not named: beside a name, "to" says nothing.
const NAMED_FROM: (u64, u64) = (1, 3);

/// A word of a link.
#[derive(Clone, Copy)]
struct Word<'t> {
    text: &'t str,
    block: usize,
    range: (usize, usize),
    stem: Form,
    form: Form,
    /// Whether it can be named by itself: no particle.
    is_telling: bool,
}

/// A run of words that both sides have.
struct Run {
    at: usize,
    length: usize,
    weight: u64,
}

/// Returns what a stem weighs in two texts, for [`words`]. Cost: n log n in the names of the two, once.
pub fn weights_of(texts: Pair<Text<'_>>) -> impl Fn(Form) -> u64 + '_ {
    idf::weights_of(texts.map(|text| text.terms), texts.left.background)
}

/// Returns the rarest words, or runs of them, that both sides of a link have, as the left text spells them, in its order.
///
/// Cost: near linear in the words of the blocks.
#[must_use]
pub fn words(texts: Pair<Text<'_>>, weight: &dyn Fn(Form) -> u64, blocks: &Pair<Vec<usize>>) -> Vec<String> {
    let lexicon = texts.left.lexicon;
    let sides = Pair::from_fn(|side| words_of(texts[side], lexicon, &blocks[side]).collect::<Vec<_>>());
    let weights = weights(texts, weight, blocks);
    let weight = |word: &Word<'_>| lexicon.stems(word.form).filter_map(|stem| weights.get(&stem)).sum::<u64>();
    let mut runs: Vec<Run> = shared_runs(&sides).into_iter().map(|run| trimmed(run, &sides.left, &weight)).collect();
    runs.retain(|run| sides.left[run.at..run.at + run.length].iter().any(|word| word.is_telling));
    runs.sort_by_key(|run| (std::cmp::Reverse(run.weight), run.at));
    let mut seen: Vec<&[Word<'_>]> = Vec::new();
    let stems = |words: &[Word<'_>]| words.iter().map(|word| word.stem).collect::<Vec<_>>();
    let heaviest = runs.first().map_or(0, |run| run.weight);
    for run in runs.iter().filter(|run| run.weight * NAMED_FROM.1 >= heaviest * NAMED_FROM.0) {
        let words = &sides.left[run.at..run.at + run.length];
        if seen.len() < NAMED && seen.iter().all(|other| stems(other) != stems(words)) {
            seen.push(words);
        }
    }
    seen.sort_by_key(|words| (words[0].block, words[0].range));
    let text = |words: &[Word<'_>]| {
        let (first, last) = (words[0], words[words.len() - 1]);
        texts.left.article.blocks[first.block].text[first.range.0..last.range.1].to_owned()
    };
    seen.into_iter().map(text).collect()
}

/// Tells whether [`words`] names any. Cost: linear in the words of the blocks.
#[must_use]
pub fn has_words(texts: Pair<Text<'_>>, blocks: Pair<usize>) -> bool {
    let lexicon = texts.left.lexicon;
    let mut stems: FxHashMap<Form, Vec<&str>> = FxHashMap::default();
    let blocks = blocks.map(|block| [block]);
    for word in words_of(texts.right, lexicon, &blocks.right).filter(|word| word.is_telling) {
        stems.entry(word.stem).or_default().push(word.text);
    }
    words_of(texts.left, lexicon, &blocks.left)
        .any(|word| stems.get(&word.stem).is_some_and(|texts| texts.iter().any(|text| is_form_of(word.text, text))))
}

fn words_of<'t>(text: Text<'t>, lexicon: &'t Lexicon, blocks: &'t [usize]) -> impl Iterator<Item = Word<'t>> {
    let of_block = move |&block: &usize| {
        let tokens = text.reading.blocks[block].iter().filter(|token| token.is_word);
        tokens.map(move |token| {
            let range = (token.range().start, token.range().end);
            let written = &text.article.blocks[block].text[token.range()];
            let folds = lexicon.folds(token.form);
            let is_telling = is_telling(written, folds, text.terms.language.is_some());
            Word { text: written, block, range, stem: folds.stem, form: token.form, is_telling }
        })
    };
    blocks.iter().flat_map(of_block)
}

/// Returns what each stem that both sides have weighs.
fn weights(texts: Pair<Text<'_>>, weight: &dyn Fn(Form) -> u64, blocks: &Pair<Vec<usize>>) -> FxHashMap<Form, u64> {
    let stems = |side: Side| blocks[side].iter().flat_map(move |&block| texts[side].terms.different(block));
    stems(Side::Left).chain(stems(Side::Right)).map(|stem| (stem.form(), weight(stem.form()))).collect()
}

/// Runs of words that both sides have, from left to right, each as long as it gets.
fn shared_runs(sides: &Pair<Vec<Word<'_>>>) -> Vec<Run> {
    let mut places: FxHashMap<Form, Vec<usize>> = FxHashMap::default();
    for (at, word) in sides.right.iter().enumerate() {
        let places = places.entry(word.stem).or_default();
        if places.len() < PLACES {
            places.push(at);
        }
    }
    let follows = |at: usize, other: usize| {
        let (left, right) = (&sides.left[at..], &sides.right[other..]);
        let is_same = |a: &Word<'_>, b: &Word<'_>| a.stem == b.stem && is_form_of(a.text, b.text);
        let same = left.iter().zip(right).take(RUN).take_while(|(a, b)| is_same(a, b) && a.block == left[0].block);
        same.count()
    };
    let mut runs = Vec::new();
    let mut at = 0;
    while at < sides.left.len() {
        let others = places.get(&sides.left[at].stem).into_iter().flatten();
        let length = others.map(|&other| follows(at, other)).max().unwrap_or(0);
        if length > 0 {
            runs.push(Run { at, length, weight: 0 });
        }
        at += length.max(1);
    }
    runs
}

/// Tells whether a word can be named by itself. A short one without a capital is a particle in most languages ("no", "не", "and");
/// where the commonest words of the language are known, one of three letters may be none ("war"). In Japanese particles and endings
/// are few hiragana, and in Chinese a word is two letters as a rule.
fn is_telling(word: &str, folds: &Folds, is_known: bool) -> bool {
    if folds.is_by_letters {
        let least = if word.chars().all(is_hiragana) { KANA } else { CHINESE };
        return folds.letters >= least;
    }
    let is_short = folds.letters < if is_known || word.starts_with(char::is_uppercase) { SHORT } else { SHORT + 1 };
    folds.is_figure || !is_short
}

/// Tells whether two words of one stem are forms of one word, as "activity" and "activities" are; "ministry" and "minister" are
/// not, and nobody is told that they are in common.
fn is_form_of(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let root = short.char_indices().next_back().map_or("", |(last, _)| &short[..last]);
    // "Shouldn't" is the opposite of "should".
    if short.ends_with("n't") != long.ends_with("n't") || short.ends_with("n’t") != long.ends_with("n’t") {
        return false;
    }
    short == long || (long.starts_with(root) && long.chars().count() <= short.chars().count() + ENDING)
}

/// Takes the slight words from the ends of a run, and weighs the rest.
fn trimmed(run: Run, words: &[Word<'_>], weight: &impl Fn(&Word<'_>) -> u64) -> Run {
    let weights: Vec<u64> = words[run.at..run.at + run.length].iter().map(weight).collect();
    let heaviest = weights.iter().copied().max().unwrap_or(0);
    let tells = |&weight: &u64| weight * SLIGHT.1 >= heaviest * SLIGHT.0;
    let first = weights.iter().position(tells).unwrap_or(0);
    let last = weights.iter().rposition(tells).unwrap_or(run.length - 1);
    Run { at: run.at + first, length: last + 1 - first, weight: weights[first..=last].iter().sum() }
}
