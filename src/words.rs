//! Text to words, and words to numbers.
//!
//! A text is cut into pieces that join to it again, in scripts without spaces by dictionary. A hyphenated compound is one
//! word, and so is a word with an apostrophe of either shape; everything else that is not white space is a mark.
//!
//! A [`Lexicon`] gives each spelled form a number once for a whole story, and knows what the form is when
//! quotation marks, dashes and apostrophes, then case, then spelling are folded. From there on only numbers are
//! compared:
//!
//! ```text
//!     Creating  the  creation      0  1  2      as spelled
//!                                  3  1  2      case folded: creating
//!                                  4  1  4      stems: creati
//! ```

mod alphabets;
mod blocks;
mod fold;
mod numbers;
mod pieces;
mod spaceless;
mod stops;
mod telling;

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;

pub use blocks::Blocks;
pub use pieces::{Class, Piece, count, tokens};
pub use telling::{TELLING, WORD};

pub(crate) use fold::spelling as spelt;
pub(crate) use numbers::{count_lines, hash, packed_lines};

use numbers::{Numbers, offset};
use pieces::Pieces;
use telling::Measures;

use crate::unicode::scripts;

/// A word or a mark of a block's text; white space is what lies between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it begins in the block's text, in bytes.
    pub start: u32,
    /// Its length in bytes.
    length: u16,
    /// Whether it is a word rather than a mark.
    pub is_word: bool,
    /// Its form in the [`Lexicon`].
    pub form: Form,
}

impl Token {
    /// Where it stands in the block's text.
    #[must_use]
    pub const fn range(&self) -> Range<usize> {
        self.start as usize..self.start as usize + self.length as usize
    }
}

/// The number of a spelled form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Form(u32);

impl Form {
    /// The form with a number.
    pub(crate) const fn with_index(index: u32) -> Self {
        Self(index)
    }

    /// The number, for tables beside the lexicon.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a form is when less and less of it counts. Two forms are alike at a level if the numbers there are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Folds {
    /// Quotation marks, apostrophes and dashes folded to one shape each.
    pub typography: Form,
    /// Case folded as well.
    pub case: Form,
    /// Variants of spelling, hyphens, accents and widths folded as well.
    pub spelling: Form,
    /// The beginning of the word, by which inflected forms find each other.
    pub stem: Form,
    /// Whether it is a word of Chinese or Japanese, which is found by its letters.
    pub is_by_letters: bool,
    /// How much it tells by itself: 0 for a mark, 1 for "the", [`TELLING`] for "harbour" and "1989".
    pub weight: u8,
    /// 0 for a mark, [`WORD`] for a word.
    pub extent: u8,
    /// How many letters or digits it has: 0 for a mark.
    pub letters: u16,
    /// Whether it has a digit.
    pub is_figure: bool,
}

/// The forms of a story's words, each numbered once.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    numbers: Numbers,
    /// Of the forms of tokens what they are folded to; there are others, which only fold to themselves.
    folds: Vec<Option<Folds>>,
    /// The letters of words that are found by these.
    letters: FxHashMap<Form, Box<[Form]>>,
}

/// One article's words, block by block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The tokens of each block, in the order of the blocks.
    pub blocks: Blocks,
}

impl Lexicon {
    /// Reads the words of an article's blocks.
    ///
    /// Cost: linear in the text; each distinct form is folded once.
    pub fn read(&mut self, article: &crate::article::Article) -> Reading {
        let mut blocks = Blocks::for_bytes(article.blocks.iter().map(|block| block.text.len()).sum());
        for block in &article.blocks {
            blocks.push(|tokens| self.read_into(tokens, &block.text));
        }
        Reading { blocks }
    }

    /// Reads the words of one text.
    pub fn read_text(&mut self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        self.read_into(&mut tokens, text);
        tokens
    }

    fn read_into(&mut self, tokens: &mut Vec<Token>, text: &str) {
        let mut pieces = Pieces::of(text);
        while let Some((class, place)) = pieces.next_unspaced() {
            if class != Class::Space {
                let form = self.form(class, text, place.clone());
                let length = u16::try_from(place.len()).expect("longer pieces are cut");
                tokens.push(Token { start: offset(place.start), length, is_word: class == Class::Word, form });
            }
        }
    }

    /// Returns what the form is at each level of folding.
    ///
    /// # Panics
    ///
    /// If the form is no token's, or of another lexicon.
    #[must_use]
    pub fn folds(&self, form: Form) -> &Folds {
        self.folds[form.index()].as_ref().expect("forms of tokens are folded when they are read")
    }

