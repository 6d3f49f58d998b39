//! Scripts that set no spaces between words, and the accents of those that do.

use unicode_normalization::UnicodeNormalization;

/// Tells whether a character is a letter of a script without spaces between words: Chinese, Japanese, Thai, Lao, Khmer,
/// Burmese.
pub(crate) const fn is_spaceless(c: char) -> bool {
    matches!(c, '\u{E01}'..='\u{E3A}' | '\u{E40}'..='\u{E4E}' | '\u{E81}'..='\u{EDF}' | '\u{1000}'..='\u{103F}'
        | '\u{1050}'..='\u{108F}' | '\u{1780}'..='\u{17D3}' | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{309F}'
        | '\u{30A1}'..='\u{30FA}' | '\u{30FC}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Tells whether a character is a letter of a script that has no capitals, or sets none at the beginning of a sentence, as Georgian.
pub(crate) fn is_caseless(c: char) -> bool {
    let has_case = || c.is_uppercase() || c.is_lowercase() && !matches!(c, '\u{10D0}'..='\u{10FF}');
    !c.is_ascii() && c.is_alphabetic() && !has_case()
}

/// Tells whether a letter is of a script of India or its neighbours, which write a vowel as a sign on the consonant before it.
pub(crate) const fn signs_vowels(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{DFF}')
}

/// Tells whether a character of an alphabet is a whole syllable: Hangul.
pub(crate) const fn is_syllable(c: char) -> bool {
    matches!(c, '\u{AC00}'..='\u{D7A3}')
}

/// Tells whether a character is a letter of Hebrew.
pub(crate) fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{5D0}'..='\u{5EA}' | '\u{5EF}'..='\u{5F2}' | '\u{FB1D}' | '\u{FB1F}'..='\u{FB28}' | '\u{FB2A}'..='\u{FB4F}')
}

/// Tells whether a character is a letter or a sign of the Arabic script.
pub(crate) const fn is_arabic(c: char) -> bool {
    matches!(c, '\u{610}'..='\u{61A}' | '\u{620}'..='\u{65F}' | '\u{66E}'..='\u{6D3}' | '\u{6D5}'..='\u{6EF}' | '\u{6FA}'..='\u{6FF}'
        | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// The character that keeps the letters around it from being drawn as one, in Arabic between the parts of a word: many write a
/// space there.
pub(crate) const NON_JOINER: char = '\u{200C}';

/// Tells whether a character is the first half of a vowel of Thai or Lao that most texts write as one character.
const fn begins_am(c: char) -> bool {
    matches!(c, '\u{E4D}' | '\u{ECD}')
}

/// Tells whether a character is a sign of tone of Thai or Lao.
const fn is_tone(c: char) -> bool {
    matches!(c, '\u{E48}'..='\u{E4B}' | '\u{EC8}'..='\u{ECB}')
}

/// Tells whether what stands at a place of a text is the second half of the vowel am, which Unicode takes for a letter of its own.
#[cfg(feature = "cjk")]
pub(crate) fn is_within_letter(text: &str, at: usize) -> bool {
    text[at..].starts_with(['\u{E32}', '\u{EB2}']) && text[..at].trim_end_matches(is_tone).ends_with(begins_am)
}

/// Tells whether a character may be part of a letter that is more often one character: a sign of kana, a half of a vowel of Thai or
/// Lao. Of letters of other scripts without spaces there are no two ways.
#[cfg(feature = "cjk")]
pub(crate) const fn is_part(c: char) -> bool {
    matches!(c, '\u{3099}' | '\u{309A}') || begins_am(c)
}

/// Writes letters as one character each: NFC, and the vowel am of Thai and Lao, whose halves Unicode does not take for canonical. A
/// sign of tone may stand behind the first half.
pub(crate) fn compose(text: &str) -> String {
    let mut composed = String::with_capacity(text.len());
    let mut chars = text.nfc().peekable();
    while let Some(c) = chars.next() {
        let tone = if begins_am(c) { chars.next_if(|&c| is_tone(c)) } else { None };
        let whole = match (c, chars.peek()) {
            ('\u{E4D}', Some('\u{E32}')) => Some('\u{E33}'),
            ('\u{ECD}', Some('\u{EB2}')) => Some('\u{EB3}'),
            _ => None,
        };
        if whole.is_some() {
            chars.next();
            composed.extend(tone.into_iter().chain(whole));
        } else {
            composed.extend(std::iter::once(c).chain(tone));
        }
    }
    composed
}

/// Tells whether lines that end or begin with a character are joined without a space: Chinese and Japanese, with their
/// punctuation and full-width forms. Thai and its neighbours break lines at spaces as well.
pub(crate) const fn joins_lines(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{30FF}' | '\u{31F0}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Tells whether a character is a letter of Chinese or Japanese, of which few make a word: there words are compared by their
/// letters, while Thai and its neighbours spell words with as few letters as Latin does.
pub(crate) const fn is_of_few_a_word(c: char) -> bool {
    is_spaceless(c) && joins_lines(c)
}

/// Counts the words of a text. Two characters of a script that has no spaces are one.
pub(crate) fn count_words(text: &str) -> usize {
    let count = |word: &str| word.chars().filter(|c| joins_lines(*c)).count().div_ceil(2).max(1);
    text.split_whitespace().map(count).sum()
}

/// Tells whether a letter is hiragana, in which Japanese writes particles and endings.
pub(crate) const fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309F}')
}

/// Tells whether a text ends with the question mark of Greek, which looks like a semicolon and is most often written as one.
pub(crate) fn ends_in_greek_question(text: &str) -> bool {
    let before = text.strip_suffix([';', '\u{37E}']).and_then(|text| text.chars().next_back());
    before.is_some_and(|c| matches!(c, '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}'))
}

/// Tells whether a character is an accent on letters of Latin, Greek or Cyrillic; in other scripts such marks are
/// letters of their own.
pub(crate) const fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// Whether a character is a sign that Arabic or Hebrew may set or leave out: vowels, points and accents, and the stroke that
/// draws a word out. Hamza and madda on a letter make another letter of it.
pub(crate) const fn is_vowel_mark(c: char) -> bool {
    matches!(c, '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}' | '\u{5C2}' | '\u{5C4}' | '\u{5C5}' | '\u{5C7}'
        | '\u{610}'..='\u{61A}' | '\u{640}' | '\u{64B}'..='\u{652}' | '\u{656}'..='\u{65F}' | '\u{670}'
        | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E8}' | '\u{6EA}'..='\u{6ED}')
}

/// Whether a character is an accent that Cyrillic may set on a vowel to show the stress. Of letters that are others with it, such as й
/// and ќ, it is no character of its own in NFC.
pub(crate) const fn is_stress(before: char, c: char) -> bool {
    matches!(before, '\u{400}'..='\u{52F}') && matches!(c, '\u{300}' | '\u{301}')
}

/// Whether a character shows nothing itself, and only says whether the letters around it are drawn as one.
pub(crate) const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// The plain letter for an alef that has a sign of its own, which many texts leave out.
pub(crate) const fn plain_alef(c: char) -> char {
    match c {
        '\u{622}' | '\u{623}' | '\u{625}' | '\u{671}' => '\u{627}',
        _ => c,
    }
}

/// How a letter of Latin that Unicode takes for no other one with an accent is written where a typewriter lacks it; `None` of any other
/// character.
pub(crate) const fn typewritten(c: char) -> Option<&'static str> {
    Some(match c {
        'æ' => "ae",
        'Æ' => "AE",
        'œ' => "oe",
        'Œ' => "OE",
        'ĳ' => "ij",
        'Ĳ' => "IJ",
        'ß' => "ss",
        'ẞ' => "SS",
        'ø' => "o",
        'Ø' => "O",
        'ł' => "l",
        'Ł' => "L",
        'đ' => "d",
        'Đ' => "D",
        'ħ' => "h",
        'Ħ' => "H",
        'ı' => "i",
        _ => return None,
    })
}

/// Whether a character is several letters in one, as they are drawn and not as they are written: what is left behind where text
/// is taken from a page.
pub(crate) const fn is_drawn_form(c: char) -> bool {
    matches!(c, '\u{FB00}'..='\u{FB4F}' | '\u{FB50}'..='\u{FDCF}' | '\u{FE70}'..='\u{FEFC}')
}

#[cfg(test)]
mod tests {
    use unicode_normalization::char::is_combining_mark;

    use super::*;

    #[test]
    fn letters_of_scripts_are_told() {
        for c in "灯々ツがー改สວខမ".chars() {
            assert!(is_spaceless(c), "{c}");
        }
        for c in "a1é등Ω・、「๒".chars() {
            assert!(!is_spaceless(c), "{c}");
        }
    }

    #[test]
    fn what_is_typewritten_keeps_its_case_and_is_ascii() {
        for (c, typed) in ('\0'..=char::MAX).filter_map(|c| Some((c, typewritten(c)?))) {
            assert!(typed.is_ascii(), "{c}");
            assert!(
                c.to_lowercase().all(|lower| typewritten(lower).is_some_and(|of| of == typed.to_lowercase())),
                "{c}"
            );
        }
    }

    #[test]
    fn letters_in_two_characters_are_composed() {
        for (parts, whole) in [
            ("ふ\u{3099}", "ぶ"),
            ("ハ\u{309A}", "パ"),
            ("\u{E19}\u{E4D}\u{E32}", "\u{E19}\u{E33}"),
            ("\u{E19}\u{E49}\u{E4D}\u{E32}", "\u{E19}\u{E49}\u{E33}"),
            ("\u{E19}\u{E4D}\u{E49}\u{E32}", "\u{E19}\u{E49}\u{E33}"),
            ("\u{E99}\u{ECD}\u{EC9}\u{EB2}", "\u{E99}\u{EC9}\u{EB3}"),
        ] {
            assert_eq!(compose(parts), whole);
            assert_eq!(compose(whole), whole);
        }
        for other in ["\u{E4D}", "\u{E19}\u{E4D}\u{E49}", "\u{E32}", "\u{E4D}\u{EB2}"] {
            assert_eq!(compose(other), other);
        }
    }

    #[test]
    fn accents_are_combining_marks() {
        assert!(('\0'..=char::MAX).filter(|&c| is_accent(c)).all(is_combining_mark));
    }
}
