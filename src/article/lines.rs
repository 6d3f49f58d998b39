//! What can be told of a line by its looks, whatever it says.

use super::folding::is_of_word;
use crate::unicode::scripts::ends_in_greek_question;
use crate::unicode::{dashes, notes, quotes};

/// Tells whether the text ends as sentences do, closing quotes and brackets and the marks of notes passed over.
pub(super) fn ends_sentence(text: &str) -> bool {
    // Most lines that are looked at closely end with a word, and no mark stands around it.
    if text.ends_with(|c: char| c.is_ascii_alphabetic()) {
        return false;
    }
    let text = without_closing(without_notes(text));
    text.ends_with(['.', '!', '?', '…', '。', '！', '？', '।', '؟', '។', '။']) || ends_in_greek_question(text)
}

/// Returns a text without the marks of notes at its end: `[12]`, `²`.
fn without_notes(text: &str) -> &str {
    let mut bare = text.trim_end_matches(|c| "⁰¹²³⁴⁵⁶⁷⁸⁹".contains(c));
    while let Some((before, note)) = bare.strip_suffix(']').and_then(|inner| inner.rsplit_once('[')) {
        let is_short = (1..=3).contains(&note.len()) && note.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !is_short && !notes::is_note(note) {
            break;
        }
        bare = before;
    }
    bare
}

/// Returns a text without the quotation marks and brackets at its end.
pub(super) fn without_closing(text: &str) -> &str {
    text.trim_end_matches(|c| quotes::is_quotation_mark(c) || matches!(c, ')' | ']' | '）' | ' '))
}

/// Tells whether the text ends with a mark that something follows, so that it is no line of its own.
pub(super) fn ends_open(text: &str) -> bool {
    let is_open = |c| dashes::is_dash(c) || matches!(c, ',' | ';' | ':' | '，' | '；' | '：' | '、');
    text.ends_with(is_open) && !ends_in_greek_question(text)
}

/// Tells whether a block's text, in which spaces stand alone, has no more words than this.
pub(super) fn is_of_at_most(text: &str, words: usize) -> bool {
    // Most blocks are paragraphs, and have more spaces soon.
    let beginning = &text.as_bytes()[..text.len().min(LOOKED_AT)];
    let spaces = memchr::memchr_iter(b' ', beginning).count();
    if spaces > words {
        return false;
    }
    // Other spaces are told by their first byte, and then by themselves: no such byte is within a character.
    let is_space = |at: &usize| text[*at..].starts_with(char::is_whitespace);
    let others = || {
        let [two, three, others] = SPACES;
        memchr::memchr3_iter(two, three, others, beginning).filter(is_space).count()
            + memchr::memchr_iter(OGHAM, beginning).filter(is_space).count()
    };
    let is_short = text.len() <= LOOKED_AT && spaces < words && (beginning.is_ascii() || spaces + others() < words);
    is_short || text.split_whitespace().nth(words).is_none()
}

/// The first bytes of spaces in UTF-8 that are not of ASCII, and that of the space of Ogham.
const SPACES: [u8; 3] = [0xC2, 0xE2, 0xE3];
const OGHAM: u8 = 0xE1;

/// How much of a text is looked at in one go, in bytes: more than a line of sixty words has, if its letters have two.
const LOOKED_AT: usize = 1024;

/// Tells whether the first letter or digit is no small letter.
pub(super) fn begins_large(text: &str) -> bool {
    text.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase())
}

/// Tells whether the first character is a small letter, as where a sentence goes on.
pub(super) fn goes_on(text: &str) -> bool {
    text.starts_with(char::is_lowercase)
}

/// Tells whether a word is of capitals: two letters of them at least.
pub(super) fn is_of_capitals(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() > 1 && letters.clone().all(char::is_uppercase)
}

/// Tells whether a line begins with the mark of an item of a list.
pub(super) fn is_item(text: &str) -> bool {
    let mut chars = text.chars();
    let is_mark = chars.next().is_some_and(|c| dashes::is_dash(c) || "•·*▪‣◦●○■–—→✓+-".contains(c));
    is_mark && chars.next().is_some_and(|c| c == ' ')
}

/// Returns the last word of a text, without what stands around it.
pub(super) fn last_word(text: &str) -> &str {
    text.split_whitespace().next_back().unwrap_or("").trim_matches(|c: char| !is_of_word(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_before_the_marks_of_any_language() {
        for close in ["“", "”", "\"", "’", "'", "‘", "»", "«", "›", "」", "』", "》", ")", "”)"] {
            assert!(ends_sentence(&format!("Es war Zeit.{close}")), "{close}");
            assert!(!ends_sentence(&format!("Es war Zeit{close}")), "{close}");
        }
        assert!(ends_sentence("परिषद ने मंगलवार को बताया।"));
        assert!(ends_open("Es war \u{2015}") && ends_open("Es war –") && !ends_open("Es war"));
    }

    #[test]
    fn a_sentence_ends_before_the_marks_of_notes() {
        for text in ["He won.[2]", "He won.[2][14]", "“He won.”[a]", "He won.[note 4]", "He won.²", "[He won.]"] {
            assert!(ends_sentence(text), "{text}");
        }
        for text in ["He won[2]", "He won²", "Rule [12]", "He won.[citation needed]", "[2]", "²"] {
            assert!(!ends_sentence(text), "{text}");
        }
    }

    #[test]
    fn items_of_lists() {
        assert!(is_item("- a boat") && is_item("• a boat") && is_item("– a boat"));
        assert!(!is_item("-boat") && !is_item("A boat") && !is_item("-"));
    }
}
