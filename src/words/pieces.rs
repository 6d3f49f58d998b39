//! Text to pieces that join to it again.
//!
//! ```text
//!     “Anti-spying work”, China’s ministry said.
//!     ┊└────┬────┘ └┬─┘┊┊ └──┬──┘ └──┬───┘ └┬─┘┊
//!     mark word   word marks word   word   word mark
//! ```
//!
//! The rules are those of UAX #29, but for compounds, which are one word. Nearly all pieces are of an alphabet and need few of
//! them.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::stops::{lacks_space, whole_length};
use super::{alphabets, spaceless};
use crate::unicode::{ascii_scan, dashes, notes, quotes, scripts};

/// A piece of text with what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'t> {
    /// Word, mark or space.
    pub class: Class,
    /// The piece itself.
    pub text: &'t str,
}

impl Piece<'_> {
    /// Tells whether it is a word.
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

/// Counts the words of a text. Cost: linear in the text.
#[must_use]
pub fn count(text: &str) -> usize {
    tokens(text).filter(Piece::is_word).count()
}

/// The pieces that are still to come.
pub(super) struct Pieces<'t> {
    text: &'t str,
    /// Where the next piece begins.
    at: usize,
    /// The words of a stretch without spaces are found all at once; the last one comes first.
    found: Vec<usize>,
}

impl<'t> Pieces<'t> {
    pub(super) const fn of(text: &'t str) -> Self {
        Self { text, at: 0, found: Vec::new() }
    }

    /// Returns the next piece that is no plain space: what it is, and where it stands in the text.
    pub(super) fn next_unspaced(&mut self) -> Option<(Class, Range<usize>)> {
        // A combining mark would belong to the space.
        while let Some([b' ', next, ..]) = self.text.as_bytes().get(self.at..)
            && next.is_ascii()
        {
            self.at += 1;
        }
        let rest = self.text.as_bytes().get(self.at..)?;
        if rest.first().is_some_and(|first| may_begin_note(*first))
            && let Some(length) = note_mark(self.text, self.at)
        {
            return Some((Class::Mark, self.taken(length)));
        }
        match before_space(rest) {
            Some((class, length)) => Some((class, self.taken(length))),
            None => self.next_place(),
        }
    }

    fn next_place(&mut self) -> Option<(Class, Range<usize>)> {
        let rest = self.text.as_bytes().get(self.at..).filter(|rest| !rest.is_empty())?;
        if rest.first().is_some_and(|first| may_begin_note(*first))
            && self.found.is_empty()
            && let Some(length) = note_mark(self.text, self.at)
        {
            return Some((Class::Mark, self.taken(length)));
        }
        let joins = !self.goes_on();
        let short = if self.found.is_empty() { short_path(rest.get(..LONGEST).unwrap_or(rest), joins) } else { None };
        let (class, length) = short.unwrap_or_else(|| self.long_path());
        Some((class, self.taken(length)))
    }

    /// Whether a hyphen behind a word stands before: what comes goes on with a compound that was cut, and makes none itself.
    fn goes_on(&self) -> bool {
        let mut before = self.text[..self.at].chars().rev();
        before.next().is_some_and(dashes::joins_words) && before.next().is_some_and(char::is_alphanumeric)
    }

    /// Goes on behind a piece, and returns where it stands.
    const fn taken(&mut self, length: usize) -> Range<usize> {
        let start = self.at;
        self.at += length;
        start..self.at
    }

    /// Returns what the next piece is, and its length, if the short path does not know.
    #[cold]
    fn long_path(&mut self) -> (Class, usize) {
        let rest = &self.text[self.at..];
        if self.found.is_empty() && rest.starts_with(scripts::is_spaceless) {
            self.found = spaceless::words(rest);
            self.found.reverse();
        }
        self.found.pop().map_or_else(|| full_rules(rest, !self.goes_on()), |length| (Class::Word, length))
    }
}

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        self.next_place().map(|(class, place)| Piece { class, text: &self.text[place] })
    }
}

/// Tells what begins no mark of a note by its first byte, as nearly all does.
const fn may_begin_note(first: u8) -> bool {
    matches!(first, b'[' | 0xC2 | 0xE2)
}

