//! Which words of an article are names, by the capitals that they are written with.
//!
//! A capital within a sentence tells a name, the first word of a sentence has one in any case, and what stands with a capital
//! beside others of the kind is a name the more:
//!
//! ```text
//!     The harbour master, Ada Brill, left on Monday.      harbour  small: no name      Ada, Brill  stand together: names
//!                                                         Monday   a day: no name      The         begins the sentence
//! ```
//!
//! Where every noun has a capital, as in German, one alone tells nothing. Which of the words of two articles name the same is
//! told by `names`.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use super::index::Feature;
use super::names::Companions;
use super::profile::Stem;
use crate::article::Patterns;
use crate::words::{self, Form, Lexicon, Token};

/// How a stem is written in running text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shape {
    /// With a capital within a sentence.
    pub is_capital: bool,
    /// Without one, or as the name of a day or a month.
    pub is_lower: bool,
    /// With a digit.
    pub is_figure: bool,
    /// How far it is a name by the words beside it.
    pub named: Named,
}

/// How far words with a capital tell that the last of them is a name: a title stands before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Named {
    #[default]
    Not,
    /// It stands within a sentence, or after another one.
    Alone,
    /// It stands after another one within a sentence: a name even where every noun has a capital.
    AfterAnother,
}

impl Shape {
    /// Tells whether a word that two articles write so is a name.
    pub(super) const fn is_name(self, other: Self) -> bool {
        (self.is_capital || other.is_capital) && !self.is_lower && !other.is_lower
    }

    /// Tells whether the article by itself tells that the word is a name.
    pub const fn names(self) -> bool {
        !self.is_lower && !matches!(self.named, Named::Not)
    }
}

/// Where more of the words within sentences have a capital than one in so many, it is no mark of a name: German writes every
/// noun with one.
const CAPITALS: usize = 4;

/// The first letters of a name, as a number: what is left of it where names are inflected.
pub(super) type Opening = u64;

/// So many letters at the beginning of a name stay the same in all its forms.
const OPENING: usize = 4;

fn opening(stem: &str) -> Opening {
    let mut hasher = FxHasher::default();
    stem.chars().take(OPENING).for_each(|letter| letter.hash(&mut hasher));
    hasher.finish()
}

/// Words with a capital in a row.
#[derive(Default)]
struct Run {
    words: Vec<Feature>,
    /// Whether the first begins a sentence, where any word has a capital.
    is_opener: bool,
}

/// How the article that is being read writes its words.
pub(super) struct Writing<'l> {
    lexicon: &'l Lexicon,
    /// How it writes each stem.
    shapes: Vec<Shape>,
    /// Whether the words with a capital that were met name a day or a month, by their forms; those of articles before too.
    days: Vec<Option<bool>>,
    /// How the stems of such words begin.
    openings: FxHashMap<Form, Opening>,
    /// Which words with a capital stand together.
    companions: Companions,
    /// How many words stand within sentences, and how many of these have a capital.
    within: (usize, usize),
}

impl<'l> Writing<'l> {
    /// Begins the first article. Cost: linear in the words of the lexicon.
    pub fn new(lexicon: &'l Lexicon) -> Self {
        Self {
            lexicon,
            shapes: vec![Shape::default(); lexicon.len()],
            days: vec![None; lexicon.len()],
            openings: FxHashMap::default(),
            companions: Companions::default(),
            within: (0, 0),
        }
    }

    /// Returns how the article writes a feature. Cost: constant.
    pub fn shape(&self, feature: usize) -> Shape {
        let (words, capitals) = self.within;
        let tells = capitals * CAPITALS <= words;
        let mut shape = self.shapes.get(feature).copied().unwrap_or_default();
        if !tells && shape.named < Named::AfterAnother {
            shape.named = Named::Not;
        }
        shape.is_capital &= tells;
        shape
    }

    /// Returns how the given names begin, ascending. Cost: n log n in them.
    pub fn openings(&self, names: impl Iterator<Item = Feature>) -> Vec<Opening> {
        let openings = names.filter_map(|feature| self.openings.get(&Form::with_index(feature)));
        let mut openings: Vec<Opening> = openings.copied().collect();
        openings.sort_unstable();
        openings.dedup();
        openings
    }

    /// Ends the article: returns which of its words with a capital stand together, and is ready for the next one. Cost: linear
    /// in the words of the lexicon.
    pub fn close(&mut self) -> Companions {
        self.shapes.fill(Shape::default());
        self.within = (0, 0);
        std::mem::take(&mut self.companions).close()
    }

    /// Reads a block of running text: which words have a capital within a sentence, that is, after a word, and which of these
    /// stand together. Cost: linear in the words.
    pub fn read(&mut self, text: &str, tokens: &[Token]) {
        let mut is_within = false;
        let mut run = Run::default();
        for token in tokens {
            let folds = self.lexicon.folds(token.form);
            let is_capital = token.is_word && folds.case != folds.typography;
            // A day or a month is no name, although English writes it as one.
            let is_day = is_capital && {
                let word = &text[token.range()];
                let openings = &mut self.openings;
                *self.days[token.form.index()].get_or_insert_with(|| {
                    // Of the stem all forms begin alike, whichever was met first; a day is told by the form ("August", "Augusta").
                    openings.entry(folds.stem).or_insert_with(|| opening(&words::stem(word)));
                    Patterns::known().names_day_or_month(word)
                })
            };
            if !is_capital || is_day {
                self.close_run(&mut run);
            }
            if token.is_word {
                let shape = &mut self.shapes[folds.stem.index()];
                shape.is_lower |= !is_capital || is_day;
                shape.is_figure |= folds.is_figure;
                if is_within {
                    shape.is_capital |= is_capital;
                    self.within.0 += 1;
                    self.within.1 += usize::from(is_capital);
                }
            }
            if is_capital && !is_day {
                run.is_opener |= run.words.is_empty() && !is_within;
                run.words.push(Stem::new(folds.stem).feature());
                // A possessive ends a name.
                if text[token.range()].ends_with(['s', 'S']) && text[token.range()].contains(['\'', '\u{2019}']) {
                    self.close_run(&mut run);
                }
            }
            is_within = token.is_word;
        }
        self.close_run(&mut run);
    }

    /// Notes words with a capital that stand in a row, of which the first may begin a sentence.
    fn close_run(&mut self, run: &mut Run) {
        if let [first, _, ..] = run.words[..] {
            self.shapes[first as usize].is_capital = true;
            self.companions.add(&run.words);
        }
        if let [.., last] = run.words[..] {
            let within = run.words.len() - usize::from(run.is_opener);
            let named = [Named::Not, Named::Alone, Named::AfterAnother][within.min(2)];
            let shape = &mut self.shapes[last as usize];
            shape.named = shape.named.max(named);
        }
        *run = Run::default();
    }
}
