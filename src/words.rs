//! Text to words, and words to numbers.
//!
//! A text is cut into pieces that join to it again, in scripts without spaces by dictionary. A hyphenated compound is one word, and so is a word with
//! an apostrophe of either shape; everything else that is not white space is a mark:
//!
//! ```text
//!     “Anti-spying work”, China’s ministry said.
//!     ┊└────┬────┘ └┬─┘┊┊ └──┬──┘ └──┬───┘ └┬─┘┊
//!     mark word   word marks word   word   word mark
//! ```
//!
//! A [`Lexicon`] gives each spelled form a number once for a whole story, and knows what the form is when
//! quotation marks, dashes and apostrophes, then case, then spelling are folded. From there on only numbers are
//! compared.

mod fold;
mod spaceless;
mod telling;

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;
use unicode_segmentation::UnicodeSegmentation;

pub use telling::{TELLING, WORD, is_kana};

/// A piece of text with what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'t> {
    /// Word, mark or space.
    pub class: Class,
    /// The piece itself.
    pub text: &'t str,
}

impl Piece<'_> {
    /// Whether it is a word.
    #[must_use]
    pub fn is_word(&self) -> bool {
        self.class == Class::Word
    }
}

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Letters or digits, with the apostrophes, points and hyphens inside.
    Word,
    /// Punctuation or another sign; a run of full stops or of hyphens is one.
    Mark,
    /// White space.
    Space,
}

/// The longest piece in bytes; longer ones are cut, so that cutting stays linear whatever the text.
const LONGEST: usize = 256;

/// Cuts text into words, marks and white space by the rules of UAX #29, compounds kept whole.
///
/// The pieces join to the text again. Cost: linear in the text.
pub fn tokens(text: &str) -> impl Iterator<Item = Piece<'_>> {
    Pieces::of(text)
}

/// The pieces that are still to come.
struct Pieces<'t> {
    rest: &'t str,
    /// The words of a stretch without spaces are found all at once; the last one comes first.
    found: Vec<usize>,
}

impl<'t> Pieces<'t> {
    const fn of(text: &'t str) -> Self {
        Self { rest: text, found: Vec::new() }
    }

    /// The next piece that is not a plain space.
    fn next_unspaced(&mut self) -> Option<Piece<'t>> {
        // A combining mark would belong to the space.
        while let [b' ', next, ..] = self.rest.as_bytes()
            && next.is_ascii()
        {
            self.rest = &self.rest[1..];
        }
        self.next()
    }
}

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        let is_ascii = self.rest.as_bytes().first()?.is_ascii();
        if !is_ascii && self.found.is_empty() && self.rest.chars().next().is_some_and(spaceless::is_letter) {
            self.found = spaceless::words(self.rest);
            self.found.reverse();
        }
        let found = if is_ascii { None } else { self.found.pop().map(|length| (Class::Word, length)) };
        let (class, length) = found.or_else(|| first_piece(self.rest))?;
        let (text, after) = self.rest.split_at(length);
        self.rest = after;
        Some(Piece { class, text })
    }
}

fn first_piece(text: &str) -> Option<(Class, usize)> {
    let bytes = text.as_bytes();
    let first = *bytes.first()?;
    let run = || bytes.iter().take(LONGEST).take_while(|&&b| b == first).count();
    let plain = match first {
        b' ' => Some((Class::Space, run())),
        b'.' | b'-' => Some((Class::Mark, run())),
        b if b.is_ascii_alphanumeric() => ascii_word(bytes).map(|length| (Class::Word, length)),
        b if b.is_ascii_punctuation() && b != b'_' => Some((Class::Mark, 1)),
        _ => None,
    };
    // A combining mark or a joiner may follow; the full rules know.
    plain.filter(|&(_, length)| at_plain_end(bytes, length)).or_else(|| Some(full_rules(text)))
}

/// Whether nothing after the piece could belong to it: ASCII, general punctuation, or the end.
fn at_plain_end(bytes: &[u8], length: usize) -> bool {
    match bytes.get(length..) {
        None | Some([]) => true,
        Some([b, ..]) if b.is_ascii() => true,
        Some([0xE2, 0x80, b, ..]) => (0x92..=0xA6).contains(b), // dashes, quotation marks, ellipsis
        Some(_) => false,
    }
}

