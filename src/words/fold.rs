//! What of a word's form does not count.
//!
//! ```text
//!     typography   “ „ « ' ‘   →  "        – — --  →  –        ’  →  '        ﬁ → fi        vowel marks of Arabic and Hebrew, stress of Cyrillic
//!     case         The         →  the
//!     spelling     popularise  →  popularize    co-operate → cooperate    naïve → naive    œ → oe    ß → ss    ø → o    ４１ → 41
//!     stem         creating    →  creati        l'enfant → enfant
//! ```
//!
//! The rules for spelling are those by which British and American English part (Oxford and Webster); in other
//! languages they seldom apply and then only make two spellings alike that no text uses side by side.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::unicode::{dashes, quotes, scripts};

/// Letters that make a stem. Cutting words short is the plainest stemmer and does about as well as rules do in
/// most European languages (`McNamee` and Mayfield, "Character n-gram tokenization", 2004); six parts fewer
/// unlike words than five.
const STEM: usize = 6;

/// Folds the shapes of quotation marks, apostrophes and dashes.
pub(super) fn typography(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        let is_run = |mark: u8| text.bytes().all(|b| b == mark);
        return match text.as_bytes() {
            [b'\'' | b'`'] => "\"".into(),
            [b'-', ..] if is_run(b'-') => "–".into(),
            [b'.', _, ..] if is_run(b'.') => "…".into(),
            _ => text.into(),
        };
    }
    if text.chars().all(is_plain) {
        return text.into();
    }
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(mark), None) if quotes::typewriter(mark).is_some() => "\"".into(),
        (Some(mark), None) if dashes::is_dash(mark) => "–".into(),
        _ => {
            let letters = text.chars().filter(|c| !scripts::is_joiner(*c)).map(in_word).flat_map(as_written);
            let mut letters = scripts::compose(&letters.collect::<String>());
            if letters.contains("''") {
                letters = letters.replace("''", "\"");
            }
            let before = std::iter::once(' ').chain(letters.chars());
            let is_optional =
                |(before, c): &(char, char)| scripts::is_vowel_mark(*c) || scripts::is_stress(*before, *c);
            let kept = before.zip(letters.chars()).filter(|two| !is_optional(two)).map(|(_, c)| c);
            let plain: String = kept.nfc().collect();
            // A mark that stands alone is no sign on a letter.
            if plain.trim().is_empty() { letters.into() } else { plain.into() }
        }
    }
}

/// Whether a character is a letter or a digit that stands as it is, as nearly all of a word are: of ASCII, of Latin in one piece with
/// its accent, or of Chinese.
fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '\u{C0}'..='\u{131}' | '\u{4E00}'..='\u{9FFF}') && !scripts::is_drawn_form(c)
}

fn in_word(c: char) -> char {
    match c {
        _ if quotes::is_apostrophe(c) => '\'',
        _ if quotes::typewriter(c) == Some('"') => '"',
        _ if dashes::joins_words(c) => '-',
        _ => c,
    }
}

/// The letters of a form that stands for several, or for one as it is drawn at a place in the word.
fn as_written(c: char) -> impl Iterator<Item = char> {
    let drawn = scripts::is_drawn_form(c).then_some(c);
    drawn.into_iter().nfkc().chain(Some(c).filter(|_| drawn.is_none()))
}

/// Folds case.
pub(super) fn case(text: &str) -> Cow<'_, str> {
    let is_lower = text.is_ascii() && !text.bytes().any(|b| b.is_ascii_uppercase());
    if is_lower { text.into() } else { text.to_lowercase().into() }
}

/// Folds variants of spelling in a word of lower case.
pub(crate) fn spelling(word: &str) -> Cow<'_, str> {
    let plain = letters(word);
    let other = if plain.len() >= 4 && plain.is_ascii() { variant(&plain) } else { None };
    other.map_or(plain, Cow::Owned)
}

