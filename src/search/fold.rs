//! What of a text's form does not count when it is searched.
//!
//! ```text
//!     signs      “ ” „ « ״  →  "     ‘ ’ ´ ׳  →  '     – — ־  →  -     no-break space  →  space
//!     runs       two spaces →  one   two dashes →  one
//!     accents    é  →  e     ø  →  o     ﬁ  →  fi     ４  →  4
//!     case       É  →  e, unless it counts
//! ```
//!
//! Less is folded than where articles are compared ([`crate::words`]): who searches for a spelling means it.

use std::ops::Range;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::decompose_compatible;
use unicode_segmentation::UnicodeSegmentation;

use crate::unicode::scripts::{NON_JOINER, is_accent, is_arabic, is_vowel_mark, plain_alef, typewritten};
use crate::unicode::{dashes, quotes};

/// Says whether capitals count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// They do not.
    Aside,
    /// They do.
    Kept,
}

/// Folds the shape of a quotation mark, apostrophe, dash or space to that of the typewriter.
#[must_use]
pub const fn sign(c: char) -> char {
    if let Some(mark) = quotes::typewriter(c) {
        return mark;
    }
    match c {
        '´' => '\'',
        c if quotes::is_apostrophe(c) => '\'',
        c if dashes::is_dash(c) => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// Counts the bytes at the start that stand for themselves: printable ASCII, runs of spaces and dashes aside, and what
/// something may be joined to that is none.
pub(super) fn plain_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        at += bytes[at..].iter().take_while(|&&b| PLAIN[usize::from(b)]).count();
        match bytes.get(at) {
            Some(b @ (b' ' | b'-')) if bytes.get(at + 1) != Some(b) => at += 1,
            Some(128..) if is_run(bytes[..at].last()) || !text[at..].starts_with(stands_alone) => {
                return at.saturating_sub(1);
            }
            _ => return at,
        }
    }
}

/// Tells whether a run of spaces or dashes may begin with a byte.
fn is_run(byte: Option<&u8>) -> bool {
    matches!(byte, Some(b' ' | b'-'))
}

/// Printable ASCII, but for the grave accent, which is folded, and for what may be a run.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut b = b' ' + 1;
    while b <= b'~' {
        plain[b as usize] = !matches!(b, b'`' | b'-');
        b += 1;
    }
    plain
};

/// Counts the bytes of the unit at the start: a run of spaces, a run of dashes, or one cluster.
pub(super) fn unit_length(text: &str) -> usize {
    let mut chars = text.chars();
    if let (Some(first), next) = (chars.next(), chars.next())
        && stands_alone(first)
        && next.is_none_or(|next| stands_alone(next) && (sign(next) != sign(first) || next.is_alphabetic()))
    {
        return first.len_utf8();
    }
    let mut clusters = text.graphemes(true);
    let first = clusters.next().unwrap_or_default();
    if let Some(letter) = first.strip_suffix(NON_JOINER)
        && letter.ends_with(is_arabic)
        && text[first.len()..].starts_with(is_arabic)
    {
        return letter.len(); // what parts two words is a unit of its own
    }
    let run = match only_sign(first) {
        Some(kind @ (' ' | '-')) => clusters.take_while(|cluster| only_sign(cluster) == Some(kind)).map(str::len).sum(),
        _ => 0,
    };
    first.len() + run
}

/// Tells whether a character is a cluster of its own before another such one: a short cut for the commonest ones.
const fn stands_alone(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{C0}'..='\u{2AF}' | '\u{370}'..='\u{481}' | '\u{48A}'..='\u{52F}' | '\u{2010}'..='\u{2027}')
        || is_plain_semitic(c)
        || (keeps_its_form(c) && !matches!(c, '\u{AC00}'..='\u{D7A3}'))
}

/// Returns the folded sign that a cluster of one character is.
fn only_sign(cluster: &str) -> Option<char> {
    let mut chars = cluster.chars();
    chars.next().filter(|_| chars.next().is_none()).map(sign)
}

/// Tells whether a character is a letter of Latin, Greek, Cyrillic, Hebrew or Arabic that stands alone.
const fn is_lone_letter(c: char) -> bool {
    matches!(c, '\u{C0}'..='\u{2AF}' | '\u{370}'..='\u{481}' | '\u{48A}'..='\u{52F}') || is_plain_semitic(c)
}

/// Tells whether a character is a letter of Hebrew or Arabic that is made of nothing else, and says nothing by its form.
const fn is_plain_semitic(c: char) -> bool {
    matches!(c, '\u{5D0}'..='\u{5EA}' | '\u{621}' | '\u{627}'..='\u{63A}' | '\u{641}'..='\u{64A}')
}

/// The codes of these letters, from the first one to the last.
const LETTERS: Range<usize> = 0xC0..0x64B;

/// Holds what a letter is folded to.
pub(super) struct FoldedLetter {
    pub text: String,
    /// Whether that is one character of as many bytes.
    pub keeps_its_length: bool,
}