/// The length of the mark of a note that stands at a place, right behind a word or its full stop: in square brackets ([`notes`]),
/// or raised figures. Behind a letter or two raised ones are the power of a unit.
fn note_mark(text: &str, at: usize) -> Option<usize> {
    let rest = text.as_bytes().get(at..)?;
    match rest.first()? {
        b'[' => {
            let length = rest.iter().take(notes::LONGEST + 2).position(|b| *b == b']')? + 1;
            let is_mark = notes::is_note(text.get(at + 1..at + length - 1)?);
            let is_behind = at > 0 && !text.as_bytes()[at - 1].is_ascii_whitespace() && !text[..at].ends_with('\u{A0}');
            // What follows a bracket may belong to it only where it is a combining mark.
            let is_end = is_plain_end(&rest[length..]);
            // "wom[a]n": a letter that somebody changed.
            let is_inside = rest[1].is_ascii_alphabetic() && rest.get(length).is_some_and(u8::is_ascii_alphanumeric);
            (is_mark && is_behind && is_end && !is_inside).then_some(length)
        }
        0xC2 | 0xE2 => {
            let raised = text[at..].chars().take_while(|&c| is_raised(c));
            let (count, length) = raised.fold((0, 0), |(count, length), c| (count + 1, length + c.len_utf8()));
            let mut before = text[..at].chars().rev();
            let is_behind = match before.next()? {
                '.' | ',' | '!' | '?' | ')' | '"' | '\'' | '\u{2019}' | '\u{201D}' | '\u{BB}' => true,
                c => c.is_alphabetic() && before.take(2).filter(|c| c.is_alphabetic()).count() == 2,
            };
            ((1..=notes::FIGURES).contains(&count) && is_behind && is_plain_end(&text.as_bytes()[at + length..]))
                .then_some(length)
        }
        _ => None,
    }
}

/// Tells whether a character is a raised figure.
const fn is_raised(c: char) -> bool {
    matches!(c, '\u{B9}' | '\u{B2}' | '\u{B3}' | '\u{2070}' | '\u{2074}'..='\u{2079}')
}

/// What the piece is that comes first, and its length, if it is a short word before a space, with a mark between them or
/// without, or such a mark: most of a text.
fn before_space(text: &[u8]) -> Option<(Class, usize)> {
    let letters = ascii_scan::letters_of_eight(text)?;
    match (letters, &text[letters..]) {
        (1.., [b' ', ..] | [b'.' | b',' | b':' | b';', b' ', ..]) => Some((Class::Word, letters)),
        (0, [b'.' | b',' | b':' | b';', b' ', ..]) => Some((Class::Mark, 1)),
        _ => None,
    }
}

/// What the piece is that comes first, and its length, if that can be told without the full rules, which nearly always it
/// can. Of the text no more is given than the longest piece. `joins` says whether a hyphen may join it to what comes.
fn short_path(text: &[u8], joins: bool) -> Option<(Class, usize)> {
    let first = *text.first()?;
    let run = || text.iter().take_while(|&&b| b == first).count();
    let (class, length) = match first {
        b if b.is_ascii_alphanumeric() || alphabets::begins(text) => {
            return Some((Class::Word, plain_word(text, joins)?));
        }
        b' ' => (Class::Space, run()),
        b'.' | b'-' => (Class::Mark, run()),
        b if b.is_ascii_punctuation() && b != b'_' => (Class::Mark, 1),
        _ if is_general_mark(text) => (Class::Mark, 3),
        _ => return None,
    };
    // A combining mark or a joiner may follow; the full rules know.
    is_plain_end(&text[length..]).then_some((class, length))
}

/// Whether a dash, a quotation mark, a bullet or an ellipsis of the block of general punctuation comes first, all of three
/// bytes. A single dot among them may join letters, and is not meant.
const fn is_general_mark(text: &[u8]) -> bool {
    matches!(text, [0xE2, 0x80, 0x92..=0xA3 | 0xA5 | 0xA6, ..])
}

