//! Whether a reading of bytes gives words that some language has: its letters beyond ASCII, taken together.
//!
//! ```text
//!     windows-1252   Le maire a payé l’œuvre        é, œ: French
//!     windows-1250   Le maire a payé l’śuvre        é, ś: no language has both
//!     macintosh      encargó a mediados de año      windows-1252 has a dash there: encarg— a mediados de a–o
//! ```

use std::collections::{BTreeMap, BTreeSet};

use encoding_rs::{Encoding, ISO_8859_2, MACINTOSH, WINDOWS_1250, WINDOWS_1252, WINDOWS_1257};

/// The small letters beyond ASCII of languages that are written with Latin ones, with those of words and names that they take from
/// their neighbours.
const ALPHABETS: [&str; 22] = [
    "ąćęłńóśźż",
    "áčďéěíňóřšťúůýžöü",
    "áäčďéíĺľňóôŕšťúýž",
    "áéíóöőúüű",
    "ăâîșțşţ",
    "čćđšž",
    "äöüßéèàâêç",
    "àâçéèêëîïôœùûüÿæ",
    "áéíñóúüªº",
    "áàâãçéêíóôõúüªº",
    "àèéìíîòóùúªº",
    "åäöéüà",
    "æøåéöäüèêóòâô",
    "äöåšž",
    "ąčęėįšųūž",
    "āčēģīķļņšūž",
    "äöõüšž",
    "çğıöşüâîûi\u{307}",
    "áðéíóúýþæö",
    "ëïéüöáèêç",
    "àçéèíïóòúü",
    "ëç",
];

/// The tables that may be taken for each other, the most usual first.
const READINGS: [&Encoding; 5] = [WINDOWS_1252, WINDOWS_1250, WINDOWS_1257, ISO_8859_2, MACINTOSH];

/// Returns the reading of which a language has all the letters, if the one that is guessed has none; where letters beyond ASCII are
/// of foreign names, if signs stand where only letters can.
///
/// Cost: linear in the bytes.
pub(super) fn corrected(guess: &'static Encoding, has_foreign: bool, bytes: &[u8]) -> &'static Encoding {
    if letters(guess, bytes).is_some_and(|letters| has_foreign || is_of_language(&letters)) {
        return guess;
    }
    let is_plausible =
        |encoding: &&'static Encoding| letters(encoding, bytes).is_some_and(|letters| is_of_language(&letters));
    let mut others = READINGS.into_iter().filter(|encoding| *encoding != guess);
    others.find(is_plausible).unwrap_or(guess)
}

/// Counts the letters beyond ASCII that the language which has the most of them has not; where they are of foreign names, those that
/// none has. Letters are small ones.
pub(super) fn strange(letters: &BTreeMap<char, usize>, has_foreign: bool) -> usize {
    let count = |is_known: &dyn Fn(char) -> bool| -> usize {
        letters.iter().filter(|(letter, _)| !is_known(**letter)).map(|(_, count)| count).sum()
    };
    if has_foreign {
        return count(&|letter| ALPHABETS.iter().any(|alphabet| alphabet.contains(letter)));
    }
    ALPHABETS.iter().map(|alphabet| count(&|letter| alphabet.contains(letter))).min().unwrap_or(0)
}

/// Tells whether a language has all of some letters.
fn is_of_language(letters: &BTreeSet<char>) -> bool {
    ALPHABETS.iter().any(|alphabet| letters.iter().all(|letter| alphabet.contains(*letter)))
}

/// Returns the small letters beyond ASCII of a reading; `None` if a sign stands where only a letter can.
fn letters(encoding: &'static Encoding, bytes: &[u8]) -> Option<BTreeSet<char>> {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let mut letters = BTreeSet::new();
    let mut before = [' ', ' '];
    let mut dashes = (0, 0);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let after = rest.peek().copied().unwrap_or(' ');
        if !c.is_ascii() {
            if is_misplaced(c, before[1], after) {
                return None;
            }
            let dash = (c == '—').then_some((before[1], after));
            dashes.0 += usize::from(dash.is_some_and(|(before, after)| before.is_lowercase() && after == ' '));
            dashes.1 +=
                usize::from(dash.is_some_and(|(before, after)| !before.is_alphabetic() || after.is_alphabetic()));
            letters.extend(Some(c).filter(|c| c.is_alphabetic()).into_iter().flat_map(char::to_lowercase));
        }
        before = [before[1], c];
    }
    // "él —dijo— salió": a dash that closes has one that opens.
    (dashes.0 <= dashes.1).then_some(letters)
}

/// Tells whether a character stands where it makes no word: a capital behind a small letter, a sign where words have letters, or a
/// control character.
fn is_misplaced(c: char, before: char, after: char) -> bool {
    if !before.is_lowercase() {
        // "FŠhre": nor is a word all capitals where a small letter follows.
        let is_between = before.is_uppercase() && c.is_uppercase() && after.is_lowercase();
        return is_between || c.is_control() || c == char::REPLACEMENT_CHARACTER;
    }
    match c {
        'ª' | 'º' => after.is_alphabetic(),
        _ if c.is_uppercase() => true,
        _ if c.is_alphabetic() => false,
        '„' | '‚' | '‡' | 'ˆ' | '‰' | '¸' | '˛' | '¨' | '¤' | '¦' | '¬' | '¶' | '¿' | '¡' | '˝' | '˙' | '˚' | '¢' => {
            true
        }
        '–' | '±' | '•' | '™' | '¹' | '²' | '³' | '¼' | '½' | '¾' | '¯' | '“' | '÷' | '×' | '∂' | '√' | '◊' => {
            after.is_lowercase()
        }
        _ => c.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(encoding: &'static Encoding, guesses: &[&'static Encoding], text: &str) {
        let (bytes, _, has_others) = encoding.encode(text);
        assert!(!has_others, "{text}");
        for guess in guesses {
            assert_eq!(corrected(guess, false, &bytes), encoding, "{text}");
        }
    }

    #[test]
    fn letters_that_no_language_has_together_tell() {
        check(
            WINDOWS_1250,
            &[ISO_8859_2, WINDOWS_1250],
            "Łodzie są drogie, a pieniądze na nie są małe, bo śnieg był późno.",
        );
        check(ISO_8859_2, &[ISO_8859_2], "Łodzie są drogie, a pieniądze na nie są małe, bo śnieg był późno.");
        check(
            WINDOWS_1252,
            &[WINDOWS_1250, WINDOWS_1252],
            "L’œuvre de Mme Lœb a coûté 41 € à l’île, où l’élève était gêné.",
        );
        check(WINDOWS_1257, &[WINDOWS_1250, WINDOWS_1257], "Antradienį užsakė tris keltus, kurių reikėjo žmonėms.");
        check(MACINTOSH, &[WINDOWS_1252, MACINTOSH], "El puerto encargó tres barcos.");
        check(MACINTOSH, &[WINDOWS_1252, MACINTOSH], "Die Fähre kam.");
        check(MACINTOSH, &[WINDOWS_1252, MACINTOSH], "La ville a commandé trois bateaux.");
    }

    #[test]
    fn what_makes_sense_stays() {
        check(WINDOWS_1252, &[WINDOWS_1252], "“We waited—too long,” she said – it isn’t over… —no— he said.");
        check(WINDOWS_1252, &[WINDOWS_1252], "—No —dijo el alcalde— lo sé, y nada más —añadió.");
        check(WINDOWS_1252, &[WINDOWS_1252], "Der Präsident fährt nach Zürich, über Öland.");
        check(WINDOWS_1250, &[WINDOWS_1250], "Příliš žluťoučký kůň stál u řeky.");
    }
}