    /// Whether two forms of tokens are the same but for the shapes of quotation marks, apostrophes and dashes.
    ///
    /// # Panics
    ///
    /// As [`Lexicon::folds`] does.
    #[must_use]
    pub fn is_verbatim(&self, left: Form, right: Form) -> bool {
        left == right || self.folds(left).typography == self.folds(right).typography
    }

    /// The number of a text that was met, or made from one that was.
    #[must_use]
    pub fn number(&self, text: &str) -> Option<Form> {
        self.numbers.find(text)
    }

    /// The texts that were met or made, packed, with their numbers; long ones are left out.
    pub(crate) fn packed(&self) -> impl Iterator<Item = (u128, Form)> {
        let numbered = self.numbers.packed().iter().zip(0..);
        numbered.filter(|&(&key, _)| key != 0).map(|(&key, number)| (key, Form(number)))
    }

    /// Whether any word is found by its letters.
    pub(crate) fn has_letters(&self) -> bool {
        !self.letters.is_empty()
    }

    /// How many numbers have been given; every [`Form`] is below.
    #[must_use]
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Whether nothing has been read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What a word is found by: its stem; of a word of Chinese or Japanese its letters, since there the dictionary may part the
    /// same letters into other words.
    pub fn stems(&self, form: Form) -> impl Iterator<Item = Form> {
        let folds = self.folds(form);
        let letters = if folds.is_by_letters { self.letters.get(&form) } else { None };
        let stem = letters.is_none().then_some(folds.stem);
        stem.into_iter().chain(letters.into_iter().flatten().copied())
    }

    /// The form of a piece of a text, folded if it was never met before.
    fn form(&mut self, class: Class, text: &str, place: Range<usize>) -> Form {
        let form = self.numbers.of_part(text, place.clone());
        if !matches!(self.folds.get(form.index()), Some(Some(_))) {
            let folds = self.fold(form, class, &text[place]);
            self.folds.resize(self.numbers.len(), None);
            self.folds[form.index()] = Some(folds);
        }
        form
    }

    fn fold(&mut self, form: Form, class: Class, spelled: &str) -> Folds {
        let is_word = class == Class::Word;
        let text = fold::typography(spelled);
        let typography = self.number_after(form, spelled, &text);
        let lower = fold::case(&text);
        let case = self.number_after(typography, &text, &lower);
        let plain = if is_word { fold::spelling(&lower) } else { Cow::Borrowed(&*lower) };
        let spelling = self.number_after(case, &lower, &plain);
        let stem = self.number_after(spelling, &plain, fold::stem(&plain));
        let is_by_letters = is_word && !plain.is_empty() && plain.chars().all(scripts::is_of_few_a_word);
        if is_by_letters {
            let letters = plain.chars().map(|c| self.numbers.of(c.encode_utf8(&mut [0; 4]))).collect();
            self.letters.insert(form, letters);
        }
        let Measures { letters, weight, extent, is_figure } =
            if is_word { Measures::of(spelled) } else { Measures::default() };
        Folds { typography, case, spelling, stem, is_by_letters, weight, extent, letters, is_figure }
    }

    /// The number of a text that was made from another one, most often without a change.
    fn number_after(&mut self, form: Form, before: &str, text: &str) -> Form {
        if std::ptr::eq(before, text) || before == text { form } else { self.numbers.of(text) }
    }
}

/// What a word is found by, in a language that parts words: the beginning of the word as it is folded.
#[must_use]
pub fn stem(word: &str) -> String {
    let typography = fold::typography(word);
    fold::stem(&fold::spelling(&fold::case(&typography))).to_owned()
}

/// Returns the letters of a word, without what only its form has: case, accents, hyphens, ligatures.
pub(crate) fn letters(word: &str) -> String {
    let typography = fold::typography(word);
    fold::letters(&fold::case(&typography)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_of_folding() {
        let mut lexicon = Lexicon::default();
        let mut folds = |text: &str| {
            let token = lexicon.read_text(text)[0];
            *lexicon.folds(token.form)
        };
        assert_eq!(folds("“").typography, folds("\"").typography);
        assert_eq!(folds("China’s").typography, folds("China's").typography);
        assert_ne!(folds("The").typography, folds("the").typography);
        assert_eq!(folds("The").case, folds("the").case);
        assert_ne!(folds("colour").case, folds("color").case);
        assert_eq!(folds("colour").spelling, folds("color").spelling);
        assert_eq!(folds("—").extent, 0);
    }
}