/// Returns the length of the word of ASCII letters and digits that begins here, or `None` where it is too long
/// or goes on in other letters.
fn ascii_word(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at += bytes[at..].iter().take(LONGEST).take_while(|&&b| is_word_byte(b)).count();
        match bytes.get(at) {
            _ if at >= LONGEST => return None,
            None | Some(b' ') => return Some(at),
            Some(_) => {}
        }
        let (joiner, length) = match bytes[at] {
            0xE2 if bytes[at..].starts_with("’".as_bytes()) => (b'\'', 3),
            b => (b, 1),
        };
        if b"'.:,;-".contains(&joiner) && !at_plain_end(bytes, at + length) {
            return None; // what follows may join, and only the full rules know
        }
        let after = bytes.get(at + length).copied().unwrap_or(b' ');
        if !joins(bytes[at - 1], joiner, after) {
            return (bytes[at].is_ascii() || at_plain_end(bytes, at)).then_some(at);
        }
        at += length;
    }
}

const fn is_word_byte(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'_'
}

/// Whether a mark between two ASCII characters makes one word of them.
const fn joins(before: u8, joiner: u8, after: u8) -> bool {
    let letters = before.is_ascii_alphabetic() && after.is_ascii_alphabetic();
    let digits = before.is_ascii_digit() && after.is_ascii_digit();
    match joiner {
        b'\'' | b'.' => letters || digits,
        b':' => letters,
        b',' | b';' => digits,
        b'-' => before.is_ascii_alphanumeric() && after.is_ascii_alphanumeric(),
        _ => false,
    }
}

/// Returns the first piece by the full rules, of what stands before the next space and within the longest piece.
fn full_rules(text: &str) -> (Class, usize) {
    let mut end = text.len().min(LONGEST);
    end = text.as_bytes()[..end].iter().skip(1).position(|&b| b == b' ').map_or(end, |at| at + 1);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let chunk = &text[..end];
    let Some(first) = chunk.split_word_bounds().next() else { return (Class::Space, text.len()) };
    if first.starts_with(char::is_whitespace) {
        return (Class::Space, first.len());
    }
    if !first.contains(char::is_alphanumeric) {
        return (Class::Mark, first.len());
    }
    let mut length = first.len();
    while let Some(next) = compound(&chunk[length..]) {
        length += next;
    }
    (Class::Word, length)
}

/// Returns the length of a hyphen and the word joined by it, if that is how the text goes on.
fn compound(text: &str) -> Option<usize> {
    let hyphen = text.chars().next().filter(|c| matches!(c, '-' | '\u{2010}' | '\u{2011}'))?.len_utf8();
    let word = text[hyphen..].split_word_bounds().next()?;
    word.starts_with(char::is_alphanumeric).then_some(hyphen + word.len())
}

/// A word or a mark of a block's text; white space is what lies between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it begins in the block's text, in bytes.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// Its form in the [`Lexicon`].
    pub form: Form,
}

impl Token {
    /// Where it stands in the block's text.
    #[must_use]
    pub const fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
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
    /// Whether it is a word rather than a mark.
    pub is_word: bool,
    /// Whether it is a word in a script without spaces.
    is_spaceless: bool,
    /// How much it tells by itself: 0 for a mark, 1 for "the", [`TELLING`] for "harbour" and "1989".
    pub weight: u8,
    /// 0 for a mark, [`WORD`] for a word.
    pub extent: u8,
}

/// The forms of a story's words, each numbered once.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// Forms that fit a number, and the others. Numbers need no memory elsewhere and are compared at once.
    short: FxHashMap<u128, Form>,
    long: FxHashMap<Box<str>, Form>,
    folds: Vec<Option<Folds>>,
    /// Whether a form is folded: looked up for each word, and a byte a form.
    is_folded: Vec<bool>,
    letters: Vec<u32>,
    /// The letters of words in scripts without spaces.
    spaceless: FxHashMap<Form, Box<[Form]>>,
}

