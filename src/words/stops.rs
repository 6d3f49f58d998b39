//! Full stops without the space behind them.
//!
//! ```text
//!     ferries.The price        ferries│.│The        price
//!     example.com  Node.js  U.S.A  e.g.  p.m  Ph.D  Booking.Com        one word each
//! ```
//!
//! A sentence ends with a small letter of a word of two and more, and the next begins with a capital and a small letter. An
//! address has neither, as a rule, and names of files and of programs end with one of few endings. Where all letters are capitals, as in
//! `MONTHS.ON MONDAY`, it is a word of three and more before a full stop and another word, so that the same words are found in them.

/// Endings of addresses and files, in small letters.
const ENDINGS: [&str; 18] = [
    "co", "com", "doc", "docx", "edu", "exe", "gov", "htm", "html", "info", "js", "md", "net", "org", "pdf", "py",
    "txt", "uk",
];

/// Endings of addresses of countries, which stand in capitals where other words do.
const COUNTRIES: [&str; 13] = ["br", "ch", "cn", "cz", "de", "dk", "eu", "fr", "jp", "nl", "pl", "ru", "se"];

/// How many letters a word in capitals has before a full stop that lacks its space, at the least: fewer are an abbreviation.
const CAPITALS: usize = 3;

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