/// Folds widths, accents, hyphens and letters that a typewriter lacks in a word of lower case.
pub(super) fn letters(word: &str) -> Cow<'_, str> {
    if !word.is_ascii() {
        let letters = word.nfkd().filter(|c| *c != '-' && !scripts::is_accent(*c)).nfc().map(scripts::plain_alef);
        let lower = letters.collect::<String>().to_lowercase();
        if lower.chars().any(|c| scripts::typewritten(c).is_some()) { typewritten(&lower).into() } else { lower.into() }
    } else if word.contains('-') {
        word.replace('-', "").into()
    } else {
        word.into()
    }
}

fn typewritten(word: &str) -> String {
    let mut typed = String::with_capacity(word.len() + 1);
    for c in word.chars() {
        match scripts::typewritten(c) {
            Some(letters) => typed.push_str(letters),
            None => typed.push(c),
        }
    }
    typed
}

/// The other spelling of a word whose variant follows no rule.
fn irregular(word: &str) -> Option<&'static str> {
    Some(match word {
        "acknowledgement" => "acknowledgment",
        "ageing" => "aging",
        "aluminium" => "aluminum",
        "cheque" => "check",
        "cosy" => "cozy",
        "enrol" => "enroll",
        "fulfil" => "fulfill",
        "grey" => "gray",
        "judgement" => "judgment",
        "mould" => "mold",
        "plough" => "plow",
        "practise" => "practice",
        "practised" => "practiced",
        "practising" => "practicing",
        "programme" => "program",
        "programmes" => "programs",
        "sceptical" => "skeptical",
        "skilful" => "skillful",
        _ => return None,
    })
}

/// Endings that part the spellings, and what takes their place, by the last two letters of a word.
const fn endings(last: [u8; 2]) -> &'static [(&'static str, &'static str)] {
    match &last {
        b"ce" => &[("ence", "ense")],
        b"ed" => &[("ised", "ized"), ("ysed", "yzed"), ("lled", "led")],
        b"er" => &[("iser", "izer"), ("ller", "ler")],
        b"es" => &[
            ("ises", "izes"),
            ("yses", "yzes"),
            ("tres", "ters"),
            ("bres", "bers"),
            ("ences", "enses"),
            ("ogues", "ogs"),
        ],
        b"ng" => &[("ising", "izing"), ("ysing", "yzing"), ("lling", "ling")],
        b"ns" => &[("isations", "izations")],
        b"nt" => &[("lment", "llment")],
        b"on" => &[("isation", "ization")],
        b"or" => &[("llor", "lor")],
        b"re" => &[("tre", "ter"), ("bre", "ber")],
        b"rs" => &[("isers", "izers"), ("llers", "lers"), ("llors", "lors")],
        b"se" => &[("ise", "ize"), ("yse", "yze")],
        b"ts" => &[("lments", "llments")],
        b"ue" => &[("ogue", "og")],
        _ => &[],
    }
}

/// The other spelling of a word, if it has one.
fn variant(word: &str) -> Option<String> {
    if let Some(other) = irregular(word) {
        return Some(other.to_owned());
    }
    let our = word.as_bytes().windows(3).position(|three| three == b"our").filter(|&at| at >= 2 && word.len() >= 6);
    let or = our.map(|at| format!("{}or{}", &word[..at], &word[at + 3..]));
    let whole = or.as_deref().unwrap_or(word);
    let bare = whole.strip_suffix("'s").unwrap_or(whole);
    let endings = bare.as_bytes().last_chunk().map_or(&[][..], |last| endings(*last));
    let Some((stem, other)) = endings.iter().find_map(|(ending, other)| Some((stem_before(bare, ending)?, other)))
    else {
        return or;
    };
    Some([stem, other, &whole[bare.len()..]].concat())
}

