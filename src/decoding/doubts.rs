//! Whether a text was decoded with the wrong table before, in a way that cannot be put right: the reader is told.
//!
//! ```text
//!     Њ®бв зҐаҐ§ аҐЄг     letters and signs in turn within words: IBM866 read as windows-1251
//!     闈掓渤鑰佹ˉ鍛ㄤ簩     UTF-8 of 青河老桥 read as GBK: hardly any Chinese text gives bytes that are UTF-8
//!     The b\u{FFFD}at        characters that were lost before
//! ```

use encoding_rs::{BIG5, EUC_KR, Encoding, GBK, SHIFT_JIS};

use crate::unicode::dashes::is_dash;
use crate::unicode::quotes;
use crate::unicode::scripts::is_spaceless;

/// What is looked at, in bytes.
const SAMPLE: usize = 1 << 16;

/// The fewest words that tell something, and how many of those beyond ASCII are broken, at least: one in this many.
const MANY: usize = 5;
const SHARE: usize = 4;

/// The fewest characters of East Asia that tell something.
const LEAST: usize = 12;

/// Tells whether a text, as it stands after all that was mended, is hardly what somebody wrote.
///
/// Cost: linear in the text, of which the first 64 kB from the first character beyond ASCII on are looked at.
pub(super) fn are_due(text: &str) -> bool {
    let start = Encoding::ascii_valid_up_to(text.as_bytes());
    if start == text.len() {
        return false;
    }
    let most = start.saturating_add(SAMPLE).min(text.len());
    let end = (start..=most).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(start);
    let text = &text[start..end];
    has_broken_words(text) || is_utf8_of_east_asia(text)
}

/// Tells whether of the words with characters beyond ASCII many have a sign between letters, or a lost character.
fn has_broken_words(text: &str) -> bool {
    let (mut all, mut broken) = (0, 0);
    for word in text.split_whitespace().filter(|word| !word.is_ascii()) {
        all += 1;
        broken += usize::from(is_broken(word));
    }
    broken >= MANY && broken * SHARE >= all
}

/// Tells whether a sign that no word has, or a capital, stands between letters beyond ASCII, or a lost character beside any.
fn is_broken(word: &str) -> bool {
    let mut before = ' ';
    let mut chars = word.chars().peekable();
    while let Some(c) = chars.next() {
        let after = chars.peek().copied().unwrap_or(' ');
        // Of several signs in a row one stands beside a letter.
        let is_within =
            [before, after].into_iter().any(is_letter) && [before, after].into_iter().all(is_letter_or_sign);
        let is_capital = c.is_uppercase() && before.is_lowercase() && after.is_lowercase();
        if is_within && (is_sign(c) || is_capital)
            || c == char::REPLACEMENT_CHARACTER && (before != ' ' || after != ' ')
        {
            return true;
        }
        before = c;
    }
    false
}

/// Tells whether a character is a letter beyond ASCII of a script that parts words: others have lines for dashes between any two.
fn is_letter(c: char) -> bool {
    !c.is_ascii() && c.is_alphabetic() && !is_spaceless(c)
}

fn is_letter_or_sign(c: char) -> bool {
    is_letter(c) || is_sign(c)
}

/// Tells whether a character is a sign of the upper half of a table of one byte that stands between no letters.
fn is_sign(c: char) -> bool {
    let is_of_words = matches!(c, '·' | '─' | '…' | '•' | '\u{A0}' | '\u{AD}' | '´' | '¨')
        || is_dash(c)
        || quotes::is_quotation_mark(c);
    let is_of_table = matches!(c, '\u{80}'..='\u{BF}' | '×' | '÷' | '€' | '†' | '‡' | '‰' | '\u{2500}'..='\u{259F}');
    is_of_table && !c.is_alphabetic() && !is_of_words
}

/// Tells whether the characters of East Asia of a text have bytes in one of their encodings that are UTF-8 of others, but where one
/// was lost.
fn is_utf8_of_east_asia(text: &str) -> bool {
    [GBK, SHIFT_JIS, BIG5, EUC_KR].into_iter().any(|encoding| is_utf8_in(encoding, text))
}

fn is_utf8_in(encoding: &'static Encoding, text: &str) -> bool {
    let (mut all, mut fitting) = (0, 0);
    for run in text.split(|c: char| c.is_ascii() || c == char::REPLACEMENT_CHARACTER).filter(|run| !run.is_empty()) {
        all += run.chars().count();
        let (bytes, _, has_others) = encoding.encode(run);
        if has_others {
            continue;
        }
        // A run may begin and end within a character.
        let bytes = &bytes[bytes.iter().take(3).take_while(|byte| matches!(byte, 0x80..=0xBF)).count()..];
        let mut chunks = bytes.utf8_chunks().peekable();
        let first = chunks.next();
        let is_utf8 = chunks.peek().is_none()
            && first.is_some_and(|chunk| chunk.invalid().len() < 3 && chunk.valid().chars().nth(1).is_some());
        fitting += if is_utf8 { run.chars().count() } else { 0 };
    }
    fitting >= LEAST && fitting * 2 >= all
}

#[cfg(test)]
mod tests {
    use encoding_rs::{IBM866, UTF_8, WINDOWS_1251};

    use super::*;

    #[test]
    fn what_makes_no_sense_is_doubted() {
        let garbled = |from: &'static Encoding, by: &'static Encoding, text: &str| {
            by.decode_without_bom_handling(&from.encode(text).0).0.into_owned()
        };
        for (from, by, text) in [
            (IBM866, WINDOWS_1251, "Яхта стоит у причала уже третий год, и никто в порту не знает почему."),
            (UTF_8, GBK, "渡船星期二早上离开了港口。镇长说，桥墩上发现了裂缝，继续通行十分危险。"),
            (UTF_8, SHIFT_JIS, "船は火曜日の朝に港を出た。市長は、渡るのは危険だと述べた。"),
        ] {
            let damaged = garbled(from, by, text);
            assert!(are_due(&damaged), "{damaged}");
            assert!(!are_due(text), "{text}");
        }
        assert!(are_due(
            "Le b\u{FFFD}teau a \u{FFFD}t\u{FFFD} vendu, l'\u{FFFD}t\u{FFFD} dernier, \u{FFFD}Nantes, d\u{FFFD}j\u{FFFD}."
        ));
    }

    #[test]
    fn what_somebody_wrote_is_not() {
        for text in [
            "",
            "The boats cost 40 £, 20 € and ½ of 3×4 m², at 5 °C ± 1; §4, §5, §6, 2×3, ©Coast Wire, ™, ¶.",
            "Col·lecció, l·l, intel·ligent, paral·lel, cel·la, sol·licitud, vil·la. L’été, l’œuvre, «déjà»…",
            "Яхта «Надежда» — уже третий год; в/ч №5, §12, 5°C, И–К, чёрно‑белый. Ещё…",
            "港の船が出た。ＡＢＣ・あいう「港」、そして『船』×３。",
            "渡船─那艘舊的─在星期二離開了港口，鎮長說─他在那裡─橋墩有了裂縫，於是─自此─停航，也─許久─沒有別的船。",
            "배가 화요일 아침에 항구를 떠났다고 시장이 말했다. 다리에서 균열이 발견되었다.",
            "渡船星期二早上離開了港口。鎮長說，橋墩上發現了裂縫，繼續通行十分危險。",
            "A text with one lost char\u{FFFD}cter, and “quotes” – here – é, ü, à, ô, û.",
        ] {
            assert!(!are_due(text), "{text}");
        }
    }
}
