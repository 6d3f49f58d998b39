//! A line of text that grows piece by piece: white space folded as a browser folds it.

use crate::formats::line_breaks::BREAK;
use crate::unicode::scripts::{is_hiragana, is_spaceless};

/// Raised figures.
const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// Holds the text of a block while it is gathered.
#[derive(Default)]
pub(super) struct Line {
    text: String,
    space: Option<char>,
    /// Whether two words must not run together here.
    is_between_words: bool,
    /// Whether two sentences must not.
    is_between_sentences: bool,
    /// Whether two words of which the second one has a capital must not.
    is_between_items: bool,
}

impl Line {
    /// Adds text as it stands in a page. A no-break space that stands alone between words is kept.
    pub(super) fn push(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() {
                self.space = self
                    .space
                    .filter(|&space| space == BREAK)
                    .or(Some(if self.space.is_none() && c == '\u{A0}' { c } else { ' ' }));
            } else if !is_unseen(c) {
                let [words, sentences, items] =
                    [&mut self.is_between_words, &mut self.is_between_sentences, &mut self.is_between_items]
                        .map(std::mem::take);
                let text = self.text.as_str();
                let is_run_together = words && c.is_alphanumeric() && text.ends_with(char::is_alphanumeric)
                    || sentences && c.is_uppercase() && text.ends_with(['.', '!', '?', '…'])
                    || items && is_of_another_item(text, c);
                let space = self.space.take().or(is_run_together.then_some(' '));
                if !self.text.is_empty() {
                    self.text.extend(space);
                }
                self.text.push(c);
            }
        }
    }

    /// Adds raised text. Figures become raised ones, so that the mark of a note does not become part of a word or of a
    /// number.
    pub(super) fn push_raised(&mut self, text: &str) {
        let bare = text.trim();
        if bare.is_empty() || !bare.bytes().all(|b| b.is_ascii_digit()) {
            return self.push(text);
        }
        let raised: String = bare.bytes().map(|digit| RAISED[usize::from(digit - b'0')]).collect();
        self.push(&raised);
    }

    /// Sets what follows off from what is there.
    pub(super) fn part(&mut self) {
        self.space = self.space.filter(|&space| space == BREAK).or(Some(' '));
    }

    /// Sets a word that follows off from a word that is there, and leaves marks where they are.
    pub(super) fn part_words(&mut self) {
        self.is_between_words = true;
    }

    /// Sets a sentence that follows off from one that is there.
    pub(super) fn part_sentences(&mut self) {
        self.is_between_sentences = true;
    }

    /// Sets an item that begins with a capital or as an address does off from a word that is there. What stands in elements side by side is
    /// seldom one word, and in it a capital seldom follows a small letter: `<span>Ann Example</span><span>Reporter</span><span>@ann</span>`.
    pub(super) fn part_items(&mut self) {
        self.is_between_items = true;
    }

    /// Ends a line: what follows stands behind a [break](BREAK).
    pub(super) fn end(&mut self) {
        self.space = Some(BREAK);
    }

    /// Returns how long it is, in bytes.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// Returns what was gathered, and begins anew.
    pub(super) fn take(&mut self) -> String {
        let text = std::mem::take(&mut self.text);
        *self = Self::default();
        text
    }
}

/// The fewest letters of a word that a capital does not go on with, as it does with "Mc".
const WORD: usize = 3;

/// Tells whether a character does not go on with the word that a text ends in: a capital, a figure or an address behind small letters, a letter
/// behind one of a script that has no capitals but spaces, and what follows a day or an hour of Japanese or Chinese.
fn is_of_another_item(text: &str, c: char) -> bool {
    let Some(last) = text.chars().next_back() else { return false };
    let has_no_case = |c: char| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase() && !is_spaceless(c);
    let is_unit = matches!(last, '日' | '分' | '時' | '时');
    (c.is_uppercase() || c.is_numeric() || c == '@') && ends_in_word(text)
        || has_no_case(last) && (has_no_case(c) || c.is_numeric())
        || is_unit && c.is_alphanumeric() && !is_hiragana(c) && text.contains(char::is_numeric)
}

/// Tells whether a text ends in small letters: some, so that they are no beginning of a name.
fn ends_in_word(text: &str) -> bool {
    text.ends_with(char::is_lowercase) && text.chars().rev().take_while(|c| c.is_alphabetic()).count() >= WORD
}

/// Tells whether a character shows nothing and changes no word, as the soft hyphen.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

/// Folds all white space of a text.
pub(super) fn folded(text: &str) -> String {
    let mut line = Line::default();
    line.push(text);
    line.take()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_folded() {
        assert_eq!(folded(" a\n\t b\u{A0}c \u{A0}d \u{200B} e\u{AD}f "), "a b\u{A0}c d ef");
        let mut line = Line::default();
        for piece in ["the ", " bo", "ats", " \n", " left"] {
            line.push(piece);
        }
        line.push_raised(" 12 ");
        line.push_raised("th");
        assert_eq!(line.take(), "the boats left¹²th");
    }
}
