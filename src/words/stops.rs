//! Full stops without the space behind them.
//!
//! ```text
//!     ferries.The price        ferries│.│The        price
//!     הסירות.המחיר             הסירות│.│המחיר
//!     example.com  Node.js  U.S.A  e.g.  p.m  Ph.D  Booking.Com  צה.ל        one word each
//! ```
//!
//! A sentence ends with a small letter of a word of two and more, and the next begins with a capital and a small letter. An
//! address has neither, as a rule, and names of files and of programs end with one of few endings. Where all letters are capitals, as in
//! `MONTHS.ON MONDAY`, it is a word of three and more before a full stop and another word, so that the same words are found in them.
//!
//! A script without case has no capital to show it, nor addresses of its own. There the stop stands between two words of three letters
//! and more, or of two if it is no stop in a row of them: letters of other alphabets are spelled so (`سي.إن.إن`), and abbreviations
//! have a letter a piece. Where a letter and its vowel are written as one (`டி.எம்.கே`), it has to be three of these.

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use crate::pair::{Pair, Side};
use crate::unicode::{quotes, scripts};

/// Endings of addresses and files, in small letters.
const ENDINGS: [&str; 18] = [
    "co", "com", "doc", "docx", "edu", "exe", "gov", "htm", "html", "info", "js", "md", "net", "org", "pdf", "py",
    "txt", "uk",
];

/// Endings of addresses of countries, which stand in capitals where other words do.
const COUNTRIES: [&str; 13] = ["br", "ch", "cn", "cz", "de", "dk", "eu", "fr", "jp", "nl", "pl", "ru", "se"];

/// How many letters a word in capitals has before a full stop that lacks its space, at the least: fewer are an abbreviation.
const CAPITALS: usize = 3;

/// How many letters a word in a script without case has before such a stop, at the least, if the next one has two.
const CASELESS: usize = 3;

/// The longest word that is looked at, in bytes.
const LONGEST: usize = 64;

/// Tells whether a space is missing behind the stop or colon between two texts, of which the first is not empty. Both may be cut
/// within a character.
pub(super) fn lacks_space(before: &[u8], stop: u8, after: &[u8]) -> bool {
    let after = &after[..after.len().min(LONGEST)];
    // Most stops within words are of addresses and abbreviations, and no capital follows.
    if after.first().is_none_or(u8::is_ascii_lowercase) || before.is_empty() {
        return false;
    }
    let (before, after) = (valid_end(&before[before.len().saturating_sub(LONGEST)..]), valid_start(after));
    if after.starts_with(scripts::is_caseless) || before.ends_with(scripts::is_caseless) {
        return lacks_space_without_case(before, after);
    }
    if before.ends_with(char::is_uppercase) {
        return stop == b'.' && lacks_space_in_capitals(before, after);
    }
    let mut last = before.chars().rev();
    let ends = (0..2).all(|_| last.next().is_some_and(char::is_lowercase)) && !before.contains(['/', '@', '_']);
    let mut first = after.chars();
    let begins = first.next().is_some_and(char::is_uppercase)
        && first.next().is_none_or(|c| c.is_lowercase() || c.is_whitespace() || matches!(c, '\'' | '’' | ','));
    if !ends || !begins {
        return false;
    }
    let word: String = after.chars().take_while(|c| c.is_alphanumeric()).collect();
    let goes_on = after[word.len()..].starts_with(['/', '@', '_', '(']);
    !goes_on && !ENDINGS.contains(&word.to_lowercase().as_str())
}

/// Tells the same of two texts in capitals.
fn lacks_space_in_capitals(before: &str, after: &str) -> bool {
    let word: String = after.chars().take_while(|c| c.is_alphanumeric()).collect();
    let is_one = |word: &str, letters: usize| {
        word.chars().all(char::is_uppercase) && word.chars().take(letters).count() == letters
    };
    let folded = word.to_lowercase();
    let goes_on = after[word.len()..].starts_with(['.', '/', '@', '_', '(']);
    is_one(before, CAPITALS)
        && is_one(&word, 2)
        && !goes_on
        && !ENDINGS.contains(&&*folded)
        && !COUNTRIES.contains(&&*folded)
}

