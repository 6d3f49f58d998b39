//! What a character is where lines break.
//!
//! ```text
//!     “     C o     -       o p     ’           s       ,
//!     OpenQuote     Hyphen          CloseQuote          Point
//!           Letter          Letter              Letter
//! ```
//!
//! The classes are those of UAX #14 that news are made of, and some of them are divided by what pairs of them do.

/// Says what a character is where lines break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineBreakClass {
    /// AL: letters, and signs that are as letters.
    Letter,
    /// HL: letters of Hebrew.
    Hebrew,
    /// NU: digits.
    Digit,
    /// ID: what stands for itself; syllables of Korean are set as they are.
    Ideograph,
    /// NS: what stands for itself but begins no line, as small kana.
    NonStarter,
    /// OP: what opens.
    Open,
    /// OP: what opens and is as wide as an ideograph.
    WideOpen,
    /// QU: quotation marks that open.
    OpenQuote,
    /// QU: quotation marks that close, and the apostrophe.
    CloseQuote,
    /// QU: quotation marks of one shape.
    Quote,
    /// IS: points between words and inside numbers.
    Point,
    /// CP: round and square brackets that close.
    Bracket,
    /// CL: what else closes.
    Brace,
    /// EX: points that end a sentence with force.
    Exclamation,
    /// IN: the ellipsis.
    Ellipsis,
    /// HY: the hyphen.
    Hyphen,
    /// BA: the dash as long as an n.
    Dash,
    /// B2: the dash as long as an m.
    LongDash,
    /// PR, PO: what stands before and after numbers.
    Unit,
    /// SY: the slash.
    Slash,
    /// SP: the space.
    Space,
    /// Whatever the full rules are for.
    Other,
}

use LineBreakClass::{
    Brace, Bracket, CloseQuote, Dash, Digit, Ellipsis, Exclamation, Hebrew, Hyphen, Ideograph, Letter, LongDash,
    NonStarter, Open, OpenQuote, Other, Point, Quote, Slash, Space, Unit, WideOpen,
};

/// Returns the class of the character that begins at a byte, and its length in bytes.
pub(super) fn class(text: &[u8], at: usize) -> (LineBreakClass, usize) {
    let rest = |byte: u8| u32::from(byte & 0x3F);
    match text[at..] {
        [byte @ 0..0x80, ..] => (CLASSES[usize::from(byte)], 1),
        [first @ 0xC2..0xE0, second, ..] => (letter(u32::from(first & 0x1F) << 6 | rest(second)), 2),
        [first @ 0xE0..0xF0, second, third, ..] => {
            (wide(u32::from(first & 0x0F) << 12 | rest(second) << 6 | rest(third)), 3)
        }
        _ => (Other, 4),
    }
}

/// Returns the class of the character that ends at a byte; for the beginning of the text that of the full rules.
pub(super) fn class_before(text: &[u8], end: usize) -> LineBreakClass {
    match text[..end] {
        [] => Other,
        [.., byte @ 0..0x80] => CLASSES[usize::from(byte)],
        _ => class(text, start_before(text, end)).0,
    }
}

/// Returns where the character begins that ends at a byte.
pub(super) fn start_before(text: &[u8], end: usize) -> usize {
    let rest = text[..end].iter().rev().take_while(|&&b| b & 0xC0 == 0x80).count();
    end - rest - 1
}

/// Returns how many spaces there are from a byte on.
pub(super) fn spaces(text: &[u8], at: usize) -> usize {
    text[at..].iter().take_while(|&&b| b == b' ').count()
}

/// Returns how many spaces there are before a byte.
pub(super) fn spaces_before(text: &[u8], at: usize) -> usize {
    text[..at].iter().rev().take_while(|&&b| b == b' ').count()
}

/// Tells whether a byte is a letter or a digit of ASCII: no line breaks between them.
pub(super) const fn is_of_word(byte: u8) -> bool {
    matches!(CLASSES[byte as usize], Letter | Digit)
}

/// Returns the class of a character of Latin, Greek, Cyrillic, Hebrew or Arabic, by its code.
const fn letter(code: u32) -> LineBreakClass {
    let Some(c) = char::from_u32(code) else { return Other };
    match c {
        '×' | '÷' => Other,
        '«' => OpenQuote,
        '»' => CloseQuote,
        'א'..='ת' => Hebrew,
        '\u{60C}' => Point,
        '\u{61B}' | '\u{61F}' => Exclamation,
        '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' => Digit,
        'À'..='ɏ' | 'Έ'..='\u{482}' | '\u{48A}'..='\u{52F}' | '\u{620}'..='\u{64A}' | '\u{671}'..='\u{6D3}' => {
            Letter
        }
        _ => Other,
    }
}

/// Returns the class of a character of print, or of Chinese, Japanese and Korean, by its code.
const fn wide(code: u32) -> LineBreakClass {
    let Some(c) = char::from_u32(code) else { return Other };
    match c {
        '‘' | '“' => OpenQuote,
        '’' | '”' => CloseQuote,
        '‚' | '„' => Open,
        '–' => Dash,
        '—' => LongDash,
        '…' => Ellipsis,
        '〈' | '《' | '「' | '『' | '【' | '〔' | '〖' | '〘' | '〚' | '（' => WideOpen,
        '〉' | '》' | '」' | '』' | '】' | '〕' | '〗' | '〙' | '〛' | '）' | '、' | '。' | '，' | '．' => {
            Brace
        }
        '！' | '？' => Exclamation,
        '々' | '゛'..='ゞ' | '・'..='ヾ' | '：' | '；' => NonStarter,
        _ if is_small(c) => NonStarter,
        'ぁ'..='ゖ' | 'ァ'..='ヺ' | '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => Ideograph,
        _ if is_ideograph(c) => Ideograph,
        _ => Other,
    }
}

/// Tells whether a character is a small kana.
const fn is_small(c: char) -> bool {
    matches!(c, 'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' | 'っ' | 'ゃ' | 'ゅ' | 'ょ' | 'ゎ' | 'ゕ' | 'ゖ')
        || matches!(c, 'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' | 'ッ' | 'ャ' | 'ュ' | 'ョ' | 'ヮ' | 'ヵ' | 'ヶ')
}

/// Tells whether a character is an ideograph or a syllable of Korean.
const fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}

/// The classes of ASCII characters, by their byte.
const CLASSES: [LineBreakClass; 256] = {
    let mut classes = [Other; 256];
    let mut b = 0_u8;
    while b < 128 {
        classes[b as usize] = match b {
            b' ' => Space,
            b'(' | b'[' | b'{' => Open,
            b'\'' | b'"' => Quote,
            b'.' | b',' | b';' | b':' => Point,
            b')' | b']' => Bracket,
            b'}' => Brace,
            b'!' | b'?' => Exclamation,
            b'-' => Hyphen,
            b'%' | b'$' | b'+' | b'\\' => Unit,
            b'/' => Slash,
            b'0'..=b'9' => Digit,
            b'|' | b'\0'..=0x1F | 0x7F => Other,
            _ => Letter,
        };
        b += 1;
    }
    classes
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wrap::breaks::Breaks;

    #[test]
    fn all_characters_of_a_class_break_alike() {
        for c in ('\0'..='\u{FFFF}').filter(|&c| class(c.to_string().as_bytes(), 0).0 != Other) {
            Breaks::check(&format!("a{c}a 1{c}1 灯{c}灯 {c}a {c} ({c})"));
        }
    }
}