/// Tells whether nothing that comes now could belong to what stood before: ASCII, general punctuation, or the end.
const fn is_plain_end(text: &[u8]) -> bool {
    matches!(text, [] | [0..=0x7F, ..]) || is_general_mark(text)
}

/// Returns the length of the word of letters and digits that comes first, or `None` where it is too long or goes on in
/// other scripts.
fn plain_word(text: &[u8], may_join: bool) -> Option<usize> {
    let may_join = may_join && !text[0].is_ascii_digit();
    let mut length = 0;
    loop {
        length += alphabets::letters(&text[length..]);
        let (joiner, after) = match &text[length..] {
            [b' ', ..] => return Some(length),
            [] => return (length < LONGEST).then_some(length),
            [b'_', ..] => {
                length += 1;
                continue;
            }
            [joiner @ (b'\'' | b'.' | b':' | b',' | b';' | b'-' | b'/'), after @ ..] => (*joiner, after),
            [0xE2, 0x80, 0x98 | 0x99, after @ ..] => (b'\'', after), // ‘ ’
            other => return is_plain_end(other).then_some(length),
        };
        let next = match after {
            [b, ..] if b.is_ascii() || alphabets::begins(after) => *b,
            _ if is_plain_end(after) => b' ',
            _ => return None, // what follows may join, and only the full rules know
        };
        // What begins with a figure is no compound: "134-to-63" has the words of "134 to 63".
        if !joins(text[length - 1], joiner, next) || joiner == b'-' && !may_join {
            return Some(length);
        }
        if matches!(joiner, b'.' | b':') && lacks_space(&text[..length], joiner, after) {
            return Some(length);
        }
        length = text.len() - after.len();
    }
}

/// Whether a mark between two characters makes one word of them. What they are their last byte and their first one tell.
const fn joins(before: u8, joiner: u8, after: u8) -> bool {
    let letters = is_letter(before) && is_letter(after);
    let digits = before.is_ascii_digit() && after.is_ascii_digit();
    match joiner {
        b'\'' | b'.' => letters || digits,
        b':' => letters,
        b',' | b';' | b'/' => digits,
        b'-' => (is_letter(before) || before.is_ascii_digit()) && (is_letter(after) || after.is_ascii_digit()),
        _ => false,
    }
}

/// Tells whether a byte belongs to a letter: beyond ASCII there is nothing else here.
const fn is_letter(b: u8) -> bool {
    b.is_ascii_alphabetic() || !b.is_ascii()
}

/// Returns the first piece by the full rules, of what stands before the next space and within the longest piece.
fn full_rules(text: &str, joins: bool) -> (Class, usize) {
    let mut end = text.len().min(LONGEST);
    end = text.as_bytes()[..end].iter().skip(1).position(|&b| b == b' ').map_or(end, |at| at + 1);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    if end < text.len() && !text[end..].starts_with(' ') {
        // What is seen as one is not cut, unless it is as long as the longest piece.
        end = text[..end].grapheme_indices(true).next_back().map_or(end, |(at, _)| if at == 0 { end } else { at });
    }
    let chunk = &text[..end];
    let Some(first) = chunk.split_word_bounds().next() else { return (Class::Space, text.len()) };
    if first.chars().all(|c| c.is_whitespace() || c == scripts::NON_JOINER) {
        return (Class::Space, first.len());
    }
    if !first.contains(char::is_alphanumeric) {
        return (Class::Mark, first.len());
    }
    if let Some(geresh) = first.chars().next().filter(|&c| quotes::is_quotation_mark(c)) {
        return (Class::Mark, geresh.len_utf8()); // a letter to the rules, and an opening mark here
    }
    let mut length = first.len();
    while let Some(longer) = compound(chunk, length, joins).or_else(|| abbreviation(chunk, length)) {
        length = longer;
    }
    (Class::Word, word_length(&chunk[..length]))
}