/// What stands before an ending, if it is long enough for the ending to be one.
fn stem_before<'w>(word: &'w str, ending: &str) -> Option<&'w str> {
    let stem = word.strip_suffix(ending)?;
    let is_ending = match ending.as_bytes() {
        // "filled" is not "filed": the letter is doubled for the variant only after two syllables.
        [b'l', b'l', ..] => syllables(stem) >= 2,
        [b'l', b'm', ..] => !stem.ends_with('l') && syllables(stem) >= 2,
        _ => stem.len() >= 2 && syllables(stem) >= 1,
    };
    is_ending.then_some(stem)
}

/// Counts groups of vowels.
fn syllables(word: &str) -> usize {
    let is_vowel = |b: u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let before = std::iter::once(b' ').chain(word.bytes());
    before.zip(word.bytes()).filter(|&(before, b)| is_vowel(b) && !is_vowel(before)).count()
}

/// Words that lose their vowel before another one and are written in one with it, in French, Italian, Catalan and Occitan.
const ELIDED: [&str; 29] = [
    "l", "d", "n", "s", "c", "j", "m", "t", "v", "un", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "all",
    "dall", "dell", "nell", "sull", "coll", "quell", "quest", "bell", "sant", "nessun", "ciascun", "alcun",
];

/// Returns a word without one before it that lost its vowel: `état` of `d'état`, but all of `o'clock`.
fn without_elided(word: &str) -> &str {
    let Some((elided, rest)) = word.split_once('\'') else { return word };
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h');
    if rest.starts_with(is_vowel) && ELIDED.contains(&elided) { rest } else { word }
}