/// One article's words, block by block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The tokens of each block, in the order of the blocks.
    pub blocks: Vec<Vec<Token>>,
}

impl Lexicon {
    /// Reads the words of an article's blocks.
    ///
    /// Cost: linear in the text; each distinct form is folded once.
    pub fn read(&mut self, article: &crate::article::Article) -> Reading {
        Reading { blocks: article.blocks.iter().map(|block| self.read_text(&block.text)).collect() }
    }

    /// Reads the words of one text.
    pub fn read_text(&mut self, text: &str) -> Vec<Token> {
        let mut read = Vec::with_capacity(text.len() / 5);
        let mut pieces = Pieces::of(text);
        while let Some(piece) = pieces.next_unspaced() {
            let end = text.len() - pieces.rest.len();
            if piece.class != Class::Space {
                let form = self.form(piece);
                read.push(Token { start: offset(end - piece.text.len()), end: offset(end), form });
            }
        }
        read
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

    /// Whether a form is a word in a script without spaces.
    #[must_use]
    pub fn is_spaceless(&self, form: Form) -> bool {
        self.folds(form).is_spaceless
    }

    /// How many letters or digits the form has: none if it is a mark.
    #[must_use]
    pub fn letters(&self, form: Form) -> usize {
        self.letters[form.index()] as usize
    }

    /// How many numbers have been given; every [`Form`] is below.
    #[must_use]
    pub fn len(&self) -> usize {
        self.folds.len()
    }

    /// Whether nothing has been read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.folds.is_empty()
    }

    /// What a word is found by: its stem; of a word in a script without spaces its letters, since there the dictionary may
    /// part the same letters into other words.
    pub fn stems(&self, form: Form) -> impl Iterator<Item = Form> {
        let folds = self.folds(form);
        let letters = if folds.is_spaceless { self.spaceless.get(&form) } else { None };
        let stem = letters.is_none().then_some(folds.stem);
        stem.into_iter().chain(letters.into_iter().flatten().copied())
    }

    fn form(&mut self, piece: Piece<'_>) -> Form {
        let form = self.number(piece.text);
        if !self.is_folded[form.index()] {
            self.is_folded[form.index()] = true;
            self.folds[form.index()] = Some(self.fold(form, piece));
        }
        form
    }

    fn fold(&mut self, form: Form, piece: Piece<'_>) -> Folds {
        let is_word = piece.is_word();
        let text = fold::typography(piece.text);
        let typography = self.number_after(form, piece.text, &text);
        let lower = fold::case(&text);
        let case = self.number_after(typography, &text, &lower);
        let plain = if is_word { fold::spelling(&lower) } else { Cow::Borrowed(&*lower) };
        let spelling = self.number_after(case, &lower, &plain);
        let stem = self.number_after(spelling, &plain, fold::stem(&plain));
        let is_spaceless = is_word && !plain.is_empty() && plain.chars().all(spaceless::is_letter);
        if is_spaceless {
            let letters: Box<[Form]> = plain.chars().map(|c| self.number(c.encode_utf8(&mut [0; 4]))).collect();
            self.spaceless.insert(form, letters);
        }
        let (weight, extent) = if is_word { telling::measures(piece.text) } else { (0, 0) };
        Folds { typography, case, spelling, stem, is_word, is_spaceless, weight, extent }
    }

    /// The number of a text that was made from another one, most often without a change.
    fn number_after(&mut self, form: Form, before: &str, text: &str) -> Form {
        if before == text { form } else { self.number(text) }
    }

    fn number(&mut self, text: &str) -> Form {
        let next = Form(offset(self.folds.len()));
        let form = match packed(text) {
            Some(short) => match self.short.get(&short) {
                Some(&form) => form,
                None => *self.short.entry(short).or_insert(next),
            },
            None => match self.long.get(text) {
                Some(&form) => form,
                None => *self.long.entry(text.into()).or_insert(next),
            },
        };
        if form == next {
            self.folds.push(None);
            self.is_folded.push(false);
            self.letters.push(offset(text.chars().filter(|c| c.is_alphanumeric()).count()));
        }
        form
    }
}