/// Tells the same of two texts of which one is in a script without case.
fn lacks_space_without_case(before: &str, after: &str) -> bool {
    // An apostrophe and the mark of an abbreviation belong to the word.
    let is_inside = |c: char| {
        c.is_alphanumeric() || is_combining_mark(c) || quotes::is_apostrophe(c) || matches!(c, '"' | '״' | '”')
    };
    let first = before.trim_end_matches(is_inside);
    let last = after.trim_start_matches(is_inside);
    let (before, after) = (&before[first.len()..], &after[..after.len() - last.len()]);
    let in_row = Pair::new(first.ends_with(['.', ':']), is_stop_before_letter(last));
    let is_begun = after.starts_with(scripts::is_caseless) || after.starts_with(char::is_uppercase);
    let goes_on = first.ends_with(['/', '@', '_']) || last.starts_with(['/', '@', '_', '(']);
    let letters = Pair::new(before, after).map(letters);
    let least = if before.chars().chain(after.chars()).any(scripts::signs_vowels) { CASELESS } else { 2 };
    let is_long = |side: Side| letters[side] > CASELESS || letters[side] >= least && !in_row[side];
    is_begun
        && !goes_on
        && is_long(Side::Left)
        && is_long(Side::Right)
        && (letters.left >= CASELESS || letters.right > CASELESS)
}

/// Counts the letters of a word, each with its signs.
fn letters(word: &str) -> usize {
    let letters = word.graphemes(true).filter_map(|cluster| cluster.chars().next());
    letters.filter(|c| c.is_alphabetic()).map(|c| if scripts::is_syllable(c) { 2 } else { 1 }).sum()
}

fn is_stop_before_letter(text: &str) -> bool {
    text.strip_prefix(['.', ':']).is_some_and(|rest| rest.starts_with(char::is_alphabetic))
}

/// Returns how much of a word, as the full rules have it, comes before the first stop that lacks its space.
pub(super) fn whole_length(word: &str) -> usize {
    let stops = memchr::memchr2_iter(b'.', b':', word.as_bytes());
    let is_end =
        |&at: &usize| at > 0 && lacks_space(&word.as_bytes()[..at], word.as_bytes()[at], &word.as_bytes()[at + 1..]);
    stops.into_iter().find(is_end).unwrap_or(word.len())
}

/// Returns the text that bytes begin with.
fn valid_start(bytes: &[u8]) -> &str {
    bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid())
}

/// Returns the text that bytes end with.
fn valid_end(bytes: &[u8]) -> &str {
    let start = bytes.iter().position(|&b| b & 0xC0 != 0x80).unwrap_or(bytes.len());
    std::str::from_utf8(&bytes[start..]).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stops_of_scripts_without_case() {
        let is_split = |word: &str| whole_length(word) < word.len();
        for word in [
            "הסירות.המחיר",
            "לו.המחיר",
            "צה\"ל.הסירות",
            "לָהֶם.הַמְּחִיר",
            "ferries.המחיר",
            "הסירות.The",
            "القوارب.وقال",
            "القوارب.لم",
            "القوارب:وقال",
            "نوکاها.بهای",
            "했다.그는",
            "했다.그",
            "जहाज़ों.कीमतें",
            "படகுகள்.விலைகள்",
            "ნავები.ფასი",
        ] {
            assert!(is_split(word), "{word}");
        }
        for word in [
            "ב.מ.וו",
            "א.ב",
            "בי.בי.סי",
            "סי.איי.אי",
            "أ.د.محمد",
            "ق.م",
            "سي.إن.إن",
            "إم.بي.سي",
            "डी.एम.के",
            "एम.ए",
            "டி.எம்.கே",
            "가.나",
            "פייסבוק.com",
            "https://a.example/דף.המחיר",
        ] {
            assert!(!is_split(word), "{word}");
        }
    }

    #[test]
    fn stops_that_lack_their_space() {
        let is_split = |word: &str| whole_length(word) < word.len();
        for word in ["ferries.The", "so.It", "price:We", "été.Le", "паромы.Цена", "MONTHS.ON", "ÉTÉ.LES", "ПАРОМЫ.ЦЕНА"]
        {
            assert!(is_split(word), "{word}");
        }
        for word in [
            "example.com",
            "Node.js",
            "U.S.A",
            "3.14",
            "e.g",
            "p.m",
            "Ph.D",
            "Booking.Com",
            "ASP.NET",
            "readme.TXT",
            "a.B",
            "WWW.HARBOUR.ORG",
            "HARBOUR.DE",
            "U.S.ARMY",
            "NYSE:HBR",
            "AB.CD",
        ] {
            assert!(!is_split(word), "{word}");
        }
    }
}