/// Returns how much of a word, as the full rules have it, is one: it is cut at a stop that lacks its space, where Arabic keeps the
/// letters of two parts from joining, and before an apostrophe of Hebrew that may as well be a closing mark.
fn word_length(word: &str) -> usize {
    let whole = &word[..whole_length(word)];
    let mut apart = whole.match_indices(scripts::NON_JOINER).map(|(at, mark)| (at, at + mark.len()));
    let is_apart = |&(at, after): &(usize, usize)| {
        whole[..at].ends_with(scripts::is_arabic) && whole[after..].starts_with(scripts::is_arabic)
    };
    let whole = apart.find(is_apart).map_or(whole, |(at, _)| &whole[..at]);
    let bare = whole.trim_end_matches(quotes::is_apostrophe);
    if ends_in_hebrew(bare) { bare.len() } else { whole.len() }
}

/// Tells whether a text ends with a letter of Hebrew, pointed or not.
fn ends_in_hebrew(text: &str) -> bool {
    text.trim_end_matches(scripts::is_vowel_mark).ends_with(scripts::is_hebrew)
}

/// Returns how long an abbreviation of Hebrew is with the letters behind a mark that the rules take for the end of a word: a closing
/// quotation mark or two apostrophes, which are written for gershayim.
fn abbreviation(text: &str, at: usize) -> Option<usize> {
    let bare = text[..at].trim_end_matches(quotes::is_apostrophe);
    if !ends_in_hebrew(bare) {
        return None;
    }
    let rest = &text[bare.len()..];
    let mut marks = rest.chars().take_while(|&c| c == '”' || quotes::is_apostrophe(c));
    let length = match (marks.next()?, marks.next(), marks.next()) {
        ('”', None, _) => '”'.len_utf8(),
        (first, Some(second), None) if first != '”' && second != '”' => first.len_utf8() + second.len_utf8(),
        _ => return None,
    };
    let after = rest.get(length..)?.split_word_bounds().next()?;
    after.starts_with(scripts::is_hebrew).then_some(bare.len() + length + after.len())
}