/// A text of up to 15 bytes as a number, its length in the last byte.
fn packed(text: &str) -> Option<u128> {
    let bytes = text.as_bytes();
    let length = u8::try_from(bytes.len()).ok().filter(|&length| length < 16)?;
    let (low, high) = bytes.split_at(bytes.len().min(8));
    Some(u128::from(eight(low)) | u128::from(eight(high)) << 64 | u128::from(length) << 120)
}

/// Up to eight bytes as a number, the first one lowest. Read in two halves, which may overlap.
fn eight(bytes: &[u8]) -> u64 {
    if let Some(all) = bytes.first_chunk::<8>() {
        u64::from_le_bytes(*all)
    } else if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        let [first, last] = [first, last].map(|half| u64::from(u32::from_le_bytes(*half)));
        first | last << (8 * (bytes.len() - 4))
    } else {
        bytes.iter().rev().fold(0, |number, &b| number << 8 | u64::from(b))
    }
}

/// Offsets and numbers are kept in 32 bits; the intake lets no larger text in.
fn offset(at: usize) -> u32 {
    u32::try_from(at).expect("texts over 4 GiB are refused when they are read")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let pieces: Vec<&str> =
            tokens(text).filter(|piece| piece.class != Class::Space).map(|piece| piece.text).collect();
        assert_eq!(pieces, expected);
    }

    #[test]
    fn words_and_marks() {
        check("The boats, he said.", &["The", "boats", ",", "he", "said", "."]);
        check("“Anti-spying”", &["“", "Anti-spying", "”"]);
        check("China’s and China's", &["China’s", "and", "China's"]);
        check("‘normal’ for", &["‘", "normal", "’", "for"]);
        check("$15,000 (1.4 million)…", &["$", "15,000", "(", "1.4", "million", ")", "…"]);
        check("U.S. law -- a ...", &["U.S", ".", "law", "--", "a", "..."]);
        check("take all;so it'll", &["take", "all", ";", "so", "it'll"]);
        check("post-", &["post", "-"]);
    }

    #[test]
    fn other_scripts() {
        check("déjà-vu à Łódź", &["déjà-vu", "à", "Łódź"]);
        check("e\u{301}te\u{301}", &["e\u{301}te\u{301}"]);
        check("灯台は、LED", &["灯台", "は", "、", "LED"]);
        check("改革开放", &["改革", "开放"]);
        check("สวัสดีชาวโลก", &["สวัสดี", "ชาว", "โลก"]);
        check("a\u{301}.\u{301}b", &["a\u{301}.\u{301}b"]);
    }

    #[test]
    fn short_texts_are_told_apart_as_numbers() {
        let long = "abcdefghijklmnopq";
        let texts: Vec<&str> = (0..16).flat_map(|start| (start..=17).map(move |end| &long[start..end])).collect();
        let numbers: std::collections::HashSet<_> = texts.iter().filter_map(|text| packed(text)).collect();
        let short: std::collections::HashSet<_> = texts.iter().filter(|text| text.len() < 16).collect();
        assert_eq!(numbers.len(), short.len());
        assert_ne!(packed("a"), packed("a\0"));
        assert_eq!(packed("a word of sixteen"), None);
    }

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
        assert!(!folds("—").is_word);
    }

    proptest! {
        #[test]
        fn pieces_join_to_the_text(text in "\\PC*|[a-z’'. ,\u{301}é灯-]*") {
            let joined: String = tokens(&text).map(|piece| piece.text).collect();
            prop_assert_eq!(joined, text);
        }

        #[test]
        fn no_word_is_cut_by_the_short_path(text in "[a-zé’'.,0-9 -]{0,40}") {
            // The short path and the full rules part words at the same places.
            let bounds: Vec<&str> = text.unicode_words().flat_map(|word| word.split('-')).filter(|word| !word.is_empty()).collect();
            let words: Vec<&str> = tokens(&text).filter(Piece::is_word).flat_map(|piece| piece.text.split('-')).filter(|word| !word.is_empty()).collect();
            prop_assert_eq!(words, bounds);
        }
    }
}
