//! Text to pieces that join to it again.
//!
//! ```text
//!     “Anti-spying work”, China’s ministry said.
//!     ┊└────┬────┘ └┬─┘┊┊ └──┬──┘ └──┬───┘ └┬─┘┊
//!     mark word   word marks word   word   word mark
//! ```
//!
//! The rules are those of UAX #29, but for compounds, which are one word. Nearly all pieces are of ASCII and need few of them.

use unicode_segmentation::UnicodeSegmentation;

use super::spaceless;

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
pub(super) struct Pieces<'t> {
    pub(super) rest: &'t str,
    /// The words of a stretch without spaces are found all at once; the last one comes first.
    found: Vec<usize>,
}

impl<'t> Pieces<'t> {
    pub(super) const fn of(text: &'t str) -> Self {
        Self { rest: text, found: Vec::new() }
    }

    /// The next piece that is not a plain space.
    pub(super) fn next_unspaced(&mut self) -> Option<Piece<'t>> {
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