/// The folded forms of all such letters: they are the same wherever a letter stands, and whole texts are of them.
static FOLDED: [LazyLock<Vec<FoldedLetter>>; 2] =
    [LazyLock::new(|| forms(Case::Aside)), LazyLock::new(|| forms(Case::Kept))];

fn forms(case: Case) -> Vec<FoldedLetter> {
    let folded = |code: usize| {
        let (mut text, mut length) = (String::new(), 0);
        if let Some(letter) = u32::try_from(code).ok().and_then(char::from_u32).filter(|&c| is_lone_letter(c)) {
            push_unit(letter.encode_utf8(&mut [0; 4]), case, &mut text);
            length = letter.len_utf8();
        }
        let keeps_its_length = text.len() == length && text.chars().count() == 1;
        FoldedLetter { text, keeps_its_length }
    };
    LETTERS.map(folded).collect()
}

/// Takes the units at the start that are letters as most are, each folded and with its bytes, and returns how many bytes they
/// have together.
pub(super) fn take_letters(text: &str, case: Case, mut take: impl FnMut(&FoldedLetter, usize)) -> usize {
    let forms = &FOLDED[usize::from(case == Case::Kept)];
    let mut chars = text.chars();
    let (mut next, mut taken) = (chars.next(), 0);
    while let Some(letter) = next.filter(|&c| is_lone_letter(c)) {
        next = chars.next();
        if !next.is_none_or(stands_alone) {
            break;
        }
        let length = letter.len_utf8();
        take(&forms[letter as usize - LETTERS.start], length);
        taken += length;
    }
    taken
}

/// Folds a stretch that stands for itself.
pub(super) fn push_plain(text: &str, case: Case, out: &mut String) {
    let start = out.len();
    out.push_str(text);
    if case == Case::Aside {
        out[start..].make_ascii_lowercase();
    }
}

/// Folds a unit.
pub(super) fn push_unit(unit: &str, case: Case, out: &mut String) {
    if unit.strip_prefix(NON_JOINER) == Some("") {
        out.push(' ');
        return;
    }
    let first = unit.chars().next().map_or('.', sign);
    let is_run = matches!(first, ' ' | '-') && unit.chars().all(|c| sign(c) == first);
    if is_run || only_sign(unit).is_some_and(keeps_its_form) {
        out.push(first);
        return;
    }
    let mut chars = unit.chars();
    if let (Some(c), None) = (chars.next(), chars.next())
        && stands_alone(c)
    {
        // Nothing that stands alone is composed again.
        decompose_compatible(sign(c), |c| {
            if !is_accent(c) {
                push_cased(c, case, out);
            }
        });
        return;
    }
    for c in unit.chars().map(sign).nfkd().filter(|&c| !is_accent(c) && !is_vowel_mark(c) && !is_unseen(c)).nfc() {
        push_cased(plain_alef(c), case, out);
    }
}

fn push_cased(c: char, case: Case, out: &mut String) {
    match case {
        Case::Aside => c.to_lowercase().for_each(|c| push_letter(c, out)),
        Case::Kept => push_letter(c, out),
    }
}

/// Kana, ideographs and Hangul, which have neither case nor accents: a short cut, since they may be the whole text.
const fn keeps_its_form(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}')
}

/// Soft hyphens, zero-width spaces, what keeps letters from joining, variation selectors.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | NON_JOINER | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Writes a letter as a typewriter without it would.
fn push_letter(c: char, out: &mut String) {
    match (c, typewritten(c)) {
        (_, Some(typed)) => out.push_str(typed),
        ('ς', _) => out.push('σ'),
        _ => out.push(c),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::search::Folded;

    /// Folds each cluster by itself, without any short cut.
    fn in_full(text: &str, case: Case) -> String {
        let mut out = String::new();
        for c in text.graphemes(true).flat_map(|cluster| {
            let kept =
                cluster.chars().map(sign).nfkd().filter(|&c| !is_accent(c) && !is_vowel_mark(c) && !is_unseen(c));
            kept.nfc().collect::<Vec<_>>()
        }) {
            push_cased(plain_alef(c), case, &mut out);
        }
        out
    }

    #[test]
    fn letters_fold_alike_whatever_the_way() {
        for c in ('\u{A0}'..'\u{700}').filter(|&c| is_lone_letter(c)) {
            assert_eq!(sign(c), c);
            for case in [Case::Aside, Case::Kept] {
                let (text, expected) = (format!("{c}{c}a"), in_full(&format!("{c}{c}a"), case));
                assert_eq!(Folded::of([text.as_str()], case).into_text(), expected, "{c} {:x}", u32::from(c));
            }
        }
    }

    proptest! {
        #[test]
        fn short_cuts_change_nothing(text in "([a-c]|[éÉόΌςΣйЙёß]|[אבש]|[سلاآئؤ]|[\u{301}\u{5B8}\u{5BC}\u{64E}\u{640}\u{200B}]|[.,’“ª]){0,20}") {
            for case in [Case::Aside, Case::Kept] {
                prop_assert_eq!(Folded::of([text.as_str()], case).into_text(), in_full(&text, case));
            }
        }
    }
}