/// Returns how long a word is with a hyphen and the word joined by it, if that is how the text goes on behind a word that begins with a
/// letter, or of a stroke and the figures behind other figures.
fn compound(text: &str, at: usize, joins: bool) -> Option<usize> {
    let joiner = text[at..].chars().next()?;
    let word = text[at + joiner.len_utf8()..].split_word_bounds().next()?;
    let is_digit = |c: char| c.is_ascii_digit();
    let joins = if joiner == '/' {
        text[..at].ends_with(is_digit) && word.starts_with(is_digit)
    } else {
        joins
            && dashes::joins_words(joiner)
            && !text.starts_with(char::is_numeric)
            && word.starts_with(char::is_alphanumeric)
    };
    joins.then_some(at + joiner.len_utf8() + word.len())
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
        check("Hawai‘i’s ‘boats’", &["Hawai‘i’s", "‘", "boats", "’"]);
        check("U.S. law -- a ...", &["U.S", ".", "law", "--", "a", "..."]);
        check("take all;so it'll", &["take", "all", ";", "so", "it'll"]);
        check("post-", &["post", "-"]);
        check("the ferries.The price:We", &["the", "ferries", ".", "The", "price", ":", "We"]);
        check("паромы.Цена é\u{301}té.Le", &["паромы", ".", "Цена", "é\u{301}té", ".", "Le"]);
        check(
            "Node.js at example.com, U.S.A, e.g. p.m",
            &["Node.js", "at", "example.com", ",", "U.S.A", ",", "e.g", ".", "p.m"],
        );
    }

    #[test]
    fn figures_are_words_of_their_own() {
        check("a 134-to-63 vote", &["a", "134", "-", "to", "-", "63", "vote"]);
        check("134–63, 2023-08-02", &["134", "–", "63", ",", "2023", "-", "08", "-", "02"]);
        check("a 15-year-old COVID-19 F-16", &["a", "15", "-", "year", "-", "old", "COVID-19", "F-16"]);
        check("9/11 and 24/7, and/or 1/x", &["9/11", "and", "24/7", ",", "and", "/", "or", "1", "/", "x"]);
        check("0,9 % of 1.4", &["0,9", "%", "of", "1.4"]);
        check("٣٤-to", &["٣٤", "-", "to"]);
    }

    #[test]
    fn marks_of_notes_are_no_words() {
        check("the island[1].[12] said", &["the", "island", "[1]", ".", "[12]", "said"]);
        check("the island³ said.² No", &["the", "island", "³", "said", ".", "²", "No"]);
        check("île[1] de 5 m³ [2]", &["île", "[1]", "de", "5", "m", "³", "[", "2", "]"]);
        check(
            "the quay.[note 4] No[b], wom[a]n",
            &["the", "quay", ".", "[note 4]", "No", "[b]", ",", "wom", "[", "a", "]", "n"],
        );
        check("say[s] it[1987]", &["say", "[", "s", "]", "it", "[", "1987", "]"]);
        let marks =
            |text: &str| tokens(text).filter(Piece::is_word).map(|piece| piece.text).collect::<Vec<_>>().join(" ");
        assert_eq!(marks("the island[1] said.² [1]"), "the island said 1");
    }

    #[test]
    fn other_scripts() {
        check("déjà-vu à Łódź", &["déjà-vu", "à", "Łódź"]);
        check("e\u{301}te\u{301}", &["e\u{301}te\u{301}"]);
        check("灯台は、LED", &["灯台", "は", "、", "LED"]);
        check("改革开放", &["改革", "开放"]);
        check("สวัสดีชาวโลก", &["สวัสดี", "ชาว", "โลก"]);
        check("a\u{301}.\u{301}b", &["a\u{301}.\u{301}b"]);
        check("結ふ\u{3099}三隻", &["結ふ\u{3099}", "三隻"]);
    }

    #[test]
    fn hebrew() {
        for army in ["צה\"ל", "צה״ל", "צה”ל", "צה''ל", "צה’’ל"] {
            check(&format!("דובר {army}, {army}"), &["דובר", army, ",", army]);
        }
        check("בית־ספר בית-ספר", &["בית־ספר", "בית-ספר"]);
        for (text, mark) in [("ג'ורג'", "'"), ("ג’ורג’", "’"), ("ג׳ורג׳", "׳")] {
            check(&format!("{text} בא"), &[&text[..text.len() - mark.len()], mark, "בא"]);
        }
        check("״הסירות״ ׳הסירות׳", &["״", "הסירות", "״", "׳", "הסירות", "׳"]);
        check("אמר: ”הסירות”.", &["אמר", ":", "”", "הסירות", "”", "."]);
    }

    #[test]
    fn parts_of_words_that_arabic_keeps_apart() {
        check("می\u{200C}روند", &["می", "روند"]);
        check("خانه\u{200C}ها \u{200C}و", &["خانه", "ها", "و"]);
        check("क्\u{200C}ष", &["क्\u{200C}ष"]);
    }

    #[test]
    fn a_piece_that_is_too_long_is_cut_between_clusters() {
        let long = format!("{}e\u{301}\u{323} next", "e\u{301}".repeat(LONGEST));
        let cut: Vec<&str> = tokens(&long).map(|piece| piece.text).collect();
        assert!(
            cut.len() > 3 && cut.iter().all(|piece| piece.len() <= LONGEST && !piece.starts_with('\u{301}')),
            "{cut:?}"
        );
        assert_eq!(cut.concat(), long);
        let cluster = format!("e{}", "\u{301}".repeat(LONGEST));
        assert_eq!(tokens(&cluster).map(|piece| piece.text).collect::<String>(), cluster);
    }

    proptest! {
        #[test]
        fn pieces_join_to_the_text(text in "\\PC*|[a-z’'. ,\u{301}é灯-]*") {
            let joined: String = tokens(&text).map(|piece| piece.text).collect();
            prop_assert_eq!(joined, text);
        }

        #[test]
        fn no_word_is_cut_by_the_short_path(text in "[a-zéłжω\u{301}’‘·\u{2024}\u{2027}…“'.:;,_0-9 -]{0,40}") {
            // The short path and the full rules part words at the same places.
            let bounds: Vec<&str> = text.unicode_words().flat_map(|word| word.split('-')).filter(|word| !word.is_empty()).collect();
            let words: Vec<&str> = tokens(&text).filter(Piece::is_word).flat_map(|piece| piece.text.split('-')).filter(|word| !word.is_empty()).collect();
            prop_assert_eq!(words, bounds);
        }
    }
}