/// Returns the beginning of a word, without a possessive ending and without an elided word before it.
pub(super) fn stem(word: &str) -> &str {
    let bare = without_elided(word.strip_suffix("'s").unwrap_or(word));
    if bare.len() <= STEM {
        return bare;
    }
    bare.char_indices().nth(STEM).map_or(bare, |(at, _)| &bare[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_are_alike() {
        for (a, b) in [
            ("popularise", "popularize"),
            ("organisations", "organizations"),
            ("analysed", "analyzed"),
            ("colour", "color"),
            ("neighbourhood", "neighborhood"),
            ("centre", "center"),
            ("centimetres", "centimeters"),
            ("defence", "defense"),
            ("travelled", "traveled"),
            ("dialogue", "dialog"),
            ("co-operate", "cooperate"),
            ("counter-espionage", "counterespionage"),
            ("programme", "program"),
            ("practised", "practiced"),
            ("harbour's", "harbor's"),
            ("naïve", "naive"),
            ("４１", "41"),
            ("straße", "strasse"),
            ("cœur", "coeur"),
            ("cæsar", "caesar"),
            ("ĳsbaan", "ijsbaan"),
            ("tromsø", "tromso"),
            ("łódź", "lodz"),
            ("đắk", "dak"),
            ("ırmak", "irmak"),
            ("\u{623}\u{62D}\u{645}\u{62F}", "\u{627}\u{62D}\u{645}\u{62F}"),
        ] {
            assert_eq!(spelling(a), spelling(b), "{a} {b}");
        }
    }

    #[test]
    fn endings_stand_under_their_last_letters() {
        let letters = || b'a'..=b'z';
        let pairs = letters().flat_map(|first| letters().map(move |second| [first, second]));
        let ends = |last: [u8; 2]| endings(last).iter().all(|(ending, _)| ending.as_bytes().ends_with(&last));
        assert!(pairs.clone().all(ends));
        assert_eq!(pairs.map(|last| endings(last).len()).sum::<usize>(), 28);
    }

    #[test]
    fn words_are_kept_apart() {
        for (a, b) in [
            ("four", "for"),
            ("filled", "filed"),
            ("called", "caled"),
            ("our", "or"),
            ("hour", "hor"),
            ("falling", "faling"),
            ("device", "devise"),
            ("there", "three"),
            ("sent", "scent"),
            ("hour", "or"),
            ("41", "47"),
            ("が", "か"),
        ] {
            assert_ne!(spelling(a), spelling(b), "{a} {b}");
        }
    }

    #[test]
    fn typographic_shapes_are_one() {
        for text in ["'", "`", "‘", "’", "›", "“", "„", "«", "」", "｣", "〝"] {
            assert_eq!(typography(text), "\"");
        }
        for text in ["-", "--", "–", "—", "\u{2015}", "−", "\u{2011}"] {
            assert_eq!(typography(text), "–");
        }
        // What sets off a title says more than a quotation mark.
        assert_eq!(typography("《"), "《");
        assert_eq!(typography("o\u{2BC}clock\u{2011}work"), "o'clock-work");
        assert_eq!(typography("..."), typography("…"));
        assert_eq!(typography("e\u{301}te"), typography("éte"));
    }

    #[test]
    fn letters_are_folded_as_they_are_written() {
        for (drawn, written) in [
            ("\u{FB01}rst", "first"),
            ("o\u{FB03}cial", "official"),
            ("\u{FB02}ight", "flight"),
            ("su\u{FB00}ered di\u{FB04}", "suffered diffl"),
            // Arabic with vowels, drawn out, and in forms for the places of a word.
            ("\u{642}\u{64E}\u{627}\u{644}\u{64E}", "\u{642}\u{627}\u{644}"),
            ("\u{642}\u{640}\u{640}\u{627}\u{644}", "\u{642}\u{627}\u{644}"),
            ("\u{FED7}\u{FE8E}\u{FEDD}", "\u{642}\u{627}\u{644}"),
            ("\u{625}\u{650}\u{646}\u{651}\u{64E}", "\u{625}\u{646}"),
            // Hebrew with points.
            ("\u{5D0}\u{5B8}\u{5DE}\u{5B7}\u{5E8}", "\u{5D0}\u{5DE}\u{5E8}"),
            ("\u{FB2A}\u{5DC}", "\u{5E9}\u{5DC}"),
            // Abbreviations and compounds of Hebrew.
            ("\u{5E6}\u{5D4}\u{5F4}\u{5DC}", "\u{5E6}\u{5D4}\"\u{5DC}"),
            ("\u{5E6}\u{5D4}''\u{5DC}", "\u{5E6}\u{5D4}\u{201D}\u{5DC}"),
            ("\u{5D2}\u{5F3}\u{5D5}\u{5DF}", "\u{5D2}'\u{5D5}\u{5DF}"),
            ("\u{5D1}\u{5D9}\u{5EA}\u{5BE}\u{5E1}", "\u{5D1}\u{5D9}\u{5EA}-\u{5E1}"),
            // Letters of two characters.
            ("ふ\u{3099}", "ぶ"),
            ("\u{E19}\u{E4D}\u{E49}\u{E32}", "\u{E19}\u{E49}\u{E33}"),
            // Cyrillic with stress.
            ("зака\u{301}зал", "заказал"),
            ("за\u{300}мок", "замок"),
        ] {
            assert_eq!(typography(drawn), typography(written), "{drawn} {written}");
        }
        for (letter, other) in [("й", "и"), ("ё", "е"), ("ќ", "к"), ("é", "e")] {
            assert_ne!(typography(letter), typography(other), "another letter");
        }
        assert_ne!(typography("\u{625}\u{646}"), typography("\u{627}\u{646}"), "a hamza is spelling");
    }

    #[test]
    fn stems() {
        assert_eq!(stem("creating"), stem("creation"));
        assert_eq!(stem("china's"), "china");
        assert_eq!(stem("灯台"), "灯台");
        for (elided, bare) in [
            ("l'enfant", "enfant"),
            ("n'a", "a"),
            ("qu'il", "il"),
            ("dell'isola", "isola"),
            ("d'etat", "etat"),
            ("l'oeuvre", "oeuvre"),
        ] {
            assert_eq!(stem(elided), stem(bare));
        }
        for whole in ["o'clock", "ma'am", "don't", "c'mon", "l'"] {
            assert!(whole.starts_with(stem(whole)), "{whole}");
        }
    }
}
