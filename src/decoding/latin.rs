//! What the detector cannot know of Latin letters, told by what stands around a byte.
//!
//! ```text
//!     40 \xA4     c\xBDur        ISO-8859-15 (40 €, cœur), of which the detector has no model; else ¤ and ½
//!     40 \xA3 a head             windows-1252 (£), not windows-1250 (Ł)
//!     a na\xEFve mayor     windows-1252 (ï), not ISO-8859-4 (ī): one letter in a hundred is of a foreign word
//!     c\xD5est vot\x8E        macintosh (c’est voté), not windows-1252 (cÕest votŽ)
//!     haj\xF3 kik\xF6t\xF5ben      windows-1250 (ő), not windows-1252 (õ): no language has ó, ö and õ but Hungarian
//! ```

use super::alphabets;
use encoding_rs::{
    Encoding, ISO_8859_2, ISO_8859_4, ISO_8859_15, MACINTOSH, WINDOWS_1250, WINDOWS_1252, WINDOWS_1254, WINDOWS_1257,
};

/// Returns the encoding that bytes are in, which the detector takes for another one.
pub(super) fn corrected(guess: &'static Encoding, bytes: &[u8]) -> &'static Encoding {
    let others = [WINDOWS_1250, WINDOWS_1254, WINDOWS_1257, ISO_8859_2, ISO_8859_4];
    if guess != WINDOWS_1252 && !others.contains(&guess) {
        return guess;
    }
    let told = by_signs(guess, bytes);
    if told == ISO_8859_15 { told } else { alphabets::corrected(told, has_foreign_letters(bytes), bytes) }
}

/// Returns it as far as signs and letters of one language tell it.
fn by_signs(guess: &'static Encoding, bytes: &[u8]) -> &'static Encoding {
    if is_macintosh(bytes) {
        return MACINTOSH;
    }
    let (for_latin_9, against) = latin_9(bytes);
    if for_latin_9 > against && (guess == WINDOWS_1252 || has_no_other_signs(bytes, &[0xA4, 0xBC, 0xBD])) {
        return ISO_8859_15;
    }
    if guess == WINDOWS_1252 {
        return if is_hungarian(bytes) { WINDOWS_1250 } else { guess };
    }
    let is_of_west = has_amounts(bytes) && has_no_other_signs(bytes, &[0xA3]) || has_foreign_letters(bytes);
    if is_of_west { WINDOWS_1252 } else { guess }
}

/// How many letters of ASCII come on one beyond it, at least, where that is of a foreign word. The languages of the other tables
/// have one in ten, or in thirty.
const RARE: usize = 100;

/// Tells whether letters beyond ASCII are so rare that they are of names and foreign words, as in English: "naïve", "São Paulo".
/// Where a sign would stand between two letters, it is a letter of another table: "Wa\xB3\xEAsa".
fn has_foreign_letters(bytes: &[u8]) -> bool {
    let letters = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    let others = bytes.iter().filter(|&&byte| byte >= 0xC0).count();
    let is_letter = |byte: u8| byte.is_ascii_alphabetic() || byte >= 0xC0;
    let is_inside = |place: Place| {
        let is_mark = matches!(place.byte, 0x91 | 0x92 | 0x96 | 0x97 | 0xA0 | 0xAD);
        !is_mark && is_letter(place.before[0]) && is_letter(place.after[0])
    };
    others * RARE <= letters && !signs(bytes).any(is_inside)
}

/// The fewest places that show a Macintosh wrote them.
const OF_MACINTOSH: usize = 3;

/// Tells whether a Macintosh wrote a text: a capital, a sign or nothing at all of the other tables stands in small words where its
/// own table has a small letter or the apostrophe, and nothing behind a small letter speaks against it.
fn is_macintosh(bytes: &[u8]) -> bool {
    let at = |index: Option<usize>| index.and_then(|index| bytes.get(index)).copied().unwrap_or(b' ');
    let (mut found, mut against) = (0, 0);
    for (index, &byte) in bytes.iter().enumerate().filter(|(_, byte)| **byte >= 0x80) {
        let [before, after] = [at(index.checked_sub(1)), at(Some(index + 1))];
        if !before.is_ascii_lowercase() {
            continue;
        }
        let is_inside = after.is_ascii_lowercase();
        found += usize::from(match byte {
            // é, ä and ü may end a word too; Ž, Š and Ÿ do not.
            0x8A | 0x8E | 0x9F => is_inside || matches!(after, b' ' | b',' | b'.' | b'\n' | b'\r'),
            0x87..=0x89 | 0x8D | 0x8F | 0x90 | 0x99 | 0x9D | 0xCF | 0xD5 => is_inside,
            _ => false,
        });
        // Its capitals, and small letters of the others.
        against += usize::from(matches!(byte, 0x80..=0x86 | 0xB3 | 0xB9 | 0xCB..=0xCD | 0xE0..));
    }
    found >= OF_MACINTOSH && against == 0
}

/// A byte and what stands around it; blanks beyond the ends.
struct Place {
    at: usize,
    byte: u8,
    before: [u8; 2],
    after: [u8; 2],
}

impl Place {
    /// Tells whether it stands beside a figure, with or without a blank between.
    fn is_by_figure(&self) -> bool {
        [self.before, self.after]
            .iter()
            .any(|&[near, far]| near.is_ascii_digit() || (matches!(near, b' ' | 0xA0) && far.is_ascii_digit()))
    }

    /// Tells whether it stands beside a letter.
    fn is_by_letter(&self) -> bool {
        [self.before, self.after].iter().any(|&[near, _]| near.is_ascii_alphabetic() || near >= 0xC0)
    }
}

/// Returns the places of the bytes of the upper half of a table that are signs in most.
fn signs(bytes: &[u8]) -> impl Iterator<Item = Place> {
    let at = |index: Option<usize>| index.and_then(|index| bytes.get(index)).copied().unwrap_or(b' ');
    let places = bytes.iter().enumerate().filter(|(_, byte)| matches!(byte, 0x80..=0xBF));
    places.map(move |(index, &byte)| Place {
        at: index,
        byte,
        before: [at(index.checked_sub(1)), at(index.checked_sub(2))],
        after: [at(Some(index + 1)), at(Some(index + 2))],
    })
}

/// Counts what ISO-8859-15 has another character for than ISO-8859-1: the places where its own makes sense (the euro sign
/// beside a figure, letters beside letters), and those where it makes none. It has no signs below 0xA0.
fn latin_9(bytes: &[u8]) -> (usize, usize) {
    let is_it = |place: Place| match place.byte {
        0xA4 => Some(place.is_by_figure() || is_behind_amount(&bytes[..place.at])),
        0xBC..=0xBE if place.before[0].is_ascii_digit() => Some(false),
        0xA6 | 0xA8 | 0xB4 | 0xB8 | 0xBC..=0xBE => Some(place.is_by_letter()),
        0x80..=0x9F => Some(false),
        _ => None,
    };
    signs(bytes).filter_map(is_it).fold((0, 0), |(is, not), it| if it { (is + 1, not) } else { (is, not + 1) })
}

/// Tells whether what stands before a sign is an amount in words: `4,2 Millionen `, `3 Mrd. `.
fn is_behind_amount(before: &[u8]) -> bool {
    let is_blank = |byte: &u8| matches!(byte, b' ' | 0xA0);
    let mut words = before.rsplit(is_blank);
    let (none, unit, figure) = (words.next(), words.next(), words.next());
    let is_word = |word: &[u8]| word.first().is_some_and(u8::is_ascii_alphabetic) && !word.contains(&b'\n');
    none.is_some_and(<[u8]>::is_empty)
        && unit.is_some_and(is_word)
        && figure.is_some_and(|word| word.last().is_some_and(u8::is_ascii_digit))
}

/// Tells whether a pound sign stands beside a figure wherever there is one, and there is one.
fn has_amounts(bytes: &[u8]) -> bool {
    let mut pounds = signs(bytes).filter(|place| place.byte == 0xA3).peekable();
    pounds.peek().is_some() && pounds.all(|place| place.is_by_figure())
}

/// Tells whether there are no signs but some, and those that are the same in all tables: quotation marks, dashes, §, °.
fn has_no_other_signs(bytes: &[u8], some: &[u8]) -> bool {
    let is_common =
        |byte: u8| matches!(byte, 0x85 | 0x91..=0x97 | 0xA0 | 0xA7 | 0xA9 | 0xAB | 0xAE | 0xB0 | 0xB7 | 0xBB);
    signs(bytes).all(|place| is_common(place.byte) || some.contains(&place.byte))
}

/// Tells whether the letters are those of Hungarian alone, ő among them, with an umlaut and an acute accent.
fn is_hungarian(bytes: &[u8]) -> bool {
    // In both cases: these differ in one bit.
    let letters = || bytes.iter().filter(|&&byte| byte >= 0xC0).map(|byte| byte | 0x20);
    let has = |wanted: &[u8]| letters().any(|letter| wanted.contains(&letter));
    let are_all = letters().all(|letter| matches!(letter, 0xE1 | 0xE9 | 0xED | 0xF3 | 0xF5 | 0xF6 | 0xFA..=0xFC));
    are_all && has(&[0xF5]) && has(&[0xF6, 0xFC]) && has(&[0xE1, 0xE9, 0xED, 0xF3, 0xFA])
}
